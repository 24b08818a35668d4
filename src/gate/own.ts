import type { Account } from '#model/agency.ts';

/** What an account is called, as far as its handle and its addresses tell, in small letters without "@". */
export function ownNames(account: Pick<Account, 'handle' | 'url' | 'server'> | undefined, ...more: readonly string[]): string[] {
  const addresses = [account?.url, account?.server, ...more].flatMap((one) => (one === undefined ? [] : [new URL(one)]));
  const handle = (account?.handle ?? '').toLowerCase().replace(/^@/, '');
  const [name = ''] = handle.split('@');
  const steps = addresses.flatMap(({ pathname }) => pathname.toLowerCase().split('/'));
  const names = [handle, name, ...steps.map((step) => step.replace(/^@/, '')), ...addresses.map(({ hostname }) => hostname)];
  const homes = name === '' ? [] : addresses.map(({ hostname }) => `${name}@${hostname}`);
  return [...names, ...homes].filter((one) => one !== '');
}
