import type { Row, Table } from './csv.ts';
import { isTotal } from './export.ts';

/** What a source knows of a file beside its columns. */
export interface Beside {
  /** Heads of further columns that the platform writes and nobody reads: numbers, shares, durations. */
  readonly heads?: readonly string[];
  /** Rows above the header of which the source has read every cell. */
  readonly above?: number;
}

/** How the cells of the columns that are read are judged. */
export interface Judged {
  /** The heads that a column of days or figures may have, as they are written; none of a column of words. */
  heads(index: number): readonly string[];
  /** Whether a cell holds what its column holds. */
  fits(row: Row, index: number): boolean;
}

/** Digits enough for a figure of a day, and not for a telephone or identity number; a share; a duration. */
const NUMBER = /^-?\d{1,3}(?:[.,]?\d{3}){0,2}(?:[.,]\d{1,6})?%?$|^\d{1,3}(?::\d\d){1,2}$/;

/**
 * Whether a table holds nothing but days and figures under heads that are known, so that it may be kept as received: no further column, no
 * line above, no word in a cell. A row of totals has its name in the first cell.
 */
export function isBare(table: Table, judged: Judged, { heads = [], above = 0 }: Beside): boolean {
  if (table.above.length > above) return false;
  const others = new Set(heads.map((head) => head.toLowerCase()));
  return table.header.cells.every((cell, index) => {
    const head = plain(cell);
    if (judged.heads(index).some((one) => plain(one) === head))
      return table.rows.every((row) => judged.fits(row, index) || (index === 0 && isTotal(row.cells[0] ?? '')));
    const fits =
      head === '' ? (text: string) => text === '' : others.has(head) && ((text: string) => text === '' || NUMBER.test(text));
    return fits !== false && table.rows.every((row) => fits((row.cells[index] ?? '').trim()));
  });
}

/** As a head is compared here: stricter than for reading, since what hides in a head would be kept. */
function plain(head: string): string {
  return head.replace(/[‘’]/g, "'").trim().toLowerCase();
}
