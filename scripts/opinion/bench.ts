import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import { ClassifierCard, type Measurement } from '#model/classifier.ts';
import { DataError } from '#model/error.ts';
import { Label, LABELS } from '#model/label.ts';
import { classifier, type Classifier } from '#opinion/label/classifier.ts';
import { examplesOf } from '#opinion/label/examples.ts';
import { SPOKEN } from '#opinion/label/language.ts';
import { indonesianTable, routerTable, spoken, type Material } from '#opinion/label/recipe.ts';
import { decode, encode, type Table, type Weights } from '#opinion/label/weights.ts';
import { canonical } from '#store/json.ts';
import { bytes, read, write } from '#store/write.ts';
import { classify } from './classify.ts';
import { HELD_OUT, readWritten, type WrittenRow } from './corpus.ts';
import { intervalsOf } from './intervals.ts';
import { readMaterial } from './material.ts';

const Dev = z.object({ text: z.string(), label: Label, src: z.string() });

interface Judged {
  readonly text: string;
  readonly label: Label;
}

/** What the development sets are; their texts may be measured on, and never trained on. */
const ABOUT: Readonly<Record<string, Measurement['about']>> = {
  'smsa-valid': {
    id: 'Ulasan dan kiriman (bagian validasi SmSA): sejenis dengan sebagian data latih, maka mudah',
    en: 'Reviews and posts (the validation part of SmSA): of the same kind as part of the training data, so easy',
  },
  'mbg-b': {
    id: 'Cuitan tentang satu kebijakan nasional: ranah yang tidak pernah dilatihkan',
    en: 'Posts on one national policy: of a kind never trained on',
  },
  'ridife-10pct': {
    id: 'Cuitan umum berbahasa sehari-hari: ranah yang tidak pernah dilatihkan',
    en: 'General posts in everyday language: of a kind never trained on',
  },
  'own-corpus': {
    id: 'Empat topik dari korpus sintetis kami sendiri yang tidak pernah dilatihkan: bantuan sosial, listrik, pemilu, puskesmas',
    en: 'Four topics of our own synthetic corpus that are never trained on: aid, power, elections, clinics',
  },
};

/** Rounds of leaving out a part of the corpus. */
const FOLDS = 4;

export interface OpinionBench {
  /** Folder of the training and development files. */
  readonly folder: string;
  readonly corpus: string;
  /** Folder of the weights. */
  readonly weights: string;
  /** Comments through the whole command, each in a process of its own. */
  readonly sizes: readonly number[];
  readonly write: boolean;
  /** Leaves out what takes minutes: topics stand as the card has them. */
  readonly quick: boolean;
}

/** What one piece of work took, in a process of its own. */
type Measure = (work: string, env: Record<string, string>) => { seconds: number; peakMegabytes: number };

/** Measures the classifier: how often it is right, on what, and how fast. With `write`, the card beside the weights says so. */
export function benchOpinion(how: OpinionBench, measure: Measure) {
  const file = path.join(how.weights, 'card.json');
  const card = ClassifierCard.parse(JSON.parse(read(file) ?? '{}'));
  const stored = bytes(path.join(how.weights, 'weights.bin'));
  const by = classifier(stored);
  const material = readMaterial(how.folder, how.corpus);
  const corpus = readWritten(how.corpus);
  const held = corpus.filter(({ topic }) => HELD_OUT.has(topic));
  const dev = readDev(how.folder);
  const measured = [...new Set(dev.map(({ src }) => src))].map((src) =>
    judge(
      by,
      src.toLowerCase(),
      dev.filter((row) => row.src === src),
    ),
  );
  if (held.length > 0) measured.push(judge(by, 'own-corpus', held));
  const topics = how.quick ? card.topics : dropOf(decode(stored), material, corpus);
  const router = routed(decode(stored), material);
  const speed = {
    perSecond: perSecond(by, material),
    startMs: startMs(how),
    memoryMb: how.sizes.map((comments) => {
      const { seconds, peakMegabytes } = measure('classify', floodEnv(how, comments));
      process.stderr.write(
        `${comments} comments through the command: ${Math.round(comments / seconds)}/s, ${peakMegabytes} MB\n`,
      );
      return { comments, mb: peakMegabytes };
    }),
  };
  const examples = examplesOf(by, held);
  const found = ClassifierCard.parse({ ...card, measured, topics, groups: groupsOf(by, held), router, speed, examples });
  if (how.write) write(file, canonical(found));
  return {
    ...{ version: by.version, bytes: stored.length, measured, topics, groups: found.groups, router, speed },
    intervals: intervalsOf(measured),
  };
}

function floodEnv(how: OpinionBench, comments: number): Record<string, string> {
  return { TERANG_BENCH: how.folder, TERANG_COMMENTS: String(comments), TERANG_WEIGHTS: how.weights };
}

export function readDev(folder: string) {
  const file = path.join(folder, 'dev.jsonl');
  const found = read(file);
  if (found === undefined)
    throw new DataError([
      { file, line: 1, column: 1, rule: 'bench', message: 'is not there; --data names the folder with the development sets' },
    ]);
  return found
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Dev.parse(JSON.parse(line)));
}

/** Right and wrong of a set of texts. */
function judge(by: Classifier, set: string, rows: readonly Judged[]): Measurement {
  return {
    set,
    about: ABOUT[set] ?? { id: set, en: set },
    n: rows.length,
    ...score(
      rows,
      rows.map(({ text }) => by.label(text)),
    ),
  };
}

export function score(rows: readonly Judged[], said: readonly Label[]): Pick<Measurement, 'macroF1' | 'accuracy' | 'confusion'> {
  const count = (label: Label, as: Label) => rows.filter((row, at) => row.label === label && said[at] === as).length;
  const row = (label: Label) => ({
    positive: count(label, 'positive'),
    neutral: count(label, 'neutral'),
    negative: count(label, 'negative'),
  });
  const confusion = { positive: row('positive'), neutral: row('neutral'), negative: row('negative') };
  const scores = LABELS.map((label) => {
    const [right, are, called] = [
      confusion[label][label],
      LABELS.reduce((sum, as) => sum + confusion[label][as], 0),
      LABELS.reduce((sum, from) => sum + confusion[from][label], 0),
    ];
    return right === 0 ? 0 : (2 * right) / (are + called);
  });
  const right = LABELS.reduce((sum, label) => sum + confusion[label][label], 0);
  return {
    macroF1: round(scores.reduce((sum, one) => sum + one, 0) / scores.length),
    accuracy: round(right / Math.max(1, rows.length)),
    confusion,
  };
}

/** The held-out topics, by how comments are written and what makes them hard. */
function groupsOf(by: Classifier, held: readonly WrittenRow[]): ClassifierCard['groups'] {
  return (['register', 'difficulty', 'language'] as const).flatMap((kind) =>
    [...new Set(held.map((row) => row[kind]))].sort().map((name) => {
      const rows = held.filter((row) => row[kind] === name);
      const right = rows.filter(({ text, label }) => by.label(text) === label).length;
      return { by: kind, name, n: rows.length, accuracy: round(right / rows.length) };
    }),
  );
}

/**
 * The corpus without its held-out topics, once with whole topics left out of the training, once with as many rows of all topics. Comments in English
 * stay outside, since other weights read them.
 */
export function dropOf(weights: Weights, material: Material, corpus: readonly WrittenRow[]): ClassifierCard['topics'] {
  const rows = corpus.filter(({ topic, language }) => !HELD_OUT.has(topic) && language !== 'en');
  const names = [...new Set(rows.map(({ topic }) => topic))];
  if (names.length < FOLDS) return null;
  const without = (fold: (row: WrittenRow, at: number) => number) => {
    const said: Label[] = [];
    for (let left = 0; left < FOLDS; left += 1) {
      const kept = rows.filter((row, at) => fold(row, at) % FOLDS !== left);
      const by = withTable(weights, indonesianTable({ ...material, written: kept }));
      rows.forEach((row, at) => {
        if (fold(row, at) % FOLDS === left) said[at] = by.label(row.text);
      });
    }
    return score(rows, said).macroF1;
  };
  return {
    seen: without((_, at) => at),
    unseen: without(({ topic }) => names.indexOf(topic)),
    n: rows.length,
    about: {
      id: `${names.length} topik korpus kami: setiap komentar diuji oleh model yang tidak dilatih dengannya, sekali dengan topiknya ada di data latih, sekali tanpa topik itu sama sekali (${FOLDS} putaran, seperempat data latih ditinggalkan)`,
      en: `${names.length} topics of our own corpus: each comment judged by a model that was not trained on it, once with its topic among the training data, once with that topic left out whole (${FOLDS} rounds, each without a quarter)`,
    },
  };
}

function withTable(weights: Weights, table: Table): Classifier {
  return classifier(encode({ ...weights, tables: weights.tables.map((one) => (one.name === table.name ? table : one)) }));
}

/** The router, trained without every fifth sentence, on those; each language counts alike. */
function routed(weights: Weights, material: Material): ClassifierCard['router'] {
  const all = spoken(material);
  const by = withTable(weights, routerTable(all.filter((_, at) => at % 5 !== 0)));
  const left = all.filter((_, at) => at % 5 === 0);
  const shares = SPOKEN.map((language) => {
    const own = left.filter((one) => one.language === language);
    return own.filter(({ text }) => by.read(text).language === language).length / own.length;
  });
  process.stderr.write(`router: ${SPOKEN.map((language, at) => `${language} ${round(shares[at] ?? 0)}`).join(', ')}\n`);
  return {
    n: left.length,
    accuracy: round(shares.reduce((sum, one) => sum + one, 0) / shares.length),
    about: {
      id: 'Kalimat berbahasa Indonesia, Inggris, Jawa, dan Sunda yang tidak dilatihkan; rata-rata keempat bahasa. Bahasa Jawa dan Sunda dipilah otomatis dari campuran lima bahasa daerah, lewat kata tugasnya',
      en: 'Indonesian, English, Javanese and Sundanese sentences that were not trained on; the mean of the four. Javanese and Sundanese were told apart by machine in a mixture of five regional languages, by their small words',
    },
  };
}

/** Different comments of 80 characters. */
function pieces(material: Material): string[] {
  return material.rows.flatMap(({ text }) => (text.replaceAll('\n', ' ').match(/.{80}/gsu) ?? []) as string[]);
}

/** In a second of one core; the best of several rounds, since other work on the machine can only slow one down. */
function perSecond(by: Classifier, material: Material): number {
  const comments = pieces(material);
  const rounds = Array.from({ length: 6 }, () => {
    const start = process.cpuUsage();
    for (const text of comments) by.read(text);
    const { user, system } = process.cpuUsage(start);
    return (comments.length / (user + system)) * 1e6;
  });
  return Math.round(Math.max(...rounds));
}

/** Milliseconds from nothing to one answer, less those of a bare runtime: the shortest of several starts each. */
function startMs(how: OpinionBench): number {
  const took = (args: string[]) => {
    const times = Array.from({ length: 15 }, () => {
      const start = performance.now();
      spawnSync(process.execPath, args, { input: 'hadir\n' });
      return performance.now() - start;
    });
    return Math.min(...times);
  };
  const data = path.dirname(path.dirname(how.weights));
  return Math.round(
    took(['scripts/classify.ts', '--data', data, '--classifier', path.basename(how.weights)]) - took(['-e', '0']),
  );
}

/** The whole command over so many comments, none of them held; for a process of its own. */
export async function flood(): Promise<void> {
  const total = Number(process.env['TERANG_COMMENTS']);
  const weights = process.env['TERANG_WEIGHTS'] ?? '';
  const file = read(path.join(process.env['TERANG_BENCH'] ?? '', 'train.jsonl')) ?? '';
  const comments = file
    .split('\n')
    .flatMap((line) => (line === '' ? [] : (Dev.parse(JSON.parse(line)).text.replaceAll('\n', ' ').match(/.{80}/gsu) ?? [])));
  const size = 500;
  const blocks: Buffer[] = [];
  for (let at = 0; at + size <= comments.length; at += size)
    blocks.push(Buffer.from(`${comments.slice(at, at + size).join('\n')}\n`));
  const input = Readable.from(
    (function* () {
      for (let sent = 0; sent < total; sent += size) yield blocks[(sent / size) % blocks.length] as Buffer;
    })(),
  );
  const sink = new Writable({ write: (_chunk, _encoding, done) => done() });
  const data = path.dirname(path.dirname(weights));
  const code = await classify(['--data', data, '--classifier', path.basename(weights)], input, sink, process.stderr);
  if (code !== 0) throw new Error(`classify ended with ${code}`);
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
