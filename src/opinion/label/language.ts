import type { Language } from '#model/label.ts';
import { fit, type Rows } from './svm.ts';
import { HASH, hashOf, KIND, mixed, Tokens } from './text.ts';
import { REMEMBERED } from './walk.ts';
import { packed, type Table } from './weights.ts';

/** The languages that the router tells apart; what has no words of Latin letters is `other`. */
export const SPOKEN = ['id', 'en', 'jv', 'su'] as const satisfies readonly Language[];

const WIDTH = SPOKEN.length;

/** Parts of one to four letters of a word with its edges, and the word itself. */
function grams(word: string): number[] {
  const edged = `<${word.length > 30 ? word.slice(0, 30) : word}>`;
  const hashes = [hashOf(edged, 17)];
  for (let from = 0; from < edged.length; from += 1) {
    let hash = 19 ^ HASH.start;
    for (let to = from; to < edged.length && to < from + 4; to += 1) {
      hash = Math.imul(hash ^ edged.charCodeAt(to), HASH.prime);
      if (to - from + 1 < edged.length) hashes.push(mixed(hash));
    }
  }
  return hashes;
}

function spelled(text: string, tokens: Tokens, at: number): string {
  const word = text.slice(tokens.start[at], tokens.end[at]).toLowerCase();
  return /^[a-z]+$/.test(word) ? word : word.normalize('NFKD').replace(/[^\p{L}\p{N}-]/gu, '');
}

/** Tells a comment's language from the letters of its words. */
export class Router {
  private readonly scores = new Float64Array(WIDTH);
  private readonly first = new Int32Array(REMEMBERED);
  private readonly second = new Int32Array(REMEMBERED);
  private readonly sums = new Float32Array(REMEMBERED * WIDTH);
  private readonly table: Table;
  private readonly tokens: Tokens;

  constructor(table: Table, tokens: Tokens) {
    this.table = table;
    this.tokens = tokens;
  }

  /** The language of the text whose tokens were read last. */
  read(text: string): Language {
    const { tokens, scores } = this;
    scores.fill(0);
    let words = 0;
    for (let at = 0; at < tokens.count; at += 1) {
      if (tokens.kind[at] !== KIND.word) continue;
      words += 1;
      const from = this.slot(text, at) * WIDTH;
      for (let part = 0; part < WIDTH; part += 1) scores[part] = (scores[part] as number) + (this.sums[from + part] as number);
    }
    if (words === 0 || tokens.latin * 2 < tokens.letters) return 'other';
    let best = 0;
    for (let part = 1; part < WIDTH; part += 1) if ((scores[part] as number) > (scores[best] as number)) best = part;
    return SPOKEN[best] ?? 'other';
  }

  private slot(text: string, at: number): number {
    const { tokens, table } = this;
    const [first, second] = [tokens.first[at] as number, tokens.second[at] as number];
    const slot = (Math.imul(first ^ (second >>> 7), 0x9e37_79b1) >>> 16) & (REMEMBERED - 1);
    if (this.first[slot] === first && this.second[slot] === second) return slot;
    this.first[slot] = first;
    this.second[slot] = second;
    const to = slot * WIDTH;
    this.sums.fill(0, to, to + WIDTH);
    for (const hash of grams(spelled(text, tokens, at))) {
      const from = (hash & (table.buckets - 1)) * WIDTH;
      for (let part = 0; part < WIDTH; part += 1)
        this.sums[to + part] =
          (this.sums[to + part] as number) + (table.weights[from + part] as number) * (table.steps[part] as number);
    }
    return slot;
  }
}

export interface Spoken {
  readonly text: string;
  readonly language: (typeof SPOKEN)[number];
}

/** Weights of the router. There is no bias: a language is told by its words alone, however many there are. */
export function trainRouter(examples: readonly Spoken[], buckets: number, cost: number, passes: number): Table {
  const rows = rowsOf(examples, buckets);
  const learnt = SPOKEN.map((language) => {
    const sides = Int8Array.from(examples, (one) => (one.language === language ? 1 : -1));
    const yes = sides.filter((side) => side === 1).length / sides.length;
    const costs = Float64Array.from(sides, (side) => cost * (side === 1 ? Math.sqrt(0.5 / yes) : Math.sqrt(0.5 / (1 - yes))));
    return fit(rows, { sides, costs, buckets, passes, bias: false });
  });
  return { ...packed(learnt, buckets), name: 'router', classes: SPOKEN, temperature: 1, rarity: new Uint8Array() };
}

function rowsOf(examples: readonly Spoken[], buckets: number): Rows {
  const tokens = new Tokens();
  const found = examples.map(({ text }) => {
    tokens.read(text);
    const counts = new Map<number, number>();
    for (let at = 0; at < tokens.count; at += 1)
      if (tokens.kind[at] === KIND.word)
        for (const hash of grams(spelled(text, tokens, at)))
          counts.set(hash & (buckets - 1), (counts.get(hash & (buckets - 1)) ?? 0) + 1);
    return counts;
  });
  const starts = new Int32Array(found.length + 1);
  found.forEach((row, index) => (starts[index + 1] = (starts[index] as number) + row.size));
  const norm = (row: Map<number, number>) => Math.sqrt([...row.values()].reduce((sum, count) => sum + count * count, 0)) || 1;
  return {
    starts,
    buckets: Int32Array.from(found.flatMap((row) => [...row.keys()])),
    values: Float32Array.from(found.flatMap((row) => Array.from(row.values(), (count) => count / norm(row)))),
  };
}
