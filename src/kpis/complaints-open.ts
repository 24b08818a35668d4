import { known, missing } from '#model/figure.ts';
import { days, facts } from './example.ts';
import type { Kpi } from './kpi.ts';
import { wholesOf } from './formula/whole.ts';

export const complaintsOpen: Kpi = {
  id: 'complaints-open',
  version: 1,
  question: 4,
  unit: 'count',
  families: ['register'],
  declared: true,
  rollUp: 'sum',
  stage: 'out-take',
  measures: ['complaints-open'],
  texts: {
    id: {
      name: 'Pengaduan terbawa ke bulan berikutnya',
      plain: 'Berapa pengaduan yang diterima dan belum selesai sampai akhir bulan diterimanya.',
      formula:
        'Pengaduan yang diterima dalam bulan itu dan belum ditutup sampai hari terakhir bulan itu. Beberapa bulan dijumlahkan: satu pengaduan hanya dihitung pada bulan diterimanya.',
      limits:
        'Bukan seluruh tunggakan: pengaduan dari bulan-bulan sebelumnya yang masih terbuka tidak ikut, sebab berkas satu bulan tidak memuatnya. Yang diterima menjelang akhir bulan wajar belum selesai; bandingkan dengan bulan lain, bukan dengan nol.',
    },
    en: {
      name: 'Complaints carried into the next month',
      plain: 'How many complaints were received and not closed by the end of the month in which they came.',
      formula:
        'Complaints received in the month and not closed by its last day. Several months are added up: a complaint counts only in the month in which it came.',
      limits:
        'Not the whole backlog: complaints of earlier months that are still open are not in it, since the file of a month does not hold them. What comes in late in a month is naturally open at its end; compare with other months, not with none.',
    },
  },
  basis: [{ title: 'Derived: what the file of one month can truly say of a backlog, and what no later file changes' }],
  examples: [
    {
      title: { id: 'Dua daftar', en: 'Two registers' },
      facts: [
        facts('a', { monthly: { 'complaints-open': days(34, 1, 1) } }),
        facts('b', { monthly: { 'complaints-open': days(6, 1, 1) } }),
      ],
      expect: { figure: known(40) },
    },
    {
      title: { id: 'Semua selesai', en: 'All were closed' },
      facts: [facts('a', { monthly: { 'complaints-open': days(0, 1, 1) } })],
      expect: { figure: known(0) },
    },
    {
      title: { id: 'Ekspor tidak memuat kapan ditutup', en: 'The export does not say when they were closed' },
      facts: [facts('a', { monthly: { 'complaints-open': { ...days(0, 0, 0), reason: 'not-in-export' } } })],
      expect: { figure: missing('not-in-export') },
    },
  ],
  compute: (accounts) => wholesOf('complaints-open', accounts),
};
