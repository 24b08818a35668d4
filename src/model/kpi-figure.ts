import { z } from 'zod';
import { Reason } from './figure.ts';
import { PeriodId } from './period.ts';
import { Span } from './run.ts';
import { TargetStatus } from './target.ts';
import { Slug, Text } from './text.ts';

/** `agency`, or the id of one of its accounts. */
export const Scope = z.string().min(1).describe('"agency", or the id of an account');
export type Scope = z.infer<typeof Scope>;

export const Unit = z.enum([
  'people',
  'count',
  'ratio',
  'per-post',
  'per-week',
  'money',
  'hours',
  'working-hours',
  'days-behind',
  'score',
]);
export type Unit = z.infer<typeof Unit>;

/** Step of the evaluation chain (AMEC, GCS): what was put in, put out, taken out, came of it, changed. */
export const Stage = z.enum(['input', 'output', 'out-take', 'outcome', 'impact']);
export type Stage = z.infer<typeof Stage>;

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
    stage: Stage,
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
      .describe(
        'Where the true share lies with 95 % confidence, were those who answered drawn by lot; of what comments say, where staff labelled a random sample',
      ),
    uncorrected: z
      .literal(true)
      .optional()
      .describe('As a program labelled the comments: no person has checked enough of them, and nobody knows how far it is off'),
    also: z
      .array(z.strictObject({ how: Slug, value: z.number(), grade: z.string().max(40).optional(), unit: Unit.optional() }))
      .optional()
      .describe(
        'The same figure computed in another way that is in use, named, or what it is to be read beside; in its own unit, where it has one',
      ),
    days: z
      .strictObject({ known: z.int().nonnegative(), expected: z.int().nonnegative() })
      .optional()
      .describe('Coverage: days of the window whose figures, or posts, are there, of those that should be; summed over accounts'),
    early: z
      .strictObject({
        count: z.int().positive(),
        of: z.enum(['days', 'months', 'posts']),
        grows: z
          .literal(true)
          .optional()
          .describe('They go on growing until then: beside what has settled, they always look less'),
      })
      .optional()
      .describe(
        'How many of the days, months or posts behind the value were last read before they had settled: they may have moved since',
      ),
    channels: z
      .array(
        z.strictObject({
          channel: z.string(),
          numerator: z.number(),
          denominator: z.number(),
          months: z
            .strictObject({ known: z.int().positive(), expected: z.int().positive() })
            .optional()
            .describe('Where some of its months lack one of the two counts and are left out: how many have both, of how many'),
        }),
      )
      .optional()
      .describe('Of a rate over channels: those that it covers, each with its own counts'),
    counted: z
      .strictObject({
        of: z.enum(['posts', 'channel-months', 'event-days']),
        known: z.int().positive(),
        expected: z.int().positive(),
      })
      .optional()
      .describe(
        'Where not all give the figure: how many do, of the posts that carry it, of the months of the channels, or of the events day by day. The others are left out; of a sum that lacks some, the value is not known',
      ),
    over: z.array(Slug).describe('Accounts that the value covers'),
    without: z.array(z.strictObject({ account: Slug, reason: Reason })).describe('Accounts that do not give it, and why'),
    partly: z
      .array(z.strictObject({ account: Slug, known: z.int().positive(), expected: z.int().positive() }))
      .optional()
      .describe(
        'Of what is counted by month: accounts among those covered of which only some months are in it: how many, of how many',
      ),
    grounds: z.array(Ground),
  })
  .refine((figure) => (figure.value === null) === (figure.reason !== undefined), {
    error: 'a null needs its reason, and only a null has one',
  });
export type KpiFigure = z.infer<typeof KpiFigure>;

/** A figure beside the one of the period before, or of the same period a year before. */
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
      'accounts-weigh',
      'metric-changed',
      'method-changed',
      'period-not-over',
      'period-not-covered',
      'provisional',
      'counted-early',
      'uncorrected',
      'uncorrected-then',
      'uncertain',
    ])
    .optional()
    .describe('Why the difference is not given, or is to be read with care'),
  usual: z
    .strictObject({ from: z.number(), to: z.number(), n: z.int().positive(), beyond: z.boolean() })
    .optional()
    .describe(
      'Where the figure would lie had nothing changed, by the n comparable periods before it; and whether it lies outside. Left out where there are too few',
    ),
});
export type Comparison = z.infer<typeof Comparison>;

/** A target with what became of it in this period. */
export const TargetState = z
  .strictObject({
    kpi: Slug,
    scope: Scope,
    direction: z.enum(['at-least', 'at-most']),
    target: z.number(),
    near: z.number(),
    baseline: z.strictObject({ value: z.number(), period: PeriodId }).optional(),
    basis: Text,
    status: TargetStatus,
    value: z.number().nullable(),
    reason: Reason.optional().describe('Why it is not measurable'),
    over: z.array(Slug).optional().describe('Accounts that the value covers, where others that belong to it do not give it'),
    unsure: z
      .literal(true)
      .optional()
      .describe("The target lies within the figure's interval: met or missed, the true share may lie on the other side"),
  })
  .refine((state) => (state.value === null) === (state.reason !== undefined), {
    error: 'a null needs its reason, and only a null has one',
  });
export type TargetState = z.infer<typeof TargetState>;
