import type { Parts } from './features.ts';
import type { Tokens } from './text.ts';
import { REMEMBERED, Walker } from './walk.ts';
import { IDF, type Table } from './weights.ts';

/** Three scores of each expert, the gate's, and the square of the length. */
const WIDTH = 8;
const [NEAR, GATE, SQUARE] = [3, 6, 7];
/** From where on a text is near, and how sharply; chosen on topics that had been left out and on the development sets. */
const TURN = { at: -0.15, sharp: 6 };

/** Scores texts with one table: two experts, and how much each has to say. */
export class Labeller extends Walker {
  /** Of the text read last: its three scores, before they become shares. */
  readonly scores = new Float64Array(3);
  private readonly sums = new Float32Array(REMEMBERED * WIDTH);
  /** Sums of each token of the text read last. */
  private own = new Float64Array(64 * WIDTH);
  private used = 0;
  private readonly all = new Float64Array(WIDTH);
  private readonly table: Table;
  private readonly mask: number;
  /** What a step of each weight is worth, as a feature's rarity is in steps too. */
  private readonly worth: Float64Array;
  private length = 1;
  private near = 0;

  constructor(table: Table, tokens: Tokens, slang: boolean) {
    super(tokens, slang);
    this.table = table;
    this.mask = table.buckets - 1;
    this.worth = Float64Array.from(table.steps);
  }

  protected learn(slot: number, { hashes, values }: Parts): void {
    const at = slot * WIDTH;
    this.sums.fill(0, at, at + WIDTH);
    for (let one = 0; one < hashes.length; one += 1) this.put(this.sums, at, hashes[one] as number, values[one] as number);
  }

  protected take(token: number, slot: number): void {
    const { sums } = this;
    const [to, from] = [this.room(token), slot * WIDTH];
    const own = this.own;
    for (let part = 0; part < WIDTH; part += 1) own[to + part] = (own[to + part] as number) + (sums[from + part] as number);
  }

  protected add(token: number, hash: number, value: number): void {
    this.put(this.own, this.room(token), hash, value);
  }

  /** Scores the text whose tokens were read last; false where it has no word. */
  score(text: string): boolean {
    this.own.fill(0, 0, this.used);
    this.used = 0;
    this.walk(text);
    const { own, scores, all, used } = this;
    const { biases } = this.table;
    all.fill(0);
    for (let at = 0, token = 0; at < used; at += WIDTH, token += 1) {
      const scale = this.scale(token);
      for (let part = 0; part < SQUARE; part += 1) all[part] = (all[part] as number) + scale * (own[at + part] as number);
      all[SQUARE] = (all[SQUARE] as number) + scale * scale * (own[at + SQUARE] as number);
    }
    this.length = Math.sqrt(all[SQUARE] as number) || 1;
    for (let part = 0; part < SQUARE; part += 1) all[part] = (all[part] as number) / this.length + (biases[part] as number);
    this.near = 1 / (1 + Math.exp(-TURN.sharp * ((all[GATE] as number) - TURN.at)));
    for (let part = 0; part < NEAR; part += 1) scores[part] = this.mixed(all, part);
    return this.words > 0;
  }

  private mixed(sums: Float64Array, at: number): number {
    return (1 - this.near) * (sums[at] ?? 0) + this.near * (sums[at + NEAR] ?? 0);
  }

  /** Which class won; the later one never wins a tie. */
  best(): number {
    const [positive = 0, neutral = 0, negative = 0] = this.scores;
    return positive > neutral ? (positive >= negative ? 0 : 2) : neutral >= negative ? 1 : 2;
  }

  /** The scores as shares that sum to 1: positive, neutral, negative. */
  shares(): readonly [number, number, number] {
    const [positive = 0, neutral = 0, negative = 0] = this.scores;
    const most = Math.max(positive, neutral, negative);
    const heat = this.table.temperature;
    const [a, b, c] = [Math.exp((positive - most) / heat), Math.exp((neutral - most) / heat), Math.exp((negative - most) / heat)];
    const sum = a + b + c;
    return [a / sum, b / sum, c / sum];
  }

  /** What a token of the text read last added to a class's score over the mean of the two others. */
  weight(token: number, label: number): number {
    const at = token * WIDTH;
    if (at >= this.used) return 0;
    const one = this.mixed(this.own, at + label);
    const sum = this.mixed(this.own, at) + this.mixed(this.own, at + 1) + this.mixed(this.own, at + 2);
    return (this.scale(token) * (one - (sum - one) / 2)) / this.length;
  }

  private put(to: Float32Array | Float64Array, at: number, hash: number, value: number): void {
    const { worth } = this;
    const { weights, rarity } = this.table;
    const bucket = hash & this.mask;
    const x = (value * (rarity[bucket] as number)) / IDF;
    const from = bucket * SQUARE;
    for (let part = 0; part < SQUARE; part += 1)
      to[at + part] = (to[at + part] as number) + x * (weights[from + part] as number) * (worth[part] as number);
    to[at + SQUARE] = (to[at + SQUARE] as number) + x * x;
  }

  /** Where a token's sums lie; the room grows with the longest text, and no further than that can be. */
  private room(token: number): number {
    const at = token * WIDTH;
    if (at + WIDTH > this.own.length) {
      const wider = new Float64Array(Math.max(at + WIDTH, this.own.length * 2));
      wider.set(this.own);
      this.own = wider;
    }
    if (at + WIDTH > this.used) this.used = at + WIDTH;
    return at;
  }
}
