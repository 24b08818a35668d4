import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Comment, Private } from '#model/comment.ts';
import { emerging } from '#opinion/topic/emerging.ts';
import { topicsOf } from '#opinion/topic/topics.ts';
import { vocabulary } from '#opinion/topic/vocabulary.ts';
import type { Post } from '#model/post.ts';
import { Topic } from '#model/topic.ts';
import type { Transport } from '#sources/http/http.ts';
import { isApi, sources } from '#sources/index.ts';
import type { ApiSource } from '#sources/source.ts';
import { openBook, type Book } from '#store/book.ts';
import { list } from '#store/write.ts';
import { renderSummary } from '#github/summary.ts';
import { annotate, ofOutcome } from '#github/annotate.ts';
import type { Readers } from '../scripts/hearing.ts';
import { collect } from '../scripts/pull.ts';
import { account, agency, means } from './platform.ts';

/**
 * A thousand comments, each of whose texts, names, ids and pictures is a word that stands nowhere else, through whole, broken and refused
 * runs over the real sources: none of these words may come out anywhere.
 */
const CANARY = 'kenari';
const MANY = 1000;
const DAY = '2026-09-14';
const WRITTEN = '2026-09-09T03:00:00';
const base = fs.mkdtempSync(path.join(os.tmpdir(), 'terang-canary-'));
afterAll(() => fs.rmSync(base, { recursive: true, force: true }));

const word = (kind: string, index: number) => `${CANARY}-${kind}-${index}`;

/** What a platform answers when it is asked for comments: a page of a thousand, and the account before it. */
interface Stage {
  /** Ids of the agency's own posts, as the platform writes them. */
  readonly posts: readonly string[];
  readonly handle: string;
  /** Whether a request is one for comments. */
  readonly isAsked: (url: URL) => boolean;
  readonly page: (url: URL) => unknown;
  readonly else: (url: URL) => unknown;
}

const each = <T>(made: (index: number) => T): T[] => Array.from({ length: MANY }, (_, index) => made(index));
const picture = (index: number) => `https://cdn.example/${word('picture', index)}.jpg`;

const OWN = 'at://did:plc:kantor';
const STAGES: Readonly<Record<string, Stage>> = {
  bluesky: {
    handle: 'kantor.example',
    posts: [`${OWN}/app.bsky.feed.post/3aaa`],
    isAsked: (url) => url.pathname.endsWith('.getPostThread'),
    page: () => ({
      thread: {
        $type: 'app.bsky.feed.defs#threadViewPost',
        post: {
          uri: `${OWN}/app.bsky.feed.post/3aaa`,
          author: { did: 'did:plc:kantor' },
          record: { text: 'Kabar', createdAt: '2026-09-08T03:00:00Z' },
          replyCount: MANY,
          indexedAt: '2026-09-08T03:00:00Z',
        },
        replies: each((index) => ({
          $type: 'app.bsky.feed.defs#threadViewPost',
          post: {
            uri: `at://${word('author', index)}/app.bsky.feed.post/${word('id', index)}`,
            author: {
              did: word('author', index),
              handle: word('handle', index),
              displayName: word('name', index),
              avatar: picture(index),
            },
            record: { text: word('text', index), createdAt: `${WRITTEN}Z` },
            replyCount: index === 0 ? 1 : 0,
            indexedAt: `${WRITTEN}Z`,
          },
          replies: [],
        })),
      },
    }),
    else: () => ({ did: 'did:plc:kantor', handle: 'kantor.example', followersCount: 1 }),
  },
  facebook: {
    handle: '1000',
    posts: ['1000_1'],
    isAsked: (url) => /\/(comments|replies)$/.test(url.pathname),
    page: (url) =>
      url.searchParams.has('after')
        ? { data: [] }
        : {
            data: each((index) => ({
              id: `1_${word('id', index)}`,
              message: word('text', index),
              created_time: `${WRITTEN}+0000`,
              from: { id: word('author', index), name: word('name', index), picture: { data: { url: picture(index) } } },
            })),
            paging: { cursors: { after: word('cursor', 0) } },
          },
    else: () => ({ id: '1000', followers_count: 1 }),
  },
  instagram: {
    handle: '1000',
    posts: ['17900000000000001'],
    isAsked: (url) => /\/(comments|replies)$/.test(url.pathname),
    page: (url) => ({
      data: url.pathname.endsWith('/replies')
        ? []
        : each((index) => ({
            id: word('id', index),
            text: word('text', index),
            timestamp: `${WRITTEN}+0000`,
            username: word('name', index),
            from: { id: word('author', index) },
            profile_picture_url: picture(index),
            ...(index === 0 ? { replies: { data: [{ id: word('id', MANY) }] } } : {}),
          })),
    }),
    else: () => ({ id: '1000', username: 'kantor', followers_count: 1 }),
  },
  mastodon: {
    handle: 'kantor',
    posts: ['110000000000000001'],
    isAsked: (url) => url.pathname.endsWith('/context'),
    page: () => ({
      ancestors: [],
      descendants: each((index) => ({
        id: word('id', index),
        in_reply_to_id: '110000000000000001',
        created_at: `${WRITTEN}.000Z`,
        visibility: 'public',
        spoiler_text: word('warning', index),
        content: `<p>${word('text', index)}</p>`,
        // A thread that goes on: its id stands in the next address.
        replies_count: index === 0 ? 1 : 0,
        account: { id: word('author', index), acct: word('name', index), avatar: picture(index) },
      })),
    }),
    else: () => ({ id: '1000', followers_count: 1 }),
  },
  threads: {
    handle: '1000',
    posts: ['18000000000000001'],
    isAsked: (url) => url.pathname.endsWith('/conversation'),
    page: () => ({
      data: each((index) => ({
        id: word('id', index),
        text: word('text', index),
        timestamp: `${WRITTEN}+0000`,
        username: word('name', index),
        profile_picture_url: picture(index),
        is_reply_owned_by_me: false,
      })),
    }),
    else: () => ({ id: '1000', username: 'kantor' }),
  },
  youtube: {
    handle: 'UC0000000000000000000000',
    posts: ['video000001'],
    isAsked: (url) => /\/(commentThreads|comments)$/.test(url.pathname),
    page: (url) =>
      url.pathname.endsWith('/comments')
        ? { items: [] }
        : {
            items: each((index) => ({
              id: word('thread', index),
              snippet: {
                totalReplyCount: index === 0 ? 1 : 0,
                topLevelComment: {
                  id: word('id', index),
                  snippet: {
                    textDisplay: word('text', index),
                    authorDisplayName: word('name', index),
                    authorChannelId: { value: word('author', index) },
                    authorProfileImageUrl: picture(index),
                    publishedAt: `${WRITTEN}Z`,
                  },
                },
              },
            })),
          },
    else: () => ({
      items: [
        {
          id: 'UC0000000000000000000000',
          statistics: { subscriberCount: '1', hiddenSubscriberCount: false },
          contentDetails: { relatedPlaylists: { uploads: 'UU0' } },
        },
      ],
    }),
  },
};

const own = (id: string, source: string): Post => ({
  id,
  day: '2026-09-08',
  type: 'text',
  text: '',
  tags: [],
  figures: {},
  source,
  api: 'x',
  observed: DAY,
});

/** The real source, whose own posts are these: what people write under them is what is looked at. */
function under({ posts }: Stage, source: ApiSource): ApiSource {
  const { id, api } = source.declaration;
  return {
    ...source,
    declaration: { ...source.declaration, quota: undefined, price: undefined } as never,
    collect: async () => ({ api, series: [], posts: posts.map((one) => own(one, id)), span: null, gaps: [] }),
  };
}

const reply = (status: number, body: string): Awaited<ReturnType<Transport>> => ({
  status,
  headers: new Map(),
  body: (async function* () {
    yield new TextEncoder().encode(body);
  })(),
});

const shown: string[] = [];
const state = { root: '', count: 0 };
beforeEach(() => {
  state.count += 1;
  state.root = path.join(base, String(state.count));
  shown.length = 0;
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => shown.push(String(text)) > 0);
  return () => vi.restoreAllMocks();
});

interface Ended {
  readonly heard: number;
  readonly bytes: string;
  readonly outcome: string;
}

/** One run, and everything that anybody could read of it afterwards. */
async function run(
  id: string,
  source: ApiSource,
  answer: (url: URL, stage: Stage, asked: number) => ReturnType<Transport>,
  change: {
    book?: (book: Book) => Book;
    env?: Record<string, string>;
    hear?: (comment: Comment) => void;
    day?: string;
    readers?: Readers;
  } = {},
): Promise<Ended> {
  const stage = STAGES[id] as Stage;
  const config = agency([
    account({
      source: id,
      platform: id,
      handle: stage.handle,
      since: '2026-09-01',
      comments: true,
      token: 'A_TOKEN',
      url: 'https://platform.example/@kantor',
      secrets: Object.fromEntries(source.declaration.secrets.slice(1).map(({ purpose }) => [purpose, 'A_TOKEN'])),
    }),
  ]);
  let [heard, asked] = [0, 0];
  const book = openBook(state.root, config.id);
  const transport: Transport = ({ url }) => {
    const parsed = new URL(url);
    if (stage.isAsked(parsed)) asked += 1;
    return answer(parsed, stage, asked);
  };
  const seen: unknown[] = [];
  const day = change.day ?? DAY;
  const outcome = await collect((change.book ?? ((one) => one))(book), config, day, {
    ...means(day, under(stage, source)),
    transport,
    readers: change.readers,
    env: change.env ?? { A_TOKEN: 'rahasia' },
    progress: (...event) => void seen.push(event),
    listen: (_account, comment) => {
      heard += 1;
      seen.push(`${String(comment.words)} ${inspect(comment, { depth: 9, showHidden: true })}`);
      change.hear?.(comment);
    },
  }).catch((error: unknown) => {
    seen.push(error instanceof Error ? `${error.stack} ${inspect(error, { depth: 9, showHidden: true })}` : String(error));
    return undefined;
  });
  try {
    book.commit(false);
  } catch (error) {
    seen.push(inspect(error, { depth: 9 }));
  }
  const printed: string[] = [];
  if (outcome) annotate(ofOutcome(outcome), { core: undefined, print: (text) => void printed.push(text) });
  const bytes = list(state.root).map((file) => file + fs.readFileSync(path.join(state.root, file), 'utf8'));
  const all = [
    ...bytes,
    ...shown,
    ...printed,
    JSON.stringify(seen),
    outcome ? renderSummary([outcome]) : '',
    inspect(outcome, { depth: 9 }),
  ];
  expect(
    all
      .filter((text) => text.includes(CANARY))
      .map((text) => text.slice(Math.max(0, text.indexOf(CANARY) - 200), text.indexOf(CANARY) + 60)),
  ).toEqual([]);
  return { heard, bytes: bytes.join('\n'), outcome: JSON.stringify(outcome) };
}

const answered: Parameters<typeof run>[2] = async (url, stage) =>
  reply(200, JSON.stringify(stage.isAsked(url) ? stage.page(url) : stage.else(url)));

const heardBy = sources.flatMap((source) => (isApi(source) && source.comments ? [source] : []));

test('every source that reads comments is looked at', () => {
  expect(heardBy.map((source) => source.declaration.id).sort()).toEqual(Object.keys(STAGES));
});

test('the look is able to find one', () => {
  expect(() => expect([`a ${word('text', 1)}`].filter((text) => text.includes(CANARY))).toEqual([])).toThrow();
});

describe.each(heardBy)('$declaration.id', (source) => {
  const { id } = source.declaration;

  test('a whole run counts them and keeps none', async () => {
    const { heard, bytes, outcome } = await run(id, source, answered);
    expect([heard, outcome]).toEqual([MANY, expect.stringContaining('"complete"')]);
    expect(bytes).toContain(`"value": ${MANY}`);
  });

  const words = word('text', 3);
  const dying: [string, (asked: number) => ReturnType<Transport>][] = [
    [
      'answers an error that quotes one',
      async () => reply(500, JSON.stringify({ error: { message: words, code: 1, errors: [{ reason: words, message: words }] } })),
    ],
    [
      'answers another error that quotes one',
      async () => reply(400, JSON.stringify({ error: { message: words, code: 100, status: words } })),
    ],
    ['answers a web page', async () => reply(200, `<html>${words}</html>`)],
    ['answers half a page', async () => reply(200, `{"data":[{"id":"${words}","message":"${words}`)],
    [
      'answers another shape',
      async () => reply(200, JSON.stringify({ data: [{ [words]: words, id: [words] }], items: [{ id: words, snippet: words }] })),
    ],
    ['breaks off', () => Promise.reject(Object.assign(new Error(words), { code: 'ECONNRESET' }))],
    ['falls over', () => Promise.reject(new TypeError(words))],
    ['sends elsewhere', async () => ({ ...reply2(), headers: new Map([['location', `http://evil.example/${words}`]]) })],
  ];
  const reply2 = () => ({ ...reply(302, ''), status: 302 });

  test.each(dying)('a platform that %s', async (_name, answer) => {
    const first = await run(id, source, (url, stage, asked) =>
      stage.isAsked(url) ? answer(asked) : answered(url, stage, asked),
    );
    expect(first.outcome).toContain('"comments"');
    expect(first.bytes).toContain('"reason": "failed"');
  });

  test('a run that falls over while it listens', async () => {
    const { outcome } = await run(id, source, answered, {
      hear: (comment) => {
        throw new Error(`${comment.words.read()} by ${comment.author.read()}`);
      },
    });
    expect(outcome).toContain('a fault in Terang itself');
    expect(shown.join('')).toMatch(/a fault while reading comments\n\s+at /);
  });

  test('a run that falls over when it writes', async () => {
    const { heard } = await run(id, source, answered, {
      book: (book) => ({
        ...book,
        addSeries: (...given) => {
          if (given[1].some((one) => one.measure === 'comments')) throw new Error('disk full');
          return book.addSeries(...given);
        },
      }),
    });
    expect(heard).toBe(MANY);
  });

  test('a run that is refused', async () => {
    const refusal = {
      error: { code: 190, message: `${words} is not allowed`, errors: [{ reason: 'forbidden', message: words }] },
    };
    const { outcome, heard } = await run(id, source, async (url, stage, asked) =>
      stage.isAsked(url) ? reply(401, JSON.stringify(refusal)) : answered(url, stage, asked),
    );
    expect([heard, outcome]).toEqual([0, expect.stringContaining('"partial"')]);
    await run(id, source, answered, { env: {} });
  });
});

/** The day on which September is written. */
const CLOSING = '2026-10-07';
const TOPICS = [Topic.parse({ id: 'burung', kind: 'topic', name: { id: 'Burung' }, words: [`${CANARY}*`], since: '2026-01-01' })];

/** All that a month's comments are read with; the labels are made up, the rest is real. */
const readers = (change: Partial<Readers> = {}): Readers => ({
  versions: ['1'],
  classifier: () => ({ sha256: 'a'.repeat(64), label: (text) => (text.length % 2 === 0 ? 'positive' : 'negative') }),
  topics: TOPICS,
  matcher: topicsOf(TOPICS),
  emerging: (since) =>
    emerging({
      vocabulary: vocabulary({ corpus: ['banjir di jalan'], topics: [], posts: [] }),
      refused: [],
      smallest: 10,
      since,
      salt: 'garam',
    }),
  ...change,
});

describe.each(heardBy)('what comments of $declaration.id say', (source) => {
  const { id } = source.declaration;
  const say = (change: Parameters<typeof run>[3] = {}) =>
    run(id, source, answered, { day: CLOSING, readers: readers(), ...change });

  test('is counted, and none of it kept', async () => {
    const { heard, bytes } = await say();
    expect(heard).toBe(MANY);
    expect(bytes).toContain('opinion/2026-09.json');
    expect(bytes).toMatch(new RegExp(`"comments": ${MANY},\\s+"id": "burung"`));
  });

  /** As bad as an error can be: it quotes what was said, on lines that look like places in the code. */
  const fall = (...all: (string | Private)[]): never => {
    const said = all.map((one) => (typeof one === 'string' ? one : one.read())).join(' ');
    throw new TypeError(`${said}\n    at ${said} (file:///${said}.ts:1:1)`);
  };
  const faults: [string, Partial<Readers>][] = [
    ['labelling', { classifier: () => ({ sha256: 'a'.repeat(64), label: (text) => fall(text) }) }],
    ['finding its topic', { matcher: (text) => fall(text) }],
    ['hearing its words', { emerging: () => ({ hear: fall, weeks: () => ({ named: [] }) }) }],
    ['telling what came up', { emerging: () => ({ hear: () => undefined, weeks: () => fall(word('text', 1)) }) }],
  ];
  test.each(faults)('a run that falls over while %s', async (_name, change) => {
    await say({ readers: readers(change) });
  });

  test('a run that falls over when it writes what they say', async () => {
    const { outcome } = await say({
      book: (book) => ({ ...book, putOpinion: ({ month }) => fall(month, word('text', 1)) }),
    });
    expect(outcome).toContain('"complete"');
    expect(shown.join('')).toMatch(/a fault while writing what comments of 2026-09 say\n\s+at /);
  });
});

describe('the command itself, in a process of its own', () => {
  /** A page's answers, so that a run of any days gets some: what is not known is refused as Facebook does. */
  const facebook: Parameters<typeof run>[2] = async (url, stage) => {
    if (stage.isAsked(url)) return reply(200, JSON.stringify(stage.page(url)));
    if (/\/insights$|debug_token/.test(url.pathname))
      return reply(400, JSON.stringify({ error: { message: '(#100) must be a valid insights metric', code: 100 } }));
    const post = {
      id: '1000_1',
      created_time: '2026-09-08T03:00:00+0000',
      message: 'Kabar',
      permalink_url: 'https://contoh.example/1',
    };
    return reply(200, JSON.stringify(/posts$|feed$/.test(url.pathname) ? { data: [post] } : { id: '1000', followers_count: 1 }));
  };

  const config = agency([
    account({ source: 'facebook', platform: 'facebook', handle: '1000', since: '2026-09-01', comments: true, token: 'A_TOKEN' }),
  ]);

  /** The data folder, and the answers of a run through it on some day. */
  async function laid(day = DAY) {
    const folder = path.join(base, `process-${state.count}`);
    const file = path.join(folder, 'data/agencies/kantor/agency.json');
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, JSON.stringify(config));
    const exchanges: unknown[] = [];
    const source = sources.find((one) => one.declaration.id === 'facebook') as ApiSource;
    const outcome = await collect(openBook(path.join(folder, 'nowhere'), 'kantor'), config, day, {
      ...means(day, source),
      readers: day === DAY ? undefined : readers(),
      env: { A_TOKEN: 'rahasia' },
      transport: async (wire) => {
        const answer = await facebook(new URL(wire.url), STAGES['facebook'] as Stage, 0);
        const chunks: Uint8Array[] = [];
        for await (const chunk of answer.body) chunks.push(chunk);
        const text = Buffer.concat(chunks).toString();
        exchanges.push({ request: { url: wire.url }, response: { status: answer.status, body: JSON.parse(text) as unknown } });
        return reply(answer.status, text);
      },
    });
    expect(outcome.accounts[0]?.gaps.filter((gap) => gap.measure === 'comments')).toEqual([]);
    fs.mkdirSync(path.join(folder, 'answers'), { recursive: true });
    fs.writeFileSync(path.join(folder, 'answers/all.json'), JSON.stringify(exchanges));
    fs.mkdirSync(path.join(folder, 'tmp'));
    return folder;
  }

  const command = (folder: string, script: string, ...words: string[]) => commandOn(DAY, folder, script, ...words);
  const commandOn = (day: string, folder: string, script: string, ...words: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [`scripts/${script}.ts`, '--data', path.join(folder, 'data'), '--now', day, ...words],
      {
        encoding: 'utf8',
        env: { ...process.env, A_TOKEN: 'rahasia', TMPDIR: path.join(folder, 'tmp'), HOME: path.join(folder, 'tmp') },
      },
    );
    return { status, said: stdout + stderr };
  };

  /** All that it could have left behind: the data that pages are built from, temporary files, the cache. */
  const left = (folder: string, since: number) =>
    [...['data', 'tmp', 'nowhere'].map((name) => path.join(folder, name)), '.cache'].flatMap((place) =>
      list(place)
        .map((file) => path.join(place, file))
        .filter((file) => fs.existsSync(file) && fs.statSync(file).mtimeMs >= since)
        .map((file) => `${file} ${fs.readFileSync(file, 'latin1')}`),
    );

  test('a whole run, and the reports made of it', { timeout: 60_000 }, async () => {
    const since = Date.now();
    const folder = await laid();
    const collected = command(folder, 'collect', '--replay', path.join(folder, 'answers'));
    expect(collected.said).toContain('one: ');
    expect(fs.readFileSync(path.join(folder, 'data/agencies/kantor/observations/one/2026-09.json'), 'utf8')).toContain(
      `"value": ${MANY}`,
    );
    fs.copyFileSync('data/sources.json', path.join(folder, 'data/sources.json'));
    const analysed = command(folder, 'analyse');
    expect(analysed.said).toMatch(/reports?/);
    const found = [collected.said, analysed.said, ...left(folder, since)].filter((text) => text.includes(CANARY));
    expect(found.map((text) => text.slice(0, 80))).toEqual([]);
  });

  test('a whole run on the day on which a month is written', { timeout: 60_000 }, async () => {
    const since = Date.now();
    const folder = await laid(CLOSING);
    for (const name of ['classifier', 'corpus']) fs.cpSync(`data/${name}`, path.join(folder, 'data', name), { recursive: true });
    const topics = { $schema: '../../schema/topics.json', topics: TOPICS };
    fs.writeFileSync(
      path.join(folder, 'data/agencies/kantor/topics.json'),
      JSON.stringify({ ...topics, topics: TOPICS.map((one) => ({ ...one, words: ['ken*'] })) }),
    );
    const { status, said } = commandOn(CLOSING, folder, 'collect', '--replay', path.join(folder, 'answers'));
    expect([status, said]).toEqual([0, expect.stringContaining('one: ')]);
    const written = fs.readFileSync(path.join(folder, 'data/agencies/kantor/opinion/2026-09.json'), 'utf8');
    expect(written).toMatch(new RegExp(`"comments": ${MANY},\\s+"id": "burung"`));
    fs.rmSync(path.join(folder, 'data/agencies/kantor/topics.json'));
    expect([said, ...left(folder, since)].filter((text) => text.includes(CANARY)).map((text) => text.slice(0, 80))).toEqual([]);
  });

  test('a run that dies when it writes its data', { timeout: 60_000 }, async () => {
    const since = Date.now();
    const folder = await laid();
    fs.writeFileSync(path.join(folder, 'data/agencies/kantor/observations'), 'in the way');
    const { status, said } = command(folder, 'collect', '--replay', path.join(folder, 'answers'));
    expect([status, said]).toEqual([1, expect.stringMatching(/ENOTDIR|EEXIST/)]);
    expect([said, ...left(folder, since)].filter((text) => text.includes(CANARY))).toEqual([]);
  });
});
