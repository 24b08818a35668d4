import { LABELS } from '#model/label.ts';
import type { LabelCounts, Opinion, OpinionMonth, OpinionReport } from '#model/opinion.ts';
import { previous, type Period } from '#model/period.ts';
import { sizeOf } from '#opinion/share/correct.ts';
import { wilson } from '#opinion/share/interval.ts';
import { rounded } from './figures.ts';
import { first, notCounted, together, versionsOf } from './opinion-cells.ts';

const HISTORY = 13;

/** A period with the months of it that were counted, and what they say. */
export interface Past {
  readonly period: string;
  readonly months: readonly OpinionMonth[];
  /** Months that it has. */
  readonly expected: number;
  readonly cells: readonly Opinion[];
}

/** Up to 13 periods of a kind that end with this one, none of before the month with which reading began. Oldest first. */
export function periodsUntil(one: Period, begun: string | undefined): Period[] {
  const periods = [one];
  for (
    let before = previous(one);
    periods.length < HISTORY && begun !== undefined && begun <= before.to.slice(0, 7);
    before = previous(before)
  )
    periods.unshift(before);
  return periods;
}

/** Of all comments, each topic and each policy that the newest counted period tells of, period by period; one that was not counted is a gap. */
export function historyOf(past: readonly Past[]): OpinionReport['history'] {
  const newest = past.findLast(({ cells }) => cells.length > 0)?.cells ?? [];
  return newest.flatMap(({ of, id }) => {
    if (of !== 'all' && of !== 'topic' && of !== 'policy') return [];
    const points = past.flatMap(({ period, months, expected, cells }) => {
      const found = cells.find((cell) => cell.of === of && cell.id === id);
      if (!found && months.length > 0) return [];
      const { comments, labels, shares } = found ?? notCounted;
      const known = months.length;
      const part = known > 0 && known < expected ? { months: { known, expected } } : {};
      return [{ period, ...part, comments, labels, shares, classifier: versionsOf(months) }];
    });
    return [{ of, ...(id === undefined ? {} : { id }), points }];
  });
}

/** How often the classifier agreed with staff on the samples that were drawn from all comments: the largest of each month, by its comments. */
export function accuracyOf(months: readonly OpinionMonth[]): OpinionReport['accuracy'] {
  const drawn = months.flatMap((month) =>
    month.sittings
      .filter(({ scope, classifier }) => scope.of === 'all' && classifier === first(month).classifier)
      .flatMap(({ on, of, cells }) =>
        cells
          .filter((cell) => cell.of === 'all')
          .map(({ n, confusion }) => ({ confusion, sitting: { month: month.month, on, n, of } })),
      )
      .sort((a, b) => b.sitting.n - a.sitting.n)
      .slice(0, 1),
  );
  if (drawn.length === 0) return null;
  const confusion = together(drawn.map((one) => one.confusion));
  const n = sizeOf(confusion);
  const whole = drawn.reduce((sum, { sitting }) => sum + sitting.of, 0);
  const parts = drawn.map(({ confusion: one, sitting: { of, n: size } }) => {
    const right = LABELS.reduce((sum, label) => sum + one[label][label], 0) / size;
    return { weight: of / whole, right, size };
  });
  const share = parts.reduce((sum, { weight, right }) => sum + weight * right, 0);
  const variance = parts.reduce((sum, { weight, right, size }) => sum + (weight ** 2 * right * (1 - right)) / size, 0);
  // A sample of one size that would be as sure as these together.
  const { from, to } = wilson(share, variance > 0 ? Math.min(n, (share * (1 - share)) / variance) : n);
  return {
    n,
    share: rounded(share),
    interval: { from: rounded(from), to: rounded(to) },
    confusion,
    sittings: drawn.map(({ sitting }) => sitting),
  };
}

/** Months that two classifiers read: what each of them says of all comments. */
export function breaksIn(months: readonly OpinionMonth[]): OpinionReport['breaks'] {
  return months.flatMap(({ month, readings: [old, young] }) => {
    if (!old || !young) return [];
    const all = ({ cells }: typeof old): LabelCounts => cells.find(({ of }) => of === 'all')?.labels ?? notCounted.labels;
    return [{ month, from: old.classifier, to: young.classifier, before: all(old), after: all(young) }];
  });
}
