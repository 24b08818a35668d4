import { isKnown, known, missing } from '#model/figure.ts';
import { facts, post } from './example.ts';
import type { Kpi } from './kpi.ts';
import { sumOf } from './total.ts';

export const postsPublished: Kpi = {
  id: 'posts-published',
  version: 1,
  question: 1,
  unit: 'count',
  families: ['social'],
  rollUp: 'sum',
  stage: 'output',
  measures: [],
  texts: {
    id: {
      name: 'Kiriman terbit',
      plain: 'Berapa kiriman yang diterbitkan instansi sendiri.',
      formula: 'Banyaknya kiriman sendiri yang terbit dalam periode; balasan dan kiriman ulang milik pihak lain tidak dihitung.',
      limits: 'Banyak tidak berarti baik. Kiriman yang dihapus sebelum pengambilan data tidak terhitung.',
    },
    en: {
      name: 'Posts published',
      plain: 'How many posts the agency itself published.',
      formula: "The agency's own posts published in the period; replies and reposts of others are not counted.",
      limits: 'More is not better in itself. A post that was deleted before it was collected is not counted.',
    },
  },
  basis: [{ title: 'Count by day of publication in the time zone of the agency' }],
  examples: [
    {
      title: { id: 'Dua akun', en: 'Two accounts' },
      facts: [facts('a', { posts: [post({}), post({})] }), facts('b', { posts: [post({})] })],
      expect: { figure: known(3), n: 3 },
    },
    {
      title: { id: 'Tidak ada kiriman: nol, bukan tidak diketahui', en: 'No post: zero, not unknown' },
      facts: [facts('a')],
      expect: { figure: known(0) },
    },
    {
      title: { id: 'Sebagian hari belum terbaca', en: 'Some days were not read' },
      facts: [facts('a', { posts: [post({})], postsRead: missing('partial') })],
      expect: { figure: missing('partial') },
    },
  ],
  compute: (accounts) =>
    sumOf(
      accounts.map((one) => ({
        account: one.account,
        figure: isKnown(one.postsRead) ? known(one.posts.length) : one.postsRead,
        n: one.posts.length,
        grounds: [],
      })),
    ),
};
