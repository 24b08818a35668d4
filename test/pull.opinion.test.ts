import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Agency } from '#model/agency.ts';
import { Private, type Comment } from '#model/comment.ts';
import { addDays, eachDay, type Day } from '#model/day.ts';
import { SourceError } from '#model/error.ts';
import type { Label } from '#model/label.ts';
import { Topic } from '#model/topic.ts';
import type { ApiSource, AskComments } from '#sources/source.ts';
import { openBook } from '#store/book.ts';
import { openData } from '#store/read.ts';
import { bytes, list, sha256 } from '#store/write.ts';
import type { Readers } from '../scripts/hearing.ts';
import { collect, type Means } from '../scripts/pull.ts';
import { readersOf } from '../scripts/readers.ts';
import { account, agency, means, virtual } from './platform.ts';

const base = fs.mkdtempSync(path.join(os.tmpdir(), 'terang-opinion-'));
afterAll(() => fs.rmSync(base, { recursive: true, force: true }));
let root = '';
let count = 0;
const fresh = (): void => {
  count += 1;
  root = path.join(base, String(count));
};
beforeEach(fresh);

const topic = (id: string, words: readonly string[], change: Partial<Topic> = {}) =>
  Topic.parse({ id, kind: 'topic', name: { id, en: id }, words, since: '2026-01-01', ...change });

/** A stub whose labels are words, and whose topics are too. */
const readers = (change: Partial<Readers> = {}): Readers => ({
  versions: ['1'],
  classifier: (version) => ({
    sha256: version.repeat(64).slice(0, 64),
    label: (text) =>
      (/baik/.test(text) ? 'positive' : version === '1' && /buruk/.test(text) ? 'negative' : 'neutral') satisfies Label,
  }),
  topics: [topic('banjir', ['banjir']), topic('pajak', ['pajak'], { since: '2026-03-16' })],
  matcher: (text, tags) => ['banjir', 'pajak'].filter((id) => text.includes(id) || tags.includes(id)),
  ...change,
});

/** Each day: so many comments of each kind, by so many people; the seventh on floods, and one by the agency itself. */
async function* said(
  { written, account: { id } }: AskComments,
  perDay: Readonly<Record<string, number>>,
  people = 50,
): AsyncIterable<Comment> {
  let index = 0;
  for (const day of eachDay(written.from, written.to)) {
    for (const [kind, many] of Object.entries({ ...perDay, sendiri: 1 })) {
      for (let each = 0; each < many; each += 1, index += 1) {
        await Promise.resolve();
        yield {
          words: new Private(`${kind} ${index % 7 === 0 ? 'banjir' : ''} ${day}`),
          author: new Private(`orang ${index % people}`),
          id: new Private(`${id} ${index}`),
          day,
          post: 'post',
          own: kind === 'sendiri',
          reply: false,
        };
      }
    }
  }
}

type Comments = (ask: AskComments) => AsyncIterable<Comment>;
const usual: Comments = (ask) => said(ask, { baik: 4, biasa: 3, buruk: 2 });

async function live(days: readonly Day[], config: Agency, comments: Comments, change: Partial<Means> = {}) {
  const asked: [Day, string, Day, Day][] = [];
  const { source } = virtual({
    comments: (ask) => {
      asked.push([ask.today, ask.account.id, ask.written.from, ask.written.to]);
      return comments(ask);
    },
  });
  const outcomes = [];
  for (const day of days) {
    const book = openBook(root, config.id);
    outcomes.push(await collect(book, config, day, means(day, source, { readers: readers(), ...change })));
    book.commit(false);
  }
  return { asked, outcomes };
}

const written = () => openData(root).opinions('kantor');
const hashes = () => list(root).map((file) => file + sha256(bytes(path.join(root, file))));

const two = agency([account({ comments: true }), account({ id: 'two', handle: 'two', comments: true })]);

describe('what comments of a month say', () => {
  test('is written once, when the month closes, of all accounts in one run', async () => {
    const { asked } = await live(eachDay('2026-03-30', '2026-04-20'), two, usual);
    const [, march] = written();
    expect(written().map(({ month, readings }) => [month, readings[0]?.counted])).toEqual([
      ['2026-02', '2026-03-30'],
      ['2026-03', '2026-04-07'],
    ]);
    expect(march).toMatchObject({ accounts: ['one', 'two'], without: [], sittings: [], emerging: [] });
    expect(march?.readings).toMatchObject([{ classifier: '1', sha256: '1'.repeat(64), counted: '2026-04-07' }]);
    const [all, one, other, floods, taxes] = march?.readings[0]?.cells ?? [];
    expect(all).toEqual({ of: 'all', comments: 31 * 18, labels: { positive: 31 * 8, neutral: 31 * 6, negative: 31 * 4 } });
    for (const cell of [one, other])
      expect(cell).toMatchObject({
        of: 'account',
        comments: 31 * 9,
        labels: { positive: 31 * 4, neutral: 31 * 3, negative: 31 * 2 },
      });
    expect(floods).toMatchObject({ of: 'topic', id: 'banjir', comments: 82 });
    // A topic that was not mentioned was counted: none.
    expect(taxes).toEqual({ of: 'topic', id: 'pajak', comments: 0, labels: { positive: 0, neutral: 0, negative: 0 } });
    expect(asked.filter(([day]) => day === '2026-04-07')).toEqual(
      ['one', 'two'].map((id) => ['2026-04-07', id, '2026-03-01', '2026-03-31']),
    );
    expect(asked.filter(([day]) => day > '2026-04-12').map(([, , from]) => from >= '2026-04-06')).not.toContain(false);
  });

  test('is the same after a second run of the day, which asks the same', async () => {
    await live(eachDay('2026-04-01', '2026-04-06'), two, usual);
    const first = await live(['2026-04-07'], two, usual);
    const before = hashes();
    const again = await live(['2026-04-07'], two, (ask) => said(ask, { buruk: 9 }));
    expect(again.asked).toEqual(first.asked);
    expect(hashes().filter((one) => one.includes('/opinion/'))).toEqual(before.filter((one) => one.includes('/opinion/')));
    const third = await live(['2026-04-08'], two, usual);
    expect(third.asked).toEqual([]);
  });

  test('has the words that came up, heard for eight weeks before', async () => {
    const heard: Day[] = [];
    const asked: unknown[] = [];
    const emerging: Readers['emerging'] = () => ({
      hear: (text, author, day) => {
        expect([text.split(' ')[0], author.read()]).toEqual([
          expect.stringMatching(/baik|biasa|buruk/),
          expect.stringMatching(/^(one|two) orang/),
        ]);
        heard.push(day);
      },
      weeks: (weeks) => {
        asked.push(weeks);
        return { named: weeks.map((week) => ({ ...week, weeks: 8, terms: [], waiting: 0 })) };
      },
    });
    await live(eachDay('2026-04-04', '2026-04-06'), two, usual);
    const run = await live(['2026-04-07'], two, usual, { readers: readers({ emerging }) });
    const march = written().find(({ month }) => month === '2026-03');
    expect(march?.emerging.map(({ week }) => week)).toEqual(['2026-w09', '2026-w10', '2026-w11', '2026-w12', '2026-w13']);
    // 23 February is the Monday of the first week that ends in March, 29 December that of eight weeks before.
    expect([heard.reduce((a, b) => (a < b ? a : b)), heard.reduce((a, b) => (a > b ? a : b))]).toEqual([
      '2025-12-29',
      '2026-03-31',
    ]);
    expect(run.asked[0]).toEqual(['2026-04-07', 'one', '2025-12-29', '2026-03-31']);
    expect(march?.readings[0]?.cells[0]?.comments).toBe(31 * 18);
    expect(asked).toHaveLength(1);
  });
});

describe('an account that can not be read', () => {
  const broken =
    (which: string): Comments =>
    (ask) =>
      ask.account.id !== which
        ? usual(ask)
        : (async function* () {
            yield* said({ ...ask, written: { from: ask.written.from, to: ask.written.from } }, { baik: 5 });
            throw new SourceError('page 2: answered 500');
          })();

  test('is waited for, and the month written once it is read, with all others read anew', async () => {
    await live(eachDay('2026-04-07', '2026-04-09'), two, broken('two'));
    expect(written().map(({ month }) => month)).toEqual(['2026-02']);
    const { asked } = await live(['2026-04-10'], two, usual);
    expect(written().map(({ month, accounts, without }) => [month, accounts, without])).toEqual([
      ['2026-02', ['one'], [{ account: 'two', reason: 'failed' }]],
      ['2026-03', ['one', 'two'], []],
    ]);
    expect(asked.map(([, id, , to]) => [id, to])).toEqual([
      ['one', '2026-03-31'],
      ['two', '2026-04-05'],
    ]);
  });

  test('is left out 35 days after the end, with its reason, and nothing of it is counted', async () => {
    await live(eachDay('2026-04-28', '2026-05-05'), two, broken('two'));
    const [march, ...more] = written();
    expect([march?.month, march?.readings[0]?.counted, more]).toEqual(['2026-03', '2026-05-05', []]);
    expect([march?.accounts, march?.without]).toEqual([['one'], [{ account: 'two', reason: 'failed' }]]);
    expect(march?.readings[0]?.cells.map(({ of, id, comments }) => [of, id, comments])).toEqual([
      ['all', undefined, 31 * 9],
      ['account', 'one', 31 * 9],
      ['topic', 'banjir', expect.any(Number)],
      ['topic', 'pajak', 0],
    ]);
  });

  test('takes no words with it that came up before it broke off', async () => {
    const emerging: Readers['emerging'] = () => ({
      hear: () => undefined,
      weeks: (weeks) => ({ named: weeks.map((week) => ({ ...week, weeks: 8, terms: [], waiting: 0 })) }),
    });
    await live(['2026-05-05'], two, broken('two'), { readers: readers({ emerging }) });
    expect(written()[0]?.emerging).toEqual([]);
    fresh();
    await live(['2026-05-05'], two, broken('nobody'), { readers: readers({ emerging }) });
    expect(written()[0]?.emerging).toHaveLength(5);
  });

  test('where none can be read nothing is written: not counted is not zero', async () => {
    const dead: Comments = () => {
      throw new SourceError('answered 500');
    };
    await live(['2026-05-05', '2026-05-12', '2026-05-20'], two, dead);
    expect(written()).toEqual([]);
  });

  test('that was not there on the month’s first day, or is there no more, is named', async () => {
    const config = agency([
      account({ comments: true }),
      account({ id: 'late', handle: 'late', comments: true, since: '2026-03-10' }),
      account({ id: 'gone', handle: 'gone', comments: true, until: '2026-04-02' }),
      account({ id: 'later', handle: 'later', comments: true, since: '2026-04-01' }),
      account({ id: 'quiet', handle: 'quiet' }),
    ]);
    await live(['2026-04-07'], config, usual);
    const march = written().find(({ month }) => month === '2026-03');
    expect([march?.accounts, march?.without]).toEqual([
      ['one'],
      [
        { account: 'gone', reason: 'not-collected' },
        { account: 'late', reason: 'not-begun' },
      ],
    ]);
  });

  test('and one with so few comments that the others would tell them is left out too', async () => {
    const few: Comments = (ask) =>
      ask.account.id === 'two' ? said({ ...ask, written: { from: '2026-03-01', to: '2026-03-04' } }, { baik: 2 }) : usual(ask);
    await live(['2026-04-07'], two, few);
    const march = written().find(({ month }) => month === '2026-03');
    expect([march?.accounts, march?.without]).toEqual([['one'], [{ account: 'two', reason: 'too-few' }]]);
    expect(march?.readings[0]?.cells[0]?.comments).toBe(31 * 9);
  });
});

describe('nothing is heard', () => {
  const written7 = async (change: Partial<Means>, config = two) => {
    const { asked } = await live(['2026-04-06', '2026-04-07'], config, usual, change);
    return [written().length, asked.filter(([day]) => day === '2026-04-07').length];
  };

  test('without a classifier, though comments are counted', async () => {
    expect(await written7({ readers: undefined })).toEqual([0, 2]);
  });

  test('by a run that asks one source alone', async () => {
    expect((await written7({ only: 'virtual' }))[0]).toBe(0);
  });

  test('of accounts that do not say "comments": true', async () => {
    expect(await written7({}, agency([account()]))).toEqual([0, 0]);
  });
});

describe('a new classifier', () => {
  test('reads one month beside the old one, of which the whole alone is told, and then by itself', async () => {
    const months = (versions: readonly string[]) => ({ readers: readers({ versions }) });
    await live(['2026-03-07'], two, usual, months(['1']));
    await live(['2026-04-07'], two, usual, months(['1', '2']));
    await live(['2026-05-07'], two, usual, months(['1', '2']));
    expect(written().map(({ month, readings }) => [month, readings.map(({ classifier }) => classifier)])).toEqual([
      ['2026-01', ['1']],
      ['2026-02', ['1']],
      ['2026-03', ['1', '2']],
      ['2026-04', ['2']],
    ]);
    const march = written().find(({ month }) => month === '2026-03');
    expect(march?.readings[1]?.cells).toEqual([
      { of: 'all', comments: 31 * 18, labels: { positive: 31 * 8, neutral: 31 * 10, negative: 0 } },
    ]);
    expect(march?.readings[1]?.sha256).toBe('2'.repeat(64));
  });

  test('tells nothing of comments of which the old one hid some', async () => {
    const rare: Comments = (ask) => said(ask, { baik: 4, biasa: 3 });
    const some: Comments = async function* (ask) {
      yield* rare(ask);
      yield* said({ ...ask, written: { from: '2026-03-05', to: '2026-03-06' } }, { buruk: 2 });
    };
    await live(['2026-03-07'], two, usual);
    await live(['2026-04-07'], two, some, { readers: readers({ versions: ['1', '2'] }) });
    const march = written().find(({ month }) => month === '2026-03');
    expect(march?.readings.map(({ cells }) => cells[0]?.labels)).toEqual([
      { positive: null, neutral: null, negative: null },
      { positive: null, neutral: null, negative: null },
    ]);
  });
});

describe('a fault', () => {
  const shown: string[] = [];
  beforeEach(() => {
    shown.length = 0;
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => shown.push(String(text)) > 0);
    return () => vi.restoreAllMocks();
  });

  test('of the classifier costs what comments say, and not how many there are', async () => {
    const label = () => {
      throw new Error('kata rahasia\n    at kata rahasia');
    };
    const { outcomes } = await live(['2026-04-07'], two, usual, {
      readers: readers({ classifier: () => ({ sha256: '1'.repeat(64), label }) }),
    });
    expect(written()).toEqual([]);
    expect(outcomes[0]?.accounts.map(({ outcome, gaps }) => [outcome, gaps[0]?.detail])).toEqual(
      Array(2).fill(['partial', expect.stringContaining('what comments say was not counted')]),
    );
    const [series] =
      openData(root)
        .observationsOf('kantor', 'one', '2026-03')
        ?.series.filter((one) => one.measure === 'comments') ?? [];
    expect(series?.values.some(({ value }) => value !== null)).toBe(true);
    expect(shown.join('')).toMatch(
      /^one: a fault while labelling comments\n(?: {4}at (?:scripts|src|test)\/[\w./-]+:\d+:\d+\n)+/m,
    );
    expect(shown.join('')).not.toContain('rahasia');
  });

  test('of what looks for words costs those alone', async () => {
    const emerging: Readers['emerging'] = () => ({
      hear: () => undefined,
      weeks: () => {
        throw new Error('kata rahasia');
      },
    });
    await live(['2026-04-07'], two, usual, { readers: readers({ emerging }) });
    expect(written().map(({ emerging: found, accounts }) => [found, accounts.length])).toEqual(
      Array(written().length).fill([[], 2]),
    );
    expect(written().length).toBeGreaterThan(0);
    expect(shown.join('')).not.toContain('rahasia');
  });

  test('of the weights leaves all else as it is', async () => {
    const source: ApiSource = virtual({ comments: usual }).source;
    const { DataError } = await import('#model/error.ts');
    const classifier = () => {
      throw new DataError([{ file: 'weights.bin', line: 1, column: 1, rule: 'weights', message: 'is cut off' }]);
    };
    const book = openBook(root, 'kantor');
    const outcome = await collect(book, two, '2026-04-07', means('2026-04-07', source, { readers: readers({ classifier }) }));
    expect(outcome.accounts.map((one) => one.outcome)).toEqual(['complete', 'complete']);
    expect(shown.join('')).toContain('is cut off');
  });
});

test('a month is not touched once 42 days have gone', async () => {
  await live([addDays('2026-03-31', 43)], two, usual);
  expect(written().map(({ month }) => month)).toEqual(['2026-04']);
});

describe('what comments are read with', () => {
  const given = (files: Readonly<Record<string, string | Uint8Array>>) => {
    for (const [name, content] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      fs.writeFileSync(path.join(root, name), content);
    }
    return readersOf(openData(root), two, 'garam');
  };
  const rules = ({ findings }: ReturnType<typeof readersOf>) => findings.map(({ rule }) => rule);

  test('is nothing where there is no classifier, and that is no fault', () => {
    expect(given({})).toEqual({ readers: undefined, findings: [] });
  });

  test('is nothing where a file of it can not be read, which is said; figures come all the same', () => {
    expect(rules(given({ 'classifier/1/card.json': '{}' }))).toEqual(['weights']);
    expect(rules(given({ 'classifier/1/weights.bin': new Uint8Array([1, 2, 3]) }))).toEqual(['weights']);
    expect(rules(given({ 'agencies/kantor/topics.json': '{' }))).toEqual(['json']);
  });
});
