import type { Declaration } from '#model/source.ts';
import { CONTENT, OWN_FILE, REACH, readSuite, TITLES, type Suite } from './business-suite.ts';
import type { ExportSource } from '../source.ts';

const suite: Suite = {
  source: 'meta-business-suite',
  platform: 'Instagram',
  layout: { name: 'Instagram content', needs: ['id', 'user', 'text', 'published', 'type', 'likes'] },
  owner: ['user', 'account'],
  content: [
    ['views', 'views', 'Views'],
    ['impressions', 'impressions', 'Impressions'],
    ['reach', 'reach', 'Reach'],
    ['likes', 'likes', 'Likes'],
    ['comments', 'comments', 'Comments'],
    ['shares', 'shares', 'Shares'],
    ['saves', 'saves', 'Saves'],
    ['followers-gained', 'follows', 'Follows'],
  ],
  address: /^https:\/\/www\.instagram\.com\/[\w./-]+$/,
};

const declaration: Declaration = {
  id: suite.source,
  platform: 'instagram',
  name: 'Instagram',
  title: { en: 'Meta Business Suite, exports of Instagram', id: 'Meta Business Suite, ekspor Instagram' },
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
            until: '2025-04-20',
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
        en: 'The export tells how many followed on a day, never how many follow in all, nor how many left. The file "Audience" holds shares in per cent alone and is not read.',
        id: 'Ekspor memuat berapa yang mulai mengikuti tiap hari, bukan jumlah seluruh pengikut atau yang berhenti. Berkas "Audience" hanya memuat persentase dan tidak dibaca.',
      },
    },
  ],
  engagement: ['likes', 'comments', 'shares', 'saves'],
  settles: 3,
  freezes: 28,
  limits: {
    en: 'Two exports: of posts (lifetime totals at the time of the export, so an older export shows less), and of one figure by day (reach, views, visits, link clicks, follows, interactions; a file each). The export of posts does not state the time zone of "Publish time" (the exporter’s, the business account’s or Pacific time): it is read as the agency’s, and a post near midnight may stand a day off. English and Indonesian exports write the month first. Stories are in the export only where they were chosen, and Instagram keeps their figures for a short time. Posts of other accounts (shared collaborations) are left out. A daily file does not say whose it is: choose the right account. Daily follows leave out days without any: such a day is shown as not known, not as 0. "Content interactions" is Meta’s own sum; it is shown, never mixed with ours. "Viewers" is taken as reach. Daily reach is never added up to reach of a month.',
    id: 'Dua ekspor: kiriman (total seumur hidup saat ekspor, sehingga ekspor yang lebih lama menunjukkan angka lebih kecil), dan satu angka per hari (jangkauan, tayangan, kunjungan, klik tautan, pengikut baru, interaksi; satu berkas masing-masing). Ekspor kiriman tidak menyebut zona waktu "Waktu penerbitan" (milik pengekspor, akun bisnis, atau waktu Pasifik): dibaca sebagai zona instansi, sehingga kiriman dekat tengah malam dapat bergeser sehari. Ekspor berbahasa Inggris dan Indonesia menulis bulan lebih dahulu. Story hanya ada bila dipilih, dan Instagram menyimpan angkanya sebentar saja. Kiriman akun lain (kolaborasi) tidak diikutkan. Berkas harian tidak menyebut pemiliknya: pilih akun yang benar. Berkas pengikut harian tidak memuat hari tanpa pengikut baru: hari itu ditampilkan tidak diketahui, bukan 0. "Interaksi konten" adalah jumlah menurut Meta; ditampilkan, tidak pernah dicampur dengan hitungan kami. "Viewers" dibaca sebagai jangkauan. Jangkauan harian tidak pernah dijumlahkan menjadi jangkauan sebulan.',
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
      en: 'Not tried: Insights > Results. Choose Instagram and the days; at each chart (reach, views, visits, link clicks, follows): Export > CSV. Each gives one file, such as Reach.csv.',
      id: 'Belum dicoba: Insight > Hasil. Pilih Instagram dan rentang hari; pada tiap grafik (jangkauan, tayangan, kunjungan, klik tautan, pengikut): Ekspor > CSV. Masing-masing menjadi satu berkas, seperti Jangkauan.csv.',
    },
    {
      en: 'Import: npm run import -- --agency A --source meta-business-suite FILE FILE. Do not open the files in a spreadsheet first: it destroys the ids.',
      id: 'Impor: npm run import -- --agency A --source meta-business-suite BERKAS BERKAS. Jangan buka berkas di spreadsheet terlebih dahulu: ID-nya akan rusak.',
    },
  ],
  tried: 'never',
  fixture:
    'Ours: no real file was found. Headers and titles in English and Indonesian are those that several parsers of real files name; German is reconstructed.',
  documentation: 'https://www.facebook.com/business/help/914105305295061',
};

export const metaBusinessSuite: ExportSource = { declaration, read: (file) => readSuite(file, suite) };
