import { z } from 'zod';
import { Day } from './day.ts';
import { Dimension } from './dimension.ts';
import { Reason } from './figure.ts';
import { Layout } from './layout.ts';
import { Measure } from './measure.ts';
import { Window } from './observation.ts';
import { Slug, Text } from './text.ts';

/** One figure that a source gives. */
const Given = z.strictObject({
  measure: Measure,
  level: z.enum(['account', 'post']),
  window: Window.optional().describe('For account figures; a post figure counts since publication'),
  dimensions: z
    .array(Dimension)
    .optional()
    .describe('What the figure is broken down by; the same measure without them is declared apart'),
  metric: z.string().describe("The platform's own name"),
  snapshot: z.boolean().describe('True where only the state at the time of the pull is given: a missed day stays missing'),
  since: Day.optional(),
  until: Day.optional().describe('Last day before the platform withdrew the metric'),
  optional: z
    .literal(true)
    .optional()
    .describe('Comes in a file of its own, which an office may leave out: missing only once one was imported'),
  grows: z
    .literal(true)
    .optional()
    .describe(
      "A month's figure goes on changing until it settles: its parts by people's attributes are written only then, and no difference to another month is given before",
    ),
  note: Text.optional(),
});

/** One figure that a reader would expect and the source does not give. */
const Lacking = z.strictObject({ measure: Measure, level: z.enum(['account', 'post']), reason: Reason, note: Text.optional() });

/**
 * What kind of account a source speaks of. Shared code asks this, never a platform's name: a KPI says which families it is about, and
 * nothing is missing where it does not apply.
 */
export const Family = z.enum(['social', 'web', 'ads', 'register']);
export type Family = z.infer<typeof Family>;

/**
 * What a source can and cannot give. Written in the source's own file, published as `sources.json`, and all that other rooms know
 * of a platform.
 */
export const Declaration = z.strictObject({
  id: Slug,
  platform: Slug,
  name: z.string().describe('The platform as people call it'),
  title: Text.describe('The source in a few words'),
  family: Family,
  kind: z.enum(['api', 'export']),
  api: z.string().describe('API version or export format in use'),
  versions: z
    .array(z.strictObject({ api: z.string(), ends: Day.optional() }))
    .optional()
    .describe('API versions that the platform still answers, with the last day of each where it is known'),
  server: z.url().optional().describe('Default address; an account may name another'),
  secrets: z
    .array(
      z.strictObject({
        purpose: z
          .string()
          .describe('The first is the account\'s "token"; the others stand under "secrets" of the account by this name'),
        note: Text,
        optional: z.literal(true).optional().describe('Without it the source gives less, and says what'),
      }),
    )
    .describe('Tokens that an account has to name'),
  settings: z
    .array(z.strictObject({ id: Slug, note: Text, optional: z.literal(true).optional() }))
    .optional()
    .describe('What an account has to say beside, under "settings"'),
  quota: z
    .strictObject({ requests: z.int().positive(), seconds: z.int().positive() })
    .optional()
    .describe('Calls that the platform allows in so many seconds; at most 80 % of them are made'),
  resumes: z
    .literal(true)
    .optional()
    .describe('Gives the posts of any stretch of days, so that a first reading that broke off goes on below where it stopped'),
  price: z
    .strictObject({ usd: z.number().positive(), per: Text })
    .optional()
    .describe('What the platform charges for one resource that is read'),
  peers: z.literal(true).optional().describe("Also gives the public figures of accounts that are not one's own"),
  personal: z
    .literal(true)
    .optional()
    .describe('The export holds names or texts: it is read from outside the repository and never kept'),
  layouts: z.array(Layout).optional().describe('Of a register that the office keeps itself: the tables it may hand in'),
  gives: z.array(Given),
  lacks: z.array(Lacking),
  engagement: z.array(Measure).describe('The named actions that this platform counts as engagement, added up'),
  settles: z.int().nonnegative().describe('Days after which the platform no longer corrects a daily figure'),
  freezes: z.int().positive().describe("Age in days at which a post's figures are final"),
  retention: z.int().positive().optional().describe('Days for which the platform keeps daily figures'),
  limits: Text.describe('Limits, costs, quirks that a reader of the figures should know'),
  how: z.array(Text).describe('How to get the token or the export, step by step'),
  terms: Text.optional().describe(
    "What the platform's terms say on keeping figures, as far as it was read; else an open question",
  ),
  tried: z.union([z.literal('never'), Day]).describe('When it was last tried against the live platform'),
  fixture: z.string().describe('What the tests replay: a real recording, or "ours" where there is none'),
  documentation: z.url().optional(),
});
export type Declaration = z.infer<typeof Declaration>;

/** `data/sources.json` */
export const Sources = z.strictObject({ $schema: z.string(), sources: z.array(Declaration) });
export type Sources = z.infer<typeof Sources>;
