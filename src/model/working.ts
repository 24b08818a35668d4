import type { Calendar, Hours } from './calendar.ts';
import { addDays, dayOf, eachDay, instantOf, weekday, type Day } from './day.ts';

const indexes = new WeakMap<Calendar, { readonly years: ReadonlySet<string>; readonly closed: ReadonlySet<Day> }>();

/**
 * Whether offices are closed by decree on a day; undefined in a year that the calendar does not list, since nobody knows then. Joint leave
 * counts as a holiday: it binds public bodies.
 */
function isClosed(day: Day, calendar: Calendar): boolean | undefined {
  let index = indexes.get(calendar);
  if (!index) {
    const years = new Set(calendar.years.map(({ year }) => String(year)));
    index = { years, closed: new Set(calendar.years.flatMap(({ holidays }) => holidays.map((one) => one.day))) };
    indexes.set(calendar, index);
  }
  return index.years.has(day.slice(0, 4)) ? index.closed.has(day) : undefined;
}

/**
 * Working days after `from`, up to `to` and with it: Mondays to Fridays that are no holiday. Public bodies work five days (Perpres 21/2023).
 * 0 where `to` is not later; undefined where the calendar lacks a year of it.
 */
export function workingDaysBetween(from: Day, to: Day, calendar: Calendar): number | undefined {
  let count = 0;
  for (const day of eachDay(addDays(from, 1), to)) {
    const closed = isClosed(day, calendar);
    if (closed === undefined) return undefined;
    if (!closed && weekday(day) <= 5) count += 1;
  }
  return count;
}

/**
 * Hours between two instants in which the office was open, as it says itself: holidays, nights and breaks don't count. Undefined where the
 * calendar lacks a year of it, or no hours hold on a day. Instants are ISO 8601; the zone is the agency's.
 */
export function workingHoursBetween(
  from: string,
  to: string,
  hours: readonly Hours[],
  calendar: Calendar,
  zone: string,
): number | undefined {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  let total = 0;
  for (const day of eachDay(dayOf(new Date(start), zone), dayOf(new Date(end), zone))) {
    const closed = isClosed(day, calendar);
    const inForce = hours.filter(({ since }) => since <= day).reduce(later, undefined);
    if (closed === undefined || !inForce) return undefined;
    if (closed) continue;
    for (const span of inForce.week.filter(({ days }) => days.includes(weekday(day)))) {
      const [opens, closes] = [clock(day, span.from, zone), clock(day, span.to, zone)];
      total += Math.max(0, Math.min(end, closes) - Math.max(start, opens));
    }
  }
  return total / 3_600_000;
}

function later(found: Hours | undefined, one: Hours): Hours {
  return found && found.since > one.since ? found : one;
}

const instants = new Map<string, number>();

/** Remembered: a register asks for the same opening hours of the same days some thousand times. */
function clock(day: Day, time: string, zone: string): number {
  const wall = time === '24:00' ? `${addDays(day, 1)}T00:00` : `${day}T${time}`;
  const key = `${zone} ${wall}`;
  let instant = instants.get(key);
  if (instant === undefined) instants.set(key, (instant = instantOf(wall, zone).getTime()));
  return instant;
}
