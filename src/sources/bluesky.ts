import { z } from 'zod';
import type { Post, PostType } from '#model/post.ts';
import type { Declaration } from '#model/source.ts';
import { counted, dated } from './figures.ts';
import { address, type Verdict } from './http.ts';
import { instant, moment } from './moment.ts';
import { readPages, type Page } from './pages.ts';
import { publicly } from './peer.ts';
import type { ApiSource, Ask, Pull } from './source.ts';
import { words } from './text.ts';

const API = 'app.bsky';
const SERVER = 'https://public.api.bsky.app';

const declaration: Declaration = {
  id: 'bluesky',
  platform: 'bluesky',
  name: 'Bluesky',
  title: { en: 'Bluesky public API', id: 'API publik Bluesky' },
  family: 'social',
  kind: 'api',
  api: API,
  server: SERVER,
  secrets: [],
  quota: { requests: 3000, seconds: 300 },
  peers: true,
  gives: [
    {
      measure: 'followers',
      level: 'account',
      window: 'day',
      metric: 'followersCount',
      snapshot: true,
      note: { en: 'Only the count at the time of the pull.', id: 'Hanya jumlah pada saat penarikan.' },
    },
    { measure: 'likes', level: 'post', metric: 'likeCount', snapshot: false },
    { measure: 'shares', level: 'post', metric: 'repostCount', snapshot: false },
    { measure: 'comments', level: 'post', metric: 'replyCount', snapshot: false },
    { measure: 'quotes', level: 'post', metric: 'quoteCount', snapshot: false },
    {
      measure: 'saves',
      level: 'post',
      metric: 'bookmarkCount',
      snapshot: false,
      note: {
        en: 'Newer than the other counts and not on every server, so it is not added to engagement.',
        id: 'Lebih baru daripada angka lain dan tidak ada di semua server, sehingga tidak dijumlahkan ke keterlibatan.',
      },
    },
  ],
  lacks: [
    { measure: 'impressions', level: 'account', reason: 'not-offered' },
    { measure: 'views', level: 'account', reason: 'not-offered' },
    {
      measure: 'reach',
      level: 'account',
      reason: 'not-offered',
      note: { en: 'Bluesky counts nobody who only reads.', id: 'Bluesky tidak menghitung orang yang hanya membaca.' },
    },
    { measure: 'reach', level: 'post', reason: 'not-offered' },
  ],
  engagement: ['likes', 'comments', 'shares', 'quotes'],
  settles: 1,
  freezes: 28,
  limits: {
    en: 'Replies and reposts of others are left out. The time of a post is the earlier of what its author wrote into it and when Bluesky saw it. About 3,000 requests in 5 minutes for one address.',
    id: 'Balasan dan kiriman ulang milik orang lain tidak dihitung. Waktu kiriman adalah yang lebih awal antara yang ditulis pembuatnya dan saat Bluesky melihatnya. Sekitar 3.000 permintaan per 5 menit untuk satu alamat.',
  },
  how: [
    {
      en: 'No token is needed. Write the account’s handle, for example agency.bsky.social or its own domain, as "handle".',
      id: 'Tidak perlu token. Tulis nama akun, misalnya agency.bsky.social atau domainnya sendiri, sebagai "handle".',
    },
  ],
  tried: 'never',
  fixture:
    'Real answers of Bluesky’s own server software, run locally (profile, two pages of a feed, errors), where they are at hand; the fixtures in the project are ours, in the same shape.',
  documentation: 'https://docs.bsky.app/docs/api/app-bsky-feed-get-author-feed',
};

const Profile = z.object({
  did: z.string().regex(/^did:[a-z]+:[\w.:%-]+$/),
  handle: z.string(),
  followersCount: z.number().optional(),
});
const Count = z.number().optional();
const Typed = z.object({ $type: z.string() });
const Item = z.object({
  post: z.object({
    uri: z.string().regex(/^at:\/\/[^/]+\/[^/]+\/[\w.~:-]+$/),
    author: z.object({ did: z.string() }),
    record: z.object({ text: z.string().default(''), createdAt: z.string() }),
    embed: Typed.extend({
      images: z.array(z.unknown()).optional(),
      media: Typed.extend({ images: z.array(z.unknown()).optional() }).optional(),
    }).optional(),
    likeCount: Count,
    repostCount: Count,
    replyCount: Count,
    quoteCount: Count,
    bookmarkCount: Count,
    indexedAt: z.string(),
  }),
  reason: z.unknown().optional(),
});
const Feed = z.object({ feed: z.array(Item), cursor: z.string().optional() });
const Fault = z.object({ error: z.string(), message: z.string().optional() });

async function collect(ask: Ask): Promise<Pull> {
  const server = ask.account.server ?? SERVER;
  const actor = ask.account.handle.replace(/^@/, '');
  const request = { judge, ...(ask.account.token === undefined ? {} : { token: ask.token() }) };
  const url = address(server, '/xrpc/app.bsky.actor.getProfile', { actor });
  const { body: profile } = await ask.http.json({ ...request, url, schema: Profile });

  const page = async (cursor: string | undefined): Promise<Page> => {
    const { body } = await ask.http.json({
      ...request,
      schema: Feed,
      url: address(server, '/xrpc/app.bsky.feed.getAuthorFeed', { actor, limit: 100, filter: 'posts_no_replies', cursor }),
    });
    const own = body.feed.filter((item) => item.reason === undefined && item.post.author.did === profile.did);
    return { posts: own.map((item) => post(item, profile.handle, ask)), next: body.cursor };
  };
  const { posts, span, gaps } = await readPages(ask.posts, page);
  return {
    api: API,
    series: [
      {
        measure: 'followers',
        window: 'day',
        dimensions: {},
        source: declaration.id,
        metric: 'followersCount',
        api: API,
        values: [dated(ask.today, ask.today, profile.followersCount)],
      },
    ],
    posts,
    span,
    gaps,
  };
}

function post({ post: { uri, record, embed, indexedAt, ...counts } }: z.infer<typeof Item>, handle: string, ask: Ask): Post {
  const written = instant(record.createdAt);
  const seen = instant(indexedAt);
  return {
    id: uri,
    ...moment(written < seen ? written : seen, ask.zone),
    type: typeOf(embed),
    url: `https://bsky.app/profile/${encodeURIComponent(handle)}/post/${uri.slice(uri.lastIndexOf('/') + 1)}`,
    ...words(record.text, [handle, ask.account.handle]),
    figures: {
      likes: counted('likeCount', counts.likeCount),
      shares: counted('repostCount', counts.repostCount),
      comments: counted('replyCount', counts.replyCount),
      quotes: counted('quoteCount', counts.quoteCount),
      saves: counted('bookmarkCount', counts.bookmarkCount),
    },
    source: declaration.id,
    api: API,
    observed: ask.today,
  };
}

function typeOf(embed: z.infer<typeof Item>['post']['embed']): PostType {
  const part = embed?.$type.startsWith('app.bsky.embed.recordWithMedia') ? embed.media : embed;
  const kind = part?.$type.replace(/^app\.bsky\.embed\.(\w+).*$/, '$1');
  if (kind === 'images') return (part?.images?.length ?? 0) > 1 ? 'album' : 'image';
  if (kind === 'video') return 'video';
  if (kind === 'external') return 'link';
  return kind === undefined || kind === 'record' ? 'text' : 'other';
}

function judge(status: number, body: unknown): Verdict | undefined {
  const fault = Fault.safeParse(body);
  if (!fault.success) return undefined;
  return { again: status === 429 || status >= 500, why: [fault.data.error, fault.data.message].filter(Boolean).join(': ') };
}

export const bluesky: ApiSource = { declaration, collect, peer: publicly(collect) };
