import type { Account } from '#model/agency.ts';
import { ConfigError } from '#model/error.ts';

/** The currency of an ad account, which staff have stated and the platform confirms: sums of two currencies are never one figure. */
export function currencyOf(account: Account, theirs: string): string {
  if (account.currency === theirs) return theirs;
  const stated = account.currency === undefined ? 'names none' : `says ${account.currency}`;
  throw new ConfigError(
    `account "${account.id}": the ad account is in ${theirs}, agency.json ${stated}; write "currency": "${theirs}"`,
  );
}
