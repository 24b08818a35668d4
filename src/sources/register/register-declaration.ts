import type { Column } from '#model/layout.ts';
import type { Measure } from '#model/measure.ts';
import type { Declaration } from '#model/source.ts';

type Given = Declaration['gives'][number];

/** One figure of a register, by month, as a whole and by its parts. */
export function monthly(
  measure: Measure,
  metric: string,
  by: readonly NonNullable<Given['dimensions']>[] = [[]],
  note?: Given['note'],
): Given[] {
  return by.map((dimensions) => ({
    measure,
    level: 'account',
    window: 'month',
    ...(dimensions.length > 0 ? { dimensions } : {}),
    metric,
    snapshot: false,
    ...(note ? { note } : {}),
  }));
}

/** Figures of a month that go on growing after its end, as complaints are answered and closed. */
export function growing(gives: readonly Given[]): Given[] {
  return gives.map((given) => ({ ...given, grows: true }));
}

/** The first column of every table of which one row is one person or matter. */
export const rowNumber: Column = {
  name: 'no',
  kind: 'number',
  note: {
    en: 'Number of the row: 1, 2, 3 …, so that a row that was pasted twice is counted once. Not the number of a person or a ticket.',
    id: 'Nomor urut baris: 1, 2, 3 …, agar baris yang tertempel dua kali dihitung sekali. Bukan nomor orang atau nomor tiket.',
  },
  examples: ['1', '2', '3', '4'],
};

/** The same by day. */
export function daily(measure: Measure, metric: string, by: readonly NonNullable<Given['dimensions']>[] = [[]]): Given[] {
  return monthly(measure, metric, by).map((given) => ({ ...given, window: 'day' }));
}

/** A column that counts; left out or empty where it is not known. */
export function counting(name: string, note: Column['note'], examples: Column['examples']): Column {
  return { name, kind: 'count', optional: true, note, examples };
}

/** No platform stands between an office and a register of its own. */
export const ownTerms: NonNullable<Declaration['terms']> = {
  en: 'No platform is involved: the figures are the office’s own. How long the file itself is kept, and by whom, follows from the office’s rules and from UU 27/2022 (PDP); Terang keeps none that has one row a person.',
  id: 'Tidak ada platform yang terlibat: angkanya milik instansi sendiri. Berapa lama berkasnya disimpan, dan oleh siapa, mengikuti aturan instansi dan UU 27/2022 (PDP); Terang tidak menyimpan berkas yang satu barisnya satu orang.',
};

/** Figures that come in a file of their own: an office that never hands one in lacks nothing. */
export function apart(gives: readonly Given[]): Given[] {
  return gives.map((given) => ({ ...given, optional: true }));
}
