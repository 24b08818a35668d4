import type { Private } from '#model/comment.ts';
import type { Label } from '#model/label.ts';
import { Queue } from './queue.ts';
import { CLEAR, type Terminal } from './terminal.ts';
import type { Words } from './words.ts';

const KEYS: Readonly<Record<string, Label>> = { '1': 'positive', '2': 'neutral', '3': 'negative' };
const ABORT = new Set(['\u0003', '\u0004']);

/**
 * Shows comments one by one and takes a key for each. Never what the classifier says of them, nor how many of each label there are so far: a
 * person who knows what is expected finds it. Returns the labels that count, or none where the person breaks off.
 */
export async function present(terminal: Terminal, drawn: readonly Private[], least: number, words: Words): Promise<Label[]> {
  const queue = new Queue(drawn.length);
  if ((await page(terminal, words.guide)) === undefined) return [];
  for (let part = 0; queue.current !== undefined;) {
    const comment = drawn[queue.current] as Private;
    const room = Math.max(3, terminal.rows - 6);
    const lines = wrapped(comment.read(), terminal.columns - 4);
    const pages = Math.ceil(lines.length / room);
    const shown = lines.slice((part % pages) * room, ((part % pages) + 1) * room);
    terminal.write(
      `${CLEAR}${words.progress(queue.done + 1, drawn.length)}${pages > 1 ? `  ${words.part((part % pages) + 1, pages)}` : ''}\r\n\r\n` +
        `${shown.map((line) => `  ${line}`).join('\r\n')}\r\n\r\n${words.keys}\r\n`,
    );
    const key = await terminal.key();
    if (key === undefined || ABORT.has(key)) return [];
    const label = KEYS[key];
    if (label) queue.label(label);
    else if (key === 's') queue.putOff();
    else if (key === 'u') queue.undo();
    else if (key === '?') await page(terminal, words.guide);
    else if (key === 'q' && (await page(terminal, words.leaving(queue.done, queue.counted().length, least))) === 'q')
      return queue.counted();
    part = key === ' ' ? part + 1 : 0;
  }
  terminal.write(CLEAR);
  return queue.counted();
}

/** Shows something, screen by screen, until a key is pressed on the last, and returns it. */
async function page(terminal: Terminal, lines: readonly string[]): Promise<string | undefined> {
  const all = lines.flatMap((line) => wrapped(line, terminal.columns - 2));
  const room = Math.max(3, terminal.rows - 2);
  for (let from = 0; ; from += room) {
    const isLast = from + room >= all.length;
    terminal.write(`${CLEAR}${all.slice(from, from + room).join('\r\n')}\r\n${isLast ? '' : '…'}`);
    const key = await terminal.key();
    if (key === undefined || ABORT.has(key)) return undefined;
    if (isLast) return key;
  }
}

/** Text as lines of a width. What steers a terminal or turns the direction of writing is taken out: whoever writes a comment could put it there. */
export function wrapped(text: string, width: number): string[] {
  const clean = text.replaceAll(/\r\n?|[\u2028\u2029]/g, '\n').replaceAll(/(?!\n|\u200D)[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ');
  return clean.split('\n').flatMap((line) => {
    const words = line
      .trim()
      .split(/ +/)
      .flatMap((word) => chunks(word, width));
    const indent = line.slice(0, Math.min(line.length - line.trimStart().length, width - 1));
    const lines: string[] = [];
    for (const word of words) {
      const last = lines.at(-1);
      if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(lines.length === 0 ? `${indent}${word}` : word);
    }
    return lines;
  });
}

function chunks(word: string, width: number): string[] {
  const letters = Array.from(word);
  return Array.from({ length: Math.max(1, Math.ceil(letters.length / width)) }, (_, at) =>
    letters.slice(at * width, (at + 1) * width).join(''),
  );
}
