import { languages } from '../i18n/languages.ts';

const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/** The path segment of a language; the first language has none. */
export function prefix(lang: string): string | undefined {
  return lang === languages[0]?.code ? undefined : lang;
}

/** The language of a page by its `[...lang]` segment. */
export function langOf(segment: string | undefined): string {
  return segment ?? languages[0]?.code ?? 'id';
}

/** Address of a page, below the site's base, with the closing slash. */
export function page(lang: string, ...parts: readonly string[]): string {
  return (
    base +
    [prefix(lang), ...parts]
      .filter((part) => part !== undefined && part !== '')
      .map((part) => `${part}/`)
      .join('')
  );
}

/** Address of a file, below the site's base. */
export function file(...parts: readonly (string | undefined)[]): string {
  return base + parts.filter((part) => part !== undefined && part !== '').join('/');
}

/** One path for each language, for `getStaticPaths`. */
export function everyLanguage<T extends Record<string, string>>(
  params: readonly T[],
): { params: T & { lang: string | undefined } }[] {
  return languages.flatMap(({ code }) => params.map((one) => ({ params: { ...one, lang: prefix(code) } })));
}
