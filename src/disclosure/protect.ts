import { exposes, PERSONAL, type Dimension } from '#model/dimension.ts';
import type { Measure } from '#model/measure.ts';
import { attack, type Recovery } from './attack.ts';
import { tight } from './choice.ts';
import { isMark, isTraced, PLACES, SCALES, SUMS, TOGETHER, TRACES, wholesOf } from './links.ts';
import { weigh } from './marks.ts';
import { nested } from './places.ts';
import { groupOf, subjectOf, type Cell, type Row, type Tables } from './table.ts';

/** Above this many needless-looking hidings, showing some again is not tried: it would take longer than it is worth. */
const PATIENCE = 60;

/** Hides a cell and those that are hidden with it; returns them all. */
export type Hide = (cell: Cell) => readonly Cell[];

/** What was shown, hidden or withheld when these tables were published before: it stays so. */
export interface Kept {
  readonly shown: ReadonlySet<string>;
  readonly hidden: ReadonlySet<string>;
  readonly tables: ReadonlySet<string>;
}

/**
 * Hides cells until nothing hidden can be told to within fewer than `smallest` whole numbers. Returns the tables that can't be
 * protected and have to be withheld whole, with the names of their parts; the cells' own `hidden` says the rest.
 */
export function protect(
  all: Tables,
  smallest: number,
  { shown, hidden, tables: gone }: Kept = { shown: new Set(), hidden: new Set(), tables: new Set() },
): ReadonlySet<string> {
  const mine = all.cells.filter((cell) => !cell.fixed);
  const groups = Map.groupBy(mine, groupOf);
  const bySubject = Map.groupBy(
    mine.filter((cell) => !cell.rest),
    (cell) => subjectOf(cell.measure, cell.dimensions),
  );
  const alike = (measure: Measure, { dimensions }: Cell) => bySubject.get(subjectOf(measure, dimensions)) ?? [];
  const withheld = new Set(gone);
  const forced = new Set<Cell>();
  const hide: Hide = (cell) => {
    const group = groupOf(cell);
    const mates = group === undefined ? [cell] : (groups.get(group) ?? []);
    const traces = mates.flatMap((one) => (TRACES[one.measure] ?? []).flatMap((trace) => alike(trace, one)));
    const gone = [...mates, ...traces].filter((one) => one.personal);
    for (const one of gone) one.hidden = true;
    return gone;
  };
  const isFew = (cell: Cell): boolean => {
    const scale = SCALES[cell.measure];
    return scale !== undefined && !cell.rest && alike(scale.of, cell).some(({ value }) => value > 0 && value < smallest);
  };
  for (const cell of mine) if (isSmall(cell, smallest) || isFew(cell) || hidden.has(cell.key)) hide(cell);
  for (const cell of mine) if (cell.hidden) forced.add(cell);
  let tables = hold(all, withheld);
  const settle = (): void => {
    for (let found = attack(tables, smallest); found.length > 0; found = attack(tables, smallest)) {
      if (cover(tables, found, smallest, hide, shown)) continue;
      // The finest first: without it, the tables of its margins may do.
      const fineness = (cell: Cell) => Object.keys(cell.dimensions).length;
      const finest = Math.max(...found.map(({ cell }) => fineness(cell)));
      for (const { cell } of found) if (fineness(cell) === finest) withhold(all, cell, withheld);
      tables = hold(all, withheld);
    }
  };
  settle();
  for (const open of tight(tables, smallest)) {
    const next = last(open.filter((cell) => !shown.has(cell.key)));
    if (next) for (const cell of hide(next)) forced.add(cell);
  }
  settle();
  // Which place lies where is known to every reader and stands in no table.
  for (const table of nested(tables, hide, smallest)) withhold(all, table, withheld);
  tables = hold(all, withheld);
  settle();
  restore(tables, forced, smallest);
  weigh(tables, smallest, shown);
  return withheld;
}

/**
 * A count from one to under the smallest. A zero is "counted, none" and stays, but where two attributes of persons are crossed: there it
 * says of a known few what none of them is.
 */
function isSmall(cell: Cell, smallest: number): boolean {
  if (!exposes(cell.measure, cell.dimensions) || cell.rest || SUMS.has(cell.measure) || cell.value >= smallest) return false;
  return cell.value > 0 || Object.keys(cell.dimensions).filter((name) => PERSONAL.has(name as Dimension)).length > 1;
}

/** What is left to attack where some tables are not written at all: their wholes are, and so what ties them to other tables. */
function hold({ cells, rows }: Tables, withheld: ReadonlySet<string>): Tables {
  for (const cell of cells) if (withheld.has(cell.table) && (cell.personal || cell.rest)) cell.hidden = cell.gone = true;
  return { cells: cells.filter((cell) => !withheld.has(cell.table)), rows };
}

/** Hides one more cell beside each that was recovered, in its own rows, wholes first. False where there is none left. */
function cover({ rows }: Tables, found: readonly Recovery[], smallest: number, hide: Hide, shown: ReadonlySet<string>): boolean {
  // What is published already can't be hidden any more.
  const isFree = (cell: Cell) => isOpen(cell) && !shown.has(cell.key);
  const done = new Set<Row>();
  let hidden = false;
  for (const { cell, from, to } of found.toSorted((a, b) => depthOf(a.cell) - depthOf(b.cell))) {
    const own = rows.filter(({ whole, parts }) => whole === cell || parts.includes(cell));
    if (own.some((row) => done.has(row))) continue;
    const beside = own.flatMap((row) => row.parts.filter(isFree));
    const above = own.flatMap(({ whole }) => (isFree(whole) ? [whole] : []));
    const need = smallest - 1 - (to - from);
    const all = beside.length > 0 ? beside : above;
    // Where a count is hidden already of what this one is a part of, or the other way round, hiding this one costs least.
    const tied = all.filter((one) => one.value - 1 >= need && rows.some((row) => isTied(row, one)));
    const next = last(tied.length > 0 ? tied : all);
    if (!next) continue;
    const now = new Set(hide(next));
    hidden = true;
    for (const row of rows) if (own.includes(row) || [row.whole, ...row.parts].some((one) => now.has(one))) done.add(row);
  }
  return hidden;
}

function depthOf({ measure, rest }: Cell): number {
  return wholesOf(measure).length + (rest ? 1 : 0);
}

/** Whether a row ties a count to one that is hidden: the part and the whole of the same people. */
function isTied({ whole, parts: [part, left] }: Row, cell: Cell): boolean {
  return left?.rest === true && ((whole === cell && part?.hidden === true) || (part === cell && whole.hidden));
}

function isOpen(cell: Cell): boolean {
  return cell.personal && !cell.fixed && !cell.hidden && cell.value > 0;
}

/** The last by name: a choice by size would tell the sizes to whoever knows how it is made. */
function last(cells: readonly Cell[]): Cell | undefined {
  return cells.toSorted((a, b) => (a.key < b.key ? 1 : -1))[0];
}

/**
 * A table that can't be protected is withheld, and with it all that break it down further, count a part of it or tell of the same people.
 */
function withhold({ cells }: Tables, lost: Cell, withheld: Set<string>): void {
  const alike = (measure: Measure) => TOGETHER.find((measures) => measures.includes(measure)) ?? [measure];
  const told = new Set([...alike(lost.measure), ...(TRACES[lost.measure] ?? [])]);
  for (const { measure } of cells) {
    if (wholesOf(measure).some((whole) => told.has(whole))) for (const one of alike(measure)) told.add(one);
  }
  for (const cell of cells) {
    if (!cell.personal || cell.fixed || !told.has(cell.measure)) continue;
    const names = (Object.keys(lost.dimensions) as Dimension[]).filter(
      (name) => cell.measure === lost.measure || PERSONAL.has(name),
    );
    if (names.every((name) => Object.hasOwn(cell.dimensions, name))) withheld.add(cell.table);
  }
}

/**
 * Shows again what was hidden for another's sake and turned out not to be needed, in the order of names: the counts of the same people in
 * all measures together, then each alone.
 */
function restore(tables: Tables, forced: ReadonlySet<Cell>, smallest: number): void {
  const spare = tables.cells.filter((cell) => {
    const isPlace = PLACES.some((place) => Object.hasOwn(cell.dimensions, place));
    const isAlone = groupOf(cell) === undefined && !isTraced(cell.measure) && !isMark(cell.measure, cell.dimensions);
    return cell.hidden && isAlone && cell.personal && !cell.fixed && !cell.rest && !forced.has(cell) && !isPlace;
  });
  if (spare.length > PATIENCE) return;
  const people = Map.groupBy(spare, ({ dimensions }) => JSON.stringify(Object.entries(dimensions).sort()));
  const sets = [...people.values(), ...spare.map((cell) => [cell])];
  for (const set of sets.sort((a, b) => b.length - a.length || ((a[0]?.key ?? '') < (b[0]?.key ?? '') ? -1 : 1))) {
    const hidden = set.filter((cell) => cell.hidden);
    for (const cell of hidden) cell.hidden = false;
    if (hidden.length > 0 && attack(tables, smallest).length > 0) for (const cell of hidden) cell.hidden = true;
  }
}
