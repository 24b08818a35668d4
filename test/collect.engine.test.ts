import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import v8 from 'node:v8';
import vm from 'node:vm';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Agency } from '#model/agency.ts';
import { addDays, eachDay, type Day } from '#model/day.ts';
import { SecretError, SourceError } from '#model/error.ts';
import type { Post } from '#model/post.ts';
import type { Run } from '#model/run.ts';
import { readPages, readStretches } from '#sources/http/pages.ts';
import { wanted } from '#sources/wanted.ts';
import { openBook } from '#store/book.ts';
import { openData } from '#store/read.ts';
import { bytes, list, sha256 } from '#store/write.ts';
import { collect, type Means } from '../scripts/pull.ts';
import { account, agency, means, ok, PRIVATE, talk, virtual, type Options } from './platform.ts';

const base = fs.mkdtempSync(path.join(os.tmpdir(), 'terang-engine-'));
afterAll(() => fs.rmSync(base, { recursive: true, force: true }));
let root = '';
let count = 0;
const fresh = (): void => {
  count += 1;
  root = path.join(base, String(count));
};
beforeEach(fresh);

async function live(
  days: readonly Day[],
  config: Agency = agency([account()]),
  options: Options = {},
  change: Partial<Means> = {},
) {
  const { source, asked } = virtual(options);
  const outcomes = [];
  let changed = 0;
  // A book of its own for each day, as each run is a process of its own.
  for (const day of days) {
    const book = openBook(root, config.id);
    outcomes.push(await collect(book, config, day, means(day, source, change)));
    changed = book.commit(false);
  }
  return { outcomes, asked, changed };
}

const hashes = () => new Map(list(root).map((file) => [file, sha256(bytes(path.join(root, file)))]));
const series = (id = 'one') =>
  openData(root)
    .observations('kantor', id)
    .flatMap((file) => file.series);
const values = (measure: string, window = 'day', id = 'one') =>
  series(id)
    .filter((one) => one.measure === measure && one.window === window && Object.keys(one.dimensions).length === 0)
    .flatMap((one) => one.values);
const posts = (id = 'one') =>
  openData(root)
    .posts('kantor', id)
    .flatMap((file) => file.posts);
const runs = () =>
  openData(root)
    .runs('kantor')
    .flatMap((file) => file.runs);
const bare = (value: unknown) => JSON.stringify(value).replaceAll(/"observed":"[^"]+",?/g, '');

describe('after missed days', () => {
  const from = '2026-03-20';
  const days = eachDay(from, addDays(from, 24));
  /** What a later run can still be told: everything but snapshots, and private figures of posts that have grown too old for them. */
  const served = () => [
    bare([values('views'), values('reach', 'month')]),
    bare(posts().map(({ figures: { likes }, ...post }) => ({ ...post, likes, figures: undefined }))),
  ];

  test.each([1, 3, 9])('%i of them, whatever is still served is as in the run that missed none', async (missed) => {
    await live(days);
    const whole = served();
    const young = posts().filter((post) => post.day > addDays(days.at(-1) as Day, -PRIVATE));
    fresh();
    const gone = new Set(eachDay(addDays(from, 8), addDays(from, 7 + missed)));
    const { asked } = await live(days.filter((day) => !gone.has(day)));
    expect(served()).toEqual(whole);
    expect(bare(posts().filter((post) => young.some((one) => one.id === post.id)))).toBe(bare(young));
    expect(values('followers').map((value) => value.day)).toEqual(days.filter((day) => !gone.has(day)));
    // Once the days are made good nobody asks for them again, nor for the snapshots that are lost.
    expect(asked.at(-1)?.days?.from).toBe(addDays(days.at(-1) as Day, -3));
  });

  test('a second run of the day asks for the same and changes no byte', async () => {
    await live(days);
    const before = hashes();
    const last = days.at(-1) as Day;
    const { asked, changed } = await live([last, last]);
    expect(changed).toBe(0);
    expect(hashes()).toEqual(before);
    expect(asked.map(({ days: wanted, posts: some, audience }) => [wanted, some, audience])).toEqual(
      Array(2).fill([{ from: addDays(last, -3), to: addDays(last, -1) }, { from: addDays(last, -28), to: last }, false]),
    );
  });
});

describe('the audience', () => {
  test('is asked for once a month, three weeks after the last, by a day of which nothing has come yet', async () => {
    const days = eachDay('2026-03-28', '2026-04-05').filter((day) => day !== '2026-04-01');
    const { asked } = await live(days);
    expect(asked.filter((ask) => ask.audience).map((ask) => ask.today)).toEqual(['2026-03-28']);
    const again = await live(['2026-04-17', '2026-04-18', '2026-04-18', '2026-04-19', '2026-05-03']);
    expect(again.asked.map((ask) => ask.audience)).toEqual([false, true, true, false, false]);
    expect((await live(['2026-05-09'])).asked[0]?.audience).toBe(true);
  });

  test('is asked again by the second run of its own day, so that both write the same', async () => {
    const { asked } = await live(['2026-03-28', '2026-03-28']);
    expect(asked.map((ask) => ask.audience)).toEqual([true, true]);
  });

  test('is not asked again where it was hidden for being small', async () => {
    const book = openBook(root, 'kantor');
    const by = { measure: 'followers', window: 'day', source: 'virtual', metric: 'followers_by_age', api: 'v2' } as const;
    const hidden = { day: '2026-03-02', value: null, reason: 'suppressed', observed: '2026-03-02' } as const;
    book.addSeries('one', [{ ...by, dimensions: { age: '18-24' }, values: [hidden] }], 3);
    book.commit(false);
    expect((await live(['2026-03-03'])).asked[0]?.audience).toBe(false);
  });

  test('is never asked of a source without one', async () => {
    const { gives } = virtual().source.declaration;
    const { asked } = await live(['2026-03-03'], agency([account()]), {
      declaration: { gives: gives.filter((given) => !given.dimensions) },
    });
    expect(asked[0]?.audience).toBe(false);
  });
});

describe('peers', () => {
  const config = agency([account()], [account({ id: 'other', handle: 'other' })]);

  test('stand apart in the record and bring no words, no history and no audience', async () => {
    const { outcomes, asked } = await live(['2026-03-03'], config);
    expect(outcomes[0]?.accounts.map((one) => one.account)).toEqual(['one']);
    expect(outcomes[0]?.peers?.map((one) => one.account)).toEqual(['other']);
    expect(runs()[0]?.accounts.map((one) => one.account)).toEqual(['one']);
    expect(runs()[0]?.peers?.map((one) => one.account)).toEqual(['other']);
    expect(asked[1]).toMatchObject({ days: null, audience: false });
    expect(values('followers', 'day', 'other')).toHaveLength(1);
    expect(posts('other').length).toBeGreaterThan(10);
    expect(posts('other').every((post) => post.text === '' && post.tags.length === 0)).toBe(true);
    expect(posts('one').every((post) => post.text !== '')).toBe(true);
  });

  test('are read once, then only what may still change', async () => {
    const { asked } = await live(eachDay('2026-03-03', '2026-03-06'), config);
    const spans = asked.filter((ask) => ask.account.id === 'other').map((ask) => ask.posts.from);
    expect(spans).toEqual(['2026-01-01', '2026-02-04', '2026-02-05', '2026-02-06']);
  });

  test('that fail cost nothing of the coverage, and are said', async () => {
    const { outcomes } = await live(['2026-03-03'], config, {
      breaks: ({ account: { id } }) => {
        if (id === 'other') throw new SourceError('gone');
      },
    });
    expect(outcomes[0]).toMatchObject({ coverage: 1, peers: [{ outcome: 'failed' }] });
  });

  test('of a source that gives nothing of others are refused with the reason', async () => {
    const { source } = virtual();
    const { peer: _peer, ...rest } = source;
    const book = openBook(root, 'kantor');
    const outcome = await collect(book, config, '2026-03-03', means('2026-03-03', rest));
    expect(outcome.peers?.[0]?.gaps[0]?.detail).toContain('"other" stands under "peers"');
  });
});

describe('a quota', () => {
  test('is shared by all accounts of a platform on one server, at four fifths, by waiting', async () => {
    let time = Date.parse('2026-03-03T12:00:00Z');
    const calls: [string, number][] = [];
    const config = agency([account(), account({ id: 'two' }), account({ id: 'elsewhere', server: 'https://elsewhere.example' })]);
    const { outcomes } = await live(
      ['2026-03-03'],
      config,
      { calls: 15, declaration: { quota: { requests: 10, seconds: 60 } } },
      {
        now: () => new Date(time),
        sleep: async (milliseconds) => void (time += milliseconds),
        transport: async (wire) => {
          calls.push([new URL(wire.url).host, (time += 100)]);
          return ok(wire);
        },
      },
    );
    expect(outcomes[0]?.accounts.map((one) => [one.outcome, one.requests])).toEqual(Array(3).fill(['complete', 15]));
    for (const host of ['virtual.example', 'elsewhere.example']) {
      const times = calls.filter(([name]) => name === host).map(([, at]) => at);
      const most = Math.max(...times.map((end) => times.filter((at) => at > end - 60_000 && at <= end).length));
      expect([host, most]).toEqual([host, 8]);
    }
    // Three waits of a minute for thirty calls, and one for fifteen: no longer than it takes.
    expect(time - Date.parse('2026-03-03T12:00:00Z')).toBeLessThan(4.2 * 60_000);
  });

  test('by the day that is used up ends in a gap that says so, and costs no other platform', async () => {
    const { outcomes } = await live(['2026-03-03'], agency([account(), account({ id: 'two' })]), {
      calls: 8,
      declaration: { quota: { requests: 12, seconds: 86_400 } },
    });
    const [one, two] = outcomes[0]?.accounts ?? [];
    expect(one?.outcome).toBe('complete');
    expect(two?.gaps[0]).toMatchObject({ reason: 'failed', detail: expect.stringContaining('used up for now') as string });
  });
});

describe('a price', () => {
  const priced = { declaration: { price: { usd: 0.005, per: { en: 'post read', id: 'kiriman' } } }, cost: 3 };

  test('without a budget nothing is asked, and the message says which key to set', async () => {
    const { outcomes, asked } = await live(['2026-03-03'], agency([account()]), priced);
    expect(asked).toEqual([]);
    const [gap] = outcomes[0]?.accounts[0]?.gaps ?? [];
    expect(gap).toMatchObject({ reason: 'over-budget', detail: expect.stringContaining('"one" needs "budget"') as string });
    expect(outcomes[0]?.coverage).toBe(0);
  });

  test('what may be spent is the budget less what this month has cost, and a new month begins anew', async () => {
    const config = agency([account({ budget: 8 })]);
    const { outcomes, asked } = await live(eachDay('2026-03-28', '2026-04-01'), config, priced);
    expect(asked.map((ask) => [ask.today, ask.allowance])).toEqual([
      ['2026-03-28', 8],
      ['2026-03-29', 5],
      ['2026-03-30', 2],
      ['2026-04-01', 8],
    ]);
    expect(outcomes[3]).toMatchObject({ day: '2026-03-31', coverage: null, accounts: [{ outcome: 'failed', requests: 0 }] });
    expect(outcomes[3]?.accounts[0]?.gaps[0]?.detail).toContain('8 US dollars for 2026-03 is used up (9)');
    expect(runs().map((run) => run.accounts[0]?.cost)).toEqual([3, 3, 3, undefined, 3]);
  });

  test('a day that is complete is not paid for twice', async () => {
    const config = agency([account({ budget: 8 })]);
    await live(['2026-03-28'], config, priced);
    const before = hashes();
    const { asked, outcomes } = await live(['2026-03-28'], config, priced);
    expect(asked).toEqual([]);
    expect(outcomes[0]?.coverage).toBe(1);
    expect(hashes()).toEqual(before);
  });

  test.each([
    ['what the platform refused of single posts is all that lacks', 'likes', 'failed', 0],
    ['days lack', 'views', 'failed', 1],
    ['posts lack', undefined, 'over-budget', 1],
  ] as const)('where %s, a second run of the day asks again %s %s: %i', async (_, measure, reason, times) => {
    const day = '2026-03-27';
    const gap = { ...(measure ? { measure } : {}), from: day, to: day, reason, detail: 'refused' };
    const config = agency([account({ budget: 8 })]);
    await live(['2026-03-28'], config, { ...priced, gaps: [gap] });
    const { asked, outcomes } = await live(['2026-03-28'], config, { ...priced, gaps: [gap] });
    expect(asked).toHaveLength(times);
    expect(outcomes[0]?.accounts[0]?.outcome).toBe('partial');
  });

  test('two tries of one day cost what both cost', async () => {
    const config = agency([account({ budget: 8 })]);
    await live(['2026-03-28'], config, priced);
    await live(['2026-03-28'], config, priced, { since: '2026-03-20' });
    expect(runs()[0]?.accounts[0]?.cost).toBe(6);
  });

  test('money is nowhere where nothing is charged', async () => {
    const { asked } = await live(['2026-03-28']);
    expect(asked[0]?.allowance).toBe(Number.POSITIVE_INFINITY);
    expect(JSON.stringify(runs())).not.toContain('cost');
  });
});

describe('tokens and versions', () => {
  test('the day on which a token ends is recorded, from the platform before agency.json', async () => {
    const config = agency([account({ expires: '2026-05-01' })]);
    await live(['2026-03-03'], config);
    await live(['2026-03-04'], config, { expires: '2026-04-30' });
    expect(runs().map((run) => run.accounts[0]?.expires)).toEqual(['2026-05-01', '2026-04-30']);
  });

  test('a token of 60 days: warned of from 14 days ahead, an error once over, and the others go on', async () => {
    const start = '2026-03-03';
    const ends = addDays(start, 60);
    const config = agency([account(), account({ id: 'two' })]);
    for (const age of [0, 45, 46, 59, 60, 61]) {
      const day = addDays(start, age);
      const { outcomes } = await live([day], config, {
        expires: ends,
        breaks: ({ account: { id }, today }) => {
          if (id === 'one' && today > ends) throw new SecretError('ONE_TOKEN', 'ONE_TOKEN: refused');
        },
      });
      const level = outcomes[0]?.notices?.find((one) => one.account === 'one')?.level;
      expect([age, level]).toEqual([age, age > 60 ? 'error' : age >= 46 ? 'warning' : undefined]);
      expect(outcomes[0]?.accounts.map((one) => one.outcome)).toEqual([age > 60 ? 'failed' : 'complete', 'complete']);
    }
    // Refused, the platform says no date any more: it is the last one that it said.
    expect(runs().at(-1)?.accounts[0]?.expires).toBe(ends);
  });

  test('the version asked for is agency.json’s, stands with each figure, and is warned of before it ends', async () => {
    const versions = { versions: [{ api: 'v1', ends: '2026-04-01' }, { api: 'v2' }] };
    const config = agency([account({ api: 'v1' })]);
    const said = async (day: Day) => (await live([day], config, { declaration: versions })).outcomes[0];
    expect((await said('2026-01-30'))?.notices).toBeUndefined();
    const warned = await said('2026-01-31');
    expect(warned).toMatchObject({
      coverage: 1,
      notices: [{ level: 'warning', message: expect.stringContaining('in 60 days') as string }],
    });
    expect(new Set(series().map((one) => one.api))).toEqual(new Set(['v1']));
    expect((await said('2026-04-02'))?.notices?.[0]).toMatchObject({
      level: 'warning',
      message: expect.stringContaining('ended on') as string,
    });
  });

  test('a version that nobody knows is warned of', async () => {
    const { outcomes } = await live(['2026-03-03'], agency([account({ api: 'v9' })]));
    expect(outcomes[0]?.notices?.[0]?.message).toContain('"v9"');
  });
});

describe('comments', () => {
  const config = agency([account({ comments: true })]);
  const five = {
    comments: (ask: Parameters<typeof talk>[1]) =>
      talk(
        () => 5,
        ask,
        (index) => index === 0,
      ),
  };
  const counts = (window: string) => values('comments', window).map((value) => [value.day, value.value, value.observed]);

  test('of others are counted by weeks and months that are over, and no more once they are frozen', async () => {
    const asked: { today: Day; from: Day; to: Day; under: number }[] = [];
    await live(eachDay('2026-03-28', '2026-04-12'), config, {
      comments: (ask) => {
        asked.push({ today: ask.today, ...ask.written, under: ask.under.length });
        return five.comments(ask);
      },
    });
    expect(counts('month')).toEqual([
      ['2026-02-28', 4 * 28, '2026-03-28'],
      ['2026-03-31', 4 * 31, '2026-04-07'],
    ]);
    expect(counts('week').map(([day, value]) => [day, value])).toEqual(
      ['2026-02-22', '2026-03-01', '2026-03-08', '2026-03-15', '2026-03-22', '2026-03-29', '2026-04-05'].map((day) => [day, 28]),
    );
    // Each as soon as it is over and once more a week later, not on the days between.
    expect(asked.map(({ today, from, to }) => [today, from, to])).toEqual([
      ['2026-03-28', '2026-02-01', '2026-03-22'],
      ['2026-03-29', '2026-03-16', '2026-03-22'],
      ['2026-03-30', '2026-03-23', '2026-03-29'],
      ['2026-04-01', '2026-03-01', '2026-03-31'],
      ['2026-04-05', '2026-03-23', '2026-03-29'],
      ['2026-04-06', '2026-03-30', '2026-04-05'],
      ['2026-04-07', '2026-03-01', '2026-03-31'],
      ['2026-04-12', '2026-03-30', '2026-04-05'],
    ]);
    expect(asked.at(-1)).toMatchObject({ under: 35 });
  });

  test('of a week are asked for by the second run of a day as by the first', async () => {
    const asked: [Day, Day][] = [];
    const comments: Options['comments'] = (ask) => {
      asked.push([ask.written.from, ask.written.to]);
      return five.comments(ask);
    };
    await live(eachDay('2026-04-06', '2026-04-11'), config, { comments });
    asked.length = 0;
    const before = hashes();
    const { changed } = await live(['2026-04-12', '2026-04-12'], config, { comments });
    expect(asked).toEqual(Array(2).fill(['2026-03-30', '2026-04-05']));
    expect([changed, hashes().size]).toEqual([0, before.size]);
  });

  test('that come while a week is open are counted; what comes after stays out', async () => {
    const late = (ask: Parameters<typeof talk>[1]) => talk(() => (ask.today < '2026-04-10' ? 5 : 7), ask);
    await live(eachDay('2026-04-06', '2026-04-25'), config, { comments: late });
    expect(counts('week').find(([day]) => day === '2026-04-05')).toEqual(['2026-04-05', 49, '2026-04-12']);
    const dead = (ask: Parameters<typeof talk>[1]) => talk(() => 99, ask);
    await live(eachDay('2026-04-26', '2026-04-27'), config, { comments: dead });
    expect(counts('week').find(([day]) => day === '2026-04-05')).toEqual(['2026-04-05', 49, '2026-04-12']);
  });

  test('missed days change nothing in the end', async () => {
    await live(eachDay('2026-03-28', '2026-04-25'), config, five);
    const whole = bare([values('comments', 'week'), values('comments', 'month')]);
    fresh();
    await live(['2026-03-28', '2026-03-29', '2026-04-09', '2026-04-24', '2026-04-25'], config, five);
    expect(bare([values('comments', 'week'), values('comments', 'month')])).toBe(whole);
  });

  test('a week that can not be read whole is null with its reason, and is made good later', async () => {
    const broken = (ask: Parameters<typeof talk>[1]) =>
      (async function* () {
        yield* talk(() => 1, { ...ask, written: { from: ask.written.from, to: ask.written.from } });
        throw new SourceError('page 2: answered 500');
      })();
    const { outcomes } = await live(['2026-04-06'], config, { comments: broken });
    expect(outcomes[0]?.accounts[0]).toMatchObject({ outcome: 'partial' });
    expect(outcomes[0]?.accounts[0]?.gaps).toMatchObject([
      { measure: 'comments', reason: 'failed', detail: 'page 2: answered 500' },
    ]);
    expect(values('comments', 'week').map(({ value, reason }) => [value, reason])).toEqual(Array(5).fill([null, 'failed']));
    expect(values('views').length).toBeGreaterThan(90);
    await live(['2026-04-07'], config, five);
    expect(values('comments', 'week').every((value) => value.value === 28)).toBe(true);
    // And what is known is not lost to a later failure.
    await live(['2026-04-08'], config, { comments: broken });
    expect(values('comments', 'week').every((value) => value.value === 28)).toBe(true);
  });

  test('are not touched where the agency does not ask for them', async () => {
    const { asked } = await live(['2026-04-06'], agency([account()]), {
      comments: () => {
        throw new Error('asked');
      },
    });
    expect(asked).toHaveLength(1);
    expect(JSON.stringify(series())).not.toContain('comments');
  });

  test('the listener hears every one, the agency’s own too', async () => {
    let [all, own] = [0, 0];
    await live(['2026-04-06'], config, five, {
      listen: ({ id }, comment) => {
        expect([id, String(comment.words)]).toEqual(['one', '[private]']);
        all += 1;
        if (comment.own) own += 1;
      },
    });
    expect([all, own]).toEqual([5 * 36, 36]);
  });

  const MANY = 1_000_000;
  test(`${MANY} need no more memory than a thousand`, { timeout: 120_000 }, async () => {
    v8.setFlagsFromString('--expose-gc');
    const collectGarbage = vm.runInNewContext('gc') as () => void;
    const peak = async (total: number): Promise<number> => {
      fresh();
      let [seen, most] = [0, 0];
      await live(
        ['2026-04-06'],
        config,
        { comments: (ask) => talk(() => Math.ceil(total / 36), ask) },
        {
          listen: () => {
            seen += 1;
            if (seen % Math.ceil(total / 10) !== 0) return;
            collectGarbage();
            most = Math.max(most, process.memoryUsage().heapUsed);
          },
        },
      );
      expect(seen).toBeGreaterThanOrEqual(total);
      return most;
    };
    await peak(1_000);
    const few = await peak(1_000);
    const many = await peak(MANY);
    expect(many / few).toBeLessThanOrEqual(1.2);
  });
});

describe('a first reading that is broken off', () => {
  /** One post a day; a run may read so many pages of ten posts, from a day that it names or from the newest. */
  async function days(resumes: boolean, pages: number): Promise<(Day | undefined)[]> {
    const { source } = virtual({ declaration: resumes ? { resumes: true } : {} });
    const config = account({ since: '2026-01-01' });
    const done: Run[] = [];
    for (const today of eachDay('2026-06-01', '2026-06-08')) {
      const ask = wanted({ account: config, declaration: source.declaration, series: [], runs: done, today, from: config.since });
      let left = pages;
      const { span, posts } = await readStretches(ask, (stretch) =>
        readPages(stretch, async (cursor = resumes ? stretch.to : today) => {
          if (left === 0) throw new SourceError('the time of this run is over');
          left -= 1;
          const next = addDays(cursor, -10);
          const list = eachDay(addDays(next, 1), cursor).map((day) => ({ id: day, day }) as Post);
          return { posts: list, next };
        }),
      );
      expect(new Set(posts.map(({ id }) => id)).size).toBe(posts.length);
      const result = { account: 'one', source: 'virtual', api: 'v2', requests: 1, gaps: [] };
      const read = span && { from: span.from, to: addDays(today, -1) };
      done.push({ day: today, accounts: [{ ...result, outcome: read ? 'complete' : 'partial', posts: read }] });
    }
    return done.map((run) => run.accounts[0]?.posts?.from);
  }

  test('goes on below where it stopped, where the source can; and reads only what grows once it is done', async () => {
    const found = await days(true, 6);
    expect(found.slice(0, 5)).toEqual(['2026-04-04', '2026-03-06', '2026-02-05', '2026-01-07', '2026-01-01']);
    expect(found.at(-1)).toBe('2026-05-11');
  });

  test('begins at the newest post each time where it can’t', async () => {
    expect((await days(false, 6)).at(-1)).toBe('2026-04-11');
  });
});

describe('weeks', () => {
  const { source } = virtual({
    declaration: { gives: [{ measure: 'reach', level: 'account', window: 'week', metric: 'reach_week', snapshot: false }] },
  });
  const asks = (ends: readonly Day[], reason?: 'empty' | 'failed') =>
    wanted({
      account: account({ since: '2026-03-02' }),
      declaration: source.declaration,
      series: [
        {
          measure: 'reach',
          window: 'week',
          dimensions: {},
          source: 'virtual',
          metric: 'reach_week',
          api: 'v2',
          values: ends.map((day) => ({ day, ...(reason ? { value: null, reason } : { value: 1 }), observed: '2026-03-30' })),
        },
      ],
      runs: [
        {
          day: '2026-03-30',
          accounts: [{ account: 'one', source: 'virtual', api: 'v2', outcome: 'complete', requests: 1, posts: null, gaps: [] }],
        },
      ],
      today: '2026-03-31',
      from: '2026-03-02',
    }).days?.from;
  const sundays = ['2026-03-08', '2026-03-15', '2026-03-22', '2026-03-29'];

  test('end on Sundays, and only a Sunday can lack one', () => {
    expect(asks(sundays)).toBe('2026-03-28');
    expect(asks(sundays.filter((day) => day !== '2026-03-15'))).toBe('2026-03-15');
  });

  test('that end on each day lack the day that is missing', () => {
    const all = eachDay('2026-03-02', '2026-03-29');
    expect(asks(all)).toBe('2026-03-28');
    expect(asks(all.filter((day) => day !== '2026-03-11'))).toBe('2026-03-11');
  });

  test('of which the platform has said that there is none are not asked for again; failed ones are', () => {
    expect(asks(sundays, 'empty')).toBe('2026-03-28');
    expect(asks(sundays, 'failed')).toBe('2026-03-08');
  });
});
