import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { inspect } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { SourceError } from '#model/error.ts';
import {
  address,
  createHttp,
  network,
  Refused,
  type Budget,
  type HttpOptions,
  type Progress,
  type Reply,
  type Transport,
  type Wire,
} from '#sources/http/http.ts';
import type { Post } from '#model/post.ts';
import { readPages } from '#sources/http/pages.ts';
import { shown } from '#sources/http/redact.ts';
import { Exchanges, replay } from '#sources/http/replay.ts';
import { waitOf } from '#sources/http/wait.ts';

const TOKEN = 'CANARYTOKEN-77aa';
const NOW = new Date('2026-09-30T03:00:00Z');
const schema = z.object({ value: z.number() });

type Step = { status?: number; headers?: Record<string, string>; body?: string } | Error;

/** A transport that gives one step after another, the last one for ever. */
function script(...steps: Step[]): { transport: Transport; wires: Wire[] } {
  const wires: Wire[] = [];
  const transport: Transport = async (wire) => {
    wires.push(wire);
    const step = steps[Math.min(wires.length, steps.length) - 1] as Step;
    if (step instanceof Error) throw step;
    return reply(step.status ?? 200, step.headers ?? {}, step.body ?? '{"value":1}');
  };
  return { transport, wires };
}

function reply(status: number, headers: Record<string, string>, body: string): Reply {
  return {
    status,
    headers: new Map(Object.entries(headers)),
    body: (async function* () {
      yield new TextEncoder().encode(body);
    })(),
  };
}

function door(
  transport: Transport,
  more: Partial<HttpOptions> = {},
): { http: ReturnType<typeof createHttp>; waits: number[]; progress: Progress[] } {
  const waits: number[] = [];
  const progress: Progress[] = [];
  const http = createHttp({
    now: () => NOW,
    sleep: async (milliseconds) => void waits.push(milliseconds),
    random: () => 0,
    transport,
    progress: (event) => void progress.push(event),
    ...more,
  });
  return { http, waits, progress };
}

async function failure(promise: Promise<unknown>): Promise<Error> {
  const error: unknown = await promise.then(
    () => new Error('nothing failed'),
    (thrown: unknown) => thrown,
  );
  return error as Error;
}

const url = 'https://api.example/v1/x?access_token=CANARYTOKEN-77aa&page=2';

describe('what a platform asks to wait', () => {
  test.each([
    ['Retry-After in seconds', { 'retry-after': '7' }, 7_000],
    ['Retry-After as a date', { 'retry-after': 'Wed, 30 Sep 2026 03:01:30 GMT' }, 90_000],
    ['Retry-After before the reset', { 'retry-after': '3', 'x-rate-limit-reset': '1790737500' }, 3_000],
    ['X, epoch seconds', { 'x-rate-limit-reset': '1790737500' }, 300_000],
    ['Mastodon, ISO 8601 with microseconds', { 'x-ratelimit-reset': '2026-09-30T03:05:00.621469Z' }, 300_621],
    ['IETF draft, seconds from now', { 'ratelimit-reset': '42' }, 42_000],
    ['Bluesky, epoch seconds', { 'ratelimit-reset': '1790737260' }, 60_000],
    [
      'held against the server’s own clock',
      { date: 'Wed, 30 Sep 2026 03:04:00 GMT', 'x-rate-limit-reset': '1790737500' },
      60_000,
    ],
    ['a moment that is over', { 'x-rate-limit-reset': '1590737500' }, 0],
    ['nonsense', { 'retry-after': 'soon', 'ratelimit-reset': '-5' }, undefined],
    ['nothing', {}, undefined],
  ])('%s', (_, headers, milliseconds) => {
    expect(waitOf(new Map(Object.entries(headers)), NOW)).toBe(milliseconds);
  });
});

describe('the door', () => {
  test('tries again after 429, 5xx and lost connections, with full jitter', async () => {
    const lost = Object.assign(new Error('x'), { code: 'ECONNRESET' });
    const { transport, wires } = script({ status: 503 }, lost, { status: 429, headers: { 'retry-after': '5' } }, {});
    const { http, waits } = door(transport, { random: () => 0.5 });
    expect((await http.json({ url, schema })).body).toEqual({ value: 1 });
    expect(waits).toEqual([500, 1_000, 5_500]);
    expect(wires).toHaveLength(4);
    expect(http.requests).toBe(3);
  });

  test('gives up after four tries and says where and why', async () => {
    const { http, waits } = door(script({ status: 500, body: 'oops' }).transport, { random: () => 0.999 });
    const error = await failure(http.json({ url, schema }));
    expect(error).toBeInstanceOf(Refused);
    expect(error.message).toBe('https://api.example/v1/x?page=2: answered 500');
    expect(waits).toEqual([999, 1_998, 3_996]);
  });

  test.each([400, 401, 403, 404, 410])('does not try again after %s', async (status) => {
    const { transport, wires } = script({ status });
    const error = await failure(door(transport).http.json({ url, schema }));
    expect(error).toMatchObject({ name: 'SourceError', status });
    expect(wires).toHaveLength(1);
  });

  test('does not wait longer than its patience, nor than the run’s', async () => {
    const asked = script({ status: 429, headers: { 'retry-after': '3600' } });
    const long = door(asked.transport);
    await failure(long.http.json({ url, schema }));
    expect([long.waits, asked.wires.length]).toEqual([[], 1]);
    const budget: Budget = { requests: 100, waiting: 150_000 };
    const short = door(script({ status: 429, headers: { 'retry-after': '100' } }).transport, { budget });
    await failure(short.http.json({ url, schema }));
    expect([short.waits, budget.waiting]).toEqual([[100_000], 50_000]);
  });

  test('spends no more requests than the run has, retries and redirects included', async () => {
    const budget: Budget = { requests: 3, waiting: 1e9 };
    const { transport, wires } = script({ status: 503 });
    await failure(door(transport, { budget }).http.json({ url, schema }));
    const error = await failure(door(transport, { budget }).http.json({ url, schema }));
    expect(error.message).toMatch(/budget of requests is used up/);
    expect(wires).toHaveLength(3);
  });

  test('follows redirects, but never carries the token to another host', async () => {
    const { transport, wires } = script(
      { status: 302, headers: { location: '/v2/x' } },
      { status: 301, headers: { location: 'https://elsewhere.example/x' } },
      {},
    );
    await door(transport).http.json({ url: 'https://api.example/v1/x', schema, token: TOKEN });
    expect(wires.map((wire) => [wire.url, wire.headers['authorization']])).toEqual([
      ['https://api.example/v1/x', `Bearer ${TOKEN}`],
      ['https://api.example/v2/x', `Bearer ${TOKEN}`],
      ['https://elsewhere.example/x', undefined],
    ]);
    const round = script({ status: 302, headers: { location: 'https://api.example/v1/x' } });
    expect((await failure(door(round.transport).http.json({ url, schema }))).message).toMatch(/more than 3 times/);
    expect(round.wires).toHaveLength(4);
  });

  test.each([
    'http://api.example/x',
    'ftp://api.example/x',
    'file:///etc/passwd',
    'http://127.0.0.1.evil.example/',
    'no address',
  ])('refuses %s', async (target) => {
    const { transport, wires } = script({});
    expect(await failure(door(transport).http.json({ url: target, schema }))).toBeInstanceOf(SourceError);
    expect(wires).toEqual([]);
    const redirect = script({ status: 302, headers: { location: target === 'no address' ? 'https://' : target } });
    expect(await failure(door(redirect.transport).http.json({ url, schema }))).toBeInstanceOf(SourceError);
    expect(redirect.wires).toHaveLength(1);
  });

  test.each(['http://localhost:3000/x', 'http://127.0.0.1:1/x', 'http://[::1]/x'])('allows %s, this machine', async (target) => {
    expect((await door(script({}).transport).http.json({ url: target, schema })).body).toEqual({ value: 1 });
  });

  test('stops an answer that is too large', async () => {
    const { http } = door(script({ body: `{"value":1,"more":"${'x'.repeat(2_000)}"}` }).transport, { limit: 1_000 });
    expect((await failure(http.json({ url, schema }))).message).toMatch(/larger than 1000 bytes/);
  });

  test.each([
    ['text', '<html>log in</html>', /is no JSON/],
    ['another shape', '{"value":"CANARY geheim"}', /value: Invalid input: expected number, received string/],
    ['a list', '[]', /unknown shape/],
  ])('refuses %s and never shows its content', async (_, body, message) => {
    const error = await failure(door(script({ body }).transport).http.json({ url, schema }));
    expect(error.message).toMatch(message);
    expect(inspect(error)).not.toMatch(/canary/i);
  });

  test('a key like __proto__ in an answer changes nothing', async () => {
    const { body } = await door(script({ body: '{"value":1,"__proto__":{"admin":true}}' }).transport).http.json({ url, schema });
    expect(body).toEqual({ value: 1 });
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  test.each([
    ['quotaExceeded', 'quotaExceeded'],
    ['190/460', '190/460'],
    ['EXPIRED_ACCESS_TOKEN', 'EXPIRED_ACCESS_TOKEN'],
    [40_105, '40105'],
    ['usage-capped', 'usage-capped'],
    ['Budi Santoso', ''],
    ['Warga 3374010101900001', ''],
    ['081234567890', ''],
    ['0812-3456-7890', ''],
    ['budi@mail.com', ''],
    ['a'.repeat(61), ''],
  ])('of what a platform says, the code %s alone is shown, and only where it is one', async (code, shown) => {
    const { http } = door(script({ status: 400, body: '{}' }).transport);
    const error = await failure(http.json({ url, schema, judge: () => ({ again: false, code }) }));
    expect(error.message).toBe(`https://api.example/v1/x?page=2: answered 400${shown && ` (${shown})`}`);
  });

  test('keeps tokens out of errors, logs and what a platform echoes', async () => {
    const echo = JSON.stringify({ message: `Bad token ${TOKEN} (access_token=${TOKEN}, Bearer abc.def)` });
    const { http, progress } = door(script({ status: 503, body: echo }, { status: 400, body: echo }).transport);
    const judge = (status: number, body: unknown): { again: boolean; code: string; why: string } => ({
      again: status === 503,
      code: (body as { message: string }).message,
      why: `ours of ${TOKEN}`,
    });
    const error = await failure(http.json({ url, schema, token: TOKEN, judge }));
    expect(error.message).toMatch(/answered 400 \(ours of \[token\]\)$/);
    expect(inspect([error, error.stack, progress], { depth: 9, showHidden: true })).not.toMatch(/canary|abc\.def/i);
    expect(JSON.stringify([error, progress])).not.toMatch(/canary/i);
    expect((error as Refused).body).toBeDefined();
  });

  test('refuses a token with a line end before it is sent', async () => {
    const { transport, wires } = script({});
    const error = await failure(door(transport).http.json({ url, schema, token: `${TOKEN}\n` }));
    expect(error.message).toMatch(/store it again/);
    expect(error.message).not.toMatch(/canary/i);
    expect(wires).toEqual([]);
  });

  test('a fault of our own is not taken for a lost connection', async () => {
    const { transport, wires } = script(new TypeError('ours'));
    expect(await failure(door(transport).http.json({ url, schema }))).toBeInstanceOf(TypeError);
    expect(wires).toHaveLength(1);
  });

  test('shows addresses without secrets, and builds them', () => {
    expect(shown('https://me:pass@api.example/a?token=1&Access_Token=2&api_key=3&fields=a%2Cb#frag')).toBe(
      'https://api.example/a?fields=a,b',
    );
    expect(shown('nonsense')).toBe('[address]');
    expect(address('https://a.example/sub/', '/x', { b: 1, none: undefined, a: 'ü&' })).toBe(
      'https://a.example/sub/x?b=1&a=%C3%BC%26',
    );
  });
});

describe('pages of posts', () => {
  const wanted = { from: '2026-09-01', to: '2026-09-30' };
  const post = (id: string, day: string): Post => ({
    id,
    day,
    type: 'text',
    text: '',
    tags: [],
    figures: {},
    source: 's',
    api: 'a',
    observed: day,
  });
  const first = [post('d', '2026-09-20'), post('c', '2026-09-11'), post('b', '2026-09-10')];

  test('are read until one holds a post from before, and no further', async () => {
    const asked: unknown[] = [];
    const { posts, span, gaps } = await readPages(wanted, async (cursor) => {
      asked.push(cursor);
      return cursor === undefined
        ? { posts: first, next: '2' }
        : { posts: [post('a', '2026-09-10'), post('z', '2026-08-31')], next: '3' };
    });
    expect([posts.map((one) => one.id), span, gaps, asked]).toEqual([['a', 'b', 'c', 'd'], wanted, [], [undefined, '2']]);
  });

  test('that break off leave only the days that are surely whole', async () => {
    const broken = await readPages(wanted, async (cursor) => {
      if (cursor === undefined) return { posts: first, next: '2' };
      throw new SourceError('gone', 500);
    });
    // More posts of 10 September may have stood on the second page.
    expect(broken.span).toEqual({ from: '2026-09-11', to: '2026-09-30' });
    expect(broken.gaps).toEqual([{ from: '2026-09-01', to: '2026-09-10', reason: 'failed', detail: 'gone' }]);
    expect(broken.posts).toHaveLength(3);
  });

  test('that come round again end with a gap, not never', async () => {
    const { span, gaps } = await readPages(wanted, async () => ({ posts: first, next: 'same' }));
    expect([span?.from, gaps[0]?.reason]).toEqual(['2026-09-11', 'failed']);
  });
});

describe('replay', () => {
  const exchange = (target: string, value: number): unknown => ({
    request: { url: target },
    response: { status: 200, body: { value } },
  });
  const list = (...entries: unknown[]): ReturnType<typeof replay> => replay(Exchanges.parse(entries));

  test('answers in turn, the last one again and again, whatever the order of parameters and whatever the token', async () => {
    const { http } = door(list(exchange('https://a.example/x?a=1&b=2', 1), exchange('https://a.example/x?b=2&a=1&token=z', 2)));
    const values = [];
    for (let turn = 0; turn < 3; turn += 1)
      values.push((await http.json({ url: 'https://a.example/x?access_token=q&b=2&a=1', schema })).body.value);
    expect(values).toEqual([1, 2, 2]);
  });

  test('names the address that nothing answers, without its token', async () => {
    const error = await failure(
      door(list(exchange('https://a.example/x', 1))).http.json({ url: 'https://a.example/y?token=CANARY&p=1', schema }),
    );
    expect(error).toBeInstanceOf(SourceError);
    expect(error.message).toMatch(/^GET https:\/\/a\.example\/y\?p=1: no exchange/);
  });

  test('compares the body of a POST by what it says', async () => {
    const post = (body: unknown, value: number): unknown => ({
      request: { method: 'POST', url: 'https://a.example/q', body },
      response: { status: 200, body: { value } },
    });
    const { http } = door(list(post({ a: 1, b: [2] }, 1), post({ a: 2 }, 2), post(undefined, 3)));
    const ask = async (body: unknown): Promise<number> =>
      (await http.json({ url: 'https://a.example/q', schema, post: body })).body.value;
    expect([await ask({ b: [2], a: 1 }), await ask({ a: 2 }), await ask({ a: 9 })]).toEqual([1, 2, 3]);
  });

  test('refuses what is no exchange', () => {
    expect(Exchanges.safeParse({ request: { url: 'x' }, response: {} }).success).toBe(false);
    expect(Exchanges.safeParse([{ ...(exchange('https://a.example', 1) as object), extra: 1 }]).success).toBe(false);
  });
});

describe('the network', () => {
  const servers: Server[] = [];
  const serve = async (listener: RequestListener): Promise<string> => {
    const server = createServer(listener);
    servers.push(server);
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  afterAll(() => servers.forEach((server) => server.closeAllConnections()));

  test('brings JSON, sends the token in the header only, and lets no other host see it', async () => {
    const seen: (string | undefined)[] = [];
    const other = await serve((request, response) => {
      seen.push(request.headers.authorization, request.url);
      response.end('{"value":5}');
    });
    const first = await serve((request, response) => {
      seen.push(request.headers.authorization, request.url);
      response.writeHead(302, { location: `${other}/there` }).end();
    });
    const { http } = door(network);
    expect((await http.json({ url: `${first}/here`, schema, token: TOKEN })).body).toEqual({ value: 5 });
    expect(seen).toEqual([`Bearer ${TOKEN}`, '/here', undefined, '/there']);
  });

  test('stops a gzip bomb at the limit', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, 0x20));
    const server = await serve((_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb));
    expect(bomb.byteLength).toBeLessThan(100_000);
    expect((await failure(door(network, { limit: 1_000_000 }).http.json({ url: server, schema }))).message).toMatch(
      /larger than/,
    );
  });

  test('posts JSON', async () => {
    const server = await serve((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => response.end(JSON.stringify({ value: JSON.parse(Buffer.concat(chunks).toString()).n })));
    });
    expect((await door(network).http.json({ url: server, schema, post: { n: 4 } })).body).toEqual({ value: 4 });
  });

  test('a connection that breaks, and a platform that never answers, are tried again and then given up', async () => {
    const broken = await serve((request) => void request.socket.destroy());
    const torn = door(network, { tries: 2 });
    expect((await failure(torn.http.json({ url: broken, schema }))).message).toMatch(/no connection/);
    expect(torn.waits).toHaveLength(1);
    const silent = await serve(() => undefined);
    const slow = door(network, { tries: 2, deadline: () => AbortSignal.abort() });
    expect((await failure(slow.http.json({ url: silent, schema }))).message).toMatch(/no answer within 30 s/);
    expect(slow.waits).toHaveLength(1);
  });
});
