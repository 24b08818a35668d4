import { expect, test } from 'vitest';
import type { Collected } from '#analyse/input.ts';
import { reportsOf } from '#analyse/report.ts';
import { addDays, eachDay } from '#model/day.ts';
import { Report } from '#model/report.ts';

const words = { id: 'kata', en: 'words' };
const SINCE = '2024-08-15';

/** A site with about a hundred visits a day for two years, and `last` a day in September 2026. */
function collected(last: number, breakOn = '9999-12-31'): Collected {
  const values = eachDay(SINCE, '2026-09-30').map((day, index) => ({
    day,
    value: day >= '2026-09-01' ? last : 100 + ((index * 7) % 13),
    observed: addDays(day, 3),
  }));
  const one = { measure: 'sessions' as const, window: 'day' as const, dimensions: {}, source: 'situs', api: '1' };
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
      targets: [
        {
          kpi: 'sessions',
          scope: 'agency',
          direction: 'at-least',
          value: 3000,
          near: 0.05,
          basis: words,
          every: 'month',
          since: '2025-01-01',
        },
      ],
      accounts: [{ id: 'situs', name: 'S', platform: 'situs', source: 'situs', handle: 's', since: SINCE }],
    },
    declarations: [
      {
        id: 'situs',
        platform: 'situs',
        family: 'web',
        name: 'situs',
        title: words,
        kind: 'api',
        api: '1',
        secrets: [],
        gives: [{ measure: 'sessions', level: 'account', window: 'day', metric: 'visits', snapshot: false }],
        lacks: [],
        engagement: [],
        settles: 3,
        freezes: 28,
        limits: words,
        how: [],
        tried: 'never',
        fixture: 'ours',
      },
    ],
    series: new Map([
      [
        'situs',
        [
          { ...one, metric: 'visits', values: values.filter(({ day }) => day < breakOn) },
          { ...one, metric: 'hits', values: values.filter(({ day }) => day >= breakOn) },
        ],
      ],
    ]),
    campaigns: [],
    posts: new Map(),
    runs: [
      {
        day: '2026-12-01',
        accounts: [{ account: 'situs', source: 'situs', api: '1', outcome: 'complete', requests: 1, gaps: [] }],
      },
    ],
  } as unknown as Collected;
}

function september(all: Collected) {
  const draft = reportsOf(all).find((one) => one.period === '2026-09');
  if (!draft) throw new Error('no report of September');
  expect(Report.safeParse({ $schema: 'x', edition: null, ...draft }).error).toBeUndefined();
  const of = (list: 'comparisons' | 'yearAgo') => draft[list].find((one) => one.kpi === 'sessions' && one.scope === 'agency');
  return { draft, before: of('comparisons'), yearAgo: of('yearAgo') };
}

test('a report compares with the month before, with what is usual and with the same month a year before', () => {
  const { draft, before, yearAgo } = september(collected(300));
  expect(before).toMatchObject({ with: '2026-08', usual: { n: 12, beyond: true } });
  expect(yearAgo).toMatchObject({ with: '2025-09' });
  expect(yearAgo?.difference).toBe(9000 - (yearAgo?.value ?? 0));
  expect(draft.narrative).toContainEqual({ says: 'met', kpis: ['sessions'], scope: 'agency' });
  expect(draft.narrative).toContainEqual({ says: 'rose', kpis: ['sessions'], scope: 'agency' });
  expect(september(collected(106)).before?.usual?.beyond).toBe(false);
});

test('a short February is no fall', () => {
  const all = reportsOf(collected(100));
  const february = all.find((one) => one.period === '2026-02');
  const found = february?.comparisons.find((one) => one.kpi === 'sessions' && one.scope === 'agency');
  expect(found?.ratio).toBeLessThan(-0.08);
  expect(found?.usual?.beyond).toBe(false);
});

test('across a new definition neither is compared', () => {
  const { before, yearAgo, draft } = september(collected(300, '2026-09-01'));
  expect(before).toMatchObject({ difference: null, note: 'metric-changed' });
  expect(yearAgo).toMatchObject({ difference: null, note: 'metric-changed' });
  expect(before?.usual).toBeUndefined();
  expect(draft.narrative.map(({ says }) => says)).not.toContain('rose');
});

test('where there was no such period a year before, or it was covered in part, that is so', () => {
  const all = reportsOf(collected(100));
  const of = (id: string) => all.find((one) => one.period === id)?.yearAgo.filter(({ kpi }) => kpi === 'sessions') ?? [];
  expect(of('2025-07')).toEqual([]);
  expect(of('2025-08')[0]).toMatchObject({ difference: null, note: 'period-not-covered' });
  expect(of('2025-q4')[0]?.difference).not.toBeNull();
  expect(of('2025')).toEqual([]);
});
