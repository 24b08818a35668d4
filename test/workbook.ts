import { zipSync } from 'fflate';

/** A cell of a made workbook: text, number (a string with digits under `number`), or a day with its time. */
export type Cell = string | number | null | { readonly number: string } | { readonly date: string };
export type Sheets = Readonly<Record<string, readonly (readonly Cell[])[]>>;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The bytes of an .xlsx file with those sheets, as a platform would write it; `more` adds or replaces parts of the archive. */
export function workbook(sheets: Sheets, more: Readonly<Record<string, Uint8Array | string>> = {}): Uint8Array {
  const names = Object.keys(sheets);
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `${HEAD}<Relationships/>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><sheets>${names
      .map((name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships>${names
      .map(
        (_, index) =>
          `<Relationship Id="rId${index + 1}" Type="${RELATION}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
      )
      .join('')}<Relationship Id="rId0" Type="${RELATION}/styles" Target="styles.xml"/></Relationships>`,
    // Style 1 is a day, style 2 a day with its time.
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
  names.forEach((name, index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = sheetOf(sheets[name] ?? []);
  });
  const all = Object.entries({ ...parts, ...more });
  const entries = all.map(([name, part]) => [name, typeof part === 'string' ? utf8(part) : part] as const);
  return zipSync(Object.fromEntries(entries), { mtime: '1980-01-02T00:00:00Z' });
}

/** The XML of one sheet. */
export function sheetOf(rows: readonly (readonly Cell[])[]): string {
  const body = rows
    .map((cells, index) => {
      const line = index + 1;
      return `<row r="${line}">${cells.map((cell, at) => cellOf(cell, `${letters(at)}${line}`)).join('')}</row>`;
    })
    .join('');
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${body}</sheetData></worksheet>`;
}

function cellOf(cell: Cell, place: string): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'string') return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if ('number' in cell) return `<c r="${place}"><v>${cell.number}</v></c>`;
  const days = Date.parse(`${cell.date}${cell.date.length === 10 ? 'T00:00:00' : ''}Z`) / 86_400_000 + 25_569;
  return `<c r="${place}" s="${cell.date.length === 10 ? 1 : 2}"><v>${days}</v></c>`;
}

function letters(index: number): string {
  return (index >= 26 ? String.fromCharCode(64 + Math.floor(index / 26)) : '') + String.fromCharCode(65 + (index % 26));
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
