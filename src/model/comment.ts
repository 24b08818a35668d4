import type { Day } from './day.ts';

/**
 * What a person wrote or is called. It can be read in memory and nowhere else: it has no enumerable content, `JSON.stringify` throws on it,
 * and in a log, a template or an error it is the word `[private]`.
 */
export class Private {
  readonly #words: string;

  constructor(words: string) {
    this.#words = words;
  }

  /** The words themselves. Whoever calls this must neither keep, log nor throw them. */
  read(): string {
    return this.#words;
  }

  toString(): string {
    return '[private]';
  }

  toJSON(): never {
    throw new TypeError('words of persons are never written');
  }

  [Symbol.toPrimitive](): string {
    return '[private]';
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[private]';
  }
}

/** One comment under the agency's own post, as long as a run lasts. It has no schema: nothing of it is ever stored. */
export interface Comment {
  readonly words: Private;
  /**
   * Who wrote it, to count distinct people within one pull. Empty where the platform does not say: of one account all such comments together count as
   * one person where words and alarms are looked for, so that nobody can pass for a crowd.
   */
  readonly author: Private;
  /** Tells one comment from another within one pull. */
  readonly id: Private;
  readonly day: Day;
  /** The hour in which it was written, counted from the first of 1970; the minute would tell which one it is. */
  readonly hour?: number;
  /** Id of the agency's post under which it stands. */
  readonly post: string;
  /** Whether the agency itself wrote it. */
  readonly own: boolean;
  /** Whether it answers another comment. */
  readonly reply: boolean;
}
