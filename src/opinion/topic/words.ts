import { KIND, plain, Tokens } from '../label/text.ts';

/** One word of a comment, as topics and terms see it. */
export interface Word {
  /** As typed, in small letters and without stretching: "jlnnn" as "jln". */
  readonly typed: string;
  /** Slang and shortenings in full, parts joined by `_`: "jln" as "jalan". */
  readonly full: string;
  /** The full form where it is the same word in another spelling ("jln" and "jalan2" as "jalan"), else as typed ("koruptor" is no "korupsi"); parts by spaces. */
  readonly spelled: string;
  /** Whether it has anything but letters and hyphens. */
  readonly coded: boolean;
  /** `Bupati`, but not `KTP`. */
  readonly capital: boolean;
  /** Whether it begins a sentence, a quotation or the whole text, where a capital says nothing. */
  readonly opens: boolean;
  /** Whether it follows the word before it with nothing but space between. */
  readonly joined: boolean;
  readonly tag: boolean;
}

type Form = Pick<Word, 'typed' | 'full' | 'spelled' | 'coded' | 'capital'>;

/** So many words are remembered before all are forgotten: memory is the same however many comments pass. */
const REMEMBERED = 1 << 15;

/** Makes a reader of words, which uses its own memory again and again. Links, numbers, @names and emoji are no words; they part what stands around them. */
export function reader(): (text: string) => readonly Word[] {
  const tokens = new Tokens();
  const known = new Map<string, Form>();
  const formOf = (raw: string): Form => {
    let form = known.get(raw);
    if (!form) {
      if (known.size >= REMEMBERED) known.clear();
      known.set(raw, (form = formed(raw)));
    }
    return form;
  };
  return (text) => {
    tokens.read(text);
    const words: Word[] = [];
    let [joined, opens] = [false, true];
    for (let at = 0; at < tokens.count; at += 1) {
      const [from, to] = [tokens.start[at] as number, tokens.end[at] as number];
      if (tokens.kind[at] !== KIND.word) {
        joined = false;
        // A comma lets the sentence go on.
        if (tokens.kind[at] !== KIND.number && text[from] !== ',') opens = true;
        continue;
      }
      const tag = text[from - 1] === '#';
      words.push({ ...formOf(text.slice(from, to)), opens, joined, tag });
      [joined, opens] = [true, tag];
    }
    return words;
  };
}

function formed(raw: string): Form {
  const { word, typed } = plain(raw);
  const capital = /^\p{Lu}/u.test(raw) && /\p{Ll}/u.test(raw);
  const spelled = word === typed || isSpelling(typed, word) ? word.replaceAll('_', ' ') : typed;
  return { typed, full: word, spelled, coded: /[^\p{L}' _-]/u.test(spelled), capital };
}

/** "dateng", "dtg" and "datangg" spell "datang": the consonants that are there stand in it in the same order. */
function isSpelling(typed: string, full: string): boolean {
  const [bones, whole] = [skeleton(typed), skeleton(full)];
  if (typed[0] !== full[0] && !full.endsWith(typed)) return false;
  let at = 0;
  for (const letter of whole) if (letter === bones[at]) at += 1;
  return at === bones.length;
}

function skeleton(word: string): string {
  return word.replace(/[aiueo_'\d-]/g, '').replace(/(.)\1+/g, '$1');
}

const CLITICS = /-?(?:nya|lah|kah|pun)$/;

/** A word without -nya, -lah, -kah or -pun; the same where too little would be left. Nothing else is cut: "memperbaiki" is no "baik". */
export function unhung(word: string): string {
  const stem = word.replace(CLITICS, '');
  return stem.length > 2 ? stem : word;
}
