import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

/** The table of doors: what a room may import beside itself. `docs/architecture.md` shows the same table. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  model: [],
  sources: ['model'],
  store: ['model'],
  kpis: ['model'],
  analyse: ['model', 'kpis'],
  gate: ['model', 'kpis'],
  github: ['model'],
  i18n: ['model', 'kpis'],
  charts: ['model', 'kpis', 'i18n'],
  components: ['model', 'kpis', 'i18n', 'charts', 'store'],
  layouts: ['model', 'kpis', 'i18n', 'charts', 'store', 'components'],
  pages: ['model', 'kpis', 'i18n', 'charts', 'store', 'components', 'layouts'],
  content: [],
  styles: [],
};

/** Of the store, the site sees the reading side and the picture cache. */
const SITE = ['components', 'layouts', 'pages'];
const READING = ['#store/read.ts', '#store/cache.ts', '#store/table.ts'];

/** Packages and built-ins that one place owns. */
const OWNERS: Readonly<Record<string, RegExp>> = {
  'node-fetch': /^src\/sources\/http\.ts$/,
  'csv-parse/sync': /^src\/(sources\/csv|store\/table)\.ts$/,
  'csv-parse': /^src\/(sources\/csv|store\/table)\.ts$/,
  '@actions/core': /^src\/github\//,
  '@actions/github': /^src\/github\//,
  'node:fs': /^src\/store\/|^test\/|^scripts\/browser\.ts$/,
  'node:http': /^test\//,
  vega: /^src\/charts\/|^test\//,
  'vega-lite': /^src\/charts\/|^test\//,
  'vega-embed': /^src\/charts\/browser\//,
};

const files = ['src', 'scripts'].flatMap((room) =>
  fs
    .readdirSync(room, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|astro|mjs)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name).split(path.sep).join('/'))
    .filter((file) => file !== 'src/env.d.ts'),
);
const imports = files.flatMap((file) =>
  [
    ...fs
      .readFileSync(file, 'utf8')
      .matchAll(/(?:^|\n)\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g),
  ].map((match) => ({ file, target: (match[1] ?? match[2]) as string })),
);

const roomOf = (file: string) => (file.startsWith('src/') ? (file.split('/')[1] ?? '') : file.split('/')[0]) as string;

describe('the house', () => {
  test('has files to look at', () => expect(imports.length).toBeGreaterThan(200));

  test('every room of src has a door in the table', () => {
    const rooms = fs.readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(rooms.map((entry) => entry.name).filter((name) => !(name in DOORS))).toEqual([]);
  });

  test('nothing goes through a wall', () => {
    const wrong = imports.filter(({ file, target }) => {
      const room = roomOf(file);
      if (room === 'scripts') return false;
      if (target.startsWith('#')) {
        const into = target.slice(1).split('/')[0] ?? '';
        if (into === room) return false;
        if (!DOORS[room]?.includes(into)) return true;
        return into === 'store' && SITE.includes(room) && !READING.includes(target);
      }
      if (!target.startsWith('.')) return false;
      const resolved = path.posix.normalize(path.posix.join(path.posix.dirname(file), target));
      const into = roomOf(resolved);
      return (
        into !== room && !(SITE.includes(room) && ['components', 'layouts', 'styles', 'pages', 'i18n', 'content'].includes(into))
      );
    });
    expect(wrong).toEqual([]);
  });

  test('what has an owner is imported by it alone', () => {
    const wrong = imports.filter(({ file, target }) => OWNERS[target] && !OWNERS[target].test(file));
    expect(wrong).toEqual([]);
  });

  test('model imports zod alone', () => {
    const wrong = imports.filter(
      ({ file, target }) => file.startsWith('src/model/') && !target.startsWith('.') && target !== 'zod',
    );
    expect(wrong).toEqual([]);
  });

  test('nothing outside the sources asks for the name of a platform', () => {
    const names = ['mastodon', 'bluesky', 'facebook', 'instagram', 'youtube', 'tiktok', 'x-analytics', 'meta-business-suite'];
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
