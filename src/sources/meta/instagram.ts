import { z } from 'zod';
import { Private, type Comment } from '#model/comment.ts';
import { addDays } from '#model/day.ts';
import { ConfigError } from '#model/error.ts';
import type { Post, PostType } from '#model/post.ts';
import type { Gap, Span } from '#model/run.ts';
import { counted, dated } from '../figure/figures.ts';
import { connect, costOf, every, inspect, pageOf, once, type Graph } from './graph.ts';
import { below } from './graph-comments.ts';
import { Insights, numberOf, pacific, readDaily, seriesOf } from './graph-insights.ts';
import { distinct, examined, lacking, withInsights } from './graph-posts.ts';
import { kept, readAudience, readTotals } from './instagram-account.ts';
import { declaration } from './instagram-declaration.ts';
import { instant, moment, written } from '../figure/moment.ts';
import { readPages, sorted } from '../http/pages.ts';
import { wordless } from '../peer.ts';
import type { ApiSource, Ask, AskComments, Examination, Pull } from '../source.ts';
import { words } from '../figure/text.ts';

const SITE = { id: 'instagram', name: 'Instagram', server: declaration.server ?? '' };
const FIELDS = 'id,caption,media_type,media_product_type,permalink,timestamp,like_count,comments_count';
/** One insights call may span 30 days of seconds: one less, since an autumn day has 25 hours. */
const MOST = 29;
const NEEDS = {
  instagram_basic: 'posts can’t be read',
  instagram_manage_insights: 'insights can’t be read',
  instagram_manage_comments: 'comments can’t be read',
};

const Profile = z.object({ id: z.string(), username: z.string().optional(), followers_count: z.number().optional() });
const Entry = z.object({
  id: z.string().regex(/^\d{1,40}$/),
  caption: z.string().optional(),
  media_type: z.string().optional(),
  media_product_type: z.string().optional(),
  permalink: z.url().optional(),
  timestamp: z.string(),
  like_count: z.number().optional(),
  comments_count: z.number().optional(),
});
const Remark = z.object({
  id: z.string(),
  text: z.string().default(''),
  timestamp: z.string(),
  username: z.string().optional(),
  from: z.object({ id: z.string() }).optional(),
  replies: z.object({ data: z.array(z.unknown()) }).optional(),
});

async function collect(ask: Ask): Promise<Pull> {
  const graph = connect(ask, SITE);
  const node = `/${encodeURIComponent(ask.account.handle)}`;
  const profile = await graph(node, { fields: 'id,username,followers_count' }, Profile);
  const { expires } = await inspect(ask, SITE);
  const followers = { measure: 'followers', metric: 'followers_count', window: 'day' } as const;
  const { days, gaps } = kept(ask);
  const recent = { ...ask, days };
  const reach = await readDaily(graph, recent, {
    path: `${node}/insights`,
    given: declaration.gives.filter((one) => one.measure === 'reach' && one.level === 'account'),
    most: MOST,
    bound: pacific,
  });
  const totals = await readTotals(graph, recent, node, profile.followers_count);
  const audience = ask.audience ? await readAudience(graph, ask, node, profile.followers_count) : { series: [], gaps: [] };
  const media = await readMedia(graph, ask, node, profile.username);
  const detailed = await withInsights(ask, media.posts, {
    given: (post) => declaration.gives.filter((one) => one.level === 'post' && has(post, one.metric)),
    kind: (post) => (post.type === 'story' || post.type === 'short-video' ? post.type : 'feed'),
    ask: async (post, metric) => (await graph(`/${post.id}/insights`, { metric }, Insights)).data,
    value: (_, insight) => numberOf(insight),
  });
  return {
    api: ask.api,
    series: [
      seriesOf(followers, ask, [dated(ask.today, ask.today, profile.followers_count)]),
      ...reach.series,
      ...totals.series,
      ...audience.series,
    ],
    posts: detailed.posts,
    span: media.span,
    gaps: distinct([...gaps, ...reach.gaps, ...totals.gaps, ...audience.gaps, ...media.gaps, ...detailed.gaps]),
    ...(expires === undefined ? {} : { expires }),
  };
}

/** Which figures are asked for: counts came with the post, stories can't be saved, and reels lead to no profile. */
function has({ type }: Post, metric: string): boolean {
  if (metric === 'saved') return type !== 'story';
  if (metric === 'follows' || metric === 'profile_visits') return type !== 'short-video';
  return !metric.endsWith('_count');
}

/** Posts and reels back to the first wanted day, and the stories of the last 24 hours. Where those fail, the last two days are not whole. */
async function readMedia(
  graph: Graph,
  ask: Ask,
  node: string,
  username: string | undefined,
): Promise<{ posts: Post[]; span: Span | null; gaps: Gap[] }> {
  const query = { fields: FIELDS, limit: 100 };
  const feed = await readPages(ask.posts, async (cursor) => {
    const { entries, next } = await pageOf(graph, `${node}/media`, query, Entry, cursor);
    return { posts: entries.map((entry) => post(entry, ask, username)), next };
  });
  const posts = new Map(feed.posts.map((one) => [one.id, one]));
  try {
    for await (const entry of every(graph, `${node}/stories`, query, Entry)) {
      posts.set(entry.id, { ...post(entry, ask, username), type: 'story' });
    }
    return { ...feed, posts: sorted(posts, ask.posts) };
  } catch (error) {
    const from = addDays(ask.today, -1) < ask.posts.from ? ask.posts.from : addDays(ask.today, -1);
    const to = addDays(from, -1);
    return {
      posts: sorted(posts, ask.posts),
      span: feed.span && feed.span.from <= to ? { from: feed.span.from, to } : null,
      gaps: [...feed.gaps, { from, to: ask.posts.to, ...costOf(error, 'stories') }],
    };
  }
}

function post(entry: z.infer<typeof Entry>, ask: Ask, username: string | undefined): Post {
  return {
    id: entry.id,
    ...moment(instant(entry.timestamp), ask.zone),
    type: typeOf(entry),
    ...(entry.permalink === undefined ? {} : { url: entry.permalink }),
    ...words(entry.caption ?? '', [ask.account.handle, ...(username === undefined ? [] : [username])]),
    figures: {
      likes: counted('like_count', entry.like_count),
      comments: counted('comments_count', entry.comments_count),
    },
    source: declaration.id,
    api: ask.api,
    observed: ask.today,
  };
}

const TYPES: ReadonlyMap<string, PostType> = new Map([
  ['IMAGE', 'image'],
  ['CAROUSEL_ALBUM', 'album'],
  ['VIDEO', 'video'],
]);

function typeOf({ media_type = '', media_product_type }: z.infer<typeof Entry>): PostType {
  if (media_product_type === 'REELS') return 'short-video';
  if (media_product_type === 'STORY') return 'story';
  return TYPES.get(media_type) ?? 'other';
}

/** Comments, and the replies of each that has some. Stories have none. */
async function* comments(ask: AskComments): AsyncIterable<Comment> {
  const graph = connect(ask, SITE);
  const { username } = await graph(`/${encodeURIComponent(ask.account.handle)}`, { fields: 'id,username' }, Profile);
  const fields = 'id,text,timestamp,username,from{id}';
  const comment = (remark: z.infer<typeof Remark>, under: string, reply: boolean): Comment => ({
    words: new Private(remark.text),
    author: new Private(remark.username ?? remark.from?.id ?? ''),
    id: new Private(remark.id),
    ...written(instant(remark.timestamp), ask.zone),
    post: under,
    own: username !== undefined && remark.username === username,
    reply,
  });
  const within = ({ day }: Comment): boolean => day >= ask.written.from && day <= ask.written.to;
  const query = { fields: `${fields},replies.limit(1){id}`, limit: 50 };
  const posts = ask.under.filter((one) => one.type !== 'story');
  for await (const [under, remark] of below(posts, (id) => every(graph, `/${id}/comments`, query, Remark))) {
    const first = comment(remark, under, false);
    if (within(first)) yield first;
    if (!remark.replies || remark.replies.data.length === 0) continue;
    for await (const answer of once(every(graph, `/${remark.id}/replies`, { fields, limit: 50 }, Remark))) {
      const reply = comment(answer, under, true);
      if (within(reply)) yield reply;
    }
  }
}

function examine(ask: Ask): Promise<Examination> {
  return examined(async () => {
    const graph = connect(ask, SITE);
    await graph(`/${encodeURIComponent(ask.account.handle)}`, { fields: 'id,username,followers_count' }, Profile);
    const { expires = ask.account.expires, permissions } = await inspect(ask, SITE);
    const named = permissions?.map((one) => one.replace('instagram_business_', 'instagram_'));
    const unsaid = expires === undefined && permissions === undefined;
    return {
      works: true,
      ...(expires === undefined ? {} : { expires }),
      ...(permissions === undefined ? {} : { permissions }),
      lacks: [
        ...lacking(named, NEEDS),
        ...(unsaid
          ? ['The platform does not say when the token ends: write its last day as "expires" of the account in agency.json.']
          : []),
      ],
    };
  });
}

const PUBLIC = 'id,media_type,media_product_type,permalink,timestamp,like_count,comments_count';
const Discovered = z.object({
  business_discovery: z.object({
    followers_count: z.number().optional(),
    media: z
      .object({
        data: z.array(Entry),
        paging: z.object({ cursors: z.object({ after: z.string().optional() }).optional() }).optional(),
      })
      .optional(),
  }),
});

/** Public figures of another professional account, asked in the name of one's own: followers, likes and comments. */
async function peer(ask: Ask): Promise<Pull> {
  const { id, handle, settings } = ask.account;
  const own = settings?.['own'];
  const name = handle.replace(/^@/, '');
  if (own === undefined || !/^[\w.]+$/.test(name)) {
    const lacks =
      own === undefined ? '"settings"."own": the numeric id of your own account' : '"handle": the other account’s name';
    throw new ConfigError(`agency.json: peer "${id}" needs ${lacks}`);
  }
  const graph = connect(ask, SITE);
  const discover = async (fields: string): Promise<z.infer<typeof Discovered>['business_discovery']> => {
    const query = { fields: `business_discovery.username(${name}){${fields}}` };
    return (await graph(`/${encodeURIComponent(own)}`, query, Discovered)).business_discovery;
  };
  const { followers_count } = await discover('followers_count');
  // This list never comes with `next`, only with cursors (recorded answers of 2021): it ends with an empty page.
  const feed = await readPages(ask.posts, async (after) => {
    const { media } = await discover(`media${after === undefined ? '' : `.after(${after})`}.limit(50){${PUBLIC}}`);
    const posts = (media?.data ?? []).map((entry) => post(entry, ask, name));
    return { posts, next: posts.length > 0 ? media?.paging?.cursors?.after : undefined };
  });
  const followers = { measure: 'followers', metric: 'followers_count', window: 'day' } as const;
  return wordless({
    api: ask.api,
    series: [seriesOf(followers, ask, [dated(ask.today, ask.today, followers_count)])],
    ...feed,
  });
}

export const instagram: ApiSource = { declaration, collect, peer, comments, examine };
