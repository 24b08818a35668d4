import { nik } from '#model/nik.ts';
import { placeAt, type Remark } from './bytes.ts';
import { quote } from './names.ts';
import { rowsOf, type Row } from './rows.ts';

/** What a whole cell must look like. A hotline number inside a post's words is no such cell. */
const CELLS: readonly (readonly [string, RegExp])[] = [
  ['NIK numbers', new RegExp(`^'?${nik}$`, 'u')],
  ['e-mail addresses', /^[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{2,63}){1,4}$/i],
  ['mobile numbers', /^'?(?:\+?62|0)[ ./\p{Pd}]?8\d{1,3}[ ./\p{Pd}]?\d{3,4}[ ./\p{Pd}]?\d{3,5}$/u],
];

/** Heads of columns that only a register of persons has; small letters, single blanks. */
const HEADS = new Set(
  (
    'nama pelapor|nama pengadu|nama pemohon|nama lengkap|nama warga|nama responden|nik|no nik|nomor nik|no ktp|nomor ktp|no kk|nomor kk|' +
    'alamat|alamat rumah|alamat lengkap|alamat pelapor|telepon|no telepon|nomor telepon|telp|no telp|no hp|nomor hp|nomor ponsel|no wa|' +
    'nomor whatsapp|email|e mail|surel|alamat email|email pelapor|tempat lahir|tanggal lahir|full name|reporter name|phone|phone number|' +
    'mobile number|email address|e mail address|home address|date of birth|national id|' +
    // What people wrote: registers of complaints, and the last question of many surveys.
    'tracking id|judul laporan|isi laporan|isi laporan awal|isi laporan akhir|isi aduan|isi pengaduan|uraian pengaduan|kritik dan saran'
  ).split('|'),
);

/** A NIK that stands in a commentary. */
export function checkNik(text: string): Remark[] {
  return Array.from(text.matchAll(new RegExp(`(?<![\\d./=-])${nik}(?!\\d)`, 'gu')), (match) => ({
    ...placeAt(text, match.index),
    rule: 'personal',
    message: 'looks like a NIK; a report holds no personal data, delete it',
  }));
}

/** Whether a word heads a column (or names a field) of personal data. */
export function isPersonalHead(head: string): boolean {
  return HEADS.has(
    head
      .toLowerCase()
      .replace(/[^\p{L}\d]+/gu, ' ')
      .trim(),
  );
}

/**
 * Why a table must not enter `data/`: a head that only a register of persons has (in its first ten rows), or a column of which at least two
 * cells and at least half are NIK numbers, e-mail addresses or mobile numbers as a whole.
 */
export function checkTable(text: string): Remark[] {
  const rows = rowsOf(text);
  const remarks: Remark[] = [];
  for (const { line, cells } of rows.slice(0, 10)) {
    for (const { column, text: head } of cells) {
      if (!isPersonalHead(head)) continue;
      remarks.push({ line, column, rule: 'personal', message: `the column ${quote(head.trim())} is about persons; ${ADVICE}` });
    }
    if (remarks.length > 0) return remarks;
  }
  return [...remarks, ...dense(rows)];
}

const ADVICE = 'export again without it: nothing personal may enter data/, since git keeps it for ever';

function dense(rows: readonly Row[]): Remark[] {
  const columns: { filled: number; found: Map<string, { count: number; line: number; column: number }> }[] = [];
  for (const { line, cells } of rows) {
    cells.forEach(({ column, text }, index) => {
      const cell = text.trim();
      if (cell === '') return;
      const tally = (columns[index] ??= { filled: 0, found: new Map() });
      tally.filled += 1;
      const what = CELLS.find(([, form]) => cell.length < 100 && form.test(cell))?.[0];
      if (what === undefined) return;
      const found = tally.found.get(what) ?? { count: 0, line, column };
      tally.found.set(what, { ...found, count: found.count + 1 });
    });
  }
  return columns.flatMap(({ filled, found }) =>
    [...found].flatMap(([what, { count, line, column }]) =>
      count >= 2 && count * 2 >= filled
        ? [{ line, column, rule: 'personal', message: `this column holds ${what}; ${ADVICE}` }]
        : [],
    ),
  );
}
