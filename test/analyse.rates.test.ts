import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Table } from '#analyse/breakdown.ts';
import { FEWEST, ratesOf } from '#analyse/rates.ts';
import { kpi } from '#kpis/index.ts';
import type { Reason } from '#model/figure.ts';
import type { Measure } from '#model/measure.ts';
import { PartFigures } from '#model/parts.ts';

type Counts = Readonly<Record<string, number | Reason>>;

/** One measure of one account by channel. */
function table(measure: Measure, counts: Counts, more: Partial<Table> = {}): Table {
  const by = more.by ?? ['channel'];
  return {
    account: 'pesan',
    family: 'register',
    measure,
    by,
    day: '2026-09-30',
    snapshot: false,
    metric: measure,
    api: '1',
    observed: '2026-10-03',
    rows: Object.entries(counts).map(([name, count]) => ({
      dimensions: { [by[0] as string]: name },
      ...(typeof count === 'number' ? { value: count } : { value: null, reason: count }),
    })),
    ...more,
  };
}

const clicked = kpi('messages-clicked');
const rates = (above: Table, below: Table, one = clicked) => {
  const found = ratesOf([above, below], [one]);
  for (const each of found) PartFigures.parse(each);
  return found;
};
const rowsOf = (above: Counts, below: Counts) =>
  rates(table('messages-clicked', above), table('messages-delivered', below))[0]?.rows;

describe('a KPI by part', () => {
  test('is the same formula on the counts of each part', () => {
    expect(rates(table('messages-clicked', { email: 50 }), table('messages-delivered', { email: 1_000 }))).toEqual([
      {
        kpi: 'messages-clicked',
        account: 'pesan',
        by: ['channel'],
        unit: 'ratio',
        rows: [{ dimensions: { channel: 'email' }, value: 0.05, numerator: 50, denominator: 1_000 }],
      },
    ]);
  });

  test('says of each part why it is not known, and never makes a 0 of it', () => {
    const above = { email: 0, sms: 'suppressed', call: 5, web: 10 } as const;
    const below = { email: 100, sms: 300, whatsapp: 400, call: 0, web: FEWEST - 1 };
    expect(rowsOf(above, below)).toEqual([
      { dimensions: { channel: 'email' }, value: 0, numerator: 0, denominator: 100 },
      { dimensions: { channel: 'sms' }, value: null, reason: 'suppressed', denominator: 300 },
      { dimensions: { channel: 'whatsapp' }, value: null, reason: 'empty', denominator: 400 },
      { dimensions: { channel: 'call' }, value: null, reason: 'zero-denominator', numerator: 5, denominator: 0 },
      { dimensions: { channel: 'web' }, value: null, reason: 'too-few', numerator: 10, denominator: FEWEST - 1 },
    ]);
    expect(rowsOf({ email: 4, sms: 9 }, { email: 100 })?.[1]).toEqual({
      dimensions: { channel: 'sms' },
      value: null,
      reason: 'empty',
      numerator: 9,
    });
    expect(rowsOf({ email: FEWEST }, { email: FEWEST })?.[0]?.value).toBe(1);
  });

  test('is not known where days of either are missing', () => {
    const below = table('messages-delivered', { email: 100 });
    const above = table('messages-clicked', { email: 5 }, { gap: 'not-imported' });
    expect(rates(above, below)[0]?.rows[0]).toMatchObject({ value: null, reason: 'partial', numerator: 5, denominator: 100 });
  });

  test('leaves channels out of both counts that do not have the measure, and is not known where nobody can', () => {
    const cross = (measure: Measure, counts: readonly (readonly [string, string, number])[]) =>
      table(
        measure,
        {},
        {
          by: ['channel', 'segment'],
          rows: counts.map(([channel, segment, value]) => ({ dimensions: { channel, segment }, value })),
        },
      );
    const opened = kpi('messages-opened');
    const by = { by: ['segment' as const] } as Partial<Table>;
    const tables = [
      table('messages-opened', { parents: 80 }, by),
      table('messages-delivered', { parents: 1_100 }, by),
      table('messages-opened', { email: 80 }),
      table('messages-delivered', { email: 100, sms: 1_000 }),
    ];
    const of = (some: readonly Table[]) =>
      ratesOf(some, [opened])
        .find((one) => one.by.join() === 'segment')
        ?.rows.map(({ value, reason }) => value ?? reason);
    expect(of(tables)).toEqual(['not-comparable']);
    const crossed = [
      cross('messages-opened', [['email', 'parents', 80]]),
      cross('messages-delivered', [
        ['email', 'parents', 100],
        ['sms', 'parents', 1_000],
      ]),
    ];
    expect(of([...tables, ...crossed])).toEqual([0.8]);
    const email = table('messages-delivered', { email: 100, sms: 0 });
    expect(of([...tables.slice(0, 3), email])).toEqual([Number((80 / 1_100).toPrecision(9))]);
  });

  test('of a table that is withheld whole is hidden, part by part', () => {
    expect(rowsOf({ '(withheld)': 'suppressed' }, { email: 100, sms: 200 })).toEqual([
      { dimensions: { channel: 'email' }, value: null, reason: 'suppressed', denominator: 100 },
      { dimensions: { channel: 'sms' }, value: null, reason: 'suppressed', denominator: 200 },
    ]);
    expect(rowsOf({ '(withheld)': 'suppressed' }, { '(withheld)': 'suppressed' })).toEqual([
      { dimensions: { channel: '(withheld)' }, value: null, reason: 'suppressed' },
    ]);
  });

  test('keeps the currency and counts in thousands where the KPI does', () => {
    const ads = { account: 'iklan', family: 'ads', by: ['age' as const] } as const;
    const spend = table('spend', { '25-34': 30_000 }, { ...ads, by: ['age'], currency: 'IDR' });
    const shown = table('impressions', { '25-34': 2_000 }, { ...ads, by: ['age'] });
    expect(rates(spend, shown, kpi('cpm'))).toMatchObject([
      { unit: 'money', currency: 'IDR', rows: [{ value: 15_000, numerator: 30_000, denominator: 2_000 }] },
    ]);
  });

  test('is made of one account, of one breakdown, and of accounts that the KPI is about', () => {
    const below = table('messages-delivered', { email: 100 });
    expect(rates(table('messages-clicked', { email: 5 }, { account: 'other' }), below)).toEqual([]);
    expect(rates(table('messages-clicked', { email: 5 }, { by: ['segment'] }), below)).toEqual([]);
    expect(rates(table('messages-clicked', { email: 5 }, { snapshot: true }), below)).toEqual([]);
    const posts = { family: 'social' } as const;
    expect(rates(table('messages-clicked', { email: 5 }, posts), { ...below, ...posts })).toEqual([]);
  });

  test('adds up to the whole where the parts are all of it, which lies between the least and the most of them', () => {
    const whole = fc.integer({ min: FEWEST, max: 1_000_000 });
    const pair = whole.chain((denominator) => fc.tuple(fc.integer({ min: 0, max: denominator }), fc.constant(denominator)));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 8 }), (pairs) => {
        const counts = (at: 0 | 1) => Object.fromEntries(pairs.map((each, index) => [`c${index}`, each[at]]));
        const rows = rowsOf(counts(0), counts(1)) ?? [];
        const sum = (of: 'numerator' | 'denominator') => rows.reduce((total, row) => total + (row[of] ?? NaN), 0);
        expect(sum('numerator')).toBe(pairs.reduce((total, [part]) => total + part, 0));
        expect(sum('denominator')).toBe(pairs.reduce((total, [, all]) => total + all, 0));
        const values = rows.map(({ value }) => value ?? NaN);
        const rate = sum('numerator') / sum('denominator');
        expect(rate).toBeGreaterThanOrEqual(Math.min(...values) - 1e-8);
        expect(rate).toBeLessThanOrEqual(Math.max(...values) + 1e-8);
      }),
    );
  });
});
