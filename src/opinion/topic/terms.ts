import { isStop } from './stopwords.ts';
import { MARK } from './people.ts';
import { TITLES } from './titles.ts';
import { unhung, type Word } from './words.ts';

/** Longest phrase, in words. */
const LONGEST = 3;

/** A word or phrase of a comment that could be an issue. */
export interface Candidate {
  readonly term: string;
  /** How many words. */
  readonly size: number;
  /** Whether it follows a title as a name would. */
  readonly isCalled: boolean;
  /** Whether a capital would tell a name, and whether there is one. */
  readonly isTold: boolean;
  readonly isCapital: boolean;
}

/** Words that tell something, and phrases of up to three that stand side by side without one that tells nothing between them. What is hidden has no part in any. */
export function candidates(
  words: readonly Word[],
  marks: readonly number[],
  knows: (word: Word) => boolean,
): Map<string, Candidate> {
  const spelled = words.map((word, at) => (marks[at] === MARK.hidden ? '' : telling(word, knows)));
  const found = new Map<string, Candidate>();
  words.forEach((_, at) => {
    let term = '';
    for (let size = 1; size <= LONGEST; size += 1) {
      const word = words[at + size - 1];
      const next = spelled[at + size - 1];
      if (!word || !next || (size > 1 && !word.joined)) return;
      term = size === 1 ? next : `${term} ${next}`;
      if (term.length > 60) return;
      const parts = words.slice(at, at + size);
      const told = parts.filter((part) => !part.opens && !part.tag);
      const isCapital = told.length > 0 && told.every((part) => part.capital);
      if (!found.has(term))
        found.set(term, { term, size, isCalled: marks[at] === MARK.called, isTold: told.length > 0, isCapital });
    }
  });
  return found;
}

/** A word as a term has it: in its usual spelling, and without -nya and the like where what is left is a word; empty where it tells nothing. */
export function telling(word: Word, knows: (word: Word) => boolean): string {
  const { typed, full, spelled, coded } = word;
  if (coded || spelled.length < 3 || [typed, full, spelled].some((form) => isStop(form) || TITLES.has(form))) return '';
  const stem = unhung(spelled);
  if (stem === spelled || WHOLE.has(spelled)) return spelled;
  if (isStop(stem) || TITLES.has(stem)) return '';
  return knows({ ...word, typed: stem, full: stem, spelled: stem }) ? stem : spelled;
}

/** Words that only look as if something hung on them. */
const WHOLE: ReadonlySet<string> = new Set([
  'masalah',
  'jumlah',
  'berkah',
  'makalah',
  'sekolah',
  'langkah',
  'majalah',
  'istilah',
  'bertanya',
  'himpun',
]);
