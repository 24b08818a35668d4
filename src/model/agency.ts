import { z } from 'zod';
import { Day, isZone } from './day.ts';
import { Slug } from './text.ts';

/** Anything that yields figures: here a profile on a platform. */
export const Account = z.strictObject({
  id: Slug.describe('Part of the page address; never change it once published'),
  name: z.string().min(1).describe('As people know it'),
  platform: Slug,
  source: Slug.describe('How its figures come in: a name from sources.json'),
  handle: z.string().min(1).describe("The platform's name or id of the account"),
  url: z.url({ protocol: /^https$/ }).describe('Public address of the account'),
  server: z.url().optional().describe('For self-hosted platforms'),
  token: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]*$/)
    .optional()
    .describe('Name of the environment variable that holds the token; never the token'),
  since: Day.describe('First day that the reports should cover'),
  until: Day.optional().describe('Last day, for an account that was closed'),
});
export type Account = z.infer<typeof Account>;

/** `agencies/<agency>/agency.json`, edited by staff. */
export const Agency = z
  .strictObject({
    $schema: z.string(),
    id: Slug,
    name: z.string().min(1),
    short: z.string().min(1).max(40).describe('Name for head lines'),
    place: z.string().min(1),
    sample: z.literal(true).optional().describe('Invented figures: every page says so'),
    url: z.url({ protocol: /^https$/ }).optional(),
    contact: z.string().min(3).describe('Where citizens report a wrong figure: an address of the office, not of a person'),
    zone: z.string().refine(isZone, 'no IANA time zone; Indonesia has Asia/Jakarta, Asia/Makassar, Asia/Jayapura'),
    languages: z
      .array(z.string().regex(/^[a-z]{2,3}$/))
      .min(1)
      .describe('First one is the default'),
    licence: z.strictObject({ name: z.string().min(1), url: z.url({ protocol: /^https$/ }) }).describe("Of the agency's data"),
    floor: z.number().min(0).max(1).default(0.8).describe('Coverage under which a run is reported as failed; it still publishes'),
    accounts: z.array(Account),
  })
  .superRefine((agency, context) => {
    const seen = new Set<string>();
    agency.accounts.forEach((account, index) => {
      if (seen.has(account.id)) {
        context.addIssue({ code: 'custom', path: ['accounts', index, 'id'], message: `"${account.id}" stands twice` });
      }
      seen.add(account.id);
    });
  });
export type Agency = z.infer<typeof Agency>;
