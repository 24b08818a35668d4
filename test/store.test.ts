import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { Series } from '#model/observation.ts';
import type { Post } from '#model/post.ts';
import { openBook } from '#store/book.ts';
import { canonical } from '#store/json.ts';
import { mergePosts, mergeRun, mergeSeries } from '#store/merge.ts';
import { fromCsv, toCsv } from '#store/table.ts';
import { list, sweep, write } from '#store/write.ts';

const PROVE = process.env['TERANG_PROVE'] === '1';
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'terang-store-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

describe('canonical JSON', () => {
  test('says what it was given, whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const text = canonical(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonical(JSON.parse(text))).toBe(text);
      }),
      { seed: 4, numRuns: PROVE ? 20_000 : 500 },
    );
  });

  test('one record a line', () => {
    expect(canonical({ b: [{ y: 2, x: 1 }], a: [1, 2], c: [], d: {} })).toBe(
      '{\n  "a": [1, 2],\n  "b": [\n    {"x": 1, "y": 2}\n  ],\n  "c": [],\n  "d": {}\n}\n',
    );
  });

  test.each([Number.NaN, Infinity, () => 1])('refuses %s', (value) => expect(() => canonical({ value })).toThrow(TypeError));
  test('minus zero is zero', () => expect(canonical(-0)).toBe('0\n'));
});

describe('writing', () => {
  test('the same bytes are not written again', () => {
    const file = path.join(folder, 'a', 'same.json');
    expect(write(file, 'x')).toBe(true);
    const before = fs.statSync(file).mtimeMs;
    expect(write(file, 'x')).toBe(false);
    expect(fs.statSync(file).mtimeMs).toBe(before);
  });

  test('a killed writer leaves the old file or the new one, never a part', async () => {
    const file = path.join(folder, 'kill', 'big.json');
    const [old, fresh] = ['a', 'b'].map((letter) => letter.repeat(4_000_000));
    const script = `import { write } from ${JSON.stringify(path.resolve('src/store/write.ts'))}; process.stdout.write('go'); for (;;) { write(${JSON.stringify(file)}, 'b'.repeat(4e6)); write(${JSON.stringify(file)}, 'a'.repeat(4e6)); }`;
    write(file, old ?? '');
    for (let turn = 0; turn < (PROVE ? 200 : 12); turn += 1) {
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
      await new Promise<void>((resolve) => child.stdout.once('data', () => setTimeout(resolve, (turn * 7) % 40)));
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('close', resolve));
      const content = fs.readFileSync(file, 'utf8');
      expect(content === old || content === fresh).toBe(true);
    }
    sweep(path.dirname(file));
    expect(list(path.dirname(file))).toEqual(['big.json']);
  });
});

describe('tables', () => {
  test.each(['=HYPERLINK("x")', '+62812', '-5 derajat', '@akun', '\tx', '＝1', "it's", 'a,b', 'a"b', 'baris\nbaru', ''])(
    '%j survives and is no formula',
    (text) => {
      const csv = toCsv(['text', 'number'], [[text, -5]]);
      expect(fromCsv(csv)).toEqual([{ text, number: '-5' }]);
      expect(/(^|,)"?[=+@＝\t]/m.test(csv.split('\r\n').slice(1).join('\r\n'))).toBe(false);
    },
  );
});

const series = (values: [string, number | null, string][], extra: Partial<Series> = {}): Series => ({
  measure: 'followers',
  window: 'day',
  dimensions: {},
  source: 'mastodon',
  metric: 'followers_count',
  api: 'v1',
  values: values.map(([day, value, observed]) =>
    value === null ? { day, value, reason: 'failed', observed } : { day, value, observed },
  ),
  ...extra,
});

describe('adding figures', () => {
  test('twice the same changes nothing, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8, 9]), (order) => {
        const pulled = order.map((day) => series([[`2026-09-0${day}`, day * 10, '2026-09-20']]));
        const once = mergeSeries([], pulled, 3).records;
        expect(mergeSeries(once, pulled, 3).records).toEqual(once);
        expect(canonical(once)).toBe(canonical(mergeSeries([], pulled.toReversed(), 3).records));
      }),
      { seed: 5 },
    );
  });

  test('a failure never takes the place of a figure', () => {
    const { records } = mergeSeries(
      [series([['2026-09-01', 5, '2026-09-02']])],
      [series([['2026-09-01', null, '2026-09-03']])],
      3,
    );
    expect(records[0]?.values).toEqual([{ day: '2026-09-01', value: 5, observed: '2026-09-02' }]);
  });

  test('a settled figure keeps its former value, an unsettled one does not', () => {
    const stored = [series([['2026-09-01', 5, '2026-09-02']])];
    const soon = mergeSeries(stored, [series([['2026-09-01', 6, '2026-09-03']])], 3);
    expect(soon).toEqual({ records: [series([['2026-09-01', 6, '2026-09-03']])], replaced: [] });
    const settled = mergeSeries(stored, [series([['2026-09-01', 5, '2026-09-04']])], 3).records;
    expect(settled).toEqual([series([['2026-09-01', 5, '2026-09-04']])]);
    expect(mergeSeries(settled, [series([['2026-09-01', 5, '2026-09-05']])], 3).records).toEqual(settled);
    const late = mergeSeries(settled, [series([['2026-09-01', 6, '2026-09-30']])], 3);
    expect(late.replaced).toEqual([{ what: 'followers (followers_count)', day: '2026-09-01' }]);
    expect(late.records[0]?.values[0]?.was).toEqual([{ value: 5, observed: '2026-09-04' }]);
  });

  test('a new API version takes a day over; the day stands once', () => {
    const stored = [series([['2026-09-01', 5, '2026-09-02']])];
    const { records } = mergeSeries(stored, [series([['2026-09-01', 6, '2026-09-03']], { api: 'v2' })], 3);
    expect(records.flatMap((one) => one.values)).toHaveLength(1);
    expect(records[0]?.api).toBe('v2');
  });

  const post = (observed: string, likes: number | null, extra: Partial<Post> = {}): Post => ({
    id: '1',
    day: '2026-09-01',
    type: 'text',
    text: '',
    tags: [],
    figures: { likes: likes === null ? { value: null, reason: 'failed', metric: 'l' } : { value: likes, metric: 'l' } },
    source: 's',
    api: '1',
    observed,
    ...extra,
  });

  test("a post's figures freeze at their age, and a file that changes them leaves the former", () => {
    const frozen = mergePosts([post('2026-09-10', 3)], [post('2026-09-29', 4)], 28).records;
    expect(frozen[0]?.figures.likes?.value).toBe(4);
    expect(mergePosts(frozen, [post('2026-10-20', 9)], 28).records).toEqual(frozen);
    const corrected = mergePosts(frozen, [post('2026-10-20', 2, { file: 'x.csv' })], 28);
    expect(corrected.records[0]?.figures.likes?.value).toBe(2);
    expect(corrected.records[0]?.was?.[0]?.figures.likes?.value).toBe(4);
    expect(corrected.replaced).toHaveLength(1);
  });

  test('a figure that went missing keeps its last value', () => {
    expect(mergePosts([post('2026-09-02', 3)], [post('2026-09-03', null)], 28).records[0]?.figures.likes?.value).toBe(3);
  });

  test('a later, worse try of a day does not hide the better one', () => {
    const result = { account: 'a', source: 's', api: '1', requests: 1, posts: null, gaps: [] };
    const good = mergeRun([], '2026-09-01', { ...result, outcome: 'complete' });
    expect(mergeRun(good, '2026-09-01', { ...result, outcome: 'failed' })).toEqual(good);
  });
});

test('a book writes nothing until it is told to, and nothing the second time', () => {
  const root = path.join(folder, 'book');
  const fill = () => {
    const book = openBook(root, 'x');
    book.addSeries(
      'a',
      [
        series([
          ['2026-09-30', 1, '2026-10-01'],
          ['2026-10-01', 2, '2026-10-02'],
        ]),
      ],
      3,
    );
    return book;
  };
  fill().discard();
  expect(list(root)).toEqual([]);
  expect(fill().commit()).toBe(2);
  expect(list(root)).toEqual(['agencies/x/observations/a/2026-09.json', 'agencies/x/observations/a/2026-10.json']);
  expect(fill().commit()).toBe(0);
});

test('git sees one line for one figure', () => {
  const values = (value: number) =>
    canonical({
      series: [
        series([
          ['2026-09-01', value, '2026-09-02'],
          ['2026-09-02', 7, '2026-09-03'],
        ]),
      ],
    });
  const [a, b] = [path.join(folder, 'one.json'), path.join(folder, 'two.json')];
  write(a, values(5));
  write(b, values(6));
  let diff = '';
  try {
    execFileSync('git', ['diff', '--no-index', '--numstat', a, b], { encoding: 'utf8' });
  } catch (error) {
    diff = String((error as { stdout: string }).stdout);
  }
  expect(diff.split('\t').slice(0, 2)).toEqual(['1', '1']);
});

test('a run killed while it writes leaves whole files, and the next run finishes its work', async () => {
  const root = path.join(folder, 'killed');
  const script = `import { openBook } from ${JSON.stringify(path.resolve('src/store/book.ts'))};
    const series = (account, turn) => [{ measure: 'views', window: 'day', dimensions: {}, source: 's', metric: 'v', api: '1',
      values: Array.from({ length: 28 }, (_, day) => ({ day: '2026-02-' + String(day + 1).padStart(2, '0'), value: turn * 1000 + day, observed: '2026-03-01' })) }];
    process.stdout.write('go');
    for (let turn = 1; ; turn += 1) {
      const book = openBook(${JSON.stringify(root)}, 'x');
      for (let account = 0; account < 30; account += 1) book.addSeries('a' + account, series(account, turn), 99);
      book.addRun('2026-03-01', { account: 'a0', source: 's', api: '1', outcome: 'complete', requests: turn, posts: null, gaps: [] });
      book.commit();
    }`;
  for (let turn = 0; turn < (PROVE ? 200 : 8); turn += 1) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise<void>((resolve) => child.stdout.once('data', () => setTimeout(resolve, 30 + ((turn * 13) % 90))));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('close', resolve));
    for (const file of list(root).filter((name) => name.endsWith('.json')))
      expect(() => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')) as unknown).not.toThrow();
  }
  expect(list(root).length).toBeGreaterThan(20);
  sweep(root);
  expect(list(root).filter((file) => file.endsWith('.tmp'))).toEqual([]);
});
