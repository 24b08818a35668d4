import { describe, expect, test } from 'vitest';
import { formatsOf } from '#analyse/formats.ts';
import { ledgers, type Collected } from '#analyse/input.ts';
import { medianInterval } from '#analyse/interval.ts';
import { timesOf } from '#analyse/times.ts';
import { facts, post as example } from '#kpis/example.ts';
import { kpis } from '#kpis/index.ts';
import type { Account } from '#model/agency.ts';
import { missing } from '#model/figure.ts';
import { addDays, dayOf, eachDay } from '#model/day.ts';
import type { Measure } from '#model/measure.ts';
import type { Series } from '#model/observation.ts';
import { period } from '#model/period.ts';
import type { Post, PostType } from '#model/post.ts';
import { Formats, Times } from '#model/posting.ts';
import type { Declaration } from '#model/source.ts';

const PROVE = process.env['TERANG_PROVE'] === '1';
const ZONE = 'Asia/Jayapura';
const words = { id: 'kata', en: 'words' };

/** mulberry32: the same draws on every machine. */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SOURCE: Declaration = {
  id: 'a',
  platform: 'a',
  family: 'social',
  name: 'A',
  title: words,
  kind: 'api',
  api: '1',
  secrets: [],
  gives: [
    { measure: 'likes', level: 'post', metric: 'likes', snapshot: false },
    { measure: 'followers', level: 'account', window: 'day', metric: 'followers', snapshot: true },
    { measure: 'followers-online', level: 'account', window: 'day', dimensions: ['hour'], metric: 'online', snapshot: true },
  ],
  lacks: [],
  engagement: ['likes'],
  settles: 0,
  freezes: 28,
  limits: words,
  how: [],
  tried: 'never',
  fixture: 'ours',
};

let number = 0;
function post(
  day: string,
  likes: number,
  more: { type?: PostType; hour?: number; reach?: number; observed?: string } = {},
): Post {
  const { type = 'image', hour, reach, observed = addDays(day, 28) } = more;
  // In Jayapura it is nine hours later than in UTC.
  const at = hour === undefined ? {} : { at: new Date(Date.parse(`${day}T00:30:00Z`) + (hour - 9) * 3_600_000).toISOString() };
  return {
    id: String((number += 1)),
    day,
    ...at,
    type,
    text: '',
    tags: [],
    figures: {
      likes: { value: likes, metric: 'likes' },
      ...(reach === undefined ? {} : { reach: { value: reach, metric: 'reach' } }),
    },
    source: 'a',
    api: '1',
    observed,
  };
}

interface Given {
  readonly posts: readonly Post[];
  readonly followers?: number;
  readonly online?: Readonly<Record<string, readonly (number | null)[]>>;
  /** Last day whose posts were read. */
  readonly read?: string;
}

function collected(accounts: Readonly<Record<string, Given>>): Collected {
  const account = (id: string): Account => ({ id, name: id, platform: id, source: 'a', handle: id, since: '2025-01-01' });
  const series = (measure: Measure, values: Series['values'], dimensions: Series['dimensions'] = {}): Series => ({
    measure,
    window: 'day',
    dimensions,
    source: 'a',
    metric: measure,
    api: '1',
    values,
  });
  const days = eachDay('2025-01-01', '2026-09-30');
  return {
    agency: {
      $schema: 'x',
      id: 'kota',
      name: 'Kota',
      short: 'Kota',
      place: 'Kota',
      contact: 'a@example.org',
      zone: ZONE,
      languages: ['id'],
      licence: { name: 'CC0', url: 'https://example.org/' },
      floor: 0.8,
      smallest: 10,
      accounts: Object.keys(accounts).map(account),
    },
    declarations: [SOURCE],
    campaigns: [],
    posts: new Map(Object.entries(accounts).map(([id, { posts }]) => [id, posts])),
    series: new Map(
      Object.entries(accounts).map(([id, { followers, online = {} }]) => [
        id,
        [
          ...(followers === undefined
            ? []
            : [
                series(
                  'followers',
                  days.map((day) => ({ day, value: followers, observed: day })),
                ),
              ]),
          ...Object.entries(online).map(([hour, values]) =>
            series(
              'followers-online',
              values.map((value, index) => {
                const day = addDays('2026-08-01', index);
                return { day, value, observed: day, ...(value === null ? { reason: 'empty' as const } : {}) };
              }),
              { hour },
            ),
          ),
        ],
      ]),
    ),
    runs: [
      {
        day: '2026-11-01',
        accounts: Object.entries(accounts).map(([id, { read = '2026-09-30' }]) => ({
          account: id,
          source: 'a',
          api: '1',
          outcome: 'complete' as const,
          requests: 1,
          posts: { from: '2025-01-01', to: read },
          gaps: [],
        })),
      },
    ],
  };
}

const formats = (accounts: Readonly<Record<string, Given>>, id = '2026-09') =>
  Formats.array().parse(formatsOf(ledgers(collected(accounts)), period(id), '2026-09-30'));
const times = (accounts: Readonly<Record<string, Given>>) =>
  Times.nullable().parse(timesOf(ledgers(collected(accounts)), period('2026-09'), '2026-09-30', ZONE));

describe('the interval of a median', () => {
  // Two-sided 95 % order statistics of the sign test, as tables give them (e.g. Conover 1999, table A3).
  test.each([
    [5, undefined],
    [6, [1, 6]],
    [9, [2, 8]],
    [10, [2, 9]],
    [20, [6, 15]],
    [25, [8, 18]],
    [50, [18, 33]],
    [100, [40, 61]],
  ])('of %i values goes between the places of the tables', (n, places) => {
    const values = Array.from({ length: n }, (_, index) => index + 1).reverse();
    const interval = medianInterval(values);
    expect(interval && [interval.from, interval.to]).toEqual(places);
  });

  test('does not change with the order, and grows with the sureness', () => {
    const draw = draws(3);
    const values = Array.from({ length: 40 }, draw);
    expect(medianInterval([...values].sort())).toEqual(medianInterval(values));
    const [narrow, wide] = [medianInterval(values, 0.95), medianInterval(values, 0.999)];
    expect(wide?.from).toBeLessThan(narrow?.from ?? 0);
    expect(wide?.to).toBeGreaterThan(narrow?.to ?? 1);
  });

  test('holds the true median in at least 95 of 100 samples, however skewed they are', { timeout: 600_000 }, () => {
    const runs = PROVE ? 100_000 : 4000;
    const draw = draws(11);
    const shapes: [() => number, number][] = [
      [() => -Math.log(1 - draw()), Math.LN2],
      [() => 1 / (1 - draw()), 2],
      [() => draw(), 0.5],
    ];
    for (const [one, truth] of shapes) {
      for (const n of [6, 10, 17, 24, 60]) {
        let held = 0;
        for (let run = 0; run < runs; run += 1) {
          const interval = medianInterval(Array.from({ length: n }, one));
          if (interval && interval.from <= truth && truth <= interval.to) held += 1;
        }
        // Three standard errors of a share of 95 % in so many samples.
        expect(held / runs).toBeGreaterThan(0.95 - 3 * Math.sqrt((0.95 * 0.05) / runs));
      }
    }
  });
});

describe('formats', () => {
  const many = (count: number, day: string, likes: (index: number) => number, more: Parameters<typeof post>[2] = {}) =>
    Array.from({ length: count }, (_, index) => post(day, likes(index), more));

  test('a month looks back over three, a quarter and a year over themselves', () => {
    const posts = ['2026-06-30', '2026-07-01', '2026-08-15', '2026-09-30'].flatMap((day) => many(5, day, () => 5));
    const given = { a: { posts, followers: 100 } };
    const window = (id: string) => formats(given, id)[0]?.window;
    expect(formats(given)[0]?.rows[0]?.n).toBe(15);
    expect(window('2026-09')).toEqual({ from: '2026-07-01', to: '2026-09-30' });
    expect(window('2026-q3')).toEqual({ from: '2026-07-01', to: '2026-09-30' });
    expect(window('2026')).toEqual({ from: '2026-01-01', to: '2026-09-30' });
    // Reporting began on 1 January 2025.
    const first = { a: { posts: many(5, '2025-01-20', () => 5), followers: 100 } };
    expect(formats(first, '2025-01')[0]?.window).toEqual({ from: '2025-01-01', to: '2025-01-31' });
  });

  test('gives the middle post and the middle half, and none under five posts', () => {
    const posts = [
      ...[10, 20, 30, 40, 100].map((likes) => post('2026-09-01', likes, { type: 'video' })),
      ...[1, 2, 3, 4].map((likes) => post('2026-09-01', likes, { type: 'link' })),
      post('2026-09-01', 9000, { type: 'story' }),
    ];
    const [agency, own] = formats({ a: { posts, followers: 1000 } });
    expect(own).toMatchObject({ scope: 'a', kpi: 'engagement-rate-followers', least: 5, over: ['a'] });
    expect(own?.rows).toEqual([
      { type: 'video', n: 5, median: 0.03, low: 0.02, high: 0.04 },
      { type: 'link', n: 4, median: null, low: null, high: null, reason: 'too-few' },
    ]);
    expect(agency?.rows).toEqual(own?.rows);
  });

  test('never mixes two rates: accounts without reach stay out of a table by reach, and it says so', () => {
    const given = {
      a: { posts: many(6, '2026-09-01', () => 50, { reach: 1000 }), followers: 10_000 },
      b: { posts: many(6, '2026-09-01', () => 5), followers: 100 },
      c: { posts: many(6, '2026-09-01', () => 5) },
    };
    const [agency, a, b, ...rest] = formats(given);
    expect(agency).toMatchObject({
      kpi: 'engagement-rate-reach',
      over: ['a'],
      without: [
        { account: 'b', reason: 'not-offered' },
        { account: 'c', reason: 'not-offered' },
      ],
      rows: [{ type: 'image', n: 6, median: 0.05 }],
    });
    expect([a?.kpi, b?.kpi]).toEqual(['engagement-rate-reach', 'engagement-rate-followers']);
    expect(rest).toEqual([]);
  });

  test('is a median over all posts of all accounts, not a median of medians', () => {
    const given = {
      a: { posts: many(9, '2026-09-01', () => 10), followers: 100 },
      b: { posts: many(5, '2026-09-01', () => 90), followers: 100 },
    };
    expect(formats(given)[0]?.rows[0]).toMatchObject({ n: 14, median: 0.1 });
  });

  test('an account whose posts were not all read is left out with its reason', () => {
    const posts = many(6, '2026-07-01', () => 5);
    const given = {
      a: { posts, followers: 100, read: '2026-08-31' },
      b: { posts: many(6, '2026-07-01', () => 7), followers: 100 },
    };
    expect(formats(given)[0]).toMatchObject({ over: ['b'], without: [{ account: 'a', reason: 'partial' }] });
  });
});

test('every figure of posts says of how many days the posts were read, and takes them from the accounts that it covers', () => {
  const given = {
    likes: 9,
    shares: 3,
    comments: 2,
    saves: 1,
    engagements: 15,
    followers: 900,
    reach: 500,
    impressions: 700,
    views: 800,
  };
  const posts = [example({ ...given, 'link-clicks': 4 })];
  const read = facts('a', { posts, postDays: { known: 30, expected: 30 } });
  const short = facts('b', { posts, postDays: { known: 28, expected: 30 }, postsRead: missing('partial') });
  const ofPosts = kpis.filter(
    ({ question, compute }) => question <= 2 && compute([read]).n !== undefined && compute([short]).figure.value === null,
  );
  expect(ofPosts.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['engagements', 'applause', 'posting-frequency', 'save-rate']),
  );
  expect(ofPosts.length).toBeGreaterThan(10);
  for (const { id, compute } of ofPosts) {
    expect({ id, days: compute([read, short]).days }).toEqual({ id, days: { known: 30, expected: 30 } });
    expect({ id, days: compute([short]).days }).toEqual({ id, days: { known: 28, expected: 30 } });
  }
});

/** Posts over a year whose hours have nothing to do with what they drew, but for those of one hour. */
function year(seed: number, factor = 1): Post[] {
  const draw = draws(seed);
  return eachDay('2025-10-01', '2026-09-30').flatMap((day) =>
    Array.from({ length: 3 }, () => {
      const hour = 8 + Math.floor(draw() * 6);
      const likes = 200 * Math.exp(1.2 * (draw() + draw() + draw() - 1.5)) * (hour === 10 ? factor : 1);
      return post(day, Math.round(likes), { hour });
    }),
  );
}

describe('times', () => {
  test('the hour and the weekday are those of the agency', () => {
    // 22:30 UTC on a Sunday is 07:30 on Monday in Jayapura.
    const posts = Array.from({ length: 60 }, (_, index) => post('2026-09-07', 10 + index, { hour: 7 }));
    expect(posts[0]?.at).toBe('2026-09-06T22:30:00.000Z');
    expect(dayOf(new Date(posts[0]?.at ?? ''), ZONE)).toBe('2026-09-07');
    expect(times({ a: { posts } })?.cells).toMatchObject([{ weekday: 1, hour: 7, n: 60, index: 1 }]);
    expect(times({ a: { posts } })?.window).toEqual({ from: '2025-10-01', to: '2026-09-30' });
  });

  test('each post stands beside its own account and type: neither size nor format makes an hour', () => {
    const spread = [5, 8, 9, 10, 10, 10, 11, 12, 15, 20, 30, 5];
    const posts = (hour: number, times: number, type: PostType) =>
      spread.map((likes) => post('2026-09-07', likes * times, { hour, type }));
    const found = times({
      small: { posts: [...posts(8, 1, 'image'), ...posts(9, 30, 'video')] },
      large: { posts: [...posts(10, 1000, 'image'), ...posts(11, 7, 'text'), ...posts(9, 3, 'image').slice(0, 2)] },
    });
    expect(found?.cells.map(({ hour, index }) => [hour, index])).toEqual([
      [8, 1],
      [9, 1],
      [10, 1],
      [11, 1],
    ]);
  });

  test('leaves out posts without a time, stories, posts read too early, and types with too few posts', () => {
    const posts = [
      ...Array.from({ length: 55 }, () => post('2026-09-07', 10, { hour: 8 })),
      ...Array.from({ length: 20 }, () => post('2026-09-07', 10)),
      ...Array.from({ length: 20 }, () => post('2026-09-07', 10, { hour: 9, type: 'story' })),
      ...Array.from({ length: 20 }, () => post('2026-09-07', 10, { hour: 10, observed: '2026-09-10' })),
      ...Array.from({ length: 9 }, () => post('2026-09-07', 10, { hour: 11, type: 'video' })),
      ...Array.from({ length: 20 }, () => post('2025-09-30', 10, { hour: 12 })),
    ];
    const found = times({ a: { posts }, b: { posts: [] } });
    expect(found).toMatchObject({ posts: 55, over: ['a'], cells: [{ hour: 8, n: 55 }] });
    expect(times({ a: { posts: posts.slice(6) } })).toBeNull();
  });

  test('an hour with under ten posts has no figure', () => {
    const posts = [8, 9].flatMap((hour) =>
      Array.from({ length: hour === 8 ? 60 : 9 }, (_, index) => post('2026-09-07', 10 + index, { hour })),
    );
    expect(times({ a: { posts } })?.cells[1]).toEqual({ weekday: 1, hour: 9, n: 9, index: null, from: null, to: null });
  });

  test('an hour that draws more stands out, on the days on which it does', () => {
    const { bands = [] } = times({ a: { posts: year(5, 1.8) } }) ?? {};
    const apart = bands.filter(({ from, to }) => (from ?? 0) > 1 || (to ?? 2) < 1);
    expect(apart).toContainEqual(expect.objectContaining({ days: 'weekdays', hour: 10 }));
    expect(apart.every(({ hour, index }) => (hour === 10) === (index ?? 1) > 1)).toBe(true);
  });

  test('where the hour means nothing, an hour stands out in at most 5 of 100 agencies', { timeout: 3_600_000 }, () => {
    const runs = PROVE ? 2000 : 60;
    let wrong = 0;
    for (let run = 0; run < runs; run += 1) {
      const { bands = [] } = times({ a: { posts: year(1000 + run) } }) ?? {};
      if (bands.some(({ from, to }) => (from ?? 0) > 1 || (to ?? 2) < 1)) wrong += 1;
    }
    expect(wrong / runs).toBeLessThanOrEqual(0.05 + 3 * Math.sqrt((0.05 * 0.95) / runs));
  });

  test('followers online are the mean of the days that were given, with nothing made up', () => {
    const posts = Array.from({ length: 60 }, () => post('2026-09-07', 10, { hour: 8 }));
    expect(times({ a: { posts, online: { '07': [100, 200], '8': [50, null], '9': [null] } } })?.online).toEqual([
      { account: 'a', hour: 7, value: 150 },
      { account: 'a', hour: 8, value: 50 },
    ]);
  });

  test('the order of the posts does not matter', () => {
    const posts = year(9);
    expect(times({ a: { posts: [...posts].reverse() } })).toEqual(times({ a: { posts } }));
  });
});
