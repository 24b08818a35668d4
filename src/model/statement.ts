import { z } from 'zod';
import { Scope } from './kpi-figure.ts';
import { Slug } from './text.ts';

/** One thing worth saying of a report, in the order in which to say it. Words are made of it by language. */
export const Statement = z.strictObject({
  says: z.enum(['gap', 'met', 'near', 'missed', 'not-measurable', 'rose', 'fell', 'as-usual', 'too-early']),
  kpis: z.array(Slug).describe('What it is about; several where the same is said of each'),
  scope: Scope,
  accounts: z.array(Slug).optional().describe('Of a gap'),
});
export type Statement = z.infer<typeof Statement>;
