import path from 'node:path';
import { z } from 'zod';
import { Agency } from '#model/agency.ts';
import type { Day } from '#model/day.ts';
import { Observations, type Series } from '#model/observation.ts';
import { OpinionMonth } from '#model/opinion.ts';
import { Posts, type Post } from '#model/post.ts';
import { Runs, type AccountRun, type Run } from '#model/run.ts';
import { canonical } from './json.ts';
import { mergePosts, mergeRun, mergeSeries, type Asked, type Replaced } from './merge.ts';
import { parseFile } from './parse.ts';
import { paths, schemaOf } from './paths.ts';
import { list, write } from './write.ts';

/**
 * One agency's collected figures, open for additions. Changes are held in memory until `commit`, which writes figures first and the
 * run records last: a run that was killed between two files has left no record of itself, and the next one does its work again.
 */
export function openBook(root: string, agency: string) {
  const at = paths(root);
  const observations = shelf(Observations, (key) => at.observations(agency, ...pair(key)));
  const posts = shelf(Posts, (key) => at.posts(agency, ...pair(key)));
  const opinions = shelf(OpinionMonth, (month) => at.opinion(agency, month));
  const runs = shelf(Runs, (month) => at.runs(agency, month));
  const files = new Map<string, Uint8Array>();
  const homes = new Map<string, Map<string, Set<string>>>();

  /** The months in which each post of an account stands: one, unless a run was killed while it moved the post. Reads all months once. */
  const homesOf = (account: string): Map<string, Set<string>> => {
    const known = homes.get(account);
    if (known) return known;
    const found = new Map<string, Set<string>>();
    for (const name of list(path.dirname(at.posts(agency, account, '0'))).filter((file) => /^\d{4}-\d{2}\.json$/.test(file)))
      settle(account, name.slice(0, 7), found);
    homes.set(account, found);
    return found;
  };
  const settle = (account: string, month: string, found: Map<string, Set<string>>): void => {
    for (const { id } of posts.get(`${account}/${month}`)?.posts ?? []) found.set(id, (found.get(id) ?? new Set()).add(month));
  };
  const postIn = (account: string, month: string, id: string): Post | undefined =>
    posts.get(`${account}/${month}`)?.posts.find((post) => post.id === id);

  return {
    root,
    agency,
    config: (): Agency | undefined => parseFile(at.agency(agency), Agency),
    /** Series of one account and month, as they stand. */
    series: (account: string, month: string): readonly Series[] => observations.get(`${account}/${month}`)?.series ?? [],
    /** Series of all other accounts that have any, month by month, also of those that agency.json names no more. */
    beside:
      (account: string) =>
      (month: string): Series[][] => {
        const files = list(path.dirname(path.dirname(at.observations(agency, account, '0'))));
        const others = [...new Set(files.map((file) => path.posix.dirname(file)))].filter((one) => one !== account);
        return others.map((one) => observations.get(`${one}/${month}`)?.series ?? []);
      },
    /** Followers of an account on a day, by whatever metric; null where they are not known. */
    followers: (account: string, day: Day): number | null =>
      (observations.get(`${account}/${day.slice(0, 7)}`)?.series ?? [])
        .filter((one) => one.measure === 'followers' && one.window === 'day' && Object.keys(one.dimensions).length === 0)
        .flatMap((one) => one.values.find((value) => value.day === day)?.value ?? [])[0] ?? null,
    posts: (account: string, month: string): readonly Post[] => posts.get(`${account}/${month}`)?.posts ?? [],
    /** What comments of a month said; undefined before it is written. */
    opinion: (month: string): OpinionMonth | undefined => opinions.get(month),
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

    /** A post of an account, in whichever month it stands. */
    post: (account: string, id: string): Post | undefined => {
      const [month] = homesOf(account).get(id) ?? [];
      return month === undefined ? undefined : postIn(account, month, id);
    },

    /** Whether a file stands as the one that replaced settled figures of an account, within the months given. */
    corrected: (account: string, months: readonly string[], file: string): boolean =>
      months.some(
        (month) =>
          posts.get(`${account}/${month}`)?.posts.some((post) => post.was && post.file === file) === true ||
          observations
            .get(`${account}/${month}`)
            ?.series.some((one) => one.values.some((value) => value.was && value.file === file)) === true,
      ),

    /**
     * Adds posts by month of publication; a post whose day is now in another month moves there, with its former figures.
     * Returns the frozen posts whose figures were replaced.
     */
    addPosts(account: string, pulled: readonly Post[], freezes: number): Replaced[] {
      const found = homesOf(account);
      const put = (month: string, records: Post[]): void =>
        posts.put(`${account}/${month}`, { $schema: schemaOf('posts', 4), account, month, posts: records });
      const leaving = new Map<string, Set<string>>();
      const moved = new Map<string, Post[]>();
      const current = pulled.filter((post) => {
        const target = post.day.slice(0, 7);
        for (const month of [...(found.get(post.id) ?? [])].filter((one) => one !== target)) {
          const before = postIn(account, month, post.id);
          if (!before) continue;
          if (post.observed < before.observed) return false;
          leaving.set(month, (leaving.get(month) ?? new Set()).add(post.id));
          if (!postIn(account, target, post.id)) moved.set(target, [...(moved.get(target) ?? []), before]);
        }
        return true;
      });
      const months = Map.groupBy(current, (post) => post.day.slice(0, 7));
      const replaced = [...months].flatMap(([month, some]) => {
        const stored = [...(posts.get(`${account}/${month}`)?.posts ?? []), ...(moved.get(month) ?? [])];
        const merged = mergePosts(stored, some, freezes);
        put(month, merged.records);
        for (const { id } of some) found.set(id, (found.get(id) ?? new Set()).add(month));
        return merged.replaced;
      });
      // Last, so that they are written last: a kill in between leaves a post twice, which the next run mends, and never nowhere.
      for (const [month, ids] of leaving) {
        put(
          month,
          (posts.get(`${account}/${month}`)?.posts ?? []).filter((post) => !ids.has(post.id)),
        );
        for (const id of ids) found.get(id)?.delete(month);
      }
      return replaced;
    },

    /**
     * Puts what comments of a month said. Its readings are written once and for all: a second state could be subtracted from the first. Where
     * the file is there, only sittings are added to it.
     */
    putOpinion(month: OpinionMonth): void {
      const before = opinions.get(month.month);
      opinions.put(month.month, before ? { ...before, sittings: month.sittings } : month);
    },

    /** Puts one account's result into the run of a day; `asked` are the days it asked for, left out for a file. */
    addRun(day: Day, result: AccountRun, asked?: Asked, list?: 'accounts' | 'peers'): void {
      const month = day.slice(0, 7);
      const merged = mergeRun(runs.get(month)?.runs ?? [], day, result, asked, list);
      runs.put(month, { $schema: schemaOf('runs', 3), month, runs: merged });
    },

    /** Keeps a file as received, below the agency's folder. */
    addFile(file: string, bytes: Uint8Array): void {
      files.set(at.folder(agency) + '/' + file, bytes);
    },

    /** Forgets what was added since the last commit. */
    discard(): void {
      observations.discard();
      posts.discard();
      opinions.discard();
      runs.discard();
      files.clear();
      homes.clear();
    },

    /** Writes what changed; returns how many files did. `flush` may be off where a power cut costs nothing (the sample). */
    commit(flush = true): number {
      let count = 0;
      for (const [file, bytes] of files) if (write(file, bytes, flush)) count += 1;
      files.clear();
      return count + observations.commit(flush) + posts.commit(flush) + opinions.commit(flush) + runs.commit(flush);
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
      // In the order of the last change: who takes a record out of one file has put it into another before.
      changed.delete(key);
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
