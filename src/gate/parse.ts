import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { gfmTable } from 'micromark-extension-gfm-table';
import { mdxjs } from 'micromark-extension-mdxjs';
import type { Remark } from './bytes.ts';
import { quote } from './names.ts';
import { DEEPEST } from './tree.ts';

/** The tree of a text by the grammar that Astro will use (MDX and tables), or the place where it has none. Evaluates nothing. */
export function parse(text: string): Root | Remark {
  const slow = tooMuch(text);
  if (slow) return slow;
  try {
    return fromMarkdown(text, {
      extensions: [mdxjs(), gfmTable()],
      mdastExtensions: [mdxFromMarkdown(), gfmTableFromMarkdown()],
    });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { place } = error as Error & { place?: Partial<Place> & { start?: Place } };
    // A tag that is never closed is found at the end of the text; its message says where it was opened: "(6:1-6:7)".
    const opened = /\((\d+):(\d+)-\d/.exec(error.message);
    const fallback = { line: Number(opened?.[1] ?? 1), column: Number(opened?.[2] ?? 1) };
    const { line, column } = { ...fallback, ...(place?.start ?? place) };
    return { line, column, rule: 'syntax', message: plain(error.message) };
  }
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** The parser speaks to programmers. */
function plain(message: string): string {
  if (/before name|in name|before local name|before member name/.test(message)) {
    return 'a "<" here begins a tag that is none; write \\< for the sign, or leave an HTML comment out';
  }
  if (/acorn|in expression/.test(message))
    return 'a "{" here, or "import" or "export" at the start of a line, begins program code; write \\{ or another word';
  return `can't be read: ${quote(message.slice(0, 50))}; look for a tag that is not closed or not opened`;
}

/**
 * Some of micromark's times grow with the square of the input (2.1.0: 190 kB of `a\n===\n` took 181 s, 99 kB of `> > > a` 48 s, 190 kB of
 * `*a_b` 54 s). Within these bounds, and the bound on bytes, nothing that we or the fuzzer thought of takes a second.
 */
const LINES = 2000;
const STARS = 1000;

/** Refuses before parsing what would make the parser slow; a tree to be measured is there only afterwards. */
function tooMuch(text: string): Remark | undefined {
  let [line, stars] = [0, 0];
  for (const words of text.split('\n')) {
    line += 1;
    const refuse = (rule: string, message: string): Remark => ({ line, column: 1, rule, message });
    stars = words.trim() === '' ? 0 : stars + (words.match(/[*_]+/g)?.length ?? 0);
    if (stars > STARS) return refuse('too-many', `this paragraph has more than ${STARS} stars or underscores; write it simpler`);
    if (line > LINES) return refuse('too-many', `has more than ${LINES} lines; make it shorter`);
    if (/^[ \t]*([-*_])(?:[ \t]*\1)*[ \t\r]*$/.test(words)) continue;
    const marks = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))+/.exec(words)?.[0].match(/>|[-*+.)]/g)?.length ?? 0;
    if (marks > DEEPEST) return refuse('too-deep', `is nested more than ${DEEPEST} levels; write it flatter`);
  }
  return undefined;
}
