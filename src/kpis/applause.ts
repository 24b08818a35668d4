import { known, missing } from '#model/figure.ts';
import { facts, post } from './example.ts';
import type { Kpi } from './kpi.ts';
import { perPost } from './formula/rate.ts';
import { LEFT_OUT } from './formula/total.ts';

export const applause: Kpi = {
  id: 'applause',
  version: 2,
  question: 2,
  unit: 'per-post',
  families: ['social'],
  rollUp: 'sum then divide',
  stage: 'out-take',
  measures: ['likes'],
  texts: {
    id: {
      name: 'Tingkat apresiasi (suka per kiriman)',
      plain: 'Rata-rata berapa kali satu kiriman disukai warga.',
      formula: 'Jumlah tanda suka (di sebagian platform: favorit) ÷ jumlah kiriman yang memberi angka itu.',
      limits: `Reaksi Facebook tidak dihitung, karena memuat juga "marah" dan "sedih": itu bukan apresiasi. Suka itu mudah dan belum tentu berarti setuju. Satu kiriman yang sangat ramai dapat mengangkat rata-rata. ${LEFT_OUT.id}`,
    },
    en: {
      name: 'Applause rate (likes per post)',
      plain: 'How often people liked one post, on average.',
      formula: 'Likes (favourites, on some platforms) ÷ posts that give a figure of likes.',
      limits: `Reactions (on Facebook) do not count, since they include anger and sadness: that is no applause. A like is easily given and need not mean agreement. One post that many liked can lift the average. ${LEFT_OUT.en}`,
    },
  },
  basis: [
    {
      title: 'Kaushik, Best social media metrics (2011); that reactions are left out is our own conclusion',
      url: 'https://www.kaushik.net/avinash/best-social-media-metrics-conversation-amplification-applause-economic-value/',
    },
  ],
  examples: [
    {
      title: { id: 'Sembilan puluh suka pada tiga kiriman', en: 'Ninety likes on three posts' },
      facts: [facts('a', { posts: [post({ likes: 70 }), post({ likes: 20 }), post({ likes: 0 })] })],
      expect: { figure: known(30), numerator: 90, denominator: 3, n: 3 },
    },
    {
      title: { id: 'Platform yang hanya memberi reaksi', en: 'A platform that gives reactions alone' },
      facts: [facts('a', { posts: [post({ engagements: 200 })] })],
      expect: { figure: missing('not-offered') },
    },
    { title: { id: 'Tanpa kiriman', en: 'Without posts' }, facts: [facts('a')], expect: { figure: missing('no-posts') } },
  ],
  compute: (accounts) => perPost('likes', accounts),
};
