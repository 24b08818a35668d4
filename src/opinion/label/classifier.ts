import type { Label, Language } from '#model/label.ts';
import { DataError } from '#model/error.ts';
import { Labeller } from './labeller.ts';
import { Router } from './language.ts';
import { KIND, Tokens } from './text.ts';
import { decode, type Table } from './weights.ts';

/** A word and what it (with its parts and beside its neighbours) added to the winning label's score over the others. */
export interface Word {
  readonly word: string;
  readonly weight: number;
}

export interface Reading {
  readonly label: Label;
  /** How sure the classifier is of each label; they sum to 1. */
  readonly scores: Record<Label, number>;
  readonly language: Language;
  /** The words that spoke for the label, strongest first, at most eight. A mention is `@`, a link `http`. */
  readonly why: Word[];
}

export interface Classifier {
  readonly version: string;
  label(text: string): Label;
  read(text: string): Reading;
}

const LABELS = ['positive', 'neutral', 'negative'] as const satisfies readonly Label[];
const MOST_WORDS = 8;

/** Makes a classifier of a file of weights. Throws `DataError` where the file is broken. Reads any text, of which the first 10,000 units count. */
export function classifier(bytes: Uint8Array): Classifier {
  const { version, tables } = decode(bytes);
  const table = (name: string, classes: number): Table => {
    const found = tables.find((one) => one.name === name && one.classes.length === classes);
    if (!found)
      throw new DataError([
        {
          file: 'weights.bin',
          line: 1,
          column: 1,
          rule: 'weights',
          message: `there is no table "${name}" of ${classes} classes in it`,
        },
      ]);
    return found;
  };
  const tokens = new Tokens();
  const router = new Router(table('router', 4), tokens);
  const indonesian = new Labeller(table('id', 7), tokens, true);
  const english = new Labeller(table('en', 7), tokens, false);

  /** The labeller that has scored the text, or none where there is no word. */
  const score = (text: string, language: Language): Labeller | undefined => {
    const labeller = language === 'en' ? english : indonesian;
    return labeller.score(text) ? labeller : undefined;
  };
  return {
    version,
    label: (text) => {
      tokens.read(text);
      const by = score(text, router.read(text));
      return by ? (LABELS[by.best()] ?? 'neutral') : 'neutral';
    },
    read: (text) => {
      tokens.read(text);
      const language = router.read(text);
      const by = score(text, language);
      if (!by) return { label: 'neutral', scores: { positive: 1 / 3, neutral: 1 / 3, negative: 1 / 3 }, language, why: [] };
      const best = by.best();
      const [positive, neutral, negative] = by.shares();
      return {
        label: LABELS[best] ?? 'neutral',
        scores: { positive, neutral, negative },
        language,
        why: words(text, tokens, by, best),
      };
    },
  };
}

function words(text: string, tokens: Tokens, by: Labeller, label: number): Word[] {
  const found: Word[] = [];
  for (let at = 0; at < tokens.count; at += 1) {
    const weight = by.weight(at, label);
    if (weight <= 0 || (found.length === MOST_WORDS && weight <= (found[MOST_WORDS - 1]?.weight ?? 0))) continue;
    const word = shown(text, tokens, at);
    let to = found.length === MOST_WORDS ? MOST_WORDS - 1 : found.length;
    for (; to > 0 && (found[to - 1]?.weight ?? 0) < weight; to -= 1) found[to] = found[to - 1] as Word;
    found[to] = { word, weight };
  }
  return found;
}

function shown(text: string, tokens: Tokens, at: number): string {
  const kind = tokens.kind[at];
  return kind === KIND.name ? '@' : kind === KIND.link ? 'http' : text.slice(tokens.start[at], tokens.end[at]);
}
