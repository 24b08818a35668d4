import { z } from 'zod';

/** Why a figure is not known. Each has a sentence in every language (`reason.*`). */
export const Reason = z
  .enum([
    'not-offered',
    'not-in-export',
    'not-collected',
    'not-imported',
    'failed',
    'secret-missing',
    'withdrawn',
    'empty',
    'below-threshold',
    'not-additive',
    'not-comparable',
    'not-begun',
    'zero-denominator',
    'no-previous',
    'no-posts',
    'partial',
    'not-yet',
    'suppressed',
    'over-budget',
    'not-due',
    'unanswered',
    'too-few',
    'no-deadline',
    'no-calendar',
    'no-budget',
    'too-few-peers',
    'not-read',
    'not-closed',
  ])
  .describe('Why the value is not known');
export type Reason = z.infer<typeof Reason>;

/** A counted or computed number. 0 means "counted, none". */
export interface Known {
  readonly value: number;
}

/** "Not known" is not zero: it has no number, only a reason, so arithmetic on it does not compile. */
export interface Missing {
  readonly value: null;
  readonly reason: Reason;
}

export type Figure = Known | Missing;

export function known(value: number): Known {
  return { value };
}

export function missing(reason: Reason): Missing {
  return { value: null, reason };
}

export function isKnown(figure: Figure): figure is Known {
  return figure.value !== null;
}

/** A ratio; a zero denominator is not known, not infinite. */
export function divide(numerator: Figure, denominator: Figure): Figure {
  if (!isKnown(numerator)) return missing(numerator.reason);
  if (!isKnown(denominator)) return missing(denominator.reason);
  if (denominator.value === 0) return missing('zero-denominator');
  return known(numerator.value / denominator.value);
}

/** The median of known numbers, the mean of the middle two where their count is even. */
export function median(values: readonly number[], whenEmpty: Reason = 'empty'): Figure {
  if (values.length === 0) return missing(whenEmpty);
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] as number;
  return known(sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2);
}
