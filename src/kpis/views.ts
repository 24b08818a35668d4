import { known, missing } from '#model/figure.ts';
import { days, facts } from './example.ts';
import { totalOf } from './formula/flow.ts';
import type { Kpi } from './kpi.ts';

export const views: Kpi = {
  id: 'views',
  version: 1,
  question: 1,
  unit: 'count',
  families: ['social'],
  rollUp: 'sum',
  stage: 'output',
  leading: true,
  measures: ['views'],
  texts: {
    id: {
      name: 'Penayangan',
      plain: 'Berapa kali kiriman atau video ditonton atau dilihat, menurut hitungan platformnya.',
      formula: 'Jumlah penayangan harian selama periode, dari akun yang memberi angka ini.',
      limits:
        'Setiap platform menentukan sendiri kapan satu penayangan dihitung. Jumlah antarakun hanya berguna untuk melihat naik dan turunnya, bukan untuk membandingkan platform.',
    },
    en: {
      name: 'Views',
      plain: 'How many times posts or videos were viewed, as the platform counts it.',
      formula: 'The sum of daily views in the period, from the accounts that give the figure.',
      limits:
        'Each platform decides itself when a view counts. The sum over accounts serves only to see rises and falls, not to compare platforms.',
    },
  },
  basis: [{ title: 'Meta, Page Insights: page_media_view', url: 'https://developers.facebook.com/docs/platforminsights/page' }],
  examples: [
    {
      title: { id: 'Dua akun sebulan penuh', en: 'Two accounts, a whole month' },
      facts: [facts('a', { daily: { views: days(120_000) } }), facts('b', { daily: { views: days(8_000) } })],
      expect: { figure: known(128_000) },
    },
    {
      title: { id: 'Nol penayangan', en: 'No views' },
      facts: [facts('a', { daily: { views: days(0) } })],
      expect: { figure: known(0) },
    },
    {
      title: { id: 'Tak satu hari pun terbaca', en: 'Not one day was read' },
      facts: [facts('a', { daily: { views: days(0, 0, 30) } })],
      expect: { figure: missing('not-collected') },
    },
  ],
  compute: (accounts) => totalOf('views', accounts),
};
