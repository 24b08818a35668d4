import { known, missing } from '#model/figure.ts';
import { days, facts } from './example.ts';
import type { Kpi } from './kpi.ts';
import { costOf } from './money.ts';

export const cpm: Kpi = {
  id: 'cpm',
  version: 1,
  question: 6,
  unit: 'money',
  families: ['ads'],
  declared: true,
  rollUp: 'sum then divide',
  stage: 'input',
  measures: ['spend'],
  texts: {
    id: {
      name: 'Biaya per 1.000 penayangan iklan (CPM)',
      plain: 'Berapa biaya agar iklan tampil seribu kali di layar.',
      formula: 'Belanja iklan dibagi banyaknya iklan tampil, dikali 1.000.',
      limits:
        'Tampil tidak berarti dilihat, dan seribu kali tampil bukan seribu orang. Kiriman biasa yang tidak dibayar tidak punya angka ini.',
    },
    en: {
      name: 'Cost per 1,000 ad impressions (CPM)',
      plain: 'What it cost for ads to appear on a screen a thousand times.',
      formula: 'Ad spend divided by impressions of ads, times 1,000.',
      limits:
        'Shown does not mean seen, and a thousand impressions are not a thousand people. Posts that were not paid for have no such figure.',
    },
  },
  basis: [{ title: 'Conventional: counts as the register, or the platform, gives them' }],
  examples: [
    {
      title: { id: 'Sebulan', en: 'A month' },
      facts: [facts('a', { currency: 'IDR', daily: { spend: days(4_500_000), impressions: days(300_000) } })],
      expect: { figure: known(15_000), currency: 'IDR', numerator: 4_500_000, denominator: 300_000 },
    },
    {
      title: { id: 'Tidak ada pembagi: tidak diketahui', en: 'Nothing to divide by: not known' },
      facts: [facts('a', { currency: 'IDR', daily: { spend: days(50_000), impressions: days(0) } })],
      expect: { figure: missing('zero-denominator') },
    },
    {
      title: { id: 'Dua mata uang', en: 'Two currencies' },
      facts: [
        facts('a', { currency: 'IDR', daily: { spend: days(1), impressions: days(1) } }),
        facts('b', { currency: 'USD', daily: { spend: days(1), impressions: days(1) } }),
      ],
      expect: { figure: missing('not-comparable') },
    },
  ],
  compute: (accounts) => costOf('impressions', accounts, 1_000),
};
