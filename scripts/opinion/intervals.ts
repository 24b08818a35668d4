import type { Measurement } from '#model/classifier.ts';
import { coverageOf, type Coverage } from '#opinion/share/coverage.ts';
import { random } from '../sample/random.ts';

/** Comments of a month, and how often a month is thought up. */
const TRIAL = { all: 5000, runs: 2000 };
/** Labels of staff. */
const LABELLED = [200, 400] as const;

export interface Intervals {
  readonly set: string;
  readonly n: number;
  readonly found: readonly Coverage[];
}

/** Of each set that the classifier was measured on: how often the published 95 % intervals would hold the truth, were its comments to come in. */
export function intervalsOf(measured: readonly Pick<Measurement, 'set' | 'confusion'>[]): Intervals[] {
  return measured.flatMap(({ set, confusion }) =>
    LABELLED.map((n) => ({ set, n, found: coverageOf(confusion, { ...TRIAL, n }, random(`${set} ${n}`)) })),
  );
}
