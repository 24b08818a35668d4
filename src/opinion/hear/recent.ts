import type { Private } from '#model/comment.ts';
import type { Label } from '#model/label.ts';
import type { Topic } from '#model/topic.ts';
import type { Matcher } from '../topic/topics.ts';

/** Windows that are held against those of the same length and time of day on the days before, in hours: what rises fast, and what rises slowly. */
export const WINDOWS = [6, 24] as const;
/** Days before, each with one such window. */
export const BEFORE = 7;
/** Hours that are looked at, up to and with the one that has begun. */
export const HOURS = (BEFORE + 1) * 24;

/** People who wrote in a window, and those of them who wrote something negative. */
export interface Voices {
  readonly people: number;
  readonly negative: number;
}

/** What was heard of one matter: each window first that of now, then those of the days before. True counts, small ones among them. */
export interface Recent {
  readonly of: 'all' | 'topic';
  readonly id?: string;
  readonly windows: Readonly<Record<(typeof WINDOWS)[number], readonly Voices[]>>;
  /** Hour by hour, oldest first, of the last 24 hours and then of such days before: those who wrote for the first time in them. */
  readonly fresh: readonly (readonly Voices[])[];
}

export interface Hearing {
  readonly label: (text: string) => Label;
  readonly topics: readonly Topic[];
  readonly matcher: Matcher;
  /** The hour that has begun, counted from the first of 1970. */
  readonly now: number;
}

/** By hour back from now: who wrote, by a number that lives within one run, and whether anything negative. */
type Hourly = readonly Map<number, boolean>[];

/** Hears the comments of the last eight days. A person counts once in a window, however much they write. No word is remembered. */
export function listener({ label, topics, matcher, now }: Hearing) {
  const numbers = new Map<string, number>();
  const made = (): Hourly => Array.from({ length: HOURS }, () => new Map<number, boolean>());
  const all = made();
  const on = new Map(topics.map(({ id }) => [id, made()]));
  const unnamed = new Set<string>();
  const numberOf = (who: string): number => {
    const known = numbers.get(who) ?? numbers.size;
    numbers.set(who, known);
    return known;
  };
  return {
    /** One comment of somebody else than the agency. `tags` are the hashtags of the post that it stands under. */
    hear(account: string, text: string, author: Private, hour: number, tags: readonly string[]): void {
      const back = now - hour;
      if (back < 0 || back >= HOURS) return;
      const name = author.read();
      // Where a platform does not say who wrote, all of an account's comments could be one person's, and count as that.
      if (name === '') unnamed.add(account);
      const who = numberOf(`${account}\n${name}`);
      const isNegative = label(text) === 'negative';
      for (const hourly of [all, ...matcher(text, tags).map((id) => on.get(id))]) {
        const people = hourly?.[back];
        people?.set(who, isNegative || people.get(who) === true);
      }
    },
    /** Accounts with comments of which nobody says who wrote them. */
    unnamed: (): string[] => [...unnamed].sort(),
    recent: (): Recent[] => [
      { of: 'all', ...counted(all) },
      ...[...on].map(([id, hourly]): Recent => ({ of: 'topic', id, ...counted(hourly) })),
    ],
  };
}

function counted(hourly: Hourly): Pick<Recent, 'windows' | 'fresh'> {
  const days = Array.from({ length: BEFORE + 1 }, (_, day) => day * 24);
  const windows = Object.fromEntries(
    WINDOWS.map((length) => [length, days.map((back) => voices(hourly.slice(back, back + length)))]),
  );
  const fresh = days.map((back) => firstVoices(hourly.slice(back, back + 24).reverse()));
  return { windows: windows as unknown as Recent['windows'], fresh };
}

function firstVoices(hours: Hourly): Voices[] {
  const seen = new Set<number>();
  return hours.map((people) => {
    const added = [...people].filter(([who]) => !seen.has(who));
    for (const [who] of added) seen.add(who);
    return { people: added.length, negative: added.filter(([, isNegative]) => isNegative).length };
  });
}

function voices(hours: Hourly): Voices {
  const people = new Set(hours.flatMap((one) => [...one.keys()]));
  const negative = new Set(hours.flatMap((one) => [...one].flatMap(([who, isNegative]) => (isNegative ? [who] : []))));
  return { people: people.size, negative: negative.size };
}
