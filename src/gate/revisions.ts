import { Revision } from '#model/edition.ts';
import type { Remark } from './bytes.ts';
import { rowsOf } from './rows.ts';
import { PERSON, withoutAddresses, type Wording } from './wording.ts';

/** Checks `revisions.csv` line by line; columns in any order. */
export function checkRevisions(text: string, wording?: Wording): Remark[] {
  if (text === '') return [];
  const [head, ...rows] = rowsOf(text);
  const columns = (head?.cells ?? []).map((cell) => cell.text);
  const wanted = Object.keys(Revision.shape);
  if ([...columns].sort().join() !== [...wanted].sort().join()) {
    return [{ line: 1, column: 1, rule: 'schema', message: `the columns must be ${wanted.join(', ')}` }];
  }
  return rows.flatMap(({ line, cells }) => {
    if (cells.length !== columns.length)
      return [{ line, column: 1, rule: 'schema', message: `has ${cells.length} cells instead of ${columns.length}` }];
    const number = (field: string) => cells[columns.indexOf(field)]?.text.trim() ?? '';
    const row = Object.fromEntries(
      columns.map((column, index) => [column, (cells[index]?.text ?? '').replace(/^'(?=[=+\-@])/, '')]),
    );
    const result = Revision.safeParse({
      ...row,
      edition: Number(number('edition')),
      from: number('from') === '' ? null : Number(number('from')),
      to: number('to') === '' ? null : Number(number('to')),
    });
    const at = (field: string) => ({ line, column: cells[Math.max(0, columns.indexOf(field))]?.column ?? 1 });
    const faults = (result.error?.issues ?? []).map(({ path: [field], message }) => ({
      ...at(String(field)),
      rule: 'schema',
      message: `"${String(field)}": ${message}`,
    }));
    return wording?.sentence(withoutAddresses(row['reason'] ?? ''))
      ? [...faults, { ...at('reason'), rule: 'personal', message: PERSON }]
      : faults;
  });
}
