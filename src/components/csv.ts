/**
 * A table as CSV for spreadsheets: UTF-8 with a byte order mark, CRLF, text always quoted. A text that a spreadsheet would run as a
 * formula gets an apostrophe before it (OWASP ASVS 1.2.10); numbers never do. Characters that turn the reading direction are left out.
 */
export function csv(columns: readonly string[], rows: readonly (readonly (string | number | null | undefined)[])[]): string {
  return `\uFEFF${[columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const TURNS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

function cell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = value.replace(TURNS, '').replaceAll('\u0000', '');
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
