import type { Post, PostType } from '#model/post.ts';
import type { Span } from '#model/run.ts';
import type { Declaration } from '#model/source.ts';
import { covered, figuresOf, gather, type Mapping } from './export.ts';
import { readDate } from './date.ts';
import { open, type Column, type Sheet } from './sheet.ts';
import type { Export, ExportSource, Pull } from './source.ts';
import { words } from './text.ts';

const API = 'Meta Business Suite content export';

type Key = keyof typeof columns;
// English: real headers by several parsers. German: one source that calls it reconstructed. Indonesian: our own reading of Meta's
// Indonesian words; no real header was found.
const columns = {
  id: { kind: 'id', names: { en: ['Post ID'], id: ['ID Postingan'], de: ['Beitrags-ID'] } },
  page: { kind: 'text', names: { en: ['Page ID'], id: ['ID Halaman'], de: ['Seiten-ID'] } },
  account: { kind: 'text', names: { en: ['Account ID'], id: ['ID Akun'], de: ['Konto-ID'] } },
  user: { kind: 'text', names: { en: ['Account username'], id: ['Nama pengguna akun'], de: ['Konto-Benutzername'] } },
  text: { kind: 'text', names: { en: ['Description'], id: ['Deskripsi'], de: ['Beschreibung'] } },
  published: { kind: 'date', names: { en: ['Publish time'], id: ['Waktu publikasi'], de: ['Veröffentlichungszeitpunkt'] } },
  link: { kind: 'text', names: { en: ['Permalink'], id: ['Tautan permanen', 'Permalink'], de: ['Permalink'] } },
  type: { kind: 'text', names: { en: ['Post type'], id: ['Jenis postingan'], de: ['Beitragstyp'] } },
  date: { kind: 'text', names: { en: ['Date'], id: ['Tanggal'], de: ['Datum'] } },
  views: { kind: 'count', names: { en: ['Views'], id: ['Tayangan'], de: ['Aufrufe'] } },
  impressions: { kind: 'count', names: { en: ['Impressions'], id: ['Impresi'], de: ['Impressionen'] } },
  reach: { kind: 'count', names: { en: ['Reach'], id: ['Jangkauan'], de: ['Reichweite'] } },
  likes: { kind: 'count', names: { en: ['Likes'], id: ['Suka'], de: ['„Gefällt mir“-Angaben'] } },
  shares: { kind: 'count', names: { en: ['Shares'], id: ['Dibagikan', 'Berbagi'], de: ['Geteilte Inhalte'] } },
  comments: { kind: 'count', names: { en: ['Comments'], id: ['Komentar'], de: ['Kommentare'] } },
  saves: { kind: 'count', names: { en: ['Saves'], id: ['Simpanan', 'Disimpan'], de: ['Gespeicherte Beiträge'] } },
  follows: { kind: 'count', names: { en: ['Follows'], id: ['Mengikuti', 'Diikuti'], de: ['Follows'] } },
} satisfies Record<string, Column>;

const mappings: Mapping<Key>[] = [
  ['views', 'views', 'Views'],
  ['impressions', 'impressions', 'Impressions'],
  ['reach', 'reach', 'Reach'],
  ['likes', 'likes', 'Likes'],
  ['comments', 'comments', 'Comments'],
  ['shares', 'shares', 'Shares'],
  ['saves', 'saves', 'Saves'],
  ['followers-gained', 'follows', 'Follows'],
];

const declaration: Declaration = {
  id: 'meta-business-suite',
  platform: 'instagram',
  name: 'Instagram',
  title: { en: 'Meta Business Suite, content export of Instagram', id: 'Meta Business Suite, ekspor konten Instagram' },
  family: 'social',
  kind: 'export',
  api: API,
  secrets: [],
  gives: mappings.map(([measure, , metric]) => ({
    measure,
    level: 'post' as const,
    metric,
    snapshot: false,
    ...(measure === 'impressions'
      ? {
          note: { en: 'Older exports only; newer ones have views.', id: 'Hanya ekspor lama; yang baru memuat penayangan.' },
          until: '2025-04-20',
        }
      : {}),
  })),
  lacks: [
    { measure: 'followers', level: 'account', reason: 'not-in-export' },
    {
      measure: 'reach',
      level: 'account',
      reason: 'not-in-export',
      note: {
        en: 'Reach is there for each post; posts are never added up to reach people.',
        id: 'Jangkauan ada untuk tiap kiriman; kiriman tidak pernah dijumlahkan menjadi jangkauan orang.',
      },
    },
    { measure: 'views', level: 'account', reason: 'not-in-export' },
  ],
  engagement: ['likes', 'comments', 'shares', 'saves'],
  settles: 3,
  freezes: 28,
  limits: {
    en: 'Instagram posts only; the Facebook variant is refused (use the source "facebook"). Figures are lifetime totals at the time of the export, so an older export shows less. The export does not state the time zone of "Publish time" (the exporter’s, the business account’s or Pacific time): it is read as the agency’s, and a post near midnight may stand a day off. English exports write the month first. Stories are in the export only where they were chosen, and Instagram keeps their figures for a short time. Posts of other accounts (shared collaborations) are left out.',
    id: 'Hanya kiriman Instagram; varian Facebook ditolak (gunakan sumber "facebook"). Angka adalah total seumur hidup saat ekspor, sehingga ekspor yang lebih lama menunjukkan angka lebih kecil. Ekspor tidak menyebut zona waktu "Publish time" (milik pengekspor, akun bisnis, atau waktu Pasifik): dibaca sebagai zona instansi, sehingga kiriman dekat tengah malam dapat bergeser sehari. Ekspor berbahasa Inggris menulis bulan lebih dahulu. Story hanya ada bila dipilih, dan Instagram menyimpan angkanya sebentar saja. Kiriman akun lain (kolaborasi) tidak diikutkan.',
  },
  how: [
    {
      en: 'Not tried: business.facebook.com > Insights > Content. Choose Instagram, posts (and reels, stories), and whole months.',
      id: 'Belum dicoba: business.facebook.com > Insight > Konten. Pilih Instagram, postingan (serta reel, story), dan bulan penuh.',
    },
    {
      en: 'Not tried: Export data > CSV, "Lifetime" rather than "Daily". The file is named like Sep-01-2026_Sep-30-2026_1234567890.csv; keep the name.',
      id: 'Belum dicoba: Ekspor data > CSV, pilih "Seumur hidup", bukan "Harian". Nama berkas seperti Sep-01-2026_Sep-30-2026_1234567890.csv; jangan diubah.',
    },
    {
      en: 'Import: npm run import -- --agency A --source meta-business-suite FILE. Do not open the file in a spreadsheet first: it destroys the ids.',
      id: 'Impor: npm run import -- --agency A --source meta-business-suite BERKAS. Jangan buka berkas di spreadsheet terlebih dahulu: ID-nya akan rusak.',
    },
  ],
  tried: 'never',
  fixture:
    'Ours: no real file was found, only headers (English by several parsers’ tests; German reconstructed; Indonesian ours).',
  documentation: 'https://www.facebook.com/business/help/914105305295061',
};

function read(file: Export): Pull {
  const { sheet } = open<Key>(
    file,
    columns,
    [
      { name: 'Instagram content', needs: ['id', 'user', 'text', 'published', 'type', 'likes'] },
      { name: 'Facebook content', needs: ['id', 'page', 'published'] },
    ],
    { en: 'month-first' },
  );
  const first = sheet.rows[0];
  if (first && !sheet.has('user')) {
    sheet.refuse(
      first,
      'page',
      'header',
      'this is the export of a Facebook Page; choose Instagram, or use the source "facebook" for the Page',
    );
    sheet.done();
  }
  const span = covered(file, namedDays(file));
  const own = sheet.rows.filter((row) => isOwn(file, sheet, row));
  if (first && own.length === 0) {
    sheet.refuse(
      first,
      'user',
      'account',
      `no row belongs to ${file.account.handle}; this is the export of another account, or "handle" in agency.json is wrong`,
    );
  }
  const posts = gather({ ...sheet, rows: own }, span, (row) => post(file, sheet, row), 'id');
  sheet.done();
  return { api: API, series: [], posts, span, gaps: [] };
}

function post(file: Export, sheet: Sheet<Key>, row: Sheet<Key>['rows'][number]): Post | null {
  const id = sheet.id(row, 'id');
  const at = sheet.date(row, 'published');
  const figures = figuresOf(sheet, row, mappings);
  const of = readDate(sheet.text(row, 'date'), file.zone, file.today, 'month-first');
  if ('day' in of && of.day !== null) {
    sheet.refuse(row, 'date', 'not-lifetime', 'the figures are those of single days; export with "Lifetime"');
  }
  if (sheet.text(row, 'published').trim() === '')
    sheet.refuse(row, 'published', 'date', 'a post without its time of publication can’t be counted in any month');
  if (id === null || at === null) return null;
  const link = sheet.text(row, 'link').trim();
  return {
    id,
    ...at,
    type: typeOf(sheet.text(row, 'type')),
    ...(/^https:\/\/www\.instagram\.com\/[\w./-]+$/.test(link) ? { url: link } : {}),
    ...words(sheet.text(row, 'text'), [file.account.handle]),
    figures,
    source: declaration.id,
    api: API,
    observed: file.today,
    file: file.file,
  };
}

function isOwn(file: Export, sheet: Sheet<Key>, row: Sheet<Key>['rows'][number]): boolean {
  const own = file.account.handle.replace(/^@/, '').toLowerCase();
  return [sheet.text(row, 'user'), sheet.text(row, 'account')].some(
    (name) => name.trim().replace(/^@/, '').toLowerCase() === own,
  );
}

const TYPES: readonly (readonly [RegExp, PostType])[] = [
  [/reel/i, 'short-video'],
  [/story|stories|cerita/i, 'story'],
  [/carousel|korsel|karussell|album/i, 'album'],
  [/image|photo|gambar|foto|bild/i, 'image'],
  [/live/i, 'live'],
  [/video/i, 'video'],
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

export const metaBusinessSuite: ExportSource = { declaration, read };
