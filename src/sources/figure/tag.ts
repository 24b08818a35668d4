import { decoded, isPersonal } from './personal.ts';
import { words } from './text.ts';

/** Longest name that a dimension holds, in code units. */
const LENGTH = 100;

/**
 * A campaign tag (`utm_campaign`, `mtm_campaign`) or a goal's name, fit to be kept: free text that staff put into links, so at times the
 * address of the person that a letter went to. One that may tell who a person is, is `(withheld)`; the others are cut at 100 code units.
 * Several tags may become one: their counts are then added up.
 */
export function tagOf(text: string): string {
  const plain = decoded(text).replace(/\s+/g, ' ').trim();
  if (plain === '') return '(not set)';
  if (isPersonal(text)) return '(withheld)';
  return shortened(words(plain).text) || '(not set)';
}

/** Without half a sign at its end. */
function shortened(text: string): string {
  if (text.length <= LENGTH) return text;
  return text
    .slice(0, LENGTH)
    .toWellFormed()
    .replace(/\ufffd$/, '')
    .trimEnd();
}
