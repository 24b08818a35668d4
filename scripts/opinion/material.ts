import path from 'node:path';
import { z } from 'zod';
import { DataError } from '#model/error.ts';
import { Label } from '#model/label.ts';
import type { Material } from '#opinion/label/recipe.ts';
import { read } from '#store/write.ts';
import { HELD_OUT, readWritten } from './corpus.ts';

const Row = z.object({ text: z.string().min(1), label: Label, src: z.string().min(1) });
const NAMES = ['train.jsonl', 'train-en-tweets.jsonl', 'neutral-id.txt'];

/** All that the classifier is trained on. Throws `DataError`, naming the file that lacks or the line that is no row. */
export function readMaterial(folder: string, corpus: string): Material {
  return {
    rows: parsed(folder, 'train.jsonl'),
    english: parsed(folder, 'train-en-tweets.jsonl'),
    neutral: needed(folder, 'neutral-id.txt')
      .split('\n')
      .filter((line) => line.trim() !== ''),
    written: readWritten(corpus).filter(({ topic }) => !HELD_OUT.has(topic)),
  };
}

function parsed(folder: string, file: string): z.infer<typeof Row>[] {
  const whole = path.join(folder, file);
  return needed(folder, file)
    .split('\n')
    .flatMap((line, at) => {
      if (line.trim() === '') return [];
      try {
        return [Row.parse(JSON.parse(line))];
      } catch {
        const message = 'no row {"text", "label", "src"}; restore the file, or take the line out';
        throw new DataError([{ file: whole, line: at + 1, column: 1, rule: 'training', message }]);
      }
    });
}

function needed(folder: string, file: string): string {
  const found = read(path.join(folder, file));
  if (found === undefined)
    throw new DataError([
      {
        file: path.join(folder, file),
        line: 1,
        column: 1,
        rule: 'training',
        message: `is not there; --data names the folder with ${NAMES.join(', ')}`,
      },
    ]);
  return found;
}
