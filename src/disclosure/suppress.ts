import type { Day } from '#model/day.ts';
import { exposes, type Dimension } from '#model/dimension.ts';
import type { Measure } from '#model/measure.ts';
import type { Series, Value, Window } from '#model/observation.ts';
import type { Gap } from '#model/run.ts';
import { familyOf } from './links.ts';
import { protect } from './protect.ts';
import { mayRenew } from './renewal.ts';
import { isWithheld, keyOf, tableOf, tablesOf, WITHHELD, type Count } from './table.ts';

/** What may be written of one pull. */
export interface Suppressed {
  readonly series: Series[];
  /** Counts that may not be kept at all, each a sentence. */
  readonly gaps: Gap[];
  /** Whether anything was hidden, withheld, refused or held back: a file that holds it must not be kept either. */
  readonly hid: boolean;
}

/**
 * Hides counts of people that are too small, with as many others as it takes, before they are written. `storedIn` gives what the
 * data already hold of a month: what was published stays known, so that a table is renewed only where the change itself is safe.
 * Counts by people's attributes are kept by month, or as one snapshot a month: from two nearby days anybody could subtract.
 */
export function suppress(
  pulled: readonly Series[],
  storedIn: (month: string) => readonly Series[],
  smallest: number,
): Suppressed {
  const months = new Set(pulled.filter(isPersonal).flatMap(({ values }) => values.map(({ day }) => day.slice(0, 7))));
  if (months.size === 0) return { series: [...pulled], gaps: [], hid: false };
  const stored = [...months].sort().flatMap(storedIn);
  const { series, gaps } = monthly(pulled, stored);
  const verdicts = new Map<string, Verdict>();
  for (const { measure, window, dimensions, values } of series) {
    if (!exposes(measure, dimensions)) continue;
    for (const { day } of values) {
      const family = familyOf(measure);
      const key = momentOf(family, window, day);
      if (!verdicts.has(key)) verdicts.set(key, judge(family, window, day, series, stored, smallest));
    }
  }
  const out = series.flatMap((one): Series[] => {
    if (!isPersonal(one)) return [one];
    const family = familyOf(one.measure);
    const key = keyOf(one);
    const [kept, gone]: [Value[], Value[]] = [[], []];
    for (const value of one.values) {
      const verdict = verdicts.get(momentOf(family, one.window, value.day)) as Verdict;
      if (verdict.held) continue;
      if (verdict.withheld.has(tableOf(one))) gone.push(hidden(value));
      else kept.push(verdict.hidden.has(key) ? hidden(value) : value);
    }
    const blank = Object.fromEntries(Object.keys(one.dimensions).map((name) => [name, WITHHELD]));
    return [
      { ...one, values: kept },
      { ...one, dimensions: blank, values: gone },
    ].filter(({ values }) => values.length > 0);
  });
  const result = joined(out);
  return { series: result, gaps, hid: gaps.length > 0 || [...verdicts.values()].some((one) => one.hid) };
}

interface Verdict {
  /** Whether what is published stays as it is. */
  readonly held: boolean;
  readonly hidden: ReadonlySet<string>;
  readonly withheld: ReadonlySet<string>;
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
): Verdict {
  const now = countsOf(pulled, family, window, day);
  const keys = new Set(now.map(keyOf));
  // A figure that the platform did not give then was not hidden; it may come now.
  const before = countsOf(stored, family, window, day, (value) => value.value !== null || value.reason === 'suppressed');
  const persons = before.filter((count) => exposes(count.measure, count.dimensions));
  const elsewhere = before.filter((count) => !keys.has(keyOf(count)) && !exposes(count.measure, count.dimensions));
  const tables = tablesOf([...now, ...elsewhere]);
  const kept = {
    hidden: new Set(persons.filter((count) => count.value === null).map(keyOf)),
    tables: new Set(persons.filter(isWithheld).map(tableOf)),
  };
  const withheld = protect(tables, smallest, kept);
  const hidden = new Set(tables.cells.filter((cell) => cell.hidden && !cell.rest).map((cell) => cell.key));
  const held = persons.length > 0 && !mayRenew(before, tables, withheld, smallest);
  return { held, hidden, withheld, hid: held || hidden.size > 0 || withheld.size > 0 };
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
  return exposes(one.measure, one.dimensions);
}

function momentOf(family: ReadonlySet<Measure>, window: Window, day: Day): string {
  return [window, day, ...family].join(' ');
}

function hidden({ day, observed, file }: Value): Value {
  return { day, value: null, reason: 'suppressed', observed, ...(file === undefined ? {} : { file }) };
}

/** Leaves out counts by people's attributes of several days of a month, and of another day than the one that is published. */
function monthly(pulled: readonly Series[], stored: readonly Series[]): { series: Series[]; gaps: Gap[] } {
  const subject = (one: Series, day: Day) =>
    JSON.stringify([one.measure, one.window, Object.keys(one.dimensions).sort(), day.slice(0, 7)]);
  const days = new Map<string, Set<Day>>();
  const published = new Map<string, Set<Day>>();
  for (const [all, into] of [[pulled, days] as const, [stored, published] as const]) {
    for (const one of all.filter((each) => isPersonal(each) && each.window !== 'month')) {
      for (const { day } of one.values) into.set(subject(one, day), (into.get(subject(one, day)) ?? new Set()).add(day));
    }
  }
  const gaps = new Map<string, Gap>();
  const series = pulled.flatMap((one): Series[] => {
    if (!isPersonal(one) || one.window === 'month') return [one];
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
      return !there || there.has(day);
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
