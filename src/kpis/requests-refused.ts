import { decided } from './formula/requests-decided.ts';

export const requestsRefused = decided('requests-refused', 'requests-refused', {
  id: {
    name: 'Permohonan ditolak',
    plain: 'Dari setiap permohonan informasi yang sudah diputus, berapa bagian yang ditolak.',
    formula: 'Permohonan yang ditolak dibagi yang dikabulkan, dikabulkan sebagian, dan ditolak.',
    limits:
      'Menurut bulan permohonan diterima, sebagaimana keadaannya saat berkas dibuat; yang belum diputus tidak ikut. Ditolak belum tentu keliru: undang-undang mengecualikan sebagian informasi (Pasal 17). Alasannya ada dalam rincian; yang sedikit disembunyikan.',
  },
  en: {
    name: 'Requests refused',
    plain: 'Of all information requests that were decided, the share that was refused.',
    formula: 'Requests refused, divided by those granted, granted in part and refused.',
    limits:
      'By the month in which the request came, as it stood when the file was made; what is not decided yet is left out. A refusal need not be wrong: the law exempts some information (Article 17). The reasons stand in the breakdown; few are hidden.',
  },
});
