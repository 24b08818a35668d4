import { isKnown, known, missing } from '#model/figure.ts';
import { facts, post } from './example.ts';
import type { Kpi } from './kpi.ts';
import { pooled } from './formula/rate.ts';
import { LEFT_OUT } from './formula/total.ts';

/** Followers for whom the shares are told. */
const EACH = 1000;

export const amplificationFollowers: Kpi = {
  id: 'amplification-followers',
  version: 2,
  question: 2,
  unit: 'per-post',
  families: ['social'],
  rollUp: 'sum then divide',
  stage: 'out-take',
  measures: ['shares', 'followers'],
  texts: {
    id: {
      name: 'Tingkat penyebaran (per 1.000 pengikut)',
      plain: 'Untuk setiap seribu pengikut, rata-rata berapa kali satu kiriman dibagikan.',
      formula:
        'Jumlah bagikan ÷ jumlah pengikut pada hari terbit tiap kiriman × 1.000, dari kiriman yang memberi kedua angka itu.',
      limits: `Bukan tingkat penyebaran per kiriman, walau orang sering menyebutnya sama. Berguna saat jumlah pengikut berubah atau berbeda antarakun, tetapi akun kecil cenderung mendapat angka lebih tinggi. Yang membagikan belum tentu pengikut. ${LEFT_OUT.id}`,
    },
    en: {
      name: 'Amplification rate (per 1,000 followers)',
      plain: 'For every thousand followers, how often one post was shared on average.',
      formula: 'Shares ÷ followers on the day of each post × 1,000, over the posts that give both.',
      limits: `Not the amplification rate per post, though people often call both the same. It helps where followers grow or differ between accounts, but small accounts tend to get a higher figure. Whoever shares need not be a follower. ${LEFT_OUT.en}`,
    },
  },
  basis: [
    { title: 'Shares ÷ followers (HSMAI gives it per hundred); conventional, and another thing than shares ÷ posts (Kaushik)' },
  ],
  examples: [
    {
      title: { id: 'Enam bagikan, dua kiriman, dua ribu pengikut', en: 'Six shares, two posts, two thousand followers' },
      facts: [facts('a', { posts: [post({ shares: 4, followers: 2_000 }), post({ shares: 2, followers: 2_000 })] })],
      expect: { figure: known(1.5), numerator: 6, denominator: 4_000, n: 2 },
    },
    {
      title: { id: 'Pengikut saat itu tidak diketahui', en: 'Followers at the time are not known' },
      facts: [facts('a', { posts: [post({ shares: 4 })] })],
      expect: { figure: missing('not-offered') },
    },
    {
      title: { id: 'Belum ada pengikut', en: 'No followers yet' },
      facts: [facts('a', { posts: [post({ shares: 4, followers: 0 })] })],
      expect: { figure: missing('zero-denominator') },
    },
  ],
  compute(accounts) {
    const outcome = pooled(
      {
        above: (one) => one.figures.shares,
        below: (one) => one.followers,
        measures: () => ['shares', 'followers'],
      },
      accounts,
    );
    return isKnown(outcome.figure) ? { ...outcome, figure: known(outcome.figure.value * EACH) } : outcome;
  },
};
