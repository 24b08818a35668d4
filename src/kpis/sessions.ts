import { known, missing } from '#model/figure.ts';
import { days, facts } from './example.ts';
import type { Kpi } from './kpi.ts';
import { alike, metricsOf, wholesOf } from './formula/whole.ts';

export const sessions: Kpi = {
  id: 'sessions',
  version: 1,
  question: 5,
  unit: 'count',
  families: ['web'],
  declared: true,
  rollUp: 'sum',
  stage: 'outcome',
  leading: true,
  measures: ['sessions'],
  texts: {
    id: {
      name: 'Kunjungan situs',
      plain: 'Berapa kali situs layanan instansi dikunjungi.',
      formula: 'Jumlah kunjungan (sesi) harian selama periode.',
      limits:
        'Satu orang dapat berkunjung berkali-kali. Hanya peramban yang menjalankan penghitungnya, dan yang setuju bila diminta, terhitung. Dua penghitung yang berbeda tidak dijumlahkan.',
    },
    en: {
      name: 'Site visits',
      plain: 'How many times the agency’s service sites were visited.',
      formula: 'The sum of daily visits (sessions) in the period.',
      limits:
        'One person can visit many times. Only browsers that run the counter, and have agreed where asked, are counted. Two different counters are not added up.',
    },
  },
  basis: [{ title: 'Conventional: counts as the register, or the platform, gives them' }],
  examples: [
    {
      title: { id: 'Dua situs, penghitung yang sama', en: 'Two sites, the same counter' },
      facts: [facts('a', { daily: { sessions: days(8_000) } }), facts('b', { daily: { sessions: days(500) } })],
      expect: { figure: known(8_500) },
    },
    {
      title: { id: 'Sehari tidak terambil', en: 'One day was not collected' },
      facts: [facts('a', { daily: { sessions: days(7_700, 29) } })],
      expect: { figure: missing('partial'), numerator: 7_700 },
    },
  ],
  compute: (accounts) =>
    alike(
      accounts,
      (one) => metricsOf(one, ['sessions']),
      (some) => wholesOf('sessions', some),
    ),
};
