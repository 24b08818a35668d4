import type { Declaration } from '#model/source.ts';
import { daily, growing, monthly } from './register-declaration.ts';

const AS_OF = {
  en: 'Status "Selesai" or "Ditutup", by the month in which the report came in, as it stood when the file was exported: a later export raises earlier months.',
  id: 'Status "Selesai" atau "Ditutup", menurut bulan laporan masuk, sebagaimana keadaannya saat diekspor: ekspor berikutnya menaikkan bulan sebelumnya.',
};
const ALL = {
  en: 'Reports of every class: complaints, requests for information, aspirations and whistleblowing, and those whose class is not known here.',
  id: 'Laporan semua klasifikasi: pengaduan, permintaan informasi, aspirasi, dan whistleblowing, serta yang klasifikasinya tidak dikenal.',
};
const LATE = {
  en: 'A report or two of a month come in, or change their class, after it is over. Two states of a small table could be subtracted, so that it is written once, when the month has settled.',
  id: 'Satu dua laporan suatu bulan masuk, atau berubah klasifikasinya, setelah bulan itu berakhir. Dua keadaan tabel kecil dapat saling dikurangkan, jadi tabel ditulis sekali saja, ketika bulannya sudah tetap.',
};
/** Only reports of the class complaint. */
const RECEIVED = 'Tanggal Laporan Masuk (Pengaduan)';
const NO_ANSWER = {
  en: 'LAPOR’s export has no time of the answer, so neither how many were answered nor how fast can be told from it.',
  id: 'Ekspor LAPOR tidak memuat waktu jawaban, sehingga jumlah yang dijawab dan kecepatannya tidak dapat dihitung dari sana.',
};
const NO_CLOSING = {
  en: 'LAPOR’s export says that a report is closed, and not when: whether that was in time can’t be told from it.',
  id: 'Ekspor LAPOR menyebut bahwa laporan sudah ditutup, tetapi tidak kapan: tepat tidaknya waktu tidak dapat dihitung dari sana.',
};

export const declaration: Declaration = {
  id: 'sp4n-lapor',
  platform: 'sp4n-lapor',
  name: 'SP4N-LAPOR!',
  title: { en: 'SP4N-LAPOR!, export of reports', id: 'SP4N-LAPOR!, ekspor laporan' },
  family: 'register',
  kind: 'export',
  api: 'SP4N-LAPOR export, 2026',
  secrets: [],
  personal: true,
  gives: [
    ...daily('complaints-received', RECEIVED),
    ...monthly('complaints-received', RECEIVED, [[], ['channel']]),
    ...monthly('reports-received', 'Tanggal Laporan Masuk', [[]], ALL),
    ...growing([
      ...monthly('complaints-received', RECEIVED, [['service'], ['province'], ['city']], LATE),
      ...monthly('complaints-closed', 'Status Laporan (Pengaduan)', [[]], AS_OF),
      ...monthly('ratings', 'Rating (Pengaduan)'),
      ...monthly('rating-sum', 'Rating (Pengaduan)'),
    ]),
  ],
  lacks: [
    { measure: 'complaints-answered', level: 'account', reason: 'not-in-export', note: NO_ANSWER },
    ...(['complaints-due', 'complaints-on-time', 'complaints-open'] as const).map((measure) => ({
      measure,
      level: 'account' as const,
      reason: 'not-in-export' as const,
      note: NO_CLOSING,
    })),
  ],
  engagement: [],
  settles: 28,
  freezes: 28,
  limits: {
    en: 'Only reports of the class "Pengaduan" are complaints here; requests for information, aspirations and whistleblowing count in "reports of all kinds" alone, and never among the office’s own register of information requests. The columns with the reporter’s name, the title and the texts of a report are never asked for, and the file is never kept. Archived reports ("Diarsipkan") count as received and not as closed. "Ditutup" is closed by LAPOR or its administrators, mostly after ten working days without a reply, and does not say that the reporter was content. Which other statuses the export may hold is not known; one that is not known here is refused. Channels that are not known here are "other"; categories and cities are those that LAPOR has people choose from its lists, and "other" where a cell does not look like one (a category of more than four words, digits), where fewer than five rows of the file have it, and in a file of fewer than twenty rows: a cell that was written over may name somebody. A report that went to two institutions stands twice and is refused where its rows differ: export for one institution. Counts by category, province or city are written only from a file that is made 28 days after the month or later, and small ones are hidden before they are written. After 28 days an earlier month changes only with a reason.',
    id: 'Hanya laporan berklasifikasi "Pengaduan" yang dihitung sebagai pengaduan; permintaan informasi, aspirasi, dan whistleblowing hanya masuk "laporan segala jenis", dan tidak pernah masuk register permohonan informasi instansi. Kolom nama pelapor, judul, dan isi laporan tidak pernah dibaca, dan berkasnya tidak pernah disimpan. Laporan yang diarsipkan ("Diarsipkan") dihitung diterima, bukan ditutup. "Ditutup" berarti ditutup oleh LAPOR atau adminnya, umumnya setelah sepuluh hari kerja tanpa balasan, dan tidak berarti pelapor puas. Status lain yang mungkin ada dalam ekspor belum diketahui; status yang tidak dikenal ditolak. Sumber yang tidak dikenal menjadi "other" (lainnya); kategori dan kota adalah pilihan dari daftar LAPOR, dan menjadi "other" bila isi selnya tidak seperti itu (kategori lebih dari empat kata, ada angka), bila kurang dari lima baris berkas memuatnya, dan dalam berkas di bawah dua puluh baris: sel yang ditimpa bisa memuat nama orang. Laporan yang diteruskan ke dua instansi muncul dua kali dan ditolak bila barisnya berbeda: ekspor untuk satu instansi. Jumlah per kategori, provinsi, atau kota hanya ditulis dari berkas yang dibuat 28 hari setelah bulan berakhir atau sesudahnya, dan yang kecil disembunyikan sebelum ditulis. Setelah 28 hari, bulan yang lalu hanya berubah dengan alasan.',
  },
  how: [
    {
      en: 'Not tried: log in to lapor.go.id as the administrator of the institution, open the list of reports, choose whole months, and export to Excel.',
      id: 'Belum dicoba: masuk ke lapor.go.id sebagai admin instansi, buka daftar laporan, pilih bulan penuh, lalu ekspor ke Excel.',
    },
    {
      en: 'Keep the file outside the repository and do not edit it. Import it: npm run import -- --agency A --source sp4n-lapor --from 2026-09-01 --to 2026-09-30 FILE. Hand in each month twice: soon after its end, and once more four weeks later; that is the state that the final report shows.',
      id: 'Simpan berkas di luar repositori dan jangan diubah. Impor: npm run import -- --agency A --source sp4n-lapor --from 2026-09-01 --to 2026-09-30 BERKAS. Serahkan tiap bulan dua kali: segera setelah bulan berakhir, dan sekali lagi empat minggu kemudian; itulah keadaan yang ditunjukkan laporan final.',
    },
  ],
  tried: 'never',
  fixture: 'Ours: only the list of columns of a real export is known, and a few of its statuses.',
  documentation: 'https://www.lapor.go.id',
};
