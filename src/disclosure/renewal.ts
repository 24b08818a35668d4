import { exposes, PERSONAL, type Dimension } from '#model/dimension.ts';
import { isByPeople } from './links.ts';
import { isWithheld, keyOf, tableOf, type Count, type Row, type Tables } from './table.ts';

/**
 * Whether tables may take the place of those already published for the same window and day. What was published once stays readable for
 * ever, so that the difference of the two states is published with the second: it may hold no small count either, and what is hidden has to
 * be the same in both.
 */
export function mayRenew(before: readonly Count[], now: Tables, withheld: ReadonlySet<string>, smallest: number): boolean {
  const earlier = new Map(before.map((count) => [keyOf(count), count]));
  const persons = before.filter((count) => isByPeople(count.measure, count.dimensions));
  const tables = new Set(persons.map(tableOf));
  const present = new Map(now.cells.filter((cell) => !cell.rest && !cell.fixed).map((cell) => [cell.key, cell]));
  const renewed = new Set(
    [...present.values()].filter((cell) => isByPeople(cell.measure, cell.dimensions)).map((cell) => cell.table),
  );
  const attributes = new Set(
    [...present.values()].filter((cell) => isByPeople(cell.measure, cell.dimensions)).flatMap(attributesOf),
  );
  for (const count of persons) {
    if (isWithheld(count)) continue;
    // Another table, of attributes that none of these has, is neither renewed nor told more of.
    if (!renewed.has(tableOf(count)) && !attributesOf(count).some((name) => attributes.has(name))) continue;
    const cell = present.get(keyOf(count));
    if (!cell || withheld.has(cell.table) || cell.hidden !== (count.value === null)) return false;
    if (count.value !== null && exposes(count.measure, count.dimensions) && isSmallChange(count.value, cell.value, smallest))
      return false;
  }
  for (const cell of present.values()) {
    if (
      isByPeople(cell.measure, cell.dimensions) &&
      cell.hidden &&
      tables.has(cell.table) &&
      !earlier.has(cell.key) &&
      !withheld.has(cell.table)
    )
      return false;
  }
  const open = now.rows.filter(({ parts }) =>
    parts.every((part) => exposes(part.measure, part.dimensions) && !part.fixed && !withheld.has(part.table)),
  );
  return open.every((row) => !isSmallChange(remainder(row, earlier), remainder(row), smallest));
}

function attributesOf({ dimensions }: Pick<Count, 'dimensions'>): Dimension[] {
  return (Object.keys(dimensions) as Dimension[]).filter((name) => PERSONAL.has(name));
}

function isSmallChange(before: number | undefined, now: number | undefined, smallest: number): boolean {
  if (before === undefined || now === undefined) return false;
  const change = Math.abs(now - before);
  return change > 0 && change < smallest;
}

/** What a reader is left with when he takes the parts that are shown from a whole that is shown; undefined where he can't. */
function remainder({ whole, parts }: Row, earlier?: ReadonlyMap<string, Count>): number | undefined {
  const shown = (key: string, value: number, hidden: boolean): number | null | undefined =>
    earlier ? earlier.get(key)?.value : hidden ? null : value;
  const all = shown(whole.key, whole.value, whole.hidden);
  if (all === null || all === undefined) return undefined;
  // A breakdown that was not there before could not be subtracted then.
  if (earlier && !parts.some(({ key }) => earlier.has(key))) return undefined;
  return parts.reduce((left, part) => left - (shown(part.key, part.value, part.hidden) ?? 0), all);
}
