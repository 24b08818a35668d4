import type { Declaration } from '#model/source.ts';

export const declaration: Declaration = {
  id: 'tiktok',
  platform: 'tiktok',
  name: 'TikTok',
  title: { en: 'TikTok Display API, for a pull by hand', id: 'TikTok Display API, untuk penarikan manual' },
  family: 'social',
  kind: 'api',
  api: 'v2',
  server: 'https://open.tiktokapis.com',
  secrets: [
    {
      purpose: 'access',
      note: {
        en: 'User access token with user.info.basic, user.info.stats and video.list; it lives for 24 hours',
        id: 'Token akses pengguna dengan user.info.basic, user.info.stats, dan video.list; berlaku 24 jam',
      },
    },
  ],
  quota: { requests: 600, seconds: 60 },
  gives: [
    {
      measure: 'followers',
      level: 'account',
      window: 'day',
      metric: 'follower_count',
      snapshot: true,
      note: { en: 'Only the count at the time of the pull.', id: 'Hanya jumlah pada saat penarikan.' },
    },
    { measure: 'views', level: 'post', metric: 'view_count', snapshot: false },
    { measure: 'likes', level: 'post', metric: 'like_count', snapshot: false },
    { measure: 'comments', level: 'post', metric: 'comment_count', snapshot: false },
    { measure: 'shares', level: 'post', metric: 'share_count', snapshot: false },
  ],
  lacks: [
    {
      measure: 'reach',
      level: 'account',
      reason: 'not-offered',
      note: {
        en: 'In the exports of TikTok Studio and in the API for advertisers, which is another one.',
        id: 'Ada dalam ekspor TikTok Studio dan API untuk pengiklan, yang berbeda dari API ini.',
      },
    },
    { measure: 'reach', level: 'post', reason: 'not-offered' },
    { measure: 'saves', level: 'post', reason: 'not-offered' },
    { measure: 'impressions', level: 'account', reason: 'not-offered' },
    { measure: 'views', level: 'account', reason: 'not-offered' },
    { measure: 'profile-visits', level: 'account', reason: 'not-offered' },
    { measure: 'followers-gained', level: 'account', reason: 'not-offered' },
    { measure: 'followers-lost', level: 'account', reason: 'not-offered' },
  ],
  engagement: ['likes', 'comments', 'shares'],
  settles: 1,
  freezes: 28,
  limits: {
    en: 'Not for the scheduled job: the token ends after 24 hours, and each refreshing may give a new refresh token that has to be stored in place of the old one, which a job without the right to write secrets can’t do. Use the export "tiktok-export" for regular reports; this is for a pull by hand on the day a token was made. The token alone decides whose account is read; "handle" is not compared with it. Public videos only. No comments, no saves, no reach, nothing about the audience. 600 calls in a minute for each address.',
    id: 'Bukan untuk pekerjaan terjadwal: token berakhir setelah 24 jam, dan tiap pembaruan dapat memberi refresh token baru yang harus disimpan menggantikan yang lama; pekerjaan tanpa hak menulis secret tidak dapat melakukannya. Pakailah ekspor "tiktok-export" untuk laporan rutin; sumber ini untuk penarikan manual pada hari token dibuat. Hanya token yang menentukan akun mana yang dibaca; "handle" tidak dibandingkan. Hanya video publik. Tanpa isi komentar, simpanan, jangkauan, atau data audiens. 600 panggilan per menit untuk tiap alamat.',
  },
  how: [
    {
      en: 'For regular reports take the export: see the source "tiktok-export".',
      id: 'Untuk laporan rutin pakailah ekspor: lihat sumber "tiktok-export".',
    },
    {
      en: 'Not tried: at developers.tiktok.com, make an app with Login Kit and the Display API, have TikTok approve it, log in as the agency’s account, and exchange the code for an access token.',
      id: 'Belum dicoba: di developers.tiktok.com, buat aplikasi dengan Login Kit dan Display API, mintakan persetujuan TikTok, masuk dengan akun instansi, lalu tukar kode dengan token akses.',
    },
    {
      en: 'Put the token into the environment of that one run, for example TIKTOK_TOKEN, and write that name as "token" in agency.json.',
      id: 'Taruh token dalam lingkungan penarikan itu saja, misalnya TIKTOK_TOKEN, lalu tulis nama itu sebagai "token" di agency.json.',
    },
  ],
  tried: 'never',
  fixture: 'Ours, after the documentation; no real answer of this API was found.',
  documentation: 'https://developers.tiktok.com/doc/display-api-overview/',
};
