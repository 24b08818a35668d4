import { z } from 'zod';

/** A text by language code. English is the common ground: it is always there; what lacks elsewhere falls back to it and says so. */
export const Text = z.record(z.string().regex(/^[a-z]{2,3}$/), z.string().min(1)).refine((text) => 'en' in text || 'id' in text, {
  error: 'write the text in "id" or "en" at least',
});
export type Text = z.infer<typeof Text>;

/** The name of an agency, account, campaign: part of addresses and file names, so nothing a file system or URL treats as special. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use small letters, digits and single hyphens')
  .max(40)
  .refine((slug) => !RESERVED.has(slug), { error: 'this name is reserved; choose another' });
export type Slug = z.infer<typeof Slug>;

/** Names that addresses use themselves, that Windows refuses, or that JavaScript objects already have. */
const RESERVED = new Set(
  'accounts data en id method about agency api charts schema editions reports runs posts observations con prn aux nul com1 com2 com3 lpt1 lpt2 lpt3 constructor prototype git campaigns results calendars revisions peers opinion topics terms classifier corpus'.split(
    ' ',
  ),
);
