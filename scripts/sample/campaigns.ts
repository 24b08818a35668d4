import type { Day } from '#model/day.ts';

/** What the office asked people to do, and when: its tag stands in links, in advertisements and in messages. */
export interface Campaign {
  readonly tag: string;
  readonly from: Day;
  readonly to: Day;
  /** Rupiah that its advertisements cost on a full day; 0 for one without. */
  readonly daily: number;
  /** Visits to the website that its links bring on a usual day. */
  readonly visits: number;
  /** What its posts say, in place of others on the same subject. */
  readonly slogan?: Slogan;
}

interface Slogan {
  readonly hashtag: string;
  readonly topic: string;
  readonly lines: readonly string[];
}

const IMMUNISE: Slogan = {
  hashtag: 'AyoImunisasi',
  topic: 'kesehatan',
  lines: [
    'Bulan Imunisasi: bawa buku KIA ke posyandu terdekat. Anak yang tertinggal satu dosis pun bisa melengkapinya.',
    'Sudah lengkap imunisasi campak dan polio anak Anda? Daftar lewat laman kabupaten, pilih posyandu dan jamnya.',
    'Demam ringan sesudah imunisasi itu wajar. Kader posyandu menjelaskan kapan anak perlu dibawa ke puskesmas.',
    'Imunisasi di posyandu gratis, juga untuk keluarga yang baru pindah. Cukup bawa KTP atau KK.',
    'Petugas imunisasi keliling singgah di pasar setiap Sabtu pagi selama Bulan Imunisasi.',
  ],
};

const PAY: Slogan = {
  hashtag: 'PajakTepatWaktu',
  topic: 'pajak',
  lines: [
    'Bayar PBB-P2 tepat waktu lewat QRIS di kantor desa: bukti setor langsung di ponsel.',
    'Tidak yakin berapa pajak Anda? Cek tagihan di laman kabupaten dengan nomor objek pajak.',
    'Pelaku usaha: lapor pajak restoran dan hotel sekarang bisa dari rumah, tanpa antre.',
    'Keberatan atas tagihan pajak dapat diajukan gratis di Mal Pelayanan Publik; petugas membantu mengisinya.',
    'Masih ada waktu: pajak yang dibayar sebelum jatuh tempo tidak kena denda.',
  ],
};

export const CAMPAIGNS: readonly Campaign[] = [
  {
    tag: 'imunisasi-2025',
    from: '2025-08-04',
    to: '2025-09-05',
    daily: 240_000,
    visits: 46,
    slogan: IMMUNISE,
  },
  { tag: 'pajak-2025', from: '2025-09-08', to: '2025-10-31', daily: 150_000, visits: 34, slogan: PAY },
  {
    tag: 'imunisasi-2026',
    from: '2026-08-03',
    to: '2026-09-04',
    daily: 310_000,
    visits: 71,
    slogan: IMMUNISE,
  },
  { tag: 'pajak-2026', from: '2026-09-07', to: '2026-10-31', daily: 180_000, visits: 39, slogan: PAY },
  { tag: 'kabar-tirtaraya', from: '2025-01-01', to: '2026-12-31', daily: 0, visits: 11 },
];

/** The campaigns that run on a day. */
export function running(day: Day): readonly Campaign[] {
  return CAMPAIGNS.filter((one) => one.from <= day && day <= one.to);
}
