import type { Day } from '#model/day.ts';
import { RESTATED, at, dayAt, span } from './calendar.ts';
import { csv, month as monthName, type Cell } from './csv.ts';
import { hash } from './random.ts';
import { figure, grown, visible, type Item, type World } from './world.ts';

const HEAD = {
  content: {
    en: [
      'Content',
      'Video title',
      'Video publish time',
      'Duration',
      'Views',
      'Watch time (hours)',
      'Subscribers',
      'Likes',
      'Comments added',
      'Shares',
      'Impressions',
      'Impressions click-through rate (%)',
    ],
    id: [
      'Konten',
      'Judul video',
      'Waktu publikasi video',
      'Durasi',
      'Penayangan',
      'Waktu tonton (jam)',
      'Subscriber',
      'Suka',
      'Komentar ditambahkan',
      'Dibagikan',
      'Tayangan',
      'Rasio klik-tayang dari tayangan (%)',
    ],
  },
  daily: {
    en: [
      'Date',
      'Views',
      'Watch time (hours)',
      'Subscribers gained',
      'Subscribers lost',
      'Likes',
      'Comments added',
      'Shares',
      'Impressions',
      'Impressions click-through rate (%)',
    ],
    id: [
      'Tanggal',
      'Penayangan',
      'Waktu tonton (jam)',
      'Subscriber yang didapat',
      'Subscriber yang hilang',
      'Suka',
      'Komentar ditambahkan',
      'Dibagikan',
      'Tayangan',
      'Rasio klik-tayang dari tayangan (%)',
    ],
  },
} as const;

/** Months that somebody exported with Studio set to Indonesian. */
const INDONESIAN = new Set(['2025-05', '2025-08', '2025-10', '2025-12', '2026-05']);

function language(month: string): 'en' | 'id' {
  return INDONESIAN.has(month) ? 'id' : 'en';
}

/** Views that YouTube counted first and took back later. */
function excess(item: Item, day: number, seen: Day): number {
  if (item.odd !== 'inflated' || seen >= RESTATED) return 0;
  return Math.floor((item.totals.views * 3 + 900) * grown(item.half, day - item.day));
}

/** `Table data.csv` of the Content tab: the month's videos as they stand on the day of the export, the total first. */
export function content(world: World, month: string, seen: Day): Uint8Array {
  const { from, to } = span(month);
  const now = at(seen);
  const items = visible(world.youtube, now).filter((item) => dayAt(item.day) >= from && dayAt(item.day) <= to);
  const rows = items.map((item) => {
    const views = figure(item, 'views', now) + excess(item, now, seen);
    const [likes, comments, shares, impressions] = (['likes', 'comments', 'shares', 'impressions'] as const).map((count) =>
      figure(item, count, now),
    );
    const watched = (views * item.seconds * (item.type === 'short-video' ? 0.71 : 0.34)) / 3600;
    return {
      item,
      views,
      watched,
      subscribers: Math.floor(views * 0.004),
      likes: likes ?? 0,
      comments: comments ?? 0,
      shares: shares ?? 0,
      impressions: impressions ?? 0,
    };
  });
  rows.sort((a, b) => b.views - a.views || (a.item.id < b.item.id ? -1 : 1));
  const sum = (name: 'views' | 'watched' | 'subscribers' | 'likes' | 'comments' | 'shares' | 'impressions'): number =>
    rows.reduce((total, row) => total + row[name], 0);
  const numbers = (
    row: Record<'views' | 'watched' | 'subscribers' | 'likes' | 'comments' | 'shares' | 'impressions', number>,
  ): Cell[] => [
    row.views,
    row.watched.toFixed(4),
    row.subscribers,
    row.likes,
    row.comments,
    row.shares,
    row.impressions,
    rate(row.views, row.impressions),
  ];
  const total = {
    views: sum('views'),
    watched: sum('watched'),
    subscribers: sum('subscribers'),
    likes: sum('likes'),
    comments: sum('comments'),
    shares: sum('shares'),
    impressions: sum('impressions'),
  };
  const named = language(month);
  return csv([
    HEAD.content[named],
    ['Total', '', '', '', ...numbers(total)],
    ...rows.map((row) => [row.item.id, title(row.item), date(dayAt(row.item.day), named), row.item.seconds, ...numbers(row)]),
  ]);
}

type Row = Record<'views' | 'gained' | 'lost' | 'likes' | 'comments' | 'shares' | 'impressions', number>;

/** `Table data.csv` of the Date tab: one row a day, oldest first, the total first. */
export function daily(world: World, month: string, seen: Day): Uint8Array {
  const { rows, total } = counted(world, month, seen);
  return csv([HEAD.daily[language(month)], ['Total', ...cells(total)], ...rows.map(({ day, row }) => [day, ...cells(row)])]);
}

/** Each day of a month as Studio shows it on the day of the export. */
function counted(world: World, month: string, seen: Day): { rows: { day: Day; row: Row }[]; total: Row } {
  const { from, to } = span(month);
  const { youtube } = world;
  const inflated = youtube.items.filter((item) => item.odd === 'inflated');
  const total: Row = { views: 0, gained: 0, lost: 0, likes: 0, comments: 0, shares: 0, impressions: 0 };
  const rows: { day: Day; row: Row }[] = [];
  for (let day = at(from); day <= at(to); day += 1) {
    const fresh = at(seen) - day < 2 ? 0.93 : 1;
    const count = (name: 'views' | 'likes' | 'comments' | 'shares' | 'impressions', extra = 0): number =>
      Math.floor(((youtube.daily[name][day] ?? 0) + extra) * fresh);
    const row: Row = {
      views: count(
        'views',
        inflated.reduce((sum, item) => sum + excess(item, day, seen) - excess(item, day - 1, seen), 0),
      ),
      gained: youtube.gained[day] ?? 0,
      lost: youtube.lost[day] ?? 0,
      likes: count('likes'),
      comments: count('comments'),
      shares: count('shares'),
      impressions: count('impressions'),
    };
    for (const name of Object.keys(row) as (keyof Row)[]) total[name] += row[name];
    rows.push({ day: dayAt(day), row });
  }
  return { rows, total };
}

const AGES = { '13–17': 4.1, '18–24': 21.4, '25–34': 31.8, '35–44': 23.6, '45–54': 12.3, '55–64': 5.2, '65+': 1.6 };
const GENDERS = { Female: 46.1, Male: 53.3, 'User-specified': 0.6 };
const COUNTRIES = { ID: 0.957, MY: 0.019, SG: 0.004, SA: 0.003, TW: 0.002 };

/** `Table data.csv` of the tabs Viewer age and Viewer gender: per cent of the month's views, whoever exports with Studio in English. */
export function viewers(tab: 'age' | 'gender', month: string): Uint8Array {
  const base = tab === 'age' ? AGES : GENDERS;
  const shares = Object.entries(base).map(([name, share]) => {
    const weight = share * (0.92 + (hash(`${month}/${name}`) % 1000) * 0.00016);
    return { name: tab === 'age' ? `${name} years` : name, weight };
  });
  const all = shares.reduce((sum, { weight }) => sum + weight, 0);
  return csv([
    [`Viewer ${tab}`, 'Views (%)'],
    ...shares.map(({ name, weight }): Cell[] => [name, ((weight / all) * 100).toFixed(1)]),
  ]);
}

/** `Table data.csv` of the tab Geography: the month's views by country, the total first. */
export function geography(world: World, month: string, seen: Day): Uint8Array {
  const { views } = counted(world, month, seen).total;
  const rows = Object.entries(COUNTRIES).map(([country, share]): Cell[] => [country, Math.floor(views * share)]);
  return csv([['Geography', 'Views'], ['Total', views], ...rows]);
}

function cells(row: Row): Cell[] {
  const hours = ((row.views * 94) / 3600).toFixed(4);
  return [
    row.views,
    hours,
    row.gained,
    row.lost,
    row.likes,
    row.comments,
    row.shares,
    row.impressions,
    rate(row.views, row.impressions),
  ];
}

/** Some views come past the thumbnail, so the rate counts but a part of them. */
function rate(views: number, impressions: number): Cell {
  return impressions === 0 ? '' : ((views * 46) / impressions).toFixed(2);
}

function title(item: Item): string {
  const words = item.title.length > 88 ? `${item.title.slice(0, 85)}…` : item.title;
  return item.type === 'short-video' ? `${words} #shorts` : words;
}

function date(day: Day, named: 'en' | 'id'): string {
  const number = Number(day.slice(8));
  return named === 'en'
    ? `${monthName(day)} ${number}, ${day.slice(0, 4)}`
    : `${number} ${monthName(day, 'id')} ${day.slice(0, 4)}`;
}
