import type { Account } from '#model/agency.ts';
import type { Declaration } from '#model/source.ts';

/** Of what a platform allows, so that whoever else uses the same key or address is not shut out by us. */
const SHARE = 0.8;

/** What may still be asked of one platform. Times are of the run's own clock. */
export interface Quota {
  /** Milliseconds until the next call is within the quota; 0 where it is. */
  wait(now: Date): number;
  /** Takes note of a call. */
  spend(now: Date): void;
}

/** At most 80 % of so many calls within any stretch of so many seconds. */
export function quota({ requests, seconds }: NonNullable<Declaration['quota']>): Quota {
  const most = Math.max(1, Math.floor(requests * SHARE));
  const calls: number[] = [];
  const last = (): number => calls.at(-1) ?? 0;
  const due = (): number => (calls.length < most ? 0 : (calls[calls.length - most] as number) + seconds * 1000);
  return {
    wait: (now) => Math.max(0, due() - Math.max(now.getTime(), last())),
    spend(now) {
      // A clock that stands still while the run sleeps, as in tests, does not count a wait twice.
      calls.push(Math.max(now.getTime(), last(), due()));
      if (calls.length > most) calls.shift();
    },
  };
}

export type Quotas = (declaration: Declaration, account: Account) => Quota | undefined;

/** The quotas of one run: all accounts of a platform on one server share theirs. */
export function quotas(): Quotas {
  const known = new Map<string, Quota>();
  return (declaration, account) => {
    if (!declaration.quota) return undefined;
    const server = account.server ?? declaration.server ?? (account.url === undefined ? '' : new URL(account.url).origin);
    const key = `${declaration.platform} ${server}`;
    const found = known.get(key) ?? quota(declaration.quota);
    known.set(key, found);
    return found;
  };
}
