/** Whether a text may tell who a person is: this room knows no platform's ways of naming people. */
export interface Wording {
  /** Of a name that somebody else chose, such as a campaign's. */
  label(text: string): boolean;
  /** Of a sentence, in which the account's own names may stand. */
  sentence(text: string, own?: readonly string[]): boolean;
}

/** Said of such a text, without repeating it. */
export const PERSON = 'holds what may be a number, an address or a handle of a person; take it out';

/** Addresses of requests hold the ids of accounts; that of a page that people look at (example.org, www.example.org) stays, and is looked at. */
export function withoutAddresses(words: string): string {
  return words.replace(/https?:\/\/(?!(?:www\.|m\.)?[\w-]+\.[a-z]{2,}(?![\w.-]))[^\s")]+/gi, '');
}
