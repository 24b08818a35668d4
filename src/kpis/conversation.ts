import { known, missing } from '#model/figure.ts';
import { facts, post } from './example.ts';
import type { Kpi } from './kpi.ts';
import { perPost } from './formula/rate.ts';
import { LEFT_OUT } from './formula/total.ts';

export const conversation: Kpi = {
  id: 'conversation',
  version: 2,
  question: 2,
  unit: 'per-post',
  families: ['social'],
  rollUp: 'sum then divide',
  stage: 'out-take',
  measures: ['comments'],
  texts: {
    id: {
      name: 'Tingkat percakapan (per kiriman)',
      plain: 'Rata-rata berapa komentar atau balasan pada satu kiriman.',
      formula: 'Jumlah komentar dan balasan ÷ jumlah kiriman yang memberi angka komentar.',
      limits: `Platform menghitung balasan instansi sendiri juga; jumlahnya belum dapat dipisahkan. Banyak komentar dapat berarti pujian atau kemarahan. ${LEFT_OUT.id}`,
    },
    en: {
      name: 'Conversation rate (per post)',
      plain: 'How many comments or replies one post drew, on average.',
      formula: 'Comments and replies ÷ posts that give a figure of comments.',
      limits: `Platforms count the agency's own replies too, and they can not be told apart yet. Many comments can mean praise or anger. ${LEFT_OUT.en}`,
    },
  },
  basis: [
    {
      title: 'Kaushik, Best social media metrics (2011)',
      url: 'https://www.kaushik.net/avinash/best-social-media-metrics-conversation-amplification-applause-economic-value/',
    },
  ],
  examples: [
    {
      title: { id: 'Dua akun: dijumlah dulu', en: 'Two accounts: added first' },
      facts: [
        facts('a', { posts: [post({ comments: 9 })] }),
        facts('b', { posts: [post({ comments: 0 }), post({ comments: 0 })] }),
      ],
      expect: { figure: known(3), numerator: 9, denominator: 3 },
    },
    { title: { id: 'Tanpa kiriman', en: 'Without posts' }, facts: [facts('a')], expect: { figure: missing('no-posts') } },
  ],
  compute: (accounts) => perPost('comments', accounts),
};
