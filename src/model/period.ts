import { z } from 'zod';
import { addDays, eachDay, weekday, type Day } from './day.ts';

/** A reporting period by name: `2026-w37`, `2026-09`, `2026-q3`, `2026`. Weeks are ISO 8601 weeks, Monday to Sunday. */
export const PeriodId = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])|-q[1-4]|-w(0[1-9]|[1-4]\d|5[0-3]))?$/)
  .describe('A reporting period: week 2026-w37, month 2026-09, quarter 2026-q3 or year 2026');
export type PeriodId = z.infer<typeof PeriodId>;

export const PeriodKind = z.enum(['week', 'month', 'quarter', 'year']);
export type PeriodKind = z.infer<typeof PeriodKind>;

export interface Period {
  readonly id: PeriodId;
  readonly kind: PeriodKind;
  /** First day, in the agency's zone. */
  readonly from: Day;
  /** Last day, included. */
  readonly to: Day;
}

/** Reads a period's name. Throws a `RangeError` on what is none. */
export function period(id: string): Period {
  if (!PeriodId.safeParse(id).success) {
    throw new RangeError(`"${id}" is no period; write a month (2026-09), quarter (2026-q3), year (2026) or week (2026-w37)`);
  }
  const year = Number(id.slice(0, 4));
  const rest = id.slice(5);
  if (rest === '') return { id, kind: 'year', from: `${id}-01-01`, to: `${id}-12-31` };
  if (rest.startsWith('w')) return week(id, year, Number(rest.slice(1)));
  if (rest.startsWith('q')) {
    const quarter = Number(rest.slice(1));
    return { id, kind: 'quarter', from: firstOf(year, quarter * 3 - 2), to: addDays(firstOf(year, quarter * 3 + 1), -1) };
  }
  return { id, kind: 'month', from: `${id}-01`, to: addDays(firstOf(year, Number(rest) + 1), -1) };
}

/** The period of that kind in which a day falls. */
export function periodOf(day: Day, kind: PeriodKind): Period {
  const year = day.slice(0, 4);
  const month = Number(day.slice(5, 7));
  if (kind === 'year') return period(year);
  if (kind === 'quarter') return period(`${year}-q${Math.ceil(month / 3)}`);
  if (kind === 'month') return period(day.slice(0, 7));
  const thursday = addDays(day, 4 - weekday(day));
  const first = periodStartOfWeekOne(Number(thursday.slice(0, 4)));
  const number = Math.floor(eachDay(first, thursday).length / 7) + 1;
  return period(`${thursday.slice(0, 4)}-w${String(number).padStart(2, '0')}`);
}

/** The period of the same kind that ends the day before. */
export function previous(of: Period): Period {
  return periodOf(addDays(of.from, -1), of.kind);
}

/** The period of the same kind that begins the day after. */
export function next(of: Period): Period {
  return periodOf(addDays(of.to, 1), of.kind);
}

/** All periods of a kind that share a day with the span, in order. */
export function periodsWithin(from: Day, to: Day, kind: PeriodKind): Period[] {
  const periods: Period[] = [];
  for (let current = periodOf(from, kind); current.from <= to; current = next(current)) periods.push(current);
  return periods;
}

function firstOf(year: number, month: number): Day {
  const carried = month > 12 ? year + 1 : year;
  return `${String(carried).padStart(4, '0')}-${String(month > 12 ? month - 12 : month).padStart(2, '0')}-01`;
}

/** ISO 8601: week 1 is the one with the year's first Thursday, so it holds 4 January. */
function periodStartOfWeekOne(year: number): Day {
  const fourth = `${String(year).padStart(4, '0')}-01-04`;
  return addDays(fourth, 1 - weekday(fourth));
}

function week(id: PeriodId, year: number, number: number): Period {
  const from = addDays(periodStartOfWeekOne(year), (number - 1) * 7);
  if (addDays(from, 3).slice(0, 4) !== String(year).padStart(4, '0'))
    throw new RangeError(`${id}: ${year} has no week ${number}`);
  return { id, kind: 'week', from, to: addDays(from, 6) };
}
