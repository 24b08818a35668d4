import { z } from 'zod';
import { SecretError, SourceError } from '#model/error.ts';
import type { Post } from '#model/post.ts';
import { counted, dated } from '../figure/figures.ts';
import { address, Refused, type Verdict } from '../http/http.ts';
import { epoch, moment } from '../figure/moment.ts';
import { readPages, type Page } from '../http/pages.ts';
import type { ApiSource, Ask, Examination, Pull } from '../source.ts';
import { words } from '../figure/text.ts';
import { declaration } from './tiktok-declaration.ts';

const Count = z.number().optional();
/** Stands in every answer; "ok" where all is well. Another code comes with status 200 too, and then no data. */
const Fault = z.object({ code: z.string(), message: z.string().optional() });
const Failed = z.object({ error: z.object({ code: z.string().regex(/^(?!ok$)\w{1,60}$/) }) });
const User = z.object({ data: z.object({ user: z.object({ follower_count: Count }).optional() }).optional(), error: Fault });
const Video = z.object({
  id: z.string().regex(/^\d{1,25}$/),
  create_time: z.int().positive(),
  video_description: z.string().default(''),
  share_url: z.url({ protocol: /^https$/ }).optional(),
  view_count: Count,
  like_count: Count,
  comment_count: Count,
  share_count: Count,
});
const List = z.object({
  data: z.object({ videos: z.array(Video), cursor: z.int().optional(), has_more: z.boolean() }).optional(),
  error: Fault,
});
// No cover: its address dies after six hours, and pictures are not kept.
const FIELDS = 'id,create_time,video_description,share_url,view_count,like_count,comment_count,share_count';
const MOST = 20;
const SECRETS: ReadonlyMap<string, string> = new Map([
  ['access_token_invalid', 'it lives for 24 hours; refresh it'],
  ['scope_not_authorized', 'it lacks user.info.stats or video.list'],
]);

async function collect(ask: Ask): Promise<Pull> {
  const followers = await readFollowers(ask);
  const { posts, span, gaps } = await readPages(ask.posts, async (cursor): Promise<Page> => {
    const post = { max_count: MOST, ...(cursor === undefined ? {} : { cursor: Number(cursor) }) };
    const { data } = await request(ask, '/video/list/', FIELDS, List, post);
    if (!data) throw new SourceError('TikTok answered without a list of videos; its API may have changed');
    if (data.has_more && data.cursor === undefined)
      throw new SourceError('TikTok says that there are more videos, and not where');
    return { posts: data.videos.map((video) => made(video, ask)), next: data.has_more ? String(data.cursor) : undefined };
  });
  return {
    api: ask.api,
    series: [
      {
        measure: 'followers',
        window: 'day',
        dimensions: {},
        source: declaration.id,
        metric: 'follower_count',
        api: ask.api,
        values: [dated(ask.today, ask.today, followers)],
      },
    ],
    posts,
    span,
    gaps,
  };
}

async function readFollowers(ask: Ask): Promise<number | undefined> {
  const { data } = await request(ask, '/user/info/', 'open_id,follower_count', User);
  return data?.user?.follower_count;
}

async function request<T extends object>(
  ask: Ask,
  path: string,
  fields: string,
  schema: z.ZodType<T>,
  post?: unknown,
): Promise<T> {
  const url = address(ask.account.server ?? declaration.server ?? '', `/${ask.api}${path}`, { fields });
  try {
    const either = z.union([Failed, schema]);
    const { body } = await ask.http.json({
      url,
      schema: either,
      token: ask.token(),
      judge,
      ...(post === undefined ? {} : { post }),
    });
    const failed = Failed.safeParse(body).data?.error.code;
    // The message stays out: it is the platform's own, and nothing has taken a token out of it.
    if (failed !== undefined) throw refusal(ask, failed) ?? new SourceError(`TikTok ${path}: answered the error "${failed}"`);
    return body as T;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw refusal(ask, faultOf(error.body)?.code ?? '') ?? error;
  }
}

function refusal({ account }: Ask, code: string): SecretError | undefined {
  const why = SECRETS.get(code);
  if (why === undefined) return undefined;
  const name = account.token ?? '';
  return new SecretError(name, `${name}: TikTok refuses the token (${code}: ${why}); see docs/sources/tiktok.md`);
}

function made(video: z.infer<typeof Video>, ask: Ask): Post {
  const url = video.share_url === undefined ? undefined : URL.parse(video.share_url);
  return {
    id: video.id,
    ...moment(epoch(video.create_time * 1000), ask.zone),
    type: 'short-video',
    ...(url ? { url: url.origin + url.pathname } : {}),
    ...words(video.video_description, [ask.account.handle]),
    figures: {
      views: counted('view_count', video.view_count),
      likes: counted('like_count', video.like_count),
      comments: counted('comment_count', video.comment_count),
      shares: counted('share_count', video.share_count),
    },
    source: declaration.id,
    api: ask.api,
    observed: ask.today,
  };
}

async function examine(ask: Ask): Promise<Examination> {
  const followers = await readFollowers(ask);
  const lacks = [
    'The token lives for 24 hours and its successor has to be stored each time: import the export "tiktok-export" instead.',
  ];
  if (followers === undefined) lacks.push('TikTok gives no count of followers: the token lacks user.info.stats.');
  return { works: true, lacks };
}

function faultOf(body: unknown): z.infer<typeof Fault> | undefined {
  return z.object({ error: Fault }).safeParse(body).data?.error;
}

function judge(status: number, body: unknown): Verdict | undefined {
  const fault = faultOf(body);
  if (!fault) return undefined;
  const busy = fault.code === 'rate_limit_exceeded' || fault.code === 'internal_error';
  return { again: busy || status === 429 || status >= 500, code: fault.code };
}

export const tiktok: ApiSource = { declaration, collect, examine };
