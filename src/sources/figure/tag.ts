import { words } from './text.ts';

/** Longest name that a dimension holds, in code units. */
const LENGTH = 100;
/** Marks that stand for a blank within a link. */
const JOINED = /[_+.]+|%20/g;

/**
 * A campaign tag (`utm_campaign`, `mtm_campaign`) or a goal's name, fit to be kept: free text that staff put into links, so at times the
 * address of the person that a letter went to. One that holds an e-mail address, a telephone or an identity number, or a handle, is
 * `(withheld)`; the others are cut at 100 code units. Several tags may become one: their counts are then added up.
 */
export function tagOf(text: string): string {
  const plain = decoded(text).replace(/\s+/g, ' ').trim();
  if (plain === '') return '(not set)';
  for (const form of [plain, plain.replace(JOINED, ' ')]) if (names(form)) return '(withheld)';
  const { text: clean } = words(plain);
  return clean.length > LENGTH
    ? clean
        .slice(0, LENGTH)
        .toWellFormed()
        .replace(/\ufffd$/, '')
        .trimEnd()
    : clean || '(not set)';
}

/** What `words` takes out of a text stands there as a sign. */
function names(text: string): boolean {
  return /[…]/.test(words(text.replaceAll('…', '...')).text);
}

/** Links carry `%40` for "@"; what is no such code stays. */
function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (codes) => {
    try {
      return decodeURIComponent(codes);
    } catch (error) {
      if (error instanceof URIError) return codes;
      throw error;
    }
  });
}
