import { known, missing } from '#model/figure.ts';
import { days, facts } from './example.ts';
import { totalOf } from './flow.ts';
import type { Kpi } from './kpi.ts';

export const impressions: Kpi = {
  id: 'impressions',
  version: 1,
  question: 1,
  unit: 'count',
  rollUp: 'sum',
  stage: 'output',
  measures: ['impressions'],
  texts: {
    id: {
      name: 'Tayangan (impresi)',
      plain: 'Berapa kali kiriman muncul di layar, termasuk berkali-kali pada orang yang sama.',
      formula: 'Jumlah impresi harian selama periode, dari akun yang platformnya masih memberi angka ini.',
      limits:
        'Meta menghentikan impresi untuk halaman pada November 2025 dan menggantinya dengan "penayangan", yang dihitung lain. Keduanya tidak disambung menjadi satu deret.',
    },
    en: {
      name: 'Impressions',
      plain: 'How many times posts appeared on a screen, several times for one person included.',
      formula: 'The sum of daily impressions in the period, from the accounts whose platform still gives the figure.',
      limits:
        'Meta ended impressions for pages in November 2025 and gives "views" instead, which are counted in another way. The two are never joined into one series.',
    },
  },
  basis: [
    {
      title: 'Meta, Page Insights: deprecated metrics',
      url: 'https://developers.facebook.com/docs/platforminsights/page/deprecated-metrics',
    },
  ],
  examples: [
    {
      title: { id: 'Sebulan penuh', en: 'A whole month' },
      facts: [facts('a', { daily: { impressions: days(90_000) } })],
      expect: { figure: known(90_000) },
    },
    {
      title: { id: 'Metrik ditarik di tengah bulan', en: 'The metric was withdrawn in mid-month' },
      facts: [facts('a', { daily: { impressions: days(42_000, 14, 30) } })],
      expect: { figure: missing('partial'), numerator: 42_000 },
    },
    {
      title: { id: 'Dua akun, satu tidak memberi angka', en: 'Two accounts, one does not give it' },
      facts: [facts('a', { daily: { impressions: days(90_000) } }), facts('b')],
      expect: { figure: known(90_000) },
    },
  ],
  compute: (accounts) => totalOf('impressions', accounts),
};
