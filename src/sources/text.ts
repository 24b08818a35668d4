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
const HANDLE =
  /(?<![\p{L}\p{N}_.%+-])[@＠]([\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?(?:@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?)?)/gu;
const PROFILE =
  /\b((?:x|twitter|instagram|facebook|fb|threads|tiktok)\.(?:com|net)\/)(?!(?:p|reel|reels|events|watch|groups|share|hashtag|i|search|status|stories|tv|posts|photo|story)\b)([\w.]+)/gi;
const MAIL = /[\p{L}\p{N}._%+-]+[@＠][\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
// Indonesian mobile numbers (08…, +62…) and 16-digit identity numbers; short lines such as 112 and dates stay.
const PHONE =
  /(?<![\p{Nd}+])(?:(?:\+|00)\s?62|\(\+?62\)|62(?=[\s.-]?8)|\(?08(?=\p{Nd}))(?:[\s.()-]{0,2}\p{Nd}){7,12}(?!\p{Nd})|(?<!\p{Nd})\p{Nd}{16}(?!\p{Nd})/gu;
const TAG = /(?<![\p{L}\p{N}_&/])[#＃]([\p{L}\p{M}\p{N}_]+)/gu;

/**
 * Cleans a post's text: hidden characters and lone surrogates go, handles other than the agency's own become "@…", e-mail addresses and
 * phone numbers "[…]"; cut at 500 characters as people count them. Tags are NFKC, lower case, each once, in order.
 */
export function words(raw: string, own: readonly string[] = []): Words {
  const names = new Set(own.map(bare).filter((name) => name !== ''));
  const clean = raw
    .slice(0, READ)
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(HIDDEN, '')
    .replace(/[\u00a0\u202f\u2007\t]/g, ' ')
    .replace(MAIL, (found, offset: number, whole: string) => (/[@＠]/.test(whole[offset - 1] ?? '') ? found : '[…]'))
    .replace(HANDLE, (found, name: string) => (names.has(bare(name)) ? found : '@…'))
    .replace(PROFILE, (found, site: string, name: string) => (names.has(bare(name)) ? found : `${site}…`))
    .replace(PHONE, '[…]')
    .trim();
  const tags = new Set<string>();
  for (const [, tag] of clean.matchAll(TAG)) {
    const name = (tag ?? '').normalize('NFKC').toLowerCase();
    if (/\p{L}/u.test(name)) tags.add(name);
  }
  return { text: cut(clean), tags: [...tags] };
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
