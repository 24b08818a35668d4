/** Greetings of the day, by month and day; moving feasts stand with their year. */
export const FEASTS: Readonly<Record<string, string>> = {
  '01-01': 'Selamat Tahun Baru. Semoga Tirtaraya makin guyub dan terang.',
  '04-22': 'Hari Bumi: satu rumah, satu pohon. Bibit gratis di kantor kecamatan.',
  '05-02': 'Selamat Hari Pendidikan Nasional. Terima kasih, guru-guru di pulau dan pesisir.',
  '05-12': 'Dirgahayu Kabupaten Tirtaraya! Terima kasih kepada semua warga yang menjaganya.',
  '06-01': 'Selamat Hari Lahir Pancasila. Berbeda-beda, tetap satu kampung halaman.',
  '08-17': 'Dirgahayu Republik Indonesia! Upacara di lapangan kabupaten pukul 08.00 WITA, lomba rakyat mulai siang.',
  '10-02': 'Hari Batik Nasional: hari ini seluruh pegawai memakai motif ombak Tirtaraya.',
  '10-28': 'Selamat Hari Sumpah Pemuda. Pemuda pesisir, bersatulah untuk laut yang bersih.',
  '11-10': 'Selamat Hari Pahlawan. Pahlawan hari ini: petugas yang berjaga ketika kita tidur.',
  '11-25': 'Selamat Hari Guru. Sebutkan pelajaran yang paling Anda ingat!',
  '12-25': 'Selamat Natal bagi warga yang merayakan. Damai di rumah, damai di kampung.',
  '2025-03-01': 'Selamat menunaikan ibadah puasa. Jam layanan selama Ramadan: 08.00–15.00 WITA.',
  '2026-02-18': 'Marhaban ya Ramadan. Jam layanan selama bulan puasa: 08.00–15.00 WITA.',
  '2025-03-31': 'Selamat Idulfitri. Mohon maaf lahir dan batin dari kami sekeluarga besar kabupaten.',
  '2026-03-20': 'Selamat Idulfitri, mohon maaf lahir dan batin. Layanan darurat tetap siaga.',
};

export const PLACES = [
  'Muara Jati',
  'Tanjung Lentera',
  'Batu Ombak',
  'Sungai Lempah',
  'Pasir Elok',
  'Kuala Senja',
  'Teluk Cemara',
  'Rawa Bening',
  'Bukit Kelapa',
  'Pulau Sirih',
] as const;

export const CLOSERS = [
  'Informasi lengkap ada di laman kabupaten.',
  'Bagikan kepada keluarga dan tetangga.',
  'Ada pertanyaan? Tulis di kolom komentar.',
  'Simpan unggahan ini agar mudah dicari.',
  'Layanan ini gratis.',
  'Pantau terus akun resmi kami.',
  'Terima kasih atas kerja sama warga.',
  'Aduan dijawab pada jam kerja.',
] as const;
