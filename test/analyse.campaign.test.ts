import { describe, expect, test } from 'vitest';
import { campaignsOf, publishable } from '#analyse/campaign.ts';
import { publish } from '#analyse/edition.ts';
import type { Collected } from '#analyse/input.ts';
import { reportsOf } from '#analyse/report.ts';
import { Campaign, CampaignResult } from '#model/campaign.ts';
import { addDays, eachDay, type Day } from '#model/day.ts';
import type { Dimension } from '#model/dimension.ts';
import { Edition } from '#model/edition.ts';
import type { Measure } from '#model/measure.ts';
import type { Series, Window } from '#model/observation.ts';
import type { Post } from '#model/post.ts';
import type { Declaration } from '#model/source.ts';

const words = { id: 'kata', en: 'words' };
const [FIRST, NOW]: Day[] = ['2026-07-01', '2026-11-10'];

function declare(id: string, family: Declaration['family'], gives: Declaration['gives']): Declaration {
  const base = { kind: 'api', api: 'v1', secrets: [], lacks: [], how: [], tried: 'never', fixture: 'ours' } as const;
  const rest = { engagement: ['likes' as const], settles: 3, freezes: 28, limits: words };
  return { ...base, ...rest, id, family, platform: id, name: id, title: words, secrets: [], lacks: [], how: [], gives };
}

const by = (dimension: Dimension | undefined, window: Window, ...measures: Measure[]): Declaration['gives'] =>
  measures.map((measure) => ({
    measure,
    level: 'account',
    window,
    metric: measure,
    snapshot: false,
    ...(dimension ? { dimensions: [dimension] } : {}),
  }));

const declarations = [
  declare('sosial', 'social', [
    ...by(undefined, 'day', 'followers', 'views'),
    { measure: 'likes', level: 'post', metric: 'l', snapshot: false },
    { measure: 'views', level: 'post', metric: 'v', snapshot: false },
  ]),
  declare('situs', 'web', [...by(undefined, 'day', 'sessions'), ...by('campaign', 'day', 'sessions')]),
  declare('iklan', 'ads', [
    ...by(undefined, 'day', 'spend', 'conversions'),
    ...by('campaign', 'day', 'spend', 'conversions', 'reach'),
    ...by('campaign', 'month', 'reach'),
  ]),
  declare('acara', 'register', by('event', 'day', 'registered', 'attended')),
  declare('pesan', 'register', [
    ...by(undefined, 'day', 'messages-sent', 'messages-opened', 'messages-clicked'),
    ...by('channel', 'day', 'messages-sent', 'messages-opened', 'messages-clicked'),
    ...by('campaign', 'day', 'messages-sent', 'messages-opened', 'messages-clicked'),
  ]),
];

const campaign = (given: Partial<Campaign> = {}): Campaign =>
  Campaign.parse({
    $schema: 'x',
    id: 'imunisasi',
    name: words,
    purpose: words,
    from: '2026-08-03',
    to: '2026-08-20',
    hashtags: ['AyoImunisasi'],
    ...given,
  });

function post(id: string, day: Day, tags: string[], likes: number | null, views?: number): Post {
  return {
    id,
    day,
    type: 'image',
    text: id,
    tags,
    figures: {
      likes: likes === null ? { value: null, reason: 'failed', metric: 'l' } : { value: likes, metric: 'l' },
      ...(views === undefined ? {} : { views: { value: views, metric: 'v' } }),
    },
    source: 'sosial',
    api: 'v1',
    observed: addDays(day, 28),
  };
}

function series(
  measure: Measure,
  dimensions: Series['dimensions'],
  values: [Day, number | null][],
  window: Window = 'day',
): Series {
  return {
    measure,
    window,
    dimensions,
    source: 's',
    metric: measure,
    api: 'v1',
    values: values.map(([day, value]) => ({
      day,
      value,
      ...(value === null ? { reason: 'failed' as const } : {}),
      observed: addDays(day, 5),
    })),
  };
}

const each = (from: Day, to: Day, value: number): [Day, number][] => eachDay(from, to).map((day) => [day, value]);

function collected(
  campaigns: Campaign[],
  figures: Readonly<Record<string, Series[]>> = {},
  posts: Post[] = [],
  now = NOW as Day,
): Collected {
  const ids = declarations.map(({ id }) => id);
  return {
    agency: {
      $schema: 'x',
      id: 'a',
      name: 'A',
      short: 'A',
      place: 'P',
      contact: 'a@example.org',
      zone: 'Asia/Makassar',
      languages: ['id'],
      licence: { name: 'CC0', url: 'https://example.org/' },
      floor: 0.8,
      smallest: 10,
      accounts: ids.map((id) => ({ id, name: id, platform: id, source: id, handle: id, currency: 'IDR', since: FIRST as Day })),
    },
    declarations,
    series: new Map(Object.entries(figures)),
    posts: new Map([['sosial', posts]]),
    runs: [
      {
        day: now,
        accounts: ids.map((id) => ({
          account: id,
          source: id,
          api: 'v1',
          outcome: 'complete' as const,
          requests: 1,
          posts: { from: FIRST as Day, to: addDays(now, -1) },
          gaps: [],
        })),
      },
    ],
    campaigns,
  };
}

const only = (given: Collected) => {
  const [draft] = campaignsOf(given);
  if (!draft) throw new Error('no result');
  expect(() => CampaignResult.parse({ $schema: 'x', edition: null, ...draft })).not.toThrow();
  return draft;
};
const told = (given: Collected) =>
  Object.fromEntries(
    only(given)
      .figures.filter(({ scope }) => scope === 'agency')
      .map((one) => [one.kpi, one.value ?? one.reason]),
  );

describe('posts of a campaign', () => {
  const posts = [
    post('a', '2026-08-03', ['ayoimunisasi'], 10, 100),
    post('b', '2026-08-20', ['ＡｙｏＩｍｕｎｉｓａｓｉ'.toLowerCase()], 5),
    post('c', '2026-08-21', ['ayoimunisasi'], 1_000),
    post('d', '2026-08-10', ['lain'], 1_000),
    post('e', '2026-08-11', [], 7),
  ];
  test('are those with its hashtag, however written, or named by id, of its days', () => {
    const given = told(collected([campaign({ posts: [{ account: 'sosial', id: 'e' }] })], {}, posts));
    expect(given).toMatchObject({ 'posts-published': 3, engagements: 22, views: 100 });
  });
  test('nothing that the profile counts by the day is the campaign’s', () => {
    const figures = {
      sosial: [
        series('followers', {}, each(FIRST as Day, NOW as Day, 900)),
        series('views', {}, each(FIRST as Day, NOW as Day, 50)),
      ],
    };
    const given = told(collected([campaign()], figures, posts));
    expect(given['views']).toBe(100);
    expect(Object.keys(given).filter((kpi) => /followers$|growth/.test(kpi) && !kpi.startsWith('engagement'))).toEqual([]);
  });
  test('an account without a post of it says nothing', () => {
    expect(only(collected([campaign({ hashtags: ['lainnya'] })], {}, posts)).figures).toEqual([]);
  });
  test('a figure of one post that failed makes the sum a lower bound', () => {
    const lost = [
      ...posts,
      {
        ...post('f', '2026-08-05', ['ayoimunisasi'], 1),
        figures: { views: { value: null, reason: 'failed' as const, metric: 'v' } },
      },
    ];
    const { figures } = only(collected([campaign()], {}, lost));
    expect(figures.find(({ kpi }) => kpi === 'views')).toMatchObject({ value: null, reason: 'partial', numerator: 100 });
  });
  test('what not one post gives has the posts’ own reason: days without a post say nothing', () => {
    const lost = {
      ...post('a', '2026-08-05', ['ayoimunisasi'], 1),
      figures: { views: { value: null, reason: 'not-in-export' as const, metric: 'v' }, likes: { value: 1, metric: 'l' } },
    };
    const { figures, steps } = only(collected([campaign()], {}, [lost]));
    const views = figures.find(({ kpi, scope }) => kpi === 'views' && scope === 'sosial');
    expect(views).toMatchObject({ value: null, reason: 'not-in-export' });
    expect(steps.find(({ counts }) => counts === 'views')).toMatchObject({ value: null, reason: 'not-in-export' });
  });
  test('where all posts of a month are its own, its figures are the report’s', () => {
    const all = [post('a', '2026-08-01', ['x'], 4, 40), post('b', '2026-08-31', ['x'], 6, 80)];
    const given = collected(
      [campaign({ from: '2026-08-01', to: '2026-08-31', hashtags: ['X'] })],
      { sosial: [series('followers', {}, each(FIRST as Day, NOW as Day, 200))] },
      all,
    );
    const report = reportsOf(given).find(({ period }) => period === '2026-08');
    for (const kpi of ['posts-published', 'engagements', 'engagement-rate-followers']) {
      const same = (one: { kpi: string; scope: string }) => one.kpi === kpi && one.scope === 'sosial';
      expect(report?.figures.find(same)?.value, kpi).not.toBeNull();
      expect(only(given).figures.find(same), kpi).toEqual(report?.figures.find(same));
    }
  });
});

describe('what comes by the name of the campaign', () => {
  const visits = (others: [Day, number][], whole: [Day, number][] = []) => ({
    situs: [
      series('sessions', { campaign: 'Imunisasi' }, [
        ['2026-08-05', 30],
        ['2026-08-06', 20],
      ]),
      series('sessions', { campaign: 'lain' }, others),
      ...(whole.length > 0 ? [series('sessions', {}, whole)] : []),
    ],
  });
  test('a day on which only others have a figure is none', () => {
    const given = told(collected([campaign({ hashtags: [] })], visits(each('2026-08-03', '2026-08-20', 9))));
    expect(given).toEqual({ sessions: 50 });
  });
  test('so is one whose whole is known; one of which nothing is known is missing', () => {
    const known = visits([], each('2026-08-03', '2026-08-20', 99));
    expect(told(collected([campaign({ hashtags: [] })], known))['sessions']).toBe(50);
    const one = only(collected([campaign({ hashtags: [] })], visits([], each('2026-08-04', '2026-08-20', 99)))).figures[0];
    expect(one).toMatchObject({
      kpi: 'sessions',
      value: null,
      reason: 'partial',
      numerator: 50,
      days: { known: 17, expected: 18 },
    });
  });
  test('days after the last one count as far as the campaign says', () => {
    const late = visits(each('2026-08-03', '2026-08-30', 9));
    late.situs[0]?.values.push({ day: '2026-08-24', value: 7, observed: '2026-08-29' });
    expect(told(collected([campaign({ hashtags: [] })], late))['sessions']).toBe(50);
    expect(told(collected([campaign({ hashtags: [], results: 4 })], late))['sessions']).toBe(57);
    expect(told(collected([campaign({ hashtags: [], results: 3 })], late))['sessions']).toBe(50);
  });
  test('tags take the place of the id', () => {
    const given = collected([campaign({ tags: ['lain'] })], visits(each('2026-08-03', '2026-08-20', 9)));
    expect(told(given)['sessions']).toBe(162);
  });
  test('a step of messages names the channels that count it, where others that sent do not', () => {
    const count = (measure: Measure, dimensions: Series['dimensions'], value: number) =>
      series(measure, dimensions, [['2026-08-05', value]]);
    const pesan = [
      count('messages-sent', { campaign: 'imunisasi' }, 300),
      count('messages-sent', { channel: 'sms' }, 200),
      count('messages-sent', { channel: 'whatsapp' }, 100),
      count('messages-sent', { channel: 'email' }, 0),
      count('messages-clicked', { campaign: 'imunisasi' }, 30),
      count('messages-clicked', { channel: 'sms' }, 10),
      count('messages-clicked', { channel: 'whatsapp' }, 20),
      count('messages-clicked', { channel: 'email' }, 0),
      count('messages-opened', { campaign: 'imunisasi' }, 60),
      count('messages-opened', { channel: 'whatsapp' }, 60),
      count('messages-opened', { channel: 'email' }, 0),
    ].map((one) => ({ ...one, values: [...one.values, { day: '2026-08-06', value: 9, observed: '2026-08-11' }] }));
    const own = pesan.map((one) => ('campaign' in one.dimensions ? { ...one, values: one.values.slice(0, 1) } : one));
    const whole = ['messages-sent', 'messages-clicked', 'messages-opened'] as const;
    const days = whole.map((measure) => series(measure, {}, each('2026-08-03', '2026-08-20', 300)));
    const { steps } = only(collected([campaign({ hashtags: [] })], { pesan: [...own, ...days] }));
    expect(steps.map(({ counts, value, channels }) => [counts, value, channels])).toEqual([
      ['messages-sent', 300, undefined],
      ['messages-opened', 60, ['whatsapp']],
      ['messages-clicked', 30, undefined],
    ]);
  });
  test('of an event that was held and of which something was not counted, that is not known', () => {
    const acara = [
      series('attended', { event: 'posyandu' }, [
        ['2026-08-05', 40],
        ['2026-08-12', 20],
      ]),
      series('registered', { event: 'posyandu' }, [['2026-08-05', 50]]),
      series('attended', { event: 'lain' }, each('2026-08-03', '2026-08-20', 1)),
      series('registered', { event: 'lain' }, each('2026-08-03', '2026-08-20', 1)),
    ];
    const { steps } = only(collected([campaign({ events: ['posyandu'] })], { acara }));
    expect(steps.map(({ counts, value, reason, least }) => [counts, value ?? reason, least])).toEqual([
      ['registered', 'partial', 50],
      ['attended', 60, undefined],
    ]);
  });
});

describe('advertising', () => {
  const ads = (to: Day, months: [Day, number][]) => ({
    iklan: [
      series('spend', { campaign: 'imunisasi' }, each('2026-08-03', to, 100)),
      series('conversions', { campaign: 'imunisasi' }, each('2026-08-03', to, 2)),
      series('reach', { campaign: 'imunisasi' }, months, 'month'),
    ],
  });
  const budget = { amount: 2_000, currency: 'IDR' };
  test('cost per result is one platform’s own spend and results; the budget is what was spent of it', () => {
    const given = collected([campaign({ budget })], ads('2026-08-20', []));
    expect(told(given)).toMatchObject({ spend: 1_800, conversions: 36, 'cost-per-conversion': 50 });
    expect(only(given).budget).toEqual({ ...budget, spent: 1_800, share: 0.9 });
    expect(
      only(collected([campaign({ budget: { amount: 5, currency: 'USD' } })], ads('2026-08-20', []))).budget?.spent,
    ).toBeNull();
  });
  test('reach is the month’s that holds all of it, never a sum of two', () => {
    const reach = (given: Collected) => only(given).steps.find(({ counts }) => counts === 'reach');
    expect(reach(collected([campaign()], ads('2026-08-20', [['2026-08-31', 700]])))).toMatchObject({ value: 700 });
    const long = campaign({ to: '2026-09-10' });
    const two: [Day, number][] = [
      ['2026-08-31', 700],
      ['2026-09-30', 400],
    ];
    expect(reach(collected([long], ads('2026-09-10', two.slice(1))))).toMatchObject({ value: null, least: 400 });
    expect(reach(collected([long], ads('2026-09-10', two)))).toMatchObject({ value: null, reason: 'not-additive', least: 700 });
  });
});

describe('status and goals', () => {
  const goals: Campaign['goals'] = [
    { kpi: 'sessions', scope: 'agency', direction: 'at-least', value: 40, near: 0.05, basis: words },
    { kpi: 'sessions', scope: 'situs', direction: 'at-least', value: 60, near: 0.05, basis: words },
    { kpi: 'reach', scope: 'agency', direction: 'at-least', value: 60, near: 0.05, basis: words },
  ];
  const situs = () => [
    series('sessions', { campaign: 'imunisasi' }, [['2026-08-05', 50]]),
    series('sessions', {}, each('2026-08-01', '2026-09-30', 99)),
  ];
  const at = (now: Day, given: Partial<Campaign> = {}) => collected([campaign({ goals, ...given })], { situs: situs() }, [], now);
  test('none before its first month is over; open while it runs; told when it is over; final when all has settled', () => {
    expect(campaignsOf(at('2026-08-31'))).toEqual([]);
    const running = only(at('2026-09-05', { to: '2026-09-02' }));
    expect([running.status, running.through, running.goals.map(({ status }) => status)]).toEqual([
      'provisional',
      '2026-08-31',
      ['met', 'open', 'not-measurable'],
    ]);
    const over = only(at('2026-09-05'));
    expect([over.status, over.through, over.finalFrom, over.goals.map(({ status }) => status)]).toEqual([
      'provisional',
      '2026-08-20',
      '2026-09-18',
      ['met', 'missed', 'not-measurable'],
    ]);
    expect(only(at('2026-09-17')).status).toBe('provisional');
    expect(only(at('2026-09-18')).status).toBe('final');
  });
  test('a figure that was read early is no final word while the result is provisional', () => {
    const early = [
      { ...situs()[0], values: [{ day: '2026-08-05', value: 50, observed: '2026-08-06' }] } as Series,
      ...situs().slice(1),
    ];
    const most = { ...goals[0], direction: 'at-most', value: 60 } as Campaign['goals'][number];
    const state = (now: Day) =>
      only(collected([campaign({ goals: [most] })], { situs: early }, [], now)).goals.map(({ status }) => status);
    expect([state('2026-09-17'), state('2026-09-18')]).toEqual([['open'], ['met']]);
  });
  test('a settled one is published; a changed figure needs a cause, a changed goal is one', () => {
    const first = publish(publishable(only(at('2026-09-18'))), undefined, at('2026-09-18'));
    expect(first?.edition).toMatchObject({ period: 'imunisasi', edition: 1 });
    const edition = Edition.parse({ $schema: 'x', before: null, ...first?.edition });
    expect(publish(publishable(only(at('2026-10-01'))), edition, at('2026-10-01'))).toBeUndefined();
    const later = at('2026-10-01', { tags: ['lain', 'imunisasi'], from: '2026-08-06' });
    const other = { ...later, runs: [...at('2026-09-18').runs, ...later.runs] };
    other.series.get('situs')?.[0]?.values.push({ day: '2026-08-07', value: 1, observed: '2026-08-12' });
    expect(publish(publishable(only(other)), edition, other)?.unexplained.map(({ kpi }) => kpi)).toContain('sessions');
    const moved = at('2026-10-01', { goals: [{ ...goals[0], value: 45 } as (typeof goals)[0]] });
    const causes = publish(publishable(only(moved)), edition, moved)?.edition.revisions.map(({ cause }) => cause);
    expect(new Set(causes)).toEqual(new Set(['target changed']));
  });
});
