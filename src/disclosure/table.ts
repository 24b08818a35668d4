import { exposes, type Dimension } from '#model/dimension.ts';
import type { Measure } from '#model/measure.ts';
import type { Series } from '#model/observation.ts';
import { aboveOf, isGuarded, isMark, TOGETHER, TRACES } from './links.ts';

/** One count of one window and day. */
export interface Cell {
  readonly key: string;
  /** The cells of one measure, metric and set of dimensions are one table. */
  readonly table: string;
  readonly measure: Measure;
  readonly dimensions: Series['dimensions'];
  readonly value: number;
  /** Whether a small value could expose persons. */
  readonly personal: boolean;
  /** What is left of a whole: never published, and still told by what is. */
  readonly rest: boolean;
  /** Published by another account of the agency: it can be neither hidden nor shown any more, and hidden it is worth nothing here. */
  readonly fixed?: true;
  hidden: boolean;
  /** Hidden with others for what one of them is, so that hiding it does not even say that it is more than none. */
  readonly blind?: true;
  /** Withheld with its whole table: no reader knows that it is more than none. What ties it to others he knows all the same. */
  gone?: boolean;
}

/** The parts of a whole. Where `slack`, the parts known are not all of it (people of unknown age), and nobody knows how many lack. */
export interface Row {
  readonly whole: Cell;
  readonly parts: readonly Cell[];
  readonly slack: boolean;
  /** Not known, and likely to readers: what one account counts another counts too. */
  readonly guess?: true;
}

/** All tables of one window and day, with what ties their cells to each other. */
export interface Tables {
  readonly cells: readonly Cell[];
  readonly rows: readonly Row[];
}

/** A count as it is known of one window and day. */
export interface Count extends Pick<Series, 'measure' | 'metric' | 'dimensions'> {
  readonly value: number | null;
}

/** Stands for every part of a table that can't be protected: even the names of its parts would tell. */
export const WITHHELD = '(withheld)';

export function isWithheld({ dimensions }: Pick<Series, 'dimensions'>): boolean {
  const values = Object.values(dimensions);
  return values.length > 0 && values.every((value) => value === WITHHELD);
}

export function keyOf({ measure, metric, dimensions }: Omit<Count, 'value'>): string {
  return JSON.stringify([measure, metric, Object.entries(dimensions).sort()]);
}

export function tableOf({ measure, metric, dimensions }: Omit<Count, 'value'>): string {
  return JSON.stringify([measure, metric, Object.keys(dimensions).sort()]);
}

/**
 * Ties counts together as a reader could: by margins (the same measure with fewer dimensions), and by parts of a whole. Where the whole
 * of a measure is not given, it is taken as known all the same, since other tables or days may tell it.
 */
export function tablesOf(counts: readonly Count[]): Tables {
  const known = counts.flatMap((count): Cell[] => (count.value === null ? [] : [cell(count, count.value)]));
  const holes = new Set(counts.filter((count) => count.value === null).map(tableOf));
  const byTable = Map.groupBy(known, (one) => one.table);
  const rows: Row[] = [];
  for (const [table, cells] of byTable) {
    const [first] = cells;
    if (!first?.personal || isMark(first.measure, first.dimensions) || first.measure === 'spend') continue;
    for (const margin of marginsOf(first, byTable)) rows.push(...sums(margin, cells, holes.has(table)));
  }
  const bySubject = new Map(known.map((one) => [subjectOf(one.measure, one.dimensions), one]));
  const left = known.flatMap((part) => [
    ...aboveOf(part.measure).flatMap((whole) => rest(part, whole, bySubject)),
    ...rest(
      part,
      TRACES[part.measure]?.find((trace) => trace !== 'spend'),
      bySubject,
    ),
  ]);
  return { cells: [...known, ...left.map((row) => row.parts[1] as Cell)], rows: [...rows, ...left] };
}

function cell(count: Count, value: number): Cell {
  const personal = isGuarded(count.measure, count.dimensions);
  return { ...pick(count), key: keyOf(count), table: tableOf(count), value, personal, rest: false, hidden: false };
}

function pick({ measure, dimensions }: Count): Pick<Cell, 'measure' | 'dimensions'> {
  return { measure, dimensions };
}

function names(one: Pick<Cell, 'dimensions'>): Dimension[] {
  return Object.keys(one.dimensions) as Dimension[];
}

/** The tables of the same measure with fewer dimensions, of which none lies between; a whole nobody gave where there is none. */
export function marginsOf(first: Cell, byTable: ReadonlyMap<string, readonly Cell[]>): (readonly Cell[] | undefined)[] {
  const own = new Set(names(first));
  const below = [...byTable.values()].filter(([other]) => {
    if (!other || other.measure !== first.measure || other.table === first.table) return false;
    return names(other).length < own.size && names(other).every((name) => own.has(name));
  });
  const isBelow = (one: Cell, other: Cell) =>
    names(one).length < names(other).length && names(one).every((name) => Object.hasOwn(other.dimensions, name));
  const nearest = below.filter(([one]) => !below.some(([other]) => other !== one && one && other && isBelow(one, other)));
  return nearest.length > 0 ? nearest : [undefined];
}

/** Whether the second counts a part of the first: it has all its dimensions, and more. */
export function within(one: Cell, other: Cell): boolean {
  return names(one).length < names(other).length && names(one).every((name) => one.dimensions[name] === other.dimensions[name]);
}

function sums(margin: readonly Cell[] | undefined, cells: readonly Cell[], holes: boolean): Row[] {
  if (!margin) {
    const [first] = cells as readonly [Cell, ...Cell[]];
    // What one person answers counts in many elements: together they are no whole.
    if (names(first).every((name) => name === 'element')) return [];
    const value = total(cells);
    return [{ whole: { ...first, key: `whole ${first.key}`, personal: false, value }, parts: cells, slack: false }];
  }
  return margin.flatMap((whole): Row[] => {
    const parts = cells.filter((one) => names(whole).every((name) => one.dimensions[name] === whole.dimensions[name]));
    const left = whole.value - total(parts);
    // Parts that come to more than the whole are no parts of it: a person can have two interests.
    if (parts.length === 0 || left < -0.5) return [];
    return [{ whole, parts, slack: holes || left >= 0.5 }];
  });
}

/** What is left of a whole when a part of it is taken. */
function rest(part: Cell, measure: Measure | undefined, known: ReadonlyMap<string, Cell>): Row[] {
  if (measure === undefined || !exposes(part.measure, part.dimensions)) return [];
  const whole = known.get(subjectOf(measure, part.dimensions));
  if (!whole || whole.value < part.value) return [];
  const left = { ...part, key: `rest ${measure} ${part.key}`, value: whole.value - part.value, rest: true, hidden: true };
  return [{ whole, parts: [part, left], slack: false }];
}

export function subjectOf(measure: Measure, dimensions: Series['dimensions']): string {
  return JSON.stringify([measure, Object.entries(dimensions).sort()]);
}

/** The group of people of whom a cell tells, for measures that are hidden together; undefined where it stands alone. */
export function groupOf(one: Cell): string | undefined {
  const set = TOGETHER.findIndex((measures) => measures.includes(one.measure));
  if (set < 0 || one.rest) return undefined;
  const all = Object.entries(one.dimensions).sort();
  const who = all.filter(([name]) => name !== 'element');
  return JSON.stringify([set, who.length > 0 ? who : all]);
}

export function total(cells: readonly Cell[]): number {
  return cells.reduce((sum, one) => sum + one.value, 0);
}
