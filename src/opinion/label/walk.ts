import { pairHash, partsOf, phraseMarks, SCALE, styleHash, type Parts } from './features.ts';
import { BIT, GROUP_NAMES } from './lexicon.ts';
import { KIND, type Tokens } from './text.ts';

/** So many words are remembered; a newer one takes the place of an older. */
export const REMEMBERED = 1 << 16;
/** A negation holds for so many words, unless the clause ends before. */
const REACH = 3;
/** What stands before "tapi" counts less than what stands after it. */
export const CONTRAST = { before: 0.8, after: 1.2 };

/** Bits of a comment beside the groups of its words. */
const SAID = { question: 23, call: 24, dots: 25, long: 26, capitals: 27, number: 28, link: 29, name: 30 } as const;
const SIGNS: Readonly<Record<string, number>> = { '?': SAID.question, '!': SAID.call, '.': SAID.dots, '…': SAID.dots };

/**
 * Goes through a comment and hands on its features. What a word gives is worked out once and remembered by the one that inherits from this:
 * the trainer keeps the features, the classifier their sum. The memory is of a fixed size.
 */
export abstract class Walker {
  readonly tokens: Tokens;
  /** Tokens before this one stand before a contrast; 0 where there is none. */
  turn = 0;
  /** Words and emoji in the comment. */
  words = 0;
  private readonly first = new Int32Array(REMEMBERED);
  private readonly second = new Int32Array(REMEMBERED);
  private readonly marks = new Int32Array(REMEMBERED);
  private readonly ids = new Int32Array(REMEMBERED);
  private readonly long = new Uint8Array(REMEMBERED);
  /** Which token first showed each bit. */
  private readonly shown = new Int32Array(32);
  private readonly bits = new Int32Array(32);
  private readonly slang: boolean;

  constructor(tokens: Tokens, slang: boolean) {
    this.tokens = tokens;
    this.slang = slang;
  }

  protected abstract learn(slot: number, parts: Parts): void;
  /** A word's own features, by the place they are remembered at. */
  protected abstract take(token: number, slot: number): void;
  /** One more feature. */
  protected abstract add(token: number, hash: number, value: number): void;

  /** How much a token's features count. */
  scale(token: number): number {
    return this.turn === 0 ? 1 : token < this.turn ? CONTRAST.before : CONTRAST.after;
  }

  /** Goes through the text whose tokens were read last. */
  walk(text: string): void {
    const { tokens } = this;
    this.turn = this.words = 0;
    let [before, negated, said, last, polar] = [0, 0, 0, 0, 0];
    for (let at = 0; at < tokens.count; at += 1) {
      const kind = tokens.kind[at] as number;
      if (kind === KIND.stop) {
        before = negated = 0;
        continue;
      }
      const slot = this.slot(text, at, negated > 0);
      const marks = this.marks[slot] as number;
      const id = this.ids[slot] as number;
      this.take(at, slot);
      let bits = negated > 0 ? flipped(marks) : marks;
      if (before !== 0) {
        const pair = pairHash(before, id);
        this.add(at, pair, SCALE.pair);
        bits |= phraseMarks(pair);
      }
      before = id;
      if (kind === KIND.sign) {
        bits |= 1 << (SIGNS[text.charAt(tokens.start[at] as number)] ?? SAID.dots);
        negated = 0;
      } else {
        this.words += 1;
        if (negated > 0) negated -= 1;
        if (marks & BIT.negator) negated = REACH;
        if (marks & BIT.contrast && at > 0 && at < tokens.count - 1) [this.turn, negated] = [at, 0];
        if (kind === KIND.number) bits |= 1 << SAID.number;
        if (kind === KIND.link) bits |= 1 << SAID.link;
        if (kind === KIND.name) bits |= 1 << SAID.name;
        if (this.long[slot]) bits |= 1 << SAID.long;
      }
      const polarity = bits & (BIT.positive | BIT.negative);
      if (polarity !== 0) {
        if (polar === 0) polar = polarity;
        last = polarity;
      }
      let fresh = bits & ~said;
      said |= bits;
      for (; fresh !== 0; fresh &= fresh - 1) this.shown[31 - Math.clz32(fresh & -fresh)] = at;
    }
    if (this.words > 0) this.style(said, last, polar);
  }

  /** What the whole comment says: its groups, each two of them together, on which side it begins and ends, how long it is. */
  private style(all: number, last: number, polar: number): void {
    let said = all;
    const { tokens, bits, shown } = this;
    if (tokens.letters > 6 && tokens.capitals > 0.6 * tokens.letters) {
      said |= 1 << SAID.capitals;
      shown[SAID.capitals] = 0;
    }
    let count = 0;
    for (let left = said; left !== 0; left &= left - 1) bits[count++] = 31 - Math.clz32(left & -left);
    for (let one = 0; one < count; one += 1) {
      const a = bits[one] as number;
      this.add(shown[a] as number, styleHash(a), SCALE.style);
      for (let other = one + 1; other < count; other += 1) {
        const b = bits[other] as number;
        this.add(Math.max(shown[a] as number, shown[b] as number), styleHash(64 + a * 32 + b), SCALE.style);
      }
    }
    const end = tokens.count - 1;
    if (last !== 0) this.add(end, styleHash(2000 + last * 4 + polar), SCALE.style);
    const size = Math.min(6, 31 - Math.clz32(this.words));
    this.add(0, styleHash(3000 + size), SCALE.style);
    for (let one = 0; one < count; one += 1)
      this.add(shown[bits[one] as number] as number, styleHash(4000 + size * 32 + (bits[one] as number)), SCALE.size);
  }

  private slot(text: string, at: number, negated: boolean): number {
    const { tokens } = this;
    const first = (tokens.first[at] as number) ^ (negated ? 0x5bd1_e995 : 0);
    const second = tokens.second[at] as number;
    const slot = (Math.imul(first ^ (second >>> 7), 0x9e37_79b1) >>> 16) & (REMEMBERED - 1);
    if (this.first[slot] === first && this.second[slot] === second) return slot;
    const parts = partsOf(this.spelled(text, at), negated, this.slang);
    this.first[slot] = first;
    this.second[slot] = second;
    this.marks[slot] = parts.marks;
    this.ids[slot] = parts.id;
    this.long[slot] = parts.long ? 1 : 0;
    this.learn(slot, parts);
    return slot;
  }

  /** A token as the features see it: each link, name and number is one to them. */
  private spelled(text: string, at: number): string {
    const { start, end, kind } = this.tokens;
    const [from, to] = [start[at] as number, end[at] as number];
    if (kind[at] === KIND.link) return 'http';
    if (kind[at] === KIND.name) return '@';
    if (kind[at] === KIND.number) return '0';
    return kind[at] === KIND.sign ? text.slice(from, from + (to - from > 2 ? 2 : 1)) : text.slice(from, to);
  }
}

/** "tidak bagus" is no praise, "tidak buruk" no blame. */
function flipped(marks: number): number {
  const both = BIT.positive | BIT.negative;
  const side = marks & both;
  return side === 0 || side === both ? marks : marks ^ both;
}

if (GROUP_NAMES.length > 23) throw new Error('more groups than bits');
