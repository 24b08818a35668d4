import type { Declaration } from '#model/source.ts';

const UTC = {
  en: 'A day is LinkedIn’s day (UTC), which begins at 07:00 in Jakarta. Unpaid display only.',
  id: 'Satu hari adalah hari LinkedIn (UTC), mulai pukul 07.00 WIB. Hanya tayangan tidak berbayar.',
};
const UNIQUE = {
  en: 'Different members; days are never added up. A day is LinkedIn’s day (UTC). Unpaid display only.',
  id: 'Anggota yang berbeda; angka harian tidak pernah dijumlahkan. Satu hari adalah hari LinkedIn (UTC). Hanya tayangan tidak berbayar.',
};
const LIKES = {
  en: 'All kinds of reactions. Can fall below zero where somebody takes back a like of a paid display; it is then not known.',
  id: 'Semua jenis reaksi. Dapat kurang dari nol bila suka pada tayangan berbayar ditarik kembali; nilainya lalu tidak diketahui.',
};

/** The figures of a post or a day, by LinkedIn's own names. */
export const STATISTICS = [
  { measure: 'impressions', metric: 'impressionCount' },
  { measure: 'reach', metric: 'uniqueImpressionsCount' },
  { measure: 'clicks', metric: 'clickCount' },
  { measure: 'likes', metric: 'likeCount' },
  { measure: 'comments', metric: 'commentCount' },
  { measure: 'shares', metric: 'shareCount' },
] as const;

export const GAINS = 'followerGains.organicFollowerGain + paidFollowerGain';

const note = (measure: string): Declaration['limits'] => (measure === 'reach' ? UNIQUE : measure === 'likes' ? LIKES : UTC);

export const declaration: Declaration = {
  id: 'linkedin',
  platform: 'linkedin',
  name: 'LinkedIn',
  title: { en: 'LinkedIn page through the Community Management API', id: 'Halaman LinkedIn melalui Community Management API' },
  family: 'social',
  kind: 'api',
  api: '202603',
  versions: [
    { api: '202601', ends: '2027-01-15' },
    { api: '202602', ends: '2027-02-15' },
    { api: '202603', ends: '2027-03-16' },
    { api: '202607' },
  ],
  server: 'https://api.linkedin.com',
  secrets: [
    {
      purpose: 'access',
      note: {
        en: 'Access token of an administrator of the page, with rw_organization_admin and r_organization_social; lives 60 days',
        id: 'Token akses dari administrator halaman, dengan rw_organization_admin dan r_organization_social; berlaku 60 hari',
      },
    },
    {
      purpose: 'client-id',
      optional: true,
      note: {
        en: 'Client ID of the app, to ask when the token ends',
        id: 'Client ID aplikasi, untuk menanyakan kapan token berakhir',
      },
    },
    {
      purpose: 'client-secret',
      optional: true,
      note: {
        en: 'Client secret of the app, to ask when the token ends',
        id: 'Client secret aplikasi, untuk menanyakan kapan token berakhir',
      },
    },
  ],
  gives: [
    {
      measure: 'followers',
      level: 'account',
      window: 'day',
      metric: 'firstDegreeSize',
      snapshot: true,
      note: { en: 'Only the count at the time of the pull.', id: 'Hanya jumlah pada saat penarikan.' },
    },
    {
      measure: 'followers',
      level: 'account',
      window: 'day',
      dimensions: ['country'],
      metric: 'followerCountsByGeoCountry',
      snapshot: true,
      note: {
        en: 'The 100 largest countries. LinkedIn gives numbers for countries; those that are known here stand as ISO codes, all others together as "other".',
        id: '100 negara terbesar. LinkedIn memberi nomor negara; yang dikenal di sini ditulis sebagai kode ISO, yang lain digabung sebagai "other" (lainnya).',
      },
    },
    {
      measure: 'followers',
      level: 'account',
      window: 'day',
      dimensions: ['segment'],
      metric: 'followerCountsBySeniority',
      snapshot: true,
      note: { en: 'By seniority in working life.', id: 'Menurut jenjang pekerjaan.' },
    },
    {
      measure: 'followers-gained',
      level: 'account',
      window: 'day',
      metric: GAINS,
      snapshot: false,
      note: {
        en: 'New followers, unpaid and paid. A day is LinkedIn’s day (UTC).',
        id: 'Pengikut baru, tidak berbayar dan berbayar. Satu hari adalah hari LinkedIn (UTC).',
      },
    },
    ...STATISTICS.map(({ measure, metric }) => ({
      measure,
      level: 'account' as const,
      window: 'day' as const,
      metric,
      snapshot: false,
      note: note(measure),
    })),
    ...STATISTICS.map(({ measure, metric }) => ({ measure, level: 'post' as const, metric, snapshot: false })),
  ],
  lacks: [
    { measure: 'followers-lost', level: 'account', reason: 'not-offered' },
    { measure: 'views', level: 'account', reason: 'not-collected' },
    {
      measure: 'profile-visits',
      level: 'account',
      reason: 'not-collected',
      note: {
        en: 'LinkedIn has statistics of the page itself; they are not read yet.',
        id: 'LinkedIn memiliki statistik halaman; belum dibaca di sini.',
      },
    },
    { measure: 'saves', level: 'post', reason: 'not-offered' },
    { measure: 'quotes', level: 'post', reason: 'not-offered' },
  ],
  engagement: ['likes', 'comments', 'shares'],
  settles: 3,
  freezes: 28,
  // LinkedIn says twelve months, rolling; a day too many would cost the whole answer.
  retention: 360,
  limits: {
    en: 'Statistics are of unpaid display and go back twelve months. There is no age and no gender. Of the make-up of followers, country and seniority are read; region, industry, occupation and size of employer are given by number or would be counted a second time. Posts made only for advertisements and reshares without words of one’s own are left out. Comments by citizens are not read: LinkedIn limits what may be done with what its members write, and those rules were not read to their end. A version lives for a year; the header names it, and status 426 says that it has ended. LinkedIn counts clicks as engagement; here they stand apart, as with other platforms. Not tried live: the spelling of edgeType, and which days LinkedIn leaves out.',
    id: 'Statistik adalah tentang tayangan tidak berbayar dan mundur hingga dua belas bulan. Tidak ada usia dan gender. Dari susunan pengikut, negara dan jenjang pekerjaan dibaca; wilayah, industri, profesi, dan ukuran perusahaan hanya diberikan sebagai nomor atau akan terhitung dua kali. Kiriman khusus iklan dan kiriman ulang tanpa kata sendiri tidak dihitung. Komentar warga tidak dibaca: LinkedIn membatasi penggunaan tulisan anggotanya, dan aturannya belum dibaca sampai tuntas. Satu versi berlaku satu tahun; header menyebutkannya, dan status 426 berarti versi itu sudah berakhir. LinkedIn menghitung klik sebagai keterlibatan; di sini klik berdiri sendiri, seperti pada platform lain. Belum dicoba langsung: ejaan edgeType, dan hari mana yang dihilangkan LinkedIn.',
  },
  how: [
    {
      en: 'Not tried: at developer.linkedin.com, make an app for the agency’s page, have the page verify it, and apply for the product "Community Management API"; LinkedIn examines the agency, which takes weeks.',
      id: 'Belum dicoba: di developer.linkedin.com, buat aplikasi untuk halaman instansi, minta halaman memverifikasinya, lalu ajukan produk "Community Management API"; LinkedIn memeriksa instansi, dan itu memakan beberapa pekan.',
    },
    {
      en: 'Not tried: with the "OAuth token tools" there, an administrator of the page makes a token with rw_organization_admin and r_organization_social. It ends after 60 days and has to be made again.',
      id: 'Belum dicoba: dengan "OAuth token tools" di sana, administrator halaman membuat token dengan rw_organization_admin dan r_organization_social. Token berakhir setelah 60 hari dan harus dibuat lagi.',
    },
    {
      en: 'Store it as a secret of the environment "collect", and write in agency.json: the page’s number as "handle" (it stands in the address of the page when an administrator looks at it), the secret’s name as "token", and the token’s last day as "expires" unless the client ID and secret are stored too.',
      id: 'Simpan sebagai secret di environment "collect", lalu tulis di agency.json: nomor halaman sebagai "handle" (tampak di alamat halaman saat administrator membukanya), nama secret sebagai "token", dan hari terakhir token sebagai "expires", kecuali client ID dan client secret juga disimpan.',
    },
  ],
  tried: 'never',
  fixture: 'Ours, after the documentation; no real answer of this API was found.',
  documentation: 'https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/share-statistics',
};
