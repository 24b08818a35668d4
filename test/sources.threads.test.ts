import { describe, expect, test } from 'vitest';
import { Account } from '#model/agency.ts';
import type { Comment } from '#model/comment.ts';
import { SourceError } from '#model/error.ts';
import type { Post } from '#model/post.ts';
import { bluesky } from '#sources/bluesky/bluesky.ts';
import { createHttp, type Transport, type Wire } from '#sources/http/http.ts';
import { mastodon } from '#sources/mastodon/mastodon.ts';
import type { ApiSource, Ask, AskComments } from '#sources/source.ts';

const TOKEN = 'CANARYTOKEN-1f8b';

const reply = (body: unknown, status = 200): Awaited<ReturnType<Transport>> => ({
  status,
  headers: new Map(),
  body: (async function* () {
    yield new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));
  })(),
});

/** A platform whose answer to an address is what `answer` makes of it; undefined is refused as the platform refuses what is not there. */
type Platform = (url: URL) => unknown;

interface Heard {
  readonly comments: Comment[];
  readonly wires: Wire[];
  readonly error: unknown;
}

function asking(source: ApiSource, answer: Platform, change: Partial<Account>, wires: Wire[], requests = 200): Ask {
  const id = source.declaration.id;
  const account = Account.parse({
    id: 'one',
    name: 'Dinas Contoh',
    platform: id,
    source: id,
    handle: 'dinas_contoh',
    since: '2026-01-01',
    server: 'https://sosial.example',
    ...change,
  });
  const http = createHttp({
    now: () => new Date('2026-09-30T03:15:27Z'),
    sleep: async () => undefined,
    random: () => 0.5,
    budget: { requests, waiting: 0 },
    async transport(wire) {
      wires.push(wire);
      const found = answer(new URL(wire.url));
      if (found instanceof Refusal) return reply(found.body, found.status);
      return found === undefined ? reply({ error: 'NotFound', message: 'not here' }, id === 'bluesky' ? 400 : 404) : reply(found);
    },
  });
  return {
    account,
    http,
    zone: 'Asia/Jakarta',
    today: '2026-09-30',
    days: null,
    posts: { from: '2026-09-30', to: '2026-09-30' },
    audience: false,
    api: source.declaration.api,
    allowance: 0,
    token: () => TOKEN,
    secret: () => TOKEN,
    has: (purpose) => purpose === 'token' && change.token === 'M_TOKEN',
  };
}

class Refusal {
  readonly status: number;
  readonly body: unknown;

  constructor(status: number, body: unknown) {
    this.status = status;
    this.body = body;
  }
}

async function hear(
  source: ApiSource,
  answer: Platform,
  posts: readonly string[],
  change: Partial<Account> = {},
  requests = 200,
): Promise<Heard> {
  const wires: Wire[] = [];
  const under = posts.map((id): Post => ({
    id,
    day: '2026-09-01',
    type: 'text',
    text: '',
    tags: [],
    figures: {},
    source: source.declaration.id,
    api: 'x',
    observed: '2026-09-30',
  }));
  const written = { from: '2026-09-01', to: '2026-09-20' };
  const ask: AskComments = { ...asking(source, answer, change, wires, requests), written, under };
  const comments: Comment[] = [];
  try {
    for await (const comment of source.comments?.(ask) ?? []) comments.push(comment);
    return { comments, wires, error: undefined };
  } catch (error) {
    return { comments, wires, error };
  }
}

const ids = ({ comments }: Heard): string[] => comments.map((one) => one.id.read()).sort();

describe('mastodon: the answers of a thread', () => {
  interface Status {
    id: string;
    in_reply_to_id: string;
    [field: string]: unknown;
  }
  const status = (id: string, parent: string, more: Record<string, unknown> = {}): Status => ({
    id,
    in_reply_to_id: parent,
    created_at: '2026-09-10T03:00:00.000Z',
    visibility: 'public',
    spoiler_text: '',
    content: `<p><span class="h-card"><a href="https://sosial.example/@dinas_contoh">@dinas_contoh</a></span> jawaban ${id}</p>`,
    replies_count: 0,
    account: { id: `9${id}`, acct: `warga${id}@lain.example` },
    ...more,
  });
  const SELF = '1000';
  /** `contexts` by the status that is asked for; `counts` where its own count is asked for. */
  const server =
    (contexts: Readonly<Record<string, unknown>>, counts: Readonly<Record<string, number>> = {}): Platform =>
    ({ pathname }) => {
      if (pathname.endsWith('/accounts/lookup')) return { id: SELF, followers_count: 5 };
      const [, id = '', rest] = /^\/api\/v1\/statuses\/([^/]+)(\/context)?$/.exec(pathname) ?? [];
      const found = contexts[id];
      if (rest === undefined) return counts[id] === undefined ? undefined : { replies_count: counts[id] };
      return Array.isArray(found) ? { ancestors: [], descendants: found } : found;
    };
  const row = (parent: string, from: number, count: number): Status[] =>
    Array.from({ length: count }, (_, index) => status(String(from + index), parent));

  test('each once, with its words as text, own ones marked, answers to answers marked, private ones not read', async () => {
    const found = await hear(
      mastodon,
      server({
        p: [
          status('4', '2'),
          status('1', 'p', { spoiler_text: 'Panjang' }),
          status('2', 'p', { account: { id: SELF }, replies_count: 2 }),
          status('3', '2', { visibility: 'private' }),
          status('5', 'p', { visibility: 'direct' }),
          status('6', 'p', { created_at: '2026-08-31T16:59:59.000Z' }),
          status('7', 'p', { created_at: '2026-08-31T17:00:00.000Z', visibility: 'unlisted' }),
          status('4', '2'),
        ],
      }),
      ['p'],
    );
    expect(found.error).toBeUndefined();
    expect(found.comments.map((one) => [one.id.read(), one.own, one.reply, one.day, one.post]).sort()).toEqual([
      ['1', false, false, '2026-09-10', 'p'],
      ['2', true, false, '2026-09-10', 'p'],
      ['4', false, true, '2026-09-10', 'p'],
      ['7', false, false, '2026-09-01', 'p'],
    ]);
    expect(found.comments.find((one) => one.id.read() === '1')?.words.read()).toBe('Panjang\n\n@dinas_contoh jawaban 1');
    expect(found.wires).toHaveLength(2);
    expect(found.wires.every((wire) => !('authorization' in wire.headers))).toBe(true);
  });

  test('a post that answers another of the account is a post; what stands under both counts once', async () => {
    const under = [status('q', 'p', { account: { id: SELF }, replies_count: 2 }), status('1', 'q')];
    const both = server({ q: [under[1]], p: [...under, status('2', 'p')] });
    const found = await hear(mastodon, both, ['q', 'p']);
    expect(found.comments.map((one) => [one.id.read(), one.post, one.reply])).toEqual([
      ['1', 'q', false],
      ['2', 'p', false],
    ]);
    expect(found.wires).toHaveLength(3);
    const reversed = await hear(mastodon, both, ['p', 'q']);
    expect([ids(reversed), reversed.comments.some((one) => one.reply)]).toEqual([['1', '2'], false]);
  });

  test('one that counts more answers than came is asked for itself, and only once', async () => {
    const deep = status('1', 'p', { replies_count: 3 });
    const gone = status('0', 'p', { replies_count: 1 });
    const found = await hear(
      mastodon,
      server({ p: [gone, deep, deep], '1': [status('2', '1'), status('3', '1', { replies_count: 1 })], '3': [status('4', '3')] }),
      ['p'],
    );
    expect([found.error, ids(found)]).toEqual([undefined, ['0', '1', '2', '3', '4']]);
    expect(found.wires.map((wire) => new URL(wire.url).pathname.split('/')[4])).toEqual(['lookup', 'p', '0', '1', '3']);
  });

  test.each([
    ['whole, though it is as long as a visitor is shown', 60, 60, undefined],
    ['whole, one that a server without that limit shows', 80, 90, undefined],
    ['whole, whose hidden answers do not reach the limit', 40, 45, undefined],
    ['cut short', 60, 61, /visitors no more than 60 answers.*token/],
    ['perhaps cut short, since some that were left out are hidden', 55, 70, /visitors no more than 60/],
  ])('a thread that is %s', async (_name, shown, straight, error) => {
    const found = await hear(mastodon, server({ p: row('p', 100, shown) }, { p: straight }), ['p']);
    if (error === undefined) expect([found.error, found.comments.length]).toEqual([undefined, shown]);
    else {
      expect(found.error).toBeInstanceOf(SourceError);
      expect((found.error as Error).message).toMatch(error);
    }
  });

  test('with a token a longer thread is whole', async () => {
    const found = await hear(mastodon, server({ p: row('p', 100, 60) }, { p: 61 }), ['p'], { token: 'M_TOKEN' });
    expect([found.error, found.comments.length]).toEqual([undefined, 60]);
    expect(found.wires.every((wire) => wire.headers['authorization'] === `Bearer ${TOKEN}`)).toBe(true);
    const cut = await hear(mastodon, server({ p: row('p', 100, 4096) }, { p: 5000 }), ['p'], { token: 'M_TOKEN' });
    expect(String(cut.error)).toContain('no more than 4096');
  });

  test('a token that is named and not set is none', async () => {
    const found = await hear(mastodon, server({ p: row('p', 100, 60) }, { p: 61 }), ['p'], { token: 'UNSET' });
    expect(String(found.error)).toContain('visitors');
    expect(found.wires.some((wire) => 'authorization' in wire.headers)).toBe(false);
  });

  test('a post that is gone has no answers; a server that refuses is no such post', async () => {
    const gone = await hear(mastodon, server({ q: [status('1', 'q')] }), ['p', 'q']);
    expect([gone.error, ids(gone)]).toEqual([undefined, ['1']]);
    const closed = server({ p: new Refusal(401, { error: 'This method requires an authenticated user' }) });
    expect(String((await hear(mastodon, closed, ['p'])).error)).toContain('answered 401');
  });

  test('a thread without end ends with the run’s budget, and is not whole', async () => {
    const endless: Platform = (url) => {
      const id = url.pathname.split('/')[4] ?? '';
      if (id === 'lookup') return { id: SELF, followers_count: 5 };
      return { descendants: [status(`${Number(id) + 1}`, id, { replies_count: 1 })] };
    };
    const found = await hear(mastodon, endless, ['1'], {}, 30);
    expect(String(found.error)).toContain('budget of requests');
    expect(found.wires).toHaveLength(30);
  });

  test('an id that could lead to another address is refused, and no message holds it', async () => {
    for (const id of ['../../accounts/5', 'a/b', 'a?b', '', 'x'.repeat(65), 7]) {
      const found = await hear(mastodon, server({ p: [{ ...status('1', 'p', { replies_count: 1 }), id }] }), ['p']);
      expect(found.error).toBeInstanceOf(SourceError);
      expect(found.wires).toHaveLength(2);
      expect(String(found.error)).toContain('unknown shape');
    }
  });

  test.each(['id', 'in_reply_to_id', 'created_at', 'visibility', 'content', 'replies_count', 'account'])(
    'an answer without %s makes the window not whole',
    async (field) => {
      const { [field]: _left, ...rest } = status('1', 'p');
      expect((await hear(mastodon, server({ p: [rest] }), ['p'])).error).toBeInstanceOf(SourceError);
      expect((await hear(mastodon, server({ p: [{ ...rest, [field]: [] }] }), ['p'])).error).toBeInstanceOf(SourceError);
    },
  );

  test('a server that hides its counts by -1 is believed', async () => {
    const found = await hear(mastodon, server({ p: [status('1', 'p', { replies_count: -1 })] }), ['p']);
    expect([found.error, ids(found)]).toEqual([undefined, ['1']]);
  });
});

describe('bluesky: the answers of a thread', () => {
  const OWN = 'did:plc:kantor';
  const at = (id: string, did = `did:plc:${id}`): string => `at://${did}/app.bsky.feed.post/${id}`;
  const P = at('p', OWN);
  const node = (uri: string, replies: unknown[] | undefined, more: Record<string, unknown> = {}): Record<string, unknown> => ({
    $type: 'app.bsky.feed.defs#threadViewPost',
    post: {
      uri,
      author: { did: uri.split('/')[2], handle: 'warga.example' },
      record: { $type: 'app.bsky.feed.post', text: `jawaban ${uri.slice(-1)}`, createdAt: '2026-09-10T03:00:00.000Z' },
      replyCount: replies?.length ?? 0,
      indexedAt: '2026-09-10T03:00:01.000Z',
      ...more,
    },
    ...(replies ? { replies } : {}),
    threadContext: {},
  });
  const unseen = (kind: 'notFoundPost' | 'blockedPost') => ({ $type: `app.bsky.feed.defs#${kind}`, uri: at('x') });
  const server =
    (threads: Readonly<Record<string, unknown>>): Platform =>
    (url) => {
      const found = threads[url.searchParams.get('uri') ?? ''];
      return found === undefined || found instanceof Refusal ? found : { thread: found };
    };

  test('each once, own ones marked, answers to answers marked, blocked and deleted ones left out', async () => {
    const thread = node(P, [
      node(at('a'), [node(at('b', OWN), []), unseen('notFoundPost')]),
      unseen('blockedPost'),
      node(at('c'), [], { indexedAt: '2026-08-31T16:59:59.000Z' }),
      node(at('d'), [], { record: { text: 'd', createdAt: 'yesterday' }, indexedAt: '2026-08-31T17:00:00.000Z' }),
      node(at('e'), [], { record: { text: 'e', createdAt: '2030-01-01T00:00:00Z' } }),
      node(at('e'), []),
    ]);
    const found = await hear(bluesky, server({ [P]: thread }), [P]);
    expect(found.error).toBeUndefined();
    expect(found.comments.map((one) => [one.id.read(), one.own, one.reply, one.day, one.post]).sort()).toEqual([
      [at('a'), false, false, '2026-09-10', P],
      [at('d'), false, false, '2026-09-01', P],
      [at('e'), false, false, '2026-09-10', P],
      [at('b', OWN), true, true, '2026-09-10', P],
    ]);
    expect(found.wires).toHaveLength(1);
    expect(new URL(found.wires[0]?.url ?? '').search).toBe(`?${new URLSearchParams({ uri: P, depth: '10', parentHeight: '0' })}`);
  });

  test('where the depth ends, the last ones are asked for themselves', async () => {
    const last = node(at('b'), undefined, { replyCount: 2 });
    const threads = {
      [P]: node(P, [node(at('a'), [last])]),
      [at('b')]: node(at('b'), [node(at('c'), []), node(at('d', OWN), [])]),
    };
    const found = await hear(bluesky, server(threads), [P]);
    expect([found.error, ids(found)]).toEqual([undefined, [at('a'), at('b'), at('c'), at('d', OWN)].sort()]);
    expect(found.comments.filter((one) => one.own).map((one) => [one.id.read(), one.reply, one.post])).toEqual([
      [at('d', OWN), true, P],
    ]);
    expect(found.wires).toHaveLength(2);
  });

  test.each([
    ['whole, some of whose answers are hidden', 150, 180, false],
    ['whole, longer than any limit known', 900, 1000, false],
    ['whole, as long as the limit', 200, 200, false],
    ['cut short', 200, 260, true],
    ['perhaps cut short, since some that were left out are hidden', 190, 260, true],
  ])('a thread that is %s', async (_name, shown, straight, isCut) => {
    const replies = Array.from({ length: shown }, (_, index) => node(at(String(index)), []));
    const found = await hear(bluesky, server({ [P]: node(P, replies, { replyCount: straight }) }), [P]);
    if (isCut) expect(String(found.error)).toContain('may have cut it short');
    else expect([found.error, found.comments.length]).toEqual([undefined, shown]);
  });

  test('a post that is gone has no answers; one that is not shown makes the window not whole', async () => {
    const gone = { [at('q', OWN)]: node(at('q', OWN), [node(at('a'), [])]) };
    expect(ids(await hear(bluesky, server(gone), [P, at('q', OWN)]))).toEqual([at('a')]);
    expect(ids(await hear(bluesky, server({ ...gone, [P]: unseen('notFoundPost') }), [P, at('q', OWN)]))).toEqual([at('a')]);
    expect(String((await hear(bluesky, server({ [P]: unseen('blockedPost') }), [P])).error)).toContain('can’t be read');
    const refused = server({ [P]: new Refusal(400, { error: 'InvalidRequest', message: 'uri must be a valid at-uri' }) });
    expect(String((await hear(bluesky, refused, [P])).error)).toContain('answered 400 (InvalidRequest');
  });

  test('a tree of any depth is read', async () => {
    let tree = node(at('bottom'), []);
    for (let level = 0; level < 1500; level += 1) tree = node(at(String(level)), [tree]);
    const found = await hear(bluesky, server({ [P]: node(P, [tree]) }), [P]);
    expect([found.error, found.comments.length]).toEqual([undefined, 1501]);
  });

  test.each([
    ['no tree', { $type: 'app.bsky.feed.defs#somethingNew' }],
    ['nothing', null],
    ['a list', []],
    ['no count', node(P, [], { replyCount: undefined })],
    ['a count as text', node(P, [], { replyCount: '1' })],
    ['no time', node(P, [node(at('a'), [], { indexedAt: undefined })])],
    ['a time that is none', node(P, [node(at('a'), [], { indexedAt: 'kemarin' })])],
    ['no author', node(P, [node(at('a'), [], { author: {} })])],
    ['an answer of an unknown kind', node(P, [{ $type: 'app.bsky.feed.defs#somethingNew' }])],
  ])('an answer with %s makes the window not whole', async (_name, thread) => {
    const { error } = await hear(bluesky, server({ [P]: thread }), [P]);
    expect(error).toBeInstanceOf(SourceError);
    expect(String(error)).not.toContain('jawaban');
  });

  test('no token is sent, though the account names one', async () => {
    const found = await hear(bluesky, server({ [P]: node(P, []) }), [P], { token: 'B_TOKEN' });
    expect(JSON.stringify(found.wires)).not.toContain(TOKEN);
  });
});

describe('a look at the account', () => {
  const look = async (source: ApiSource, answer: Platform, change: Partial<Account> = {}) =>
    source.examine?.(asking(source, answer, change, []));
  const server =
    (profile: object, scopes?: readonly string[]): Platform =>
    ({ pathname }) =>
      pathname.endsWith('/verify_credentials')
        ? { id: '1', name: 'Terang', ...(scopes ? { scopes } : {}) }
        : { id: '1000', followers_count: 5, ...profile };

  test('mastodon: without a token it works, and says what a token would add', async () => {
    expect(await look(mastodon, server({}))).toEqual({ works: true, lacks: [] });
    expect(await look(mastodon, server({}), { comments: true })).toMatchObject({ works: true, lacks: [/more than 60 answers/] });
  });

  test('mastodon: what the token may do; more than reading is said', async () => {
    const named = { token: 'M_TOKEN', comments: true } as const;
    expect(await look(mastodon, server({}, ['read']), named)).toEqual({ works: true, lacks: [], permissions: ['read'] });
    expect(await look(mastodon, server({}, ['read:statuses', 'profile']), named)).toMatchObject({ lacks: [] });
    expect(await look(mastodon, server({}), named)).toEqual({ works: true, lacks: [] });
    const found = await look(mastodon, server({}, ['read', 'write', 'admin:read']), named);
    expect(found?.lacks).toEqual(['The token may do more than read (write, admin:read): make one with the right "read" alone.']);
    const refused = look(mastodon, () => new Refusal(401, { error: `The access token ${TOKEN} is invalid` }), named);
    await expect(refused).rejects.toThrow(/answered 401$/);
  });

  test('mastodon: an account that moved or hides its followers', async () => {
    const found = await look(mastodon, server({ moved: { id: '2' }, followers_count: -1 }));
    expect(found?.lacks).toEqual([expect.stringContaining('moved'), expect.stringContaining('not known')]);
  });

  test('bluesky: the profile alone', async () => {
    const profile = { did: 'did:plc:kantor', handle: 'kantor.example' };
    expect(await look(bluesky, () => ({ ...profile, followersCount: 3 }))).toEqual({ works: true, lacks: [] });
    expect((await look(bluesky, () => profile))?.lacks).toHaveLength(1);
    await expect(look(bluesky, () => undefined)).rejects.toThrow(/answered 400/);
  });
});
