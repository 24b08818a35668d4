import type { Measure } from '#model/measure.ts';
import type { Post, PostType } from '#model/post.ts';
import type { Span } from '#model/run.ts';
import { readDate } from '../file/date.ts';
import { covered, daily, figuresOf, gather, type Mapping } from '../file/export.ts';
import { open, type Column, type Layout, type Sheet } from '../file/sheet.ts';
import type { Export, Pull } from '../source.ts';
import { words } from '../figure/text.ts';

/** What the exports of one of Meta's platforms are, beside what both have in common. */
export interface Suite {
  readonly source: string;
  /** As titles of daily files have it. */
  readonly platform: 'Instagram' | 'Facebook';
  readonly layout: Layout<Key>;
  /** Columns that tell whose post a row is. */
  readonly owner: readonly Key[];
  readonly content: readonly Mapping<Key>[];
  readonly address: RegExp;
}

export const CONTENT = 'Meta Business Suite content export';
const DAILY = 'Meta Business Suite daily export';

type Key = keyof typeof columns;
// English: real headers by several parsers. Indonesian: Instagram by two parsers made for real files, Facebook's own words are our reading.
// German: one source that calls it reconstructed.
const columns = {
  id: { kind: 'id', names: { en: ['Post ID'], id: ['ID Postingan'], de: ['Beitrags-ID'] } },
  page: { kind: 'text', names: { en: ['Page ID'], id: ['ID Halaman'], de: ['Seiten-ID'] } },
  name: { kind: 'text', names: { en: ['Page name'], id: ['Nama Halaman'], de: ['Seitenname'] } },
  account: { kind: 'text', names: { en: ['Account ID'], id: ['ID Akun'], de: ['Konto-ID'] } },
  user: { kind: 'text', names: { en: ['Account username'], id: ['Nama pengguna akun'], de: ['Konto-Benutzername'] } },
  title: { kind: 'text', names: { en: ['Title'], id: ['Judul'], de: ['Titel'] } },
  text: { kind: 'text', names: { en: ['Description'], id: ['Deskripsi'], de: ['Beschreibung'] } },
  published: {
    kind: 'date',
    names: { en: ['Publish time'], id: ['Waktu penerbitan', 'Waktu publikasi'], de: ['Veröffentlichungszeitpunkt'] },
  },
  link: { kind: 'text', names: { en: ['Permalink'], id: ['Permalink', 'Tautan permanen'], de: ['Permalink'] } },
  type: { kind: 'text', names: { en: ['Post type'], id: ['Jenis postingan'], de: ['Beitragstyp'] } },
  date: { kind: 'text', names: { en: ['Date'], id: ['Tanggal'], de: ['Datum'] } },
  views: { kind: 'count', names: { en: ['Views'], id: ['Tayangan'], de: ['Aufrufe'] } },
  impressions: { kind: 'count', names: { en: ['Impressions'], id: ['Impresi'], de: ['Impressionen'] } },
  reach: { kind: 'count', names: { en: ['Reach'], id: ['Jangkauan'], de: ['Reichweite'] } },
  reactions: { kind: 'count', names: { en: ['Reactions'], id: ['Reaksi', 'Tanggapan'], de: ['Reaktionen'] } },
  likes: { kind: 'count', names: { en: ['Likes'], id: ['Suka'], de: ['„Gefällt mir“-Angaben'] } },
  shares: {
    kind: 'count',
    names: { en: ['Shares'], id: ['Frekuensi dibagikan', 'Dibagikan', 'Berbagi'], de: ['Geteilte Inhalte'] },
  },
  comments: { kind: 'count', names: { en: ['Comments'], id: ['Komentar'], de: ['Kommentare'] } },
  saves: {
    kind: 'count',
    names: { en: ['Saves'], id: ['Frekuensi disimpan', 'Simpanan', 'Disimpan'], de: ['Gespeicherte Beiträge'] },
  },
  follows: { kind: 'count', names: { en: ['Follows'], id: ['Mengikuti', 'Diikuti'], de: ['Follows'] } },
  clicks: { kind: 'count', names: { en: ['Total clicks'], id: ['Total klik'], de: ['Klicks insgesamt'] } },
  links: { kind: 'count', names: { en: ['Link clicks'], id: ['Klik tautan'], de: ['Link-Klicks'] } },
  day: { kind: 'date', names: { en: ['Date'], id: ['Tanggal'], de: ['Datum'] } },
  value: { kind: 'count', names: { en: ['Primary'], id: ['Utama'], de: ['Primär'] } },
} satisfies Record<string, Column>;

export const OWN_FILE = {
  en: 'In a file of its own: expected only once one was imported.',
  id: 'Dalam berkas tersendiri: diharapkan hanya setelah pernah diimpor.',
};
export const REACH = {
  en: 'Reach is there by day and by post, never of a whole month; neither is added up to reach people.',
  id: 'Jangkauan ada per hari dan per kiriman, tidak pernah untuk sebulan penuh; keduanya tidak dijumlahkan menjadi jangkauan orang.',
};

/** What a daily file holds, by the title above its header; the platform's name may stand in it. */
export const TITLES: readonly (readonly [Measure, metric: string, titles: readonly string[]])[] = [
  ['reach', 'Reach', ['Reach', 'Jangkauan', 'Reichweite']],
  ['reach', 'Viewers', ['Viewers', 'Penonton']],
  ['views', 'Views', ['Views', 'Tayangan', 'Aufrufe']],
  ['engagements', 'Content interactions', ['Content interactions', 'Interaksi konten', 'Content-Interaktionen']],
  ['profile-visits', 'Visits', ['Visits', 'Profile visits', 'Kunjungan', 'Kunjungan profil']],
  ['link-clicks', 'Link clicks', ['Link clicks', 'Klik tautan', 'Link-Klicks']],
  ['followers-gained', 'Follows', ['Follows', 'Pengikut', 'Mengikuti']],
];

/** Reads either export of a suite. Throws a `DataError`. */
export function readSuite(file: Export, suite: Suite): Pull {
  const layouts: Layout<Key>[] = [
    suite.layout,
    { name: 'content of the other platform', needs: ['id', 'published', suite.platform === 'Facebook' ? 'user' : 'page'] },
    { name: 'one figure by day', needs: ['day', 'value'] },
  ];
  const { sheet, layout } = open<Key>(file, columns, layouts, { en: 'month-first', id: 'month-first' });
  if (layout.needs.includes('value')) return byDay(file, suite, sheet);
  const first = sheet.rows[0];
  if (first && layout !== suite.layout) {
    const other = suite.platform === 'Facebook' ? 'Instagram' : 'Facebook';
    sheet.refuse(first, 'id', 'header', `this is the export of ${other}; import it for the account there, with its own source`);
    sheet.done();
  }
  const span = covered(file, namedDays(file));
  const own = sheet.rows.filter((row) => isOwn(file, suite, sheet, row));
  if (first && own.length === 0) {
    const message = `no row belongs to ${file.account.handle}; this is the export of another account, or "handle" in agency.json is wrong`;
    sheet.refuse(first, suite.owner[0], 'account', message);
  }
  const posts = gather({ ...sheet, rows: own }, span, (row) => post(file, suite, sheet, row), 'id');
  sheet.done();
  return { api: CONTENT, series: [], posts, span, gaps: [] };
}

/** One figure by day: its name stands in a line of its own above the header, and days without any are left out of some files. */
function byDay(file: Export, suite: Suite, sheet: Sheet<Key>): Pull {
  const title = sheet.above.at(-1);
  const name = title?.cells.find((cell) => cell.trim() !== '')?.trim() ?? '';
  const plain = name
    .toLowerCase()
    .replace(/\b(instagram|facebook)\b/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const known = TITLES.find(([, , titles]) => titles.some((one) => one.toLowerCase() === plain));
  const named = /\b(instagram|facebook)\b/i.exec(name)?.[1];
  const at = title ?? sheet.rows[0] ?? { line: 1, cells: [], raw: '' };
  if (!known) {
    const titles = TITLES.map(([, , [english]]) => english).join(', ');
    const message = `the line above the header does not say which figure this is; known are: ${titles}`;
    sheet.refuse(at, undefined, 'title', message);
  }
  if (named && named.toLowerCase() !== suite.platform.toLowerCase())
    sheet.refuse(
      at,
      undefined,
      'account',
      `these are figures of ${named}; import them for the account there, with its own source`,
    );
  const mappings = known ? [[known[0], 'value', known[1]] as const] : [];
  const { series, gaps } = daily(file, sheet, 'day', mappings, { source: suite.source, api: DAILY });
  sheet.done();
  return {
    api: DAILY,
    series,
    posts: [],
    span: null,
    gaps,
    keep: sheet.isBare({ above: 1 }) && title?.cells.slice(1).join('') === '',
  };
}

function post(file: Export, suite: Suite, sheet: Sheet<Key>, row: Sheet<Key>['rows'][number]): Post | null {
  const id = sheet.id(row, 'id');
  const at = sheet.date(row, 'published');
  const figures = figuresOf(sheet, row, suite.content);
  const of = readDate(sheet.text(row, 'date'), file.zone, file.today, 'month-first');
  if ('day' in of && of.day !== null)
    sheet.refuse(row, 'date', 'not-lifetime', 'the figures are those of single days; export with "Lifetime"');
  if (sheet.text(row, 'published').trim() === '')
    sheet.refuse(row, 'published', 'date', 'a post without its time of publication can’t be counted in any month');
  if (id === null || at === null) return null;
  const link = sheet.text(row, 'link').trim();
  // Facebook puts the words into one or the other, by the type of the post, and part of them into both.
  const [title, text] = [sheet.text(row, 'title'), sheet.text(row, 'text')];
  return {
    id,
    ...at,
    type: typeOf(sheet.text(row, 'type')),
    ...(suite.address.test(link) ? { url: link } : {}),
    ...words(title.length > text.length ? title : text, [file.account.handle]),
    figures,
    source: suite.source,
    api: CONTENT,
    observed: file.today,
    file: file.file,
  };
}

function isOwn(file: Export, suite: Suite, sheet: Sheet<Key>, row: Sheet<Key>['rows'][number]): boolean {
  const own = file.account.handle.replace(/^@/, '').toLowerCase();
  return suite.owner.some((key) => sheet.text(row, key).trim().replace(/^@/, '').toLowerCase() === own);
}

const TYPES: readonly (readonly [RegExp, PostType])[] = [
  [/reel/i, 'short-video'],
  [/story|stories|cerita/i, 'story'],
  [/carousel|korsel|karussell|album/i, 'album'],
  [/image|photo|gambar|foto|bild/i, 'image'],
  [/live|siaran langsung/i, 'live'],
  [/video/i, 'video'],
  [/link|tautan/i, 'link'],
  [/text|status|teks/i, 'text'],
];

function typeOf(text: string): PostType {
  return TYPES.find(([pattern]) => pattern.test(text))?.[1] ?? 'other';
}

/** `Sep-01-2026_Sep-30-2026_1234567890.csv`, as Meta names its exports. */
function namedDays(file: Export): Span | undefined {
  const match = /^([A-Z][a-z]{2})-(\d{2})-(\d{4})_([A-Z][a-z]{2})-(\d{2})-(\d{4})(?!\d)/.exec(file.name);
  if (!match) return undefined;
  const [from, to] = [match.slice(1, 4), match.slice(4, 7)].map(([month, day, year]) =>
    readDate(`${month} ${day}, ${year}`, file.zone, '9998-12-31', undefined),
  );
  return from && to && 'day' in from && 'day' in to && from.day !== null && to.day !== null
    ? { from: from.day, to: to.day }
    : undefined;
}
