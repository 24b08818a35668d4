import { z } from 'zod';
import { Reason } from './figure.ts';
import { Rumour } from './topic.ts';
import { Slug, Text } from './text.ts';

const Count = z.int().nonnegative();
const Share = z.number().min(0).max(1);
/** An hour, counted from the first of 1970. */
const Hour = z.int().nonnegative();

/** A post of the agency's own. */
export const OwnPost = z.strictObject({
  text: z.string().max(200),
  url: z.url({ protocol: /^https$/ }).optional(),
  hour: Hour,
});
export type OwnPost = z.infer<typeof OwnPost>;

/** One matter as it is told to staff: rounded, nothing of fewer people than the agency's `smallest`. */
export const Matter = z.strictObject({
  of: z.enum(['all', 'topic', 'term']),
  id: z.string().min(1).max(60).optional().describe('The topic, or the term'),
  name: Text.optional(),
  alarms: z.array(z.enum(['volume', 'negative'])).describe('What is unusual about it now'),
  hours: z.int().positive().describe('Length of the window that people and usual are of'),
  people: Count.nullable(),
  usual: Count.nullable(),
  negative: z
    .strictObject({ now: Share.nullable(), before: Share.nullable() })
    .nullable()
    .describe('Of people in the last 24 hours and on the seven days before, as the classifier has it; null for a term'),
  began: Hour.nullable(),
  posts: z.array(OwnPost).describe("The agency's newest ones on it"),
  spoke: Hour.nullable().describe('When the agency last spoke on it, in a post or an answer'),
  rumours: z.array(Rumour),
});
export type Matter = z.infer<typeof Matter>;

/** What one look at an agency's newest comments found. It passes from one job to the next and is never stored in `data/`. */
export const Lookout = z.strictObject({
  agency: Slug,
  name: z.string().min(1),
  zone: z.string().min(1),
  smallest: Count,
  hour: Hour.describe('The hour that had begun'),
  back: Count.describe("So many days back the agency's own posts were looked at"),
  read: z.array(Slug).describe('Accounts whose comments were read whole'),
  unread: z.array(z.strictObject({ account: Slug, reason: Reason })),
  unnamed: z.array(Slug).describe('Accounts of which nobody tells who wrote: all their comments count as one person'),
  matters: z.array(Matter),
  waiting: Count.describe('Terms that are not named, as no staff member has said yes'),
});
export type Lookout = z.infer<typeof Lookout>;
