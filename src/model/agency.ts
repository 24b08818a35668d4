import { z } from 'zod';
import { Deadline, Hours } from './calendar.ts';
import { Day, isZone } from './day.ts';
import { Target } from './target.ts';
import { Slug, Text } from './text.ts';

/** The name of an environment variable that holds a secret; never the secret. */
const Variable = z.string().regex(/^[A-Z][A-Z0-9_]*$/);

/** Anything that yields figures: a profile on a platform, a web property, an ad account, a register that the office keeps. */
export const Account = z.strictObject({
  id: Slug.describe('Part of the page address; never change it once published'),
  name: z.string().min(1).describe('As people know it'),
  platform: Slug,
  source: Slug.describe('How its figures come in: a name from sources.json'),
  handle: z.string().min(1).describe("The platform's name or id of the account"),
  url: z
    .url({ protocol: /^https$/ })
    .optional()
    .describe('Public address of the account, where it has one'),
  server: z.url().optional().describe('For self-hosted platforms'),
  api: z.string().min(1).max(40).optional().describe('API version to ask for, where not the one that the source names'),
  token: Variable.optional().describe('Name of the environment variable that holds the token; never the token'),
  secrets: z
    .record(Slug, Variable)
    .optional()
    .describe('Names of the variables of further secrets, by the purpose that sources.json names'),
  expires: Day.optional().describe('Last day on which the token is valid, where the platform does not tell'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional()
    .describe('Of an ad account: what its money is in (ISO 4217)'),
  tax: z.enum(['included', 'excluded']).optional().describe('Of an ad account: whether its spend holds the tax'),
  budget: z
    .number()
    .positive()
    .optional()
    .describe('For a platform that charges: US dollars that collecting may cost in a month'),
  settings: z
    .record(Slug, z.string().min(1).max(200))
    .optional()
    .describe('What the source has to know beside; sources.json names each'),
  comments: z
    .literal(true)
    .optional()
    .describe('Counts what people write under the posts, where the source can; the words are read in memory and never kept'),
  every: z
    .enum(['quarter', 'half-year', 'year'])
    .optional()
    .describe('Of a register whose file comes less often than each month: how often it is due; until then nothing is missing'),
  population: z
    .strictObject({ people: z.int().positive(), basis: Text.describe('Where the number is from') })
    .optional()
    .describe('Of a survey: how many people use the services that it asks about'),
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
    smallest: z
      .int()
      .min(5)
      .default(10)
      .describe('Counts of people under this are hidden before they are written, with as many others as it takes'),
    targets: z.array(Target).optional().describe('What the office means to reach, beside which each figure is put'),
    budgets: z
      .array(
        z.strictObject({
          account: Slug,
          every: z.enum(['month', 'quarter', 'year']),
          since: Day,
          until: Day.optional(),
          amount: z.number().positive().describe("In the account's currency"),
          basis: Text.describe('The budget document'),
        }),
      )
      .optional()
      .describe('What may be spent on an ad account in each period that lies whole between since and until'),
    calendar: Slug.optional().describe('The calendar of holidays that the office keeps: a file of data/calendars'),
    hours: z.array(Hours).optional().describe('When the office is open, for waiting in working hours'),
    deadlines: z
      .array(Deadline)
      .optional()
      .describe('By when complaints and requests have to be dealt with, with the rule that says so'),
    accounts: z.array(Account),
    peers: z
      .array(Account)
      .optional()
      .describe('Public accounts of other bodies, for comparison: followers and public engagement only'),
  })
  .superRefine((agency, context) => {
    const seen = new Set<string>();
    for (const list of ['accounts', 'peers'] as const) {
      (agency[list] ?? []).forEach((account, index) => {
        if (seen.has(account.id)) {
          context.addIssue({ code: 'custom', path: [list, index, 'id'], message: `"${account.id}" stands twice` });
        }
        seen.add(account.id);
      });
    }
  });
export type Agency = z.infer<typeof Agency>;
