import type { Measure } from '#model/measure.ts';
import type { Declaration } from '#model/source.ts';

const UNIQUE = {
  en: 'Different people, as TikTok estimates them; days, campaigns and groups are never added up.',
  id: 'Orang yang berbeda menurut perkiraan TikTok; hari, kampanye, dan kelompok tidak pernah dijumlahkan.',
};
const CLICKS = {
  en: 'TikTok’s "clicks (destination)": those that lead on.',
  id: '"Klik (tujuan)" menurut TikTok: yang membuka tujuan iklan.',
};
const ESTIMATED = {
  en: 'Who saw the ads is estimated by TikTok; small counts of people are hidden before they are stored.',
  id: 'Siapa yang melihat iklan diperkirakan oleh TikTok; angka orang yang kecil disembunyikan sebelum disimpan.',
};

export const METRICS = [
  { measure: 'spend', metric: 'spend' },
  { measure: 'impressions', metric: 'impressions' },
  { measure: 'reach', metric: 'reach', note: UNIQUE },
  { measure: 'clicks', metric: 'clicks', note: CLICKS },
  { measure: 'conversions', metric: 'conversion' },
] as const;
export const COUNTED: readonly Measure[] = METRICS.map(({ measure }) => measure);

/** Groups of people have their own kind of report, without reach. */
const GROUPED = ['spend', 'impressions', 'clicks'] as const;
export const AUDIENCE = [
  { dimension: 'age', name: 'age', measures: GROUPED },
  { dimension: 'gender', name: 'gender', measures: GROUPED },
  { dimension: 'country', name: 'country_code', measures: GROUPED },
] as const;

const given = { level: 'account' as const, snapshot: false };

export const declaration: Declaration = {
  id: 'tiktok-ads',
  platform: 'tiktok-ads',
  name: 'TikTok Ads',
  title: { en: 'Ads on TikTok through the Marketing API', id: 'Iklan di TikTok melalui Marketing API' },
  family: 'ads',
  kind: 'api',
  api: 'v1.3',
  server: 'https://business-api.tiktok.com',
  secrets: [
    {
      purpose: 'token',
      note: {
        en: 'Long-term access token of an app of the agency that may read the reports of the ad account',
        id: 'Token akses jangka panjang dari aplikasi milik instansi yang boleh membaca laporan akun iklan',
      },
    },
  ],
  gives: [
    ...METRICS.map((one) => ({ ...given, ...one, window: 'day' as const })),
    ...METRICS.map((one) => ({ ...given, ...one, window: 'day' as const, dimensions: ['campaign' as const] })),
    ...METRICS.map((one) => ({ ...given, ...one, window: 'month' as const })),
    ...AUDIENCE.flatMap(({ dimension, measures }) =>
      measures.map((measure) => ({
        ...given,
        measure,
        metric: measure,
        window: 'month' as const,
        dimensions: [dimension],
        grows: true as const,
        note: ESTIMATED,
      })),
    ),
  ],
  lacks: [
    { measure: 'views', level: 'account', reason: 'not-collected' },
    {
      measure: 'link-clicks',
      level: 'account',
      reason: 'not-offered',
      note: { en: 'TikTok’s clicks are those that lead on.', id: 'Klik TikTok adalah yang membuka tujuan iklan.' },
    },
  ],
  engagement: [],
  settles: 28,
  freezes: 28,
  limits: {
    en: 'Auction ads alone; reservation ads are a report of their own. Money stands in the currency of the ad account, which agency.json has to state too; whether it holds the tax is stated there ("tax"), since the API does not say. A day is the ad account’s own day, by its time zone; where it differs from the agency’s, each run says so. A day on which no ad ran is taken to have no row and counts as 0 from the third day on. Conversions are those of each campaign’s own goal, credited to the day of the ad, and grow for weeks. Campaigns stand by their names of the day of the pull: one that is renamed becomes another; names that look like an e-mail address, a telephone or an identity number are shown as "(withheld)". Reach is given by day and month, not by week or group. The meaning of error codes and of "clicks" is as public connectors describe it; nothing of this was tried live.',
    id: 'Hanya iklan lelang; iklan reservasi memiliki laporan tersendiri. Nilai uang memakai mata uang akun iklan, yang juga harus ditulis di agency.json; apakah sudah termasuk pajak ditulis di sana ("tax") karena API tidak menyebutkannya. Satu hari adalah hari akun iklan menurut zona waktunya; bila berbeda dari zona instansi, setiap penarikan menyebutkannya. Hari tanpa iklan dianggap tidak memiliki baris dan dihitung 0 sejak hari ketiga. Konversi mengikuti tujuan tiap kampanye, dicatat pada hari iklan, dan bertambah selama beberapa minggu. Kampanye memakai namanya pada hari penarikan: yang diganti namanya menjadi kampanye lain; nama yang tampak seperti alamat surel, nomor telepon, atau NIK ditulis "(withheld)". Jangkauan tersedia per hari dan bulan, tidak per minggu atau kelompok. Arti kode kesalahan dan "klik" menurut konektor publik; semua ini belum dicoba langsung.',
  },
  how: [
    {
      en: 'Not tried: at business-api.tiktok.com, register as a developer and make an app with the permission "Reporting"; TikTok reviews it.',
      id: 'Belum dicoba: di business-api.tiktok.com, daftar sebagai pengembang dan buat aplikasi dengan izin "Reporting"; TikTok meninjaunya.',
    },
    {
      en: 'Not tried: as the owner of the ad account, open the app’s authorisation address and change the code it gives into a long-term access token (oauth2/access_token/).',
      id: 'Belum dicoba: sebagai pemilik akun iklan, buka alamat otorisasi aplikasi dan tukarkan kodenya menjadi token akses jangka panjang (oauth2/access_token/).',
    },
    {
      en: 'Store it as a secret of the environment "collect", for example TIKTOK_ADS_TOKEN, and write in agency.json: that name as "token", the number of the ad account (advertiser_id) as "handle", its "currency", and "tax": "included" or "excluded".',
      id: 'Simpan sebagai secret di environment "collect", misalnya TIKTOK_ADS_TOKEN, lalu tulis di agency.json: nama itu sebagai "token", nomor akun iklan (advertiser_id) sebagai "handle", "currency", dan "tax": "included" atau "excluded".',
    },
  ],
  tried: 'never',
  fixture:
    'Ours, after answers and tables of public connectors (names of fields, numbers as texts, "116.0"); no real recording of the API was at hand.',
  documentation: 'https://business-api.tiktok.com/portal/docs',
};
