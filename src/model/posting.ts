import { z } from 'zod';
import { Day } from './day.ts';
import { Reason } from './figure.ts';
import { Scope } from './kpi-figure.ts';
import { PostType } from './post.ts';
import { Span } from './run.ts';
import { Slug } from './text.ts';

/** Middle and spread of a rate over posts. */
const Spread = z.strictObject({
  n: z.int().nonnegative(),
  median: z.number().nullable(),
  low: z.number().nullable().describe('First quartile'),
  high: z.number().nullable().describe('Third quartile'),
  reason: Reason.optional().describe('"too-few" where n is under the minimum'),
});

/** How posts of each type did, by one rate. */
export const Formats = z.strictObject({
  scope: Scope,
  kpi: Slug.describe('The rate of each post'),
  window: Span,
  least: z.int().positive().describe('Posts under which no median is given'),
  rows: z.array(Spread.extend({ type: PostType })),
});
export type Formats = z.infer<typeof Formats>;

/** When posts were published and how they did: an association, never a cause. */
export const Times = z.strictObject({
  window: Span,
  zone: z.string(),
  least: z.int().positive().describe('Posts under which an hour has no figure'),
  over: z.array(Slug).describe('Accounts whose posts are in it'),
  posts: z.int().nonnegative(),
  cells: z
    .array(
      z.strictObject({
        weekday: z.int().min(1).max(7).describe('1 is Monday'),
        hour: z.int().min(0).max(23),
        n: z.int().positive(),
        index: z
          .number()
          .nullable()
          .describe("Median of each post's engagements divided by the median of its account: 1 is as usual there"),
        from: z.number().nullable().describe('95 % interval of the median'),
        to: z.number().nullable(),
      }),
    )
    .describe('Hours in which anything was published'),
  online: z
    .array(z.strictObject({ account: Slug, hour: z.int().min(0).max(23), value: z.number() }))
    .describe('Followers online by hour of the day, mean of the days that the platform gave'),
});
export type Times = z.infer<typeof Times>;

/** A post with its engagements, for the list of posts that drew most. */
export const NotedPost = z.strictObject({
  account: Slug,
  id: z.string(),
  day: Day,
  type: PostType,
  url: z.url().optional(),
  text: z.string(),
  engagements: z.number(),
  reach: z.number().nullable(),
});
export type NotedPost = z.infer<typeof NotedPost>;
