import { dayOf, type Day } from '#model/day.ts';
import type { Dimension } from '#model/dimension.ts';
import type { Series } from '#model/observation.ts';
import type { Post, PostType } from '#model/post.ts';
import type { Gap, Span } from '#model/run.ts';
import { covered, daily, figuresOf, gather, isTotal } from '../file/export.ts';
import { columns, declaration, metrics, newcomers, posts, visitors, type Key } from './linkedin-export-declaration.ts';
import { openEach, type Layout, type Sheet } from '../file/sheet.ts';
import type { Export, ExportSource, Pull } from '../source.ts';
import { byPart } from '../figure/part.ts';
import { words } from '../figure/text.ts';

const LAYOUTS: readonly Layout<Key>[] = [
  { name: 'All posts', needs: ['link', 'created', 'impressions'] },
  { name: 'Metrics', needs: ['date', 'impressions', 'reactions'] },
  { name: 'New followers', needs: ['date', 'followers', 'organic'] },
  { name: 'Visitor metrics', needs: ['date', 'visits'] },
  { name: 'Location', needs: ['location', 'followers'] },
  { name: 'Seniority', needs: ['seniority', 'followers'] },
];
const PARTS: Readonly<Record<string, readonly [Key, Dimension]>> = {
  Location: ['location', 'city'],
  Seniority: ['seniority', 'segment'],
};
const DAILY = { Metrics: metrics, 'New followers': newcomers, 'Visitor metrics': visitors } as const;

/** Never kept: it names who posted, and counts people by where they live and work. */
function read(file: Export): Pull {
  const opened = openEach<Key>(file, columns, LAYOUTS, { en: 'month-first', pt: 'month-first' });
  const series: Series[] = [];
  const gaps: Gap[] = [];
  let days: Span | undefined;
  for (const { sheet, layout } of opened) {
    const mappings = DAILY[layout.name as keyof typeof DAILY];
    if (mappings) {
      const found = daily(file, sheet, 'date', mappings, { source: declaration.id, api: declaration.api });
      series.push(...found.series);
      gaps.push(...found.gaps);
      if (layout.name === 'Metrics') days = spanOf(found.series);
    }
    const part = PARTS[layout.name];
    if (part) series.push(...parts(file, sheet, ...part));
  }
  const listed = opened.find(({ layout }) => layout.name === 'All posts');
  const span = listed ? covered(file, days) : null;
  const found = listed && span ? gather(listed.sheet, span, (row) => post(file, listed.sheet, row), 'link') : [];
  opened[0]?.sheet.done();
  return { api: declaration.api, series, posts: found, span, gaps };
}

function spanOf(series: readonly Series[]): Span | undefined {
  const values = series[0]?.values ?? [];
  const [from, to] = [values[0]?.day, values.at(-1)?.day];
  return from && to ? { from, to } : undefined;
}

/** Followers by one attribute, on the day of the export. */
function parts(file: Export, sheet: Sheet<Key>, key: Key, dimension: Dimension): Series[] {
  const day = exported(file);
  const counts = new Map<string, number | null>();
  for (const row of sheet.rows) {
    const name = sheet.text(row, key).trim();
    const count = sheet.number(row, 'followers');
    if (name === '' || isTotal(name)) continue;
    if (counts.has(name) && counts.get(name) !== count)
      sheet.refuse(row, key, 'conflict', 'this line stands twice with different figures');
    counts.set(name, count);
  }
  const rest = { observed: file.today, file: file.file };
  return byPart(dimension, counts).map(([part, value]) => ({
    measure: 'followers',
    window: 'day',
    dimensions: { [dimension]: part },
    source: declaration.id,
    metric: `Total followers by ${key}`,
    api: declaration.api,
    values: [value === null ? { day, value, reason: 'empty', ...rest } : { day, value, ...rest }],
  }));
}

/** LinkedIn ends the names of its files in the instant of the export, in milliseconds. */
function exported(file: Export): Day {
  const stamp = /_(\d{13})(?:\D|$)/.exec(file.name)?.[1];
  const day = stamp === undefined ? file.today : dayOf(new Date(Number(stamp)), file.zone);
  return day < file.today && day > '2015-01-01' ? day : file.today;
}

function post(file: Export, sheet: Sheet<Key>, row: Sheet<Key>['rows'][number]): Post | null {
  const link = sheet.text(row, 'link').trim();
  const id = /urn:li:(?:activity|share|ugcPost):\d{1,20}/.exec(link)?.[0];
  const at = sheet.date(row, 'created');
  const figures = figuresOf(sheet, row, posts);
  if (id === undefined) sheet.refuse(row, 'link', 'id', 'this is no address of a post: its id can’t be told');
  if (sheet.text(row, 'created').trim() === '')
    sheet.refuse(row, 'created', 'date', 'a post without its day can’t be counted in any month');
  if (id === undefined || at === null) return null;
  return {
    id,
    ...at,
    type: typeOf(sheet.text(row, 'type')),
    url: `https://www.linkedin.com/feed/update/${id}`,
    ...words(sheet.text(row, 'title'), [file.account.handle]),
    figures,
    source: declaration.id,
    api: declaration.api,
    observed: file.today,
    file: file.file,
  };
}

const TYPES: readonly (readonly [RegExp, PostType])[] = [
  [/v[ií]deo/i, 'video'],
  [/imag|foto|photo/i, 'image'],
  [/carousel|carrossel/i, 'album'],
  [/article|artigo|link/i, 'link'],
  [/poll|enquete/i, 'poll'],
  [/text/i, 'text'],
];

function typeOf(text: string): PostType {
  return TYPES.find(([pattern]) => pattern.test(text))?.[1] ?? 'other';
}

export const linkedinExport: ExportSource = { declaration, read };
