import { z } from 'zod';
import { ConfigError } from '#model/error.ts';
import type { Post, PostType } from '#model/post.ts';
import type { Declaration } from '#model/source.ts';
import { counted, dated } from './figures.ts';
import { address, type Verdict } from './http.ts';
import { instant, moment } from './moment.ts';
import { readPages, type Page } from './pages.ts';
import { publicly } from './peer.ts';
import type { ApiSource, Ask, Pull } from './source.ts';
import { fromHtml, words } from './text.ts';

const API = 'v1';

const declaration: Declaration = {
  id: 'mastodon',
  platform: 'mastodon',
  name: 'Mastodon',
  title: { en: 'Mastodon API, public figures', id: 'API Mastodon, angka publik' },
  family: 'social',
  kind: 'api',
  api: API,
  secrets: [],
  quota: { requests: 300, seconds: 300 },
  peers: true,
  gives: [
    {
      measure: 'followers',
      level: 'account',
      window: 'day',
      metric: 'followers_count',
      snapshot: true,
      note: {
        en: 'Only the count at the time of the pull. A server may show -1 or 0 where the owner hides it; -1 is kept as not known.',
        id: 'Hanya jumlah pada saat penarikan. Server dapat menampilkan -1 atau 0 bila pemilik menyembunyikannya; -1 dicatat sebagai tidak diketahui.',
      },
    },
    { measure: 'likes', level: 'post', metric: 'favourites_count', snapshot: false },
    { measure: 'shares', level: 'post', metric: 'reblogs_count', snapshot: false },
    { measure: 'comments', level: 'post', metric: 'replies_count', snapshot: false },
    {
      measure: 'quotes',
      level: 'post',
      metric: 'quotes_count',
      snapshot: false,
      note: {
        en: 'Newer servers only; on others it is not known. It is therefore not added to engagement.',
        id: 'Hanya server yang lebih baru; pada server lain tidak diketahui. Karena itu tidak dijumlahkan ke keterlibatan.',
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
      note: { en: 'Mastodon counts nobody who only reads.', id: 'Mastodon tidak menghitung orang yang hanya membaca.' },
    },
    { measure: 'reach', level: 'post', reason: 'not-offered' },
  ],
  engagement: ['likes', 'comments', 'shares'],
  settles: 1,
  freezes: 28,
  limits: {
    en: 'Counts are those that the account’s own server knows: answers and favourites on other servers arrive late or never. Boosts of others and replies to others are left out; replies to oneself (threads) count as posts. Only public and unlisted posts are read. 300 requests in 5 minutes.',
    id: 'Angka adalah yang diketahui server akun itu sendiri: balasan dan favorit di server lain datang terlambat atau tidak sama sekali. Boost atas kiriman orang lain dan balasan kepada orang lain tidak dihitung; balasan kepada diri sendiri (utas) dihitung sebagai kiriman. Hanya kiriman publik dan tak terdaftar yang dibaca. 300 permintaan per 5 menit.',
  },
  how: [
    {
      en: 'No token is needed. Write the account’s name as "handle" and the address of its server as "server", for example https://mastodon.social.',
      id: 'Tidak perlu token. Tulis nama akun sebagai "handle" dan alamat servernya sebagai "server", misalnya https://mastodon.social.',
    },
    {
      en: 'Where a server shows nothing to visitors (not tried): on the server, open Preferences > Development > New application with the right "read" alone, and store its access token under the name given as "token".',
      id: 'Bila server tidak menampilkan apa pun kepada pengunjung (belum dicoba): di server, buka Preferensi > Pengembangan > Aplikasi baru dengan hak "read" saja, lalu simpan token aksesnya dengan nama yang ditulis sebagai "token".',
    },
  ],
  tried: 'never',
  fixture:
    'Real recordings of a Mastodon 4 server (Mastodon.py cassettes: lookup of a missing account, an account, pages of statuses with Link headers), where they are at hand; the fixtures in the project are ours, in the same shape.',
  documentation: 'https://docs.joinmastodon.org/methods/accounts/',
};

const Profile = z.object({ id: z.string().regex(/^\d{1,30}$/), followers_count: z.number() });
const Count = z.number().nullish();
const Status = z.object({
  id: z.string().min(1).max(100),
  created_at: z.string(),
  visibility: z.string(),
  url: z.url().nullish(),
  spoiler_text: z.string().nullish(),
  content: z.string(),
  reblog: z.unknown().nullish(),
  favourites_count: Count,
  reblogs_count: Count,
  replies_count: Count,
  quotes_count: Count,
  media_attachments: z.array(z.object({ type: z.string() })).default([]),
  poll: z.unknown().nullish(),
  card: z.unknown().nullish(),
});
const Fault = z.object({ error: z.string() });

async function collect(ask: Ask): Promise<Pull> {
  const server = serverOf(ask.account);
  const request = { judge, ...(ask.account.token === undefined ? {} : { token: ask.token() }) };
  const url = address(server, '/api/v1/accounts/lookup', { acct: ask.account.handle.replace(/^@/, '') });
  const { body: profile } = await ask.http.json({ ...request, url, schema: Profile });

  const page = async (cursor: string | undefined): Promise<Page> => {
    const { body, headers } = await ask.http.json({
      ...request,
      schema: z.array(Status),
      url: address(server, `/api/v1/accounts/${profile.id}/statuses`, {
        limit: 40,
        exclude_replies: 'true',
        exclude_reblogs: 'true',
        max_id: cursor,
      }),
    });
    return { posts: body.flatMap((status) => post(status, ask)), next: nextOf(headers.get('link')) };
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
        metric: 'followers_count',
        api: API,
        values: [dated(ask.today, ask.today, profile.followers_count)],
      },
    ],
    posts,
    span,
    gaps,
  };
}

function post(status: z.infer<typeof Status>, ask: Ask): Post[] {
  if ((status.reblog ?? null) !== null || !['public', 'unlisted'].includes(status.visibility)) return [];
  return [
    {
      id: status.id,
      ...moment(instant(status.created_at), ask.zone),
      type: typeOf(status),
      ...(status.url ? { url: status.url } : {}),
      ...words([status.spoiler_text, fromHtml(status.content)].filter(Boolean).join('\n\n'), own(ask)),
      figures: {
        likes: counted('favourites_count', status.favourites_count),
        shares: counted('reblogs_count', status.reblogs_count),
        comments: counted('replies_count', status.replies_count),
        quotes: counted('quotes_count', status.quotes_count),
      },
      source: declaration.id,
      api: API,
      observed: ask.today,
    },
  ];
}

/** The account's name, short and with its server; the same name on another server is somebody else. */
function own({ account }: Ask): string[] {
  const name = account.handle.replace(/^@/, '').split('@')[0] ?? '';
  const homes = new Set([account.url ?? serverOf(account), serverOf(account)]);
  return [name, ...[...homes].map((url) => `${name}@${new URL(url).hostname}`)];
}

function serverOf({ id, server, url }: Ask['account']): string {
  if (server !== undefined) return server;
  if (url !== undefined) return new URL(url).origin;
  throw new ConfigError(`agency.json: account "${id}" needs "server": the address of its Mastodon server`);
}

function typeOf(status: z.infer<typeof Status>): PostType {
  const [first, second] = status.media_attachments;
  if (first && second) return 'album';
  if (first) return first.type === 'image' ? 'image' : first.type === 'video' || first.type === 'gifv' ? 'video' : 'other';
  if (status.poll) return 'poll';
  return status.card ? 'link' : 'text';
}

/** The next page's `max_id` out of `Link: <…>; rel="next"`. The address itself is not followed: its host is the answer's word alone. */
function nextOf(link: string | undefined): string | undefined {
  const target = /<([^>]*)>\s*;\s*rel="?next"?/.exec(link ?? '')?.[1];
  return (target && URL.parse(target)?.searchParams.get('max_id')) || undefined;
}

function judge(status: number, body: unknown): Verdict | undefined {
  const fault = Fault.safeParse(body);
  return fault.success ? { again: status === 429 || status >= 500, why: fault.data.error } : undefined;
}

export const mastodon: ApiSource = { declaration, collect, peer: publicly(collect) };
