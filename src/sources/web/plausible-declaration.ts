import type { Measure } from '#model/measure.ts';
import type { Declaration } from '#model/source.ts';

const UNIQUE = {
  en: 'Different visitors, whom Plausible can tell apart within one day only: one who comes on two days counts twice in a week or month. Days are never added up here; Plausible counts weeks (Monday to Sunday) and months.',
  id: 'Pengunjung yang berbeda; Plausible hanya dapat membedakannya dalam satu hari: yang datang pada dua hari terhitung dua kali dalam seminggu atau sebulan. Angka harian tidak dijumlahkan di sini; minggu (Senin–Minggu) dan bulan dihitung Plausible.',
};
const RATE = {
  en: 'Plausible gives the rate alone, rounded. Since 2025 it means visits of one page without any engagement that the site counts; before, visits of one page.',
  id: 'Plausible hanya memberi rasionya, dibulatkan. Sejak 2025 artinya kunjungan satu halaman tanpa interaksi yang dihitung situs; sebelumnya, kunjungan satu halaman.',
};
const TAGGED = {
  en: 'By the tag that stands in the link (utm_campaign). A day without a visit by that tag has no value.',
  id: 'Menurut penanda di tautan (utm_campaign). Hari tanpa kunjungan dengan penanda itu tidak memiliki angka.',
};

/** Plausible's own names of what it counts for the whole site. */
export const WHOLES: Readonly<Partial<Record<Measure, string>>> = {
  sessions: 'visits',
  visitors: 'visitors',
  pageviews: 'pageviews',
  'bounce-rate': 'bounce_rate',
};

const given = { level: 'account' as const, snapshot: false };

export const declaration: Declaration = {
  id: 'plausible',
  platform: 'plausible',
  name: 'Plausible',
  title: { en: 'Website figures from Plausible', id: 'Angka situs web dari Plausible' },
  family: 'web',
  kind: 'api',
  api: 'v2',
  server: 'https://plausible.io',
  secrets: [{ purpose: 'token', note: { en: 'API key of the kind "Stats API"', id: 'Kunci API jenis "Stats API"' } }],
  quota: { requests: 600, seconds: 3600 },
  gives: [
    { ...given, measure: 'sessions', window: 'day', metric: 'visits' },
    { ...given, measure: 'pageviews', window: 'day', metric: 'pageviews' },
    ...(['day', 'week', 'month'] as const).flatMap((window) => [
      { ...given, measure: 'visitors' as const, window, metric: 'visitors', note: UNIQUE },
      { ...given, measure: 'bounce-rate' as const, window, metric: 'bounce_rate', note: RATE },
    ]),
    {
      ...given,
      measure: 'conversions',
      window: 'day',
      metric: 'events',
      note: {
        en: 'Goals reached, of the goals that were reached at all.',
        id: 'Tujuan yang tercapai, dari tujuan yang pernah tercapai.',
      },
    },
    { ...given, measure: 'conversions', window: 'day', metric: 'events', dimensions: ['goal'] },
    { ...given, measure: 'sessions', window: 'day', metric: 'visits', dimensions: ['campaign'], note: TAGGED },
    { ...given, measure: 'conversions', window: 'day', metric: 'events', dimensions: ['campaign'], note: TAGGED },
  ],
  lacks: [
    {
      measure: 'bounces',
      level: 'account',
      reason: 'not-offered',
      note: { en: 'Only the rate is given.', id: 'Hanya rasionya yang diberikan.' },
    },
    { measure: 'engaged-sessions', level: 'account', reason: 'not-offered' },
  ],
  engagement: [],
  settles: 2,
  freezes: 28,
  limits: {
    en: 'Plausible sets no cookies and tells visitors apart by a key that changes each day. A day is the site’s own day, by its reporting time zone; where it differs from the agency’s, each run says so. A day without a visit has no row, and so has a day on which the script was missing: such days are not known, not 0. Visits without a campaign tag ("(not set)") stand in no campaign. Tags and goal names that look like an e-mail address, a telephone or an identity number are shown as "(withheld)". Imported statistics of other tools are left out. The Stats API needs the Business plan, or a server of one’s own; 600 calls an hour. The shape of questions and answers is that of Plausible’s own examples; nothing was tried live.',
    id: 'Plausible tidak memakai cookie dan membedakan pengunjung dengan kunci yang berganti setiap hari. Satu hari adalah hari situs, menurut zona waktu pelaporannya; bila berbeda dari zona instansi, setiap penarikan menyebutkannya. Hari tanpa kunjungan tidak memiliki baris, begitu pula hari ketika skripnya hilang: hari seperti itu tidak diketahui, bukan 0. Kunjungan tanpa penanda kampanye ("(not set)") tidak masuk kampanye mana pun. Penanda dan nama tujuan yang tampak seperti alamat surel, nomor telepon, atau NIK ditulis "(withheld)". Statistik yang diimpor dari alat lain tidak disertakan. Stats API memerlukan paket Business, atau server sendiri; 600 panggilan per jam. Bentuk pertanyaan dan jawaban mengikuti contoh resmi Plausible; belum dicoba langsung.',
  },
  how: [
    {
      en: 'Not tried: in Plausible, under Settings > API keys, make a new key of the kind "Stats API".',
      id: 'Belum dicoba: di Plausible, pada Settings > API keys, buat kunci baru jenis "Stats API".',
    },
    {
      en: 'Store it as a secret of the environment "collect", for example PLAUSIBLE_TOKEN, and write that name as "token" and the site’s domain as "handle" in agency.json; for a server of your own, its address as "server".',
      id: 'Simpan sebagai secret di environment "collect", misalnya PLAUSIBLE_TOKEN, lalu tulis nama itu sebagai "token" dan domain situs sebagai "handle" di agency.json; untuk server sendiri, alamatnya sebagai "server".',
    },
    {
      en: 'Set the site’s reporting time zone (Site settings > General) to that of the agency.',
      id: 'Atur zona waktu pelaporan situs (Site settings > General) sama dengan zona instansi.',
    },
  ],
  tried: 'never',
  fixture: 'Ours, in the shape of the examples in Plausible’s own documentation, which are also read where they are at hand.',
  documentation: 'https://plausible.io/docs/stats-api',
};
