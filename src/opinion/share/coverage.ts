import { LABELS, type Label } from '#model/label.ts';
import type { Confusion, Labelled } from '#model/opinion.ts';
import { correctedNet, correctedScore, correctedShare, sizeOf, type Corrected, type Sampled } from './correct.ts';
import { wilson } from './interval.ts';

/** What a simulation found of one figure. */
export interface Coverage {
  readonly of: Label | 'net' | 'score';
  readonly truth: number;
  /** Share of the runs whose interval held what comments like these say on the whole; `these`: what just the drawn ones say. */
  readonly covered: number;
  readonly these: number;
  readonly width: number;
  /** The mean width as a share of that from the labels alone (Wilson); null for net and score. */
  readonly ofAlone: number | null;
}

/** What is simulated: `all` comments drawn from a pool, `n` of them labelled, so many times. */
export interface Trial {
  readonly all: number;
  readonly n: number;
  readonly runs: number;
}

/**
 * How often the published 95 % intervals hold the truth, were comments like those of the pool (what they are, crossed with what the classifier
 * says) to come in, and a random sample of them labelled. `random`: numbers from 0 to under 1. Draws `all` of them for each run.
 */
export function coverageOf(pool: Confusion, { all, n, runs }: Trial, random: () => number): Coverage[] {
  const tallies = TOLD.map((of) => ({ of, covered: 0, these: 0, width: 0, alone: 0 }));
  const truth = truthsOf(pool);
  let below = 0;
  const edges = Float64Array.from(
    LABELS.flatMap((row) => LABELS.map((said) => pool[row][said])),
    (count) => (below += count / sizeOf(pool)),
  );
  edges[edges.length - 1] = 1;
  for (let run = 0; run < runs; run += 1) {
    const cells = new Int32Array(edges.length);
    for (let index = 0; index < n; index += 1) draw(edges, cells, random());
    const sample = tableOf(cells);
    for (let index = n; index < all; index += 1) draw(edges, cells, random());
    const drawn = tableOf(cells);
    const these = truthsOf(drawn);
    const found = estimates([{ comments: all, predicted: columnsOf(drawn), sample }]);
    for (const tally of tallies) {
      const { interval } = found(tally.of) ?? { interval: { from: 0, to: 1 } };
      const holds = (value: number) => interval.from - TINY <= value && value <= interval.to + TINY;
      if (holds(truth(tally.of))) tally.covered += 1;
      if (holds(these(tally.of))) tally.these += 1;
      tally.width += interval.to - interval.from;
      if (tally.of === 'net' || tally.of === 'score') continue;
      const alone = wilson(truthsOf(sample)(tally.of), n);
      tally.alone += alone.to - alone.from;
    }
  }
  return tallies.map(({ of, covered, these, width, alone }) => ({
    of,
    truth: truth(of),
    covered: covered / runs,
    these: these / runs,
    width: width / runs,
    ofAlone: alone === 0 ? null : width / alone,
  }));
}

const TOLD = [...LABELS, 'net', 'score'] as const;
const TINY = 1e-12;

function estimates(sampled: readonly Sampled[]) {
  return (of: Coverage['of']): Corrected | undefined =>
    of === 'net' ? correctedNet(sampled) : of === 'score' ? correctedScore(sampled) : correctedShare(of, sampled);
}

function truthsOf(table: Confusion) {
  const all = sizeOf(table);
  const share = (label: Label) => LABELS.reduce((sum, said) => sum + table[label][said], 0) / all;
  const [positive, negative] = [share('positive'), share('negative')];
  return (of: Coverage['of']): number =>
    of === 'net' ? positive - negative : of === 'score' ? positive / (positive + negative || 1) : share(of);
}

function columnsOf(table: Confusion): Labelled {
  const column = (said: Label) => LABELS.reduce((sum, label) => sum + table[label][said], 0);
  return { positive: column('positive'), neutral: column('neutral'), negative: column('negative') };
}

function draw(edges: Float64Array, cells: Int32Array, at: number): void {
  let cell = 0;
  while (at >= (edges[cell] as number)) cell += 1;
  cells[cell] = (cells[cell] as number) + 1;
}

function tableOf(cells: Int32Array): Confusion {
  const row = (index: number) => Object.fromEntries(LABELS.map((said, at) => [said, cells[index * LABELS.length + at]]));
  return Object.fromEntries(LABELS.map((label, index) => [label, row(index)])) as Confusion;
}
