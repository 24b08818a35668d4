import { isMap, isScalar, parseDocument } from 'yaml';
import { Day } from '#model/day.ts';
import { hiddenIn, hiddenMessage, placeAt, type Remark } from './bytes.ts';
import { hint, quote } from './names.ts';

/** The fields that a commentary may have before its text. */
const FIELDS: readonly string[] = ['title', 'author', 'date', 'period', 'lang', 'summary'];
const NEEDED = ['title', 'period', 'lang'];
const LONGEST: ReadonlyMap<string, number> = new Map([
  ['title', 120],
  ['author', 80],
  ['summary', 300],
]);

export interface Front {
  readonly remarks: readonly Remark[];
  /** The text with the front matter blanked, so that places stay true; as Astro hands it to MDX. */
  readonly body: string;
}

/**
 * Reads the front matter of a commentary whose file name says `period` and `lang` (undefined where the name is wrong).
 *
 * Astro finds front matter by an expression of its own that also takes `+++` (TOML), blank lines before it, and anything after the second
 * `---`; then another YAML library reads it. One `field: value` a line leaves those two nothing to differ about.
 */
export function checkFront(text: string, period: string | undefined, lang: string | undefined): Front {
  const fences = /^---\r?\n(?<matter>(?:(?!---|\+\+\+)[^\n]*\n)*)---(?=\r?\n|$)/.exec(text);
  if (!fences) {
    const message = 'must begin with a line "---", then title, period and lang, one a line, then a line "---"';
    return { remarks: [{ line: 1, column: 1, rule: 'frontmatter', message }, ...refuseLayout(text)], body: text };
  }
  const matter = fences.groups?.['matter'] ?? '';
  const offset = text.indexOf('\n') + 1;
  const blank = fences[0].replace(/[^\r\n]/g, ' ');
  const remarks = [...checkLines(matter, offset, text), ...checkFields(matter, offset, text, { period, lang })];
  return { remarks, body: blank + text.slice(fences[0].length) };
}

/** Where the fences are not ours, a layout may still be Astro's. */
function refuseLayout(text: string): Remark[] {
  const match = /^[ \t"']*layout["']?[ \t]*[:=]/m.exec(text);
  return match ? [{ ...placeAt(text, match.index), ...layout }] : [];
}

const layout = { rule: 'frontmatter', message: '"layout" makes Astro run another file and is never allowed; delete the line' };

function checkLines(matter: string, offset: number, text: string): Remark[] {
  const remarks: Remark[] = [];
  let from = offset;
  for (const line of matter.split('\n')) {
    const add = (message: string) => remarks.push({ ...placeAt(text, from), rule: 'frontmatter', message });
    const key = /^([\w-]+):(?:[ \t]|\r?$)/.exec(line)?.[1];
    if (key === undefined) {
      if (/["']?layout["']?\s*:/.test(line)) add(layout.message);
      else if (!/^\s*(#.*)?$/.test(line)) add(`write one "field: value" a line; ${quote(line.trim())} is none`);
    } else if (/^[\w-]+:\s+[&*!|>%@`[{?]/.test(line)) {
      add(`put the value of "${key}" into quotation marks: it begins with a sign that YAML reads in a way of its own`);
    }
    from += line.length + 1;
  }
  return remarks;
}

const FAULTS: ReadonlyMap<string, string> = new Map([
  ['DUPLICATE_KEY', 'this field stands twice; keep one'],
  ['BLOCK_AS_IMPLICIT_KEY', 'put the value into quotation marks: it holds ": "'],
]);

function checkFields(
  matter: string,
  offset: number,
  text: string,
  name: Record<'period' | 'lang', string | undefined>,
): Remark[] {
  const document = parseDocument(matter, {
    schema: 'failsafe',
    version: '1.2',
    strict: true,
    uniqueKeys: true,
    prettyErrors: false,
  });
  const remarks: Remark[] = document.errors.slice(0, 5).map((error) => ({
    ...placeAt(text, offset + error.pos[0]),
    rule: 'frontmatter',
    message: FAULTS.get(error.code) ?? `is no YAML: ${quote(error.message)}`,
  }));
  const found = new Set<string>();
  for (const { key, value } of isMap(document.contents) ? document.contents.items : []) {
    const range = isScalar(key) ? key.range : undefined;
    const add = (message: string) => remarks.push({ ...placeAt(text, offset + (range?.[0] ?? 0)), rule: 'frontmatter', message });
    const field = isScalar(key) ? String(key.value) : '';
    found.add(field);
    if (field === 'layout') add(layout.message);
    else if (!FIELDS.includes(field)) add(`there is no field ${quote(field)}${hint(field, FIELDS)}`);
    else if (value !== null && !isScalar(value)) add(`"${field}" must be one text, not a list or a reference`);
    else {
      const said = isScalar(value) ? String(value.value ?? '') : '';
      const message =
        badValue(field, said, name) ?? (isScalar(value) && value.type === 'PLAIN' ? misread(field, said) : undefined);
      if (message !== undefined) add(message);
    }
  }
  if (document.errors.length > 0) return remarks;
  const lacking = NEEDED.filter((field) => !found.has(field));
  if (lacking.length > 0)
    remarks.push({ line: 1, column: 1, rule: 'frontmatter', message: `lacks ${lacking.join(', ')}; add a line for each` });
  return remarks;
}

function badValue(field: string, value: string, name: Record<'period' | 'lang', string | undefined>): string | undefined {
  const hidden = hiddenIn(value);
  if (hidden !== undefined) return `"${field}" ${hiddenMessage(hidden)}`;
  if (value.trim() === '') return `"${field}" is empty; write its value or delete the line`;
  if (field === 'date')
    return Day.safeParse(value).success ? undefined : `"date" must be a day such as 2026-10-05, not ${quote(value)}`;
  if (field === 'period' || field === 'lang') {
    const wanted = name[field];
    return wanted === undefined || value === wanted
      ? undefined
      : `"${field}" is ${quote(value)} but the file name says "${wanted}"; make them agree`;
  }
  const longest = LONGEST.get(field) ?? 0;
  return [...value].length > longest ? `"${field}" has ${[...value].length} characters; keep it within ${longest}` : undefined;
}

/** A text without quotation marks that the YAML reader of Astro takes for a number, a day or nothing. */
function misread(field: string, value: string): string | undefined {
  const isNone = /^[-+.\d][-+.\d:_etz\s]*$|^[-+]?0[xob][\da-f_]+$|^~$|^(?:true|false|null|[-+]?\.(?:nan|inf))$/i.test(value);
  return LONGEST.has(field) && isNone
    ? `put the value of "${field}" into quotation marks, since ${quote(value)} alone is no text`
    : undefined;
}

/** What is wrong with front matter that someone else has already read: the second layer, inside Astro. */
export function badFields(fields: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(fields).flatMap(([field, value]) => {
    if (field === 'layout') return [layout.message];
    if (!FIELDS.includes(field)) return [`there is no field ${quote(field)}${hint(field, FIELDS)}`];
    return typeof value === 'object' && !(value instanceof Date) ? [`"${field}" must be one text`] : [];
  });
}
