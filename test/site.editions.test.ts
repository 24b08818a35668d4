import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openData } from '#store/read.ts';
import { bytes, sha256 } from '#store/write.ts';
import { built, DIST, read } from './site/dist.ts';

const files = built();
const [agency] = openData().agencies();
const id = agency?.id ?? '';
const editions = (openData().manifest(id)?.files ?? []).filter((file) => file.path.includes('/editions/'));

describe('editions', () => {
  test('each is listed with the hash of the very file that can be downloaded', () => {
    const page = read(`${id}/editions/index.html`);
    expect(editions.length).toBeGreaterThan(30);
    for (const one of editions) {
      expect(sha256(bytes(path.join(DIST, 'data', one.path)))).toBe(one.sha256);
      expect(page).toContain(`id="sha-${one.sha256.slice(0, 12)}"`);
      expect(page).toContain(one.sha256);
      expect(page).toContain(`/data/${one.path}"`);
    }
  });

  test('each that another one replaced has a page of its own, with its hash', () => {
    const old = editions.filter(({ path: file }) => editions.some((one) => one.path === next(file)));
    expect(old.length).toBeGreaterThan(0);
    for (const one of old) {
      const [of, number] = one.path.replace('.json', '').split('/').slice(-2);
      const page = `${id}/${of}/editions/${number}/index.html`;
      expect(files).toContain(page);
      expect(read(page)).toContain(one.sha256);
    }
  });

  test('a citation of a settled report names the beginning of its hash', () => {
    const own = editions.find(({ path: file }) => file.endsWith('/editions/2026-09/1.json'));
    expect(read(`${id}/2026-09/index.html`)).toContain(`SHA-256 ${own?.sha256.slice(0, 12)}`);
  });
});

describe.each(['', 'en/'])('the feed in /%s', (lang) => {
  const feed = read(`${lang}${id}/revisions.xml`);
  const all = (name: string) => [...feed.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, text]) => text ?? '');

  test('is Atom: ids that are its own, days with an offset, a link for each entry, nothing unescaped', () => {
    expect(feed).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/);
    const entries = feed.split('<entry>').slice(1);
    expect(entries.length).toBeGreaterThan(30);
    expect(new Set(all('id')).size).toBe(entries.length + 1);
    expect(feed.split('<entry>')[0]).toMatch(
      /<author>\n<name>[^<]+<\/name>\n<\/author>\n<link rel="self" type="application\/atom\+xml" href="[^"]+"\/>/,
    );
    expect(all('title').filter((title) => title.trim() !== '')).toHaveLength(entries.length + 1);
    expect(feed).not.toMatch(/@[\w.]|(?<![\w-])08\d{8}/);
    for (const one of all('id'))
      expect(one).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    for (const day of all('updated')) expect(day).toMatch(/^\d{4}-\d\d-\d\dT00:00:00\+08:00$/);
    expect(all('updated').slice(1)).toEqual(all('updated').slice(1).toSorted().toReversed());
    for (const entry of entries) expect(entry).toMatch(/<link rel="alternate" type="text\/html" href="[^"]+"\/>/);
    expect(feed).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/);
  });

  test('is named by every page of the agency', () => {
    const head = `type="application/atom+xml"`;
    for (const file of files.filter((one) => one.startsWith(`${lang}${id}/`)))
      expect([file, read(file).includes(head)]).toEqual([file, true]);
  });
});

/** The file of the edition after. */
function next(file: string): string {
  return file.replace(/(\d+)\.json$/, (_, number: string) => `${Number(number) + 1}.json`);
}
