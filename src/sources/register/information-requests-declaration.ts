import type { Layout } from '#model/layout.ts';
import type { Declaration } from '#model/source.ts';
import { growing, monthly, ownTerms, rowNumber } from './register-declaration.ts';

/** The letters of Article 17 of UU 14/2008, and reasons beside it. */
const REFUSALS = [
  ...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map((letter) => `17-${letter}`),
  'not-held',
  'incomplete',
  'other',
];

const layout: Layout = {
  id: 'information-requests',
  title: { en: 'Requests for public information, one a row', id: 'Permohonan informasi publik, satu per baris' },
  persons: true,
  key: ['no'],
  columns: [
    rowNumber,
    {
      name: 'received',
      kind: 'day',
      note: { en: 'Day on which the request was registered.', id: 'Hari permohonan diregistrasi.' },
      examples: ['2026-09-01', '2026-09-02', '2026-09-08', '2026-09-29'],
    },
    {
      name: 'decided',
      kind: 'day',
      optional: true,
      note: { en: 'Day of the written answer. Empty: not yet.', id: 'Hari pemberitahuan tertulis. Kosong: belum.' },
      examples: ['2026-09-08', '2026-09-16', '2026-09-17', ''],
    },
    {
      name: 'decision',
      kind: 'choice',
      values: ['granted', 'partly', 'refused'],
      optional: true,
      note: {
        en: 'granted, partly or refused. Empty: not yet.',
        id: 'granted (dikabulkan), partly (sebagian), atau refused (ditolak). Kosong: belum.',
      },
      examples: ['granted', 'partly', 'refused', ''],
    },
    {
      name: 'refusal',
      kind: 'choice',
      values: REFUSALS,
      optional: true,
      note: {
        en: 'Why it was refused, wholly or partly: 17-a to 17-j (Article 17 of UU 14/2008), not-held, incomplete, other.',
        id: 'Alasan penolakan, seluruhnya atau sebagian: 17-a sampai 17-j (Pasal 17 UU 14/2008), not-held (tidak dikuasai), incomplete (tidak lengkap), other (lainnya).',
      },
      examples: ['', '17-h', '17-a', ''],
    },
  ],
};

const DUE = {
  en: 'By the month in which they were received: those whose deadline had passed before the day on which the file was imported, by the deadlines in agency.json. What is not due yet is left out, and comes with a later file.',
  id: 'Menurut bulan diterima: yang tenggatnya sudah lewat sebelum hari berkas diimpor, menurut tenggat dalam agency.json. Yang belum jatuh tempo tidak dihitung, dan masuk dengan berkas berikutnya.',
};

const WAITED = {
  en: 'How long the decided ones had waited, in calendar days, whatever was decided: how long one waited and that it was refused would tell of a single request.',
  id: 'Berapa lama yang sudah diputus menunggu, dalam hari kalender, apa pun putusannya: lama tunggu dan penolakannya sekaligus akan menunjuk satu permohonan.',
};

export const declaration: Declaration = {
  id: 'information-requests',
  platform: 'information-requests',
  name: 'Information requests',
  title: { en: 'Requests for public information (UU 14/2008), CSV', id: 'Permohonan informasi publik (UU 14/2008), CSV' },
  family: 'register',
  kind: 'export',
  api: 'Terang information requests CSV, 1',
  secrets: [],
  personal: true,
  layouts: [layout],
  gives: [
    ...monthly('requests-received', 'received'),
    ...growing([
      ...monthly('requests-decided', 'decided', [[], ['wait']], WAITED),
      ...monthly('requests-granted', 'decision granted'),
      ...monthly('requests-partly', 'decision partly', [[], ['refusal']]),
      ...monthly('requests-refused', 'decision refused', [[], ['refusal']]),
      ...monthly('requests-due', 'received, deadline', [[]], DUE),
      ...monthly('requests-on-time', 'received, deadline, decided', [[]], DUE),
    ]),
  ],
  lacks: [],
  engagement: [],
  settles: 28,
  freezes: 28,
  limits: {
    en: 'These are the four figures that Article 12 of UU 14/2008 has every public body publish each year: how many requests, how long each took, how many were granted or refused, and why. Counted by the month in which the request was received, as it stood when the file was made; a later file raises earlier months. Time is counted in calendar days from registration to the written answer; the law’s own limits are in working days. Refusals by reason are written only from a file that is made 28 days after the month or later, and hidden where they are few. The file itself is never kept: it is one row a request.',
    id: 'Inilah empat angka yang menurut Pasal 12 UU 14/2008 wajib diumumkan setiap badan publik tiap tahun: jumlah permohonan, waktu pemenuhannya, jumlah yang dikabulkan dan ditolak, serta alasan penolakan. Dihitung menurut bulan permohonan diterima, sebagaimana keadaannya saat berkas dibuat; berkas berikutnya menaikkan bulan sebelumnya. Waktu dihitung dalam hari kalender sejak registrasi sampai pemberitahuan tertulis; batas dalam undang-undang memakai hari kerja. Penolakan per alasan hanya ditulis dari berkas yang dibuat 28 hari setelah bulan berakhir atau sesudahnya, dan disembunyikan bila sedikit. Berkasnya sendiri tidak pernah disimpan: satu baris adalah satu permohonan.',
  },
  how: [
    {
      en: 'Take the template data/templates/information-requests.csv: one row a request, without name, address or what was asked.',
      id: 'Ambil templat data/templates/information-requests.csv: satu baris per permohonan, tanpa nama, alamat, atau isi permohonan.',
    },
    {
      en: 'Keep the file outside the repository and import it: npm run import -- --agency A --source information-requests --from 2026-09-01 --to 2026-09-30 FILE. Hand in each month twice: soon after its end, and once more four weeks later; that is the state that the final report shows.',
      id: 'Simpan berkas di luar repositori lalu impor: npm run import -- --agency A --source information-requests --from 2026-09-01 --to 2026-09-30 BERKAS. Serahkan tiap bulan dua kali: segera setelah bulan berakhir, dan sekali lagi empat minggu kemudian; itulah keadaan yang ditunjukkan laporan final.',
    },
  ],
  terms: ownTerms,
  tried: 'never',
  fixture: 'Ours: the format is this project’s own.',
};
