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
  over: z.array(Slug).describe('Accounts whose posts are in it'),
  without: z.array(z.strictObject({ account: Slug, reason: Reason })).describe('Accounts whose posts are not, and why'),
  rows: z.array(Spread.extend({ type: PostType })),
});
export type Formats = z.infer<typeof Formats>;

/** Posts that were published at the same time of the week. */
const Moment = z.strictObject({
  hour: z.int().min(0).max(23),
  n: z.int().positive(),
  index: z
    .number()
    .nullable()
    .describe(
      "Median of each post's engagements divided by the median of its account's posts of the same type: 1 is as usual there; null under `least` posts",
    ),
  from: z.number().nullable(),
  to: z.number().nullable(),
});

/** When posts were published and how they did: an association, never a cause. */
export const Times = z.strictObject({
  window: Span,
  zone: z.string(),
  least: z.int().positive().describe('Posts under which an hour has no figure'),
  over: z.array(Slug).describe('Accounts whose posts are in it'),
  posts: z.int().nonnegative(),
  cells: z
    .array(Moment.extend({ weekday: z.int().min(1).max(7).describe('1 is Monday') }))
    .describe('Hours in which anything was published. `from` and `to`: 95 % interval of the median, each hour for itself'),
  bands: z
    .array(Moment.extend({ days: z.enum(['weekdays', 'weekend']) }))
    .describe(
      'Hours of Monday to Friday together, and of Saturday and Sunday. `from` and `to`: intervals of which all hold together with 95 %, so that an hour whose interval leaves out 1 does not do so only because many hours were looked at',
    ),
  online: z
    .array(z.strictObject({ account: Slug, hour: z.int().min(0).max(23), value: z.number() }))
    .describe('Followers online by hour of the day as the platform names it, mean of the days that it gave'),
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
