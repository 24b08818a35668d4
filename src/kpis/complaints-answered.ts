import { complaintShare } from './formula/complaint-share.ts';

export const complaintsAnswered = complaintShare('complaints-answered', {
  id: 'complaints-answered',
  leading: true,
  texts: {
    id: {
      name: 'Pengaduan dijawab',
      plain: 'Dari setiap pengaduan yang diterima, berapa bagian yang sudah dijawab isinya oleh petugas.',
      formula: 'Pengaduan yang sudah dijawab dibagi pengaduan yang diterima pada bulan yang sama.',
      limits:
        'Tanda terima otomatis bukan jawaban. Jawaban tidak berarti masalahnya selesai. Bulan terakhir masih naik: angkanya menurut keadaan saat berkas dibuat. Ekspor SP4N-LAPOR! tidak memuat waktu jawaban.',
    },
    en: {
      name: 'Complaints answered',
      plain: 'Of all complaints received, the share that a person has answered in substance.',
      formula: 'Complaints that were answered divided by complaints received in the same month.',
      limits:
        'An automatic receipt is no answer, and an answer is not a solution. The last month still rises: it stands as it did when the file was made. The SP4N-LAPOR! export does not hold the time of the answer.',
    },
  },
});
