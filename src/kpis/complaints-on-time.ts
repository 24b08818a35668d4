import { timely } from './formula/timely.ts';

export const complaintsOnTime = timely(
  'complaints-on-time',
  'complaints-due',
  'complaints-on-time',
  {
    id: {
      name: 'Pengaduan selesai tepat waktu',
      plain: 'Dari setiap pengaduan yang tenggatnya sudah lewat, berapa bagian yang ditangani sebelum tenggat itu.',
      formula:
        'Pengaduan yang ditangani paling lambat pada hari terakhir tenggatnya dibagi pengaduan yang tenggatnya sudah lewat, menurut bulan diterimanya. Tenggatnya menurut jenis pengaduan, dengan aturan yang berlaku pada hari diterima; hari kerja dihitung mulai hari berikutnya, tanpa akhir pekan, libur nasional, dan cuti bersama.',
      limits:
        'Yang belum ditangani dan lewat tenggat dihitung terlambat. Yang belum jatuh tempo saat berkas dibuat tidak ikut, juga bila sudah selesai: bila ikut, bulan yang baru lewat akan tampak terlalu baik. Jenis dengan tenggat panjang (misalnya 60 hari kerja) karena itu baru ikut bila berkasnya diserahkan lagi. Tepat waktu tidak berarti masalahnya selesai dengan baik, dan tenggatnya ditetapkan instansi sendiri menurut aturan yang disebutnya.',
    },
    en: {
      name: 'Complaints dealt with in time',
      plain: 'Of all complaints whose deadline has passed, the share that was dealt with before it did.',
      formula:
        'Complaints that were dealt with by the end of the last day of their deadline, divided by the complaints whose deadline has passed, by the month in which they were received. The deadline is that of the complaint’s class, by the rule in force on the day of receipt; working days count from the next day, without week-ends, national holidays and joint leave.',
      limits:
        'What is not dealt with and past its deadline counts as late. What was not due when the file was made is left out, even where it was closed: else a young month would look too good. Classes with long deadlines (60 working days, say) therefore enter only when the file is handed in again. In time does not mean solved well, and the deadlines are the office’s own, by the rule that it names.',
    },
  },
  {
    basis: [
      { title: 'Deadlines are configuration with a cited rule; what is open and overdue counts as missed (derived)' },
      { title: 'UU 25/2009 on public services; SP4N-LAPOR! (Perpres 76/2013)', url: 'https://www.lapor.go.id/' },
    ],
    leading: true,
    byPart: { numerator: 'complaints-on-time', denominator: 'complaints-due' },
  },
);
