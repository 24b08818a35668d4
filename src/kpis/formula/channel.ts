import type { Dimension } from '#model/dimension.ts';
import { isKnown, known, missing, type Figure, type Reason } from '#model/figure.ts';
import type { Measure } from '#model/measure.ts';
import type { Ground } from '#model/kpi-figure.ts';
import type { AccountFacts, Counted, Outcome, PartFacts } from '../kpi.ts';
import { ratioOf, type Part } from './total.ts';
import { wholeOf } from './whole.ts';

/** Both counts of one channel or event, over the months or days on which both were counted. */
interface Pair {
  readonly name: string;
  readonly numerator: number;
  readonly denominator: number;
  /** Months or days with both counts, of those with either. */
  readonly known: number;
  readonly expected: number;
  readonly grounds: readonly Ground[];
}

/**
 * One measure of messages as a part of another, over the channels that give both, month by month: an SMS is never "opened", and a month in which
 * only one of the two was counted tells no rate. Where fewer than half of those channels' months have both, there is none.
 */
export function byChannel(part: Measure, whole: Measure, accounts: readonly AccountFacts[]): Outcome {
  const pairsOf = (one: AccountFacts) => pairs('channel', part, whole, one).filter((pair) => pair.known > 0);
  const groups = Map.groupBy(accounts.flatMap(pairsOf), ({ name }) => name);
  const channels = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([channel, same]) => channelOf(channel, same));
  const outcome = over(pairsOf, 'channel-months', [part, whole], accounts);
  return channels.length === 0 ? outcome : { ...outcome, channels };
}

/** One measure of events as a part of another, over the events that give both, day by day; how many those are of all is said beside it. */
export function byEvent(part: Measure, whole: Measure, accounts: readonly AccountFacts[]): Outcome {
  return over((one) => pairs('event', part, whole, one), 'event-days', [part, whole], accounts);
}

function over(
  pairsOf: (one: AccountFacts) => Pair[],
  of: Counted['of'],
  [part, whole]: readonly [Measure, Measure],
  accounts: readonly AccountFacts[],
): Outcome {
  return ratioOf(
    accounts.map((one): Part => {
      const all = pairsOf(one);
      const both = all.filter((pair) => pair.known > 0);
      const { figure, early } = wholeOf(part, one);
      const none = isKnown(figure) ? (figure.value === 0 ? 'zero-denominator' : 'not-comparable') : figure.reason;
      const counted = { of, known: sum(all.map((pair) => pair.known)), expected: sum(all.map((pair) => pair.expected)) };
      // An open event has nobody invited: of events it is no sign of a hole that most of them lack a count.
      const few = of === 'channel-months' && counted.known * 2 < counted.expected ? 'partial' : undefined;
      const gap = gapOf([whole, part], one) ?? (both.length > 0 ? few : none);
      if (gap !== undefined) return { account: one.account, figure: missing(gap), grounds: [] };
      const [numerator, denominator] = [sum(both.map((pair) => pair.numerator)), sum(both.map((pair) => pair.denominator))];
      const grounds = both.flatMap((pair) => pair.grounds);
      return {
        account: one.account,
        figure: known(numerator),
        numerator,
        denominator,
        n: denominator,
        counted,
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

function channelOf(channel: string, same: readonly Pair[]): NonNullable<Outcome['channels']>[number] {
  const months = { known: sum(same.map((pair) => pair.known)), expected: sum(same.map((pair) => pair.expected)) };
  return {
    channel,
    numerator: sum(same.map((pair) => pair.numerator)),
    denominator: sum(same.map((pair) => pair.denominator)),
    ...(months.known < months.expected ? { months } : {}),
  };
}

/** Each part of the two measures, by name. A count without its other has no place in either sum: it would make the share too small or too large. */
function pairs(dimension: Dimension, part: Measure, whole: Measure, one: AccountFacts): Pair[] {
  const [above, below] = [rowsOf(one, part, dimension), rowsOf(one, whole, dimension)];
  return [...new Set([...above.keys(), ...below.keys()])].map((name): Pair => {
    const [first, second] = [above.get(name), below.get(name)];
    const [over, under] = [eachOf(first), eachOf(second)];
    let [numerator, denominator, both, expected] = [0, 0, 0, 0];
    for (const on of new Set([...over.keys(), ...under.keys()])) {
      const [upper, lower] = [over.get(on)?.value ?? null, under.get(on)?.value ?? null];
      // Of none, nothing is lacking.
      if (upper === null && lower === 0) continue;
      expected += 1;
      if (upper === null || lower === null) continue;
      both += 1;
      numerator += upper;
      denominator += lower;
    }
    const grounds = [first, second].flatMap((row) => row?.ground ?? []);
    return { name, numerator, denominator, known: both, expected, grounds };
  });
}

/** What a part counts, by the month or day; the stretch as a whole where that is all that is told. */
function eachOf(row: PartFacts | undefined): ReadonlyMap<string, Figure> {
  return new Map(row ? (row.each?.map(({ on, figure }) => [on, figure]) ?? [['', row.figure]]) : []);
}

function rowsOf(one: AccountFacts, measure: Measure, dimension: Dimension): Map<string, PartFacts> {
  const rows = (one.parts[measure] ?? []).filter(({ dimensions }) => Object.keys(dimensions).join() === dimension);
  return new Map(rows.map((row) => [row.dimensions[dimension] ?? '', row]));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
