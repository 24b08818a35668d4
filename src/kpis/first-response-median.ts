import { known, missing } from '#model/figure.ts';
import { days, facts, part } from './example.ts';
import type { Kpi } from './kpi.ts';
import { answeredWithin } from './response.ts';

export const firstResponseMedian: Kpi = {
  id: 'first-response-median',
  version: 1,
  question: 4,
  unit: 'hours',
  families: ['register'],
  declared: true,
  rollUp: 'bins added up',
  stage: 'out-take',
  measures: ['complaints-answered'],
  texts: {
    id: {
      name: 'Waktu jawaban pertama (tengah)',
      plain: 'Separuh dari semua pengaduan dijawab dalam waktu ini; separuhnya lagi lebih lama, atau belum dijawab.',
      formula:
        'Lama tunggu setiap pengaduan sampai dijawab, diurutkan; batas atas kelompok waktu tempat separuh dari semua pengaduan yang diterima sudah terjawab. Yang belum dijawab dihitung sebagai yang paling lama.',
      limits:
        'Jam kalender, bukan jam kerja: malam dan hari libur ikut dihitung. Bila daftar hanya memuat tanggal, satu hari dihitung 24 jam. Bila terlalu banyak yang belum dijawab, angkanya tidak diketahui.',
    },
    en: {
      name: 'First response (median)',
      plain: 'Half of all complaints were answered within this time; the other half took longer, or still wait.',
      formula:
        'How long each complaint waited for its answer, in order; the upper edge of the bin in which half of all complaints received had been answered. The unanswered count as the longest.',
      limits:
        'Clock hours, not working hours: nights and holidays count. Where the register has days alone, a day counts as 24 hours. Where too many are unanswered, the figure is not known.',
    },
  },
  basis: [
    {
      title:
        'Median and 90th per cent with the unanswered kept (right-censored; derived). Facebook instead gave the mean of the fastest 90%, which hides the slowest tenth',
    },
  ],
  examples: [
    {
      title: { id: 'Seratus diterima, 95 dijawab', en: 'A hundred received, 95 answered' },
      facts: [
        facts('a', {
          monthly: { 'complaints-received': days(100, 1, 1), 'complaints-answered': days(95, 1, 1) },
          parts: {
            'complaints-answered': [part({ wait: '2-3h' }, 40), part({ wait: '6-8h' }, 30), part({ wait: '24-36h' }, 25)],
          },
        }),
      ],
      expect: { figure: known(8), numerator: 95, denominator: 100 },
    },
    {
      title: { id: 'Terlalu banyak yang belum dijawab', en: 'Too many unanswered' },
      facts: [
        facts('a', {
          monthly: { 'complaints-received': days(100, 1, 1), 'complaints-answered': days(40, 1, 1) },
          parts: { 'complaints-answered': [part({ wait: '2-3h' }, 40)] },
        }),
      ],
      expect: { figure: missing('unanswered'), numerator: 40, denominator: 100 },
    },
    {
      title: { id: 'Lama tunggu tidak lengkap', en: 'Waiting times are incomplete' },
      facts: [
        facts('a', {
          monthly: { 'complaints-received': days(100, 1, 1), 'complaints-answered': days(95, 1, 1) },
          parts: { 'complaints-answered': [part({ wait: '2-3h' }, 40)] },
        }),
      ],
      expect: { figure: missing('partial') },
    },
  ],
  compute: (accounts) => answeredWithin(0.5, accounts),
};
