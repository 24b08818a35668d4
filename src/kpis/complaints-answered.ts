import { known, missing } from '#model/figure.ts';
import { days, facts } from './example.ts';
import type { Kpi } from './kpi.ts';
import { shareOf } from './whole.ts';

export const complaintsAnswered: Kpi = {
  id: 'complaints-answered',
  version: 1,
  question: 4,
  unit: 'ratio',
  families: ['register'],
  declared: true,
  rollUp: 'sum then divide',
  stage: 'out-take',
  measures: ['complaints-answered'],
  texts: {
    id: {
      name: 'Pengaduan dijawab',
      plain: 'Dari setiap pengaduan yang diterima, berapa bagian yang sudah dijawab isinya oleh petugas.',
      formula: 'Pengaduan yang sudah dijawab dibagi pengaduan yang diterima pada bulan yang sama.',
      limits:
        'Tanda terima otomatis bukan jawaban. Jawaban tidak berarti masalahnya selesai. Bulan terakhir masih naik: angkanya menurut keadaan saat berkas dibuat. Ekspor SP4N-LAPOR! tidak memuat waktu jawaban.',
    },
    en: {
      name: 'Complaints answered',
      plain: 'Of all complaints received, the share that a person has answered in substance.',
      formula: 'Complaints that were answered divided by complaints received in the same month.',
      limits:
        'An automatic receipt is no answer, and an answer is not a solution. The last month still rises: it stands as it did when the file was made. The SP4N-LAPOR! export does not hold the time of the answer.',
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
        facts('a', { monthly: { 'complaints-received': days(100, 1, 1), 'complaints-answered': days(90, 1, 1) } }),
        facts('b', { monthly: { 'complaints-received': days(20, 1, 1), 'complaints-answered': days(6, 1, 1) } }),
      ],
      expect: { figure: known(0.8), numerator: 96, denominator: 120, n: 120 },
    },
    {
      title: { id: 'Tidak ada yang diterima', en: 'None received' },
      facts: [facts('a', { monthly: { 'complaints-received': days(0, 1, 1), 'complaints-answered': days(0, 1, 1) } })],
      expect: { figure: missing('zero-denominator') },
    },
    {
      title: { id: 'Ekspor tidak memuatnya', en: 'Not in the export' },
      facts: [
        facts('a', {
          monthly: {
            'complaints-received': days(50, 1, 1),
            'complaints-answered': { ...days(0, 0, 0), reason: 'not-in-export' },
          },
        }),
      ],
      expect: { figure: missing('not-in-export') },
    },
  ],
  compute: (accounts) => shareOf('complaints-answered', 'complaints-received', accounts),
};
