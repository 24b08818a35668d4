import type { ClassifierCard } from '#model/classifier.ts';
import type { Remark } from './bytes.ts';

/** What weights may weigh, so that everybody can have them. */
const LARGEST = 2_000_000;

/** Weights are the ones that the card beside them speaks of, to the byte. `hash` is hex SHA-256; left out, bytes are counted alone. */
export function checkWeights(
  bytes: Uint8Array,
  card: ClassifierCard | undefined,
  hash?: (bytes: Uint8Array) => string,
): Remark[] {
  const refuse = (rule: string, message: string): Remark[] => [{ line: 1, column: 1, rule, message }];
  if (bytes.length > LARGEST) return refuse('size', `has ${bytes.length} bytes; weights have at most ${LARGEST}`);
  if (!card) return refuse('card', 'has no card.json beside it that says what it was made of; make both with "npm run train"');
  if (card.bytes === bytes.length && (!hash || hash(bytes) === card.sha256)) return [];
  return refuse('changed', 'is not what its card.json speaks of; make both anew with "npm run train", or take both from git');
}
