import { LABELS, type Label } from '#model/label.ts';
import type { Confusion, LabelCounts } from '#model/opinion.ts';
import { wilson, type Interval } from './interval.ts';

/** Comments that a classifier has labelled, all of them, and a random sample of them that a person has labelled too. */
export interface Sampled {
  readonly comments: number;
  /** What the classifier said of all. One that is hidden (null) must not be asked for. */
  readonly predicted: LabelCounts;
  readonly sample: Confusion;
}

/** What is estimated, and where it lies with 95 % confidence. */
export interface Corrected {
  readonly value: number;
  readonly interval: Interval;
}

/** What a comment adds, by its label. */
type Marks = Readonly<Record<Label, number>>;

/** So much of a comment is added to each of the nine cells, lest what the sample does not hold be taken for impossible. */
const UNSEEN = 0.25;
/** With fewer labels of the rarer kind the interval is at least as wide as one from the labels alone. */
const FEW = 10;

/** Of one stratum: its part of all comments, how many are labelled, and what people (y) and the classifier (f) say in the sample. */
interface Stratum extends Moments {
  readonly weight: number;
  readonly n: number;
  /** 1/n - 1/N: how much there is to learn from those that nobody has labelled. */
  readonly unlabelled: number;
  /** Of all comments, as the classifier has it. */
  readonly mean: number;
  /** With what was not seen thought in. */
  readonly wary: Moments;
}

interface Moments {
  readonly y: number;
  readonly f: number;
  readonly varY: number;
  readonly varF: number;
  readonly cov: number;
}

/**
 * The share of a label among comments, by prediction-powered inference: theta = Y + L (F_N - F_n), with the L that makes its variance smallest,
 * kept between 0 and 1: Cov(Y, f) / (Var f (1 + n/N)); Var = Var(Y - L f) / n + L² Var f / N (Angelopoulos, Duchi and Zrnic, PPI++, arXiv 2311.01453). N
 * are there the comments that nobody has labelled; said of all of them, the labelled ones among them, it comes to L = Cov(Y, f) / Var f and
 * Var = Var Y / n - (1/n - 1/N) (2 L Cov - L² Var f). Over several strata (months, accounts), each with a sample of its own, means and variances are
 * weighed by their comments, and one L serves all. The interval is Wilson's for as many labels as would give that variance, so that it bends
 * away from 0 and 1.
 */
export function correctedShare(label: Label, sampled: readonly Sampled[]): Corrected {
  const marks = { ...NOTHING, [label]: 1 };
  const strata = strataOf(marks, sampled);
  const power = powerOf(strata);
  const [n, alone] = [sum(strata, (one) => one.n), meanOf(strata, 0)];
  const value = within(meanOf(strata, power), 0, 1);
  const interval = around(value, varianceOf(strata, power), n);
  const count = sum(sampled, ({ sample }) => rowOf(sample, label));
  return { value, interval: Math.min(count, n - count) < FEW ? hull(interval, wilson(alone, n)) : interval };
}

/** Positive less negative, of all comments, likewise: from -1 to 1. */
export function correctedNet(sampled: readonly Sampled[]): Corrected {
  const strata = strataOf({ positive: 1, neutral: 0, negative: -1 }, sampled);
  const power = powerOf(strata);
  const n = sum(strata, (one) => one.n);
  const value = within(meanOf(strata, power), -1, 1);
  const { from, to } = around((value + 1) / 2, varianceOf(strata, power) / 4, n);
  return { value, interval: { from: 2 * from - 1, to: 2 * to - 1 } };
}

/** The positive as a share of the positive and the negative, likewise, the ratio linearised. Undefined where the sample holds neither. */
export function correctedScore(sampled: readonly Sampled[]): Corrected | undefined {
  const [positive, negative] = [
    { ...NOTHING, positive: 1 },
    { ...NOTHING, negative: 1 },
  ].map((marks) => strataOf(marks, sampled));
  if (!positive || !negative) return undefined;
  const found = meanOf(positive, 0) + meanOf(negative, 0);
  if (found === 0) return undefined;
  const alone = meanOf(positive, 0) / found;
  const power = powerOf(strataOf(residue(alone), sampled));
  const [above, below] = [positive, negative].map((strata) => Math.max(0, meanOf(strata, power))) as [number, number];
  if (above + below === 0) return undefined;
  const value = above / (above + below);
  const variance = varianceOf(strataOf(residue(value), sampled), power) / (above + below) ** 2;
  const counts = (['positive', 'negative'] as const).map((label) => sum(sampled, ({ sample }) => rowOf(sample, label)));
  const n = sum(counts, (count) => count);
  const interval = around(value, variance, n);
  return { value, interval: Math.min(...counts) < FEW ? hull(interval, wilson(alone, n)) : interval };
}

/** How many comments a sample holds. */
export function sizeOf(sample: Confusion): number {
  return sum(LABELS, (label) => rowOf(sample, label));
}

const NOTHING: Marks = { positive: 0, neutral: 0, negative: 0 };

/** What a comment adds to a ratio of the positive to both, less that ratio: on the whole it comes to nothing. */
function residue(ratio: number): Marks {
  return { positive: 1 - ratio, neutral: 0, negative: -ratio };
}

/** Wilson's interval for a share whose variance is known, with as many labels as would have given it. */
function around(share: number, variance: number, n: number): Interval {
  const inner = (share * n + 1) / (n + 2);
  return wilson(share, (inner * (1 - inner)) / variance);
}

function strataOf(marks: Marks, sampled: readonly Sampled[]): Stratum[] {
  const whole = sum(sampled, ({ comments }) => comments);
  return sampled.map(({ comments, predicted, sample }) => {
    const n = sizeOf(sample);
    return {
      ...momentsOf(marks, sample, 0),
      weight: comments / whole,
      n,
      unlabelled: Math.max(0, 1 / n - 1 / comments),
      mean: sum(LABELS, (label) => (marks[label] === 0 ? 0 : marks[label] * (predicted[label] ?? 0))) / comments,
      wary: momentsOf(marks, sample, UNSEEN / sampled.length),
    };
  });
}

/** How far the classifier is to be trusted: 0, and the labels speak alone; 1, and it speaks for all that nobody has labelled. */
function powerOf(strata: readonly Stratum[]): number {
  const shared = sum(strata, ({ weight, unlabelled, cov }) => weight ** 2 * unlabelled * cov);
  const own = sum(strata, ({ weight, unlabelled, varF }) => weight ** 2 * unlabelled * varF);
  return own === 0 ? 0 : within(shared / own, 0, 1);
}

function meanOf(strata: readonly Stratum[], power: number): number {
  return sum(strata, ({ weight, y, f, mean }) => weight * (y + power * (mean - f)));
}

function varianceOf(strata: readonly Stratum[], power: number): number {
  return sum(strata, ({ weight, n, unlabelled, wary: { varY, varF, cov } }) => {
    const gained = unlabelled * (2 * power * cov - power ** 2 * varF);
    return weight ** 2 * (varY / Math.max(1, n - 1) - gained);
  });
}

/** Means, variances and covariance of what people and the classifier say, each of the nine cells counted `more`. */
function momentsOf(marks: Marks, sample: Confusion, more: number): Moments {
  let [n, y, f, yy, ff, yf] = [0, 0, 0, 0, 0, 0];
  for (const truth of LABELS) {
    for (const said of LABELS) {
      const count = sample[truth][said] + more;
      const [a, b] = [marks[truth], marks[said]];
      n += count;
      y += count * a;
      f += count * b;
      yy += count * a * a;
      ff += count * b * b;
      yf += count * a * b;
    }
  }
  return { y: y / n, f: f / n, varY: yy / n - (y / n) ** 2, varF: ff / n - (f / n) ** 2, cov: yf / n - (y * f) / n ** 2 };
}

function rowOf(sample: Confusion, label: Label): number {
  return sum(LABELS, (said) => sample[label][said]);
}

function hull(one: Interval, other: Interval): Interval {
  return { from: Math.min(one.from, other.from), to: Math.max(one.to, other.to) };
}

function within(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

function sum<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((all, one) => all + of(one), 0);
}
