import { known, missing } from '#model/figure.ts';
import { days, facts } from './example.ts';
import type { Kpi } from './kpi.ts';
import { costOf } from './money.ts';

export const costPerConversion: Kpi = {
  id: 'cost-per-conversion',
  version: 1,
  question: 6,
  unit: 'money',
  families: ['ads'],
  declared: true,
  rollUp: 'sum then divide',
  stage: 'outcome',
  measures: ['spend', 'conversions'],
  texts: {
    id: {
      name: 'Biaya per tujuan tercapai',
      plain: 'Rata-rata biaya setiap kali warga sampai pada tujuan yang ditetapkan, misalnya formulir terkirim.',
      formula: 'Belanja iklan dibagi tujuan yang tercapai, menurut hitungan platform iklan.',
      limits: 'Platform iklan menghitung sendiri tujuan yang dianggap berkat iklannya, juga berhari-hari sesudah klik.',
    },
    en: {
      name: 'Cost per goal reached',
      plain: 'What each goal that a citizen reached, such as a form sent, cost on average.',
      formula: 'Ad spend divided by goals reached, as the ad platform counts them.',
      limits: 'The ad platform itself decides which goals it owes to its ads, days after the click included.',
    },
  },
  basis: [{ title: 'Conventional: counts as the register, or the platform, gives them' }],
  examples: [
    {
      title: { id: 'Sebulan', en: 'A month' },
      facts: [facts('a', { currency: 'IDR', daily: { spend: days(4_500_000), conversions: days(150) } })],
      expect: { figure: known(30_000), currency: 'IDR', numerator: 4_500_000, denominator: 150 },
    },
    {
      title: { id: 'Tidak ada pembagi: tidak diketahui', en: 'Nothing to divide by: not known' },
      facts: [facts('a', { currency: 'IDR', daily: { spend: days(50_000), conversions: days(0) } })],
      expect: { figure: missing('zero-denominator') },
    },
    {
      title: { id: 'Dua mata uang', en: 'Two currencies' },
      facts: [
        facts('a', { currency: 'IDR', daily: { spend: days(1), conversions: days(1) } }),
        facts('b', { currency: 'USD', daily: { spend: days(1), conversions: days(1) } }),
      ],
      expect: { figure: missing('not-comparable') },
    },
  ],
  compute: (accounts) => costOf('conversions', accounts),
};
