import { z } from 'zod';
import type { Account } from '#model/agency.ts';
import { addDays, daysBetween, type Day } from '#model/day.ts';
import type { AccountRun } from '#model/run.ts';
import type { Declaration } from '#model/source.ts';
import { Slug } from '#model/text.ts';

/** Something that will stop an account one day, or has: said in time, and no failure of the run. */
export const Notice = z.strictObject({ account: Slug, level: z.enum(['error', 'warning']), message: z.string() });
export type Notice = z.infer<typeof Notice>;

/** Days ahead of the end of a token, and of an API version, on which it is first said. */
const TOKEN = 14;
const VERSION = 60;

/** What staff should know ahead of one account: its token ends, its API version ends or is not known. */
export function notices(account: Account, declaration: Declaration, result: AccountRun, day: Day): Notice[] {
  const said = [tokenNotice(result.expires, day), versionNotice(account, declaration, day)];
  return said.flatMap((one) => (one ? [{ account: account.id, ...one }] : []));
}

type Said = Omit<Notice, 'account'> | undefined;

function tokenNotice(expires: Day | undefined, day: Day): Said {
  if (expires === undefined || day < addDays(expires, -TOKEN)) return undefined;
  const renew = 'buat yang baru / make a new one (docs/sources)';
  if (expires < day) return { level: 'error', message: `Token berakhir ${expires} / the token ended on ${expires}; ${renew}` };
  const left = daysBetween(day, expires);
  return {
    level: 'warning',
    message: `Token berakhir ${expires}, ${left} hari lagi / the token ends on ${expires}, in ${left} days; ${renew}`,
  };
}

function versionNotice(account: Account, { name, api, versions }: Declaration, day: Day): Said {
  const used = account.api ?? api;
  const version = versions?.find((one) => one.api === used);
  if (!version) {
    if (account.api === undefined || account.api === api) return undefined;
    const known = [...new Set([api, ...(versions ?? []).map((one) => one.api)])].join(', ');
    return {
      level: 'warning',
      message: `agency.json menyebut versi API "${used}" yang tidak dikenal / names the API version "${used}", which is not known; ${name}: ${known}`,
    };
  }
  const { ends } = version;
  if (ends === undefined || day < addDays(ends, -VERSION)) return undefined;
  const next = 'perbarui Terang atau tulis "api" yang lebih baru / update Terang, or write a newer "api" in agency.json';
  const when =
    ends < day
      ? `sudah berakhir ${ends} / ended on ${ends}`
      : `berakhir ${ends}, ${daysBetween(day, ends)} hari lagi / ends on ${ends}, in ${daysBetween(day, ends)} days`;
  return { level: 'warning', message: `${name}, versi API / API version ${used}: ${when}; ${next}` };
}
