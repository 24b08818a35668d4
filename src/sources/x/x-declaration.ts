import type { Declaration } from '#model/source.ts';

/** US dollars (docs.x.com, read 2026-08): a profile, a post, and a post of the account that owns the developer app. */
export const PRICES = { user: 0.01, post: 0.005, owned: 0.001 };

const SNAPSHOT = {
  en: 'Only of posts less than 30 days old, and only with the four keys of the account itself: a month that was not collected can’t be had later.',
  id: 'Hanya untuk kiriman berumur kurang dari 30 hari, dan hanya dengan empat kunci milik akun itu sendiri: bulan yang tidak dikumpulkan tidak dapat diambil lagi.',
};
const RENAMED = {
  en: 'The name that X’s newest specification gives to retweet_count; whichever comes is taken.',
  id: 'Nama baru retweet_count dalam spesifikasi X yang terakhir; yang datanglah yang dipakai.',
};

const key = (purpose: string, en: string, id: string): Declaration['secrets'][number] => ({
  purpose,
  optional: true,
  note: {
    en: `${en} (OAuth 1.0a), for link clicks and profile visits`,
    id: `${id} (OAuth 1.0a), untuk klik tautan dan kunjungan profil`,
  },
});

export const declaration: Declaration = {
  id: 'x',
  platform: 'x',
  name: 'X (Twitter)',
  title: { en: 'X API, pay per use', id: 'API X, bayar per pemakaian' },
  family: 'social',
  kind: 'api',
  api: '2',
  server: 'https://api.x.com',
  secrets: [
    {
      purpose: 'bearer',
      note: {
        en: 'Bearer token of the developer app; it reads public figures and does not expire',
        id: 'Token Bearer dari aplikasi pengembang; membaca angka publik dan tidak kedaluwarsa',
      },
    },
    key('consumer-key', 'API key of the app', 'API key aplikasi'),
    key('consumer-secret', 'API key secret of the app', 'API key secret aplikasi'),
    key('access-token', 'Access token of the account', 'Access token akun'),
    key('access-secret', 'Access token secret of the account', 'Access token secret akun'),
  ],
  settings: [
    {
      id: 'owned',
      optional: true,
      note: {
        en: '"yes" where the developer app belongs to this very account and the four keys are given: X then takes US$ 0.001 for a post, not 0.005.',
        id: '"yes" bila aplikasi pengembang dimiliki akun ini sendiri dan keempat kunci diberikan: X mengenakan US$ 0,001 per kiriman, bukan 0,005.',
      },
    },
  ],
  quota: { requests: 900, seconds: 900 },
  price: {
    usd: PRICES.post,
    per: {
      en: 'post that is read (0.001 for one’s own, see the setting "owned"), and 0.010 for the profile at each run',
      id: 'kiriman yang dibaca (0,001 untuk milik sendiri, lihat pengaturan "owned"), dan 0,010 untuk profil pada tiap penarikan',
    },
  },
  peers: true,
  gives: [
    {
      measure: 'followers',
      level: 'account',
      window: 'day',
      metric: 'public_metrics.followers_count',
      snapshot: true,
      note: { en: 'Only the count at the time of the pull.', id: 'Hanya jumlah pada saat penarikan.' },
    },
    { measure: 'impressions', level: 'post', metric: 'public_metrics.impression_count', snapshot: false },
    { measure: 'likes', level: 'post', metric: 'public_metrics.like_count', snapshot: false },
    { measure: 'comments', level: 'post', metric: 'public_metrics.reply_count', snapshot: false },
    { measure: 'shares', level: 'post', metric: 'public_metrics.retweet_count', snapshot: false },
    { measure: 'shares', level: 'post', metric: 'public_metrics.repost_count', snapshot: false, note: RENAMED },
    { measure: 'quotes', level: 'post', metric: 'public_metrics.quote_count', snapshot: false },
    { measure: 'saves', level: 'post', metric: 'public_metrics.bookmark_count', snapshot: false },
    { measure: 'link-clicks', level: 'post', metric: 'non_public_metrics.url_link_clicks', snapshot: true, note: SNAPSHOT },
    {
      measure: 'profile-visits',
      level: 'post',
      metric: 'non_public_metrics.user_profile_clicks',
      snapshot: true,
      note: SNAPSHOT,
    },
    { measure: 'engagements', level: 'post', metric: 'non_public_metrics.engagements', snapshot: true, note: SNAPSHOT },
  ],
  lacks: [
    {
      measure: 'reach',
      level: 'account',
      reason: 'not-offered',
      note: {
        en: 'X counts impressions, never how many different people saw a post. It tells nothing of age, gender or place either.',
        id: 'X menghitung impresi, bukan berapa orang berbeda yang melihat. Usia, gender, dan tempat pun tidak diberikan.',
      },
    },
    { measure: 'reach', level: 'post', reason: 'not-offered' },
    {
      measure: 'impressions',
      level: 'account',
      reason: 'not-collected',
      note: { en: 'By day only in the export of X Analytics.', id: 'Per hari hanya ada dalam ekspor X Analytics.' },
    },
    { measure: 'followers-gained', level: 'account', reason: 'not-offered' },
    { measure: 'followers-lost', level: 'account', reason: 'not-offered' },
    {
      measure: 'views',
      level: 'post',
      reason: 'not-collected',
      note: {
        en: 'Video views are a resource of their own, which X charges for.',
        id: 'Penayangan video adalah sumber daya tersendiri yang dikenai biaya oleh X.',
      },
    },
  ],
  engagement: ['likes', 'comments', 'shares', 'saves'],
  settles: 1,
  freezes: 28,
  limits: {
    en: 'X charges for each profile and post that is read; what is asked again on the same UTC day is mostly free, and is counted here all the same, so that the sum shown is the most it can cost (prices of 2026-08; they change). Reading stops before the budget is passed; posts over 28 days old are read only where the budget bears all of them besides the rest of the month: to read years back, allow a larger budget for one month. Only the newest 3,200 posts can be read, reposts probably among them. Reposts of others and replies to others are left out; replies to oneself (threads) count as posts. Posts show figures of paid and unpaid display together. An edited post keeps the id of its first version; X may count each version apart. What people answer is not read: X charges for each answer, its search finds only those of the last seven days and its list of mentions the newest 800, so that a month would rarely be whole. X’s documentation and its specification (2.167) disagree on names: tweet.fields or post.fields, retweet_count or repost_count; this asks by the documentation and reads both.',
    id: 'X mengenakan biaya untuk tiap profil dan kiriman yang dibaca; yang diminta lagi pada hari UTC yang sama umumnya gratis, tetapi di sini tetap dihitung, sehingga jumlah yang tampil adalah biaya paling tinggi (harga 2026-08; dapat berubah). Pembacaan berhenti sebelum anggaran terlampaui; kiriman berumur lebih dari 28 hari hanya dibaca bila anggaran mencukupi untuk semuanya di samping sisa bulan itu: untuk membaca tahun-tahun lalu, perbesar anggaran selama satu bulan. Hanya 3.200 kiriman terbaru yang dapat dibaca, mungkin termasuk kiriman ulang. Kiriman ulang milik orang lain dan balasan kepada orang lain tidak dihitung; balasan kepada diri sendiri (utas) dihitung sebagai kiriman. Angka mencakup tayangan berbayar dan tidak berbayar sekaligus. Kiriman yang disunting memakai ID versi pertamanya; X mungkin menghitung tiap versi secara terpisah. Jawaban warga tidak dibaca: X mengenakan biaya untuk tiap jawaban, pencariannya hanya menemukan yang tujuh hari terakhir dan daftar sebutan hanya 800 terbaru, sehingga satu bulan jarang utuh. Dokumentasi X dan spesifikasinya (2.167) berbeda dalam nama: tweet.fields atau post.fields, retweet_count atau repost_count; di sini diminta menurut dokumentasi dan keduanya dibaca.',
  },
  how: [
    {
      en: 'Not tried: at console.x.com, log in as the agency’s own account, make an app, buy credits and set a spending limit there too.',
      id: 'Belum dicoba: di console.x.com, masuk dengan akun instansi sendiri, buat aplikasi, beli kredit, dan tetapkan batas belanja di sana juga.',
    },
    {
      en: 'Not tried: under "Keys and tokens", make the Bearer token, the API key and secret, and the access token and secret (read only) of the account.',
      id: 'Belum dicoba: di "Keys and tokens", buat Bearer token, API key dan secret-nya, serta access token dan secret-nya (hanya baca) milik akun.',
    },
    {
      en: 'Store each as a secret of the environment "collect", and write in agency.json: the name of the account without @ as "handle", the name of the Bearer token’s secret as "token", the others under "secrets", and as "budget" the dollars that a month may cost.',
      id: 'Simpan masing-masing sebagai secret di environment "collect", lalu tulis di agency.json: nama akun tanpa @ sebagai "handle", nama secret Bearer token sebagai "token", yang lain di "secrets", dan sebagai "budget" biaya dalam dolar yang boleh keluar dalam sebulan.',
    },
  ],
  tried: 'never',
  fixture:
    'Posts and profiles: examples of X’s own documentation of 2021 from python-twitter’s test data, where they are at hand; private figures, partial errors and edited posts: ours, after the documentation of 2026.',
  documentation: 'https://docs.x.com/x-api/fundamentals/metrics',
};
