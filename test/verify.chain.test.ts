import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openData } from '#store/read.ts';
import { read, sha256, write } from '#store/write.ts';
import { analyse, load, renew } from '../scripts/analyse.ts';
import { touch, writeArchive } from '../scripts/archive.ts';
import { chain } from '../scripts/chain.ts';

const base = fs.mkdtempSync(path.join(os.tmpdir(), 'terang-chain-'));
const [root, stamps] = [path.join(base, 'data'), path.join(base, 'stamps')];
const ID = 'contoh';
const at = (...rest: string[]) => path.join(root, 'agencies', ID, ...rest);
afterAll(() => fs.rmSync(base, { recursive: true, force: true }));
beforeAll(() => {
  write(path.join(root, 'sources.json'), fs.readFileSync('data/sources.json'), false);
  const size = { months: 3, sources: ['facebook', 'youtube-studio'], posts: 30 };
  writeArchive(root, ID, openData(root).sources(), size);
  analyse(root, ID, load(openData(root), ID), { flush: false });
});

describe('the chain of one number', () => {
  test('goes down to each record, its file with its hash, its pull, and the edition', () => {
    const { text, holds } = chain(root, ID, '2023-12', 'views', 'agency');
    expect(holds).toBe(true);
    const file = at('observations', 'youtube-studio', '2023-12.json');
    expect(text).toContain(`${file}  sha256 ${sha256(read(file) ?? '')}`);
    expect(text).toMatch(/ {8}2023-12-31 {2}\d+ {2}seen 2024-01-29/);
    expect(text).toMatch(/runs\/2024-01\.json {2}2024-01-29: youtube-studio .+, complete, 3 requests answered/);
    const edition = at('editions', '2023-12', '1.json');
    expect(text).toContain(`${edition}  sha256 ${sha256(read(edition) ?? '')}`);
    expect(text).toMatch(/holds: youtube-studio: value (\d+) = \1, its records of views by day added up/);
    expect(text).toMatch(/holds: value \d+ = \d+, its accounts added up/);
  });

  test('a KPI may be named by its beginning, if only one begins so', () => {
    expect(chain(root, ID, '2023-12', 'audience', 'facebook').text).toMatch(/^Audience growth rate · facebook/);
    expect(() => chain(root, ID, '2023-12', 'engagement-rate', 'agency')).toThrow(
      /may be engagement-rate-followers, .*engagement-rate-reach.*; name one/,
    );
    expect(() => chain(root, ID, '2023-12', 'likes-of-all', 'agency')).toThrow(/there are followers, /);
    expect(() => chain(root, ID, '2031-12', 'views', 'agency')).toThrow(/there are 2023-11/);
  });

  test('a record that was changed breaks it, and so does a report', () => {
    const file = at('observations', 'youtube-studio', '2023-12.json');
    const content = read(file) ?? '';
    const own = (line: string) => /"day": "2023-12-05"/.test(line);
    write(
      file,
      content
        .split('\n')
        .map((line) => (own(line) ? line.replace(/"value": \d+/, '"value": 99999') : line))
        .join('\n'),
      false,
    );
    const { text, holds } = chain(root, ID, '2023-12', 'views', 'agency');
    expect(holds).toBe(false);
    expect(text).toMatch(/DOES NOT HOLD: youtube-studio: value/);
    write(file, content, false);
    expect(chain(root, ID, '2023-12', 'views', 'agency').holds).toBe(true);
  });
});

describe('computing again', () => {
  test('is left out where neither data nor code have changed, and done where they have', () => {
    const task = { root, stamps, flush: false };
    expect(renew(ID, task).said).toMatch(/ 0 new editions/);
    expect(renew(ID, task)).toEqual({ agency: ID, skipped: true });
    expect(renew(ID, { ...task, again: true }).said).toMatch(/\(0 changed\), 0 new editions/);
    fs.rmSync(at('reports', '2023-12.json'));
    expect(renew(ID, task).said).toMatch(/\(1 changed\)/);
    touch(root, ID, 'facebook');
    expect(renew(ID, task).said).toMatch(/[1-9]\d* new editions/);
    expect(renew(ID, task).skipped).toBe(true);
    expect(
      openData(root)
        .revisions(ID)
        .some(({ cause }) => cause === 'arrived late'),
    ).toBe(true);
  });

  test('how fresh and whole the data are is no published figure: a change of it alone makes no edition', () => {
    const editions = openData(root).editions(ID, '2023-11').length;
    const file = at('runs', '2023-11.json');
    const runs = openData(root).runsOf(ID, '2023-11');
    // Nothing of what KPIs count is in it but the days whose posts were read by a second, needless run.
    write(file, `${JSON.stringify({ ...runs, runs: runs?.runs.slice(0, -1) })}\n`, false);
    analyse(root, ID, load(openData(root), ID), { flush: false });
    expect(openData(root).editions(ID, '2023-11')).toHaveLength(editions);
  });
});
