import { addDays, instantOf } from '#model/day.ts';
import type { Measure } from '#model/measure.ts';
import type { Gap, Span } from '#model/run.ts';

/**
 * Says that a platform counts days in another zone than the agency's, where midnight differs at either end of the days: its figures stand
 * on its own days, and a person can set the zone right. `theirs` is an IANA name or an offset such as `UTC+7`, `GMT+07:00`.
 */
export function otherZone(theirs: string, ours: string, measure: Measure, span: Span): Gap | undefined {
  const zone = readable(theirs);
  const midnight = (day: string, of: string): number => instantOf(`${day}T00:00`, of).getTime();
  const same = zone !== undefined && [span.from, addDays(span.to, 1)].every((day) => midnight(day, zone) === midnight(day, ours));
  if (same) return undefined;
  return {
    measure,
    ...span,
    reason: 'not-comparable',
    detail: `its days are those of ${theirs.slice(0, 60)}, the agency's those of ${ours}: figures stand on the platform's days; set its time zone to ${ours}`,
  };
}

function readable(zone: string): string | undefined {
  const offset = /^(?:UTC|GMT)([+-])(\d{1,2})(?:(?::(\d{2}))|\.(\d{1,2}))?$/.exec(zone);
  const name = offset
    ? `${offset[1]}${(offset[2] ?? '').padStart(2, '0')}:${offset[3] ?? String(Math.round(Number(`0.${offset[4] ?? 0}`) * 60)).padStart(2, '0')}`
    : zone;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
