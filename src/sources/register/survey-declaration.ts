import type { Column, Layout } from '#model/layout.ts';
import type { Declaration } from '#model/source.ts';
import { CHANNELS } from './closed.ts';
import { apart, monthly, ownTerms, rowNumber } from './register-declaration.ts';

/** The nine elements of PermenPANRB 14/2017, in its order; that of the last two is taken from memory. */
const ELEMENTS = [
  ['requirements', 'persyaratan'],
  ['system, mechanism, procedure', 'sistem, mekanisme, prosedur'],
  ['time to completion', 'waktu penyelesaian'],
  ['cost', 'biaya/tarif'],
  ['product of the service', 'produk spesifikasi jenis pelayanan'],
  ['competence of staff', 'kompetensi pelaksana'],
  ['conduct of staff', 'perilaku pelaksana'],
  ['handling of complaints and suggestions', 'penanganan pengaduan, saran, dan masukan'],
  ['facilities', 'sarana dan prasarana'],
] as const;

const date: Column = {
  name: 'date',
  kind: 'day',
  note: { en: 'Day on which the answers were given.', id: 'Hari jawaban diberikan.' },
  examples: ['2026-09-01', '2026-09-01', '2026-09-02', '2026-09-05'],
};
const service: Column = {
  name: 'service',
  kind: 'code',
  optional: true,
  note: { en: 'The service that was used, as a code of yours.', id: 'Layanan yang dipakai, dengan kode Anda sendiri.' },
  examples: ['kependudukan', 'kependudukan', 'perizinan', 'perizinan'],
};

const ikm: Layout = {
  id: 'ikm',
  title: {
    en: 'Satisfaction survey (IKM), one respondent a row',
    id: 'Survei kepuasan masyarakat (IKM), satu responden per baris',
  },
  persons: true,
  key: ['no'],
  columns: [
    rowNumber,
    date,
    ...ELEMENTS.map(([en, id], index): Column => ({
      name: `u${index + 1}`,
      kind: 'choice',
      values: ['1', '2', '3', '4'],
      optional: true,
      note: { en: `Points for ${en}, 1 to 4. Empty: not answered.`, id: `Nilai ${id}, 1 sampai 4. Kosong: tidak dijawab.` },
      examples: ['4', '3', index === 3 ? '' : '3', '2'],
    })),
    service,
    {
      name: 'age',
      kind: 'choice',
      values: ['0-17', '18-24', '25-34', '35-44', '45-54', '55-64', '65+'],
      optional: true,
      note: { en: 'Age band; never the age or the date of birth.', id: 'Kelompok umur; jangan umur atau tanggal lahir.' },
      examples: ['25-34', '45-54', '', '18-24'],
    },
    {
      name: 'gender',
      kind: 'choice',
      values: ['female', 'male'],
      optional: true,
      note: {
        en: 'female or male. Empty: not stated.',
        id: 'female (perempuan) atau male (laki-laki). Kosong: tidak disebutkan.',
      },
      examples: ['female', 'male', '', 'female'],
    },
  ],
};

const csat: Layout = {
  id: 'csat',
  title: {
    en: 'Satisfaction in one question (CSAT), one answer a row',
    id: 'Kepuasan dalam satu pertanyaan (CSAT), satu jawaban per baris',
  },
  persons: true,
  key: ['no'],
  columns: [
    rowNumber,
    date,
    {
      name: 'score',
      kind: 'choice',
      values: ['1', '2', '3', '4', '5'],
      note: { en: 'Points, 1 to 5. 4 and 5 count as satisfied.', id: 'Nilai, 1 sampai 5. Nilai 4 dan 5 dihitung puas.' },
      examples: ['5', '4', '2', '5'],
    },
    service,
    {
      name: 'channel',
      kind: 'code',
      values: [...CHANNELS],
      optional: true,
      note: { en: 'Where the question was asked.', id: 'Di mana pertanyaan diajukan.' },
      examples: ['counter', 'whatsapp', 'whatsapp', 'website'],
    },
  ],
};

export const declaration: Declaration = {
  id: 'survey',
  platform: 'survey',
  name: 'Satisfaction survey',
  title: { en: 'Surveys of satisfaction (IKM and CSAT), CSV', id: 'Survei kepuasan (IKM dan CSAT), CSV' },
  family: 'register',
  kind: 'export',
  api: 'Terang survey CSV, 1',
  secrets: [],
  personal: true,
  layouts: [ikm, csat],
  gives: apart([
    ...monthly('survey-respondents', 'rows', [[], ['age'], ['gender'], ['service']]),
    ...monthly('survey-answers', 'u1…u9', [['element'], ['element', 'service']], {
      en: 'How many respondents answered each element.',
      id: 'Berapa responden menjawab setiap unsur.',
    }),
    ...monthly('score-sum', 'u1…u9', [['element'], ['element', 'service']], {
      en: 'Their points added up; divided by the answers they are the average of the element (NRR).',
      id: 'Jumlah nilainya; dibagi jumlah jawaban menjadi nilai rata-rata unsur (NRR).',
    }),
    ...monthly('csat-answers', 'score', [[], ['service'], ['channel']]),
    ...monthly('csat-satisfied', 'score 4, 5', [[], ['service'], ['channel']]),
  ]),
  lacks: [],
  engagement: [],
  settles: 30,
  freezes: 28,
  limits: {
    en: 'IKM is asked on a scale of 1 to 4 and CSAT on one of 1 to 5; they are two figures and never mixed. A form with another scale is refused, not converted. The file covers whole days that the name or the command states; a month without a row is counted as no answers. Small counts by age, gender or service are hidden before they are written. A code of a service or channel that stands in fewer than five rows of the file is "other", and each in a file of fewer than twenty rows, since rare codes may be names; the usual channels stay. The file itself is never kept: it is one row a person. Who answered is not a sample of all citizens unless the survey was drawn so.',
    id: 'IKM ditanyakan dengan skala 1 sampai 4 dan CSAT dengan skala 1 sampai 5; keduanya angka yang berbeda dan tidak pernah dicampur. Formulir dengan skala lain ditolak, tidak dikonversi. Berkas mencakup hari-hari penuh yang disebut nama berkas atau perintah; bulan tanpa baris dihitung tanpa jawaban. Jumlah kecil per umur, jenis kelamin, atau layanan disembunyikan sebelum ditulis. Kode layanan atau saluran yang muncul di kurang dari lima baris berkas menjadi "other" (lainnya), begitu pula semua kode dalam berkas di bawah dua puluh baris, sebab kode yang jarang bisa jadi nama orang; saluran yang lazim tetap. Berkasnya sendiri tidak pernah disimpan: satu baris adalah satu orang. Para penjawab bukan contoh seluruh warga, kecuali surveinya memang dirancang demikian.',
  },
  how: [
    {
      en: 'Take the template data/templates/survey-ikm.csv or survey-csat.csv. One row a respondent, without name, number, e-mail or suggestions in words.',
      id: 'Ambil templat data/templates/survey-ikm.csv atau survey-csat.csv. Satu baris per responden, tanpa nama, nomor, surel, atau saran tertulis.',
    },
    {
      en: 'Keep the file outside the repository and import it: npm run import -- --agency A --source survey --from 2026-07-01 --to 2026-09-30 FILE.',
      id: 'Simpan berkas di luar repositori lalu impor: npm run import -- --agency A --source survey --from 2026-07-01 --to 2026-09-30 BERKAS.',
    },
  ],
  terms: ownTerms,
  tried: 'never',
  fixture: 'Ours: the format is this project’s own; scale and elements are those of PermenPANRB 14/2017.',
};
