import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf, eachDay, instantOf, isZone, weekday } from '#model/day.ts';
import { divide, known, median, missing } from '#model/figure.ts';
import { Value } from '#model/observation.ts';
import { next, period, periodOf, periodsWithin, previous } from '#model/period.ts';
import { Slug } from '#model/text.ts';

describe('a day belongs to the zone of the agency', () => {
  test.each([
    ['Asia/Jakarta', '2026-06-30T17:30:00Z', '2026-07-01'],
    ['Asia/Jakarta', '2026-06-30T16:59:59Z', '2026-06-30'],
    ['Asia/Makassar', '2026-06-30T16:30:00Z', '2026-07-01'],
    ['Asia/Jayapura', '2025-12-31T15:30:00Z', '2026-01-01'],
    ['America/Los_Angeles', '2026-01-01T07:30:00Z', '2025-12-31'],
    ['Pacific/Apia', '2011-12-31T09:00:00Z', '2011-12-31'],
  ])('%s %s', (zone, instant, day) => {
    expect(dayOf(new Date(instant), zone)).toBe(day);
  });

  test('a wall-clock time finds its instant and back, also around a change of clocks', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'Europe/Berlin', 'America/New_York'),
        fc.date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2030-01-01T00:00:00Z'), noInvalidDate: true }),
        (zone, date) => {
          const day = dayOf(date, zone);
          expect(dayOf(instantOf(`${day}T12:00`, zone), zone)).toBe(day);
        },
      ),
      { seed: 1 },
    );
  });

  test.each([
    // Shown twice: the earlier one, east and west of Greenwich.
    ['Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
    ['America/New_York', '2026-11-01T01:30:15', '2026-11-01T05:30:15.000Z'],
    ['Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T14:45:00.000Z'],
    // Skipped: as long after the change as the clock of before would have shown.
    ['Europe/Berlin', '2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
    ['America/New_York', '2026-03-08T02:30', '2026-03-08T07:30:00.000Z'],
    ['America/Santiago', '2026-09-06T00:00', '2026-09-06T04:00:00.000Z'],
    ['Pacific/Apia', '2011-12-30T12:00', '2011-12-30T22:00:00.000Z'],
    // Once: next to a change, and where there is none.
    ['Europe/Berlin', '2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
    ['America/New_York', '2026-03-08T03:00', '2026-03-08T07:00:00.000Z'],
    ['Asia/Jayapura', '2026-01-01T00:00', '2025-12-31T15:00:00.000Z'],
  ])('%s shows %s at %s', (zone, wall, instant) => expect(instantOf(wall, zone).toISOString()).toBe(instant));

  test('zones that do not exist are refused', () => {
    expect(isZone('Asia/Makassar')).toBe(true);
    expect(isZone('Asia/Bandung')).toBe(false);
  });

  test('days are counted without clocks', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(eachDay('2026-12-30', '2027-01-02')).toHaveLength(4);
    expect(eachDay('2026-12-30', '2026-12-29')).toEqual([]);
    expect(weekday('2026-11-22')).toBe(7);
  });
});

describe('periods', () => {
  test.each([
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2026-q4', '2026-10-01', '2026-12-31'],
    ['2024', '2024-01-01', '2024-12-31'],
    ['2026-w01', '2025-12-29', '2026-01-04'],
    ['2020-w53', '2020-12-28', '2021-01-03'],
  ])('%s', (id, from, to) => expect(period(id)).toMatchObject({ from, to }));

  test.each(['2026-13', '2026-q5', '2026-w54', '2025-w53', '26-01', '2026-1', '', '2026-09-01'])('%s is none', (id) => {
    expect(() => period(id)).toThrow(RangeError);
  });

  test('every day lies in its own period, and periods follow each other without a hole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom('week', 'month', 'quarter', 'year'), (offset, kind) => {
        const day = addDays('2000-01-01', offset);
        const one = periodOf(day, kind as 'week');
        expect(one.from <= day && day <= one.to).toBe(true);
        expect(next(previous(one)).id).toBe(one.id);
        expect(addDays(previous(one).to, 1)).toBe(one.from);
        expect(period(one.id)).toEqual(one);
      }),
      { seed: 2 },
    );
  });

  test('within a span', () => {
    expect(periodsWithin('2026-01-31', '2026-03-01', 'month').map((one) => one.id)).toEqual(['2026-01', '2026-02', '2026-03']);
  });
});

describe('not known is not zero', () => {
  test('in sums, ratios and medians', () => {
    expect(divide(known(1), known(0))).toEqual(missing('zero-denominator'));
    expect(divide(missing('withdrawn'), known(2))).toEqual(missing('withdrawn'));
    expect(divide(known(0), known(2))).toEqual(known(0));
    expect(median([3, 1, 2, 10])).toEqual(known(2.5));
    expect(median([])).toEqual(missing('empty'));
  });

  test('a stored null has a reason, and only a null', () => {
    const base = { day: '2026-09-01', observed: '2026-09-02' };
    expect(Value.safeParse({ ...base, value: null, reason: 'failed' }).success).toBe(true);
    expect(Value.safeParse({ ...base, value: null }).success).toBe(false);
    expect(Value.safeParse({ ...base, value: 0, reason: 'failed' }).success).toBe(false);
    expect(Value.safeParse({ ...base, value: Number.NaN }).success).toBe(false);
  });
});

test.each(['../etc', 'a/b', 'con', '.git', '-rf', 'constructor', '__proto__', 'a..b', 'A', 'x'.repeat(41), 'data', 'раз'])(
  '"%s" is no name',
  (name) => {
    expect(Slug.safeParse(name).success).toBe(false);
  },
);
