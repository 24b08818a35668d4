import type { Agency } from '#model/agency.ts';
import type { Office } from '#model/calendar.ts';
import { ConfigError } from '#model/error.ts';
import type { Data } from '#store/read.ts';

/** When an agency works and what it promises. Throws a `ConfigError` where it names a calendar that is not there. */
export function officeOf(data: Data, { id, calendar, hours = [], deadlines = [] }: Agency): Office {
  const found = calendar === undefined ? undefined : data.calendar(calendar);
  if (calendar !== undefined && !found)
    throw new ConfigError(
      `agency.json of ${id} names the calendar "${calendar}", and data/calendars/${calendar}.json is not there; add it, or take the line out`,
    );
  return { ...(found ? { calendar: found } : {}), hours, deadlines };
}
