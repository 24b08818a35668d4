import { z } from 'zod';

/** What a comment says of its matter. */
export const Label = z.enum(['positive', 'neutral', 'negative']);
export type Label = z.infer<typeof Label>;

export const LABELS = Label.options;

/** The language a comment is written in, as far as the router tells them apart. */
export const Language = z.enum(['id', 'en', 'jv', 'su', 'other']);
export type Language = z.infer<typeof Language>;
