/** Already quoted, to be written as it stands. */
interface Quoted {
  readonly quoted: string;
}
export type Cell = string | number | Quoted;

/** Always in quotes, as some exports write their texts. */
export function quote(text: string): Quoted {
  return { quoted: `"${text.replace(/"/g, '""')}"` };
}

/** Rows as a CSV file in UTF-8; quotes stand where the text needs them. */
export function csv(rows: readonly (readonly Cell[])[], mark = ''): Uint8Array {
  const cell = (value: Cell): string => {
    if (typeof value === 'object') return value.quoted;
    const text = String(value);
    return /[",\n\r]/.test(text) ? quote(text).quoted : text;
  };
  return new TextEncoder().encode(mark + rows.map((row) => `${row.map(cell).join(',')}\n`).join(''));
}

const MONTHS = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  id: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
} as const;
export const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** Short name of the month of a day. */
export function month(day: string, language: 'en' | 'id' = 'en'): string {
  return MONTHS[language][Number(day.slice(5, 7)) - 1] ?? '';
}
