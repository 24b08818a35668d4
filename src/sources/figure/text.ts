import { nik } from '#model/nik.ts';

/** The agency's own words, fit to be kept. */
export interface Words {
  readonly text: string;
  readonly tags: string[];
}

const GRAPHEMES = 500;
/** Code units: no later step looks past it, so a megabyte of text costs nothing, and letters piled with marks stay bounded. */
const READ = 20_000;
const KEPT = 4_000;

// Control, bidirectional, zero-width and tag characters; a zero-width joiner stays where it joins two emoji.
const HIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|(?<!\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d|\u200d(?!\p{Extended_Pictographic})/gu;
const NAME = '[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_.%:-]*[\\p{L}\\p{N}_])?';
const REST = '(?:[/?#](?:[^\\s<>"\'()\\[\\]]*[\\p{L}\\p{N}_=/])?)?';
// X lets a post that begins with a handle be seen by all when a full stop stands before it: ".@name".
const HANDLE =
  /(?<![\p{L}\p{N}_])[@＠]([\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?(?:@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?)?)/gu;
/** Addresses such as youtube.com/@name or any Mastodon server's. */
const AT = new RegExp(`(?<=[\\p{L}\\p{N}]/)[@＠](${NAME}(?:@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?)?)${REST}`, 'gu');
/** First steps of an address that lead to a post, a place or a list, not to a person. */
const PLACES =
  'p|reel|reels|tv|explore|stories|events|watch|groups|share|sharer|sharer\\.php|hashtag|i|intent|search|home|status|posts|photo|photos|' +
  'photo\\.php|story|story\\.php|video|videos|tag|discover|music|joinchat|addstickers|help|legal|policies|privacy';
/** Sites whose addresses name persons: the site, then what stands before the name. */
const SITES = [
  ['(?:x|twitter)\\.com/', '(?:#!/|i/user/|intent/(?:user|follow)\\?(?:[\\w=&]*&)?(?:screen_name|user_id)=)?'],
  ['(?:instagram\\.com|instagr\\.am)/', '(?:stories/(?!highlights)|_u/)?'],
  ['(?:facebook|fb)\\.(?:com|me)/', '(?:people/|profile\\.php\\?(?:[\\w=&.-]*&)?id=)?'],
  ['(?:threads|tiktok)\\.(?:com|net)/', ''],
  ['(?:t|telegram|m)\\.me/', '(?:s/)?'],
  ['linkedin\\.com/', '(?:in|pub|posts)/'],
  ['bsky\\.app/', 'profile/'],
  ['youtube\\.com/', '(?:channel|user|c)/'],
  ['snapchat\\.com/', 'add/'],
  ['line\\.me/', '(?:R/)?ti/p/~?'],
].map(
  ([site = '', before = '']) =>
    new RegExp(`(?<![\\p{L}\\p{N}_-])(${site})${before}(?!(?:${PLACES})(?!\\w|\\.\\w))(${NAME})${REST}`, 'giu'),
);
// Bounded, since a long word without "@" would be read again from each of its letters.
const MAIL = /[\p{L}\p{N}_][\p{L}\p{N}._%+-]{0,63}[@＠][\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
// Indonesian mobile numbers (08…, +62…) however they are grouped; short lines such as 112, free ones (0800), dates and sums stay.
const GAP = '[\\s.()/\u00b7\u2212\\p{Pd}\\p{M}]{0,3}';
const SUM = '(?!(?<=\\p{Nd}[.,])\\p{Nd}{3}(?:[.,]\\p{Nd}{3})+(?!\\p{Nd}))(?<!(?:Rp|IDR)\\.?\\s?)';
const PHONE = new RegExp(
  `(?<![\\p{Nd}+＋])${SUM}(?:(?:[+＋]|00)\\s?62|\\([+＋]?62\\)|[6６][2２](?=${GAP}[8８])|\\(?[0０][8８](?=[1-35-9１-３５-９]))(?:${GAP}\\p{Nd}){7,12}(?!\\p{Nd})`,
  'gu',
);
const IDENTITY = new RegExp(`(?<!\\p{Nd})(?:\\p{Nd}{16}|(?<!Rp\\.?\\s?)${nik})(?!\\p{Nd})`, 'gu');
const TAG = /(?<![\p{L}\p{N}_&/])[#＃]([\p{L}\p{M}\p{N}_]+)/gu;

/**
 * Cleans a post's text: hidden characters and lone surrogates go, handles other than the agency's own become "@…" and addresses of other
 * profiles end in "…", e-mail addresses, mobile and identity numbers become "[…]"; cut at 500 characters as people count them. Names
 * written out can't be told from other words, and stay. Tags are NFKC, lower case, each once, in order.
 */
export function words(raw: string, own: readonly string[] = []): Words {
  const clean = masked(raw, own);
  const tags = new Set<string>();
  for (const [, tag] of clean.matchAll(TAG)) {
    const name = (tag ?? '').normalize('NFKC').toLowerCase();
    if (/\p{L}/u.test(name)) tags.add(name);
  }
  return { text: cut(clean), tags: [...tags] };
}

/** The whole of a text, as far as it is read, with nothing in it by which a person can be reached. */
export function masked(raw: string, own: readonly string[]): string {
  const names = new Set(own.map(bare).filter((name) => name !== ''));
  const visible = raw
    .slice(0, READ)
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(HIDDEN, '')
    .replace(/[\u00a0\u202f\u2007\t]/g, ' ')
    .replace(MAIL, (found, offset: number, whole: string) => (/[@＠]/.test(whole[offset - 1] ?? '') ? found : '[…]'))
    .replace(AT, (found, name: string) => (names.has(bare(name)) ? found : '@…'))
    .replace(HANDLE, (found, name: string) => (names.has(bare(name)) ? found : '@…'));
  return SITES.reduce(
    (text, site) => text.replace(site, (found, host: string, name: string) => (names.has(bare(name)) ? found : `${host}…`)),
    visible,
  )
    .replace(IDENTITY, '[…]')
    .replace(PHONE, '[…]')
    .trim();
}

/** Text of the HTML that Mastodon sends: paragraphs and line ends stay, and the line that a quote carries for old readers goes. */
export function fromHtml(html: string): string {
  return html
    .slice(0, READ * 5)
    .replace(/<p class="quote-inline">.*?<\/p>/gs, '')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/p>\s*<p[^>]*>/gi, '\n\n')
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(#x[\da-f]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos|nbsp);/gi,
      (whole, name: string) => entity(name.toLowerCase()) ?? whole,
    );
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES.get(name);
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function bare(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/^@/, '');
}

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

function cut(text: string): string {
  if (text.length <= GRAPHEMES) return text;
  let count = 0;
  for (const { index, segment } of segmenter.segment(text)) {
    if (count === GRAPHEMES || index + segment.length > KEPT) return text.slice(0, index).trimEnd();
    count += 1;
  }
  return text;
}
