import type { Answer } from './adapt.ts';
import { classifier } from './classifier.ts';
import { Z, type Interval } from '../share/interval.ts';
import { rowsOf } from './rows.ts';
import { decode } from './weights.ts';

/**
 * Ways to guess from adapted weights whether a comment was among those they learnt from. `sure`: how likely its own label is to them (Yeom et al.
 * 2018). `change`: how much likelier than to the shipped ones. `unlabelled`: the same by whoever does not know its label. `against-others`: how
 * much likelier than to weights that learnt from other comments (Carlini et al. 2022, by whom this is the strongest). `touched`: how many of the bytes
 * that its words fall on have moved.
 */
export type Attack = 'sure' | 'change' | 'unlabelled' | 'against-others' | 'touched';

export interface Leak {
  /** How often the attack ranks one that was learnt from above one that was not: 0.5 is a coin. With a 95 % interval. */
  readonly attacks: readonly { readonly attack: Attack; readonly auc: number; readonly interval: Interval }[];
  /** Weights that moved though the words of one comment alone fall on them. */
  readonly alone: number;
  readonly passes: boolean;
}

/**
 * An attack may rank so much better than a coin, by the upper end of its interval: 0.6 lets whoever guesses between two comments, one of
 * which was learnt from, be right 6 times in 10, so at most.
 */
const MOST = 0.6;
/** Halvings. Their spread gives the interval, by Student's t. */
const ROUNDS = 20;
const T = 2.093;

/**
 * Adapts to one random half of the answers after the other, and has each attack tell that half from the other. Weights that learnt from all answers
 * owe less to each, so that this is on the safe side. `alone` is counted on weights that learnt from all.
 */
export function leakOf(shipped: Uint8Array, answers: readonly Answer[], learn: (some: readonly Answer[]) => Uint8Array): Leak {
  const order = [...answers.keys()];
  let seed = 42;
  const before = scoresOf(shipped, answers);
  const rounds = Array.from({ length: ROUNDS }, () => {
    for (let at = order.length - 1; at > 0; at -= 1) {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      const other = Math.floor((seed / 0x1_0000_0000) * (at + 1));
      [order[at], order[other]] = [order[other] as number, order[at] as number];
    }
    const half = new Set(order.slice(0, order.length >> 1));
    const bytes = learn(answers.filter((_, at) => half.has(at)));
    const after = scoresOf(bytes, answers);
    return {
      half,
      sure: after.own,
      change: after.own.map((one, at) => one - (before.own[at] as number)),
      unlabelled: after.any.map((some, at) => Math.max(...some.map((one, label) => one - (before.any[at]?.[label] as number)))),
      touched: touchedOf(shipped, bytes, answers).shares,
    };
  });
  const means = answers.map((_, at) => rounds.reduce((sum, { sure }) => sum + (sure[at] as number), 0) / ROUNDS);
  const told: Readonly<Record<Attack, (round: (typeof rounds)[number]) => readonly number[]>> = {
    sure: ({ sure }) => sure,
    change: ({ change }) => change,
    unlabelled: ({ unlabelled }) => unlabelled,
    'against-others': ({ sure }) => sure.map((one, at) => one - (means[at] as number)),
    touched: ({ touched }) => touched,
  };
  const attacks = (Object.keys(told) as Attack[]).map((attack) => {
    const found = rounds.map((round) => auc(told[attack](round), round.half));
    const mean = found.reduce((sum, one) => sum + one, 0) / ROUNDS;
    const spread = Math.sqrt(found.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (ROUNDS - 1) / ROUNDS);
    return { attack, auc: mean, interval: { from: mean - T * spread, to: mean + T * spread } };
  });
  const { alone } = touchedOf(shipped, learn(answers), answers);
  return { attacks, alone, passes: alone === 0 && attacks.every(({ interval: { from, to } }) => to < MOST && from > 1 - MOST) };
}

/** Logarithms of how likely each text's own label is, and each label. */
function scoresOf(bytes: Uint8Array, answers: readonly Answer[]) {
  const by = classifier(bytes);
  const read = answers.map(({ text }) => by.read(text).scores);
  const log = (share: number) => Math.log(Math.max(share, 1e-12));
  return {
    own: read.map((scores, at) => log(scores[answers[at]?.label ?? 'neutral'])),
    any: read.map(({ positive, neutral, negative }) => [log(positive), log(neutral), log(negative)]),
  };
}

/** Of each text the share of the bytes its words fall on that moved; and how many moved that one text alone falls on. */
function touchedOf(shipped: Uint8Array, adapted: Uint8Array, answers: readonly Answer[]) {
  const shares = answers.map(() => 0);
  let alone = 0;
  const before = decode(shipped).tables;
  decode(adapted).tables.forEach((table, index) => {
    const { weights, classes, buckets, rarity, name } = table;
    const old = before[index]?.weights ?? weights;
    const isMoved = new Uint8Array(buckets);
    weights.forEach((one, at) => one !== old[at] && (isMoved[Math.floor(at / classes.length)] = 1));
    if (!isMoved.includes(1)) return;
    const texts = answers.map(({ text }) => text);
    const rows = rowsOf(texts, buckets, name !== 'en', rarity);
    const met = new Uint32Array(buckets);
    for (let row = 0; row < texts.length; row += 1) {
      const own = rows.buckets.subarray(rows.starts[row], rows.starts[row + 1]);
      shares[row] = (shares[row] ?? 0) + own.filter((bucket) => isMoved[bucket] === 1).length / Math.max(1, own.length);
      for (const bucket of own) met[bucket] = (met[bucket] ?? 0) + 1;
    }
    alone += isMoved.filter((one, bucket) => one === 1 && met[bucket] === 1).length;
  });
  return { shares, alone };
}

/** Share of pairs, one of the half and one of the rest, of which the first scores higher; a tie is half a pair. */
function auc(scores: readonly number[], half: ReadonlySet<number>): number {
  const sorted = [...scores.keys()].sort((a, b) => (scores[a] as number) - (scores[b] as number));
  let [ranks, from] = [0, 0];
  while (from < sorted.length) {
    let to = from;
    while (to + 1 < sorted.length && scores[sorted[to + 1] as number] === scores[sorted[from] as number]) to += 1;
    for (let at = from; at <= to; at += 1) if (half.has(sorted[at] as number)) ranks += (from + to) / 2 + 1;
    from = to + 1;
  }
  return (ranks - (half.size * (half.size + 1)) / 2) / (half.size * (scores.length - half.size));
}

/**
 * Whether weights are surer of texts that they learnt from than of others of the same kind: how often the first of such a pair ranks higher, with
 * a 95 % interval (Hanley and McNeil 1982).
 */
export function remembered(
  bytes: Uint8Array,
  members: readonly Answer[],
  others: readonly Answer[],
): { auc: number; interval: Interval } {
  const found = auc(scoresOf(bytes, [...members, ...others]).own, new Set(members.keys()));
  const [one, two] = [found / (2 - found), (2 * found ** 2) / (1 + found)];
  const variance = found * (1 - found) + (members.length - 1) * (one - found ** 2) + (others.length - 1) * (two - found ** 2);
  const reach = Z * Math.sqrt(variance / (members.length * others.length));
  return { auc: found, interval: { from: found - reach, to: found + reach } };
}
