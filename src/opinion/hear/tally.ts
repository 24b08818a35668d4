import type { Private } from '#model/comment.ts';
import type { Day } from '#model/day.ts';
import { LABELS, type Label } from '#model/label.ts';
import { NO_LABELS, type Labelled } from '#model/opinion.ts';
import type { Topic } from '#model/topic.ts';
import type { Matcher } from '../topic/topics.ts';

/** How many comments bear each label, and how many people wrote them: told up to `enough`, from which on their number matters no more. */
export interface Group {
  readonly labels: Labelled;
  readonly people: Labelled;
  /** Those who wrote any of them, up to `enough`. */
  readonly anybody: number;
}

/** True counts of one account: of all its comments, and of those on each topic. Small ones among them: never written as they are. */
export interface AccountCounts extends Group {
  readonly id: string;
  readonly topics: ReadonlyMap<string, Group>;
}

/** Ids of the topics that a comment of a day is on. */
export type DatedMatcher = (text: string, tags: readonly string[], day: Day) => readonly string[];

/** Those topics alone that are followed on the day: a topic is counted from its `since` to its `until`. */
export function dated(topics: readonly Topic[], matcher: Matcher): DatedMatcher {
  const known = new Map(topics.map((topic) => [topic.id, topic]));
  return (text, tags, day) =>
    matcher(text, tags).filter((id) => {
      const { since, until = day } = known.get(id) ?? { since: day };
      return since <= day && day <= until;
    });
}

/** Where a platform does not say who wrote, so many comments count as one person's: nobody knows how many people they are of. */
const EACH = 3;

export interface Tallying {
  readonly label: (text: string) => Label;
  readonly topics: readonly Topic[];
  readonly matcher: DatedMatcher;
  /** People of a group are told apart up to this number. */
  readonly enough: number;
}

/** Counts the comments of one account while they pass. Of who wrote them no more is remembered than tells few people from enough. */
export function tally(account: string, { label, topics, matcher, enough }: Tallying) {
  const all = group(enough);
  const on = new Map(topics.map(({ id }) => [id, group(enough)]));
  return {
    /** One comment of somebody else than the agency. `tags` are the hashtags of the post that it stands under. */
    add(text: string, author: Private, day: Day, tags: readonly string[]): void {
      const said = label(text);
      all.add(said, author);
      for (const id of matcher(text, tags, day)) on.get(id)?.add(said, author);
    },
    counts: (): AccountCounts => ({
      id: account,
      ...all.counts(),
      topics: new Map([...on].map(([id, one]) => [id, one.counts()])),
    }),
  };
}

export type Tally = ReturnType<typeof tally>;

function group(enough: number) {
  const labels = { ...NO_LABELS } as Record<Label, number>;
  const people: Readonly<Record<Label, Set<string>>> = { positive: new Set(), neutral: new Set(), negative: new Set() };
  const unnamed = { ...NO_LABELS } as Record<Label, number>;
  const known = (label: Label): number => people[label].size + Math.floor(unnamed[label] / EACH);
  return {
    add(said: Label, author: Private): void {
      labels[said] += 1;
      if (known(said) >= enough) return;
      const who = author.read();
      if (who === '') unnamed[said] += 1;
      else people[said].add(who);
    },
    counts(): Group {
      const different = new Set(LABELS.flatMap((label) => [...people[label]])).size;
      const strangers = LABELS.reduce((sum, label) => sum + unnamed[label], 0);
      return {
        labels: { ...labels },
        people: { positive: known('positive'), neutral: known('neutral'), negative: known('negative') },
        anybody: Math.min(enough, different + Math.floor(strangers / EACH)),
      };
    },
  };
}

/** Pairs of topics of which the first is a part of the second by their words alone, as every reader can see: `[part, whole]`. */
export function nestedTopics(topics: readonly Topic[]): [string, string][] {
  return topics.flatMap((part) =>
    topics.flatMap((whole): [string, string][] => (part !== whole && isWithin(part, whole) ? [[part.id, whole.id]] : [])),
  );
}

function isWithin(part: Topic, whole: Topic): boolean {
  const fold = (all: readonly string[]) => all.map((one) => one.normalize('NFKC').toLowerCase());
  const [words, hashtags, under] = [fold(whole.words), new Set(fold(whole.hashtags)), new Set(fold(whole.under))];
  return (
    fold(part.words).every((word) => words.some((wide) => covers(wide, word))) &&
    fold(part.hashtags).every((tag) => hashtags.has(tag)) &&
    fold(part.under).every((tag) => under.has(tag))
  );
}

/** Whether whoever writes the second has written the first: its words stand among the other's, one after the other. */
function covers(wide: string, word: string): boolean {
  const [few, many] = [wide.split(/\s+/), word.split(/\s+/)];
  return many.some((_, at) =>
    few.every((one, index) => {
      const other = many[at + index];
      if (other === undefined) return false;
      return one.endsWith('*') ? other.replace(/\*$/, '').startsWith(one.slice(0, -1)) : one === other;
    }),
  );
}
