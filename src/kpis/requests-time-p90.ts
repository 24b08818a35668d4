import { waitingTime } from './formula/response.ts';

export const requestsTimeP90 = waitingTime(
  'requests-time-p90',
  0.9,
  { received: 'requests-received', answered: ['requests-decided'], by: 'wait' },
  {
    id: {
      name: 'Waktu menjawab permohonan (9 dari 10)',
      plain: 'Sembilan dari sepuluh permohonan informasi dijawab dalam waktu ini.',
      formula:
        'Lama tunggu setiap permohonan sampai dijawab, diurutkan; batas atas kelompok waktu tempat sembilan dari sepuluh dari semua permohonan yang diterima sudah terjawab. Yang belum dijawab dihitung sebagai yang paling lama.',
      limits:
        'Hari kalender sejak permohonan diregistrasi sampai pemberitahuan tertulis; dijawab pada hari yang sama dihitung satu hari. Batas dalam undang-undang memakai hari kerja. Jawaban menolak juga jawaban. Bila terlalu banyak yang belum dijawab, angkanya tidak diketahui.',
    },
    en: {
      name: 'Time for information requests (9 in 10)',
      plain: 'Nine in ten information requests were answered within this time.',
      formula:
        'How long each request waited for its answer, in order; the upper edge of the bin in which nine in ten of all requests received had been answered. The unanswered count as the longest.',
      limits:
        'Calendar days from registration to the written answer; an answer on the same day counts as one. The limits in the law are in working days. A refusal is an answer, too. Where too many are unanswered, the figure is not known.',
    },
  },
  {
    basis: [
      {
        title: 'UU 14/2008 (KIP), Article 12: bodies publish each year the time that each request took',
        url: 'https://id.wikisource.org/',
      },
    ],
  },
);
