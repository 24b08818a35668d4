import type { ClassifierCard } from '#model/classifier.ts';
import type { Label } from '#model/label.ts';
import type { Classifier } from './classifier.ts';

/** Wrong ones are shown more often than they occur: a reader learns more from them. */
const [RIGHT, WRONG] = [7, 5];
/** Longer comments make no table. */
const LONGEST = 160;

type Example = ClassifierCard['examples'][number];

/**
 * A dozen comments of `rows`, which no person wrote and the classifier never saw, with what it says of each and because of which words: right and
 * wrong ones, taken at even distances from all of either kind.
 */
export function examplesOf(
  by: Pick<Classifier, 'read'>,
  rows: readonly { readonly text: string; readonly label: Label }[],
): Example[] {
  const all = rows
    .filter(({ text }) => text.length <= LONGEST)
    .map(({ text, label }): Example => {
      const { label: said, why } = by.read(text);
      return { text, label, said, why: why.map(({ word, weight }) => ({ word, weight: Number(weight.toFixed(3)) })) };
    });
  const right = all.filter(({ label, said }) => label === said);
  const wrong = all.filter(({ label, said }) => label !== said);
  return [...spread(right, RIGHT), ...spread(wrong, WRONG)];
}

function spread<T>(list: readonly T[], count: number): T[] {
  const most = Math.min(count, list.length);
  return Array.from({ length: most }, (_, index) => list[Math.floor(((index + 0.5) * list.length) / most)] as T);
}
