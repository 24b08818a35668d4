import { hiddenIn } from './bytes.ts';

const MAIL = /^mailto:[a-z0-9._+-]{1,64}@[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63}){1,4}$/i;
const LOCAL = /^(?:\/(?![/\\])|\.\/|#)[\w\-./#?=&%~:+,@]*$/;
const PICTURE = /^(?:\.\/)?[a-z0-9][a-z0-9._-]{0,80}\.(?:png|jpg|jpeg|webp|avif)$/;

/** Why a link must not stand in a commentary, or undefined where it may. Takes the address as a browser would see it: entities decoded. */
export function badLink(url: string): string | undefined {
  if (hiddenIn(url) !== undefined || /[\s\\<>"`{}|^]/.test(url))
    return 'holds a blank, a backslash or a character that no address has';
  if (url.length > 2000) return 'is longer than 2,000 characters';
  if (LOCAL.test(url) || MAIL.test(url)) return undefined;
  if (!/^https:\/\/[^/]/i.test(url)) return 'is no https:// address, mailto: address or path of this site (/…, ./…, #…)';
  if (!URL.canParse(url)) return 'is no complete address';
  const { protocol, username, password, hostname } = new URL(url);
  if (protocol !== 'https:') return 'does not start with https://';
  if (username !== '' || password !== '') return 'holds a user name before "@", which hides where it leads';
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(hostname) || /^[\d.]+$/.test(hostname)) return 'names no public host';
  return undefined;
}

/** The file name of a picture that lies beside the commentary, or undefined where the address is anything else. */
export function pictureName(url: string): string | undefined {
  return PICTURE.test(url) && !url.includes('..') ? url.replace(/^\.\//, '') : undefined;
}
