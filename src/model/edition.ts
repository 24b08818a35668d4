import { z } from 'zod';
import { Day } from './day.ts';
import { PeriodId } from './period.ts';
import { KpiFigure, Scope } from './report.ts';
import { Slug } from './text.ts';

/** `editions/<period>/<n>.json`: the figures as published, never changed again. */
export const Edition = z.strictObject({
  $schema: z.string(),
  agency: Slug,
  period: PeriodId,
  edition: z.int().positive(),
  published: Day.describe('Data day on which it was written'),
  before: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .describe('sha256 of the edition before; null for the first'),
  figures: z.array(KpiFigure),
});
export type Edition = z.infer<typeof Edition>;

export const Cause = z.enum(['source restated', 'file corrected', 'method changed', 'arrived late', 'unknown']);
export type Cause = z.infer<typeof Cause>;

/** One line of `revisions.csv`: a published figure that changed. Append-only. */
export const Revision = z.strictObject({
  period: PeriodId,
  edition: z.int().min(2).describe('The edition that first shows the new value'),
  kpi: Slug,
  scope: Scope,
  from: z.number().nullable(),
  to: z.number().nullable(),
  seen: Day.describe('Data day on which the change was seen'),
  cause: Cause,
  reason: z.string().describe('As staff or the source stated it; empty where nobody did'),
});
export type Revision = z.infer<typeof Revision>;
