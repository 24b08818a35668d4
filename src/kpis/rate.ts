import { divide, isKnown, known, missing, type Figure } from '#model/figure.ts';
import type { Measure } from '#model/measure.ts';
import type { AccountFacts, Outcome, PostFacts } from './kpi.ts';
import { postCoverage, early, postValues, ratioOf, type Part } from './total.ts';
import { alike } from './whole.ts';

/** One measure per post: the sum over posts that give it, divided by how many those are. */
export function perPost(measure: Measure, accounts: readonly AccountFacts[]): Outcome {
  return ratioOf(
    postValues(
      accounts,
      () => [measure],
      (post) => post.figures[measure] ?? missing('not-offered'),
    ).map((one) => {
      const numerator = one.values.reduce((sum, value) => sum + value, 0);
      const denominator = one.values.length;
      const figure = denominator === 0 ? missing(one.reason) : divide(known(numerator), known(denominator));
      return { ...one, figure, numerator, denominator, n: denominator };
    }),
  );
}

/** Two figures of a post, of which the first is divided by the second. */
interface Pair {
  readonly above: (post: PostFacts) => Figure;
  readonly below: (post: PostFacts) => Figure;
  /** What the two rest on. */
  readonly measures: (facts: AccountFacts) => readonly Measure[];
}

/** All of one figure over all of another, over the posts that give both: never a mean of the posts' own ratios. */
export function pooled({ above, below, measures }: Pair, accounts: readonly AccountFacts[]): Outcome {
  return ratioOf(
    accounts.map((one): Part => {
      const base = {
        account: one.account,
        ...postCoverage(one),
        grounds: measures(one).flatMap((measure) => one.grounds[measure] ?? []),
      };
      if (!isKnown(one.postsRead)) return { ...base, figure: missing(one.postsRead.reason) };
      const pairs = one.posts.map((post) => ({ post, first: above(post), second: below(post) }));
      const both = pairs.flatMap(({ post, first, second }) =>
        isKnown(first) && isKnown(second) ? [{ post, first: first.value, second: second.value }] : [],
      );
      const lost = pairs.flatMap(({ first, second }) => [second, first]).find((figure) => !isKnown(figure));
      const numerator = both.reduce((sum, { first }) => sum + first, 0);
      const denominator = both.reduce((sum, { second }) => sum + second, 0);
      const figure =
        both.length > 0
          ? divide(known(numerator), known(denominator))
          : missing(lost && !isKnown(lost) ? lost.reason : 'no-posts');
      const young = both.filter(({ post }) => post.early).length;
      return { ...base, ...early('posts', young), figure, numerator, denominator, n: both.length };
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
    below: (post) => post.figures[shown] ?? missing('not-offered'),
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
