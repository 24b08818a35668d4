import type { Account } from '#model/agency.ts';
import type { Day } from '#model/day.ts';
import type { Run } from '#model/run.ts';
import type { Declaration } from '#model/source.ts';

/** US dollars that collecting an account may still cost this month, and why nothing may be asked where nothing may. */
export interface Allowance {
  readonly usd: number;
  readonly refusal?: string;
}

/** The account's budget less what the runs of this month cost, this day's among them. Infinite where the platform charges nothing. */
export function allowanceOf(account: Account, { price, name }: Declaration, runs: readonly Run[], day: Day): Allowance {
  if (!price) return { usd: Number.POSITIVE_INFINITY };
  const { id, budget } = account;
  if (budget === undefined) {
    const refusal = `agency.json: account "${id}" needs "budget": the US dollars that collecting may cost in a month; ${name} charges ${price.usd} for each ${price.per.en}`;
    return { usd: 0, refusal };
  }
  const month = day.slice(0, 7);
  const spent = runs
    .filter((run) => run.day.startsWith(month) && run.day <= day)
    .flatMap((run) => [...run.accounts, ...(run.peers ?? [])])
    .reduce((sum, one) => sum + (one.account === id ? (one.cost ?? 0) : 0), 0);
  const usd = Math.max(0, budget - spent);
  if (usd > 0) return { usd };
  const refusal = `the budget of ${budget} US dollars for ${month} is used up (${Number(spent.toFixed(4))}); it goes on next month, or raise "budget" of account "${id}" in agency.json`;
  return { usd, refusal };
}
