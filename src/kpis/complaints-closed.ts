import { complaintShare } from './formula/complaint-share.ts';

export const complaintsClosed = complaintShare('complaints-closed', {
  id: 'complaints-closed',
  texts: {
    id: {
      name: 'Pengaduan selesai',
      plain: 'Dari setiap pengaduan yang diterima, berapa bagian yang sudah ditutup.',
      formula: 'Pengaduan yang sudah ditutup dibagi pengaduan yang diterima pada bulan yang sama.',
      limits:
        'Ditutup tidak berarti pelapor puas; sebagian ditutup karena pelapor tidak membalas. Angkanya menurut keadaan saat berkas dibuat dan masih naik.',
    },
    en: {
      name: 'Complaints closed',
      plain: 'Of all complaints received, the share that has been closed.',
      formula: 'Complaints that were closed divided by complaints received in the same month.',
      limits:
        'Closed does not mean that the person is content; some are closed since the person did not reply. The figure stands as it did when the file was made, and still rises.',
    },
  },
});
