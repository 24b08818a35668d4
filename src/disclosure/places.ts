import type { Dimension } from '#model/dimension.ts';
import { familyOf, PLACES } from './links.ts';
import type { Hide } from './protect.ts';
import { total, type Cell, type Tables } from './table.ts';

/**
 * Tables of places that lie within those of another table: which city lies where is known to every reader and stands in no table.
 * Where something of either is hidden, the rest of a wider place could be what is hidden of it. One cell of each finer table that may not
 * stay is returned; else wider places are hidden that, whatever lies in them, would leave too little room.
 */
export function nested({ cells }: Tables, hide: Hide, smallest: number): Cell[] {
  const tables = [
    ...Map.groupBy(
      cells.filter((cell) => cell.personal && !cell.rest && !cell.fixed),
      (cell) => cell.table,
    ).values(),
  ];
  return tables.flatMap((fine): Cell[] => {
    const [first] = fine as [Cell];
    const around = tables.filter(([wide]) => wide && liesIn(first, wide));
    return around.flatMap((wide): Cell[] => {
      // One province alone is the whole, and the whole is no secret.
      if (wide.filter((cell) => cell.value > 0).length < 2) return [];
      if (![...fine, ...wide].some((cell) => cell.hidden)) return [];
      const chain = tables.filter(([one]) => one && one.measure === first.measure && PLACES.some((place) => isBy(one, place)));
      const isAlone = chain.length === 2 && familyOf(first.measure).size === 1 && Object.keys(first.dimensions).length === 1;
      const whole = cells.find((cell) => cell.measure === first.measure && Object.keys(cell.dimensions).length === 0);
      return isAlone && leaveRoom(fine, wide, whole?.value ?? total(wide), hide, smallest) ? [] : [first];
    });
  });
}

/** Hides the wider places that the finer ones could fill, whichever of them lie there. False where that is not enough. */
function leaveRoom(fine: readonly Cell[], wide: readonly Cell[], whole: number, hide: Hide, smallest: number): boolean {
  const few = fine.filter((cell) => cell.hidden).length;
  const open = fine.filter((cell) => !cell.hidden);
  // A platform that lists the largest cities alone leaves people anywhere; one that lists all does not.
  if (whole - total(fine) < smallest || whole < total(wide)) return false;
  const room = (all: number) => all - total(open.filter(({ value }) => value <= all)) - few;
  for (const cell of wide) if (cell.value > 0 && !cell.hidden && room(cell.value) < smallest) hide(cell);
  const hidden = wide.filter((cell) => cell.hidden);
  const left = whole - total(wide.filter((cell) => !cell.hidden));
  return hidden.length === 0 || room(left) - hidden.length >= smallest;
}

function isBy(cell: Cell, place: Dimension): boolean {
  return Object.hasOwn(cell.dimensions, place);
}

function liesIn(fine: Cell, wide: Cell): boolean {
  if (fine.measure !== wide.measure) return false;
  const at = (cell: Cell) => PLACES.findLastIndex((place) => isBy(cell, place));
  if (at(wide) < 0 || at(fine) <= at(wide) || isBy(fine, PLACES[at(wide)] as Dimension)) return false;
  const others = (cell: Cell) =>
    Object.keys(cell.dimensions)
      .filter((name) => !PLACES.includes(name as Dimension))
      .sort()
      .join();
  return others(fine) === others(wide);
}
