import { known, missing } from '#model/figure.ts';
import { days, facts } from './example.ts';
import { totalOf } from './formula/flow.ts';
import type { Kpi } from './kpi.ts';

export const impressions: Kpi = {
  id: 'impressions',
  version: 1,
  question: 1,
  unit: 'count',
  families: ['social'],
  rollUp: 'none',
  stage: 'output',
  measures: ['impressions'],
  texts: {
    id: {
      name: 'Kali tampil (impresi)',
      plain: 'Berapa kali kiriman muncul di layar, termasuk berkali-kali pada orang yang sama.',
      formula: 'Untuk tiap akun: jumlah impresi harian selama periode. Antarakun tidak dijumlahkan.',
      limits:
        'Setiap platform menghitung hal yang berbeda: di X sebuah kiriman yang muncul di layar, di YouTube gambar mukanya. Meta menghentikan impresi untuk halaman pada November 2025 dan menggantinya dengan "penayangan", yang dihitung lain. Keduanya tidak disambung menjadi satu deret.',
    },
    en: {
      name: 'Impressions',
      plain: 'How many times posts appeared on a screen, several times for one person included.',
      formula: 'For each account: the sum of daily impressions in the period. Not added up over accounts.',
      limits:
        'Each platform counts another thing: X a post that appeared on a screen, YouTube a thumbnail. Meta ended impressions for pages in November 2025 and gives "views" instead, which are counted in another way. The two are never joined into one series.',
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
      title: { id: 'Dua akun tidak dijumlahkan', en: 'Two accounts are not added up' },
      facts: [facts('a', { daily: { impressions: days(90_000) } }), facts('b', { daily: { impressions: days(4_000) } })],
      expect: { figure: missing('not-comparable') },
    },
  ],
  compute(accounts) {
    const outcome = totalOf('impressions', accounts);
    return accounts.length === 1
      ? outcome
      : { figure: missing('not-comparable'), over: [], without: outcome.without, grounds: [] };
  },
};
