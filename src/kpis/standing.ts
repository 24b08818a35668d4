import { median } from '#model/figure.ts';

/** Of similar size: a third to three times as many followers. Rates fall as accounts grow, so that a wider band would rank by size. */
const TIMES = 3;
/** Others under which a percentile says more about who was chosen than about the one that is placed. A convention of ours. */
export const LEAST = 5;

/** Where a value lies among others. */
interface Standing {
  readonly n: number;
  readonly below: number;
  /** Share of the others that lie below, those that are equal counted half; null with fewer than `LEAST` others, and so are the rest. */
  readonly percentile: number | null;
  readonly low: number | null;
  readonly middle: number | null;
  readonly high: number | null;
}

/** The followers that an account of similar size may have. */
export function bandOf(followers: number): { from: number; to: number } {
  return { from: Math.ceil(followers / TIMES), to: Math.floor(followers * TIMES) };
}

/** Quartiles are the medians of the halves below and above the median, the middle value in neither (Moore and McCabe). */
export function standingOf(value: number, others: readonly number[]): Standing {
  const sorted = [...others].sort((a, b) => a - b);
  const n = sorted.length;
  const below = sorted.filter((other) => other < value).length;
  if (n < LEAST) return { n, below, percentile: null, low: null, middle: null, high: null };
  const equal = sorted.filter((other) => other === value).length;
  const half = Math.floor(n / 2);
  return {
    n,
    below,
    percentile: (below + equal / 2) / n,
    low: median(sorted.slice(0, half)).value,
    middle: median(sorted).value,
    high: median(sorted.slice(n - half)).value,
  };
}
