import { PERSONAL, type Dimension } from '#model/dimension.ts';
import { fault, fits, type Layout } from '#model/layout.ts';
import type { Remark } from './bytes.ts';
import { rowsOf } from './rows.ts';

/** The tables that an office may hand in, by the source that declares them. */
export type Registers = ReadonlyMap<string, readonly Layout[]>;

/**
 * Why a register must not lie in the repository: a row of it is a person or a matter of one, a column or a cell is none of the register's (a
 * name, a number of a person, free text), or it counts fewer people than may be told of a group. A table is known by its columns wherever
 * it lies, and whatever lies below `imports/<register>/` has to be one. No remark holds anything of a cell. Undefined where the table is
 * another one.
 */
export function checkRegister(path: string, text: string, registers: Registers, smallest: number): Remark[] | undefined {
  const own = registers.get(/\/imports\/([a-z0-9-]+)\//.exec(path)?.[1] ?? '');
  const [header, ...rows] = rowsOf(text).filter((row) => row.cells.some((cell) => cell.text.trim() !== ''));
  const names = (header?.cells ?? []).map((cell) => cell.text.trim());
  const layout = nearest(names, own ?? [...registers.values()].flat());
  if (!header || !layout) {
    const message = 'is no table of this register (see data/templates); take it out of the repository';
    return own && [{ line: 1, column: 1, rule: 'register', message }];
  }
  const { line } = header;
  if (layout.persons) {
    const message =
      'one row of this table is one person or one matter of a person; take it out of the repository and of its history, and import it from outside';
    return [{ line, column: 1, rule: 'personal', message }];
  }
  const columns = names.map((name) => layout.columns.find((column) => column.name === name));
  const strangers = header.cells.flatMap(({ column }, index): Remark[] =>
    columns[index]
      ? []
      : [{ line, column, rule: 'register', message: `column ${index + 1} is none of this register’s; take it out` }],
  );
  const isPersonal = names.some((name) => PERSONAL.has(name as Dimension));
  const cells = rows.flatMap((row) =>
    row.cells.flatMap(({ column, text: raw }, index): Remark[] => {
      const [wanted, cell] = [columns[index], raw.trim()];
      if (!wanted) return [];
      if (!fits(wanted, cell)) return [{ line: row.line, column, ...fault(wanted, cell) }];
      if (!isPersonal || wanted.kind !== 'count' || cell === '' || cell === '0' || Number(cell) >= smallest) return [];
      const message = `a group of people under ${smallest} is counted here; take the file out of the repository, and import it from outside`;
      return [{ line: row.line, column, rule: 'small-count', message }];
    }),
  );
  return [...strangers, ...cells];
}

/** Of the tables whose needed columns are all there, the one that knows most of the others too. */
function nearest(names: readonly string[], layouts: readonly Layout[]): Layout | undefined {
  const known = (layout: Layout): number => names.filter((name) => layout.columns.some((column) => column.name === name)).length;
  return layouts
    .filter((layout) => layout.columns.every((column) => column.optional || names.includes(column.name)))
    .sort((a, b) => known(b) - known(a))[0];
}
