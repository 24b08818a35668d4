import fs from 'node:fs';
import path from 'node:path';
import { addressOf, pages, read } from './dist.ts';
import { tags } from './html.ts';

/** Addresses that a page loads or leads to, as it writes them; `loads` where the browser fetches them without being asked. */
interface Reference {
  readonly page: string;
  readonly written: string;
  readonly loads: boolean;
}

const LOADED: Readonly<Record<string, readonly string[]>> = {
  script: ['src'],
  img: ['src', 'srcset'],
  source: ['src', 'srcset'],
  iframe: ['src'],
  video: ['src', 'poster'],
  audio: ['src'],
  object: ['data'],
  embed: ['src'],
  use: ['href', 'xlink:href'],
  image: ['href', 'xlink:href'],
};
const LED: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'ping'],
  area: ['href'],
  button: ['data-explore'],
  form: ['action'],
};
const LINKS_ONLY = new Set(['canonical', 'alternate', 'license']);

export function references(root: string): readonly Reference[] {
  return pages(root).flatMap((page) =>
    tags(read(page, root)).flatMap(({ name, attributes }) => {
      const pick = (table: Readonly<Record<string, readonly string[]>>, loads: boolean) =>
        (table[name] ?? []).flatMap((key) => (attributes.has(key) ? [{ page, written: attributes.get(key) ?? '', loads }] : []));
      const link =
        name === 'link'
          ? [{ page, written: attributes.get('href') ?? '', loads: !LINKS_ONLY.has(attributes.get('rel') ?? '') }]
          : [];
      return [...pick(LOADED, true), ...pick(LED, false), ...link];
    }),
  );
}

/** Every internal address that leads nowhere, and every one that leaves the base. `base` begins and ends with a slash. */
export function broken(root: string, base = '/', site = 'https://site.invalid'): readonly string[] {
  const anchors = new Map<string, ReadonlySet<string>>();
  const idsOf = (file: string) => {
    let ids = anchors.get(file);
    if (!ids) anchors.set(file, (ids = new Set(tags(read(file, root)).flatMap(({ attributes }) => attributes.get('id') ?? []))));
    return ids;
  };
  const found = new Map<string, string | undefined>();
  const problem = (page: string, written: string): string | undefined => {
    const url = new URL(written, `${site}${base}${addressOf(page)}`);
    if (url.origin !== site) return undefined;
    if (!url.pathname.startsWith(base)) return 'leaves the base';
    const address = decodeURI(url.pathname.slice(base.length));
    const file = address === '' || address.endsWith('/') ? `${address}index.html` : address;
    const there = path.join(root, file);
    if (!fs.existsSync(there) || !fs.statSync(there).isFile()) return 'leads nowhere';
    const id = decodeURIComponent(url.hash.slice(1));
    return id === '' || !file.endsWith('.html') || idsOf(file).has(id) ? undefined : `has no part "${id}"`;
  };
  return references(root).flatMap(({ page, written }) => {
    const key = written.startsWith('/') ? written : `${page} ${written}`;
    if (!found.has(key)) found.set(key, problem(page, written));
    const wrong = found.get(key);
    return wrong === undefined ? [] : [`${page}: ${written} ${wrong}`];
  });
}

/** Addresses on other servers that a page loads by itself, in HTML, style sheets and scripts. */
export function foreign(root: string, files: readonly string[], site = 'https://site.invalid'): readonly string[] {
  const absolute = (written: string) => /^\s*(?:[a-z][a-z+.-]*:)?\/\//i.test(written) && !written.startsWith(site);
  const loaded = references(root)
    .filter(({ loads, written }) => loads && absolute(written))
    .map(({ page, written }) => `${page}: ${written}`);
  const CODE =
    /(?:url\(|@import|\bimport\s*\(|\bfrom|\bfetch\s*\(|sendBeacon\s*\(|new\s+(?:WebSocket|EventSource|Worker)\s*\()\s*["'`]?((?:[a-z]+:)?\/\/[^"'`)\s]+)/gi;
  const coded = files
    .filter((file) => /\.(?:css|m?js|html|svg)$/.test(file))
    .flatMap((file) => [...read(file, root).matchAll(CODE)].map(([, address = '']) => `${file}: ${address}`));
  return [...loaded, ...coded];
}
