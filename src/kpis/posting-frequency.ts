import { eachDay } from '#model/day.ts';
import { isKnown, known, missing } from '#model/figure.ts';
import { facts, post } from './example.ts';
import type { AccountFacts, Kpi } from './kpi.ts';
import { postCoverage, sumOf, type Part } from './formula/total.ts';

const WEEK = 7;

export const postingFrequency: Kpi = {
  id: 'posting-frequency',
  version: 1,
  question: 1,
  unit: 'per-week',
  families: ['social'],
  rollUp: 'sum',
  stage: 'output',
  measures: [],
  texts: {
    id: {
      name: 'Frekuensi kiriman (per minggu)',
      plain: 'Berapa kiriman yang terbit dalam seminggu, rata-rata.',
      formula: 'Untuk tiap akun: jumlah kiriman ÷ jumlah hari yang diliput × 7; lalu dijumlahkan antarakun.',
      limits:
        'Rata-rata: bisa berarti sehari satu atau tujuh sekaligus. Berbeda dengan jumlah kiriman, angka ini dapat dibandingkan antara bulan yang panjang dan pendek, dan untuk akun yang baru diliput sejak tengah periode. Sering tidak berarti baik.',
    },
    en: {
      name: 'Posting frequency (per week)',
      plain: 'How many posts were published in a week, on average.',
      formula: 'For each account: posts ÷ days covered × 7; then added up over accounts.',
      limits:
        'An average: it can mean one a day or seven at once. Unlike the count of posts, it can be compared between long and short months, and for an account that is covered only since the middle of the period. Often is not better in itself.',
    },
  },
  basis: [{ title: 'Count by day of publication in the time zone of the agency, divided by the days covered' }],
  examples: [
    {
      title: { id: 'Enam kiriman dalam tiga puluh hari', en: 'Six posts in thirty days' },
      facts: [facts('a', { posts: Array.from({ length: 6 }, () => post({})) })],
      expect: { figure: known(1.4), numerator: 6, n: 6 },
    },
    {
      title: { id: 'Akun yang baru diliput sepuluh hari', en: 'An account covered for ten days alone' },
      facts: [
        facts('a', { posts: [post({}), post({})], window: { from: '2026-09-21', to: '2026-09-30' } }),
        facts('b', { posts: [post({}), post({}), post({})] }),
      ],
      expect: { figure: known(2.1), numerator: 5, n: 5 },
    },
    {
      title: { id: 'Sebagian hari belum terbaca', en: 'Some days were not read' },
      facts: [facts('a', { posts: [post({})], postsRead: missing('partial') })],
      expect: { figure: missing('partial') },
    },
  ],
  compute: (accounts) => sumOf(accounts.map(weekly)),
};

function weekly(one: AccountFacts): Part {
  const days = eachDay(one.window.from, one.window.to).length;
  const count = one.posts.length;
  return {
    account: one.account,
    figure: isKnown(one.postsRead) ? known((count / days) * WEEK) : one.postsRead,
    numerator: count,
    n: count,
    ...postCoverage(one),
    grounds: one.postGrounds,
  };
}
