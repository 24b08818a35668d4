import { z } from 'zod';
import { Day } from './day.ts';
import { Reason } from './figure.ts';
import { KpiFigure, Stage, TargetState } from './kpi-figure.ts';
import { Measure } from './measure.ts';
import { NotedPost } from './posting.ts';
import { Family } from './source.ts';
import { Goal } from './target.ts';
import { Slug, Text } from './text.ts';

/** `campaigns/<campaign>.json`, edited by staff: something that was done for a purpose, between two days. */
export const Campaign = z
  .strictObject({
    $schema: z.string(),
    id: Slug.regex(/^[a-z]/, 'begin with a letter').describe('Part of the page address; never change it once published'),
    name: Text,
    purpose: Text.describe('What should be otherwise afterwards, and for whom: one or two sentences'),
    from: Day,
    to: Day,
    results: z
      .int()
      .min(0)
      .max(90)
      .default(0)
      .describe('Days after the last one in which visits, clicks and replies still count as its result'),
    hashtags: z
      .array(z.string().regex(/^[^\s#]+$/))
      .default([])
      .describe('Of its posts, without #'),
    posts: z
      .array(z.strictObject({ account: Slug, id: z.string().min(1) }))
      .default([])
      .describe('Posts of it without such a hashtag'),
    tags: z
      .array(z.string().min(1).max(100))
      .default([])
      .describe('What web analytics (utm_campaign), ads and messages call it; left out, its id'),
    events: z.array(z.string().min(1).max(100)).default([]).describe('Events, as the register of events calls them'),
    budget: z
      .strictObject({ amount: z.number().positive(), currency: z.string().regex(/^[A-Z]{3}$/), basis: Text.optional() })
      .optional()
      .describe('What may be spent on ads'),
    goals: z.array(Goal).default([]),
  })
  .refine(({ from, to }) => from <= to, { error: 'to lies before from', path: ['to'] });
export type Campaign = z.infer<typeof Campaign>;

/** What one account counted of the campaign. A later step is no part of an earlier one: each counts something else. */
export const CampaignStep = z
  .strictObject({
    account: Slug,
    family: Family,
    stage: Stage,
    counts: Measure.or(z.literal('posts')),
    value: z.number().nullable(),
    reason: Reason.optional(),
    channels: z
      .array(z.string())
      .optional()
      .describe(
        'Channels that this counts, where the account used others on those days that do not count it: an SMS is never "opened". Beside a count of all channels it always looks less',
      ),
    least: z.number().optional().describe('Where the value is not known: it is at least so much'),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional(),
  })
  .refine((step) => (step.value === null) === (step.reason !== undefined), {
    error: 'a null needs its reason, and only a null has one',
  });
export type CampaignStep = z.infer<typeof CampaignStep>;

/** `results/<campaign>.json`: computed, safe to delete and rebuild. Its figures are those of reports, counted for the campaign alone. */
export const CampaignResult = z.strictObject({
  $schema: z.string(),
  agency: Slug,
  campaign: Slug,
  from: Day,
  to: Day.describe('Last day on which results count'),
  asOf: Day.describe('Day of the newest run that the figures rest on'),
  through: Day.describe('Last day that the figures can cover so far'),
  zone: z.string().describe("The agency's time zone: days begin and end there"),
  status: z.enum(['provisional', 'final']),
  finalFrom: Day.describe('First day on which the campaign is settled and an edition is written'),
  edition: z.int().positive().nullable(),
  figures: z.array(KpiFigure),
  steps: z.array(CampaignStep).describe('Along the evaluation chain, from what was put in to what came of it'),
  goals: z.array(TargetState),
  budget: z
    .strictObject({ amount: z.number(), currency: z.string(), spent: z.number().nullable(), share: z.number().nullable() })
    .nullable(),
  posts: z.array(NotedPost).describe('Its posts that drew most engagements, at most ten'),
});
export type CampaignResult = z.infer<typeof CampaignResult>;
