import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Private } from '#model/comment.ts';
import { emerging } from '#opinion/topic/emerging.ts';
import { MARK, names, redacted } from '#opinion/topic/people.ts';
import { vocabulary } from '#opinion/topic/vocabulary.ts';
import { points } from '#opinion/topic/titles.ts';
import { reader } from '#opinion/topic/words.ts';
import { NAMES, PARTS } from './names.ts';

const TEXTS = fs
  .readdirSync('data/corpus')
  .filter((file) => file.endsWith('.jsonl'))
  .flatMap((file) => fs.readFileSync(`data/corpus/${file}`, 'utf8').split('\n'))
  .flatMap((line) => (line === '' ? [] : [(JSON.parse(line) as { text: string }).text]));
const VOCABULARY = vocabulary({ corpus: TEXTS, topics: [], posts: [] });
const MONDAYS = [
  '2026-01-05',
  '2026-01-12',
  '2026-01-19',
  '2026-01-26',
  '2026-02-02',
  '2026-02-09',
  '2026-02-16',
  '2026-02-23',
  '2026-03-02',
];
const LAST = MONDAYS.at(-1) as string;

/** Ways in which a person's name stands in a comment. */
const STYLES: Readonly<Record<string, (name: string) => string>> = {
  'after a title, small': (name) => `pak ${name} korupsi`,
  'after a title': (name) => `tolong Bu ${capitals(name)} ditindak`,
  'in the midst, capitals': (name) => `yang salah itu ${capitals(name)} bukan warga`,
  'at the start, capitals': (name) => `${capitals(name)} harus mundur`,
  'called so': (name) => `petugas bernama ${name} minta uang`,
  'in the name of': (name) => `transfer ke rekening a.n. ${capitals(name)} saja`,
  'small, no title': (name) => `${name} makan uang rakyat`,
  'shouted, no title': (name) => `DASAR ${name.toUpperCase()} MALING`,
};

function capitals(name: string): string {
  return name.replace(/(^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase());
}

/** Lets 30 people name each of some persons in one week, after eight weeks of other talk. */
function surfaced(persons: readonly string[], style: (name: string) => string) {
  const heard = emerging({ vocabulary: VOCABULARY, refused: [], smallest: 10, since: MONDAYS[0] as string, salt: 'garam' });
  let at = 0;
  const text = () => TEXTS[(at = (at + 7) % TEXTS.length)] as string;
  for (const monday of MONDAYS) for (let one = 0; one < 20; one += 1) heard.hear(text(), new Private(`w${one}`), monday);
  for (const name of persons)
    for (let one = 0; one < 30; one += 1) heard.hear(`${text()}. ${style(name)}`, new Private(`${name} ${one}`), LAST);
  const { named, waiting } = heard.weeks([{ week: '2026-w10', from: LAST, to: '2026-03-08' }]);
  const holds = (term: string) => term.split(' ').some((word) => persons.some((name) => name.split(' ').includes(word)));
  return {
    named: named.flatMap((week) => week.terms.map(({ term }) => term)).filter(holds),
    waiting: waiting.map(({ term }) => term.read()).filter(holds),
  };
}

describe('no person is exposed', () => {
  test('there are enough names', () => {
    expect(new Set(NAMES).size).toBeGreaterThan(400);
  });

  const whole = process.env['TERANG_PROVE'] === '1';
  Object.entries(STYLES).forEach(([style, write], turn) =>
    test(`a name ${style} is never named`, () => {
      // Each name in two of the ways; in all eight at full size.
      const persons = NAMES.filter((_, at) => whole || (at + turn) % 8 < 2);
      const open: string[] = [];
      const shown = new Set<string>();
      for (let from = 0; from < persons.length; from += 5) {
        const { named, waiting } = surfaced(persons.slice(from, from + 5), write);
        open.push(...named);
        for (const term of waiting) shown.add(term);
      }
      // In one case of letters and without a title, nothing tells Bau from bau (a smell): the word is told, and no person.
      expect(open.filter((term) => !style.includes('no title') || term !== 'bau')).toEqual([]);
      // With a title or a capital, hardly any is even shown to staff; without either, a name that is no name to us waits like any new word.
      if (process.env['TERANG_SHOW']) console.log(style, persons.length, shown.size, [...shown].slice(0, 14).join(', '));
      if (!style.includes('no title')) expect(shown.size).toBeLessThanOrEqual(persons.length * 0.04);
    }),
  );

  test('the only parts of them that may be named are everyday words', () => {
    expect(PARTS.filter((part) => VOCABULARY.has(part))).toEqual(['nompo', 'bau', 'utama']);
  });
});

/** What points at one person in a village without a name. */
const POINTED = [
  'dosen hukum korupsi',
  'tangkap kades',
  'bendahara masjid korupsi',
  'satpam bank',
  'supir angkot',
  'mandor proyek jembatan',
  'tangkap istri',
  'tangkap anak',
  'janda korupsi bantuan',
  'rumah cat hijau',
  'langit biru korupsi',
  'tetangga sebelah masjid',
  'anaknya pak lurah',
  'guru-guru sekolah',
];

describe('nobody is pointed at', () => {
  test.each(POINTED)('"%s" is not named, nor its words side by side', (phrase) => {
    const { named } = surfaced([phrase], (words) => words);
    expect(named.filter((term) => term.includes(' ') || points(term))).toEqual([]);
    expect(named.length).toBeLessThan(2);
  });

  test('an office alone may be named where the agency speaks of it, and never with a word beside it', () => {
    const own = {
      corpus: ['tangkap kades korupsi', 'jalan rusak parah'],
      topics: [],
      posts: ['Kades dan camat rapat soal jalan rusak.'],
    };
    const one = vocabulary(own);
    expect(['kades', 'jalan rusak', 'janda', 'lurah', 'tangkap kades', 'rusak jalan'].map(one.has)).toEqual([
      ...[true, true, false, false, false, false],
    ]);
    expect(vocabulary({ ...own, accepted: ['tangkap kades'] }).has('tangkap kades')).toBe(true);
  });
});

describe('what leads to a person', () => {
  test.each(['a.', 'a@', '@', '1-', '08 ', 'jl. a ', 'satu ', '\ud800', 'A ', 'Pak A ', '\u0301', 'a.n.'])(
    'a long row of "%s" takes no time',
    (part) => {
      const began = performance.now();
      const heard = emerging({ vocabulary: VOCABULARY, refused: [], smallest: 10, since: MONDAYS[0] as string, salt: 'garam' });
      heard.hear(part.repeat(20_000), new Private('iseng'), LAST);
      expect(performance.now() - began).toBeLessThan(1500);
    },
  );

  const read = reader();
  const left = (text: string) => {
    const words = read(redacted(text));
    const marks = names(words, VOCABULARY.knows);
    return words.filter((word, at) => marks[at] !== MARK.hidden && !word.coded).map((word) => word.typed);
  };
  test.each([
    ['telepon 0812-3456-7890 ya', 'telepon ya'],
    ['wa +62 812 3456 7890', 'wa'],
    ['wa 0812.3456.7890 / 081234567890', 'wa'],
    ['hubungi kosong delapan satu dua tiga empat lima', 'hubungi'],
    ['plat B 1234 XYZ ngebut', 'plat ngebut'],
    ['plat dd1234ab ngebut', 'plat ngebut'],
    ['nik 3201234567890001 ditolak', 'nik ditolak'],
    ['kirim ke budi.s_99@contoh.co.id segera', 'kirim ke segera'],
    ['cek www.contoh.id/abc atau bit.ly/xyz', 'cek atau'],
    ['lihat https://contoh.id/warga/slamet', 'lihat'],
    ['setuju @slamet.riyadi', 'setuju'],
    ['setuju @ slamet_riyadi', 'setuju'],
    ['cek ig wartawan.desa dulu', 'cek dulu'],
    ['ig: wartawandesa bohong', 'bohong'],
    ['telegram wartawan_desa bohong', 'bohong'],
    ['tiktok wartawan99 bohong', 'bohong'],
    ['wartawan_desa bohong', 'bohong'],
    ['surat ke wartawan at gmail dot com segera', 'surat ke segera'],
    ['wartawan(at)gmail.com segera', 'segera'],
    ['wartawan [at] yahoo [dot] co [dot] id segera', 'segera'],
    ['lihat ig dan tiktok kantor', 'lihat ig dan tiktok kantor'],
    ['rumah di Jl. Melati No. 5 banjir', 'rumah di banjir'],
    ['gang kenanga rt 03/rw 02 gelap', 'gelap'],
    ['rekening 1234567890 bri', 'rekening bri'],
    ['transfer a.n. slamet saja', 'transfer bernama saja'],
    ['pak slamet rusak', 'pak rusak'],
    ['Pak. Slamet Widodo rusak', 'pak rusak'],
    ['pak tolong jalan rusak', 'pak tolong jalan rusak'],
    ['pak camat slamet rajin', 'pak camat rajin'],
  ])('%s', (text, rest) => {
    expect(left(text).join(' ')).toBe(rest);
  });
});
