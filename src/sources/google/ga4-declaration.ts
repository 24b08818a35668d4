import type { Account } from '#model/agency.ts';
import type { Dimension } from '#model/dimension.ts';
import type { Measure } from '#model/measure.ts';
import type { Declaration } from '#model/source.ts';

/** A figure and Google's own name of it. */
type Count = readonly [Measure, string];

export const VISITORS: Count = ['visitors', 'totalUsers'];
export const WHOLES: readonly Count[] = [
  ['sessions', 'sessions'],
  ['engaged-sessions', 'engagedSessions'],
  ['pageviews', 'screenPageViews'],
  VISITORS,
  ['conversions', 'keyEvents'],
];

/** Windows of visitors beside the day, by Google's dimension: ISO weeks from Monday to Sunday, and months. */
export const WINDOWS = { week: 'isoYearIsoWeek', month: 'yearMonth' } as const;

interface Part {
  /** Google's name of the dimension. */
  readonly dimension: string;
  readonly by: Dimension;
  readonly counts: readonly Count[];
}

export const GOAL: Part = { dimension: 'eventName', by: 'goal', counts: [['conversions', 'keyEvents']] };
export const CAMPAIGN: Part = {
  dimension: 'sessionManualCampaignName',
  by: 'campaign',
  counts: [
    ['sessions', 'sessions'],
    ['conversions', 'keyEvents'],
  ],
};

/** Seconds after which a session counts as engaged, as staff stated them; undefined where it is none that Google knows. */
export function timerOf({ settings }: Pick<Account, 'settings'>): number | undefined {
  const seconds = Number(settings?.['timer']);
  return Number.isInteger(seconds) && seconds >= 10 && seconds <= 60 ? seconds : undefined;
}

const NOTES: Partial<Record<Measure, Declaration['title']>> = {
  'engaged-sessions': {
    en: 'Sessions that lasted longer than the property’s timer (10 to 60 seconds, see the setting), or had a key event, or at least two page views. The others are what Google calls bounces.',
    id: 'Sesi yang lebih lama dari pengatur waktu properti (10 sampai 60 detik, lihat pengaturan), atau memiliki peristiwa utama, atau sedikitnya dua tampilan halaman. Selebihnya adalah yang disebut Google sebagai pentalan (bounce).',
  },
  visitors: {
    en: 'Different browsers or signed-in users; days are never added up. Weeks (Monday to Sunday) and months are counted by Google itself.',
    id: 'Peramban atau pengguna masuk yang berbeda; angka harian tidak pernah dijumlahkan. Minggu (Senin–Minggu) dan bulan dihitung oleh Google sendiri.',
  },
  conversions: {
    en: 'Key events, as marked by staff in Google Analytics: how often, not by how many people.',
    id: 'Peristiwa utama, seperti ditandai staf di Google Analytics: berapa kali, bukan oleh berapa orang.',
  },
};
const TAGGED = {
  en: 'By the tag that stands in the link (utm_campaign), never by the site that a visit came from. A day without a session by that tag has no value.',
  id: 'Menurut penanda di tautan (utm_campaign), tidak pernah menurut situs asal kunjungan. Hari tanpa sesi dengan penanda itu tidak memiliki angka.',
};

const given = (
  window: 'day' | 'week' | 'month',
  [measure, metric]: Count,
  note = NOTES[measure],
): Declaration['gives'][number] => ({
  measure,
  level: 'account',
  window,
  metric,
  snapshot: false,
  ...(note ? { note } : {}),
});

export const declaration: Declaration = {
  id: 'ga4',
  platform: 'google-analytics',
  name: 'Google Analytics',
  title: { en: 'Website figures from Google Analytics 4 (Data API)', id: 'Angka situs web dari Google Analytics 4 (Data API)' },
  family: 'web',
  kind: 'api',
  api: 'v1beta',
  server: 'https://analyticsdata.googleapis.com',
  secrets: [
    {
      purpose: 'service-account',
      note: {
        en: 'The whole JSON key file of a Google service account that may only view the property',
        id: 'Seluruh isi berkas kunci JSON dari akun layanan Google yang hanya boleh melihat properti',
      },
    },
  ],
  settings: [
    {
      id: 'timer',
      note: {
        en: 'Seconds after which a session counts as engaged, from 10 to 60, as set in Admin > Data streams > Configure tag settings > Adjust session timeout. The API does not tell it; without it, engaged sessions are not collected.',
        id: 'Detik setelah sebuah sesi dihitung terlibat, 10 sampai 60, sesuai Admin > Aliran data > Konfigurasi setelan tag > Sesuaikan waktu tunggu sesi. API tidak memberitahukannya; tanpa itu sesi terlibat tidak dikumpulkan.',
      },
    },
  ],
  gives: [
    ...WHOLES.map((count) => given('day', count)),
    given('week', VISITORS),
    given('month', VISITORS),
    ...GOAL.counts.map((count) => ({ ...given('day', count), dimensions: [GOAL.by] })),
    ...CAMPAIGN.counts.map((count) => ({ ...given('day', count, TAGGED), dimensions: [CAMPAIGN.by] })),
  ],
  lacks: [
    {
      measure: 'bounces',
      level: 'account',
      reason: 'not-offered',
      note: { en: 'Sessions less engaged sessions.', id: 'Sesi dikurangi sesi terlibat.' },
    },
  ],
  engagement: [],
  settles: 3,
  freezes: 28,
  limits: {
    en: 'Only browsers that run Google’s script and, where the site asks, have agreed are counted: figures are lower than the true ones, and lower than those of a server’s log. A day is the property’s own day; where its zone differs from the agency’s, each run says so. Google gives no row for a day without events, and the same where the script was missing: such a day is not known, not 0. Rows that speak of too few people are left out by Google ("thresholding"), and rare ones are put together as "(other)"; each run says so. Figures that Google estimates from a sample are not kept. Names of campaigns and key events that look like an e-mail address, a telephone or an identity number are shown as "(withheld)". What counts as engaged depends on a timer that the office sets, so bounce rates of two sites can be compared only where it is the same. A report costs tokens, of which a standard property has 200,000 a day, 40,000 an hour, and 14,000 an hour for one project; at four fifths the run stops asking. None of this has been tried live.',
    id: 'Hanya peramban yang menjalankan skrip Google dan, bila situs memintanya, telah setuju yang dihitung: angkanya lebih rendah dari yang sebenarnya dan dari catatan server. Satu hari adalah hari properti; bila zonanya berbeda dari zona instansi, setiap penarikan menyebutkannya. Google tidak memberi baris untuk hari tanpa peristiwa, begitu pula bila skripnya hilang: hari seperti itu tidak diketahui, bukan 0. Baris tentang terlalu sedikit orang tidak diberikan Google ("thresholding"), dan yang jarang digabung menjadi "(other)"; setiap penarikan menyebutkannya. Angka yang diperkirakan Google dari sampel tidak disimpan. Nama kampanye dan peristiwa utama yang tampak seperti alamat surel, nomor telepon, atau NIK ditulis "(withheld)". Arti sesi terlibat tergantung pada pengatur waktu yang dipasang instansi, sehingga rasio pentalan dua situs hanya dapat dibandingkan bila pengaturnya sama. Sebuah laporan memakai token; properti biasa memiliki 200.000 sehari, 40.000 sejam, dan 14.000 sejam untuk satu proyek; pada empat perlima, penarikan berhenti bertanya. Semua ini belum dicoba langsung.',
  },
  how: [
    {
      en: 'Not tried: at console.cloud.google.com, make a project for the agency and enable "Google Analytics Data API" under APIs & Services > Library.',
      id: 'Belum dicoba: di console.cloud.google.com, buat proyek untuk instansi dan aktifkan "Google Analytics Data API" di APIs & Services > Library.',
    },
    {
      en: 'Not tried: under IAM & Admin > Service accounts, make a service account without any role, and a key of type JSON for it.',
      id: 'Belum dicoba: di IAM & Admin > Service accounts, buat akun layanan tanpa peran apa pun, lalu buat kunci jenis JSON untuknya.',
    },
    {
      en: 'Not tried: in Google Analytics, under Admin > Property access management, add the service account’s address (…@….iam.gserviceaccount.com) as "Viewer".',
      id: 'Belum dicoba: di Google Analytics, pada Admin > Pengelolaan akses properti, tambahkan alamat akun layanan (…@….iam.gserviceaccount.com) sebagai "Pelihat".',
    },
    {
      en: 'Store the whole key file as a secret of the environment "collect", for example GA4_TOKEN; write that name as "token", the number under Admin > Property details as "handle", and the timer under "settings" in agency.json. Delete the file.',
      id: 'Simpan seluruh isi berkas kunci sebagai secret di environment "collect", misalnya GA4_TOKEN; tulis nama itu sebagai "token", nomor pada Admin > Detail properti sebagai "handle", dan pengatur waktu di "settings" pada agency.json. Hapus berkasnya.',
    },
    {
      en: 'Not tried: set the property’s time zone (Admin > Property details) to that of the agency, and put utm_campaign into every link that is posted.',
      id: 'Belum dicoba: atur zona waktu properti (Admin > Detail properti) sama dengan zona instansi, dan sertakan utm_campaign di setiap tautan yang dibagikan.',
    },
  ],
  tried: 'never',
  fixture:
    'Ours, after Google’s API description (revision 20260909) and the shape of the answer in the tests of 18F’s analytics-reporter, which is also replayed where it is at hand.',
  documentation: 'https://developers.google.com/analytics/devguides/reporting/data/v1',
};
