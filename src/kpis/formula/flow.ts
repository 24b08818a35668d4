import { isKnown, known, missing, type Figure } from '#model/figure.ts';
import type { Measure } from '#model/measure.ts';
import type { AccountFacts, Outcome } from '../kpi.ts';
import { early, sumOf, type Part } from './total.ts';

/** The total of a daily measure. It needs every day: a sum that lacks days is a lower bound, given as `numerator` with its days. */
export function totalOf(measure: Measure, accounts: readonly AccountFacts[]): Outcome {
  return sumOf(accounts.map((one) => part(measure, one)));
}

function part(measure: Measure, one: AccountFacts): Part {
  const daily = one.daily[measure];
  if (!daily || daily.expected === 0)
    return { account: one.account, figure: missing(daily?.reason ?? 'not-offered'), grounds: [] };
  const figure: Figure =
    daily.known === daily.expected ? known(daily.total) : missing(daily.known === 0 ? (daily.reason ?? 'partial') : 'partial');
  return {
    account: one.account,
    figure,
    ...(isKnown(figure) ? {} : { numerator: daily.total }),
    days: { known: daily.known, expected: daily.expected },
    ...early('days', daily.early),
    grounds: daily.grounds,
  };
}
