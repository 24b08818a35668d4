import fs from 'node:fs';
import path from 'node:path';
import { isText, list } from '#store/write.ts';

/** Long proofs at full size. */
export const PROVE = process.env['TERANG_PROVE'] === '1';

/** Where the built site lies. */
export const DIST = process.env['TERANG_OUT'] ?? 'dist';

/** The built site, page by page; throws with the remedy where it is not there or older than what it was built from. */
export function built(): readonly string[] {
  const home = path.join(DIST, 'index.html');
  if (!fs.existsSync(home))
    throw new Error(`${home} is not there; run "npm run build" before these tests ("npm test" does both)`);
  const made = fs.statSync(home).mtimeMs;
  const newer = list('src').find((file) => fs.statSync(path.join('src', file)).mtimeMs > made);
  if (newer !== undefined)
    throw new Error(`${DIST} is older than src/${newer}; run "npm run build" before these tests ("npm test" does both)`);
  const other = list('data').find(
    (file) => file.endsWith('manifest.json') && !isText(path.join(DIST, 'data', file), read(file, 'data')),
  );
  if (other !== undefined)
    throw new Error(`${DIST} was built from other data than data/${other}; run "npm run build" before these tests`);
  return pages(DIST);
}

/** Paths of all HTML files below a built site. */
export function pages(root: string): readonly string[] {
  return list(root).filter((file) => file.endsWith('.html'));
}

/** Text of a built file. */
export function read(file: string, root = DIST): string {
  return fs.readFileSync(path.join(root, file), 'utf8');
}

/** The address of an HTML file below the site's root: `en/method/index.html` is `en/method/`. */
export function addressOf(file: string): string {
  return file.replace(/(^|\/)index\.html$/, '$1');
}

/** The report pages that tests look at first: a settled month, the newest quarter, the newest year, by language. */
export const REPORTS = ['2026-09', '2026-q3', '2025'].flatMap((period) => [`tirtaraya/${period}/`, `en/tirtaraya/${period}/`]);

/** The pages of a report's questions, as their addresses name them. */
export const questions = ['reach', 'participation', 'voice', 'answers', 'results', 'cost', 'quality'];

/** One page of each kind, in both languages. */
export const KINDS = [
  ...REPORTS,
  ...[
    '',
    'tirtaraya/',
    ...questions.map((one) => `tirtaraya/2026-09/${one}/`),
    'tirtaraya/accounts/facebook/',
    'tirtaraya/accounts/aduan/',
    'tirtaraya/accounts/iklan/',
    'method/',
    'tirtaraya/data/',
    'tirtaraya/revisions/',
    'tirtaraya/editions/',
    'tirtaraya/2025-11/editions/1/',
    'tirtaraya/2025/editions/1/',
    'tirtaraya/campaigns/',
    'tirtaraya/campaigns/imunisasi-2026/',
    'tirtaraya/campaigns/pajak-2025/',
    'tirtaraya/topics/banjir/',
    'tirtaraya/topics/retribusi-sampah/',
    'about/',
  ].flatMap((page) => [page, `en/${page}`]),
  '404.html',
];
