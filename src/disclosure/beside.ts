import { aboveOf, isByPeople, isMark } from './links.ts';
import { marginsOf, subjectOf, tableOf, keyOf, within, type Cell, type Count, type Row, type Tables } from './table.ts';

/**
 * Adds what other accounts of the agency have published of the same window and day. An office's own register may hold the complaints
 * that came through a national one, or the other way round: whichever of the two all counts that are known allow, a reader may think.
 * What they have hidden is not known here either; it is attacked with the rest.
 */
export function beside({ cells, rows }: Tables, others: readonly (readonly Count[])[]): Tables {
  const beside = others.map((counts, index) => publishedBy(counts, `other ${index}`));
  const guesses = beside.flatMap((other) => containing(cells, other.cells));
  return {
    cells: [...cells, ...[...beside, { cells: guesses.flatMap((row) => row.parts.slice(1)) }].flatMap((other) => other.cells)],
    rows: [...rows, ...beside.flatMap((other) => other.rows), ...guesses],
  };
}

function publishedBy(counts: readonly Count[], name: string): Tables {
  const cells = counts
    .filter((count) => !isMark(count.measure, count.dimensions))
    .map((count): Cell => {
      const { measure, dimensions, value } = count;
      const personal = isByPeople(measure, dimensions);
      // Hidden, it is at least one.
      const known = { value: value ?? 1, hidden: value === null };
      return {
        key: `${name} ${keyOf(count)}`,
        table: `${name} ${tableOf(count)}`,
        measure,
        dimensions,
        personal,
        ...known,
        rest: false,
        fixed: true,
      };
    });
  const byTable = Map.groupBy(cells, (cell) => cell.table);
  const sums = [...byTable.values()].flatMap((parts) => {
    const [first] = parts as [Cell];
    const wholes = marginsOf(first, byTable).flatMap((margin) => margin ?? []);
    return wholes.flatMap((whole): Row[] => {
      const own = parts.filter((part) => within(whole, part));
      return own.some((part) => part.hidden) ? [{ whole, parts: own, slack: false }] : [];
    });
  });
  const bySubject = new Map(cells.map((cell) => [subjectOf(cell.measure, cell.dimensions), cell]));
  const rests = cells.flatMap((part): Row[] => {
    return aboveOf(part.measure).flatMap((measure): Row[] => {
      const whole = bySubject.get(subjectOf(measure, part.dimensions));
      return whole && (whole.hidden || part.hidden) ? [{ whole, parts: [part, difference(whole, part)], slack: false }] : [];
    });
  });
  return { cells: [...cells, ...rests.flatMap((row) => row.parts.slice(1))], rows: [...sums, ...rests] };
}

/** Whole and part, where one of two accounts can count all that the other counts. */
function containing(mine: readonly Cell[], theirs: readonly Cell[]): Row[] {
  const bySubject = new Map(theirs.filter((cell) => !cell.rest).map((cell) => [looseOf(cell), cell]));
  const pairs = mine.flatMap((cell): [Cell, Cell][] => {
    const other = cell.rest || isMark(cell.measure, cell.dimensions) ? undefined : bySubject.get(looseOf(cell));
    return other ? [[cell, other]] : [];
  });
  if (!pairs.some(([own, other]) => own.personal && other.personal)) return [];
  return [pairs, pairs.map(([own, other]): [Cell, Cell] => [other, own])].flatMap((way) => {
    if (way.some(([whole, part]) => !whole.hidden && !part.hidden && whole.value < part.value)) return [];
    return way.map(([whole, part]): Row => ({ whole, parts: [part, difference(whole, part)], slack: false, guess: true }));
  });
}

function difference(whole: Cell, part: Cell): Cell {
  const value = Math.max(0, whole.value - part.value);
  return { ...part, key: `rest ${whole.key} ${part.key}`, value, personal: false, rest: true, fixed: true, hidden: true };
}

/** Offices write the names of services and places in more than one way. */
function looseOf({ measure, dimensions }: Cell): string {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return JSON.stringify([
    measure,
    Object.entries(dimensions)
      .map(([name, value]) => [name, plain(value)])
      .sort(),
  ]);
}
