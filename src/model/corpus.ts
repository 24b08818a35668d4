import { z } from 'zod';
import { Label } from './label.ts';

/** What the comments of the corpus are about; each is one file of it. */
export const CorpusTopic = z.enum([
  'aid',
  'clinics',
  'elections',
  'floods',
  'hoaxes',
  'id-cards',
  'officials',
  'online-services',
  'power',
  'prices',
  'roads',
  'rubbish',
  'schools',
  'taxes',
  'transport',
  'vaccines',
]);
export type CorpusTopic = z.infer<typeof CorpusTopic>;

/** Topics that no classifier may be trained on: what it scores on them tells what it does with a matter that it has never met. */
export const WITHHELD: readonly CorpusTopic[] = ['aid', 'clinics', 'elections', 'power'];

/** One invented comment: a line of `corpus/<topic>.jsonl`. */
export const CorpusRow = z
  .strictObject({
    id: z.string().regex(/^[a-z-]+-\d{3}$/),
    text: z.string().min(1).max(400),
    label: Label.describe('As the writer of the comment labelled it'),
    second: Label.describe('As a second pass labelled it that saw the text alone'),
    topic: CorpusTopic,
    target: z
      .enum(['agency', 'service', 'policy', 'official', 'people', 'event', 'other', 'none'])
      .describe('What the feeling, or the question, is about'),
    register: z.enum([
      'formal',
      'chatty',
      'slang',
      'regional',
      'angry',
      'ironic',
      'polite',
      'question',
      'thanks',
      'off-topic',
      'spam',
    ]),
    language: z.enum(['id', 'en', 'jv', 'su', 'id-en', 'id-jv', 'id-su', 'id-other']),
    difficulty: z.enum([
      'plain',
      'irony',
      'mixed',
      'negation',
      'implicit',
      'contrast',
      'context',
      'slang',
      'code-mixing',
      'idiom',
      'emoji',
      'typo',
      'question',
      'rhetorical',
      'quote',
      'spam',
    ]),
    note: z.string().min(1).max(120).optional().describe('What is hard about it; left out where it is plain'),
  })
  .refine((row) => (row.difficulty === 'plain') === (row.note === undefined), {
    error: 'a note is due where the comment is not plain, and only there',
    path: ['note'],
  });
export type CorpusRow = z.infer<typeof CorpusRow>;
