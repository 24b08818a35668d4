import { decided } from './formula/requests-decided.ts';

export const requestsGranted = decided('requests-granted', 'requests-granted', {
  id: {
    name: 'Permohonan dikabulkan',
    plain: 'Dari setiap permohonan informasi yang sudah diputus, berapa bagian yang dikabulkan seluruhnya.',
    formula: 'Permohonan yang dikabulkan dibagi yang dikabulkan, dikabulkan sebagian, dan ditolak.',
    limits:
      'Menurut bulan permohonan diterima, sebagaimana keadaannya saat berkas dibuat; yang belum diputus tidak ikut. Dikabulkan tidak berarti informasinya lengkap menurut pemohon.',
  },
  en: {
    name: 'Requests granted',
    plain: 'Of all information requests that were decided, the share that was granted in full.',
    formula: 'Requests granted, divided by those granted, granted in part and refused.',
    limits:
      'By the month in which the request came, as it stood when the file was made; what is not decided yet is left out. Granted does not mean that the applicant found it complete.',
  },
});
