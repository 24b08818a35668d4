import type { Declaration } from '#model/source.ts';
import { TERMS, VERSIONS } from './graph-declaration.ts';

const UNIQUE = {
  en: 'Different people; days are never added up. Weeks and 28 days are counted by Facebook itself.',
  id: 'Orang yang berbeda; angka harian tidak pernah dijumlahkan. Angka mingguan dan 28 hari dihitung oleh Facebook sendiri.',
};
const WITHDRAWN = {
  en: 'Withdrawn by Facebook for all versions; asked for only for the days before.',
  id: 'Ditarik oleh Facebook untuk semua versi; hanya diminta untuk hari-hari sebelumnya.',
};

const PLACES = {
  en: 'Facebook’s pages contradict each other on whether this metric lives; public reports of September 2026 saw it answered. Asked for, and shown as missing where it is refused.',
  id: 'Halaman Facebook saling bertentangan tentang masih adanya metrik ini; laporan publik September 2026 melihatnya masih dijawab. Tetap diminta, dan ditampilkan kosong bila ditolak.',
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
  api: 'v26.0',
  versions: VERSIONS,
  server: 'https://graph.facebook.com',
  secrets: [
    {
      purpose: 'page',
      note: {
        en: 'Page access token of a person with the task "analyze", with pages_read_engagement, read_insights and pages_read_user_content',
        id: 'Token akses Halaman dari orang dengan tugas "analisis", dengan izin pages_read_engagement, read_insights, dan pages_read_user_content',
      },
    },
  ],
  resumes: true,
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
    {
      measure: 'followers-gained',
      level: 'account',
      window: 'day',
      metric: 'page_daily_follows_unique',
      snapshot: false,
      note: {
        en: 'People who began to follow on that day, whether or not they stayed.',
        id: 'Orang yang mulai mengikuti pada hari itu, tetap mengikuti atau tidak.',
      },
    },
    { measure: 'followers-lost', level: 'account', window: 'day', metric: 'page_daily_unfollows_unique', snapshot: false },
    {
      measure: 'engagements',
      level: 'account',
      window: 'day',
      metric: 'page_post_engagements',
      snapshot: false,
      note: {
        en: 'Facebook’s own total, which holds clicks too; never mixed with the actions that are counted here.',
        id: 'Total versi Facebook sendiri, termasuk klik; tidak pernah dicampur dengan tindakan yang dihitung di sini.',
      },
    },
    { measure: 'profile-visits', level: 'account', window: 'day', metric: 'page_views_total', snapshot: false },
    ...(['country', 'city'] as const).map((place) => ({
      measure: 'followers' as const,
      level: 'account' as const,
      window: 'day' as const,
      dimensions: [place],
      metric: `page_follows_${place}`,
      snapshot: true,
      note: PLACES,
    })),
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
    { measure: 'clicks', level: 'post', metric: 'post_clicks', snapshot: false },
    {
      measure: 'link-clicks',
      level: 'post',
      metric: 'post_clicks_by_type',
      snapshot: false,
      note: {
        en: 'The kind "link clicks". Facebook names only the kinds that happened; where no unknown kind is named, its absence counts as 0.',
        id: 'Jenis "link clicks". Facebook hanya menyebut jenis yang terjadi; bila tidak ada jenis yang tidak dikenal, ketiadaannya dihitung 0.',
      },
    },
  ],
  lacks: [
    { measure: 'saves', level: 'post', reason: 'not-offered' },
    { measure: 'followers-online', level: 'account', reason: 'not-offered' },
  ],
  engagement: ['reactions', 'comments', 'shares'],
  settles: 3,
  freezes: 28,
  retention: 730,
  limits: {
    en: 'Insights exist only for Pages with at least 100 likes and are kept for two years. A day is Facebook’s own day (for most Pages Pacific time, so it begins at 14:00 or 15:00 in Jakarta), not the agency’s. "Impressions" ended on 14 November 2025 and "views" began; reach was redefined on 15 June 2026: the old and the new are never one series. Reactions are all kinds together, not likes alone. Comments count replies too. Posts are those on the Page’s own /posts; posts by visitors are left out. Age and gender of followers ended in 2024 and have no successor. A token without read_insights gets empty answers instead of an error; one without pages_read_user_content gets posts without reactions and comments. Reels may have no insights. Once Meta says that 80 % of its allowance is used, the rest waits for the next run. That the token is accepted in the Authorization header, that its end can be asked for by a form, and the names of the fields have not been tried live.',
    id: 'Insight hanya ada untuk Halaman dengan sedikitnya 100 suka dan disimpan dua tahun. Satu hari adalah hari menurut Facebook (pada umumnya waktu Pasifik, mulai pukul 14.00 atau 15.00 WIB), bukan hari instansi. "Impresi" berakhir 14 November 2025 dan diganti "penayangan"; jangkauan didefinisikan ulang pada 15 Juni 2026: yang lama dan yang baru tidak pernah disambung menjadi satu deret. Reaksi mencakup semua jenis, bukan suka saja. Komentar mencakup balasan. Kiriman adalah yang ada di /posts Halaman itu sendiri; kiriman pengunjung tidak dihitung. Usia dan jenis kelamin pengikut berakhir pada 2024 tanpa pengganti. Token tanpa read_insights mendapat jawaban kosong, bukan galat; tanpa pages_read_user_content kiriman datang tanpa reaksi dan komentar. Reel mungkin tidak memiliki insight. Begitu Meta menyatakan 80 % jatahnya terpakai, sisanya menunggu penarikan berikutnya. Penerimaan token di header Authorization, tanggal berakhir token melalui formulir, dan nama isian belum dicoba langsung.',
  },
  how: [
    {
      en: 'Not tried: at developers.facebook.com, make an app of type "Business" for the agency.',
      id: 'Belum dicoba: di developers.facebook.com, buat aplikasi jenis "Bisnis" untuk instansi.',
    },
    {
      en: 'Not tried: in Business settings > System users, make a system user, give it the Page with the task "View insights", and make a token that does not expire with the rights pages_read_engagement, read_insights and pages_read_user_content (the last two need Meta’s review of the app, unless the app’s own people use it).',
      id: 'Belum dicoba: di Pengaturan Bisnis > Pengguna sistem, buat pengguna sistem, beri akses Halaman dengan tugas "Lihat insight", lalu buat token tanpa kedaluwarsa dengan izin pages_read_engagement, read_insights, dan pages_read_user_content (dua yang terakhir memerlukan tinjauan aplikasi oleh Meta, kecuali dipakai orang dari aplikasi itu sendiri).',
    },
    {
      en: 'Not tried: with that token, ask GET /me/accounts?fields=id,name,access_token in the Graph API Explorer; "access_token" of the Page is the token to store.',
      id: 'Belum dicoba: dengan token itu, minta GET /me/accounts?fields=id,name,access_token di Graph API Explorer; "access_token" milik Halaman itulah token yang disimpan.',
    },
    {
      en: 'Store it as a secret of the environment "collect" (Settings > Environments), for example FACEBOOK_TOKEN, and write that name as "token" and the Page’s numeric id as "handle" in agency.json.',
      id: 'Simpan sebagai secret di environment "collect" (Settings > Environments), misalnya FACEBOOK_TOKEN, lalu tulis nama itu sebagai "token" dan ID angka Halaman sebagai "handle" di agency.json.',
    },
  ],
  terms: TERMS,
  tried: 'never',
  fixture:
    'Posts and errors: recorded answers of 2021 (v10.0) from python-facebook’s test data, where they are at hand. Comments: real ones of 2021, without their writers. Insights, token inspection and places: ours, after documentation and public reports; no real recording was found.',
  documentation: 'https://developers.facebook.com/docs/graph-api/reference/insights',
};
