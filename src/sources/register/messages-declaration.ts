import type { Layout } from '#model/layout.ts';
import type { Declaration } from '#model/source.ts';
import { counting, daily, monthly, ownTerms } from './register-declaration.ts';

const CHANNELS = ['email', 'sms', 'whatsapp', 'call'];

const sent: Layout = {
  id: 'sent',
  title: { en: 'Messages sent, counted by day', id: 'Pesan terkirim, dihitung per hari' },
  key: ['date', 'channel', 'campaign', 'segment'],
  columns: [
    {
      name: 'date',
      kind: 'day',
      note: { en: 'Day of sending.', id: 'Hari pengiriman.' },
      examples: ['2026-09-01', '2026-09-01', '2026-09-15', '2026-09-20'],
    },
    {
      name: 'channel',
      kind: 'choice',
      values: CHANNELS,
      note: { en: 'email, sms, whatsapp or call.', id: 'email, sms, whatsapp, atau call (panggilan telepon).' },
      examples: ['email', 'sms', 'whatsapp', 'call'],
    },
    {
      name: 'campaign',
      kind: 'code',
      optional: true,
      note: { en: 'The campaign, by its id. Empty: none.', id: 'Kampanye, dengan ID-nya. Kosong: tidak ada.' },
      examples: ['imunisasi-2026', 'imunisasi-2026', 'pajak-2026', ''],
    },
    {
      name: 'segment',
      kind: 'code',
      optional: true,
      note: {
        en: 'The group that it was sent to, as a code of yours; never a list of people. Empty: not split.',
        id: 'Kelompok penerima, dengan kode Anda sendiri; jangan daftar orang. Kosong: tidak dirinci.',
      },
      examples: ['orang-tua-balita', 'orang-tua-balita', 'pelaku-usaha', ''],
    },
    counting('sent', { en: 'Messages sent, or calls made.', id: 'Pesan dikirim, atau panggilan dilakukan.' }, [
      '4200',
      '1500',
      '2300',
      '120',
    ]),
    counting('delivered', { en: 'Of these, delivered.', id: 'Di antaranya, sampai.' }, ['4105', '1468', '2281', '']),
    counting(
      'opened',
      { en: 'Opened or read, where the channel tells.', id: 'Dibuka atau dibaca, bila kanalnya memberi tahu.' },
      ['1610', '', '1950', ''],
    ),
    counting('clicked', { en: 'In which a link was opened.', id: 'Yang tautannya dibuka.' }, ['322', '95', '240', '']),
    counting('replied', { en: 'That were replied to.', id: 'Yang dibalas penerima.' }, ['18', '', '61', '']),
    counting('answered', { en: 'Calls that were taken.', id: 'Panggilan yang diangkat.' }, ['', '', '', '74']),
  ],
};

const contacts: Layout = {
  id: 'contacts',
  title: { en: 'People by how often they were contacted in a month', id: 'Orang menurut berapa kali dihubungi dalam sebulan' },
  key: ['month', 'channel', 'contacts'],
  columns: [
    {
      name: 'month',
      kind: 'month',
      note: { en: 'The month.', id: 'Bulannya.' },
      examples: ['2026-09', '2026-09', '2026-09'],
    },
    {
      name: 'channel',
      kind: 'choice',
      values: CHANNELS,
      optional: true,
      note: {
        en: 'Leave the column out to count over all channels.',
        id: 'Hilangkan kolom ini untuk menghitung semua kanal sekaligus.',
      },
      examples: ['email', 'email', 'email'],
    },
    {
      name: 'contacts',
      kind: 'choice',
      values: ['1', '2-3', '4+'],
      note: { en: 'How many messages one person got: 1, 2-3 or 4+.', id: 'Berapa pesan diterima satu orang: 1, 2-3, atau 4+.' },
      examples: ['1', '2-3', '4+'],
    },
    {
      name: 'people',
      kind: 'count',
      note: { en: 'How many people.', id: 'Berapa orang.' },
      examples: ['2900', '610', '45'],
    },
  ],
};

const BY_MONTH = [[], ['channel'], ['segment'], ['channel', 'segment']] as const;
const FIGURES = [
  ['messages-sent', 'sent'],
  ['messages-delivered', 'delivered'],
  ['messages-opened', 'opened'],
  ['messages-clicked', 'clicked'],
  ['messages-replied', 'replied'],
  ['messages-answered', 'answered'],
] as const;

export const declaration: Declaration = {
  id: 'messages',
  platform: 'messages',
  name: 'Messages sent by the office',
  title: {
    en: 'E-mail, SMS, WhatsApp and calls, as counts, CSV',
    id: 'Surel, SMS, WhatsApp, dan panggilan, sebagai jumlah, CSV',
  },
  family: 'register',
  kind: 'export',
  api: 'Terang messages CSV, 1',
  secrets: [],
  layouts: [sent, contacts],
  gives: [
    ...FIGURES.flatMap(([measure, metric]) => [
      ...daily(measure, metric, [[], ['channel'], ['campaign']]),
      ...monthly(
        measure,
        metric,
        BY_MONTH.map((by) => [...by]),
      ),
    ]),
    ...monthly('people-contacted', 'people', [['contacts'], ['channel', 'contacts']], {
      en: 'Distinct people of one month. Over channels and months they are not added up: the same people would count again.',
      id: 'Orang yang berbeda dalam satu bulan. Tidak dijumlahkan lintas kanal dan bulan: orang yang sama akan terhitung lagi.',
    }),
  ],
  lacks: [],
  engagement: [],
  settles: 30,
  freezes: 28,
  limits: {
    en: 'These are counts that the office takes from its own sending tools; what "opened" means differs by tool, and mail programs that load pictures by themselves raise it. An empty cell is not known, never 0, and makes every sum that it belongs to unknown; but a column that is empty in all rows of a channel is one that the channel does not have: SMS has no "opened", which is then counted over the other channels. The file covers whole days that the name or the command states; on a day without a row nothing was sent. A campaign has values only on its own days. A file with segments or with people by contacts is not kept as received; one without them is. Small counts by segment are hidden before they are written.',
    id: 'Ini jumlah yang diambil instansi dari alat pengirimannya sendiri; arti "dibuka" berbeda antar alat, dan program surel yang memuat gambar sendiri menaikkannya. Sel kosong berarti tidak diketahui, bukan 0, dan membuat setiap jumlah yang memuatnya tidak diketahui; tetapi kolom yang kosong di semua baris suatu kanal berarti kanal itu tidak memilikinya: SMS tidak mengenal "dibuka", sehingga dihitung dari kanal lainnya. Berkas mencakup hari-hari penuh yang disebut nama berkas atau perintah; pada hari tanpa baris tidak ada pengiriman. Kampanye hanya bernilai pada harinya sendiri. Berkas yang memuat segmen atau orang menurut kali dihubungi tidak disimpan; berkas tanpa itu disimpan. Jumlah kecil per segmen disembunyikan sebelum ditulis.',
  },
  how: [
    {
      en: 'Take the template data/templates/messages-sent.csv (or messages-contacts.csv) and fill in the totals of your sending tool: counts alone, never addresses or numbers.',
      id: 'Ambil templat data/templates/messages-sent.csv (atau messages-contacts.csv) dan isi jumlah dari alat pengiriman: jumlah saja, jangan alamat atau nomor.',
    },
    {
      en: 'Import it: npm run import -- --agency A --source messages --from 2026-09-01 --to 2026-09-30 FILE.',
      id: 'Impor: npm run import -- --agency A --source messages --from 2026-09-01 --to 2026-09-30 BERKAS.',
    },
  ],
  terms: ownTerms,
  tried: 'never',
  fixture: 'Ours: the format is this project’s own.',
};
