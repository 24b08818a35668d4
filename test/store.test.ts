import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { Series } from '#model/observation.ts';
import type { Post } from '#model/post.ts';
import type { AccountRun, Gap } from '#model/run.ts';
import { openBook } from '#store/book.ts';
import { canonical } from '#store/json.ts';
import { mergePosts, mergeRun, mergeSeries } from '#store/merge.ts';
import { fromCsv, toCsv } from '#store/table.ts';
import { list, replace, sweep, write } from '#store/write.ts';

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

test('a folder takes the place of another, and nothing is left of either', () => {
  const [made, target] = [path.join(folder, 'made'), path.join(folder, 'place', 'target')];
  write(path.join(made, 'new'), 'x');
  write(path.join(target, 'old'), 'x');
  replace(made, target);
  expect([list(made), list(target)]).toEqual([[], ['new']]);
  replace(made, target);
  expect(list(target)).toEqual([]);
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

  describe('tries of one day add up', () => {
    const day = '2026-09-10';
    const span = (from: number, to: number) => ({
      from: `2026-09-${String(from).padStart(2, '0')}`,
      to: `2026-09-${String(to).padStart(2, '0')}`,
    });
    const result = (extra: Partial<AccountRun> = {}): AccountRun => ({
      account: 'a',
      source: 's',
      api: '1',
      outcome: 'complete',
      requests: 1,
      posts: null,
      gaps: [],
      ...extra,
    });
    const gap = (from: number, to: number, extra: Partial<Gap> = {}): Gap => ({
      ...span(from, to),
      reason: 'failed',
      detail: 'down',
      ...extra,
    });
    const asked = (from: number) => ({ days: span(from, 10), posts: span(from, 10) });
    const after = (first: AccountRun, second: AccountRun, from = 8) =>
      mergeRun(mergeRun([], day, first), day, second, asked(from))[0]?.accounts[0];

    test.each([
      ['that overlap are one', span(1, 6), span(5, 9), span(1, 9)],
      ['that touch are one', span(1, 4), span(5, 9), span(1, 9)],
      ['of which one holds the other are the wider', span(1, 9), span(8, 9), span(1, 9)],
      ['far apart are the wider, if that is the first', span(1, 4), span(8, 9), span(1, 4)],
      ['far apart are the wider, if that is the second', span(1, 2), span(5, 9), span(5, 9)],
      ['of which the second is none are the first', span(1, 4), null, span(1, 4)],
    ])('posts read in two spans %s', (_, first, second, both) => {
      expect(after(result({ posts: first }), result({ posts: second, requests: 2 }))?.posts).toEqual(both);
    });

    test('what a narrower try did not ask for stays lacking, what it asked for is its own', () => {
      const first = result({ outcome: 'partial', gaps: [gap(1, 9, { measure: 'views' })] });
      const next = after(first, result({ requests: 2 }));
      expect(next).toMatchObject({ outcome: 'partial', requests: 2, gaps: [gap(1, 7, { measure: 'views' })] });
    });

    test('a gap goes once it is filled', () => {
      const first = result({ outcome: 'partial', posts: span(8, 9), gaps: [gap(1, 7), gap(3, 9, { measure: 'views' })] });
      expect(after(first, result({ posts: span(1, 9), requests: 4 }), 1)).toEqual(result({ posts: span(1, 9), requests: 4 }));
    });

    test('two partial tries keep both what they lack', () => {
      const first = result({ outcome: 'partial', gaps: [gap(1, 5, { measure: 'reach' })] });
      const second = result({ outcome: 'partial', gaps: [gap(8, 9, { measure: 'views' })] });
      expect(after(first, second)?.gaps).toEqual([...first.gaps, ...second.gaps]);
    });

    test('a worse try adds the posts that it read and hides nothing', () => {
      const worse = result({ outcome: 'partial', posts: span(1, 8), gaps: [gap(9, 9, { measure: 'views' })], requests: 7 });
      expect(after(result({ posts: span(8, 9) }), worse)).toEqual(result({ posts: span(1, 9), requests: 7 }));
    });

    test('the same answers change nothing, however many requests they took', () => {
      const first = mergeRun(
        [],
        day,
        result({ outcome: 'partial', posts: span(1, 9), gaps: [gap(9, 10), gap(2, 4, { measure: 'views' })] }),
      );
      const again = { ...(first[0]?.accounts[0] as AccountRun), requests: 99 };
      expect(mergeRun(first, day, again, asked(5))).toEqual(first);
    });

    test('a reason once stated stays', () => {
      const file = { file: 'imports/x.csv', sha256: 'a'.repeat(64) };
      expect(after(result({ ...file, reason: 'a correction' }), result(file))?.reason).toBe('a correction');
    });
  });

  test('a frozen post takes the day of the newest answer and keeps its figures', () => {
    const moved = mergePosts([post('2026-09-30', 4)], [post('2026-10-20', 9, { day: '2026-09-02' })], 28);
    expect(moved).toEqual({ records: [post('2026-09-30', 4, { day: '2026-09-02' })], replaced: [] });
    const older = mergePosts([post('2026-09-29', 4)], [post('2026-09-20', 3, { day: '2026-09-02' })], 28);
    expect(older.records).toEqual([post('2026-09-29', 4)]);
  });

  describe('a post whose day falls into another month', () => {
    const stand = (root: string) =>
      list(root).map((file) => [
        path.basename(file),
        (JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')) as { posts: Post[] }).posts.map((one) => one.id),
      ]);
    const add = (root: string, ...some: Post[]) => {
      const book = openBook(root, 'x');
      book.addPosts('a', some, 28);
      return book.commit(false);
    };

    test.each([
      ['later', '2026-08-31', '2026-09-01'],
      ['earlier', '2026-09-01', '2026-08-31'],
      ['much later', '2026-03-05', '2026-09-01'],
    ])('moves there, %s', (name, before, now) => {
      const root = path.join(folder, `moves ${name}`);
      add(root, post('2026-09-02', 3, { day: before }), post('2026-09-02', 1, { id: '2', day: before }));
      expect(add(root, post('2026-09-03', 4, { day: now }))).toBe(2);
      expect(new Map(stand(root) as [string, string[]][])).toEqual(
        new Map([
          [`${before.slice(0, 7)}.json`, ['2']],
          [`${now.slice(0, 7)}.json`, ['1']],
        ]),
      );
      expect(openBook(root, 'x').post('a', '1')).toMatchObject({ day: now, figures: { likes: { value: 4 } } });
      expect(add(root, post('2026-09-03', 4, { day: now }))).toBe(0);
      expect(add(root, post('2026-09-02', 3, { day: before }))).toBe(0);
    });

    test('stands once again after a run that was killed between the two files', () => {
      const root = path.join(folder, 'moved twice');
      add(root, post('2026-09-02', 3, { day: '2026-08-31' }));
      const [file = ''] = list(root);
      const old = fs.readFileSync(path.join(root, file));
      add(root, post('2026-09-03', 4));
      fs.writeFileSync(path.join(root, file), old);
      add(root, post('2026-09-03', 4));
      expect(stand(root)).toEqual([
        ['2026-08.json', []],
        ['2026-09.json', ['1']],
      ]);
    });
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
