import { divide, isKnown, known, missing, type Figure } from '#model/figure.ts';
import { facts, post } from './example.ts';
import type { AccountFacts, Kpi } from './kpi.ts';
import { commentsUnder } from './formula/talk.ts';
import { early, ratioOf, type Part } from './formula/total.ts';

export const shareOfVoice: Kpi = {
  id: 'share-of-voice',
  version: 1,
  question: 3,
  unit: 'ratio',
  families: ['social'],
  rollUp: 'sum then divide',
  stage: 'out-take',
  leading: true,
  measures: ['comments'],
  texts: {
    id: {
      name: 'Porsi percakapan di antara akun pembanding',
      plain:
        'Dari semua komentar di bawah kiriman akun ini dan akun pembanding yang disebut namanya, berapa bagian milik akun ini.',
      formula:
        'Komentar pada kiriman sendiri yang terbit dalam periode ÷ (komentar itu + komentar pada kiriman akun pembanding di platform yang sama). Untuk beberapa akun: jumlahkan dulu, baru dibagi.',
      limits:
        'Daftar pembanding menentukan hasilnya: daftar lain memberi angka lain, maka namanya disebut. Akun besar menarik lebih banyak komentar, jadi porsi kecil bukan berarti buruk. Yang dihitung hanya komentar di bawah kiriman, bukan semua penyebutan. Bila kiriman satu pembanding saja tidak terbaca, angkanya tidak diberikan.',
    },
    en: {
      name: 'Share of voice among named peers',
      plain: 'Of all comments under the posts of this account and of the peers named here, how large a part is under its own.',
      formula:
        "Comments on own posts published in the period ÷ (those + comments on the peers' posts on the same platform). For several accounts: add up first, then divide.",
      limits:
        'The list of peers decides the answer: another list gives another figure, so the names are shown. Large accounts draw more comments, so a small share is nothing bad in itself. Only comments under posts are counted, not every mention. Where the posts of a single peer could not be read, no figure is given.',
    },
  },
  basis: [
    {
      title:
        'Own mentions ÷ (own + named peers’ mentions), the common definition; here of comments under posts, the part that anybody can count again',
    },
  ],
  examples: [
    {
      title: { id: 'Dua pembanding', en: 'Two peers' },
      facts: [
        facts('a', {
          posts: [post({ comments: 30 })],
          peers: [facts('p', { posts: [post({ comments: 50 })] }), facts('q', { posts: [post({ comments: 20 })] })],
        }),
      ],
      expect: { figure: known(0.3), numerator: 30, denominator: 100, n: 3 },
    },
    {
      title: { id: 'Pembanding tanpa kiriman: nol komentar', en: 'A peer without posts: no comment' },
      facts: [
        facts('a', { posts: [post({ comments: 3 })], peers: [facts('p'), facts('q', { posts: [post({ comments: 1 })] })] }),
      ],
      expect: { figure: known(0.75), numerator: 3, denominator: 4, n: 2 },
    },
    {
      title: { id: 'Satu pembanding tidak terbaca', en: 'One peer was not read' },
      facts: [
        facts('a', {
          posts: [post({ comments: 3 })],
          peers: [facts('p', { postsRead: missing('partial') }), facts('q', { posts: [post({ comments: 1 })] })],
        }),
      ],
      expect: { figure: missing('partial') },
    },
    {
      title: { id: 'Tanpa pembanding', en: 'Without peers' },
      facts: [facts('a', { posts: [post({ comments: 3 })] })],
      expect: { figure: missing('too-few-peers') },
    },
    {
      title: { id: 'Tidak ada komentar di mana pun', en: 'No comment anywhere' },
      facts: [facts('a', { posts: [post({ comments: 0 })], peers: [facts('p')] })],
      expect: { figure: missing('zero-denominator') },
    },
  ],
  compute: (accounts) => ratioOf(accounts.map(part)),
};

function part(one: AccountFacts): Part {
  const all = [one, ...one.peers].map(commentsUnder);
  const base = { account: one.account, grounds: all.flatMap(({ grounds }) => grounds) };
  if (one.peers.length === 0) return { ...base, figure: missing('too-few-peers') };
  const counts = all.map(({ figure }) => counted(figure));
  const lost = counts.find((figure) => !isKnown(figure));
  if (lost) return { ...base, figure: lost };
  const [own = 0, ...others] = counts.map(({ value }) => value ?? 0);
  const whole = others.reduce((sum, value) => sum + value, own);
  return {
    ...base,
    figure: divide(known(own), known(whole)),
    numerator: own,
    denominator: whole,
    n: all.reduce((sum, { n = 0 }) => sum + n, 0),
    ...early(
      'posts',
      all.reduce((sum, each) => sum + (each.early?.count ?? 0), 0),
    ),
  };
}

/** Under no posts there were no comments. */
function counted(figure: Figure): Figure {
  return !isKnown(figure) && figure.reason === 'no-posts' ? known(0) : figure;
}
