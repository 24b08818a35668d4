import { z } from 'zod';
import { addDays, instantOf } from '#model/day.ts';
import { Private, type Comment } from '#model/comment.ts';
import type { Post, PostType } from '#model/post.ts';
import type { Gap } from '#model/run.ts';
import type { Series } from '#model/observation.ts';
import { declaration } from './facebook-declaration.ts';
import { counted, dated } from '../figure/figures.ts';
import { connect, costOf, every, inspect, isRefused, pageOf, type Graph } from './graph.ts';
import { below } from './graph-comments.ts';
import { dayBefore, Insights, numberOf, readDaily, seriesOf, type Given, type Insight } from './graph-insights.ts';
import { distinct, examined, lacking, withInsights } from './graph-posts.ts';
import { instant, moment, written } from '../figure/moment.ts';
import { byPart } from '../figure/part.ts';
import { readPages, readStretches, type Page, type Pages } from '../http/pages.ts';
import type { ApiSource, Ask, AskComments, Examination, Pull } from '../source.ts';
import { words } from '../figure/text.ts';

const SITE = { id: 'facebook', name: 'Facebook', server: declaration.server ?? '' };
const BARE = 'id,message,created_time,permalink_url,message_tags,attachments{media_type},shares';
const FIELDS = `${BARE},comments.filter(stream).limit(0).summary(true),reactions.limit(0).summary(true)`;
/** One insights call may span 90 days (Insights reference, read 2026-11) of seconds: one less, since an autumn day has 25 hours. */
const MOST = 89;
/** What a live Page's token had to have, by public reports of September 2026. */
const NEEDS = {
  pages_read_engagement: 'posts can’t be read',
  read_insights: 'insights come back empty, without an error',
  pages_read_user_content: 'reactions and comments of posts can’t be read',
};

const Profile = z.object({ id: z.string(), followers_count: z.number().optional() });
const Summary = z.object({ summary: z.object({ total_count: z.number() }) }).optional();
const Entry = z.object({
  id: z.string().regex(/^\d{1,40}(_\d{1,40})?$/),
  message: z.string().optional(),
  created_time: z.string(),
  permalink_url: z.url().optional(),
  message_tags: z.array(z.object({ id: z.string(), name: z.string() })).optional(),
  attachments: z.object({ data: z.array(z.object({ media_type: z.string().optional() })) }).optional(),
  shares: z.object({ count: z.number() }).optional(),
  comments: Summary,
  reactions: Summary,
});
const Remark = z.object({
  id: z.string(),
  message: z.string().default(''),
  created_time: z.string(),
  from: z.object({ id: z.string() }).optional(),
  parent: z.object({ id: z.string() }).optional(),
});

async function collect(ask: Ask): Promise<Pull> {
  const graph = connect(ask, SITE);
  const node = `/${encodeURIComponent(ask.account.handle)}`;
  const profile = await graph(node, { fields: 'id,followers_count' }, Profile);
  const { expires, permissions } = await inspect(ask, SITE);
  const daily = declaration.gives.filter((given) => given.level === 'account' && !given.snapshot);
  const { series, gaps } = await readDaily(graph, ask, {
    path: `${node}/insights`,
    given: daily,
    most: MOST,
    bound: (day) => day,
  });
  if (!series.some((one) => one.measure === 'followers')) {
    const given = { measure: 'followers', metric: 'followers_count', window: 'day' } as const;
    series.push(seriesOf(given, ask, [dated(ask.today, ask.today, profile.followers_count)]));
  }
  if (ask.audience) {
    for (const given of declaration.gives.filter((one) => one.dimensions))
      await readPlaces(graph, ask, node, given, series, gaps);
  }
  const feed = await readStretches(ask, (posts) => readFeed(graph, { ...ask, posts }, node, profile.id, gaps));
  const detailed = await withInsights(ask, feed.posts, {
    given: () => declaration.gives.filter((one) => one.level === 'post' && one.metric.startsWith('post_')),
    ask: async (post, metric) => (await graph(`/${post.id}/insights`, { metric, period: 'lifetime' }, Insights)).data,
    value: valueOf,
  });
  return {
    api: ask.api,
    series,
    posts: detailed.posts,
    span: feed.span,
    gaps: distinct([...gaps, ...feed.gaps, ...detailed.gaps].map((gap) => unanswered(gap, permissions))),
    ...(expires === undefined ? {} : { expires }),
  };
}

/**
 * Without read_insights Meta answers with nothing instead of an error (public report of September 2026). That is no answer, or the days
 * would never be asked for again.
 */
function unanswered(gap: Gap, permissions: readonly string[] | undefined): Gap {
  if (gap.reason !== 'empty' || !permissions || permissions.includes('read_insights')) return gap;
  return { ...gap, reason: 'secret-missing', detail: `${gap.detail}; the token lacks the permission read_insights` };
}

/** Followers by country or city. Meta's pages contradict each other on whether these live, and by which period: both are tried. */
async function readPlaces(graph: Graph, ask: Ask, node: string, given: Given, series: Series[], gaps: Gap[]): Promise<void> {
  const dimension = given.dimensions?.[0];
  if (!dimension) return;
  const read = async (period: string): Promise<Insight[]> =>
    (await graph(`${node}/insights`, { metric: given.metric, period }, Insights)).data;
  try {
    const insights = await read('day').catch((error: unknown) => {
      if (isRefused(error)) return read('lifetime');
      throw error;
    });
    const values = insights.find((one) => one.name === given.metric)?.values ?? [];
    const newest = values.toSorted((a, b) => ((a.end_time ?? '') < (b.end_time ?? '') ? 1 : -1))[0];
    const places = typeof newest?.value === 'object' ? Object.entries(newest.value) : [];
    const day = newest?.end_time === undefined ? ask.today : dayBefore(newest.end_time);
    for (const [place, count] of byPart(dimension, places))
      series.push(seriesOf({ ...given, window: 'day' }, ask, [dated(day, ask.today, count)], { [dimension]: place }));
    if (places.length > 0) return;
    gaps.push({
      measure: given.measure,
      from: ask.today,
      to: ask.today,
      reason: 'empty',
      detail: `${given.metric}: no value given`,
    });
  } catch (error) {
    const cost = costOf(error, given.metric);
    gaps.push({
      measure: given.measure,
      from: ask.today,
      to: ask.today,
      ...cost,
      ...(cost.reason === 'withdrawn' ? { reason: 'not-offered' } : {}),
    });
  }
}

/** The Page's posts. A token without pages_read_user_content is refused reactions and comments: then the posts come without them. */
async function readFeed(graph: Graph, ask: Ask, node: string, self: string, gaps: Gap[]): Promise<Pages> {
  const since = instantOf(`${ask.posts.from}T00:00`, ask.zone).getTime() / 1000;
  const until = instantOf(`${addDays(ask.posts.to, 1)}T00:00`, ask.zone).getTime() / 1000;
  let fields = FIELDS;
  const page = async (cursor: string | undefined): Promise<Page> => {
    try {
      const { entries, next } = await pageOf(graph, `${node}/posts`, { fields, limit: 100, since, until }, Entry, cursor);
      return { posts: entries.map((entry) => post(entry, ask, self, fields === FIELDS)), next };
    } catch (error) {
      if (fields === BARE || !isRefused(error) || costOf(error, 'posts').reason !== 'secret-missing') throw error;
      const cost = costOf(error, 'posts with reactions and comments');
      for (const measure of ['reactions', 'comments'] as const) gaps.push({ measure, ...ask.posts, ...cost });
      fields = BARE;
      return page(cursor);
    }
  };
  return readPages(ask.posts, page);
}

function post(entry: z.infer<typeof Entry>, ask: Ask, self: string, whole: boolean): Post {
  const tagged = (entry.message_tags ?? []).filter((tag) => tag.id !== self && tag.name !== '');
  const message = tagged.reduce((text, tag) => text.replaceAll(tag.name, '@…'), entry.message ?? '');
  // Facebook leaves `shares` out of a post that nobody shared (seen in recorded answers of 2021; not tried live since).
  const asked = entry.comments !== undefined && entry.reactions !== undefined;
  const reason = whole ? 'not-offered' : 'secret-missing';
  return {
    id: entry.id,
    ...moment(instant(entry.created_time), ask.zone),
    type: typeOf(entry),
    ...(entry.permalink_url === undefined ? {} : { url: entry.permalink_url }),
    ...words(message, [ask.account.handle]),
    figures: {
      reactions: counted('reactions.summary.total_count', entry.reactions?.summary.total_count, reason),
      comments: counted('comments.summary.total_count', entry.comments?.summary.total_count, reason),
      shares: counted('shares.count', entry.shares?.count ?? (asked ? 0 : undefined)),
    },
    source: declaration.id,
    api: ask.api,
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

const LINKS = 'link clicks';
/** The kinds of click that Facebook names. It names only those that happened, so that one of these without the others is 0 for them. */
const CLICKS: ReadonlySet<string> = new Set([LINKS, 'photo view', 'video play', 'other clicks']);

function valueOf(given: Given, insight: Insight): number | undefined {
  if (given.measure !== 'link-clicks') return numberOf(insight);
  const kinds = insight.values?.[0]?.value;
  if (typeof kinds !== 'object') return undefined;
  return kinds[LINKS] ?? (Object.keys(kinds).every((kind) => CLICKS.has(kind)) ? 0 : undefined);
}

/** Comments and their replies. Without a permission to see who wrote, the author is empty. */
async function* comments(ask: AskComments): AsyncIterable<Comment> {
  const graph = connect(ask, SITE);
  const { id: self } = await graph(`/${encodeURIComponent(ask.account.handle)}`, { fields: 'id' }, Profile);
  const query = { fields: 'id,message,created_time,from{id},parent{id}', filter: 'stream', limit: 100 };
  for await (const [under, remark] of below(ask.under, (id) => every(graph, `/${id}/comments`, query, Remark))) {
    const when = written(instant(remark.created_time), ask.zone);
    if (when.day < ask.written.from || when.day > ask.written.to) continue;
    yield {
      words: new Private(remark.message),
      author: new Private(remark.from?.id ?? ''),
      id: new Private(remark.id),
      ...when,
      post: under,
      own: remark.from?.id === self,
      reply: remark.parent !== undefined,
    };
  }
}

function examine(ask: Ask): Promise<Examination> {
  return examined(async () => {
    const graph = connect(ask, SITE);
    await graph(`/${encodeURIComponent(ask.account.handle)}`, { fields: 'id,followers_count' }, Profile);
    const { expires, permissions } = await inspect(ask, SITE);
    return {
      works: true,
      ...(expires === undefined ? {} : { expires }),
      ...(permissions === undefined ? {} : { permissions }),
      lacks: lacking(permissions, NEEDS),
    };
  });
}

export const facebook: ApiSource = { declaration, collect, comments, examine };
