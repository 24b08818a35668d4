import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Account } from '#model/agency.ts';
import type { Comment } from '#model/comment.ts';
import { SecretError, SourceError } from '#model/error.ts';
import type { Post } from '#model/post.ts';
import { facebook } from '#sources/meta/facebook.ts';
import { partsOf } from '#sources/meta/graph-insights.ts';
import { createHttp, type Transport } from '#sources/http/http.ts';
import { instagram } from '#sources/meta/instagram.ts';
import { replay, type Exchange } from '#sources/http/replay.ts';
import { threads } from '#sources/meta/threads.ts';
import type { ApiSource, Ask, AskComments, Examination } from '#sources/source.ts';
import { answers, collect, numbers } from './conformance.ts';

const TOKEN = 'CANARYTOKEN-1f8b';

/** What a look, or the reading of comments, is handed. */
function asking(source: ApiSource, transport: Transport): Omit<Ask, 'days' | 'posts' | 'audience'> {
  const { account, zone, today } = JSON.parse(
    readFileSync(join(import.meta.dirname, 'input/sources', source.declaration.id, 'ask.json'), 'utf8'),
  ) as { account: unknown; zone: string; today: string };
  return {
    account: Account.parse(account),
    zone,
    today,
    api: source.declaration.api,
    allowance: Number.POSITIVE_INFINITY,
    token: () => TOKEN,
    secret: () => TOKEN,
    has: () => true,
    http: createHttp({
      now: () => new Date('2026-09-30T03:15:27Z'),
      sleep: async () => undefined,
      random: () => 0.5,
      transport,
    }),
  };
}

function examined(source: ApiSource, exchanges: readonly Exchange[]): Promise<Examination> {
  const ask = asking(source, replay(exchanges));
  return (source.examine as NonNullable<ApiSource['examine']>)({
    ...ask,
    days: null,
    posts: { from: ask.today, to: ask.today },
    audience: false,
  });
}

const post = (id: string): Post => ({
  id,
  day: '2025-11-16',
  type: 'text',
  text: '',
  tags: [],
  figures: {},
  source: 'x',
  api: 'x',
  observed: '2025-11-16',
});

async function commented(
  source: ApiSource,
  exchanges: readonly Exchange[],
  written: AskComments['written'],
  under: readonly string[],
): Promise<Comment[]> {
  const read = source.comments as NonNullable<ApiSource['comments']>;
  const found: Comment[] = [];
  for await (const one of read({ ...asking(source, replay(exchanges)), written, under: under.map(post) })) found.push(one);
  return found;
}

/** What of a comment a test may look at. */
const bare = (one: Comment): unknown[] => [one.id.read(), one.author.read(), one.words.read(), one.day, one.own, one.reply];

const refusal = (code: number, message: string, status = 400): Exchange['response'] => ({
  status,
  headers: {},
  body: { error: { message, type: 'OAuthException', code, error_subcode: 463, fbtrace_id: 'A1' } },
});
const ok = (url: string, body: unknown): Exchange => ({
  request: { method: 'GET', url },
  response: { status: 200, headers: {}, body },
});
const asks = (exchange: Exchange, metric: string): boolean =>
  (new URL(exchange.request.url).searchParams.get('metric') ?? '').split(',').includes(metric);
/** Every call that asks for the metric is refused, and each metric is answered on its own as it was in the list. */
function without(exchanges: readonly Exchange[], metric: string, response: Exchange['response']): Exchange[] {
  return exchanges.flatMap((exchange) => {
    if (!asks(exchange, metric)) return [exchange];
    if (exchange.response.status !== 200) return [{ ...exchange, response }];
    const url = new URL(exchange.request.url);
    const alone = (url.searchParams.get('metric') ?? '').split(',').map((name): Exchange => {
      url.searchParams.set('metric', name);
      const request = { ...exchange.request, url: url.href };
      if (name === metric) return { request, response };
      const { data } = exchange.response.body as { data?: { name: string }[] };
      return { request, response: { ...exchange.response, body: { data: data?.filter((one) => one.name === name) ?? [] } } };
    });
    url.searchParams.set(
      'metric',
      (new URL(exchange.request.url).searchParams.get('metric') ?? '')
        .split(',')
        .filter((name) => name !== metric)
        .join(','),
    );
    const rest: Exchange = { ...exchange, request: { ...exchange.request, url: url.href } };
    return [{ ...exchange, response }, ...alone, rest];
  });
}

describe('facebook', () => {
  const exchanges = answers('facebook');
  const page = 'https://graph.facebook.com/v26.0/175154750010052';

  test('one withdrawn metric costs only itself, whichever it is', async () => {
    const { pull: whole } = await collect(facebook, replay(exchanges));
    const metrics = [
      ...['page_follows', 'page_media_view', 'page_impressions_unique', 'page_daily_follows_unique', 'page_views_total'],
      ...['post_media_view', 'post_impressions_unique', 'post_clicks', 'post_clicks_by_type'],
    ];
    for (const metric of metrics) {
      const invalid = refusal(100, '(#100) The value must be a valid insights metric');
      const { pull, wires, waits } = await collect(facebook, replay(without(exchanges, metric, invalid)));
      const expected = [...numbers(whole)].filter(([key]) => !key.split(' ').includes(metric));
      expect([...numbers(pull)].filter(([key]) => !key.includes('followers_count'))).toEqual(expected);
      expect(pull.gaps.some((gap) => gap.reason === 'withdrawn' && gap.detail.includes(metric))).toBe(true);
      expect(wires.filter((wire) => new URL(wire.url).searchParams.get('metric') === metric)).toHaveLength(1);
      expect(waits).toEqual([]);
    }
  });

  test('takes the follower count of the page where the daily one gives nothing', async () => {
    const none = exchanges.map((exchange) =>
      asks(exchange, 'page_follows') ? { ...exchange, response: { status: 200, headers: {}, body: { data: [] } } } : exchange,
    );
    const { pull } = await collect(facebook, replay(none));
    expect(pull.series.filter((one) => one.measure === 'followers' && !one.dimensions.country)).toMatchObject([
      { metric: 'followers_count', values: [{ day: '2025-11-18', value: 15230 }] },
    ]);
  });

  test('followers by place stand on the platform’s own day; a refused one is not offered', async () => {
    const { pull } = await collect(facebook, replay(exchanges));
    const places = pull.series.filter((one) => one.dimensions.country !== undefined);
    expect(places.map((one) => [one.dimensions.country, one.values[0]?.day, one.values[0]?.value])).toEqual([
      ['ID', '2025-11-16', 14880],
      ['MY', '2025-11-16', 112],
      ['US', '2025-11-16', 9],
    ]);
    expect(pull.gaps).toContainEqual(
      expect.objectContaining({
        measure: 'followers',
        reason: 'not-offered',
        detail: expect.stringContaining('page_follows_city') as string,
      }),
    );
  });

  test('a place is read from the period that answers', async () => {
    const city = { 'Bandung, West Java, Indonesia': 5120 };
    const body = { data: [{ name: 'page_follows_city', period: 'lifetime', values: [{ value: city }] }] };
    const { pull } = await collect(
      facebook,
      replay([ok(`${page}/insights?metric=page_follows_city&period=lifetime`, body), ...exchanges]),
    );
    expect(pull.series).toContainEqual(
      expect.objectContaining({
        dimensions: { city: 'Bandung, West Java, Indonesia' },
        values: [{ day: '2025-11-18', observed: '2025-11-18', value: 5120 }],
      }),
    );
  });

  test('clicks on links: 0 where only other kinds are named, unknown where a kind is unknown', async () => {
    const { pull } = await collect(facebook, replay(exchanges));
    expect(pull.posts.map((one) => one.figures['link-clicks'])).toEqual([
      { value: 0, metric: 'post_clicks_by_type' },
      { value: 0, metric: 'post_clicks_by_type' },
      { value: 21, metric: 'post_clicks_by_type' },
      { value: null, reason: 'empty', metric: 'post_clicks_by_type' },
    ]);
  });

  test('a token that may not read reactions and comments gives posts without them', async () => {
    const bound = exchanges.flatMap((exchange) => {
      if (!exchange.request.url.includes('/posts?')) return [exchange];
      const url = new URL(exchange.request.url);
      url.searchParams.set('fields', (url.searchParams.get('fields') ?? '').replace(/,comments.*$/, ''));
      const { data, ...rest } = exchange.response.body as { data: Record<string, unknown>[] };
      const less = data.map(({ comments: _, reactions: __, ...entry }) => entry);
      const refused = refusal(10, '(#10) This endpoint requires the pages_read_engagement permission');
      return [
        { ...exchange, response: refused },
        { request: { ...exchange.request, url: url.href }, response: { ...exchange.response, body: { data: less, ...rest } } },
      ];
    });
    const { pull } = await collect(facebook, replay(bound));
    expect(pull.posts).toHaveLength(4);
    expect(pull.span).toEqual({ from: '2025-11-12', to: '2025-11-18' });
    for (const { figures } of pull.posts) expect(figures.reactions).toMatchObject({ value: null, reason: 'secret-missing' });
    expect(pull.posts.map((one) => one.figures.shares?.value)).toEqual([1, 1, null, 14]);
    expect(pull.gaps).toContainEqual(expect.objectContaining({ measure: 'comments', reason: 'secret-missing' }));
  });

  test('without read_insights an empty answer is no answer', async () => {
    const blind = exchanges.map((exchange) => {
      if (exchange.request.method === 'POST')
        return {
          ...exchange,
          response: { status: 200, headers: {}, body: { data: { is_valid: true, scopes: ['pages_show_list'] } } },
        };
      return asks(exchange, 'page_media_view') ? ok(exchange.request.url, { data: [] }) : exchange;
    });
    const { pull } = await collect(facebook, replay(blind));
    expect(pull.gaps).toContainEqual(
      expect.objectContaining({
        measure: 'views',
        from: '2025-11-15',
        reason: 'secret-missing',
        detail: expect.stringContaining('read_insights') as string,
      }),
    );
    expect(pull.gaps.some((gap) => gap.reason === 'empty')).toBe(false);
  });

  test('a refused token names its variable and says why, without a retry', async () => {
    const expired = exchanges.map((exchange) => ({
      ...exchange,
      response: refusal(190, 'Error validating access token CANARYTOKEN-1f8b'),
    }));
    const failure = await collect(facebook, replay(expired)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SecretError);
    expect(failure).toMatchObject({ variable: 'FACEBOOK_TOKEN' });
    expect((failure as Error).message).toMatch(/FACEBOOK_TOKEN.*expired/);
    expect((failure as Error).message).not.toMatch(/canary/i);
  });

  test('a token that is refused half-way keeps what was read', async () => {
    const late = exchanges.map((exchange) =>
      exchange.request.url.includes('/posts?') ? { ...exchange, response: refusal(190, 'gone') } : exchange,
    );
    const { pull } = await collect(facebook, replay(late));
    expect(pull.series.length).toBeGreaterThan(3);
    expect(pull.posts).toEqual([]);
    expect(pull.span).toBeNull();
    expect(pull.gaps).toContainEqual(expect.objectContaining({ from: '2025-11-12', to: '2025-11-18', reason: 'secret-missing' }));
  });

  test('waits where Facebook says "too many calls" with status 400', async () => {
    const busy = exchanges.map(({ request }) => ({ request, response: refusal(32, '(#32) Page request limit reached') }));
    const { pull, waits } = await collect(facebook, replay([...busy, ...exchanges]));
    expect([...numbers(pull)]).toEqual([...numbers((await collect(facebook, replay(exchanges))).pull)]);
    expect(waits.every((milliseconds) => milliseconds === 500)).toBe(true);
    expect(waits).toHaveLength(new Set(exchanges.map((exchange) => exchange.request.url)).size);
  });

  test.each([
    ['x-business-use-case-usage', '{"1":[{"type":"pages","call_count":12,"total_cputime":81,"total_time":3}]}'],
    ['x-app-usage', '{"call_count":80,"total_time":1,"total_cputime":1}'],
  ])('stops once %s says that 80 % of the calls are used, and keeps what came', async (name, usage) => {
    const full = exchanges.map((exchange) =>
      asks(exchange, 'page_media_view')
        ? { ...exchange, response: { ...exchange.response, headers: { [name]: usage } } }
        : exchange,
    );
    const { pull, wires } = await collect(facebook, replay(full));
    expect(wires.at(-1)?.url).toContain('metric=page_media_view');
    expect(pull.series.map((one) => one.measure)).toEqual(['followers', 'views']);
    expect(pull.span).toBeNull();
    expect(pull.gaps).toContainEqual(expect.objectContaining({ detail: expect.stringMatching(/8\d % of the calls/) as string }));
  });

  test.each(['', '{', '[]', '{"1":"x"}', '{"call_count":"99"}'])(
    'a usage header that can’t be read (%s) stops nothing',
    async (usage) => {
      const odd = exchanges.map((exchange) => ({
        ...exchange,
        response: { ...exchange.response, headers: { 'x-app-usage': usage, 'x-business-use-case-usage': usage } },
      }));
      const { pull } = await collect(facebook, replay(odd));
      expect([...numbers(pull)]).toEqual([...numbers((await collect(facebook, replay(exchanges))).pull)]);
    },
  );

  test('asks for at most 90 days at once', async () => {
    const { wires } = await collect(facebook, replay(exchanges));
    for (const { url } of wires.filter((wire) => wire.url.includes('/insights') && wire.url.includes('since='))) {
      const { since, until } = Object.fromEntries(new URL(url).searchParams) as { since: string; until: string };
      expect((Date.parse(until) - Date.parse(since)) / 86_400_000).toBeLessThanOrEqual(90);
    }
  });

  test('a look finds the last day of the token and the permissions that it lacks', async () => {
    const found = await examined(facebook, exchanges);
    expect(found).toEqual({
      works: true,
      expires: '2026-02-16',
      permissions: ['pages_read_engagement', 'pages_read_user_content', 'pages_show_list', 'read_insights'],
      lacks: [],
    });
    const poor = exchanges.map((exchange) =>
      exchange.request.method === 'POST'
        ? { ...exchange, response: { status: 200, headers: {}, body: { data: { is_valid: true, expires_at: 0, scopes: [] } } } }
        : exchange,
    );
    const { lacks, expires } = await examined(facebook, poor);
    expect(expires).toBeUndefined();
    expect(lacks.join()).toMatch(/read_insights.*pages_read_user_content/);
  });

  test('a look at a refused token says so', async () => {
    const expired = exchanges.map((exchange) => ({ ...exchange, response: refusal(190, 'expired') }));
    expect(await examined(facebook, expired)).toMatchObject({ works: false, lacks: [expect.stringMatching(/FACEBOOK_TOKEN/)] });
  });

  describe('comments', () => {
    const under = '175154750010052_9';
    const fields = 'id%2Cmessage%2Ccreated_time%2Cfrom%7Bid%7D%2Cparent%7Bid%7D';
    const first = `https://graph.facebook.com/v26.0/${under}/comments?fields=${fields}&filter=stream&limit=100`;
    const remark = (id: string, time: string, more: object = {}): object => ({ id, created_time: time, ...more });
    const self = ok(`${page}?fields=id`, { id: '175154750010052' });
    const pages = [
      self,
      ok(first, {
        data: [
          remark('9_1', '2025-11-16T18:00:00+0000', { message: 'CANARY kapan buka?', from: { id: '77', name: 'CANARY' } }),
          remark('9_2', '2025-11-17T01:00:00+0000', {
            message: 'Senin',
            from: { id: '175154750010052' },
            parent: { id: '9_1' },
          }),
        ],
        paging: { cursors: { after: 'A' }, next: `${first}&access_token=CANARYTOKEN&after=A` },
      }),
      ok(`${first}&after=A`, {
        data: [remark('9_3', '2025-11-15T01:00:00+0000', { message: 'lama' }), remark('9_4', '2025-11-17T05:00:00+0000')],
        paging: { cursors: { after: 'B' } },
      }),
    ];
    const days = { from: '2025-11-17', to: '2025-11-17' };

    test('come page by page with replies, by the day in the agency’s zone, own ones marked', async () => {
      const found = await commented(facebook, pages, days, [under]);
      expect(found.map(bare)).toEqual([
        ['9_1', '77', 'CANARY kapan buka?', '2025-11-17', false, false],
        ['9_2', '175154750010052', 'Senin', '2025-11-17', true, true],
        ['9_4', '', '', '2025-11-17', false, false],
      ]);
      expect(() => JSON.stringify(found)).toThrow();
      expect(`${found.map((one) => one.words).join()}`).not.toMatch(/canary/i);
    });

    test('a post that was deleted since has none; but where no post answers, it may be the token', async () => {
      const gone = first.replace(under, '175154750010052_8');
      const refused: Exchange = {
        request: { method: 'GET', url: gone },
        response: {
          status: 400,
          headers: {},
          body: {
            error: { message: "Object with ID '8' does not exist", type: 'GraphMethodException', code: 100, error_subcode: 33 },
          },
        },
      };
      const found = await commented(facebook, [...pages, refused], days, ['175154750010052_8', under]);
      expect(found).toHaveLength(3);
      await expect(commented(facebook, [self, refused], days, ['175154750010052_8'])).rejects.toThrow(/100\/33/);
    });

    test.each([
      ['a page that is refused', ok(`${first}&after=A`, '<html>')],
      ['an endless pager', ok(`${first}&after=A`, { data: [], paging: { cursors: { after: 'A' }, next: first } })],
      ['a comment without its time', ok(`${first}&after=A`, { data: [{ id: '9_3', message: 'CANARY' }] })],
    ])('%s throws: the window is not whole', async (_, broken) => {
      const failure = await commented(facebook, [...pages.slice(0, 2), broken], days, [under]).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(SourceError);
      expect(String(failure)).not.toMatch(/canary/i);
    });
  });
});

describe('instagram', () => {
  const exchanges = answers('instagram');
  const root = 'https://graph.facebook.com/v26.0';
  const account = `${root}/17841400000000001`;
  const body = (part: string, answer: unknown): Exchange[] =>
    exchanges.map((exchange) =>
      exchange.request.url.includes(part) ? { ...exchange, response: { status: 200, headers: {}, body: answer } } : exchange,
    );

  test('asks daily totals day by day, in the platform’s own days, and never one that is not over', async () => {
    const { wires } = await collect(instagram, replay(exchanges));
    const asked = wires
      .map((wire) => new URL(wire.url).searchParams)
      .filter((query) => query.get('metric_type') && query.has('since'));
    expect(asked.length).toBeGreaterThan(5);
    for (const query of asked) {
      const [since, until] = [Number(query.get('since')), Number(query.get('until'))];
      expect(until - since).toBe(86_400);
      expect(new Date(since * 1000).toISOString()).toMatch(/T07:00:00/);
      expect(until * 1000).toBeLessThan(Date.parse('2026-09-29T17:00:00Z'));
    }
  });

  test('one withdrawn metric costs only itself, whichever it is', async () => {
    const { pull: whole } = await collect(instagram, replay(exchanges));
    for (const metric of ['views', 'saves', 'saved', 'total_interactions', 'follows_and_unfollows', 'reach']) {
      const invalid = refusal(100, '(#100) metric[0] must be one of the following values: follower_count');
      const { pull } = await collect(instagram, replay(without(exchanges, metric, invalid)));
      const expected = [...numbers(whole)].filter(([key]) => !new RegExp(` ${metric}(: \\w+)?( 2026-\\d\\d-\\d\\d)?$`).test(key));
      expect([...numbers(pull)], metric).toEqual(expected);
      expect(pull.gaps.some((gap) => gap.reason === 'withdrawn' && gap.detail.includes(metric))).toBe(true);
    }
  });

  test('a metric that ended long ago is no news: not offered', async () => {
    const { pull } = await collect(instagram, replay(exchanges));
    expect(pull.gaps.filter((gap) => gap.reason === 'withdrawn')).toEqual([]);
    expect(pull.gaps).toContainEqual(expect.objectContaining({ measure: 'link-clicks', reason: 'not-offered' }));
  });

  test('an answer without content is empty, never 0; too few viewers is a reason of its own', async () => {
    const { pull } = await collect(instagram, replay(exchanges));
    expect(pull.posts[0]?.figures.views).toEqual({ value: null, reason: 'empty', metric: 'views' });
    expect(pull.posts[4]?.figures.views).toEqual({ value: null, reason: 'below-threshold', metric: 'views' });
    expect(pull.posts[4]?.type).toBe('story');
    const { pull: none } = await collect(instagram, (wire) =>
      replay(wire.url.includes('/insights?') ? [ok(wire.url, { data: [] })] : exchanges)(wire),
    );
    expect(none.series.map((one) => one.metric)).toEqual(['followers_count']);
    expect(new Set(none.gaps.map((gap) => gap.reason))).toEqual(new Set(['empty', 'not-yet']));
  });

  test('days that the platform no longer keeps are not asked for, and said to be gone', async () => {
    const days = { from: '2026-06-29', to: '2026-07-04' };
    const ask = {
      ...asking(instagram, replay(exchanges)),
      days,
      posts: { from: '2026-09-30', to: '2026-09-30' },
      audience: false,
    };
    const { gaps } = await instagram.collect(ask);
    expect(gaps).toContainEqual(
      expect.objectContaining({ measure: 'views', from: '2026-06-29', to: '2026-07-01', reason: 'not-offered' }),
    );
    expect(gaps.filter((gap) => gap.reason === 'failed').every((gap) => gap.from >= '2026-07-02')).toBe(true);
  });

  test('with fewer than 100 followers neither follows nor the audience are asked for', async () => {
    const { pull, wires } = await collect(
      instagram,
      replay(body('fields=id%2Cusername%2Cfollowers_count', { id: '1', username: 'dinascontoh', followers_count: 99 })),
    );
    expect(wires.some((wire) => /demographics|online_followers|follows_and/.test(wire.url))).toBe(false);
    for (const measure of ['followers', 'followers-online', 'followers-gained'])
      expect(pull.gaps).toContainEqual(expect.objectContaining({ measure, reason: 'below-threshold' }));
  });

  test('where stories can’t be read, the last two days are not whole', async () => {
    const bound = exchanges.map((exchange) =>
      exchange.request.url.includes('/stories') ? { ...exchange, response: refusal(200, 'Permissions error') } : exchange,
    );
    const { pull } = await collect(instagram, replay(bound));
    expect(pull.posts).toHaveLength(4);
    expect(pull.span).toEqual({ from: '2026-09-24', to: '2026-09-28' });
    expect(pull.gaps).toContainEqual(
      expect.objectContaining({
        from: '2026-09-29',
        to: '2026-09-30',
        reason: 'secret-missing',
        detail: expect.stringContaining('stories') as string,
      }),
    );
  });

  test('parts by two keys at once are no parts by one of them', () => {
    const results = [{ dimension_values: ['REEL', 'FOLLOWER'], value: 7 }];
    const breakdowns = [{ dimension_keys: ['media_product_type', 'follow_type'], results }];
    expect(partsOf({ name: 'reach', total_value: { value: 9, breakdowns } }, 'follow_type').size).toBe(0);
    const one = [{ dimension_keys: ['follow_type'], results: [{ dimension_values: ['FOLLOWER'], value: 7 }] }];
    expect([...partsOf({ name: 'reach', total_value: { breakdowns: one } }, 'follow_type')]).toEqual([['FOLLOWER', 7]]);
  });

  test('a demographic that is answered without a timeframe alone is read that way', async () => {
    const { pull, wires } = await collect(instagram, replay(exchanges));
    expect(pull.series.filter((one) => one.dimensions.country).map((one) => one.dimensions.country)).toEqual([
      'ID',
      'MY',
      'SG',
      'TW',
    ]);
    expect(wires.filter((wire) => /breakdown=country/.test(wire.url))).toHaveLength(2);
  });

  test('a token of Instagram Login works on its own server, which does not say when it ends', async () => {
    const moved = exchanges
      .filter((exchange) => exchange.request.method === 'GET')
      .map((exchange) => ({
        ...exchange,
        request: { ...exchange.request, url: exchange.request.url.replace('graph.facebook', 'graph.instagram') },
      }));
    const { pull } = await collect(instagram, replay(moved), { account: { server: 'https://graph.instagram.com' } });
    expect(pull.posts).toHaveLength(5);
    expect(pull.expires).toBeUndefined();
    const ask = asking(instagram, replay(moved));
    const found = await instagram.examine?.({
      ...ask,
      account: { ...ask.account, server: 'https://graph.instagram.com' },
      days: null,
      posts: { from: ask.today, to: ask.today },
      audience: false,
    });
    expect(found).toEqual({ works: true, lacks: [expect.stringMatching(/"expires"/)] });
  });

  test('a look names a lacking permission', async () => {
    expect(await examined(instagram, exchanges)).toMatchObject({
      works: true,
      expires: '2026-11-14',
      lacks: [expect.stringMatching(/instagram_manage_comments/)],
    });
  });

  test('of another account: followers, likes and comments, without a word', async () => {
    const { pull, wires } = await collect(instagram, replay(exchanges), { as: 'peer' });
    expect(pull.series).toMatchObject([{ metric: 'followers_count', values: [{ day: '2026-09-30', value: 64976 }] }]);
    expect(pull.posts.map((one) => [one.type, one.text, one.figures])).toEqual([
      [
        'video',
        '',
        { likes: { value: null, reason: 'not-offered', metric: 'like_count' }, comments: { value: 0, metric: 'comments_count' } },
      ],
      ['short-video', '', { likes: { value: 410, metric: 'like_count' }, comments: { value: 52, metric: 'comments_count' } }],
      ['image', '', { likes: { value: 88, metric: 'like_count' }, comments: { value: 14, metric: 'comments_count' } }],
    ]);
    expect(wires).toHaveLength(4);
  });

  test.each([
    [{ settings: {} }, /"settings"."own"/],
    [{ handle: 'a){id},x(' }, /"handle"/],
  ])('a peer that can’t be asked for says what it lacks', async (account, message) => {
    const failure = collect(instagram, replay(exchanges), { as: 'peer', account });
    await expect(failure).rejects.toThrow(message);
  });

  test('comments come with the replies to them, own ones marked; a broken page throws', async () => {
    const fields = 'id%2Ctext%2Ctimestamp%2Cusername%2Cfrom%7Bid%7D';
    const first = `${root}/8/comments?fields=${fields}%2Creplies.limit%281%29%7Bid%7D&limit=50`;
    const replies = `${root}/81/replies?fields=${fields}&limit=50`;
    const pages = [
      ok(`${account}?fields=id%2Cusername`, { id: '17841400000000001', username: 'dinascontoh' }),
      ok(first, {
        data: [
          {
            id: '81',
            text: 'CANARY kapan?',
            timestamp: '2026-09-27T17:30:00+0000',
            username: 'canary.warga',
            replies: { data: [{ id: '82' }] },
          },
          { id: '83', text: '', timestamp: '2026-09-20T17:30:00+0000', username: 'canary.lain' },
        ],
        paging: { cursors: { after: 'A' } },
      }),
      ok(replies, {
        data: [{ id: '82', text: 'Besok', timestamp: '2026-09-28T01:00:00+0000', username: 'dinascontoh' }],
        paging: { cursors: { after: 'R' }, next: `${replies}&access_token=CANARYTOKEN&after=R` },
      }),
      ok(`${replies}&after=R`, { data: [{ id: '84', text: 'Terima kasih', timestamp: '2026-09-28T02:00:00+0000' }] }),
    ];
    const days = { from: '2026-09-28', to: '2026-09-28' };
    const found = await commented(instagram, pages, days, ['8']);
    expect(found.map(bare)).toEqual([
      ['81', 'canary.warga', 'CANARY kapan?', '2026-09-28', false, false],
      ['82', 'dinascontoh', 'Besok', '2026-09-28', true, true],
      ['84', '', 'Terima kasih', '2026-09-28', false, true],
    ]);
    await expect(commented(instagram, pages.slice(0, 3), days, ['8'])).rejects.toThrow(SourceError);
  });
});

describe('threads', () => {
  const exchanges = answers('threads');
  const root = 'https://graph.threads.net/v1.0';
  const account = `${root}/25000000000000001`;

  test('leaves out reposts of others and asks them for nothing', async () => {
    const { pull, wires } = await collect(threads, replay(exchanges));
    expect(pull.posts.map((one) => one.type)).toEqual(['video', 'other', 'album', 'link']);
    expect(wires.some((wire) => wire.url.includes('19000000000000004'))).toBe(false);
  });

  test('one withdrawn metric costs only itself, and is asked alone once', async () => {
    const { pull, wires } = await collect(threads, replay(exchanges));
    expect(pull.gaps.filter((gap) => gap.reason === 'withdrawn')).toMatchObject([
      { measure: 'quotes', from: '2026-09-26', to: '2026-09-30' },
    ]);
    expect(wires.filter((wire) => /metric=quotes$/.test(wire.url))).toHaveLength(1);
    expect(pull.posts[3]?.figures).toMatchObject({ views: { value: 88 }, quotes: { value: null, reason: 'withdrawn' } });
  });

  test('asks for nothing before 13 April 2024', async () => {
    const days = { from: '2024-04-01', to: '2024-04-20' };
    const asked: string[] = [];
    const transport: Transport = (wire) => {
      asked.push(wire.url);
      return replay(exchanges)(wire);
    };
    const base = { ...asking(threads, transport), posts: { from: '2026-09-30', to: '2026-09-30' }, audience: false };
    await threads.collect({ ...base, days });
    const since = Number(new URL(asked.find((url) => url.includes('metric=views&')) ?? '').searchParams.get('since'));
    expect(since).toBe(Date.parse('2024-04-13T07:00:00Z') / 1000);
    expect(since).toBeGreaterThanOrEqual(1_712_991_600);
    asked.length = 0;
    await threads.collect({ ...base, days: { from: '2024-03-01', to: '2024-04-12' } });
    expect(asked.some((url) => url.includes('metric=views&'))).toBe(false);
  });

  test('with fewer than 100 followers the audience is not asked for', async () => {
    const few = exchanges.map((exchange) =>
      asks(exchange, 'followers_count')
        ? ok(exchange.request.url, { data: [{ name: 'followers_count', total_value: { value: 99 } }] })
        : exchange,
    );
    const { pull, wires } = await collect(threads, replay(few));
    expect(wires.some((wire) => wire.url.includes('demographics'))).toBe(false);
    expect(pull.gaps).toContainEqual(expect.objectContaining({ measure: 'followers', reason: 'below-threshold' }));
  });

  test('a full page without "next" is followed by its cursor', async () => {
    const list = exchanges.filter((exchange) => exchange.request.url.includes('/threads?'));
    const [first, second] = list as [Exchange, Exchange];
    const repost = { id: '19000000000000004', media_type: 'REPOST_FACADE', timestamp: '2026-09-29T02:00:00+0000' };
    const full = { data: Array.from({ length: 100 }, () => repost), paging: { cursors: { after: 'QVFI1' } } };
    const { pull } = await collect(
      threads,
      replay([ok(first.request.url, full), second, ...exchanges.filter((one) => !list.includes(one))]),
    );
    expect(pull.posts.map((one) => one.id.at(-1))).toEqual(['1', '2', '3']);
  });

  test('a look names a lacking permission and the last day of the token', async () => {
    expect(await examined(threads, exchanges)).toEqual({
      works: true,
      expires: '2026-11-27',
      permissions: ['threads_basic', 'threads_manage_insights'],
      lacks: [expect.stringMatching(/threads_read_replies/)],
    });
  });

  test('replies come with the replies to them, own ones marked; an endless pager throws', async () => {
    const first = `${root}/9/conversation?fields=id%2Ctext%2Ctimestamp%2Cusername%2Cis_reply_owned_by_me%2Creplied_to%7Bid%7D&limit=100`;
    const reply = (id: string, to: string, more: object): object => ({
      id,
      timestamp: '2026-09-28T01:00:00+0000',
      replied_to: { id: to },
      ...more,
    });
    const page = ok(first, {
      data: [
        reply('91', '9', { text: 'CANARY apa syaratnya?', username: 'canary_warga', is_reply_owned_by_me: false }),
        reply('92', '91', { text: 'KTP dan KK', username: 'dinascontoh', is_reply_owned_by_me: true }),
        reply('93', '9', { timestamp: '2026-09-29T01:00:00+0000' }),
      ],
      paging: { cursors: { after: 'A' } },
    });
    const days = { from: '2026-09-28', to: '2026-09-28' };
    expect((await commented(threads, [page], days, ['9'])).map(bare)).toEqual([
      ['91', 'canary_warga', 'CANARY apa syaratnya?', '2026-09-28', false, false],
      ['92', 'dinascontoh', 'KTP dan KK', '2026-09-28', true, true],
    ]);
    const endless = { data: [], paging: { cursors: { after: 'A' }, next: `${account}/x?access_token=CANARYTOKEN&after=A` } };
    const broken = commented(threads, [ok(first, endless), ok(`${first}&after=A`, endless)], days, ['9']);
    await expect(broken).rejects.toThrow(/again and again/);
  });
});

describe.each([facebook, instagram, threads])('$declaration.id: odd answers', (source) => {
  const id = source.declaration.id;
  const exchanges = answers(id);
  /** Replaces every number of the answers, and nothing else. */
  const odd = (value: unknown, by: (old: number) => number): unknown => {
    if (typeof value === 'number') return by(value);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => odd(item, by));
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, odd(item, by)]));
  };

  test.each([
    ['negative', (old: number) => -old - 1],
    ['too large to be exact', () => 2 ** 53 + 2],
    ['a fraction', (old: number) => old + 0.5],
  ])('a count that is %s is not known', async (_, by) => {
    const bent = exchanges.map(({ request, response }) => {
      const error = (response.body as { error?: unknown }).error !== undefined;
      return { request, response: error || request.method === 'POST' ? response : { ...response, body: odd(response.body, by) } };
    });
    const { pull } = await collect(source, replay(bent));
    // Facebook leaves out what is 0: those zeros stay.
    expect([...numbers(pull)].filter(([, value]) => value !== 0)).toEqual([]);
    expect(pull.posts.length).toBeGreaterThan(3);
  });

  test('a place, a hashtag and a field named like a part of every object are words like others', async () => {
    const text = JSON.stringify(exchanges).replaceAll('"ID"', '"__proto__"').replaceAll('Siaran pers', '#__proto__');
    const { pull } = await collect(source, replay(JSON.parse(text) as Exchange[]));
    expect(pull.posts.length).toBeGreaterThan(3);
    expect({}).not.toHaveProperty('polluted');
    for (const one of pull.series) expect(Object.getPrototypeOf(one.dimensions)).toBe(Object.prototype);
  });

  test.each([
    ['a timeout', 'timeout'],
    ['HTML', '<html>Sorry, something went wrong</html>'],
    ['an answer that breaks off', '{"data":[{"id":"1'],
    ['null', 'null'],
  ])('%s instead of the insights costs only the insights', async (_, text) => {
    const transport: Transport = async (wire) => {
      if (!wire.url.includes('insights?')) return replay(exchanges)(wire);
      if (text === 'timeout') throw Object.assign(new Error('late'), { name: 'TimeoutError' });
      return {
        status: 200,
        headers: new Map(),
        body: (async function* () {
          yield new TextEncoder().encode(text);
        })(),
      };
    };
    const { pull } = await collect(source, transport);
    expect(pull.posts.length).toBeGreaterThan(3);
    expect(pull.span).toEqual({ from: expect.any(String) as string, to: expect.any(String) as string });
    expect(pull.gaps.some((gap) => gap.reason === 'failed')).toBe(true);
    const { wires } = await collect(source, transport);
    expect(wires.length).toBeLessThan(200);
  });
});
