import { z } from 'zod';
import { Day } from './day.ts';
import { Reason } from './figure.ts';
import { Scope } from './kpi-figure.ts';
import { Measure } from './measure.ts';
import { Window } from './observation.ts';
import { PeriodId } from './period.ts';
import { Slug } from './text.ts';

/** Daily figures of one account for a chart. A new `metric` is a break, never a continuation. */
export const DailySeries = z.strictObject({
  account: Slug,
  measure: Measure,
  window: Window,
  metric: z.string(),
  api: z.string(),
  points: z.array(z.strictObject({ day: Day, value: z.number().nullable(), reason: Reason.optional() })),
});
export type DailySeries = z.infer<typeof DailySeries>;

/** The same KPI over the periods before, for a chart. */
export const History = z.strictObject({
  kpi: Slug,
  scope: Scope,
  points: z.array(
    z.strictObject({
      period: PeriodId,
      value: z.number().nullable(),
      reason: Reason.optional(),
      provisional: z.literal(true).optional(),
      metrics: z.array(z.string()).describe("The platforms' metric names; a change is a break"),
    }),
  ),
});
export type History = z.infer<typeof History>;
