import { PROVINCES } from '#model/region.ts';
import type { Layout } from '#model/layout.ts';
import type { Declaration } from '#model/source.ts';
import { CHANNELS } from './closed.ts';
import { growing, monthly, ownTerms, rowNumber } from './register-declaration.ts';

const layout: Layout = {
  id: 'complaints',
  title: { en: 'Complaints, one a row', id: 'Pengaduan, satu per baris' },
  persons: true,
  key: ['no'],
  columns: [
    rowNumber,
    {
      name: 'received',
      kind: 'time',
      note: {
        en: 'When it came in, by the clock of the office: 2026-09-01 08:15, or the day alone.',
        id: 'Kapan diterima, menurut jam instansi: 2026-09-01 08:15, atau harinya saja.',
      },
      examples: ['2026-09-01 08:15', '2026-09-01 10:40', '2026-09-12 19:05', '2026-09-28 07:30'],
    },
    {
      name: 'answered',
      kind: 'time',
      optional: true,
      note: {
        en: 'When a person first answered its substance; an automatic receipt is no answer. Empty: not yet.',
        id: 'Kapan pertama kali dijawab isinya oleh petugas; tanda terima otomatis bukan jawaban. Kosong: belum.',
      },
      examples: ['2026-09-01 09:50', '2026-09-03 14:00', '2026-09-14 08:20', ''],
    },
    {
      name: 'closed',
      kind: 'time',
      optional: true,
      note: { en: 'When it was closed. Empty: not yet.', id: 'Kapan ditutup. Kosong: belum.' },
      examples: ['2026-09-02', '2026-09-11', '', ''],
    },
    {
      name: 'class',
      kind: 'code',
      values: ['normative', 'non-supervision', 'supervision'],
      optional: true,
      note: {
        en: 'Its kind by the service standard, such as normative, non-supervision, supervision.',
        id: 'Jenisnya menurut standar pelayanan, misalnya normative, non-supervision, supervision.',
      },
      examples: ['normative', 'non-supervision', 'non-supervision', 'supervision'],
    },
    {
      name: 'service',
      kind: 'code',
      optional: true,
      note: { en: 'The service that it is about, as a code of yours.', id: 'Layanan yang dikeluhkan, dengan kode Anda sendiri.' },
      examples: ['kependudukan', 'jalan-rusak', 'jalan-rusak', 'air-bersih'],
    },
    {
      name: 'channel',
      kind: 'code',
      values: [...CHANNELS],
      optional: true,
      note: { en: 'How it came in.', id: 'Lewat mana pengaduan masuk.' },
      examples: ['counter', 'whatsapp', 'website', 'whatsapp'],
    },
    {
      name: 'province',
      kind: 'code',
      values: [...PROVINCES],
      optional: true,
      note: { en: 'Province that it is about. Never an address.', id: 'Provinsi yang dimaksud. Jangan pernah alamat.' },
      examples: ['jawa-tengah', 'jawa-tengah', 'jawa-tengah', 'jawa-tengah'],
    },
    {
      name: 'city',
      kind: 'code',
      optional: true,
      note: {
        en: 'Regency or city that it is about; no smaller place.',
        id: 'Kabupaten atau kota yang dimaksud; bukan wilayah yang lebih kecil.',
      },
      examples: ['kota-semarang', 'kota-semarang', 'kab-demak', 'kota-semarang'],
    },
    {
      name: 'rating',
      kind: 'choice',
      values: ['1', '2', '3', '4', '5'],
      optional: true,
      note: {
        en: 'Points that the person gave, 1 to 5. Empty: none given.',
        id: 'Nilai dari pelapor, 1 sampai 5. Kosong: tidak memberi nilai.',
      },
      examples: ['5', '3', '', ''],
    },
  ],
};

const AS_OF = {
  en: 'By the month in which they were received, as it stood when the file was made: a later file raises earlier months.',
  id: 'Menurut bulan diterima, sebagaimana keadaannya saat berkas dibuat: berkas berikutnya menaikkan bulan sebelumnya.',
};

const DUE = {
  en: 'By the month in which they were received: those whose deadline had passed before the day on which the file was imported, by the deadlines in agency.json. What is not due yet is left out, and comes with a later file.',
  id: 'Menurut bulan diterima: yang tenggatnya sudah lewat sebelum hari berkas diimpor, menurut tenggat dalam agency.json. Yang belum jatuh tempo tidak dihitung, dan masuk dengan berkas berikutnya.',
};

export const declaration: Declaration = {
  id: 'complaints',
  platform: 'complaints',
  name: 'Complaints register',
  title: { en: 'Complaints that the office keeps itself, CSV', id: 'Pengaduan yang dicatat instansi sendiri, CSV' },
  family: 'register',
  kind: 'export',
  api: 'Terang complaints CSV, 1',
  secrets: [],
  personal: true,
  layouts: [layout],
  gives: [
    { measure: 'complaints-received', level: 'account', window: 'day', metric: 'received', snapshot: false },
    ...monthly('complaints-received', 'received', [[], ['class'], ['service'], ['channel'], ['province'], ['city']]),
    ...monthly('complaints-open', 'closed', [[]], {
      en: 'Received in the month and not closed by its end, so that it changes no more.',
      id: 'Diterima pada bulan itu dan belum ditutup sampai akhir bulan, jadi tidak berubah lagi.',
    }),
    ...growing([
      ...monthly('complaints-answered', 'answered', [[], ['class']], AS_OF),
      ...monthly('complaints-answered', 'answered', [['wait']], {
        en: 'How long the answered ones had waited, in clock hours, or in calendar days where a time of the file has no clock. The unanswered are those received less those answered.',
        id: 'Berapa lama yang sudah dijawab menunggu, dalam jam, atau dalam hari kalender bila ada waktu tanpa jam dalam berkas. Yang belum dijawab adalah yang diterima dikurangi yang dijawab.',
      }),
      ...monthly('complaints-answered', 'answered', [['working-wait']], {
        en: 'The same in hours in which the office was open, where agency.json says when that is and every time of the file has a clock.',
        id: 'Sama, dalam jam kerja instansi, bila agency.json menyebut jam kerjanya dan semua waktu dalam berkas memuat jam.',
      }),
      ...monthly('complaints-closed', 'closed', [[], ['class']], AS_OF),
      ...monthly('complaints-due', 'received, deadline', [[], ['class']], DUE),
      ...monthly('complaints-on-time', 'received, deadline, answered or closed', [[], ['class']], DUE),
      ...monthly('ratings', 'rating'),
      ...monthly('rating-sum', 'rating'),
    ]),
  ],
  lacks: [],
  engagement: [],
  settles: 28,
  freezes: 28,
  limits: {
    en: 'The file covers whole days that the name or the command states; a day without a row is counted as none. A later file that covers the same months replaces them; after 28 days only with a reason. Waiting times are kept as counts in bins, since a median of medians is none. There is no split of waiting times by class: most of its cells would have to be hidden. Answered, closed, due and on time by class are written only from a file that is made 28 days after the month or later, since they grow until then. Small counts by class, service or place are hidden before they are written; a breakdown that changes by few later is taken out. A code that stands in fewer than five rows of the file is "other", and each in a file of fewer than twenty rows, since rare codes may be names; the three classes above, Indonesia’s provinces and the usual channels stay. The file itself is never kept: it is one row a complaint.',
    id: 'Berkas mencakup hari-hari penuh yang disebut nama berkas atau perintah; hari tanpa baris dihitung nihil. Berkas berikutnya untuk bulan yang sama menggantikannya; setelah 28 hari hanya dengan alasan. Waktu tunggu disimpan sebagai jumlah per rentang, sebab median dari median bukan median. Waktu tunggu tidak dirinci per jenis: sebagian besar selnya harus disembunyikan. Yang dijawab, ditutup, jatuh tempo, dan tepat waktu per jenis hanya ditulis dari berkas yang dibuat 28 hari setelah bulan berakhir atau sesudahnya, karena sebelum itu masih naik. Jumlah kecil per jenis, layanan, atau wilayah disembunyikan sebelum ditulis; rincian yang kemudian berubah sedikit ditiadakan. Kode yang muncul di kurang dari lima baris berkas menjadi "other" (lainnya), begitu pula semua kode dalam berkas di bawah dua puluh baris, sebab kode yang jarang bisa jadi nama orang; tiga jenis di atas, provinsi di Indonesia, dan saluran yang lazim tetap. Berkasnya sendiri tidak pernah disimpan: satu baris adalah satu pengaduan.',
  },
  how: [
    {
      en: 'Take the template data/templates/complaints.csv. Fill one row a complaint: no names, numbers of persons, addresses or words of the complaint.',
      id: 'Ambil templat data/templates/complaints.csv. Isi satu baris per pengaduan: tanpa nama, nomor orang, alamat, atau isi pengaduan.',
    },
    {
      en: 'Keep the file outside the repository and import it: npm run import -- --agency A --source complaints --from 2026-09-01 --to 2026-09-30 FILE. Hand in each month twice: soon after its end, and once more four weeks later; that is the state that the final report shows.',
      id: 'Simpan berkas di luar repositori lalu impor: npm run import -- --agency A --source complaints --from 2026-09-01 --to 2026-09-30 BERKAS. Serahkan tiap bulan dua kali: segera setelah bulan berakhir, dan sekali lagi empat minggu kemudian; itulah keadaan yang ditunjukkan laporan final.',
    },
  ],
  terms: ownTerms,
  tried: 'never',
  fixture: 'Ours: the format is this project’s own.',
};
