import { gzipSync } from 'node:zlib';
import fs from 'node:fs';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { flatten } from '#i18n/index.ts';
import { list } from '#store/write.ts';
import { languages } from '../src/i18n/languages.ts';
import { addressOf, built, DIST, KINDS, PROVE, read } from './site/dist.ts';
import { tags, visible } from './site/html.ts';
import { broken, foreign } from './site/links.ts';

const files = built();
const html = new Map(files.map((file) => [file, read(file)]));
const everywhere = (look: (page: string, file: string) => readonly string[]) =>
  [...html].flatMap(([file, page]) => look(page, file).map((what) => `${file}: ${what}`));
const langOf = (file: string) =>
  languages.find(({ code }, index) => index > 0 && file.startsWith(`${code}/`))?.code ?? languages[0]?.code ?? '';
const fileOf = (address: string) => (address === '' || address.endsWith('/') ? `${address}index.html` : address);

describe('every page', () => {
  test('is there, in each language', () => {
    expect(KINDS.map(fileOf).filter((file) => !html.has(file))).toEqual([]);
    const without = files.filter((file) => langOf(file) === 'id' && file !== '404.html' && !html.has(`en/${file}`));
    expect(without).toEqual([]);
    expect(files.length).toBeGreaterThan(90);
  });

  test('is valid HTML', () => {
    // Our scripts come from our own address, whose hash in the name changes with each byte: SRI adds nothing there.
    const validate = new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:document'],
      rules: { 'require-sri': ['error', { target: 'crossorigin' }] },
    });
    const chosen = PROVE
      ? files
      : KINDS.filter((address) => !/^(en\/)?tirtaraya\/2025\/|^en\/(about\/)?$/.test(address)).map(fileOf);
    expect(chosen.length).toBeGreaterThanOrEqual(12);
    const findings = chosen.flatMap((file) =>
      validate
        .validateStringSync(html.get(file) ?? '', file)
        .results.flatMap(({ messages }) =>
          messages.map((one) => `${file}:${one.line}:${one.column} ${one.ruleId} ${one.message}`),
        ),
    );
    expect(findings).toEqual([]);
  });

  test('holds no style and no script of its own', () => {
    const findings = everywhere((page) =>
      tags(page).flatMap(({ name, attributes }) => [
        ...[...attributes.keys()].filter((key) => key === 'style' || key.startsWith('on')).map((key) => `<${name} ${key}>`),
        ...(name === 'style' ? ['<style>'] : []),
        ...(name === 'script' && !attributes.has('src') && attributes.get('type') !== 'application/ld+json'
          ? ['inline <script>']
          : []),
        ...[...attributes.values()].filter((value) => /^\s*javascript:/i.test(value)),
      ]),
    );
    expect(findings).toEqual([]);
  });

  test('carries the strict policy, before anything loads', () => {
    const policy =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";
    const findings = everywhere((page) => {
      const all = tags(page);
      const metas = all.filter(
        ({ name, attributes }) => name === 'meta' && attributes.get('http-equiv')?.toLowerCase() === 'content-security-policy',
      );
      const first = all.find(({ name }) => name === 'script' || name === 'link');
      return metas.length === 1 && metas[0]?.attributes.get('content') === policy && metas[0].end < (first?.end ?? Infinity)
        ? []
        : ['no policy, another one, or too late'];
    });
    expect(findings).toEqual([]);
  });

  test("asks no other server for anything and stores nothing on the reader's device", () => {
    const all = list(DIST).filter((file) => !file.startsWith('data/'));
    expect(foreign(DIST, all)).toEqual([]);
    const scripts = all.filter((file) => file.endsWith('.js'));
    expect(scripts.length).toBeGreaterThanOrEqual(3);
    expect(
      scripts.filter((file) =>
        /document\.cookie|\b(?:local|session)Storage\b|\bindexedDB\b|serviceWorker|sendBeacon/.test(read(file)),
      ),
    ).toEqual([]);
  });

  test('leads somewhere with each link and anchor', () => expect(broken(DIST)).toEqual([]));

  test('names its other languages, and they name it', () => {
    const pairs = new Map(
      files.map((file) => [
        `/${addressOf(file)}`,
        tags(html.get(file) ?? '').flatMap(({ name, attributes }) =>
          name === 'a' && attributes.has('hreflang') ? [attributes.get('href') ?? ''] : [],
        ),
      ]),
    );
    const alone = [...pairs].filter(
      ([address, others]) =>
        address !== '/404.html' &&
        (new Set(others).size !== languages.length - 1 || others.some((other) => !pairs.get(other)?.includes(address))),
    );
    expect(alone).toEqual([]);
  });

  test('says that the data are a sample', () =>
    expect(
      files.filter((file) => !/Data contoh|Sample data/.test(visible((html.get(file) ?? '').replace(/^[\s\S]*<body/, '<body')))),
    ).toEqual([]));
});

describe('the words of every page', () => {
  const keys = new Set(languages.flatMap(({ words }) => [...flatten(words).keys()]));
  const FILE = /\.(?:json|csv|md|svg|ts|css|id|go|org|gov|com|int|net|example|invalid|social|app)$/;

  test('show no trace of the machine', () => {
    const findings = everywhere((page) => {
      const text = visible(page);
      // TikTok's exports write the word undefined, and the limits of that source quote it.
      const traces = text.match(/(?<!["“])\bundefined\b|\bNaN\b|\[object \w+\]|\bnull\b|\bInfinity\b|\{\w+\}|�/g) ?? [];
      // Names of platform metrics and bluesky's lexicons have dots too, and stand in <code> or beside their account.
      const raw = (text.match(/(?<![\w./@-])[a-z]+\.[a-z-]+(?:\.[a-z-]+)+(?![\w/])/g) ?? []).filter(
        (word) => !FILE.test(word) && !/^app\.bsky/.test(word),
      );
      const named = (text.match(/(?<![\w./@-])[a-z]+(?:\.[\w-]+)+(?![\w/])/g) ?? []).filter((word) => keys.has(word));
      return [...traces, ...raw, ...named];
    });
    expect(findings).toEqual([]);
  });

  test("are in the page's language", () => {
    const texts = new Map(
      languages.map(({ code, words }) => [
        code,
        [...flatten(words).values()].filter((text) => text.length >= 18 && text.includes(' ') && !text.includes('{')),
      ]),
    );
    const findings = everywhere((page, file) => {
      if (file === '404.html') return [];
      const lang = langOf(file);
      const own = new Set(texts.get(lang));
      // A commentary in another language says so and is marked; what stands in a switch of languages is the other's by intent.
      const body = visible(page.replace(/<div class="commentary-text" lang=[\s\S]*?<\/section>/, ''));
      return languages.flatMap(({ code }) =>
        code === lang ? [] : (texts.get(code) ?? []).filter((text) => !own.has(text) && body.includes(text)),
      );
    });
    expect(findings).toEqual([]);
    expect(everywhere((page, file) => (new RegExp(`<html lang="${langOf(file)}"`).test(page) ? [] : ['wrong lang']))).toEqual([]);
    expect(
      everywhere((page) => visible(page).match(/Bagian ini belum diterjemahkan|has not been translated yet/g) ?? []),
    ).toEqual([]);
  });
});

describe('the weight of a report, of the pages of its questions and of a campaign', () => {
  /** Zipped, with styles and scripts. */
  const MOST = 45 * 1024;
  const zipped = (content: string | Uint8Array) => gzipSync(content).length;
  const bytesOf = (address: string) => fs.readFileSync(path.join(DIST, address));
  const reports = files.filter((file) =>
    /^(?:en\/)?[^/]+\/(?:\d{4}[^/]*\/(?:[a-z]+\/)?|campaigns\/[a-z\d-]+\/)index\.html$/.test(file),
  );
  const weights = reports.map((file) => {
    const page = html.get(file) ?? '';
    const all = tags(page);
    const scripts = all.flatMap(({ name, attributes }) =>
      name === 'script' && attributes.has('src') ? [bytesOf(attributes.get('src') ?? '')] : [],
    );
    const styles = all.flatMap(({ name, attributes }) =>
      name === 'link' && attributes.get('rel') === 'stylesheet' ? [bytesOf(attributes.get('href') ?? '')] : [],
    );
    const preloads = all.flatMap(({ name, attributes }) =>
      name === 'link' && /modulepreload/.test(attributes.get('rel') ?? '') ? [attributes.get('href') ?? ''] : [],
    );
    return {
      file,
      preloads,
      // What a script imports at load would be executed too.
      nested: scripts.filter((code) => /(?:^|[;}])\s*import\s*["'{*\w]/.test(code.toString('utf8'))).length,
      scripts: scripts.reduce((total, code) => total + code.length, 0),
      whole: zipped(page) + [...scripts, ...styles].reduce((total, one) => total + zipped(one), 0),
    };
  });
  const heaviest = weights.reduce(
    (most, one) => (one.whole > most.whole ? one : most),
    weights[0] ?? { file: 'none', whole: Infinity, scripts: Infinity, preloads: [], nested: 0 },
  );
  const fonts = list(DIST).filter((file) => /\.woff2?$|\.[ot]tf$/.test(file));
  const fontBytes = fonts.reduce((total, file) => total + bytesOf(file).length, 0);

  test(`is ${(heaviest.whole / 1024).toFixed(1)} KB at most (${heaviest.file}), ${heaviest.scripts} bytes of script, ${(fontBytes / 1024).toFixed(1)} KB of font`, () => {
    expect(reports.length).toBeGreaterThanOrEqual(160);
    expect(weights.filter(({ whole }) => whole > MOST)).toEqual([]);
    expect(weights.filter(({ scripts }) => scripts > 2048)).toEqual([]);
    expect(weights.filter(({ nested, preloads }) => nested > 0 || preloads.length > 0)).toEqual([]);
    expect(fonts.length).toBeGreaterThan(0);
    expect(fontBytes).toBeLessThanOrEqual(40 * 1024);
  });
});
