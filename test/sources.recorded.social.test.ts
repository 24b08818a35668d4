import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { Post } from '#model/post.ts';
import { createHttp } from '#sources/http/http.ts';
import { replay, type Exchange } from '#sources/http/replay.ts';
import type { Pull } from '#sources/source.ts';
import { tiktok } from '#sources/tiktok/tiktok.ts';
import { x } from '#sources/x/x.ts';

// Real recordings stand beside the repository on some machines. Most of them may not be published, so none is kept here.
const FOLDER = join(import.meta.dirname, '../../shared/recorded');
const present = existsSync(FOLDER);
if (!present) console.log('skipped: no real recordings in ../shared/recorded');

const X = join(FOLDER, 'x/sns-sdks+python-twitter');
const read = (name: string): Listed => JSON.parse(readFileSync(join(X, `testdata__${name}.json`), 'utf8'));

interface Listed {
  data: { id: string; text: string; public_metrics?: Record<string, number> }[];
  meta?: { result_count: number; next_token?: string };
}

/** Everything that X's recorded answers hold, as the timeline of TwitterDev; a second page was not recorded. */
async function pull(timeline: unknown, status = 200): Promise<Pull> {
  const user = read('apis__user__user_resp');
  const http = createHttp({
    now: () => new Date('2021-02-24T12:00:00Z'),
    sleep: async () => undefined,
    random: () => 0,
    transport: (wire) => {
      const { pathname, searchParams } = new URL(wire.url);
      const first = pathname.endsWith('/tweets') && !searchParams.has('pagination_token');
      const list: Exchange[] = [
        {
          request: { method: 'GET', url: 'https://api.x.com/2/users/by/username/TwitterDev?user.fields=public_metrics' },
          response: { status: 200, headers: {}, body: user },
        },
        ...(first
          ? [{ request: { method: 'GET' as const, url: wire.url }, response: { status, headers: {}, body: timeline } }]
          : []),
      ];
      return replay(list)(wire);
    },
  });
  return x.collect({
    account: { id: 'x', name: 'Recorded', platform: 'x', source: 'x', handle: 'TwitterDev', token: 'X', since: '2020-01-01' },
    http,
    zone: 'Asia/Jakarta',
    today: '2021-02-24',
    days: null,
    posts: { from: '2019-01-01', to: '2021-02-24' },
    audience: false,
    api: '2',
    allowance: Number.POSITIVE_INFINITY,
    token: () => 'recorded',
    secret: () => 'recorded',
    has: () => false,
  });
}

describe.runIf(present)('real recordings', () => {
  describe('x: test data of python-twitter', () => {
    test('a profile and a page of posts; the page that was not recorded is a gap', async () => {
      const answer = await pull(read('apis__timeline__timeline_tweets'));
      expect(answer.series[0]?.values).toEqual([{ day: '2021-02-24', value: 514_020, observed: '2021-02-24' }]);
      expect(answer.posts.map((post) => [post.id, post.day, post.figures.likes?.value, post.figures.shares?.value])).toEqual([
        ['1362439336910675970', '2021-02-18', 74, 16],
        ['1362439338169016324', '2021-02-18', 8, 1],
        ['1362439338978467841', '2021-02-18', 9, 0],
        ['1362876655061073928', '2021-02-20', 58, 21],
        ['1364275610764201984', '2021-02-24', 37, 10],
      ]);
      expect(answer.posts[0]?.text).toMatch(/^Meet one of the useful Twitter bots out there: @…, unroll!/);
      expect(answer.posts[4]?.tags).toEqual(['twitterapi']);
      expect(answer.posts.every((post) => post.figures.impressions?.value === null)).toBe(true);
      expect(answer.span).toEqual({ from: '2021-02-19', to: '2021-02-24' });
      expect(answer.gaps).toMatchObject([{ from: '2019-01-01', to: '2021-02-18', reason: 'failed' }]);
      expect(answer.cost).toBe(0.035);
    });

    const lists = readdirSync(present ? X : '.')
      .filter((name) => /timeline__|tweet__tweet|searches__|lists__list_tweets/.test(name))
      .map((name) => name.replace(/^testdata__|\.json$/g, ''))
      .filter((name) => Array.isArray(read(name).data) && 'text' in (read(name).data[0] ?? {}));
    test.each(lists)('%s: every post is read, reposts and answers to others are not', async (name) => {
      const { data } = read(name);
      const answer = await pull({ data, meta: { result_count: data.length } });
      expect(answer.gaps).toEqual([]);
      for (const post of answer.posts) expect(Post.parse(post)).toEqual(post);
      const ids = new Set(answer.posts.map((post) => post.id));
      for (const one of data) if (one.text.startsWith('RT @') && 'referenced_tweets' in one) expect(ids).not.toContain(one.id);
      expect(JSON.stringify(answer.posts)).not.toMatch(/@(?!twitterdev)\w{2,}/i);
    });

    test('the lists were found', () => {
      expect(lists.length).toBeGreaterThan(5);
    });

    test('a real error costs what it costs, and its sentence is not published', async () => {
      const answer = await pull(read('streams__delete_error'), 400);
      expect(answer.gaps).toMatchObject([{ reason: 'failed', detail: expect.stringContaining('answered 400') }]);
      expect(JSON.stringify(answer.gaps)).not.toContain('One or more parameters');
    });
  });

  describe('x: its specification', () => {
    test('a page holds 5 to 100 posts, and the newer names of counts are those that are read', () => {
      const specification = JSON.parse(readFileSync(join(FOLDER, 'x/xdevplatform+docs/openapi.json'), 'utf8'));
      const { parameters } = specification.paths['/2/users/{id}/tweets'].get;
      const named = (name: string) => parameters.find((one: { name?: string }) => one.name === name);
      expect(named('max_results').schema).toMatchObject({ minimum: 5, maximum: 100 });
      expect(named('exclude').schema.items.enum).toContain('retweets');
      const { PostPublicMetrics, UserPublicMetrics } = specification.components.schemas;
      const counts = ['bookmark_count', 'impression_count', 'like_count', 'quote_count', 'reply_count', 'repost_count'];
      expect(Object.keys(PostPublicMetrics.properties).sort()).toEqual(counts);
      expect(Object.keys(UserPublicMetrics.properties)).toContain('followers_count');
    });
  });

  test('tiktok: calls allowed, by a collection of limits', () => {
    const { limits } = parse(
      readFileSync(join(FOLDER, 'tiktok/api-evangelist+tiktok/rate-limits__tiktok-rate-limits.yml'), 'utf8'),
    );
    for (const { limit, timeFrame } of limits) {
      expect([limit, timeFrame]).toEqual([tiktok.declaration.quota?.requests, 'minute']);
      expect(tiktok.declaration.quota?.seconds).toBe(60);
    }
  });
});
