import { divide, known, missing } from '#model/figure.ts';
import { facts, post } from './example.ts';
import type { Kpi } from './kpi.ts';
import { medianOf } from './formula/median.ts';
import { LEFT_OUT } from './formula/total.ts';

export const engagementRateFollowers: Kpi = {
  id: 'engagement-rate-followers',
  version: 2,
  question: 2,
  unit: 'ratio',
  families: ['social'],
  rollUp: 'median over posts',
  stage: 'out-take',
  leading: true,
  measures: ['followers', 'reactions', 'likes', 'comments', 'shares', 'quotes', 'saves'],
  texts: {
    id: {
      name: 'Tingkat keterlibatan per pengikut',
      plain: 'Untuk kiriman yang biasa saja: berapa tindakan warga untuk setiap seratus pengikut.',
      formula:
        'Untuk tiap kiriman: keterlibatan ÷ pengikut pada hari terbit. Yang dilaporkan ialah mediannya: separuh kiriman di atas, separuh di bawah.',
      limits: `Akun kecil biasanya punya angka lebih tinggi. Bandingkan dengan akun yang ukurannya serupa. ${LEFT_OUT.id}`,
    },
    en: {
      name: 'Engagement rate by followers',
      plain: 'For an ordinary post: how many actions people took for every hundred followers.',
      formula:
        'For each post: engagements ÷ followers on the day of publication. The median is reported: half of the posts lie above, half below.',
      limits: `Small accounts usually have higher rates. Compare accounts of similar size. ${LEFT_OUT.en}`,
    },
  },
  basis: [
    {
      title: 'Rival IQ: engagement divided by the audience size when the post was made; medians',
      url: 'https://help.rivaliq.com',
    },
  ],
  examples: [
    {
      title: { id: 'Median tiga kiriman, bukan rata-rata', en: 'The median of three posts, not their mean' },
      facts: [
        facts('a', {
          posts: [
            post({ engagements: 10, followers: 1_000 }),
            post({ engagements: 20, followers: 1_000 }),
            post({ engagements: 900, followers: 1_000 }),
          ],
        }),
      ],
      expect: { figure: known(0.02), n: 3 },
    },
    {
      title: { id: 'Kiriman tanpa angka pengikut dikeluarkan', en: 'A post without a follower figure is left out' },
      facts: [facts('a', { posts: [post({ engagements: 10, followers: 1_000 }), post({ engagements: 50 })] })],
      expect: { figure: known(0.01), n: 1 },
    },
    {
      title: { id: 'Platform tidak memberi pengikut', en: 'The platform does not give followers' },
      facts: [facts('a', { posts: [post({ engagements: 50 })] })],
      expect: { figure: missing('not-offered'), n: 0 },
    },
  ],
  compute(accounts) {
    return medianOf(
      accounts,
      (one) => ['followers', ...one.actions],
      (one) => divide(one.engagements, one.followers),
    );
  },
};
