import { z } from 'zod';
import { Day } from './day.ts';
import { Dimension } from './dimension.ts';
import { Reason } from './figure.ts';
import { Measure } from './measure.ts';
import { Slug } from './text.ts';

/** The stretch of days that one value speaks of; it ends on the value's day. A month's value stands on the month's last day. */
export const Window = z
  .enum(['day', 'week', '28-days', 'month'])
  .describe("The days one value covers, ending on the value's day");
export type Window = z.infer<typeof Window>;

/** What a value was before a settled figure was replaced. */
const Former = z.strictObject({
  value: z.number().nullable(),
  reason: Reason.optional(),
  observed: Day.describe('When the former value was observed'),
});

/** One value of a series. `reason` stands exactly where `value` is null. */
export const Value = z
  .strictObject({
    day: Day.describe('The last day that the value covers'),
    value: z.number().nullable().describe('The figure; null is "not known", 0 is "counted, none"'),
    reason: Reason.optional(),
    observed: Day.describe('The day of the run that brought this value: see runs/'),
    file: z.string().optional().describe('The export file that the value was read from, below the agency folder'),
    was: z.array(Former).optional().describe('Former values of a settled figure, oldest first'),
  })
  .refine((value) => (value.value === null) === (value.reason !== undefined), {
    error: 'a null needs its reason, and only a null has one',
  });
export type Value = z.infer<typeof Value>;

/** Values of one measure that share everything but the day. */
export const Series = z.strictObject({
  measure: Measure,
  window: Window,
  dimensions: z
    .partialRecord(Dimension, z.string().min(1).max(100))
    .describe('For example {"age": "25-34"}; {} is the whole of it'),
  unit: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional()
    .describe('Currency of money (ISO 4217); everything else is a count, hours or a ratio by its measure'),
  source: Slug.describe('How the values came in: see sources.json'),
  metric: z.string().min(1).describe("The platform's own name of the metric"),
  api: z.string().min(1).describe("The platform's API version, or the export's format"),
  values: z.array(Value).describe('By day'),
});
export type Series = z.infer<typeof Series>;

/** `observations/<account>/<yyyy-mm>.json` */
export const Observations = z.strictObject({
  $schema: z.string(),
  account: Slug,
  month: z.string().regex(/^\d{4}-\d{2}$/),
  series: z.array(Series),
});
export type Observations = z.infer<typeof Observations>;
