import { addDays, daysBetween } from '#model/day.ts';
import { DataError } from '#model/error.ts';
import type { Series, Window } from '#model/observation.ts';
import type { Span } from '#model/run.ts';
import { country } from '../figure/country.ts';
import { covered, isTotal, namedSpan } from '../file/export.ts';
import type { Layout, Sheet } from '../file/sheet.ts';
import type { Export, Pull } from '../source.ts';
import { API, declaration, type Key } from './youtube-studio-declaration.ts';
import { viewsOver } from './youtube-views.ts';

/** Tables of the audience: each speaks of all its days together. */
export const AUDIENCE: readonly Layout<Key>[] = [
  { name: 'by viewer age', needs: ['age', 'share'] },
  { name: 'by viewer gender', needs: ['gender', 'share'] },
  { name: 'by geography', needs: ['country', 'views'] },
];

const GENDERS: ReadonlyMap<string, string> = new Map([
  ...['female', 'perempuan', 'wanita'].map((name) => [name, 'female'] as const),
  ...['male', 'laki-laki', 'pria'].map((name) => [name, 'male'] as const),
  ...['user-specified', 'user specified', 'ditentukan pengguna'].map((name) => [name, 'other'] as const),
]);

/** Not kept: the whole of it is in the figures. Throws a `DataError`. */
export function readAudience(file: Export, sheet: Sheet<Key>): Pull {
  const span = covered(file, namedSpan(file.name, true));
  const window = windowOf(file, span);
  const key = (['age', 'gender', 'country'] as const).find((one) => sheet.has(one)) ?? 'country';
  const value = key === 'country' ? 'views' : 'share';
  const read = new Map<string, number | null>();
  const found = new Map<string, number | null>();
  for (const row of sheet.rows) {
    const text = sheet.text(row, key).trim();
    const name = nameOf(key, text);
    const figure = sheet.number(row, value);
    if (name === undefined) {
      sheet.refuse(row, key, 'value', `this is no ${key} that is known here`);
      continue;
    }
    const before = read.get(text);
    if (before !== undefined && before !== figure)
      sheet.refuse(row, key, 'conflict', 'this line stands twice with different figures');
    if (read.has(text)) continue;
    read.set(text, figure);
    const same = found.get(name);
    if (same !== undefined && key !== 'country') sheet.refuse(row, key, 'conflict', `this ${key} stands twice`);
    found.set(name, same === undefined ? figure : same === null || figure === null ? null : same + figure);
  }
  sheet.done();
  const rest = { day: span.to, observed: file.today, file: file.file };
  const series = [...found]
    .filter(([name]) => name !== '' || key === 'country')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, figure]): Series => ({
      measure: key === 'country' ? 'views' : 'viewer-share',
      window,
      dimensions: name === '' ? {} : { [key]: name },
      source: declaration.id,
      metric: key === 'country' ? viewsOver('Views', span.from, span.to) : 'Views (%)',
      api: API,
      values: [figure === null ? { value: figure, reason: 'empty', ...rest } : { value: figure, ...rest }],
    }));
  return { api: API, series, posts: [], span: null, gaps: [] };
}

/** A table is of a whole month or of 28 days: other stretches have no place among the figures. */
function windowOf(file: Export, { from, to }: Span): Window {
  if (from.endsWith('-01') && addDays(to, 1).endsWith('-01') && from.slice(0, 7) === to.slice(0, 7)) return 'month';
  if (daysBetween(from, to) === 27) return '28-days';
  const message = `a table of the audience from ${from} to ${to} is neither of a whole month nor of 28 days; export one month`;
  throw new DataError([{ file: file.name, line: 1, column: 1, rule: 'span', message }]);
}

/** Empty for the total; undefined for what is not known. */
function nameOf(key: 'age' | 'gender' | 'country', text: string): string | undefined {
  const name = text.trim();
  if (isTotal(name)) return '';
  if (key === 'gender') return GENDERS.get(name.toLowerCase());
  if (key === 'country') return name === '' ? undefined : country(name);
  const match = /^\D*(\d{2})(?:\s?[-–_]\s?(\d{2})|\s?\+)?\D*$/.exec(name);
  if (!match) return undefined;
  return match[2] === undefined ? `${match[1]}+` : `${match[1]}-${match[2]}`;
}
