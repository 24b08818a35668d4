import { divide, known, missing } from '#model/figure.ts';
import type { Measure } from '#model/measure.ts';
import type { AccountFacts, Outcome } from './kpi.ts';
import { postValues, ratioOf } from './total.ts';

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
