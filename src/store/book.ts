import { z } from 'zod';
import { Agency } from '#model/agency.ts';
import type { Day } from '#model/day.ts';
import { Observations, type Series } from '#model/observation.ts';
import { Posts, type Post } from '#model/post.ts';
import { Runs, type AccountRun, type Run } from '#model/run.ts';
import { canonical } from './json.ts';
import { mergePosts, mergeRun, mergeSeries, type Replaced } from './merge.ts';
import { parseFile } from './parse.ts';
import { paths, schemaOf } from './paths.ts';
import { write } from './write.ts';

/**
 * One agency's collected figures, open for additions. Changes are held in memory until `commit`, which writes figures first and the
 * run records last: a run that was killed between two files has left no record of itself, and the next one does its work again.
 */
export function openBook(root: string, agency: string) {
  const at = paths(root);
  const observations = shelf(Observations, (key) => at.observations(agency, ...pair(key)));
  const posts = shelf(Posts, (key) => at.posts(agency, ...pair(key)));
  const runs = shelf(Runs, (month) => at.runs(agency, month));
  const files = new Map<string, Uint8Array>();

  return {
    root,
    agency,
    config: (): Agency | undefined => parseFile(at.agency(agency), Agency),
    /** Series of one account and month, as they stand. */
    series: (account: string, month: string): readonly Series[] => observations.get(`${account}/${month}`)?.series ?? [],
    posts: (account: string, month: string): readonly Post[] => posts.get(`${account}/${month}`)?.posts ?? [],
    runs: (month: string): readonly Run[] => runs.get(month)?.runs ?? [],

    /** Adds series by month of their days. Returns the settled figures that were replaced. */
    addSeries(account: string, pulled: readonly Series[], settles: number): Replaced[] {
      return [...byMonth(pulled)].flatMap(([month, series]) => {
        const key = `${account}/${month}`;
        const merged = mergeSeries(observations.get(key)?.series ?? [], series, settles);
        if (merged.records.length > 0)
          observations.put(key, { $schema: schemaOf('observations', 4), account, month, series: merged.records });
        return merged.replaced;
      });
    },

    /** Adds posts by month of publication. Returns the frozen posts whose figures were replaced. */
    addPosts(account: string, pulled: readonly Post[], freezes: number): Replaced[] {
      const months = Map.groupBy(pulled, (post) => post.day.slice(0, 7));
      return [...months].flatMap(([month, some]) => {
        const key = `${account}/${month}`;
        const merged = mergePosts(posts.get(key)?.posts ?? [], some, freezes);
        posts.put(key, { $schema: schemaOf('posts', 4), account, month, posts: merged.records });
        return merged.replaced;
      });
    },

    addRun(day: Day, result: AccountRun): void {
      const month = day.slice(0, 7);
      runs.put(month, { $schema: schemaOf('runs', 3), month, runs: mergeRun(runs.get(month)?.runs ?? [], day, result) });
    },

    /** Keeps a file as received, below the agency's folder. */
    addFile(file: string, bytes: Uint8Array): void {
      files.set(at.folder(agency) + '/' + file, bytes);
    },

    /** Forgets what was added since the last commit. */
    discard(): void {
      observations.discard();
      posts.discard();
      runs.discard();
      files.clear();
    },

    /** Writes what changed; returns how many files did. `flush` may be off where a power cut costs nothing (the sample). */
    commit(flush = true): number {
      let count = 0;
      for (const [file, bytes] of files) if (write(file, bytes, flush)) count += 1;
      files.clear();
      return count + observations.commit(flush) + posts.commit(flush) + runs.commit(flush);
    },
  };
}

export type Book = ReturnType<typeof openBook>;

/** Files of one kind: read once, changed in memory, written together. */
function shelf<T>(model: z.ZodType<T>, fileOf: (key: string) => string) {
  const known = new Map<string, T | undefined>();
  const changed = new Set<string>();
  return {
    get(key: string): T | undefined {
      if (!known.has(key)) known.set(key, parseFile(fileOf(key), model));
      return known.get(key);
    },
    put(key: string, value: T): void {
      known.set(key, value);
      changed.add(key);
    },
    discard(): void {
      for (const key of changed) known.delete(key);
      changed.clear();
    },
    commit(flush: boolean): number {
      let count = 0;
      for (const key of changed) if (write(fileOf(key), canonical(model.parse(known.get(key))), flush)) count += 1;
      changed.clear();
      return count;
    },
  };
}

function byMonth(series: readonly Series[]): Map<string, Series[]> {
  const months = new Map<string, Series[]>();
  for (const one of series) {
    for (const [month, values] of Map.groupBy(one.values, (value) => value.day.slice(0, 7))) {
      months.set(month, [...(months.get(month) ?? []), { ...one, values }]);
    }
  }
  return months;
}

function pair(key: string): [string, string] {
  const [account = '', month = ''] = key.split('/');
  return [account, month];
}
