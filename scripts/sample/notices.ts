import type { Day } from '#model/day.ts';
import { at } from './calendar.ts';
import type { AccountId } from './profiles.ts';
import type { Item } from './world.ts';

/** What the office had to say on what stirred people, on every account, in the place of the first other post from that day on. */
interface Notice {
  readonly on: Day;
  readonly topic: string;
  readonly tags: readonly string[];
  readonly line: string;
}

const NOTICES: readonly Notice[] = [
  {
    on: '2026-03-02',
    topic: 'kependudukan',
    tags: ['JemputBolaKTP'],
    line: 'Mobil KTP keliling mulai jalan hari ini: rekam dan cetak KTP-el di kampung sendiri, gratis. Pekan ini Muara Jati, Kuala Senja, dan Bukit Kelapa.',
  },
  {
    on: '2026-03-23',
    topic: 'kependudukan',
    tags: ['JemputBolaKTP'],
    line: 'Sudah 1.140 warga merekam KTP-el di mobil keliling. Pekan ini giliran Rawa Bening, Pasir Elok, dan Pulau Sirih.',
  },
  {
    on: '2026-04-13',
    topic: 'kependudukan',
    tags: ['JemputBolaKTP'],
    line: 'Jadwal mobil KTP keliling: Teluk Cemara Selasa, Batu Ombak Rabu, Tanjung Lentera Kamis, pukul 08.00–14.00 WITA.',
  },
  {
    on: '2026-05-04',
    topic: 'kependudukan',
    tags: ['JemputBolaKTP'],
    line: 'Mobil KTP keliling singgah di pasar dan sekolah. Cukup bawa KK, tidak perlu surat pengantar.',
  },
  {
    on: '2026-05-11',
    topic: 'sampah',
    tags: ['RetribusiSampah'],
    line: 'Mulai 1 Juni retribusi sampah Rp15.000 per rumah per bulan berlaku di semua kelurahan. Rincian penggunaannya ada di laman kabupaten.',
  },
  {
    on: '2026-05-18',
    topic: 'sampah',
    tags: ['RetribusiSampah'],
    line: 'Tanya jawab retribusi sampah: siapa yang membayar, ke mana uangnya, kapan truk datang. Tulis pertanyaan Anda di bawah ini.',
  },
  {
    on: '2026-05-25',
    topic: 'sampah',
    tags: ['RetribusiSampah'],
    line: 'Uang retribusi sampah dipakai untuk sebelas truk baru dan upah petugas. Daftarnya per kelurahan ada di laman kabupaten.',
  },
  {
    on: '2026-06-01',
    topic: 'kependudukan',
    tags: ['JemputBolaKTP'],
    line: 'Mulai bulan ini mobil KTP keliling juga datang hari Sabtu, bagi yang bekerja pada hari biasa.',
  },
  {
    on: '2026-06-05',
    topic: 'sampah',
    tags: ['RetribusiSampah'],
    line: 'Kami membaca keberatan warga tentang retribusi sampah. Besaran dan pengecualiannya dibahas lagi pekan depan, terbuka untuk umum.',
  },
  {
    on: '2026-06-15',
    topic: 'sampah',
    tags: ['RetribusiSampah'],
    line: 'Retribusi sampah diubah: keluarga penerima bantuan dibebaskan, dan kelurahan yang sampahnya tidak terangkut dua kali sepekan tidak ditagih.',
  },
  {
    on: '2026-06-29',
    topic: 'sampah',
    tags: ['RetribusiSampah'],
    line: 'Truk sampah baru sudah beroperasi di enam kelurahan. Belum terangkut dua kali sepekan? Laporkan, retribusi bulan itu tidak ditagih.',
  },
  {
    on: '2026-07-06',
    topic: 'kependudukan',
    tags: ['JemputBolaKTP'],
    line: 'Mobil KTP keliling: 5.300 KTP-el dicetak di kampung sejak Maret. Terima kasih atas masukannya soal antrean.',
  },
  {
    on: '2026-08-14',
    topic: 'hoaks',
    tags: ['StopHoaks'],
    line: 'HOAKS: vaksin campak di posyandu disebut kedaluwarsa. Faktanya, setiap botol diperiksa sebelum dipakai dan tanggalnya boleh dilihat orang tua.',
  },
  {
    on: '2026-08-20',
    topic: 'air',
    tags: ['InfoGangguan'],
    line: 'Gardu induk rusak sejak Rabu malam: tujuh kelurahan padam bergilir. Jadwal padam diperbarui tiap enam jam di laman kabupaten.',
  },
  {
    on: '2026-09-01',
    topic: 'air',
    tags: ['InfoGangguan'],
    line: 'Listrik menyala penuh di tujuh kelurahan. Mulai hari ini pemadaman terencana diumumkan paling lambat tiga hari sebelumnya.',
  },
  {
    on: '2026-09-21',
    topic: 'bansos',
    tags: ['BansosTepat', 'StopHoaks'],
    line: 'HOAKS: pencairan bansos disebut kena biaya Rp50.000. Faktanya, tidak ada biaya apa pun. Laporkan siapa saja yang memungutnya.',
  },
];

/** Subjects whose posts bear a campaign's tag, or a greeting. */
const KEPT: ReadonlySet<string> = new Set(['kesehatan', 'pajak', 'hari-besar']);

/** Puts each notice in the place of another post's words; what that post draws stays as it is. */
export function noticed(account: AccountId, items: readonly Item[]): Item[] {
  if (account === 'youtube') return [...items];
  const words = new Map(
    NOTICES.map(({ on, topic, tags, line }) => [
      items.find((item) => item.day >= at(on) && !KEPT.has(item.topic)),
      { topic, tags, title: line, text: `${line} ${tags.map((tag) => `#${tag}`).join(' ')}` },
    ]),
  );
  return items.map((item) => ({ ...item, ...words.get(item) }));
}
