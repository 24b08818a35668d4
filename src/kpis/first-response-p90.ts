import { waitingTime } from './formula/response.ts';

export const firstResponseP90 = waitingTime(
  'first-response-p90',
  0.9,
  { received: 'complaints-received', answered: ['complaints-answered'], by: 'wait' },
  {
    id: {
      name: 'Waktu jawaban pertama (9 dari 10)',
      plain: 'Sembilan dari sepuluh pengaduan dijawab dalam waktu ini.',
      formula:
        'Lama tunggu setiap pengaduan sampai dijawab, diurutkan; batas atas kelompok waktu tempat sembilan dari sepuluh dari semua pengaduan yang diterima sudah terjawab. Yang belum dijawab dihitung sebagai yang paling lama.',
      limits:
        'Jam kalender, bukan jam kerja: malam dan hari libur ikut dihitung. Bila daftar hanya memuat tanggal, hari kalender yang dihitung, masing-masing 24 jam: dijawab pada hari yang sama adalah satu hari, pada hari ketujuh tujuh hari. Bila terlalu banyak yang belum dijawab, angkanya tidak diketahui.',
    },
    en: {
      name: 'First response (9 in 10)',
      plain: 'Nine in ten complaints were answered within this time.',
      formula:
        'How long each complaint waited for its answer, in order; the upper edge of the bin in which nine in ten of all complaints received had been answered. The unanswered count as the longest.',
      limits:
        'Clock hours, not working hours: nights and holidays count. Where the register has days alone, calendar days are counted, at 24 hours each: an answer on the same day is one day, one on the seventh day is seven. Where too many are unanswered, the figure is not known.',
    },
  },
);
