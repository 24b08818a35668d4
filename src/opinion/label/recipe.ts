import type { Label, Language } from '#model/label.ts';
import { trainRouter, type Spoken } from './language.ts';
import type { Example } from './rows.ts';
import { separate } from './separate.ts';
import { trainLabels } from './train.ts';
import type { Table, Weights } from './weights.ts';

/** A row of a training file. */
export interface Row {
  readonly text: string;
  readonly label: Label;
  readonly src: string;
}

/** A row of our own corpus. */
export interface Written {
  readonly text: string;
  readonly label: Label;
  readonly language: string;
  readonly topic: string;
}

export interface Material {
  /** Indonesian above all, with Javanese, Sundanese, other regional and some English rows. */
  readonly rows: readonly Row[];
  readonly english: readonly Row[];
  /** Sentences that say nothing for or against. */
  readonly neutral: readonly string[];
  /** Our own corpus, without the topics that are kept for measuring. */
  readonly written: readonly Written[];
}

/** Sources of English, and those without a neutral class. */
const ENGLISH = new Set(['nxen']);
const BINARY = new Set(['emot', 'indolem']);
/** Rows whose text nobody said the language of: several regional languages side by side. */
const REGIONAL = 'jvsu';
/** Sources of Indonesian sentences that the router learns from. */
const INDONESIAN = new Set(['nxid', 'smsa', 'indolem', 'emot']);
/** What a mistake costs in a source, where not 1: few words of feeling stand in some posts that were labelled for it. */
const COSTS: Readonly<Record<string, number>> = { indolem: 0.5, nxen: 2 };
const NEAR = 'written';
/** Few of the Indonesian rows are neutral, and texts of other kinds often are. Chosen on the development sets. */
const LEAN = { neutral: 0.3, negative: -0.1 };

/** All weights from all material: same material in the same order, same weights. */
export function cook(version: string, material: Material): Weights {
  return { version, tables: [indonesianTable(material), englishTable(material), routerTable(spoken(material))] };
}

/** For comments in Indonesian and in the regional languages. */
export function indonesianTable({ rows, neutral, written }: Material): Table {
  const examples = [
    ...rows.filter(({ src }) => !ENGLISH.has(src)).map(example),
    ...neutral.map((text) => ({ text, label: 'neutral' as const, source: 'neutral', cost: 1 })),
    ...written.filter(({ language }) => language !== 'en').map(own),
  ];
  return trainLabels(examples, { name: 'id', buckets: 1 << 17, slang: true, near: NEAR, binary: BINARY, lean: LEAN });
}

function englishTable({ rows, english, written }: Material): Table {
  const examples = [
    ...english.map(example),
    ...rows.filter(({ src }) => ENGLISH.has(src)).map(example),
    ...written.filter(({ language }) => language === 'en' || language === 'id-en').map(own),
  ];
  return trainLabels(examples, {
    name: 'en',
    buckets: 1 << 15,
    slang: false,
    near: NEAR,
    binary: BINARY,
    lean: { neutral: 0, negative: 0 },
  });
}

function example({ text, label, src }: Row): Example {
  return { text, label, source: src, cost: COSTS[src] ?? 1 };
}

function own({ text, label }: Written): Example {
  return { text, label, source: NEAR, cost: 1 };
}

export function routerTable(sentences: readonly Spoken[]): Table {
  return trainRouter(sentences, 1 << 15, 1, 10);
}

/** Sentences by language. The corpus says of each comment what it is in; mixed ones are left out. */
export function spoken({ rows, english, written }: Material): Spoken[] {
  const mixture = rows.filter(({ src }) => src === REGIONAL);
  const tongues = separate(mixture.map(({ text }) => text));
  const found = (list: readonly Row[], sources: ReadonlySet<string>, language: Spoken['language'], every: number) =>
    list.filter(({ src }) => sources.has(src)).flatMap(({ text }, at) => (at % every === 0 ? [{ text, language }] : []));
  return [
    ...found(rows, INDONESIAN, 'id', 6),
    ...found(rows, ENGLISH, 'en', 1),
    ...found(english, new Set(english.map(({ src }) => src)), 'en', 12),
    ...mixture.flatMap(({ text }, at) => {
      const tongue = tongues[at];
      return tongue === 'jv' || tongue === 'su' ? [{ text, language: tongue }] : [];
    }),
    ...written.flatMap(({ text, language }) => (isSpoken(language) ? [{ text, language }] : [])),
  ];
}

function isSpoken(language: string): language is Exclude<Language, 'other'> {
  return language === 'id' || language === 'en' || language === 'jv' || language === 'su';
}
