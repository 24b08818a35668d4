import { z } from 'zod';
import { addDays, dayOf, daysBetween, eachDay, type Day } from '#model/day.ts';
import { SecretError, SourceError } from '#model/error.ts';
import type { Measure } from '#model/measure.ts';
import type { Series, Value } from '#model/observation.ts';
import type { Gap, Span } from '#model/run.ts';
import { dated, stretches } from '../figure/figures.ts';
import { nextOf, Paging, type LinkedIn } from './linkedin-api.ts';
import { declaration, GAINS, STATISTICS } from './linkedin-declaration.ts';
import { epoch } from '../figure/moment.ts';
import type { Ask } from '../source.ts';

const Count = z.number().optional();
/** Counts of one day or one post. */
export const Totals = z.object({
  impressionCount: Count,
  uniqueImpressionsCount: Count,
  clickCount: Count,
  likeCount: Count,
  commentCount: Count,
  shareCount: Count,
});
const Range = z.object({ start: z.int(), end: z.int() });
const Shares = z.object({ elements: z.array(z.object({ timeRange: Range, totalShareStatistics: Totals })), paging: Paging });
const Gains = z.object({
  elements: z.array(
    z.object({ timeRange: Range, followerGains: z.object({ organicFollowerGain: Count, paidFollowerGain: Count }) }),
  ),
  paging: Paging,
});

/** LinkedIn fills in a day's value up to two days late. */
const DELAY = 2;

interface Column {
  readonly measure: Measure;
  readonly metric: string;
}
type Dated = readonly (readonly [Day, ReadonlyMap<string, number | undefined>])[];

/** Daily figures of the page: gains of followers, then what its posts got. Each kind fails alone. */
export async function readStatistics(linkedin: LinkedIn, ask: Ask, urn: string): Promise<{ series: Series[]; gaps: Gap[] }> {
  const { days } = ask;
  if (!days) return { series: [], gaps: [] };
  const gains = await read(ask, days, [{ measure: 'followers-gained', metric: GAINS }], (start) =>
    page(linkedin, '/organizationalEntityFollowerStatistics', urn, days, start, Gains, ({ followerGains: one }) => [
      [GAINS, sum(one.organicFollowerGain, one.paidFollowerGain)],
    ]),
  );
  const shares = await read(ask, days, STATISTICS, (start) =>
    page(linkedin, '/organizationalEntityShareStatistics', urn, days, start, Shares, ({ totalShareStatistics: one }) =>
      STATISTICS.map(({ metric }) => [metric, one[metric]]),
    ),
  );
  return { series: [...gains.series, ...shares.series], gaps: [...gains.gaps, ...shares.gaps] };
}

async function page<E extends { timeRange: z.infer<typeof Range> }>(
  linkedin: LinkedIn,
  path: string,
  urn: string,
  days: Span,
  start: string | undefined,
  schema: z.ZodType<{ elements: E[]; paging?: z.infer<typeof Paging> }>,
  counts: (element: E) => readonly (readonly [string, number | undefined])[],
): Promise<{ rows: Dated; next: string | undefined }> {
  const range = `(timeRange:(start:${Date.parse(days.from)},end:${Date.parse(addDays(days.to, 1))}),timeGranularityType:DAY)`;
  const query = [
    'q=organizationalEntity',
    `organizationalEntity=${encodeURIComponent(urn)}`,
    `timeIntervals=${range}`,
    ...(start === undefined ? [] : [`start=${start}`]),
  ];
  const { elements, paging } = await linkedin(path, query.join('&'), schema);
  const rows = elements.map((one) => [dayOf(epoch(one.timeRange.start), 'UTC'), new Map(counts(one))] as const);
  return { rows, next: nextOf(paging, elements.length) };
}

/** All pages; what has failed or is not there is a gap of each measure. */
async function read(
  ask: Ask,
  days: Span,
  columns: readonly Column[],
  next: (start: string | undefined) => ReturnType<typeof page>,
): Promise<{ series: Series[]; gaps: Gap[] }> {
  const found = new Map<Day, ReadonlyMap<string, number | undefined>>();
  const gaps: Gap[] = [];
  let failure: SourceError | SecretError | undefined;
  const wanted = eachDay(days.from, days.to).length;
  let start: string | undefined;
  try {
    // A list without links can't say that it is at its end, and may take no notice of "start": a page without a new day is the last.
    for (let before = -1; found.size > before && found.size < wanted;) {
      before = found.size;
      const { rows, next: following } = await next(start);
      for (const [day, counts] of rows) if (day >= days.from && day <= days.to) found.set(day, counts);
      start = following;
      if (start === undefined) break;
    }
  } catch (error) {
    if (!(error instanceof SourceError || error instanceof SecretError)) throw error;
    failure = error;
  }
  const ordered = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  const lacking = eachDay(days.from, days.to).filter((day) => !found.has(day));
  const endless = start === undefined ? undefined : new SourceError('LinkedIn gives the same page of days again and again');
  const late = (day: Day): boolean => daysBetween(day, ask.today) <= DELAY;
  const missing = [
    ...stretches(lacking.filter((day) => !late(day))).map((span) => ({ span, reason: 'empty' as const })),
    ...stretches(lacking.filter(late)).map((span) => ({ span, reason: 'not-yet' as const })),
  ];
  const series = columns.map(({ measure, metric }): Series => {
    gaps.push(
      ...missing.map(({ span, reason }) => {
        const error = failure ?? (reason === 'empty' ? endless : undefined);
        return { measure, ...span, ...lost(reason, `${metric}: no value given`, error) };
      }),
    );
    const values = ordered.map(([day, counts]): Value => dated(day, ask.today, counts.get(metric), 'empty'));
    return { measure, window: 'day', dimensions: {}, source: declaration.id, metric, api: ask.api, values };
  });
  return { series: series.filter((one) => one.values.length > 0), gaps };
}

function lost(
  reason: Gap['reason'],
  detail: string,
  error: SourceError | SecretError | undefined,
): Pick<Gap, 'reason' | 'detail'> {
  if (!error) return { reason, detail };
  return { reason: error instanceof SecretError ? 'secret-missing' : 'failed', detail: error.message.slice(0, 300) };
}

function sum(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b;
}
