import { describe, expect, test } from 'vitest';
import type { Collected } from '#analyse/input.ts';
import { reportsOf, type Draft } from '#analyse/report.ts';
import type { Account } from '#model/agency.ts';
import { addDays, eachDay } from '#model/day.ts';
import type { Measure } from '#model/measure.ts';
import type { Series, Value } from '#model/observation.ts';
import { Report } from '#model/report.ts';
import type { Declaration } from '#model/source.ts';

const words = { id: 'kata', en: 'words' };
type Gives = Declaration['gives'];

const account = (id: string, extra: Partial<Account> = {}): Account => ({
  id,
  name: id,
  platform: id,
  source: id,
  handle: id,
  since: '2026-01-01',
  ...extra,
});

const declare = (id: string, family: Declaration['family'], gives: Gives, extra: Partial<Declaration> = {}): Declaration => ({
  id,
  platform: id,
  family,
  name: id,
  title: words,
  kind: family === 'register' ? 'export' : 'api',
  api: '1',
  secrets: [],
  gives,
  lacks: [],
  engagement: [],
  settles: 3,
  freezes: 28,
  limits: words,
  how: [],
  tried: 'never',
  fixture: 'ours',
  ...extra,
});

const give = (
  measure: Measure,
  window: 'day' | 'month',
  dimensions: Gives[number]['dimensions'] = [],
  snapshot = false,
): Gives[number] => ({
  measure,
  level: 'account',
  window,
  metric: measure,
  snapshot,
  ...(dimensions.length > 0 ? { dimensions } : {}),
});

const series = (
  measure: Measure,
  window: 'day' | 'month',
  values: Readonly<Record<string, number | null>>,
  dimensions: Series['dimensions'] = {},
  unit?: string,
): Series => ({
  measure,
  window,
  dimensions,
  ...(unit === undefined ? {} : { unit }),
  source: 's',
  metric: measure,
  api: '1',
  values: Object.entries(values).map(([day, value]): Value => {
    const observed = '2026-10-03';
    return value === null ? { day, value, reason: 'suppressed', observed } : { day, value, observed };
  }),
});

const daily = (value: number) => Object.fromEntries(eachDay('2026-01-01', '2026-09-30').map((day) => [day, value]));
const SEPTEMBER = '2026-09-30';

const collected = (of: readonly [Account, Declaration, Series[]][]): Collected => ({
  agency: {
    $schema: 'x',
    id: 'kota',
    name: 'Kota',
    short: 'Kota',
    place: 'Kota',
    contact: 'a@example.org',
    zone: 'Asia/Jakarta',
    languages: ['id'],
    licence: { name: 'CC0', url: 'https://example.org/' },
    floor: 0.8,
    smallest: 10,
    accounts: of.map(([one]) => one),
  },
  declarations: of.map(([, one]) => one),
  series: new Map(of.map(([one, , some]) => [one.id, some])),
  campaigns: [],
  posts: new Map(),
  runs: [
    {
      day: '2026-10-05',
      accounts: of.map(([one]) => ({
        account: one.id,
        source: one.source,
        api: '1',
        outcome: 'complete',
        requests: 1,
        posts: null,
        gaps: [],
      })),
    },
  ],
});

const site = declare('site', 'web', [give('sessions', 'day'), give('bounces', 'day'), give('sessions', 'day', ['campaign'])]);
const ads = declare('ads', 'ads', [give('spend', 'day'), give('link-clicks', 'day'), give('spend', 'day', ['campaign'])]);
const desk = declare('desk', 'register', [
  give('complaints-received', 'day'),
  give('complaints-received', 'month'),
  give('complaints-received', 'month', ['class']),
  give('complaints-answered', 'month'),
  give('complaints-answered', 'month', ['wait']),
]);
const lapor = declare('lapor', 'register', [give('complaints-received', 'month')], {
  lacks: [{ measure: 'complaints-answered', level: 'account', reason: 'not-in-export' }],
});
const survey = declare('survey', 'register', [give('csat-answers', 'month'), give('csat-satisfied', 'month')]);
const profile = declare('profile', 'social', [
  give('followers', 'day', [], true),
  give('followers', 'day', ['age'], true),
  { measure: 'likes', level: 'post', metric: 'likes', snapshot: false },
]);

const all = collected([
  [
    account('profile'),
    profile,
    [series('followers', 'day', daily(50)), series('followers', 'day', { '2026-08-02': 31, '2026-09-02': 33 }, { age: '18-24' })],
  ],
  [
    account('site'),
    site,
    [
      series('sessions', 'day', daily(100)),
      series('bounces', 'day', daily(40)),
      series('sessions', 'day', { '2026-09-01': 7, '2026-09-02': 5 }, { campaign: 'vaksin' }),
      series('sessions', 'day', { '2026-09-02': 20 }, { campaign: 'pajak' }),
    ],
  ],
  [
    account('ads', { currency: 'IDR' }),
    ads,
    [
      series('spend', 'day', daily(90_000), {}, 'IDR'),
      series('link-clicks', 'day', daily(30), {}),
      series('spend', 'day', { '2026-09-01': 45_000 }, { campaign: 'vaksin' }, 'IDR'),
    ],
  ],
  [
    account('desk'),
    desk,
    [
      series('complaints-received', 'day', daily(2)),
      series('complaints-received', 'month', { '2026-08-31': 62, [SEPTEMBER]: 60 }),
      series('complaints-received', 'month', { [SEPTEMBER]: 40 }, { class: 'jalan' }),
      series('complaints-received', 'month', { [SEPTEMBER]: null }, { class: 'air' }),
      series('complaints-answered', 'month', { '2026-08-31': 60, [SEPTEMBER]: 48 }),
      series('complaints-answered', 'month', { '2026-08-31': 60, [SEPTEMBER]: 20 }, { wait: '2-3h' }),
      series('complaints-answered', 'month', { [SEPTEMBER]: 28 }, { wait: '1-2d' }),
    ],
  ],
  [
    account('survey', { every: 'half-year' }),
    survey,
    [series('csat-answers', 'month', { '2026-03-31': 200 }), series('csat-satisfied', 'month', { '2026-03-31': 150 })],
  ],
]);

const report = (from: Collected, period: string): Draft => {
  const found = reportsOf(from).find((one) => one.period === period);
  if (!found) throw new Error(`no report ${period}`);
  return found;
};
const september = report(all, '2026-09');
const of = (draft: Draft, kpi: string, scope = 'agency') => draft.figures.find((one) => one.kpi === kpi && one.scope === scope);

describe('families', () => {
  test('a register misses no followers, and a survey no complaints', () => {
    const of = (scope: string) => september.figures.filter((one) => one.scope === scope).map((one) => one.kpi);
    // How good its figures are is told of every account.
    const quality = ['coverage', 'freshness', 'provisional-share'];
    expect(of('survey')).toEqual(['csat', ...quality]);
    expect(of('site')).toEqual(['sessions', 'bounce-rate', ...quality]);
    expect(of('profile')).toContain('followers');
    expect(of('profile')).not.toContain('sessions');
    expect(september.figures.find((one) => one.kpi === 'followers' && one.scope === 'agency')).toMatchObject({
      value: 50,
      over: ['profile'],
      without: [],
    });
    expect(Report.safeParse({ $schema: 'x', edition: null, ...september }).error).toBeUndefined();
  });

  test('figures of answers, results and cost, by hand', () => {
    expect(of(september, 'complaints-received')?.value).toBe(60);
    expect(of(september, 'complaints-answered')).toMatchObject({ value: 0.8, numerator: 48, denominator: 60 });
    // The 30th of 60 was answered on the day after, 12 never: nine in ten is not known.
    expect(of(september, 'first-response-median')).toMatchObject({ value: 24, unit: 'hours' });
    expect(of(september, 'first-response-p90')).toMatchObject({ value: null, reason: 'unanswered' });
    expect(of(september, 'sessions')?.value).toBe(3000);
    expect(of(september, 'bounce-rate')?.value).toBe(0.4);
    expect(of(september, 'spend')).toMatchObject({ value: 2_700_000, unit: 'money', currency: 'IDR' });
    expect(of(september, 'cpc')).toMatchObject({ value: 3000, currency: 'IDR' });
    expect(of(september, 'cpm')).toMatchObject({ value: null, reason: 'not-offered' });
  });

  test('a quarter is made of its months, and lacks the one that nobody handed in', () => {
    const quarter = report(all, '2026-q3');
    expect(of(quarter, 'complaints-received')).toMatchObject({ value: 184 });
    expect(of(quarter, 'complaints-answered')).toMatchObject({ value: null, reason: 'partial' });
    expect(of(quarter, 'spend')?.value).toBe(92 * 90_000);
  });

  test('a year of messages is paired month by month, channel by channel', () => {
    const pesan = declare('pesan', 'register', [
      give('messages-delivered', 'month'),
      give('messages-delivered', 'month', ['channel']),
      give('messages-clicked', 'month', ['channel']),
    ]);
    const months = eachDay('2026-01-01', SEPTEMBER).filter((day) => addDays(day, 1).endsWith('-01'));
    const each = (value: number, from = 0) => Object.fromEntries(months.slice(from).map((day) => [day, value]));
    const sent = [
      series('messages-delivered', 'month', each(1_100)),
      series('messages-delivered', 'month', each(1_000), { channel: 'email' }),
      series('messages-delivered', 'month', { ...each(100), '2026-01-31': 120_000 }, { channel: 'sms' }),
      series('messages-clicked', 'month', each(50), { channel: 'email' }),
      series('messages-clicked', 'month', each(8, 1), { channel: 'sms' }),
    ];
    const quarter = report(collected([[account('pesan'), pesan, sent]]), '2026-q1');
    expect(of(quarter, 'messages-clicked')).toMatchObject({
      value: Number((166 / 3_200).toPrecision(9)),
      counted: { of: 'channel-months', known: 5, expected: 6 },
      channels: [
        { channel: 'email', numerator: 150, denominator: 3_000 },
        { channel: 'sms', numerator: 16, denominator: 200, months: { known: 2, expected: 3 } },
      ],
    });
    // January alone has e-mail alone.
    expect(of(report(collected([[account('pesan'), pesan, sent]]), '2026-01'), 'messages-clicked')).toMatchObject({
      value: 0.05,
    });
  });

  test('the sample that a survey takes is told of one round, never of a year of two', () => {
    const skm = declare('skm', 'register', [
      give('survey-respondents', 'month'),
      give('survey-answers', 'month', ['element']),
      give('score-sum', 'month', ['element']),
    ]);
    const rounds = (count: number) => ({ '2025-05-31': count, '2025-11-30': count });
    const asked = Array.from({ length: 9 }, (_, index) => ({ element: `u${index + 1}` }));
    const answered = [
      series('survey-respondents', 'month', rounds(200)),
      ...asked.map((element) => series('survey-answers', 'month', rounds(200), element)),
      ...asked.map((element) => series('score-sum', 'month', rounds(700), element)),
    ];
    const people = { people: 9_600, basis: words };
    const used = account('skm', { every: 'half-year', since: '2025-01-01', population: people });
    const from = collected([[used, skm, answered]]);
    const also = (period: string) => of(report(from, period), 'ikm')?.also?.map(({ how }) => how);
    expect(also('2025-q2')).toEqual(['weight-0-11', 'sample-needed']);
    expect(of(report(from, '2025'), 'ikm')).toMatchObject({ value: 87.5, n: 400 });
    expect(also('2025')).toEqual(['weight-0-11']);
  });

  test('coverage counts what a source gives: no posts of a register, no survey before it is due', () => {
    const state = (draft: Draft, id: string) => draft.accounts.find((one) => one.account === id);
    expect(state(september, 'profile')).toMatchObject({ family: 'social', known: 30, expected: 60 });
    expect(state(september, 'site')).toMatchObject({ family: 'web', known: 60, expected: 60, gaps: [] });
    expect(state(september, 'desk')).toMatchObject({ family: 'register', known: 31, expected: 31 });
    expect(state(report(all, '2026-07'), 'desk')?.gaps).toMatchObject([
      { measure: 'complaints-answered', reason: 'not-imported' },
    ]);
    expect(state(september, 'survey')).toMatchObject({ known: 0, expected: 0, gaps: [] });
  });

  test('what was hidden for concerning too few people has come, and is no gap', () => {
    const received = series('complaints-received', 'month', { [SEPTEMBER]: 12 });
    const hidden = series('complaints-answered', 'month', { [SEPTEMBER]: null });
    const { accounts } = report(collected([[account('desk'), desk, [received, hidden]]]), '2026-09');
    const lost = accounts[0]?.gaps.map(({ measure, reason }) => `${measure} ${reason}`) ?? [];
    expect(lost.filter((one) => one.startsWith('complaints-answered') || one.endsWith('suppressed'))).toEqual([]);
  });

  test('a deadline that the office has not set leaves no gap; one whose days nobody knows does', () => {
    const due = declare('desk', 'register', [give('complaints-received', 'month'), give('complaints-due', 'month')]);
    const received = series('complaints-received', 'month', { [SEPTEMBER]: 60 });
    const state = (reason: 'no-deadline' | 'no-calendar') => {
      const made = collected([[account('desk'), due, [received]]]);
      const gap = { measure: 'complaints-due' as const, from: '2026-09-01', to: SEPTEMBER, reason, detail: 'said by the office' };
      const runs = made.runs.map((run) => ({ ...run, accounts: run.accounts.map((one) => ({ ...one, gaps: [gap] })) }));
      return report({ ...made, runs }, '2026-09').accounts[0];
    };
    expect(state('no-deadline')).toMatchObject({ known: 1, expected: 1, gaps: [] });
    expect(state('no-calendar')).toMatchObject({
      known: 1,
      expected: 2,
      gaps: [{ measure: 'complaints-due', reason: 'no-calendar' }],
    });
  });

  test('a survey of each half-year answers for its month and its year, and is missing once the half-year is over', () => {
    expect(of(report(all, '2026-03'), 'csat')).toMatchObject({ value: 0.75, n: 200 });
    expect(of(report(all, '2026-03'), 'csat')?.interval).toEqual({ from: 0.685659017, to: 0.80491832 });
    expect(of(report(all, '2026-05'), 'csat')).toMatchObject({ value: null, reason: 'not-due' });
    expect(of(report(all, '2026'), 'csat')?.value).toBe(0.75);
    const none = collected([[account('survey', { every: 'half-year' }), survey, []]]);
    expect(of(report(none, '2026-05'), 'csat')).toMatchObject({ value: null, reason: 'not-imported' });
    expect(of(report(none, '2026-08'), 'csat')).toMatchObject({ value: null, reason: 'not-due' });
    expect(report(none, '2026-05').accounts[0]).toMatchObject({ known: 0, expected: 2 });
  });

  test('what an export lacks is said, and the others are answered for', () => {
    const received = series('complaints-received', 'month', { [SEPTEMBER]: 40 });
    const answered = series('complaints-answered', 'month', { [SEPTEMBER]: 30 });
    const two = collected([
      [account('desk'), desk, [received, answered]],
      [account('lapor'), lapor, [received]],
    ]);
    expect(of(report(two, '2026-09'), 'complaints-answered')).toMatchObject({
      value: 0.75,
      over: ['desk'],
      without: [{ account: 'lapor', reason: 'not-in-export' }],
    });
  });

  test('money in two currencies has no sum', () => {
    const two = collected([
      [account('ads', { currency: 'IDR' }), ads, [series('spend', 'day', daily(90_000), {}, 'IDR')]],
      [account('more', { source: 'ads', currency: 'USD' }), ads, [series('spend', 'day', daily(5), {}, 'USD')]],
    ]);
    expect(of(report(two, '2026-09'), 'spend')).toMatchObject({ value: null, reason: 'not-comparable' });
    expect(of(report(two, '2026-09'), 'spend', 'more')).toMatchObject({ value: 150, currency: 'USD' });
  });
});

describe('breakdowns', () => {
  const parts = (id: string, measure: Measure, by: string) =>
    september.parts.find((one) => one.account === id && one.measure === measure && one.by.join() === by);

  test('days are added up, months are taken as they are, and what is hidden stays hidden', () => {
    expect(parts('site', 'sessions', 'campaign')?.rows).toEqual([
      { dimensions: { campaign: 'pajak' }, value: 20 },
      { dimensions: { campaign: 'vaksin' }, value: 12 },
    ]);
    expect(parts('desk', 'complaints-received', 'class')).toMatchObject({
      family: 'register',
      day: SEPTEMBER,
      snapshot: false,
      observed: '2026-10-03',
      rows: [
        { dimensions: { class: 'jalan' }, value: 40 },
        { dimensions: { class: 'air' }, value: null, reason: 'suppressed' },
      ],
    });
    expect(parts('ads', 'spend', 'campaign')).toMatchObject({ currency: 'IDR', rows: [{ value: 45_000 }] });
  });

  test('of an audience the latest snapshot of the month is shown', () => {
    expect(parts('profile', 'followers', 'age')).toMatchObject({
      day: '2026-09-02',
      snapshot: true,
      rows: [{ dimensions: { age: '18-24' }, value: 33 }],
    });
    expect(report(all, '2026-07').parts.filter((one) => one.measure === 'followers')).toEqual([]);
  });

  test('only months have them', () => {
    expect(report(all, '2026-q3').parts).toEqual([]);
  });
});
