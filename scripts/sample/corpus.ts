import type { Label } from '#model/label.ts';
import { paths } from '#store/paths.ts';
import { readWritten, type WrittenRow } from '../opinion/corpus.ts';

/** The project's own invented comments by topic, whatever data folder the sample is made in. Read once. */
export function corpus(): ReadonlyMap<string, readonly WrittenRow[]> {
  return (known ??= Map.groupBy(readWritten(paths('data').corpus), ({ topic }) => topic));
}
let known: ReadonlyMap<string, readonly WrittenRow[]> | undefined;

/** The corpus's own label of a comment that a server of the sample gave; undefined where it is none of these. */
export function labelOf(text: string): Label | undefined {
  labels ??= new Map([...corpus().values()].flat().map((row) => [row.text, row.label]));
  return labels.get(text) ?? labels.get(text.replace(/ (\([^()]*\)|\S+)$/, ''));
}
let labels: ReadonlyMap<string, Label> | undefined;
