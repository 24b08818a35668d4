import { exposes } from '#model/dimension.ts';
import type { Day } from '#model/day.ts';
import { DataError, type Finding } from '#model/error.ts';
import { fault, fits, type Column, type Layout } from '#model/layout.ts';
import type { Measure } from '#model/measure.ts';
import type { Series } from '#model/observation.ts';
import type { Span } from '#model/run.ts';
import { placeOf, readGrid, tableAt, type Row, type Table } from '../file/csv.ts';
import { orderIn, readDate, type Order } from '../file/date.ts';
import { covered, namedSpan } from '../file/export.ts';
import type { Export } from '../source.ts';
import { commonCodes, FEW } from './codes.ts';
import { monthEnd } from './tally.ts';

/** A day of a register, with its instant where the cell has a time. */
export interface When {
  readonly day: Day;
  readonly at?: string;
}

/** One row of a register of which every cell holds what its column may hold. */
export interface Entry {
  /** The day that the row is counted on: the first column with a day, or the last day of the month in it. */
  readonly day: Day;
  /** A code or choice; empty where it was not given. */
  text(column: string): string;
  /**
   * As a part of a whole: "unstated" where it was not given, "other" for a code that is too rare in a table of persons, undefined where
   * the file has no such column.
   */
  part(column: string): string | undefined;
  /** Null where the cell is empty: not known. */
  count(column: string): number | null;
  when(column: string): When | null;
  refuse(column: string, rule: string, message: string): void;
}

export interface Register {
  readonly layout: Layout;
  readonly span: Span;
  readonly entries: readonly Entry[];
  has(column: string): boolean;
  /** Throws a `DataError` with every finding, where there are any. */
  done(): void;
}

/** A register that is being read: where its cells are, and what is wrong with them. */
interface Reading {
  readonly file: Export;
  readonly layout: Layout;
  readonly span: Span;
  /** The columns that the file has. */
  readonly columns: readonly Column[];
  readonly order: Order | undefined;
  cell(row: Row, column: string): string;
  refuse(row: Row, column: string, rule: string, message: string): void;
}

/**
 * Reads a register that the office keeps itself. The header must be that of a layout, each cell must fit its column, and each row must stand
 * once; findings name line and column, and hold nothing of what stood there. Throws a `DataError`.
 */
export function readRegister(file: Export, layouts: readonly Layout[]): Register {
  const encoding = file.encoding === undefined ? {} : { encoding: file.encoding };
  const table = tableAt(file.name, file.sheets?.[0] ?? readGrid(file.name, file.bytes, encoding), 0);
  const names = table.header.cells.map((cell) => cell.trim());
  const layout = layoutOf(file, table, names, layouts);
  const columns = layout.columns.filter((one) => names.includes(one.name));
  const findings: Finding[] = [];
  const cell = (row: Row, column: string): string => row.cells[names.indexOf(column)]?.trim() ?? '';
  const reading: Reading = {
    file,
    layout,
    span: covered(file, namedSpan(file.name)),
    columns,
    order: orderOf(file, columns, table, cell),
    cell,
    refuse(row, column, rule, message) {
      const place = placeOf(row, Math.max(0, names.indexOf(column)), table.delimiter);
      findings.push({ file: file.name, ...place, rule, message });
    },
  };
  const rows = once(
    reading,
    table.rows.filter((row) => holds(reading, row)),
  );
  const codes = codesOf(reading, rows);
  const entries = rows.flatMap((row) => entryOf(reading, codes, row) ?? []);
  checkCodes(reading, table.header, entries);
  return {
    layout,
    span: reading.span,
    entries,
    has: (name) => names.includes(name),
    done() {
      if (findings.length > 0) throw new DataError(findings);
    },
  };
}

/** Whether every cell of a row holds what its column may hold. */
function holds({ columns, cell, refuse }: Reading, row: Row): boolean {
  const wrong = columns.filter((column) => !fits(column, cell(row, column.name)));
  for (const column of wrong) {
    const { rule, message } = fault(column, cell(row, column.name));
    refuse(row, column.name, rule, message);
  }
  return wrong.length === 0;
}

/** Each row once; one with the key of another and other content is refused. */
function once({ layout, columns, cell, refuse }: Reading, rows: readonly Row[]): Row[] {
  const seen = new Map<string, string>();
  return rows.filter((row) => {
    const key = JSON.stringify(layout.key.map((name) => cell(row, name)));
    const content = JSON.stringify(columns.map((column) => cell(row, column.name)));
    const before = seen.get(key);
    if (before === undefined) seen.set(key, content);
    else if (before !== content)
      refuse(row, layout.key[0] ?? '', 'conflict', `the same ${layout.key.join(', ')} stands above with other content`);
    return before === undefined;
  });
}

/** By column, what its codes become where one row is one person. */
function codesOf({ layout, columns, cell }: Reading, rows: readonly Row[]): ReadonlyMap<string, (code: string) => string> {
  const open = columns.filter((one) => layout.persons && one.kind === 'code');
  return new Map(
    open.map(({ name, values }) => [
      name,
      commonCodes(
        rows.map((row) => cell(row, name) || 'unstated'),
        values,
      ),
    ]),
  );
}

function entryOf(
  { file, layout, span, columns, order, cell, refuse }: Reading,
  codes: ReturnType<typeof codesOf>,
  row: Row,
): Entry | undefined {
  const times = new Map<string, When | null>();
  for (const { name, kind } of columns.filter(isDated)) {
    const when = kind === 'month' ? { day: monthEnd(`${cell(row, name)}-01`) } : whenOf(file, cell(row, name), order);
    if (typeof when === 'string') refuse(row, name, 'date', `"${name}" ${when}`);
    else times.set(name, when);
  }
  const dated = layout.columns.find(isDated) as Column;
  const day = times.get(dated.name)?.day;
  if (day === undefined) return undefined;
  if (day < span.from || (dated.kind === 'month' ? `${day.slice(0, 7)}-01` : day) > span.to)
    refuse(row, dated.name, 'span', `"${dated.name}" lies outside the days that the file covers: ${span.from} to ${span.to}`);
  return {
    day,
    text: (name) => cell(row, name),
    part(name) {
      if (!columns.some((one) => one.name === name)) return undefined;
      const text = cell(row, name) || 'unstated';
      return codes.get(name)?.(text) ?? text;
    },
    count: (name) => (cell(row, name) === '' ? null : Number(cell(row, name))),
    when: (name) => times.get(name) ?? null,
    refuse: (column, rule, message) => refuse(row, column, rule, message),
  };
}

function isDated({ kind }: Column): boolean {
  return ['day', 'time', 'month'].includes(kind);
}

/** Refuses columns of codes that are names, or free text written as codes: they hardly ever repeat. */
function checkCodes({ layout, columns, refuse }: Reading, header: Row, entries: readonly Entry[]): void {
  for (const { name } of columns.filter((one) => layout.persons && one.kind === 'code')) {
    const filled = entries.flatMap((entry) => entry.text(name) || []);
    if (filled.length < FEW || new Set(filled).size * 2 <= filled.length) continue;
    refuse(header, name, 'personal', `"${name}" has another code in more than every second row: are they names, or free text?`);
  }
}

/** Whether a file of counts may be kept as received: nothing in it counts people by what they are or said. */
export function kept(series: readonly Series[]): { readonly keep?: true } {
  return series.every((one) => !exposes(one.measure, one.dimensions)) ? { keep: true } : {};
}

/** A measure and the column that counts it. */
export type Counts = readonly (readonly [measure: Measure, column: string])[];

/** The measures that the file has columns for. */
export function measured({ has }: Register, counts: Counts): Measure[] {
  return counts.filter(([, column]) => has(column)).map(([measure]) => measure);
}

/** What a row counts; an empty cell is not known. */
export function amounts(entry: Entry, has: Register['has'], counts: Counts): Partial<Record<Measure, number | null>> {
  return Object.fromEntries(
    counts.filter(([, column]) => has(column)).map(([measure, column]) => [measure, entry.count(column)]),
  );
}

/** Refuses rows in which a part is larger than its whole. */
export function noMoreThan({ entries }: Register, within: readonly (readonly [part: string, whole: string])[]): void {
  for (const entry of entries) {
    for (const [part, whole] of within) {
      const [some, all] = [entry.count(part), entry.count(whole)];
      if (some !== null && all !== null && some > all)
        entry.refuse(part, 'more-than-all', `"${part}" is more than "${whole}", of which it is a part`);
    }
  }
}

/** The layout that the header is of. An unknown head is named by its place alone: a wrong file may have names in its first line. */
function layoutOf(file: Export, table: Table, names: readonly string[], layouts: readonly Layout[]): Layout {
  const lacks = (layout: Layout): string[] =>
    layout.columns.flatMap((one) => (one.optional || names.includes(one.name) ? [] : [`"${one.name}"`]));
  const strangers = (layout: Layout): number => names.filter((name) => !layout.columns.some((one) => one.name === name)).length;
  const far = (layout: Layout): number => lacks(layout).length + strangers(layout);
  const [near] = [...layouts].sort((a, b) => far(a) - far(b));
  const findings = names.flatMap((name, index): Finding[] => {
    const place = { file: file.name, ...placeOf(table.header, index, table.delimiter) };
    if (name !== '' && names.indexOf(name) < index)
      return [{ ...place, rule: 'duplicate-column', message: `column ${index + 1} has the same head as one before it` }];
    if (near?.columns.some((one) => one.name === name)) return [];
    const known = near?.columns.map((one) => one.name).join(', ') ?? '';
    const message = `column ${index + 1} is none of this register’s; take it out. Its columns are ${known}`;
    return [{ ...place, rule: 'header', message }];
  });
  if (!near || lacks(near).length > 0) {
    const message = `the column ${near ? lacks(near).join(', ') : ''} is missing; begin with the template in data/templates`;
    findings.unshift({ file: file.name, line: table.header.line, column: 1, rule: 'header', message });
  }
  if (!near || findings.length > 0) throw new DataError(findings);
  return near;
}

/** Of days that a spreadsheet has written over: as the person says, else as the file's own days prove. */
function orderOf(
  file: Export,
  columns: readonly Column[],
  table: Table,
  cell: (row: Row, name: string) => string,
): Order | undefined {
  if (file.locale !== undefined) return /^en(-us)?$/i.test(file.locale) ? 'month-first' : 'day-first';
  const times = columns.filter((one) => one.kind === 'day' || one.kind === 'time');
  const orders = new Set(table.rows.flatMap((row) => times.flatMap(({ name }) => orderIn(cell(row, name)) ?? [])));
  return orders.size === 1 ? [...orders][0] : undefined;
}

function whenOf(file: Export, text: string, order: Order | undefined): When | null | string {
  const reading = readDate(text, file.zone, file.today, order);
  if ('day' in reading) return reading.day === null ? null : reading;
  if (reading.rule === 'ambiguous-date') return 'may be two days; say --locale id (day first) or --locale en (month first)';
  return 'is no day that has been: a day that does not exist, before 2004, or in the future';
}
