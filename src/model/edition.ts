import { z } from 'zod';
import { Day } from './day.ts';
import { PeriodId } from './period.ts';
import { KpiFigure, Scope } from './kpi-figure.ts';
import { TargetStatus } from './target.ts';
import { Slug, Text } from './text.ts';

export const Cause = z.enum([
  'source restated',
  'file corrected',
  'method changed',
  'arrived late',
  'labelled',
  'explained by staff',
  'target changed',
]);
export type Cause = z.infer<typeof Cause>;

/** What is published in editions: a period's report, or a campaign's result. A campaign's id begins with a letter. */
export const Published = PeriodId.or(Slug.regex(/^[a-z]/));
export type Published = z.infer<typeof Published>;

/** A published figure, or a target, that changed, and why. */
const Changed = z.strictObject({
  kpi: Slug,
  scope: Scope,
  from: z.number().nullable(),
  to: z.number().nullable(),
  cause: Cause,
  reason: z.string().describe('As staff or the source stated it; empty where nobody did'),
});

/** A target as it stood. */
const Stated = z.strictObject({
  kpi: Slug,
  scope: Scope,
  direction: z.enum(['at-least', 'at-most']),
  target: z.number(),
  near: z.number().optional().describe('Left out, with status, in editions of before 23 November 2026'),
  baseline: z.strictObject({ value: z.number(), period: PeriodId }).optional(),
  basis: Text,
  status: TargetStatus.optional().describe('What had become of it'),
});

/** `editions/<period>/<n>.json`: the figures as published, never changed again. */
export const Edition = z.strictObject({
  $schema: z.string(),
  agency: Slug,
  period: Published,
  edition: z.int().positive(),
  published: Day.describe('Data day on which it was written'),
  before: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .describe('sha256 of the edition before; null for the first'),
  figures: z.array(KpiFigure),
  targets: z.array(Stated).describe('As they stood when it was published'),
  revisions: z.array(Changed).describe('What changed since the edition before, and why; empty for the first'),
});
export type Edition = z.infer<typeof Edition>;

/** One line of `revisions.csv`: all that editions say of changes, in one table, oldest first. */
export const Revision = Changed.extend({
  period: Published,
  edition: z.int().min(2).describe('The edition that first shows the new value'),
  seen: Day.describe('Data day on which the change was seen'),
});
export type Revision = z.infer<typeof Revision>;
