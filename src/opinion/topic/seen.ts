import { mixed } from '../label/text.ts';

/** Places at most (128 MB). Where half are taken, which some millions of comments do, nothing new is told from what was seen. */
const MOST = 1 << 25;

/**
 * Who has said what already, as 4 bytes an entry and nothing that leads back. Two things are taken for one about once in 4,000 times at a million
 * entries: then one person too few is counted, never one too many.
 */
export class Seen {
  #slots = new Int32Array(1 << 12);
  #count = 0;

  /** Adds what two hashes stand for; false where it was there before. */
  add(one: number, other: number): boolean {
    if (this.#count * 2 > this.#slots.length) {
      if (this.#slots.length === MOST) return false;
      this.#grow();
    }
    const print = mixed(Math.imul(mixed(one), 0x9e37_79b1) ^ other) || 1;
    const isNew = put(this.#slots, print);
    if (isNew) this.#count += 1;
    return isNew;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 2);
    for (const print of old) if (print !== 0) put(this.#slots, print);
  }
}

function put(slots: Int32Array, print: number): boolean {
  const mask = slots.length - 1;
  let at = mixed(print ^ 0x5bd1_e995) & mask;
  while (slots[at] !== 0) {
    if (slots[at] === print) return false;
    at = (at + 1) & mask;
  }
  slots[at] = print;
  return true;
}
