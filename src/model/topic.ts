import { z } from 'zod';
import { Day } from './day.ts';
import { Slug, Text } from './text.ts';

const Link = z.url({ protocol: /^https$/ });

/** Something that the agency did about a topic: answered, posted, or changed. */
export const Deed = z.strictObject({
  on: Day,
  kind: z.enum(['reply', 'post', 'change']).describe('An answer to people, an own post, or a change of what the office does'),
  text: Text.describe('What was done, one sentence'),
  account: Slug.optional().describe('Of a post or an answer: the account it stands on'),
  post: z.string().min(1).max(300).optional().describe("Of a post: the platform's id of it, as in the data"),
  url: Link.optional(),
});
export type Deed = z.infer<typeof Deed>;

/** Something untrue that goes round, and whether it was answered. */
export const Rumour = z.strictObject({
  since: Day.describe('Day on which staff first saw it'),
  claim: Text.describe('What is said, without naming who says it'),
  answered: Deed.optional().describe('The first answer'),
});
export type Rumour = z.infer<typeof Rumour>;

/** A matter that staff follow through people's comments: a subject, or a policy. */
export const Topic = z.strictObject({
  id: Slug.regex(/^[a-z]/, 'begin with a letter').describe('Part of the page address; never change it once published'),
  kind: z.enum(['topic', 'policy']),
  name: Text,
  words: z
    .array(z.string().trim().min(2).max(60))
    .min(1)
    .max(80)
    .describe('Words or phrases, any of which makes a comment one on this topic; a closing * stands for any ending'),
  hashtags: z
    .array(z.string().regex(/^[^\s#]+$/))
    .default([])
    .describe('Without #'),
  under: z
    .array(z.string().regex(/^[^\s#]+$/))
    .default([])
    .describe('Hashtags of own posts, without #: comments under these are on this topic whatever their words'),
  since: Day.describe('First day on which it is counted; only months that have not closed yet'),
  until: Day.optional(),
  rumours: z.array(Rumour).default([]),
  done: z.array(Deed).default([]),
});
export type Topic = z.infer<typeof Topic>;

/** `topics.json`, edited by staff. */
export const Topics = z
  .strictObject({ $schema: z.string(), topics: z.array(Topic).max(40) })
  .refine(({ topics }) => new Set(topics.map(({ id }) => id)).size === topics.length, { error: 'two topics have one id' });
export type Topics = z.infer<typeof Topics>;

const Decision = z.strictObject({ term: z.string().min(2).max(60), on: Day });

/** `terms.json`: words and phrases on which staff decided whether the public report may name them as emerging. */
export const Terms = z.strictObject({
  $schema: z.string(),
  accepted: z.array(Decision).describe('May be named'),
  refused: z.array(Decision).describe('Are never named nor proposed again'),
});
export type Terms = z.infer<typeof Terms>;
