import { once } from 'node:events';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { DataError } from '#model/error.ts';
import { classifier, type Classifier, type Reading } from '#opinion/label/classifier.ts';
import { bytes, list } from '#store/write.ts';

const USAGE = 'usage: npm run -s classify -- [--json] [--data DIR] [--classifier VERSION] < comments';
/** Of a plain line, so many bytes are kept: more than the classifier reads of any. */
const MOST_BYTES = 1 << 16;

/** A line that is not what `--json` asks for. */
class LineError extends Error {}

/**
 * One comment a line in (with `--json` each line a JSON string), one JSON object a line out, in order. Gives the exit code: 2 for wrong use and for
 * a line that is no JSON string, after the answers to all lines before it; 1 where there are no weights.
 */
export async function classify(args: readonly string[], input: Readable, output: Writable, errors: Writable): Promise<number> {
  let gone = false;
  output.on('error', () => (gone = true));
  try {
    const { json, by } = asked(args);
    const say = async (answers: string) => {
      if (answers !== '' && !gone && !output.write(answers)) await Promise.race([once(output, 'drain'), once(output, 'close')]);
    };
    let number = 0;
    const answer = (line: string): string => {
      number += 1;
      return told(by.read(json ? unquoted(line, number) : line));
    };
    let held: Buffer[] = [];
    let size = 0;
    const hold = (part: Buffer) => {
      if (part.length === 0 || (!json && size >= MOST_BYTES)) return;
      held.push(Buffer.from(json ? part : part.subarray(0, MOST_BYTES - size)));
      size += part.length;
    };
    for await (const chunk of input as AsyncIterable<Buffer>) {
      let [answers, from] = ['', 0];
      try {
        for (let to = chunk.indexOf(10); to >= 0; to = chunk.indexOf(10, from)) {
          if (held.length === 0) answers += answer(chunk.toString('utf8', from, json ? to : Math.min(to, from + MOST_BYTES)));
          else {
            hold(chunk.subarray(from, to));
            answers += answer(Buffer.concat(held).toString('utf8'));
            [held, size] = [[], 0];
          }
          from = to + 1;
        }
      } finally {
        await say(answers);
      }
      hold(chunk.subarray(from));
      if (gone) return 0;
    }
    if (held.length > 0) await say(answer(Buffer.concat(held).toString('utf8')));
    return 0;
  } catch (error) {
    const known = error instanceof LineError || error instanceof DataError || error instanceof TypeError;
    errors.write(`${error instanceof Error ? (known ? error.message : (error.stack ?? '')) : String(error)}\n`);
    return error instanceof LineError || (error instanceof TypeError && 'code' in error) ? 2 : 1;
  }
}

function asked(args: readonly string[]): { json: boolean; by: Classifier } {
  const { values } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean' }, data: { type: 'string' }, classifier: { type: 'string' } },
  });
  const folder = path.join(values.data ?? process.env['TERANG_DATA'] ?? 'data', 'classifier');
  const versions = [...new Set(list(folder).map((file) => Number(file.split('/')[0])))]
    .filter((one) => one > 0)
    .sort((a, b) => a - b);
  const version = values.classifier ?? versions.at(-1);
  if (version === undefined || !versions.includes(Number(version)))
    throw new DataError([
      {
        file: folder,
        line: 1,
        column: 1,
        rule: 'weights',
        message: `there are no weights${version === undefined ? '' : ` "${version}"`} here; make them with "npm run train", or name another folder with --data\n${USAGE}`,
      },
    ]);
  return { json: values.json === true, by: classifier(bytes(path.join(folder, String(version), 'weights.bin'))) };
}

function unquoted(line: string, number: number): string {
  try {
    const text: unknown = JSON.parse(line);
    if (typeof text === 'string') return text;
  } catch {
    // Said below, without repeating what a person wrote.
  }
  throw new LineError(`line ${number} is no JSON string; with --json each line is one, such as "air mati lagi"`);
}

/** An answer as its line: written by hand, since this runs once a comment. */
function told({ label, scores, language, why }: Reading): string {
  const [positive, negative] = [round(scores.positive), round(scores.negative)];
  let words = '';
  for (const { word, weight } of why)
    words += `${words === '' ? '' : ','}{"word":${JSON.stringify(word)},"weight":${round(weight)}}`;
  return `{"label":"${label}","scores":{"positive":${positive},"neutral":${round(1 - positive - negative)},"negative":${negative}},"language":"${language}","why":[${words}]}\n`;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
