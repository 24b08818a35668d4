import { waitingTime } from './formula/response.ts';

export const firstResponseMedian = waitingTime(
  'first-response-median',
  0.5,
  { received: 'complaints-received', answered: ['complaints-answered'], by: 'wait' },
  {
    id: {
      name: 'Waktu jawaban pertama (tengah)',
      plain: 'Separuh dari semua pengaduan dijawab dalam waktu ini; separuhnya lagi lebih lama, atau belum dijawab.',
      formula:
        'Lama tunggu setiap pengaduan sampai dijawab, diurutkan; batas atas kelompok waktu tempat separuh dari semua pengaduan yang diterima sudah terjawab. Yang belum dijawab dihitung sebagai yang paling lama.',
      limits:
        'Jam kalender, bukan jam kerja: malam dan hari libur ikut dihitung. Bila daftar hanya memuat tanggal, hari kalender yang dihitung, masing-masing 24 jam: dijawab pada hari yang sama adalah satu hari, pada hari ketujuh tujuh hari. Bila terlalu banyak yang belum dijawab, angkanya tidak diketahui.',
    },
    en: {
      name: 'First response (median)',
      plain: 'Half of all complaints were answered within this time; the other half took longer, or still wait.',
      formula:
        'How long each complaint waited for its answer, in order; the upper edge of the bin in which half of all complaints received had been answered. The unanswered count as the longest.',
      limits:
        'Clock hours, not working hours: nights and holidays count. Where the register has days alone, calendar days are counted, at 24 hours each: an answer on the same day is one day, one on the seventh day is seven. Where too many are unanswered, the figure is not known.',
    },
  },
  { leading: true },
);
