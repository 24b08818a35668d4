import { z } from 'zod';
import { Day } from './day.ts';
import { Reason } from './figure.ts';
import { LABELS, Label } from './label.ts';
import { PeriodId } from './period.ts';
import { Slug } from './text.ts';

const Count = z.int().nonnegative();

/** Days after a month's end in which its comments are waited for where an account could not be read whole. */
export const AWAITED = 35;

/** How many comments bear each label; null: hidden, as it is small or would tell one that is. */
export const LabelCounts = z.strictObject({
  positive: Count.nullable(),
  neutral: Count.nullable(),
  negative: Count.nullable(),
});
export type LabelCounts = z.infer<typeof LabelCounts>;

const Row = z.strictObject({ positive: Count, neutral: Count, negative: Count });

/** A labelled random sample, crossed: `[what a person said][what the classifier said]`. All that a correction needs. */
export const Confusion = z.strictObject({ positive: Row, neutral: Row, negative: Row });
export type Confusion = z.infer<typeof Confusion>;

/** What is counted together: all comments, those under one account's posts, or those on one topic. */
export const CellName = z.strictObject({
  of: z.enum(['all', 'account', 'topic']),
  id: Slug.optional().describe('The account or the topic'),
});
export type CellName = z.infer<typeof CellName>;

/** Comments of one cell in one month. */
export const OpinionCell = z.strictObject({ ...CellName.shape, comments: Count.nullable(), labels: LabelCounts });
export type OpinionCell = z.infer<typeof OpinionCell>;

/** What one classifier said of a month's comments, counted once, when the month closes. */
export const Reading = z.strictObject({
  classifier: z.string().describe('Version of the weights: data/classifier/<version>'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('Of the weights'),
  counted: Day,
  cells: z.array(OpinionCell),
});
export type Reading = z.infer<typeof Reading>;

/** Labels of a random sample that correct a share; a sitting with fewer is not kept. */
export const ENOUGH = 100;
/** Labels of each month, account or topic from which a share is put together. Fewer correct nothing, so that a sitting tells none of it. */
export const EACH = 30;
/** Share of a month's comments that may have gone or come since it was counted, for a sample to stand for them. */
export const DRIFT = 0.03;

/** One sitting of a staff member with a random sample of comments, of which only these sums were kept. */
export const Sitting = z.strictObject({
  classifier: z.string(),
  on: Day,
  scope: CellName.describe('What the sample was drawn from'),
  of: Count.describe('Comments that were there to draw from; some may have been deleted since the month was counted'),
  cells: z.array(z.strictObject({ ...CellName.shape, n: Count, confusion: Confusion })),
});
export type Sitting = z.infer<typeof Sitting>;

/** A word or phrase that more people used in a week than the weeks before let expect. */
export const Emerging = z.strictObject({
  term: z.string().min(2).max(60),
  people: z.int().positive().describe('Distinct people who wrote it that week'),
  usual: z
    .number()
    .nonnegative()
    .nullable()
    .describe(
      "People a week in the weeks before, on average, per as many comments; null: next to none, fewer in all than the agency's `smallest`",
    ),
  z: z.number().describe('Log-odds against the weeks before, in standard errors; a whole number where `usual` is null'),
  q: z.number().min(0).max(1).describe('Share of such terms expected to be false (Benjamini-Hochberg)'),
});
export type Emerging = z.infer<typeof Emerging>;

export const EmergingWeek = z.strictObject({
  week: PeriodId,
  from: Day,
  to: Day,
  weeks: Count.describe('How many weeks before it were compared with'),
  terms: z.array(Emerging),
  waiting: Count.describe('Terms that are not named, as no staff member has said yes'),
});
export type EmergingWeek = z.infer<typeof EmergingWeek>;

/** `opinion/<yyyy-mm>.json`: what people's comments of a month say, as counts. Never a comment, nor who wrote it. */
export const OpinionMonth = z.strictObject({
  $schema: z.string(),
  month: z.string().regex(/^\d{4}-\d{2}$/),
  accounts: z.array(Slug).describe('Accounts whose comments were read whole'),
  without: z.array(z.strictObject({ account: Slug, reason: Reason })).describe('Accounts that should be among them, and why not'),
  readings: z
    .array(Reading)
    .min(1)
    .max(2)
    .describe('One; or, in the month in which the classifier changed, that of the old one and of the new one after it'),
  sittings: z.array(Sitting),
  emerging: z
    .array(EmergingWeek)
    .describe('Of all accounts that were read whole, those too small to stand under `accounts` as well'),
});
export type OpinionMonth = z.infer<typeof OpinionMonth>;

/** A share or a score: corrected, with its interval; or as the classifier has it, uncorrected and without one. */
export const Estimate = z.strictObject({
  value: z.number().nullable(),
  reason: Reason.optional(),
  raw: z.number().nullable().describe('As the classifier alone has it'),
  interval: z
    .strictObject({ from: z.number(), to: z.number() })
    .optional()
    .describe('95 %, where it is corrected by at least 100 labels of a random sample of these very comments (PPI++)'),
});
export type Estimate = z.infer<typeof Estimate>;

/** What is said in one cell over a period. */
export const Opinion = z.strictObject({
  of: z.enum(['all', 'platform', 'account', 'topic', 'policy']),
  id: Slug.optional(),
  comments: Count.nullable(),
  reason: Reason.optional(),
  labels: LabelCounts,
  shares: z.strictObject({ positive: Estimate, neutral: Estimate, negative: Estimate }),
  net: Estimate.describe('Positive less negative, of all'),
  score: Estimate.describe('Positive, of positive and negative'),
  n: Count.describe('Labels of staff that correct it; 0: uncorrected'),
});
export type Opinion = z.infer<typeof Opinion>;

/** Of a report: what people said in its period. */
export const OpinionReport = z.strictObject({
  months: z.array(z.string()).describe('Months of the period that are counted'),
  missing: z.array(z.string()).describe('Months of it that are over and not counted'),
  accounts: z.array(Slug),
  without: z
    .array(z.strictObject({ account: Slug, reason: Reason }))
    .describe('Accounts that are in none of its months, and why'),
  partly: z
    .array(z.strictObject({ account: Slug, known: z.int().positive(), expected: z.int().positive() }))
    .optional()
    .describe('Accounts that are in some of its months alone: in how many, of how many'),
  classifier: z.array(z.string()).describe('Versions of the weights, oldest first'),
  cells: z.array(Opinion),
  accuracy: z
    .strictObject({
      n: z.int().positive(),
      share: z.number(),
      interval: z.strictObject({ from: z.number(), to: z.number() }),
      confusion: Confusion,
      sittings: z.array(z.strictObject({ month: z.string(), on: Day, n: Count, of: Count })),
    })
    .nullable()
    .describe(
      "How often the classifier agreed with staff on the period's random samples, each month by its comments; null where none was labelled",
    ),
  emerging: z.array(EmergingWeek),
  history: z
    .array(
      z.strictObject({
        of: z.enum(['all', 'topic', 'policy']),
        id: Slug.optional(),
        points: z.array(
          z.strictObject({
            period: PeriodId,
            months: z
              .strictObject({ known: z.int().positive(), expected: z.int().positive() })
              .optional()
              .describe('Where not all of its months are counted: how many are, of how many'),
            comments: Count.nullable(),
            labels: LabelCounts,
            shares: z.strictObject({ positive: Estimate, neutral: Estimate, negative: Estimate }),
            classifier: z.array(z.string()),
          }),
        ),
      }),
    )
    .describe('Up to 13 periods of the same kind, this one last'),
  breaks: z
    .array(
      z.strictObject({
        month: z.string(),
        from: z.string(),
        to: z.string(),
        before: LabelCounts,
        after: LabelCounts,
      }),
    )
    .describe('Months in which the classifier changed: what the old and the new one say of all comments'),
});
export type OpinionReport = z.infer<typeof OpinionReport>;

/** Counts of labels that are all known. */
export type Labelled = Readonly<Record<Label, number>>;

export const NO_LABELS: Labelled = Object.freeze(Object.fromEntries(LABELS.map((label) => [label, 0])) as Record<Label, number>);
