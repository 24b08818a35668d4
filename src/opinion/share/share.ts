import { missing, type Missing, type Reason } from '#model/figure.ts';
import { LABELS, type Label } from '#model/label.ts';
import { EACH, ENOUGH, type Confusion, type Estimate, type LabelCounts, type Opinion } from '#model/opinion.ts';
import { correctedNet, correctedScore, correctedShare, sizeOf, type Corrected, type Sampled } from './correct.ts';

/** Comments that were counted together: those of a cell in one month. Several make a quarter, or what several accounts say. */
export interface Counted {
  readonly comments: number | null;
  readonly labels: LabelCounts;
  /** Version of the classifier that labelled them. */
  readonly classifier: string;
  /** A random sample of them that staff labelled, beside what the classifier of that sitting says of all. */
  readonly sample?: { readonly predicted: LabelCounts; readonly confusion: Confusion };
}

/** What is said in comments, as far as it can be told. */
export type Told = Omit<Opinion, 'of' | 'id'>;

/**
 * Counts become shares: corrected, with an interval, where a random sample of at least 100 of these very comments was labelled, some of every
 * part of them; else as the classifier has them, without one. Nothing is said of a row that is hidden; and what two
 * classifiers counted is not added up.
 */
export function toldOf(parts: readonly Counted[]): Told {
  const own = parts.filter(({ comments }) => comments !== 0);
  const comments = own.every((part) => part.comments !== null) ? sum(own, (part) => part.comments ?? 0) : null;
  const isMixed = new Set(own.map(({ classifier }) => classifier)).size > 1;
  const labels = Object.fromEntries(LABELS.map((label) => [label, isMixed ? null : added(own, label)])) as LabelCounts;
  const lost: Reason | undefined = comments === 0 ? 'zero-denominator' : isMixed ? 'not-comparable' : undefined;
  const sampled = comments === null ? undefined : sampledOf(own);
  const [positive, neutral, negative] = LABELS.map((label) =>
    estimate(lost ? missing(lost) : ratio(labels[label], comments), sampled && correctedShare(label, sampled)),
  ) as [Estimate, Estimate, Estimate];
  const { positive: plus, negative: minus } = labels;
  const polar = plus === null || minus === null ? null : plus + minus;
  return {
    comments,
    ...(comments === null ? { reason: 'suppressed' as const } : lost === 'not-comparable' ? { reason: lost } : {}),
    labels,
    shares: { positive, neutral, negative },
    net: estimate(
      lost ? missing(lost) : ratio(plus === null || minus === null ? null : plus - minus, comments),
      sampled && correctedNet(sampled),
    ),
    score: estimate(lost ? missing(lost) : ratio(plus, polar), sampled && correctedScore(sampled)),
    n: sampled ? sum(sampled, ({ sample }) => sizeOf(sample)) : 0,
  };
}

/** The samples, if there is one of every part and together they are enough. */
function sampledOf(parts: readonly Counted[]): Sampled[] | undefined {
  const sampled = parts.flatMap(({ comments, sample }): Sampled[] => {
    if (!sample || comments === null || sizeOf(sample.confusion) < EACH) return [];
    if (LABELS.some((label) => sample.predicted[label] === null)) return [];
    return [{ comments, predicted: sample.predicted, sample: sample.confusion }];
  });
  const n = sum(sampled, ({ sample }) => sizeOf(sample));
  return sampled.length === parts.length && n >= ENOUGH ? sampled : undefined;
}

function added(parts: readonly Counted[], label: Label): number | null {
  return parts.every(({ labels }) => labels[label] !== null) ? sum(parts, ({ labels }) => labels[label] ?? 0) : null;
}

/** What is not known of counts is hidden. */
function ratio(part: number | null, whole: number | null): { readonly value: number } | Missing {
  if (part === null || whole === null) return missing('suppressed');
  return whole === 0 ? missing('zero-denominator') : { value: part / whole };
}

function estimate(raw: { readonly value: number } | Missing, corrected: Corrected | undefined): Estimate {
  if (corrected) return { value: corrected.value, raw: raw.value, interval: corrected.interval };
  return raw.value === null ? { value: null, reason: raw.reason, raw: null } : { value: raw.value, raw: raw.value };
}

function sum<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((all, one) => all + of(one), 0);
}
