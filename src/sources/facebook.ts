import { z } from 'zod';
import { addDays, dayOf, daysBetween, eachDay, instantOf, type Day } from '#model/day.ts';
import { SecretError, SourceError } from '#model/error.ts';
import type { Series, Value } from '#model/observation.ts';
import type { Post, PostFigure, PostType } from '#model/post.ts';
import type { Gap, Span } from '#model/run.ts';
import { counted, dated, stretches } from './figures.ts';
import { declaration, VERSION } from './facebook-declaration.ts';
import { address, Refused, type Verdict } from './http.ts';
import { instant, moment } from './moment.ts';
import { readPages, type Page } from './pages.ts';
import type { ApiSource, Ask, Pull } from './source.ts';
import { words } from './text.ts';

type Given = (typeof declaration.gives)[number];

const FIELDS =
  'id,message,created_time,permalink_url,message_tags,attachments{media_type},shares,comments.filter(stream).limit(0).summary(true),reactions.limit(0).summary(true)';
const PERIODS = { day: 'day', week: 'week', '28-days': 'days_28' } as const;
/** One insights call may span 90 days (Insights reference, read 2026-11) of seconds: one less, since an autumn day has 25 hours. */
const REACH_BACK = 89;
/** Meta fills in a day's value up to two days late. */
const DELAY = 2;

const Profile = z.object({ id: z.string(), followers_count: z.number().optional() });
const Insights = z.object({
  data: z.array(
    z.object({ name: z.string(), values: z.array(z.object({ value: z.number(), end_time: z.string().optional() })) }),
  ),
});
const Summary = z.object({ summary: z.object({ total_count: z.number() }) }).optional();
const Entry = z.object({
  id: z.string().regex(/^\d+(_\d+)?$/),
  message: z.string().optional(),
  created_time: z.string(),
  permalink_url: z.url().optional(),
  message_tags: z.array(z.object({ id: z.string(), name: z.string() })).optional(),
  attachments: z.object({ data: z.array(z.object({ media_type: z.string().optional() })) }).optional(),
  shares: z.object({ count: z.number() }).optional(),
  comments: Summary,
  reactions: Summary,
});
const Feed = z.object({
  data: z.array(Entry),
  paging: z.object({ cursors: z.object({ after: z.string().optional() }).optional(), next: z.string().optional() }).optional(),
});
const Fault = z.object({ error: z.object({ message: z.string(), code: z.number(), error_subcode: z.number().optional() }) });

async function collect(ask: Ask): Promise<Pull> {
  const graph = connect(ask);
  const profile = await graph('', { fields: 'id,followers_count' }, Profile);
  const { series, gaps } = await readInsights(graph, ask);
  if (!series.some((one) => one.measure === 'followers')) {
    series.push(seriesOf('followers', 'day', 'followers_count', [dated(ask.today, ask.today, profile.followers_count)]));
  }
  const feed = await readFeed(graph, ask, profile.id);
  const posts = await withInsights(graph, ask, feed.posts, gaps);
  return { api: VERSION, series, posts, span: feed.span, gaps: distinct([...gaps, ...feed.gaps]) };
}

type Graph = <T>(
  path: string,
  parameters: Record<string, string | number | undefined>,
  schema: z.ZodType<T>,
  node?: string,
) => Promise<T>;

/** The Graph API with the page's token in the header: an address with a token would end in logs. A refused token is a `SecretError`. */
function connect(ask: Ask): Graph {
  const token = ask.token();
  const server = ask.account.server ?? declaration.server ?? '';
  return async (path, parameters, schema, node = ask.account.handle) => {
    try {
      const url = address(server, `/${VERSION}/${encodeURIComponent(node)}${path}`, parameters);
      return (await ask.http.json({ url, schema, token, judge })).body;
    } catch (error) {
      const fault = faultOf(error);
      if (fault?.code !== 190) throw error;
      const why = CAUSES.get(fault.error_subcode ?? 0) ?? 'it is expired or withdrawn';
      throw new SecretError(
        ask.account.token ?? '',
        `${ask.account.token}: Facebook refuses the token (${why}); make a new one, see docs/sources/facebook.md`,
      );
    }
  };
}

const CAUSES: ReadonlyMap<number, string> = new Map([
  [458, 'the app was removed'],
  [459, 'the person who made it has to log in to Facebook'],
  [460, 'the password of the person who made it was changed'],
  [463, 'it is expired'],
]);

/** Each metric in its own calls, so that one that was withdrawn costs only itself. */
async function readInsights(graph: Graph, ask: Ask): Promise<{ series: Series[]; gaps: Gap[] }> {
  const series: Series[] = [];
  const gaps: Gap[] = [];
  const dead = new Map<string, Gap>();
  for (const given of declaration.gives) {
    const wanted = given.level === 'account' && !given.snapshot && ask.days ? overlap(ask.days, given) : null;
    if (!wanted || !given.window || given.window === 'month') continue;
    const known = dead.get(given.metric);
    if (known) {
      gaps.push({ ...known, ...wanted });
      continue;
    }
    const values = new Map<Day, Value>();
    for (let from = wanted.from; from <= wanted.to; from = addDays(from, REACH_BACK)) {
      const last = addDays(from, REACH_BACK - 1);
      const to = last < wanted.to ? last : wanted.to;
      const query = { metric: given.metric, period: PERIODS[given.window], since: from, until: addDays(to, 1) };
      try {
        const { data } = await graph('/insights', query, Insights);
        for (const { value, end_time } of data.flatMap((one) => (one.name === given.metric ? one.values : []))) {
          const day = end_time === undefined ? undefined : dayBefore(end_time);
          if (day !== undefined && day >= from && day <= to) values.set(day, dated(day, ask.today, value));
        }
        gaps.push(...empty(given, { from, to }, values, ask.today));
      } catch (error) {
        const gap = gapOf(given, { from, to: wanted.to }, error);
        gaps.push(gap);
        dead.set(given.metric, gap);
        break;
      }
    }
    if (values.size > 0) {
      const ordered = [...values.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
      series.push(seriesOf(given.measure, given.window, given.metric, ordered));
    }
  }
  return { series, gaps };
}

/**
 * The day that a daily value belongs to: the one that ends at `end_time`. Its middle, twelve hours before, has the same date in UTC
 * whether the page's midnight is Pacific (07:00 or 08:00 UTC) or Indonesian (15:00 to 17:00 UTC).
 */
function dayBefore(end: string): Day {
  return dayOf(new Date(instant(end).getTime() - 43_200_000), 'UTC');
}

async function readFeed(graph: Graph, ask: Ask, self: string): ReturnType<typeof readPages> {
  const since = instantOf(`${ask.posts.from}T00:00`, ask.zone).getTime() / 1000;
  const until = instantOf(`${addDays(ask.posts.to, 1)}T00:00`, ask.zone).getTime() / 1000;
  return readPages(ask.posts, async (cursor): Promise<Page> => {
    const feed = await graph('/posts', { fields: FIELDS, limit: 100, since, until, ...query(cursor) }, Feed);
    return { posts: feed.data.map((entry) => post(entry, ask, self)), next: nextOf(feed.paging) };
  });
}

/** `paging.next` holds the token, so only its cursor is taken: `after`, or what older edges page by. */
function nextOf(paging: z.infer<typeof Feed>['paging']): string | undefined {
  const next = paging?.next === undefined ? undefined : URL.parse(paging.next)?.searchParams;
  if (!next) return undefined;
  const after = paging?.cursors?.after ?? next.get('after');
  if (after) return JSON.stringify({ after });
  const rest = ['until', '__paging_token'].flatMap((name) => (next.get(name) ? [[name, next.get(name)]] : []));
  return rest.length > 0 ? JSON.stringify(Object.fromEntries(rest)) : undefined;
}

function query(cursor: string | undefined): Record<string, string> {
  return cursor === undefined ? {} : z.record(z.string(), z.string()).parse(JSON.parse(cursor));
}

function post(entry: z.infer<typeof Entry>, ask: Ask, self: string): Post {
  const tagged = (entry.message_tags ?? []).filter((tag) => tag.id !== self && tag.name !== '');
  const message = tagged.reduce((text, tag) => text.replaceAll(tag.name, '@…'), entry.message ?? '');
  // Facebook leaves `shares` out of a post that nobody shared (seen in recorded answers of 2021; not tried live since).
  const asked = entry.comments !== undefined && entry.reactions !== undefined;
  return {
    id: entry.id,
    ...moment(instant(entry.created_time), ask.zone),
    type: typeOf(entry),
    ...(entry.permalink_url === undefined ? {} : { url: entry.permalink_url }),
    ...words(message, [ask.account.handle]),
    figures: {
      reactions: counted('reactions.summary.total_count', entry.reactions?.summary.total_count),
      comments: counted('comments.summary.total_count', entry.comments?.summary.total_count),
      shares: counted('shares.count', entry.shares?.count ?? (asked ? 0 : undefined)),
    },
    source: declaration.id,
    api: VERSION,
    observed: ask.today,
  };
}

const TYPES: ReadonlyMap<string, PostType> = new Map([
  ['photo', 'image'],
  ['album', 'album'],
  ['video', 'video'],
  ['link', 'link'],
]);

function typeOf({ attachments, permalink_url }: z.infer<typeof Entry>): PostType {
  const kind = attachments?.data[0]?.media_type;
  if (kind === undefined) return 'text';
  return kind === 'video' && permalink_url?.includes('/reel/') ? 'short-video' : (TYPES.get(kind) ?? 'other');
}

/** Views and reach of each post: one metric a call. A withdrawn metric is asked once, one that fails three times in a row no more. */
async function withInsights(graph: Graph, ask: Ask, posts: readonly Post[], gaps: Gap[]): Promise<Post[]> {
  const given = declaration.gives.filter((one) => one.level === 'post' && one.metric.startsWith('post_'));
  const failures = new Map<string, { gap: Gap; row: number }>();
  const filled: Post[] = [];
  for (const one of posts) {
    const figures: Partial<Record<Given['measure'], PostFigure>> = { ...one.figures };
    for (const metric of given.filter((each) => overlap({ from: one.day, to: one.day }, each))) {
      const before = failures.get(metric.metric);
      if (before && (before.gap.reason === 'withdrawn' || before.row >= 3)) {
        figures[metric.measure] = counted(metric.metric, null, before.gap.reason);
        continue;
      }
      try {
        const { data } = await graph('/insights', { metric: metric.metric, period: 'lifetime' }, Insights, one.id);
        const value = data.find((each) => each.name === metric.metric)?.values[0]?.value;
        figures[metric.measure] = counted(metric.metric, value, 'empty');
        failures.delete(metric.metric);
      } catch (error) {
        const day = { from: one.day, to: one.day };
        const small = gapOf(metric, day, error);
        const gap = small.reason === 'withdrawn' ? { ...small, ...(overlap(ask.posts, metric) ?? day) } : small;
        gaps.push(gap);
        failures.set(metric.metric, { gap, row: (before?.row ?? 0) + 1 });
        figures[metric.measure] = counted(metric.metric, null, gap.reason);
      }
    }
    filled.push({ ...one, figures });
  }
  return filled;
}

/** Days that were asked and have no value. */
function empty(given: Given, span: Span, values: ReadonlyMap<Day, Value>, today: Day): Gap[] {
  const lacking = eachDay(span.from, span.to).filter((day) => !values.has(day));
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

/** What an error costs. Anything but a platform's refusal is a fault of ours and goes on up. */
function gapOf(given: Given, span: Span, error: unknown): Gap {
  if (!(error instanceof SourceError || error instanceof SecretError)) throw error;
  const fault = faultOf(error);
  const withdrawn = fault?.code === 100 && /valid insights metric|invalid metric|deprecated/i.test(fault.message);
  const reason = error instanceof SecretError ? 'secret-missing' : withdrawn ? 'withdrawn' : 'failed';
  return {
    measure: given.measure,
    ...span,
    reason,
    detail: (withdrawn ? `${given.metric}: Facebook no longer gives this metric` : error.message).slice(0, 300),
  };
}

function overlap(span: Span, { since = span.from, until = span.to }: Given): Span | null {
  const from = since > span.from ? since : span.from;
  const to = until < span.to ? until : span.to;
  return from <= to ? { from, to } : null;
}

function seriesOf(measure: Given['measure'], window: Series['window'], metric: string, values: Value[]): Series {
  return { measure, window, dimensions: {}, source: declaration.id, metric, api: VERSION, values };
}

function distinct(gaps: readonly Gap[]): Gap[] {
  return [...new Map(gaps.map((gap) => [JSON.stringify(gap), gap])).values()];
}

function faultOf(error: unknown): z.infer<typeof Fault>['error'] | undefined {
  return error instanceof Refused ? Fault.safeParse(error.body).data?.error : undefined;
}

/** Codes that pass by themselves: 1, 2 outage; 4, 17, 32, 341, 368, 613 and 80000 to 80014 too many calls. */
function judge(status: number, body: unknown): Verdict | undefined {
  const fault = Fault.safeParse(body).data?.error;
  if (!fault) return undefined;
  const busy = [1, 2, 4, 17, 32, 341, 368, 613].includes(fault.code) || (fault.code >= 80_000 && fault.code <= 80_014);
  return { again: busy || status === 429 || status >= 500, why: fault.message };
}

export const facebook: ApiSource = { declaration, collect };
