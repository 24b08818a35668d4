import { PROVINCES } from '#model/region.ts';
import type { Channel } from './closed.ts';

/** A status, and whether the complaint is closed in it. An archived one was found to be none that can be followed up. */
const STATUSES: readonly (readonly [RegExp, boolean])[] = [
  [/^selesai$/, true],
  [/^ditutup( oleh (admin|sistem|admin\/sistem|pelapor))?$/, true],
  [/^(belum |menunggu )?(ter)?verifikasi$/, false],
  [/^(belum|menunggu|sedang) (di)?tindak ?lanjut(i)?$/, false],
  [/^(ter)?tunda$/, false],
  [/^(di|sedang di)?proses$/, false],
  [/^(ter)?disposisi$/, false],
  [/^(di)?arsip(kan)?$/, false],
];

/** Whether a status closes a complaint; undefined where it is none that is known here. */
export function isClosed(status: string): boolean | undefined {
  return STATUSES.find(([form]) => form.test(plain(status)))?.[1];
}

/** Whether LAPOR's class of a report is complaint; it has requests for information, aspirations and whistleblowing as well. */
export function isComplaint(text: string): boolean {
  return /^pengaduan/.test(plain(text));
}

const CHANNELS: readonly (readonly [RegExp, Channel])[] = [
  [/^(web|website|situs)\b/, 'website'],
  [/^sms\b/, 'sms'],
  [/android|ios|mobile|aplikasi/, 'app'],
  [/^(twitter|x)\b/, 'x'],
  [/^whats ?app\b/, 'whatsapp'],
  [/^instagram\b/, 'instagram'],
  [/^facebook\b/, 'facebook'],
  [/^(e-?mail|surel)\b/, 'email'],
  [/^(telepon|call ?center)\b/, 'call'],
  [/^(tatap muka|datang langsung|langsung|offline)\b/, 'counter'],
  [/^surat\b/, 'letter'],
  [/^(api|integrasi)\b/, 'linked-system'],
];

/** How a report came in; what is not known here is "other". */
export function channelOf(text: string): string {
  return pick(CHANNELS, text);
}

function pick(list: readonly (readonly [RegExp, string])[], text: string): string {
  const words = plain(text);
  if (words === '' || words === '-') return 'unstated';
  return list.find(([form]) => form.test(words))?.[1] ?? 'other';
}

/** A province by its slug; "other" where it is none of Indonesia's. */
export function provinceOf(text: string): string {
  const words = plain(text)
    .replace(/^(provinsi|prov\.?) /, '')
    .replace(/^d\.i\.? ?/, 'di ');
  if (words === '' || words === '-') return 'unstated';
  return PROVINCES.includes(slug(words)) ? slug(words) : 'other';
}

/** A regency or city: LAPOR has people choose it from a list, so it begins with its kind and is short. */
export function cityOf(text: string): string {
  const words = plain(text);
  if (words === '' || words === '-') return 'unstated';
  const match = /^(kabupaten|kab\.?|kota administrasi|kota adm\.?|kota) ([a-z][a-z' -]{1,28})$/.exec(words);
  if (!match || (match[2] ?? '').split(' ').length > 4) return 'other';
  return slug(`${match[1]?.startsWith('kab') ? 'kab' : 'kota'} ${match[2]}`);
}

/** A category of LAPOR's own list: letters, at most four words. More of them may be a sentence about somebody. */
export function categoryOf(text: string): string {
  const words = plain(text);
  if (words === '' || words === '-') return 'unstated';
  if (!/^[a-z][a-z ,&/()-]{1,79}$/.test(words) || words.split(/[^a-z]+/).filter(Boolean).length > 4) return 'other';
  return slug(words).slice(0, 60).replace(/-$/, '');
}

function slug(words: string): string {
  return words.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}
