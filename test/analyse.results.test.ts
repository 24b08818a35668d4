import { describe, expect, test } from 'vitest';
import type { Collected } from '#analyse/input.ts';
import { reportsOf } from '#analyse/report.ts';
import type { Agency } from '#model/agency.ts';
import { eachDay, type Day } from '#model/day.ts';
import type { Measure } from '#model/measure.ts';
import type { Series } from '#model/observation.ts';
import { Report } from '#model/report.ts';
import type { Declaration } from '#model/source.ts';

type Given = Declaration['gives'][number];
type Parts = Given['dimensions'];

const words = { id: 'kata', en: 'words' };
const DAYS = eachDay('2026-07-01', '2026-09-30');
const MONTHS: readonly Day[] = ['2026-07-31', '2026-08-31', '2026-09-30'];

const given = (measure: Measure, window: 'day' | 'month', dimensions?: Parts): Given => ({
  measure,
  level: 'account',
  window,
  metric: measure,
  snapshot: false,
  ...(dimensions ? { dimensions } : {}),
});

const series = (
  source: string,
  { measure, window = 'day' }: Given,
  days: readonly Day[],
  value: number | null,
  dimensions: Series['dimensions'] = {},
): Series => ({
  measure,
  window,
  dimensions,
  source,
  metric: measure,
  api: '1',
  values: days.map((day) => ({ day, value, ...(value === null ? { reason: 'empty' as const } : {}), observed: '2026-10-20' })),
});

/** One account with all that its source gave; nothing of it can still change. */
function collected(family: Declaration['family'], gives: Given[], found: Series[], more: Partial<Agency> = {}): Collected {
  const declaration: Declaration = {
    id: 'x',
    platform: 'x',
    family,
    name: 'x',
    title: words,
    kind: family === 'register' ? 'export' : 'api',
    api: '1',
    secrets: [],
    gives,
    lacks: [],
    engagement: [],
    settles: 3,
    freezes: 3,
    limits: words,
    how: [],
    tried: 'never',
    fixture: 'ours',
  };
  const account = { id: 'x', name: 'x', platform: 'x', source: 'x', handle: 'x', since: '2026-07-01', currency: 'IDR' };
  const run = { account: 'x', source: 'x', api: '1', outcome: 'complete' as const, requests: 1, gaps: [] };
  return {
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
      accounts: [account],
      ...more,
    },
    declarations: [declaration],
    series: new Map([['x', found]]),
    posts: new Map(),
    runs: [{ day: '2026-12-01', accounts: [{ ...run, posts: null }] }],
    campaigns: [],
  };
}

function figure(all: Collected, period: string, kpi: string) {
  const found = reportsOf(all).find((one) => one.period === period);
  expect(Report.safeParse({ $schema: 'x', edition: null, ...found }).success).toBe(true);
  const { value, reason, numerator, denominator } = found?.figures.find((one) => one.kpi === kpi && one.scope === 'x') ?? {};
  return [value ?? reason, numerator, denominator];
}

describe('results from parts', () => {
  test('the turnout leaves out events of which one count is lacking', () => {
    const [before, came] = (['registered', 'attended'] as const).map((measure) => given(measure, 'day', ['event']));
    const wholes = (['registered', 'attended'] as const).map((measure) => given(measure, 'day'));
    const quiet = DAYS.filter((day) => day !== '2026-09-10');
    const found = [
      ...wholes.flatMap((whole) => [series('x', whole, quiet, 0)]),
      series('x', wholes[0] as Given, ['2026-09-10'], null),
      series('x', wholes[1] as Given, ['2026-09-10'], 460),
      series('x', before as Given, ['2026-09-10'], 80, { event: 'dialog' }),
      series('x', came as Given, ['2026-09-10'], 60, { event: 'dialog' }),
      series('x', came as Given, ['2026-09-10'], 400, { event: 'senam' }),
    ];
    const all = (some: Series[]) => collected('register', [...wholes, before as Given, came as Given], some);
    expect(figure(all(found), '2026-09', 'event-turnout')).toEqual([0.75, 60, 80]);
    expect(figure(all(found), '2026-08', 'event-turnout')[0]).toBe('zero-denominator');
    // A day that no file speaks of may have had an event.
    const short = found.map((one) => ({ ...one, values: one.values.filter(({ day }) => day !== '2026-09-20') }));
    expect(figure(all(short), '2026-09', 'event-turnout')[0]).toBe('partial');
  });

  test('people of one month are counted, those of several are never added up', () => {
    const by = given('people-contacted', 'month', ['contacts']);
    const all = collected(
      'register',
      [by],
      [series('x', by, MONTHS, 400, { contacts: '1' }), series('x', by, MONTHS, 600, { contacts: '4+' })],
    );
    expect(figure(all, '2026-09', 'returning-audience')).toEqual([0.6, 600, 1_000]);
    expect(figure(all, '2026-q3', 'returning-audience')[0]).toBe('not-additive');
  });

  test('spend stands beside the budget of just these days', () => {
    const spend = given('spend', 'day');
    const budget = {
      account: 'x',
      every: 'month',
      since: '2026-08-01',
      until: '2026-09-30',
      amount: 3_000,
      basis: words,
    } as const;
    const all = collected('ads', [spend], [series('x', spend, DAYS, 110)], { budgets: [budget] });
    expect(figure(all, '2026-09', 'budget-used')).toEqual([1.1, 3_300, 3_000]);
    expect(figure(all, '2026-07', 'budget-used')[0]).toBe('no-budget');
    expect(figure(all, '2026-q3', 'budget-used')[0]).toBe('no-budget');
  });

  test('a period that is not over has no budget yet: that of its first months is not its own', () => {
    const spend = given('spend', 'day');
    const budget = { account: 'x', every: 'month', since: '2026-07-01', amount: 3_000, basis: words } as const;
    const all = collected('ads', [spend], [series('x', spend, DAYS, 110)], { budgets: [budget] });
    const early = { ...all, runs: all.runs.map((one) => ({ ...one, day: '2026-09-03' })) };
    expect(figure(early, '2026-08', 'budget-used')).toEqual([1.13666667, 3_410, 3_000]);
    expect(figure(early, '2026-q3', 'budget-used')[0]).toBe('not-yet');
    expect(figure(all, '2026-q3', 'budget-used')).toEqual([1.12444444, 10_120, 9_000]);
  });
});
