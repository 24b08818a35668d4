import { z } from 'zod';
import { Day } from './day.ts';
import { Dimension } from './dimension.ts';
import { Reason } from './figure.ts';
import { Unit } from './kpi-figure.ts';
import { Measure } from './measure.ts';
import { Family } from './source.ts';
import { Slug } from './text.ts';

/** One part of a breakdown. */
const PartRow = z
  .strictObject({
    dimensions: z.partialRecord(Dimension, z.string().min(1).max(100)),
    value: z.number().nullable(),
    reason: Reason.optional().describe('"suppressed" where it concerns too few people'),
  })
  .refine((row) => (row.value === null) === (row.reason !== undefined), {
    error: 'a null needs its reason, and only a null has one',
  });

/** One measure of one account broken down, for a table. Parts need not come to the whole: platforms leave some out. */
export const Parts = z.strictObject({
  account: Slug,
  family: Family,
  measure: Measure,
  by: z.array(Dimension).min(1),
  day: Day.describe('The day that a snapshot shows, or the last day that the values cover'),
  snapshot: z.boolean().describe('Whether it is a state, not what came in the period'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  metric: z.string(),
  api: z.string(),
  observed: Day.describe(
    "When the newest of the values was seen: a table by people's attributes is renewed only where every change is large",
  ),
  rows: z.array(PartRow).describe('Largest first; what is hidden last'),
});
export type Parts = z.infer<typeof Parts>;

/** One KPI of one account, computed for each part of a breakdown: the same formula, on the counts of the part. */
export const PartFigures = z.strictObject({
  kpi: Slug,
  account: Slug,
  by: z.array(Dimension).min(1),
  unit: Unit,
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  rows: z
    .array(
      z.strictObject({
        dimensions: z.partialRecord(Dimension, z.string().min(1).max(100)),
        value: z.number().nullable(),
        reason: Reason.optional(),
        numerator: z.number().optional(),
        denominator: z.number().optional(),
      }),
    )
    .describe('Largest denominator first; what is hidden last'),
});
export type PartFigures = z.infer<typeof PartFigures>;
