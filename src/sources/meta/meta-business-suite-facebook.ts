import type { Declaration } from '#model/source.ts';
import { CONTENT, OWN_FILE, REACH, readSuite, TITLES, type Suite } from './business-suite.ts';
import type { ExportSource } from '../source.ts';

const suite: Suite = {
  source: 'meta-business-suite-facebook',
  platform: 'Facebook',
  layout: { name: 'Facebook content', needs: ['id', 'page', 'published', 'type', 'reactions'] },
  owner: ['page', 'name'],
  content: [
    ['views', 'views', 'Views'],
    ['impressions', 'impressions', 'Impressions'],
    ['reach', 'reach', 'Reach'],
    ['reactions', 'reactions', 'Reactions'],
    ['comments', 'comments', 'Comments'],
    ['shares', 'shares', 'Shares'],
    ['clicks', 'clicks', 'Total clicks'],
    ['link-clicks', 'links', 'Link clicks'],
  ],
  address: /^https:\/\/www\.facebook\.com\/[\w./?=&%-]+$/,
};

const declaration: Declaration = {
  id: suite.source,
  platform: 'facebook',
  name: 'Facebook',
  title: { en: 'Meta Business Suite, exports of a Facebook Page', id: 'Meta Business Suite, ekspor Halaman Facebook' },
  family: 'social',
  kind: 'export',
  api: CONTENT,
  secrets: [],
  gives: [
    ...TITLES.map(([measure, metric]) => ({
      measure,
      level: 'account' as const,
      window: 'day' as const,
      metric,
      snapshot: false,
      optional: true as const,
      note: OWN_FILE,
    })),
    ...suite.content.map(([measure, , metric]) => ({
      measure,
      level: 'post' as const,
      metric,
      snapshot: false,
      ...(measure === 'impressions'
        ? {
            note: { en: 'Older exports only; newer ones have views.', id: 'Hanya ekspor lama; yang baru memuat penayangan.' },
            until: '2025-11-14',
          }
        : {}),
    })),
  ],
  lacks: [
    { measure: 'reach', level: 'account', reason: 'not-in-export', note: REACH },
    { measure: 'views', level: 'account', reason: 'not-in-export' },
    {
      measure: 'followers',
      level: 'account',
      reason: 'not-in-export',
      note: {
        en: 'The export tells how many followed on a day, never how many follow in all, nor how many left.',
        id: 'Ekspor memuat berapa yang mulai mengikuti tiap hari, bukan jumlah seluruh pengikut atau yang berhenti.',
      },
    },
    { measure: 'saves', level: 'post', reason: 'not-in-export' },
  ],
  engagement: ['reactions', 'comments', 'shares'],
  settles: 3,
  freezes: 28,
  limits: {
    en: 'For offices without a developer token; the source "facebook" gives more. Two exports: of posts (lifetime totals at the time of the export), and of one figure by day (a file each). The time zone of "Publish time" is not stated: it is read as the agency’s. "handle" in agency.json is the Page’s id (digits) or its exact name; rows of other Pages are left out. The export of videos alone is refused, since its ids are not those of posts. Daily follows leave out days without any in some files: such a day is shown as not known, not as 0. "Content interactions" is Meta’s own sum; it is shown, never mixed with ours. "Viewers" is taken as reach. A daily file does not say whose it is: choose the right account.',
    id: 'Untuk instansi tanpa token pengembang; sumber "facebook" memberi lebih banyak. Dua ekspor: kiriman (total seumur hidup saat ekspor), dan satu angka per hari (satu berkas masing-masing). Zona waktu "Waktu penerbitan" tidak disebutkan: dibaca sebagai zona instansi. "handle" dalam agency.json adalah ID Halaman (angka) atau namanya yang persis; baris Halaman lain tidak diikutkan. Ekspor khusus video ditolak, sebab ID-nya bukan ID kiriman. Sebagian berkas pengikut harian tidak memuat hari tanpa pengikut baru: hari itu ditampilkan tidak diketahui, bukan 0. "Interaksi konten" adalah jumlah menurut Meta; ditampilkan, tidak pernah dicampur dengan hitungan kami. "Viewers" dibaca sebagai jangkauan. Berkas harian tidak menyebut pemiliknya: pilih akun yang benar.',
  },
  how: [
    {
      en: 'Not tried: business.facebook.com > Insights > Content. Choose Facebook, posts (and reels, videos), and whole months. Export data > CSV, "Lifetime".',
      id: 'Belum dicoba: business.facebook.com > Insight > Konten. Pilih Facebook, postingan (serta reel, video), dan bulan penuh. Ekspor data > CSV, "Seumur hidup".',
    },
    {
      en: 'Not tried: Insights > Results. Choose Facebook and the days; at each chart (reach or viewers, views, visits, link clicks, follows): Export > CSV.',
      id: 'Belum dicoba: Insight > Hasil. Pilih Facebook dan rentang hari; pada tiap grafik (jangkauan atau penonton, tayangan, kunjungan, klik tautan, pengikut): Ekspor > CSV.',
    },
    {
      en: 'Import: npm run import -- --agency A --source meta-business-suite-facebook FILE FILE. Do not open the files in a spreadsheet first: it destroys the ids.',
      id: 'Impor: npm run import -- --agency A --source meta-business-suite-facebook BERKAS BERKAS. Jangan buka berkas di spreadsheet terlebih dahulu: ID-nya akan rusak.',
    },
  ],
  tried: 'never',
  fixture:
    'Ours: no real file was found. English headers and titles are those that several parsers of real files name; Indonesian ones of the export of posts are our reading, of the daily files those of Instagram.',
  documentation: 'https://www.facebook.com/business/help/914105305295061',
};

export const metaBusinessSuiteFacebook: ExportSource = { declaration, read: (file) => readSuite(file, suite) };
