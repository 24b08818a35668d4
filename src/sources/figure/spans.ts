import { addDays, weekday, type Day } from '#model/day.ts';
import type { Span } from '#model/run.ts';

/** A stretch of days in pieces of at most so many, for platforms that answer only so much at once. */
export function pieces(span: Span, days: number): Span[] {
  const found: Span[] = [];
  for (let from = span.from; from <= span.to; from = addDays(from, days)) {
    const last = addDays(from, days - 1);
    found.push({ from, to: last < span.to ? last : span.to });
  }
  return found;
}

/** Weeks from Monday to Sunday whose last day is among these; the first may begin before them. */
export function weeks(span: Span): Span[] {
  const found: Span[] = [];
  for (let to = addDays(span.from, 7 - weekday(span.from)); to <= span.to; to = addDays(to, 7)) {
    found.push({ from: addDays(to, -6), to });
  }
  return found;
}

/** Months whose last day is among these; the first may begin before them. */
export function months(span: Span): Span[] {
  const found: Span[] = [];
  for (let from = first(span.from); ; from = first(addDays(from, 31))) {
    const to = addDays(first(addDays(from, 31)), -1);
    if (to > span.to) return found;
    found.push({ from, to });
  }
}

function first(day: Day): Day {
  return `${day.slice(0, 8)}01`;
}
