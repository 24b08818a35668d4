import { known, missing } from '#model/figure.ts';
import { facts, post } from './example.ts';
import type { Kpi } from './kpi.ts';
import { engagementsPer } from './formula/rate.ts';
import { LEFT_OUT } from './formula/total.ts';

export const engagementRateImpressions: Kpi = {
  id: 'engagement-rate-impressions',
  version: 2,
  question: 2,
  unit: 'ratio',
  families: ['social'],
  rollUp: 'sum then divide',
  stage: 'out-take',
  measures: ['impressions', 'reactions', 'likes', 'comments', 'shares', 'quotes', 'saves'],
  texts: {
    id: {
      name: 'Tingkat keterlibatan per kali tampil',
      plain: 'Dari setiap seratus kali kiriman muncul di layar, berapa tindakan yang dilakukan warga.',
      formula: 'Jumlah keterlibatan ÷ jumlah kali tampil (impresi), dari kiriman yang memberi kedua angka itu.',
      limits: `Orang yang sama dapat melihat satu kiriman berkali-kali, sehingga angkanya lebih rendah daripada tingkat per jangkauan. Kali tampil dan penayangan adalah dua hal yang tidak pernah dicampur. Setiap platform menghitung kali tampil dengan caranya sendiri; akun yang cara hitungnya berbeda tidak digabungkan. ${LEFT_OUT.id}`,
    },
    en: {
      name: 'Engagement rate by impressions',
      plain: 'Of every hundred times that posts appeared on a screen, how many actions people took.',
      formula: 'Engagements ÷ impressions, over the posts that give both.',
      limits: `One person can see a post several times, so this is lower than the rate by reach. Impressions and views are two things and are never mixed. Each platform counts impressions in its own way; accounts that count in different ways are not put together. ${LEFT_OUT.en}`,
    },
  },
  basis: [
    {
      title:
        'Engagements ÷ impressions, pooled over posts: conventional; Meta ended impressions of posts in 2025, where views follow',
    },
  ],
  examples: [
    {
      title: { id: 'Dua kiriman: dijumlah dulu, baru dibagi', en: 'Two posts: added up first, then divided' },
      facts: [
        facts('a', {
          posts: [post({ engagements: 30, impressions: 1_000 }), post({ engagements: 10, impressions: 3_000 })],
        }),
      ],
      expect: { figure: known(0.01), numerator: 40, denominator: 4_000, n: 2 },
    },
    {
      title: { id: 'Kiriman tanpa angka tampil tidak ikut dihitung', en: 'A post without impressions is left out' },
      facts: [facts('a', { posts: [post({ engagements: 30, impressions: 1_000 }), post({ engagements: 90 })] })],
      expect: { figure: known(0.03), numerator: 30, denominator: 1_000, n: 1 },
    },
    {
      title: { id: 'Dua cara menghitung tidak digabungkan', en: 'Two ways of counting are not put together' },
      facts: (['screen', 'thumbnail'] as const).map((metric) =>
        facts(metric, {
          posts: [post({ engagements: 30, impressions: 1_000 })],
          grounds: { impressions: [{ account: metric, source: metric, metric, api: '1' }] },
        }),
      ),
      expect: { figure: missing('not-comparable') },
    },
    {
      title: { id: 'Tidak sekali pun tampil: tidak dapat dibagi', en: 'Never shown: nothing to divide by' },
      facts: [facts('a', { posts: [post({ engagements: 0, impressions: 0 })] })],
      expect: { figure: missing('zero-denominator') },
    },
  ],
  compute: (accounts) => engagementsPer('impressions', accounts),
};
