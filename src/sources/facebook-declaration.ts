import type { Declaration } from '#model/source.ts';

/** Graph API v26.0, introduced 2026-07-29. The version is part of every address. */
export const VERSION = 'v26.0';

const UNIQUE = {
  en: 'Different people; days are never added up. Weeks and 28 days are counted by Facebook itself.',
  id: 'Orang yang berbeda; angka harian tidak pernah dijumlahkan. Angka mingguan dan 28 hari dihitung oleh Facebook sendiri.',
};
const WITHDRAWN = {
  en: 'Withdrawn by Facebook for all versions; asked for only for the days before.',
  id: 'Ditarik oleh Facebook untuk semua versi; hanya diminta untuk hari-hari sebelumnya.',
};

const reach = (['day', 'week', '28-days'] as const).flatMap((window) => [
  {
    measure: 'reach' as const,
    level: 'account' as const,
    window,
    metric: 'page_impressions_unique',
    snapshot: false,
    until: '2026-06-14',
    note: UNIQUE,
  },
  {
    measure: 'reach' as const,
    level: 'account' as const,
    window,
    metric: 'page_total_media_view_unique',
    snapshot: false,
    since: '2026-06-15',
    note: UNIQUE,
  },
]);

export const declaration: Declaration = {
  id: 'facebook',
  platform: 'facebook',
  name: 'Facebook',
  title: { en: 'Facebook Page through the Graph API', id: 'Halaman Facebook melalui Graph API' },
  family: 'social',
  kind: 'api',
  api: VERSION,
  server: 'https://graph.facebook.com',
  secrets: [
    {
      purpose: 'page',
      note: {
        en: 'Page access token of a person with the task "analyze", with pages_read_engagement and read_insights',
        id: 'Token akses Halaman dari orang dengan tugas "analisis", dengan izin pages_read_engagement dan read_insights',
      },
    },
  ],
  gives: [
    { measure: 'followers', level: 'account', window: 'day', metric: 'page_follows', snapshot: false },
    {
      measure: 'followers',
      level: 'account',
      window: 'day',
      metric: 'followers_count',
      snapshot: true,
      note: {
        en: 'Taken only where page_follows gives nothing, as for pages with fewer than 100 likes.',
        id: 'Hanya dipakai bila page_follows tidak memberi angka, seperti pada halaman dengan kurang dari 100 suka.',
      },
    },
    {
      measure: 'impressions',
      level: 'account',
      window: 'day',
      metric: 'page_impressions',
      snapshot: false,
      until: '2025-11-14',
      note: WITHDRAWN,
    },
    { measure: 'views', level: 'account', window: 'day', metric: 'page_media_view', snapshot: false, since: '2025-11-15' },
    ...reach,
    { measure: 'reactions', level: 'post', metric: 'reactions.summary.total_count', snapshot: false },
    { measure: 'comments', level: 'post', metric: 'comments.summary.total_count', snapshot: false },
    {
      measure: 'shares',
      level: 'post',
      metric: 'shares.count',
      snapshot: false,
      note: {
        en: 'Facebook leaves the field out of a post that nobody shared; where reactions and comments are there, this counts as 0.',
        id: 'Facebook menghilangkan isian ini pada kiriman yang tidak dibagikan siapa pun; bila reaksi dan komentar ada, nilainya dihitung 0.',
      },
    },
    { measure: 'impressions', level: 'post', metric: 'post_impressions', snapshot: false, until: '2025-11-14', note: WITHDRAWN },
    { measure: 'views', level: 'post', metric: 'post_media_view', snapshot: false, since: '2025-11-15' },
    { measure: 'reach', level: 'post', metric: 'post_impressions_unique', snapshot: false, until: '2026-06-14', note: WITHDRAWN },
    { measure: 'reach', level: 'post', metric: 'post_total_media_view_unique', snapshot: false, since: '2026-06-15' },
  ],
  lacks: [
    {
      measure: 'followers-gained',
      level: 'account',
      reason: 'withdrawn',
      note: { en: 'page_fan_adds ended on 15 November 2025.', id: 'page_fan_adds berakhir pada 15 November 2025.' },
    },
    {
      measure: 'followers-lost',
      level: 'account',
      reason: 'withdrawn',
      note: { en: 'page_fan_removes ended on 15 November 2025.', id: 'page_fan_removes berakhir pada 15 November 2025.' },
    },
    { measure: 'saves', level: 'post', reason: 'not-offered' },
    { measure: 'clicks', level: 'post', reason: 'not-collected' },
  ],
  engagement: ['reactions', 'comments', 'shares'],
  settles: 3,
  freezes: 28,
  retention: 730,
  limits: {
    en: 'Insights exist only for Pages with at least 100 likes and are kept for two years. A day is Facebook’s own day (for most Pages Pacific time, so it begins at 14:00 or 15:00 in Jakarta), not the agency’s. "Impressions" ended on 14 November 2025 and "views" began; reach was redefined on 15 June 2026: the old and the new are never one series. Reactions are all kinds together, not likes alone. Comments count replies too. Posts are those on the Page’s own /posts; posts by visitors are left out. That the token is accepted in the Authorization header, how long the version lives and the names of the fields have not been tried live.',
    id: 'Insight hanya ada untuk Halaman dengan sedikitnya 100 suka dan disimpan dua tahun. Satu hari adalah hari menurut Facebook (pada umumnya waktu Pasifik, mulai pukul 14.00 atau 15.00 WIB), bukan hari instansi. "Impresi" berakhir 14 November 2025 dan diganti "penayangan"; jangkauan didefinisikan ulang pada 15 Juni 2026: yang lama dan yang baru tidak pernah disambung menjadi satu deret. Reaksi mencakup semua jenis, bukan suka saja. Komentar mencakup balasan. Kiriman adalah yang ada di /posts Halaman itu sendiri; kiriman pengunjung tidak dihitung. Penerimaan token di header Authorization, masa hidup versi, dan nama isian belum dicoba langsung.',
  },
  how: [
    {
      en: 'Not tried: at developers.facebook.com, make an app of type "Business" for the agency.',
      id: 'Belum dicoba: di developers.facebook.com, buat aplikasi jenis "Bisnis" untuk instansi.',
    },
    {
      en: 'Not tried: in Business settings > System users, make a system user, give it the Page with the task "View insights", and make a token that does not expire with the rights pages_read_engagement and read_insights.',
      id: 'Belum dicoba: di Pengaturan Bisnis > Pengguna sistem, buat pengguna sistem, beri akses Halaman dengan tugas "Lihat insight", lalu buat token tanpa kedaluwarsa dengan izin pages_read_engagement dan read_insights.',
    },
    {
      en: 'Not tried: with that token, ask GET /me/accounts?fields=id,name,access_token in the Graph API Explorer; "access_token" of the Page is the token to store.',
      id: 'Belum dicoba: dengan token itu, minta GET /me/accounts?fields=id,name,access_token di Graph API Explorer; "access_token" milik Halaman itulah token yang disimpan.',
    },
    {
      en: 'Store it as a repository secret (Settings > Secrets and variables > Actions), for example FACEBOOK_TOKEN, and write that name as "token" and the Page’s numeric id as "handle" in agency.json.',
      id: 'Simpan sebagai secret repositori (Settings > Secrets and variables > Actions), misalnya FACEBOOK_TOKEN, lalu tulis nama itu sebagai "token" dan ID angka Halaman sebagai "handle" di agency.json.',
    },
  ],
  tried: 'never',
  fixture:
    'Posts and errors: recorded answers of 2021 (v10.0) from python-facebook’s test data, where they are at hand. Insights: ours, after the documentation; no real recording of Page insights was found.',
  documentation: 'https://developers.facebook.com/docs/graph-api/reference/insights',
};
