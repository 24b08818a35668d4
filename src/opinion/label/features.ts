import { MARKS } from './lexicon.ts';
import { bare, HASH, hashOf, mixed, plain } from './text.ts';

/** How much each kind of feature counts; found by trying. */
export const SCALE = { word: 1, stem: 0.7, gram: 0.4, pair: 0.9, mark: 1.1, style: 0.4, size: 0.5 };

const SEED = { word: 1, stem: 2, gram: 3, pair: 4, mark: 5, style: 6, negated: 7 } as const;

/** What may stand before a word without changing whether it praises or blames. */
const PREFIX = /^(?:di|ter|se|ke|ber|men|mem|me)(?=.{4})/;

/** What one word gives: features as parallel lists of hash and value, and what its neighbours have to know of it. */
export interface Parts {
  readonly hashes: number[];
  readonly values: number[];
  /** Bits of its groups, see lexicon.ts. */
  readonly marks: number;
  /** Stands for the word in pairs. */
  readonly id: number;
  readonly long: boolean;
}

/** Features of one word. `negated`: a word such as "tidak" stands before it. */
export function partsOf(raw: string, negated: boolean, slang: boolean): Parts {
  const { word, typed, long } = plain(raw, slang);
  const stem = bare(word);
  const marks = MARKS.get(word) ?? MARKS.get(typed) ?? MARKS.get(stem) ?? MARKS.get(stem.replace(PREFIX, '')) ?? 0;
  const [hashes, values]: [number[], number[]] = [[], []];
  const put = (hash: number, value: number) => {
    hashes.push(hash);
    values.push(value);
  };
  put(hashOf(word, negated ? SEED.negated : SEED.word), SCALE.word);
  if (stem !== word) put(hashOf(stem, negated ? SEED.negated : SEED.stem), SCALE.stem);
  for (let left = marks; left !== 0; left &= left - 1) put(markHash(left & -left, negated), SCALE.mark);
  if (word.length < 40) {
    const edged = `<${word.replace('_', ' ')}>`;
    // As `hashOf` of each part, but one letter after the other.
    for (let from = 0; from < edged.length; from += 1) {
      let hash = SEED.gram ^ HASH.start;
      for (let to = from; to < edged.length && to < from + 5; to += 1) {
        hash = Math.imul(hash ^ edged.charCodeAt(to), HASH.prime);
        if (to > from && to - from + 1 < edged.length) put(mixed(hash), SCALE.gram);
      }
    }
  }
  return { hashes, values, marks, id: hashOf(word, 0), long };
}

function markHash(bit: number, negated: boolean): number {
  return mixed(Math.imul(bit, 0x9e37_79b1) ^ (negated ? SEED.negated : SEED.mark));
}

/** The feature of two neighbouring words. */
export function pairHash(before: number, after: number): number {
  return mixed(Math.imul(before, 31) ^ after ^ SEED.pair);
}

/** The feature of something said of the whole comment. */
export function styleHash(what: number): number {
  return mixed(Math.imul(what + 1, 0x9e37_79b1) ^ SEED.style);
}

/** Groups of two neighbours that mean more together, such as "terima kasih" or "angkat topi", by the pair's feature. */
const PHRASES: ReadonlyMap<number, number> = new Map(
  [...MARKS].flatMap(([word, marks]) => {
    const [before = '', after] = word.split('_');
    return after === undefined ? [] : [[pairHash(hashOf(before, 0), hashOf(after, 0)), marks] as const];
  }),
);

export function phraseMarks(pair: number): number {
  return PHRASES.get(pair) ?? 0;
}
