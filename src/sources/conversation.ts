import type { Account } from '#model/agency.ts';
import type { Comment } from '#model/comment.ts';
import { addDays, type Day } from '#model/day.ts';
import { SecretError, SourceError } from '#model/error.ts';
import type { Series, Value } from '#model/observation.ts';
import { periodsWithin, type Period } from '#model/period.ts';
import type { Gap, Span } from '#model/run.ts';
import type { ApiSource, AskComments } from './source.ts';

/** A week or month whose comments are counted. */
export interface Stretch extends Span {
  readonly window: 'week' | 'month';
}

/** Days after its end on which a week or month is counted for the last time; then its count is frozen. */
export const CLOSES = 7;
/** Days after its end on which one that was missed is still made good, and accounts that can't be read are waited for. */
const MENDED = 35;
/** Days after its end from which on nobody reads a month's comments any more. */
const LATEST = 42;
/** Comments are read under posts of the stretch and of so many days before it. */
export const UNDER = 28;

/**
 * The weeks and months to count, by committed data alone: each once as soon as it is over, so that a report has a figure, and once more from
 * `CLOSES` days after its end on, when it is frozen. One that was missed is made good. Oldest first.
 */
export function openStretches(account: Account, series: readonly Series[], today: Day): Stretch[] {
  const from = addDays(today, -MENDED);
  const counted = series.filter((one) => one.measure === 'comments' && one.metric === METRIC);
  const isDue = ({ window, to }: Stretch): boolean => {
    const days = counted
      .filter((one) => one.window === window)
      // As the data stood before today: a second run of the day asks the same as the first.
      .flatMap(({ values }) => values.filter(({ day, value, observed }) => day === to && value !== null && observed < today))
      .map(({ observed }) => observed);
    const closes = addDays(to, CLOSES);
    return days.length === 0 || (closes <= today && days.every((day) => day < closes));
  };
  return (['month', 'week'] as const)
    .flatMap((window) => periodsWithin(from, today, window).map(({ from: first, to }): Stretch => ({ window, from: first, to })))
    .filter((one) => one.from >= account.since && one.to >= from && one.to < today && isDue(one))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** A month of which it is to be written what people's comments say. */
export interface Closing {
  readonly month: Period;
  /** Whether accounts that can't be read are waited for no longer. */
  readonly last: boolean;
}

/**
 * The months of which it has not been written yet what their comments say, though they are closed. `written` gives the day on which that was
 * done. Oldest first.
 */
export function closingMonths(written: (month: string) => Day | undefined, today: Day): Closing[] {
  return periodsWithin(addDays(today, -LATEST), today, 'month')
    .filter(({ id, to }) => addDays(to, CLOSES) <= today && today <= addDays(to, LATEST) && (written(id) ?? today) >= today)
    .map((month) => ({ month, last: today >= addDays(month.to, MENDED) }));
}

const METRIC = 'comments, counted one by one';

export interface Conversation {
  readonly series: Series[];
  readonly gaps: Gap[];
}

/**
 * Counts what people other than the agency wrote, by the day of writing, in each stretch. Comments pass one by one and go to `hear` as well;
 * none is kept. Where a page can't be read no stretch is whole: all are null with that reason.
 */
export async function converse(
  source: ApiSource,
  ask: AskComments,
  stretches: readonly Stretch[],
  hear: (comment: Comment) => void,
): Promise<Conversation> {
  const counts = stretches.map(() => 0);
  const made = (valueOf: (index: number) => Pick<Value, 'value' | 'reason'>): Series[] =>
    (['week', 'month'] as const).flatMap((window) => {
      const values = stretches.flatMap((one, index) =>
        one.window === window ? [{ day: one.to, ...valueOf(index), observed: ask.today }] : [],
      );
      return values.length === 0
        ? []
        : [{ measure: 'comments', window, dimensions: {}, source: source.declaration.id, metric: METRIC, api: ask.api, values }];
    });
  try {
    for await (const comment of source.comments?.(ask) ?? []) {
      if (comment.day < ask.written.from || comment.day > ask.written.to) continue;
      hear(comment);
      if (comment.own) continue;
      stretches.forEach(({ from, to }, index) => {
        if (from <= comment.day && comment.day <= to) counts[index] = (counts[index] ?? 0) + 1;
      });
    }
    return { series: made((index) => ({ value: counts[index] ?? 0 })), gaps: [] };
  } catch (error) {
    if (!(error instanceof SourceError || error instanceof SecretError)) throw error;
    const reason = error instanceof SecretError ? 'secret-missing' : 'failed';
    const gap: Gap = { measure: 'comments', ...ask.written, reason, detail: error.message.slice(0, 300) };
    return { series: made(() => ({ value: null, reason })), gaps: [gap] };
  }
}
