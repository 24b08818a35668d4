/** What the screen on which staff decide on words says. */
export interface Words {
  readonly guide: readonly string[];
  readonly keys: string;
  readonly reading: string;
  readonly none: string;
  asked: (at: number, of: number, people: number, week: string) => string;
  kept: (accepted: number, refused: number) => string;
}

const id: Words = {
  guide: [
    'Kata-kata berikut lebih sering ditulis warga daripada biasanya. Laporan publik',
    'belum menyebutnya: kata itu tidak ada di kosakata umum, jadi bisa saja nama orang.',
    '',
    '[1] boleh disebut: nama program, tempat, istilah, jabatan, pejabat publik karena',
    '    jabatannya. Ditulis ke terms.json, berlaku mulai bulan yang belum ditutup.',
    '[2] jangan pernah: bukan nama orang, tetapi tidak berarti (typo, kata seru, umpatan).',
    '    Ditulis ke terms.json juga, dan berkas itu terbuka bagi umum.',
    '[3] menyangkut orang, atau ragu: tidak ditulis di mana pun, dan tidak akan disebut.',
    '[u] urungkan   [q] simpan dan berhenti   [ctrl-c] berhenti tanpa menyimpan',
    '',
    'Nama warga biasa, korban, pelapor, atau yang dituduh: selalu [3].',
    'Tekan tombol apa saja untuk mulai.',
  ],
  keys: '[1] boleh disebut  [2] jangan pernah  [3] orang / ragu  [u]urungkan [q]simpan',
  reading: 'Membaca komentar tiga bulan terakhir; ini bisa beberapa menit …',
  none: 'Tidak ada kata yang menunggu. / No word is waiting.',
  asked: (at, of, people, week) => `Kata ${at} dari ${of}: ditulis ${people} orang pada pekan ${week}`,
  kept: (accepted, refused) =>
    `${accepted} boleh disebut, ${refused} jangan pernah. Kirim terms.json lewat pull request; persetujuannya adalah keputusannya.`,
};

const en: Words = {
  guide: [
    'More people than usual wrote these words. The public report does not name them',
    'yet: they are not in the public vocabulary, so they could be somebody’s name.',
    '',
    '[1] may be named: a programme, a place, a term, an office, a public official as',
    '    such. Written into terms.json; holds from the month that has not closed yet.',
    '[2] never: no name of a person, but it means nothing (a slip, an oath).',
    '    Written into terms.json too, and that file is public.',
    '[3] about a person, or unsure: written nowhere, and it will not be named.',
    '[u] undo   [q] keep and leave   [ctrl-c] leave and keep nothing',
    '',
    'Names of ordinary people, victims, complainants or accused: always [3].',
    'Press any key to begin.',
  ],
  keys: '[1] may be named  [2] never  [3] a person / unsure  [u]ndo [q]keep',
  reading: 'Reading the comments of the last three months; this may take some minutes …',
  none: 'Tidak ada kata yang menunggu. / No word is waiting.',
  asked: (at, of, people, week) => `Word ${at} of ${of}: written by ${people} people in week ${week}`,
  kept: (accepted, refused) =>
    `${accepted} may be named, ${refused} never. Send terms.json as a pull request; its approval is the decision.`,
};

export const WORDS: Readonly<Record<'id' | 'en', Words>> = { id, en };
