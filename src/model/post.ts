import { z } from 'zod';
import { Day } from './day.ts';
import { Reason } from './figure.ts';
import { Measure } from './measure.ts';
import { Slug } from './text.ts';

export const PostType = z.enum(['text', 'image', 'album', 'video', 'short-video', 'live', 'story', 'link', 'poll', 'other']);
export type PostType = z.infer<typeof PostType>;

/** A post's figure with the platform's own metric name. */
export const PostFigure = z
  .strictObject({ value: z.number().nullable(), reason: Reason.optional(), metric: z.string().min(1) })
  .refine((figure) => (figure.value === null) === (figure.reason !== undefined), {
    error: 'a null needs its reason, and only a null has one',
  });
export type PostFigure = z.infer<typeof PostFigure>;

/** One post of the agency's own account. Nobody else's words or names: handles other than the agency's own are removed. */
export const Post = z.strictObject({
  id: z.string().min(1).max(300).describe("The platform's id of the post"),
  day: Day.describe("Day of publication in the agency's zone"),
  at: z.iso.datetime({ offset: true }).optional().describe('Time of publication, where the source gives it'),
  type: PostType,
  url: z.url().optional(),
  text: z.string().describe("The agency's own words, cut at 500 characters"),
  tags: z.array(z.string()).describe('Hashtags, lower case, without #'),
  figures: z.partialRecord(Measure, PostFigure).describe('Totals since publication, as last observed'),
  source: Slug,
  api: z.string().min(1),
  observed: Day.describe('The day of the run that brought these figures'),
  file: z.string().optional(),
  was: z
    .array(z.strictObject({ observed: Day, figures: z.partialRecord(Measure, PostFigure) }))
    .optional()
    .describe('Former figures of a post whose figures were frozen, oldest first'),
});
export type Post = z.infer<typeof Post>;

/** `posts/<account>/<yyyy-mm>.json`, by month of publication. */
export const Posts = z.strictObject({
  $schema: z.string(),
  account: Slug,
  month: z.string().regex(/^\d{4}-\d{2}$/),
  posts: z.array(Post).describe('By day, then id'),
});
export type Posts = z.infer<typeof Posts>;
