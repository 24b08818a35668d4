import { z } from 'zod';

/**
 * A calendar day in the agency's own time zone, `YYYY-MM-DD`. Days compare and sort as text.
 * A day is never made by cutting a UTC time stamp: 00:30 in Jayapura is still yesterday in UTC.
 */
export const Day = z.iso.date().describe("A calendar day in the agency's time zone");
export type Day = z.infer<typeof Day>;

const MILLISECONDS = 86_400_000;
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
  const { year, month, day } = parts(instant, zone);
  return `${year?.padStart(4, '0')}-${month}-${day}`;
}

/** The hour of the day, 0 to 23, that an instant shows in an IANA zone. */
export function hourOf(instant: Date, zone: string): number {
  return Number(parts(instant, zone)['hour']);
}

/** The instant at which a wall-clock time (`YYYY-MM-DDTHH:mm[:ss]`) shows in a zone; the earlier one where it shows twice. */
export function instantOf(wall: string, zone: string): Date {
  const target = Date.parse(`${wall.length === 16 ? `${wall}:00` : wall}Z`);
  let guess = target;
  for (let turn = 0; turn < 3; turn += 1) {
    const { year, month, day, hour, minute, second } = parts(new Date(guess), zone);
    const shown = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    if (shown === target) break;
    guess += target - shown;
  }
  return new Date(guess);
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
