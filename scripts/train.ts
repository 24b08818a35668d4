import path from 'node:path';
import { ClassifierCard } from '#model/classifier.ts';
import { cook } from '#opinion/label/recipe.ts';
import { encode } from '#opinion/label/weights.ts';
import { canonical } from '#store/json.ts';
import { schemaOf } from '#store/paths.ts';
import { bytes, list, sha256, write } from '#store/write.ts';
import { HELD_OUT } from './opinion/corpus.ts';
import { readMaterial } from './opinion/material.ts';
import { main, options, text, today, UsageError } from './options.ts';

/** What lies in the folder that is trained on, and under which terms. The texts themselves are never committed. */
const FILES = [
  {
    file: 'train.jsonl',
    licence: {
      id: 'menurut penerbitnya: CC-BY-SA 4.0 dan sejenisnya (SmSA, EmoT, IndoLEM, NusaX, dan lainnya)',
      en: 'as their publishers state: CC-BY-SA 4.0 and the like (SmSA, EmoT, IndoLEM, NusaX and others)',
    },
    about: {
      id: 'Ulasan, kiriman, dan berita berbahasa Indonesia, kalimat Jawa, Sunda, dan bahasa daerah lain, sedikit Inggris: untuk label dan pengenal bahasa',
      en: 'Indonesian reviews, posts and news, Javanese, Sundanese and other regional sentences, some English: for labels and the language router',
    },
  },
  {
    file: 'train-en-tweets.jsonl',
    licence: {
      id: 'ketentuan platformnya; tidak punya lisensi sendiri',
      en: "the platform's terms; no licence of its own",
    },
    about: {
      id: 'Kiriman berbahasa Inggris: untuk label komentar Inggris dan pengenal bahasa; teksnya tidak diteruskan',
      en: 'English posts: for labels of English comments and the language router; no text of it is passed on',
    },
  },
  {
    file: 'neutral-id.txt',
    licence: { id: 'CC-BY-SA, menurut penerbitnya', en: 'CC-BY-SA, as its publisher states' },
    about: {
      id: 'Kalimat ensiklopedia, dianggap netral tanpa ada orang yang melabelinya',
      en: 'Encyclopaedic sentences, taken as neutral without a person having said so',
    },
  },
] as const;

const OWN = {
  id: 'Korpus proyek ini sendiri: komentar sintetis, ditulis dan diberi label secara otomatis',
  en: "This project's own corpus: synthetic comments, written and labelled automatically",
};

const FEATURES = {
  id: 'Kata, pasangan kata bersebelahan, potongan dua sampai lima huruf di dalam kata, kelompok kata dan emoji (pujian, celaan, ingkaran, keraguan, terima kasih, permintaan, dan lainnya) sendiri-sendiri dan berdua, titik balik komentar ("bagus tapi lambat"), dan cara mengetiknya; dipadatkan menjadi satu bita per kelas. Mesin vektor pendukung linear, satu lawan sisanya. Bahasa Inggris punya bobot sendiri, dipilih oleh pengenal bahasa dari potongan satu sampai empat huruf.',
  en: 'Words, pairs of neighbours, parts of two to five letters within a word, groups of words and emoji (praise, blame, negation, doubt, thanks, requests and others) alone and two together, where a comment turns ("bagus tapi lambat"), and how it is typed; hashed into one signed byte a class. Linear support vector machines, one against the rest. English has weights of its own, chosen by a language router over parts of one to four letters.',
};

const rebuild = (out: string) => ({
  id: `Siapa pun yang memiliki tiga berkas pertama, dengan "npm run train -- --data FOLDER --out ${out}": berkas yang sama memberi bita yang sama. Korpusnya ada di repositori ini; yang lain harus diminta dari penerbitnya.`,
  en: `Whoever has the first three files, with "npm run train -- --data DIR --out ${out}": the same files give the same bytes. The corpus lies in this repository; the others must be had from their publishers.`,
});

await main(() => {
  const { values } = options({ corpus: { type: 'string' }, out: { type: 'string' } });
  const folder = text(values['data']);
  if (folder === undefined)
    throw new UsageError('npm run train -- --data DIR [--corpus data/corpus] [--out data/classifier/1]: --data is missing');
  const corpus = text(values['corpus']) ?? 'data/corpus';
  const out = text(values['out']) ?? 'data/classifier/1';
  const version = path.basename(out);
  const material = readMaterial(folder, corpus);
  const { written } = material;
  const counts = [material.rows.length, material.english.length, material.neutral.length];
  const weights = encode(cook(version, material));
  const own = list(corpus).filter((file) => file.endsWith('.jsonl') && !HELD_OUT.has(path.basename(file, '.jsonl')));
  const card = ClassifierCard.parse({
    $schema: schemaOf('classifier', 2),
    version,
    made: today(values['now'], 'UTC', () => new Date()),
    sha256: sha256(weights),
    bytes: weights.length,
    features: FEATURES,
    trained: [
      ...FILES.map(({ file, licence, about }, at) => ({
        file,
        sha256: sha256(bytes(path.join(folder, file))),
        rows: counts[at] ?? 0,
        licence,
        about,
        open: false,
      })),
      ...own.map((file) => ({
        file: `corpus/${file}`,
        sha256: sha256(bytes(path.join(corpus, file))),
        rows: written.filter(({ topic }) => topic === path.basename(file, '.jsonl')).length,
        licence: { id: 'CC0', en: 'CC0' },
        about: OWN,
        open: true,
      })),
    ],
    rebuild: rebuild(out.split(path.sep).join('/')),
    measured: [],
    topics: null,
    groups: [],
    router: null,
    speed: null,
  });
  write(path.join(out, 'weights.bin'), weights);
  write(path.join(out, 'card.json'), canonical(card));
  process.stdout.write(`${path.join(out, 'weights.bin')}: ${weights.length} bytes, sha256 ${card.sha256}\n`);
  return 0;
});
