import { addDays, daysBetween, type Day } from '#model/day.ts';
import type { Series, Value } from '#model/observation.ts';
import type { Post } from '#model/post.ts';
import type { AccountRun, Gap, Run, Span } from '#model/run.ts';

/** A settled figure that a pull would replace. */
export interface Replaced {
  readonly what: string;
  readonly day: Day;
}

export interface Merged<T> {
  readonly records: T[];
  /** Settled figures that now have another value. */
  readonly replaced: readonly Replaced[];
}

/**
 * Puts new series into stored ones: by measure, window and dimensions, then by day. A known value is never replaced by a missing one (but by one that is withheld),
 * nor a newer by an older. A value that has settled (`settles` days after its day) keeps its former value in `was`.
 * The same value again changes nothing, but for the first time that it is seen settled: `observed` is then that day.
 */
export function mergeSeries(stored: readonly Series[], pulled: readonly Series[], settles: number): Merged<Series> {
  const replaced: Replaced[] = [];
  const series = stored.map((one) => ({ ...one, values: new Map(one.values.map((value) => [value.day, value])) }));
  for (const incoming of pulled) {
    const question = questionOf(incoming);
    const siblings = series.filter((one) => questionOf(one) === question);
    let home = siblings.find(
      (one) => one.source === incoming.source && one.metric === incoming.metric && one.api === incoming.api,
    );
    if (!home) {
      home = { ...incoming, values: new Map() };
      series.push(home);
    }
    for (const value of incoming.values) {
      const holder = [home, ...siblings].find((one) => one.values.has(value.day));
      const before = holder?.values.get(value.day);
      const settledFrom = addDays(value.day, settles);
      if (before && !supersedes(value, before, settledFrom)) continue;
      const settled = before !== undefined && before.value !== null && before.observed >= settledFrom;
      if (before && settled) replaced.push({ what: `${incoming.measure} (${incoming.metric})`, day: value.day });
      const { was: earlier, ...former } = before ?? { was: undefined };
      const was =
        before && settled ? [...(earlier ?? []), { value: before.value, observed: (former as Value).observed }] : earlier;
      holder?.values.delete(value.day);
      home.values.set(value.day, was ? { ...value, was } : value);
    }
  }
  const records = series
    .filter((one) => one.values.size > 0)
    .map((one) => ({ ...one, values: [...one.values.values()].sort((a, b) => order(a.day, b.day)) }))
    .sort((a, b) => order(keyOf(a), keyOf(b)));
  return { records, replaced };
}

/**
 * Puts pulled posts into stored ones, by id. Figures freeze at `freezes` days of age: once seen at that age they only change when
 * a file brings other ones, and then the former stand in `was`. A figure that went missing keeps its last value. Its day is that of
 * the newest answer, frozen or not: the agency's zone was set right, or the platform corrected the time.
 */
export function mergePosts(stored: readonly Post[], pulled: readonly Post[], freezes: number): Merged<Post> {
  const replaced: Replaced[] = [];
  const posts = new Map(stored.map((post) => [post.id, post]));
  for (const incoming of pulled) {
    const found = posts.get(incoming.id);
    if (!found) {
      posts.set(incoming.id, incoming);
      continue;
    }
    if (incoming.observed < found.observed) continue;
    const before = found.day === incoming.day ? found : dated(found, incoming);
    if (before !== found) posts.set(incoming.id, before);
    const frozenFrom = addDays(before.day, freezes);
    const frozen = before.observed >= frozenFrom;
    if (frozen && incoming.file === undefined) continue;
    const figures = { ...before.figures };
    for (const [measure, figure] of Object.entries(incoming.figures)) {
      const name = measure as keyof Post['figures'];
      if (figure.value !== null || (figures[name]?.value ?? null) === null) figures[name] = figure;
    }
    const changed = JSON.stringify(sortKeys(figures)) !== JSON.stringify(sortKeys(before.figures));
    const matured = !frozen && incoming.observed >= frozenFrom;
    if (!changed && !matured) continue;
    const next: Post = { ...before, ...incoming, figures };
    if (frozen && changed) {
      replaced.push({ what: `post ${before.id}`, day: before.day });
      posts.set(incoming.id, { ...next, was: [...(before.was ?? []), { observed: before.observed, figures: before.figures }] });
    } else {
      posts.set(incoming.id, before.was ? { ...next, was: before.was } : next);
    }
  }
  return { records: [...posts.values()].sort((a, b) => order(a.day + a.id, b.day + b.id)), replaced };
}

function dated({ at: _at, ...post }: Post, { day, at }: Post): Post {
  return { ...post, day, ...(at === undefined ? {} : { at }) };
}

/** The days for which a try asked: account figures, and posts by day of publication. */
export interface Asked {
  readonly days: Span;
  readonly posts: Span;
}

/**
 * Puts one account's result into the run of its day. Tries of one day add up: what an earlier one read stays read, and what it lacked
 * stays lacking until a later one asks for it again (`asked`; left out where a try speaks of everything, as a file does).
 * The same answers again change nothing.
 */
export function mergeRun(
  stored: readonly Run[],
  day: Day,
  result: AccountRun,
  asked?: Asked,
  list: 'accounts' | 'peers' = 'accounts',
): Run[] {
  const runs = new Map(stored.map((run) => [run.day, run]));
  const run = runs.get(day) ?? { day, accounts: [] };
  const results = new Map((run[list] ?? []).map((account) => [keyOfRun(account), account]));
  const before = results.get(keyOfRun(result));
  results.set(keyOfRun(result), before ? joined(before, result, asked) : result);
  runs.set(day, { ...run, [list]: [...results.values()].sort((a, b) => order(keyOfRun(a), keyOfRun(b))) });
  return [...runs.values()].sort((a, b) => order(a.day, b.day));
}

const RANK = { failed: 0, partial: 1, complete: 2 } as const;
const HARD: ReadonlySet<string> = new Set(['failed', 'secret-missing', 'withdrawn', 'over-budget']);

/** Two tries of one day as one record. `requests` are those of the later one, where it brought anything. */
function joined(before: AccountRun, later: AccountRun, asked: Asked | undefined): AccountRun {
  if (later.outcome === 'failed' && before.outcome !== 'failed') return before;
  const reason = later.reason ?? before.reason;
  // Money is spent by each try.
  const cost = later.cost === undefined ? before.cost : later.cost + (before.cost ?? 0);
  const stated = { ...(reason === undefined ? {} : { reason }), ...(cost === undefined ? {} : { cost }) };
  const posts = union(before.posts, later.posts);
  // A worse try adds what it read; what it failed to get again is there already.
  const worse = RANK[later.outcome] < RANK[before.outcome];
  const open = asked && before.outcome !== 'failed' ? before.gaps.flatMap((gap) => left(gap, posts, asked, later.gaps)) : [];
  const outcome = open.some((gap) => HARD.has(gap.reason)) ? 'partial' : later.outcome;
  const next: AccountRun = worse
    ? { ...before, ...stated, posts }
    : { ...later, ...stated, outcome, posts, gaps: [...open, ...later.gaps] };
  const same = JSON.stringify(sortKeys({ ...next, requests: 0 })) === JSON.stringify(sortKeys({ ...before, requests: 0 }));
  return same ? before : { ...next, requests: later.requests };
}

/** One span has room in the record: both where they touch or overlap, else the wider. */
function union(a: Span | null, b: Span | null): Span | null {
  if (!a || !b) return a ?? b;
  if (a.from <= addDays(b.to, 1) && b.from <= addDays(a.to, 1))
    return { from: a.from < b.from ? a.from : b.from, to: a.to > b.to ? a.to : b.to };
  return daysBetween(a.from, a.to) > daysBetween(b.from, b.to) ? a : b;
}

/** What is left of an earlier gap: the days that the later try neither asked for nor names itself, and whose posts nobody read. */
function left(gap: Gap, posts: Span | null, asked: Asked, later: readonly Gap[]): Gap[] {
  const named = later.filter((one) => one.measure === gap.measure && one.reason === gap.reason);
  const covered = gap.measure === undefined ? [asked.posts, asked.days, ...(posts ? [posts] : [])] : [asked.days];
  return [...covered, ...named].reduce<Gap[]>((rest, span) => rest.flatMap((one) => without(one, span)), [gap]);
}

function without(gap: Gap, { from, to }: Span): Gap[] {
  if (gap.to < from || to < gap.from) return [gap];
  return [
    ...(gap.from < from ? [{ ...gap, to: addDays(from, -1) }] : []),
    ...(to < gap.to ? [{ ...gap, from: addDays(to, 1) }] : []),
  ];
}

/** A day may bring several files for one account. */
function keyOfRun(result: AccountRun): string {
  return `${result.account} ${result.file ?? ''}`;
}

/** Another value does, and the same one where it is seen for the first time at the age at which it has settled. */
function supersedes(value: Value, before: Value, settledFrom: Day): boolean {
  if (value.observed < before.observed) return false;
  // What is withheld is so on purpose: the state that stands is older than the whole of which it is a part.
  if (value.value === null) return value.reason !== before.reason && (before.value === null || value.reason === 'suppressed');
  return value.value !== before.value || (before.observed < settledFrom && value.observed >= settledFrom);
}

function questionOf(series: Pick<Series, 'measure' | 'window' | 'dimensions'>): string {
  return JSON.stringify([series.measure, series.window, sortKeys(series.dimensions)]);
}

function keyOf(series: Series): string {
  return JSON.stringify([series.measure, series.window, sortKeys(series.dimensions), series.source, series.metric, series.api]);
}

function sortKeys<T extends object>(value: T): [string, unknown][] {
  return Object.entries(value).sort(([a], [b]) => order(a, b));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
