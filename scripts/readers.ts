import { classifier } from '#opinion/label/classifier.ts';
import { emerging, type Emergence, type Options } from '#opinion/topic/emerging.ts';
import { topicsOf } from '#opinion/topic/topics.ts';
import { vocabulary } from '#opinion/topic/vocabulary.ts';
import type { Agency } from '#model/agency.ts';
import { addDays, type Day } from '#model/day.ts';
import { DataError, type Finding } from '#model/error.ts';
import { periodsWithin } from '#model/period.ts';
import { paths } from '#store/paths.ts';
import type { Data } from '#store/read.ts';
import { list, sha256 } from '#store/write.ts';
import type { Readers } from './hearing.ts';
import { readWritten } from './opinion/corpus.ts';

/**
 * What an agency's comments are read with, from its data; nothing, with what is wrong, where one of these files can't be read. `salt` is
 * anything that nobody can guess: those who write are held as hashes with it while words are looked for. `own` has the agency's posts,
 * where they lie elsewhere.
 */
export function readersOf(
  data: Data,
  agency: Agency,
  salt: string,
  own: Data = data,
): { readonly readers: Readers | undefined; readonly findings: readonly Finding[] } {
  try {
    const versions = data.classifiers();
    const newest = versions.at(-1);
    if (newest === undefined) return { readers: undefined, findings: [] };
    const topics = data.topics(agency.id);
    // Before anything is asked, so that what is wrong with it is known on each day and not on the one that needs it.
    const known = new Map([[newest, load(data, newest)]]);
    const readers: Readers = {
      versions,
      classifier: (version) => {
        const one = known.get(version) ?? load(data, version);
        known.set(version, one);
        return one;
      },
      topics,
      matcher: topicsOf(topics),
      emerging: emergenceOf(data, agency, salt, own),
    };
    return { readers, findings: [] };
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return { readers: undefined, findings: error.findings };
  }
}

/** Days for which the words of an own post count as known to everybody. */
const YEAR = 365;

/** Makes what finds words that came up, of which all is heard from a day on. The corpus is read once; own posts are those of the year before that day and after. */
export function emergenceOf(data: Data, agency: Agency, salt: string, own: Data = data) {
  const { accepted, refused } = data.terms(agency.id);
  const topics = data.topics(agency.id);
  let corpus: string[] | undefined;
  return (since: Day, windows?: Pick<Options, 'days' | 'trailing' | 'sure'>): Emergence => {
    corpus ??= corpusOf(data.root);
    return emerging({
      vocabulary: vocabulary({
        corpus,
        topics,
        posts: postsOf(own, agency, addDays(since, -YEAR)),
        accepted: accepted.map(({ term }) => term),
      }),
      refused: refused.map(({ term }) => term),
      smallest: agency.smallest,
      since,
      salt,
      ...windows,
    });
  };
}

function load(data: Data, version: string): ReturnType<Readers['classifier']> {
  const file = `classifier/${version}/weights.bin`;
  if (!data.has(file)) {
    const message = 'is not there; take it from the repository again, or make it with "npm run train"';
    throw new DataError([{ file: `${data.root}/${file}`, line: 1, column: 1, rule: 'weights', message }]);
  }
  const bytes = data.weights(version);
  const { label } = classifier(bytes);
  return { sha256: sha256(bytes), label };
}

function corpusOf(root: string): string[] {
  const folder = paths(root).corpus;
  return list(folder).some((file) => file.endsWith('.jsonl')) ? readWritten(folder).map(({ text }) => text) : [];
}

function postsOf(data: Data, agency: Agency, from: Day): string[] {
  const months = periodsWithin(from, addDays(from, YEAR + 150), 'month');
  return agency.accounts.flatMap(({ id }) =>
    months.flatMap((month) => data.postsOf(agency.id, id, month.id)?.posts.map(({ text }) => text) ?? []),
  );
}
