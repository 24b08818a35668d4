import type { Span } from '#model/run.ts';
import { period, periodsWithin } from '#model/period.ts';
import type { Ledger } from './input.ts';

/** What may be spent on an account in just this stretch of days: the budgets of its months, quarters or year, added up where they fill it. */
export function budgetOf({ budgets }: Ledger, span: Span): { budget?: number } {
  for (const every of ['month', 'quarter', 'year'] as const) {
    const parts = periodsWithin(span.from, span.to, every).map(({ id }) => period(id));
    if (parts[0]?.from !== span.from || parts.at(-1)?.to !== span.to) continue;
    const amounts = parts.map(
      ({ from, to }) => budgets.find((one) => one.every === every && one.since <= from && to <= (one.until ?? to))?.amount,
    );
    if (amounts.every((amount) => amount !== undefined))
      return { budget: amounts.reduce<number>((sum, one) => sum + (one ?? 0), 0) };
  }
  return {};
}
