import { addDays, eachDay, type Day } from '#model/day.ts';
import type { Dimension } from '#model/dimension.ts';
import type { Series, Value } from '#model/observation.ts';
import type { Gap, Span } from '#model/run.ts';
import { dated, stretches } from '../figure/figures.ts';
import { costOf, isRefused, type Graph } from './graph.ts';
import {
  dayBefore,
  emptyDays,
  groups,
  Insights,
  isCost,
  numberOf,
  overlap,
  pacific,
  partsOf,
  seriesOf,
  together,
  type Given,
  type Insight,
  type Silent,
} from './graph-insights.ts';
import { declaration } from './instagram-declaration.ts';
import type { Ask } from '../source.ts';

interface Read {
  readonly series: Series[];
  readonly gaps: Gap[];
}

/** Days for which daily totals are kept (reference of account insights, as read in 2026). */
const KEPT = 90;
/** An agency's day ends before the platform's, which lies up to 17 hours behind: yesterday's total would be a part of it. */
const OVER = 2;
const FOLLOWS = 'follows_and_unfollows';
/** Metrics that may have ended long ago: their refusal is no news, and must not make every run a partial one. */
const DOUBTFUL = new Set(['profile_views', 'website_clicks']);
/** Followers below which Instagram gives neither follows nor demographics nor hours. */
const FEW = 100;

const dailies = declaration.gives.filter((one) => one.level === 'account' && !one.snapshot && one.measure !== 'reach');
const totals = dailies.filter((one) => !one.metric.startsWith(FOLLOWS));
const follows = dailies.filter((one) => one.metric.startsWith(FOLLOWS));

/**
 * Daily totals, one call for all metrics of a day and one for follows, newest day first: if the allowance ends, the latest are there. A
 * span longer than a day would give one total for all of it.
 */
export async function readTotals(graph: Graph, ask: Ask, node: string, followers: number | undefined): Promise<Read> {
  if (!ask.days) return { series: [], gaps: [] };
  const few = followers !== undefined && followers < FEW;
  const { days } = ask;
  const wanted = overlap(days, { until: addDays(ask.today, -OVER) });
  const values = new Map<Given, Map<Day, Value>>(dailies.map((one) => [one, new Map()]));
  const gaps: Gap[] = [];
  const missing = new Map<string, { gap: Omit<Gap, 'from' | 'to'>; days: Day[] }>();
  const miss = (given: Given, day: Day, gap: Omit<Gap, 'from' | 'to' | 'measure'>): void => {
    const key = `${given.measure} ${gap.reason} ${gap.detail}`;
    const known = missing.get(key) ?? { gap: { measure: given.measure, ...gap }, days: [] };
    missing.set(key, { ...known, days: [day, ...known.days] });
  };
  const silent: Silent = new Map();
  for (const day of wanted ? eachDay(wanted.from, wanted.to).reverse() : []) {
    const query = { period: 'day', metric_type: 'total_value', since: pacific(day), until: pacific(addDays(day, 1)) };
    const call = async (metric: string, more = {}): Promise<Insight[]> =>
      (await graph(`${node}/insights`, { metric, ...query, ...more }, Insights)).data;
    const metrics = totals.map((one) => one.metric);
    const found = await together(metrics, silent, (list) => call(list));
    const moved = few ? new Map() : await together([FOLLOWS], silent, (list) => call(list, { breakdown: 'follow_type' }));
    for (const given of dailies) {
      const part = follows.includes(given) ? (given.metric.split(': ')[1] ?? '') : undefined;
      const answer = part === undefined ? found.get(given.metric) : moved.get(FOLLOWS);
      if (!answer) continue;
      if (isCost(answer) && answer.reason !== 'empty') {
        const ended = answer.reason === 'withdrawn' && DOUBTFUL.has(given.metric);
        miss(given, day, ended ? { ...answer, reason: 'not-offered' } : answer);
      }
      if (!isCost(answer)) {
        const value = dated(day, ask.today, part === undefined ? numberOf(answer) : partsOf(answer, 'follow_type').get(part));
        if (value.value !== null) values.get(given)?.set(day, value);
      }
    }
  }
  for (const { gap, days } of missing.values()) for (const span of stretches(days)) gaps.push({ ...gap, ...span });
  for (const given of dailies) {
    const has = (day: Day): boolean =>
      (values.get(given)?.has(day) ?? false) ||
      [...missing.values()].some(({ gap, days }) => gap.measure === given.measure && days.includes(day));
    gaps.push(...lacking(ask, days, given, few && follows.includes(given), has));
  }
  const series = dailies.flatMap((given) => {
    const known = values.get(given);
    return known && known.size > 0 ? [seriesOf({ ...given, window: 'day' }, ask, known.values())] : [];
  });
  return { series, gaps };
}

/** Days that were asked and have no value: too few followers, not over, or nothing given. */
function lacking(ask: Ask, days: Span, given: Given, few: boolean, has: (day: Day) => boolean): Gap[] {
  if (!few) return emptyDays(given, days, has, ask.today);
  return [{ measure: given.measure, ...days, reason: 'below-threshold', detail: `${given.metric}: fewer than ${FEW} followers` }];
}

/** The asked days that the platform still keeps, and a gap for each measure of those that it does not. */
export function kept(ask: Ask): { days: Span | null; gaps: Gap[] } {
  if (!ask.days) return { days: null, gaps: [] };
  const gone = overlap(ask.days, { until: addDays(ask.today, -KEPT - 1) });
  const measures = new Set(declaration.gives.flatMap((one) => (one.level === 'account' && !one.snapshot ? [one.measure] : [])));
  const detail = `Instagram keeps daily totals for ${KEPT} days only`;
  return {
    days: overlap(ask.days, { since: addDays(ask.today, -KEPT) }),
    gaps: gone ? [...measures].map((measure) => ({ measure, ...gone, reason: 'not-offered', detail })) : [],
  };
}

/** Followers by age, gender, country and city, and the hours at which they were online. */
export async function readAudience(graph: Graph, ask: Ask, node: string, followers: number | undefined): Promise<Read> {
  const given = declaration.gives.filter((one) => one.dimensions !== undefined);
  const gap = { from: ask.today, to: ask.today };
  if (followers !== undefined && followers < FEW) {
    const detail = `fewer than ${FEW} followers: Instagram gives no make-up of the audience`;
    const measures = [...new Set(given.map((one) => one.measure))];
    return { series: [], gaps: measures.map((measure) => ({ measure, ...gap, reason: 'below-threshold', detail })) };
  }
  const series: Series[] = [];
  const gaps: Gap[] = [];
  for (const one of given) {
    try {
      const dimension = one.dimensions?.[0] as Dimension;
      const found = dimension === 'hour' ? await hours(graph, ask, node, one) : await parts(graph, ask, node, one, dimension);
      series.push(...found);
      if (found.length === 0) {
        gaps.push({ measure: one.measure, ...gap, reason: 'empty', detail: `${one.metric} by ${dimension}: no value given` });
      }
    } catch (error) {
      gaps.push({ measure: one.measure, ...gap, ...costOf(error, one.metric) });
    }
  }
  return { series, gaps };
}

/** The state of today. From v20.0 on the platform takes only short timeframes; what it does without one is not documented: both are tried. */
async function parts(graph: Graph, ask: Ask, node: string, given: Given, dimension: Dimension): Promise<Series[]> {
  const read = async (timeframe?: string): Promise<Insight[]> => {
    const query = { metric: given.metric, period: 'lifetime', metric_type: 'total_value', timeframe, breakdown: dimension };
    return (await graph(`${node}/insights`, query, Insights)).data;
  };
  const data = await read('this_month').catch((error: unknown) => {
    if (isRefused(error)) return read();
    throw error;
  });
  const insight = data.find((one) => one.name === given.metric);
  return insight ? groups(given, ask, insight, dimension) : [];
}

/** Followers online by hour, on the newest seven days that are whole. */
async function hours(graph: Graph, ask: Ask, node: string, given: Given): Promise<Series[]> {
  const from = addDays(ask.today, -OVER - 7);
  const to = addDays(ask.today, -OVER - 1);
  const query = { metric: given.metric, period: 'lifetime', since: pacific(from), until: pacific(addDays(to, 1)) };
  const { data } = await graph(`${node}/insights`, query, Insights);
  const found = new Map<string, Map<Day, Value>>();
  for (const { value, end_time } of data.find((one) => one.name === given.metric)?.values ?? []) {
    const day = end_time === undefined ? undefined : dayBefore(end_time);
    if (day === undefined || day < from || day > to || typeof value === 'number') continue;
    for (const [hour, count] of Object.entries(value)) {
      if (!/^(1?\d|2[0-3])$/.test(hour)) continue;
      const name = hour.padStart(2, '0');
      found.set(name, (found.get(name) ?? new Map<Day, Value>()).set(day, dated(day, ask.today, count)));
    }
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([hour, values]) => seriesOf({ ...given, window: 'day' }, ask, values.values(), { hour }));
}
