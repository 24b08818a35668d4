import type { Declaration } from '#model/source.ts';

/** Graph API versions with the ends that Meta's changelog names (read 2026-11). The newest was introduced on 2026-07-29. */
export const VERSIONS: NonNullable<Declaration['versions']> = [
  { api: 'v26.0' },
  { api: 'v25.0', ends: '2028-07-29' },
  { api: 'v24.0', ends: '2028-02-18' },
  { api: 'v23.0', ends: '2027-10-08' },
  { api: 'v22.0', ends: '2027-05-20' },
  { api: 'v21.0', ends: '2027-01-21' },
];

/** Read in excerpts that an archive of Meta's Platform Terms quotes (state of March 2026), not in full. */
export const TERMS: NonNullable<Declaration['terms']> = {
  en: 'Read only in excerpts (an archive’s, March 2026): data received from Meta has to be deleted when Meta asks, when access ends or when there is no more need for it, unless it is aggregated so that nobody can be recognised in it. Whether counts of one’s own account may be kept and published for years after access ends is an open question for the office’s lawyer.',
  id: 'Hanya dibaca dalam kutipan (dari sebuah arsip, Maret 2026): data dari Meta harus dihapus bila diminta Meta, bila akses berakhir, atau bila tidak lagi diperlukan, kecuali sudah berupa agregat sehingga tak seorang pun dapat dikenali. Apakah angka akun sendiri boleh disimpan dan diterbitkan bertahun-tahun setelah akses berakhir adalah pertanyaan terbuka bagi bagian hukum instansi.',
};
