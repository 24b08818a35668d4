import { z } from 'zod';
import { Day } from './day.ts';
import { Dimension } from './dimension.ts';
import { Reason } from './figure.ts';
import { Measure } from './measure.ts';
import { Window } from './observation.ts';
import { PeriodId, PeriodKind } from './period.ts';
import { PostType } from './post.ts';
import { Span } from './run.ts';
import { Family } from './source.ts';
import { Slug } from './text.ts';

/** `agency`, or the id of one of its accounts. */
export const Scope = z.string().min(1).describe('"agency", or the id of an account');
export type Scope = z.infer<typeof Scope>;

export const Unit = z.enum(['people', 'count', 'ratio', 'per-post', 'money', 'hours', 'score']);
export type Unit = z.infer<typeof Unit>;

/** The platform metric that a figure rests on. */
export const Ground = z.strictObject({ account: Slug, source: Slug, metric: z.string(), api: z.string() });
export type Ground = z.infer<typeof Ground>;

/** One KPI of one scope in one period, with all that is needed to compute it again. */
export const KpiFigure = z
  .strictObject({
    kpi: Slug,
    scope: Scope,
    value: z.number().nullable(),
    reason: Reason.optional(),
    unit: Unit,
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional()
      .describe('Of money (ISO 4217)'),
    method: z.int().positive().describe('Version of the definition; a new one is a break'),
    window: Span.describe('The days that the value speaks of'),
    numerator: z.number().optional(),
    denominator: z.number().optional(),
    n: z.int().nonnegative().optional().describe('What stands behind a median, a rate or a score: posts, answers, complaints'),
    grade: z.string().max(40).optional().describe('The class in which a score falls, by the rule that the KPI names'),
    interval: z
      .strictObject({ from: z.number(), to: z.number() })
      .optional()
      .describe('Where the true share lies with 95 % confidence, were those who answered drawn by lot'),
    also: z
      .array(z.strictObject({ how: Slug, value: z.number(), grade: z.string().max(40).optional() }))
      .optional()
      .describe('The same figure computed in another way that is in use, named'),
    days: z.strictObject({ known: z.int().nonnegative(), expected: z.int().nonnegative() }).optional(),
    early: z
      .strictObject({ count: z.int().positive(), of: z.enum(['days', 'months', 'posts']) })
      .optional()
      .describe(
        'How many of the days, months or posts behind the value were last read before they had settled: they may have moved since',
      ),
    channels: z
      .array(z.strictObject({ channel: z.string(), numerator: z.number(), denominator: z.number() }))
      .optional()
      .describe('Of a rate over channels: those that it covers, each with its own counts'),
    over: z.array(Slug).describe('Accounts that the value covers'),
    without: z.array(z.strictObject({ account: Slug, reason: Reason })).describe('Accounts that do not give it, and why'),
    grounds: z.array(Ground),
  })
  .refine((figure) => (figure.value === null) === (figure.reason !== undefined), {
    error: 'a null needs its reason, and only a null has one',
  });
export type KpiFigure = z.infer<typeof KpiFigure>;

/** A figure beside the one of the period before. */
export const Comparison = z.strictObject({
  kpi: Slug,
  scope: Scope,
  with: PeriodId,
  value: z.number().nullable().describe('The figure of the other period'),
  reason: Reason.optional(),
  difference: z
    .number()
    .nullable()
    .describe('This period less the other; null where either is missing or they are not comparable'),
  ratio: z
    .number()
    .nullable()
    .describe('difference / other value; null where that is zero or missing, or the figure is itself a ratio'),
  note: z
    .enum([
      'accounts-differ',
      'channels-differ',
      'metric-changed',
      'method-changed',
      'period-not-over',
      'period-not-covered',
      'provisional',
      'counted-early',
    ])
    .optional()
    .describe('Why the difference is not given, or is to be read with care'),
});
export type Comparison = z.infer<typeof Comparison>;

/** How complete one account's figures are, and what is missing. */
export const AccountState = z.strictObject({
  account: Slug,
  source: Slug,
  family: Family.describe('What kind of account it is: a KPI speaks of some kinds only'),
  known: z.int().nonnegative().describe('Day figures that are there'),
  expected: z
    .int()
    .nonnegative()
    .describe(
      'Day figures that the source should give: each daily measure and the posts, for each day, and what comes monthly once',
    ),
  through: Day.nullable().describe('Last day with a figure'),
  outside: z.boolean().describe('Whether posts were read from an export that is not published, since it can hold names'),
  daily: z
    .array(z.strictObject({ day: Day, known: z.int().nonnegative(), expected: z.int().nonnegative() }))
    .describe('Months only'),
  gaps: z.array(
    z.strictObject({ measure: Measure.nullable(), from: Day, to: Day, reason: Reason, detail: z.string().optional() }),
  ),
  early: z
    .array(z.strictObject({ measure: Measure.nullable().describe('null: the figures of posts'), from: Day, to: Day }))
    .optional()
    .describe('Of a settled period: figures that were last read before they had settled, and count as they were then'),
});
export type AccountState = z.infer<typeof AccountState>;

/** Daily figures of one account for a chart. A new `metric` is a break, never a continuation. */
export const DailySeries = z.strictObject({
  account: Slug,
  measure: Measure,
  window: Window,
  metric: z.string(),
  api: z.string(),
  points: z.array(z.strictObject({ day: Day, value: z.number().nullable(), reason: Reason.optional() })),
});
export type DailySeries = z.infer<typeof DailySeries>;

/** The same KPI over the periods before, for a chart. */
export const History = z.strictObject({
  kpi: Slug,
  scope: Scope,
  points: z.array(
    z.strictObject({
      period: PeriodId,
      value: z.number().nullable(),
      reason: Reason.optional(),
      provisional: z.literal(true).optional(),
      metrics: z.array(z.string()).describe("The platforms' metric names; a change is a break"),
    }),
  ),
});
export type History = z.infer<typeof History>;

/** One part of a breakdown. */
const PartRow = z
  .strictObject({
    dimensions: z.partialRecord(Dimension, z.string().min(1).max(100)),
    value: z.number().nullable(),
    reason: Reason.optional().describe('"suppressed" where it concerns too few people'),
  })
  .refine((row) => (row.value === null) === (row.reason !== undefined), {
    error: 'a null needs its reason, and only a null has one',
  });

/** One measure of one account broken down, for a table. Parts need not come to the whole: platforms leave some out. */
export const Parts = z.strictObject({
  account: Slug,
  family: Family,
  measure: Measure,
  by: z.array(Dimension).min(1),
  day: Day.describe('The day that a snapshot shows, or the last day that the values cover'),
  snapshot: z.boolean().describe('Whether it is a state, not what came in the period'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  metric: z.string(),
  api: z.string(),
  observed: Day.describe(
    "When the newest of the values was seen: a table by people's attributes is renewed only where every change is large",
  ),
  rows: z.array(PartRow).describe('Largest first; what is hidden last'),
});
export type Parts = z.infer<typeof Parts>;

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

/** `reports/<period>.json`: computed, safe to delete and rebuild. */
export const Report = z.strictObject({
  $schema: z.string(),
  agency: Slug,
  period: PeriodId,
  kind: PeriodKind,
  from: Day,
  to: Day,
  asOf: Day.describe('Day of the newest run that the figures rest on'),
  begins: Day.describe('First day of the period that every account can cover; later than `from` where reporting began within it'),
  through: Day.describe('Last day of the period that the figures can cover so far'),
  status: z.enum(['provisional', 'final']),
  finalFrom: Day.describe('First day on which the period is settled and an edition is written'),
  open: z
    .array(z.enum(['platforms', 'registers']))
    .optional()
    .describe('What may still change a provisional report: corrections of platforms, registers that go on growing'),
  edition: z.int().positive().nullable().describe('Number of the newest edition; null while provisional'),
  figures: z.array(KpiFigure),
  comparisons: z.array(Comparison),
  accounts: z.array(AccountState),
  daily: z.array(DailySeries).describe('Months only: day by day'),
  history: z.array(History).describe('Up to 13 periods of the same kind, this one last'),
  parts: z.array(Parts).describe('Months only: figures by campaign, age, class and the like'),
  posts: z.array(NotedPost).describe('The posts that drew most engagements, at most ten'),
});
export type Report = z.infer<typeof Report>;
