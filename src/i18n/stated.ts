import { languages } from './languages.ts';

/**
 * A reason as staff stated it. Where it is in every language of the site, in their order and with " / " between, the page's own comes first and the
 * others behind it in brackets.
 */
export function stated(reason: string, lang: string): string {
  const parts = reason.split(' / ');
  const own = parts[languages.findIndex(({ code }) => code === lang)];
  if (parts.length !== languages.length || own === undefined) return reason;
  return `${own} (${parts.filter((part) => part !== own).join(' / ')})`;
}
