import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bytes, list, sha256 } from '#store/write.ts';
import { build, copyProject } from './site/build.ts';
import { axe, launch, marks, open, openDetails, overflow } from './site/chrome.ts';
import { addressOf, pages, PROVE, questions, read } from './site/dist.ts';
import { tags, visible } from './site/html.ts';
import { broken, foreign } from './site/links.ts';
import { HOSTILE, KINDS, makeRoot } from './site/roots.ts';
import { serve } from './site/serve.ts';

const SITE = 'https://laporan.example';
const BASE = '/laporan/';
const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'terang-site-')));
const at = (...parts: string[]) => path.join(folder, ...parts);
let portal: string;
let twin: string;
let alone: string;
let browser: Browser;

beforeAll(async () => {
  if (!fs.existsSync('data/sources.json'))
    throw new Error('data/ is not there; run "npm run collect" before these tests ("npm test" does both)');
  makeRoot(at('many'), KINDS);
  makeRoot(at('one'), KINDS.slice(0, 1));
  const there = { TERANG_DATA: at('many'), TERANG_BASE: BASE, TERANG_SITE: SITE };
  [portal, twin] = await Promise.all([
    build(copyProject(at('a')), { ...there, TZ: 'UTC', LANG: 'C' }),
    build(copyProject(at('other', 'folder')), { ...there, TZ: 'Asia/Jakarta', LANG: 'id_ID.UTF-8' }),
  ]);
  alone = await build(copyProject(at('c')), { TERANG_DATA: at('one') });
  browser = await launch();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

const hashes = (root: string) => Object.fromEntries(list(root).map((file) => [file, sha256(bytes(path.join(root, file)))]));

/** What is wrong with every page of a site in the browser. */
async function look(root: string, base: string): Promise<string[]> {
  const site = await serve(root, base);
  const wrong: string[] = [];
  try {
    const watched = await open(browser, site.address, { viewport: { width: 320, height: 700 } });
    const { page } = watched;
    page.on('dialog', async (dialog) => {
      wrong.push(`${page.url()}: ran "${dialog.message()}"`);
      await dialog.dismiss();
    });
    // Languages and kinds of period share their structure: one of each is enough unless all is to be proved.
    for (const file of pages(root).filter((one) => PROVE || !/^en\/[^/]+\/(?:data|accounts|2026|2026-q3)\//.test(one))) {
      await page.goto(site.address + (file === '404.html' ? file : addressOf(file)), { waitUntil: 'load' });
      await openDetails(page);
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        wrong.push(...(await overflow(page)).map((what) => `${file}: ${what}`));
      }
      const { refused, shift } = await marks(page);
      wrong.push(...refused.map((what) => `${file}: refused ${what}`), ...(shift === undefined ? [`${file}: not watched`] : []));
      if (PROVE || !/^en\/|\/2026(-q3)?\/|^(method|about)\//.test(file))
        wrong.push(...(await axe(page)).map((what) => `${file}: ${what}`));
    }
    await page.context().close();
    return [...new Set([...wrong, ...watched.wrong, ...site.missed.map((address) => `not found: ${address}`)])];
  } finally {
    await site.close();
  }
}

describe('a portal with agencies that have next to nothing', () => {
  test('has a home for each, and reports where a run was', () => {
    const files = new Set(pages(portal));
    const expected = [
      'index.html',
      '404.html',
      'method/index.html',
      ...KINDS.flatMap(({ id }) => [`${id}/index.html`, `en/${id}/data/index.html`]),
    ];
    expect(
      [
        ...expected,
        'sehari/2026-09/index.html',
        'perdana/2026-q3/index.html',
        'bisu/2026/index.html',
        'jahat/2026-09/index.html',
      ].filter((file) => !files.has(file)),
    ).toEqual([]);
    expect([...files].filter((file) => /^(nihil|kosong|tunggu)\/2/.test(file))).toEqual([]);
    const home = visible(read('index.html', portal));
    expect(KINDS.filter(({ names, id }) => !home.includes(names?.name ?? `Kantor ${id}`))).toEqual([]);
  });

  test('says nothing of the machine, and "not known" where nothing is known', () => {
    const traces = pages(portal).flatMap((file) =>
      (
        visible(read(file, portal))
          .replaceAll(HOSTILE.code, '')
          .match(/\bundefined\b|\bNaN\b|\[object|\bInfinity\b|\bnull\b/g) ?? []
      ).map((what) => `${file}: ${what}`),
    );
    expect(traces).toEqual([]);
    // Of how good the figures are something is known: that none came.
    const [mute = ''] = read('bisu/2026-09/index.html', portal).split('id="q7"');
    const values = [...mute.matchAll(/<span class="value(?: unknown)?">([^<]*)</g)].map(([, value]) => value);
    expect(values.length).toBeGreaterThan(3);
    expect(values.filter((value) => value !== 'tidak diketahui' && value !== 'tidak dijumlahkan')).toEqual([]);
    expect(values).toContain('tidak diketahui');
    expect(read('bisu/2026-09/quality/index.html', portal)).toContain('HTTP 503');
    const first = visible(read('en/perdana/2026-09/index.html', portal));
    expect(first).toContain('nothing to compare with yet');
  });

  test('takes hostile names for what they are: text', async () => {
    const files = pages(portal).filter((file) => file.includes('jahat'));
    expect(files.length).toBeGreaterThan(10);
    const report = ['', ...questions.map((one) => `${one}/`)]
      .map((one) => visible(read(`jahat/2026-09/${one}index.html`, portal)))
      .join('\n');
    for (const text of [HOSTILE.tag, HOSTILE.attribute, HOSTILE.long, HOSTILE.code]) expect(report).toContain(text);
    const bad = pages(portal).flatMap((file) =>
      tags(read(file, portal))
        .filter(
          ({ name, attributes }) =>
            [...attributes.keys()].some((key) => key.startsWith('on')) ||
            name === 'img' ||
            (name === 'script' && !attributes.has('src') && attributes.get('type') !== 'application/ld+json'),
        )
        .map(({ name }) => `${file}: <${name}>`),
    );
    expect(bad).toEqual([]);
    // What turns the reading direction turns nothing beyond its own post.
    const posts = /id="top-posts"[\s\S]*?<\/ol>/.exec(read('jahat/2026-09/participation/index.html', portal))?.[0] ?? '';
    expect(posts).toMatch(/[\u202A-\u202E]/);
    const outside = posts.replace(/<bdi>[\s\S]*?<\/bdi>/g, '');
    expect(outside).not.toMatch(/[\u202A-\u202E]/);
  });

  test('stands under its base with each link, asset and canonical address', () => {
    expect(broken(portal, BASE, SITE)).toEqual([]);
    expect(
      foreign(
        portal,
        list(portal).filter((file) => !file.startsWith('data/')),
        SITE,
      ),
    ).toEqual([]);
    const stray = list(portal).filter(
      (file) => /\.(css|js)$/.test(file) && /(?:url\(|import\()\s*["'`]?\/(?!laporan\/)/.test(read(file, portal)),
    );
    expect(stray).toEqual([]);
  });

  test('names its languages in the head, each the other and one default', () => {
    const alternates = new Map(
      pages(portal)
        .filter((file) => file !== '404.html')
        .map((file) => [
          `${SITE}${BASE}${addressOf(file)}`,
          tags(read(file, portal)).flatMap(({ name, attributes }) =>
            name === 'link' && attributes.has('hreflang') ? [[attributes.get('hreflang'), attributes.get('href')] as const] : [],
          ),
        ]),
    );
    for (const [address, links] of alternates) {
      expect(links.map(([lang]) => lang)).toEqual(['id', 'en', 'x-default']);
      expect(links.map(([, href]) => href)).toContain(address);
      for (const [, href] of links) expect(alternates.get(href ?? ''), `${address} names ${href}`).toEqual(links);
    }
  });

  test('is whole in the browser, at 320 px and at 1280', { timeout: 300_000 }, async () =>
    expect(await look(portal, BASE)).toEqual([]),
  );

  test('draws a chart anew under its base', async () => {
    const site = await serve(portal, BASE);
    const { page, wrong } = await open(browser, site.address);
    await page.goto(`${site.address}jahat/2026-09/`);
    const button = page.locator('button[data-explore]').first();
    await button.click();
    await page.locator('.explore svg').first().waitFor({ state: 'visible', timeout: 20_000 });
    expect([...wrong, ...(await marks(page)).refused, ...site.missed]).toEqual([]);
    await page.context().close();
    await site.close();
  });
});

describe('one agency without any data', () => {
  test('has its home at the root and says that there is nothing yet', async () => {
    const home = visible(read('index.html', alone));
    expect(home).toContain('Kantor nihil');
    expect(home).toContain('Data contoh');
    expect(broken(alone)).toEqual([]);
    expect(await look(alone, '/')).toEqual([]);
  });
});

describe('the same input', () => {
  test('gives the same bytes in another folder, time zone and locale', () => {
    const first = hashes(portal);
    expect(Object.keys(first).length).toBeGreaterThan(100);
    expect(hashes(twin)).toEqual(first);
  });

  test.runIf(PROVE)('does so for the whole sample with its commentary', { timeout: 600_000 }, async () => {
    const env = { TERANG_DATA: path.resolve('data'), TERANG_COMMENTARY: './src/content/commentary' };
    const first = hashes(await build(copyProject(at('d')), { ...env, TZ: 'UTC' }));
    const second = hashes(await build(copyProject(at('e', 'e')), { ...env, TZ: 'Asia/Jakarta' }));
    expect(Object.keys(first).length).toBeGreaterThan(1000);
    expect(second).toEqual(first);
  });
});
