import { z } from 'zod';
import type { Declaration } from '#model/source.ts';
import { addDays, dayOf, daysBetween, eachDay, instantOf, type Day } from '#model/day.ts';
import type { Dimension } from '#model/dimension.ts';
import type { Series, Value } from '#model/observation.ts';
import type { Gap, Span } from '#model/run.ts';
import { dated, stretches } from '../figure/figures.ts';
import { costOf, isRefused, type Cost, type Graph } from './graph.ts';
import { instant } from '../figure/moment.ts';
import { byPart } from '../figure/part.ts';
import type { Ask } from '../source.ts';

export type Given = Declaration['gives'][number];

const Parts = z.record(z.string(), z.number());
/** Both shapes of an insight: `values` (older) and `total_value`, with or without parts. */
export const Insight = z.object({
  name: z.string(),
  values: z.array(z.object({ value: z.union([z.number(), Parts]), end_time: z.string().optional() })).optional(),
  total_value: z
    .object({
      value: z.number().optional(),
      breakdowns: z
        .array(
          z.object({
            dimension_keys: z.array(z.string()),
            results: z.array(z.object({ dimension_values: z.array(z.string()), value: z.number() })).optional(),
          }),
        )
        .optional(),
    })
    .optional(),
});
export type Insight = z.infer<typeof Insight>;
export const Insights = z.object({ data: z.array(Insight) });

/** The one number of an insight. */
export function numberOf(insight: Insight): number | undefined {
  const value = insight.total_value?.value ?? insight.values?.[0]?.value;
  return typeof value === 'number' ? value : undefined;
}

/** The parts of an insight by one key, each once. */
export function partsOf(insight: Insight, key: string): Map<string, number> {
  const results = (insight.total_value?.breakdowns ?? []).flatMap(({ dimension_keys, results: found = [] }) =>
    dimension_keys.length === 1 && dimension_keys[0] === key ? found : [],
  );
  return new Map(results.flatMap(({ dimension_values, value }) => (dimension_values[0] ? [[dimension_values[0], value]] : [])));
}

/** Metrics that are not asked again in this run: withdrawn ones, and those that failed three times in a row. */
export type Silent = Map<string, { readonly cost: Cost; readonly row: number }>;

/**
 * Several metrics in one call; where the platform refuses the call because of one of them, each in its own call, so that a refused
 * metric costs only itself. A metric that is left out of the answer is "empty", not 0.
 */
export async function together(
  metrics: readonly string[],
  silent: Silent,
  ask: (list: string) => Promise<readonly Insight[]>,
): Promise<Map<string, Insight | Cost>> {
  const found = new Map<string, Insight | Cost>();
  const asked: string[] = [];
  for (const metric of metrics) {
    const before = silent.get(metric);
    if (before && before.row >= 3) found.set(metric, before.cost);
    else asked.push(metric);
  }
  const take = async (list: readonly string[]): Promise<void> => {
    try {
      const insights = await ask(list.join(','));
      for (const metric of list) {
        const insight = insights.find((each) => each.name === metric);
        found.set(metric, insight ?? { reason: 'empty', detail: `${metric}: no value given` });
        silent.delete(metric);
      }
    } catch (error) {
      const costs = list.map((metric) => costOf(error, metric));
      if (list.length > 1 && isRefused(error) && costs[0]?.reason !== 'below-threshold') {
        for (const metric of list) await take([metric]);
        return;
      }
      for (const [index, metric] of list.entries()) {
        const cost = costs[index] as Cost;
        found.set(metric, cost);
        const row = cost.reason === 'withdrawn' ? 3 : (silent.get(metric)?.row ?? 0) + 1;
        if (['withdrawn', 'failed', 'secret-missing'].includes(cost.reason)) silent.set(metric, { cost, row });
      }
    }
  };
  if (asked.length > 0) await take(asked);
  return found;
}

/** Whether a metric came at a cost rather than with a value. */
export function isCost(one: Insight | Cost): one is Cost {
  return 'reason' in one;
}

/** The days of a span in which a metric was there. */
export function overlap(span: Span, { since = span.from, until = span.to }: Pick<Given, 'since' | 'until'>): Span | null {
  const from = since > span.from ? since : span.from;
  const to = until < span.to ? until : span.to;
  return from <= to ? { from, to } : null;
}

/**
 * The day that a daily value belongs to: the one that ends at `end_time`. Its middle, twelve hours before, has the same date in UTC
 * whether midnight is Pacific (07:00 or 08:00 UTC) or Indonesian (15:00 to 17:00 UTC).
 */
export function dayBefore(end: string): Day {
  return dayOf(new Date(instant(end).getTime() - 43_200_000), 'UTC');
}

/** The second at which a day begins in California: the platforms' own days, where nothing else is said. */
export function pacific(day: Day): number {
  return instantOf(`${day}T00:00`, 'America/Los_Angeles').getTime() / 1000;
}

/** A series of this source. */
export function seriesOf(
  given: Pick<Given, 'measure' | 'metric'> & { readonly window: Series['window'] },
  ask: Pick<Ask, 'account' | 'api'>,
  values: Iterable<Value>,
  dimensions: Partial<Record<Dimension, string>> = {},
): Series {
  return {
    measure: given.measure,
    window: given.window,
    dimensions,
    source: ask.account.source,
    metric: given.metric,
    api: ask.api,
    values: [...values].sort((a, b) => (a.day < b.day ? -1 : 1)),
  };
}

/** The platforms fill in a day's value up to two days late. */
const DELAY = 2;

/** Days that were asked and have no value: those that may still come, and those that will not. */
export function emptyDays(given: Given, span: Span, has: (day: Day) => boolean, today: Day): Gap[] {
  const lacking = eachDay(span.from, span.to).filter((day) => !has(day));
  const late = (day: Day): boolean => daysBetween(day, today) <= DELAY;
  const gaps = (days: Day[], reason: Gap['reason']): Gap[] =>
    stretches(days).map((each) => ({ measure: given.measure, ...each, reason, detail: `${given.metric}: no value given` }));
  return [
    ...gaps(
      lacking.filter((day) => !late(day)),
      'empty',
    ),
    ...gaps(lacking.filter(late), 'not-yet'),
  ];
}

const PERIODS = { day: 'day', week: 'week', '28-days': 'days_28', month: undefined } as const;

/** Daily values, each metric in its own calls of at most `most` days. */
export async function readDaily(
  graph: Graph,
  ask: Ask,
  options: {
    readonly path: string;
    readonly given: readonly Given[];
    readonly most: number;
    readonly bound: (day: Day) => string | number;
  },
): Promise<{ series: Series[]; gaps: Gap[] }> {
  const series: Series[] = [];
  const gaps: Gap[] = [];
  const withdrawn = new Map<string, Cost>();
  for (const given of options.given) {
    const { metric, window = 'day' } = given;
    const wanted = ask.days && overlap(ask.days, given);
    if (!wanted) continue;
    const known = withdrawn.get(metric);
    if (known) {
      gaps.push({ measure: given.measure, ...wanted, ...known });
      continue;
    }
    const values = new Map<Day, Value>();
    for (let from = wanted.from; from <= wanted.to; from = addDays(from, options.most)) {
      const last = addDays(from, options.most - 1);
      const to = last < wanted.to ? last : wanted.to;
      const query = { metric, period: PERIODS[window], since: options.bound(from), until: options.bound(addDays(to, 1)) };
      try {
        const { data } = await graph(options.path, query, Insights);
        for (const { value, end_time } of data.flatMap((one) => (one.name === metric ? (one.values ?? []) : []))) {
          const day = end_time === undefined ? undefined : dayBefore(end_time);
          if (day !== undefined && day >= from && day <= to && typeof value === 'number')
            values.set(day, dated(day, ask.today, value));
        }
        gaps.push(...emptyDays(given, { from, to }, (day) => values.has(day), ask.today));
      } catch (error) {
        const cost = costOf(error, metric);
        gaps.push({ measure: given.measure, from, to: wanted.to, ...cost });
        if (cost.reason !== 'not-offered') withdrawn.set(metric, cost);
        break;
      }
    }
    if (values.size > 0) series.push(seriesOf({ ...given, window }, ask, values.values()));
  }
  return { series, gaps };
}

/** Followers of today in groups of people, one series a group. */
export function groups(given: Given, ask: Ask, insight: Insight, dimension: Dimension): Series[] {
  return byPart(dimension, partsOf(insight, dimension)).map(([part, count]) =>
    seriesOf({ ...given, window: 'day' }, ask, [dated(ask.today, ask.today, count)], { [dimension]: part }),
  );
}
