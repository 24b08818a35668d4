import { isKnown, known, missing } from '#model/figure.ts';
import { facts, post } from './example.ts';
import type { Kpi } from './kpi.ts';
import { postCoverage, sumOf } from './formula/total.ts';

export const postsPublished: Kpi = {
  id: 'posts-published',
  version: 1,
  question: 1,
  unit: 'count',
  families: ['social'],
  rollUp: 'sum',
  stage: 'output',
  leading: true,
  measures: [],
  texts: {
    id: {
      name: 'Kiriman terbit',
      plain: 'Berapa kiriman yang diterbitkan instansi sendiri.',
      formula:
        'Banyaknya kiriman sendiri yang terbit dalam periode; balasan, cerita (story), dan kiriman ulang milik pihak lain tidak dihitung.',
      limits:
        'Banyak tidak berarti baik. Kiriman yang dihapus sebelum pengambilan data tidak terhitung. Cerita hilang setelah 24 jam, sehingga tidak dihitung di sini maupun dalam rasio per kiriman.',
    },
    en: {
      name: 'Posts published',
      plain: 'How many posts the agency itself published.',
      formula: "The agency's own posts published in the period; replies, stories and reposts of others are not counted.",
      limits:
        'More is not better in itself. A post that was deleted before it was collected is not counted. Stories are gone after 24 hours, so they count neither here nor in rates per post.',
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
        ...postCoverage(one),
        grounds: one.postGrounds,
      })),
    ),
};
