import type { Declaration } from '#model/source.ts';
import type { Mapping } from '../file/export.ts';
import type { Column } from '../file/sheet.ts';

export type Key = keyof typeof columns;
// English and Brazilian Portuguese: headers of real files, by several parsers. No Indonesian one was found.
export const columns = {
  date: { kind: 'date', names: { en: ['Date'], pt: ['Data'] } },
  impressions: {
    kind: 'count',
    names: { en: ['Impressions (total)', 'Impressions'], pt: ['Impressões (total)', 'Impressões'] },
  },
  unique: {
    kind: 'count',
    names: { en: ['Unique impressions (organic)', 'Unique impressions'], pt: ['Impressões únicas (orgânicas)'] },
  },
  clicks: { kind: 'count', names: { en: ['Clicks (total)', 'Clicks'], pt: ['Cliques (total)', 'Cliques'] } },
  // Given less taken back: a day may end below 0.
  reactions: { kind: 'net', names: { en: ['Reactions (total)', 'Reactions'], pt: ['Reações (total)', 'Reações'] } },
  comments: { kind: 'net', names: { en: ['Comments (total)', 'Comments'], pt: ['Comentários (total)', 'Comentários'] } },
  reposts: {
    kind: 'net',
    names: {
      en: ['Reposts (total)', 'Shares (total)', 'Reposts', 'Shares'],
      pt: ['Compartilhamentos (total)', 'Compartilhamentos'],
    },
  },
  followers: { kind: 'net', names: { en: ['Total followers'], pt: ['Total de seguidores'] } },
  organic: { kind: 'net', names: { en: ['Organic followers'], pt: ['Seguidores orgânicos'] } },
  visits: {
    kind: 'count',
    names: { en: ['Total page views (total)'], pt: ['Total de visualizações da página (total)'] },
  },
  location: { kind: 'text', names: { en: ['Location'], pt: ['Localidade'] } },
  seniority: { kind: 'text', names: { en: ['Seniority'], pt: ['Nível de experiência', 'Tempo de experiência'] } },
  title: { kind: 'text', names: { en: ['Post title', 'Update title'], pt: ['Título da publicação'] } },
  link: { kind: 'text', names: { en: ['Post link', 'Update link'], pt: ['Link da publicação'] } },
  created: { kind: 'date', names: { en: ['Created date'], pt: ['Criação'] } },
  type: { kind: 'text', names: { en: ['Content Type'], pt: ['Tipo de conteúdo'] } },
  likes: { kind: 'count', names: { en: ['Likes'], pt: ['Gostaram'] } },
  views: {
    kind: 'count',
    names: { en: ['Views', 'Views (excluding off-site video views)'], pt: ['Visualizações'] },
  },
  follows: { kind: 'count', names: { en: ['Follows'], pt: ['Seguidores'] } },
} satisfies Record<string, Column>;

export const metrics: readonly Mapping<Key>[] = [
  ['impressions', 'impressions', 'Impressions (total)'],
  ['reach', 'unique', 'Unique impressions (organic)'],
  ['clicks', 'clicks', 'Clicks (total)'],
  ['likes', 'reactions', 'Reactions (total)'],
  ['comments', 'comments', 'Comments (total)'],
  ['shares', 'reposts', 'Reposts (total)'],
];
export const newcomers: readonly Mapping<Key>[] = [['followers-gained', 'followers', 'Total followers']];
export const visitors: readonly Mapping<Key>[] = [['profile-visits', 'visits', 'Total page views (total)']];
export const posts: readonly Mapping<Key>[] = [
  ['impressions', 'impressions', 'Impressions'],
  ['views', 'views', 'Views'],
  ['clicks', 'clicks', 'Clicks'],
  ['likes', 'likes', 'Likes'],
  ['comments', 'comments', 'Comments'],
  ['shares', 'reposts', 'Reposts'],
  ['followers-gained', 'follows', 'Follows'],
];

const OWN_FILE = {
  en: 'In a file of its own: expected only once one was imported.',
  id: 'Dalam berkas tersendiri: diharapkan hanya setelah pernah diimpor.',
};
const account = { level: 'account', window: 'day' } as const;

export const declaration: Declaration = {
  id: 'linkedin-export',
  platform: 'linkedin',
  name: 'LinkedIn',
  title: { en: 'LinkedIn Page analytics, exports', id: 'Analitik Halaman LinkedIn, ekspor' },
  family: 'social',
  kind: 'export',
  api: 'LinkedIn Page analytics export',
  secrets: [],
  gives: [
    ...metrics.map(([measure, , metric]) => ({ measure, ...account, metric, snapshot: false })),
    ...newcomers.map(([measure, , metric]) => ({
      measure,
      ...account,
      metric,
      snapshot: false,
      optional: true as const,
      note: {
        en: 'New followers of a day, organic, paid and invited; real files show days below 0, so that people who left seem to be taken off. In a file of its own: expected only once one was imported.',
        id: 'Pengikut baru sehari, organik, berbayar, dan undangan; berkas asli memuat hari di bawah 0, sehingga yang berhenti tampaknya dikurangkan. Dalam berkas tersendiri: diharapkan hanya setelah pernah diimpor.',
      },
    })),
    ...visitors.map(([measure, , metric]) => ({
      measure,
      ...account,
      metric,
      snapshot: false,
      optional: true as const,
      note: OWN_FILE,
    })),
    ...(
      [
        ['city', 'location'],
        ['segment', 'seniority'],
      ] as const
    ).map(([dimension, column]) => ({
      measure: 'followers' as const,
      ...account,
      dimensions: [dimension],
      metric: `Total followers by ${column}`,
      snapshot: true,
      optional: true as const,
      note: OWN_FILE,
    })),
    ...posts.map(([measure, , metric]) => ({ measure, level: 'post' as const, metric, snapshot: false })),
  ],
  lacks: [
    {
      measure: 'followers',
      level: 'account',
      reason: 'not-in-export',
      note: {
        en: 'The export tells how many came on a day, and followers by place or seniority, never how many there are in all; parts are not added up.',
        id: 'Ekspor memuat pengikut baru per hari dan pengikut menurut lokasi atau jenjang, bukan jumlah seluruhnya; bagian tidak dijumlahkan.',
      },
    },
    { measure: 'followers-lost', level: 'account', reason: 'not-offered' },
    { measure: 'saves', level: 'post', reason: 'not-offered' },
  ],
  engagement: ['likes', 'comments', 'shares'],
  settles: 3,
  freezes: 28,
  limits: {
    en: 'Three workbooks: content, followers, visitors. LinkedIn often gives them in an old format (.xls) that is not read: open such a file in a spreadsheet and save it as .xlsx, changing nothing. English and Portuguese headers are known. Totals hold paid and unpaid figures; "Unique impressions" are unpaid alone and taken as reach of a day, never added up. "Likes" of a post are all reactions. Whether the list of posts holds those published on the chosen days or all that were seen on them is not stated: only those published on the days of the sheet "Metrics" are taken. Posts have a day without hours; a day is LinkedIn’s (UTC). Followers by job function, industry and company size are not read. The workbook names who posted and is never kept.',
    id: 'Tiga buku kerja: konten, pengikut, pengunjung. LinkedIn sering memberikannya dalam format lama (.xls) yang tidak dibaca: buka berkas itu di spreadsheet dan simpan sebagai .xlsx tanpa mengubah apa pun. Judul kolom bahasa Inggris dan Portugis dikenal. Total mencakup angka berbayar dan tidak berbayar; "Unique impressions" hanya yang tidak berbayar dan dibaca sebagai jangkauan harian, tidak pernah dijumlahkan. "Likes" sebuah kiriman adalah semua reaksi. Tidak disebutkan apakah daftar kiriman memuat yang terbit pada hari yang dipilih atau semua yang dilihat pada hari itu: hanya yang terbit pada hari-hari di lembar "Metrics" yang diambil. Kiriman memiliki hari tanpa jam; satu hari adalah hari LinkedIn (UTC). Pengikut menurut fungsi pekerjaan, industri, dan ukuran perusahaan tidak dibaca. Buku kerja memuat nama pengunggah dan tidak pernah disimpan.',
  },
  how: [
    {
      en: 'Not tried: as an administrator of the Page, with LinkedIn in English: Analytics > Content > Export, whole months. The same at Followers and Visitors.',
      id: 'Belum dicoba: sebagai admin Halaman, dengan LinkedIn berbahasa Inggris: Analytics > Content > Export, bulan penuh. Begitu juga pada Followers dan Visitors.',
    },
    {
      en: 'Where the file ends in .xls and is refused: open it in a spreadsheet, save it as .xlsx, keep its name.',
      id: 'Bila berkas berakhiran .xls dan ditolak: buka di spreadsheet, simpan sebagai .xlsx, pertahankan namanya.',
    },
    {
      en: 'Import: npm run import -- --agency A --source linkedin-export FILE FILE FILE',
      id: 'Impor: npm run import -- --agency A --source linkedin-export BERKAS BERKAS BERKAS',
    },
  ],
  tried: 'never',
  fixture:
    'Ours: no real file was found. Sheets and headers are those that several parsers of real files name, in English and Portuguese.',
};
