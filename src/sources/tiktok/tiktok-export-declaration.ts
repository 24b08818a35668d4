import type { Declaration } from '#model/source.ts';
import type { Mapping } from '../file/export.ts';
import type { Column } from '../file/sheet.ts';

export type Key = keyof typeof columns;
// TikTok Studio keeps English headers whatever the language of its dates (three parsers of real files say so). The overview of business
// accounts has headers of its own; its Indonesian words are those of one office's table.
export const columns = {
  date: { kind: 'date', names: { en: ['Date'], id: ['Tanggal'] } },
  plays: { kind: 'count', names: { en: ['Video Views'], id: ['Tayangan Video'] } },
  visits: { kind: 'count', names: { en: ['Profile Views'], id: ['Tampilan Profil'] } },
  // Given less taken back: a day may end below 0.
  likes: { kind: 'net', names: { en: ['Likes'], id: ['Suka'] } },
  comments: { kind: 'net', names: { en: ['Comments'], id: ['Komentar'] } },
  shares: { kind: 'net', names: { en: ['Shares'], id: ['Bagikan'] } },
  reached: { kind: 'count', names: { en: ['Reached audience'], id: ['Penonton yang dijangkau'] } },
  gained: { kind: 'count', names: { en: ['New followers'], id: ['Pengikut baru'] } },
  lost: { kind: 'count', names: { en: ['Lost followers'], id: ['Pengikut yang hilang'] } },
  clicks: { kind: 'count', names: { en: ['Website clicks'], id: ['Jumlah klik situs web'] } },
  followers: { kind: 'count', names: { en: ['Followers'] } },
  viewers: { kind: 'count', names: { en: ['Total Viewers'] } },
  hour: { kind: 'count', names: { en: ['Hour'] } },
  active: { kind: 'count', names: { en: ['Active followers'] } },
  part: { kind: 'text', names: { en: ['Gender', 'Top territories'] } },
  share: { kind: 'text', names: { en: ['Distribution'] } },
  title: { kind: 'text', names: { en: ['Video title'] } },
  link: { kind: 'text', names: { en: ['Video link'] } },
  published: { kind: 'date', names: { en: ['Post time'] } },
  views: { kind: 'count', names: { en: ['Total views'] } },
  liked: { kind: 'count', names: { en: ['Total likes', 'Likes'] } },
  commented: { kind: 'count', names: { en: ['Total comments', 'Comments'] } },
  shared: { kind: 'count', names: { en: ['Total shares', 'Shares'] } },
  saved: { kind: 'count', names: { en: ['Add to favorites', 'Total bookmarks'] } },
} satisfies Record<string, Column>;

export const overview: readonly Mapping<Key>[] = [
  ['views', 'plays', 'Video Views'],
  ['profile-visits', 'visits', 'Profile Views'],
  ['likes', 'likes', 'Likes'],
  ['comments', 'comments', 'Comments'],
  ['shares', 'shares', 'Shares'],
  ['reach', 'reached', 'Reached audience'],
  ['followers-gained', 'gained', 'New followers'],
  ['followers-lost', 'lost', 'Lost followers'],
  ['link-clicks', 'clicks', 'Website clicks'],
];
export const followers: readonly Mapping<Key>[] = [['followers', 'followers', 'Followers']];
export const viewers: readonly Mapping<Key>[] = [['reach', 'viewers', 'Total Viewers']];
export const online: readonly Mapping<Key>[] = [['followers-online', 'active', 'Active followers']];
export const content: readonly Mapping<Key>[] = [
  ['views', 'views', 'Total views'],
  ['likes', 'liked', 'Total likes'],
  ['comments', 'commented', 'Total comments'],
  ['shares', 'shared', 'Total shares'],
  ['saves', 'saved', 'Add to favorites'],
];

const OWN_FILE = {
  en: 'In a file of its own, or of business accounts alone: expected only once one was imported.',
  id: 'Dalam berkas tersendiri, atau hanya dari akun bisnis: diharapkan hanya setelah pernah diimpor.',
};
const HOURS = {
  en: 'Followers who were active, by hour (0 to 23); whose hour it is, is not stated. The file holds 7 days.',
  id: 'Pengikut yang aktif per jam (0 sampai 23); zona jamnya tidak disebutkan. Berkas memuat 7 hari.',
};
const BUSINESS = new Set(['reached', 'gained', 'lost', 'clicks']);
const daily = { level: 'account', window: 'day', snapshot: false } as const;

export const declaration: Declaration = {
  id: 'tiktok-export',
  platform: 'tiktok',
  name: 'TikTok',
  title: { en: 'TikTok Studio, CSV exports', id: 'TikTok Studio, ekspor CSV' },
  family: 'social',
  kind: 'export',
  api: 'TikTok Studio export',
  secrets: [],
  gives: [
    ...overview.map(([measure, key, metric]) => ({
      measure,
      ...daily,
      metric,
      ...(BUSINESS.has(key) ? { optional: true as const, note: OWN_FILE } : {}),
    })),
    ...followers.map(([measure, , metric]) => ({ measure, ...daily, metric })),
    ...viewers.map(([measure, , metric]) => ({ measure, ...daily, metric, optional: true as const, note: OWN_FILE })),
    ...online.map(([measure, , metric]) => ({
      measure,
      ...daily,
      metric,
      dimensions: ['hour' as const],
      optional: true as const,
      note: HOURS,
    })),
    ...content.map(([measure, , metric]) => ({ measure, level: 'post' as const, metric, snapshot: false })),
  ],
  lacks: [
    {
      measure: 'reach',
      level: 'account',
      reason: 'not-in-export',
      note: {
        en: 'Viewers are there by day in a file of their own, never of a month; days are not added up to reach people.',
        id: 'Penonton ada per hari dalam berkas tersendiri, tidak pernah untuk sebulan; hari tidak dijumlahkan menjadi jangkauan orang.',
      },
    },
    { measure: 'reach', level: 'post', reason: 'not-in-export' },
    { measure: 'impressions', level: 'account', reason: 'not-offered' },
  ],
  engagement: ['likes', 'comments', 'shares', 'saves'],
  settles: 3,
  freezes: 28,
  limits: {
    en: 'Four archives of TikTok Studio, each with CSV files. Most days are written without their year ("April 12"), in the language of the screen: English and Indonesian are read. The year is taken from --year (that of the last day in the file), from --from and --to, or from a file named like its archive (Overview_2026-06-18_1786845545_….csv: first day, and second of the export), and never guessed. Figures are complete two days later. A cell in which TikTok wrote no number means not known. "Difference in followers" is not used: in real files it belongs to the day after. Content.csv lists some videos (15 in two real files), not all: posts published are therefore not counted from it, and its days count as not read. A video’s time is read out of its id where that agrees with the stated day. Viewers of a day are taken as reach. FollowerGender and FollowerTopTerritories hold shares, no counts, and are refused. Shares, likes and comments of a day may be below 0, since what is taken back is subtracted.',
    id: 'Empat arsip dari TikTok Studio, masing-masing berisi berkas CSV. Kebanyakan hari ditulis tanpa tahun ("12 April"), menurut bahasa layar: bahasa Inggris dan Indonesia dapat dibaca. Tahunnya diambil dari --year (tahun hari terakhir dalam berkas), dari --from dan --to, atau dari berkas yang dinamai seperti arsipnya (Overview_2026-06-18_1786845545_….csv: hari pertama, lalu detik ekspor), dan tidak pernah ditebak. Angka lengkap setelah dua hari. Sel yang tidak berisi angka berarti tidak diketahui. "Difference in followers" tidak dipakai: dalam berkas asli, angka itu milik hari sesudahnya. Content.csv memuat sebagian video (15 dalam dua berkas asli), bukan semuanya: karena itu jumlah kiriman tidak dihitung darinya, dan harinya dianggap belum dibaca. Waktu video dibaca dari ID-nya bila cocok dengan hari yang tertulis. Penonton harian dibaca sebagai jangkauan. FollowerGender dan FollowerTopTerritories memuat persentase, bukan jumlah, dan ditolak. Bagikan, suka, dan komentar sehari dapat di bawah 0, karena yang ditarik kembali dikurangkan.',
  },
  how: [
    {
      en: 'Not tried: log in as the agency at tiktok.com/tiktokstudio > Analytics. Set the language of TikTok to English or Indonesian.',
      id: 'Belum dicoba: masuk sebagai instansi di tiktok.com/tiktokstudio > Analitik. Atur bahasa TikTok ke Indonesia atau Inggris.',
    },
    {
      en: 'Not tried: at Overview, Followers, Viewers and Content choose the days and press "Download data" > CSV. Unpack each archive.',
      id: 'Belum dicoba: pada Ikhtisar, Pengikut, Penonton, dan Konten pilih rentang hari lalu tekan "Unduh data" > CSV. Ekstrak tiap arsip.',
    },
    {
      en: 'Import: npm run import -- --agency A --source tiktok-export --year 2026 Overview.csv FollowerHistory.csv Viewers.csv FollowerActivity.csv Content.csv',
      id: 'Impor: npm run import -- --agency A --source tiktok-export --year 2026 Overview.csv FollowerHistory.csv Viewers.csv FollowerActivity.csv Content.csv',
    },
  ],
  tried: 'never',
  fixture:
    'Overview: real exports, where they are at hand. The others are ours: their headers and quirks are those that parsers of real files name. The overview of business accounts is known by its header alone.',
};
