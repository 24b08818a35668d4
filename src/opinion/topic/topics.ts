import type { Topic } from '#model/topic.ts';
import { reader, unhung, type Word } from './words.ts';

/** Ids of the topics that a comment is on: none, one or several. `tags` are the hashtags of the post that it stands under. */
export type Matcher = (text: string, tags: readonly string[]) => readonly string[];

/** One word or phrase of a topic, word by word. */
interface Sought {
  readonly topic: number;
  readonly words: readonly { readonly letters: string; readonly open: boolean }[];
}

/** So many different words are remembered with what they may begin. */
const REMEMBERED = 1 << 15;

/**
 * Makes the matcher of some topics. A word is found in whatever way it is typed ("jln", "jalannya", "JALAAAN" for "jalan"), and never by
 * its stem. Which topics are counted on a day (`since`, `until`) is for the caller to say.
 */
export function topicsOf(topics: readonly Topic[]): Matcher {
  const read = reader();
  const sought = topics.flatMap(({ words }, topic) => words.map((phrase): Sought => ({ topic, words: compiled(phrase) })));
  const tags = new Map<string, number[]>();
  const under = new Map<string, number[]>();
  topics.forEach((one, topic) => {
    for (const tag of one.hashtags) put(tags, tag.toLowerCase(), topic);
    for (const tag of one.under) put(under, tag.toLowerCase(), topic);
  });
  const begun = new Map<string, readonly Sought[]>();
  const beginning = (word: Word): readonly Sought[] => {
    let found = begun.get(word.typed);
    if (!found) {
      if (begun.size >= REMEMBERED) begun.clear();
      begun.set(word.typed, (found = sought.filter((one) => one.words[0] && isOne(word, one.words[0]))));
    }
    return found;
  };
  return (text, post) => {
    const on = new Set(post.flatMap((tag) => under.get(tag.toLowerCase()) ?? []));
    const words = read(text);
    words.forEach((word, at) => {
      if (word.tag) for (const topic of tags.get(word.typed) ?? []) on.add(topic);
      for (const one of beginning(word)) if (!on.has(one.topic) && follows(words, at, one)) on.add(one.topic);
    });
    return topics.filter((_, topic) => on.has(topic)).map(({ id }) => id);
  };
}

function follows(words: readonly Word[], at: number, { words: phrase }: Sought): boolean {
  return phrase.every((part, index) => {
    const word = words[at + index];
    return index === 0 || (word !== undefined && word.joined && isOne(word, part));
  });
}

function isOne({ typed, full }: Word, { letters, open }: Sought['words'][number]): boolean {
  return [typed, full].some((form) => (open ? form.startsWith(letters) : form === letters || unhung(form) === letters));
}

function compiled(phrase: string): Sought['words'] {
  return phrase
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .map((word) => ({ letters: word.replace(/\*$/, ''), open: word.endsWith('*') }));
}

function put(map: Map<string, number[]>, key: string, topic: number): void {
  map.set(key, [...(map.get(key) ?? []), topic]);
}
