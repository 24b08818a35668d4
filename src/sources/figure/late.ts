import { daysBetween, eachDay, type Day } from '#model/day.ts';
import type { Measure } from '#model/measure.ts';
import type { Gap, Span } from '#model/run.ts';
import { stretches } from './figures.ts';

/** Days that were asked for and have no value: not counted yet where at most `delay` days lie between, else empty. */
export function lacking(
  measure: Measure,
  metric: string,
  span: Span,
  has: (day: Day) => boolean,
  { today, delay }: { readonly today: Day; readonly delay: number },
): Gap[] {
  const days = eachDay(span.from, span.to).filter((day) => !has(day));
  const late = (day: Day): boolean => daysBetween(day, today) <= delay;
  const gaps = (some: Day[], why: Gap['reason']): Gap[] =>
    stretches(some).map((each) => ({ measure, ...each, reason: why, detail: `${metric}: no value given` }));
  return [
    ...gaps(
      days.filter((day) => !late(day)),
      'empty',
    ),
    ...gaps(days.filter(late), 'not-yet'),
  ];
}
