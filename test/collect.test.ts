import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { Agency } from '#model/agency.ts';
import { addDays, eachDay, type Day } from '#model/day.ts';
import { DataError, SourceError } from '#model/error.ts';
import type { Transport } from '#sources/http.ts';
import { find, isExport } from '#sources/index.ts';
import { openBook } from '#store/book.ts';
import { openData } from '#store/read.ts';
import { bytes, list, sha256 } from '#store/write.ts';
import { analyse, load } from '../scripts/analyse.ts';
import { collect, type Means } from '../scripts/pull.ts';
import { take } from '../scripts/import.ts';
import { build, imports, server } from '../scripts/sample/index.ts';
import { generated } from '../scripts/schema.ts';
import { verify } from '../scripts/verify.ts';
import { writeManifest } from '#store/manifest.ts';

const base = fs.mkdtempSync(path.join(os.tmpdir(), 'terang-collect-'));
afterAll(() => fs.rmSync(base, { recursive: true, force: true }));

const agency = Agency.parse(JSON.parse(fs.readFileSync('data/agencies/tirtaraya/agency.json', 'utf8')));
const world = build();
const SECRET = 'canary-token-9f8e7d';
let root = '';
let count = 0;
beforeEach(() => {
  count += 1;
  root = path.join(base, String(count));
  for (const [file, content] of generated(root)) {
    if (!file.startsWith(root)) continue;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }
  fs.mkdirSync(path.join(root, 'agencies', agency.id), { recursive: true });
  fs.writeFileSync(path.join(root, 'agencies', agency.id, 'agency.json'), JSON.stringify(agency));
});

const answer = server(world);
const transportOn =
  (day: Day, fail: (url: URL) => boolean = () => false): Transport =>
  async ({ method, url }) => {
    if (fail(new URL(url))) throw new SourceError(`${new URL(url).host}: down`);
    const { status, headers, body } = answer(day, { method, url });
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return {
      status,
      headers: new Map(Object.entries(headers)),
      body: (async function* () {
        yield new TextEncoder().encode(text);
      })(),
    };
  };

const means = (day: Day, extra: Partial<Means> = {}): Means => ({
  transport: transportOn(day),
  sleep: () => Promise.resolve(),
  random: () => 0.5,
  now: () => new Date(`${day}T12:00:00Z`),
  env: { TIRTARAYA_FACEBOOK_TOKEN: SECRET },
  ...extra,
});

async function live(days: readonly Day[], extra: Partial<Means> = {}) {
  const book = openBook(root, agency.id);
  const outcomes = [];
  for (const day of days) outcomes.push(await collect(book, agency, day, means(day, extra)));
  return { book, outcomes, changed: book.commit(false) };
}

const hashes = (folder = root) => new Map(list(folder).map((file) => [file, sha256(bytes(path.join(folder, file)))]));
const from = '2025-08-20';
const days = eachDay(from, addDays(from, 6));

test('the second run on the same day with the same answers changes no byte', async () => {
  await live(days);
  const before = hashes();
  expect(before.size).toBeGreaterThan(8);
  expect((await live([days.at(-1) as Day])).changed).toBe(0);
  expect(hashes()).toEqual(before);
});

test('after missed days, all that the platforms still serve is as if no day had been missed', async () => {
  await live(days);
  const whole = openData(root);
  const posts = whole.posts(agency.id, 'facebook');
  const views = whole
    .observations(agency.id, 'facebook')
    .flatMap((file) => file.series.filter((one) => one.measure !== 'followers'));
  root = path.join(base, `${count}-gap`);
  fs.cpSync(
    path.join(base, String(count), 'agencies', agency.id, 'agency.json'),
    path.join(root, 'agencies', agency.id, 'agency.json'),
  );
  await live([days[0] as Day, days.at(-1) as Day]);
  const gap = openData(root);
  const bare = (value: unknown) => sha256(JSON.stringify(value).replaceAll(/"observed":"[^"]+",?/g, ''));
  // A post that came of age while nothing ran is older when it is seen; all others are the same.
  const young = (files: typeof posts) =>
    files.flatMap((file) => file.posts.filter((post) => post.day > addDays(days.at(-1) as Day, -28)));
  expect(young(posts).length).toBeGreaterThan(20);
  expect(bare(young(gap.posts(agency.id, 'facebook')))).toBe(bare(young(posts)));
  expect(gap.posts(agency.id, 'facebook').flatMap((file) => file.posts.map((post) => post.id))).toEqual(
    posts.flatMap((file) => file.posts.map((post) => post.id)),
  );
  const flat = (all: typeof views) =>
    all.flatMap((one) => one.values.map((value) => [one.measure, one.window, one.metric, value.day, value.value].join(' ')));
  const again = gap
    .observations(agency.id, 'facebook')
    .flatMap((file) => file.series.filter((one) => one.measure !== 'followers'));
  expect(flat(again)).toEqual(flat(views));
  const snapshots = gap
    .observations(agency.id, 'mastodon')
    .flatMap((file) => file.series.flatMap((one) => one.values.map((value) => value.day)));
  expect(snapshots).toEqual([days[0], days.at(-1)]);
});

describe('one failure costs only itself', () => {
  test('a missing token names its variable, and the others are collected', async () => {
    const { outcomes } = await live([days[0] as Day], { env: {} });
    const accounts = outcomes[0]?.accounts ?? [];
    expect(accounts.map((one) => [one.account, one.outcome])).toEqual([
      ['facebook', 'failed'],
      ['mastodon', 'complete'],
      ['bluesky', 'complete'],
    ]);
    expect(accounts[0]?.gaps[0]).toMatchObject({
      reason: 'secret-missing',
      detail: expect.stringContaining('TIRTARAYA_FACEBOOK_TOKEN') as string,
    });
    expect(outcomes[0]?.coverage).toBeLessThan(agency.floor);
    expect(new Set(list(root).flatMap((file) => /\/posts\/([^/]+)\//.exec(file)?.[1] ?? []))).toEqual(
      new Set(['bluesky', 'mastodon']),
    );
  });

  test('a server that is down leaves the last good figures', async () => {
    await live(days.slice(0, 3));
    const before = hashes();
    const day = days[3] as Day;
    const { outcomes } = await live([day], { transport: transportOn(day, (url) => url.host.includes('sosial')) });
    expect(outcomes[0]?.accounts.find((one) => one.account === 'mastodon')?.outcome).toBe('failed');
    const after = hashes();
    for (const [file, hash] of before) if (file.includes('/mastodon/')) expect(after.get(file)).toBe(hash);
    expect(
      openData(root)
        .runs(agency.id)
        .flatMap((file) => file.runs)
        .at(-1)?.day,
    ).toBe(day);
  });

  test('whatever request dies, the others answer and nothing that was there is lost', async () => {
    await live(days.slice(0, 2));
    const good = JSON.stringify(
      openData(root)
        .posts(agency.id, 'facebook')
        .flatMap((file) => file.posts.map((post) => post.id)),
    );
    for (let dying = 0; dying < 80; dying += 9) {
      const day = days[2] as Day;
      let turn = 0;
      const book = openBook(root, agency.id);
      const outcome = await collect(
        book,
        agency,
        day,
        means(day, { transport: transportOn(day, () => (turn += 1) === dying + 1) }),
      );
      book.discard();
      expect(outcome.accounts).toHaveLength(3);
      expect(outcome.accounts.filter((one) => one.outcome !== 'complete').length).toBeLessThanOrEqual(1);
      const ids = (await live([day])).book.posts('facebook', '2025-08').map((post) => post.id);
      for (const id of JSON.parse(good) as string[])
        if (
          openData(root)
            .postsOf(agency.id, 'facebook', '2025-08')
            ?.posts.some((post) => post.id === id)
        )
          expect(ids).toContain(id);
    }
  });
});

test('no token stands in any file or message', async () => {
  const shown: string[] = [];
  await live(days.slice(0, 2), { progress: (account, event) => shown.push(JSON.stringify([account, event])) });
  expect(shown.length).toBeGreaterThan(20);
  expect(shown.filter((line) => line.includes(SECRET))).toEqual([]);
  for (const file of list(root)) expect(fs.readFileSync(path.join(root, file), 'utf8')).not.toContain(SECRET);
});

describe('exports', () => {
  const handed = imports(world).filter(
    (one) => one.day >= '2025-11-30' && one.day <= '2026-02-16' && one.from === '2025-11-01' && one.account === 'youtube',
  );
  const hand = (one: (typeof handed)[number], extra: { reason?: string | undefined; bytes?: Uint8Array } = {}) => {
    const account = agency.accounts.find((each) => each.id === one.account);
    const source = find(one.source);
    if (!account || !source || !isExport(source)) throw new Error('the sample changed');
    const book = openBook(root, agency.id);
    const { reason: _reason, ...rest } = one;
    take(book, agency, { ...rest, account, source, span: { from: one.from, to: one.to }, ...extra });
    return book.commit(false);
  };

  test('the same file twice changes nothing', () => {
    const [first] = handed;
    if (!first) throw new Error('the sample changed');
    expect(hand(first)).toBeGreaterThan(1);
    expect(hand(first)).toBe(0);
  });

  test('settled figures are replaced only with a stated reason', () => {
    for (const one of handed.filter((each) => each.day < '2026-02-16')) hand(one);
    const before = hashes();
    const corrected = handed.filter((each) => each.day === '2026-02-16');
    expect(corrected).toHaveLength(2);
    const refused = corrected.filter((one) => {
      try {
        hand(one);
        return false;
      } catch (error) {
        if (!(error instanceof DataError)) throw error;
        expect(error.message).toContain('--reason');
        return true;
      }
    });
    expect(refused.length).toBeGreaterThan(0);
    expect(hashes()).toEqual(before);
    for (const one of corrected) hand(one, { reason: one.reason });
    expect(
      openData(root)
        .posts(agency.id, 'youtube')
        .flatMap((file) => file.posts)
        .filter((post) => post.was).length,
    ).toBe(2);
  });

  test('a broken file is refused with its line, and nothing is written', () => {
    const [first] = handed;
    if (!first) throw new Error('the sample changed');
    const before = hashes();
    const text = Buffer.from(first.bytes).toString('utf8');
    const twins = {
      'an open quote': text.replace(/\n([\w-]{11}),/, '\n$1,"'),
      'no number': text.replaceAll(/,\d+(?=,)/g, ',NaN'),
      'an empty file': '',
      'no header': text.split('\n').slice(1).join('\n'),
    };
    for (const [name, broken] of Object.entries(twins)) {
      expect(broken, name).not.toBe(text);
      expect(() => hand(first, { bytes: Buffer.from(broken) }), name).toThrow(DataError);
    }
    expect(hashes()).toEqual(before);
  });
});

test('reports can be verified, and every tampering is found', async () => {
  await live(eachDay('2025-07-01', '2025-09-10').filter((day) => Number(day.slice(8)) % 3 === 1));
  analyse(root, agency.id, load(openData(root), agency.id), { flush: false });
  writeManifest(root, agency.id);
  expect(verify(root, agency.id)).toEqual([]);
  const targets = list(root).filter((file) => /agencies\/.*(reports|observations|posts|editions|runs)\//.test(file));
  for (const file of targets.filter((_, index) => index % 4 === 0)) {
    const place = path.join(root, file);
    const good = fs.readFileSync(place, 'utf8');
    const bad = good
      .replace(/"value": (\d+)/, (_, digits: string) => `"value": ${Number(digits) + 1}`)
      .replace(/"requests": (\d+)/, '"requests": 99999');
    if (bad === good) continue;
    fs.writeFileSync(place, bad);
    expect(verify(root, agency.id).length, file).toBeGreaterThan(0);
    fs.writeFileSync(place, good);
  }
  expect(verify(root, agency.id)).toEqual([]);
});

test.runIf(process.env['TERANG_PROVE'] === '1')('the whole sample is the same bytes in every folder and time zone', () => {
  const made = ['UTC', 'Asia/Jakarta', 'America/Los_Angeles'].map((TZ) => {
    const folder = path.join(base, TZ.replace('/', '-'));
    fs.mkdirSync(path.join(folder, 'agencies', agency.id), { recursive: true });
    for (const file of ['sources.json', `agencies/${agency.id}/agency.json`])
      fs.copyFileSync(path.join('data', file), path.join(folder, file));
    execFileSync(process.execPath, ['scripts/collect.ts', '--data', folder], { env: { ...process.env, TZ, LANG: 'id_ID' } });
    return [...hashes(folder)];
  });
  expect(made[1]).toEqual(made[0]);
  expect(made[2]).toEqual(made[0]);
});
