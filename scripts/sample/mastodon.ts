import type { Day } from '#model/day.ts';
import { at, dayAt } from './calendar.ts';
import { remarks } from './comments.ts';
import { HOUR, ok, refuse, whole, type Response } from './answer.ts';
import { neighbours } from './neighbours.ts';
import { NAMES } from './profiles.ts';
import { figure, instant, visible, type Item, type Life, type World } from './world.ts';

const STRANGER = '109000000000000077';

/** One account as its own server knows it. */
interface Who {
  readonly id: string;
  readonly user: string;
  readonly name: string;
  readonly server: string;
  readonly site: string;
  readonly life: Life;
  readonly earlier: number;
}

/** Mastodon 4.7: lookup, account, statuses with `Link` paging, instance. The office's own server, and one for each neighbour. */
export function mastodon(world: World, day: Day, url: URL): Response {
  const now = at(day);
  const limits = {
    'x-ratelimit-limit': '300',
    'x-ratelimit-remaining': '299',
    'x-ratelimit-reset': `${day}${HOUR}`.replace('37:00Z', '40:00.621469Z'),
  };
  const who = whoOf(world, url);
  const path = url.pathname;
  if (path === '/api/v1/accounts/lookup') {
    const asked = (url.searchParams.get('acct') ?? '').replace(/^@/, '').split('@')[0]?.toLowerCase();
    return asked === who.user ? ok(account(who, now), limits) : refuse(404, { error: 'Record not found' }, limits);
  }
  if (path === `/api/v1/accounts/${who.id}`) return ok(account(who, now), limits);
  if (path === `/api/v1/accounts/${who.id}/statuses`) return statuses(who, now, url, limits);
  const server = { title: 'Sosial Tirtaraya', version: '4.7.0' };
  if (path === '/api/v2/instance') return ok({ domain: new URL(who.server).host, ...server }, limits);
  if (path === '/api/v1/instance') return ok({ uri: new URL(who.server).host, ...server }, limits);
  const [, status, edge] = /^\/api\/v1\/statuses\/(\d+)(\/context)?$/.exec(path) ?? [];
  const found = status === undefined ? undefined : visible(who.life, now).find((item) => item.id === status);
  if (!found) return refuse(404, { error: 'Record not found' }, limits);
  return ok(edge === undefined ? render(found, now, who) : { ancestors: [], descendants: answers(found, now, who) }, limits);
}

/** Everything below a post, without order. */
function answers(item: Item, now: number, who: Who): unknown[] {
  const all = remarks(who.life, item, now);
  const idOf = (number: number): string => String((BigInt(all[number]?.time ?? 0) << 16n) + BigInt(number));
  return all.map(({ number, text, by, time, parent }) => ({
    id: idOf(number),
    created_at: new Date(time).toISOString(),
    in_reply_to_id: parent === null ? item.id : idOf(parent),
    visibility: 'public',
    spoiler_text: '',
    language: 'id',
    replies_count: all.filter((other) => other.parent === number).length,
    content: html(text, who.server),
    account: by === null ? { id: who.id, acct: who.user } : { id: `10910000000000${by + 1000}`, acct: `warga-${by}` },
  }));
}

function whoOf(world: World, { host, origin }: URL): Who {
  const other = neighbours().find((each) => each.platform === 'mastodon' && each.host === host);
  const { id, username: user, server } = NAMES.mastodon;
  return other
    ? { ...other, user: other.handle, server: origin, site: `https://${host.replace('sosial.', '')}`, earlier: 300 }
    : { id, user, name: NAMES.agency, server, site: NAMES.site, life: world.mastodon, earlier: 1204 };
}

function statuses(who: Who, now: number, url: URL, limits: Record<string, string>): Response {
  const query = url.searchParams;
  const limit = whole(query, 'limit', 20, 40);
  const [max, since, min] = [query.get('max_id'), query.get('since_id'), query.get('min_id')];
  const boosts = query.get('exclude_reblogs') === 'true' || query.get('exclude_reblogs') === '1' ? [] : reblogs(who, now);
  const own = visible(who.life, now).map((item) => ({ id: item.id, body: () => render(item, now, who) }));
  const all = [...own, ...boosts].sort((a, b) => newer(a.id, b.id));
  const kept = all.filter(
    ({ id }) => (!max || newer(id, max) > 0) && (!since || newer(id, since) < 0) && (!min || newer(id, min) < 0),
  );
  const page = min ? kept.slice(-limit) : kept.slice(0, limit);
  const first = page[0];
  const last = page[page.length - 1];
  const headers: Record<string, string> = { ...limits };
  if (first && last) {
    const link = (name: string, value: string): string => {
      const params = new URLSearchParams([...query].filter(([key]) => !['max_id', 'since_id', 'min_id'].includes(key)));
      params.set(name, value);
      return `<${url.origin}${url.pathname}?${params.toString()}>`;
    };
    const next = page.length === limit ? `${link('max_id', last.id)}; rel="next", ` : '';
    headers['link'] = `${next}${link('min_id', first.id)}; rel="prev"`;
  }
  return ok(
    page.map(({ body }) => body()),
    headers,
  );
}

/** Negative where `a` is the newer id. */
function newer(a: string, b: string): number {
  return b.length - a.length || (a < b ? 1 : a > b ? -1 : 0);
}

function account(who: Who, now: number): Record<string, unknown> {
  const seen = visible(who.life, now);
  return {
    ...person(who.server, who.id, who.user, `${who.name} (contoh)`),
    followers_count: who.life.followers[now],
    following_count: 41,
    statuses_count: who.earlier + seen.length,
    last_status_at: seen[0] ? dayAt(seen[0].day) : null,
  };
}

function person(server: string, id: string, username: string, name: string): Record<string, unknown> {
  return {
    id,
    username,
    acct: username,
    display_name: name,
    locked: false,
    bot: false,
    discoverable: true,
    indexable: true,
    group: false,
    created_at: '2022-11-08T00:00:00.000Z',
    note: '<p>Akun contoh. Semua angka rekaan.</p>',
    url: `${server}/@${username}`,
    uri: `${server}/users/${username}`,
    avatar: `${server}/avatars/original/missing.png`,
    header: `${server}/headers/original/missing.png`,
    followers_count: 0,
    following_count: 0,
    statuses_count: 0,
    last_status_at: null,
    emojis: [],
    fields: [],
  };
}

function render(item: Item, now: number, who: Who): Record<string, unknown> {
  const { server, user } = who;
  const address = `${server}/@${user}/${item.id}`;
  const count = (name: 'comments' | 'shares' | 'likes' | 'quotes'): number => figure(item, name, now);
  return {
    id: item.id,
    created_at: new Date(instant(item.day, item.minute)).toISOString(),
    in_reply_to_id: null,
    in_reply_to_account_id: null,
    sensitive: false,
    spoiler_text: '',
    visibility: 'public',
    language: 'id',
    uri: `${server}/users/${user}/statuses/${item.id}`,
    url: address,
    replies_count: count('comments'),
    reblogs_count: count('shares'),
    // A server may hide a count; it then says -1.
    favourites_count: item.odd === 'hidden' ? -1 : count('likes'),
    quotes_count: count('quotes'),
    edited_at: null,
    content: html(item.text, server),
    filtered: [],
    reblog: null,
    application: { name: 'Web', website: null },
    account: account(who, now),
    media_attachments: media(item, server),
    mentions: [],
    tags: item.tags.map((tag) => ({ name: tag.toLowerCase(), url: `${server}/tags/${tag.toLowerCase()}` })),
    emojis: [],
    quote: null,
    card:
      item.type === 'link' ? { url: `${who.site}/berita/${item.id}`, title: item.title, description: '', type: 'link' } : null,
    poll: null,
  };
}

function media(item: Item, server: string): unknown[] {
  const type = item.type === 'video' ? 'video' : item.type === 'image' ? 'image' : null;
  if (type === null) return [];
  const file = `${server}/system/media_attachments/files/${item.id}/original`;
  return [
    {
      id: `${item.id}1`,
      type,
      url: `${file}.${type === 'video' ? 'mp4' : 'png'}`,
      preview_url: `${file}.png`,
      description: item.title,
    },
  ];
}

function html(text: string, server: string): string {
  const safe = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const linked = safe
    .replace(
      /@(\w+)/g,
      `<span class="h-card" translate="no"><a href="${server}/@$1" class="u-url mention">@<span>$1</span></a></span>`,
    )
    .replace(
      /#(\w+)/g,
      (_, tag: string) =>
        `<a href="${server}/tags/${tag.toLowerCase()}" class="mention hashtag" rel="tag">#<span>${tag}</span></a>`,
    );
  return `<p>${linked.replace(/\n\n/g, '</p><p>').replace(/\n/g, '<br />')}</p>`;
}

/** Once a month the office boosts the weather service; that is not a post of its own. */
function reblogs(who: Who, now: number): { id: string; body: () => unknown }[] {
  const { server, user } = who;
  const found: { id: string; body: () => unknown }[] = [];
  for (let day = 12; day < now; day += 30) {
    const id = String(BigInt(instant(day, 600)) << 16n);
    const original = String(BigInt(instant(day, 570)) << 16n);
    const shared = {
      in_reply_to_id: null,
      in_reply_to_account_id: null,
      sensitive: false,
      spoiler_text: '',
      visibility: 'public',
      language: 'id',
      edited_at: null,
    };
    const empty = {
      media_attachments: [],
      mentions: [],
      tags: [],
      emojis: [],
      quote: null,
      card: null,
      poll: null,
      filtered: [],
    };
    const counts = { replies_count: 3, reblogs_count: 58, favourites_count: 91, quotes_count: 0 };
    const weather = {
      ...shared,
      ...empty,
      ...counts,
      id: original,
      created_at: new Date(instant(day, 570)).toISOString(),
      reblog: null,
      content: '<p>Prakiraan cuaca hari ini.</p>',
      uri: `${server}/users/cuaca/statuses/${original}`,
      url: `${server}/@cuaca/${original}`,
      account: person(server, STRANGER, 'cuaca', 'Stasiun Cuaca (contoh)'),
    };
    found.push({
      id,
      body: () => ({
        ...shared,
        ...empty,
        ...counts,
        id,
        created_at: new Date(instant(day, 600)).toISOString(),
        reblog: weather,
        content: weather.content,
        uri: `${server}/users/${user}/statuses/${id}/activity`,
        url: `${server}/users/${user}/statuses/${id}/activity`,
        account: person(server, who.id, user, `${who.name} (contoh)`),
      }),
    });
  }
  return found;
}
