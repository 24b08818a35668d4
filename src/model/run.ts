import { z } from 'zod';
import { Day } from './day.ts';
import { Reason } from './figure.ts';
import { Measure } from './measure.ts';
import { Slug } from './text.ts';

export const Span = z.strictObject({ from: Day, to: Day });
export type Span = z.infer<typeof Span>;

/** Something that was asked for and did not come. */
export const Gap = z.strictObject({
  measure: Measure.optional().describe('Left out where it is the posts, or everything'),
  from: Day,
  to: Day,
  reason: Reason,
  detail: z.string().max(300).describe('What the platform answered, without secrets or personal data'),
});
export type Gap = z.infer<typeof Gap>;

/** Where an export is kept below the agency's folder, or how it is called where it is not: nothing of its own name, which may be a person's. */
export function exportPath(
  place: 'imports' | 'outside',
  source: string,
  account: string,
  sha256: string,
  ending: 'csv' | 'xlsx' = 'csv',
): string {
  return `${place}/${source}/${account}-${sha256.slice(0, 12)}.${ending}`;
}

/** What `exportPath` gives, for whatever export. */
export const EXPORT_PATH = /^(?:imports|outside)\/[a-z0-9-]{1,60}\/[a-z0-9-]{1,60}-[0-9a-f]{12}\.(?:csv|xlsx)$/;

/** What became of one account in one run. */
export const AccountRun = z.strictObject({
  account: Slug,
  source: Slug,
  api: z.string(),
  outcome: z.enum(['complete', 'partial', 'failed']),
  requests: z.int().nonnegative().describe('Answered requests; 0 for a file'),
  posts: Span.nullable().describe('Days whose posts were all read'),
  file: z
    .string()
    .optional()
    .describe(
      'The export: below the agency folder (imports/…), or kept by the office alone (outside/…), since it may hold names',
    ),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .describe('Of the export file'),
  expires: Day.optional().describe('Last day on which the token is valid; never the token'),
  cost: z.number().nonnegative().optional().describe('What the platform charges for this run, in US dollars'),
  reason: z.string().max(300).optional().describe('Why a settled figure was replaced, as staff stated it'),
  gaps: z.array(Gap),
});
export type AccountRun = z.infer<typeof AccountRun>;

/** One pull. Keyed by data day, without clock times: the same answers on the same day write nothing. */
export const Run = z.strictObject({
  day: Day,
  accounts: z.array(AccountRun),
  peers: z.array(AccountRun).optional().describe("Accounts of other bodies; never part of the agency's own coverage or figures"),
});
export type Run = z.infer<typeof Run>;

/** `runs/<yyyy-mm>.json`, by data day. */
export const Runs = z.strictObject({
  $schema: z.string(),
  month: z.string().regex(/^\d{4}-\d{2}$/),
  runs: z.array(Run),
});
export type Runs = z.infer<typeof Runs>;
