import { z } from 'zod';
import { Private, type Comment } from '#model/comment.ts';
import { addDays, instantOf } from '#model/day.ts';
import type { Series } from '#model/observation.ts';
import type { Post, PostType } from '#model/post.ts';
import type { Gap } from '#model/run.ts';
import { dated } from '../figure/figures.ts';
import { connect, costOf, every, inspect, pageOf, type Graph } from './graph.ts';
import { below } from './graph-comments.ts';
import { groups, Insights, numberOf, pacific, readDaily, seriesOf, type Insight } from './graph-insights.ts';
import { distinct, examined, lacking, withInsights } from './graph-posts.ts';
import { instant, moment, written } from '../figure/moment.ts';
import { readPages, readStretches } from '../http/pages.ts';
import type { ApiSource, Ask, AskComments, Examination, Pull } from '../source.ts';
import { words } from '../figure/text.ts';
import { declaration } from './threads-declaration.ts';

const SITE = { id: 'threads', name: 'Threads', server: declaration.server ?? '' };
const FIELDS = 'id,media_type,permalink,timestamp,text,link_attachment_url';
/** Days of one call, as for Facebook; Threads' own pages name no limit. */
const MOST = 89;
/** Followers below which the platform gives no demographics. */
const FEW = 100;
const NEEDS = {
  threads_basic: 'posts can’t be read',
  threads_manage_insights: 'insights can’t be read',
  threads_read_replies: 'replies can’t be read',
};

const Profile = z.object({ id: z.string(), username: z.string().optional() });
const Entry = z.object({
  id: z.string().regex(/^\d{1,40}$/),
  media_type: z.string(),
  permalink: z.url().optional(),
  timestamp: z.string(),
  text: z.string().optional(),
  link_attachment_url: z.string().optional(),
});
const Remark = z.object({
  id: z.string(),
  text: z.string().default(''),
  timestamp: z.string(),
  username: z.string().optional(),
  is_reply_owned_by_me: z.boolean().optional(),
  replied_to: z.object({ id: z.string() }).optional(),
});

async function collect(ask: Ask): Promise<Pull> {
  const graph = connect(ask, SITE);
  const node = `/${encodeURIComponent(ask.account.handle)}`;
  const { username } = await graph(node, { fields: 'id,username' }, Profile);
  const { expires } = await inspect(ask, SITE);
  const { series, gaps } = await readDaily(graph, ask, {
    path: `${node}/threads_insights`,
    given: declaration.gives.filter((one) => one.level === 'account' && !one.snapshot),
    most: MOST,
    bound: pacific,
  });
  await readFollowers(graph, ask, node, series, gaps);
  const feed = await readStretches(ask, (posts) => readFeed(graph, { ...ask, posts }, node, username));
  const detailed = await withInsights(ask, feed.posts, {
    given: () => declaration.gives.filter((one) => one.level === 'post'),
    ask: async (post, metric) => (await graph(`/${post.id}/insights`, { metric }, Insights)).data,
    value: (_, insight) => numberOf(insight),
  });
  return {
    api: ask.api,
    series,
    posts: detailed.posts,
    span: feed.span,
    gaps: distinct([...gaps, ...feed.gaps, ...detailed.gaps]),
    ...(expires === undefined ? {} : { expires }),
  };
}

/** The count of today and, where they are wanted, its groups. */
async function readFollowers(graph: Graph, ask: Ask, node: string, series: Series[], gaps: Gap[]): Promise<void> {
  const read = async (metric: string, breakdown?: string): Promise<Insight | undefined> =>
    (await graph(`${node}/threads_insights`, { metric, breakdown }, Insights)).data.find((one) => one.name === metric);
  let count: number | undefined;
  for (const given of declaration.gives.filter((one) => one.level === 'account' && one.snapshot)) {
    const dimension = given.dimensions?.[0];
    if (dimension !== undefined && !ask.audience) continue;
    const gap = { measure: given.measure, from: ask.today, to: ask.today };
    if (dimension !== undefined && count !== undefined && count < FEW) {
      gaps.push({ ...gap, reason: 'below-threshold', detail: `${given.metric}: fewer than ${FEW} followers` });
      continue;
    }
    try {
      const insight = await read(given.metric, dimension);
      if (dimension === undefined) {
        count = insight && numberOf(insight);
        series.push(seriesOf({ ...given, window: 'day' }, ask, [dated(ask.today, ask.today, count, 'empty')]));
        continue;
      }
      const found = insight ? groups(given, ask, insight, dimension) : [];
      series.push(...found);
      if (found.length === 0) gaps.push({ ...gap, reason: 'empty', detail: `${given.metric} by ${dimension}: no value given` });
    } catch (error) {
      gaps.push({ ...gap, ...costOf(error, given.metric) });
    }
  }
}

/** The account's own posts. A repost of somebody else's (REPOST_FACADE) is not one. */
async function readFeed(graph: Graph, ask: Ask, node: string, username: string | undefined): ReturnType<typeof readPages> {
  const since = instantOf(`${ask.posts.from}T00:00`, ask.zone).getTime() / 1000;
  const until = instantOf(`${addDays(ask.posts.to, 1)}T00:00`, ask.zone).getTime() / 1000;
  return readPages(ask.posts, async (cursor) => {
    const query = { fields: FIELDS, limit: 100, since, until };
    const { entries, next } = await pageOf(graph, `${node}/threads`, query, Entry, cursor);
    const own = entries.filter((entry) => entry.media_type !== 'REPOST_FACADE');
    return { posts: own.map((entry) => post(entry, ask, username)), next };
  });
}

const TYPES: ReadonlyMap<string, PostType> = new Map([
  ['TEXT_POST', 'text'],
  ['IMAGE', 'image'],
  ['VIDEO', 'video'],
  ['CAROUSEL_ALBUM', 'album'],
]);

function post(entry: z.infer<typeof Entry>, ask: Ask, username: string | undefined): Post {
  const type = TYPES.get(entry.media_type) ?? 'other';
  return {
    id: entry.id,
    ...moment(instant(entry.timestamp), ask.zone),
    type: type === 'text' && entry.link_attachment_url !== undefined ? 'link' : type,
    ...(entry.permalink === undefined ? {} : { url: entry.permalink }),
    ...words(entry.text ?? '', [ask.account.handle, ...(username === undefined ? [] : [username])]),
    figures: {},
    source: declaration.id,
    api: ask.api,
    observed: ask.today,
  };
}

/** All replies below each post, replies to replies too. */
async function* comments(ask: AskComments): AsyncIterable<Comment> {
  const graph = connect(ask, SITE);
  const query = { fields: 'id,text,timestamp,username,is_reply_owned_by_me,replied_to{id}', limit: 100 };
  for await (const [under, remark] of below(ask.under, (id) => every(graph, `/${id}/conversation`, query, Remark))) {
    const when = written(instant(remark.timestamp), ask.zone);
    if (when.day < ask.written.from || when.day > ask.written.to) continue;
    yield {
      words: new Private(remark.text),
      author: new Private(remark.username ?? ''),
      id: new Private(remark.id),
      ...when,
      post: under,
      own: remark.is_reply_owned_by_me ?? false,
      reply: remark.replied_to !== undefined && remark.replied_to.id !== under,
    };
  }
}

function examine(ask: Ask): Promise<Examination> {
  return examined(async () => {
    const graph = connect(ask, SITE);
    await graph(`/${encodeURIComponent(ask.account.handle)}`, { fields: 'id,username' }, Profile);
    const { expires = ask.account.expires, permissions } = await inspect(ask, SITE);
    return {
      works: true,
      ...(expires === undefined ? {} : { expires }),
      ...(permissions === undefined ? {} : { permissions }),
      lacks: lacking(permissions, NEEDS),
    };
  });
}

export const threads: ApiSource = { declaration, collect, comments, examine };
