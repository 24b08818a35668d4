import { masked } from './text.ts';

/** Code units that are looked at: no name of a campaign, goal or place is longer. */
const READ = 2000;
/** Marks that stand for a blank within a link or a name. */
const JOINED = /[_+.]+/g;
/** A day (2026-09-17, 20260917) is no telephone number, where no more digits stand beside it. */
const DATE =
  /(?<!\p{Nd}[ _./()+-]{0,2})20[0-3]\d[-_./ ]?(?:0[1-9]|1[0-2])[-_./ ]?(?:0[1-9]|[12]\d|3[01])(?![ _./()+-]{0,2}\p{Nd})/gu;
const DIGITS = /\p{Nd}{8}|\p{Nd}(?:[ _./()+\p{Pd}]{0,2}\p{Nd}){8}/u;
/** Addresses whose "@" is written out: `budi(at)mail.com`, `budi_at_mail_com`, "budi at mail dot com". */
const AT = [
  /[([{<]\s*at\s*[)\]}>]/iu,
  /[\p{L}\p{N}]_at_[\p{L}\p{N}]/iu,
  /[\p{L}\p{N}][ .+-]at[ .+-][\p{L}\p{N}-]+[ ._+([{-]+(?:dot|titik|com|net|org|id|co|go|ac|sch|or|web|my)(?![\p{L}\p{N}])/iu,
];

/** What a link carries, as it was before it was put into one, however often it was encoded. */
export function decoded(text: string): string {
  let now = text.slice(0, READ).toWellFormed();
  for (let before = ''; now !== before;) {
    before = now;
    now = now
      .replace(/(?:%[0-9a-f]{2})+/gi, whole)
      .replace(/%([2-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      .replace(/&(?:#0*64|#x0*40|commat);|\\u0040/gi, '@');
  }
  return now;
}

/** Bytes that are no text stay as they are. */
function whole(codes: string): string {
  try {
    return decodeURIComponent(codes);
  } catch (error) {
    if (error instanceof URIError) return codes;
    throw error;
  }
}

/**
 * Whether a name that somebody else chose (a campaign, a goal, a place) may tell who a person is: an e-mail address, plain or written out, a
 * handle, eight digits that are no day, or a string that means nothing to a reader, such as base64. Names of persons can't be told from
 * other words.
 */
export function isPersonal(text: string): boolean {
  const plain = decoded(text).normalize('NFKC').replace(/\s+/g, ' ');
  if (DIGITS.test(plain.replace(DATE, ' '))) return true;
  if (AT.some((form) => form.test(plain)) || plain.split(/[^\p{L}\p{N}+/=]+/u).some(isOpaque)) return true;
  return [plain, plain.replace(JOINED, ' ')].some((one) => hasContact(one));
}

/** Whether a sentence holds what `words` takes out of one: a handle other than the own ones, an address, a mobile or identity number. */
export function hasContact(text: string, own: readonly string[] = []): boolean {
  return masked(text.replaceAll('…', '...'), own).includes('…');
}

/** Base64 of a text, or letters and digits by chance: in one of three places small letters, capitals and digits take turns. */
function isOpaque(token: string): boolean {
  const bare = token.replace(/=+$/, '');
  if (bare.length < 12 || !/^[A-Za-z0-9+/]+$/.test(bare)) return false;
  if (bare.length % 4 !== 1 && /^[\x20-\x7e]+$/.test(atob(bare))) return true;
  const turns = bare.match(/(?<=[a-z])[A-Z0-9]|(?<=[A-Z])[0-9]|(?<=[0-9])[A-Za-z]/g)?.length ?? 0;
  return bare.length >= 16 && turns * 3 >= bare.length;
}
