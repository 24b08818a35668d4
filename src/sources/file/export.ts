import { addDays, eachDay, type Day } from '#model/day.ts';
import { DataError } from '#model/error.ts';
import type { Measure } from '#model/measure.ts';
import type { Series, Value } from '#model/observation.ts';
import type { Post, PostFigure } from '#model/post.ts';
import type { Gap, Span } from '#model/run.ts';
import { stretches } from '../figure/figures.ts';
import { sorted } from '../http/pages.ts';
import type { Export } from '../source.ts';
import type { Sheet } from './sheet.ts';

/** A measure, the column it stands in, and that column's English name. */
export type Mapping<Key extends string> = readonly [measure: Measure, key: Key, metric: string];

/** One post's figures. A column that the file lacks is `not-in-export`, an empty cell `empty`: neither is 0. */
export function figuresOf<Key extends string>(
  sheet: Sheet<Key>,
  row: Sheet<Key>['rows'][number],
  mappings: readonly Mapping<Key>[],
): Post['figures'] {
  return Object.fromEntries(
    mappings.map(([measure, key, metric]): [Measure, PostFigure] => {
      if (!sheet.has(key)) return [measure, { value: null, reason: 'not-in-export', metric }];
      const value = sheet.number(row, key);
      return [measure, value === null ? { value, reason: 'empty', metric } : { value, metric }];
    }),
  );
}

/** Daily series out of a table with one row a day. The day of the import itself is not over and is left out. */
export function daily<Key extends string>(
  file: Export,
  sheet: Sheet<Key>,
  date: Key,
  mappings: readonly Mapping<Key>[],
  base: { readonly source: string; readonly api: string },
): { series: Series[]; gaps: Gap[] } {
  const days = new Map<Day, Map<Measure, Value>>();
  const given = mappings.filter(([, key]) => sheet.has(key));
  for (const row of sheet.rows) {
    if (isTotal(sheet.text(row, date))) continue;
    const at = sheet.date(row, date);
    const values = new Map(
      given.map(([measure, key]) => [measure, valueOf(file, at?.day ?? file.today, sheet.number(row, key))]),
    );
    if (at === null || at.day >= file.today) continue;
    const before = days.get(at.day);
    if (before && JSON.stringify([...before]) !== JSON.stringify([...values])) {
      sheet.refuse(row, date, 'conflict', `${at.day} stands twice with different figures`);
    }
    days.set(at.day, values);
  }
  const ordered = [...days.keys()].sort();
  const [from, to] = [ordered[0], ordered.at(-1)];
  if (from === undefined || to === undefined) return { series: [], gaps: [] };
  const series = given.map(([measure, , metric]): Series => {
    const values = ordered.flatMap((day) => days.get(day)?.get(measure) ?? []);
    return { measure, window: 'day', dimensions: {}, metric, ...base, values };
  });
  const holes = stretches(eachDay(from, to).filter((day) => !days.has(day)));
  const gaps = mappings.flatMap(([measure, key, metric]): Gap[] => {
    if (!sheet.has(key)) return [{ measure, from, to, reason: 'not-in-export', detail: `the file has no column "${metric}"` }];
    return holes.map((hole) => ({ measure, ...hole, reason: 'empty', detail: 'the file has no row for these days' }));
  });
  return { series, gaps };
}

function valueOf(file: Export, day: Day, value: number | null): Value {
  const rest = { observed: file.today, file: file.file };
  return value === null ? { day, value, reason: 'empty', ...rest } : { day, value, ...rest };
}

/** The row that adds up all others, in any language known here. */
export function isTotal(text: string): boolean {
  return /^(total|gesamt|jumlah)$/i.test(text.trim());
}

/** Posts of the covered days, each once. The same id with different content is a finding. */
export function gather<Key extends string>(
  sheet: Sheet<Key>,
  span: Span,
  read: (row: Sheet<Key>['rows'][number]) => Post | null,
  id: Key,
): Post[] {
  const posts = new Map<string, Post>();
  for (const row of sheet.rows) {
    const post = read(row);
    if (!post) continue;
    const before = posts.get(post.id);
    if (before && JSON.stringify(before) !== JSON.stringify(post))
      sheet.refuse(row, id, 'conflict', `the post ${post.id} stands twice with different content`);
    posts.set(post.id, post);
  }
  return sorted(posts, span);
}

/**
 * The days that a file of posts covers: as told, else by its name (`named`). Without either, a post that is missing could not be told from
 * one that never was, so the file is refused.
 */
export function covered(file: Export, named: Span | undefined): Span {
  const span = file.span ?? named;
  if (!span || span.from > span.to) {
    const message = 'neither the file’s name nor the command says which days it covers; say --from YYYY-MM-DD --to YYYY-MM-DD';
    throw new DataError([{ file: file.name, line: 1, column: 1, rule: 'span', message }]);
  }
  return span.to > file.today ? { from: span.from, to: file.today } : span;
}

/** `…2026-09-01_2026-09-30…` in a file's name; `exclusive` where the platform writes the day after the last. */
export function namedSpan(name: string, exclusive = false): Span | undefined {
  const match = /(\d{4}-\d{2}-\d{2})_(\d{4}-\d{2}-\d{2})/.exec(name);
  if (!match || !valid(match[1]) || !valid(match[2])) return undefined;
  return { from: match[1] as Day, to: exclusive ? addDays(match[2] as Day, -1) : (match[2] as Day) };
}

function valid(day: string | undefined): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day ?? '?');
}
