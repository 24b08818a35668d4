import { known, median, missing, type Figure } from '#model/figure.ts';
import type { Measure } from '#model/measure.ts';
import type { AccountFacts, Outcome, PostFacts } from './kpi.ts';
import { coverage, members, postValues } from './total.ts';

/** The median over all posts of all accounts that give the figure; a median is never made from medians. */
export function medianOf(
  accounts: readonly AccountFacts[],
  measures: (facts: AccountFacts) => readonly Measure[],
  pick: (post: PostFacts) => Figure,
): Outcome {
  const given = postValues(accounts, measures, pick);
  const all = given.flatMap((one) => one.values);
  const parts = given.map((one) => ({
    ...one,
    figure: one.values.length > 0 ? known(one.values.length) : missing(one.reason),
  }));
  const have = parts.filter(({ values }) => values.length > 0);
  return {
    figure: median(all, given[0]?.reason ?? 'empty'),
    n: all.length,
    ...coverage(have.length > 0 ? have : parts),
    ...members(parts),
  };
}
