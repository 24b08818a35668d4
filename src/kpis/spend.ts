import { known, missing } from '#model/figure.ts';
import { days, facts } from './example.ts';
import type { Kpi } from './kpi.ts';
import { spent } from './formula/money.ts';

export const spend: Kpi = {
  id: 'spend',
  version: 1,
  question: 6,
  unit: 'money',
  families: ['ads'],
  declared: true,
  rollUp: 'sum',
  stage: 'input',
  leading: true,
  measures: ['spend'],
  texts: {
    id: {
      name: 'Belanja iklan',
      plain: 'Berapa uang yang dibelanjakan untuk iklan di platform.',
      formula: 'Jumlah belanja iklan harian selama periode, dalam mata uang akun iklannya.',
      limits:
        'Hanya yang dibayar ke platform: pembuatan materi dan gaji tidak termasuk. Apakah pajak termasuk, tertulis pada akunnya. Mata uang yang berbeda tidak dijumlahkan.',
    },
    en: {
      name: 'Ad spend',
      plain: 'How much money was spent on ads on the platforms.',
      formula: 'Daily ad spend in the period, added up, in the currency of the ad account.',
      limits:
        'Only what was paid to the platform: making the material and wages are not in it. Whether tax is in it stands with the account. Different currencies are not added up.',
    },
  },
  basis: [{ title: 'Conventional: counts as the register, or the platform, gives them' }],
  examples: [
    {
      title: { id: 'Dua akun, rupiah', en: 'Two accounts, rupiah' },
      facts: [
        facts('a', { currency: 'IDR', daily: { spend: days(4_500_000) } }),
        facts('b', { currency: 'IDR', daily: { spend: days(500_000) } }),
      ],
      expect: { figure: known(5_000_000), currency: 'IDR' },
    },
    {
      title: { id: 'Dua mata uang tidak dijumlahkan', en: 'Two currencies are not added up' },
      facts: [
        facts('a', { currency: 'IDR', daily: { spend: days(4_500_000) } }),
        facts('b', { currency: 'USD', daily: { spend: days(300) } }),
      ],
      expect: { figure: missing('not-comparable') },
    },
    {
      title: { id: 'Tidak beriklan', en: 'No ads' },
      facts: [facts('a', { currency: 'IDR', daily: { spend: days(0) } })],
      expect: { figure: known(0), currency: 'IDR' },
    },
  ],
  compute: spent,
};
