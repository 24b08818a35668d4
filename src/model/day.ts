import { z } from 'zod';

/**
 * A calendar day in the agency's own time zone, `YYYY-MM-DD`. Days compare and sort as text.
 * A day is never made by cutting a UTC time stamp: 00:30 in Jayapura is still yesterday in UTC.
 */
export const Day = z.iso.date().describe("A calendar day in the agency's time zone");
export type Day = z.infer<typeof Day>;

const MILLISECONDS = 86_400_000;
const HOUR = 3_600_000;
const calendars = new Map<string, Intl.DateTimeFormat>();

function calendar(zone: string): Intl.DateTimeFormat {
  let format = calendars.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    calendars.set(zone, format);
  }
  return format;
}

function parts(instant: Date, zone: string): Record<string, string> {
  return Object.fromEntries(
    calendar(zone)
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  );
}

/** The day on which an instant falls in an IANA zone. */
export function dayOf(instant: Date, zone: string): Day {
  return fromNumber(Math.floor(shown(instant, zone) / MILLISECONDS));
}

/** The hour of the day, 0 to 23, that an instant shows in an IANA zone. */
export function hourOf(instant: Date, zone: string): number {
  const time = shown(instant, zone) % MILLISECONDS;
  return Math.floor((time < 0 ? time + MILLISECONDS : time) / HOUR);
}

/** What a zone's clock shows at an instant, as if it were UTC, in milliseconds. */
function shown(instant: Date, zone: string): number {
  const time = instant.getTime();
  const day = Math.floor(time / MILLISECONDS);
  const known = offsets.get(zone) ?? new Map<number, number | null>();
  let offset = known.get(day);
  if (offset === undefined) {
    const [first, last] = [offsetAt(day * MILLISECONDS, zone), offsetAt((day + 1) * MILLISECONDS, zone)];
    // Null: the clocks are changed within this day, and each of its instants is asked for.
    offset = first === last ? first : null;
    offsets.set(zone, known.set(day, offset));
  }
  return time + (offset ?? offsetAt(time, zone));
}

/** How far a zone is ahead of UTC, by UTC day: `Intl` takes as long for one instant as all else that is done with a post. */
const offsets = new Map<string, Map<number, number | null>>();

function offsetAt(time: number, zone: string): number {
  const { year, month, day, hour, minute, second } = parts(new Date(time), zone);
  const clock = Date.parse(`${year?.padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return clock - Math.floor(time / 1000) * 1000;
}

/**
 * The instant at which a wall-clock time (`YYYY-MM-DDTHH:mm[:ss]`) shows in a zone; the earlier one where it shows twice. A time that is skipped
 * when clocks are put forward is read by the clock of before, so that it falls as long after the change (as `Temporal` does by default).
 */
export function instantOf(wall: string, zone: string): Date {
  const target = Date.parse(`${wall.length === 16 ? `${wall}:00` : wall}Z`);
  // No zone is a day or more off UTC: these two lie before and after the instant sought, whatever the zone.
  const [before, after] = [target - MILLISECONDS, target + MILLISECONDS].map((time) => target - offsetAt(time, zone));
  const [first, last] = [before as number, after as number].sort((a, b) => a - b) as [number, number];
  return new Date([first, last].find((time) => time + offsetAt(time, zone) === target) ?? (before as number));
}

/** The day `count` days later (earlier where negative). */
export function addDays(day: Day, count: number): Day {
  return fromNumber(toNumber(day) + count);
}

/** Whole days from `from` to `to`; 0 on the same day. */
export function daysBetween(from: Day, to: Day): number {
  return toNumber(to) - toNumber(from);
}

/** Every day from `from` to `to`, both included; none where `to` is earlier. */
export function eachDay(from: Day, to: Day): Day[] {
  const first = toNumber(from);
  return Array.from({ length: Math.max(0, toNumber(to) - first + 1) }, (_, index) => fromNumber(first + index));
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(day: Day): number {
  return ((((toNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/** Whether a zone is one that this machine's IANA list knows. */
export function isZone(zone: string): boolean {
  try {
    calendar(zone);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

const numbers = new Map<Day, number>();
const days = new Map<number, Day>();

/** Days since 1970-01-01. Remembered: a run asks for the same few hundred days some million times. */
function toNumber(day: Day): number {
  let number = numbers.get(day);
  if (number === undefined) {
    number = Date.parse(`${day}T00:00:00Z`) / MILLISECONDS;
    numbers.set(day, number);
  }
  return number;
}

function fromNumber(number: number): Day {
  let day = days.get(number);
  if (day === undefined) {
    day = new Date(number * MILLISECONDS).toISOString().slice(0, 10);
    days.set(number, day);
  }
  return day;
}
