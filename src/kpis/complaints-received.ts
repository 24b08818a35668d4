import { known, missing } from '#model/figure.ts';
import { days, facts } from './example.ts';
import type { Kpi } from './kpi.ts';
import { wholesOf } from './formula/whole.ts';

export const complaintsReceived: Kpi = {
  id: 'complaints-received',
  version: 1,
  question: 4,
  unit: 'count',
  families: ['register'],
  declared: true,
  rollUp: 'sum',
  stage: 'out-take',
  measures: ['complaints-received'],
  texts: {
    id: {
      name: 'Pengaduan diterima',
      plain: 'Berapa pengaduan warga yang diterima dalam periode ini.',
      formula: 'Banyaknya pengaduan menurut bulan diterimanya, dari semua daftar pengaduan instansi.',
      limits:
        'Pengaduan yang sama lewat dua saluran tercatat dua kali bila daftarnya terpisah. Banyak pengaduan bisa berarti layanan buruk, bisa juga warga percaya akan dijawab.',
    },
    en: {
      name: 'Complaints received',
      plain: 'How many complaints of citizens were received in the period.',
      formula: 'Complaints by the month in which they were received, of all registers of the agency.',
      limits:
        'The same complaint through two channels stands twice where the registers are apart. Many complaints can mean poor service, or citizens who trust that they will be answered.',
    },
  },
  basis: [{ title: 'SP4N-LAPOR!: complaints of citizens (Perpres 76/2013)', url: 'https://www.lapor.go.id/' }],
  examples: [
    {
      title: { id: 'Dua daftar', en: 'Two registers' },
      facts: [
        facts('a', { monthly: { 'complaints-received': days(120, 1, 1) } }),
        facts('b', { monthly: { 'complaints-received': days(30, 1, 1) } }),
      ],
      expect: { figure: known(150) },
    },
    {
      title: { id: 'Tidak ada pengaduan', en: 'No complaints' },
      facts: [facts('a', { monthly: { 'complaints-received': days(0, 1, 1) } })],
      expect: { figure: known(0) },
    },
    {
      title: { id: 'Dua dari tiga bulan', en: 'Two of three months' },
      facts: [facts('a', { monthly: { 'complaints-received': days(90, 2, 3) } })],
      expect: { figure: missing('partial'), numerator: 90 },
    },
  ],
  compute: (accounts) => wholesOf('complaints-received', accounts),
};
