import { addDays, eachDay, type Day } from '#model/day.ts';
import type { Dimension } from '#model/dimension.ts';
import type { Measure } from '#model/measure.ts';
import type { Series, Value } from '#model/observation.ts';
import type { Gap, Span } from '#model/run.ts';
import type { Declaration } from '#model/source.ts';
import type { Export } from '../source.ts';

/** What one row of a register adds: to these measures, on this day, as a part of these. A null amount is not known, and makes its sum so. */
export interface Fact {
  readonly day: Day;
  readonly parts: Readonly<Partial<Record<Dimension, string>>>;
  readonly amounts: Readonly<Partial<Record<Measure, number | null>>>;
}

/** Days of other parts than these have a value only where the file has a row: a campaign of a week is not 0 all year. */
const FILLED: ReadonlySet<Dimension> = new Set(['channel']);

/**
 * Counts facts into every series that the declaration gives of the measures which the file has columns for. The file covers all of `span`,
 * so that a day or month without a row is "counted, none". Months that the span covers in part, and the day of the import, are left out.
 */
export function tally(
  file: Export,
  { id, api, gives }: Pick<Declaration, 'id' | 'api' | 'gives'>,
  measures: readonly Measure[],
  facts: readonly Fact[],
  span: Span,
): { series: Series[]; gaps: Gap[] } {
  const last = addDays(file.today, -1);
  const days = eachDay(span.from, span.to < last ? span.to : last);
  const months = days.filter((day) => endsMonth(day) && `${day.slice(0, 7)}-01` >= span.from);
  const series = gives
    .filter((given) => measures.includes(given.measure))
    .flatMap(({ measure, window, dimensions = [], metric }): Series[] => {
      const grid = window === 'month' ? months : days;
      const isFilled = window === 'month' || dimensions.every((one) => FILLED.has(one));
      const parts = new Map<string, { parts: Series['dimensions']; sums: Map<Day, number | null> }>();
      const zeros = (): Map<Day, number | null> => new Map(isFilled ? grid.map((day) => [day, 0]) : []);
      if (dimensions.length === 0) parts.set('{}', { parts: {}, sums: zeros() });
      for (const fact of facts) {
        const amount = fact.amounts[measure];
        if (amount === undefined || dimensions.some((one) => fact.parts[one] === undefined)) continue;
        const own = Object.fromEntries(dimensions.map((one) => [one, fact.parts[one]])) as Record<Dimension, string>;
        const key = JSON.stringify(own);
        const { sums } = parts.get(key) ?? { sums: zeros() };
        parts.set(key, { parts: own, sums });
        const at = window === 'month' ? monthEnd(fact.day) : fact.day;
        const before = sums.get(at) ?? (sums.has(at) ? null : 0);
        sums.set(at, before === null || amount === null ? null : before + amount);
      }
      const ends = new Set(grid);
      return [...parts]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, one]) => ({
          measure,
          window: window ?? 'day',
          dimensions: one.parts,
          source: id,
          metric,
          api,
          values: [...one.sums]
            .filter(([day]) => ends.has(day))
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([day, value]) => valueOf(file, day, value)),
        }))
        .filter((one) => one.values.length > 0);
    });
  const monthly = gives.some((given) => given.window === 'month' && measures.includes(given.measure));
  return { series, gaps: [...missing(gives, measures, span), ...(monthly ? partial(span, months, last) : [])] };
}

/** The last day of the month in which a day lies. */
export function monthEnd(day: Day): Day {
  return addDays(`${addDays(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-01`, -1);
}

function endsMonth(day: Day): boolean {
  return day === monthEnd(day);
}

function valueOf(file: Export, day: Day, value: number | null): Value {
  const rest = { observed: file.today, file: file.file };
  return value === null ? { day, value, reason: 'empty', ...rest } : { day, value, ...rest };
}

/** Wholes that the source could give and this file has no column for. */
function missing(gives: Declaration['gives'], measures: readonly Measure[], span: Span): Gap[] {
  const wholes = new Map(gives.map(({ measure, metric }) => [measure, metric]));
  return [...wholes]
    .filter(([measure]) => !measures.includes(measure))
    .map(([measure, metric]) => ({
      measure,
      ...span,
      reason: 'not-in-export',
      detail: `the file has no column for "${metric}"`,
    }));
}

/** Days of the span that belong to months which it does not cover, or which are not over. */
function partial(span: Span, months: readonly Day[], last: Day): Gap[] {
  const detail = 'the file covers this month in part: its monthly figures are not counted';
  const first = months[0];
  const end = months.at(-1);
  if (first === undefined || end === undefined) return [{ ...span, reason: 'partial', detail }];
  const begin = `${first.slice(0, 7)}-01`;
  return [
    ...(span.from < begin ? [{ from: span.from, to: addDays(begin, -1), reason: 'partial' as const, detail }] : []),
    ...(end < span.to && end < last ? [{ from: addDays(end, 1), to: span.to, reason: 'partial' as const, detail }] : []),
  ];
}
