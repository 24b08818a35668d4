import path from 'node:path';
import { z } from 'zod';
import { DataError } from '#model/error.ts';
import { Label } from '#model/label.ts';
import { list, read } from '#store/write.ts';

/** Topics that are never trained on, so that what is measured on them is what a new topic would meet. */
export const HELD_OUT: ReadonlySet<string> = new Set(['aid', 'power', 'elections', 'clinics']);

const Line = z.looseObject({
  text: z.string().min(1),
  label: Label,
  language: z.string(),
  register: z.string(),
  difficulty: z.string(),
});

export interface WrittenRow {
  readonly text: string;
  readonly label: Label;
  readonly language: string;
  readonly register: string;
  readonly difficulty: string;
  /** The file's name. */
  readonly topic: string;
}

/** The corpus, topic by topic. Throws `DataError` where the folder has none, or a line is no row. */
export function readWritten(folder: string): WrittenRow[] {
  const files = list(folder).filter((file) => file.endsWith('.jsonl'));
  const wrong = (file: string, line: number, message: string) =>
    new DataError([{ file: path.join(folder, file), line, column: 1, rule: 'corpus', message }]);
  if (files.length === 0) throw wrong('', 1, 'has no <topic>.jsonl; --corpus names the folder of the corpus');
  return files.flatMap((file) =>
    (read(path.join(folder, file)) ?? '').split('\n').flatMap((line, at) => {
      if (line.trim() === '') return [];
      try {
        const { text, label, language, register, difficulty } = Line.parse(JSON.parse(line));
        return [{ text, label, language, register, difficulty, topic: path.basename(file, '.jsonl') }];
      } catch {
        throw wrong(file, at + 1, 'no row of the corpus; see its datasheet');
      }
    }),
  );
}
