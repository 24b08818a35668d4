import { eachDay, daysBetween, type Day } from '#model/day.ts';
import { DataError } from '#model/error.ts';
import type { Span } from '#model/run.ts';
import type { MonthDay } from './date.ts';
import type { Export } from '../source.ts';

/** Days without any row, in a file of days, that tell where it begins. */
const BREAK = 31;
const WHERE = 'say --year YYYY (the year of the last day in the file) or --from YYYY-MM-DD --to YYYY-MM-DD';

/**
 * The days that a file writes without a year, such as `April 12`. The year comes from the days that the file is said to cover, by the
 * person or by its name, else from the year of its last day; December before January is then the year before. It is never guessed from
 * the day of the import: a file may be old. Throws a `DataError` where nothing settles it.
 */
export function dayIn(
  file: Export,
  named: Span | undefined,
  days: readonly MonthDay[],
  line: number,
): (day: MonthDay) => Day | undefined {
  const span = file.span ?? named;
  const refuse = (message: string): DataError =>
    new DataError([{ file: file.name, line, column: 1, rule: 'year', message: `${message}; ${WHERE}` }]);
  if (span) {
    const all = daysBetween(span.from, span.to) > 366 ? [] : eachDay(span.from, span.to);
    const covered = new Map(all.map((day) => [day.slice(5), day]));
    if (all.length === 0 || covered.size < all.length)
      throw refuse(`the dates have no year, and ${span.from} to ${span.to} is more than one`);
    return (day) => covered.get(day);
  }
  const { year } = file;
  if (year === undefined) throw refuse('the dates have no year');
  if (year < 2004 || year > Number(file.today.slice(0, 4))) throw refuse(`no file has days of ${year}`);
  // A leap year, so that every day of the calendar is there.
  const found = [...new Set(days)].sort();
  const gaps = found.map((day, index) => {
    const next = found[index + 1];
    return daysBetween(`2024-${day}`, next === undefined ? `2025-${found[0]}` : `2024-${next}`);
  });
  const widest = Math.max(...gaps);
  if (found.length > 1 && widest < BREAK) throw refuse('the days go round the whole year, so that their first can’t be told');
  if (gaps.filter((gap) => gap === widest).length > 1) throw refuse('the days have no one beginning');
  const last = found[gaps.indexOf(widest)] ?? '12-31';
  return (day) => `${day <= last ? year : year - 1}-${day}`;
}
