import type { Day } from '#model/day.ts';
import { ok, refuse, HOUR, type Response } from './answer.ts';
import { at } from './calendar.ts';
import { remarks } from './comments.ts';
import { neighbours } from './neighbours.ts';
import { NAMES } from './profiles.ts';
import { hash } from './random.ts';
import { figure, instant, visible, type Item, type Life, type World } from './world.ts';

/** The AppView may give fewer items than asked for; only a missing cursor means the end. */
const MOST = 30;
/** One account as the AppView knows it. */
interface Who {
  readonly did: string;
  readonly handle: string;
  readonly name: string;
  readonly site: string;
  readonly life: Life;
  readonly earlier: number;
}

function everybody(world: World): Who[] {
  const { did, handle } = NAMES.bluesky;
  const others = neighbours().filter(({ platform }) => platform === 'bluesky');
  return [
    { did, handle, name: NAMES.agency, site: NAMES.site, life: world.bluesky, earlier: 311 },
    ...others.map((each) => ({ ...each, did: each.id, site: `https://${each.handle}`, earlier: 120 })),
  ];
}

const CREATED = '2024-02-06T02:11:40.000Z';

/** Bluesky's public AppView: getProfile, getAuthorFeed with a cursor, getPosts. An unknown actor is HTTP 400. */
export function bluesky(world: World, day: Day, url: URL): Response {
  const now = at(day);
  const query = url.searchParams;
  const reset = String(Math.floor(Date.parse(`${day}${HOUR}`) / 1000) + 180);
  const limits = {
    'ratelimit-limit': '3000',
    'ratelimit-remaining': '2991',
    'ratelimit-reset': reset,
    'ratelimit-policy': '3000;w=300',
  };
  const method = url.pathname.replace('/xrpc/', '');
  if (method === 'app.bsky.feed.getPosts') {
    const wanted = new Set(query.getAll('uris'));
    return ok(
      {
        posts: everybody(world).flatMap((who) =>
          visible(who.life, now)
            .filter((item) => wanted.has(uri(who, item)))
            .map((item) => post(who, item, now)),
        ),
      },
      limits,
    );
  }
  if (method === 'app.bsky.feed.getPostThread') {
    const asked = query.get('uri') ?? '';
    const who = everybody(world).find(({ did }) => asked.startsWith(`at://${did}/`));
    const item = who && visible(who.life, now).find((each) => uri(who, each) === asked);
    return item
      ? ok({ thread: thread(who, item, now) }, limits)
      : refuse(400, { error: 'NotFound', message: 'Post not found' }, limits);
  }
  const actor = query.get('actor');
  if (method !== 'app.bsky.actor.getProfile' && method !== 'app.bsky.feed.getAuthorFeed') {
    return refuse(501, { error: 'MethodNotImplemented', message: 'Method Not Implemented' }, limits);
  }
  const who = everybody(world).find(({ did, handle }) => actor === handle || actor === did);
  if (!who) return refuse(400, { error: 'InvalidRequest', message: 'Profile not found' }, limits);
  if (method === 'app.bsky.actor.getProfile') return ok(profile(who, now), limits);
  const limit = Number(query.get('limit') ?? 50);
  if (!(limit >= 1)) return refuse(400, { error: 'InvalidRequest', message: 'Error: limit can not be less than 1' }, limits);
  if (limit > 100) return refuse(400, { error: 'InvalidRequest', message: 'Error: limit can not be greater than 100' }, limits);
  return ok(feed(who, now, Math.min(limit, MOST), query.get('cursor')), limits);
}

interface Entry {
  readonly time: string;
  body(): unknown;
}

function feed(who: Who, now: number, limit: number, cursor: string | null): Record<string, unknown> {
  const own: Entry[] = visible(who.life, now).map((item) => ({
    time: published(item),
    body: () => ({ post: post(who, item, now) }),
  }));
  const all = [...own, ...reposts(who, now)].sort((a, b) => (a.time < b.time ? 1 : a.time > b.time ? -1 : 0));
  const kept = all.filter(({ time }) => cursor === null || time < cursor);
  const page = kept.slice(0, limit);
  const last = page[page.length - 1];
  return { ...(kept.length > limit && last ? { cursor: last.time } : {}), feed: page.map((entry) => entry.body()) };
}

function profile(who: Who, now: number): Record<string, unknown> {
  return {
    did: who.did,
    handle: who.handle,
    displayName: `${who.name} (contoh)`,
    associated: {
      lists: 0,
      feedgens: 0,
      starterPacks: 0,
      labeler: false,
      activitySubscription: { allowSubscriptions: 'followers' },
    },
    labels: [],
    createdAt: CREATED,
    description: 'Akun contoh. Semua angka rekaan.',
    indexedAt: CREATED,
    followersCount: who.life.followers[now],
    followsCount: 58,
    postsCount: who.earlier + visible(who.life, now).length,
  };
}

const author = (did: string, handle: string, displayName: string): Record<string, unknown> => ({
  did,
  handle,
  displayName,
  labels: [],
  createdAt: CREATED,
});
const uri = ({ did }: Who, item: Item): string => `at://${did}/app.bsky.feed.post/${item.id}`;
const published = (item: Item): string => new Date(instant(item.day, item.minute)).toISOString();

function post(who: Who, item: Item, now: number): Record<string, unknown> {
  const embed = embedded(who, item);
  const facets = item.tags.map((tag) => {
    const start = Buffer.byteLength(item.text.slice(0, item.text.indexOf(`#${tag}`)));
    const feature = { $type: 'app.bsky.richtext.facet#tag', tag };
    return { index: { byteStart: start, byteEnd: start + Buffer.byteLength(tag) + 1 }, features: [feature] };
  });
  return {
    uri: uri(who, item),
    cid: `bafyreisample${hash(item.id).toString(32)}`,
    author: author(who.did, who.handle, `${who.name} (contoh)`),
    record: {
      text: item.text,
      $type: 'app.bsky.feed.post',
      langs: ['id'],
      createdAt: published(item),
      ...(facets.length > 0 ? { facets } : {}),
      ...(embed ? { embed: embed.record } : {}),
    },
    ...(embed ? { embed: embed.view } : {}),
    bookmarkCount: figure(item, 'saves', now),
    replyCount: figure(item, 'comments', now),
    repostCount: figure(item, 'shares', now),
    likeCount: figure(item, 'likes', now),
    quoteCount: figure(item, 'quotes', now),
    indexedAt: published(item),
    labels: [],
  };
}

/** A post with all that stands below it, as a tree. */
function thread(who: Who, item: Item, now: number): Record<string, unknown> {
  const all = remarks(who.life, item, now);
  const below = (parent: number | null): unknown[] =>
    all
      .filter((one) => one.parent === parent)
      .map(({ number, text, by, time }) => {
        const { did, handle } = by === null ? who : { did: `did:plc:warga${by}`, handle: `warga-${by}.example` };
        const at = new Date(time).toISOString();
        const replies = below(number);
        return {
          $type: NODE,
          post: {
            uri: `at://${did}/app.bsky.feed.post/${item.id}${number}`,
            author: { did, handle },
            record: { $type: 'app.bsky.feed.post', text, langs: ['id'], createdAt: at },
            replyCount: replies.length,
            indexedAt: at,
          },
          replies,
        };
      });
  return { $type: NODE, post: post(who, item, now), replies: below(null) };
}
const NODE = 'app.bsky.feed.defs#threadViewPost';

function embedded({ site }: Who, item: Item): { record: unknown; view: unknown } | null {
  const file = `${site}/media/${item.id}`;
  if (item.type === 'image' || item.type === 'album') {
    const numbers = Array.from({ length: Math.min(item.images, 4) }, (_, number) => number + 1);
    const view = {
      $type: 'app.bsky.embed.images#view',
      images: numbers.map((n) => ({ thumb: `${file}-${n}-thumb.jpg`, fullsize: `${file}-${n}.jpg`, alt: item.title })),
    };
    return { record: { $type: 'app.bsky.embed.images', images: numbers.map(() => ({ alt: item.title })) }, view };
  }
  if (item.type === 'video') {
    return {
      record: { $type: 'app.bsky.embed.video' },
      view: { $type: 'app.bsky.embed.video#view', cid: `bafkreisample${hash(item.id).toString(32)}`, playlist: `${file}.m3u8` },
    };
  }
  if (item.type === 'link') {
    const external = { uri: `${site}/berita/${item.id}`, title: item.title, description: '' };
    return { record: { $type: 'app.bsky.embed.external', external }, view: { $type: 'app.bsky.embed.external#view', external } };
  }
  return null;
}

/** Once a month the office passes on a post of somebody else; that is not a post of its own. */
function reposts(who: Who, now: number): Entry[] {
  const found: Entry[] = [];
  for (let day = 17; day < now; day += 31) {
    const time = new Date(instant(day, 660)).toISOString();
    const other = author('did:plc:cuacasample234567abcdefg', 'cuaca.example', 'Stasiun Cuaca (contoh)');
    found.push({
      time,
      body: () => ({
        post: {
          uri: `at://did:plc:cuacasample234567abcdefg/app.bsky.feed.post/3lcuaca${String(day).padStart(6, '2')}`,
          cid: 'bafyreisamplecuaca',
          author: other,
          record: { text: 'Prakiraan cuaca hari ini.', $type: 'app.bsky.feed.post', createdAt: time },
          bookmarkCount: 0,
          replyCount: 4,
          repostCount: 61,
          likeCount: 120,
          quoteCount: 2,
          indexedAt: time,
          labels: [],
        },
        reason: {
          $type: 'app.bsky.feed.defs#reasonRepost',
          by: author(who.did, who.handle, `${who.name} (contoh)`),
          indexedAt: time,
        },
      }),
    });
  }
  return found;
}
