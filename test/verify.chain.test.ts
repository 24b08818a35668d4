import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kpis } from '#kpis/index.ts';
import { openData } from '#store/read.ts';
import { read, sha256, write } from '#store/write.ts';
import { analyse, load, renew } from '../scripts/analyse.ts';
import { touch, writeArchive } from '../scripts/archive.ts';
import { chain, chains } from '../scripts/chain.ts';

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

describe('every number', () => {
  const CAMPAIGN = 'pekan-baca';
  const broken = (of: string) => {
    const data = openData(root);
    const { figures } = of === CAMPAIGN ? (data.result(ID, of) ?? { figures: [] }) : data.report(ID, of);
    const get = chains(root, ID, of);
    return { count: figures.length, texts: figures.map(({ kpi, scope }) => get(kpi, scope)).filter(({ holds }) => !holds) };
  };
  beforeAll(() => {
    const posts = openData(root).postsOf(ID, 'facebook', '2023-12')?.posts ?? [];
    const words = { id: 'Pekan membaca', en: 'Reading week' };
    const own = {
      $schema: '../../../schema/campaign.json',
      id: CAMPAIGN,
      name: words,
      purpose: words,
      from: '2023-12-01',
      to: '2023-12-28',
      posts: posts.slice(0, 3).map(({ id }) => ({ account: 'facebook', id })),
    };
    write(at('campaigns', `${CAMPAIGN}.json`), JSON.stringify(own), false);
    analyse(root, ID, load(openData(root), ID), { flush: false });
  });

  test.each(['2023-12', '2023-q4', CAMPAIGN])('of %s holds', (of) => {
    const { count, texts } = broken(of);
    expect(count).toBeGreaterThan(5);
    expect(texts.map(({ text }) => text)).toEqual([]);
  });

  test("a campaign's rest on its own posts alone", () => {
    const posts = (of: string) => chain(root, ID, of, 'engagements', 'facebook').text.match(/ post \S+ {2}/g)?.length ?? 0;
    expect(posts(CAMPAIGN)).toBe(3);
    expect(posts('2023-12')).toBeGreaterThan(3);
  });

  test('a settled report and a settled result keep their bytes when later days come', () => {
    const files = [at('reports', '2023-11.json'), at('results', `${CAMPAIGN}.json`)];
    const before = files.map((file) => read(file));
    expect(before.map((content) => /"status": "final"/.test(content ?? ''))).toEqual([true, true]);
    const runs = openData(root).runs(ID).at(-1);
    const last = runs?.runs.at(-1);
    write(
      at('runs', '2024-05.json'),
      JSON.stringify({ ...runs, month: '2024-05', runs: [{ ...last, day: '2024-05-02' }] }),
      false,
    );
    analyse(root, ID, load(openData(root), ID), { flush: false });
    expect(openData(root).runs(ID).at(-1)?.runs.at(-1)?.day).toBe('2024-05-02');
    expect(files.map((file) => read(file))).toEqual(before);
    fs.rmSync(at('runs', '2024-05.json'));
    fs.rmSync(at('reports'), { recursive: true });
    fs.rmSync(at('editions'), { recursive: true });
    fs.rmSync(at('campaigns'), { recursive: true });
    fs.rmSync(at('results'), { recursive: true });
    analyse(root, ID, load(openData(root), ID), { flush: false });
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
    const coverage = () =>
      openData(root)
        .report(ID, '2023-11')
        .figures.filter(({ kpi }) => kpi === 'coverage');
    const before = coverage();
    const used = new Set(kpis.flatMap(({ measures }) => measures));
    for (const account of ['facebook', 'youtube-studio']) {
      const found = openData(root).observationsOf(ID, account, '2023-11');
      const series = (found?.series ?? []).map((one) =>
        used.has(one.measure) ? one : { ...one, values: one.values.slice(0, 3) },
      );
      write(at('observations', account, '2023-11.json'), JSON.stringify({ ...found, series }), false);
    }
    analyse(root, ID, load(openData(root), ID), { flush: false });
    expect(coverage()).not.toEqual(before);
    expect(openData(root).editions(ID, '2023-11')).toHaveLength(editions);
  });
});
