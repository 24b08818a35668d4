import { waitingTime } from './formula/response.ts';

export const firstResponseP90Working = waitingTime(
  'first-response-p90-working',
  0.9,
  { received: 'complaints-received', answered: ['complaints-answered'], by: 'working-wait' },
  {
    id: {
      name: 'Waktu jawaban pertama, jam kerja (9 dari 10)',
      plain: 'Sembilan dari sepuluh pengaduan dijawab dalam jam kerja sebanyak ini.',
      formula:
        'Lama tunggu dalam jam kerja setiap pengaduan sampai dijawab, diurutkan; batas atas kelompok waktu tempat sembilan dari sepuluh dari semua pengaduan yang diterima sudah terjawab. Yang belum dijawab dihitung sebagai yang paling lama.',
      limits:
        'Hanya jam buka kantor yang dihitung: malam, akhir pekan, libur nasional, dan cuti bersama tidak. Yang menunggu sejak Jumat sore sampai Senin pagi karena itu tampak cepat; bagi pelapor yang terasa adalah jam kalender, yang ada di sampingnya. Jam buka menurut pernyataan instansi. Tidak diketahui bila daftar tidak memuat jam atau kalender tahunnya belum ada.',
    },
    en: {
      name: 'First response in working hours (9 in 10)',
      plain: 'Nine in ten complaints were answered within this many working hours.',
      formula:
        'How many working hours each complaint waited for its answer, in order; the upper edge of the bin in which nine in ten of all complaints received had been answered. The unanswered count as the longest.',
      limits:
        'Only hours in which the office was open count: no nights, week-ends, national holidays or joint leave. What waits from Friday evening to Monday morning looks fast; what people feel are the clock hours, which stand beside it. The hours are as the office states them. Not known where the register has no times of day, or that year has no calendar yet.',
    },
  },
);
