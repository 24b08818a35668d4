import { describe, expect, test } from 'vitest';
import { compare } from '#analyse/compare.ts';
import type { KpiFigure } from '#model/kpi-figure.ts';

const figure = (scope: string, value: number | null, more: Partial<KpiFigure> = {}): KpiFigure => ({
  kpi: 'engagement-rate-followers',
  scope,
  value,
  ...(value === null ? { reason: 'no-posts' } : {}),
  unit: 'ratio',
  stage: 'out-take',
  method: 1,
  window: { from: '2026-09-01', to: '2026-09-30' },
  over: scope === 'agency' ? ['a', 'b'] : [scope],
  without: [],
  grounds: [],
  ...more,
});

/** The agency and its two accounts, of each what it is now and what it was. */
const noted = (agency: [number, number], a: [number, number | null], b: [number, number], more: Partial<KpiFigure> = {}) => {
  const at = (index: 0 | 1) => [figure('agency', agency[index], more), figure('a', a[index], more), figure('b', b[index], more)];
  const earlier = { period: '2026-08', figures: at(1), provisional: false, begun: new Set<string>() };
  return compare(at(0), earlier, true, new Set(), '2026-08', false)[0];
};

describe('a figure over several accounts', () => {
  test('is not compared where it falls though each account rises: one weighs more than before', () => {
    const weighed = { difference: null, note: 'accounts-weigh' };
    expect(noted([0.02, 0.03], [0.011, 0.01], [0.041, 0.04])).toMatchObject(weighed);
    // Neither where it rises more than any of them.
    expect(noted([0.035, 0.02], [0.011, 0.01], [0.041, 0.04])).toMatchObject(weighed);
    expect(noted([20, 30], [11, 10], [41, 40], { unit: 'hours' })).toMatchObject(weighed);
  });

  test('is compared where its change lies among theirs', () => {
    expect(noted([0.032, 0.03], [0.011, 0.01], [0.044, 0.04])).toMatchObject({ difference: 0.002 });
    expect(noted([0.03, 0.03], [0.01, 0.01], [0.04, 0.04])).toMatchObject({ difference: 0 });
  });

  test('is compared where it is a sum, or where nobody can tell', () => {
    expect(noted([60, 20], [20, 5], [40, 15], { unit: 'count' })).toMatchObject({ difference: 40 });
    expect(noted([0.02, 0.03], [0.011, null], [0.041, 0.04])).toMatchObject({ difference: -0.01 });
  });
});

test('two corrected figures whose intervals do not tell them apart have no direction; what nobody corrected has none either', () => {
  const between = (now: Partial<KpiFigure>, then: Partial<KpiFigure>) =>
    compare(
      [figure('a', 0.2, now)],
      { period: '2026-08', figures: [figure('a', 0.1, then)], provisional: false, begun: new Set<string>() },
      true,
      new Set(),
      '2026-08',
      false,
    )[0];
  const narrow = { interval: { from: 0.08, to: 0.12 } };
  expect(between({ interval: { from: 0.09, to: 0.31 } }, narrow)).toMatchObject({ difference: null, note: 'uncertain' });
  // Two ranges that touch can still lie apart.
  expect(between({ interval: { from: 0.13, to: 0.27 } }, { interval: { from: 0.03, to: 0.17 } })).toMatchObject({
    difference: 0.1,
  });
  expect(between({ interval: { from: 0.15, to: 0.25 } }, narrow)).not.toHaveProperty('note');
  expect(between({ uncorrected: true }, { uncorrected: true })).toMatchObject({ difference: null, note: 'uncorrected' });
});
