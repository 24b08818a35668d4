import { divide, known, type Figure } from '#model/figure.ts';
import type { Measure } from '#model/measure.ts';
import type { AccountFacts, Outcome, PostFacts } from '../kpi.ts';
import { postValues, ratioOf, tooFew, type Part, type PostValues } from './total.ts';
import { alike } from './whole.ts';

/** One measure per post: the sum over posts that give it, divided by how many those are. Not known where fewer than half of those that carry it do. */
export function perPost(measure: Measure, accounts: readonly AccountFacts[]): Outcome {
  return ratioOf(
    postValues(
      accounts,
      () => [measure],
      (post) => post.figures[measure],
    ).map((one) => {
      const numerator = one.values.reduce((sum, value) => sum + value, 0);
      const denominator = one.values.length;
      return { ...one, figure: tooFew(one) ?? known(numerator / denominator), numerator, denominator, n: denominator };
    }),
  );
}

/** Two figures of a post, of which the first is divided by the second; undefined where the post does not carry it. */
interface Pair {
  readonly above: (post: PostFacts) => Figure | undefined;
  readonly below: (post: PostFacts) => Figure | undefined;
  /** What the two rest on. */
  readonly measures: (facts: AccountFacts) => readonly Measure[];
}

/**
 * All of one figure over all of another, over the posts that give both: never a mean of the posts' own ratios. Not known where fewer than half of
 * those that carry both do.
 */
export function pooled({ above, below, measures }: Pair, accounts: readonly AccountFacts[]): Outcome {
  const bothOf = (post: PostFacts) => [below(post), above(post)] as const;
  const lost = (post: PostFacts): Figure | undefined => {
    const both = bothOf(post);
    return both.includes(undefined) ? undefined : (both.find((figure) => figure?.value === null) ?? known(1));
  };
  const given = postValues(accounts, measures, lost);
  return ratioOf(
    accounts.map((one, index): Part => {
      const { values: _, reason, ...base } = given[index] as PostValues;
      const few = tooFew({ ...base, reason });
      if (few) return { ...base, figure: few, n: base.counted.known };
      const pairs = one.posts.map(bothOf).filter(([second, first]) => first?.value != null && second?.value != null);
      const numerator = pairs.reduce((sum, [, first]) => sum + (first?.value ?? 0), 0);
      const denominator = pairs.reduce((sum, [second]) => sum + (second?.value ?? 0), 0);
      return { ...base, figure: divide(known(numerator), known(denominator)), numerator, denominator, n: base.counted.known };
    }),
  );
}

/**
 * One figure of posts for each time that they were shown. How often a post was shown is another count on each platform (X: on a screen,
 * YouTube: the thumbnail): several accounts become one figure only where they count alike.
 */
export function perShowing(
  shown: 'impressions' | 'views',
  pair: Omit<Pair, 'below'>,
  accounts: readonly AccountFacts[],
): Outcome {
  const whole: Pair = {
    ...pair,
    below: (post) => post.figures[shown],
    measures: (one) => [shown, ...pair.measures(one)],
  };
  const kind = ({ grounds }: AccountFacts) =>
    [...new Set((grounds[shown] ?? []).map(({ source, metric }) => `${source} ${metric}`))].sort().join();
  return alike(accounts, kind, (some) => pooled(whole, some));
}

/** Engagements for each time that posts were shown. */
export function engagementsPer(shown: 'impressions' | 'views', accounts: readonly AccountFacts[]): Outcome {
  return perShowing(shown, { above: (post) => post.engagements, measures: (one) => one.actions }, accounts);
}
