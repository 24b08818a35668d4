import { parse } from 'csv-parse/sync';

export type Cell = string | number | null | undefined;

const BOM = '\ufeff';
/**
 * What makes a spreadsheet take a text for a formula (OWASP ASVS 1.2.10), full-width signs included. Apostrophes before it count too, so
 * that taking ours off gives the text back.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * Our own tables as CSV: UTF-8, comma, CRLF; `bom` puts the byte order mark first, without which spreadsheets misread letters. Texts that
 * a spreadsheet would run as a formula get a leading apostrophe; numbers never do, so -5 stays -5. Null and undefined are empty cells.
 * Control characters and those that turn the reading direction are left out.
 */
export function toCsv(
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  { bom = false }: { readonly bom?: boolean } = {},
): string {
  return (bom ? BOM : '') + [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Rows of such a table by column name; the apostrophe is taken off again. */
export function fromCsv(text: string): Record<string, string>[] {
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [key, FORMULA.test(value) ? value.replace(/^'/, '') : value])),
  );
}

function cell(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const clean = value.replace(INVISIBLE, '');
  const safe = FORMULA.test(clean) ? `'${clean}` : clean;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
