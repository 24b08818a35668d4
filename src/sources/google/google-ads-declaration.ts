import type { Declaration } from '#model/source.ts';

const SHARED = {
  en: 'Conversions that are marked as primary in Google Ads, credited by the model set there: one that several ads led to is split, so that figures can have fractions.',
  id: 'Konversi yang ditandai utama di Google Ads, dengan atribusi menurut model di sana: satu konversi dapat dibagi ke beberapa iklan, sehingga angkanya dapat berupa pecahan.',
};
const GUESSED = {
  en: 'As Google estimates them, where it gives them at all: groups do not add up to the whole. Small counts of people are hidden before they are stored.',
  id: 'Menurut perkiraan Google, sepanjang tersedia: jumlah kelompok tidak sama dengan keseluruhan. Angka orang yang kecil disembunyikan sebelum disimpan.',
};

export const METRICS = [
  { measure: 'spend', metric: 'metrics.cost_micros' },
  { measure: 'impressions', metric: 'metrics.impressions' },
  { measure: 'clicks', metric: 'metrics.clicks' },
  { measure: 'conversions', metric: 'metrics.conversions', note: SHARED },
] as const;
const given = { level: 'account' as const, snapshot: false };

export const declaration: Declaration = {
  id: 'google-ads',
  platform: 'google-ads',
  name: 'Google Ads',
  title: { en: 'Ads on Google and YouTube through the Google Ads API', id: 'Iklan di Google dan YouTube melalui Google Ads API' },
  family: 'ads',
  kind: 'api',
  api: 'v26',
  // Google plans the month in which a version ends (schedule of September 2025); here the last day before that month.
  versions: [
    { api: 'v26', ends: '2027-10-31' },
    { api: 'v25', ends: '2027-07-31' },
    { api: 'v24', ends: '2027-04-30' },
    { api: 'v23', ends: '2027-01-31' },
  ],
  server: 'https://googleads.googleapis.com',
  secrets: [
    {
      purpose: 'developer-token',
      note: {
        en: 'Developer token of a Google Ads manager account with at least basic access',
        id: 'Token pengembang dari akun pengelola Google Ads dengan akses dasar atau lebih',
      },
    },
    {
      purpose: 'client-id',
      note: { en: 'Id of the OAuth client of a Google Cloud project', id: 'ID klien OAuth dari proyek Google Cloud' },
    },
    { purpose: 'client-secret', note: { en: 'Its secret', id: 'Rahasia klien itu' } },
    {
      purpose: 'refresh-token',
      note: {
        en: 'Refresh token of a person who may read the ad account, for the scope https://www.googleapis.com/auth/adwords',
        id: 'Token refresh dari orang yang boleh membaca akun iklan, untuk cakupan https://www.googleapis.com/auth/adwords',
      },
    },
  ],
  settings: [
    {
      id: 'manager',
      optional: true,
      note: {
        en: 'Number of the manager account through which the ad account is read (login-customer-id), where it is read through one',
        id: 'Nomor akun pengelola yang dipakai untuk membaca akun iklan (login-customer-id), bila melalui akun pengelola',
      },
    },
  ],
  gives: [
    ...METRICS.map((one) => ({ ...given, ...one, window: 'day' as const })),
    ...METRICS.map((one) => ({ ...given, ...one, window: 'day' as const, dimensions: ['campaign' as const] })),
    { ...given, measure: 'conversions', metric: 'metrics.conversions', window: 'day', dimensions: ['goal'], note: SHARED },
    ...METRICS.map((one) => ({ ...given, ...one, window: 'month' as const })),
    ...(['age', 'gender'] as const).flatMap((dimension) =>
      METRICS.map((one) => ({
        ...given,
        ...one,
        window: 'month' as const,
        dimensions: [dimension],
        grows: true as const,
        note: GUESSED,
      })),
    ),
  ],
  lacks: [
    {
      measure: 'reach',
      level: 'account',
      reason: 'not-collected',
      note: {
        en: 'Google counts people for video and display ads alone.',
        id: 'Google menghitung orang hanya untuk iklan video dan display.',
      },
    },
    {
      measure: 'link-clicks',
      level: 'account',
      reason: 'not-offered',
      note: {
        en: 'Google has one kind of clicks: those that lead on.',
        id: 'Google hanya memiliki satu jenis klik: yang membuka tautan.',
      },
    },
  ],
  engagement: [],
  settles: 30,
  freezes: 28,
  limits: {
    en: 'Money comes in millionths of the account’s currency, which agency.json has to state too, and is rounded to its hundredth; whether it holds the tax is stated there ("tax"), since the API does not say. A day is the ad account’s own day, by its time zone; where it differs from the agency’s, each run says so. A day on which nothing ran has no row and counts as 0 from the third day on. Conversions are credited to the day of the click and grow for weeks; invalid clicks are taken out later. Age and gender cover only campaigns for which Google knows them (Performance Max is left out), and not both at once. Places are not collected. Campaigns stand by their names of the day of the pull: one that is renamed becomes another; names that look like an e-mail address, a telephone or an identity number are shown as "(withheld)". Each version of the API ends about a year after it began, in a month that Google plans and may move. Nothing of this was tried live.',
    id: 'Nilai uang diterima dalam sepersejuta mata uang akun, yang juga harus ditulis di agency.json, dan dibulatkan ke perseratus; apakah sudah termasuk pajak ditulis di sana ("tax") karena API tidak menyebutkannya. Satu hari adalah hari akun iklan menurut zona waktunya; bila berbeda dari zona instansi, setiap penarikan menyebutkannya. Hari tanpa iklan tidak memiliki baris dan dihitung 0 sejak hari ketiga. Konversi dicatat pada hari klik dan bertambah selama beberapa minggu; klik tidak sah dikeluarkan kemudian. Umur dan gender hanya mencakup kampanye yang diketahui Google (Performance Max tidak termasuk), dan tidak keduanya sekaligus. Tempat tidak dikumpulkan. Kampanye memakai namanya pada hari penarikan: yang diganti namanya menjadi kampanye lain; nama yang tampak seperti alamat surel, nomor telepon, atau NIK ditulis "(withheld)". Setiap versi API berakhir kira-kira setahun setelah terbit, pada bulan yang direncanakan Google dan dapat bergeser. Semua ini belum dicoba langsung.',
  },
  how: [
    {
      en: 'Not tried: make a Google Ads manager account, link the ad account to it, and apply for a developer token under Admin > API Center; "basic access" takes some days.',
      id: 'Belum dicoba: buat akun pengelola Google Ads, tautkan akun iklan, lalu ajukan token pengembang di Admin > Pusat API; "akses dasar" perlu beberapa hari.',
    },
    {
      en: 'Not tried: in a Google Cloud project, enable the Google Ads API, make an OAuth client, and publish the consent screen, since refresh tokens of an app on "Testing" end after seven days.',
      id: 'Belum dicoba: di proyek Google Cloud, aktifkan Google Ads API, buat klien OAuth, dan terbitkan layar persetujuan, karena token refresh aplikasi berstatus "Testing" berakhir setelah tujuh hari.',
    },
    {
      en: 'Not tried: with that client, have a person who may read the ad account consent to the scope https://www.googleapis.com/auth/adwords, and keep the refresh token.',
      id: 'Belum dicoba: dengan klien itu, minta orang yang boleh membaca akun iklan menyetujui cakupan https://www.googleapis.com/auth/adwords, lalu simpan token refresh-nya.',
    },
    {
      en: 'Store the four as secrets of the environment "collect" and write their names in agency.json: the developer token as "token", the others under "secrets"; write the number of the ad account as "handle", its "currency", and "tax": "included" or "excluded".',
      id: 'Simpan keempatnya sebagai secret di environment "collect" dan tulis namanya di agency.json: token pengembang sebagai "token", lainnya di bawah "secrets"; tulis nomor akun iklan sebagai "handle", "currency", dan "tax": "included" atau "excluded".',
    },
  ],
  tried: 'never',
  fixture: 'Ours, after the documentation; no real recording was at hand.',
  documentation: 'https://developers.google.com/google-ads/api/docs/start',
};
