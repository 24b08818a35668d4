import { addDays, type Day } from '#model/day.ts';
import type { Reason } from '#model/figure.ts';
import type { PostFigure } from '#model/post.ts';
import type { Value } from '#model/observation.ts';
import type { Span } from '#model/run.ts';

/** A count as a post's figure; what is no count (absent, negative, fractional) is not known. Platforms hide counts by -1. */
export function counted(metric: string, value: number | null | undefined, reason: Reason = 'not-offered'): PostFigure {
  return isCount(value) ? { value, metric } : { value: null, reason, metric };
}

/** A count as one day's value. */
export function dated(day: Day, observed: Day, value: number | null | undefined, reason: Reason = 'not-offered'): Value {
  return isCount(value) ? { day, value, observed } : { day, value: null, reason, observed };
}

/** Days in order as stretches without a break. */
export function stretches(days: readonly Day[]): Span[] {
  const spans: Span[] = [];
  for (const day of days) {
    const last = spans.at(-1);
    if (last && addDays(last.to, 1) === day) spans[spans.length - 1] = { from: last.from, to: day };
    else spans.push({ from: day, to: day });
  }
  return spans;
}

function isCount(value: number | null | undefined): value is number {
  return value !== null && value !== undefined && Number.isSafeInteger(value) && value >= 0;
}
