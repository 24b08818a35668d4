import { z } from 'zod';
import { addDays, daysBetween, eachDay, type Day } from '#model/day.ts';
import { SecretError, SourceError } from '#model/error.ts';
import type { Reason } from '#model/figure.ts';
import type { Measure } from '#model/measure.ts';
import type { Gap, Span } from '#model/run.ts';
import { attempt, gather, type Gathering, type What } from '../figure/gather.ts';
import { address, Refused, type Verdict } from '../http/http.ts';
import { declaration, WHOLES } from './plausible-declaration.ts';
import type { ApiSource, Ask, Examination, Pull } from '../source.ts';
import { months, pieces, weeks } from '../figure/spans.ts';
import { tagOf } from '../figure/tag.ts';
import { otherZone } from '../figure/zone.ts';

const AT_ONCE = 92;
const ROWS = 10_000;
const PAGES = 20;
/** Days for which a day without a row may only not be counted yet. */
const DELAY = 1;

/** Numbers stand by their places, so that the question is checked as Plausible says it back. */
const Answer = z.object({
  results: z.array(z.object({ metrics: z.array(z.number().nullable()), dimensions: z.array(z.string()) })),
  meta: z.object({ total_rows: z.int().nonnegative() }),
  query: z.object({
    metrics: z.array(z.string()),
    dimensions: z.array(z.string()),
    date_range: z.tuple([z.string(), z.string()]),
  }),
});
const Fault = z.object({ error: z.string() });

interface Question {
  readonly metrics: readonly string[];
  readonly span: Span;
  readonly dimensions: readonly string[];
  readonly filters?: readonly unknown[];
}
interface Found {
  readonly rows: readonly { readonly metrics: readonly (number | null)[]; readonly dimensions: readonly string[] }[];
  /** The days as instants of the site's own zone. */
  readonly range: readonly [string, string];
}
type Plausible = (question: Question) => Promise<Found>;

interface Reading {
  readonly ask: Ask;
  readonly plausible: Plausible;
  readonly figures: Gathering;
  readonly gaps: Gap[];
}

async function collect(ask: Ask): Promise<Pull> {
  const { days } = ask;
  if (days === null) return { api: ask.api, series: [], posts: [], span: null, gaps: [] };
  const plausible = connect(ask);
  const { range } = await plausible({ metrics: ['visits'], span: days, dimensions: [] });
  const reading: Reading = { ask, plausible, figures: gather(declaration.id, ask.api, ask.today), gaps: [] };
  for (const span of pieces(days, AT_ONCE)) {
    await readWholes(
      reading,
      'day',
      eachDay(span.from, span.to).map((day) => ({ from: day, to: day })),
      Object.keys(WHOLES) as Measure[],
    );
    await readGoals(reading, span);
    await readCampaigns(reading, span);
  }
  await readWholes(reading, 'week', weeks(days), ['visitors', 'bounce-rate']);
  await readWholes(reading, 'month', months(days), ['visitors', 'bounce-rate']);
  const zone = zoneOf(range, ask.zone, days);
  const { figures, gaps } = reading;
  return {
    api: ask.api,
    series: figures.series(),
    posts: [],
    span: null,
    gaps: [...gaps, ...figures.gaps(), ...(zone ? [zone] : [])],
  };
}

/** Plausible tells the site's zone by the offset of the first instant of the days. */
function zoneOf([from]: Found['range'], zone: string, days: Span): Gap | undefined {
  const offset = /([+-]\d{2}:\d{2}|Z)$/.exec(from)?.[0] ?? '';
  return otherZone(offset === 'Z' || offset === '+00:00' ? 'UTC' : `UTC${offset}`, zone, 'sessions', {
    from: days.from,
    to: days.from,
  });
}

/** Days, weeks or months of the whole site, which Plausible names by their first day. It gives no row for one without a visit. */
async function readWholes(
  reading: Reading,
  window: What['window'],
  spans: readonly Span[],
  measures: readonly Measure[],
): Promise<void> {
  const first = spans[0];
  const last = spans.at(-1);
  if (!first || !last) return;
  const metrics = measures.map((measure) => WHOLES[measure] ?? '');
  const question = { metrics, span: { from: first.from, to: last.to }, dimensions: [`time:${window}`] };
  const found = await attempt(reading.gaps, measures, { from: first.to, to: last.to }, () => reading.plausible(question));
  const byStart = new Map(found?.rows.map((row) => [row.dimensions[0], row.metrics]));
  for (const { from, to } of found ? spans : []) {
    const row = byStart.get(from);
    measures.forEach((measure, index) => {
      const what: What = {
        measure,
        window,
        metric: metrics[index] ?? '',
        ...(measure === 'bounce-rate' ? { fractions: true } : {}),
      };
      reading.figures.put(what, to, shareOf(measure, row?.[index]), row ? 'not-offered' : without(reading, to));
    });
  }
}

/** Per cent as a part of one. */
function shareOf(measure: Measure, value: number | null | undefined): number | null | undefined {
  if (measure !== 'bounce-rate' || value == null) return value;
  return value >= 0 && value <= 100 ? Number((value / 100).toFixed(6)) : undefined;
}

/** No visit and no counting (a missing script) look the same: not known, and not 0. */
function without({ ask }: Reading, day: Day): Reason {
  return daysBetween(day, ask.today) <= DELAY ? 'not-yet' : 'empty';
}

const EVENTS = 'events';
const CONVERSIONS: What = { measure: 'conversions', window: 'day', metric: EVENTS };

/** Goals reached: each, then all of them as Plausible counts them, on days on which it counted visits. */
async function readGoals(reading: Reading, span: Span): Promise<void> {
  const { figures, gaps, plausible } = reading;
  const goals = await attempt(gaps, ['conversions'], span, () =>
    plausible({ metrics: [EVENTS], span, dimensions: ['time:day', 'event:goal'] }),
  );
  if (!goals) return;
  for (const { dimensions, metrics } of goals.rows) {
    figures.put({ ...CONVERSIONS, dimensions: { goal: tagOf(dimensions[1] ?? '') } }, dimensions[0] ?? '', metrics[0]);
  }
  const names = [...new Set(goals.rows.flatMap((row) => row.dimensions[1] ?? []))].sort();
  if (names.length === 0) {
    gaps.push({
      measure: 'conversions',
      ...span,
      reason: 'empty',
      detail: 'no goal was reached on these days, or none is set up in Plausible',
    });
    return;
  }
  const filters = [['is', 'event:goal', names]];
  const counted = new Set(
    figures
      .series()
      .flatMap((one) =>
        one.measure === 'sessions' && one.window === 'day' && Object.keys(one.dimensions).length === 0
          ? one.values.flatMap((value) => (value.value === null ? [] : value.day))
          : [],
      ),
  );
  const all = await attempt(gaps, ['conversions'], span, () =>
    plausible({ metrics: [EVENTS], span, dimensions: ['time:day'], filters }),
  );
  const byDay = new Map(all?.rows.map((row) => [row.dimensions[0], row.metrics[0]]));
  for (const day of all ? eachDay(span.from, span.to) : []) {
    const count = byDay.get(day) ?? (byDay.has(day) || !counted.has(day) ? null : 0);
    figures.put(CONVERSIONS, day, count, without(reading, day));
  }
  const tagged = await attempt(gaps, ['conversions'], span, () =>
    plausible({ metrics: [EVENTS], span, dimensions: ['time:day', 'visit:utm_campaign'], filters }),
  );
  putTagged(figures, tagged, CONVERSIONS);
}

async function readCampaigns({ figures, gaps, plausible }: Reading, span: Span): Promise<void> {
  const tagged = await attempt(gaps, ['sessions'], span, () =>
    plausible({ metrics: ['visits'], span, dimensions: ['time:day', 'visit:utm_campaign'] }),
  );
  putTagged(figures, tagged, { measure: 'sessions', window: 'day', metric: 'visits' });
}

/** By the tag in the link; "(not set)" is Plausible's word for visits without one. */
function putTagged(figures: Gathering, found: Found | undefined, what: What): void {
  for (const { dimensions, metrics } of found?.rows ?? []) {
    const [day = '', tag = ''] = dimensions;
    if (tag !== '(not set)' && tag !== '') figures.put({ ...what, dimensions: { campaign: tagOf(tag) } }, day, metrics[0]);
  }
}

/** Questions go by POST; all pages of an answer, each row once, as many as Plausible says that there are. */
function connect(ask: Ask): Plausible {
  const { account } = ask;
  const token = ask.token();
  const url = address(account.server ?? declaration.server ?? '', `/api/${ask.api}/query`);
  return async ({ metrics, span, dimensions, filters = [] }) => {
    const rows = new Map<string, Found['rows'][number]>();
    for (let page = 0; page < PAGES; page += 1) {
      const post = {
        site_id: account.handle,
        metrics,
        date_range: [span.from, span.to],
        dimensions,
        ...(filters.length > 0 ? { filters } : {}),
        include: { total_rows: true },
        pagination: { limit: ROWS, offset: page * ROWS },
      };
      const { body } = await ask.http.json({ url, schema: Answer, token, post, judge }).catch((error: unknown) => {
        throw refusal(error, ask);
      });
      const { query, results, meta } = body;
      const isOther = query.metrics.join() !== metrics.join() || query.dimensions.join() !== dimensions.join();
      for (const row of results) {
        if (isOther || row.metrics.length !== metrics.length || row.dimensions.length !== dimensions.length) {
          throw new SourceError(`${url}: answers another question than was asked; its API may have changed`);
        }
        const [start] = row.dimensions;
        const isTime = dimensions[0]?.startsWith('time:') ?? false;
        if (isTime && !/^\d{4}-\d{2}-\d{2}$/.test(start ?? ''))
          throw new SourceError(`${url}: sends a day that is none; its API may have changed`);
        if (!isTime || ((start ?? '') >= span.from && (start ?? '') <= span.to)) rows.set(JSON.stringify(row.dimensions), row);
      }
      if (rows.size >= meta.total_rows) return { rows: [...rows.values()], range: query.date_range };
      if (results.length < ROWS) break;
    }
    throw new SourceError(`${url}: gives fewer rows than it says there are; nothing of them was used`);
  };
}

function judge(status: number, body: unknown): Verdict | undefined {
  const fault = Fault.safeParse(body).data;
  return fault && { again: status === 429 || status >= 500 };
}

/** 401 is a wrong key or a site that it may not read, 402 a plan without the Stats API. */
function refusal(error: unknown, { account }: Ask): unknown {
  const status = error instanceof Refused ? error.status : undefined;
  if (status !== 401 && status !== 402 && status !== 403) return error;
  const why = status === 402 ? 'the plan does not hold the Stats API' : 'it is unknown, or may not read this site';
  return new SecretError(
    account.token ?? '',
    `${account.token}: Plausible refuses the key (${why}); see docs/sources/plausible.md`,
  );
}

async function examine(ask: Ask): Promise<Examination> {
  const yesterday = addDays(ask.today, -1);
  const plausible = connect(ask);
  const days = { from: addDays(ask.today, -28), to: yesterday };
  const { range } = await plausible({ metrics: ['visits'], span: days, dimensions: [] });
  const goals = await plausible({ metrics: [EVENTS], span: days, dimensions: ['event:goal'] });
  const zone = zoneOf(range, ask.zone, days);
  return {
    works: true,
    lacks: [
      ...(zone ? [zone.detail] : []),
      ...(goals.rows.length === 0 ? ['no goal was reached in four weeks, or none is set up in Plausible'] : []),
    ],
  };
}

export const plausible: ApiSource = { declaration, collect, examine };
