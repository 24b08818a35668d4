import { describe, expect, test } from 'vitest';
import { compare } from '#analyse/compare.ts';
import type { Collected } from '#analyse/input.ts';
import { reportsOf, type Draft } from '#analyse/report.ts';
import type { Account } from '#model/agency.ts';
import { addDays, eachDay } from '#model/day.ts';
import type { Measure } from '#model/measure.ts';
import type { Series } from '#model/observation.ts';
import type { Post } from '#model/post.ts';
import { type KpiFigure } from '#model/kpi-figure.ts';
import { Report } from '#model/report.ts';
import type { Declaration } from '#model/source.ts';

const words = { id: 'kata', en: 'words' };
type Given = Declaration['gives'][number];

const given = (measure: Measure, window: 'day' | 'month', extra: Partial<Given> = {}): Given => ({
  measure,
  level: 'account',
  window,
  metric: measure,
  snapshot: false,
  ...extra,
});

const declare = (id: string, family: Declaration['family'], gives: Given[]): Declaration => ({
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
  engagement: ['likes'],
  settles: family === 'register' ? 28 : 3,
  freezes: 28,
  limits: words,
  how: [],
  tried: 'never',
  fixture: 'ours',
});

/** A figure of each day or month end, seen on the day that `seen` says. */
const series = (
  source: string,
  measure: Measure,
  window: 'day' | 'month',
  days: readonly string[],
  value: number,
  seen: (day: string) => string,
): Series => ({
  measure,
  window,
  dimensions: {},
  source,
  metric: measure,
  api: '1',
  values: days.map((day) => ({ day, value, observed: seen(day) })),
});

const account = (id: string): Account => ({ id, name: id, platform: id, source: id, handle: id, since: '2026-08-01' });

const collected = (
  accounts: readonly Collected['declarations'][number][],
  all: Record<string, Series[]>,
  asOf: string,
): Collected => ({
  agency: {
    $schema: 'x',
    id: 'a',
    name: 'A',
    short: 'A',
    place: 'P',
    contact: 'a@example.org',
    zone: 'Asia/Jakarta',
    languages: ['id'],
    licence: { name: 'CC0', url: 'https://example.org/' },
    floor: 0.8,
    smallest: 10,
    accounts: accounts.map(({ id }) => account(id)),
  },
  declarations: accounts,
  series: new Map(Object.entries(all)),
  campaigns: [],
  posts: new Map(),
  runs: [
    {
      day: asOf,
      accounts: accounts.map(({ id }) => ({
        account: id,
        source: id,
        api: '1',
        outcome: 'complete' as const,
        requests: 1,
        posts: { from: '2026-08-01', to: addDays(asOf, -1) },
        gaps: [],
      })),
    },
  ],
});

const report = (all: Collected, period: string): Draft => {
  const found = reportsOf(all).find((one) => one.period === period);
  if (!found) throw new Error(`no report ${period}`);
  expect(Report.safeParse({ $schema: 'x', edition: null, ...found }).success).toBe(true);
  return found;
};
const figure = (draft: Draft, kpi: string, scope = 'agency') =>
  draft.figures.find((one) => one.kpi === kpi && one.scope === scope);
const comparison = (draft: Draft, kpi: string) => draft.comparisons.find((one) => one.kpi === kpi && one.scope === 'agency');

const DAYS = eachDay('2026-08-01', '2026-09-30');
const site = declare('situs', 'web', [given('sessions', 'day')]);
const desk = declare('loket', 'register', [
  given('complaints-received', 'month'),
  given('complaints-closed', 'month', { grows: true }),
]);

describe('figures that were read too early', () => {
  test('count, and a final report says how many they are', () => {
    const dead = (day: string) => (day < '2026-09-28' ? addDays(day, 3) : '2026-10-01');
    const all = collected([site], { situs: [series('situs', 'sessions', 'day', DAYS, 10, dead)] }, '2026-12-01');
    const september = report(all, '2026-09');
    expect(september.status).toBe('final');
    expect(figure(september, 'sessions')).toMatchObject({ value: 300, early: { count: 2, of: 'days' } });
    expect(september.accounts[0]).toMatchObject({
      known: 30,
      expected: 30,
      early: [{ measure: 'sessions', from: '2026-09-29', to: '2026-09-30' }],
    });
    expect(comparison(september, 'sessions')).toMatchObject({ difference: -10, note: 'counted-early' });
    const settled = collected(
      [site],
      { situs: [series('situs', 'sessions', 'day', DAYS, 10, (day) => addDays(day, 3))] },
      '2026-12-01',
    );
    expect(figure(report(settled, '2026-09'), 'sessions')?.early).toBeUndefined();
    expect(report(settled, '2026-09').accounts[0]?.early).toBeUndefined();
  });

  test('are none where the source gives a state alone, or a register counts what does not grow', () => {
    const state = { ...site, gives: [given('sessions', 'day', { snapshot: true })] };
    const all = collected([state], { situs: [series('situs', 'sessions', 'day', DAYS, 10, (day) => day)] }, '2026-12-01');
    expect(figure(report(all, '2026-09'), 'sessions')?.early).toBeUndefined();
    const ends = ['2026-08-31', '2026-09-30'];
    const once = (day: string) => addDays(day, 3);
    const loket = [
      series('loket', 'complaints-received', 'month', ends, 50, once),
      series('loket', 'complaints-closed', 'month', ends, 40, once),
    ];
    const september = report(collected([desk], { loket }, '2026-12-01'), '2026-09');
    expect(figure(september, 'complaints-received')?.early).toBeUndefined();
    expect(figure(september, 'complaints-closed')?.early).toEqual({ count: 1, of: 'months', grows: true });
    // Both months were handed in once, at the same age: they can be compared.
    expect(comparison(september, 'complaints-closed')).toMatchObject({ difference: 0, note: 'counted-early' });
  });

  test('posts of an age at which they still gather', () => {
    const social = declare('medsos', 'social', [{ measure: 'likes', level: 'post', metric: 'l', snapshot: false }]);
    const post = (id: string, day: string, age: number, type: Post['type'] = 'text'): Post => ({
      id,
      day,
      type,
      text: '',
      tags: [],
      figures: { likes: { value: 5, metric: 'l' } },
      source: 'medsos',
      api: '1',
      observed: addDays(day, age),
    });
    const posts = [post('1', '2026-09-02', 28), post('2', '2026-09-03', 27), post('3', '2026-09-04', 1, 'story')];
    const all = { ...collected([social], {}, '2026-12-01'), posts: new Map([['medsos', posts]]) };
    const september = report(all, '2026-09');
    expect(figure(september, 'engagements')).toMatchObject({ value: 10, early: { count: 1, of: 'posts' } });
    expect(september.accounts[0]?.early).toEqual([{ measure: null, from: '2026-09-03', to: '2026-09-03' }]);
    expect(figure(september, 'posts-published')?.grounds).toMatchObject([{ source: 'medsos', metric: 'posts (medsos)' }]);
    const moved = { ...all, posts: new Map([['medsos', [...posts, { ...post('0', '2026-08-20', 28), source: 'ekspor' }]]]) };
    expect(comparison(report(moved, '2026-09'), 'posts-published')).toMatchObject({ difference: null, note: 'metric-changed' });
  });
});

describe('the newest month beside one that has matured', () => {
  const ends = (last: string) => [
    series('loket', 'complaints-received', 'month', ['2026-08-31', last], 50, () => '2026-10-03'),
    series('loket', 'complaints-closed', 'month', ['2026-08-31', last], 40, () => '2026-10-03'),
  ];

  test('gives no difference of what goes on growing, and says what is still open', () => {
    const september = report(collected([desk], { loket: ends('2026-09-30') }, '2026-10-05'), '2026-09');
    expect(september).toMatchObject({ status: 'provisional', open: ['registers'] });
    expect(comparison(september, 'complaints-closed')).toMatchObject({ value: 0.8, difference: null, note: 'provisional' });
    expect(comparison(september, 'complaints-received')).toMatchObject({ difference: 0 });
    const both = collected(
      [desk, site],
      { loket: ends('2026-09-30'), situs: [series('situs', 'sessions', 'day', DAYS, 1, (day) => addDays(day, 3))] },
      '2026-10-02',
    );
    expect(report(both, '2026-09').open).toEqual(['platforms', 'registers']);
  });

  test('is compared where a platform only corrects its months, as its days are', () => {
    const ads = declare('iklan', 'ads', [given('spend', 'month'), given('spend', 'day'), given('link-clicks', 'day')]);
    const seen = () => '2026-10-02';
    const iklan = (ends: readonly string[], days: readonly string[]) => [
      series('iklan', 'spend', 'month', ends, 900, seen),
      series('iklan', 'spend', 'day', days, 30, seen),
      series('iklan', 'link-clicks', 'day', days, 3, seen),
    ];
    const all = collected([ads], { iklan: iklan(['2026-08-31', '2026-09-30'], DAYS) }, '2026-10-02');
    const september = report(all, '2026-09');
    expect(september.status).toBe('provisional');
    expect(figure(september, 'spend')?.early).toEqual({ count: 1, of: 'months' });
    expect(comparison(september, 'spend')).toMatchObject({ difference: 0, note: 'provisional' });
    expect(comparison(september, 'cpc')).toMatchObject({ note: 'provisional' });
    expect(comparison(september, 'cpc')?.difference).not.toBeNull();
    const growing = { ...ads, gives: [given('spend', 'month', { grows: true }), given('link-clicks', 'day')] };
    const held = report({ ...all, declarations: [growing] }, '2026-09');
    expect(comparison(held, 'spend')).toMatchObject({ difference: null, note: 'provisional' });
  });

  test('a month that was handed in once is not compared with one that was handed in again', () => {
    const september = report(collected([desk], { loket: ends('2026-09-30') }, '2026-12-01'), '2026-09');
    expect(september.status).toBe('final');
    expect(comparison(september, 'complaints-closed')).toMatchObject({ difference: null, note: 'counted-early' });
  });
});

describe('accounts without a figure', () => {
  test('stand beside the sum of those that have one, and do not blank it', () => {
    const matomo = series('situs', 'sessions', 'day', DAYS, 10, (day) => addDays(day, 3));
    const second = { ...site, id: 'situs-2' };
    const september = report(collected([site, second], { situs: [matomo] }, '2026-12-01'), '2026-09');
    expect(figure(september, 'sessions')).toMatchObject({
      value: 300,
      over: ['situs'],
      without: [{ account: 'situs-2', reason: 'not-collected' }],
    });
    const other = { ...matomo, source: 'situs-2', metric: 'visits' };
    const apart = report(collected([site, second], { situs: [matomo], 'situs-2': [other] }, '2026-12-01'), '2026-09');
    expect(figure(apart, 'sessions')).toMatchObject({
      value: null,
      reason: 'not-comparable',
      without: [
        { account: 'situs', reason: 'not-comparable' },
        { account: 'situs-2', reason: 'not-comparable' },
      ],
    });
  });
});

describe('a rate over channels', () => {
  const rate = (channels: NonNullable<KpiFigure['channels']>): KpiFigure => {
    const [part, all] = (['numerator', 'denominator'] as const).map((name) => channels.reduce((sum, one) => sum + one[name], 0));
    return {
      kpi: 'messages-opened',
      scope: 'agency',
      value: (part ?? 0) / (all ?? 1),
      unit: 'ratio',
      stage: 'output',
      method: 1,
      window: { from: '2026-09-01', to: '2026-09-30' },
      channels,
      over: ['pesan'],
      without: [],
      grounds: [],
    };
  };
  const email = (numerator: number, denominator: number) => ({ channel: 'email', numerator, denominator });
  const whatsapp = (numerator: number, denominator: number) => ({ channel: 'whatsapp', numerator, denominator });
  const beside = (now: KpiFigure, then: KpiFigure) =>
    compare(
      [now],
      { period: '2026-08', figures: [then], provisional: false, begun: new Set() },
      true,
      new Set(),
      '2026-08',
      false,
    )[0];

  test('is not compared where a channel came, or where the whole rises though each channel falls', () => {
    expect(beside(rate([email(33, 100), whatsapp(80, 100)]), rate([email(35, 100)]))).toMatchObject({
      difference: null,
      note: 'channels-differ',
    });
    expect(beside(rate([email(33, 100), whatsapp(790, 1000)]), rate([email(35, 100), whatsapp(80, 100)]))).toMatchObject({
      difference: null,
      note: 'channels-differ',
    });
    expect(beside(rate([email(36, 100), whatsapp(84, 100)]), rate([email(35, 100), whatsapp(80, 100)]))).toMatchObject({
      difference: 0.025,
    });
  });
});
