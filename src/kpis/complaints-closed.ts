import { known, missing } from '#model/figure.ts';
import { days, facts } from './example.ts';
import type { Kpi } from './kpi.ts';
import { shareOf } from './whole.ts';

export const complaintsClosed: Kpi = {
  id: 'complaints-closed',
  version: 1,
  question: 4,
  unit: 'ratio',
  families: ['register'],
  declared: true,
  rollUp: 'sum then divide',
  stage: 'out-take',
  measures: ['complaints-closed'],
  texts: {
    id: {
      name: 'Pengaduan selesai',
      plain: 'Dari setiap pengaduan yang diterima, berapa bagian yang sudah ditutup.',
      formula: 'Pengaduan yang sudah ditutup dibagi pengaduan yang diterima pada bulan yang sama.',
      limits:
        'Ditutup tidak berarti pelapor puas; sebagian ditutup karena pelapor tidak membalas. Angkanya menurut keadaan saat berkas dibuat dan masih naik.',
    },
    en: {
      name: 'Complaints closed',
      plain: 'Of all complaints received, the share that has been closed.',
      formula: 'Complaints that were closed divided by complaints received in the same month.',
      limits:
        'Closed does not mean that the person is content; some are closed since the person did not reply. The figure stands as it did when the file was made, and still rises.',
    },
  },
  basis: [
    { title: 'Conventional; the unanswered stay in the denominator (derived)' },
    { title: 'SP4N-LAPOR!: complaints of citizens (Perpres 76/2013)', url: 'https://www.lapor.go.id/' },
  ],
  examples: [
    {
      title: { id: 'Dua daftar: dijumlahkan dulu, baru dibagi', en: 'Two registers: added up first, then divided' },
      facts: [
        facts('a', { monthly: { 'complaints-received': days(100, 1, 1), 'complaints-closed': days(90, 1, 1) } }),
        facts('b', { monthly: { 'complaints-received': days(20, 1, 1), 'complaints-closed': days(6, 1, 1) } }),
      ],
      expect: { figure: known(0.8), numerator: 96, denominator: 120, n: 120 },
    },
    {
      title: { id: 'Tidak ada yang diterima', en: 'None received' },
      facts: [facts('a', { monthly: { 'complaints-received': days(0, 1, 1), 'complaints-closed': days(0, 1, 1) } })],
      expect: { figure: missing('zero-denominator') },
    },
    {
      title: { id: 'Ekspor tidak memuatnya', en: 'Not in the export' },
      facts: [
        facts('a', {
          monthly: { 'complaints-received': days(50, 1, 1), 'complaints-closed': { ...days(0, 0, 0), reason: 'not-in-export' } },
        }),
      ],
      expect: { figure: missing('not-in-export') },
    },
  ],
  compute: (accounts) => shareOf('complaints-closed', 'complaints-received', accounts),
};
