import { isKnown, known, missing } from '#model/figure.ts';
import { WAITS } from '#model/wait.ts';
import type { AccountFacts, Outcome } from './kpi.ts';
import { members, type Part } from './total.ts';
import { wholeOf } from './whole.ts';

interface Waited {
  readonly part: Part;
  readonly received: number;
  /** Answered complaints by the hours within which they were; `Infinity` in the open bin. */
  readonly bins: ReadonlyMap<number, number>;
}

/**
 * The hours within which so much of all complaints received was answered. Read out of bins, so that it is the upper edge of the bin in which
 * it lies: "within" is exact. The unanswered count as the longest, and are never left out. A bin of days ends with its last day.
 */
export function answeredWithin(share: number, accounts: readonly AccountFacts[]): Outcome {
  const all = accounts.map(waited);
  const have = all.filter(({ part }) => isKnown(part.figure));
  const base = members(all.map(({ part }) => part));
  const lost = all.flatMap(({ part }) => (isKnown(part.figure) ? [] : [part.figure.reason]));
  if (have.length === 0) return { figure: missing(lost[0] ?? 'empty'), ...base };
  const received = have.reduce((sum, one) => sum + one.received, 0);
  const bins = new Map<number, number>();
  for (const one of have) for (const [edge, count] of one.bins) bins.set(edge, (bins.get(edge) ?? 0) + count);
  const answered = [...bins.values()].reduce((sum, count) => sum + count, 0);
  const counts = { numerator: answered, denominator: received, n: received };
  if (received === 0) return { figure: missing('zero-denominator'), ...counts, ...base };
  const rank = Math.ceil(share * received);
  let sum = 0;
  for (const [edge, count] of [...bins].sort(([a], [b]) => a - b)) {
    sum += count;
    if (sum >= rank && Number.isFinite(edge)) return { figure: known(edge), ...counts, ...base };
  }
  return { figure: missing('unanswered'), ...counts, ...base };
}

function waited(one: AccountFacts): Waited {
  const [received, answered] = [wholeOf('complaints-received', one), wholeOf('complaints-answered', one)];
  const rows = (one.parts['complaints-answered'] ?? []).filter(({ dimensions }) => Object.keys(dimensions).join() === 'wait');
  const bins = new Map<number, number>();
  for (const { dimensions, figure } of rows) {
    const bin = WAITS.find(({ id }) => id === dimensions.wait);
    if (!bin || !isKnown(figure)) continue;
    const edge = bin.to === null ? Number.POSITIVE_INFINITY : bin.to * (bin.unit === 'd' ? 24 : 1);
    bins.set(edge, (bins.get(edge) ?? 0) + figure.value);
  }
  const known = [...bins.values()].reduce((sum, count) => sum + count, 0);
  const lost = [received, answered].flatMap(({ figure }) => (isKnown(figure) ? [] : [figure.reason]))[0];
  const reason = lost ?? (known === answered.figure.value ? undefined : ('partial' as const));
  const figure = reason === undefined ? answered.figure : missing(reason);
  return {
    part: { ...answered, figure, grounds: [...received.grounds, ...answered.grounds] },
    received: received.figure.value ?? 0,
    bins,
  };
}
