import type { Measure } from '#model/measure.ts';
import type { Declaration } from '#model/source.ts';
import { dailyViews, viewsLimits, viewsOfSpans } from './youtube-views.ts';

/** YouTube Data API; part of every address. */
const VERSION = 'v3';
/** Stands with every figure that only the owner can see. */
export const ANALYTICS = 'Analytics v2';
/** YouTube counts a day up within two to three days; an answer leaves the newest days out. */
export const DELAY = 3;

/** What YouTube Analytics tells of each day. */
export const DAILY: readonly (readonly [Measure, string])[] = [
  ['views', 'views'],
  ['watch-hours', 'estimatedMinutesWatched'],
  ['likes', 'likes'],
  ['comments', 'comments'],
  ['shares', 'shares'],
  ['followers-gained', 'subscribersGained'],
  ['followers-lost', 'subscribersLost'],
];
/** Each asked for apart, since YouTube may not offer it in this report, or not yet. */
export const APART: readonly (readonly [Measure, string])[] = [
  ['engaged-views', 'engagedViews'],
  ['impressions', 'videoThumbnailImpressions'],
];

const NOTES: Partial<Record<Measure, Declaration['title']>> = {
  'watch-hours': {
    en: 'YouTube gives minutes; they are divided by 60.',
    id: 'YouTube memberi angka dalam menit; angka itu dibagi 60.',
  },
  'engaged-views': {
    en: 'Views that went on past the first moment: nearest to what "views" were before August 2026, and what YouTube pays by.',
    id: 'Penayangan yang berlanjut lewat saat pertama: paling dekat dengan arti "penayangan" sebelum Agustus 2026, dan dasar pembayaran YouTube.',
  },
  impressions: {
    en: 'How often a video’s thumbnail was shown on YouTube: not the same as impressions elsewhere. Sources contradict each other on whether the API gives it by day; where YouTube refuses it, it is not known.',
    id: 'Berapa kali gambar mini video ditampilkan di YouTube: tidak sama dengan impresi di platform lain. Keterangan tentang tersedianya angka harian ini di API saling bertentangan; bila YouTube menolaknya, angkanya tidak diketahui.',
  },
};
const PERIOD = {
  en: 'Over the newest 28 days that YouTube has counted up; about once a month.',
  id: 'Untuk 28 hari terbaru yang sudah selesai dihitung YouTube; kira-kira sebulan sekali.',
};
const HIDDEN = {
  en: 'Left out by YouTube where the channel hides it: then it is not known.',
  id: 'Tidak diberikan YouTube bila kanal menyembunyikannya: maka tidak diketahui.',
};

export const declaration: Declaration = {
  id: 'youtube',
  platform: 'youtube',
  name: 'YouTube',
  title: { en: 'YouTube Data API and YouTube Analytics', id: 'YouTube Data API dan YouTube Analytics' },
  family: 'social',
  kind: 'api',
  api: VERSION,
  server: 'https://youtube.googleapis.com',
  secrets: [
    {
      purpose: 'key',
      note: {
        en: 'API key of a Google Cloud project, for public figures',
        id: 'Kunci API proyek Google Cloud, untuk angka publik',
      },
    },
    {
      purpose: 'client-id',
      optional: true,
      note: { en: 'OAuth client, for YouTube Analytics', id: 'Klien OAuth, untuk YouTube Analytics' },
    },
    {
      purpose: 'client-secret',
      optional: true,
      note: { en: 'Secret of the OAuth client', id: 'Rahasia klien OAuth' },
    },
    {
      purpose: 'refresh-token',
      optional: true,
      note: {
        en: 'Refresh token of the channel’s owner with the right yt-analytics.readonly alone',
        id: 'Refresh token pemilik kanal dengan hak yt-analytics.readonly saja',
      },
    },
  ],
  quota: { requests: 10_000, seconds: 86_400 },
  peers: true,
  gives: [
    {
      measure: 'followers',
      level: 'account',
      window: 'day',
      metric: 'statistics.subscriberCount',
      snapshot: true,
      note: {
        en: 'Rounded down by YouTube to three significant digits: 12,345 becomes 12,300. Not known where the channel hides it.',
        id: 'Dibulatkan ke bawah oleh YouTube menjadi tiga angka penting: 12.345 menjadi 12.300. Tidak diketahui bila kanal menyembunyikannya.',
      },
    },
    ...[...DAILY, ...APART].flatMap(([measure, metric]) => {
      const note = NOTES[measure];
      const given = { measure, level: 'account' as const, window: 'day' as const, metric, snapshot: false };
      return measure === 'views' ? dailyViews(given) : [{ ...given, ...(note ? { note } : {}) }];
    }),
    ...viewsOfSpans({ measure: 'views', level: 'account', window: '28-days', metric: 'views', snapshot: true, note: PERIOD }),
    ...viewsOfSpans({
      measure: 'views',
      level: 'account',
      window: '28-days',
      dimensions: ['country'],
      metric: 'views',
      snapshot: true,
      note: {
        en: 'The 25 countries with the most views. Over the same 28 days as the whole.',
        id: '25 negara dengan penayangan terbanyak. Untuk 28 hari yang sama dengan jumlah keseluruhannya.',
      },
    }),
    {
      measure: 'viewer-share',
      level: 'account',
      window: '28-days',
      dimensions: ['age', 'gender'],
      metric: 'viewerPercentage',
      snapshot: true,
      note: {
        en: 'Per cent of the viewers who were signed in. YouTube leaves out what is too small.',
        id: 'Persen dari penonton yang masuk dengan akun. YouTube tidak memberikan kelompok yang terlalu kecil.',
      },
    },
    ...viewsOfSpans({ measure: 'views', level: 'post', metric: 'statistics.viewCount', snapshot: false }),
    { measure: 'likes', level: 'post', metric: 'statistics.likeCount', snapshot: false, note: HIDDEN },
    { measure: 'comments', level: 'post', metric: 'statistics.commentCount', snapshot: false, note: HIDDEN },
  ],
  lacks: [
    {
      measure: 'reach',
      level: 'account',
      reason: 'not-offered',
      note: {
        en: 'YouTube Studio shows unique viewers; the API does not give them.',
        id: 'YouTube Studio menampilkan penonton unik; API tidak memberikannya.',
      },
    },
    { measure: 'reach', level: 'post', reason: 'not-offered' },
    {
      measure: 'impressions',
      level: 'post',
      reason: 'not-collected',
      note: {
        en: 'The export of YouTube Studio has them.',
        id: 'Ekspor YouTube Studio memuatnya.',
      },
    },
    {
      measure: 'shares',
      level: 'post',
      reason: 'not-collected',
      note: {
        en: 'YouTube Analytics gives them for each video; one call a video would be needed.',
        id: 'YouTube Analytics memberikannya per video; perlu satu panggilan untuk tiap video.',
      },
    },
    { measure: 'saves', level: 'post', reason: 'not-offered' },
  ],
  engagement: ['likes', 'comments'],
  settles: 4,
  freezes: 28,
  limits: {
    en: `${viewsLimits.en} The number of subscribers is rounded down to three significant digits. Daily figures come from YouTube Analytics, two to three days late, and only with the channel owner’s refresh token; without it they are not collected. A day is Pacific time, so it begins at 14:00 or 15:00 in Jakarta. Likes and comments of a day can be fewer than none where some were taken back: such a day is not known. YouTube does not say which video is a Short: an upright or square video of at most three minutes (one minute if published before 15 October 2024) is taken for one. A premiere can’t be told from a live broadcast. Only public videos of the channel’s own list of uploads are read, at most 20,000; a video that was uploaded long before it was published may stand too far down the list to be found. Each call costs one of the 10,000 units of a project’s day, which begins at midnight Pacific time; the search is never used. Comments: all threads of a video are read, since an old one may have a new reply. None of this has been tried live.`,
    id: `${viewsLimits.id} Jumlah pelanggan dibulatkan ke bawah menjadi tiga angka penting. Angka harian berasal dari YouTube Analytics, terlambat dua sampai tiga hari, dan hanya dengan refresh token pemilik kanal; tanpa itu angka harian tidak dikumpulkan. Satu hari adalah waktu Pasifik, mulai pukul 14.00 atau 15.00 WIB. Suka dan komentar pada satu hari dapat kurang dari nol bila ada yang ditarik kembali: hari seperti itu tidak diketahui. YouTube tidak menyebutkan video mana yang merupakan Shorts: video tegak atau persegi berdurasi paling lama tiga menit (satu menit bila terbit sebelum 15 Oktober 2024) dianggap Shorts. Tayangan perdana tidak dapat dibedakan dari siaran langsung. Hanya video publik dalam daftar unggahan kanal yang dibaca, paling banyak 20.000; video yang diunggah jauh sebelum diterbitkan mungkin terlalu jauh di bawah untuk ditemukan. Setiap panggilan memakai satu dari 10.000 unit per hari per proyek, dihitung sejak tengah malam waktu Pasifik; pencarian tidak pernah dipakai. Komentar: semua utas sebuah video dibaca, sebab utas lama dapat mendapat balasan baru. Semua ini belum dicoba langsung.`,
  },
  how: [
    {
      en: 'Not tried: at console.cloud.google.com, make a project for the agency, and enable "YouTube Data API v3" and "YouTube Analytics API" under APIs & Services > Library.',
      id: 'Belum dicoba: di console.cloud.google.com, buat proyek untuk instansi, lalu aktifkan "YouTube Data API v3" dan "YouTube Analytics API" di APIs & Services > Library.',
    },
    {
      en: 'Not tried: under APIs & Services > Credentials, make an API key and restrict it to YouTube Data API v3.',
      id: 'Belum dicoba: di APIs & Services > Credentials, buat kunci API dan batasi hanya untuk YouTube Data API v3.',
    },
    {
      en: 'Store it as a secret of the environment "collect" (Settings > Environments), for example YOUTUBE_TOKEN, and write that name as "token", and the channel’s id ("UC…") or name ("@…") as "handle", in agency.json.',
      id: 'Simpan sebagai secret di environment "collect" (Settings > Environments), misalnya YOUTUBE_TOKEN, lalu tulis nama itu sebagai "token", dan id kanal ("UC…") atau namanya ("@…") sebagai "handle", di agency.json.',
    },
    {
      en: 'Not tried: for daily figures, set up the OAuth consent screen, set it to "In production" (on "Testing" a refresh token ends after seven days), and make an OAuth client of type "Desktop app".',
      id: 'Belum dicoba: untuk angka harian, siapkan layar persetujuan OAuth, atur ke "In production" (pada "Testing" refresh token berakhir setelah tujuh hari), lalu buat klien OAuth jenis "Desktop app".',
    },
    {
      en: 'Not tried: the channel’s owner lets that client in with the right https://www.googleapis.com/auth/yt-analytics.readonly (for example through Google’s OAuth Playground with one’s own client) and hands over the refresh token.',
      id: 'Belum dicoba: pemilik kanal memberi izin kepada klien itu dengan hak https://www.googleapis.com/auth/yt-analytics.readonly (misalnya lewat OAuth Playground milik Google dengan klien sendiri) dan menyerahkan refresh token.',
    },
    {
      en: 'Store the three as secrets, for example YOUTUBE_CLIENT_ID, YOUTUBE_CLIENT_SECRET and YOUTUBE_REFRESH_TOKEN, and write those names under "secrets" of the account as "client-id", "client-secret" and "refresh-token".',
      id: 'Simpan ketiganya sebagai secret, misalnya YOUTUBE_CLIENT_ID, YOUTUBE_CLIENT_SECRET, dan YOUTUBE_REFRESH_TOKEN, lalu tulis nama-nama itu di "secrets" akun sebagai "client-id", "client-secret", dan "refresh-token".',
    },
  ],
  terms: {
    en: 'An open question for the agency’s lawyer, before this source is used. As far as YouTube’s Developer Policies were read (through others who quote the version of September 2026, not on the page itself): data that anybody can see may be kept for no longer than 30 days and must then be deleted or asked for again (III.E.4.d); statistics that the owner has authorised may be kept longer, if it is checked every 30 days that the authorisation and the video still stand (III.E.4.b); what only the owner can see may be shown only to the owner and those the owner has approved (III.E.3); and new figures may not be computed from the API’s (III.E.4.h), but with an amendment that audited projects can apply for. Terang keeps figures for good, publishes them and computes rates from them: without YouTube’s consent, the export of YouTube Studio is the other way.',
    id: 'Pertanyaan terbuka bagi ahli hukum instansi, sebelum sumber ini dipakai. Sejauh Kebijakan Developer YouTube dibaca (melalui pihak lain yang mengutip versi September 2026, bukan di halaman aslinya): data yang dapat dilihat siapa pun boleh disimpan paling lama 30 hari, lalu harus dihapus atau diminta ulang (III.E.4.d); statistik yang diizinkan pemilik kanal boleh disimpan lebih lama, asalkan setiap 30 hari diperiksa bahwa izin dan videonya masih ada (III.E.4.b); yang hanya dapat dilihat pemilik hanya boleh ditampilkan kepada pemilik dan pihak yang disetujuinya (III.E.3); dan angka baru tidak boleh dihitung dari angka API (III.E.4.h), kecuali dengan perubahan ketentuan yang dapat diminta oleh proyek yang telah diaudit. Terang menyimpan angka seterusnya, menerbitkannya, dan menghitung rasio darinya: tanpa persetujuan YouTube, ekspor YouTube Studio adalah jalan lainnya.',
  },
  tried: 'never',
  fixture:
    'Channels, comments and errors: recorded answers of 2019 to 2022 from python-youtube’s test data, where they are at hand. Videos with counts and YouTube Analytics: ours, after Google’s API descriptions (revisions 20260924 and 20240707).',
  documentation: 'https://developers.google.com/youtube/v3/docs',
};
