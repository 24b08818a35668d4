import type { Declaration } from '#model/source.ts';

/** What people are told apart by, and Meta's own name for it. */
export const AUDIENCE = [
  { dimension: 'age', breakdown: 'age' },
  { dimension: 'gender', breakdown: 'gender' },
  { dimension: 'country', breakdown: 'country' },
  { dimension: 'province', breakdown: 'region' },
] as const;

const UNIQUE = {
  en: 'Different accounts, as Meta estimates them; days, campaigns and groups are never added up.',
  id: 'Akun yang berbeda menurut perkiraan Meta; hari, kampanye, dan kelompok tidak pernah dijumlahkan.',
};
const CHOSEN = {
  en: 'Only the kind of action that the setting "conversion" names: Meta lists one deed under several kinds. Credited as set in the ads (usually within 7 days of a click or 1 day of a view).',
  id: 'Hanya jenis tindakan yang disebut pada pengaturan "conversion": Meta mencatat satu tindakan di bawah beberapa jenis. Atribusi mengikuti pengaturan iklan (umumnya 7 hari setelah klik atau 1 hari setelah melihat).',
};
const ESTIMATED = {
  en: 'Who saw the ads is estimated by Meta; small counts of people are hidden before they are stored.',
  id: 'Siapa yang melihat iklan diperkirakan oleh Meta; angka orang yang kecil disembunyikan sebelum disimpan.',
};

const METRICS = [
  { measure: 'spend', metric: 'spend' },
  { measure: 'impressions', metric: 'impressions' },
  { measure: 'clicks', metric: 'clicks' },
  { measure: 'reach', metric: 'reach', note: UNIQUE },
] as const;
const DAILY = [
  ...METRICS,
  { measure: 'link-clicks', metric: 'inline_link_clicks' },
  { measure: 'conversions', metric: 'actions', note: CHOSEN },
] as const;
const REACH = { measure: 'reach', level: 'account', metric: 'reach', snapshot: false, note: UNIQUE } as const;
const given = { level: 'account' as const, snapshot: false };

export const declaration: Declaration = {
  id: 'meta-ads',
  platform: 'meta-ads',
  name: 'Meta Ads',
  title: {
    en: 'Ads on Facebook and Instagram through the Marketing API',
    id: 'Iklan di Facebook dan Instagram melalui Marketing API',
  },
  family: 'ads',
  kind: 'api',
  api: 'v26.0',
  versions: [{ api: 'v26.0' }, { api: 'v25.0' }],
  server: 'https://graph.facebook.com',
  secrets: [
    {
      purpose: 'token',
      note: {
        en: 'Access token of a system user with the permission ads_read, sent in a header alone',
        id: 'Token akses pengguna sistem dengan izin ads_read, dikirim di header saja',
      },
    },
  ],
  settings: [
    {
      id: 'conversion',
      optional: true,
      note: {
        en: 'The kind of action (action_type) that counts as a conversion, such as lead or offsite_conversion.fb_pixel_complete_registration; without it conversions are not collected',
        id: 'Jenis tindakan (action_type) yang dihitung sebagai konversi, misalnya lead atau offsite_conversion.fb_pixel_complete_registration; tanpanya konversi tidak dikumpulkan',
      },
    },
  ],
  gives: [
    ...DAILY.map((one) => ({ ...given, ...one, window: 'day' as const })),
    ...DAILY.map((one) => ({ ...given, ...one, window: 'day' as const, dimensions: ['campaign' as const] })),
    { ...given, measure: 'conversions', metric: 'actions', window: 'day', dimensions: ['goal'], note: CHOSEN },
    { ...REACH, window: 'week' },
    ...METRICS.map((one) => ({ ...given, ...one, window: 'month' as const })),
    { ...REACH, window: 'week', dimensions: ['campaign'] },
    { ...REACH, window: 'month', dimensions: ['campaign'] },
    ...AUDIENCE.flatMap(({ dimension }) =>
      METRICS.map((one) => ({
        ...given,
        ...one,
        window: 'month' as const,
        dimensions: [dimension],
        grows: true as const,
        note: ESTIMATED,
      })),
    ),
  ],
  lacks: [
    { measure: 'views', level: 'account', reason: 'not-collected' },
    { measure: 'engagements', level: 'account', reason: 'not-collected' },
  ],
  engagement: [],
  settles: 28,
  freezes: 28,
  retention: 1110,
  limits: {
    en: 'Money stands in the currency of the ad account, which agency.json has to state too; whether it holds the tax is stated there ("tax"), since the API does not say. A day is the ad account’s own day, by its time zone; where it differs from the agency’s, each run says so. "Clicks" are all clicks on an ad, "link clicks" those that lead on. A day on which no ad ran has no row and counts as 0 from the third day on. Meta corrects figures for up to 28 days, and credits conversions to the day of the ad, not of the deed. Reach by age, gender or place is given for 13 months, all else for 37. Region stands as province in Meta’s own spelling. Campaigns stand by their names of the day of the pull: one that is renamed becomes another; names that look like an e-mail address, a telephone or an identity number are shown as "(withheld)". Ads for others’ accounts (boosted by partners) are not in it. Nothing of this was tried live: that a day without ads has no row, and that link clicks are left out where there were no clicks, are as reports in public repositories describe it.',
    id: 'Nilai uang memakai mata uang akun iklan, yang juga harus ditulis di agency.json; apakah sudah termasuk pajak ditulis di sana ("tax") karena API tidak menyebutkannya. Satu hari adalah hari akun iklan menurut zona waktunya; bila berbeda dari zona instansi, setiap penarikan menyebutkannya. "Klik" adalah semua klik pada iklan, "klik tautan" yang membuka tautan. Hari tanpa iklan tidak memiliki baris dan dihitung 0 sejak hari ketiga. Meta mengoreksi angka hingga 28 hari, dan mencatat konversi pada hari iklan, bukan hari tindakan. Jangkauan menurut umur, gender, atau tempat tersedia 13 bulan, lainnya 37 bulan. Wilayah ditulis sebagai provinsi dengan ejaan Meta. Kampanye memakai namanya pada hari penarikan: yang diganti namanya menjadi kampanye lain; nama yang tampak seperti alamat surel, nomor telepon, atau NIK ditulis "(withheld)". Iklan untuk akun pihak lain (dipromosikan mitra) tidak termasuk. Semua ini belum dicoba langsung: bahwa hari tanpa iklan tidak memiliki baris, dan bahwa klik tautan dihilangkan bila tidak ada klik, menurut laporan di repositori publik.',
  },
  how: [
    {
      en: 'Not tried: in Business settings > System users, make a system user with the role "Employee" and give it the ad account with the task "View performance".',
      id: 'Belum dicoba: di Pengaturan Bisnis > Pengguna sistem, buat pengguna sistem dengan peran "Karyawan" dan beri akses akun iklan dengan tugas "Lihat performa".',
    },
    {
      en: 'Not tried: make a token for it with the permission ads_read alone. An app of the agency itself needs no review for its own ad accounts.',
      id: 'Belum dicoba: buat token untuknya dengan izin ads_read saja. Aplikasi milik instansi sendiri tidak perlu ditinjau untuk akun iklannya sendiri.',
    },
    {
      en: 'Store it as a secret of the environment "collect", for example META_ADS_TOKEN, and write in agency.json: that name as "token", the number of the ad account as "handle", its "currency" (such as IDR), and "tax": "included" or "excluded".',
      id: 'Simpan sebagai secret di environment "collect", misalnya META_ADS_TOKEN, lalu tulis di agency.json: nama itu sebagai "token", nomor akun iklan sebagai "handle", "currency" (misalnya IDR), dan "tax": "included" atau "excluded".',
    },
    {
      en: 'Not tried: look up in Ads Manager which result the campaigns aim at, and write its action_type as "conversion" under "settings".',
      id: 'Belum dicoba: lihat di Pengelola Iklan hasil yang dituju kampanye, lalu tulis action_type-nya sebagai "conversion" di bawah "settings".',
    },
  ],
  tried: 'never',
  fixture: 'Ours, after the documentation and answers quoted in public repositories; no real recording was at hand.',
  documentation: 'https://developers.facebook.com/docs/marketing-api/insights',
};
