import type { Day } from '#model/day.ts';
import { ok, refuse, whole, type Response } from './answer.ts';
import { at } from './calendar.ts';
import { remarks } from './comments.ts';
import { readFields, type Field } from './fields.ts';
import { Refused, bound, pageInsights, postInsights, stamp } from './insights.ts';
import { NAMES } from './profiles.ts';
import { hash } from './random.ts';
import { figure, instant, visible, type Item, type World } from './world.ts';

const { id: PAGE, username: USER } = NAMES.facebook;

/** Graph API: page fields, posts, insights of page and post. A refused metric refuses its whole call. */
export function facebook(world: World, day: Day, url: URL): Response {
  const usage = { type: 'pages', call_count: 2, total_cputime: 1, total_time: 2, estimated_time_to_regain_access: 0 };
  const headers = {
    'facebook-api-version': url.pathname.split('/')[1] ?? 'v26.0',
    'x-business-use-case-usage': JSON.stringify({ [PAGE]: [usage] }),
  };
  try {
    return ok(graph(world, day, url), headers);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const trace = `A${hash(`${day}${url.pathname}`).toString(36)}`;
    const fault = { message: error.message, type: 'OAuthException', code: 100, error_subcode: error.subcode, fbtrace_id: trace };
    return refuse(400, { error: fault }, headers);
  }
}

function graph(world: World, day: Day, url: URL): unknown {
  const [, object = '', edge = ''] = url.pathname.slice(1).split('/');
  const now = at(day);
  const query = url.searchParams;
  const page = object === PAGE || object === USER || object === 'me';
  if (page && edge === '') return profile(world, now, query.get('fields') ?? 'id,name');
  if (page && edge === 'insights') return pageInsights(world, day, query);
  if (page && ['posts', 'feed', 'published_posts'].includes(edge)) return posts(world, day, url);
  const item = visible(world.facebook, now).find((each) => each.id === object);
  if (item && edge === '') return render(item, day, readFields(query.get('fields') ?? 'created_time,message,id'));
  if (item && edge === 'comments') return comments(world, item, now, url);
  if (item && edge === 'insights') return postInsights(item, day, (query.get('metric') ?? '').split(','));
  throw new Refused(
    `(#100) Object with ID '${object}' does not exist, cannot be loaded due to missing permissions, or does not support this operation`,
    33,
  );
}

function profile(world: World, now: number, fields: string): Record<string, unknown> {
  const followers = world.facebook.followers[now] ?? 0;
  const known: Readonly<Record<string, unknown>> = {
    id: PAGE,
    name: `${NAMES.agency} (contoh)`,
    username: USER,
    link: `${NAMES.site}/facebook`,
    followers_count: followers,
    fan_count: followers - 1873,
    verification_status: 'blue_verified',
  };
  return Object.fromEntries(
    [...readFields(fields).map(({ name }) => name), 'id'].filter((name) => name in known).map((name) => [name, known[name]]),
  );
}

function posts(world: World, day: Day, url: URL): unknown {
  const query = url.searchParams;
  const limit = whole(query, 'limit', 25, 100);
  const since = bound(query.get('since')) ?? 0;
  const until = bound(query.get('until')) ?? Infinity;
  const fields = readFields(query.get('fields') ?? 'created_time,message,id');
  const all = visible(world.facebook, at(day)).filter((item) => {
    const time = instant(item.day, item.minute);
    return time >= since && time <= until;
  });
  return paged(all, limit, url, (item) => render(item, day, fields));
}

/** One page of a list, and the address of the next. */
function paged<Each extends { readonly id: string }>(
  all: readonly Each[],
  limit: number,
  url: URL,
  made: (each: Each) => unknown,
): unknown {
  const query = url.searchParams;
  const after = query.get('after');
  const start = after === null ? 0 : all.findIndex(({ id }) => cursor(id) === after) + 1;
  const shown = all.slice(start, start + limit);
  const [first, last] = [shown[0], shown[shown.length - 1]];
  if (!first || !last) return { data: [] };
  const paging: Record<string, unknown> = { cursors: { before: cursor(first.id), after: cursor(last.id) } };
  if (start + limit < all.length) {
    const next = new URLSearchParams(query);
    if (next.has('access_token')) next.set('access_token', 'REDACTED');
    next.set('after', cursor(last.id));
    paging['next'] = `${url.origin}${url.pathname}?${next.toString()}`;
  }
  return { data: shown.map(made), paging };
}

const cursor = (id: string): string => Buffer.from(`sample:${id}`).toString('base64url');

/** Comments of a post and the answers to them, in one list (`filter=stream`), oldest first. */
function comments(world: World, item: Item, now: number, url: URL): unknown {
  const limit = whole(url.searchParams, 'limit', 25, 100);
  const below = (number: number): string => `${item.id.split('_')[1] ?? ''}_${number + 1}`;
  const all = remarks(world.facebook, item, now).map((one) => ({ ...one, id: below(one.number) }));
  return paged(all, limit, url, ({ id, text, time, by, parent }) => ({
    id,
    message: text,
    created_time: stamp(time),
    from: { id: by === null ? PAGE : `warga-${by}` },
    ...(parent === null ? {} : { parent: { id: below(parent) } }),
  }));
}

function render(item: Item, day: Day, fields: readonly Field[]): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const field of fields) {
    const value = read(item, day, field);
    if (value !== undefined) result[field.alias] = value;
  }
  return { ...result, id: item.id };
}

const STATUS: Readonly<Record<string, string>> = {
  image: 'added_photos',
  album: 'added_photos',
  video: 'added_video',
  'short-video': 'added_video',
  link: 'shared_story',
};
const MEDIA: Readonly<Record<string, readonly [string, string]>> = {
  image: ['photo', 'photo'],
  album: ['album', 'album'],
  video: ['video', 'video_inline'],
  'short-video': ['video', 'video_inline'],
  link: ['link', 'share'],
};

/** One field of a post; what does not exist is left out, as Meta does: no `shares` without a share, no `attachments` without one. */
function read(item: Item, day: Day, field: Field): unknown {
  const now = at(day);
  const number = item.id.split('_')[1] ?? '';
  const address = `${NAMES.site}/facebook/${item.type === 'short-video' ? 'reel' : 'posts'}/${number}`;
  switch (field.name) {
    case 'message':
      return item.text;
    case 'created_time':
    case 'updated_time':
      return stamp(instant(item.day, item.minute));
    case 'permalink_url':
      return address;
    case 'status_type':
      return STATUS[item.type] ?? 'mobile_status_update';
    case 'is_published':
      return true;
    case 'shares': {
      const count = figure(item, 'shares', now);
      return count > 0 ? { count } : undefined;
    }
    case 'comments':
    case 'reactions':
    case 'likes': {
      const total = figure(item, field.name === 'comments' ? 'comments' : 'likes', now);
      const summary =
        field.name === 'comments'
          ? { order: 'ranked', total_count: total, can_comment: true }
          : { total_count: total, viewer_reaction: 'NONE' };
      return { data: [], ...('summary' in field.modifiers ? { summary } : {}) };
    }
    case 'attachments':
      return attachments(item, address, number);
    case 'insights':
      return postInsights(item, day, (field.modifiers['metric'] ?? '').split(','));
    default:
      return undefined;
  }
}

function attachments(item: Item, address: string, number: string): unknown {
  const media = MEDIA[item.type];
  if (!media) return undefined;
  const [media_type, type] = media;
  const target = item.type === 'link' ? { url: `${NAMES.site}/berita/${number}` } : { id: number, url: address };
  const pictures = Array.from({ length: item.images }, (_, index) => ({
    media_type: 'photo',
    type: 'photo',
    target: { id: `${number}${index}` },
  }));
  return {
    data: [
      {
        media_type,
        type,
        title: item.title,
        target,
        url: target.url,
        ...(item.type === 'album' ? { subattachments: { data: pictures } } : {}),
      },
    ],
  };
}
