import type { Declaration } from '#model/source.ts';

const UNIQUE = {
  en: 'Different visitors, as Umami tells them apart without cookies, by a key that changes each month; days are never added up. Weeks (Monday to Sunday) and months are counted by Umami itself.',
  id: 'Pengunjung yang berbeda menurut Umami, dibedakan tanpa cookie dengan kunci yang berganti tiap bulan; angka harian tidak pernah dijumlahkan. Minggu (Senin–Minggu) dan bulan dihitung oleh Umami sendiri.',
};

/** Umami's own names of what it counts. */
export const METRICS = { sessions: 'visits', bounces: 'bounces', visitors: 'visitors', pageviews: 'pageviews' } as const;

const given = { level: 'account' as const, snapshot: false };

export const declaration: Declaration = {
  id: 'umami',
  platform: 'umami',
  name: 'Umami',
  title: { en: 'Website figures from Umami', id: 'Angka situs web dari Umami' },
  family: 'web',
  kind: 'api',
  api: '3',
  versions: [{ api: '3' }, { api: '2' }],
  server: 'https://api.umami.is/v1',
  secrets: [
    {
      purpose: 'token',
      note: {
        en: 'API key of Umami’s own service, or the token that a server of your own gives to a user who logs in',
        id: 'Kunci API layanan Umami, atau token yang diberikan server sendiri kepada pengguna yang masuk',
      },
    },
  ],
  quota: { requests: 50, seconds: 15 },
  gives: [
    { ...given, measure: 'sessions', window: 'day', metric: METRICS.sessions },
    {
      ...given,
      measure: 'bounces',
      window: 'day',
      metric: METRICS.bounces,
      note: {
        en: 'Visits with one page view; events do not count.',
        id: 'Kunjungan dengan satu tampilan halaman; peristiwa tidak dihitung.',
      },
    },
    { ...given, measure: 'pageviews', window: 'day', metric: METRICS.pageviews },
    ...(['day', 'week', 'month'] as const).map((window) => ({
      ...given,
      measure: 'visitors' as const,
      window,
      metric: METRICS.visitors,
      note: UNIQUE,
    })),
  ],
  lacks: [
    {
      measure: 'conversions',
      level: 'account',
      reason: 'not-collected',
      note: {
        en: 'Umami’s goals are reports that each person sets up; campaign tags are not collected either.',
        id: 'Tujuan di Umami berupa laporan yang dibuat tiap orang; penanda kampanye juga tidak dikumpulkan.',
      },
    },
    { measure: 'engaged-sessions', level: 'account', reason: 'not-offered' },
  ],
  engagement: [],
  settles: 2,
  freezes: 28,
  limits: {
    en: 'Days are the agency’s own, since Umami is asked by instants; each day is one call. A day without visits is 0, as Umami says, from the day on which the website was set up in Umami; a missing script looks the same. One person with two devices counts twice. Versions 2 and 3 answer in two shapes, which are both read; version 1 lacks visits. Umami’s own service gives its API in the Pro plan, 50 calls in 15 seconds. The shapes are as its source code and documentation show them; nothing was tried live.',
    id: 'Hari adalah hari instansi, karena Umami ditanya dengan waktu persis; satu hari satu panggilan. Hari tanpa kunjungan bernilai 0, seperti jawaban Umami, sejak hari situs didaftarkan di Umami; skrip yang hilang tampak sama. Satu orang dengan dua perangkat terhitung dua. Versi 2 dan 3 menjawab dalam dua bentuk yang keduanya dibaca; versi 1 tidak memiliki kunjungan. Layanan Umami memberi API pada paket Pro, 50 panggilan per 15 detik. Bentuknya menurut kode sumber dan dokumentasi Umami; belum dicoba langsung.',
  },
  how: [
    {
      en: 'Not tried, for Umami’s own service: under Settings > API keys, make a key.',
      id: 'Belum dicoba, untuk layanan Umami: pada Settings > API keys, buat kunci.',
    },
    {
      en: 'Not tried, for a server of your own: make a user who may only view the website, send its name and password to POST /api/auth/login, and keep the "token" of the answer. It is good until the server’s APP_SECRET changes.',
      id: 'Belum dicoba, untuk server sendiri: buat pengguna yang hanya boleh melihat situs, kirim nama dan sandinya ke POST /api/auth/login, lalu simpan "token" dari jawabannya. Berlaku sampai APP_SECRET server diganti.',
    },
    {
      en: 'Store it as a secret of the environment "collect", for example UMAMI_TOKEN, and write that name as "token" and the website’s id as "handle" in agency.json; for a server of your own, its address as "server".',
      id: 'Simpan sebagai secret di environment "collect", misalnya UMAMI_TOKEN, lalu tulis nama itu sebagai "token" dan ID situs sebagai "handle" di agency.json; untuk server sendiri, alamatnya sebagai "server".',
    },
  ],
  tried: 'never',
  fixture: 'Ours, in both shapes, after Umami’s source code and change log; no real recording was at hand.',
  documentation: 'https://umami.is/docs/api/website-stats',
};
