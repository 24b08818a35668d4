import { isMark, TELLING } from './links.ts';
import { Leeway, type Equation } from './simplex.ts';
import type { Cell, Row, Tables } from './table.ts';

/** A hidden count that the published ones tell too closely. */
export interface Recovery {
  readonly cell: Cell;
  readonly from: number;
  /** `Infinity` where nothing bounds it. */
  readonly to: number;
}

/**
 * What a reader can work out of the hidden counts: for each, the least and the largest that fits with everything that is published. He is
 * taken to know that a hidden count is not zero where it is not, and that a breakdown is whole where it is.
 * Gives those that are told to within fewer than `smallest` whole numbers.
 */
export function attack({ cells, rows }: Tables, smallest: number): Recovery[] {
  const watched = new Set(cells.filter((cell) => isWatched(cell, smallest)));
  return components(rows).flatMap((component) => recover(component, watched, smallest));
}

function isWatched(cell: Cell, smallest: number): boolean {
  if (!cell.hidden || cell.gone || !cell.personal || isMark(cell.measure, cell.dimensions) || cell.measure === 'spend')
    return false;
  return !cell.rest || (TELLING.has(cell.measure) && cell.value > 0 && cell.value < smallest);
}

/** Rows that share hidden counts, directly or through others. */
function components(rows: readonly Row[]): Row[][] {
  const homes = new Map<Cell, Row[]>();
  for (const row of rows) for (const cell of hiddenOf(row)) homes.set(cell, [...(homes.get(cell) ?? []), row]);
  const seen = new Set<Row>();
  return rows.flatMap((first): Row[][] => {
    if (seen.has(first) || hiddenOf(first).length === 0) return [];
    const component = [first];
    seen.add(first);
    // The list grows while it is walked.
    for (const row of component) {
      for (const near of hiddenOf(row).flatMap((cell) => homes.get(cell) ?? [])) {
        if (seen.has(near)) continue;
        seen.add(near);
        component.push(near);
      }
    }
    return [component];
  });
}

function hiddenOf({ whole, parts }: Row): Cell[] {
  return [whole, ...parts].filter((cell) => cell.hidden);
}

function recover(rows: readonly Row[], watched: ReadonlySet<Cell>, smallest: number): Recovery[] {
  const unknowns = [...new Set(rows.flatMap(hiddenOf))].sort((a, b) => (a.key < b.key ? -1 : 1));
  if (!unknowns.some((cell) => watched.has(cell))) return [];
  const number = new Map(unknowns.map((cell, index) => [cell, index]));
  let slack = unknowns.length;
  const equations = rows.map((row): Equation => {
    const terms = new Map<number, number>();
    let is = 0;
    for (const [cell, weight] of [[row.whole, -1], ...row.parts.map((part) => [part, 1])] as [Cell, number][]) {
      const at = number.get(cell);
      // Counted from the least it can be; what is published is moved to the other side.
      is -= weight * (at === undefined ? Math.round(cell.value) : leastOf(cell));
      if (at !== undefined) terms.set(at, (terms.get(at) ?? 0) + weight);
    }
    if (row.slack) terms.set(slack++, 1);
    return { terms, is: is + rounding(row) };
  });
  const told = (cell: Cell): Recovery[] => (watched.has(cell) ? [{ cell, from: cell.value, to: cell.value }] : []);
  try {
    return bounds(unknowns, new Leeway(slack, equations), watched, smallest - 1);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // Not what one could think: then nobody thinks it. What can't be attacked exactly otherwise is taken as lost.
    const sure = rows.filter((row) => !row.guess);
    if (sure.length < rows.length) return components(sure).flatMap((component) => recover(component, watched, smallest));
    return unknowns.flatMap(told);
  }
}

function bounds(unknowns: readonly Cell[], leeway: Leeway, watched: ReadonlySet<Cell>, wide: number): Recovery[] {
  return unknowns.flatMap((cell, index): Recovery[] => {
    if (!watched.has(cell)) return [];
    const enough = cell.fixed ? Number.POSITIVE_INFINITY : wide + Math.max(0, Math.round(cell.value) - leastOf(cell));
    const to = leeway.most(index, enough);
    const from = leeway.least(index, to - wide);
    if (Math.floor(to) - Math.ceil(from) >= wide) return [];
    return [{ cell, from: from + leastOf(cell), to: to + leastOf(cell) }];
  });
}

/** Where conversions come in fractions, a sum of rounded parts can miss its rounded whole by a little: the parts decide. */
function rounding({ whole, parts, slack }: Row): number {
  if ([whole, ...parts].some((cell) => cell.fixed)) return 0;
  const over = parts.reduce((all, part) => all + Math.round(part.value), 0) - Math.round(whole.value);
  return slack ? Math.max(0, over) : over;
}

/** A count that is not zero is hidden for being small, or for another's sake: a reader knows it is at least one. */
function leastOf(cell: Cell): number {
  return cell.rest || cell.gone || cell.blind ? 0 : Math.min(1, Math.round(cell.value));
}
