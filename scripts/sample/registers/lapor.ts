import { eachDay, type Day } from '#model/day.ts';
import { flood } from '../calendar.ts';
import { csv, month, quote, type Cell } from '../csv.ts';
import { weigh } from '../random.ts';
import { around, clock, draws, waiting } from './rows.ts';

const HEADER =
  'Tracking ID,Tanggal Laporan Masuk,Waktu Laporan Masuk,Nama Pelapor,Klasifikasi Laporan,ID Kategori,Kategori,Judul Laporan,Isi Laporan Awal,Isi Laporan Akhir,Tipe Laporan (Anonim/Rahasia),Sumber Laporan,Instansi Induk,ID Instansi Terdisposisi,Instansi Terdisposisi,Status Laporan,Alasan Tunda/Arsip,Provinsi,Kota/Kabupaten,Kecamatan,Kelurahan,Nomor SK,Url SK,Url Dokumen Laporan Tahunan,Laporan yang Masuk melalui Kanal Aduan Setwapres,Rating';
const KINDS = [
  ['Pengaduan', 82],
  ['Permintaan Informasi', 12],
  ['Aspirasi', 6],
] as const;
const CATEGORIES = [
  ['31,Jalan dan Jembatan', 34],
  ['44,Administrasi Kependudukan', 24],
  ['52,Air Bersih', 20],
  ['17,Kebersihan', 22],
] as const;
const SOURCES = [
  ['Website', 46],
  ['Aplikasi Mobile', 38],
  ['SMS', 9],
  ['Instagram', 7],
] as const;

/** Where it happened: who works or shops here complains too. All but the province are invented. */
const CITIES = [
  ['Kabupaten Tirtaraya', 62],
  ['Kota Banyubiru', 16],
  ['Kabupaten Gunungsekar', 12],
  ['Kabupaten Muarapinang', 10],
] as const;

/** What SP4N-LAPOR! exports: with names and texts, of which the importer must keep nothing. All of them are invented. */
export function lapor(from: Day, to: Day, seen: Day): Uint8Array {
  const rows = eachDay(from, to).flatMap((day) => {
    const draw = draws('lapor', day);
    return Array.from({ length: around(draw, 6 * (1 + 3 * flood(day))) }, (_, index): Cell[] => {
      const [number, category] = weigh(draw, CATEGORIES).split(',') as [string, string];
      const done = clock(day, waiting(draw, 210 * (1 + 3 * flood(day)), 0.9)).slice(0, 10) < seen;
      const ended = weigh(draw, [
        ['Selesai', 70],
        ['Ditutup oleh Sistem', 18],
        ['Diarsipkan', 5],
        ['Terverifikasi', 7],
      ] as const);
      const status = done ? ended : 'Terverifikasi';
      // Drawn whether it is shown or not: what else a report says is the same in every file.
      const rating = draw() < 0.22 ? 2 + Math.floor(draw() * 4) : '';
      const name = `Warga Contoh ${Math.floor(draw() * 900) + 100}`;
      return [
        `${day.slice(2).replaceAll('-', '')}${String(index).padStart(3, '0')}`,
        `${Number(day.slice(8))} ${month(day, 'id')} ${day.slice(0, 4)}`,
        clock(day, 6 + draw() * 16).slice(11),
        name,
        weigh(draw, KINDS),
        number,
        category,
        quote(`${category} di dekat rumah ${name}`),
        quote(`Mohon ditindaklanjuti.\nHubungi saya di 0812-0000-${String(index).padStart(4, '0')}, ${name}`),
        '',
        draw() < 0.2 ? 'Anonim' : '',
        weigh(draw, SOURCES),
        'Pemerintah Kabupaten Tirtaraya',
        '12',
        'Dinas Komunikasi dan Informatika',
        status,
        '',
        'Sulawesi Selatan',
        weigh(draw, CITIES),
        'Kecamatan Contoh',
        'Kelurahan Contoh',
        '',
        '',
        '',
        'Tidak',
        /^(Selesai|Ditutup)/.test(status) ? rating : '',
      ];
    });
  });
  return csv([HEADER.split(','), ...rows]);
}
