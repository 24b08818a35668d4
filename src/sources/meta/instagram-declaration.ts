import type { Declaration } from '#model/source.ts';
import { TERMS, VERSIONS } from './graph-declaration.ts';

const UNIQUE = {
  en: 'Different accounts; days are never added up. Weeks and 28 days are counted by Instagram itself, where it still does.',
  id: 'Akun yang berbeda; angka harian tidak pernah dijumlahkan. Minggu dan 28 hari dihitung oleh Instagram sendiri, bila masih ada.',
};
const TOTAL = {
  en: 'Instagram’s total for one of its own days, ads and boosted posts included.',
  id: 'Total Instagram untuk satu harinya sendiri, termasuk iklan dan kiriman yang dipromosikan.',
};
const DOUBTFUL = {
  en: 'Meta’s page lists it as withdrawn in January 2025; public reports of September 2026 saw it answered. Asked for as long as it is.',
  id: 'Halaman Meta menyebutnya ditarik Januari 2025; laporan publik September 2026 melihatnya masih dijawab. Diminta selama masih dijawab.',
};
const FOLLOWS = {
  en: 'Only for accounts with at least 100 followers. That FOLLOWER are those who came and NON_FOLLOWER those who left is how public reports of 2026 read it.',
  id: 'Hanya untuk akun dengan sedikitnya 100 pengikut. Bahwa FOLLOWER adalah yang datang dan NON_FOLLOWER yang pergi mengikuti laporan publik tahun 2026.',
};
const FEWER = {
  en: 'Only for accounts with at least 100 followers; the 45 largest groups, of followers whose data Instagram has: less than all.',
  id: 'Hanya untuk akun dengan sedikitnya 100 pengikut; 45 kelompok terbesar, dari pengikut yang datanya dimiliki Instagram: kurang dari semuanya.',
};
const ORGANIC = {
  en: 'Without ads.',
  id: 'Tanpa iklan.',
};

const NO_REEL = {
  en: 'Not for reels.',
  id: 'Tidak untuk reel.',
};

const total = (measure: Declaration['gives'][number]['measure'], metric: string, note = TOTAL): Declaration['gives'][number] => ({
  measure,
  level: 'account',
  window: 'day',
  metric,
  snapshot: false,
  note,
});

export const declaration: Declaration = {
  id: 'instagram',
  platform: 'instagram',
  name: 'Instagram',
  title: { en: 'Instagram API with insights', id: 'API Instagram dengan insight' },
  family: 'social',
  kind: 'api',
  api: 'v26.0',
  versions: VERSIONS,
  server: 'https://graph.facebook.com',
  secrets: [
    {
      purpose: 'account',
      note: {
        en: 'Token of a person with access to the professional account: instagram_basic, instagram_manage_insights, pages_read_engagement and, for comments, instagram_manage_comments; or, with server https://graph.instagram.com, the same rights with the names instagram_business_…',
        id: 'Token orang yang memiliki akses ke akun profesional: instagram_basic, instagram_manage_insights, pages_read_engagement dan, untuk komentar, instagram_manage_comments; atau, dengan server https://graph.instagram.com, hak yang sama bernama instagram_business_…',
      },
    },
  ],
  settings: [
    {
      id: 'own',
      note: {
        en: 'For a peer: the numeric id of your own professional account, in whose name the other is asked; the peer’s "handle" is its user name.',
        id: 'Untuk akun pembanding: ID angka akun profesional Anda sendiri, yang atas namanya akun lain ditanyakan; "handle" pembanding adalah nama penggunanya.',
      },
      optional: true,
    },
  ],
  peers: true,
  gives: [
    {
      measure: 'followers',
      level: 'account',
      window: 'day',
      metric: 'followers_count',
      snapshot: true,
      note: { en: 'Only the count at the time of the pull.', id: 'Hanya jumlah pada saat penarikan.' },
    },
    ...(['day', 'week', '28-days'] as const).map((window) => ({
      measure: 'reach' as const,
      level: 'account' as const,
      window,
      metric: 'reach',
      snapshot: false,
      note: UNIQUE,
    })),
    total('views', 'views'),
    total('engagements', 'total_interactions'),
    total('likes', 'likes'),
    total('comments', 'comments'),
    total('shares', 'shares'),
    total('saves', 'saves'),
    total('profile-visits', 'profile_views', DOUBTFUL),
    total('link-clicks', 'website_clicks', DOUBTFUL),
    total('followers-gained', 'follows_and_unfollows: FOLLOWER', FOLLOWS),
    total('followers-lost', 'follows_and_unfollows: NON_FOLLOWER', FOLLOWS),
    ...(['age', 'gender', 'country', 'city'] as const).map((dimension) => ({
      measure: 'followers' as const,
      level: 'account' as const,
      window: 'day' as const,
      dimensions: [dimension],
      metric: 'follower_demographics',
      snapshot: true,
      note: FEWER,
    })),
    {
      measure: 'followers-online',
      level: 'account',
      window: 'day',
      dimensions: ['hour'],
      metric: 'online_followers',
      snapshot: true,
      note: {
        en: 'A week of days, once a month. Hours as Instagram counts them; in which zone is not said, and public reports disagree (Pacific time, UTC).',
        id: 'Satu minggu, sebulan sekali. Jam menurut hitungan Instagram; zonanya tidak disebutkan, dan laporan publik berbeda-beda (waktu Pasifik, UTC).',
      },
    },
    { measure: 'likes', level: 'post', metric: 'like_count', snapshot: false },
    { measure: 'comments', level: 'post', metric: 'comments_count', snapshot: false },
    { measure: 'views', level: 'post', metric: 'views', snapshot: false, note: ORGANIC },
    { measure: 'reach', level: 'post', metric: 'reach', snapshot: false },
    { measure: 'saves', level: 'post', metric: 'saved', snapshot: false },
    { measure: 'shares', level: 'post', metric: 'shares', snapshot: false },
    { measure: 'followers-gained', level: 'post', metric: 'follows', snapshot: false, note: NO_REEL },
    { measure: 'profile-visits', level: 'post', metric: 'profile_visits', snapshot: false, note: NO_REEL },
    {
      measure: 'engagements',
      level: 'post',
      metric: 'total_interactions',
      snapshot: false,
      note: {
        en: 'Instagram’s own total; engagement here is added up from the named actions.',
        id: 'Total versi Instagram; keterlibatan di sini dijumlahkan dari tindakan yang disebut namanya.',
      },
    },
  ],
  lacks: [
    {
      measure: 'impressions',
      level: 'account',
      reason: 'withdrawn',
      note: {
        en: 'Ended on 21 April 2025. Views count something else and never continue it.',
        id: 'Berakhir 21 April 2025. Penayangan menghitung hal lain dan tidak pernah menyambungnya.',
      },
    },
    { measure: 'impressions', level: 'post', reason: 'withdrawn' },
    { measure: 'link-clicks', level: 'post', reason: 'not-offered' },
  ],
  engagement: ['likes', 'comments', 'shares', 'saves'],
  settles: 4,
  freezes: 28,
  limits: {
    en: 'Professional accounts only. A day is Instagram’s own day (Pacific time, so it begins at 14:00 or 15:00 in Jakarta); yesterday’s is not over when the agency’s is and comes a day later, and figures may be up to 48 hours late. Daily totals reach back 90 days, posts two years. Stories and their figures are there for 24 hours only: a story is caught by a daily pull, with its last figures of that day; stories of days without a pull are missing. An absent figure is not 0: with too few viewers Instagram gives none. Posts from before the account became a professional one have no insights. Likes are missing where the account hides them. Of other professional accounts followers, likes and comments are public (not with Instagram Login). Tokens of Instagram Login end after 60 days and can be renewed by hand after the first; the API does not say when they end, so write it as "expires" in agency.json. That the token is accepted in the Authorization header, the borders of daily totals and the timeframe of demographics have not been tried live.',
    id: 'Hanya akun profesional. Satu hari adalah hari menurut Instagram (waktu Pasifik, mulai pukul 14.00 atau 15.00 WIB); hari kemarin belum selesai ketika hari instansi selesai sehingga datang sehari kemudian, dan angka dapat terlambat hingga 48 jam. Total harian tersedia 90 hari ke belakang, kiriman dua tahun. Story dan angkanya hanya ada selama 24 jam: story tertangkap oleh penarikan harian dengan angka terakhir hari itu; story pada hari tanpa penarikan akan hilang. Angka yang tidak ada bukan 0: bila penonton terlalu sedikit, Instagram tidak memberi angka. Kiriman sebelum akun menjadi profesional tidak memiliki insight. Jumlah suka kosong bila disembunyikan akun. Dari akun profesional lain, jumlah pengikut, suka, dan komentar bersifat publik (tidak dengan Instagram Login). Token Instagram Login berakhir setelah 60 hari dan dapat diperpanjang secara manual; API tidak menyebut tanggal berakhirnya, maka tulis sebagai "expires" di agency.json. Penerimaan token di header Authorization, batas total harian, dan rentang waktu demografi belum dicoba langsung.',
  },
  how: [
    {
      en: 'Not tried: turn the account into a professional one (business or creator) and connect it to the agency’s Facebook Page.',
      id: 'Belum dicoba: ubah akun menjadi akun profesional (bisnis atau kreator) dan hubungkan ke Halaman Facebook instansi.',
    },
    {
      en: 'Not tried: in the app and with the system user of the Facebook Page (see facebook), make a token with instagram_basic, instagram_manage_insights, instagram_manage_comments and pages_read_engagement.',
      id: 'Belum dicoba: pada aplikasi dan pengguna sistem Halaman Facebook (lihat facebook), buat token dengan instagram_basic, instagram_manage_insights, instagram_manage_comments, dan pages_read_engagement.',
    },
    {
      en: 'Not tried: ask GET /{page-id}?fields=instagram_business_account in the Graph API Explorer; its "id" is the account’s id.',
      id: 'Belum dicoba: minta GET /{page-id}?fields=instagram_business_account di Graph API Explorer; "id"-nya adalah ID akun.',
    },
    {
      en: 'Not tried, without a Facebook Page: in the app, set up "API setup with Instagram login", make a token there, and write "server": "https://graph.instagram.com" and the token’s last day as "expires" for the account.',
      id: 'Belum dicoba, tanpa Halaman Facebook: pada aplikasi, siapkan "API setup with Instagram login", buat token di sana, lalu tulis "server": "https://graph.instagram.com" dan hari terakhir token sebagai "expires" untuk akun itu.',
    },
    {
      en: 'Store the token as a secret of the environment "collect" (Settings > Environments), for example INSTAGRAM_TOKEN, and write that name as "token" and the account’s numeric id as "handle" in agency.json.',
      id: 'Simpan token sebagai secret di environment "collect" (Settings > Environments), misalnya INSTAGRAM_TOKEN, lalu tulis nama itu sebagai "token" dan ID angka akun sebagai "handle" di agency.json.',
    },
  ],
  terms: TERMS,
  tried: 'never',
  fixture:
    'Posts, stories, comments, errors and both shapes of insights: recorded answers of 2017 to 2023 (v6.0 to v18.0) from python-facebook’s test data, where they are at hand. Demographics, hours and the fixtures in the project: ours, after documentation and public reports.',
  documentation: 'https://developers.facebook.com/docs/instagram-platform/api-reference/instagram-user/insights',
};
