import { Private } from '#model/comment.ts';
import { daysBetween, type Day } from '#model/day.ts';
import type { Emerging, EmergingWeek } from '#model/opinion.ts';
import { bursts, falseShares, sum } from './burst.ts';
import { hear as add, Usages, type Usage } from '../hear/heard.ts';
import { MARK, names, redacted } from './people.ts';
import { Seen } from './seen.ts';
import { candidates, telling } from './terms.ts';
import { hashOf } from '../label/text.ts';
import type { Vocabulary } from './vocabulary.ts';
import { reader } from './words.ts';

export interface Options {
  readonly vocabulary: Vocabulary;
  /** Terms that staff refused: never named, never counted as waiting. */
  readonly refused: readonly string[];
  /** Fewest distinct people whose use of a term is told. */
  readonly smallest: number;
  /** The first day whose comments are heard whole; a window before it is not compared with. */
  readonly since: Day;
  /** Anything that nobody can guess: authors are held as hashes with it. */
  readonly salt: string;
  /** Days of a window; weeks begin on a Monday. */
  readonly days?: number;
  /** How many windows before one it is held against. */
  readonly trailing?: number;
  /** How sure a term has to be, and how many times as common as before. */
  readonly sure?: { readonly q: number; readonly z: number; readonly rise: number };
}

/** One window to look at. */
export interface Span {
  readonly week: string;
  readonly from: Day;
  readonly to: Day;
}

/** A term that may not be named as nobody has said yes. Its words can be shown on a screen and never be written. */
export interface Waiting {
  readonly term: Private;
  readonly week: string;
  readonly people: number;
}

export interface Emergence {
  /** Takes in one comment that the agency did not write itself. */
  hear: (text: string, author: Private, day: Day) => void;
  weeks: (spans: readonly Span[]) => { readonly named: EmergingWeek[]; readonly waiting: Waiting[] };
}

/** A Monday. */
const MONDAY: Day = '1970-01-05';
/** A window is held against as many before it at least. */
const LEAST = 4;
/** In the windows before, so many times the fewest people have to have spoken; else anything would look new. */
const ENOUGH = 10;
/** Of named terms one in twenty may be false; whatever its chance, a term has to be half again as common as before. */
const SURE = { q: 0.05, z: 0, rise: 1.5 };
/** How far more often than by chance the words of a phrase stand together (NPMI, Bouma 2009), on a scale to 1. */
const BOUND = 0.25;
/** Terms of a window that are named, and that wait, at most. */
const SHOWN = 10;

/**
 * Finds what more people speak of than the weeks before let expect. A person counts once a term and window; so does a text that many people
 * copy. Where a platform does not say who wrote, the caller gives one author for all such comments of an account: they count as one person. Nothing that was said can be read back: it holds terms with counts, and hashes of who used them.
 */
export function emerging(options: Options): Emergence {
  const { vocabulary, smallest, since, salt, days = 7, trailing = 8, sure = SURE } = options;
  const read = reader();
  const refused = new Set(options.refused);
  const seen = new Seen();
  const usages = new Usages();
  const people: number[] = [];
  const windowOf = (day: Day): number => Math.floor(daysBetween(MONDAY, day) / days);
  // A window that begins before all is heard is no measure.
  const first = windowOf(since) + (daysBetween(MONDAY, since) % days === 0 ? 0 : 1);

  const hear = (text: string, author: Private, day: Day): void => {
    const window = windowOf(day) - first;
    if (window < 0) return;
    const words = read(redacted(text));
    if (words.length === 0) return;
    const copy = hashOf(words.map((word) => word.typed).join(' '), window);
    if (!seen.add(copy, 0x1357_9bdf)) return;
    const who = hashOf(`${salt}\n${author.read()}`, window);
    if (seen.add(who, 0x2468_ace0)) people[window] = (people[window] ?? 0) + 1;
    const marks = names(words, vocabulary.knows);
    words.forEach((word, at) => {
      const term = marks[at] === MARK.hidden ? telling(word, vocabulary.knows) : '';
      if (term) usages.of(term, 1).in(window).hidden += 1;
    });
    for (const one of candidates(words, marks, vocabulary.knows).values()) {
      const use = usages.of(one.term, one.size).in(window);
      add(use, one);
      if (seen.add(who, hashOf(one.term, 7))) use.people += 1;
    }
  };

  /** Terms that burst in a window, strongest first; none where too few spoke before to tell. */
  const found = (common: readonly (readonly [string, Usage])[], window: number): Found[] => {
    const from = Math.max(0, window - trailing);
    const windows = Array.from({ length: window - from }, (_, index) => from + index);
    const spoke = [...windows, window].map((one) => people[one] ?? 0);
    if (windows.length < LEAST || spoke.at(-1) === 0 || sum(spoke.slice(0, -1)) < ENOUGH * smallest) return [];
    const rows = common
      .map(([term, usage]) => ({ term, usage, now: usage.people(window), before: windows.map((one) => usage.people(one)) }))
      .filter(({ now, before }) => now + sum(before) >= smallest);
    const measured = bursts(rows, spoke);
    const shares = falseShares(measured.map((one) => one.p));
    return rows
      .map(({ term, usage, now, before }, index) => {
        const { z, usual } = measured[index] as (typeof measured)[number];
        return { term, usage, people: now, been: sum(before), usual, z, q: shares[index] as number };
      })
      .filter((one) => one.people >= smallest && one.q <= sure.q && one.z >= sure.z && one.people >= sure.rise * one.usual)
      .sort((a, b) => b.z - a.z || (a.term < b.term ? -1 : 1));
  };

  const isBound = (term: string, usage: Usage): boolean => {
    if (usage.size === 1) return true;
    const total = sum(people);
    const share = (one: string): number => Math.min(1, (usages.all.get(one)?.total ?? 0) / total);
    const parts = term.split(' ');
    const whole = share(term);
    return parts.slice(1).every((_, at) => {
      const apart = share(parts.slice(0, at + 1).join(' ')) * share(parts.slice(at + 1).join(' '));
      return apart > 0 && Math.log(whole / apart) >= -BOUND * Math.log(whole);
    });
  };

  /** Whether it is mostly written like a name that week: beside names or after "Pak", or with a capital where that tells. */
  const isNameLike = (term: string, usage: Usage, window: number): boolean => {
    const use = usage.uses[window];
    if (!use) return false;
    const { hidden, plain, called, told, capital } = use;
    return (hidden + called) * 2 >= plain + hidden || (capital > 0 && capital * 2 >= told && !vocabulary.isProper(term));
  };

  return {
    hear,
    weeks(spans) {
      const named: EmergingWeek[] = [];
      const waiting: Waiting[] = [];
      const common = [...usages.all].filter(([term, usage]) => usage.total >= smallest && isBound(term, usage));
      for (const { week, from, to } of spans) {
        const window = windowOf(from) - first;
        const weeks = Math.max(0, Math.min(trailing, window));
        const terms = found(common, window).filter((one) => !refused.has(one.term));
        const open = terms.filter(({ term, usage }) => vocabulary.has(term) && !isNameLike(term, usage, window));
        const closed = terms.filter((one) => !open.includes(one));
        const held = apart(closed.filter(({ term, usage }) => !isNameLike(term, usage, window))).slice(0, SHOWN);
        waiting.push(...held.map((one) => ({ term: new Private(one.term), week, people: one.people })));
        // Words of a phrase that is not named would tell it, side by side.
        const shown = apart(open.filter((one) => !closed.some((whole) => isMost(whole, one)))).slice(0, SHOWN);
        named.push({ week, from, to, weeks, terms: shown.map((one) => told(one, weeks, smallest)), waiting: held.length });
      }
      return { named, waiting };
    },
  };
}

/** A term that burst, measured exactly. */
interface Found {
  readonly term: string;
  readonly usage: Usage;
  readonly people: number;
  /** People of the windows before, added up. */
  readonly been: number;
  readonly usual: number;
  readonly z: number;
  readonly q: number;
}

/** As it is published. Where fewer than `smallest` used it in the weeks before, how many these were is not told, nor to be worked out from the rest. */
function told({ term, people, been, usual, z, q }: Found, weeks: number, smallest: number): Emerging {
  const known = rounded(usual, 1);
  const isFew = Math.min(been, known * weeks) < smallest;
  return { term, people, usual: isFew ? null : known, z: rounded(z, isFew ? 0 : 1), q: rounded(q, 2) };
}

function holds(whole: Found, part: Found): boolean {
  return whole !== part && ` ${whole.term} `.includes(` ${part.term} `);
}

/** Whether a phrase is most of what is said with a word in it. */
function isMost(whole: Found, part: Found): boolean {
  return holds(whole, part) && whole.people >= 0.6 * part.people;
}

/** Of a phrase and a word in it, one: the phrase where it is most of what is said with the word. Both would tell the few who used the word alone. */
function apart(terms: readonly Found[]): Found[] {
  const out = new Set<Found>();
  for (const whole of terms) for (const part of terms) if (holds(whole, part)) out.add(isMost(whole, part) ? part : whole);
  return terms.filter((one) => !out.has(one));
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
