import { z } from 'zod';
import type { Lookout, Matter } from '#model/lookout.ts';
import { Slug } from '#model/text.ts';

const Hour = z.int().nonnegative();

/** A matter that is reported, as the open issue itself remembers it: there is nothing else that does. */
const Standing = z.strictObject({
  of: z.enum(['all', 'topic', 'term']),
  id: z.string().min(1).max(60).optional(),
  alarms: z.array(z.enum(['volume', 'negative'])).min(1),
  began: Hour.describe('When it began, as first reported'),
  last: Hour.describe('The last look that found it unusual'),
  read: z.array(Slug).describe('Accounts that were read when it was last unusual'),
});
export type Standing = z.infer<typeof Standing>;

const Memory = z.strictObject({ standing: z.array(Standing) });

/** Hours without an alarm after which a matter is calm. */
const CALM = 48;
/** Hours after which it is, even where an account that told of it can't be read any more. */
const FORGOTTEN = 168;

/** What is new since the issue was written last, and all that is to stand in it. */
export interface Remembered {
  readonly standing: readonly Standing[];
  readonly added: readonly Standing[];
}

/** Reads back what an issue's body says is reported; nothing where somebody has changed that line. */
export function recall(body: string): readonly Standing[] {
  const text = /<!-- terang (\{.*\}) -->/.exec(body)?.[1];
  if (text === undefined) return [];
  try {
    return Memory.parse(JSON.parse(text)).standing;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return [];
    throw error;
  }
}

/** As a line of Markdown that nobody sees. Nothing in it can end the comment early. */
export function inscribe(standing: readonly Standing[]): string {
  const text = JSON.stringify({ standing }).replace(/[<>&]|--/g, (some) =>
    [...some].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  );
  return `<!-- terang ${text} -->`;
}

/** Puts a look beside what was reported before: what stays, what is new, and what has calmed down. */
export function remember(before: readonly Standing[], { matters, hour, read }: Lookout): Remembered {
  const now = matters.filter(({ alarms }) => alarms.length > 0);
  const added: Standing[] = [];
  const current = now.map((matter): Standing => {
    const { of, id, alarms, began } = matter;
    const known = before.find((one) => isSame(one, matter));
    const both = [...new Set([...(known?.alarms ?? []), ...alarms])].sort();
    const one: Standing = {
      of,
      ...(id === undefined ? {} : { id }),
      alarms: both,
      began: known?.began ?? began ?? hour,
      last: hour,
      read: [...read],
    };
    if (!known || both.length > known.alarms.length) added.push(one);
    return one;
  });
  const rest = before.filter((one) => !now.some((matter) => isSame(one, matter)));
  const waiting = rest.filter(({ last, read: then }) => {
    const isWhole = then.every((account) => read.includes(account));
    return hour - last < (isWhole ? CALM : FORGOTTEN);
  });
  return { standing: [...current, ...waiting], added };
}

export function isSame(one: Pick<Standing, 'of' | 'id'>, other: Pick<Matter, 'of' | 'id'>): boolean {
  return one.of === other.of && one.id === other.id;
}
