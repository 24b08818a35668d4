import type { Dimension } from '#model/dimension.ts';
import { isKnown, known, missing, type Reason } from '#model/figure.ts';
import type { Measure } from '#model/measure.ts';
import type { AccountFacts, Outcome, PartFacts } from './kpi.ts';
import { ratioOf, type Part } from './total.ts';
import { wholeOf } from './whole.ts';

/** One measure of messages as a part of another, over the channels that give both: an SMS is never "opened". */
export function byChannel(part: Measure, whole: Measure, accounts: readonly AccountFacts[]): Outcome {
  const channels = new Map<string, { numerator: number; denominator: number }>();
  for (const one of accounts) {
    for (const [name, counts] of bothOf('channel', part, whole, one)) {
      const { numerator, denominator } = channels.get(name) ?? { numerator: 0, denominator: 0 };
      channels.set(name, { numerator: numerator + counts.numerator, denominator: denominator + counts.denominator });
    }
  }
  const each = [...channels].sort(([a], [b]) => (a < b ? -1 : 1)).map(([channel, counts]) => ({ channel, ...counts }));
  const outcome = overParts('channel', part, whole, accounts);
  return each.length === 0 ? outcome : { ...outcome, channels: each };
}

/** One measure as a part of another, over the parts that give both: what one of them lacks would make the whole look smaller. */
export function overParts(dimension: Dimension, part: Measure, whole: Measure, accounts: readonly AccountFacts[]): Outcome {
  return ratioOf(
    accounts.map((one): Part => {
      const both = [...bothOf(dimension, part, whole, one).values()];
      const { figure, early } = wholeOf(part, one);
      const none = isKnown(figure) ? (figure.value === 0 ? 'zero-denominator' : 'not-comparable') : figure.reason;
      const gap = gapOf([whole, part], one) ?? (both.length > 0 ? undefined : none);
      if (gap !== undefined) return { account: one.account, figure: missing(gap), grounds: [] };
      const [numerator, denominator] = [sum(both.map((row) => row.numerator)), sum(both.map((row) => row.denominator))];
      const grounds = both.flatMap((row) => row.grounds);
      return {
        account: one.account,
        figure: known(numerator),
        numerator,
        denominator,
        n: denominator,
        ...(early ? { early } : {}),
        grounds: [...new Map(grounds.map((ground) => [ground.metric + ground.api, ground])).values()],
      };
    }),
  );
}

/** Why some of the stretch has not come at all, for either. That some parts lack a measure, or hide it, is no gap of the others. */
function gapOf(measures: readonly Measure[], one: AccountFacts): Reason | undefined {
  for (const measure of measures) {
    const {
      known: come = 0,
      expected = 0,
      reason,
    } = [one.monthly[measure], one.daily[measure]].find((found) => (found?.expected ?? 0) > 0) ?? {};
    const isGap = reason !== undefined && reason !== 'empty' && reason !== 'suppressed';
    if (come < expected && isGap) return come > 0 ? 'partial' : reason;
  }
  return undefined;
}

/** The parts that give both measures, by name. */
function bothOf(dimension: Dimension, part: Measure, whole: Measure, one: AccountFacts) {
  const below = rowsOf(one, whole, dimension);
  return new Map(
    [...rowsOf(one, part, dimension)].flatMap(([name, row]) => {
      const other = below.get(name);
      if (!other) return [];
      const counts = { numerator: row.figure.value ?? 0, denominator: other.figure.value ?? 0 };
      return [[name, { ...counts, grounds: [row.ground, other.ground] }] as const];
    }),
  );
}

function rowsOf(one: AccountFacts, measure: Measure, dimension: Dimension): Map<string, PartFacts> {
  const rows = (one.parts[measure] ?? []).filter(
    ({ dimensions, figure }) => Object.keys(dimensions).join() === dimension && isKnown(figure),
  );
  return new Map(rows.map((row) => [row.dimensions[dimension] ?? '', row]));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
