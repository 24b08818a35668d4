import type { Finding } from '#model/error.ts';

/** A finding whose file is known to the caller. */
export type Remark = Omit<Finding, 'file'>;

/** Findings that are shown of one file; more of them help nobody and would drown a log. */
const MOST = 50;

/**
 * What a reader can't see: controls, bidirectional and format characters, private use, line separators, fillers, variation selectors
 * of the supplement. A pattern without flags, so that each use states its own.
 */
export const HIDDEN =
  '[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u3164\\uffa0\\u{e0100}-\\u{e01ef}]';

/** Lines, tabs, and the joiner inside one emoji are the only ones that text needs. */
const NEEDED =
  '(?!\\t|\\n|\\r\\n|(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f])\\u200d(?=\\p{Extended_Pictographic}))';
const HIDDEN_IN_TEXT = new RegExp(NEEDED + HIDDEN, 'u');
const EACH_HIDDEN = new RegExp(NEEDED + HIDDEN, 'gu');

/** Line and column, from 1, of an offset; columns count UTF-16 units, as editors and micromark do. */
export function placeAt(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', end + 1)) {
    line += 1;
    start = end + 1;
  }
  return { line, column: Math.max(1, offset - start + 1) };
}

/** The text of UTF-8 bytes, or where they stop being UTF-8. A byte order mark stays in the text. */
export function decode(bytes: Uint8Array): string | Remark {
  const text = strict(bytes, false);
  if (text !== undefined) return text;
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (strict(bytes.subarray(0, middle), true) === undefined) bad = middle;
    else good = middle;
  }
  const before = strict(bytes.subarray(0, good), true) ?? '';
  return { ...placeAt(before, before.length), rule: 'utf-8', message: `byte ${good} is no UTF-8; save the file as "UTF-8"` };
}

function strict(bytes: Uint8Array, stream: boolean): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream });
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** The first character of a text that a reader can't see, where there is one. */
export function hiddenIn(text: string): string | undefined {
  return HIDDEN_IN_TEXT.exec(text)?.[0];
}

/** Every character of a file that a reader can't see. */
export function checkHidden(text: string): Remark[] {
  const remarks: Remark[] = [];
  for (const match of text.matchAll(EACH_HIDDEN)) {
    remarks.push({ ...placeAt(text, match.index), rule: 'hidden-char', message: hiddenMessage(match[0]) });
    if (remarks.length === MOST) break;
  }
  return remarks;
}

/** What to say of a character that can't be seen. */
export function hiddenMessage(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  if (code === 'FEFF') return 'starts with or holds a byte order mark (U+FEFF); save the file as "UTF-8" without BOM';
  return `holds the invisible character U+${code}; delete it and type the words around it again`;
}

/** In order of place, cut to what a person reads, each finding once. */
export function inOrder(file: string, remarks: readonly Remark[]): Finding[] {
  const seen = new Set<string>();
  const once = [...remarks]
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .filter(({ line, column, rule, message }) => {
      const key = `${line}:${column} ${rule} ${message}`;
      return !seen.has(key) && seen.add(key);
    });
  const shown = once.slice(0, MOST).map((remark) => ({ file, ...remark }));
  const last = shown.at(-1);
  if (once.length > MOST && last) {
    shown.push({ ...last, rule: 'more', message: `and ${once.length - MOST} more in this file; correct the ones above first` });
  }
  return shown;
}
