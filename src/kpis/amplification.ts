import { known, missing } from '#model/figure.ts';
import { facts, post } from './example.ts';
import type { Kpi } from './kpi.ts';
import { perPost } from './formula/rate.ts';
import { LEFT_OUT } from './formula/total.ts';

export const amplification: Kpi = {
  id: 'amplification',
  version: 2,
  question: 2,
  unit: 'per-post',
  families: ['social'],
  rollUp: 'sum then divide',
  stage: 'out-take',
  measures: ['shares'],
  texts: {
    id: {
      name: 'Tingkat penyebaran (per kiriman)',
      plain: 'Rata-rata berapa kali satu kiriman dibagikan warga.',
      formula: 'Jumlah bagikan ÷ jumlah kiriman yang memberi angka bagikan.',
      limits: `Nama yang sama dipakai orang untuk bagikan per pengikut; di sini selalu per kiriman. Satu kiriman yang sangat ramai dapat mengangkat rata-rata. ${LEFT_OUT.id}`,
    },
    en: {
      name: 'Amplification rate (per post)',
      plain: 'How often people shared one post, on average.',
      formula: 'Shares ÷ posts that give a figure of shares.',
      limits: `Others use the same name for shares per follower; here it is always per post. One post that many shared can lift the average. ${LEFT_OUT.en}`,
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
      title: { id: 'Sebelas bagikan pada empat kiriman', en: 'Eleven shares on four posts' },
      facts: [facts('a', { posts: [post({ shares: 8 }), post({ shares: 0 }), post({ shares: 3 }), post({ shares: 0 })] })],
      expect: { figure: known(2.75), numerator: 11, denominator: 4 },
    },
    {
      title: { id: 'Kiriman tanpa angka tidak dihitung nol', en: 'A post without a figure is not counted as zero' },
      facts: [facts('a', { posts: [post({ shares: 8 }), post({})] })],
      expect: { figure: known(8), numerator: 8, denominator: 1 },
    },
    { title: { id: 'Tanpa kiriman', en: 'Without posts' }, facts: [facts('a')], expect: { figure: missing('no-posts') } },
  ],
  compute: (accounts) => perPost('shares', accounts),
};
