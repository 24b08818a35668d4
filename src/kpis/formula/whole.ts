import { divide, isKnown, known, missing } from '#model/figure.ts';
import type { Measure } from '#model/measure.ts';
import type { AccountFacts, DailyFacts, Outcome } from '../kpi.ts';
import { early, members, ratioOf, sumOf, type Part } from './total.ts';

/**
 * A measure over the whole period: by its months where the source gives months, since those are restated as a whole, else by its days. A sum
 * that lacks some is a lower bound, given as `numerator`.
 */
export function wholeOf(measure: Measure, one: AccountFacts): Part {
  const [monthly, daily] = [one.monthly[measure], one.daily[measure]];
  const found =
    [monthly, daily].find(isComplete) ?? [monthly, daily].find((each) => (each?.expected ?? 0) > 0) ?? monthly ?? daily;
  const base = {
    account: one.account,
    ...early(found === monthly ? 'months' : 'days', found?.early, found?.grows),
    grounds: found?.grounds ?? [],
  };
  if (!found || found.known === 0) return { ...base, figure: missing(found?.reason ?? 'not-offered') };
  const days = found === daily ? { days: { known: found.known, expected: found.expected } } : {};
  if (isComplete(found)) return { ...base, ...days, figure: known(found.total) };
  return { ...base, ...days, figure: missing('partial'), numerator: found.total };
}

/** The sum over the accounts. */
export function wholesOf(measure: Measure, accounts: readonly AccountFacts[]): Outcome {
  return sumOf(accounts.map((one) => wholeOf(measure, one)));
}

/** One measure as a part of another; both have to cover the same months or days. */
export function shareOf(part: Measure, whole: Measure, accounts: readonly AccountFacts[]): Outcome {
  return ratioOf(
    accounts.map((one): Part => {
      const [window] = ([one.monthly, one.daily] as const).filter((each) => isComplete(each[part]) && isComplete(each[whole]));
      const base = { account: one.account };
      if (!window) {
        const lost = [part, whole].map((measure) => wholeOf(measure, one)).find(({ figure }) => !isKnown(figure));
        return { ...base, figure: missing(lost && !isKnown(lost.figure) ? lost.figure.reason : 'partial'), grounds: [] };
      }
      const [above, below] = [window[part], window[whole]] as [DailyFacts, DailyFacts];
      return {
        ...base,
        figure: divide(known(above.total), known(below.total)),
        numerator: above.total,
        denominator: below.total,
        n: below.total,
        ...early(
          window === one.monthly ? 'months' : 'days',
          Math.max(above.early ?? 0, below.early ?? 0),
          above.grows ?? below.grows,
        ),
        grounds: [...above.grounds, ...below.grounds],
      };
    }),
  );
}

/**
 * As it is where all accounts that have a figure count alike; not added up where they don't, as `kind` tells them apart. An account without a
 * figure stands beside the sum with its reason, and is no reason to make none.
 */
export function alike(
  accounts: readonly AccountFacts[],
  kind: (one: AccountFacts) => string,
  compute: (accounts: readonly AccountFacts[]) => Outcome,
): Outcome {
  const own = accounts.map((one) => ({ one, figure: compute([one]).figure }));
  const have = own.filter(({ figure }) => isKnown(figure));
  if (new Set(have.map(({ one }) => kind(one))).size <= 1) return compute(accounts);
  const apart = missing('not-comparable');
  const parts = own.map(({ one, figure }) => ({ account: one.account, figure: isKnown(figure) ? apart : figure, grounds: [] }));
  return { ...members(parts), figure: apart };
}

/** How an account's platform counts, by its own names of the metrics. */
export function metricsOf(one: AccountFacts, measures: readonly Measure[]): string {
  const grounds = measures.flatMap((measure) => [
    ...(one.monthly[measure]?.grounds ?? []),
    ...(one.daily[measure]?.grounds ?? []),
  ]);
  return [...new Set(grounds.map(({ source, metric }) => `${source} ${metric}`))].sort().join();
}

function isComplete(facts: DailyFacts | undefined): boolean {
  return facts !== undefined && facts.known > 0 && facts.known === facts.expected;
}
