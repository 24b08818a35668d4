import { decided } from './formula/requests-decided.ts';

export const requestsPartly = decided('requests-partly', 'requests-partly', {
  id: {
    name: 'Permohonan dikabulkan sebagian',
    plain: 'Dari setiap permohonan informasi yang sudah diputus, berapa bagian yang hanya dikabulkan sebagian.',
    formula: 'Permohonan yang dikabulkan sebagian dibagi yang dikabulkan, dikabulkan sebagian, dan ditolak.',
    limits:
      'Menurut bulan permohonan diterima, sebagaimana keadaannya saat berkas dibuat; yang belum diputus tidak ikut. Alasannya ada dalam rincian.',
  },
  en: {
    name: 'Requests granted in part',
    plain: 'Of all information requests that were decided, the share that was granted only in part.',
    formula: 'Requests granted in part, divided by those granted, granted in part and refused.',
    limits:
      'By the month in which the request came, as it stood when the file was made; what is not decided yet is left out. The reasons stand in the breakdown.',
  },
});
