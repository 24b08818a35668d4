import { placeAt, type Remark } from './bytes.ts';
import { quote } from './names.ts';

export type Path = readonly (string | number)[];

interface Frame {
  /** Keys so far, where it is an object; null for a list. */
  readonly keys: Set<string> | null;
  wantsKey: boolean;
}

/**
 * Walks a text that is valid JSON and says where each key and value stands. `path` is reused: copy what is to be kept. `again` is true for
 * a key that its object already has, of which `JSON.parse` silently keeps the last.
 */
export function walk(
  text: string,
  on: { key?: (path: Path, at: number, again: boolean) => void; value?: (path: Path, at: number, token: string) => void },
): void {
  const path: (string | number)[] = [];
  const frames: Frame[] = [];
  for (const { 0: token, index } of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g)) {
    const frame = frames.at(-1);
    if (token === ':') continue;
    if (token === ',') {
      if (frame?.keys) frame.wantsKey = true;
      else path.push((path.pop() as number) + 1);
    } else if (token === '}' || token === ']') {
      frames.pop();
      path.pop();
    } else if (frame?.keys && frame.wantsKey) {
      const key = JSON.parse(token) as string;
      path[path.length - 1] = key;
      on.key?.(path, index, frame.keys.has(key));
      frame.keys.add(key);
      frame.wantsKey = false;
    } else {
      on.value?.(path, index, token);
      if (token !== '{' && token !== '[') continue;
      const isObject = token === '{';
      frames.push({ keys: isObject ? new Set() : null, wantsKey: isObject });
      path.push(isObject ? '' : 0);
    }
  }
}

/** Line and column of the value at a path, or of the nearest thing around it that is there. */
export function placeOf(text: string, path: Path, what: 'key' | 'value' = 'value'): { line: number; column: number } {
  let [found, depth] = [0, -1];
  const look = (here: Path, at: number) => {
    if (here.length > path.length || here.length <= depth) return;
    if (here.every((part, index) => part === path[index])) [found, depth] = [at, here.length];
  };
  walk(text, what === 'key' ? { key: look, value: (here, at) => here.length < path.length && look(here, at) } : { value: look });
  return placeAt(text, found);
}

/** What is wrong with a text as JSON: grammar, keys that stand twice or that JavaScript objects already have, numbers that lose digits. */
export function checkJson(text: string): Remark[] {
  try {
    JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const position = faultOf(error, text.length) ?? lastGood(text);
    const words = error.message.replace(/ in JSON at position.*$/s, '').replace(/, "?\.{3}.*$/s, '');
    const message = `is no valid JSON: ${quote(words)}; look for a missing or surplus comma, quotation mark or bracket just before`;
    return [{ ...placeAt(text, position), rule: 'json', message }];
  }
  const remarks: Remark[] = [];
  const add = (at: number, rule: string, message: string) =>
    remarks.length < 100 && remarks.push({ ...placeAt(text, at), rule, message });
  walk(text, {
    key: (path, at, again) => {
      const key = String(path.at(-1));
      if (again) add(at, 'twice', `the field ${quote(key)} stands twice; keep one`);
      if (key === '__proto__' || key === 'constructor' || key === 'prototype')
        add(at, 'key', `${quote(key)} is no allowed field; delete it`);
    },
    value: (_path, at, token) => {
      if (!/^[-\d]/.test(token)) return;
      const number = Number(token);
      if (Math.abs(number) > Number.MAX_SAFE_INTEGER)
        add(at, 'number', `${quote(token)} is larger than a figure can be; correct it`);
    },
  });
  return remarks;
}

/** Where V8 says that a text stops being JSON. Of some faults it says only what, not where. */
function faultOf(error: SyntaxError, length: number): number | undefined {
  if (error.message.includes('end of JSON')) return length;
  const position = /position (\d+)/.exec(error.message)?.[1];
  return position === undefined ? undefined : Number(position);
}

/** The length of the longest beginning that could still become JSON. */
function lastGood(text: string): number {
  let [good, bad] = [0, text.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isBeginning(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function isBeginning(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return (faultOf(error, text.length) ?? -1) >= text.length;
  }
}
