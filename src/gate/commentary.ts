import type { Finding } from '#model/error.ts';
import { period } from '#model/period.ts';
import { checkHidden, decode, inOrder, type Remark } from './bytes.ts';
import type { Registry } from './components.ts';
import { checkFront } from './front.ts';
import { hint, quote } from './names.ts';
import { parse } from './parse.ts';
import { checkNik } from './personal.ts';
import { checkSecrets } from './secrets.ts';
import { checkTree } from './tree.ts';

/** Bytes of one commentary, some 6,000 words; a long one has 10,000. */
const LARGEST = 40_000;

export interface Commentary {
  /** `src/content/commentary/<agency>/<period>.<lang>.mdx` */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly registry: Registry;
  /** Names of the pictures beside it; left out where they are not known. */
  readonly pictures?: ReadonlySet<string>;
}

/**
 * Every reason for which a commentary is refused, at once, in order of place; none where it is clean. Never evaluates, never throws.
 * The policy is an allow-list: what is not known to be text is refused.
 */
export function checkCommentary({ path, bytes, registry, pictures }: Commentary): Finding[] {
  const name = nameOf(path);
  const remarks: Remark[] = name ? [] : [{ line: 1, column: 1, rule: 'name', message: NAME }];
  if (name && registry.languages && !registry.languages.includes(name.lang)) {
    const message = `the agency has no pages in ${quote(name.lang)}${hint(name.lang, registry.languages)}`;
    remarks.push({ line: 1, column: 1, rule: 'name', message });
  }
  if (bytes.length > LARGEST) {
    return inOrder(path, [
      ...remarks,
      { line: 1, column: 1, rule: 'size', message: `has ${bytes.length} bytes; keep it within ${LARGEST}` },
    ]);
  }
  const text = decode(bytes);
  if (typeof text !== 'string') return inOrder(path, [...remarks, text]);
  const front = checkFront(text, name?.period, name?.lang);
  // A carriage return alone is refused as hidden; here it must not count as a line, which it does for micromark and for nobody else.
  const body = parse(front.body.replace(/\r(?!\n)/g, ' '));
  const hidden = checkHidden(text);
  const seen = new Set(hidden.map(({ message }) => message));
  const tree = 'type' in body ? checkTree(body, { registry, pictures }) : [body];
  remarks.push(...hidden, ...front.remarks, ...checkSecrets(text), ...checkNik(text));
  remarks.push(...tree.filter(({ message }) => !seen.has(message)));
  return inOrder(path, remarks);
}

const NAME = 'must be named <period>.<lang>.mdx, for example 2026-09.id.mdx or 2026-q3.en.mdx';

/** Period and language that a commentary's file name says, where it is one. */
function nameOf(path: string): { agency: string; period: string; lang: string } | undefined {
  const groups = /(?:^|\/)commentary\/(?<agency>[a-z0-9-]+)\/(?<period>[\dqw-]+)\.(?<lang>[a-z]{2,3})\.mdx$/.exec(path)?.groups;
  const { agency = '', period: id = '', lang = '' } = groups ?? {};
  return groups && isPeriod(id) ? { agency, period: id, lang } : undefined;
}

function isPeriod(id: string): boolean {
  try {
    return period(id).id === id;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
