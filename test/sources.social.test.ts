import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Account } from '#model/agency.ts';
import { addDays, eachDay } from '#model/day.ts';
import { SecretError, SourceError } from '#model/error.ts';
import { createHttp, type Progress, type Signer, type Transport, type Wire } from '#sources/http/http.ts';
import { linkedin } from '#sources/linkedin/linkedin.ts';
import { nextOf } from '#sources/linkedin/linkedin-api.ts';
import { plain } from '#sources/linkedin/linkedin-posts.ts';
import { oauth1 } from '#sources/http/oauth1.ts';
import { replay, type Exchange } from '#sources/http/replay.ts';
import type { Ask } from '#sources/source.ts';
import { telegram } from '#sources/telegram/telegram.ts';
import { tiktok } from '#sources/tiktok/tiktok.ts';
import { x } from '#sources/x/x.ts';
import { answers, numbers } from './conformance.ts';

const TOKEN = 'CANARYTOKEN-1f8b';

interface Line {
  readonly ask: Ask;
  readonly wires: Wire[];
  readonly waits: number[];
  readonly progress: Progress[];
}

/** An ask with everything virtual; `more` changes what a test is about. */
function line(account: Omit<Account, 'id' | 'name' | 'platform' | 'since'>, transport: Transport, more: Partial<Ask> = {}): Line {
  const [wires, waits, progress]: [Wire[], number[], Progress[]] = [[], [], []];
  const http = createHttp({
    now: () => new Date('2026-09-30T03:15:27Z'),
    sleep: async (milliseconds) => void waits.push(milliseconds),
    random: () => 0.5,
    transport: (wire) => {
      wires.push(wire);
      return transport(wire);
    },
    progress: (event) => void progress.push(event),
  });
  const ask: Ask = {
    account: Account.parse({ id: 'one', name: 'Dinas Contoh', platform: account.source, since: '2026-01-01', ...account }),
    http,
    zone: 'Asia/Jakarta',
    today: '2026-09-30',
    days: { from: '2026-09-23', to: '2026-09-29' },
    posts: { from: '2026-08-25', to: '2026-09-30' },
    audience: true,
    api: '2',
    allowance: Number.POSITIVE_INFINITY,
    token: () => TOKEN,
    secret: (purpose) => `${TOKEN}-${purpose}`,
    has: () => true,
    ...more,
  };
  return { ask, wires, waits, progress };
}

const failing = async (work: Promise<unknown>): Promise<Error> =>
  work.then(
    () => new Error('nothing was thrown'),
    (error: unknown) => error as Error,
  );

const answer = (status: number, body: unknown, headers: Record<string, string> = {}): Exchange['response'] => ({
  status,
  headers,
  body,
});
const changed = (exchanges: readonly Exchange[], where: string, response: Exchange['response']): Exchange[] =>
  exchanges.map((one) => (one.request.url.includes(where) ? { ...one, response } : one));

describe('OAuth 1.0a', () => {
  test('signs the example of X’s documentation as it does', async () => {
    const signer = oauth1({
      consumerKey: 'xvz1evFS4wEEPTGEFPHBog',
      consumerSecret: 'kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw',
      accessToken: '370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb',
      accessSecret: 'LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE',
    });
    // There the text stands in the body; it is signed like a parameter.
    const status = encodeURIComponent('Hello Ladies + Gentlemen, a signed OAuth request!');
    const url = `https://api.twitter.com/1.1/statuses/update.json?include_entities=true&status=${status}`;
    const { authorization } = await signer.headers(
      'POST',
      url,
      new Date(1_318_622_958_000),
      'kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg',
    );
    expect(authorization).toContain('oauth_signature="hCtSmYh%2BiHYCEqBWrE7C7hYmtUk%3D"');
    expect(authorization).not.toContain('kAcSOqF21');
  });
});

describe('a signer', () => {
  const signed = { method: 'GET' as const, url: 'https://one.example/a' };
  const schema = z.object({ ok: z.boolean() });
  const signer: Signer = {
    secrets: [TOKEN],
    headers: async (method, url, at, nonce) => ({ authorization: `${method} ${url} ${at.getTime()} ${nonce} ${TOKEN}` }),
  };
  const door = (list: readonly Exchange[]) => {
    const wires: Wire[] = [];
    let clock = 0;
    let dice = 0;
    const transport: Transport = (wire) => {
      wires.push(wire);
      return answering(wire);
    };
    const answering = replay(list);
    const http = createHttp({
      now: () => new Date((clock += 1000)),
      sleep: async () => undefined,
      random: () => (dice = (dice + 0.1) % 1),
      transport,
    });
    return { http, wires };
  };

  test('signs each try by its own time and number', async () => {
    const { http, wires } = door([
      { request: signed, response: answer(503, {}) },
      { request: signed, response: answer(200, { ok: true }) },
    ]);
    await http.json({ url: signed.url, schema, signer });
    const headers = wires.map((wire) => wire.headers['authorization']?.split(' ') ?? []);
    expect(headers.map(([method, url]) => [method, url])).toEqual([
      ['GET', signed.url],
      ['GET', signed.url],
    ]);
    expect(new Set(headers.map(([, , at]) => at)).size).toBe(2);
    expect(new Set(headers.map(([, , , nonce]) => nonce)).size).toBe(2);
    for (const [, , , nonce] of headers) expect(nonce).toMatch(/^[0-9a-f]{32}$/);
  });

  test('never signs for another host, and its secrets are in no message', async () => {
    const away = 'https://two.example/b';
    const { http, wires } = door([
      { request: signed, response: answer(302, '', { location: away }) },
      { request: { method: 'GET', url: away }, response: answer(400, {}) },
    ]);
    const failure = await failing(
      http.json({ url: signed.url, schema, signer, judge: () => ({ again: false, why: `no ${TOKEN}` }) }),
    );
    expect(wires.map((wire) => wire.headers['authorization'] === undefined)).toEqual([false, true]);
    expect(failure.message).toMatch(/no \[token\]/);
  });
});

describe('x', () => {
  const exchanges = answers('x');
  const account = {
    source: 'x',
    handle: '@DinasContoh',
    token: 'X_BEARER',
    secrets: {
      'consumer-key': 'X_KEY',
      'consumer-secret': 'X_KEY_SECRET',
      'access-token': 'X_ACCESS',
      'access-secret': 'X_SECRET',
    },
  };
  const profile = { data: { id: '15', username: 'DinasContoh', public_metrics: { followers_count: 7 } } };

  /** A timeline of `count` posts, `daily` a day, newest first; answers what is asked, as X does. */
  const timeline =
    (count: number, daily: number, newest = '2026-09-30'): Transport =>
    async (wire) => {
      const { pathname, searchParams } = new URL(wire.url);
      const reply = (body: unknown) => replay([{ request: { method: 'GET', url: wire.url }, response: answer(200, body) }])(wire);
      if (pathname.includes('/by/username/')) return reply(profile);
      const all = Array.from({ length: count }, (_, index) => ({
        id: String(9_000_000 - index),
        text: 'Pengumuman @orang_lain',
        created_at: new Date(Date.parse(`${newest}T02:00:00Z`) - Math.floor(index / daily) * 86_400_000).toISOString(),
        public_metrics: { like_count: index },
      }));
      const [from = '', to = '9'] = [searchParams.get('start_time') ?? '', searchParams.get('end_time') ?? '9'];
      const window = all.filter((one) => one.created_at >= from && one.created_at < to);
      const start = Number(searchParams.get('pagination_token') ?? 0);
      const end = start + Number(searchParams.get('max_results'));
      const data = window.slice(start, end);
      const next = end < window.length ? { next_token: String(end) } : {};
      return reply({ ...(data.length > 0 ? { data } : {}), meta: { result_count: data.length, ...next } });
    };

  test('never costs more than the allowance, and says where it stopped', async () => {
    for (let cents = 0; cents <= 200; cents += 1) {
      const { ask } = line(account, timeline(150, 5), { allowance: cents / 100 });
      const { cost, posts, span, gaps } = await x.collect(ask);
      expect(cost).toBeLessThanOrEqual(cents / 100);
      expect(gaps.every((gap) => gap.reason === 'over-budget')).toBe(true);
      expect([cents, posts.length === 150, gaps.length === 0]).toEqual([cents, cents >= 164, cents >= 164]);
      // 29 days of 5 posts are young; the older ones are read whole or not at all.
      if (cents >= 74 && cents < 164) {
        expect([posts.length, span]).toEqual([145, { from: '2026-09-02', to: '2026-09-30' }]);
        expect(gaps).toMatchObject([{ from: '2026-08-25', to: '2026-09-01' }]);
      }
    }
  });

  test('keeps what the rest of the month will cost, rather than reading old posts', async () => {
    const day = { today: '2026-09-21', posts: { from: '2026-01-01', to: '2026-09-21' } };
    // A post a day: 29 are young, at US$ 0.155 with the profile, and as much on each of nine days to come; 570 old ones may cost 2.85.
    const read = async (allowance: number): Promise<number> =>
      (await x.collect(line(account, timeline(60, 1, '2026-09-21'), { ...day, allowance }).ask)).posts.length;
    expect([await read(4.39), await read(4.41)]).toEqual([29, 60]);
  });

  test('counts a fifth where the app is the account’s own', async () => {
    const costs = ['yes', 'no'].map(
      async (owned) => (await x.collect(line({ ...account, settings: { owned } }, timeline(40, 5)).ask)).cost,
    );
    expect(await Promise.all(costs)).toEqual([0.05, 0.21]);
  });

  test('without the four keys reads by the bearer token, and says that private figures lack a secret', async () => {
    const { ask, wires } = line(account, timeline(120, 5), { has: () => false });
    const pull = await x.collect(ask);
    expect(wires.every((wire) => wire.headers['authorization'] === `Bearer ${TOKEN}`)).toBe(true);
    expect(wires.some((wire) => wire.url.includes('non_public_metrics'))).toBe(false);
    expect(pull.posts).toHaveLength(120);
    expect(new Set(pull.posts.map((post) => post.figures['link-clicks']?.reason))).toEqual(new Set(['secret-missing']));
  });

  test('asks for private figures of posts younger than 30 days alone, each try signed anew', async () => {
    const { ask, wires } = line(account, replay(exchanges));
    await x.collect(ask);
    const [, ...timelines] = wires;
    for (const { url, headers } of timelines) {
      const { searchParams } = new URL(url);
      const young = searchParams.get('tweet.fields')?.includes('non_public_metrics') ?? false;
      expect(young).toBe(!searchParams.has('end_time'));
      if (young) expect(Date.parse(ask.today) - Date.parse(searchParams.get('start_time') ?? '')).toBeLessThan(30 * 86_400_000);
      expect(headers['authorization']).toMatch(/^OAuth oauth_consumer_key="CANARY/);
      expect(headers['authorization']).not.toContain('secret');
    }
  });

  test('an edited post keeps its first id, and an old version of it is no second post', async () => {
    const data = ['2', '3'].map((id) => ({
      id,
      text: id,
      created_at: '2026-09-30T01:00:00Z',
      edit_history_tweet_ids: ['2', '3'],
    }));
    const timelines = changed(exchanges, '/tweets?', answer(200, { data, meta: { result_count: 2 } }));
    const { posts } = await x.collect(line(account, replay(timelines)).ask);
    expect(posts).toMatchObject([{ id: '2', text: '3', url: 'https://x.com/DinasContoh/status/3' }]);
  });

  test('the newest 3,200 posts end before the wanted days do', async () => {
    const { ask } = line(account, timeline(3_150, 100), { posts: { from: '2026-01-01', to: '2026-09-30' }, has: () => false });
    const { span, gaps } = await x.collect(ask);
    expect(span).toEqual({ from: '2026-08-31', to: '2026-09-30' });
    expect(gaps).toMatchObject([{ from: '2026-01-01', to: '2026-08-30', reason: 'not-offered' }]);
  });

  test.each([
    [
      429,
      { title: 'UsageCapExceeded', detail: 'Usage cap exceeded: Monthly', type: 'https://api.x.com/2/problems/usage-capped' },
    ],
    [402, { title: 'CreditsDepleted', detail: 'no credits', type: 'https://api.x.com/2/problems/credits' }],
  ])('X’s own cap (%i) is a gap of the budget, and no reason to wait', async (status, body) => {
    const late = line(account, replay(changed(exchanges, 'pagination_token', answer(status, body))));
    const pull = await x.collect(late.ask);
    expect(pull.posts).toHaveLength(3);
    expect(pull.gaps).toMatchObject([{ from: '2026-08-25', reason: 'over-budget' }]);
    const early = line(account, replay(changed(exchanges, '/users/', answer(status, body))));
    expect((await x.collect(early.ask)).gaps.map((gap) => [gap.measure, gap.reason])).toEqual([
      ['followers', 'over-budget'],
      [undefined, 'over-budget'],
    ]);
    expect([...late.waits, ...early.waits]).toEqual([]);
  });

  test('waits until the second since 1970 that X names', async () => {
    const reset = String(Date.parse('2026-09-30T03:16:27Z') / 1000);
    const busy = exchanges.map(({ request }) => ({
      request,
      response: answer(429, { title: 'Too Many Requests' }, { 'x-rate-limit-reset': reset }),
    }));
    const { ask, waits } = line(account, replay([...busy, ...exchanges]));
    expect((await x.collect(ask)).posts).toHaveLength(7);
    expect(new Set(waits)).toEqual(new Set([60_500]));
  });

  test('a refused token names its variable, and which of the two it is', async () => {
    const refusal = answer(401, { title: 'Unauthorized', detail: `token ${TOKEN} is bad`, type: 'about:blank', status: 401 });
    const bearer = await failing(x.collect(line(account, replay(changed(exchanges, '/users/by', refusal))).ask));
    expect(bearer).toBeInstanceOf(SecretError);
    expect(bearer.message).toMatch(/^X_BEARER: X refuses the token/);
    expect(bearer.message).not.toContain(TOKEN);
    const { gaps, posts } = await x.collect(line(account, replay(changed(exchanges, '/tweets?', refusal))).ask);
    expect(gaps).toMatchObject([
      { reason: 'secret-missing', detail: expect.stringMatching(/^X_ACCESS: X refuses the four keys/) },
    ]);
    expect(posts).toEqual([]);
  });

  test('an account that is not there is status 200, with errors alone', async () => {
    const errors = [
      { title: 'Not Found Error', detail: 'Could not find user with username: [DinasContoh].', value: 'DinasContoh' },
    ];
    const failure = await failing(x.collect(line(account, replay(changed(exchanges, '/users/by', answer(200, { errors })))).ask));
    expect(failure).toBeInstanceOf(SourceError);
    expect(failure.message).toMatch(/knows no account "DinasContoh".*check "handle"/);
  });

  test('a protected timeline is status 200 without posts: not "none"', async () => {
    const type = 'https://api.twitter.com/2/problems/not-authorized-for-resource';
    const body = { errors: [{ type, title: 'Authorization Error', detail: 'not authorized' }], meta: { result_count: 1 } };
    const { span, gaps } = await x.collect(line(account, replay(changed(exchanges, '/tweets?', answer(200, body)))).ask);
    expect(span).toBeNull();
    expect(gaps).toMatchObject([
      { reason: 'failed', detail: expect.stringContaining('X gave no posts (not-authorized-for-resource)') },
    ]);
  });

  test('hidden and impossible counts are not known', async () => {
    const public_metrics = { like_count: -1, reply_count: 9_007_199_254_740_992, quote_count: 1.5, impression_count: 0 };
    const data = [{ id: '2', text: '', created_at: '2026-09-30T01:00:00Z', public_metrics }];
    const { posts } = await x.collect(
      line(account, replay(changed(exchanges, '/tweets?', answer(200, { data, meta: { result_count: 1 } })))).ask,
    );
    const { figures } = posts[0] ?? {};
    expect([figures?.likes?.value, figures?.comments?.value, figures?.quotes?.value, figures?.impressions?.value]).toEqual([
      null,
      null,
      null,
      0,
    ]);
  });

  test('of others only public figures, and no words', async () => {
    const { ask, wires } = line(account, timeline(10, 5));
    const pull = await x.peer?.(ask);
    expect(pull?.posts).toHaveLength(10);
    expect(new Set(pull?.posts.map((post) => post.text))).toEqual(new Set(['']));
    expect(wires.some((wire) => wire.headers['authorization']?.startsWith('OAuth'))).toBe(false);
  });

  test('a look costs nothing: it asks what was used, never for an account', async () => {
    const usage = (project_usage: string): Exchange[] => [
      {
        request: { method: 'GET', url: 'https://api.x.com/2/usage/tweets' },
        response: answer(200, { data: { project_usage, project_cap: '2000000' } }),
      },
    ];
    const { ask, wires } = line(account, replay(usage('450')), { allowance: 0 });
    expect(await x.examine?.(ask)).toEqual({ works: true, lacks: [expect.stringContaining('was not looked at')] });
    expect(wires.map((wire) => wire.url)).toEqual(['https://api.x.com/2/usage/tweets']);
    const poor = await x.examine?.(line(account, replay(usage('2000000')), { allowance: 0, has: () => false }).ask);
    expect(poor?.lacks.slice(1)).toEqual([expect.stringContaining('not all given'), expect.stringContaining('cap of 2000000')]);
    const refused = changed(usage('1'), '/usage/', answer(401, { title: 'Unauthorized' }));
    expect((await failing(x.examine?.(line(account, replay(refused)).ask) as Promise<unknown>)).message).toMatch(/^X_BEARER/);
  });
});

describe('linkedin', () => {
  const exchanges = answers('linkedin');
  const account = {
    source: 'linkedin',
    handle: '2414183',
    token: 'LINKEDIN_TOKEN',
    secrets: { 'client-id': 'LINKEDIN_ID', 'client-secret': 'LINKEDIN_SECRET' },
  };
  const asked = (list: readonly Exchange[], more: Partial<Ask> = {}): Line =>
    line(account, replay(list), { api: '202603', ...more });

  test('names the version and the protocol in each request, and leaves brackets as they are', async () => {
    const { ask, wires } = asked(exchanges, { api: '202607' });
    const pull = await linkedin.collect(ask);
    const rest = wires.filter((wire) => wire.url.includes('/rest/'));
    expect(new Set(rest.map((wire) => wire.headers['linkedin-version']))).toEqual(new Set(['202607']));
    expect(new Set(rest.map((wire) => wire.headers['x-restli-protocol-version']))).toEqual(new Set(['2.0.0']));
    expect(new Set(pull.series.map((one) => one.api))).toEqual(new Set(['202607']));
    expect(rest.some((wire) => /timeIntervals=\(timeRange:\(start:\d+,end:\d+\),timeGranularityType:DAY\)/.test(wire.url))).toBe(
      true,
    );
    expect(rest.some((wire) => wire.url.includes('shares=List(urn%3Ali%3Ashare%3A7370000000000000003,urn%3Ali%3Ashare%3A'))).toBe(
      true,
    );
  });

  test.each([
    [426, { status: 426, code: 'NONEXISTENT_VERSION', message: 'Requested version 20260301 is not active' }],
    [400, { status: 400, code: 'NONEXISTENT_VERSION', message: 'Requested version is not active' }],
  ])('a version that has ended (status %i) says what to change', async (status, body) => {
    const failure = await failing(linkedin.collect(asked(changed(exchanges, '/rest/', answer(status, body))).ask));
    expect(failure).toBeInstanceOf(SourceError);
    expect(failure.message).toMatch(/no longer answers version 202603; write a newer one .* as "api"/);
  });

  test.each([
    ['EXPIRED_ACCESS_TOKEN', 'over 60 days'],
    ['REVOKED_ACCESS_TOKEN', 'withdrawn'],
    ['INVALID_ACCESS_TOKEN', 'expired or wrong'],
  ])('a refused token (%s) names its variable', async (code, why) => {
    const body = { status: 401, serviceErrorCode: 65_602, code, message: `The token ${TOKEN} used in the request` };
    const { ask, waits } = asked(changed(exchanges, '/rest/', answer(401, body)));
    const failure = await failing(linkedin.collect(ask));
    expect(failure).toBeInstanceOf(SecretError);
    expect(failure.message).toMatch(new RegExp(`^LINKEDIN_TOKEN: .*${why}`));
    expect(failure.message).not.toContain(TOKEN);
    expect(waits).toEqual([]);
  });

  test.each(['timeIntervals', 'FollowerStatistics', '/posts?', 'shares=List', 'ugcPosts=List', 'introspectToken'])(
    'what fails (%s) costs only itself',
    async (where) => {
      const whole = numbers(await linkedin.collect(asked(exchanges).ask));
      const refusal = answer(403, { status: 403, serviceErrorCode: 100, message: 'Not enough permissions' });
      const pull = await linkedin.collect(asked(changed(exchanges, where, refusal)).ask);
      const left = numbers(pull);
      for (const [key, value] of left) expect(whole.get(key)).toBe(value);
      if (where === 'introspectToken')
        expect([pull.expires, left.size, pull.gaps.some((gap) => gap.reason === 'failed')]).toEqual([
          undefined,
          whole.size,
          false,
        ]);
      else expect(left.size).toBeLessThan(whole.size);
      if (where !== 'introspectToken')
        expect(pull.gaps).toContainEqual(
          expect.objectContaining({ reason: 'failed', detail: expect.stringMatching(/answered 403/) }),
        );
    },
  );

  test('a failed page of days leaves the days before it', async () => {
    const pull = await linkedin.collect(asked(changed(exchanges, '&start=3', answer(400, { message: 'bad' }))).ask);
    const impressions = pull.series.find((one) => one.measure === 'impressions');
    expect(impressions?.values.map((one) => one.value)).toEqual([1203, 820, 0]);
    expect(pull.gaps.filter((gap) => gap.measure === 'impressions')).toMatchObject([
      { from: '2026-09-26', to: '2026-09-27', reason: 'failed' },
      { from: '2026-09-28', to: '2026-09-29', reason: 'failed' },
    ]);
  });

  test('a pager that never ends is stopped', async () => {
    const links = [{ rel: 'next', href: '/rest/x?start=0' }];
    const endless: Transport = (wire) => {
      const found = exchanges.find((one) => one.request.url === wire.url.replace(/&start=0$/, ''));
      const body = { ...(found?.response.body as object), paging: { links } };
      return replay([{ request: { method: wire.method as 'GET', url: wire.url }, response: answer(200, body) }])(wire);
    };
    const { ask, wires } = line(account, endless, { api: '202603', has: () => false });
    const pull = await linkedin.collect(ask);
    expect(wires.length).toBeLessThan(120);
    expect(pull.gaps).toContainEqual(expect.objectContaining({ detail: expect.stringContaining('again and again') }));
  });

  test.each([
    [5, 1],
    [10, 1],
    [12, 2],
  ])('%i days of a list without links are asked for %i times, though "start" is ignored', async (days, calls) => {
    const from = addDays('2026-09-29', 1 - days);
    const elements = eachDay(from, '2026-09-29').map((day) => ({
      timeRange: { start: Date.parse(day), end: Date.parse(day) + 864e5 },
      totalShareStatistics: { impressionCount: 1 },
      followerGains: { organicFollowerGain: 1, paidFollowerGain: 0 },
    }));
    const body = { elements: elements.slice(0, 10), paging: { start: 0, count: 10, links: [] } };
    const full: Transport = (wire) => {
      if (!wire.url.includes('Statistics?')) return replay(exchanges)(wire);
      return replay([{ request: { method: 'GET', url: wire.url }, response: answer(200, body) }])(wire);
    };
    const more = { api: '202603', has: () => false, days: { from, to: '2026-09-29' } };
    const { ask, wires } = line(account, full, more);
    const pull = await linkedin.collect(ask);
    const daily = wires.filter((wire) => /ShareStatistics\?.*timeIntervals/.test(wire.url));
    expect(daily).toHaveLength(calls);
    const gaps = pull.gaps.filter((gap) => gap.measure === 'impressions');
    // Days that LinkedIn is late with are not a failure; the others that a page does not reach are.
    expect(gaps.map((gap) => gap.reason)).toEqual(days > 10 ? ['not-yet'] : []);
  });

  test('goes on after a full page where LinkedIn gives no link', () => {
    const link = (rel: string) => ({ rel, href: '/rest/posts?q=author&start=20&count=10' });
    expect(nextOf(undefined, 10)).toBeUndefined();
    expect(nextOf({ start: 10, count: 10, links: [] }, 10)).toBe('20');
    expect(nextOf({ start: 10, count: 10 }, 9)).toBeUndefined();
    expect(nextOf({ start: 0, count: 0 }, 0)).toBeUndefined();
    expect(nextOf({ start: 10, count: 10, links: [link('prev'), link('next')] }, 3)).toBe('20');
    expect(nextOf({ start: 10, count: 10, links: [link('prev')] }, 10)).toBeUndefined();
    expect(nextOf({ links: [{ rel: 'next', href: 'https://elsewhere.example/?start=1%26x' }] }, 10)).toBeUndefined();
  });

  test('the make-up of the audience is asked for only when wanted', async () => {
    const { ask, wires } = asked(exchanges, { audience: false, days: null });
    const { series } = await linkedin.collect(ask);
    expect(series.map((one) => [one.measure, one.dimensions])).toEqual([['followers', {}]]);
    expect(wires.some((wire) => wire.url.includes('FollowerStatistics'))).toBe(false);
  });

  test('names of others leave LinkedIn’s little text, and its escapes go', () => {
    const own = 'urn:li:organization:1';
    const text =
      'Halo @[Siti \\(A\\)](urn:li:person:x_Y-1), kami @[Dinas](urn:li:organization:1) \\#satu {hashtag|\\#|Dua_tiga} \\@x a\\\\b';
    expect(plain(text, own)).toBe('Halo @…, kami Dinas #satu #Dua_tiga @x a\\b');
    expect(plain('@['.repeat(20_000), own)).toHaveLength(20_000);
  });

  test('a handle that is no number says so before anything is asked', async () => {
    const { ask, wires } = line({ ...account, handle: 'dinas-contoh' }, replay(exchanges), { api: '202603' });
    expect((await failing(linkedin.collect(ask))).message).toMatch(/"handle" of the account "one" is not the number/);
    expect(wires).toEqual([]);
  });

  test('a look at the account tells rights, role and end of the token', async () => {
    const roles = (organization: string): Exchange[] => [
      ...exchanges,
      {
        request: {
          method: 'GET',
          url: 'https://api.linkedin.com/rest/organizationAcls?q=roleAssignee&role=ADMINISTRATOR&state=APPROVED',
        },
        response: answer(200, { elements: [{ role: 'ADMINISTRATOR', state: 'APPROVED', organization }] }),
      },
    ];
    expect(await linkedin.examine?.(asked(roles('urn:li:organization:2414183')).ask)).toEqual({
      works: true,
      expires: '2026-11-09',
      permissions: ['r_organization_social', 'rw_organization_admin'],
      lacks: [],
    });
    const poor = await linkedin.examine?.(asked(roles('urn:li:organization:3'), { has: () => false }).ask);
    expect(poor?.lacks).toMatchObject([expect.stringContaining('no administrator'), expect.stringContaining('"expires"')]);
  });
});

describe('tiktok', () => {
  const exchanges = answers('tiktok');
  const account = { source: 'tiktok', handle: 'dinascontoh', token: 'TIKTOK_TOKEN' };
  const asked = (list: readonly Exchange[], more: Partial<Ask> = {}): Line => line(account, replay(list), { api: 'v2', ...more });
  const error = (code: string): object => ({ code, message: `about ${TOKEN}`, log_id: '2026' });

  test('pages by posting the cursor, and stops at the first day that is wanted', async () => {
    const { ask, wires } = asked(exchanges, { posts: { from: '2026-09-20', to: '2026-09-30' } });
    expect((await tiktok.collect(ask)).posts.map((post) => post.id)).toEqual(['7554000000000000002', '7555000000000000003']);
    expect(wires.map((wire) => [wire.method, wire.body])).toEqual([
      ['GET', undefined],
      ['POST', '{"max_count":20}'],
      ['POST', '{"max_count":20,"cursor":1790312400000}'],
    ]);
  });

  test.each([200, 401])('a refused token is told by its code, with status %i', async (status) => {
    for (const [code, why] of [
      ['access_token_invalid', '24 hours'],
      ['scope_not_authorized', 'user.info.stats'],
    ]) {
      const refusal = answer(status, { data: {}, error: error(code as string) });
      const { ask, waits } = asked(changed(exchanges, '/user/info/', refusal));
      const failure = await failing(tiktok.collect(ask));
      expect(failure).toBeInstanceOf(SecretError);
      expect(failure.message).toMatch(new RegExp(`^TIKTOK_TOKEN: .*${why}`));
      expect(failure.message).not.toContain(TOKEN);
      expect(waits).toEqual([]);
      const late = await tiktok.collect(asked(changed(exchanges, '/video/list/', refusal)).ask);
      expect(late.series).toHaveLength(1);
      expect(late.gaps).toMatchObject([{ reason: 'secret-missing' }]);
    }
  });

  test.each([
    [{ error: error('invalid_params') }, /invalid_params/],
    [{ error: error('ok') }, /without a list/],
    [{ data: { videos: [], has_more: true }, error: error('ok') }, /more videos, and not where/],
    ['<html>busy</html>', /no JSON/],
  ])('an answer that is none is no empty list', async (body, said) => {
    const { span, gaps, posts } = await tiktok.collect(asked(changed(exchanges, '/video/list/', answer(200, body))).ask);
    expect([span, posts]).toEqual([null, []]);
    expect(gaps).toMatchObject([{ reason: 'failed', detail: expect.stringMatching(said) }]);
    expect(JSON.stringify(gaps)).not.toContain('CANARY');
  });

  test('tries again where TikTok says that it is busy', async () => {
    const busy = exchanges.map(({ request }) => ({ request, response: answer(400, { error: error('rate_limit_exceeded') }) }));
    const { ask, waits } = asked([...busy, ...exchanges]);
    expect((await tiktok.collect(ask)).posts).toHaveLength(3);
    expect(waits).toHaveLength(3);
  });

  test('a pager that never moves is stopped', async () => {
    const [user, list] = exchanges;
    const url = list?.request.url ?? '';
    const still = answer(200, { data: { videos: [], cursor: 5, has_more: true }, error: error('ok') });
    const { ask, wires } = asked([user as Exchange, { request: { method: 'POST', url }, response: still }]);
    expect((await tiktok.collect(ask)).gaps).toMatchObject([{ detail: expect.stringContaining('again and again') }]);
    expect(wires.length).toBeLessThan(5);
  });

  test('a look at the account says that this is not for the scheduled job', async () => {
    const none = answer(200, { data: { user: { open_id: 'x' } }, error: error('ok') });
    expect((await tiktok.examine?.(asked(exchanges).ask))?.lacks).toMatchObject([expect.stringContaining('24 hours')]);
    expect((await tiktok.examine?.(asked(changed(exchanges, '/user/info/', none)).ask))?.lacks).toHaveLength(2);
  });
});

describe('telegram', () => {
  const exchanges = answers('telegram');
  const bot = '123456789:AAcanary-TOKEN_in_path-1f8b';
  const account = { source: 'telegram', handle: '@dinascontoh', token: 'TELEGRAM_TOKEN' };
  const asked = (transport: Transport, more: Partial<Ask> = {}): Line =>
    line(account, transport, { api: 'Bot API', token: () => bot, ...more });
  const refusal = (status: number, description: string, more: object = {}): Exchange[] =>
    changed(exchanges, 'getChatMemberCount', answer(status, { ok: false, error_code: status, description, ...more }));

  test('the token stands in the address on the wire, and nowhere else', async () => {
    const { ask, wires, progress } = asked(replay(exchanges));
    const pull = await telegram.collect(ask);
    expect(pull.series[0]?.values).toEqual([{ day: '2026-09-30', observed: '2026-09-30', value: 12_873 }]);
    const [wire] = wires;
    expect(wire?.url).toBe(`https://api.telegram.org/bot${bot}/getChatMemberCount?chat_id=%40dinascontoh`);
    const { url, ...rest } = wire as Wire;
    expect(url).toContain(bot);
    expect(rest.veiled).toBe('https://api.telegram.org/bot:token/getChatMemberCount?chat_id=%40dinascontoh');
    expect(JSON.stringify([pull, progress, rest])).not.toMatch(/canary/i);
  });

  test.each<[string, Transport]>([
    ['an error that quotes the address', replay(refusal(400, `Bad Request: /bot${bot}/getChatMemberCount is bad`))],
    ['busy for good', replay(refusal(500, `token ${bot}`))],
    ['HTML', replay(changed(exchanges, 'getChat', answer(200, `<a href="/bot${bot}/">`)))],
    ['another shape', replay(changed(exchanges, 'getChat', answer(200, { ok: true, result: bot })))],
    ['a redirect', replay(changed(exchanges, 'getChat', answer(302, '', { location: `https://elsewhere.example/bot${bot}/` })))],
    ['a redirect to nothing', replay(changed(exchanges, 'getChat', answer(302, '', { location: `http://[${bot}` })))],
    ['nothing recorded', replay([])],
    [
      'no connection',
      (wire) =>
        Promise.reject(Object.assign(new Error(`request to ${wire.url} failed`), { name: 'FetchError', code: 'ECONNREFUSED' })),
    ],
    ['no answer', (wire) => Promise.reject(Object.assign(new Error(wire.url), { name: 'AbortError' }))],
    ['an unknown token', replay(refusal(404, 'Not Found'))],
  ])('no message shows the token: %s', async (_, transport) => {
    const { ask, progress, wires } = asked(transport);
    const failure = await failing(telegram.collect(ask));
    expect(failure.message).not.toBe('nothing was thrown');
    expect(failure instanceof SourceError || failure instanceof SecretError).toBe(true);
    expect(`${failure.message}${failure.stack}${JSON.stringify([failure, progress])}`).not.toMatch(/canary/i);
    expect(wires.every((wire) => wire.url.startsWith('https://api.telegram.org/'))).toBe(true);
  });

  test.each([401, 404])('a refused token (%i) names its variable', async (status) => {
    const failure = await failing(telegram.collect(asked(replay(refusal(status, 'Unauthorized'))).ask));
    expect(failure).toBeInstanceOf(SecretError);
    expect(failure.message).toMatch(/^TELEGRAM_TOKEN: Telegram refuses/);
  });

  test.each(['123/../456:x', '123:a b', '123:a?x', '', '123:%2e'])('what is no token (%j) is never sent', async (token) => {
    const { ask, wires } = asked(replay(exchanges), { token: () => token });
    const failure = await failing(telegram.collect(ask));
    expect(failure.message).toMatch(/^TELEGRAM_TOKEN: this is no token/);
    expect(wires).toEqual([]);
  });

  test('waits as long as the body says, since no header does', async () => {
    const busy = refusal(429, 'Too Many Requests: retry after 35', { parameters: { retry_after: 35 } });
    const { ask, waits } = asked(replay([...busy, ...exchanges]));
    await telegram.collect(ask);
    expect(waits).toEqual([35_500]);
  });

  test.each([
    ['https://t.me/dinascontoh', '@dinascontoh'],
    ['dinascontoh', '@dinascontoh'],
    ['-1001234567890', '-1001234567890'],
    ['@a b', undefined],
  ])('knows the chat by %s', async (handle, chat) => {
    const { ask, wires } = line({ ...account, handle }, replay([]), { token: () => bot });
    const failure = await failing(telegram.collect(ask));
    if (chat === undefined) expect(failure.message).toMatch(/is no name of a Telegram channel/);
    expect(wires.map((wire) => new URL(wire.url).searchParams.get('chat_id'))).toEqual(chat === undefined ? [] : [chat]);
  });

  test('a look at the account says what to do', async () => {
    expect(await telegram.examine?.(asked(replay(exchanges)).ask)).toEqual({ works: true, lacks: [] });
    const absent = await telegram.examine?.(asked(replay(refusal(400, 'Bad Request: chat not found'))).ask);
    expect(absent).toMatchObject({ works: false, lacks: [expect.stringMatching(/answered 400\. Add the bot/)] });
  });
});
