import type { Topic } from '#model/topic.ts';
import { isName } from './names.ts';
import { MARK, names, places, redacted } from './people.ts';
import { SLANG } from '../label/slang.ts';
import { candidates } from './terms.ts';
import { points } from './titles.ts';
import { reader, unhung, type Word } from './words.ts';

/** The words that anybody may see in print already: those of the open corpus and of our own list of slang, of the topics that staff named, of the agency's own posts. */
export interface Vocabulary {
  /**
   * Whether a term may be named: staff wrote it; or it is a public word and no name; or a phrase that stands in one of the texts just so. A word that
   * says what somebody is has to stand in the agency's own words, and a phrase with one waits for staff wherever it stands.
   */
  has: (term: string) => boolean;
  /** Whether a word as typed is one of them. */
  knows: (word: Word) => boolean;
  /** Whether it stands with a capital in the midst of a sentence there too: "Ramadan", not a name. */
  isProper: (term: string) => boolean;
}

export interface Sources {
  /** Texts of the open corpus. */
  readonly corpus: Iterable<string>;
  readonly topics: readonly Topic[];
  /** Texts of the agency's own posts. */
  readonly posts: Iterable<string>;
  /** Terms to which staff said yes. */
  readonly accepted?: readonly string[];
}

/** Reads the vocabulary once, texts twice: which endings are cut hangs on all words. Of own posts, what looks like a person's name stays out, and words with capitals count as names of places alone. */
export function vocabulary({ corpus, topics, posts, accepted = [] }: Sources): Vocabulary {
  const read = reader();
  const words = new Set<string>([...SLANG.keys(), ...SLANG.values()]);
  const terms = new Set<string>(accepted);
  const proper = new Set<string>();
  /** Words of an office or kin that the agency uses itself. */
  const own = new Set<string>();
  const phrases = new Set<string>();
  const add = (word: Word): void => {
    words.add(word.typed).add(word.spelled);
  };
  const texts = Array.from(corpus, (text) => read(redacted(text)));
  for (const word of texts.flat()) {
    if (word.coded) continue;
    add(word);
    if (word.capital && !word.opens) proper.add(word.spelled);
  }
  for (const topic of topics)
    for (const phrase of [...topic.words, ...Object.values(topic.name)]) {
      const some = read(phrase.replaceAll('*', ''));
      some.forEach(add);
      terms.add(some.map((word) => word.spelled).join(' '));
    }
  const gather = (some: readonly Word[], marks: readonly number[]): void => {
    for (const { term, size } of candidates(some, marks, knows).values()) if (size > 1) phrases.add(term);
  };
  const isWord = (word: string): boolean => words.has(word) || roots(word).some((root) => words.has(root) && !isName(root));
  const knows = (word: Word): boolean => words.has(word.typed) || isWord(word.spelled) || words.has(unhung(word.spelled));
  for (const text of posts) {
    const some = read(redacted(text));
    const marks = names(some, knows).map((mark, at) => (some[at]?.capital || some[at]?.coded ? MARK.hidden : mark));
    some.forEach((word, at) => {
      if (marks[at] !== MARK.hidden) add(word);
      if (points(word.spelled)) own.add(unhung(word.spelled));
    });
    gather(some, marks);
    for (const place of places(some)) if (!place.some((word) => isName(word) || points(word))) terms.add(place.join(' '));
  }
  for (const some of texts) gather(some, names(some, knows));
  const isPublic = (word: string): boolean => (points(word) ? own.has(unhung(word)) : isWord(word)) && !isName(word);
  return {
    has: (term) => {
      const parts = term.split(' ');
      if (terms.has(term)) return true;
      return parts.length === 1 ? isPublic(term) : phrases.has(term) && !parts.some((word) => isName(word) || points(word));
    },
    knows,
    isProper: (term) => terms.has(term) || proper.has(term),
  };
}

const PREFIXES = ['di', 'me', 'mem', 'men', 'meng', 'meny', 'ber', 'ter', 'ke', 'pe', 'pem', 'pen', 'peng', 'nge'];

/** What a word may be made of: "keracunan" of "racun". No name is made so; it only widens what may be named, and never what is counted together. */
function roots(word: string): string[] {
  return PREFIXES.filter((prefix) => word.startsWith(prefix))
    .flatMap((prefix) => [word.slice(prefix.length), word.slice(prefix.length).replace(/(?:kan|an|i)$/, '')])
    .filter((root) => root.length > 3);
}
