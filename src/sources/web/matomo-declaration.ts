import type { Declaration } from '#model/source.ts';

const UNIQUE = {
  en: 'Different visitors, as Matomo tells them apart; days are never added up. Weeks (Monday to Sunday) and months are counted by Matomo itself.',
  id: 'Pengunjung yang berbeda menurut Matomo; angka harian tidak pernah dijumlahkan. Minggu (Senin–Minggu) dan bulan dihitung oleh Matomo sendiri.',
};
const TAGGED = {
  en: 'By the tag that stands in the link (mtm_campaign, utm_campaign). A day without a visit by that tag has no value.',
  id: 'Menurut penanda di tautan (mtm_campaign, utm_campaign). Hari tanpa kunjungan dengan penanda itu tidak memiliki angka.',
};

export const declaration: Declaration = {
  id: 'matomo',
  platform: 'matomo',
  name: 'Matomo',
  title: { en: 'Website figures from Matomo', id: 'Angka situs web dari Matomo' },
  family: 'web',
  kind: 'api',
  api: '5',
  secrets: [
    {
      purpose: 'token',
      note: {
        en: 'Authentication token of a Matomo user who may only view the site ("view"), sent in the body of the request alone',
        id: 'Token autentikasi milik pengguna Matomo yang hanya boleh melihat situs ("view"), dikirim di badan permintaan saja',
      },
    },
  ],
  settings: [
    {
      id: 'segment',
      optional: true,
      note: {
        en: 'A Matomo segment, where only part of the site is meant, such as pageUrl=^https://example.go.id/layanan',
        id: 'Segmen Matomo, bila yang dimaksud hanya sebagian situs, misalnya pageUrl=^https://example.go.id/layanan',
      },
    },
  ],
  gives: [
    { measure: 'sessions', level: 'account', window: 'day', metric: 'nb_visits', snapshot: false },
    {
      measure: 'bounces',
      level: 'account',
      window: 'day',
      metric: 'bounce_count',
      snapshot: false,
      note: {
        en: 'Visits with at most one action. An event, a download or a search on the site is an action too, not the page view alone.',
        id: 'Kunjungan dengan paling banyak satu tindakan. Peristiwa, unduhan, dan pencarian di situs juga tindakan, bukan tampilan halaman saja.',
      },
    },
    ...(['day', 'week', 'month'] as const).map((window) => ({
      measure: 'visitors' as const,
      level: 'account' as const,
      window,
      metric: 'nb_uniq_visitors',
      snapshot: false,
      note: UNIQUE,
    })),
    { measure: 'pageviews', level: 'account', window: 'day', metric: 'nb_pageviews', snapshot: false },
    {
      measure: 'conversions',
      level: 'account',
      window: 'day',
      metric: 'nb_conversions',
      snapshot: false,
      note: { en: 'Goals reached, all goals of the site.', id: 'Tujuan yang tercapai, semua tujuan situs.' },
    },
    { measure: 'conversions', level: 'account', window: 'day', dimensions: ['goal'], metric: 'nb_conversions', snapshot: false },
    {
      measure: 'sessions',
      level: 'account',
      window: 'day',
      dimensions: ['campaign'],
      metric: 'nb_visits',
      snapshot: false,
      note: TAGGED,
    },
    {
      measure: 'conversions',
      level: 'account',
      window: 'day',
      dimensions: ['campaign'],
      metric: 'nb_conversions',
      snapshot: false,
      note: TAGGED,
    },
  ],
  lacks: [
    {
      measure: 'engaged-sessions',
      level: 'account',
      reason: 'not-offered',
      note: { en: 'Matomo counts bounces instead.', id: 'Sebagai gantinya Matomo menghitung pentalan (bounce).' },
    },
  ],
  engagement: [],
  settles: 3,
  freezes: 28,
  limits: {
    en: 'Visitors are browsers, as Matomo recognises them: one person with two devices counts twice, one that refuses cookies may count anew each day. A day is the site’s own day, by the time zone set in Matomo; where it differs from the agency’s, each run says so. For a day without visits Matomo answers an empty list; this counts as 0 from the third day on and since the site was set up, since a server that counts at night answers the same for days it has not counted yet. A broken tracking code also looks like days without visits. Social networks are never read from the referrer, which tells them apart badly; only tagged links count. Tags and goal names that look like an e-mail address, a telephone or an identity number are shown as "(withheld)". Matomo keeps at most some hundred tags a day and puts the others together as "Others". Measured on Matomo 5.3.1: visits, goals and errors; campaigns, page views, months and weeks are after its documentation.',
    id: 'Pengunjung adalah peramban yang dikenali Matomo: satu orang dengan dua perangkat terhitung dua, dan yang menolak cookie dapat terhitung baru setiap hari. Satu hari adalah hari situs, menurut zona waktu di Matomo; bila berbeda dari zona instansi, setiap penarikan menyebutkannya. Untuk hari tanpa kunjungan Matomo menjawab daftar kosong; ini dihitung 0 sejak hari ketiga dan sejak situs didaftarkan, karena server yang menghitung pada malam hari menjawab sama untuk hari yang belum dihitung. Kode pelacak yang rusak juga tampak seperti hari tanpa kunjungan. Media sosial tidak pernah dibaca dari perujuk, yang sering keliru; hanya tautan berpenanda yang dihitung. Penanda dan nama tujuan yang tampak seperti alamat surel, nomor telepon, atau NIK ditulis "(withheld)". Matomo menyimpan paling banyak beberapa ratus penanda sehari dan menggabungkan sisanya sebagai "Others". Diukur pada Matomo 5.3.1: kunjungan, tujuan, dan kesalahan; kampanye, tampilan halaman, bulan, dan minggu menurut dokumentasinya.',
  },
  how: [
    {
      en: 'Not tried: in Matomo, under Administration > System > Users, make a user for this report alone and give it "view" for the one site.',
      id: 'Belum dicoba: di Matomo, pada Administrasi > Sistem > Pengguna, buat pengguna khusus laporan ini dan beri hak "view" untuk situs itu saja.',
    },
    {
      en: 'Not tried: log in as that user; under Administration > Personal > Security, make an auth token with "Only allow secure requests".',
      id: 'Belum dicoba: masuk sebagai pengguna itu; pada Administrasi > Pribadi > Keamanan, buat token autentikasi dengan "Hanya izinkan permintaan aman".',
    },
    {
      en: 'Store it as a secret of the environment "collect", for example MATOMO_TOKEN, and write that name as "token", the address of the Matomo server as "server" and the site’s number (idSite) as "handle" in agency.json.',
      id: 'Simpan sebagai secret di environment "collect", misalnya MATOMO_TOKEN, lalu tulis nama itu sebagai "token", alamat server Matomo sebagai "server", dan nomor situs (idSite) sebagai "handle" di agency.json.',
    },
    {
      en: 'Set the site’s time zone in Matomo (Administration > Websites) to that of the agency; days that were counted before do not change.',
      id: 'Atur zona waktu situs di Matomo (Administrasi > Situs web) sama dengan zona instansi; hari yang sudah dihitung tidak berubah.',
    },
  ],
  tried: 'never',
  fixture:
    'Ours, in the shape of answers recorded from a local Matomo 5.3.1 (visits, goals, errors), which are also replayed where they are at hand; campaigns, page views, weeks and months are after the documentation.',
  documentation: 'https://developer.matomo.org/api-reference/reporting-api',
};
