import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Agency, type Account } from '#model/agency.ts';
import { addDays, daysBetween } from '#model/day.ts';
import { bluesky } from '#sources/bluesky/bluesky.ts';
import { facebook } from '#sources/meta/facebook.ts';
import { createHttp, type Transport } from '#sources/http/http.ts';
import { find, isExport } from '#sources/index.ts';
import { openData } from '#store/read.ts';
import { mastodon } from '#sources/mastodon/mastodon.ts';
import { Exchange, Exchanges, replay } from '#sources/http/replay.ts';
import type { ApiSource, Pull } from '#sources/source.ts';
import {
  BLANK,
  CLOCK,
  OUTAGE,
  PURGE,
  RESTATED,
  SILENT,
  STUMBLES,
  build,
  imports,
  record,
  runDays,
  server,
  type Import,
  type Response,
  type World,
} from '../scripts/sample/index.ts';
import { ads } from '../scripts/sample/ads.ts';
import { AGAIN } from '../scripts/sample/registers/index.ts';
import { TOPICS } from '../scripts/sample/bank.ts';
import { at, dayAt, span } from '../scripts/sample/calendar.ts';
import { pacific } from '../scripts/sample/insights.ts';
import { figure, visible } from '../scripts/sample/world.ts';
import { officeOf } from '../scripts/office.ts';

const world = build();
const files = imports(world);
const answer = server(world);
const GRAPH = 'https://graph.facebook.com/v26.0/100090000000001';
const TOOTS = 'https://sosial.tirtaraya.example/api/v1/accounts';
const SKY = 'https://public.api.bsky.app/xrpc';

const get = (day: string, url: string): Response => answer(day, { method: 'GET', url });
const sha = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
const digest = (list: readonly Import[]): string =>
  sha(list.map(({ bytes, ...rest }) => [rest, createHash('sha256').update(bytes).digest('hex')]));

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

/** Cells of a CSV file, quotes honoured; strict about widths. */
function cells(bytes: Uint8Array): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\n') {
      rows.push(row);
      row = [];
    }
  }
  expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
  return rows;
}

/** A file as objects by column. */
function table(file: Import | undefined): Record<string, string>[] {
  if (!file) throw new Error('no such import');
  const [head = [], ...rows] = cells(file.bytes);
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])));
}

const handed = (name: string, day: string): Import | undefined =>
  files.find((file) => file.day === day && file.name.startsWith(name));

interface Insight {
  data: { name: string; values: { value: number; end_time: string }[] }[];
}
const insight = (day: string, metric: string, period: string, since: string, until: string): Insight =>
  get(day, `${GRAPH}/insights?metric=${metric}&period=${period}&since=${since}&until=${until}`).body as Insight;

interface Listed {
  data: { id: string; created_time: string; insights?: { data: { values: { value: number }[] }[] } }[];
  paging?: { next?: string };
}

describe('the world', () => {
  test('is the same every time, and another with another seed', () => {
    const again = build();
    expect(sha(again)).toBe(sha(world));
    expect(digest(imports(again))).toBe(digest(files));
    expect(sha(build('another'))).not.toBe(sha(world));
  });

  test('a figure never falls as a post grows older, and stands still from 28 days on', () => {
    for (const life of Object.values(world)) {
      for (const item of life.items.slice(0, 60)) {
        const series = Array.from({ length: 34 }, (_, age) => figure(item, 'impressions', item.day + age));
        expect([...series].sort((a, b) => a - b)).toEqual(series);
        expect(series.slice(28)).toEqual(Array.from({ length: 6 }, () => item.totals.impressions));
      }
    }
  });

  test('more impressions than people, and fewer actions than either', () => {
    for (const life of Object.values(world)) {
      for (const { totals, account } of life.items) {
        expect(totals.impressions).toBeGreaterThanOrEqual(totals.reach);
        if (account !== 'youtube') expect(totals.views).toBeGreaterThanOrEqual(totals.impressions);
        expect(totals.likes + totals.comments + totals.shares).toBeLessThanOrEqual(totals.reach);
      }
    }
  });

  test('each account posts about as often as planned and has unique ids in order', () => {
    const bounds = {
      facebook: [25, 45],
      instagram: [25, 45],
      x: [40, 60],
      youtube: [6, 10],
      mastodon: [20, 30],
      bluesky: [20, 30],
    } as const;
    for (const life of Object.values(world)) {
      const [low, high] = bounds[life.profile.id];
      const monthly = (life.items.length / (at(CLOCK) + 1)) * 30.4;
      expect(monthly).toBeGreaterThan(low);
      expect(monthly).toBeLessThan(high);
      expect(new Set(life.items.map(({ id }) => id)).size).toBe(life.items.length);
    }
  });

  test('flood: more posts, more people, more followers than in any other month', () => {
    const { items, gained } = world.facebook;
    const sumOf = (month: string, each: (day: number) => number): number => {
      const { from, to } = span(month);
      return Array.from({ length: at(to) - at(from) + 1 }, (_, index) => each(at(from) + index)).reduce((a, b) => a + b, 0);
    };
    const reach = (month: string): number => sumOf(month, (day) => world.facebook.daily.reach[day] ?? 0);
    expect(reach('2026-01')).toBeGreaterThan(2 * reach('2025-11'));
    expect(reach('2026-03')).toBeLessThan(reach('2026-01') / 2);
    expect(sumOf('2026-01', (day) => gained[day] ?? 0)).toBeGreaterThan(3 * sumOf('2025-11', (day) => gained[day] ?? 0));
    const posted = (month: string): number => items.filter((item) => dayAt(item.day).startsWith(month)).length;
    expect(posted('2026-01')).toBeGreaterThan(1.4 * posted('2025-11'));
    const each = (month: string): number => {
      const reached = items.filter((item) => dayAt(item.day).startsWith(month)).map(({ totals }) => totals.reach);
      return reached.reduce((a, b) => a + b, 0) / reached.length;
    };
    expect(each('2026-01')).toBeGreaterThan(1.7 * each('2025-11'));
    const [first = 0] = world.facebook.followers;
    expect(first).toBeGreaterThan(38_000);
    expect(world.facebook.followers[at(CLOCK)]).toBeGreaterThan(46_000);
  });

  test('nobody posts on the silent day; X loses followers in the purge', () => {
    const silent = at(SILENT);
    expect(Object.values(world).flatMap((life) => life.items.filter(({ day }) => day === silent))).toEqual([]);
    const { followers } = world.x;
    expect((followers[at(PURGE.from) - 1] ?? 0) - (followers[at(PURGE.to)] ?? 0)).toBeGreaterThan(500);
  });

  test('texts come from more than 120 lines, and some name a citizen or a number to take out', () => {
    expect(new Set(TOPICS.flatMap(({ lines }) => lines)).size).toBeGreaterThan(120);
    const texts = Object.values(world).flatMap((life) => life.items.map(({ text }) => text));
    expect(texts.filter((text) => /[{}]/.test(text))).toEqual([]);
    expect(texts.filter((text) => /@warga/.test(text)).length).toBeGreaterThan(10);
    expect(texts.filter((text) => /\d{4}-\d{4}-\d{4}/.test(text)).length).toBeGreaterThan(10);
    expect(world.x.items.filter(({ text }) => text.length > 280)).toEqual([]);
    expect(world.bluesky.items.filter(({ text }) => text.length > 300)).toEqual([]);
  });

  test('the job ran daily but for the outage', () => {
    const days = runDays();
    expect([days[0], days.at(-1)]).toEqual(['2024-09-02', CLOCK]);
    expect(daysBetween('2024-09-02', CLOCK) + 1 - days.length).toBe(9);
    expect(days).not.toContain(OUTAGE.from);
    expect(days).not.toContain(OUTAGE.to);
  });
});

describe('the Graph API', () => {
  test('a day ends at midnight in California', () => {
    expect(new Date(pacific('2026-01-10')).toISOString()).toBe('2026-01-10T08:00:00.000Z');
    expect(new Date(pacific('2026-03-08')).toISOString()).toBe('2026-03-08T08:00:00.000Z');
    expect(new Date(pacific('2026-03-09')).toISOString()).toBe('2026-03-09T07:00:00.000Z');
    expect(new Date(pacific('2026-11-01')).toISOString()).toBe('2026-11-01T07:00:00.000Z');
    expect(new Date(pacific('2026-11-02')).toISOString()).toBe('2026-11-02T08:00:00.000Z');
  });

  test('gives whole days between since and until, the newest still growing', () => {
    const { data } = insight('2025-03-10', 'page_impressions', 'day', '2025-03-07', '2025-03-10');
    expect(data[0]?.values.map(({ end_time }) => end_time)).toEqual([
      '2025-03-08T08:00:00+0000',
      '2025-03-09T08:00:00+0000',
      '2025-03-10T07:00:00+0000',
    ]);
    const later = insight('2025-03-20', 'page_impressions', 'day', '2025-03-09', '2025-03-10');
    expect(later.data[0]?.values[0]?.value).toBeGreaterThan(data[0]?.values[2]?.value ?? Infinity);
    expect(
      get('2025-03-10', `${GRAPH}/insights?metric=page_impressions&period=day&since=2024-11-01&until=2025-03-10`).status,
    ).toBe(400);
  });

  test('people of 28 days are fewer than the sum of days and more than on any day', () => {
    const days =
      insight('2025-04-30', 'page_impressions_unique', 'day', '2025-03-01', '2025-03-29').data[0]?.values.map(
        ({ value }) => value,
      ) ?? [];
    const whole =
      insight('2025-04-30', 'page_impressions_unique', 'days_28', '2025-03-28', '2025-03-29').data[0]?.values[0]?.value ?? 0;
    expect(days).toHaveLength(28);
    expect(whole).toBeLessThan(days.reduce((a, b) => a + b, 0));
    expect(whole).toBeGreaterThanOrEqual(Math.max(...days));
  });

  test.each([
    ['page_impressions', '2025-11-14', '2025-11-15'],
    ['page_impressions_unique', '2026-06-14', '2026-06-15'],
  ])('%s is withdrawn after %s and then refuses its whole call', (metric, last, first) => {
    const url = `${GRAPH}/insights?metric=${metric}&period=day`;
    expect(get(last, url).status).toBe(200);
    expect(get(first, url)).toMatchObject({ status: 400, body: { error: { code: 100, type: 'OAuthException' } } });
    expect(get(first, `${GRAPH}/insights?metric=page_follows,${metric}&period=day`).status).toBe(400);
  });

  test.each([
    ['page_media_view', '2025-11-15'],
    ['page_total_media_view_unique', '2026-06-15'],
  ])('%s speaks of days from %s on', (metric, first) => {
    expect(get(addDays(first, -1), `${GRAPH}/insights?metric=${metric}&period=day`).status).toBe(400);
    const { data } = insight(addDays(first, 5), metric, 'day', addDays(first, -5), addDays(first, 5));
    expect(data[0]?.values).toHaveLength(5);
  });

  test('posts page by page, newest first, each once', () => {
    const ids: string[] = [];
    let url: string | undefined = `${GRAPH}/posts?fields=id,created_time&limit=20&since=2026-01-01&until=2026-01-31`;
    while (url) {
      const page: Listed = get('2026-02-10', url).body as Listed;
      ids.push(...page.data.map(({ id }) => id));
      url = page.paging?.next;
    }
    expect(ids.length).toBeGreaterThan(40);
    expect([...new Set(ids)].sort().reverse()).toEqual(ids);
  });

  test('a deleted post is there for some days', () => {
    const item = world.facebook.items.find(({ odd }) => odd === 'deleted');
    const status = (day: number): number => get(dayAt(day), `https://graph.facebook.com/v26.0/${item?.id}?fields=id`).status;
    expect(status((item?.day ?? 0) + 7)).toBe(200);
    expect(status((item?.day ?? 0) + 8)).toBe(400);
  });

  test("a post's insights among the fields follow the withdrawn metrics", () => {
    const fields = (metric: string): string => `${GRAPH}/posts?limit=1&fields=id,insights.metric(${metric}){name,values}`;
    const listed = get('2026-07-01', fields('post_media_view,post_total_media_view_unique')).body as Listed;
    expect(listed.data[0]?.insights?.data.map(({ values }) => typeof values[0]?.value)).toEqual(['number', 'number']);
    expect(get('2026-07-01', fields('post_impressions')).status).toBe(400);
  });

  test('breaks once on one day and then answers', () => {
    const fresh = server(world);
    const ask = (): number => fresh(STUMBLES.broken, { method: 'GET', url: GRAPH }).status;
    expect([ask(), ask()]).toEqual([500, 200]);
  });
});

describe('Mastodon and Bluesky', () => {
  test('Mastodon pages by Link, in both directions of its ids', () => {
    const ids: string[] = [];
    let url: string | undefined = `${TOOTS}/109000000000000001/statuses?limit=40&exclude_reblogs=true`;
    while (url) {
      const page: Response = get('2025-01-31', url);
      ids.push(...(page.body as { id: string }[]).map(({ id }) => id));
      url = /<([^>]+)>; rel="next"/.exec(page.headers['link'] ?? '')?.[1];
    }
    const expected = world.mastodon.items.filter(
      ({ day, minute }) => day < at('2025-01-31') || (day === at('2025-01-31') && minute < 1237),
    );
    expect(ids).toEqual(expected.map(({ id }) => id).reverse());
    const all = get('2025-01-31', `${TOOTS}/109000000000000001/statuses?limit=40`).body as { reblog: unknown }[];
    expect(all.some(({ reblog }) => reblog !== null)).toBe(true);
  });

  test('a hidden count is -1, a post without any engagement has zeros', () => {
    const of = (odd: string): Record<string, unknown> => {
      const item = world.mastodon.items.find((each) => each.odd === odd);
      return get('2026-05-30', `https://sosial.tirtaraya.example/api/v1/statuses/${item?.id}`).body as Record<string, unknown>;
    };
    expect(of('hidden')).toMatchObject({ favourites_count: -1 });
    expect(of('silent')).toMatchObject({ favourites_count: 0, reblogs_count: 0, replies_count: 0 });
  });

  test('is busy once and says for how long', () => {
    const fresh = server(world);
    const ask = (): Response => fresh(STUMBLES.busy, { method: 'GET', url: `${TOOTS}/lookup?acct=diskominfo` });
    expect(ask()).toMatchObject({ status: 429, headers: { 'retry-after': '1' } });
    expect(ask().status).toBe(200);
    expect(get('2026-01-01', `${TOOTS}/lookup?acct=nobody`)).toMatchObject({ status: 404, body: { error: 'Record not found' } });
  });

  test('Bluesky pages by cursor; an unknown actor is 400; reposts of others say so', () => {
    const uris: string[] = [];
    let reposts = 0;
    let cursor: string | undefined = '';
    while (cursor !== undefined) {
      const url = `${SKY}/app.bsky.feed.getAuthorFeed?actor=diskominfo.tirtaraya.example&limit=50${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
      const page = get('2025-06-30', url).body as { cursor?: string; feed: { post: { uri: string }; reason?: unknown }[] };
      for (const { post, reason } of page.feed) {
        if (reason) reposts += 1;
        else uris.push(post.uri);
      }
      cursor = page.cursor;
    }
    expect(new Set(uris).size).toBe(uris.length);
    expect(uris.length).toBeGreaterThan(200);
    expect(reposts).toBeGreaterThan(5);
    expect(get('2025-06-30', `${SKY}/app.bsky.actor.getProfile?actor=nobody.example`).status).toBe(400);
    expect(get('2025-06-30', `${SKY}/app.bsky.feed.getAuthorFeed?actor=diskominfo.tirtaraya.example&limit=500`).status).toBe(400);
  });

  test('a recording holds exchanges without tokens', () => {
    const recorder = record(answer, '2026-01-15');
    recorder.answer({ method: 'GET', url: `${GRAPH}/posts?limit=2&access_token=secret` });
    recorder.answer({ method: 'GET', url: `${TOOTS}/lookup?acct=diskominfo` });
    const kept = recorder.exchanges().map((exchange) => Exchange.parse(exchange));
    expect(kept.map(({ request }) => new URL(request.url).host)).toEqual(['graph.facebook.com', 'sosial.tirtaraya.example']);
    expect(JSON.stringify(kept)).not.toContain('secret');
  });
});

describe('the sources read the servers', () => {
  const agency = Agency.parse(JSON.parse(readFileSync('data/agencies/tirtaraya/agency.json', 'utf8')));
  const collect = (source: ApiSource, today: string, transport = live(today)): Promise<Pull> => {
    const account = agency.accounts.find((each) => each.source === source.declaration.id) as Account;
    const http = createHttp({
      now: () => new Date(`${today}T12:37:00Z`),
      sleep: async () => undefined,
      random: () => 0,
      transport,
    });
    const days = { from: addDays(today, -3), to: addDays(today, -1) };
    return source.collect({
      account,
      http,
      zone: agency.zone,
      today,
      days,
      posts: { from: addDays(today, -27), to: today },
      audience: false,
      api: source.declaration.api,
      allowance: Number.POSITIVE_INFINITY,
      secret: () => 'sample',
      has: () => false,
      token: () => 'token',
    });
  };
  const wire = (reply: (request: { method: string; url: string }) => Response): Transport => {
    return async ({ method, url }) => {
      const { status, headers, body } = reply({ method, url });
      return { status, headers: new Map(Object.entries(headers)), body: once(new TextEncoder().encode(JSON.stringify(body))) };
    };
  };
  const live = (today: string): Transport => {
    const fresh = server(world);
    return wire((request) => fresh(today, request));
  };

  test.each([facebook, mastodon, bluesky])('$declaration.id: what was recorded replays to the same figures', async (source) => {
    const recorder = record(server(world), CLOCK);
    const pulled = await collect(source, CLOCK, wire(recorder.answer));
    const exchanges = Exchanges.parse(JSON.parse(JSON.stringify(recorder.exchanges())));
    expect(await collect(source, CLOCK, replay(exchanges))).toEqual(pulled);
    expect(pulled.posts.length).toBeGreaterThan(15);
  });

  test.each([
    ['facebook', STUMBLES.broken],
    ['mastodon', STUMBLES.busy],
    ['bluesky', CLOCK],
  ] as const)('%s on %s: every post of four weeks, no gap', async (id, today) => {
    const { posts, gaps, series } = await collect({ facebook, mastodon, bluesky }[id], today);
    const expected = visible(world[id], at(today)).filter(({ day }) => day >= at(today) - 27);
    expect(gaps).toEqual([]);
    expect(posts.map((post) => post.id.split('/').at(-1)).sort()).toEqual(expected.map((item) => item.id).sort());
    expect(
      new Map(posts.map((post) => [post.id.split('/').at(-1), [post.day, post.type, post.figures.comments?.value]])),
    ).toEqual(new Map(expected.map((item) => [item.id, [dayAt(item.day), item.type, figure(item, 'comments', at(today))]])));
    const day = series.find(({ measure }) => measure === 'followers')?.values.at(-1);
    expect(day?.value).toBe(world[id].followers[at(day?.day ?? '')]);
  });

  test('Facebook on the day a metric is withdrawn: only that metric is missing', async () => {
    const { series, gaps, posts } = await collect(facebook, '2025-11-15');
    expect(gaps.map(({ measure, reason }) => [measure, reason])).toContainEqual(['impressions', 'withdrawn']);
    expect(new Set(gaps.map(({ measure }) => measure))).toEqual(new Set(['impressions']));
    expect(series.filter(({ measure }) => measure === 'reach').map(({ window }) => window)).toEqual(['day', 'week', '28-days']);
    expect(posts.length).toBeGreaterThan(20);
  });
});

describe('the exports', () => {
  test('each month is handed in twice, the second time settled; October only once so far', () => {
    expect(files.map(({ day }) => day)).toEqual(files.map(({ day }) => day).sort());
    const days = (month: string): string[] => [
      ...new Set(files.filter(({ from }) => from.startsWith(month)).map(({ day }) => day)),
    ];
    expect(days('2026-01')).toEqual(['2026-02-03', '2026-02-28']);
    expect(days('2026-09')).toEqual(['2026-10-03', '2026-10-30']);
    expect(days('2026-10')).toEqual(['2026-11-03']);
    for (const { day, to, reason } of files.filter((file) => file.day.slice(8) > '20')) {
      expect(reason).toBeUndefined();
      expect(daysBetween(to, day)).toBeGreaterThanOrEqual(28);
    }
    for (const file of files) expect(cells(file.bytes).length).toBeGreaterThan(1);
  });

  test('YouTube: total first, the parts add up to it, Indonesian in some months', () => {
    const [total, ...rows] = table(handed('Content ', '2026-10-30'));
    expect(total?.['Content']).toBe('Total');
    expect(rows.reduce((sum, row) => sum + Number(row['Views']), 0)).toBe(Number(total?.['Views']));
    const views = rows.map((row) => Number(row['Views']));
    expect([...views].sort((a, b) => b - a)).toEqual(views);
    expect(rows.every((row) => /^[A-Z][a-z]{2} \d{1,2}, 2026$/.test(row['Video publish time'] ?? ''))).toBe(true);
    const [, indonesian] = table(handed('Content ', '2025-06-30'));
    expect(indonesian?.['Waktu publikasi video']).toMatch(/^\d{1,2} Mei 2025$/);
    expect(Number(indonesian?.['Tayangan'])).toBeGreaterThan(Number(indonesian?.['Penayangan']));
    const [sum, first, ...days] = table(handed('Date ', '2026-10-30'));
    expect([sum?.['Date'], first?.['Date'], days.length]).toEqual(['Total', '2026-09-01', 29]);
  });

  test('YouTube: the corrected export of November lowers the views of two videos and says why', () => {
    const corrected = files.filter(({ day }) => day === RESTATED);
    expect(corrected.map(({ account, from }) => [account, from])).toEqual([
      ['youtube', '2025-11-01'],
      ['youtube', '2025-11-01'],
      ['youtube', '2025-11-01'],
    ]);
    expect(corrected.every(({ reason }) => /tidak sah/.test(reason ?? '') && /invalid traffic/i.test(reason ?? ''))).toBe(true);
    const views = (day: string): Map<string, number> =>
      new Map(table(handed('Content ', day)).map((row) => [row['Content'] ?? '', Number(row['Views'])]));
    const before = views('2025-12-30');
    const lower = [...views(RESTATED)].filter(([id, count]) => id !== 'Total' && count < (before.get(id) ?? 0));
    const same = [...views(RESTATED)].filter(([id, count]) => count === before.get(id));
    expect(lower).toHaveLength(2);
    expect(same.length).toBe(before.size - 3);
    const daily = (day: string): number => Number(table(handed('Date ', day))[0]?.['Views']);
    expect(daily(RESTATED)).toBeLessThan(daily('2025-12-30'));
  });

  test('X: newest day first with its week day, an empty cell on one day, all posts of the month', () => {
    const rows = table(handed('account_overview', '2026-10-30'));
    expect(rows[0]?.['Date']).toBe('Wed, Sep 30, 2026');
    expect(rows).toHaveLength(30);
    const blank = table(handed('account_overview', '2024-12-30')).filter((row) => row['Media views'] === '');
    expect(blank.map((row) => row['Date'])).toEqual([`Tue, Nov ${BLANK.slice(8)}, 2024`]);
    const posts = table(handed('account_analytics_content', '2026-10-30'));
    expect(posts).toHaveLength(world.x.items.filter((item) => dayAt(item.day).startsWith('2026-09')).length);
    expect(posts.every((row) => /^[A-Z][a-z]{2} Sep \d\d 2026$/.test(row['Date'] ?? ''))).toBe(true);
    expect(posts.every((row) => Number(row['Engagements']) >= Number(row['Likes']) + Number(row['Reposts']))).toBe(true);
  });

  test('Meta Business Suite: byte-order mark, thousands, captions over lines, one post without reach', () => {
    const file = handed('instagram_content', '2026-07-30');
    expect([...(file?.bytes.slice(0, 3) ?? [])]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = table(file);
    expect(rows.filter((row) => row['Reach'] === '')).toHaveLength(1);
    expect(rows.some((row) => /^\d{1,3},\d{3}$/.test(row['Views'] ?? ''))).toBe(true);
    expect(rows.some((row) => row['Description']?.includes('\n'))).toBe(true);
    expect(rows.every((row) => /^06\/\d\d\/2026 \d\d:\d\d$/.test(row['Publish time'] ?? ''))).toBe(true);
    const number = (text = ''): number => Number(text.replaceAll(',', ''));
    const fresh = new Map(table(handed('instagram_content', '2026-07-03')).map((row) => [row['\uFEFFPost ID'], row]));
    for (const row of rows)
      expect(number(row['Views'])).toBeGreaterThanOrEqual(number(fresh.get(row['\uFEFFPost ID'])?.['Views']));
  });
});

test('parts of what the advertisements got add up to the whole', () => {
  const rows = (breakdowns?: string): Record<string, string>[] => {
    const query = new URLSearchParams({
      time_range: JSON.stringify({ since: '2026-08-01', until: '2026-09-30' }),
      time_increment: 'monthly',
      level: 'account',
      fields: 'spend,impressions,reach,clicks',
      ...(breakdowns === undefined ? {} : { breakdowns }),
    });
    const { body } = ads('2026-10-03', new URL(`https://graph.facebook.com/v26.0/act_1/insights?${query.toString()}`));
    return (body as { data: Record<string, string>[] }).data;
  };
  const whole = rows();
  expect(whole).toHaveLength(2);
  for (const by of ['age', 'gender', 'country', 'region']) {
    const parts = rows(by);
    for (const month of whole)
      for (const field of ['spend', 'impressions', 'reach', 'clicks']) {
        const own = parts.filter((part) => part['date_start'] === month['date_start']);
        expect([by, field, own.reduce((sum, part) => sum + Number(part[field]), 0)]).toEqual([by, field, Number(month[field])]);
      }
  }
});

test('every export is read by its source; settled figures change only where a reason is given', () => {
  const agency = Agency.parse(JSON.parse(readFileSync('data/agencies/tirtaraya/agency.json', 'utf8')));
  const office = officeOf(openData('data'), agency);
  const frozen = new Map<string, number | null | undefined>();
  const changed = new Set<string>();
  for (const { day, account: id, source: name, from, to, reason, ...rest } of files) {
    const account = agency.accounts.find((each) => each.id === id) as Account;
    const source = find(name);
    if (account.source !== name || !source || !isExport(source)) throw new Error(`${name} reads no export of ${id}`);
    const { posts, series, gaps } = source.read({
      ...rest,
      account,
      zone: agency.zone,
      today: day,
      span: { from, to },
      office,
      file: rest.name,
    });
    if (source.declaration.family === 'register') {
      // What a table has no column for is named, and nothing else is missing.
      expect(gaps.filter((gap) => gap.reason !== 'not-in-export')).toEqual([]);
      expect(series.length, rest.name).toBeGreaterThan(0);
    } else {
      expect(gaps).toEqual([]);
      const published = world[id as keyof World].items.filter((item) => dayAt(item.day) >= from && dayAt(item.day) <= to);
      if (posts.length > 0) expect(posts.map((post) => post.id).sort()).toEqual(published.map((item) => item.id).sort());
      else
        for (const [measure, some] of Map.groupBy(
          series.filter(({ window }) => window === 'day'),
          (one) => one.measure,
        ))
          expect([measure, some.flatMap(({ values }) => values).length]).toEqual([measure, daysBetween(from, to) + 1]);
    }
    const settled = [
      ...posts
        .filter((post) => daysBetween(post.day, day) >= 28)
        .flatMap((post) => Object.entries(post.figures).map(([key, { value }]) => [`${id} ${post.id} ${key}`, value] as const)),
      ...series.flatMap(({ measure, window, dimensions, values }) =>
        values
          .filter((each) => daysBetween(each.day, day) >= source.declaration.settles)
          .map((each) => [`${id} ${each.day} ${measure} ${window} ${JSON.stringify(dimensions)}`, each.value] as const),
      ),
    ];
    for (const [key, value] of settled) {
      if (frozen.has(key) && frozen.get(key) !== value)
        changed.add(`${id} ${day} ${reason === undefined ? 'silently' : 'with reason'}`);
      frozen.set(key, value);
    }
  }
  expect([...changed].sort()).toEqual([`aduan ${AGAIN.day} with reason`, `youtube ${RESTATED} with reason`]);
});

test("the sample agency's file is valid and invented throughout", () => {
  const agency = Agency.parse(JSON.parse(readFileSync('data/agencies/tirtaraya/agency.json', 'utf8')));
  expect(agency.sample).toBe(true);
  const social = agency.accounts.filter(({ source }) => find(source)?.declaration.family === 'social');
  expect(social.map(({ id }) => id).sort()).toEqual(Object.keys(world satisfies World).sort());
  expect(new Set(agency.accounts.map(({ source }) => find(source)?.declaration.family))).toEqual(
    new Set(['social', 'web', 'ads', 'register']),
  );
  expect(agency.accounts.filter(({ url }) => url !== undefined && !/\.example$/.test(new URL(url).hostname))).toEqual([]);
});
