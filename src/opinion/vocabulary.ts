import type { Topic } from '#model/topic.ts';
import { isName } from './names.ts';
import { MARK, names, places, redacted } from './people.ts';
import { SLANG } from './slang.ts';
import { reader, unhung, type Word } from './words.ts';

/** The words that anybody may see in print already: those of the open corpus and of our own list of slang, of the topics that staff named, of the agency's own posts. */
export interface Vocabulary {
  /** Whether a term may be named: staff wrote it, or all its words are public and none is a name. */
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

/** Reads the vocabulary once. Of own posts, what looks like a person's name stays out, and words with capitals count as names of places alone. */
export function vocabulary({ corpus, topics, posts, accepted = [] }: Sources): Vocabulary {
  const read = reader();
  const words = new Set<string>([...SLANG.keys(), ...SLANG.values()]);
  const terms = new Set<string>(accepted);
  const proper = new Set<string>();
  const add = (word: Word): void => {
    words.add(word.typed).add(word.spelled);
  };
  for (const text of corpus)
    for (const word of read(redacted(text))) {
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
  const isWord = (word: string): boolean => words.has(word) || roots(word).some((root) => words.has(root) && !isName(root));
  const knows = (word: Word): boolean => words.has(word.typed) || isWord(word.spelled) || words.has(unhung(word.spelled));
  for (const text of posts) {
    const some = read(redacted(text));
    const marks = names(some, knows);
    some.forEach((word, at) => {
      if (marks[at] !== MARK.hidden && !word.capital && !word.coded) add(word);
    });
    for (const place of places(some)) if (!place.some(isName)) terms.add(place.join(' '));
  }
  return {
    has: (term) => terms.has(term) || term.split(' ').every((word) => isWord(word) && !isName(word)),
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
