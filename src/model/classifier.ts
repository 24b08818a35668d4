import { z } from 'zod';
import { Day } from './day.ts';
import { Label } from './label.ts';
import { Confusion } from './opinion.ts';
import { Slug, Text } from './text.ts';

const Share = z.number().min(0).max(1);
const Sha = z.string().regex(/^[0-9a-f]{64}$/);

/** How well the classifier did on a set of comments that it was not trained on. */
export const Measurement = z.strictObject({
  set: Slug,
  about: Text.describe('What the set is and where it is from'),
  n: z.int().positive(),
  macroF1: Share,
  accuracy: Share,
  confusion: Confusion,
});
export type Measurement = z.infer<typeof Measurement>;

/** `classifier/<version>/card.json`: what the weights beside it were made of and how well they do. */
export const ClassifierCard = z.strictObject({
  $schema: z.string(),
  version: z.string().regex(/^[1-9]\d{0,3}$/),
  made: Day,
  sha256: Sha.describe('Of weights.bin'),
  bytes: z.int().positive(),
  features: Text.describe('What it looks at'),
  trained: z.array(
    z.strictObject({
      file: z.string().min(1),
      sha256: Sha,
      rows: z.int().positive(),
      licence: Text,
      about: Text.describe('What it is, and what it was used for'),
      open: z.boolean().describe('Whether anybody may have the file'),
    }),
  ),
  rebuild: Text.describe('Who can make the same weights again, and how'),
  measured: z.array(Measurement).describe('On sets that it was not trained on'),
  topics: z
    .strictObject({ seen: Share, unseen: Share, n: z.int().positive(), about: Text })
    .nullable()
    .describe('Macro-F1 on our own corpus, on comments of topics that it was trained on, and of topics that it was not'),
  groups: z
    .array(
      z.strictObject({
        by: z.enum(['register', 'difficulty', 'language']),
        name: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
        n: z.int().positive(),
        accuracy: Share,
      }),
    )
    .describe("Our own corpus's withheld topics, part by part"),
  router: z.strictObject({ n: z.int().positive(), accuracy: Share, about: Text }).nullable(),
  speed: z
    .strictObject({
      perSecond: z.number().positive().describe('Comments of 80 characters, one core'),
      startMs: z.number().nonnegative().describe('Start-up beyond that of the bare runtime'),
      memoryMb: z.array(z.strictObject({ comments: z.int().positive(), mb: z.number().positive() })),
    })
    .nullable(),
  examples: z
    .array(
      z.strictObject({
        text: z.string().min(1).max(400),
        label: Label.describe('What the corpus says'),
        said: Label.describe('What the classifier says'),
        why: z
          .array(z.strictObject({ word: z.string(), weight: z.number() }))
          .max(8)
          .describe('Words that decided, strongest first'),
      }),
    )
    .default([])
    .describe(
      "About a dozen invented comments of our own corpus's withheld topics, right and wrong ones, for readers who check; the bench fills it",
    ),
});
export type ClassifierCard = z.infer<typeof ClassifierCard>;
