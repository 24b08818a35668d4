import { addDays, dayOf, daysBetween, type Day } from '#model/day.ts';
import type { Post } from '#model/post.ts';
import type { Gap, Span } from '#model/run.ts';
import { readMonthDay } from '../file/date.ts';
import { daily, figuresOf, gather } from '../file/export.ts';
import { moment, type Moment } from '../figure/moment.ts';
import { open, type Layout, type Sheet } from '../file/sheet.ts';
import type { Export, ExportSource, Pull } from '../source.ts';
import { words } from '../figure/text.ts';
import { columns, content, declaration, followers, online, overview, viewers, type Key } from './tiktok-export-declaration.ts';
import { dayIn } from '../file/year.ts';

const LAYOUTS: readonly Layout<Key>[] = [
  { name: 'Content', needs: ['link', 'published', 'views'] },
  { name: 'FollowerActivity', needs: ['date', 'hour', 'active'] },
  { name: 'FollowerHistory', needs: ['date', 'followers'] },
  { name: 'Viewers', needs: ['date', 'viewers'] },
  { name: 'Overview', needs: ['date', 'plays', 'visits', 'likes', 'comments', 'shares'] },
  { name: 'FollowerGender or FollowerTopTerritories', needs: ['part', 'share'] },
];

function read(file: Export): Pull {
  const { sheet, layout } = open<Key>(file, columns, LAYOUTS);
  const base = { source: declaration.id, api: declaration.api };
  if (layout.name === 'Content') return videos(file, sheet);
  const first = sheet.rows[0];
  if (layout.needs.includes('share')) {
    const message = 'this file holds shares of the followers in per cent, no counts: it is not read';
    sheet.refuse(first ?? { line: 1, cells: [], raw: '' }, 'share', 'header', message);
    sheet.done();
  }
  const days = dated(file, sheet, 'date');
  const result = { api: declaration.api, posts: [], span: null, keep: sheet.isBare({ heads: UNREAD }) };
  if (layout.name === 'FollowerActivity') {
    const series = [...byHour(sheet)].flatMap(([hour, rows]) =>
      daily(file, { ...days, rows }, 'date', online, base).series.map((one) => ({ ...one, dimensions: { hour: String(hour) } })),
    );
    sheet.done();
    return { ...result, series, gaps: [] };
  }
  const mappings = layout.name === 'FollowerHistory' ? followers : layout.name === 'Viewers' ? viewers : overview;
  const given = mappings.filter(([, key]) => sheet.has(key) || !OWN.has(key));
  const { series, gaps } = daily(file, days, 'date', given, base);
  sheet.done();
  return { ...result, series, gaps };
}

function byHour(sheet: Sheet<Key>): Map<number, Sheet<Key>['rows'][number][]> {
  const hours = new Map<number, Sheet<Key>['rows'][number][]>(Array.from({ length: 24 }, (_, hour) => [hour, []]));
  for (const row of sheet.rows) {
    const hour = sheet.number(row, 'hour');
    const rows = hour === null ? undefined : hours.get(hour);
    if (rows) rows.push(row);
    else sheet.refuse(row, 'hour', 'number', `"${sheet.text(row, 'hour').slice(0, 40)}" is no hour from 0 to 23`);
  }
  return hours;
}

/** Columns of counts that the exports have and nothing here reads. */
const UNREAD = [
  'New Viewers',
  'Returning Viewers',
  'Difference in followers from previous day',
  'Phone number clicks',
  'Net growth',
];
/** Columns that only the export of business accounts has. */
const OWN: ReadonlySet<Key> = new Set<Key>(['reached', 'gained', 'lost', 'clicks']);

/** The same sheet with days that the file writes without their year. */
function dated(file: Export, sheet: Sheet<Key>, key: Key): Sheet<Key> {
  const bare = sheet.rows.flatMap((row) => readMonthDay(sheet.text(row, key)) ?? []);
  const line = sheet.rows.find((row) => readMonthDay(sheet.text(row, key)) !== undefined)?.line ?? 1;
  const resolve = bare.length === 0 ? undefined : dayIn(file, namedSpan(file), bare, line);
  return {
    ...sheet,
    date(row, column) {
      const text = sheet.text(row, column);
      const plain = readMonthDay(text);
      if (plain === undefined || column !== key) return sheet.date(row, column);
      const day = resolve?.(plain);
      if (day !== undefined && isDay(day) && day <= addDays(file.today, 1)) return { day };
      const message =
        day === undefined
          ? 'is not one of the days that the file is said to cover'
          : 'is no day of that year, or lies in the future';
      sheet.refuse(row, column, 'year', `"${text.slice(0, 40)}" ${message}; check --year, or --from and --to`);
      return null;
    },
  };
}

/** `Overview_2026-06-18_1786845545_name.zip`: the first day, and the second of the export, as real names show. */
function namedSpan(file: Export): Span | undefined {
  const match = /_(\d{4}-\d{2}-\d{2})_(\d{10})(?:_|\.)/.exec(file.name);
  if (!match?.[1] || !isDay(match[1])) return undefined;
  const to = dayOf(new Date(Number(match[2]) * 1000), file.zone);
  return match[1] <= to ? { from: match[1], to } : undefined;
}

function isDay(day: Day): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}

/** Videos: some, never all, so that no day counts as read. */
function videos(file: Export, sheet: Sheet<Key>): Pull {
  // The ids tell the year; where they do not, the days of the export have to.
  const open = sheet.rows.filter((row) => born(file, sheet, row) === undefined);
  const days = dated(file, { ...sheet, rows: open }, 'published');
  const ends: Span = { from: '2004-01-01', to: file.today };
  const posts = gather(sheet, ends, (row) => video(file, sheet, days, row), 'link');
  sheet.done();
  const [from, to] = [posts[0]?.day, posts.at(-1)?.day];
  const detail = `the export lists ${posts.length} videos of these days, not all of them`;
  const gaps: Gap[] = from && to ? [{ from, to, reason: 'partial', detail }] : [];
  return { api: declaration.api, series: [], posts, span: null, gaps };
}

function video(file: Export, sheet: Sheet<Key>, days: Sheet<Key>, row: Sheet<Key>['rows'][number]): Post | null {
  const link = sheet.text(row, 'link').trim();
  const id = idOf(link);
  const at = born(file, sheet, row) ?? days.date(row, 'published');
  const figures = figuresOf(sheet, row, content);
  if (id === undefined) sheet.refuse(row, 'link', 'id', 'this is no address of a video: its id can’t be told');
  if (sheet.text(row, 'published').trim() === '')
    sheet.refuse(row, 'published', 'date', 'a video without its day can’t be counted in any month');
  if (id === undefined || at === null) return null;
  return {
    id,
    ...at,
    type: link.includes('/photo/') ? 'album' : 'short-video',
    ...(/^https:\/\/www\.tiktok\.com\/@[\w.]+\/(video|photo)\/\d+$/.test(link) ? { url: link } : {}),
    ...words(sheet.text(row, 'title'), [file.account.handle]),
    figures,
    source: declaration.id,
    api: declaration.api,
    observed: file.today,
    file: file.file,
  };
}

function idOf(link: string): string | undefined {
  return /\/(?:video|photo)\/(\d{1,20})(?:[/?#]|$)/.exec(link)?.[1];
}

/** The time that TikTok built into the id (seconds, above 32 other bits), where it agrees with the day that the export states. */
function born(file: Export, sheet: Sheet<Key>, row: Sheet<Key>['rows'][number]): Moment | undefined {
  const id = idOf(sheet.text(row, 'link').trim());
  const stated = readMonthDay(sheet.text(row, 'published'));
  if (id === undefined || stated === undefined) return undefined;
  const at = new Date(Number(BigInt(id) >> 32n) * 1000);
  if (Number.isNaN(at.getTime()) || at.getUTCFullYear() < 2016) return undefined;
  const found = moment(at, file.zone);
  if (found.day > file.today) return undefined;
  const year = found.day.slice(0, 4);
  const near = [`${year}-${stated}`, `${Number(year) - 1}-${stated}`, `${Number(year) + 1}-${stated}`];
  return near.some((day) => isDay(day) && Math.abs(daysBetween(day, found.day)) <= 1) ? found : undefined;
}

export const tiktokExport: ExportSource = { declaration, read };
