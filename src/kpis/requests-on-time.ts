import { timely } from './formula/timely.ts';

export const requestsOnTime = timely(
  'requests-on-time',
  'requests-due',
  'requests-on-time',
  {
    id: {
      name: 'Permohonan dijawab tepat waktu',
      plain: 'Dari setiap permohonan informasi yang tenggatnya sudah lewat, berapa bagian yang dijawab sebelum tenggat itu.',
      formula:
        'Permohonan yang dijawab tertulis paling lambat pada hari terakhir tenggatnya dibagi permohonan yang tenggatnya sudah lewat, menurut bulan diterimanya.',
      limits:
        'Yang belum dijawab dan lewat tenggat dihitung terlambat; yang belum jatuh tempo tidak ikut. Undang-undang memberi 10 hari kerja, dan boleh diperpanjang 7 hari kerja dengan alasan tertulis; daftarnya tidak memuat perpanjangan itu, jadi tenggat yang dipakai adalah yang ditetapkan instansi. Jawaban menolak juga jawaban.',
    },
    en: {
      name: 'Requests answered in time',
      plain: 'Of all information requests whose deadline has passed, the share that was answered before it did.',
      formula:
        'Requests that had a written answer by the end of the last day of their deadline, divided by the requests whose deadline has passed, by the month in which they were received.',
      limits:
        'What is unanswered and past its deadline counts as late; what is not due yet is left out. The law gives 10 working days, and 7 more where the body says why in writing; the register does not hold such an extension, so the deadline is the one that the office has set. A refusal is an answer, too.',
    },
  },
  {
    basis: [
      {
        title: 'UU 14/2008 (KIP), Article 22: 10 working days, 7 more with a written reason (read second-hand)',
        url: 'https://id.wikisource.org/',
      },
    ],
  },
);
