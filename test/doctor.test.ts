import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { SecretError } from '#model/error.ts';
import { openBook } from '#store/book.ts';
import { openData } from '#store/read.ts';
import { diagnose, renderDiagnoses } from '../scripts/doctor.ts';
import { collect, type Means } from '../scripts/pull.ts';
import { account, agency, means, virtual, type Options } from './platform.ts';

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'terang-doctor-'));
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));
const DAY = '2026-03-03';
const SECRET = 'CANARYTOKEN-77aa';
const key = {
  secrets: [{ purpose: 'key', note: { en: 'A key', id: 'Kunci' } }],
  versions: [{ api: 'v2', ends: '2026-04-20' }],
};

async function ask(config = agency([account()]), options: Options = {}, change: Partial<Means> = {}) {
  const { source, asked } = virtual(options);
  const found = await diagnose(openData(root), config, DAY, means(DAY, source, change));
  return { found, asked, source, shown: renderDiagnoses(config, DAY, found) };
}

test('says of each account and peer whether it can be read, with what, until when and what to do', async () => {
  const config = agency(
    [account({ token: 'VIRTUAL_TOKEN', expires: '2026-03-10' }), account({ id: 'closed', until: '2026-02-01' })],
    [account({ id: 'other' })],
  );
  const { found, shown } = await ask(config, { declaration: key }, { env: { VIRTUAL_TOKEN: SECRET } });
  expect(found.map((one) => [one.account.id, one.isPeer, one.reads])).toEqual([
    ['one', false, 'yes'],
    ['closed', false, 'unasked'],
    ['other', true, 'yes'],
  ]);
  expect(found[0]).toMatchObject({
    secrets: [{ name: 'VIRTUAL_TOKEN', isSet: true, isNeeded: true }],
    expires: '2026-03-10',
    todo: [
      expect.stringContaining('the token ends on 2026-03-10'),
      expect.stringContaining('API version v2 ends on 2026-04-20'),
    ] as string[],
  });
  expect(shown).toContain('VIRTUAL_TOKEN: set');
  expect(shown).toContain('v2 (2026-04-20)');
  expect(shown).toMatch(/gives +followers, followers by age, views, reach/);
  expect(shown).not.toContain(SECRET);
  expect(Math.max(...shown.split('\n').map((row) => row.length))).toBeLessThanOrEqual(100);
});

test('an account that can not be read says what is missing, and writes nothing', async () => {
  const { found, shown } = await ask(agency([account({ token: 'VIRTUAL_TOKEN' }), account({ id: 'two', source: 'virtuel' })]), {
    declaration: key,
    breaks: (given) => void given.token(),
  });
  expect(found.map((one) => one.reads)).toEqual(['no', 'no']);
  expect(found[0]?.todo.join()).toContain('VIRTUAL_TOKEN is not set');
  expect(found[1]?.todo.join()).toContain('"virtuel"');
  expect(shown).toMatch(/one +virtual +NO +MISSING/);
  expect(fs.readdirSync(root)).toEqual([]);
});

test('asks the source’s own look where there is one, and shows permissions', async () => {
  const { source } = virtual();
  const looked = {
    ...source,
    examine: async () => ({ works: false, permissions: ['read_insights'], lacks: ['add the right "pages_read_engagement"'] }),
  };
  const config = agency([account()]);
  const found = await diagnose(openData(root), config, DAY, means(DAY, looked));
  expect(found[0]).toMatchObject({ reads: 'no', permissions: ['read_insights'] });
  expect(renderDiagnoses(config, DAY, found)).toContain('pages_read_engagement');
  const broken = {
    ...source,
    examine: () => Promise.reject(new SecretError('A_TOKEN', 'A_TOKEN: the platform refuses the token')),
  };
  expect((await diagnose(openData(root), config, DAY, means(DAY, broken)))[0]?.todo).toEqual([
    'A_TOKEN: the platform refuses the token',
  ]);
});

test('never asks where a look costs money', async () => {
  const { found, asked } = await ask(agency([account({ budget: 5 })]), {
    declaration: { price: { usd: 1, per: { en: 'look', id: 'lihat' } } },
  });
  expect(asked).toEqual([]);
  expect(found[0]?.reads).toBe('unasked');
});

test('knows the last day of data and the expiry that the last run recorded', async () => {
  const { source } = virtual({ expires: '2026-03-12' });
  const book = openBook(root, 'kantor');
  await collect(book, agency([account()]), '2026-03-02', means('2026-03-02', source));
  book.commit(false);
  const { found } = await ask();
  expect(found[0]).toMatchObject({ last: '2026-03-02', expires: '2026-03-12' });
});

test('the command looks at the sample agency through its own servers', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/collect.ts', '--doctor'], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  for (const { id } of openData('data').agency('tirtaraya').accounts) expect(stdout).toContain(`\n${id}: `);
  expect(stdout).toContain('TIRTARAYA_FACEBOOK_TOKEN: set');
});
