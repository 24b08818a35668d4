import { z } from 'zod';
import type { Day } from '#model/day.ts';
import { SourceError } from '#model/error.ts';
import type { Measure } from '#model/measure.ts';
import type { Series, Value } from '#model/observation.ts';
import type { Gap, Span } from '#model/run.ts';
import { dated } from '../figure/figures.ts';
import { blamed, faultOf, judge, reasonOf, refreshed } from './google.ts';
import { address, Refused } from '../http/http.ts';
import { lacking } from '../figure/late.ts';
import type { Ask } from '../source.ts';
import { readAudience } from './youtube-audience.ts';
import { ANALYTICS, APART, DAILY, declaration, DELAY } from './youtube-declaration.ts';
import { viewsOver } from './youtube-views.ts';

const SERVER = 'https://youtubeanalytics.googleapis.com';
const PURPOSES = ['client-id', 'client-secret', 'refresh-token'] as const;

const Table = z.object({
  columnHeaders: z.array(z.object({ name: z.string() })),
  // Left out where there is nothing to tell.
  rows: z.array(z.array(z.unknown())).optional(),
});
/** One row of an answer, by the names of its columns. */
export type Cells = Readonly<Record<string, unknown>>;
/** One report; its rows, in which the metrics that were asked for are numbers. */
export type Query = (parameters: Readonly<Record<string, string | number>> & { readonly metrics: string }) => Promise<Cells[]>;

export interface Found {
  readonly series: Series[];
  readonly gaps: Gap[];
  readonly expires?: Day;
}

/** What the channel's owner alone can see, through YouTube Analytics. Nothing of it is thrown: what does not come is a gap. */
export async function readAnalytics(ask: Ask, channel: string): Promise<Found> {
  const span = ask.days ?? { from: ask.today, to: ask.today };
  const everything = (reason: Gap['reason'], detail: string): Gap[] =>
    [...DAILY, ...APART].map(([measure]) => ({ measure, ...span, reason, detail }));
  const absent = PURPOSES.filter((purpose) => !ask.has(purpose));
  if (absent.length > 0) {
    const named = absent.some((purpose) => ask.account.secrets?.[purpose] !== undefined);
    const detail = `YouTube Analytics needs the secrets ${PURPOSES.join(', ')}; lacking: ${absent.join(', ')}. See docs/sources/${declaration.id}.md`;
    return { series: [], gaps: everything(named ? 'secret-missing' : 'not-collected', detail) };
  }
  try {
    const { token, expires } = await refreshed(ask);
    const query = openAnalytics(ask, channel, token);
    const found = ask.days ? [await readDays(query, ask, ask.days)] : [];
    if (ask.audience) found.push(await readAudience(query, ask.today));
    return {
      series: found.flatMap((one) => one.series),
      gaps: found.flatMap((one) => one.gaps),
      ...(expires === undefined ? {} : { expires }),
    };
  } catch (error) {
    const { reason, detail } = reasonOf(error);
    return { series: [], gaps: everything(reason, detail) };
  }
}

/** Reports on one channel, for whoever owns it. */
export function openAnalytics(ask: Ask, channel: string, token: string): Query {
  const server = ask.account.server ?? SERVER;
  return async (parameters) => {
    try {
      const url = address(server, '/v2/reports', { ids: `channel==${channel}`, ...parameters });
      const { columnHeaders, rows = [] } = (await ask.http.json({ url, schema: Table, token, judge })).body;
      const names = columnHeaders.map((column) => column.name);
      const metrics = parameters.metrics.split(',');
      const found = rows.map((row): Cells => Object.fromEntries(names.map((name, index) => [name, row[index]])));
      const lost = metrics.find((one) => !names.includes(one) || found.some((row) => typeof row[one] !== 'number'));
      if (lost !== undefined)
        throw new SourceError(`YouTube Analytics answered without numbers in the column "${lost}"; its API may have changed`);
      return found;
    } catch (error) {
      throw blamed(error, ask.account.secrets?.['refresh-token'] ?? '', declaration.id);
    }
  };
}

/** All daily metrics in one call; where YouTube refuses that, each alone, so that one that was withdrawn costs only itself. */
async function readDays(query: Query, ask: Ask, days: Span): Promise<Found> {
  const found: Found = { series: [], gaps: [] };
  const read = async (some: readonly (readonly [Measure, string])[]): Promise<void> => {
    try {
      const metrics = some.map(([, metric]) => metric).join(',');
      const rows = await query({ dimensions: 'day', metrics, startDate: days.from, endDate: days.to });
      for (const [measure, metric] of some) add(found, ask, days, rows, measure, metric);
    } catch (error) {
      if (refusesMetric(error) && some.length > 1) {
        for (const one of some) await read([one]);
        return;
      }
      const { reason, detail } = reasonOf(error);
      const refused = some.some((one) => APART.includes(one)) ? 'not-offered' : 'withdrawn';
      for (const [measure, metric] of some) {
        const why = refusesMetric(error) ? refused : reason;
        found.gaps.push({ measure, ...days, reason: why, detail: `${metric}: ${detail}`.slice(0, 300) });
      }
    }
  };
  await read(DAILY);
  for (const one of APART) await read([one]);
  return found;
}

/** Whether YouTube does not know the metric, or not in this report. */
function refusesMetric(error: unknown): boolean {
  const fault = faultOf(error);
  return error instanceof Refused && error.status === 400 && /identifier|not supported|metric/i.test(fault?.message ?? '');
}

function add({ series, gaps }: Found, ask: Ask, days: Span, rows: readonly Cells[], measure: Measure, metric: string): void {
  const values = new Map<Day, Value>();
  for (const row of rows) {
    const [day, cell] = [row['day'], row[metric] as number];
    if (typeof day !== 'string' || day < days.from || day > days.to || !/^\d{4}-\d{2}-\d{2}$/.test(day)) continue;
    // Minutes as hours, to four decimals: less than a second.
    const value: Value =
      measure === 'watch-hours' && cell >= 0
        ? { day, value: Math.round((cell / 60) * 10_000) / 10_000, observed: ask.today }
        : dated(day, ask.today, cell, 'empty');
    values.set(day, value);
    // Likes that were taken back count less than none, and so do the views of a video that was taken away.
    if (value.value === null)
      gaps.push({ measure, from: day, to: day, reason: 'empty', detail: `${metric}: ${cell} is no count` });
  }
  gaps.push(...lacking(measure, metric, days, (day) => values.has(day), { today: ask.today, delay: DELAY }));
  if (values.size === 0) return;
  const ordered = [...values.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
  const named = Map.groupBy(ordered, ({ day }) => (measure === 'views' ? viewsOver(metric, day) : metric));
  for (const [name, some] of named)
    series.push({ measure, window: 'day', dimensions: {}, source: declaration.id, metric: name, api: ANALYTICS, values: some });
}
