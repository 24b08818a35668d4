import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Account } from '#model/agency.ts';
import type { Comment } from '#model/comment.ts';
import { Series } from '#model/observation.ts';
import { Post } from '#model/post.ts';
import type { Span } from '#model/run.ts';
import { bluesky } from '#sources/bluesky/bluesky.ts';
import { createHttp } from '#sources/http/http.ts';
import { mastodon } from '#sources/mastodon/mastodon.ts';
import { Exchange, replay } from '#sources/http/replay.ts';
import type { ApiSource, Ask, ExportSource, Pull } from '#sources/source.ts';
import { xAnalytics } from '#sources/x/x-analytics.ts';
import { youtubeStudio } from '#sources/google/youtube-studio.ts';

// Real recordings stand beside the repository on some machines. Most of them may not be published, so none is kept here.
const FOLDER = join(import.meta.dirname, '../../shared/recorded');
const present = existsSync(FOLDER);
if (!present) console.log('skipped: no real recordings in ../shared/recorded');

const file = (...parts: string[]): string => readFileSync(join(FOLDER, ...parts), 'utf8');
const account = (source: string, handle: string, more: Partial<Account> = {}): Account => ({
  id: source,
  name: 'Recorded',
  platform: source,
  source,
  handle,
  url: 'https://example.org/',
  since: '2020-01-01',
  ...more,
});

/** An ask of one run, as a replay of these exchanges would have it. */
function asking(source: ApiSource, account: Account, exchanges: readonly Exchange[], today: string, posts: Span): Ask {
  const http = createHttp({
    now: () => new Date(`${today}T12:00:00Z`),
    sleep: async () => undefined,
    random: () => 0,
    transport: replay(exchanges.map((exchange) => Exchange.parse(exchange))),
  });
  return {
    account,
    http,
    zone: 'Asia/Jakarta',
    today,
    days: null,
    posts,
    audience: false,
    api: source.declaration.api,
    allowance: Number.POSITIVE_INFINITY,
    token: () => 'recorded',
    secret: () => 'recorded',
    has: () => false,
  };
}

const pull = (source: ApiSource, who: Account, exchanges: readonly Exchange[], today: string, posts: Span): Promise<Pull> =>
  source.collect(asking(source, who, exchanges, today, posts));

/** What was written under one post in these days. */
async function heard(
  source: ApiSource,
  who: Account,
  exchanges: readonly Exchange[],
  id: string,
  written: Span,
): Promise<Comment[]> {
  const { days: _days, posts: _posts, audience: _audience, ...ask } = asking(source, who, exchanges, written.to, written);
  const { id: origin, api } = source.declaration;
  const post: Post = {
    id,
    day: written.to,
    type: 'text',
    text: '',
    tags: [],
    figures: {},
    source: origin,
    api,
    observed: written.to,
  };
  const found: Comment[] = [];
  for await (const comment of source.comments?.({ ...ask, written, under: [post] }) ?? []) found.push(comment);
  return found.sort((a, b) => (a.id.read() < b.id.read() ? -1 : 1));
}

function fits(answer: Pull): void {
  for (const one of answer.series) expect(Series.parse(one)).toEqual(one);
  for (const one of answer.posts) expect(Post.parse(one)).toEqual(one);
}

describe.runIf(present)('real recordings', () => {
  describe('bluesky: its own server software', () => {
    interface Recorded {
      request: string;
      status: number;
      headers: Record<string, string>;
      body: unknown;
    }
    const recorded = (name: string): Recorded => JSON.parse(file('bluesky/local-server', name));
    // Recorded with pages of 10 and on another host; the rest is as it came.
    const exchange = (name: string): Exchange => {
      const { request, status, headers, body } = recorded(name);
      const url = `https://public.api.bsky.app${request.replace('limit=10&', 'limit=100&')}`;
      return { request: { method: 'GET', url }, response: { status, headers, body } };
    };

    test('a profile and two pages of posts', async () => {
      const answers = ['getProfile.json', 'getAuthorFeed_p1.json', 'getAuthorFeed_p2.json'].map(exchange);
      // A third page was not recorded: what came before it must stay.
      const answer = await pull(bluesky, account('bluesky', 'agency.test'), answers, '2026-11-22', {
        from: '2026-11-01',
        to: '2026-11-22',
      });
      fits(answer);
      expect(answer.series[0]?.values).toEqual([{ day: '2026-11-22', value: 2, observed: '2026-11-22' }]);
      expect(answer.posts).toHaveLength(20);
      expect(answer.posts.find((one) => one.text === 'Pengumuman ke-24 #layanan')).toMatchObject({
        tags: ['layanan'],
        figures: { likes: { value: 2 }, shares: { value: 1 }, comments: { value: 1 }, quotes: { value: 0 }, saves: { value: 0 } },
      });
      expect(answer.gaps).toMatchObject([{ reason: 'failed' }]);
    });

    test('an unknown account is status 400 and is said so', async () => {
      const answer = pull(bluesky, account('bluesky', 'nobody.test'), [exchange('err_unknown_actor.json')], '2026-11-22', {
        from: '2026-11-01',
        to: '2026-11-22',
      });
      await expect(answer).rejects.toThrow(/answered 400 \(InvalidRequest\)$/);
    });

    const november = { from: '2026-11-01', to: '2026-11-22' };
    const thread = (name: string, uri: string): Exchange => {
      const query = new URLSearchParams({ uri, depth: '10', parentHeight: '0' });
      const url = `https://public.api.bsky.app/xrpc/app.bsky.feed.getPostThread?${query}`;
      return { ...exchange(name), request: { method: 'GET', url } };
    };

    test('a thread: an answer, and the account’s own answer to it', async () => {
      const uri = new URL(recorded('getPostThread.json').request, 'http://x').searchParams.get('uri') ?? '';
      const found = await heard(bluesky, account('bluesky', 'agency.test'), [thread('getPostThread.json', uri)], uri, november);
      expect(found.map((one) => [one.words.read(), one.own, one.reply, one.day])).toEqual([
        ['Terima kasih, tapi antrean lama!', false, false, '2026-11-22'],
        ['Kami tindak lanjuti.', true, true, '2026-11-22'],
      ]);
    });

    test('a post that is gone has no answers', async () => {
      const uri = new URL(recorded('err_missing_thread.json').request, 'http://x').searchParams.get('uri') ?? '';
      const answers = [thread('err_missing_thread.json', uri)];
      expect(await heard(bluesky, account('bluesky', 'agency.test'), answers, uri, november)).toEqual([]);
    });

    test('a look', async () => {
      const ask = asking(bluesky, account('bluesky', 'agency.test'), [exchange('getProfile.json')], november.to, november);
      expect(await bluesky.examine?.(ask)).toEqual({ works: true, lacks: [] });
    });
  });

  describe('bluesky: threads out of the tests of its server', () => {
    interface View {
      $type: string;
      post?: { uri: string; replyCount: number };
      replies?: View[];
    }
    const NAME = 'packages__bsky__tests__views____snapshots____thread.test.ts.snap';
    const snapshot = (name: string): View => {
      const all = file('bluesky/bluesky-social+atproto', NAME);
      const start = all.indexOf(' = `\n', all.indexOf(`> ${name} 1\``)) + ' = `\n'.length;
      return JSON.parse(all.slice(start, all.indexOf('\n`;', start)).replaceAll(/,(\s*[}\]])/g, '$1'));
    };
    /** The server's answer to each question that could be asked of this thread. */
    const exchanges = (view: View): Exchange[] => {
      if (!view.post) return [];
      const query = new URLSearchParams({ uri: view.post.uri, depth: '10', parentHeight: '0' });
      const url = `https://public.api.bsky.app/xrpc/app.bsky.feed.getPostThread?${query}`;
      const one: Exchange = {
        request: { method: 'GET', url },
        response: { status: 200, headers: {}, body: { thread: view } },
      };
      return [one, ...(view.replies ?? []).flatMap(exchanges)];
    };
    const counted = async (name: string): Promise<number> => {
      const view = snapshot(name);
      const id = view.post?.uri ?? '';
      // These snapshots stand at the beginning of 1970.
      const days = { from: '1970-01-01', to: '1970-01-31' };
      return (await heard(bluesky, account('bluesky', 'alice.test'), exchanges(view), id, days)).length;
    };

    test.each([
      ['fetches deep post thread', 3],
      ['handles deleted posts correctly', 2],
      // Taken down, and still in the count of the post above: known to be hidden, since it does not come when asked for either.
      ['takedown > blocks replies by actor', 2],
      ['takedown > blocks replies by record', 1],
    ])('%s', async (name, count) => {
      expect(await counted(name)).toBe(count);
    });
  });

  describe('mastodon: Mastodon.py cassettes', () => {
    interface Interaction {
      request: { method: string; uri: string };
      response: { body: { string: string }; headers: Record<string, string[]>; status: { code: number } };
    }
    const cassette = (name: string): Interaction[] =>
      parse(file('mastodon/halcy+Mastodon.py', `tests__cassettes__${name}.yaml`)).interactions;
    const exchange = ({ response }: Interaction, url: string): Exchange => ({
      request: { method: 'GET', url },
      response: {
        status: response.status.code,
        headers: Object.fromEntries(Object.entries(response.headers).map(([name, values]) => [name, values.join(', ')])),
        body: JSON.parse(response.body.string),
      },
    });
    const server = 'http://localhost:3000';
    const who = account('mastodon', 'mastodonpy_test', { server });
    const lookup = `${server}/api/v1/accounts/lookup?acct=mastodonpy_test`;
    const span = { from: '2026-07-01', to: '2026-08-01' };

    test('an account, and pages of its posts by their Link header', async () => {
      const all = cassette('test_fetch_next_previous').filter((one) => one.request.method === 'GET');
      const [self, first, second] = all;
      if (!self || !first || !second) throw new Error('the cassette has changed');
      const base = `${server}/api/v1/accounts/117020565966271181/statuses?limit=40&exclude_replies=true&exclude_reblogs=true`;
      const older = new URL(second.request.uri).searchParams.get('max_id');
      const answer = await pull(
        mastodon,
        who,
        [exchange(self, lookup), exchange(first, base), exchange(second, `${base}&max_id=${older}`)],
        '2026-08-01',
        span,
      );
      fits(answer);
      expect(answer.posts).toHaveLength(10);
      expect(answer.posts.map((one) => one.text)).toContain('Toot number 9!');
      expect(answer.posts[0]?.figures).toEqual({
        likes: { value: 0, metric: 'favourites_count' },
        shares: { value: 0, metric: 'reblogs_count' },
        comments: { value: 0, metric: 'replies_count' },
        quotes: { value: 0, metric: 'quotes_count' },
      });
      expect(JSON.stringify(answer)).not.toContain('John Lennon');
    });

    test('an account that is not there', async () => {
      const missing = cassette('test_account_lookup').find((one) => one.response.status.code === 404);
      if (!missing) throw new Error('the cassette has changed');
      await expect(pull(mastodon, who, [exchange(missing, lookup)], '2026-08-01', span)).rejects.toThrow(/answered 404$/);
    });

    const self = (): Exchange => {
      const found = cassette('test_fetch_next_previous').find((one) => one.request.method === 'GET');
      if (!found) throw new Error('the cassette has changed');
      return exchange(found, lookup);
    };

    test('a thread without answers; one that is gone', async () => {
      const context = cassette('test_status_context').find((one) => one.request.uri.endsWith('/context'));
      const [gone] = cassette('test_status_missing');
      if (!context || !gone) throw new Error('the cassette has changed');
      const at = (id: string) => `${server}/api/v1/statuses/${id}/context`;
      const answers = [self(), exchange(context, at('1')), exchange(gone, at('0'))];
      expect(await heard(mastodon, who, answers, '1', span)).toEqual([]);
      expect(await heard(mastodon, who, answers, '0', span)).toEqual([]);
    });

    test('a look: the token of this recording may do everything', async () => {
      const [rights] = cassette('test_app_verify_credentials');
      if (!rights) throw new Error('the cassette has changed');
      const answers = [exchange(rights, `${server}/api/v1/apps/verify_credentials`), self()];
      const found = await mastodon.examine?.({ ...asking(mastodon, who, answers, span.to, span), has: () => true });
      expect(found).toMatchObject({ works: true, permissions: ['read', 'write', 'follow', 'push', 'admin:read', 'admin:write'] });
      expect(found?.lacks).toEqual([expect.stringContaining('(write, follow, push, admin:read, admin:write)')]);
    });

    test('its specification: a thread has no pages, and an answer has what is read of it', () => {
      const { paths, components } = JSON.parse(file('mastodon/abraham+mastodon-openapi/dist__schema.json'));
      const { parameters } = paths['/api/v1/statuses/{id}/context'].get;
      expect(parameters.map((one: { name?: string }) => one.name)).toEqual(['id']);
      expect(components.schemas.Context.required).toContain('descendants');
      for (const field of ['id', 'created_at', 'visibility', 'content', 'replies_count', 'account'])
        expect(components.schemas.Status.required).toContain(field);
      expect(components.schemas.Status.properties.in_reply_to_id.type).toEqual(['string', 'null']);
    });
  });

  describe('exports', () => {
    const read = (source: ExportSource, folder: string, name: string, more: object = {}): Pull =>
      source.read({
        name,
        bytes: readFileSync(join(FOLDER, 'exports', folder, name)),
        account: account(source.declaration.id, 'KaiaDevIntern'),
        zone: 'Asia/Jakarta',
        today: '2026-01-01',
        file: `imports/${name}`,
        ...more,
      });
    const x = 'x/ayo-klaytn+kaia-devdash';

    test.each([
      ['lib__data__kaiadevintern_account_overview_analytics.csv', 270],
      ['lib__mocks__bok-analytics.csv', 470],
      ['scripts__kaiadevintern.csv', 320],
    ])('X overview %s: every line is a day', (name, least) => {
      const answer = read(xAnalytics, x, name);
      fits(answer);
      const lines = file('exports', x, name).trimEnd().split('\n').length - 1;
      expect(answer.series).toHaveLength(9);
      for (const one of answer.series) expect(one.values).toHaveLength(lines);
      expect(lines).toBeGreaterThan(least);
    });

    test('X content: every line is a post, a reply or a repost; its id tells the same day as its date', () => {
      const answer = read(xAnalytics, x, 'lib__data__kaiadevintern_account_analytics_content_2024-12-22_2025-03-22.csv');
      fits(answer);
      expect(answer.span).toEqual({ from: '2024-12-22', to: '2025-03-22' });
      expect(answer.posts.length).toBeGreaterThan(50);
      expect(answer.posts.every((one) => one.at !== undefined)).toBe(true);
    });

    const tables = readdirSync(present ? join(FOLDER, 'exports/youtube-studio') : '.').filter((name) => name.includes('+'));
    test.each(tables)('YouTube Studio, table data of %s', (folder) => {
      const span = { from: '2020-01-01', to: '2025-12-31' };
      const answer = read(youtubeStudio, `youtube-studio/${folder}`, 'Table data.csv', { span });
      fits(answer);
      expect(answer.posts.length).toBeGreaterThan(100);
      expect(answer.posts.every((one) => one.figures.views?.value != null)).toBe(true);
    });

    test('a file of another platform is refused by its header', () => {
      expect(() => read(youtubeStudio, 'tiktok/BossZY27+tiktok-analytics', 'Overview.csv')).toThrow(/Overview\.csv:1:1 header/);
      expect(() => read(xAnalytics, x, 'lib__mocks__klaytn-export.csv')).toThrow(/:1:1 header/);
    });
  });
});
