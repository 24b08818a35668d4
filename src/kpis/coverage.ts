import { divide, known, missing } from '#model/figure.ts';
import { facts } from './example.ts';
import type { Kpi } from './kpi.ts';
import { ratioOf } from './formula/total.ts';

export const coverage: Kpi = {
  id: 'coverage',
  version: 1,
  question: 7,
  unit: 'ratio',
  families: ['social', 'web', 'ads', 'register'],
  rollUp: 'sum then divide',
  stage: 'input',
  measures: [],
  texts: {
    id: {
      name: 'Kelengkapan data',
      plain: 'Dari setiap seratus angka harian yang seharusnya ada, berapa yang benar-benar masuk.',
      formula:
        'Angka harian yang ada ÷ angka harian yang seharusnya ada: tiap ukuran harian, kiriman tiap hari, dan angka bulanan sekali sebulan.',
      limits:
        'Hanya mengukur angka yang dijanjikan sumbernya: yang tidak pernah diberikan platform tidak dihitung kurang. Data lengkap belum tentu benar. Akun yang angkanya lebih banyak lebih berpengaruh.',
    },
    en: {
      name: 'Coverage',
      plain: 'Of every hundred daily figures that should be there, how many have arrived.',
      formula:
        'Daily figures that are there ÷ daily figures that should be: each daily measure, the posts of each day, and what comes by month once a month.',
      limits:
        'It measures only what a source promises: what a platform never gives is not counted as lacking. Complete figures need not be right ones. An account with more figures weighs more.',
    },
  },
  basis: [{ title: 'Conventional: completeness as the share of expected records that are present; added up, then divided' }],
  examples: [
    {
      title: { id: 'Dua akun: dijumlahkan dulu, baru dibagi', en: 'Two accounts: added up first, then divided' },
      facts: [
        facts('a', { quality: { known: 90, expected: 90, open: 0, behind: 0 } }),
        facts('b', { quality: { known: 0, expected: 10, open: 0 } }),
      ],
      expect: { figure: known(0.9), numerator: 90, denominator: 100 },
    },
    {
      title: { id: 'Belum ada yang jatuh tempo', en: 'Nothing is due yet' },
      facts: [facts('a')],
      expect: { figure: missing('not-due') },
    },
  ],
  compute: (accounts) =>
    ratioOf(
      accounts.map(({ account, quality }) => ({
        account,
        figure: quality.expected === 0 ? missing('not-due') : divide(known(quality.known), known(quality.expected)),
        numerator: quality.known,
        denominator: quality.expected,
        grounds: [],
      })),
    ),
};
