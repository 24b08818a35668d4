import type { Series } from '#model/observation.ts';
import type { Post } from '#model/post.ts';
import type { Gap, Span } from '#model/run.ts';
import { covered, daily, figuresOf, gather, isTotal, namedSpan, type Mapping } from '../file/export.ts';
import { open, type Sheet } from '../file/sheet.ts';
import type { Export, ExportSource, Pull } from '../source.ts';
import { words } from '../figure/text.ts';
import { AUDIENCE, readAudience } from './youtube-studio-audience.ts';
import { API, changes, columns, counts, declaration, type Key } from './youtube-studio-declaration.ts';
import { viewsOver } from './youtube-views.ts';

/** Columns of figures that tables by day have and nothing here reads. */
const UNREAD = [
  'Impressions click-through rate (%)',
  'Rasio klik-tayang dari tayangan (%)',
  'Average view duration',
  'Average percentage viewed (%)',
  'Subscribers',
  'Subscriber',
  'New viewers',
  'Returning viewers',
];
/** Studio's tables hold at most this many rows; a full one may be cut (general knowledge, not tried). */
const MOST = 500;

function read(file: Export): Pull {
  const { sheet, layout } = open<Key>(file, columns, [
    { name: 'by content', needs: ['content', 'title', 'published', 'views'] },
    { name: 'by date', needs: ['date', 'views'] },
    ...AUDIENCE,
  ]);
  if (AUDIENCE.includes(layout)) return readAudience(file, sheet);
  if (sheet.has('date') && sheet.has('content')) {
    sheet.refuse(
      sheet.rows[0] ?? { line: 1, cells: [], raw: '' },
      'date',
      'header',
      'this is "Chart data"; import "Table data" instead',
    );
    sheet.done();
  }
  if (layout.name === 'by date') {
    const { series, gaps } = daily(file, sheet, 'date', [...counts, ...changes], { source: declaration.id, api: API });
    sheet.done();
    return { api: API, series: series.flatMap(byWay), posts: [], span: null, gaps, keep: sheet.isBare({ heads: UNREAD }) };
  }
  // Not kept: imports/ is public, and a title may hold a telephone number or somebody's name.
  const span = covered(file, namedSpan(file.name, true));
  const rows = sheet.rows.filter((row) => !isTotal(sheet.text(row, 'content')));
  const posts = gather({ ...sheet, rows }, span, (row) => video(file, sheet, row, span), 'content');
  sheet.done();
  const gaps: Gap[] = [];
  // Live streams that were taken down stand in real exports without a day of publication.
  const undated = rows.filter((row) => sheet.date(row, 'published') === null).length;
  if (undated > 0)
    gaps.push({
      ...span,
      reason: 'partial',
      detail: `${undated} videos stand in the export without a day of publication and are left out`,
    });
  if (rows.length < MOST) return { api: API, series: [], posts, span, gaps };
  gaps.push({
    ...span,
    reason: 'partial',
    detail: `the table has ${rows.length} rows, as many as Studio exports; others may be missing`,
  });
  return { api: API, series: [], posts, span: null, gaps };
}

/** Daily views as one series for each way in which YouTube has counted them. */
function byWay(series: Series): Series[] {
  if (series.measure !== 'views') return [series];
  const named = Map.groupBy(series.values, ({ day }) => viewsOver(series.metric, day));
  return [...named].map(([metric, values]) => ({ ...series, metric, values }));
}

function video(file: Export, sheet: Sheet<Key>, row: Sheet<Key>['rows'][number], { to }: Span): Post | null {
  const id = sheet.id(row, 'content');
  const at = sheet.date(row, 'published');
  if (id === null || at === null) return null;
  const metrics = counts.map(([measure, key, metric]): Mapping<Key> => [
    measure,
    key,
    measure === 'views' ? viewsOver(metric, at.day, to) : metric,
  ]);
  const figures = figuresOf(sheet, row, metrics);
  return {
    id,
    day: at.day,
    type: 'video',
    url: `https://www.youtube.com/watch?v=${encodeURIComponent(id)}`,
    ...words(sheet.text(row, 'title'), [file.account.handle]),
    figures,
    source: declaration.id,
    api: API,
    observed: file.today,
    file: file.file,
  };
}

export const youtubeStudio: ExportSource = { declaration, read };
