import * as core from '@actions/core';
import { z } from 'zod';
import { Day } from '#model/day.ts';
import { AccountRun } from '#model/run.ts';
import { Slug } from '#model/text.ts';
import { Notice } from './notice.ts';

/** What became of one agency's run, as the messages on GitHub tell it. */
export const Outcome = z.strictObject({
  agency: Slug,
  day: Day,
  coverage: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe('Share of the expected figures that are there; null where nothing was expected'),
  floor: z.number().min(0).max(1),
  accounts: z.array(AccountRun),
  peers: z.array(AccountRun).optional(),
  notices: z.array(Notice).optional(),
  waiting: z
    .int()
    .nonnegative()
    .optional()
    .describe('Words that came up in a month which this run counted, and are not named as nobody has said yes'),
});
export type Outcome = z.infer<typeof Outcome>;

/** Whether any agency is under its floor. */
export function isShort(outcomes: readonly Outcome[]): boolean {
  return outcomes.some((outcome) => shortfall(outcome) !== null);
}

/** In one sentence how far an agency is under its floor; null where it is not. */
export function shortfall({ coverage, floor, day }: Outcome): string | null {
  if (coverage === null || coverage >= floor) return null;
  return `Cakupan ${percent(coverage)}, batas ${percent(floor)} / coverage ${percent(coverage)}, floor ${percent(floor)} (${day})`;
}

/** In one line what an account lacks: its outcome, then each gap with days, reason and what the platform answered. Foreign text. */
export function outcomeNote({ outcome, gaps }: AccountRun): string {
  const notes = gaps.map(({ measure, from, to, reason, detail }) => {
    const days = from === to ? from : `${from}…${to}`;
    return [measure, days, reason, `(${detail})`].filter(Boolean).join(' ');
  });
  return [outcome, ...notes].join('; ');
}

/** Whole percent, rounded down so that 79.9 never reads as the floor of 80. */
export function percent(share: number): string {
  return `${Math.floor(share * 100 + 1e-9)}%`;
}

/**
 * Says to the workflow that collecting came to its end: output `coverage` is `enough` or `short`, output `outcomes` what is lacking.
 * A crash says nothing, and nothing is then committed. Call it last, after the data are written. Does nothing off GitHub.
 */
export function conclude(
  outcomes: readonly Outcome[],
  env: Readonly<Record<string, string | undefined>>,
  set: (name: string, value: string) => void = core.setOutput,
): void {
  if (!env['GITHUB_OUTPUT']) return;
  set('coverage', isShort(outcomes) ? 'short' : 'enough');
  set('outcomes', pack(outcomes));
}

/** Reads the output `outcomes` back; null where there is none, since collecting stopped before its end. */
export function unpack(output: string | undefined): Outcome[] | null {
  return output ? z.array(Outcome).parse(JSON.parse(output)) : null;
}

/** An environment variable holds 128 KiB on Linux; half of it leaves room for bytes that are more than one to a letter. */
const ROOM = 60_000;

/** The agencies under their floor with what they lack, as JSON; without the accounts where that would be too long. */
function pack(outcomes: readonly Outcome[]): string {
  const short = outcomes.filter((outcome) => shortfall(outcome) !== null);
  const lacking = short.map(({ peers: _peers, notices: _notices, waiting: _waiting, ...outcome }) => ({
    ...outcome,
    accounts: outcome.accounts.filter((account) => account.outcome !== 'complete'),
  }));
  const text = JSON.stringify(lacking);
  return text.length <= ROOM ? text : JSON.stringify(lacking.map((outcome) => ({ ...outcome, accounts: [] })));
}
