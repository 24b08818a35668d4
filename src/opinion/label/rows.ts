import type { Label } from '#model/label.ts';
import type { Parts } from './features.ts';
import type { Rows } from './svm.ts';
import { Tokens } from './text.ts';
import { Walker } from './walk.ts';
import { IDF } from './weights.ts';

/** A labelled text to learn from. */
export interface Example {
  readonly text: string;
  readonly label: Label;
  /** What it came from, such as "smsa". */
  readonly source: string;
  /** What a mistake in it costs, beside others. */
  readonly cost: number;
}

/** Keeps the features of words, where the classifier keeps their sums. */
class Collector extends Walker {
  buckets: number[] = [];
  values: number[] = [];
  owners: number[] = [];
  private readonly parts: Parts[] = [];
  private readonly mask: number;

  constructor(buckets: number, slang: boolean) {
    super(new Tokens(), slang);
    this.mask = buckets - 1;
  }

  protected learn(slot: number, parts: Parts): void {
    this.parts[slot] = parts;
  }

  protected take(token: number, slot: number): void {
    const { hashes, values } = this.parts[slot] as Parts;
    for (let at = 0; at < hashes.length; at += 1) this.add(token, hashes[at] as number, values[at] as number);
  }

  protected add(token: number, hash: number, value: number): void {
    this.buckets.push(hash & this.mask);
    this.values.push(value);
    this.owners.push(token);
  }

  /** All features of a text, as they occur. */
  read(text: string): { readonly buckets: readonly number[]; readonly values: readonly number[] } {
    [this.buckets, this.values, this.owners] = [[], [], []];
    this.tokens.read(text);
    this.walk(text);
    return { buckets: this.buckets, values: this.values.map((value, at) => value * this.scale(this.owners[at] as number)) };
  }
}

export interface Counted extends Rows {
  readonly rarity: Uint8Array;
}

/** Texts as rows of length 1, weighed by how rare their features are among these texts, or by the rarity that is handed in. */
export function rowsOf(texts: readonly string[], buckets: number, slang: boolean, known?: Uint8Array): Counted {
  const collector = new Collector(buckets, slang);
  const found = texts.map((text) => {
    const row = collector.read(text);
    return { buckets: Int32Array.from(row.buckets), values: Float32Array.from(row.values) };
  });
  const rarity =
    known ??
    rarityOf(
      found.map((row) => row.buckets),
      buckets,
    );
  const starts = new Int32Array(texts.length + 1);
  const sums = new Float64Array(buckets);
  const parts: { buckets: Int32Array; values: Float32Array }[] = [];
  found.forEach((row, index) => {
    let square = 0;
    for (let at = 0; at < row.buckets.length; at += 1) {
      const bucket = row.buckets[at] as number;
      const value = ((row.values[at] as number) * (rarity[bucket] as number)) / IDF;
      square += value * value;
      sums[bucket] = (sums[bucket] as number) + value;
    }
    const own = Int32Array.from(new Set(row.buckets));
    const norm = Math.sqrt(square) || 1;
    parts.push({ buckets: own, values: Float32Array.from(own, (bucket) => (sums[bucket] as number) / norm) });
    for (const bucket of own) sums[bucket] = 0;
    starts[index + 1] = (starts[index] as number) + own.length;
  });
  const size = starts[texts.length] as number;
  const rows = { starts, buckets: new Int32Array(size), values: new Float32Array(size), rarity };
  parts.forEach((part, index) => {
    rows.buckets.set(part.buckets, starts[index]);
    rows.values.set(part.values, starts[index]);
  });
  return rows;
}

function rarityOf(rows: readonly Int32Array[], buckets: number): Uint8Array {
  const counts = new Int32Array(buckets);
  for (const row of rows) for (const bucket of new Set(row)) counts[bucket] = (counts[bucket] as number) + 1;
  return Uint8Array.from(counts, (count) => Math.min(255, Math.round(IDF * (Math.log((rows.length + 1) / (count + 1)) + 1))));
}
