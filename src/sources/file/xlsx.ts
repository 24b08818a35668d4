import { Unzip, UnzipInflate, zipSync } from 'fflate';
import readWorkbook from 'read-excel-file/universal';
import { DataError } from '#model/error.ts';
import type { Grid, Row } from './csv.ts';

const LARGEST = 25_000_000;
const UNPACKED = 100_000_000;
const RATIO = 100;
/** Below this many bytes a part may be packed as tightly as it likes: a sheet of equal cells is. */
const HARMLESS = 1_000_000;
const ENTRIES = 1_000;
const ROWS = 250_000;
const COLUMNS = 300;
const CELLS = 5_000_000;
const LONGEST = 1_000_000;
const PIECE = 65_536;

/**
 * The sheets of an Excel workbook (.xlsx), in order; undefined where the bytes are no ZIP archive. Numbers stay as the file has them, dates
 * become `2026-09-01` or `2026-09-01 08:31:00`, formulas are not computed: the value that was saved with them is taken. What would unpack
 * too far, leads out of the archive, or holds macros or other archives is refused before it is read. Throws a `DataError`.
 */
export async function worksheets(file: string, bytes: Uint8Array): Promise<readonly Grid[] | undefined> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return undefined;
  if (bytes.byteLength > LARGEST)
    throw refuse(file, 'too-large', `${bytes.byteLength} bytes; a workbook of at most ${LARGEST} is read`);
  const parts = unpack(file, bytes);
  const book = parts.get('xl/workbook.xml');
  if (!book) throw refuse(file, 'zip', 'this is a ZIP archive; unpack it and import the files in it one by one');
  bound(file, parts, book);
  const sheets = await readWorkbook<Exact>(packed(parts), { trim: false, parseNumber: (text) => new Exact(text) }).catch(
    // The library throws errors of many kinds, some of them plain TypeErrors, and quotes cells in them.
    () => undefined,
  );
  if (!sheets)
    throw refuse(
      file,
      'excel',
      'this workbook can’t be read; open it in a spreadsheet and save it anew as .xlsx or as "CSV UTF-8"',
    );
  return sheets.map(({ sheet, data }) => ({ sheet, delimiter: '', rows: rowsOf(file, sheet, data) }));
}

/** A number as the workbook has it, so that no digit is lost on the way. */
class Exact {
  readonly text: string;
  constructor(text: string) {
    this.text = text.trim();
  }
}

function rowsOf(file: string, sheet: string, data: readonly (readonly unknown[])[]): Row[] {
  const rows = data.map((values, index): Row => {
    const exact = new Set(values.flatMap((value, at) => (value instanceof Exact ? [at] : [])));
    return { line: index + 1, cells: values.map(textOf), raw: '', exact };
  });
  const long = rows.find((row) => row.cells.some((cell) => cell.length > LONGEST));
  if (long) throw refuse(file, 'too-long', `a cell of the sheet "${sheet}" has more than ${LONGEST} characters`, long.line);
  return rows.filter((row) => row.cells.some((cell) => cell.trim() !== ''));
}

function textOf(value: unknown): string {
  if (value instanceof Exact) return value.text;
  if (value instanceof Date) return dateOf(value);
  return typeof value === 'string' ? value : typeof value === 'boolean' ? String(value).toUpperCase() : '';
}

/** Spreadsheets keep days as fractions: the nearest second is what was meant. */
function dateOf(value: Date): string {
  const at = new Date(Math.round(value.getTime() / 1000) * 1000);
  if (Number.isNaN(at.getTime())) return 'no date';
  const [day = '', time = ''] = at
    .toISOString()
    .replace(/\.\d+Z$/, '')
    .split('T');
  return time === '00:00:00' ? day : `${day} ${time}`;
}

/** All XML parts, by name. Everything is counted while it unpacks, since an archive can lie about its sizes. */
function unpack(file: string, bytes: Uint8Array): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array[]>();
  let read = 0;
  let total = 0;
  let entries = 0;
  const archive = new Unzip((entry) => {
    entries += 1;
    if (entries > ENTRIES) throw refuse(file, 'zip', `the archive holds more than ${ENTRIES} files; no export does`);
    const name = entry.name;
    if (/^\/|\\|\0|(^|\/)\.\.(\/|$)|^[a-z]:/i.test(name))
      throw refuse(file, 'zip', 'a file in the archive has a path that leads out of it; do not use this file');
    if (/vbaProject|\.bin$/i.test(name) && /vba|macro/i.test(name))
      throw refuse(file, 'macros', 'the workbook holds macros; save it as .xlsx without them');
    if (/\.(zip|xlsx?|xlsm|xlsb|docx?|pptx?|gz|7z|rar|tar)$/i.test(name))
      throw refuse(file, 'zip', 'there is another archive or document inside; unpack it and import the files in it one by one');
    if (!/\.(xml|rels)$/i.test(name)) return;
    if (parts.has(name)) throw refuse(file, 'zip', 'a file stands in the archive twice');
    const pieces: Uint8Array[] = [];
    let size = 0;
    const begun = read;
    parts.set(name, pieces);
    entry.ondata = (error, piece) => {
      if (error) throw error;
      size += piece.byteLength;
      total += piece.byteLength;
      if (total > UNPACKED)
        throw refuse(file, 'zip', `the archive unpacks to more than ${UNPACKED} bytes; export a shorter time`);
      if (size > HARMLESS && size > RATIO * (read - begun + PIECE))
        throw refuse(file, 'zip', `a file in the archive unpacks to more than ${RATIO} times its size: no export does`);
      pieces.push(piece.slice());
    };
    entry.start();
  });
  archive.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.byteLength; at += PIECE) {
      read = Math.min(at + PIECE, bytes.byteLength);
      archive.push(bytes.subarray(at, read), read === bytes.byteLength);
    }
  } catch (error) {
    if (error instanceof DataError) throw error;
    throw refuse(file, 'zip', 'the archive is damaged or cut; download it again');
  }
  return new Map([...parts].map(([name, pieces]) => [name, joined(pieces)]));
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}

/** The checked parts as a plain archive: what was looked at is what is read. */
function packed(parts: ReadonlyMap<string, Uint8Array>): ArrayBuffer {
  const entries = Object.assign(Object.create(null), Object.fromEntries(parts)) as Record<string, Uint8Array>;
  return new Uint8Array(zipSync(entries, { level: 0, mtime: '1980-01-02T00:00:00Z' })).buffer;
}

const TAG = /<(?:[\w-]+:)?(?:c|row)(?=[\s/>])(?:[^>"']|"[^"]*"|'[^']*')*>/g;
const PLACE = /\sr\s*=\s*(?:"([^"]*)"|'([^']*)')/;

/** One cell far out would make the reader fill everything before it; sheets that share one part would be read once each. */
function bound(file: string, parts: ReadonlyMap<string, Uint8Array>, book: Uint8Array): void {
  let largest = 0;
  for (const [name, bytes] of parts) {
    const text = new TextDecoder().decode(bytes);
    if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw refuse(file, 'excel', 'the workbook declares entities; no export does');
    if (!text.includes('sheetData')) continue;
    largest = Math.max(largest, bytes.byteLength);
    let [rows, columns] = [0, 0];
    for (const [tag] of text.matchAll(TAG)) {
      const place = PLACE.exec(tag);
      if (!place) continue;
      const [, letters = '', digits = ''] = /^([A-Z]{0,3})(\d{1,7})$/.exec(place[1] ?? place[2] ?? '') ?? [];
      if (digits === '') throw refuse(file, 'excel', `a cell of ${name} has no place; save the workbook anew`);
      rows = Math.max(rows, Number(digits));
      columns = Math.max(columns, numberOf(letters));
    }
    if (rows > ROWS || columns > COLUMNS || rows * columns > CELLS)
      throw refuse(file, 'too-large', `a sheet reaches to row ${rows}, column ${columns}; export a shorter time`);
  }
  const sheets = new TextDecoder().decode(book).match(/<(?:[\w-]+:)?sheet(?=[\s/>])/g)?.length ?? 0;
  if (sheets > 1 && sheets * largest > 2 * UNPACKED)
    throw refuse(file, 'too-large', `${sheets} sheets, the largest of ${largest} bytes; export a shorter time`);
}

/** A column's letters as its number, from 1: `A`, `Z`, `AA` are 1, 26, 27. */
function numberOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function refuse(file: string, rule: string, message: string, line = 1): DataError {
  return new DataError([{ file, line, column: 1, rule, message }]);
}
