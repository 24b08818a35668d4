import { isKnown, known, missing } from '#model/figure.ts';
import type { Measure } from '#model/measure.ts';
import type { AccountFacts, Outcome } from '../kpi.ts';
import { ratioOf, type Part } from './total.ts';
import { alike, wholeOf, wholesOf } from './whole.ts';

/** Money spent, in one currency; never changed into another. */
export function spent(accounts: readonly AccountFacts[]): Outcome {
  return inOneCurrency(accounts, (some) => wholesOf('spend', some));
}

/** What so many of something cost: all money divided by all of it. Accounts that lack one of the two are left out of both. */
export function costOf(measure: Measure, accounts: readonly AccountFacts[], times = 1): Outcome {
  return inOneCurrency(accounts, (some) => {
    const outcome = ratioOf(
      some.map((one): Part => {
        const [spend, count] = [wholeOf('spend', one), wholeOf(measure, one)];
        const lost = [spend, count].flatMap(({ figure }) => (isKnown(figure) ? [] : [figure.reason]))[0];
        if (lost !== undefined) return { account: one.account, figure: missing(lost), grounds: [] };
        const [numerator, denominator] = [spend.figure.value ?? 0, count.figure.value ?? 0];
        const grounds = [...spend.grounds, ...count.grounds];
        const young = (spend.early?.count ?? 0) > (count.early?.count ?? 0) ? spend.early : count.early;
        return {
          account: one.account,
          figure: known(numerator),
          numerator,
          denominator,
          ...(young ? { early: young } : {}),
          grounds,
        };
      }),
    );
    return isKnown(outcome.figure) ? { ...outcome, figure: known(outcome.figure.value * times) } : outcome;
  });
}

function inOneCurrency(accounts: readonly AccountFacts[], compute: (some: readonly AccountFacts[]) => Outcome): Outcome {
  const outcome = alike(accounts, (one) => one.currency ?? '', compute);
  const currency = accounts.find((one) => outcome.over.includes(one.account))?.currency;
  return currency === undefined || !isKnown(outcome.figure) ? outcome : { ...outcome, currency };
}
