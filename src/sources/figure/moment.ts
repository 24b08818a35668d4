import { SourceError } from '#model/error.ts';
import { dayOf, type Day } from '#model/day.ts';

/** An instant as the model keeps it, with its day in the agency's zone. */
export interface Moment {
  readonly day: Day;
  readonly at: string;
}

/** Reads the instants that platforms send: ISO 8601, also with an offset without colon (`+0000`, Meta). Throws `SourceError`. */
export function instant(text: string): Date {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s?(Z|[+-]\d{2}:?\d{2})$/.exec(text);
  const time = match
    ? Date.parse(`${match[1]}T${match[2]}${(match[3] as string).replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`)
    : Number.NaN;
  if (Number.isNaN(time)) throw new SourceError('the platform sent a time that is none; its API may have changed');
  return new Date(time);
}

/** The end of the year 9999 in milliseconds since 1970: dates beyond have no place in a file. */
const LAST = 253_402_300_799_999;

/** An instant that a platform counts in milliseconds since 1970. Throws `SourceError` for a number that is none. */
export function epoch(milliseconds: number): Date {
  if (!(milliseconds >= 0 && milliseconds <= LAST))
    throw new SourceError('the platform sent a time that is none; its API may have changed');
  return new Date(milliseconds);
}

/** When a comment was written, no closer than needed: the day in the zone, and the hour counted from the first of 1970. */
export function written(at: Date, zone: string): { readonly day: Day; readonly hour: number } {
  return { day: dayOf(at, zone), hour: Math.floor(at.getTime() / 3_600_000) };
}

/** The day in the zone, and the instant in UTC to the second. */
export function moment(at: Date, zone: string): Moment {
  return { day: dayOf(at, zone), at: at.toISOString().replace(/\.\d{3}Z$/, 'Z') };
}
