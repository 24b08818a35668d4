import { parse } from 'csv-parse/sync';

export type Cell = string | number | null;

/**
 * Our own tables as CSV: UTF-8, comma, CRLF. Texts that a spreadsheet would run as a formula get a leading apostrophe (OWASP ASVS 1.2.10);
 * numbers never do, so -5 stays -5. Null is an empty cell.
 */
export function toCsv(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Rows of such a table by column name; the apostrophe is taken off again. */
export function fromCsv(text: string): Record<string, string>[] {
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value.replace(/^'(?=[=+\-@\t\r＝])/, '')])),
  );
}

const FORMULA = /^[=+\-@\t\r＝]/;
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/g;

function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const clean = value.replace(INVISIBLE, '');
  const safe = FORMULA.test(clean) ? `'${clean}` : clean;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
