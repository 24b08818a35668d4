import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const SCRIPT = path.resolve('scripts/commit.ts');
const PROVE = process.env['TERANG_PROVE'] === '1';
const env = {
  PATH: process.env['PATH'] ?? '',
  HOME: os.tmpdir(),
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 't',
  GIT_AUTHOR_EMAIL: 't@example.org',
  GIT_COMMITTER_NAME: 't',
  GIT_COMMITTER_EMAIL: 't@example.org',
};
const git = (cwd: string, ...words: string[]) => execFileSync('git', words, { cwd, encoding: 'utf8', env, stdio: 'pipe' }).trim();

let room: string;
const bare = () => path.join(room, 'bare.git');

beforeEach(() => {
  room = fs.mkdtempSync(path.join(os.tmpdir(), 'terang-commit-'));
  git(room, 'init', '--quiet', '--bare', '--initial-branch=main', 'bare.git');
  git(bare(), 'config', 'core.logAllRefUpdates', 'true');
  const first = clone('first');
  put(first, 'data/manifest.json', '{"before": null}\n');
  put(first, 'data/agencies/a/agency.json', '{}\n');
  put(first, 'data/agencies/a/reports/2026-09.json', '{}\n');
  put(first, 'README.md', 'x\n');
  git(first, 'add', '--all');
  git(first, 'commit', '--quiet', '--message', 'first');
  git(first, 'push', '--quiet', 'origin', 'HEAD:main');
});
afterEach(() => fs.rmSync(room, { recursive: true, force: true }));

/** As the workflow has it: shallow. */
function clone(name: string): string {
  git(room, 'clone', '--quiet', '--depth', '1', `file://${bare()}`, name);
  return path.join(room, name);
}

function put(folder: string, file: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  fs.writeFileSync(path.join(folder, file), text);
}

/** Runs the script as a process of its own. */
function commit(
  folder: string,
  words: readonly string[] = [],
  more: Record<string, string> = {},
): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [SCRIPT, ...words], { cwd: folder, env: { ...env, ...more } });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += String(chunk)));
    child.stderr.on('data', (chunk: Buffer) => (said += String(chunk)));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, said }));
  });
}

/** Every move of the branch in the shared repository that is not a fast-forward. */
function forced(): string[] {
  const moves = fs.readFileSync(path.join(bare(), 'logs/refs/heads/main'), 'utf8').trim().split('\n');
  return moves.filter((move) => {
    const [from = '', to = ''] = move.split(' ');
    if (/^0+$/.test(from)) return false;
    return git(bare(), 'rev-list', '--count', `${to}..${from}`) !== '0';
  });
}

const count = () => Number(git(bare(), 'rev-list', '--count', 'main'));

test('commits data and nothing else; a second run without news makes no commit', async () => {
  const work = clone('work');
  put(work, 'data/agencies/a/runs/2026-09.json', '{}\n');
  put(work, 'README.md', 'changed\n');
  put(work, 'left.txt', 'x\n');
  expect(await commit(work, ['--message', 'Data: 2026-09-04'])).toEqual({ code: 0, said: 'pushed\n' });
  expect(git(bare(), 'show', '--name-only', '--format=%s', 'main')).toBe('Data: 2026-09-04\n\ndata/agencies/a/runs/2026-09.json');
  expect(await commit(work)).toEqual({ code: 0, said: 'nothing new\n' });
  expect(count()).toBe(2);
});

test('a commit that did not get through goes along with the next run', async () => {
  const work = clone('work');
  const address = git(work, 'remote', 'get-url', 'origin');
  git(work, 'remote', 'set-url', 'origin', path.join(room, 'away'));
  put(work, 'data/agencies/a/runs/2026-09.json', '{}\n');
  expect((await commit(work)).code).toBe(2);
  git(work, 'remote', 'set-url', 'origin', address);
  expect(await commit(work)).toEqual({ code: 0, said: 'pushed\n' });
  expect(count()).toBe(2);
});

test('temporary files are not committed, whatever .gitignore says', async () => {
  const folder = clone('second');
  put(folder, 'data/agencies/a/runs/2026-09.json', '{}\n');
  for (const file of ['data/daftar.tmp', 'data/agencies/a/daftar-warga.csv.tmp']) put(folder, file, 'Budi\n');
  expect((await commit(folder)).code).toBe(0);
  expect(git(bare(), 'ls-tree', '-r', '--name-only', 'main')).not.toMatch(/tmp/);
});

test('ignored files, as the sample agency has them, are not committed', async () => {
  const work = clone('work');
  put(work, '.git/info/exclude', 'data/agencies/sample/\n');
  put(work, 'data/agencies/sample/runs/2026-09.json', '{}\n');
  expect((await commit(work)).said).toBe('nothing new\n');
});

test('a report may go, the record may not', async () => {
  const work = clone('work');
  fs.rmSync(path.join(work, 'data/agencies/a/reports/2026-09.json'));
  expect((await commit(work)).code).toBe(0);
  fs.rmSync(path.join(work, 'data/agencies/a/agency.json'));
  const refused = await commit(work);
  expect(refused.code).toBe(2);
  expect(refused.said).toContain('would delete data/agencies/a/agency.json');
  expect(count()).toBe(2);
});

test('a change elsewhere is kept: rebased, pushed, both there', async () => {
  const [ours, theirs] = [clone('ours'), clone('theirs')];
  put(theirs, 'README.md', 'theirs\n');
  git(theirs, 'commit', '--quiet', '--all', '--message', 'theirs');
  git(theirs, 'push', '--quiet', 'origin', 'HEAD:main');
  put(ours, 'data/agencies/a/runs/2026-09.json', '{}\n');
  expect((await commit(ours)).code).toBe(0);
  expect(git(bare(), 'show', 'main:README.md')).toBe('theirs');
  expect(git(bare(), 'show', 'main:data/agencies/a/runs/2026-09.json')).toBe('{}');
  expect(forced()).toEqual([]);
});

test('the same data changed twice is never merged: it says recompute and leaves theirs', async () => {
  const [ours, theirs] = [clone('ours'), clone('theirs')];
  put(theirs, 'data/manifest.json', '{"before": "theirs"}\n');
  expect((await commit(theirs)).code).toBe(0);
  put(ours, 'data/manifest.json', '{"before": "ours"}\n');
  put(ours, 'data/agencies/a/runs/2026-09.json', '{}\n');
  const refused = await commit(ours);
  expect(refused.code).toBe(3);
  expect(refused.said).toContain('recompute');
  expect(git(bare(), 'show', 'main:data/manifest.json')).toBe('{"before": "theirs"}');
  expect(fs.existsSync(path.join(ours, '.git/rebase-merge'))).toBe(false);
});

test('a branch that refuses every push is an error that says so, not an endless try', async () => {
  const work = clone('work');
  fs.mkdirSync(path.join(bare(), 'hooks'), { recursive: true });
  fs.writeFileSync(path.join(bare(), 'hooks/pre-receive'), '#!/bin/sh\necho "protected branch" >&2\nexit 1\n', { mode: 0o755 });
  put(work, 'data/agencies/a/runs/2026-09.json', '{}\n');
  const refused = await commit(work);
  expect(refused.code).toBe(2);
  expect(refused.said).toContain('protected branch');
  expect(count()).toBe(1);
});

test('the token goes to its own server as a header, and nowhere else', async () => {
  const seen: (string | undefined)[] = [];
  const server = http.createServer((request, response) => {
    seen.push(request.headers.authorization);
    response.writeHead(403).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const work = clone('work');
    git(work, 'remote', 'set-url', 'origin', `${address}/office/terang.git`);
    put(work, 'data/agencies/a/runs/2026-09.json', '{}\n');
    const { code, said } = await commit(work, [], { GITHUB_TOKEN: 'canary-token', GITHUB_SERVER_URL: address });
    const secret = Buffer.from('x-access-token:canary-token').toString('base64');
    expect(code).toBe(2);
    expect(new Set(seen)).toEqual(new Set([`basic ${secret}`]));
    expect(said).toContain('403');
    for (const text of [said, fs.readFileSync(path.join(work, '.git/config'), 'utf8')]) {
      expect(text).not.toContain('canary-token');
      expect(text).not.toContain(secret);
    }
    seen.length = 0;
    await commit(work, [], { GITHUB_TOKEN: 'canary-token', GITHUB_SERVER_URL: 'https://github.com' });
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.every((header) => header === undefined)).toBe(true);
  } finally {
    server.close();
  }
});

test('racing writers lose no commit and force nothing', { timeout: PROVE ? 1_800_000 : 120_000 }, async () => {
  const [writers, each] = PROVE ? [6, 50] : [3, 3];
  const folders = Array.from({ length: writers }, (_, writer) => clone(`writer-${writer}`));
  await Promise.all(
    folders.map(async (folder, writer) => {
      for (let turn = 0; turn < each; turn += 1) {
        put(folder, `data/agencies/w${writer}/runs/${turn}.json`, `${turn}\n`);
        expect(await commit(folder, ['--message', `w${writer}-${turn}`])).toEqual({ code: 0, said: 'pushed\n' });
      }
    }),
  );
  const messages = git(bare(), 'log', '--format=%s', 'main').split('\n');
  const expected = folders.flatMap((_, writer) => Array.from({ length: each }, (__, turn) => `w${writer}-${turn}`));
  expect([...messages].sort()).toEqual([...expected, 'first'].sort());
  for (const [writer] of folders.entries()) {
    expect(git(bare(), 'ls-tree', '--name-only', `main:data/agencies/w${writer}/runs`).split('\n')).toHaveLength(each);
  }
  expect(forced()).toEqual([]);
});

test(
  'racing writers of one file lose no change either: the loser computes again from the new base',
  { timeout: 300_000 },
  async () => {
    const each = 3;
    await Promise.all(
      ['a', 'b', 'c'].map(async (name) => {
        const folder = clone(`same-${name}`);
        for (let turn = 0; turn < each; turn += 1) {
          for (let code: number | null = 3; code === 3;) {
            git(folder, 'fetch', '--quiet', 'origin', 'main');
            git(folder, 'reset', '--quiet', '--hard', 'FETCH_HEAD');
            const before = fs.readFileSync(path.join(folder, 'data/manifest.json'), 'utf8');
            put(folder, 'data/manifest.json', `${before.trim()} ${name}${turn}\n`);
            ({ code } = await commit(folder));
            expect([0, 3]).toContain(code);
          }
        }
      }),
    );
    const words = git(bare(), 'show', 'main:data/manifest.json').split(' ').slice(2);
    expect([...words].sort()).toEqual(['a0', 'a1', 'a2', 'b0', 'b1', 'b2', 'c0', 'c1', 'c2']);
    expect(forced()).toEqual([]);
  },
);
