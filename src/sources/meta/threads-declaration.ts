import type { Declaration } from '#model/source.ts';
import { TERMS } from './graph-declaration.ts';

const FEWER = {
  en: 'Only for accounts with at least 100 followers.',
  id: 'Hanya untuk akun dengan sedikitnya 100 pengikut.',
};

export const declaration: Declaration = {
  id: 'threads',
  platform: 'threads',
  name: 'Threads',
  title: { en: 'Threads API with insights', id: 'API Threads dengan insight' },
  family: 'social',
  kind: 'api',
  api: 'v1.0',
  versions: [{ api: 'v1.0' }],
  server: 'https://graph.threads.net',
  secrets: [
    {
      purpose: 'account',
      note: {
        en: 'Long-lived token of the account with threads_basic, threads_manage_insights and, for replies, threads_read_replies',
        id: 'Token jangka panjang akun dengan threads_basic, threads_manage_insights dan, untuk balasan, threads_read_replies',
      },
    },
  ],
  resumes: true,
  gives: [
    {
      measure: 'followers',
      level: 'account',
      window: 'day',
      metric: 'followers_count',
      snapshot: true,
      note: { en: 'Only the count at the time of the pull.', id: 'Hanya jumlah pada saat penarikan.' },
    },
    {
      measure: 'views',
      level: 'account',
      window: 'day',
      metric: 'views',
      snapshot: false,
      since: '2024-04-13',
      note: {
        en: 'Threads’ documentation calls it views of the profile; public figures are as large as views of posts. Never added to the views of posts.',
        id: 'Dokumentasi Threads menyebutnya penayangan profil; angka yang terlihat publik sebesar penayangan kiriman. Tidak pernah dijumlahkan dengan penayangan kiriman.',
      },
    },
    ...(['age', 'gender', 'country', 'city'] as const).map((dimension) => ({
      measure: 'followers' as const,
      level: 'account' as const,
      window: 'day' as const,
      dimensions: [dimension],
      metric: 'follower_demographics',
      snapshot: true,
      note: FEWER,
    })),
    { measure: 'views', level: 'post', metric: 'views', snapshot: false },
    { measure: 'likes', level: 'post', metric: 'likes', snapshot: false },
    {
      measure: 'comments',
      level: 'post',
      metric: 'replies',
      snapshot: false,
      note: {
        en: 'All replies below the post. Likes and reposts of the replies themselves are not counted.',
        id: 'Semua balasan di bawah kiriman. Suka dan kiriman ulang atas balasan itu sendiri tidak dihitung.',
      },
    },
    {
      measure: 'shares',
      level: 'post',
      metric: 'reposts',
      snapshot: false,
      note: {
        en: 'Reposts. What Threads calls "shares" (sent on elsewhere) is still in development and is not taken.',
        id: 'Kiriman ulang. Yang disebut Threads "shares" (dikirim ke tempat lain) masih dikembangkan dan tidak diambil.',
      },
    },
    { measure: 'quotes', level: 'post', metric: 'quotes', snapshot: false },
  ],
  lacks: [
    { measure: 'reach', level: 'account', reason: 'not-offered' },
    { measure: 'reach', level: 'post', reason: 'not-offered' },
    { measure: 'impressions', level: 'account', reason: 'not-offered' },
    { measure: 'saves', level: 'post', reason: 'not-offered' },
    { measure: 'followers-gained', level: 'account', reason: 'not-offered' },
    {
      measure: 'link-clicks',
      level: 'account',
      reason: 'not-collected',
      note: {
        en: 'Threads gives clicks by address for a whole span only.',
        id: 'Threads hanya memberi klik menurut alamat untuk satu rentang penuh.',
      },
    },
  ],
  engagement: ['likes', 'comments', 'shares', 'quotes'],
  settles: 4,
  freezes: 28,
  limits: {
    en: 'A day is Threads’ own day (Pacific time, so it begins at 14:00 or 15:00 in Jakarta). Account figures begin on 13 April 2024. Reposts of other people’s posts are left out. Unique people are not counted. Calls allowed in 24 hours grow with the account’s own impressions, so a quiet account has few. The token ends after 60 days and can be renewed by hand after the first day. That the token is accepted in the Authorization header, the shape of demographics and the names of genders have not been tried live.',
    id: 'Satu hari adalah hari menurut Threads (waktu Pasifik, mulai pukul 14.00 atau 15.00 WIB). Angka akun dimulai 13 April 2024. Kiriman ulang atas kiriman orang lain tidak diikutkan. Orang yang berbeda tidak dihitung. Jumlah panggilan per 24 jam bertambah menurut impresi akun, sehingga akun yang sepi hanya mendapat sedikit. Token berakhir setelah 60 hari dan dapat diperpanjang secara manual setelah hari pertama. Penerimaan token di header Authorization, bentuk data demografi, dan nama jenis kelamin belum dicoba langsung.',
  },
  how: [
    {
      en: 'Not tried: at developers.facebook.com, make an app with the use case "Access the Threads API", and add the agency’s account as a Threads tester.',
      id: 'Belum dicoba: di developers.facebook.com, buat aplikasi dengan kegunaan "Access the Threads API", lalu tambahkan akun instansi sebagai penguji Threads.',
    },
    {
      en: 'Not tried: accept the invitation in Threads (Settings > Account > Website permissions), then make a token for the account with "User token generator" in the app.',
      id: 'Belum dicoba: terima undangan di Threads (Pengaturan > Akun > Izin situs web), lalu buat token untuk akun itu dengan "User token generator" pada aplikasi.',
    },
    {
      en: 'Not tried: ask GET /v1.0/me?fields=id,username with that token; "id" is the account’s id. After 60 days the token has to be made or renewed again.',
      id: 'Belum dicoba: minta GET /v1.0/me?fields=id,username dengan token itu; "id" adalah ID akun. Setelah 60 hari token harus dibuat atau diperpanjang lagi.',
    },
    {
      en: 'Store the token as a secret of the environment "collect" (Settings > Environments), for example THREADS_TOKEN, and write that name as "token", the numeric id as "handle" and the token’s last day as "expires" in agency.json.',
      id: 'Simpan token sebagai secret di environment "collect" (Settings > Environments), misalnya THREADS_TOKEN, lalu tulis nama itu sebagai "token", ID angka sebagai "handle", dan hari terakhir token sebagai "expires" di agency.json.',
    },
  ],
  terms: TERMS,
  tried: 'never',
  fixture:
    'Ours, in the shapes of the answers that Meta’s own public Postman collection of the Threads API shows; no real recording was found.',
  documentation: 'https://developers.facebook.com/docs/threads/insights',
};
