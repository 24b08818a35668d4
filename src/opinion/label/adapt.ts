import { LABELS, type Label } from '#model/label.ts';
import { classifier } from './classifier.ts';
import { Labeller } from './labeller.ts';
import { rowsOf } from './rows.ts';
import { fit } from './svm.ts';
import { Tokens } from './text.ts';
import { decode, encode, type Table } from './weights.ts';

/** A comment with the label that a person gave it. In memory only. */
export interface Answer {
  readonly text: string;
  readonly label: Label;
}

/**
 * What may change: `common`, how readily each label is given, and what is in at least two fifths of the comments (style, frequent words and parts of
 * words); `words`, every weight. The first says something of all of them together; the second remembers single ones.
 */
export type Reach = 'common' | 'words';

/** What a mistake costs beside moving away from the shipped weights, and in what share of the comments a feature has to be (decision 0017). */
const HOW: Readonly<Record<Reach, { readonly cost: number; readonly share: number }>> = {
  common: { cost: 0.05, share: 0.4 },
  words: { cost: 1, share: 0 },
};
const PASSES = 20;
/** With fewer comments in a language its weights stay as they are. */
const FEW = 30;

/** A comment as a table of the shipped weights sees it. */
interface Scored extends Answer {
  /** Of the labels, before they become shares. */
  readonly scores: readonly number[];
}

/** Weights that start from the shipped ones and lean toward an agency's own comments. The router of languages stays as it is. */
export function adapt(shipped: Uint8Array, answers: readonly Answer[], version: string, reach: Reach): Uint8Array {
  const { tables } = decode(shipped);
  const before = classifier(shipped);
  const isEnglish = answers.map(({ text }) => before.read(text).language === 'en');
  return encode({
    version,
    tables: tables.map((table) => {
      const own = answers.filter((_, at) => isEnglish[at] === (table.name === 'en'));
      if (columnsOf(table, 'neutral').length === 0 || own.length < FEW) return table;
      const tokens = new Tokens();
      const labeller = new Labeller(table, tokens, table.name !== 'en');
      const scored = own.map((answer): Scored => {
        tokens.read(answer.text);
        labeller.score(answer.text);
        return { ...answer, scores: [...labeller.scores] };
      });
      return learnt(table, scored, HOW[reach]);
    }),
  });
}

/** Places in a table at which weights of a label stand: one of each of its experts. What is added to all of them is added to the score. */
function columnsOf({ classes }: Table, label: Label): number[] {
  return classes.flatMap((name, column) => (name.split(' ').at(-1) === label ? [column] : []));
}

/**
 * The same loss as in training, but what costs is the way from the shipped weights instead of from zero (an adaptive support vector machine:
 * Yang, Yan and Hauptmann 2007). Rounded to the steps of the shipped bytes, so that weights that hardly moved have not moved.
 */
function learnt(table: Table, answers: readonly Scored[], { cost, share }: (typeof HOW)[Reach]): Table {
  const { buckets, classes, steps, rarity } = table;
  const texts = answers.map(({ text }) => text);
  const all = rowsOf(texts, buckets, table.name !== 'en', rarity);
  const met = new Uint32Array(buckets);
  for (const bucket of all.buckets) met[bucket] = (met[bucket] ?? 0) + 1;
  const isMet = (at: number) => (met[all.buckets[at] ?? 0] ?? 0) >= share * answers.length;
  const rows = { ...all, values: all.values.map((value, at) => (isMet(at) ? value : 0)) };
  const costs = new Float64Array(answers.length).fill(cost);
  const weights = Int8Array.from(table.weights);
  const biases = [...table.biases];
  LABELS.forEach((label, kind) => {
    const sides = Int8Array.from(answers, (one) => (one.label === label ? 1 : -1));
    const offsets = Float64Array.from(answers, ({ scores }) => scores[kind] as number);
    const added = fit(rows, { sides, costs, buckets, passes: PASSES, bias: true, offsets });
    for (const column of columnsOf(table, label)) {
      biases[column] = (biases[column] as number) + (added[buckets] as number);
      for (let bucket = 0; bucket < buckets; bucket += 1) {
        const at = bucket * classes.length + column;
        const steep = Math.round((added[bucket] as number) / (steps[column] as number));
        weights[at] = Math.max(-127, Math.min(127, (weights[at] as number) + steep));
      }
    }
  });
  return { ...table, weights, biases };
}
