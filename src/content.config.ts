import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const day = z.union([z.string(), z.date().transform((date) => date.toISOString().slice(0, 10))]);

/** What staff write to a report, one file a report and language. The gate has checked each before Astro reads it. */
const commentary = defineCollection({
  loader: glob({
    pattern: '*/*.mdx',
    base: process.env['TERANG_COMMENTARY'] ?? './src/content/commentary',
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  }),
  schema: z.strictObject({
    title: z.string(),
    author: z.string().optional(),
    date: day.optional(),
    period: z.coerce.string(),
    lang: z.string(),
    summary: z.string().optional(),
  }),
});

export const collections = { commentary };
