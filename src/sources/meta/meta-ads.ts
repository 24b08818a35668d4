import { z } from 'zod';
import { dayOf, daysBetween, eachDay, type Day } from '#model/day.ts';
import { SourceError } from '#model/error.ts';
import type { Measure } from '#model/measure.ts';
import type { Gap, Span } from '#model/run.ts';
import { amount, whole } from '../figure/amount.ts';
import { currencyOf } from '../figure/currency.ts';
import { gather, type Gathering, type What } from '../figure/gather.ts';
import { connect, costOf, every, inspect, type Graph } from './graph.ts';
import { AUDIENCE, declaration } from './meta-ads-declaration.ts';
import { instant } from '../figure/moment.ts';
import type { ApiSource, Ask, Examination, Pull } from '../source.ts';
import { months, pieces, weeks } from '../figure/spans.ts';
import { partOf } from '../figure/part.ts';
import { tagOf } from '../figure/tag.ts';
import { otherZone } from '../figure/zone.ts';

const SITE = { id: declaration.id, name: 'Meta', server: declaration.server ?? '' };
/** A month of days and campaigns at once: few enough for Meta to answer without a job of its own. */
const AT_ONCE = 31;
/** Meta gives no reach by who people are for stretches that begin more than 13 months ago, and refuses the whole question. */
const REACH_BY_PEOPLE = 390;
/** Months asked for at once by who people are. */
const MONTHS = 12;
const ROWS = 500;
/** Days for which a day without a row may only not be counted yet. */
const DELAY = 2;

const Account = z.object({ currency: z.string().regex(/^[A-Z]{3}$/), timezone_name: z.string(), created_time: z.string() });
/** All numbers are texts. */
const Row = z.object({
  date_start: z.iso.date(),
  date_stop: z.iso.date(),
  account_currency: z.string(),
  campaign_id: z.string().optional(),
  campaign_name: z.string().optional(),
  age: z.string().optional(),
  gender: z.string().optional(),
  country: z.string().optional(),
  region: z.string().optional(),
  spend: z.string().optional(),
  impressions: z.string().optional(),
  reach: z.string().optional(),
  clicks: z.string().optional(),
  inline_link_clicks: z.string().optional(),
  actions: z.array(z.object({ action_type: z.string(), value: z.string() })).optional(),
});
type Row = z.infer<typeof Row>;

const FIELDS: Partial<Record<Measure, keyof Row>> = {
  spend: 'spend',
  impressions: 'impressions',
  reach: 'reach',
  clicks: 'clicks',
  'link-clicks': 'inline_link_clicks',
  conversions: 'actions',
};
const DAILY: readonly Measure[] = ['spend', 'impressions', 'reach', 'clicks', 'link-clicks', 'conversions'];
const PARTS: readonly Measure[] = ['spend', 'impressions', 'reach', 'clicks'];

interface Question {
  readonly since: Day;
  readonly until: Day;
  readonly level: 'account' | 'campaign';
  readonly time_increment: number | string;
  readonly breakdowns?: string;
}

interface Reading {
  readonly ask: Ask;
  readonly graph: Graph;
  readonly node: string;
  readonly currency: string;
  /** The day on which the ad account was made. */
  readonly created: Day;
  /** The kind of action that counts as a conversion. */
  readonly conversion: string | undefined;
  readonly figures: Gathering;
}

async function collect(ask: Ask): Promise<Pull> {
  const { days } = ask;
  if (days === null) return { api: ask.api, series: [], posts: [], span: null, gaps: [] };
  const graph = connect(ask, SITE);
  const node = `/act_${ask.account.handle.replace(/^act_/, '')}`;
  const about = await accountOf(graph, node);
  const reading: Reading = {
    ask,
    graph,
    node,
    currency: currencyOf(ask.account, about.currency),
    created: dayOf(instant(about.created_time), ask.zone),
    conversion: ask.account.settings?.['conversion'],
    figures: gather(declaration.id, ask.api, ask.today),
  };
  const gaps: Gap[] = [];
  if (reading.conversion === undefined) {
    const detail =
      'no action counts as a conversion: name one as "conversion" under "settings" of the account, then collect once with --since';
    gaps.push({ measure: 'conversions', ...days, reason: 'not-collected', detail });
  }
  for (const span of pieces(days, AT_ONCE)) gaps.push(...(await readDays(reading, span)));
  gaps.push(...(await readWindows(reading, 'week', weeks(days))), ...(await readWindows(reading, 'month', months(days))));
  const { expires } = await inspect(ask, SITE);
  const zone = otherZone(about.timezone_name, ask.zone, 'spend', days);
  return {
    api: ask.api,
    series: reading.figures.series(),
    posts: [],
    span: null,
    gaps: [...gaps, ...reading.figures.gaps(), ...(zone ? [zone] : [])],
    ...(expires === undefined ? {} : { expires }),
  };
}

function accountOf(graph: Graph, node: string): Promise<z.infer<typeof Account>> {
  return graph(node, { fields: 'currency,timezone_name,created_time' }, Account);
}

/** Days of the whole account, and of each campaign. */
async function readDays(reading: Reading, span: Span): Promise<Gap[]> {
  const { figures, conversion } = reading;
  const wanted = DAILY.filter((measure) => measure !== 'conversions' || conversion !== undefined);
  const daily = { time_increment: 1, since: span.from, until: span.to };
  const [rows, gaps] = await rowsOf(reading, wanted, span, { ...daily, level: 'account' });
  const byDay = new Map(rows?.map((row) => [row.date_start, row]));
  for (const day of rows ? eachDay(span.from, span.to) : []) {
    for (const measure of wanted) putWhole(reading, whatOf(reading, measure, 'day'), day, byDay.get(day));
    if (conversion === undefined) continue;
    putWhole(reading, { ...whatOf(reading, 'conversions', 'day'), dimensions: { goal: tagOf(conversion) } }, day, byDay.get(day));
  }
  const [campaigns, lost] = await rowsOf(reading, wanted, span, { ...daily, level: 'campaign' });
  for (const row of campaigns ?? []) {
    const dimensions = { campaign: tagOf(row.campaign_name ?? '') };
    for (const measure of wanted)
      figures.put({ ...whatOf(reading, measure, 'day'), dimensions }, row.date_start, numberOf(reading, measure, row));
  }
  return [...gaps, ...lost];
}

/** Weeks and months as Meta itself counts them: people reached of the account and each campaign, and of months by who they were. */
async function readWindows(reading: Reading, window: 'week' | 'month', spans: readonly Span[]): Promise<Gap[]> {
  const first = spans[0];
  const last = spans.at(-1);
  if (!first || !last) return [];
  const ends = { from: first.to, to: last.to };
  const question = { time_increment: window === 'month' ? 'monthly' : 7, since: first.from, until: last.to };
  const gaps: Gap[] = [];
  const wanted = window === 'month' ? PARTS : (['reach'] as const);
  const [rows, lost] = await rowsOf(reading, wanted, ends, { ...question, level: 'account' });
  gaps.push(...lost);
  for (const span of rows ? spans : []) {
    const row = rows?.find((one) => one.date_start === span.from && one.date_stop === span.to);
    for (const measure of wanted) putWhole(reading, whatOf(reading, measure, window), span.to, row);
  }
  const parts = [
    {
      question: { level: 'campaign' as const },
      wanted: ['reach'] as const,
      part: (row: Row) => ({ campaign: tagOf(row.campaign_name ?? '') }),
    },
    ...(window === 'month' ? AUDIENCE : []).map(({ dimension, breakdown }) => ({
      question: { level: 'account' as const, breakdowns: breakdown },
      wanted: PARTS,
      part: (row: Row) => ({ [dimension]: partOf(dimension, row[breakdown] ?? '') }),
    })),
  ];
  for (const { question: own, wanted: all, part } of parts) {
    for (const { some, measures } of 'breakdowns' in own ? byAge(reading, all, spans) : [{ some: spans, measures: all }]) {
      const [from, to] = [some[0] as Span, some.at(-1) as Span];
      const asked = { ...question, ...own, since: from.from, until: to.to };
      const [found, missing] = await rowsOf(reading, measures, { from: from.to, to: to.to }, asked);
      gaps.push(...missing);
      for (const row of found ?? []) {
        if (!spans.some((span) => span.from === row.date_start && span.to === row.date_stop)) continue;
        for (const measure of measures) {
          const what = { ...whatOf(reading, measure, window), dimensions: part(row) };
          reading.figures.put(what, row.date_stop, numberOf(reading, measure, row));
        }
      }
    }
  }
  return gaps;
}

/** Some months at a time: those too old for reach by who people are without it, so that they don't cost the others theirs. */
function byAge(
  { ask }: Reading,
  all: readonly Measure[],
  spans: readonly Span[],
): { some: readonly Span[]; measures: readonly Measure[] }[] {
  const isOld = ({ from }: Span): boolean => daysBetween(from, ask.today) > REACH_BY_PEOPLE;
  return [spans.filter(isOld), spans.filter((span) => !isOld(span))].flatMap((group, index) =>
    Array.from({ length: Math.ceil(group.length / MONTHS) }, (_, piece) => ({
      some: group.slice(piece * MONTHS, (piece + 1) * MONTHS),
      measures: index === 0 ? all.filter((measure) => measure !== 'reach') : all,
    })),
  );
}

/** All rows of one question, each once; nothing of it where one page fails, since a total of some rows is none. */
async function rowsOf(
  { graph, node, currency }: Reading,
  wanted: readonly Measure[],
  span: Span,
  { since, until, ...question }: Question,
): Promise<[Row[] | undefined, Gap[]]> {
  const by = question.level === 'campaign' ? 'campaign_id,campaign_name,' : '';
  const fields = `${by}account_currency,${wanted.map((measure) => FIELDS[measure]).join(',')}`;
  const rows = new Map<string, Row>();
  try {
    for await (const row of every(
      graph,
      `${node}/insights`,
      { ...question, time_range: JSON.stringify({ since, until }), fields, limit: ROWS },
      Row,
    )) {
      if (row.account_currency !== currency)
        throw new SourceError(`Meta answers in ${row.account_currency} for an account in ${currency}`);
      const lacks = [
        ...(by ? (['campaign_id', 'campaign_name'] as const) : []),
        ...AUDIENCE.flatMap(({ breakdown }) => (question.breakdowns === breakdown ? breakdown : [])),
      ].find((field) => row[field] === undefined);
      if (lacks) throw new SourceError(`Meta answers without "${lacks}"; its API may have changed`);
      if (row.date_start < since || row.date_stop > until) continue;
      rows.set(
        JSON.stringify([row.date_start, row.date_stop, row.campaign_id, row.age, row.gender, row.country, row.region]),
        row,
      );
    }
    return [[...rows.values()], []];
  } catch (error) {
    return [undefined, wanted.map((measure) => ({ measure, ...span, ...costOf(error, String(FIELDS[measure])) }))];
  }
}

function whatOf({ currency }: Reading, measure: Measure, window: What['window']): What {
  const metric = String(FIELDS[measure]);
  return measure === 'spend' ? { measure, window, metric, unit: currency } : { measure, window, metric };
}

/** Meta gives no row for a stretch in which nothing ran: 0, once it has had time to count it, and not before the account was made. */
function putWhole({ ask, created, conversion, currency, figures }: Reading, what: What, day: Day, row: Row | undefined): void {
  if (row) figures.put(what, day, numberOf({ conversion, currency }, what.measure, row));
  else if (day < created) figures.put(what, day, null, 'empty');
  else if (daysBetween(day, ask.today) <= DELAY) figures.put(what, day, null, 'not-yet');
  else figures.put(what, day, 0);
}

/**
 * A row's number. `actions` counts one deed under several kinds (lead, onsite_conversion.lead_grouped, omni_…), so that only the kind
 * that staff have named is read; Meta leaves the list out where nobody did anything, and link clicks where there were no clicks at all.
 */
function numberOf(
  { conversion, currency }: Pick<Reading, 'conversion' | 'currency'>,
  measure: Measure,
  row: Row,
): number | undefined {
  if (measure === 'spend') return amount(row.spend, currency);
  if (measure === 'conversions') {
    if (row.impressions === undefined) return undefined;
    return whole((row.actions ?? []).find((action) => action.action_type === conversion)?.value ?? '0');
  }
  if (measure === 'link-clicks' && row.inline_link_clicks === undefined) return row.clicks === '0' ? 0 : undefined;
  const text = row[FIELDS[measure] as 'reach'];
  return whole(text);
}

async function examine(ask: Ask): Promise<Examination> {
  const graph = connect(ask, SITE);
  const about = await accountOf(graph, `/act_${ask.account.handle.replace(/^act_/, '')}`);
  const { expires, permissions } = await inspect(ask, SITE);
  const { currency, tax, settings } = ask.account;
  const zone = otherZone(about.timezone_name, ask.zone, 'spend', { from: ask.today, to: ask.today });
  return {
    works: currency === about.currency,
    ...(expires === undefined ? {} : { expires }),
    ...(permissions === undefined ? {} : { permissions }),
    lacks: [
      ...(currency === about.currency ? [] : [`the ad account is in ${about.currency}; write it as "currency" in agency.json`]),
      ...(tax === undefined ? ['write in agency.json whether the spend holds the tax: "tax": "included" or "excluded"'] : []),
      ...(settings?.['conversion'] === undefined ? ['no "conversion" is set, so that conversions are not collected'] : []),
      ...(permissions && !permissions.includes('ads_read') ? ['the token lacks the permission ads_read'] : []),
      ...(zone ? [zone.detail] : []),
    ],
  };
}

export const metaAds: ApiSource = { declaration, collect, examine };
