import type { Declaration } from '#model/source.ts';
import { openNetwork } from '../figure/open-network.ts';

export const declaration: Declaration = {
  ...openNetwork(
    'Mastodon',
    [
      'followers',
      'followers_count',
      {
        en: 'Only the count at the time of the pull. A server may show -1 or 0 where the owner hides it; -1 is kept as not known.',
        id: 'Hanya jumlah pada saat penarikan. Server dapat menampilkan -1 atau 0 bila pemilik menyembunyikannya; -1 dicatat sebagai tidak diketahui.',
      },
    ],
    [
      ['likes', 'favourites_count'],
      ['shares', 'reblogs_count'],
      ['comments', 'replies_count'],
      [
        'quotes',
        'quotes_count',
        {
          en: 'Newer servers only; on others it is not known. It is therefore not added to engagement.',
          id: 'Hanya server yang lebih baru; pada server lain tidak diketahui. Karena itu tidak dijumlahkan ke keterlibatan.',
        },
      ],
    ],
  ),
  id: 'mastodon',
  platform: 'mastodon',
  title: { en: 'Mastodon API, public figures', id: 'API Mastodon, angka publik' },
  api: 'v1',
  secrets: [
    {
      purpose: 'token',
      optional: true,
      note: {
        en: 'Access token of the account itself, with the right "read" alone. Without it a thread shows its first 60 answers, and servers that are closed to visitors show nothing.',
        id: 'Token akses akun itu sendiri, dengan hak "read" saja. Tanpa token, sebuah utas hanya menampilkan 60 balasan pertama, dan server yang tertutup bagi pengunjung tidak menampilkan apa pun.',
      },
    },
  ],
  quota: { requests: 300, seconds: 300 },
  engagement: ['likes', 'comments', 'shares'],
  limits: {
    en: 'Counts are those that the account’s own server knows: answers and favourites on other servers arrive late or never. Boosts of others and replies to others are left out; replies to oneself (threads) count as posts. Only public and unlisted posts and answers are read. Counting answers one by one needs the whole thread: a visitor is shown 60 answers, 20 levels deep, an account of the server 4,096 (read in Mastodon’s source, November 2026); deeper ones are asked for apart, and a thread that may be cut short leaves the count unknown. Hidden answers in a thread near that length can keep the cut from being seen. 300 requests in 5 minutes.',
    id: 'Angka adalah yang diketahui server akun itu sendiri: balasan dan favorit di server lain datang terlambat atau tidak sama sekali. Boost atas kiriman orang lain dan balasan kepada orang lain tidak dihitung; balasan kepada diri sendiri (utas) dihitung sebagai kiriman. Hanya kiriman dan balasan publik dan tak terdaftar yang dibaca. Menghitung balasan satu per satu memerlukan seluruh utas: pengunjung melihat 60 balasan sedalam 20 tingkat, akun di server itu 4.096 (dibaca dalam kode sumber Mastodon, November 2026); yang lebih dalam diminta tersendiri, dan utas yang mungkin terpotong membuat jumlahnya tidak diketahui. Balasan tersembunyi dalam utas yang hampir sepanjang itu dapat membuat potongan tidak terlihat. 300 permintaan per 5 menit.',
  },
  how: [
    {
      en: 'No token is needed. Write the account’s name as "handle" and the address of its server as "server", for example https://mastodon.social.',
      id: 'Tidak perlu token. Tulis nama akun sebagai "handle" dan alamat servernya sebagai "server", misalnya https://mastodon.social.',
    },
    {
      en: 'Not tried: for long threads, or where a server shows nothing to visitors, open Preferences > Development > New application on the server, with the right "read" alone, and store its access token under the name given as "token".',
      id: 'Belum dicoba: untuk utas panjang, atau bila server tidak menampilkan apa pun kepada pengunjung, buka Preferensi > Pengembangan > Aplikasi baru di server itu dengan hak "read" saja, lalu simpan token aksesnya dengan nama yang ditulis sebagai "token".',
    },
  ],
  terms: {
    en: 'Each server has its own. Those of mastodon.social were read only as news reports of June 2025 quote them: from July 2025 on they forbid automated systems that collect data, archives among them, but for search engines and people’s own reading. Whether a scheduled reading of one’s own account and its answers is meant by that is an open question; ask whoever runs the server.',
    id: 'Setiap server memiliki ketentuannya sendiri. Ketentuan mastodon.social hanya dibaca sebagaimana dikutip berita Juni 2025: sejak Juli 2025 sistem otomatis yang mengumpulkan data, termasuk untuk arsip, dilarang kecuali untuk mesin pencari dan pembacaan oleh orang sendiri. Apakah pembacaan terjadwal atas akun sendiri dan balasannya termasuk di dalamnya masih pertanyaan terbuka; tanyakan kepada pengelola server.',
  },
  fixture:
    'Real recordings of a Mastodon 4 server (Mastodon.py cassettes: lookup of a missing account, an account, pages of statuses with Link headers, an empty thread, an application’s rights), where they are at hand; the fixtures in the project are ours, in the same shape. No thread with answers was recorded.',
  documentation: 'https://docs.joinmastodon.org/methods/accounts/',
};
