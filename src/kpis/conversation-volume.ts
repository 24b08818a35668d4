import { isKnown, known, missing } from '#model/figure.ts';
import { days, facts, post } from './example.ts';
import type { AccountFacts, Kpi, Outcome } from './kpi.ts';
import { commentsUnder } from './formula/talk.ts';
import { sumOf } from './formula/total.ts';
import { wholeOf } from './formula/whole.ts';

export const conversationVolume: Kpi = {
  id: 'conversation-volume',
  version: 1,
  question: 3,
  unit: 'count',
  families: ['social'],
  rollUp: 'sum',
  stage: 'out-take',
  leading: true,
  measures: ['comments'],
  texts: {
    id: {
      name: 'Jumlah percakapan',
      plain: 'Berapa komentar dan balasan yang ditulis di bawah kiriman instansi.',
      formula:
        'Per akun: komentar yang ditulis dalam periode, bila sumbernya menghitung menurut hari penulisan. Bila tidak: komentar pada kiriman yang terbit dalam periode. Keduanya tidak dijumlahkan: jumlah instansi mencakup akun-akun yang cara hitungnya paling banyak dipakai, yang lain disebut dengan alasannya.',
      limits:
        'Hanya percakapan di bawah kiriman instansi sendiri, bukan semua yang dibicarakan warga di tempat lain. Hitungan platform memuat juga balasan instansi; hitungan satu per satu tidak. Satu orang dapat menulis banyak komentar. Banyak komentar dapat berarti pujian, pertanyaan, atau kemarahan.',
    },
    en: {
      name: 'Conversation volume',
      plain: "How many comments and replies were written under the agency's posts.",
      formula:
        "For each account: the comments written in the period, where the source counts them by the day of writing. Else: the comments on posts published in the period. The two are never added: the agency's sum covers the accounts that count in the way that most do, and names the others with the reason.",
      limits:
        "Only what is written under the agency's own posts, not all that people say elsewhere. Counts of platforms hold the agency's own replies too; where comments are counted one by one they are left out. One person can write many comments. Many comments can mean praise, questions or anger.",
    },
  },
  basis: [
    { title: 'Count of mentions in a window, here of comments under own posts: a definition in common use, without a standard' },
  ],
  examples: [
    {
      title: { id: 'Komentar pada kiriman periode ini', en: "Comments on the period's posts" },
      facts: [
        facts('a', { posts: [post({ comments: 9 }), post({ comments: 0 })] }),
        facts('b', { posts: [post({ comments: 4 })] }),
      ],
      expect: { figure: known(13), n: 3 },
    },
    {
      title: {
        id: 'Dihitung menurut hari penulisan: hitungan itu yang dipakai',
        en: 'Counted by the day of writing: that count is used',
      },
      facts: [facts('a', { posts: [post({ comments: 9 })], monthly: { comments: days(31, 1, 1) } })],
      expect: { figure: known(31) },
    },
    {
      title: { id: 'Dua cara hitung tidak dicampur', en: 'Two ways of counting are not mixed' },
      facts: [
        facts('a', { posts: [post({ comments: 9 })] }),
        facts('b', { posts: [post({ comments: 4 })] }),
        facts('c', { daily: { comments: days(50) } }),
      ],
      expect: { figure: known(13), n: 2 },
    },
    {
      title: { id: 'Satu kiriman menyembunyikan angkanya', en: 'One post hides its count' },
      facts: [facts('a', { posts: [post({ comments: 9 }), post({})] })],
      expect: { figure: missing('partial'), numerator: 9 },
    },
    { title: { id: 'Tanpa kiriman', en: 'Without posts' }, facts: [facts('a')], expect: { figure: missing('no-posts') } },
  ],
  compute,
};

function compute(accounts: readonly AccountFacts[]): Outcome {
  const parts = accounts.map((one) => (isWritten(one) ? wholeOf('comments', one) : commentsUnder(one)));
  const ways = accounts.map(isWritten);
  const have = (way: boolean) => parts.filter(({ figure }, index) => ways[index] === way && isKnown(figure)).length;
  const way = have(true) >= have(false);
  if (have(!way) === 0) return sumOf(parts);
  return sumOf(
    parts.map((part, index) =>
      ways[index] === way || !isKnown(part.figure)
        ? part
        : { account: part.account, figure: missing('not-comparable'), grounds: [] },
    ),
  );
}

/** Whether the account's comments are counted by the day on which they were written. */
function isWritten({ monthly, daily }: AccountFacts): boolean {
  return [monthly.comments, daily.comments].some((counted) => (counted?.expected ?? 0) > 0);
}
