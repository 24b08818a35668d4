import { z } from 'zod';
import { Day } from './day.ts';
import { Reason } from './figure.ts';
import { Measure } from './measure.ts';
import { Family } from './source.ts';
import { Slug } from './text.ts';

/** How complete one account's figures are, and what is missing. */
export const AccountState = z.strictObject({
  account: Slug,
  source: Slug,
  family: Family.describe('What kind of account it is: a KPI speaks of some kinds only'),
  known: z.int().nonnegative().describe('Day figures that are there'),
  expected: z
    .int()
    .nonnegative()
    .describe(
      'Day figures that the source should give: each daily measure and the posts, for each day, and what comes monthly once',
    ),
  through: Day.nullable().describe('Last day with a figure'),
  outside: z.boolean().describe('Whether posts were read from an export that is not published, since it can hold names'),
  daily: z
    .array(z.strictObject({ day: Day, known: z.int().nonnegative(), expected: z.int().nonnegative() }))
    .describe('Months only'),
  gaps: z.array(
    z.strictObject({ measure: Measure.nullable(), from: Day, to: Day, reason: Reason, detail: z.string().optional() }),
  ),
  early: z
    .array(z.strictObject({ measure: Measure.nullable().describe('null: the figures of posts'), from: Day, to: Day }))
    .optional()
    .describe('Of a settled period: figures that were last read before they had settled, and count as they were then'),
});
export type AccountState = z.infer<typeof AccountState>;
