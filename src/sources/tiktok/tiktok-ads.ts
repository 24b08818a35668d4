import { z } from 'zod';
import { dayOf, daysBetween, eachDay, type Day } from '#model/day.ts';
import { SecretError, SourceError } from '#model/error.ts';
import type { Measure } from '#model/measure.ts';
import type { Gap, Span } from '#model/run.ts';
import { amount, whole } from '../figure/amount.ts';
import { currencyOf } from '../figure/currency.ts';
import { attempt, gather, type Gathering, type What } from '../figure/gather.ts';
import { groupOf } from '../figure/group.ts';
import { address, Refused, type Verdict } from '../http/http.ts';
import { epoch } from '../figure/moment.ts';
import type { ApiSource, Ask, Examination, Pull } from '../source.ts';
import { months, pieces } from '../figure/spans.ts';
import { tagOf } from '../figure/tag.ts';
import { AUDIENCE, COUNTED, declaration, METRICS } from './tiktok-ads-declaration.ts';
import { otherZone } from '../figure/zone.ts';

/** Days that TikTok gives at once where it tells days apart. */
const AT_ONCE = 30;
const ROWS = 1000;
const PAGES = 100;
/** Days for which a day without a row may only not be counted yet: groups of people come up to twelve hours late. */
const DELAY = 2;

/** Every answer has status 200; `code` is 0 or says what is wrong. */
const Fault = z.object({ code: z.int().refine((code) => code !== 0), message: z.string() });
const answered = <T>(data: z.ZodType<T>): z.ZodType<{ code: number; data: T }> => z.object({ code: z.literal(0), data });
const Advertisers = z.object({
  list: z
    .array(z.object({ currency: z.string().regex(/^[A-Z]{3}$/), timezone: z.string(), create_time: z.int().positive() }))
    .min(1),
});
/** All numbers are texts, counts at times with ".0". */
const Row = z.object({
  dimensions: z.record(z.string(), z.union([z.string(), z.number()])),
  metrics: z.record(z.string(), z.string()),
});
type Row = z.infer<typeof Row>;
const Report = z.object({
  list: z.array(Row),
  page_info: z.object({ total_number: z.int().nonnegative(), total_page: z.int().nonnegative() }),
});

type TikTok = <T>(path: string, question: Readonly<Record<string, string | number>>, schema: z.ZodType<T>) => Promise<T>;

interface Reading {
  readonly ask: Ask;
  readonly tiktok: TikTok;
  readonly currency: string;
  /** The day on which the ad account was made. */
  readonly created: Day;
  readonly figures: Gathering;
}

async function collect(ask: Ask): Promise<Pull> {
  const { days } = ask;
  if (days === null) return { api: ask.api, series: [], posts: [], span: null, gaps: [] };
  const tiktok = connect(ask);
  const about = await advertiserOf(tiktok, ask);
  const figures = gather(declaration.id, ask.api, ask.today);
  const created = dayOf(epoch(about.create_time * 1000), ask.zone);
  const reading: Reading = { ask, tiktok, currency: currencyOf(ask.account, about.currency), created, figures };
  const gaps: Gap[] = [];
  for (const span of pieces(days, AT_ONCE)) gaps.push(...(await readDays(reading, span)));
  for (const span of months(days)) gaps.push(...(await readMonth(reading, span)));
  const zone = otherZone(about.timezone, ask.zone, 'spend', days);
  return {
    api: ask.api,
    series: figures.series(),
    posts: [],
    span: null,
    gaps: [...gaps, ...figures.gaps(), ...(zone ? [zone] : [])],
  };
}

async function advertiserOf(tiktok: TikTok, { account }: Ask): Promise<z.infer<typeof Advertisers>['list'][number]> {
  const question = {
    advertiser_ids: JSON.stringify([account.handle]),
    fields: JSON.stringify(['currency', 'timezone', 'create_time']),
  };
  const { list } = await tiktok('/advertiser/info/', question, Advertisers);
  return list[0] as z.infer<typeof Advertisers>['list'][number];
}

/** Days of the whole account, and of each campaign. */
async function readDays(reading: Reading, span: Span): Promise<Gap[]> {
  const { figures } = reading;
  const gaps: Gap[] = [];
  const account = { report_type: 'BASIC', data_level: 'AUCTION_ADVERTISER' };
  const rows = await attempt(gaps, COUNTED, span, () =>
    rowsOf(reading, account, ['advertiser_id', 'stat_time_day'], COUNTED, span),
  );
  const byDay = new Map(rows?.map((row) => [dayIn(row), row]));
  for (const day of rows ? eachDay(span.from, span.to) : []) {
    for (const measure of COUNTED) putWhole(reading, whatOf(reading, measure, 'day'), day, byDay.get(day));
  }
  const campaign = { report_type: 'BASIC', data_level: 'AUCTION_CAMPAIGN' };
  const campaigns = await attempt(gaps, COUNTED, span, () =>
    rowsOf(reading, campaign, ['campaign_id', 'stat_time_day'], COUNTED, span, ['campaign_name']),
  );
  for (const row of campaigns ?? []) {
    const dimensions = { campaign: tagOf(row.metrics['campaign_name'] ?? '') };
    for (const measure of COUNTED)
      figures.put({ ...whatOf(reading, measure, 'day'), dimensions }, dayIn(row), numberOf(reading, measure, row));
  }
  return gaps;
}

/** One whole month as TikTok counts it, and who its ads were shown to. */
async function readMonth(reading: Reading, span: Span): Promise<Gap[]> {
  const gaps: Gap[] = [];
  const end = { from: span.to, to: span.to };
  const account = { report_type: 'BASIC', data_level: 'AUCTION_ADVERTISER' };
  const rows = await attempt(gaps, COUNTED, end, () => rowsOf(reading, account, ['advertiser_id'], COUNTED, span));
  if (rows) for (const measure of COUNTED) putWhole(reading, whatOf(reading, measure, 'month'), span.to, rows[0]);
  for (const { dimension, name, measures } of AUDIENCE) {
    const question = { report_type: 'AUDIENCE', data_level: 'AUCTION_ADVERTISER' };
    const found = await attempt(gaps, measures, end, async () => {
      const parts = await rowsOf(reading, question, ['advertiser_id', name], measures, span);
      return parts.map((row) => ({ row, group: groupOf(String(row.dimensions[name])) }));
    });
    for (const { row, group } of found ?? []) {
      for (const measure of measures) {
        const what = { ...whatOf(reading, measure, 'month'), dimensions: { [dimension]: group } };
        reading.figures.put(what, span.to, numberOf(reading, measure, row));
      }
    }
  }
  return gaps;
}

/** All rows of a report, as many as TikTok says that there are, each once by its dimensions. */
async function rowsOf(
  { ask, tiktok }: Reading,
  question: Readonly<Record<string, string>>,
  dimensions: readonly string[],
  measures: readonly Measure[],
  span: Span,
  more: readonly string[] = [],
): Promise<Row[]> {
  const rows = new Map<string, Row>();
  const metrics = [...more, ...measures.map(metricOf)];
  for (let page = 1; page <= PAGES; page += 1) {
    const { list, page_info } = await tiktok(
      '/report/integrated/get/',
      {
        advertiser_id: ask.account.handle,
        service_type: 'AUCTION',
        ...question,
        dimensions: JSON.stringify(dimensions),
        metrics: JSON.stringify(metrics),
        start_date: span.from,
        end_date: span.to,
        page,
        page_size: ROWS,
      },
      Report,
    );
    for (const row of list) {
      const lacks =
        dimensions.find((one) => row.dimensions[one] === undefined) ?? more.find((one) => row.metrics[one] === undefined);
      if (lacks) throw new SourceError(`TikTok answers without "${lacks}"; its API may have changed`);
      rows.set(JSON.stringify(dimensions.map((one) => row.dimensions[one])), row);
    }
    if (page < page_info.total_page) continue;
    if (rows.size !== page_info.total_number) break;
    return [...rows.values()].filter(
      (row) => !dimensions.includes('stat_time_day') || (dayIn(row) >= span.from && dayIn(row) <= span.to),
    );
  }
  throw new SourceError('TikTok gives other rows than it says there are; nothing of them was used');
}

/** `2026-10-30 00:00:00` in the ad account's own zone, or the day alone. */
function dayIn(row: Row): Day {
  const [, day] = /^(\d{4}-\d{2}-\d{2})(?: 00:00:00)?$/.exec(String(row.dimensions['stat_time_day'])) ?? [];
  if (day === undefined) throw new SourceError('TikTok sends a day that is none; its API may have changed');
  return day;
}

function metricOf(measure: Measure): string {
  return METRICS.find((one) => one.measure === measure)?.metric ?? '';
}

function whatOf({ currency }: Reading, measure: Measure, window: What['window']): What {
  const metric = metricOf(measure);
  return measure === 'spend' ? { measure, window, metric, unit: currency } : { measure, window, metric };
}

/** A stretch without a row is one in which nothing ran: 0, once it has had time to be counted, and not before the account was made. */
function putWhole(reading: Reading, what: What, day: Day, row: Row | undefined): void {
  const { ask, created, figures } = reading;
  if (row) figures.put(what, day, numberOf(reading, what.measure, row));
  else if (day < created) figures.put(what, day, null, 'empty');
  else if (daysBetween(day, ask.today) <= DELAY) figures.put(what, day, null, 'not-yet');
  else figures.put(what, day, 0);
}

function numberOf({ currency }: Reading, measure: Measure, { metrics }: Row): number | undefined {
  const text = metrics[metricOf(measure)];
  return measure === 'spend' ? amount(text, currency) : whole(text?.replace(/\.0+$/, ''));
}

/** 40100 and 40016 too many calls, 5xxxx outages: seen in public connectors; TikTok's own list was not at hand. */
function within(body: unknown): Verdict | undefined {
  const fault = Fault.safeParse(body).data;
  if (!fault) return undefined;
  const busy = fault.code === 40_100 || fault.code === 40_016 || (fault.code >= 50_000 && fault.code < 60_000);
  return { again: busy, code: fault.code };
}

/** The token has a header of its own, without "Bearer". */
function connect(ask: Ask): TikTok {
  const { account } = ask;
  const keys = { 'Access-Token': ask.token() };
  return async (path, question, schema) => {
    try {
      const url = address(account.server ?? declaration.server ?? '', `/open_api/${ask.api}${path}`, question);
      return (await ask.http.json({ url, schema: answered(schema), keys, within })).body.data;
    } catch (error) {
      const fault = error instanceof Refused ? Fault.safeParse(error.body).data : undefined;
      // 40102 to 40105: the token is missing, expired or withdrawn; 40001: it may not read this ad account.
      if (!fault || !([40_001].includes(fault.code) || (fault.code >= 40_102 && fault.code <= 40_105))) throw error;
      const why = fault.code === 40_001 ? 'it may not read this ad account' : 'it is unknown, expired or withdrawn';
      throw new SecretError(
        account.token ?? '',
        `${account.token}: TikTok refuses the token (${why}); see docs/sources/tiktok-ads.md`,
      );
    }
  };
}

async function examine(ask: Ask): Promise<Examination> {
  const about = await advertiserOf(connect(ask), ask);
  const { currency, tax } = ask.account;
  const zone = otherZone(about.timezone, ask.zone, 'spend', { from: ask.today, to: ask.today });
  return {
    works: currency === about.currency,
    lacks: [
      ...(currency === about.currency ? [] : [`the ad account is in ${about.currency}; write it as "currency" in agency.json`]),
      ...(tax === undefined ? ['write in agency.json whether the spend holds the tax: "tax": "included" or "excluded"'] : []),
      ...(zone ? [zone.detail] : []),
    ],
  };
}

export const tiktokAds: ApiSource = { declaration, collect, examine };
