import { isKnown, known, median, type Figure } from '#model/figure.ts';
import type { Measure } from '#model/measure.ts';
import type { AccountFacts, Outcome, PostFacts } from '../kpi.ts';
import { countedOf, coverage, members, postValues, tooFew } from './total.ts';

/**
 * The median over all posts of all accounts that give the figure; a median is never made from medians. An account of whose posts fewer than half
 * give it is left out.
 */
export function medianOf(
  accounts: readonly AccountFacts[],
  measures: (facts: AccountFacts) => readonly Measure[],
  pick: (post: PostFacts) => Figure | undefined,
): Outcome {
  const given = postValues(accounts, measures, pick);
  const parts = given.map((one) => ({ ...one, figure: tooFew(one) ?? known(one.values.length) }));
  const have = parts.filter(({ figure }) => isKnown(figure));
  const all = have.flatMap(({ values }) => values);
  const [first] = parts;
  return {
    figure: median(all, first && !isKnown(first.figure) ? first.figure.reason : 'empty'),
    n: all.length,
    ...coverage(have.length > 0 ? have : parts),
    ...countedOf(have.length > 0 ? have : parts),
    ...members(parts),
  };
}
