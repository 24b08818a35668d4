import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Account } from '#model/agency.ts';
import type { Comment } from '#model/comment.ts';
import { SecretError, SourceError } from '#model/error.ts';
import { createHttp, type Transport, type Wire } from '#sources/http/http.ts';
import { Exchange, replay } from '#sources/http/replay.ts';
import type { Ask, AskComments } from '#sources/source.ts';
import { youtube } from '#sources/google/youtube.ts';
import { ga4 } from '#sources/google/ga4.ts';
import { signed } from '#sources/google/google.ts';
import { answers, collect, numbers } from './conformance.ts';
import { serviceAccount } from './service-account.ts';

const CHANNEL = 'UCdinascontoh00000000001';
const NAMES = {
  'client-id': 'YOUTUBE_CLIENT_ID',
  'client-secret': 'YOUTUBE_CLIENT_SECRET',
  'refresh-token': 'YOUTUBE_REFRESH_TOKEN',
};
const ACCOUNT: Account = {
  id: 'youtube',
  name: 'Dinas Contoh',
  platform: 'youtube',
  source: 'youtube',
  handle: CHANNEL,
  token: 'YOUTUBE_TOKEN',
  secrets: NAMES,
  since: '2026-01-01',
};

interface Made {
  readonly ask: Ask;
  readonly wires: Wire[];
  readonly waits: number[];
}

function asking(transport: Transport, change: Partial<Ask> = {}): Made {
  const wires: Wire[] = [];
  const waits: number[] = [];
  const http = createHttp({
    now: () => new Date('2026-09-30T03:15:27Z'),
    sleep: async (milliseconds) => void waits.push(milliseconds),
    random: () => 0.5,
    transport: (wire) => {
      wires.push(wire);
      return transport(wire);
    },
  });
  const ask: Ask = {
    account: ACCOUNT,
    http,
    zone: 'Asia/Jakarta',
    today: '2026-09-30',
    days: { from: '2026-09-20', to: '2026-09-29' },
    posts: { from: '2026-09-18', to: '2026-09-30' },
    audience: true,
    api: 'v3',
    allowance: Number.POSITIVE_INFINITY,
    token: () => 'CANARYKEY',
    secret: (purpose) => `CANARY-${purpose}`,
    has: () => true,
    ...change,
  };
  return { ask, wires, waits };
}

const exchange = (url: string, body: unknown, status = 200): Exchange =>
  Exchange.parse({ request: { url }, response: { status, body } });
const refusal = (reason: string, message: string, status: number): Exchange['response'] => ({
  status,
  headers: {},
  body: { error: { code: status, message, errors: [{ message, domain: 'youtube.quota', reason }] } },
});

/** The exchanges of the conformance suite, with some answered in another way. */
function changed(pattern: string, response: Exchange['response']): Exchange[] {
  return answers('youtube').map((one) => (one.request.url.includes(pattern) ? { ...one, response } : one));
}

/** The exchanges with a channel that tells these counts. */
function counting(statistics: object): Exchange[] {
  const contentDetails = { relatedPlaylists: { uploads: `UU${CHANNEL.slice(2)}` } };
  return changed('/channels', { status: 200, headers: {}, body: { items: [{ id: CHANNEL, statistics, contentDetails }] } });
}

async function failure(promise: Promise<unknown>): Promise<Error> {
  return promise.then(
    () => new Error('did not fail'),
    (error: Error) => error,
  );
}

describe('youtube', () => {
  const exchanges = answers('youtube');

  test('the key stands in a header, for YouTube alone; the refresh token in a form, the access token as Bearer', async () => {
    const { wires } = await collect(youtube, replay(exchanges));
    for (const wire of wires) {
      const host = new URL(wire.url).hostname;
      expect([host, 'x-goog-api-key' in wire.headers, 'authorization' in wire.headers, wire.body !== undefined]).toEqual([
        host,
        host === 'youtube.googleapis.com',
        host === 'youtubeanalytics.googleapis.com',
        host === 'oauth2.googleapis.com',
      ]);
    }
    expect(wires.some((wire) => wire.url.includes('/search'))).toBe(false);
  });

  test('a channel that hides its subscribers is not known to have none', async () => {
    const { pull } = await collect(youtube, replay(counting({ hiddenSubscriberCount: true, subscriberCount: '0' })));
    expect(pull.series[0]?.values).toEqual([{ day: '2026-09-30', value: null, reason: 'not-offered', observed: '2026-09-30' }]);
  });

  test('views across a change of YouTube’s way of counting are said to be so', async () => {
    const turned = answers('youtube').map((one) => {
      const back = (text: string): string => text.replaceAll('2026-09-', '2026-08-');
      return Exchange.parse(JSON.parse(back(JSON.stringify(one))));
    });
    const { ask } = asking(replay(turned), {
      days: { from: '2026-08-20', to: '2026-08-29' },
      posts: { from: '2026-08-18', to: '2026-09-30' },
      audience: false,
    });
    const { series, posts } = await youtube.collect(ask);
    const views = series.filter(({ measure }) => measure === 'views');
    expect(views.map(({ metric, values }) => [metric, values.at(0)?.day, values.at(-1)?.day])).toEqual([
      ['views (Shorts from the start of playback)', '2026-08-20', '2026-08-23'],
      ['views (all from the start of playback)', '2026-08-25', '2026-08-26'],
    ]);
    expect(series.some(({ measure }) => measure === 'engaged-views')).toBe(true);
    const metrics = posts.map(({ day, figures }) => [day < '2026-08-24', figures.views?.metric]);
    expect(new Set(metrics.map(([before]) => before))).toContain(true);
    for (const [before, metric] of metrics)
      expect(metric).toBe(`statistics.viewCount (${before ? 'counted in more than one way' : 'all from the start of playback'})`);
  });

  test('a channel without videos has none, and its list is not asked for', async () => {
    const { pull, wires } = await collect(youtube, replay(counting({ subscriberCount: '5', videoCount: '0' })));
    expect(pull.posts).toEqual([]);
    expect(pull.span).toEqual({ from: '2026-09-18', to: '2026-09-30' });
    expect(wires.some((wire) => wire.url.includes('/playlistItems'))).toBe(false);
  });

  test('a name is asked for as a name, and an unknown one is said so', async () => {
    const none = { kind: 'youtube#channelListResponse', pageInfo: { totalResults: 0, resultsPerPage: 5 } };
    const url = 'https://youtube.googleapis.com/youtube/v3/channels?part=statistics,contentDetails&forHandle=%40tiada';
    const error = await failure(collect(youtube, replay([exchange(url, none)]), { account: { handle: '@tiada' } }));
    expect(error).toBeInstanceOf(SourceError);
    expect(error.message).toMatch(/no channel "@tiada".*agency\.json/);
  });

  test.each([
    ['keyInvalid', 'Bad Request', 400],
    ['API_KEY_INVALID', 'API key not valid. Please pass a valid API key.', 400],
  ])('a refused key (%s) names its variable, without a retry', async (reason, message, status) => {
    const response =
      reason === 'keyInvalid'
        ? refusal(reason, message, status)
        : {
            status,
            headers: {},
            body: { error: { code: status, message, status: 'INVALID_ARGUMENT', details: [{ '@type': 'x', reason }] } },
          };
    const { ask, waits } = asking(replay(changed('/channels', response)));
    const error = await failure(youtube.collect(ask));
    expect(error).toBeInstanceOf(SecretError);
    expect(error).toMatchObject({ variable: 'YOUTUBE_TOKEN' });
    expect(error.message).not.toContain('CANARY');
    expect(waits).toEqual([]);
  });

  test('a used-up day’s quota is not asked again, keeps what came before and says when it is filled up', async () => {
    const spent = refusal('quotaExceeded', 'You have exceeded your <a href="/youtube/v3/getting-started#quota">quota</a>.', 403);
    const { ask, waits } = asking(replay(changed('pageToken=', spent)));
    const pull = await youtube.collect(ask);
    expect(waits).toEqual([]);
    expect(pull.posts.length).toBeGreaterThan(0);
    expect(pull.span).toEqual({ from: '2026-09-26', to: '2026-09-30' });
    expect(pull.gaps.find((gap) => gap.measure === undefined)).toMatchObject({
      from: '2026-09-18',
      to: '2026-09-25',
      reason: 'failed',
      detail: expect.stringContaining('quotaExceeded: the quota is used up'),
    });
  });

  test('too many calls at once (403 rateLimitExceeded) pass by themselves', async () => {
    const busy = changed('/playlistItems', refusal('rateLimitExceeded', 'slow down', 403)).filter(
      (one) => one.response.status === 403,
    );
    const { ask, waits } = asking(replay([...busy, ...exchanges]));
    expect(numbers(await youtube.collect(ask))).toEqual(numbers((await collect(youtube, replay(exchanges))).pull));
    expect(waits.length).toBeGreaterThan(0);
  });

  test('one withdrawn metric costs only itself, whichever it is', async () => {
    const { pull: whole } = await collect(youtube, replay(exchanges));
    const report = exchanges.find((one) => one.request.url.includes('subscribersGained')) as Exchange;
    const { columnHeaders, rows } = report.response.body as { columnHeaders: { name: string }[]; rows: unknown[][] };
    const metrics = columnHeaders.slice(1).map((column) => column.name);
    expect(metrics).toHaveLength(7);
    const bad = refusal('badRequest', 'Unknown identifier (x) given in field parameters.metrics.', 400);
    for (const gone of metrics) {
      const alone = metrics.map((metric, index) => {
        const url = new URL(report.request.url);
        url.searchParams.set('metrics', metric);
        const body = { columnHeaders: [{ name: 'day' }, { name: metric }], rows: rows.map((row) => [row[0], row[index + 1]]) };
        return { request: { ...report.request, url: url.href }, response: metric === gone ? bad : { ...report.response, body } };
      });
      const all = exchanges.map((one) => (one === report ? { ...one, response: bad } : one));
      const { pull } = await collect(youtube, replay([...all, ...alone]));
      const kept = [...numbers(whole)].filter(([key]) => !key.includes(` day  ${gone} `));
      expect([...numbers(pull)]).toEqual(kept);
      expect(pull.gaps.filter((gap) => gap.reason === 'withdrawn')).toMatchObject([{ detail: expect.stringContaining(gone) }]);
    }
  });

  test('a day with less than none is not known, and is not asked for again; a text for a number is no figure', async () => {
    const { pull } = await collect(youtube, replay(exchanges));
    const likes = pull.series.find((one) => one.measure === 'likes');
    expect(likes?.values.at(-1)).toEqual({ day: '2026-09-26', value: null, reason: 'empty', observed: '2026-09-30' });
    expect(pull.gaps).toContainEqual({
      measure: 'likes',
      from: '2026-09-26',
      to: '2026-09-26',
      reason: 'empty',
      detail: 'likes: -2 is no count',
    });
    const report = structuredClone(exchanges.find((one) => one.request.url.includes('subscribersGained')) as Exchange);
    (report.response.body as { rows: unknown[][] }).rows[2]?.splice(1, 1, '0');
    const { pull: texts } = await collect(youtube, replay(changed('subscribersGained', report.response)));
    expect(texts.series.some((one) => one.window === 'day' && one.measure === 'views')).toBe(false);
    expect(texts.gaps).toContainEqual(
      expect.objectContaining({
        measure: 'views',
        reason: 'failed',
        detail: expect.stringContaining('without numbers in the column "views"'),
      }),
    );
  });

  test('impressions are taken where YouTube offers them', async () => {
    const body = { columnHeaders: [{ name: 'day' }, { name: 'videoThumbnailImpressions' }], rows: [['2026-09-20', 9001]] };
    const { pull } = await collect(
      youtube,
      replay(changed('metrics=videoThumbnailImpressions', { status: 200, headers: {}, body })),
    );
    expect(pull.series.find((one) => one.measure === 'impressions')?.values).toEqual([
      { day: '2026-09-20', value: 9001, observed: '2026-09-30' },
    ]);
  });

  test.each([
    ['none is named', undefined, 'not-collected'],
    ['one is named and not set', NAMES, 'secret-missing'],
  ])('without the secrets of Analytics (%s) the rest comes, and each figure says why', async (_, secrets, reason) => {
    const { secrets: __, ...bare } = ACCOUNT;
    const { ask, wires } = asking(replay(exchanges), { account: secrets ? ACCOUNT : bare, has: () => false });
    const pull = await youtube.collect(ask);
    expect(pull.posts).toHaveLength(4);
    expect(pull.series.map((one) => one.measure)).toEqual(['followers']);
    expect(pull.gaps).toHaveLength(9);
    for (const gap of pull.gaps)
      expect(gap).toMatchObject({
        reason,
        from: '2026-09-20',
        to: '2026-09-29',
        detail: expect.stringContaining('refresh-token'),
      });
    expect(wires.every((wire) => wire.url.startsWith('https://youtube.googleapis.com/'))).toBe(true);
  });

  test.each([
    [
      { error: 'invalid_grant', error_description: 'Token has been expired or revoked. CANARY' },
      400,
      /^YOUTUBE_REFRESH_TOKEN: .*expired or withdrawn/,
    ],
    [
      { error: 'invalid_client', error_description: 'The OAuth client was not found.' },
      401,
      /^YOUTUBE_CLIENT_SECRET: .*client is unknown/,
    ],
  ])('a refresh token that Google refuses costs only Analytics', async (body, status, words) => {
    const { ask } = asking(replay(changed('oauth2.googleapis.com', { status, headers: {}, body })));
    const pull = await youtube.collect(ask);
    expect(pull.posts).toHaveLength(4);
    expect(pull.gaps.every((gap) => gap.reason === 'secret-missing' && words.test(gap.detail))).toBe(true);
    expect(JSON.stringify(pull)).not.toContain('CANARY');
  });

  test('a refresh token that ends soon tells its last day; one of another channel is found out', async () => {
    const body = { access_token: 'ya29.CANARY', expires_in: 3599, refresh_token_expires_in: 604799, scope: 'a b' };
    const url = `https://youtubeanalytics.googleapis.com/v2/reports?ids=channel==${CHANNEL}&metrics=views&startDate=2026-09-27&endDate=2026-09-27`;
    const some = changed('oauth2.googleapis.com', { status: 200, headers: {}, body });
    const own = asking(replay([...some, exchange(url, { columnHeaders: [{ name: 'views' }] })]));
    expect((await youtube.collect(own.ask)).expires).toBe('2026-10-07');
    expect(await youtube.examine?.(own.ask)).toEqual({
      works: true,
      expires: '2026-10-07',
      permissions: ['a', 'b'],
      lacks: [/yt-analytics/, /Testing/].map((text) => expect.stringMatching(text)),
    });
    const others = asking(replay([...exchanges, { ...exchange(url, {}), response: refusal('forbidden', 'Forbidden', 403) }]));
    expect(await youtube.examine?.(others.ask)).toEqual({
      works: false,
      lacks: [expect.stringContaining('another channel'), expect.stringContaining('403')],
    });
  });

  test('an answer without the audience hides what is too small', async () => {
    const body = { columnHeaders: [{ name: 'ageGroup' }, { name: 'gender' }, { name: 'viewerPercentage' }] };
    const { pull } = await collect(youtube, replay(changed('ageGroup', { status: 200, headers: {}, body })));
    expect(pull.series.some((one) => one.measure === 'viewer-share')).toBe(false);
    expect(pull.gaps).toContainEqual(
      expect.objectContaining({ measure: 'viewer-share', reason: 'below-threshold', to: '2026-09-27' }),
    );
  });

  test('the audience is asked for only when it is wanted, and days only when they are', async () => {
    const { ask, wires } = asking(replay(exchanges), { audience: false, days: null });
    const pull = await youtube.collect(ask);
    expect(pull.series.map((one) => one.measure)).toEqual(['followers']);
    expect(wires.some((wire) => wire.url.includes('/v2/reports'))).toBe(false);
  });

  test('a list that never ends is left, with what came', async () => {
    const url = exchanges.find((one) => one.request.url.includes('/playlistItems'))?.request.url ?? '';
    const endless: Transport = (wire) => {
      const asked = new URL(wire.url);
      if (!asked.pathname.endsWith('/playlistItems')) return replay(exchanges)(wire);
      const items = [{ contentDetails: { videoId: 'aaShort0001' } }];
      return replay([exchange(asked.href, { items, nextPageToken: 'SAME' }), exchange(url, {})])(wire);
    };
    const video = (exchanges.find((one) => one.request.url.includes('/videos')) as Exchange).response.body as {
      items: { id: string }[];
    };
    const one = new URL(exchanges.find((each) => each.request.url.includes('/videos'))?.request.url ?? '');
    one.searchParams.set('id', 'aaShort0001');
    const single = exchange(one.href, { items: video.items.filter((each) => each.id === 'aaShort0001') });
    const { ask } = asking((wire) => (wire.url === one.href ? replay([single])(wire) : endless(wire)));
    const pull = await youtube.collect(ask);
    expect(pull.posts.map((post) => post.id)).toEqual(['aaShort0001']);
    expect(pull.gaps[0]).toMatchObject({ reason: 'failed', detail: expect.stringContaining('again and again') });
  });

  test('of another channel only what anybody sees, without its words', async () => {
    const { ask, wires } = asking(replay(exchanges), { has: () => false });
    const pull = await youtube.peer?.(ask);
    expect(pull?.series.map((one) => one.measure)).toEqual(['followers']);
    expect(pull?.posts).toHaveLength(4);
    for (const post of pull?.posts ?? []) expect([post.text, post.tags]).toEqual(['', []]);
    expect(wires.every((wire) => wire.url.startsWith('https://youtube.googleapis.com/'))).toBe(true);
  });

  test('examine says what is lacking and never throws for it', async () => {
    const works = asking(replay(exchanges), { has: () => false });
    expect(await youtube.examine?.(works.ask)).toMatchObject({
      works: true,
      lacks: [expect.stringContaining('no refresh token')],
    });
    expect(works.wires).toHaveLength(1);
    const refused = asking(replay(changed('/channels', refusal('keyInvalid', 'Bad Request', 400))));
    expect(await youtube.examine?.(refused.ask)).toMatchObject({
      works: false,
      lacks: [expect.stringContaining('YOUTUBE_TOKEN')],
    });
  });
});

describe('youtube comments', () => {
  const server = 'https://youtube.googleapis.com/youtube/v3';
  const threadsUrl = (video: string, token?: string): string =>
    `${server}/commentThreads?part=snippet,replies&videoId=${video}&order=time&maxResults=100&textFormat=plainText${token ? `&pageToken=${token}` : ''}`;
  const repliesUrl = (parent: string, token?: string): string =>
    `${server}/comments?part=snippet&parentId=${parent}&maxResults=100&textFormat=plainText${token ? `&pageToken=${token}` : ''}`;
  const entry = (id: string, at: string, author: string | null = `UC-${id}`): object => ({
    id,
    snippet: {
      textDisplay: `CANARY kata ${id}`,
      textOriginal: `CANARY kata ${id}`,
      authorDisplayName: `@canary-${id}`,
      ...(author === null ? {} : { authorChannelId: { value: author } }),
      publishedAt: at,
      updatedAt: at,
    },
  });
  const thread = (id: string, at: string, replies: object[] = [], count = replies.length): object => ({
    id,
    snippet: {
      videoId: 'v',
      channelId: CHANNEL,
      topLevelComment: entry(id, at),
      canReply: true,
      totalReplyCount: count,
      isPublic: true,
    },
    ...(replies.length > 0 ? { replies: { comments: replies } } : {}),
  });
  const channel = answers('youtube')[0] as Exchange;
  const closed: Exchange = {
    request: { method: 'GET', url: threadsUrl('tertutup1') },
    response: refusal('commentsDisabled', 'The video identified by the videoId parameter has disabled comments.', 403),
  };
  const pages = [
    channel,
    exchange(threadsUrl('video0001'), {
      items: [
        thread('a', '2026-09-29T18:00:00Z'),
        thread('b', '2026-09-28T01:00:00Z', [entry('b.1', '2026-09-29T01:00:00Z', CHANNEL)]),
      ],
      nextPageToken: 'TWO',
    }),
    exchange(threadsUrl('video0001', 'TWO'), {
      items: [
        thread('b', '2026-09-28T01:00:00Z', [entry('b.1', '2026-09-29T01:00:00Z', CHANNEL)]),
        thread('old', '2026-08-01T00:00:00Z', [entry('old.9', '2026-09-25T00:00:00Z')], 7),
      ],
    }),
    exchange(repliesUrl('old'), {
      items: [entry('old.9', '2026-09-25T00:00:00Z'), entry('old.8', '2026-09-24T00:00:00Z', null)],
      nextPageToken: 'R2',
    }),
    exchange(repliesUrl('old', 'R2'), { items: [entry('old.1', '2026-08-02T00:00:00Z')] }),
    closed,
    exchange(threadsUrl('video0002'), { items: [] }),
  ];
  const post = (id: string): AskComments['under'][number] => ({
    id,
    day: '2026-09-20',
    type: 'video',
    text: '',
    tags: [],
    figures: {},
    source: 'youtube',
    api: 'v3',
    observed: '2026-09-30',
  });

  function stream(exchanges: readonly Exchange[], under: readonly string[]): { comments: AsyncIterable<Comment>; wires: Wire[] } {
    const { ask, wires } = asking(replay(exchanges));
    const { days: _, posts: __, audience: ___, ...rest } = ask;
    const comments = youtube.comments?.({ ...rest, written: { from: '2026-09-20', to: '2026-09-29' }, under: under.map(post) });
    if (!comments) throw new Error('youtube has no comments');
    return { comments, wires };
  }

  test('each within the days once, with replies under old threads; closed videos cost nothing', async () => {
    const found: unknown[] = [];
    for await (const { id, words, author, ...rest } of stream(pages, ['video0001', 'tertutup1', 'video0002']).comments) {
      expect(words.read()).toBe(`CANARY kata ${id.read()}`);
      expect(author.read()).not.toBe('');
      found.push([id.read(), rest.day, rest.own, rest.reply, rest.post]);
      expect(JSON.stringify(rest)).not.toMatch(/canary/i);
    }
    // 29 September 18:00 UTC is 30 September in Jakarta: after the days that are asked for.
    expect(found).toEqual([
      ['b', '2026-09-28', false, false, 'video0001'],
      ['b.1', '2026-09-29', true, true, 'video0001'],
      ['old.9', '2026-09-25', false, true, 'video0001'],
      ['old.8', '2026-09-24', false, true, 'video0001'],
    ]);
  });

  test('holds no more than a page: the second is asked for only after the first was taken', async () => {
    const { comments, wires } = stream(pages, ['video0001']);
    for await (const comment of comments) {
      expect(comment.id.read()).toBe('b');
      break;
    }
    expect(wires.map((wire) => new URL(wire.url).searchParams.get('pageToken'))).toEqual([null, null]);
  });

  test('a page that can’t be read makes the window not whole', async () => {
    const broken = pages.map((one) =>
      one.request.url.includes('pageToken=TWO') ? { ...one, response: { status: 500, headers: {}, body: 'x' } } : one,
    );
    const read = async (): Promise<void> => {
      for await (const _ of stream(broken, ['video0001']).comments) void _;
    };
    await expect(read()).rejects.toThrow(/answered 500/);
    const endless = pages.map((one) =>
      one.request.url.includes('pageToken=TWO') ? exchange(one.request.url, { items: [], nextPageToken: 'TWO' }) : one,
    );
    const again = async (): Promise<void> => {
      for await (const _ of stream(endless, ['video0001']).comments) void _;
    };
    await expect(again()).rejects.toThrow(/again and again/);
  });
});

describe('service account', () => {
  const key = serviceAccount();
  const answer = Exchange.parse({
    request: { method: 'POST', url: 'https://oauth2.googleapis.com/token' },
    response: { status: 200, body: { access_token: 'ya29.CANARY', expires_in: 3599, token_type: 'Bearer' } },
  });
  const account: Account = { ...ACCOUNT, id: 'web', source: 'ga4', token: 'GA4_TOKEN' };

  test('signs a request that Google can check, the same bytes for the same clock', async () => {
    const { ask, wires } = asking(replay([answer]), { account, token: () => key });
    expect(await signed(ask, 'scope')).toEqual({ token: 'ya29.CANARY', scopes: [] });
    await signed(ask, 'scope');
    expect(wires[0]?.body).toBe(wires[1]?.body);
    const form = new URLSearchParams(wires[0]?.body);
    expect(form.get('grant_type')).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer');
    const [header, claims, signature] = (form.get('assertion') ?? '').split('.') as [string, string, string];
    const content = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());
    expect(content(header)).toEqual({ alg: 'RS256', typ: 'JWT', kid: 'canary0001' });
    expect(content(claims)).toEqual({
      iss: 'canary@contoh.iam.gserviceaccount.com',
      aud: 'https://oauth2.googleapis.com/token',
      scope: 'scope',
      iat: 1790738127,
      exp: 1790741727,
    });
    const pem = (JSON.parse(key) as { private_key: string }).private_key;
    expect(verify('sha256', Buffer.from(`${header}.${claims}`), createPublicKey(pem), Buffer.from(signature, 'base64url'))).toBe(
      true,
    );
  });

  test.each([
    ['no JSON', 'CANARY'],
    ['a key without its fields', '{"client_email":"CANARY"}'],
    [
      'a broken private key',
      JSON.stringify({ client_email: 'CANARY', private_key: '-----BEGIN PRIVATE KEY-----\nCANARY\n-----END PRIVATE KEY-----' }),
    ],
    [
      'a key of another kind',
      JSON.stringify({
        client_email: 'CANARY',
        private_key: '-----BEGIN RSA PRIVATE KEY-----\nCANARY\n-----END RSA PRIVATE KEY-----',
      }),
    ],
  ])('%s names the variable and shows nothing of it', async (_, text) => {
    const { ask, wires } = asking(replay([answer]), { account, token: () => text });
    const error = await failure(signed(ask, 'scope'));
    expect(error).toBeInstanceOf(SecretError);
    expect(error).toMatchObject({ variable: 'GA4_TOKEN' });
    expect(error.message).not.toMatch(/canary/i);
    expect(wires).toEqual([]);
  });

  test('a key that Google refuses names the variable; an outage is tried again', async () => {
    const body = { error: 'invalid_grant', error_description: 'Invalid JWT Signature.' };
    const refused = asking(replay([{ ...answer, response: { status: 400, headers: {}, body } }]), { account, token: () => key });
    expect(await failure(signed(refused.ask, 'scope'))).toMatchObject({
      variable: 'GA4_TOKEN',
      message: expect.stringContaining('docs/sources/ga4.md'),
    });
    expect(refused.waits).toEqual([]);
    const down = { ...answer, response: { status: 503, headers: {}, body: { error: 'backend_error' } } };
    const outage = asking(replay([down, answer]), { account, token: () => key });
    expect((await signed(outage.ask, 'scope')).token).toBe('ya29.CANARY');
    expect(outage.waits).toHaveLength(1);
  });
});

describe('ga4', () => {
  const exchanges = answers('ga4');
  const secrets = { 'service-account': serviceAccount() };
  const [token] = exchanges as [Exchange];
  interface Body {
    dimensions: { name: string }[];
    metrics: { name: string }[];
    dateRanges: { startDate: string; endDate: string }[];
    offset: string;
  }
  const bodyOf = (wire: Wire): Body => JSON.parse(wire.body ?? '') as Body;
  const isReport = (one: { readonly url: string }): boolean => one.url.includes(':runReport');
  const about = (one: Exchange): string =>
    (one.request.body as Body | undefined)?.dimensions.map(({ name }) => name).join() ?? '';
  const metrics = ['sessions', 'engagedSessions', 'screenPageViews', 'totalUsers', 'keyEvents'];

  /** The exchanges of the conformance suite, with the answers of one report changed in some fields. */
  const changing = (dimensions: string, change: object): Exchange[] =>
    exchanges.map((one) =>
      about(one) === dimensions
        ? { ...one, response: { ...one.response, body: { ...(one.response.body as object), ...change } } }
        : one,
    );
  const refused = (status: number, name: string, message: string): Exchange['response'] => ({
    status,
    headers: {},
    body: { error: { code: status, message, status: name } },
  });
  const pulled = async (some: readonly Exchange[], account: Partial<Account> = {}): ReturnType<typeof collect> =>
    collect(ga4, replay(some), { secrets, account });

  /** Answers every report with what is handed in, the token first. */
  const answering =
    (answer: (body: Body) => object): Transport =>
    (wire) =>
      isReport(wire)
        ? replay([
            { request: { method: 'POST', url: wire.url }, response: { status: 200, headers: {}, body: answer(bodyOf(wire)) } },
          ])(wire)
        : replay([token])(wire);
  const table = ({ dimensions, metrics: some }: Body, rows: readonly (readonly string[])[], more: object = {}): object => ({
    dimensionHeaders: dimensions,
    metricHeaders: some,
    rows: rows.map((row) => ({
      dimensionValues: row.slice(0, dimensions.length).map((value) => ({ value })),
      metricValues: row.slice(dimensions.length).map((value) => ({ value })),
    })),
    rowCount: rows.length,
    ...more,
  });

  test('without the timer, engaged sessions are not collected, and it is said why', async () => {
    for (const settings of [{}, { timer: '5' }, { timer: 'ten' }]) {
      const without = exchanges.map((one) => {
        if (about(one) !== 'date') return one;
        const [request, answer] = structuredClone([one.request.body, one.response.body]) as [
          { metrics: unknown[] },
          { metricHeaders: unknown[]; rows: { metricValues: unknown[] }[] },
        ];
        request.metrics.splice(1, 1);
        answer.metricHeaders.splice(1, 1);
        for (const row of answer.rows) row.metricValues.splice(1, 1);
        return { request: { ...one.request, body: request }, response: { ...one.response, body: answer } };
      });
      const { pull } = await pulled(without, { settings });
      expect(pull.series.some((one) => one.measure === 'engaged-sessions')).toBe(false);
      expect(pull.series.some((one) => one.measure === 'sessions')).toBe(true);
      expect(pull.gaps).toContainEqual(
        expect.objectContaining({
          measure: 'engaged-sessions',
          reason: 'not-collected',
          detail: expect.stringContaining('"timer"'),
        }),
      );
    }
  });

  test('an answer without rows is not known, never 0', async () => {
    const { pull } = await collect(
      ga4,
      answering(() => ({ metadata: { timeZone: 'Asia/Jakarta' }, kind: 'analyticsData#runReport' })),
      { secrets },
    );
    expect(numbers(pull).size).toBe(0);
    const sessions = pull.series.find((one) => one.measure === 'sessions');
    expect(sessions?.values.map((value) => value.reason)).toEqual([
      ...Array.from({ length: 8 }, () => 'empty'),
      'not-yet',
      'not-yet',
    ]);
  });

  test('days that Google hides as too small say so', async () => {
    const { pull } = await pulled(changing('date', { metadata: { timeZone: 'Asia/Jakarta', subjectToThresholding: true } }));
    expect(pull.gaps).toContainEqual(
      expect.objectContaining({ measure: 'sessions', from: '2026-09-29', to: '2026-09-29', reason: 'below-threshold' }),
    );
    const parts = await pulled(changing('date,eventName', { metadata: { subjectToThresholding: true } }));
    expect(parts.pull.gaps).toContainEqual(
      expect.objectContaining({ measure: 'conversions', reason: 'partial', detail: expect.stringContaining('too few people') }),
    );
  });

  test.each([
    ['a sample', { metadata: { samplingMetadatas: [{ samplesReadCount: '500', samplingSpaceSize: '1000' }] } }, /sample/],
    ['an answer that was cut', { rowCount: 9 }, /8 rows where it counts 9/],
    ['other columns', { metricHeaders: metrics.toReversed().map((name) => ({ name })) }, /other columns/],
  ])('%s costs that report alone', async (_, change, words) => {
    const { pull: whole } = await pulled(exchanges);
    const { pull } = await pulled(changing('date', change));
    expect(pull.gaps.filter((gap) => gap.reason === 'failed')).toHaveLength(5);
    for (const gap of pull.gaps.filter((one) => one.reason === 'failed')) expect(gap.detail).toMatch(words);
    const parts = [...numbers(whole)].filter(([key]) => /campaign|goal| month | week /.test(key));
    expect([...numbers(pull)]).toEqual(parts);
  });

  test('pages are read to the end, each row once', async () => {
    const all = Array.from({ length: 10_001 }, (_, index) => ['20260925', `kampanye-${index}`, '2', '1']);
    const offsets: string[] = [];
    const paged = answering((body) => {
      if (body.dimensions[1]?.name !== 'sessionManualCampaignName') return table(body, []);
      offsets.push(body.offset);
      const from = Number(body.offset);
      return table(body, from === 0 ? all.slice(0, 10_000) : all.slice(from - 5), { rowCount: all.length });
    });
    const { pull } = await collect(ga4, paged, { secrets });
    expect(offsets).toEqual(['0', '10000']);
    const known = numbers(pull);
    expect(known.size).toBe(20_002);
    expect(known.get('sessions day campaign kampanye-9997 sessions 2026-09-25')).toBe(2);
    const endless = answering((body) => table(body, [['20260925', 'a', '1', '1']], { rowCount: 1_000_000_000 }));
    const { wires, pull: none } = await collect(
      ga4,
      (wire) =>
        isReport(wire) && Number(bodyOf(wire).offset) > 0
          ? answering((body) => table(body, [], { rowCount: 1_000_000_000 }))(wire)
          : endless(wire),
      { secrets },
    );
    expect(numbers(none).size).toBe(0);
    expect(wires.length).toBeLessThan(12);
  });

  test('one withdrawn metric costs only itself, whichever it is', async () => {
    const { pull: whole } = await pulled(exchanges);
    for (const gone of metrics) {
      const day = exchanges.find((one) => about(one) === 'date') as Exchange;
      const answer = day.response.body as {
        rows: { dimensionValues: unknown[]; metricValues: unknown[] }[];
        metricHeaders: unknown[];
      };
      const bad = refused(400, 'INVALID_ARGUMENT', `Field ${gone} is not a valid metric.`);
      const alone = metrics.map((name, index): Exchange => ({
        request: { ...day.request, body: { ...(day.request.body as object), metrics: [{ name }] } },
        response:
          name === gone
            ? bad
            : {
                ...day.response,
                body: {
                  ...answer,
                  metricHeaders: [answer.metricHeaders[index]],
                  rows: answer.rows.map((row) => ({ ...row, metricValues: [row.metricValues[index]] })),
                },
              },
      }));
      const { pull } = await pulled([...exchanges.map((one) => (one === day ? { ...one, response: bad } : one)), ...alone]);
      expect([...numbers(pull)]).toEqual([...numbers(whole)].filter(([key]) => !key.includes(` day  ${gone} `)));
      expect(pull.gaps.filter((gap) => gap.reason === 'failed' && gap.from !== '2026-10-02')).toMatchObject([
        { detail: expect.stringContaining('answered 400 (INVALID_ARGUMENT)') },
      ]);
    }
  });

  test('at four fifths of the property’s quota nothing more is asked', async () => {
    const low = changing('date', { propertyQuota: { tokensPerDay: { consumed: 9 }, tokensPerHour: { remaining: 39_000 } } });
    const { pull, wires } = await pulled(low);
    expect(wires.filter(isReport)).toHaveLength(1);
    expect(pull.series.find((one) => one.measure === 'sessions')?.values[0]?.value).toBe(812);
    expect(pull.gaps.filter((gap) => gap.detail.includes('quota (tokensPerDay)'))).toHaveLength(5);
  });

  test('a quota that is used up is not asked again, too many at once are', async () => {
    const spent = refused(429, 'RESOURCE_EXHAUSTED', 'Exhausted property tokens for a project per hour.');
    const down = await pulled(exchanges.map((one) => (isReport(one.request) ? { ...one, response: spent } : one)));
    expect(down.waits).toEqual([]);
    expect(numbers(down.pull).size).toBe(0);
    const busy = refused(429, 'RESOURCE_EXHAUSTED', 'Exhausted concurrent requests quota.');
    const many = exchanges.filter((one) => isReport(one.request)).map((one) => ({ ...one, response: busy }));
    const { pull, waits } = await pulled([...many, ...exchanges]);
    expect(waits).toHaveLength(many.length);
    expect(numbers(pull)).toEqual(numbers((await pulled(exchanges)).pull));
  });

  test('a property that may not be seen is asked once for each report, however long the time', async () => {
    const closed = refused(403, 'PERMISSION_DENIED', 'User does not have sufficient permissions for this property.');
    const { ask, wires } = asking(
      (wire) =>
        isReport(wire) ? replay([{ request: { method: 'POST', url: wire.url }, response: closed }])(wire) : replay([token])(wire),
      {
        account: { ...ACCOUNT, source: 'ga4', handle: '421337001', token: 'GA4_TOKEN', settings: { timer: '10' } },
        api: 'v1beta',
        token: () => secrets['service-account'],
        days: { from: '2026-01-01', to: '2026-09-29' },
      },
    );
    const pull = await ga4.collect(ask);
    expect(wires.filter(isReport)).toHaveLength(5);
    expect(pull.series).toEqual([]);
    expect(pull.gaps.some((gap) => gap.detail.includes('PERMISSION_DENIED'))).toBe(true);
    expect(await ga4.examine?.(ask)).toMatchObject({
      works: false,
      lacks: [expect.stringContaining('Viewer'), expect.stringContaining('403')],
    });
  });

  test('asks for at most 31 days at once, and for weeks and months that are over', async () => {
    const spans: string[][] = [];
    const { ask } = asking(
      answering((body) => {
        const { startDate, endDate } = body.dateRanges[0] as { startDate: string; endDate: string };
        spans.push([body.dimensions.map(({ name }) => name).join(), startDate, endDate]);
        return table(body, []);
      }),
      {
        account: { ...ACCOUNT, source: 'ga4', handle: '1', settings: { timer: '10' } },
        api: 'v1beta',
        token: () => secrets['service-account'],
        days: { from: '2026-06-15', to: '2026-09-29' },
      },
    );
    await ga4.collect(ask);
    const days = spans.filter(([by]) => by === 'date');
    expect(days.map(([, from, to]) => [from, to])).toEqual([
      ['2026-06-15', '2026-07-15'],
      ['2026-07-16', '2026-08-15'],
      ['2026-08-16', '2026-09-15'],
      ['2026-09-16', '2026-09-29'],
    ]);
    expect(spans.slice(-2)).toEqual([
      ['isoYearIsoWeek', '2026-06-15', '2026-09-27'],
      ['yearMonth', '2026-06-01', '2026-08-31'],
    ]);
  });

  test('says where the property’s days are not the agency’s', async () => {
    const zones = ['America/Los_Angeles', 'Asia/Pontianak', 'Asia/Makassar'].map(async (timeZone) => {
      const { pull } = await pulled(changing('date', { metadata: { timeZone } }));
      return pull.gaps.some((gap) => gap.reason === 'not-comparable' && gap.detail.includes(timeZone));
    });
    expect(await Promise.all(zones)).toEqual([true, false, true]);
  });

  test('names of campaigns can hold anything', async () => {
    const names = ['__proto__', 'constructor', 'x'.repeat(5000), '\u202egnp.exe', '=1+1', 'Ibu Siti +62 812 3456 7890'];
    const { pull } = await collect(
      ga4,
      answering((body) =>
        table(
          body,
          body.dimensions[1]?.name === 'sessionManualCampaignName' ? names.map((name) => ['20260925', name, '4', '0']) : [],
        ),
      ),
      { secrets },
    );
    const found = pull.series.flatMap((one) => one.dimensions.campaign ?? []);
    expect(found).toContain('__proto__');
    expect(found).toContain('(withheld)');
    expect(found.every((name) => name.length <= 100 && !name.includes('\u202e') && !name.includes('812'))).toBe(true);
    expect(({} as Record<string, unknown>)['campaign']).toBeUndefined();
  });

  test('a page of HTML, a number for a text, and a property without a number are said', async () => {
    const html = exchanges.map((one) =>
      isReport(one.request) ? { ...one, response: { status: 200, headers: {}, body: '<html>Sign in</html>' } } : one,
    );
    const { pull } = await pulled(html);
    expect(pull.series).toEqual([]);
    expect(pull.gaps.every((gap) => gap.detail.includes('no JSON'))).toBe(true);
    const error = await failure(pulled(exchanges, { handle: 'properties/421337001' }));
    expect(error.message).toMatch(/property's number/);
  });

  test('examine tells what is lacking', async () => {
    const { ask } = asking(
      answering((body) => table(body, [], { metadata: { timeZone: 'UTC' } })),
      {
        account: { ...ACCOUNT, source: 'ga4', handle: '1' },
        api: 'v1beta',
        token: () => secrets['service-account'],
      },
    );
    expect(await ga4.examine?.(ask)).toMatchObject({
      works: true,
      lacks: [expect.stringContaining('timer'), expect.stringContaining('UTC')],
    });
    const broken = { ...ask, token: () => 'CANARY' };
    expect(await ga4.examine?.(broken)).toMatchObject({
      works: false,
      lacks: [expect.anything(), expect.stringContaining('YOUTUBE_TOKEN')],
    });
  });
});
