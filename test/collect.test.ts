import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { Agency } from '#model/agency.ts';
import { addDays, eachDay, type Day } from '#model/day.ts';
import { reportsOf, type Draft } from '#analyse/report.ts';
import { DataError, SourceError } from '#model/error.ts';
import type { Transport } from '#sources/http/http.ts';
import { find, isExport } from '#sources/index.ts';
import type { Pull } from '#sources/source.ts';
import { openBook } from '#store/book.ts';
import { openData } from '#store/read.ts';
import { bytes, list, sha256 } from '#store/write.ts';
import { analyse, load } from '../scripts/analyse.ts';
import { check } from '../scripts/check.ts';
import { collect, type Means } from '../scripts/pull.ts';
import { take } from '../scripts/import.ts';
import { build, imports, server } from '../scripts/sample/index.ts';
import { generated } from '../scripts/schema.ts';
import { verify } from '../scripts/verify.ts';
import { writeManifest } from '#store/manifest.ts';

const base = fs.mkdtempSync(path.join(os.tmpdir(), 'terang-collect-'));
afterAll(() => fs.rmSync(base, { recursive: true, force: true }));

const sample = Agency.parse(JSON.parse(fs.readFileSync('data/agencies/tirtaraya/agency.json', 'utf8')));
/** Its profiles alone: what is true of them is true of the others. */
const agency = { ...sample, accounts: sample.accounts.filter((one) => find(one.source)?.declaration.family === 'social') };
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

test('a narrower second run of a day takes nothing from the record of the first', async () => {
  await live(days);
  const before = hashes();
  const last = days.at(-1) as Day;
  expect((await live([last], { since: addDays(last, -1) })).changed).toBe(0);
  expect(hashes()).toEqual(before);
});

test('a first run that breaks off half-way is made good later, however old the days', async () => {
  const [first, second] = [addDays(from, 1), addDays(from, 2)];
  const dying = (url: URL) =>
    (url.host.includes('sosial') && url.searchParams.has('max_id')) || url.searchParams.get('metric') === 'page_impressions';
  await live([from], { transport: transportOn(from, dying) });
  const record = (day: Day) =>
    openData(root)
      .runs(agency.id)
      .flatMap((file) => file.runs)
      .find((run) => run.day === day)
      ?.accounts.find((one) => one.account === 'mastodon');
  expect(record(from)?.outcome).toBe('partial');
  expect((record(from)?.posts?.from ?? from) > '2025-01-01').toBe(true);
  await live([first]);
  expect(record(first)?.posts?.from).toBe('2024-09-01');
  const seen = openData(root)
    .observations(agency.id, 'facebook')
    .flatMap((file) => file.series.filter((one) => one.metric === 'page_impressions'))
    .flatMap((one) => one.values.map((value) => value.day));
  expect(seen).toContain('2024-09-01');
  // And once all is read, the next run goes back no further than what may still change.
  await live([second]);
  expect(record(second)?.posts?.from).toBe(addDays(first, -27));
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
    .flatMap((file) => file.series.filter((one) => one.window === 'day'))
    .flatMap((one) => one.values.map((value) => value.day));
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

  const altered = async (id: string, change: Partial<Agency['accounts'][number]>, day = days[0] as Day) => {
    const accounts = agency.accounts.map((one) => (one.id === id ? { ...one, ...change } : one));
    const book = openBook(root, agency.id);
    return (await collect(book, { ...agency, accounts }, day, means(day))).accounts;
  };

  test('a source that there is not', async () => {
    const accounts = await altered('facebook', { source: 'facebok' });
    expect(accounts.map((one) => [one.account, one.outcome])).toEqual([
      ['facebook', 'failed'],
      ['mastodon', 'complete'],
      ['bluesky', 'complete'],
    ]);
    expect(accounts[0]?.gaps).toMatchObject([{ reason: 'failed', detail: expect.stringContaining('"facebok"') as string }]);
  });

  test('an account that does not name its variable', async () => {
    const accounts = await altered('facebook', { token: undefined } as object);
    expect(accounts.map((one) => one.outcome)).toEqual(['failed', 'complete', 'complete']);
    expect(accounts[0]?.gaps[0]).toMatchObject({
      reason: 'secret-missing',
      detail: 'agency.json: account "facebook" needs "token": the name of the variable that holds it',
    });
  });

  test('a stored file of an account that can not be read', async () => {
    await live([days[0] as Day]);
    fs.writeFileSync(path.join(root, 'agencies', agency.id, 'observations', 'mastodon', '2025-08.json'), '{"broken');
    const accounts = await altered('none', {}, days[1] as Day);
    expect(accounts.map((one) => one.outcome)).toEqual(['complete', 'failed', 'complete']);
    expect(accounts[1]?.gaps[0]?.detail).toContain('2025-08.json');
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

test('peers are kept, pass the gate, and leave every report as it is', async () => {
  await live(days);
  const without = reportsOf(load(openData(root), agency.id));
  const bluesky = agency.accounts.find((one) => one.source === 'bluesky');
  if (!bluesky) throw new Error('the sample changed');
  const withPeer = { ...agency, peers: [{ ...bluesky, id: 'neighbour' }] };
  fs.writeFileSync(path.join(root, 'agencies', agency.id, 'agency.json'), JSON.stringify(withPeer));
  const last = days.at(-1) as Day;
  const book = openBook(root, agency.id);
  const { peers } = await collect(book, withPeer, last, means(last));
  book.commit(false);
  expect(peers).toMatchObject([{ account: 'neighbour', outcome: 'complete' }]);
  const posts = openData(root)
    .posts(agency.id, 'neighbour')
    .flatMap((file) => file.posts);
  expect([posts.length > 20, new Set(posts.map((post) => post.text))]).toEqual([true, new Set([''])]);
  // A peer stands in its own place of a report and in the share of voice, and nowhere else.
  const apart = (reports: readonly Draft[]) =>
    reports.map(({ figures, comparisons, yearAgo, history, peers: _places, ...rest }) => ({
      ...rest,
      ...Object.fromEntries(
        Object.entries({ figures, comparisons, yearAgo, history }).map(([name, all]) => [
          name,
          (all as readonly { kpi: string }[]).filter(({ kpi }) => kpi !== 'share-of-voice'),
        ]),
      ),
    }));
  const beside = reportsOf(load(openData(root), agency.id));
  expect(apart(beside)).toEqual(apart(without));
  const voices = beside.flatMap(({ figures }) => figures).filter(({ kpi, value }) => kpi === 'share-of-voice' && value !== null);
  expect(voices.length).toBeGreaterThan(0);
  expect(check(root).filter((one) => one.file.includes('neighbour') || one.rule === 'peer')).toEqual([]);
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
    expect(corrected.length).toBeGreaterThan(1);
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

  const youtube = find('youtube-studio');
  const account = agency.accounts.find((one) => one.id === 'youtube');
  /** An export of one post of November 2025 and its views. */
  const bring = (day: Day, views: number, extra: { reason?: string } = {}) => {
    if (!account || !youtube || !isExport(youtube)) throw new Error('the sample changed');
    const source = {
      declaration: youtube.declaration,
      read: ({ file }: { file: string }): Pull => ({
        api: 'x',
        series: [],
        span: { from: '2025-11-01', to: '2025-11-30' },
        gaps: [],
        keep: true,
        posts: [
          {
            id: 'video1',
            day: '2025-11-10',
            type: 'video',
            text: '',
            tags: [],
            figures: { views: { value: views, metric: 'Views' } },
            source: 'youtube-studio',
            api: 'x',
            observed: day,
            file,
          },
        ],
      }),
    };
    const book = openBook(root, agency.id);
    take(book, agency, { account, source, day, name: 'x.csv', bytes: Buffer.from(`views ${views}`), reason: extra.reason });
    return book.commit(false);
  };
  const reasons = () =>
    openData(root)
      .runs(agency.id)
      .flatMap((file) => file.runs.flatMap((run) => run.accounts.flatMap((one) => one.reason ?? [])));

  test('an older export handed in later is refused, unless somebody says why', () => {
    bring('2025-11-20', 400);
    const before = hashes();
    expect(() => bring('2025-11-21', 300)).toThrow(/video1 of 2025-11-10: views 400 to 300.*--reason/s);
    expect(hashes()).toEqual(before);
    bring('2025-11-21', 390);
    bring('2025-11-21', 300, { reason: 'invalid views were removed' });
    expect(reasons()).toEqual(['invalid views were removed']);
    expect(openBook(root, agency.id).post('youtube', 'video1')?.figures.views?.value).toBe(300);
  });

  test('a reason outlives the same file without one, and a run that was killed before its record', () => {
    bring('2025-11-20', 400);
    bring('2026-01-10', 410);
    const runs = path.join(root, 'agencies', agency.id, 'runs', '2026-02.json');
    bring('2026-02-01', 420, { reason: 'counted again' });
    expect(reasons()).toEqual(['counted again']);
    bring('2026-02-01', 420);
    expect(reasons()).toEqual(['counted again']);
    fs.rmSync(runs);
    bring('2026-02-01', 420, { reason: 'counted again' });
    expect(reasons()).toEqual(['counted again']);
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

describe('the command line', () => {
  /** Exit code and everything that was said. */
  const run = (script: string, args: string[], env: Record<string, string> = {}): [number, string] => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${script}.ts`, '--data', root, ...args], {
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });
    return [status ?? -1, stdout + stderr];
  };
  // Without what points at other files and at accounts that are left out here: what is told below needs none of it.
  const { peers: _peers, calendar: _calendar, deadlines: _deadlines, targets: _targets, budgets: _budgets, ...alone } = agency;
  const { sample: _sample, ...real } = alone;
  const found = (id: string, content: unknown) => {
    const file = path.join(root, 'agencies', id, 'agency.json');
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  };
  const leave = () => fs.rmSync(path.join(root, 'agencies', agency.id), { recursive: true });

  test("one agency's broken file does not stop the others; the run is red and says which", () => {
    leave();
    found('rusak', '{"id": "rusak",');
    found('waras', { ...real, id: 'waras', accounts: [] });
    const output = path.join(root, 'output');
    fs.writeFileSync(output, '');
    const [code, said] = run('collect', [], { GITHUB_OUTPUT: output });
    expect(code).toBe(1);
    expect(said).toMatch(/rusak\/agency\.json:1:1 .*no valid JSON/);
    expect(said).toMatch(/waras \d{4}-\d{2}-\d{2}: 0 files changed/);
    expect(fs.readFileSync(output, 'utf8')).toMatch(/coverage[^]*short/);
    expect(run('collect', ['--agency', 'waras'])[0]).toBe(0);
    expect(run('collect', ['--agency', 'rusak'])[0]).toBe(1);
    found('NO SLUG', '{');
    expect(run('collect', ['--agency', 'NO SLUG'])[0]).toBe(1);
  });

  test('a day that has not come is refused', () => {
    leave();
    found('waras', { ...real, id: 'waras', accounts: [] });
    const [code, said] = run('collect', ['--now', '2999-01-01']);
    expect([code, said]).toEqual([2, expect.stringMatching(/2999-01-01 has not come yet in Asia/)]);
    expect(run('collect', ['--now', '2026-01-01'])[0]).toBe(0);
    found('waras', { ...real, id: 'waras' });
    const handed = run('import', ['--source', 'youtube-studio', '--now', '2999-01-01', 'package.json']);
    expect(handed).toEqual([2, expect.stringMatching(/2999-01-01 has not come yet/)]);
  });

  test('what would do nothing to the sample agency is refused; a dry run writes nothing', () => {
    const before = hashes();
    for (const args of [
      ['--only', 'mastodon'],
      ['--since', '2026-01-01'],
      ['--now', '2026-01-01'],
    ]) {
      const [code, said] = run('collect', args);
      expect([code, said]).toEqual([2, expect.stringContaining(`${args[0]}: the sample agency has its own clock`)]);
    }
    expect(run('collect', ['--dry-run'])).toEqual([0, expect.stringContaining('nothing is written')]);
    expect(hashes()).toEqual(before);
  });

  test.each(['verify', 'analyse', 'collect'])('%s of a folder without agencies is a wrong use, never "all is well"', (script) => {
    leave();
    expect(run(script, [])).toEqual([2, expect.stringMatching(/check --data/)]);
  });

  test('a file that is not there, and a language that is not known, are said in one sentence', () => {
    found(agency.id, alone);
    const handed = (...args: string[]) => run('import', ['--source', 'youtube-studio', ...args]);
    expect(handed('tiada.csv')).toEqual([2, expect.stringMatching(/^Berkas tiada\.csv .*There is no file tiada\.csv.*\n$/)]);
    expect(handed('--locale', 'de', 'package.json')).toEqual([2, expect.stringMatching(/^--locale takes id or en.*\n$/)]);
  });

  test('check names the account that does not say where its token is', () => {
    const accounts = agency.accounts.map(({ token: _token, ...one }) => one);
    found(agency.id, { ...alone, accounts });
    const findings = check(root).filter((one) => one.rule === 'token');
    expect(findings.map((one) => one.message)).toEqual([
      expect.stringMatching(/account "facebook" needs "token".*FACEBOOK_TOKEN/),
    ]);
    found(agency.id, alone);
    expect(check(root).filter((one) => one.rule === 'token')).toEqual([]);
  });
});

describe('verify', () => {
  const kinds = ['observations', 'posts', 'runs', 'reports', 'editions'];
  const make = async () => {
    await live(eachDay('2025-07-01', '2025-10-15').filter((day) => Number(day.slice(8)) % 3 === 1));
    analyse(root, agency.id, load(openData(root), agency.id), { flush: false });
    writeManifest(root, agency.id);
  };

  test('finds a change in every kind of file, and analyse does not make it look right', async () => {
    await make();
    expect(verify(root, agency.id)).toEqual([]);
    for (const kind of kinds) {
      const files = list(root).filter((file) => file.includes(`/${kind}/`));
      const file =
        files.find(
          (one) => one.includes('2025-08') && (one.includes('/facebook/') || !one.includes('/2025-08.') || kind === 'reports'),
        ) ?? files[0];
      if (!file) throw new Error(`no file of ${kind}`);
      const place = path.join(root, file);
      const good = fs.readFileSync(place, 'utf8');
      const bad = good.replace(
        /"(value|requests|known)": (\d+)/,
        (_, name: string, digits: string) => `"${name}": ${Number(digits) + 1}`,
      );
      expect(bad, file).not.toBe(good);
      fs.writeFileSync(place, bad);
      expect(verify(root, agency.id).length, file).toBeGreaterThan(0);
      fs.writeFileSync(place, good);
    }
    expect(verify(root, agency.id)).toEqual([]);
  });

  test('a final figure that was changed by hand can not be laundered: analyse refuses, and writes nothing', async () => {
    await make();
    const file = list(root).find((one) => one.endsWith('/posts/facebook/2025-08.json')) ?? '';
    const place = path.join(root, file);
    const good = fs.readFileSync(place, 'utf8');
    fs.writeFileSync(
      place,
      good.replace(
        /"comments": \{"metric": "([^"]+)", "value": (\d+)\}/,
        (_, metric: string, digits: string) => `"comments": {"metric": "${metric}", "value": ${Number(digits) + 500}}`,
      ),
    );
    expect(fs.readFileSync(place, 'utf8')).not.toBe(good);
    const before = hashes();
    expect(() => analyse(root, agency.id, load(openData(root), agency.id), { flush: false })).toThrow(/nothing says why/);
    expect(hashes()).toEqual(before);
    const { revisions } = analyse(root, agency.id, load(openData(root), agency.id), { flush: false, reason: 'Salah ketik' });
    expect(revisions).toBeGreaterThan(0);
    expect(openData(root).revisions(agency.id)[0]).toMatchObject({ cause: 'explained by staff', reason: 'Salah ketik' });
    writeManifest(root, agency.id);
    expect(verify(root, agency.id)).toEqual([]);
    const table = path.join(root, 'agencies', agency.id, 'revisions.csv');
    fs.writeFileSync(table, fs.readFileSync(table, 'utf8').split('\r\n').toSpliced(1, 1).join('\r\n'));
    expect(verify(root, agency.id).map((one) => one.rule)).toContain('revisions');
  });

  test('an account that leaves the configuration takes no figure with it', async () => {
    await make();
    const file = path.join(root, 'agencies', agency.id, 'agency.json');
    fs.writeFileSync(file, JSON.stringify({ ...agency, accounts: agency.accounts.filter((one) => one.id !== 'mastodon') }));
    expect(() => load(openData(root), agency.id)).toThrow(/mastodon/);
  });
});

test.runIf(process.env['TERANG_PROVE'] === '1')('the whole sample is the same bytes in every folder and time zone', () => {
  const made = ['UTC', 'Asia/Jakarta', 'America/Los_Angeles'].map((TZ) => {
    const folder = path.join(base, TZ.replace('/', '-'));
    fs.mkdirSync(path.join(folder, 'agencies', agency.id), { recursive: true });
    fs.mkdirSync(path.join(folder, 'calendars'));
    for (const file of ['sources.json', 'calendars/indonesia.json', `agencies/${agency.id}/agency.json`])
      fs.copyFileSync(path.join('data', file), path.join(folder, file));
    execFileSync(process.execPath, ['scripts/collect.ts', '--data', folder], { env: { ...process.env, TZ, LANG: 'id_ID' } });
    return [...hashes(folder)];
  });
  expect(made[1]).toEqual(made[0]);
  expect(made[2]).toEqual(made[0]);
});
