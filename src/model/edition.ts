import { z } from 'zod';
import { Day } from './day.ts';
import { PeriodId } from './period.ts';
import { KpiFigure, Scope } from './report.ts';
import { Slug } from './text.ts';

export const Cause = z.enum(['source restated', 'file corrected', 'method changed', 'arrived late', 'explained by staff']);
export type Cause = z.infer<typeof Cause>;

/** A published figure that changed, and why. */
const Changed = z.strictObject({
  kpi: Slug,
  scope: Scope,
  from: z.number().nullable(),
  to: z.number().nullable(),
  cause: Cause,
  reason: z.string().describe('As staff or the source stated it; empty where nobody did'),
});

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
  revisions: z.array(Changed).describe('What changed since the edition before, and why; empty for the first'),
});
export type Edition = z.infer<typeof Edition>;

/** One line of `revisions.csv`: all that editions say of changes, in one table, oldest first. */
export const Revision = Changed.extend({
  period: PeriodId,
  edition: z.int().min(2).describe('The edition that first shows the new value'),
  seen: Day.describe('Data day on which the change was seen'),
});
export type Revision = z.infer<typeof Revision>;
