import type { Declaration } from '#model/source.ts';
import { openNetwork } from '../figure/open-network.ts';

export const declaration: Declaration = {
  ...openNetwork(
    'Bluesky',
    ['followers', 'followersCount', { en: 'Only the count at the time of the pull.', id: 'Hanya jumlah pada saat penarikan.' }],
    [
      ['likes', 'likeCount'],
      ['shares', 'repostCount'],
      ['comments', 'replyCount'],
      ['quotes', 'quoteCount'],
      [
        'saves',
        'bookmarkCount',
        {
          en: 'Newer than the other counts and not on every server, so it is not added to engagement.',
          id: 'Lebih baru daripada angka lain dan tidak ada di semua server, sehingga tidak dijumlahkan ke keterlibatan.',
        },
      ],
    ],
  ),
  id: 'bluesky',
  platform: 'bluesky',
  title: { en: 'Bluesky public API', id: 'API publik Bluesky' },
  api: 'app.bsky',
  // Answers without a token what anybody can see.
  server: 'https://public.api.bsky.app',
  secrets: [],
  quota: { requests: 3000, seconds: 300 },
  engagement: ['likes', 'comments', 'shares', 'quotes'],
  limits: {
    en: 'Replies and reposts of others are left out. The time of a post or an answer is the earlier of what its author wrote into it and when Bluesky saw it. Answers counted one by one are those that visitors are shown: not those of blocked, closed or removed accounts, though Bluesky’s own count may still hold them, nor those below an answer that was deleted. One request gives 10 levels of a thread; deeper ones are asked for apart. Whether Bluesky limits the answers in one request is not known; other servers stop at 200, and a thread that may have been cut there leaves the count unknown. About 3,000 requests in 5 minutes for one address.',
    id: 'Balasan dan kiriman ulang milik orang lain tidak dihitung. Waktu kiriman atau balasan adalah yang lebih awal antara yang ditulis pembuatnya dan saat Bluesky melihatnya. Balasan yang dihitung satu per satu adalah yang ditampilkan kepada pengunjung: bukan milik akun yang diblokir, ditutup, atau dihapus, walaupun hitungan Bluesky sendiri mungkin masih memuatnya, dan bukan pula yang berada di bawah balasan yang sudah dihapus. Satu permintaan memberi 10 tingkat sebuah utas; yang lebih dalam diminta tersendiri. Apakah Bluesky membatasi jumlah balasan per permintaan tidak diketahui; server lain berhenti pada 200, dan utas yang mungkin terpotong di sana membuat jumlahnya tidak diketahui. Sekitar 3.000 permintaan per 5 menit untuk satu alamat.',
  },
  how: [
    {
      en: 'No token is needed, and none is sent. Write the account’s handle, for example agency.bsky.social or its own domain, as "handle".',
      id: 'Tidak perlu token, dan tidak ada yang dikirim. Tulis nama akun, misalnya agency.bsky.social atau domainnya sendiri, sebagai "handle".',
    },
  ],
  fixture:
    'Real answers of Bluesky’s own server software, run locally (profile, two pages of a feed, a thread, errors), and threads out of its tests, where they are at hand; the fixtures in the project are ours, in the same shape.',
  documentation: 'https://docs.bsky.app/docs/api/app-bsky-feed-get-author-feed',
};
