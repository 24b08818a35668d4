import { isName } from './names.ts';
import { MOST } from '../label/text.ts';
import { NAMING, PLACES, ROLES, TITLES } from './titles.ts';
import type { Word } from './words.ts';

/** Of a name, so many words after its title are hidden. */
const LONGEST = 4;

/**
 * Cuts out of a text what may lead to a person and is no word: e-mail and web addresses, @names, street addresses with a number, RT and RW,
 * vehicle plates, runs of digits (spoken ones too). What is cut parts what stood around it.
 */
export function redacted(text: string): string {
  const short = text.length > MOST ? text.slice(0, MOST) : text;
  return HINT.test(short) ? short.replace(CALLED, ' bernama ').replace(CODES, ' , ') : short;
}

/** "a.n. Slamet", "a/n Slamet": in the name of. */
const CALLED = /(?<!\p{L})a[./]\s?n\b\.?/giu;
const SPOKEN = '(?:kosong|nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)';
/** What a name on another network follows. */
const APPS = '(?:ig|insta|instagram|fb|facebook|tiktok|telegram|tele|tg|twitter|threads|line|wa|whatsapp|youtube|akun|username)';
/** Without any of these there is nothing to cut; most comments have none. */
const HINT = new RegExp(String.raw`[\d@_]|\w\.\w|:\/\/|a[./]\s?n|\b(?:at|et|dot|titik)\b|\b${APPS}\s?[:=]|${SPOKEN}`, 'iu');
const CODES = new RegExp(
  [
    String.raw`[^\s@]{1,64}@[^\s@]{1,80}|@\s?[\w.]+`,
    // "budi at gmail dot com", "budi(at)gmail.com"
    String.raw`[\w.+-]{1,64}\s?[([]?\b(?:at|et)\b[)\]]?\s?[\w-]{1,40}(?:\s?[([]?(?:\.|\b(?:dot|titik)\b)[)\]]?\s?\w{1,20}){1,3}`,
    // "ig budi.santoso", "telegram: warga", "budi_santoso"
    String.raw`\b${APPS}\s?(?:[:=]\s?[\w.-]{1,64}|[a-z]\w{0,40}[._\d][\w.]{1,40})`,
    String.raw`(?<!\p{L})\p{L}[\p{L}\d.]{0,40}_[\p{L}\d_.]{1,40}`,
    String.raw`(?:https?:\/\/|www\.)\S+|\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:com|net|org|id|ly|me|co|info|xyz|link|site|online|my|gle|tk|io|app|page)\b(?:\/\S*)?`,
    String.raw`\b(?:jl|jln|jalan|gg|gang|komp|kompleks?|perum|perumahan)\b\.?(?:\s+[\p{L}'.-]+){1,4}?[\s,]+(?:no|nomor|nmr|blok|rt|rw)\b[.:\s]*\d[\w/.-]*`,
    String.raw`\b(?:jl|jln|gg)\.\s*[\p{L}'-]+(?:\s+[\p{L}'-]+)?\s+\d[\w/.-]*`,
    String.raw`\b(?:rt|rw|no|nomor|nmr|blok)\b[.:\s]*\d[\w/.-]*`,
    String.raw`\b[a-z]{1,2}[\s.-]?\d{1,4}[\s.-]?[a-z]{1,3}\b`,
    String.raw`${SPOKEN}(?:[\s,.-]+${SPOKEN}){2,}`,
    String.raw`(?<!\p{L})\+?\(?\d[\d\s().+/-]*`,
  ].join('|'),
  'giu',
);

/** What a word is where it stands: nothing that hints at a person; a plain word that follows "Pak" or the like, as a name would; likely part of a name. */
export const MARK = { plain: 0, called: 1, hidden: 2 } as const;

/**
 * Marks the words of a comment. Hidden are those after "bernama" and the like, those after "Pak" or an office that nobody knows as words, names that
 * are no words, names next to names, and runs of capitals in the midst of a sentence that hold one.
 */
export function names(words: readonly Word[], isPublic: (word: Word) => boolean): readonly number[] {
  const marks: number[] = words.map(() => MARK.plain);
  // Where nearly all begin with a capital, or none is small, capitals say nothing.
  const shouted = words.filter((word) => word.capital).length > 0.6 * words.length && words.length > 3;
  const named = words.map((word) => isName(word.typed) || isName(word.full));
  const strange = words.map((word) => !isPublic(word) && !isTitle(word));
  words.forEach((word, at) => {
    if (TITLES.has(word.typed) || ROLES.has(word.typed) || isCalled(words, at)) follow(at, TITLES.has(word.typed));
    if (named[at] && strange[at]) marks[at] = MARK.hidden;
    const next = words[at + 1];
    if (!next?.joined) return;
    const [one, other] = [named[at], named[at + 1]];
    if ((one && other) || (one && strange[at] && strange[at + 1]) || (other && strange[at + 1] && strange[at])) {
      if (!isTitle(word)) marks[at] = MARK.hidden;
      if (!isTitle(next)) marks[at + 1] = MARK.hidden;
    }
  });
  if (!shouted)
    for (const run of runs(words)) if (run.some((at) => named[at] || strange[at])) for (const at of run) marks[at] = MARK.hidden;
  return marks;

  /** Hides the name that follows a title or an office. */
  function follow(title: number, isTitled: boolean): void {
    let certain = isCalled(words, title) || NAMING.has(words[title]?.typed ?? '');
    for (let at = title + 1; at <= title + LONGEST; at += 1) {
      const word = words[at];
      // "Pak. Slamet", "H. Slamet": a point after a title parts nothing.
      if (!word || (!word.joined && !(at === title + 1 && isTitled))) return;
      if (isTitle(word)) {
        if (at === title + 1) continue;
        return;
      }
      const isFirst = at === title + 1;
      const isOne = named[at] || strange[at] || (word.capital && !shouted && (isTitled || certain)) || (isFirst && certain);
      if (isOne) marks[at] = MARK.hidden;
      else if (at > title + 2 || !(isTitled || certain)) return;
      else marks[at] = Math.max(marks[at] ?? 0, MARK.called);
      certain = isOne;
    }
  }
}

function isTitle({ typed }: Word): boolean {
  return TITLES.has(typed) || ROLES.has(typed);
}

/** "atas nama Slamet". */
function isCalled(words: readonly Word[], at: number): boolean {
  return words[at]?.typed === 'nama' && (words[at - 1]?.typed === 'atas' || words[at - 1]?.typed === 'punya');
}

/** Two or more words in a row with a capital, but what names a place or an office. */
function runs(words: readonly Word[]): number[][] {
  const found: number[][] = [];
  let run: number[] = [];
  words.forEach((word, at) => {
    if (run.length > 0 && !(word.capital && word.joined)) run = [];
    if (!word.capital) return;
    run.push(at);
    const before = words[(run[0] as number) - 1];
    const head = words[run[0] as number];
    if (run.length === 2 && !(head && isPlace(head)) && !(before && isPlace(before))) found.push(run);
  });
  return found;
}

function isPlace({ typed }: Word): boolean {
  return PLACES.has(typed);
}

/** Whether a place or an office is named by the words from this one on. */
export function places(words: readonly Word[]): string[][] {
  return words.flatMap((word, at) => {
    if (!isPlace(word)) return [];
    const name: string[] = [];
    for (let next = at + 1; words[next]?.joined && words[next]?.capital && name.length < 3; next += 1)
      name.push(words[next]?.spelled ?? '');
    return name.length > 0 ? [name] : [];
  });
}
