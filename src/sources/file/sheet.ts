import type { Day } from '#model/day.ts';
import { DataError, type Finding } from '#model/error.ts';
import { isBare, type Beside } from './bare.ts';
import { HEAD, placeOf, readGrid, tableAt, type Row, type Table } from './csv.ts';
import { orderIn, readDate, readMonthDay, type DateReading, type Order } from './date.ts';
import { evidence, exactNumber, markOf, readNumber, type Reading } from './number.ts';
import type { Export } from '../source.ts';

/** A column of an export: what it holds and how it is called, by language; older and newer names side by side. */
export interface Column {
  /** A `net` counts gains less losses and may be negative. */
  readonly kind: 'text' | 'id' | 'count' | 'net' | 'decimal' | 'date';
  readonly names: Readonly<Record<string, readonly string[]>>;
}

/** An export's rows by column. What can't be read becomes a finding; `done` throws them all at once. */
export interface Sheet<Key extends string> {
  readonly rows: readonly Row[];
  /** What stands above the header, row by row: a title, a description. */
  readonly above: readonly Row[];
  /** The sheet's name, in a workbook. */
  readonly name?: string;
  has(key: Key): boolean;
  text(row: Row, key: Key): string;
  /** Null where the cell is empty or was refused. */
  number(row: Row, key: Key): number | null;
  date(row: Row, key: Key): { readonly day: Day; readonly at?: string } | null;
  /** A platform's id, kept as text. Null where it was refused. */
  id(row: Row, key: Key): string | null;
  refuse(row: Row, key: Key | undefined, rule: string, message: string): void;
  /** Whether nothing stands in the table but days and figures under known heads, so that the file may be kept as received. */
  isBare(beside?: Beside): boolean;
  done(): void;
}

/** Faults of one file that are shown. */
const MOST = 200;

/** Tells which of an export's layouts a header belongs to: the first of which every needed column is there. */
export interface Layout<Key extends string> {
  readonly name: string;
  readonly needs: readonly Key[];
}

export interface Opened<Key extends string> {
  readonly sheet: Sheet<Key>;
  readonly layout: Layout<Key>;
  readonly language: string;
}

type Columns<Key extends string> = Readonly<Record<Key, Column>>;
/** Of dates such as 01/02/2026, where the platform is known to write them so in that language and the file proves nothing else. */
type Usual = Readonly<Record<string, Order>>;

/**
 * Opens an export, CSV or workbook: the first sheet, and in it the first row, that has every column that a layout needs. Throws a
 * `DataError` where it is neither, its header has a column twice, or nothing fits.
 */
export function open<Key extends string>(
  file: Export,
  columns: Columns<Key>,
  layouts: readonly Layout<Key>[],
  usual: Usual = {},
): Opened<Key> {
  return openEach(file, columns, layouts, usual)[0] as Opened<Key>;
}

/** The same of every sheet that fits, in order; at least one. All their findings are thrown together by any `done`. */
export function openEach<Key extends string>(
  file: Export,
  columns: Columns<Key>,
  layouts: readonly Layout<Key>[],
  usual: Usual = {},
): Opened<Key>[] {
  const grids = file.sheets ?? [readGrid(file.name, file.bytes, file.encoding === undefined ? {} : { encoding: file.encoding })];
  const findings: Finding[] = [];
  const opened = grids.flatMap((grid) => {
    for (let index = 0; index < Math.min(HEAD, grid.rows.length); index += 1) {
      const match = matching(grid.rows[index] as Row, columns, layouts);
      if (match) return [tabled(file, tableAt(file.name, grid, index), columns, match, usual, findings)];
    }
    return [];
  });
  if (opened.length > 0) return opened;
  const known = layouts.map((one) => `${one.name} (${one.needs.map((key) => nameOf(columns[key])).join(', ')})`).join('; ');
  const message = `the header is that of no export known here: ${known}. Check which export and language this is`;
  throw new DataError([{ file: file.name, line: 1, column: 1, rule: 'header', message }]);
}

interface Match<Key extends string> {
  readonly layout: Layout<Key>;
  readonly places: ReadonlyMap<Key, number>;
  readonly language: string;
}

/** Where each column stands if that row is the header of a layout; undefined where it is of none. */
function matching<Key extends string>(row: Row, columns: Columns<Key>, layouts: readonly Layout<Key>[]): Match<Key> | undefined {
  const names = row.cells.map(normal);
  const places = new Map<Key, number>();
  const languages = new Map<string, number>();
  for (const key of Object.keys(columns) as Key[]) {
    for (const [language, aliases] of Object.entries(columns[key].names)) {
      const index = names.findIndex((name) => name !== '' && aliases.some((alias) => normal(alias) === name));
      if (index < 0) continue;
      if (!places.has(key)) places.set(key, index);
      languages.set(language, (languages.get(language) ?? 0) + 1);
    }
  }
  const layout = layouts.find((one) => one.needs.every((key) => places.has(key)));
  return layout && { layout, places, language: [...languages].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'en' };
}

function tabled<Key extends string>(
  file: Export,
  table: Table,
  columns: Columns<Key>,
  { layout, places, language }: Match<Key>,
  usual: Usual,
  findings: Finding[],
): Opened<Key> {
  const where = table.sheet === undefined ? '' : ` (sheet "${table.sheet.slice(0, 40)}")`;
  const refuse = (row: Row, index: number, rule: string, message: string): void => {
    if (findings.length > MOST) return;
    const place = { file: file.name, ...placeOf(row, index, table.delimiter) };
    if (findings.length < MOST) findings.push({ ...place, rule, message: `${message}${where}` });
    else findings.push({ ...place, rule: 'more', message: `there are more faults than these ${MOST}; mend them first` });
  };
  const names = table.header.cells.map(normal);
  names.forEach((name, index) => {
    if (name !== '' && names.indexOf(name) < index)
      refuse(table.header, index, 'duplicate-column', `the column "${name.slice(0, 60)}" stands twice`);
  });
  if (findings.length > 0) throw new DataError(findings);

  const cells = (kinds: readonly Column['kind'][]): string[] =>
    [...places]
      .filter(([key]) => kinds.includes(columns[key].kind))
      .flatMap(([, index]) => table.rows.flatMap((row) => (row.exact?.has(index) ? [] : [row.cells[index] ?? ''])));
  const marks = new Set(cells(['count', 'net', 'decimal']).flatMap(evidence));
  const mark = markOf(file.locale) ?? [...marks][0];
  if (marks.size > 1)
    refuse(table.header, 0, 'mixed-numbers', 'numbers of two languages stand in one file; it was edited: export it again');
  const order = proof(cells(['date'])) ?? orderOf(file.locale) ?? usual[language];
  const cell = (row: Row, key: Key): string => row.cells[places.get(key) ?? -1] ?? '';
  const numberOf = (row: Row, key: Key): Reading => {
    const text = cell(row, key);
    const negative = columns[key].kind === 'net' && /^\s*[-−]\d/.test(text);
    const plain = negative ? text.replace(/[-−]/, '') : text;
    const exact = row.exact?.has(places.get(key) ?? -1) === true;
    const reading = (exact ? exactNumber : readNumber)(plain, columns[key].kind === 'decimal', mark);
    return negative && 'value' in reading && reading.value !== null ? { value: -reading.value } : reading;
  };
  const dateOf = (row: Row, key: Key): DateReading => readDate(cell(row, key), file.zone, file.today, order);
  // Two columns may have the same name where they are of different exports.
  const keysAt = (index: number): Key[] =>
    [...places].flatMap(([key, place]) => (place === index && !WORDS.has(columns[key].kind) ? [key] : []));
  const sheet: Sheet<Key> = {
    rows: table.rows,
    above: table.above,
    ...(table.sheet === undefined ? {} : { name: table.sheet }),
    has: (key) => places.has(key),
    text: cell,
    number(row, key) {
      const reading = numberOf(row, key);
      if ('value' in reading) return reading.value;
      this.refuse(row, key, reading.rule, reading.message);
      return null;
    },
    date(row, key) {
      const reading = dateOf(row, key);
      if ('day' in reading) return reading.day === null ? null : reading;
      this.refuse(row, key, reading.rule, reading.message);
      return null;
    },
    id(row, key) {
      const text = cell(row, key).trim();
      // Spreadsheets keep fifteen digits of a number.
      const rounded = row.exact?.has(places.get(key) ?? -1) === true && text.replace(/\D/g, '').length > 15;
      if (rounded || /^\d+([.,]\d+)?E\+?\d+$/i.test(text)) {
        this.refuse(
          row,
          key,
          'id',
          `"${text}": a spreadsheet has destroyed the ids; export again and do not open the file in one`,
        );
        return null;
      }
      if (MOBILE.test(text)) this.refuse(row, key, 'id', `"${text}": a telephone number, and no id; is this the right file?`);
      else if (/^[\w.:-]{1,100}$/.test(text)) return text;
      else this.refuse(row, key, 'id', `"${text}" is no id`);
      return null;
    },
    refuse(row, key, rule, message) {
      if (key === undefined) return refuse(row, 0, rule, message);
      return refuse(row, places.get(key) ?? 0, rule, told(message, nameOf(columns[key]), cell(row, key)));
    },
    isBare(beside = {}) {
      const heads = (index: number): string[] => keysAt(index).flatMap((key) => Object.values(columns[key].names).flat());
      const fits = (row: Row, index: number): boolean =>
        keysAt(index).some((key) => {
          if (columns[key].kind !== 'date') return 'value' in numberOf(row, key);
          return 'day' in dateOf(row, key) || readMonthDay(cell(row, key)) !== undefined;
        });
      return isBare(table, { heads, fits }, beside);
    },
    done() {
      if (findings.length > 0) throw new DataError(findings);
    },
  };
  return { sheet, layout, language };
}

/** An Indonesian mobile number; ids of posts are longer, or do not begin so. */
const MOBILE = /^(?:62|0)-?8\d{1,3}(?:[-.]?\d{3,4}){2}$/;
/** Kinds of columns that may hold anything. */
const WORDS: ReadonlySet<Column['kind']> = new Set(['text', 'id']);

/** What is wrong with a cell. One with words or a long number in it may be a person's: then its column stands for it. */
function told(message: string, column: string, cell: string): string {
  const isFigure = !/\p{L}{2}/u.test(cell) && cell.replace(/\D/g, '').length < 9;
  return isFigure ? message : message.replace(/^"[^]*"/, `a cell of the column "${column}"`);
}

/** A header as it is compared; nothing where it is too long to be one: without invisible characters, typographic quotes and doubled spaces, in small letters. */
function normal(name: string): string {
  if (name.length > 200) return '';
  return name
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[„“”«»"]/g, '')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

function nameOf(column: Column): string {
  return Object.values(column.names)[0]?.[0] ?? '';
}

/** The order that the file's own dates prove; undefined where none does or they disagree. */
function proof(cells: readonly string[]): Order | undefined {
  const orders = new Set(cells.map(orderIn).filter((order) => order !== undefined));
  return orders.size === 1 ? [...orders][0] : undefined;
}

function orderOf(locale: string | undefined): Order | undefined {
  if (locale === undefined) return undefined;
  return /^en(-us)?$/i.test(locale) ? 'month-first' : 'day-first';
}
