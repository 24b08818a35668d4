import { known, missing } from '#model/figure.ts';
import { days, facts } from './example.ts';
import type { Kpi } from './kpi.ts';
import { costOf } from './money.ts';

export const cpc: Kpi = {
  id: 'cpc',
  version: 1,
  question: 6,
  unit: 'money',
  families: ['ads'],
  declared: true,
  rollUp: 'sum then divide',
  stage: 'input',
  measures: ['spend', 'link-clicks'],
  texts: {
    id: {
      name: 'Biaya per klik tautan (CPC)',
      plain: 'Rata-rata biaya setiap kali warga mengeklik tautan dalam iklan.',
      formula: 'Belanja iklan dibagi klik tautan. Klik lain pada iklan tidak masuk pembagi.',
      limits: 'Klik yang murah belum tentu berguna. Platform lain membagi dengan semua klik, sehingga angkanya lebih rendah.',
    },
    en: {
      name: 'Cost per link click (CPC)',
      plain: 'What each click by a citizen on a link in an ad cost on average.',
      formula: 'Ad spend divided by link clicks. Other clicks on an ad are not in the denominator.',
      limits: 'A cheap click need not be a useful one. Others divide by all clicks and get a lower figure.',
    },
  },
  basis: [{ title: 'Conventional: counts as the register, or the platform, gives them' }],
  examples: [
    {
      title: { id: 'Sebulan', en: 'A month' },
      facts: [facts('a', { currency: 'IDR', daily: { spend: days(4_500_000), 'link-clicks': days(2_500) } })],
      expect: { figure: known(1_800), currency: 'IDR', numerator: 4_500_000, denominator: 2_500 },
    },
    {
      title: { id: 'Tidak ada pembagi: tidak diketahui', en: 'Nothing to divide by: not known' },
      facts: [facts('a', { currency: 'IDR', daily: { spend: days(50_000), 'link-clicks': days(0) } })],
      expect: { figure: missing('zero-denominator') },
    },
    {
      title: { id: 'Dua mata uang', en: 'Two currencies' },
      facts: [
        facts('a', { currency: 'IDR', daily: { spend: days(1), 'link-clicks': days(1) } }),
        facts('b', { currency: 'USD', daily: { spend: days(1), 'link-clicks': days(1) } }),
      ],
      expect: { figure: missing('not-comparable') },
    },
  ],
  compute: (accounts) => costOf('link-clicks', accounts),
};
