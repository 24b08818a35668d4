import type { Label } from '#model/label.ts';

/** What the screen of a sitting says. */
export interface Words {
  /** One screen: what each label means, and what the keys do. */
  readonly guide: readonly string[];
  readonly keys: string;
  progress(at: number, of: number): string;
  part(at: number, of: number): string;
  /** What leaving now would mean; `counts` of the labels would be kept, if they are at least `enough`. */
  leaving(done: number, counts: number, enough: number): readonly string[];
}

/** Comments of the corpus that show where a label begins. */
export const EXAMPLES: Readonly<Record<Label, readonly string[]>> = {
  positive: [
    'jarang2 ada camat mau nyebur ikut dorong perahu, salut bu',
    'sebelum kali dilebarin: 11 hari kerendem. sesudah: 3 jam',
  ],
  neutral: ['min posko pengungsian yg di balai desa masih nerima baju anak2 ga?', 'hadir min'],
  negative: [
    'laporan masuk tgl 3, sekarang tgl 27',
    'konsisten itu penting. buktinya banjir di sini ga pernah absen, salut',
    'nomor darurat 24 jam kok jam 11 malem ga ada yg ngangkat ya?',
  ],
};

const such = (label: Label): string[] => EXAMPLES[label].map((text) => `    "${text}"`);

const id: Words = {
  guide: [
    'Perasaan apa yang ditunjukkan penulisnya, terhadap apa pun yang ia bicarakan?',
    '',
    '[1] Positif: pujian, terima kasih, setuju, lega, percaya',
    ...such('positive'),
    '[2] Netral: tanya, kabar, minta tanpa perasaan, canda tanpa memihak, iklan',
    ...such('neutral'),
    '[3] Negatif: keluhan, marah, curiga, sindiran, cemas, kritik halus',
    ...such('negative'),
    '',
    'Ada keduanya: yang ia tekankan. Tak terbaca, atau tak bisa diputuskan: netral.',
    '[s] tunda; ia muncul lagi di akhir. Tak ada yang boleh dibuang: yang sulit',
    '    biasanya sama-sama condong, dan tanpa itu sampel tidak acak lagi.',
    '[u] urungkan   [spasi] lanjutan   [?] panduan ini   [q] berhenti',
    '',
    'Tak ada kata yang disimpan. Jangan ada yang ikut melihat layar ini.',
    'Tekan tombol apa saja untuk mulai.',
  ],
  keys: '[1] positif [2] netral [3] negatif  [s]tunda [u]urungkan [?]panduan [q]berhenti',
  progress: (at, of) => `Komentar ${at} dari ${of}`,
  part: (at, of) => `(bagian ${at} dari ${of}, [spasi] untuk lanjutannya)`,
  leaving: (done, counts, enough) => [
    `${done} komentar sudah berlabel; ${counts} yang pertama tanpa celah bisa dipakai.`,
    ...(counts < done ? ['Yang di belakang komentar tertunda tidak ikut: tanpa yang sulit, sampel tidak acak lagi.'] : []),
    counts < enough
      ? `Di bawah ${enough} label tidak ada yang disimpan. Label ini akan hilang.`
      : `${counts} label itu akan disimpan sebagai jumlah.`,
    '',
    '[q] berhenti   tombol lain: lanjutkan',
  ],
};

const en: Words = {
  guide: [
    'What feeling does the writer show, toward whatever the words are about?',
    '',
    '[1] Positive: praise, thanks, agreement, relief, trust',
    ...such('positive'),
    '[2] Neutral: questions, news, plain requests, jokes, advertising',
    ...such('neutral'),
    '[3] Negative: complaint, anger, distrust, irony, worry, polite criticism',
    ...such('negative'),
    '',
    'Both in one: the side that is stressed. Unreadable or undecidable: neutral.',
    '[s] later; it comes again at the end. None may be dropped: the hard ones tend',
    '    to lean one way, and without them the sample is random no more.',
    '[u] undo   [space] more   [?] this guide   [q] stop',
    '',
    'No word is kept. Let nobody look over your shoulder.',
    'Press any key to begin.',
  ],
  keys: '[1] positive [2] neutral [3] negative  [s]later [u]undo [?]guide [q]stop',
  progress: (at, of) => `Comment ${at} of ${of}`,
  part: (at, of) => `(part ${at} of ${of}, [space] for more)`,
  leaving: (done, counts, enough) => [
    `${done} comments have a label; the first ${counts} without a gap can be used.`,
    ...(counts < done ? ['Those behind a comment put off do not count: without the hard ones the sample is not random.'] : []),
    counts < enough
      ? `Under ${enough} labels nothing is kept. These labels will be lost.`
      : `These ${counts} labels will be kept, as sums.`,
    '',
    '[q] stop   any other key: go on',
  ],
};

export const WORDS: Readonly<Record<'id' | 'en', Words>> = { id, en };
