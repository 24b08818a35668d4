import { CsvError, parse } from 'csv-parse/sync';
import { DataError, type Finding } from '#model/error.ts';

/** One record of an export. Lines count from 1 and are those of the file as an editor shows it; in a workbook, of the sheet. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
  /** The record as it stands in the file; nothing in a workbook. */
  readonly raw: string;
  /** In a workbook: which cells are numbers by themselves, and so the same in every language. */
  readonly exact?: ReadonlySet<number>;
}

/** A file, or one sheet of a workbook, as it stands: which of its rows is the header is not known yet. Blank rows are left out. */
export interface Grid {
  readonly rows: readonly Row[];
  readonly delimiter: string;
  /** The sheet's name, in a workbook. */
  readonly sheet?: string;
}

export interface Table extends Grid {
  readonly header: Row;
  /** What stands above the header: a title, a description. */
  readonly above: readonly Row[];
}

export interface CsvOptions {
  /** Only where a person has said so: any bytes are valid in it, so it would hide a broken file. */
  readonly encoding?: 'windows-1252';
}

const LARGEST = 25_000_000;
const WIDEST = 300;
const LONGEST = 1_000_000;
/** Rows among which the header is looked for. */
export const HEAD = 30;

/** Reads an export's bytes into rows. The one place that parses CSV of platforms. Throws a `DataError`. */
export function readGrid(file: string, bytes: Uint8Array, options: CsvOptions = {}): Grid {
  const text = decode(file, bytes, options);
  const start = /^sep=(.)\r?\n/i.exec(text);
  const body = start ? text.slice(start[0].length) : text;
  const delimiter = start?.[1] ?? sniff(body);
  const all = records(file, body, delimiter, start ? 2 : 1);
  const rows = all.filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  if (rows.length === 0) throw refuse(file, 1, 'empty', 'the file holds no line with content; export it again');
  const wide = rows.find((row) => row.cells.length > WIDEST);
  if (wide) throw refuse(file, wide.line, 'columns', `${wide.cells.length} columns; no export has more than ${WIDEST}`);
  return { rows, delimiter };
}

/** The table whose header is that row. Throws a `DataError` with every row that is not as wide. */
export function tableAt(file: string, grid: Grid, index: number): Table {
  const header = grid.rows[index];
  if (!header) throw refuse(file, 1, 'empty', 'the file holds no line with content; export it again');
  const rows = grid.rows.slice(index + 1);
  const findings = rows.flatMap((row) => width(file, header, row));
  if (findings.length > 0) throw new DataError(findings);
  const fitting = rows.map((row) => ({ ...row, cells: row.cells.slice(0, header.cells.length) }));
  return { ...grid, header, above: grid.rows.slice(0, index), rows: fitting };
}

/** A file whose first row is its header. Throws a `DataError`. */
export function readTable(file: string, bytes: Uint8Array, options: CsvOptions = {}): Table {
  return tableAt(file, readGrid(file, bytes, options), 0);
}

/** The line and column at which the cell with that index begins; in a workbook, its row and column. */
export function placeOf(row: Row, index: number, delimiter: string): { line: number; column: number } {
  if (row.exact) return { line: row.line, column: index + 1 };
  let line = row.line;
  let column = 1;
  let cell = 0;
  let quoted = false;
  for (const character of row.raw) {
    if (cell === index) break;
    if (character === '"') quoted = !quoted;
    if (character === delimiter && !quoted) cell += 1;
    column = character === '\n' ? 1 : column + 1;
    if (character === '\n') line += 1;
  }
  return { line, column };
}

function decode(file: string, bytes: Uint8Array, options: CsvOptions): string {
  if (bytes.byteLength > LARGEST) {
    throw refuse(
      file,
      1,
      'too-large',
      `${bytes.byteLength} bytes; an export of at most ${LARGEST} is read: export a shorter time`,
    );
  }
  const [a, b] = bytes;
  if (a === 0x50 && b === 0x4b) throw refuse(file, 1, 'not-csv', 'this is a ZIP or Excel file; unpack it, or export as CSV');
  if (a === 0xd0 && b === 0xcf) {
    const message =
      'this is an old Excel file (.xls) or one with a password; open it in a spreadsheet and save it as .xlsx, changing nothing';
    throw refuse(file, 1, 'old-excel', message);
  }
  if (a === 0x1f && b === 0x8b) throw refuse(file, 1, 'not-csv', 'this is a gzip file; unpack it first');
  const label = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : (options.encoding ?? 'utf-8');
  const text = attempt(label, bytes);
  if (text === undefined) {
    const offset = firstBad(label, bytes);
    const line = bytes.subarray(0, offset).reduce((count, byte) => count + (byte === 0x0a ? 1 : 0), 1);
    throw refuse(file, line, 'encoding', `byte ${offset} is not valid ${label.toUpperCase()}; save the file as "CSV UTF-8"`);
  }
  if (/^\s*<(!doctype|html|\?xml|table)/i.test(text.slice(0, 200))) {
    throw refuse(file, 1, 'not-csv', 'this is a web page, whatever its name says; open it in a spreadsheet and save it as .xlsx');
  }
  if (text.includes('\0')) {
    throw refuse(file, 1, 'encoding', 'NUL characters: UTF-16 without its mark, or no text at all; save the file as "CSV UTF-8"');
  }
  return text;
}

function attempt(label: string, bytes: Uint8Array, stream = false): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes, { stream });
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** The offset at which the first character begins that can't be decoded, by halving. */
function firstBad(label: string, bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.byteLength;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (attempt(label, bytes.subarray(0, middle), true) === undefined) bad = middle;
    else good = middle;
  }
  for (let start = bad - 1; start > Math.max(0, bad - 4); start -= 1)
    if (attempt(label, bytes.subarray(0, start)) !== undefined) return start;
  return bad - 1;
}

/** The delimiter that the first line with any has most of, outside quotes: titles above the header have none. */
function sniff(text: string): string {
  const lines = /(?:[^"\r\n]|"[^"]*")+/g;
  for (let tries = 0; tries < HEAD; tries += 1) {
    const line = lines.exec(text)?.[0].replace(/"[^"]*"/g, '');
    if (line === undefined) break;
    const counts = [',', ';', '\t'].map((delimiter) => [line.split(delimiter).length, delimiter] as const);
    const [most, delimiter] = counts.reduce((best, next) => (next[0] > best[0] ? next : best));
    if (most > 1) return delimiter;
  }
  return ',';
}

function records(file: string, text: string, delimiter: string, first: number): Row[] {
  const rows: Row[] = [];
  let line = first;
  const keep = (entry: string[]): null => {
    // With `raw`, csv-parse hands over an object that its types do not know (7.0.3).
    const { record, raw } = entry as unknown as { record: string[]; raw: string };
    rows.push({ line, cells: record, raw });
    line += breaks(raw);
    return null;
  };
  try {
    parse(text, {
      delimiter,
      raw: true,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: LONGEST,
      on_record: keep,
    });
    return rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const [rule, message] = FAULTS.get(error.code) ?? ['csv', 'the line can’t be read as CSV'];
    throw refuse(file, line, rule, `${message}; export the file again and do not edit it`);
  }
}

const FAULTS: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['CSV_QUOTE_NOT_CLOSED', ['quote', 'a quotation mark opens here and never closes']],
  ['CSV_INVALID_CLOSING_QUOTE', ['quote', 'a quotation mark closes in the middle of a cell']],
  ['INVALID_OPENING_QUOTE', ['quote', 'a quotation mark stands in the middle of a cell']],
  [
    'CSV_MAX_RECORD_SIZE',
    ['too-long', `the row that begins here is longer than ${LONGEST} characters: a quotation mark may be missing`],
  ],
]);

function breaks(raw: string): number {
  return raw.match(/\r\n|\n|\r/g)?.length ?? 0;
}

/** A row must be as wide as the header; empty cells at its end, as spreadsheets add, are let pass. */
function width(file: string, header: Row, row: Row): Finding[] {
  const extra = row.cells.slice(header.cells.length);
  if (row.cells.length === header.cells.length || (extra.length > 0 && extra.every((cell) => cell === ''))) return [];
  const message = `${row.cells.length} cells, but the header has ${header.cells.length}; the row is cut or a separator stands unquoted`;
  return [{ file, line: row.line, column: 1, rule: 'columns', message }];
}

function refuse(file: string, line: number, rule: string, message: string): DataError {
  return new DataError([{ file, line, column: 1, rule, message }]);
}
