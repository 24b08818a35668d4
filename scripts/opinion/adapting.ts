import { LABELS } from '#model/label.ts';
import { adapt, type Answer } from '#opinion/label/adapt.ts';
import { classifier } from '#opinion/label/classifier.ts';
import { coverageOf } from '#opinion/share/coverage.ts';
import { leakOf, remembered } from '#opinion/label/leak.ts';
import { bytes } from '#store/write.ts';
import { readDev, score } from './bench.ts';
import { readMaterial } from './material.ts';

/** Labels that a sitting gives. */
const LABELS_OF_ONE = 300;
const DRAWS = 5;
/** Development sets of a kind that the shipped weights have never met. Costs were chosen on the first alone. */
const SETS = ['ridife-10pct', 'mbg-B'];

/**
 * What adapting brings and what it gives away: on each set five times 300 texts are learnt from and the others asked. `width`: of the corrected
 * interval of a share, of 300 labels among 2,000 comments, mean of the three labels, in points.
 */
export function benchAdapting(folder: string, corpus: string, weights: string) {
  const shipped = bytes(`${weights}/weights.bin`);
  const dev = readDev(folder);
  const of = (all: readonly { readonly src: string }[], name: string) =>
    all.filter(({ src }) => src === name) as unknown as Answer[];
  const sets = SETS.flatMap((set) =>
    (['common', 'words'] as const).map((reach) => {
      const rows = of(dev, set);
      const learn = (some: readonly Answer[]) => adapt(shipped, some, '1', reach);
      const draws = Array.from({ length: DRAWS }, (_, draw) => shuffled(rows, draw + 1)).map((order) => {
        const [mine, others] = [order.slice(0, LABELS_OF_ONE), order.slice(LABELS_OF_ONE)];
        return { before: measured(shipped, others), after: measured(learn(mine), others) };
      });
      const mean = (value: (draw: (typeof draws)[number]) => number) =>
        round(draws.reduce((sum, draw) => sum + value(draw), 0) / DRAWS);
      const { attacks, alone, passes } = leakOf(shipped, shuffled(rows, 1).slice(0, LABELS_OF_ONE), learn);
      return {
        set,
        reach,
        n: rows.length,
        macroF1: [mean(({ before }) => before.macroF1), mean(({ after }) => after.macroF1)],
        gains: draws.map(({ before, after }) => round(after.macroF1 - before.macroF1)),
        accuracy: [mean(({ before }) => before.accuracy), mean(({ after }) => after.accuracy)],
        width: [mean(({ before }) => before.width), mean(({ after }) => after.width)],
        leak: Object.fromEntries(
          attacks.map(({ attack, auc, interval }) => [attack, [auc, interval.from, interval.to].map(round)]),
        ),
        alone,
        passes,
      };
    }),
  );
  const [seen, unseen] = [of(readMaterial(folder, corpus).rows, 'smsa'), of(dev, 'smsa-valid')];
  const { auc, interval } = remembered(shipped, seen, unseen);
  return {
    sets,
    shipped: {
      of: 'smsa',
      members: seen.length,
      others: unseen.length,
      auc: round(auc),
      from: round(interval.from),
      to: round(interval.to),
    },
  };
}

function measured(weights: Uint8Array, rows: readonly Answer[]) {
  const by = classifier(weights);
  const found = score(
    rows,
    rows.map(({ text }) => by.label(text)),
  );
  const shares = coverageOf(found.confusion, { all: 2000, n: 300, runs: 300 }, randomOf(7)).filter(({ of }) =>
    LABELS.some((label) => label === of),
  );
  return { ...found, width: (100 * shares.reduce((sum, { width }) => sum + width, 0)) / shares.length };
}

function shuffled(rows: readonly Answer[], seed: number): Answer[] {
  const [order, random] = [[...rows], randomOf(seed)];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as Answer, order[at] as Answer];
  }
  return order;
}

function randomOf(seed: number): () => number {
  let state = seed * 7919;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 0x1_0000_0000;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
