import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Calendar, type Hours } from '#model/calendar.ts';
import { addDays, weekday, type Day } from '#model/day.ts';
import { workingDaysBetween, workingHoursBetween } from '#model/working.ts';

const calendar = Calendar.parse(JSON.parse(fs.readFileSync('data/calendars/indonesia.json', 'utf8')));
const RUNS = process.env['TERANG_PROVE'] ? 5000 : 300;
const ZONE = 'Asia/Makassar';

const days = (from: Day, to: Day) => workingDaysBetween(from, to, calendar) as number;
/** Of the years that the calendar lists. */
const day = fc.integer({ min: 0, max: 729 }).map((count) => addDays('2025-01-01', count));
const instant = fc.integer({ min: 0, max: 729 * 24 * 60 }).map((count) => new Date(Date.UTC(2025, 0, 1, 0, count)).toISOString());

const hours: Hours[] = [
  {
    since: '2025-01-01',
    week: [
      { days: [1, 2, 3, 4], from: '07:30', to: '12:00' },
      { days: [1, 2, 3, 4], from: '13:00', to: '16:00' },
      { days: [5], from: '07:30', to: '11:30' },
      { days: [5], from: '13:00', to: '16:30' },
    ],
  },
];
const wait = (from: string, to: string, own: readonly Hours[] = hours) => workingHoursBetween(from, to, own, calendar, ZONE);
/** By the clock of the office, eight hours before UTC. */
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString();

describe('the calendar of Indonesian public bodies', () => {
  test('has as many days as the decrees say: 17 holidays a year, 11 and 8 days of joint leave', () => {
    const counts = calendar.years.map(({ year, holidays }) => [
      year,
      holidays.filter(({ kind }) => kind === 'holiday').length,
      holidays.filter(({ kind }) => kind === 'joint-leave').length,
    ]);
    expect(counts).toEqual([
      [2025, 17, 11],
      [2026, 17, 8],
    ]);
  });
  test('has joint leave on working days alone, and says where each year is from', () => {
    for (const { holidays, basis } of calendar.years) {
      expect(basis['id']).toMatch(/SKB .* Nomor \d+/);
      for (const one of holidays.filter(({ kind }) => kind === 'joint-leave')) expect(weekday(one.day)).toBeLessThanOrEqual(5);
    }
  });
});

describe('working days', () => {
  test.each([
    ['over a week-end', '2026-09-04', '2026-09-07', 1],
    ['on the same day', '2026-09-04', '2026-09-04', 0],
    // 17 March, three working days on: the 27th, as a public calculator of working days (mcp-hari-libur-indonesia) gives in its manual.
    ['over Nyepi and Lebaran 2026, to the last day but one', '2026-03-17', '2026-03-26', 2],
    ['over Nyepi and Lebaran 2026', '2026-03-17', '2026-03-27', 3],
    ['within Lebaran 2026', '2026-03-17', '2026-03-24', 0],
    // 2 to 6, 9 to 13, 16 and 17 March; then 25 and 26.
    ['fourteen from 28 February 2026', '2026-02-28', '2026-03-26', 14],
    // 18 August 2025 was added by an amendment.
    ['over Independence Day 2025', '2025-08-15', '2025-08-19', 1],
  ])('%s', (_, from, to, count) => expect(days(from, to)).toBe(count));
  test('a year that is not listed is not known, and not a year without holidays', () => {
    expect(workingDaysBetween('2026-12-30', '2027-01-05', calendar)).toBeUndefined();
    expect(workingDaysBetween('2024-12-30', '2024-12-31', calendar)).toBeUndefined();
    expect(workingDaysBetween('2026-12-30', '2026-12-31', calendar)).toBe(1);
  });
  test('add up, never fall, and are never more than five in seven', () => {
    fc.assert(
      fc.property(day, day, day, (...three) => {
        const [a, b, c] = three.sort() as [Day, Day, Day];
        expect(days(a, b) + days(b, c)).toBe(days(a, c));
        expect(days(a, c)).toBeGreaterThanOrEqual(days(a, b));
        expect(days(a, addDays(a, 7) < '2027' ? addDays(a, 7) : a)).toBeLessThanOrEqual(5);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('working hours', () => {
  test.each([
    ['within a morning', '2026-09-07 08:00', '2026-09-07 09:30', 1.5],
    ['over the break', '2026-09-07 11:30', '2026-09-07 13:30', 1],
    ['at night', '2026-09-07 16:00', '2026-09-08 07:30', 0],
    ['from Friday afternoon to Monday morning', '2026-09-04 16:00', '2026-09-07 08:00', 1],
    ['a whole week', '2026-09-07 00:00', '2026-09-14 00:00', 37.5],
    // Received on the evening before the leave for Nyepi; the first hour of 25 March is the first that counts.
    ['over Nyepi and Lebaran 2026', '2026-03-17 17:00', '2026-03-25 08:30', 1],
  ])('%s', (_, from, to, count) => expect(wait(at(from), at(to))).toBeCloseTo(count, 9));
  test('hours of a day on which none are known are not none', () => {
    expect(wait(at('2026-09-07 08:00'), at('2026-09-07 09:00'), [])).toBeUndefined();
    expect(wait(at('2024-12-31 08:00'), at('2025-01-02 09:00'))).toBeUndefined();
    const [first] = hours as [Hours];
    const twice: Hours[] = [first, { since: '2026-09-08', week: [{ days: [1, 2, 3, 4, 5], from: '00:00', to: '24:00' }] }];
    expect(wait(at('2026-09-07 15:00'), at('2026-09-08 03:00'), twice)).toBeCloseTo(4, 9);
  });
  test('add up, never fall, and are never more than those of the clock', () => {
    fc.assert(
      fc.property(instant, instant, instant, (...three) => {
        const [a, b, c] = three.sort() as [string, string, string];
        const [ab, bc, ac] = [wait(a, b), wait(b, c), wait(a, c)] as [number, number, number];
        expect(ab + bc).toBeCloseTo(ac, 6);
        expect(ac).toBeGreaterThanOrEqual(ab);
        expect(ab).toBeLessThanOrEqual((Date.parse(b) - Date.parse(a)) / 3_600_000 + 1e-9);
      }),
      { numRuns: Math.min(60, RUNS) },
    );
  });
});
