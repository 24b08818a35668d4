import { missing, known, type Figure } from '#model/figure.ts';
import { period, periodOf, periodsWithin, type PeriodKind } from '#model/period.ts';
import type { Span } from '#model/run.ts';
import type { Ledger } from './input.ts';

/**
 * What may be spent on an account in just this stretch of days: the budgets of its months, quarters or year, added up where they fill it. A
 * period that is not over has none yet: the budgets of its first months are not its own.
 */
export function budgetOf({ budgets }: Ledger, span: Span, kind: PeriodKind): Figure {
  if (budgets.length === 0) return missing('no-budget');
  if (span.to < periodOf(span.from, kind).to) return missing('not-yet');
  for (const every of ['month', 'quarter', 'year'] as const) {
    const parts = periodsWithin(span.from, span.to, every).map(({ id }) => period(id));
    if (parts[0]?.from !== span.from || parts.at(-1)?.to !== span.to) continue;
    const amounts = parts.map(
      ({ from, to }) => budgets.find((one) => one.every === every && one.since <= from && to <= (one.until ?? to))?.amount,
    );
    if (amounts.every((amount) => amount !== undefined)) return known(amounts.reduce<number>((sum, one) => sum + (one ?? 0), 0));
  }
  return missing('no-budget');
}
