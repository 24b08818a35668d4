import { SourceError } from '#model/error.ts';

/** The budget would be passed, or X says that its own cap is reached. */
export class OverBudget extends SourceError {}

/** What reading costs; refuses before the allowance is passed. */
export class Bill {
  cost = 0;
  readonly #allowance: number;

  constructor(allowance: number) {
    this.#allowance = allowance;
  }

  /** How many resources of this price the rest allows, with `kept` dollars left over; throws where that is fewer than the least. */
  affordable(price: number, least: number, kept = 0): number {
    const count = Math.max(0, Math.floor((this.#allowance - this.cost - kept) / price + 1e-9));
    if (count >= least) return count;
    throw new OverBudget(
      `"budget" of the account in agency.json leaves ${count} to read at US$ ${price}, where ${least} may be needed; the rest is not read`,
    );
  }

  add(price: number, count: number): void {
    this.cost = Math.round((this.cost + price * count) * 1000) / 1000;
  }
}
