import type { Declaration } from '#model/source.ts';
import type { Mapping } from '../file/export.ts';
import type { Column } from '../file/sheet.ts';
import { dailyViews, viewsLimits, viewsOfSpans } from './youtube-views.ts';

export const API = 'YouTube Studio export';
export type Key = keyof typeof columns;
export const columns = {
  date: { kind: 'date', names: { en: ['Date'], id: ['Tanggal'] } },
  content: { kind: 'id', names: { en: ['Content', 'Video'], id: ['Konten'] } },
  title: { kind: 'text', names: { en: ['Video title'], id: ['Judul video'] } },
  published: { kind: 'date', names: { en: ['Video publish time'], id: ['Waktu publikasi video'] } },
  views: { kind: 'count', names: { en: ['Views'], id: ['Penayangan'] } },
  // "Tayangan" is impressions, "Penayangan" is views: Studio's own Indonesian words.
  impressions: { kind: 'count', names: { en: ['Impressions'], id: ['Tayangan'] } },
  hours: { kind: 'decimal', names: { en: ['Watch time (hours)'], id: ['Waktu tonton (jam)'] } },
  // Likes given less likes taken back: a day may end below 0.
  likes: { kind: 'net', names: { en: ['Likes'], id: ['Suka'] } },
  comments: { kind: 'count', names: { en: ['Comments added', 'Comments'], id: ['Komentar ditambahkan', 'Komentar'] } },
  shares: { kind: 'count', names: { en: ['Shares'], id: ['Berbagi', 'Dibagikan', 'Di bagikan', 'Pembagian'] } },
  gained: {
    kind: 'count',
    names: { en: ['Subscribers gained'], id: ['Subscriber yang diperoleh', 'Subscriber yang didapat', 'Subscriber diperoleh'] },
  },
  lost: { kind: 'count', names: { en: ['Subscribers lost'], id: ['Subscriber yang hilang', 'Subscriber hilang'] } },
  // Audience: English by one table of a real channel; Indonesian is our reading of Studio's words.
  age: { kind: 'text', names: { en: ['Viewer age'], id: ['Usia penonton'] } },
  gender: { kind: 'text', names: { en: ['Viewer gender'], id: ['Gender penonton', 'Jenis kelamin penonton'] } },
  country: { kind: 'text', names: { en: ['Geography'], id: ['Geografi', 'Lokasi'] } },
  share: { kind: 'decimal', names: { en: ['Views (%)'], id: ['Penayangan (%)'] } },
} satisfies Record<string, Column>;

export const counts: Mapping<Key>[] = [
  ['views', 'views', 'Views'],
  ['impressions', 'impressions', 'Impressions'],
  ['watch-hours', 'hours', 'Watch time (hours)'],
  ['likes', 'likes', 'Likes'],
  ['comments', 'comments', 'Comments added'],
  ['shares', 'shares', 'Shares'],
];
export const changes: Mapping<Key>[] = [
  ['followers-gained', 'gained', 'Subscribers gained'],
  ['followers-lost', 'lost', 'Subscribers lost'],
];
const THUMBNAILS = {
  en: 'How often a video’s thumbnail was shown on YouTube: not the same as impressions elsewhere.',
  id: 'Berapa kali gambar mini video ditampilkan di YouTube: tidak sama dengan impresi di platform lain.',
};

const SHARES = {
  en: 'Per cent of views, of a whole month or of 28 days; YouTube leaves out what is too small. In a table of its own.',
  id: 'Persen dari penayangan, untuk satu bulan penuh atau 28 hari; YouTube tidak memberikan kelompok yang terlalu kecil. Dalam tabel tersendiri.',
};
const audience = { level: 'account', snapshot: false, optional: true } as const;

export const declaration: Declaration = {
  id: 'youtube-studio',
  platform: 'youtube',
  name: 'YouTube',
  title: { en: 'YouTube Studio, advanced mode, CSV export', id: 'YouTube Studio, mode lanjutan, ekspor CSV' },
  family: 'social',
  kind: 'export',
  api: API,
  secrets: [],
  gives: [
    ...[...counts, ...changes].flatMap(([measure, , metric]) => {
      const note = measure === 'impressions' ? { note: THUMBNAILS } : {};
      const given = { measure, level: 'account' as const, window: 'day' as const, metric, snapshot: false, ...note };
      return measure === 'views' ? dailyViews(given) : [given];
    }),
    ...(['month', '28-days'] as const).flatMap((window) => [
      ...viewsOfSpans({ measure: 'views', metric: 'Views', ...audience, window }),
      ...viewsOfSpans({ measure: 'views', metric: 'Views', dimensions: ['country'], ...audience, window }),
      ...(['age', 'gender'] as const).map((one) => ({
        measure: 'viewer-share' as const,
        metric: 'Views (%)',
        dimensions: [one],
        ...audience,
        window,
        note: SHARES,
      })),
    ]),
    ...counts.flatMap(([measure, , metric]) => {
      const note = measure === 'impressions' ? { note: THUMBNAILS } : {};
      const given = { measure, level: 'post' as const, metric, snapshot: false, ...note };
      return measure === 'views' ? viewsOfSpans(given) : [given];
    }),
  ],
  lacks: [
    {
      measure: 'followers',
      level: 'account',
      reason: 'not-in-export',
      note: {
        en: 'The export tells how many subscribers came and went, never how many there are.',
        id: 'Ekspor hanya memuat berapa pelanggan datang dan pergi, bukan jumlah seluruhnya.',
      },
    },
    { measure: 'reach', level: 'account', reason: 'not-in-export' },
    {
      measure: 'engaged-views',
      level: 'account',
      reason: 'not-collected',
      note: {
        en: 'Studio has them in advanced mode; how the column is called in Indonesian is not known.',
        id: 'Studio menampilkannya di mode lanjutan; nama kolomnya dalam bahasa Indonesia belum diketahui.',
      },
    },
    { measure: 'saves', level: 'post', reason: 'not-offered' },
  ],
  engagement: ['likes', 'comments', 'shares'],
  settles: 3,
  freezes: 28,
  limits: {
    en: `${viewsLimits.en} Which figures are there depends on the columns that the person who exports has chosen. Likes are those added less those taken back. "Subscribers" in the export is gains less losses, and is not used. A figure of a video counts only what happened in the export’s days, so videos published before them are left out. A day is Studio’s own day, which may differ from the agency’s by some hours; the publish time is a day without hours. Countries stand as ISO codes; what is none is "other". A table of 500 rows may have been cut: its days are not taken as whole. The file by content is not kept, since titles may hold names or numbers; the file by date is.`,
    id: `${viewsLimits.id} Angka yang tersedia tergantung pada kolom yang dipilih saat mengekspor. Suka adalah yang bertambah dikurangi yang ditarik. "Subscriber" dalam ekspor adalah yang bertambah dikurangi yang berkurang, dan tidak dipakai. Angka sebuah video hanya menghitung kejadian dalam hari-hari ekspor, sehingga video yang terbit sebelumnya tidak diikutkan. Satu hari adalah hari menurut Studio, yang dapat berbeda beberapa jam dari hari instansi; waktu publikasi adalah hari tanpa jam. Negara ditulis sebagai kode ISO; yang bukan nama negara menjadi "other" (lainnya). Tabel berisi 500 baris mungkin terpotong: hari-harinya tidak dianggap lengkap. Berkas per konten tidak disimpan, sebab judul dapat memuat nama atau nomor; berkas per tanggal disimpan.`,
  },
  how: [
    {
      en: 'Not tried: studio.youtube.com > Analytics > Advanced mode. Choose the days (whole months).',
      id: 'Belum dicoba: studio.youtube.com > Analytics > Mode lanjutan. Pilih rentang hari (bulan penuh).',
    },
    {
      en: 'Not tried: tab "Content". With the blue + add Likes, Comments added, Shares. Then Export (arrow down) > Comma-separated values. In the ZIP, "Table data.csv" is the file; "Chart data.csv" and "Totals.csv" are not.',
      id: 'Belum dicoba: tab "Konten". Dengan tombol + biru tambahkan Suka, Komentar ditambahkan, Berbagi. Lalu Ekspor (panah ke bawah) > Nilai dipisahkan koma. Di dalam ZIP, berkasnya adalah "Table data.csv" ("Data tabel.csv"); bukan "Chart data.csv" atau "Totals.csv".',
    },
    {
      en: 'Not tried: tab "Date". Add Subscribers gained and Subscribers lost, and export in the same way for daily figures.',
      id: 'Belum dicoba: tab "Tanggal". Tambahkan Subscriber yang didapat dan yang hilang, lalu ekspor dengan cara yang sama untuk angka harian.',
    },
    {
      en: 'Not tried: for the audience, tabs "Viewer age", "Viewer gender" and "Geography", for one whole month each; import with that month as --from and --to.',
      id: 'Belum dicoba: untuk penonton, tab "Usia penonton", "Gender penonton", dan "Geografi", masing-masing untuk satu bulan penuh; impor dengan bulan itu sebagai --from dan --to.',
    },
    {
      en: 'Import: npm run import -- --agency A --source youtube-studio --from 2026-09-01 --to 2026-09-30 "Table data.csv". Do not open the file in a spreadsheet first. Where the file has the ZIP’s name with its days (2026-09-01_2026-10-01, the second being the day after; not tried), --from and --to are not needed.',
      id: 'Impor: npm run import -- --agency A --source youtube-studio --from 2026-09-01 --to 2026-09-30 "Table data.csv". Jangan buka berkas di spreadsheet terlebih dahulu. Bila nama berkas memuat hari-hari dari nama ZIP (2026-09-01_2026-10-01, yang kedua adalah hari sesudahnya; belum dicoba), --from dan --to tidak diperlukan.',
    },
  ],
  tried: 'never',
  fixture:
    'By content: real exports in English (three, 2023 and 2024), where they are at hand. By date, in Indonesian, and the audience: ours; only headers are known.',
  documentation: 'https://support.google.com/youtube/answer/9314355',
};
