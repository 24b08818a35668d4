import { describe, expect, test } from 'vitest';
import { boundLayers, boundsOf } from '#charts/bounds.ts';
import { finding } from '#charts/finding.ts';
import type { Page } from '#charts/context.ts';
import { i18n } from '#i18n/index.ts';
import type { Comparison, KpiFigure } from '#model/kpi-figure.ts';
import type { Target } from '#model/target.ts';

const figure = (scope: string, over: string[], value = 120): KpiFigure => ({
  kpi: 'sessions',
  scope,
  value,
  unit: 'count',
  stage: 'outcome',
  method: 1,
  window: { from: '2026-09-01', to: '2026-09-30' },
  over,
  without: [],
  grounds: [],
});
const target = (value: number, extra: Partial<Target> = {}): Target => ({
  kpi: 'sessions',
  scope: 'agency',
  direction: 'at-least',
  value,
  near: 0.05,
  basis: { en: 'p' },
  every: 'month',
  since: '2026-01-01',
  ...extra,
});
const comparison = (beyond: boolean): Comparison => ({
  kpi: 'sessions',
  scope: 'situs',
  with: '2026-08',
  value: 100,
  difference: 20,
  ratio: 0.2,
  usual: { from: 80, to: beyond ? 115 : 130, n: 12, beyond },
});
const page = (targets: Target[], over = ['situs'], beyond = false): Page =>
  ({
    agency: { targets },
    words: i18n('en'),
    scope: 'situs',
    accounts: [{ id: 'situs', name: 'Situs' }],
    report: {
      period: '2026-09',
      kind: 'month',
      through: '2026-09-30',
      to: '2026-09-30',
      figures: [figure('agency', over), figure('situs', ['situs'])],
      comparisons: [comparison(beyond)],
    },
  }) as unknown as Page;
const MONTHS = ['2025-12', '2026-01', '2026-08', '2026-09'];

describe('bounds of a chart over time', () => {
  test('are the targets that hold in each period, the newest named', () => {
    const all = page([target(90, { until: '2026-06-30' }), target(110, { since: '2026-07-01' })]);
    expect(boundsOf(all, 'sessions', 'situs', MONTHS)).toMatchObject({
      targets: [null, 90, 110, 110],
      text: 'target at least 110',
      usual: { from: 80, to: 130 },
    });
  });

  test('leave out what is meant of another account, kind of period or sum', () => {
    const of = (targets: Target[], over?: string[]) => boundsOf(page(targets, over), 'sessions', 'situs', MONTHS)?.text;
    expect(of([target(90, { scope: 'lain' })])).toBe('');
    expect(of([target(90, { every: 'year' })])).toBe('');
    expect(of([target(90)], ['situs', 'lain'])).toBe('');
    expect(of([target(90, { scope: 'situs' })], ['situs', 'lain'])).toBe('target at least 90');
  });

  test('stay within the picture', () => {
    const bounds = boundsOf(page([target(90)]), 'sessions', 'situs', MONTHS);
    if (!bounds) throw new Error('no bounds');
    const [range] = boundLayers(bounds, [0, 100], {}, {}) as { data: { values: object[] } }[];
    expect(range?.data.values).toEqual([{ x: 2.5, end: 3.5, y: 80, to: 100 }]);
    expect(boundLayers(bounds, [0, 80], {}, {})).toHaveLength(2);
  });
});

test('a finding says whether the change is a usual one', () => {
  expect(finding(page([]), 'sessions')).toMatch(/ up 20\.0% from August 2026, to 120, within its usual range$/);
  expect(finding(page([], ['situs'], true), 'sessions')).toMatch(/, to 120, above its usual range$/);
});
