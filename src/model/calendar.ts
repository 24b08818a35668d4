import { z } from 'zod';
import { Day } from './day.ts';
import { Slug, Text } from './text.ts';

/** A day on which offices are closed by decree. */
const Holiday = z.strictObject({
  day: Day,
  name: Text,
  kind: z.enum(['holiday', 'joint-leave']).describe('A national holiday, or leave that all offices take together'),
});

/** The decree that sets one year's holidays. */
const Year = z.strictObject({
  year: z.int().min(2000).max(2100),
  basis: Text.describe('The decree that sets these days, with its number, and how sure this file is of it'),
  url: z.url({ protocol: /^https$/ }).optional(),
  holidays: z.array(Holiday),
});

/** `calendars/<calendar>.json`, edited by staff: which days are no working days. A year that is not listed is not known. */
export const Calendar = z
  .strictObject({ $schema: z.string(), id: Slug, name: Text, years: z.array(Year) })
  .superRefine(({ years }, context) => {
    const seen = new Set<string>();
    years.forEach(({ year, holidays }, at) =>
      holidays.forEach(({ day }, index) => {
        const path = ['years', at, 'holidays', index, 'day'];
        if (!day.startsWith(`${year}-`)) context.addIssue({ code: 'custom', path, message: `${day} is no day of ${year}` });
        if (seen.has(day)) context.addIssue({ code: 'custom', path, message: `${day} stands twice` });
        seen.add(day);
      }),
    );
  });
export type Calendar = z.infer<typeof Calendar>;

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'write a time as 07:30');

/** When an office is open. */
export const Hours = z.strictObject({
  since: Day.describe('First day on which these hours hold'),
  week: z
    .array(z.strictObject({ days: z.array(z.int().min(1).max(7)).min(1).describe('1 is Monday'), from: Clock, to: Clock }))
    .min(1)
    .describe('Several spans on one day leave a break between them'),
  basis: Text.optional(),
});
export type Hours = z.infer<typeof Hours>;

/** By when a matter has to be dealt with. A new rule begins with its `since`; what was received before keeps the old one. */
export const Deadline = z.strictObject({
  matter: z.enum(['complaint', 'request']).default('complaint').describe('What it is about: complaints, or information requests'),
  account: Slug.optional().describe('The register that it holds for; left out, it holds for all of its kind'),
  class: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .describe('The class that it holds for; left out, it holds for those without a rule of their own'),
  of: z.enum(['answer', 'close']),
  within: z.int().positive(),
  unit: z.enum(['working-days', 'days']).describe('Counted from the day after receipt'),
  since: Day.describe('First day of receipt for which it holds'),
  until: Day.optional(),
  basis: Text.describe('The rule that sets it, so that a reader can look it up'),
  url: z.url({ protocol: /^https$/ }).optional(),
});
export type Deadline = z.infer<typeof Deadline>;

/** What an office promises, and when it works: all that is needed to tell whether a matter was dealt with in time. */
export interface Office {
  readonly calendar?: Calendar;
  readonly hours: readonly Hours[];
  readonly deadlines: readonly Deadline[];
}
