import { addDays, type Day } from '#model/day.ts';
import { APART, exposes, type Dimension } from '#model/dimension.ts';
import type { Measure } from '#model/measure.ts';
import type { Series, Value, Window } from '#model/observation.ts';
import type { Gap } from '#model/run.ts';
import { beside } from './beside.ts';
import { familyOf, isByPeople, isGuarded, SHARED } from './links.ts';
import { protect } from './protect.ts';
import { mayRenew } from './renewal.ts';
import { ripe, type Growth } from './ripe.ts';
import { isWithheld, keyOf, tableOf, tablesOf, WITHHELD, type Count } from './table.ts';

/** What may be written of one pull. */
export interface Suppressed {
  readonly series: Series[];
  /** Counts that may not be kept at all, each a sentence. */
  readonly gaps: Gap[];
  /** Whether anything was hidden, withheld or refused: a file that holds it must not be kept either. */
  readonly hid: boolean;
}

/**
 * Hides counts of people that are too small, with as many others as it takes, before they are written. `storedIn` gives what the
 * data already hold of a month: what was published stays known, so that a table is renewed only where the change itself is safe, and
 * withheld where it is not: no part stands at a state older than its whole. Counts by people's attributes are kept by month, or as one
 * snapshot a month, since from two nearby days anybody could subtract; and by `growth` only once they have settled.
 * `others` gives what the agency's other accounts have published of a month: what comes second is protected against what came first.
 */
export function suppress(
  pulled: readonly Series[],
  storedIn: (month: string) => readonly Series[],
  smallest: number,
  growth: Growth = { gives: [], settles: 0 },
  others: (month: string) => readonly (readonly Series[])[] = () => [],
): Suppressed {
  const grown = ripe(pulled, growth);
  const touched = new Set(grown.series.flatMap(({ values }) => values.map(({ day }) => day.slice(0, 7))));
  const stored = [...touched].sort().flatMap(storedIn);
  if (![...grown.series, ...stored].some((one) => isGuarded(one.measure, one.dimensions)))
    return { series: grown.series, gaps: grown.gaps, hid: grown.gaps.length > 0 };
  const { series, gaps } = monthly(grown.series, stored, storedIn);
  const published = stored.filter(isPersonal);
  const verdicts = new Map<string, Verdict>();
  const concern = (one: Series, moments?: ReadonlySet<string>): void => {
    const family = familyOf(one.measure);
    for (const { day } of one.values) {
      const key = momentOf(family, one.window, day);
      if (!verdicts.has(key) && moments?.has(key) !== false)
        verdicts.set(key, judge(family, one.window, day, series, stored, smallest, others));
    }
  };
  for (const one of series) if (isGuarded(one.measure, one.dimensions)) concern(one);
  // A month that came again without its parts.
  const months = series.filter(({ window }) => window === 'month');
  const again = new Set(
    months.flatMap(({ measure, window, values }) => {
      const family = familyOf(measure);
      return values.map(({ day }) => momentOf(family, window, day));
    }),
  );
  for (const one of published) if (one.window === 'month') concern(one, again);
  const out = series.flatMap((one): Series[] => {
    if (!isGuarded(one.measure, one.dimensions)) return [one];
    const isPart = isPersonal(one);
    const family = familyOf(one.measure);
    const key = keyOf(one);
    const [kept, gone]: [Value[], Value[]] = [[], []];
    for (const value of one.values) {
      const verdict = verdicts.get(momentOf(family, one.window, value.day)) as Verdict;
      if (isPart && verdict.stale === undefined && verdict.held) continue;
      if (verdict.withheld.has(tableOf(one))) gone.push(hidden(value));
      else if (!isPart || !verdict.held) kept.push(verdict.hidden.has(key) ? hidden(value) : value);
    }
    const blank = Object.fromEntries(Object.keys(one.dimensions).map((name) => [name, WITHHELD]));
    return [
      { ...one, values: kept },
      { ...one, dimensions: blank, values: gone },
    ].filter(({ values }) => values.length > 0);
  });
  const old = published.flatMap((one): Series[] => {
    const family = familyOf(one.measure);
    const values = one.values.flatMap((value): Value[] => {
      const { stale } = verdicts.get(momentOf(family, one.window, value.day)) ?? {};
      return value.value !== null && stale?.tables.has(tableOf(one)) ? [hidden({ ...value, ...stale.since })] : [];
    });
    return values.length > 0 ? [{ ...one, values }] : [];
  });
  return {
    series: joined([...out, ...old]),
    gaps: [...grown.gaps, ...gaps],
    hid: grown.gaps.length + gaps.length > 0 || [...verdicts.values()].some((one) => one.hid),
  };
}

interface Verdict {
  /** Whether nothing of these tables may be written as it came. */
  readonly held: boolean;
  readonly hidden: ReadonlySet<string>;
  readonly withheld: ReadonlySet<string>;
  /** Tables that are published and may not stay: an older state than that of their whole; and when that whole was seen. */
  readonly stale?: { readonly tables: ReadonlySet<string>; readonly since: Pick<Value, 'observed' | 'file'> };
  readonly hid: boolean;
}

/** What becomes of all tables of one family of measures, one window and one day. */
function judge(
  family: ReadonlySet<Measure>,
  window: Window,
  day: Day,
  pulled: readonly Series[],
  stored: readonly Series[],
  smallest: number,
  others: (month: string) => readonly (readonly Series[])[],
): Verdict {
  const now = countsOf(pulled, family, window, day);
  const keys = new Set(now.map(keyOf));
  // A figure that the platform did not give then was not hidden; it may come now.
  const before = countsOf(stored, family, window, day, (value) => value.value !== null || value.reason === 'suppressed');
  const persons = before.filter((count) => isByPeople(count.measure, count.dimensions));
  const elsewhere = before.filter((count) => !keys.has(keyOf(count)) && !isByPeople(count.measure, count.dimensions));
  const theirs = [...family].some((measure) => SHARED.has(measure))
    ? others(day.slice(0, 7)).map((all) =>
        countsOf(all, family, window, day, (value) => value.value !== null || value.reason === 'suppressed').filter(
          (count) => !isWithheld(count),
        ),
      )
    : [];
  const told = new Set(persons.map(tableOf));
  const kept = {
    shown: new Set(persons.filter((count) => count.value !== null).map(keyOf)),
    hidden: new Set(persons.filter((count) => count.value === null).map(keyOf)),
    tables: new Set(persons.filter(isWithheld).map(tableOf)),
  };
  const fresh = now.filter((count) => isByPeople(count.measure, count.dimensions) && !told.has(tableOf(count))).map(tableOf);
  // Where what is new can't stand beside what is published, what is published goes before.
  for (const without of persons.length > 0 && fresh.length > 0 ? [new Set<string>(), new Set(fresh)] : [new Set<string>()]) {
    const tables = beside(tablesOf([...now.filter((count) => !without.has(tableOf(count))), ...elsewhere]), theirs);
    const withheld = new Set([...protect(tables, smallest, kept), ...without]);
    if (persons.length > 0 && !mayRenew(before, tables, withheld, smallest)) continue;
    const hidden = new Set(tables.cells.filter((cell) => cell.hidden && !cell.rest && !cell.fixed).map((cell) => cell.key));
    const left = leftBehind(window, before, now);
    const stale = left.size > 0 ? { stale: { tables: left, since: seen(pulled, family, window, day) } } : {};
    return { held: false, hidden, withheld, ...stale, hid: hidden.size > 0 || withheld.size > 0 || left.size > 0 };
  }
  const since = seen(pulled, family, window, day);
  const first = seen(stored, family, window, day, isPersonal);
  const stale = since.observed > first.observed ? { stale: { tables: told, since } } : {};
  // What people thought on the whole is written all the same, where they are enough.
  const wholes = tablesOf(now.filter((count) => !isByPeople(count.measure, count.dimensions)));
  protect(wholes, smallest);
  const few = new Set(wholes.cells.filter((cell) => cell.hidden && !cell.rest).map((cell) => cell.key));
  return { held: true, hidden: few, withheld: new Set(fresh), ...stale, hid: true };
}

/** Tables of a month that did not come again, though the whole of which they are the parts is another now. */
function leftBehind(window: Window, before: readonly Count[], now: readonly Count[]): Set<string> {
  if (window !== 'month') return new Set();
  const isWhole = ({ dimensions }: Count) => Object.keys(dimensions).length === 0;
  const wholes = new Map(now.filter(isWhole).map((count) => [count.measure, count.value]));
  const moved = new Set(
    before.filter(isWhole).flatMap(({ measure, value }) => ((wholes.get(measure) ?? value) === value ? [] : [measure])),
  );
  const renewed = new Set(now.map(tableOf));
  return new Set(
    before
      .filter((count) => moved.has(count.measure) && isByPeople(count.measure, count.dimensions) && !renewed.has(tableOf(count)))
      .map(tableOf),
  );
}

/** When the newest of some values was seen, and in which file. */
function seen(
  series: readonly Series[],
  family: ReadonlySet<Measure>,
  window: Window,
  day: Day,
  which: (one: Series) => boolean = () => true,
): Pick<Value, 'observed' | 'file'> {
  const values = series
    .filter((one) => one.window === window && family.has(one.measure) && which(one))
    .flatMap((one) => one.values.filter((value) => value.day === day));
  const { observed, file } = values.reduce((newest, value) => (value.observed > newest.observed ? value : newest));
  return { observed, ...(file === undefined ? {} : { file }) };
}

function countsOf(
  series: readonly Series[],
  family: ReadonlySet<Measure>,
  window: Window,
  day: Day,
  counts: (value: Value) => boolean = () => true,
): Count[] {
  return series
    .filter((one) => one.window === window && family.has(one.measure))
    .flatMap(({ measure, metric, dimensions, values }) =>
      values
        .filter((value) => value.day === day && counts(value))
        .map(({ value }): Count => ({ measure, metric, dimensions, value })),
    );
}

function isPersonal(one: Series): boolean {
  return isByPeople(one.measure, one.dimensions);
}

function momentOf(family: ReadonlySet<Measure>, window: Window, day: Day): string {
  return [window, day, ...family].join(' ');
}

function hidden({ day, observed, file }: Value): Value {
  return { day, value: null, reason: 'suppressed', observed, ...(file === undefined ? {} : { file }) };
}

/**
 * Leaves out counts by people's attributes of several days of a month, of another day than the one that is published, and of one that is
 * near to that of another month.
 */
function monthly(
  pulled: readonly Series[],
  stored: readonly Series[],
  storedIn: (month: string) => readonly Series[],
): { series: Series[]; gaps: Gap[] } {
  const topic = (one: Series) => JSON.stringify([one.measure, one.window, Object.keys(one.dimensions).sort()]);
  const subject = (one: Series, day: Day) => `${topic(one)} ${day.slice(0, 7)}`;
  const isSnapshot = (one: Series) => exposes(one.measure, one.dimensions) && one.window !== 'month';
  const daysOf = (all: readonly Series[]): Map<string, Set<Day>> => {
    const days = new Map<string, Set<Day>>();
    for (const one of all.filter(isSnapshot))
      for (const { day } of one.values) days.set(subject(one, day), (days.get(subject(one, day)) ?? new Set()).add(day));
    return days;
  };
  const [days, published] = [daysOf(pulled), daysOf(stored)];
  const months = new Map<string, ReadonlyMap<string, ReadonlySet<Day>>>();
  const around = (one: Series, day: Day): boolean =>
    [addDays(day, 1 - APART), addDays(day, APART - 1)].some((edge) => {
      const month = edge.slice(0, 7);
      if (month === day.slice(0, 7)) return false;
      const there = months.get(month) ?? daysOf(storedIn(month));
      months.set(month, there);
      const [from, to] = [edge, day].sort() as [Day, Day];
      // Of two that come together the first stays.
      const near = [...(there.get(subject(one, edge)) ?? []), ...(edge < day ? (days.get(subject(one, edge)) ?? []) : [])];
      return near.some((other) => from <= other && other <= to);
    });
  const gaps = new Map<string, Gap>();
  const series = pulled.flatMap((one): Series[] => {
    if (!isSnapshot(one)) return [one];
    const values = one.values.filter(({ day }) => {
      const asked = [...(days.get(subject(one, day)) ?? [])].sort();
      if (asked.length > 1) {
        const [from, to] = [asked[0] as Day, asked.at(-1) as Day];
        const by = Object.keys(one.dimensions).sort().join(', ') as Dimension;
        const detail = `${one.measure} by ${by} came for several days of one month; counts by people's attributes are kept once a month`;
        gaps.set(subject(one, day), { measure: one.measure, from, to, reason: 'suppressed', detail });
        return false;
      }
      const there = published.get(subject(one, day));
      return there ? there.has(day) : !around(one, day);
    });
    return values.length > 0 ? [{ ...one, values }] : [];
  });
  return { series, gaps: [...gaps.values()] };
}

/** Series that have become the same, as the withheld parts of one table, are one. */
function joined(series: readonly Series[]): Series[] {
  const by = Map.groupBy(series, ({ values: _values, ...one }) => JSON.stringify([one.window, one.source, one.api, keyOf(one)]));
  return [...by.values()].map((same) => {
    const [first] = same as [Series];
    if (same.length === 1) return first;
    const values = new Map(same.flatMap((one) => one.values.map((value) => [value.day, value] as const)));
    return { ...first, values: [...values.values()].sort((a, b) => (a.day < b.day ? -1 : 1)) };
  });
}
