import { CorpusRow } from '#model/corpus.ts';
import type { Remark } from './bytes.ts';
import { PERSON, type Wording } from './wording.ts';

/** Who is spoken to in invented comments: nobody's handles. */
const NOBODY = ['user', 'admin', 'min', 'dinas', 'pemkab', 'akun'];

/** Each line of a file of the corpus is one row, of its topic and with an id of its own, and tells of no person. No remark repeats a text. */
export function checkCorpus(text: string, topic: string, wording?: Wording): Remark[] {
  const seen = new Set<string>();
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines
    .flatMap((line, index): Remark[] => {
      const add = (rule: string, message: string): Remark => ({ line: index + 1, column: 1, rule, message });
      const row = parsed(line);
      if (row === undefined) return [add('json', 'is no line of JSON')];
      const result = CorpusRow.safeParse(row);
      if (!result.success) {
        const [issue] = result.error.issues;
        return [add('schema', `is no row of the corpus: ${issue?.path.join('.') || 'the line'}: ${issue?.message ?? ''}`)];
      }
      const { id, topic: own, text: words, note = '' } = result.data;
      const isAgain = seen.has(id);
      seen.add(id);
      return [
        ...(own === topic && id.startsWith(`${topic}-`) ? [] : [add('path', `is of another topic than its file, "${topic}"`)]),
        ...(isAgain ? [add('twice', `the id "${id}" stands twice`)] : []),
        ...(wording?.sentence(words, NOBODY) || wording?.sentence(note) ? [add('personal', PERSON)] : []),
      ];
    })
    .slice(0, 60);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}
