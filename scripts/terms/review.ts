import type { Waiting } from '#opinion/topic/emerging.ts';
import { wrapped } from '../label/screen.ts';
import { CLEAR, type Terminal } from '../label/terminal.ts';
import type { Words } from './words.ts';

/** What a person decided. Words on which nothing is to be written stand in neither. */
export interface Decided {
  readonly accepted: readonly string[];
  readonly refused: readonly string[];
}

const ABORT = new Set(['\u0003', '\u0004']);
const NOTHING: Decided = { accepted: [], refused: [] };

/** Shows waiting words one by one and takes a key for each. Whoever breaks off decides nothing. */
export async function review(terminal: Terminal, waiting: readonly Waiting[], words: Words): Promise<Decided> {
  const page = (lines: readonly string[]): Promise<string | undefined> => {
    terminal.write(`${CLEAR}${lines.flatMap((line) => wrapped(line, terminal.columns - 2)).join('\r\n')}\r\n`);
    return terminal.key();
  };
  const begun = await page(words.guide);
  if (begun === undefined || ABORT.has(begun)) return NOTHING;
  const keys: string[] = [];
  for (let one = waiting[0]; one; one = waiting[keys.length]) {
    const key = await page([
      words.asked(keys.length + 1, waiting.length, one.people, one.week),
      '',
      `  ${one.term.read()}`,
      '',
      words.keys,
    ]);
    if (key === undefined || ABORT.has(key)) return NOTHING;
    if (key === '1' || key === '2' || key === '3') keys.push(key);
    else if (key === 'u') keys.pop();
    else if (key === 'q') break;
  }
  terminal.write(CLEAR);
  const chosen = (wanted: string) => waiting.flatMap(({ term }, at) => (keys[at] === wanted ? [term.read()] : []));
  return { accepted: chosen('1'), refused: chosen('2') };
}
