import { z } from 'zod';
import { Day } from './day.ts';
import { PeriodId, PeriodKind } from './period.ts';
import { Slug, Text } from './text.ts';

const aim = {
  kpi: Slug,
  scope: Slug.or(z.literal('agency')).default('agency').describe('"agency": all accounts together; or the id of one account'),
  direction: z.enum(['at-least', 'at-most']),
  value: z.number().describe("In the KPI's own unit: 0.85 is 85 %, money in the account's currency, waiting in hours"),
  near: z
    .number()
    .min(0)
    .max(0.5)
    .default(0.05)
    .describe('A figure that misses the value by no more than this part of it is called near'),
  baseline: z.strictObject({ value: z.number(), period: PeriodId }).optional().describe('Where it started from'),
  basis: Text.describe('Who set it and where: a plan, a contract, a decision'),
};

/** What a campaign means to reach, by a KPI over the whole of it. */
export const Goal = z.strictObject(aim);
export type Goal = z.infer<typeof Goal>;

/** What an office means to reach in each period of a kind. */
export const Target = z
  .strictObject({
    ...aim,
    every: PeriodKind.describe('Whether it holds for each week, month, quarter or year'),
    since: Day.describe('First day: it holds for the periods that lie whole between since and until'),
    until: Day.optional(),
  })
  .refine(({ since, until }) => until === undefined || since <= until, { error: 'until lies before since', path: ['until'] });
export type Target = z.infer<typeof Target>;

/** What became of a target. `open`: the period is not over, or its figure still grows, and it may yet turn out either way. */
export const TargetStatus = z.enum(['met', 'near', 'missed', 'not-measurable', 'open']);
export type TargetStatus = z.infer<typeof TargetStatus>;
