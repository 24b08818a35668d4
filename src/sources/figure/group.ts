import { SourceError } from '#model/error.ts';

const UNKNOWN = /^(?:none|unknown|undetermined|unspecified)$/;

/**
 * A group of people as it is kept, from the names that ad platforms give it: `AGE_RANGE_18_24` (Google) and `AGE_18_24` (TikTok) are 18-24,
 * `AGE_RANGE_65_UP` and `AGE_55_100` 65+ and 55+, `FEMALE` female, `ID` a country. Throws at a name that is none of these: it would
 * otherwise be counted among those that the platform could not tell.
 */
export function groupOf(name: string): string {
  if (/^[A-Z]{2}$/.test(name)) return name;
  const group = name.replace(/^AGE_(?:RANGE_)?/, '').toLowerCase();
  if (UNKNOWN.test(group)) return 'unknown';
  if (group === 'male' || group === 'female') return group;
  const [, from, to] = /^(\d+)_(\d+|up)$/.exec(group) ?? [];
  if (from === undefined)
    throw new SourceError('the platform names a group of people that is not known here; its API may have changed');
  return to === 'up' || to === '100' ? `${from}+` : `${from}-${to}`;
}
