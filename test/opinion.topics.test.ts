import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Topics, type Topic } from '#model/topic.ts';
import { topicsOf } from '#opinion/topic/topics.ts';
import { vocabulary } from '#opinion/topic/vocabulary.ts';

const topic = (id: string, over: Partial<Topic>): Topic => ({
  id,
  kind: 'topic',
  name: { id, en: id },
  words: ['zzz'],
  hashtags: [],
  under: [],
  since: '2026-01-01',
  rumours: [],
  done: [],
  ...over,
});

const matcher = topicsOf([
  topic('jalan', { words: ['jalan rusak', 'lubang*', 'jalan'] }),
  topic('baik', { words: ['baik'] }),
  topic('bola', { words: ['jemput bola', 'E-KTP'], kind: 'policy' }),
  topic('banjir', { words: ['banjir'], hashtags: ['SiagaBanjir'], under: ['InfoBanjir'] }),
  topic('rumah-sakit', { words: ['rumah sakit', 'rsud'] }),
]);

describe('topics of a comment', () => {
  test.each<[string, readonly string[]]>([
    ['jalan depan pasar', ['jalan']],
    ['JALAAAN', ['jalan']],
    ['jln depan', ['jalan']],
    ['jalannya, parah', ['jalan']],
    ['jalanlah', ['jalan']],
    ['berjalan kaki', []],
    ['lubangnya dalem', ['jalan']],
    ['berlubang', []],
    ['jemput bola kapan', ['bola']],
    ['jemput. bola', []],
    ['jemput anak main bola', []],
    ['e-ktp saya', ['bola']],
    ['memperbaiki', []],
    ['perbaikan', []],
    ['sebaiknya', []],
    ['baik', ['baik']],
    ['baiknya jalan dulu', ['jalan', 'baik']],
    ['#SiagaBanjir aman', ['banjir']],
    ['siagabanjir', []],
    ['#banjir', ['banjir']],
    ['rsud penuh', ['rumah-sakit']],
    ['rumah sakit penuh', ['rumah-sakit']],
    ['', []],
    ['🙏🙏', []],
  ])('%s', (text, ids) => {
    expect(matcher(text, [])).toEqual(ids);
  });

  test('a comment under a post with the hashtag is on its topic, whatever it says', () => {
    expect(matcher('mantap', ['infobanjir'])).toEqual(['banjir']);
    expect(matcher('mantap', ['InfoBanjir', 'lain'])).toEqual(['banjir']);
    expect(matcher('mantap', ['siagabanjir'])).toEqual([]);
  });

  test('words between two of the same phrase do not hide the second', () => {
    expect(matcher('jemput jemput bola', [])).toEqual(['bola']);
  });
});

/** Topics of the sample agency, and the file of the corpus that is about the same. */
const SAME: Readonly<Record<string, string>> = {
  banjir: 'floods',
  jalan: 'roads',
  kependudukan: 'id-cards',
  pajak: 'taxes',
  sampah: 'rubbish',
  bansos: 'aid',
  'listrik-air': 'power',
  'harga-pangan': 'prices',
  imunisasi: 'vaccines',
};

const corpus = Object.fromEntries(
  fs
    .readdirSync('data/corpus')
    .filter((file) => file.endsWith('.jsonl'))
    .map((file) => [
      file.slice(0, -6),
      fs
        .readFileSync(`data/corpus/${file}`, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { text: string }).text),
    ]),
);

describe("the sample agency's topics", () => {
  const { topics } = Topics.parse(JSON.parse(fs.readFileSync('data/agencies/tirtaraya/topics.json', 'utf8')));
  const match = topicsOf(topics);

  test.each(Object.entries(SAME).filter(([id]) => topics.some((one) => one.id === id)))(
    '%s: what is put on it is mostly about it, and other topics are not',
    (id, file) => {
      const share = (name: string) => (corpus[name] ?? []).filter((text) => match(text, []).includes(id)).length / 250;
      const elsewhere = Object.keys(corpus).filter((name) => name !== file);
      const wrong = elsewhere.reduce((all, name) => all + share(name), 0) / elsewhere.length;
      // The corpus gives each comment one topic, though many speak of two; a fifth of them are off topic or name nothing. So these are floors.
      expect(share(file)).toBeGreaterThan(0.2);
      expect(wrong).toBeLessThan(0.025);
      expect(share(file) / (share(file) + wrong * elsewhere.length)).toBeGreaterThan(0.55);
    },
  );
});

describe('the public vocabulary', () => {
  const words = vocabulary({
    corpus: ['jalan rusak, tolong diperbaiki', 'bunga di taman', 'racun tikus'],
    topics: [topic('bola', { words: ['jemput bola', 'pasar murah*'], name: { id: 'Jemput bola', en: 'ID-card bus' } })],
    posts: [
      'Terima kasih kepada Ibu Sumiyarti atas laporannya. Pompa di Muara Jati bekerja.',
      'Pendopo dibuka oleh Wiranegara Kusumaputra hari ini, hubungi budi@contoh.id',
    ],
    accepted: ['zubrowka'],
  });
  test.each<[string, boolean]>([
    ['jalan', true],
    ['jalan rusak', true],
    ['jemput bola', true],
    ['pasar murah', true],
    ['bekerja', true],
    ['wiranegara', false],
    ['muara jati', true],
    ['muara', false],
    ['keracunan', true],
    ['zubrowka', true],
    ['zubrowka jalan', false],
    ['bunga', false],
    ['sumiyarti', false],
    ['wiranegara kusumaputra', false],
    ['kusumaputra', false],
    ['budi', false],
    ['wexford', false],
  ])('%s', (term, isPublic) => {
    expect(words.has(term)).toBe(isPublic);
  });
});
