import { daysBetween, eachDay, type Day } from '#model/day.ts';
import { SourceError } from '#model/error.ts';
import type { Measure } from '#model/measure.ts';
import type { Gap, Span } from '#model/run.ts';
import { fromMicros, whole } from '../figure/amount.ts';
import { currencyOf } from '../figure/currency.ts';
import { attempt, gather, type Gathering, type What } from '../figure/gather.ts';
import { declaration, METRICS } from './google-ads-declaration.ts';
import { connect, type Row, type Search } from './google-ads-search.ts';
import { groupOf } from '../figure/group.ts';
import type { ApiSource, Ask, Examination, Pull } from '../source.ts';
import { months, pieces } from '../figure/spans.ts';
import { tagOf } from '../figure/tag.ts';
import { otherZone } from '../figure/zone.ts';

/** Days asked for at once. A page has up to 10,000 rows, whatever is asked. */
const AT_ONCE = 92;
/** Days for which a day without a row may only not be counted yet. */
const DELAY = 2;

interface Reading {
  readonly ask: Ask;
  readonly search: Search;
  readonly currency: string;
  readonly figures: Gathering;
}

async function collect(ask: Ask): Promise<Pull> {
  const { days } = ask;
  if (days === null) return { api: ask.api, series: [], posts: [], span: null, gaps: [] };
  const { search, expires } = await connect(ask);
  const rest = { api: ask.api, posts: [], span: null, ...(expires === undefined ? {} : { expires }) };
  const gaps: Gap[] = [];
  const customer = await attempt(gaps, MEASURES, days, () => customerOf(search));
  if (!customer) return { ...rest, series: [], gaps };
  const figures = gather(declaration.id, ask.api, ask.today);
  const reading: Reading = { ask, search, currency: currencyOf(ask.account, customer.currencyCode), figures };
  for (const span of pieces(days, AT_ONCE)) gaps.push(...(await readDays(reading, span)));
  gaps.push(...(await readMonths(reading, months(days))));
  const zone = otherZone(customer.timeZone, ask.zone, 'spend', days);
  return { ...rest, series: figures.series(), gaps: [...gaps, ...figures.gaps(), ...(zone ? [zone] : [])] };
}

async function customerOf(search: Search): Promise<{ currencyCode: string; timeZone: string }> {
  const [row] = await search('SELECT customer.currency_code, customer.time_zone FROM customer');
  const { currencyCode, timeZone } = row?.customer ?? {};
  if (!currencyCode || !timeZone) throw new SourceError('Google Ads does not name the currency and time zone of the account');
  return { currencyCode, timeZone };
}

const MEASURES: readonly Measure[] = METRICS.map(({ measure }) => measure);
const NUMBERS = 'metrics.cost_micros, metrics.impressions, metrics.clicks, metrics.conversions';

/** Days of the whole account, of each campaign and each conversion action: each by itself, so that one that fails costs only itself. */
async function readDays(reading: Reading, { from, to }: Span): Promise<Gap[]> {
  const { figures, search } = reading;
  const where = `WHERE segments.date BETWEEN '${from}' AND '${to}'`;
  const gaps: Gap[] = [];
  const rows = await attempt(gaps, MEASURES, { from, to }, () =>
    rowsOf(search, `SELECT segments.date, ${NUMBERS} FROM customer ${where}`, (row) => row.segments?.date),
  );
  if (rows) putWholes(reading, 'day', eachDay(from, to), new Map(rows.map((row) => [row.segments?.date ?? '', row])));
  const campaigns = await attempt(gaps, MEASURES, { from, to }, () =>
    rowsOf(
      search,
      `SELECT campaign.id, campaign.name, segments.date, ${NUMBERS} FROM campaign ${where}`,
      (row) => row.segments?.date && row.campaign && `${row.campaign.id} ${row.segments.date}`,
    ),
  );
  for (const row of campaigns ?? [])
    put(reading, 'day', row.segments?.date ?? '', row, { campaign: tagOf(row.campaign?.name ?? '') });
  const goals = await attempt(gaps, ['conversions'], { from, to }, () =>
    rowsOf(
      search,
      `SELECT segments.conversion_action_name, segments.date, metrics.conversions FROM customer ${where}`,
      (row) =>
        row.segments?.date && row.segments.conversionActionName && `${row.segments.date} ${row.segments.conversionActionName}`,
    ),
  );
  for (const { segments, metrics } of goals ?? []) {
    const what = { ...whatOf(reading, 'conversions', 'day'), dimensions: { goal: tagOf(segments?.conversionActionName ?? '') } };
    figures.put(what, segments?.date ?? '', metrics?.conversions);
  }
  return gaps;
}

const AUDIENCE = [
  {
    dimension: 'age',
    view: 'age_range_view',
    field: 'ad_group_criterion.age_range.type',
    of: (row: Row) => row.adGroupCriterion?.ageRange?.type,
  },
  {
    dimension: 'gender',
    view: 'gender_view',
    field: 'ad_group_criterion.gender.type',
    of: (row: Row) => row.adGroupCriterion?.gender?.type,
  },
] as const;

/** Whole months, and who they were shown to. Google counts by ad group; its groups of people are added up here. */
async function readMonths(reading: Reading, spans: readonly Span[]): Promise<Gap[]> {
  const first = spans[0];
  const last = spans.at(-1);
  if (!first || !last) return [];
  const { search } = reading;
  const ends = new Map(spans.map(({ from, to }) => [from, to]));
  const gaps: Gap[] = [];
  const span = { from: first.to, to: last.to };
  const where = `WHERE segments.date BETWEEN '${first.from}' AND '${last.to}'`;
  const rows = await attempt(gaps, MEASURES, span, () =>
    rowsOf(search, `SELECT segments.month, ${NUMBERS} FROM customer ${where}`, (row) => row.segments?.month),
  );
  if (rows)
    putWholes(reading, 'month', [...ends.values()], new Map(rows.map((row) => [ends.get(row.segments?.month ?? '') ?? '', row])));
  for (const { dimension, view, field, of } of AUDIENCE) {
    const query = `SELECT ad_group_criterion.criterion_id, ad_group.id, ${field}, segments.month, ${NUMBERS} FROM ${view} ${where}`;
    const found = await attempt(gaps, MEASURES, span, async () => {
      const parts = await rowsOf(search, query, (row) => row.segments?.month && of(row) && partOf(row));
      return parts.map((row) => ({ row, group: groupOf(of(row) ?? '') }));
    });
    for (const { row, group } of found ?? []) {
      const day = ends.get(row.segments?.month ?? '');
      if (day !== undefined) put(reading, 'month', day, row, { [dimension]: group });
    }
  }
  return gaps;
}

/** Which ad group's group of people a row is about. */
function partOf({ adGroup, adGroupCriterion, segments }: Row): string | undefined {
  return adGroup && adGroupCriterion?.criterionId && `${adGroup.id} ${adGroupCriterion.criterionId} ${segments?.month}`;
}

function whatOf({ currency }: Reading, measure: Measure, window: What['window']): What {
  const metric = METRICS.find((one) => one.measure === measure)?.metric ?? '';
  if (measure === 'conversions') return { measure, window, metric, fractions: true };
  return measure === 'spend' ? { measure, window, metric, unit: currency } : { measure, window, metric };
}

function put(
  reading: Reading,
  window: What['window'],
  day: Day,
  row: Row,
  dimensions: NonNullable<What['dimensions']> = {},
): void {
  for (const { measure } of METRICS)
    reading.figures.put({ ...whatOf(reading, measure, window), dimensions }, day, numberOf(reading, measure, row));
}

/** Google gives no row for a stretch in which nothing ran: 0, once it has had time to count it. */
function putWholes(reading: Reading, window: What['window'], days: readonly Day[], rows: ReadonlyMap<string, Row>): void {
  for (const day of days) {
    const row = rows.get(day);
    if (row) put(reading, window, day, row);
    else {
      const late = daysBetween(day, reading.ask.today) <= DELAY;
      for (const { measure } of METRICS) reading.figures.put(whatOf(reading, measure, window), day, late ? null : 0, 'not-yet');
    }
  }
}

function numberOf({ currency }: Reading, measure: Measure, { metrics }: Row): number | undefined {
  if (measure === 'spend') return fromMicros(metrics?.costMicros, currency);
  if (measure === 'conversions') return metrics?.conversions;
  return whole(measure === 'clicks' ? metrics?.clicks : metrics?.impressions);
}

/** Rows by what makes each a row of its own; one that lacks it is an error. */
async function rowsOf(search: Search, query: string, keyOf: (row: Row) => string | undefined): Promise<Row[]> {
  const rows = new Map<string, Row>();
  for (const row of await search(query)) {
    const key = keyOf(row);
    if (!key)
      throw new SourceError(
        `Google Ads answers without a field that was asked for (${query.slice(7, 60)}…); its API may have changed`,
      );
    rows.set(key, row);
  }
  return [...rows.values()];
}

async function examine(ask: Ask): Promise<Examination> {
  const { search, scopes, expires } = await connect(ask);
  const { currencyCode, timeZone } = await customerOf(search);
  const { currency, tax } = ask.account;
  const zone = otherZone(timeZone, ask.zone, 'spend', { from: ask.today, to: ask.today });
  return {
    works: currency === currencyCode,
    ...(expires === undefined ? {} : { expires }),
    permissions: scopes,
    lacks: [
      ...(currency === currencyCode ? [] : [`the ad account is in ${currencyCode}; write it as "currency" in agency.json`]),
      ...(tax === undefined ? ['write in agency.json whether the spend holds the tax: "tax": "included" or "excluded"'] : []),
      ...(zone ? [zone.detail] : []),
    ],
  };
}

export const googleAds: ApiSource = { declaration, collect, examine };
