import type { Dimension } from '#model/dimension.ts';
import { country } from './country.ts';
import { tagOf } from './tag.ts';

const GENDERS: ReadonlyMap<string, string> = new Map([
  ['f', 'female'],
  ['female', 'female'],
  ['m', 'male'],
  ['male', 'male'],
  ['u', 'unknown'],
  ['unknown', 'unknown'],
]);

/**
 * A group of people as it is kept, from the name that a platform gives it: whatever the platform sends, nothing of a single person. Ages and
 * genders are those of closed lists, countries ISO codes, other places and levels cleaned as tags are; what is none of these is "other".
 */
export function partOf(dimension: Dimension, name: string): string {
  const text = name.trim();
  if (text === '' || /^unknown$/i.test(text)) return 'unknown';
  if (dimension === 'country') return country(text);
  if (dimension === 'gender') return GENDERS.get(text.toLowerCase()) ?? 'other';
  if (dimension === 'age') return /^\d{2}(?:-\d{2}|\+)$/.test(text) ? text : 'other';
  const tag = tagOf(text);
  return tag === '(withheld)' || tag === '(not set)' ? 'other' : tag;
}

/**
 * Counts by part, in order. Those of names that became one are added up, which only counts may be that each person stands in once: of
 * followers, not of reach. Not known where one of them is not.
 */
export function byPart(
  dimension: Dimension,
  counts: Iterable<readonly [name: string, count: number | null | undefined]>,
): [part: string, count: number | null][] {
  const found = new Map<string, number | null>();
  for (const [name, count = null] of counts) {
    const part = partOf(dimension, name);
    const before = found.get(part);
    if (before === undefined) found.set(part, count);
    else found.set(part, before === null || count === null ? null : before + count);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}
