import fs from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { sources } from '#sources/index.ts';

/** The table of doors: what a room may import beside itself. `docs/architecture.md` shows the same table. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  model: [],
  sources: ['model'],
  store: ['model'],
  disclosure: ['model'],
  opinion: ['model'],
  kpis: ['model', 'opinion'],
  analyse: ['model', 'kpis', 'disclosure', 'opinion'],
  gate: ['model', 'kpis', 'disclosure'],
  github: ['model'],
  i18n: ['model', 'kpis'],
  charts: ['model', 'kpis', 'i18n'],
  components: ['model', 'kpis', 'i18n', 'charts', 'store', 'styles'],
  layouts: ['model', 'kpis', 'i18n', 'charts', 'store', 'components', 'styles'],
  pages: ['model', 'kpis', 'i18n', 'charts', 'store', 'components', 'layouts', 'styles'],
  content: [],
  styles: [],
};

/** Within the sources: what the folders that all use may import. A platform's folder imports these, and no other platform's. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  figure: ['http'],
  file: ['figure', 'http'],
  http: [],
  register: ['figure', 'file'],
};

/** Of the store, the site sees the reading side and the picture cache. */
const SITE = ['components', 'layouts', 'pages'];
const READING = ['src/store/read.ts', 'src/store/cache.ts', 'src/store/table.ts'];

/** Node's own modules by their first step, and who may import them; what is not here, nobody may (http, https, net, dns …). */
const BUILTINS: Readonly<Record<string, RegExp>> = {
  fs: /^src\/store\/|^scripts\/browser\.ts$/,
  path: /^src\/store\/|^scripts\//,
  crypto: /^src\/store\/write\.ts$|^src\/components\/feed\.ts$|^src\/charts\/render\.ts$|^scripts\//,
  child_process: /^scripts\/(bench|opinion\/bench|browser|commit|start|test)\.ts$/,
  os: /^scripts\//,
  readline: /^scripts\//,
  timers: /^scripts\//,
  worker_threads: /^scripts\//,
  util: /^scripts\//,
  url: /^scripts\//,
  module: /^scripts\/classify\.ts$/,
  events: /^scripts\//,
  stream: /^scripts\//,
  // The benchmark's own server on this machine.
  http: /^scripts\/load\.ts$/,
  net: /^scripts\/load\.ts$/,
};

/** Packages (or scopes) that one place owns. */
const OWNERS: Readonly<Record<string, RegExp>> = {
  'node-fetch': /^src\/sources\/http\/http\.ts$/,
  'csv-parse': /^src\/(sources\/file\/csv|store\/table)\.ts$|^scripts\/load\.ts$/,
  fflate: /^src\/sources\/file\/xlsx\.ts$/,
  'read-excel-file': /^src\/sources\/file\/xlsx\.ts$/,
  jose: /^src\/sources\/google\/google\.ts$/,
  '@actions': /^src\/github\//,
  vega: /^src\/charts\//,
  'vega-lite': /^src\/charts\//,
  'vega-embed': /^src\/charts\/browser\//,
};

/** The network without an import: the browser's globals, which Node has too. Named as a word in a sentence, they are no call. */
const GLOBALS =
  /(?<![\w.$'"`])fetch\s*\(|\b(?:globalThis|window|self)\s*(?:\.|\?\.|\[\s*['"`])\s*fetch\b|=\s*fetch\b|\bnew\s+(?:XMLHttpRequest|WebSocket|EventSource)\b|\bsendBeacon\s*\(/;
const CALLERS = /^src\/sources\/http\/http\.ts$|^src\/charts\/browser\//;

interface File {
  readonly file: string;
  readonly code: string;
}

const IMPORTS =
  /\bfrom\s*(['"])([^'"\s]+)\1|\bimport\s*(['"])([^'"\s]+)\3|\b(?:import|require|getBuiltinModule|import\.meta\.glob)\s*\(\s*\[?\s*(['"`])([^'"`\s]+)\5/g;

function importsOf({ file, code }: File): { file: string; target: string }[] {
  return [...code.matchAll(IMPORTS)].map((match) => ({ file, target: (match[2] ?? match[4] ?? match[6]) as string }));
}

const roomOf = (file: string): string => (file.startsWith('src/') ? file.split('/')[1] : file.split('/')[0]) ?? '';

/** The file of ours that an import leads to: by "#", by its way from here, or from the root, as Vite has it. */
function resolve(file: string, target: string): string | undefined {
  if (target.startsWith('#')) return path.posix.normalize(`src/${target.slice(1)}`);
  if (target.startsWith('.')) return path.posix.normalize(path.posix.join(path.posix.dirname(file), target));
  return target.startsWith('/') ? path.posix.normalize(target.slice(1)) : undefined;
}

function isWrong(file: string, target: string): boolean {
  const room = roomOf(file);
  if (isBuiltin(target)) return !BUILTINS[target.replace(/^node:/, '').split('/')[0] ?? '']?.test(file);
  const to = resolve(file, target);
  if (to === undefined) {
    const name = target.split('/')[0] ?? '';
    return room === 'model' ? target !== 'zod' : OWNERS[name]?.test(file) === false;
  }
  const into = roomOf(to);
  if (room === 'sources' && into === 'sources') return isApart(file, to);
  if (room === 'scripts' || into === room) return false;
  return !DOORS[room]?.includes(into) || (into === 'store' && SITE.includes(room) && !READING.includes(to));
}

/** Whether one folder of the sources imports another that is none of its business. */
function isApart(file: string, to: string): boolean {
  const [from, into] = [file, to].map((one) => (one.split('/').length > 3 ? one.split('/')[2] : undefined));
  if (from === undefined || into === undefined || from === into) return from !== undefined && to === 'src/sources/index.ts';
  return from in SHARED ? !SHARED[from]?.includes(into) : !['figure', 'file', 'http'].includes(into);
}

/** Each import through a wall, and each call of the network where there is no door to it: "file: what". */
function breaches(files: readonly File[]): string[] {
  return files.flatMap((one) => [
    ...importsOf(one).flatMap(({ file, target }) => (isWrong(file, target) ? [`${file}: ${target}`] : [])),
    ...(!CALLERS.test(one.file) && GLOBALS.test(one.code) ? [`${one.file}: calls the network`] : []),
  ]);
}

const house: File[] = ['src', 'scripts'].flatMap((room) =>
  fs
    .readdirSync(room, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|astro|mjs|js|tsx|jsx|mts|cts|cjs)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name).split(path.sep).join('/'))
    .filter((file) => file !== 'src/env.d.ts')
    .map((file) => ({ file, code: fs.readFileSync(file, 'utf8') })),
);
const files = house.map(({ file }) => file);

describe('the walls hold', () => {
  test.each([
    ['src/analyse/report.ts', "import fs from 'fs';"],
    ['src/analyse/report.ts', "import{readFileSync}from'fs'"],
    ['src/analyse/report.ts', "import {\n  readFile,\n} from 'node:fs/promises';"],
    ['src/analyse/report.ts', 'const fs = await import(`fs/promises`);'],
    ['src/analyse/report.ts', "const fs = process.getBuiltinModule('fs');"],
    ['src/kpis/reach.ts', "export * from 'node:child_process';"],
    ['src/kpis/reach.ts', "const a = 1; import 'child_process';"],
    ['src/sources/mastodon/mastodon.ts', "import https from 'node:https';"],
    ['src/sources/mastodon/mastodon.ts', "import { get } from 'node:http';"],
    ['src/sources/http/http.ts', "import net from 'net';"],
    ['src/sources/x/x.ts', "import { y } from '../meta/graph.ts';"],
    ['src/sources/x/x.ts', "import { find } from '../index.ts';"],
    ['src/sources/http/http.ts', "import { x } from '../x/x.ts';"],
    ['src/sources/file/csv.ts', "import { x } from '../register/register.ts';"],
    ['scripts/collect.ts', "import net from 'node:net';"],
    ['scripts/collect.ts', "import fs from 'node:fs';"],
    ['src/gate/data.ts', "import dns from 'node:dns/promises';"],
    ['src/model/post.ts', "import { hash } from 'node:crypto';"],
    ['src/model/post.ts', "import { z } from 'zod/mini';"],
    ['src/analyse/report.ts', "const answer = await fetch('https://x.example');"],
    ['src/analyse/report.ts', 'globalThis.fetch(url)'],
    ['src/analyse/report.ts', 'const get = fetch;'],
    ['src/components/view.ts', 'new WebSocket(url)'],
    ['scripts/collect.ts', 'await fetch (url)'],
    ['src/sources/mastodon/mastodon.ts', "import fetch from 'node-fetch';"],
    ['src/gate/rows.ts', "import { parse } from 'csv-parse/sync';"],
    ['src/analyse/report.ts', "import * as core from '@actions/core';"],
    ['src/charts/panel.ts', "import embed from 'vega-embed';"],
    ['src/components/view.ts', "import Page from '../layouts/Page.astro';"],
    ['src/components/commentary/Kpi.astro', "---\nimport x from '../../pages/x.ts';\n---"],
    ['src/layouts/Page.astro', "import { x } from '../pages/404.astro';"],
    ['src/layouts/Page.astro', "import { x } from '/src/pages/404.astro';"],
    ['src/pages/404.astro', "import { write } from '../store/write.ts';"],
    ['src/pages/404.astro', "import { write } from '#store/write.ts';"],
    ['src/pages/404.astro', "import { x } from '#charts/../sources/http.ts';"],
    ['src/pages/404.astro', "const all = import.meta.glob('../sources/*.ts');"],
    ['src/analyse/report.ts', "import { openData } from '../store/read.ts';"],
    ['src/store/read.ts', "import type { Pull } from '#sources/source.ts';"],
    ['src/kpis/reach.ts', "import { take } from '../../scripts/import.ts';"],
  ])('%s: %s', (file, code) => expect(breaches([{ file, code }])).toHaveLength(1));

  test.each([
    ['src/store/write.ts', "import fs from 'node:fs/promises';"],
    ['src/sources/http/http.ts', "import fetch from 'node-fetch';\nawait fetch(url);"],
    ['src/charts/browser/draw.ts', 'const answer = await fetch(address);'],
    ['src/pages/404.astro', "import Page from '../layouts/Page.astro';\nimport { toCsv } from '#store/table.ts';"],
    ['src/layouts/Page.astro', "import '../styles/type.css';"],
    ['src/components/view.ts', "import { languages } from '../i18n/languages.ts';"],
    ['scripts/collect.ts', "const fetched = at('fetch', 'origin'); source.prefetch(1); // to fetch again"],
  ])('%s: may say %s', (file, code) => expect(breaches([{ file, code }])).toEqual([]));
});

describe('the house', () => {
  test('has files to look at', () => expect(house.flatMap(importsOf).length).toBeGreaterThan(200));

  test('every room of src has a door in the table', () => {
    const rooms = fs.readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(rooms.map((entry) => entry.name).filter((name) => !(name in DOORS))).toEqual([]);
  });

  test('nothing goes through a wall', () => expect(breaches(house)).toEqual([]));

  test('nothing outside the sources asks for the name of a platform', () => {
    // Registers go by words that everybody uses (events, messages, polls), and every chart has an x.
    const platforms = sources
      .map(({ declaration }) => declaration)
      .filter(({ family, platform }) => family !== 'register' && platform !== 'x');
    const names = [...new Set(platforms.flatMap(({ id, platform }) => [id, platform]))];
    expect(names.length).toBeGreaterThan(20);
    const wrong = files
      .filter((file) => /^src\/(?!sources|content|i18n)/.test(file))
      .flatMap((file) => {
        const code = fs.readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
        return names.filter((name) => new RegExp(`['"\`]${name}['"\`]`, 'i').test(code)).map((name) => `${file}: ${name}`);
      });
    expect(wrong).toEqual([]);
  });

  test('no file says nothing by its name, and few are long', () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc|manager)(\.|\/)/.test(file))).toEqual([]);
    expect(files.filter((file) => file.startsWith('src/') && fs.readFileSync(file, 'utf8').split('\n').length > 300)).toEqual([]);
  });

  test('no path of a machine stands in a tracked file', () => {
    const wrong = files.filter((file) => /(^|[^.\w])\/(home|root|Users|work|farm)\//.test(fs.readFileSync(file, 'utf8')));
    expect(wrong).toEqual([]);
  });

  test('the page of the architecture shows this table', () => {
    const page = fs.readFileSync('docs/architecture.md', 'utf8');
    for (const room of Object.keys(DOORS).filter((name) => !['content', 'styles', 'layouts', 'pages'].includes(name)))
      expect(page).toContain(`src/${room}`);
  });
});
