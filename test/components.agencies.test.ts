import { describe, expect, test } from 'vitest';
import { kpi as kpiOf } from '#kpis/index.ts';
import type { KpiFigure } from '#model/kpi-figure.ts';
import { Report } from '#model/report.ts';
import { lots } from '../src/components/agencies.ts';
import reportJson from './input/charts/report.json' with { type: 'json' };

const base = Report.parse(reportJson);

const figure = (kpi: string, value: number): KpiFigure => ({
  kpi,
  scope: 'agency',
  value,
  unit: kpiOf(kpi).unit,
  stage: kpiOf(kpi).stage,
  method: 1,
  window: { from: base.from, to: base.to },
  over: ['a'],
  without: [],
  grounds: [],
});
const report = (agency: string, followers: number, answered?: number, status: Report['status'] = 'final'): Report => ({
  ...base,
  agency,
  status,
  figures: [figure('followers', followers), ...(answered === undefined ? [] : [figure('complaints-answered', answered)])],
});
const eight = [0.5, 0.9, 0.6, 0.7, 0.8, 0.95, 0.4, 0.65].map((answered, index) =>
  report(`kab-${index}`, 1000 + 100 * index, answered),
);
const partOf = (agency: string, reports: readonly Report[]) =>
  lots(reports)
    .find((one) => one.agency === agency)
    ?.places.find(({ kpi }) => kpi === 'complaints-answered');

describe('agencies beside each other', () => {
  test('each is told by quarters, in the order given, without a value or a rank', () => {
    const found = lots(eight);
    expect(found.map(({ agency }) => agency)).toEqual(eight.map(({ agency }) => agency));
    expect(found.map(({ places }) => places[0]?.part)).toEqual([
      ...['lower', 'upper', 'middle', 'middle', 'middle', 'upper', 'lower', 'middle'],
    ]);
    expect(Object.keys(found[0]?.places[0] ?? {}).sort()).toEqual(['kpi', 'n', 'part']);
  });

  test('five agencies are too few, six are enough', () => {
    expect(lots(eight.slice(0, 5))).toEqual([]);
    expect(lots(eight.slice(0, 6)).every(({ places }) => places.length === 1)).toBe(true);
  });

  test('a province is not put beside districts, nor they beside it', () => {
    const province = report('provinsi', 90_000, 0.1);
    expect(partOf('provinsi', [...eight, province])).toBeUndefined();
    expect(partOf('kab-0', [...eight, province])).toEqual(partOf('kab-0', eight));
  });

  test('what is provisional or not known is left out, not taken for zero', () => {
    const young = report('baru', 1000, 0.01, 'provisional');
    const unknown = report('tanpa', 1000);
    expect(partOf('kab-6', [...eight, young, unknown])).toEqual(partOf('kab-6', eight));
    expect(lots([...eight, unknown]).find(({ agency }) => agency === 'tanpa')?.places).toEqual([]);
  });
});
