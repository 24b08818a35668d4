import { SLANG } from './slang.ts';

/** Of a comment, so many UTF-16 units are read; what comes after them changes nothing. The longest that a platform allows has 10,000. */
export const MOST = 10_000;

/** What a token is. A `stop` ends a clause, has no meaning of its own, and is only a boundary. */
export const KIND = { word: 0, emoji: 1, sign: 2, stop: 3, link: 4, name: 5, number: 6 } as const;

const CLASS = { unseen: 0, space: 1, letter: 2, digit: 3, emoji: 4, sign: 5, mark: 6, other: 7 } as const;

/** Class of each UTF-16 unit, found out when it is first met. */
const classes = new Uint8Array(0x1_0000);

/**
 * The tokens of one text, as places in it with two hashes of what stands there (ASCII letters as small ones), in arrays that the next text uses
 * again: so a comment is read without making a string of any word.
 */
export class Tokens {
  readonly start = new Int32Array(MOST + 1);
  readonly end = new Int32Array(MOST + 1);
  readonly kind = new Uint8Array(MOST + 1);
  readonly first = new Int32Array(MOST + 1);
  readonly second = new Int32Array(MOST + 1);
  count = 0;
  /** Letters in all, those of the Latin script, and Latin capitals. */
  letters = 0;
  latin = 0;
  capitals = 0;

  /** Reads a text. Never fails, whatever stands in it. */
  read(text: string): void {
    this.count = this.letters = this.latin = this.capitals = 0;
    const most = Math.min(text.length, MOST);
    let at = 0;
    while (at < most) {
      const unit = text.charCodeAt(at);
      const kind = classOf(unit, text, at);
      if (kind === CLASS.letter || kind === CLASS.digit) at = this.word(text, at, most, KIND.word);
      else if (kind === CLASS.emoji) at = this.emoji(text, at, most);
      else if (kind === CLASS.sign) at = this.sign(text, at, most);
      else at += 1;
    }
  }

  private word(text: string, from: number, most: number, kind: number): number {
    let [first, second, at, digits, letters] = [0x811c_9dc5 | 0, 0x9e37_79b9 | 0, from, 0, 0];
    for (; at < most; at += 1) {
      let unit = text.charCodeAt(at);
      const of = unit < 128 ? (classes[unit] as number) || classOf(unit, text, at) : classOf(unit, text, at);
      if (of === CLASS.letter) {
        letters += 1;
        if (unit < 0x250) this.latin += 1;
        if (unit >= 65 && unit <= 90) {
          unit += 32;
          this.capitals += 1;
        }
      } else if (of === CLASS.digit) digits += 1;
      // A hyphen, apostrophe or underscore between two letters or digits belongs to the word; so do marks above letters.
      else if (of === CLASS.mark) continue;
      else if (!(isJoint(unit) && at + 1 < most && isWordly(text, at + 1))) break;
      first = Math.imul(first ^ unit, 0x0100_0193);
      second = Math.imul(second ^ unit, 0x85eb_ca6b) + ((second >>> 15) ^ 0x27d4) || 1;
    }
    this.letters += letters;
    if (letters > 3 && text.charCodeAt(at) === 58 && text.charCodeAt(at + 1) === 47 && /^https?$/i.test(text.slice(from, at))) {
      while (at < most && classOf(text.charCodeAt(at), text, at) !== CLASS.space) at += 1;
      return this.put(from, at, KIND.link, 1, 1);
    }
    return this.put(from, at, letters === 0 && digits > 0 ? KIND.number : kind, first, second);
  }

  private emoji(text: string, from: number, most: number): number {
    const point = text.codePointAt(from) ?? 0;
    const at = Math.min(most, from + (point > 0xffff ? 2 : 1));
    return this.put(from, at, KIND.emoji, Math.imul(point, 0x9e37_79b1), Math.imul(point ^ 0x5bd1, 0x85eb_ca6b) | 1);
  }

  private sign(text: string, from: number, most: number): number {
    const unit = text.charCodeAt(from);
    if (unit === AT && from + 1 < most && isWordly(text, from + 1)) {
      let at = from + 1;
      while (at < most && (isWordly(text, at) || [46, 95, 45].includes(text.charCodeAt(at)))) at += 1;
      return this.put(from, at, KIND.name, 2, 2);
    }
    if (FACE.has(unit)) {
      FACES.lastIndex = from;
      const face = FACES.exec(text.length > MOST ? text.slice(0, MOST) : text);
      if (face) return this.put(from, from + face[0].length, KIND.emoji, hashOf(face[0], 7), hashOf(face[0], 11) | 1);
    }
    let at = from + 1;
    while (at < most && text.charCodeAt(at) === unit) at += 1;
    const meaning = unit === 63 || unit === 33 || (unit === 46 && at - from > 1) || unit === 0x2026;
    if (!meaning) return this.put(from, at, KIND.stop, 3, 3);
    const long = at - from > 2 ? 1 : 0;
    return this.put(from, at, KIND.sign, unit * 2 + long, unit + 5);
  }

  private put(start: number, end: number, kind: number, first: number, second: number): number {
    const at = this.count;
    this.start[at] = start;
    this.end[at] = end;
    this.kind[at] = kind;
    this.first[at] = first;
    this.second[at] = second;
    this.count = at + 1;
    return end;
  }
}

const AT = 64;
/** Signs that a face such as `:)` begins with. */
const FACE = new Set([58, 59, 61, 60, 94, 45]);
const FACES = /[:;=]['^o-]?[()[\]dp3v/\\*|oD]+(?![a-z])|<3+|\^[_.-]*\^|-_+-/iy;

function isJoint(unit: number): boolean {
  return unit === 45 || unit === 39 || unit === 95 || unit === 0x2019;
}

function isWordly(text: string, at: number): boolean {
  const kind = classOf(text.charCodeAt(at), text, at);
  return kind === CLASS.letter || kind === CLASS.digit;
}

function classOf(unit: number, text: string, at: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return pairClass(unit, text, at);
  const known = classes[unit] as number;
  if (known !== CLASS.unseen) return known;
  const one = String.fromCharCode(unit);
  const found = /\s/u.test(one)
    ? CLASS.space
    : /\p{L}/u.test(one)
      ? CLASS.letter
      : /\p{Nd}/u.test(one)
        ? CLASS.digit
        : /[\p{M}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u.test(one)
          ? CLASS.mark
          : /[\p{Extended_Pictographic}]/u.test(one) && unit > 0xff
            ? CLASS.emoji
            : /[@?!.,;:()[\]"“”…^=<\-\n]/u.test(one)
              ? CLASS.sign
              : CLASS.other;
  classes[unit] = found;
  return found;
}

/** Of a surrogate: a letter (𝗯𝗼𝗹𝗱 ones), a part of an emoji, or nothing where its other half lacks. */
function pairClass(unit: number, text: string, at: number): number {
  if (unit >= 0xdc00) {
    const before = at > 0 ? (text.codePointAt(at - 1) ?? 0) : 0;
    return before >= 0x1_d400 && before <= 0x1_d7ff ? CLASS.letter : CLASS.other;
  }
  const point = text.codePointAt(at) ?? 0;
  if (point < 0x1_0000) return CLASS.other;
  if (point >= 0x1_d400 && point <= 0x1_d7ff) return CLASS.letter;
  // The tints of hands and faces say nothing of their own.
  if (point >= 0x1_f3fb && point <= 0x1_f3ff) return CLASS.mark;
  return point >= 0x1_f000 && point < 0x2_0000 ? CLASS.emoji : CLASS.other;
}

/** Where FNV-1a begins, and what it multiplies by. */
export const HASH = { start: 0x811c_9dc5, prime: 0x0100_0193 } as const;

/** Hash of a string, the same everywhere and always. */
export function hashOf(text: string, seed: number): number {
  let hash = seed ^ HASH.start;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), HASH.prime);
  return mixed(hash);
}

/** Spreads a hash's bits (the finaliser of MurmurHash3, in the public domain). */
export function mixed(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85eb_ca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2_ae35);
  return h ^ (h >>> 16);
}

const SIMPLE = /^[A-Za-z0-9'-]+$/;
const STRETCHED = /(.)\1\1/u;

/** A word as it is read. */
export interface Plain {
  /** In full, small letters, never empty. */
  readonly word: string;
  /** As typed, but for capitals and stretched letters. */
  readonly typed: string;
  /** Whether letters were stretched: "lamaaa". */
  readonly long: boolean;
}

/** Reads one word: small letters, no stretching, no doubling ("jalan2", "pelan-pelan"), slang in full where the language has any. */
export function plain(raw: string, slang = true): Plain {
  const small = SIMPLE.test(raw)
    ? raw.toLowerCase()
    : raw
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[\p{M}\u200b-\u200f\u2060-\u2069\ufeff]/gu, '')
        .replaceAll('’', "'");
  const short = STRETCHED.test(small) ? small.replace(/(\p{L})\1{2,}/gu, '$1') : small;
  const long = short !== small;
  const whole = slang ? SLANG.get(short) : undefined;
  if (whole !== undefined) return { word: whole, typed: short, long };
  const single = once(short);
  const word = (slang ? SLANG.get(single) : undefined) ?? single;
  return { word: word === '' ? short : word, typed: short, long };
}

/** "jalan2nya" and "jalan-jalan" as "jalan"; "bagusss" has lost its stretch before. */
function once(word: string): string {
  if (/^[a-z]+$/.test(word)) return word;
  const doubled = /^(\p{L}{2,})2(nya|an|kan|in)?$/u.exec(word);
  if (doubled) return `${doubled[1] ?? ''}${doubled[2] ?? ''}`;
  const [left = '', right] = word.split('-');
  return right !== undefined && left.length > 2 && right.startsWith(left) ? right : word;
}

const CLITICS = /(?:nya|lah|kah|pun|mu|ku|kan|in)$/;

/** A word without what hangs on it: "pelayanannya" as "pelayanan"; the word itself where too little would be left. */
export function bare(word: string): string {
  const stem = word.replace(CLITICS, '');
  return stem.length > 3 ? stem : word;
}
