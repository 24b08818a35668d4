import { execFile } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { Issue, Issues } from '#github/issue.ts';
import { handOver, takeOver } from '#github/lookouts.ts';
import { inscribe, recall } from '#github/memory.ts';
import { preview, warn } from '#github/warning.ts';
import { Lookout, type Matter } from '#model/lookout.ts';

/** 22 November 2026, 13:00 in Jakarta. */
const NOON = Date.parse('2026-11-22T06:00:00Z') / 3_600_000;

const flood = (change: Partial<Matter> = {}): Matter => ({
  of: 'topic',
  id: 'banjir',
  name: { id: 'Banjir dan genangan', en: 'Floods' },
  alarms: ['volume'],
  hours: 6,
  people: 120,
  usual: 20,
  negative: { now: 0.65, before: 0.35 },
  began: NOON - 4,
  posts: [{ text: 'Pompa Kali Teduh sudah menyala @siapa #1', url: 'https://contoh.example/p/(1)?a=[b]', hour: NOON - 31 }],
  spoke: NOON - 31,
  rumours: [
    { since: '2026-11-20', claim: { id: 'Pintu air dijual', en: 'The sluice was sold' } },
    { since: '2026-11-10', claim: { id: 'Air beracun' }, answered: { on: '2026-11-13', kind: 'post', text: { id: 'Tidak' } } },
  ],
  ...change,
});

const look = (matters: Matter[], change: Partial<Lookout> = {}): Lookout =>
  Lookout.parse({
    agency: 'tirtaraya',
    name: 'Pemerintah Kota Tirtaraya',
    zone: 'Asia/Jakarta',
    smallest: 10,
    hour: NOON,
    back: 90,
    read: ['facebook', 'youtube'],
    unread: [],
    unnamed: [],
    matters,
    waiting: 0,
    ...change,
  });

/** Issues that live in memory, and what was done to them. */
function tracker() {
  const log: string[] = [];
  let standing: Issue[] = [{ number: 1, title: 'Something else', body: '' }];
  const issues: Issues = {
    open: async () => standing,
    create: async (title, body) => void (log.push('create'), (standing = [...standing, { number: 2, title, body }])),
    update: async (number, body) =>
      void (log.push('update'), (standing = standing.map((one) => (one.number === number ? { ...one, body } : one)))),
    comment: async (_number, text) => void log.push(text),
    close: async (number) => void (log.push('close'), (standing = standing.filter((one) => one.number !== number))),
  };
  return { issues, log, body: () => standing.find(({ number }) => number === 2)?.body ?? '' };
}

test('the issue says in both languages what is unusual, since when, and when the agency last spoke', async () => {
  const { issues, body } = tracker();
  expect(await warn(look([flood()], { unread: [{ account: 'instagram', reason: 'secret-missing' }], waiting: 2 }), issues)).toBe(
    'opened',
  );
  const lines = body().split('\n');
  for (const said of [
    '### Banjir dan genangan: lebih ramai dari biasanya',
    '- sekitar 120 orang menulis dalam 6 jam terakhir; biasanya sekitar 20 orang pada jam yang sama.',
    '- Dari yang menulis dalam 24 jam terakhir, 65% menulis sesuatu yang negatif; tujuh hari sebelumnya 35%.',
    '- Mulai sekitar 22 Nov 2026, 09.00 WIB.',
    '- Instansi terakhir bicara tentang ini 31 jam yang lalu (21 Nov 2026, 06.00 WIB).',
    '- Kabar tidak benar yang **belum dijawab** selama 2 hari: Pintu air dijual',
    '- Kabar tidak benar yang dijawab setelah 3 hari: Air beracun',
    'Tidak terbaca kali ini: instagram.',
    '### Floods: busier than usual',
    '- The agency last spoke on this 31 hours ago (21 Nov 2026, 06:00 GMT+7).',
    '- A rumour **unanswered** for 2 days: The sluice was sold',
  ])
    expect(lines, said).toContain(said);
  expect(body()).toContain('2 kata lain mulai ramai dan menunggu keputusan petugas');
  expect(body()).toContain('(https://contoh.example/p/%281%29?a=%5Bb%5D)');
  // A mention or an issue number in the agency's own words reaches nobody.
  expect(body()).not.toMatch(/@siapa|#1\b/);
});

test('an agency that never spoke of it, and counts too small to tell', async () => {
  const few = flood({
    people: null,
    usual: null,
    alarms: ['negative'],
    negative: { now: null, before: null },
    spoke: null,
    posts: [],
  });
  const text = preview(look([few])) ?? '';
  for (const said of [
    'Instansi belum bicara tentang ini dalam 90 hari terakhir.',
    'kurang dari 10 orang menulis dalam 6 jam terakhir; biasanya kurang dari 10 orang',
    'Dari yang menulis dalam 24 jam terakhir, hampir semua menulis sesuatu yang negatif; tujuh hari sebelumnya terlalu sedikit untuk disebut.',
  ])
    expect(text).toContain(said);
  expect(preview(look([flood({ alarms: [] })]))).toBeNull();
});

test('one issue: opened, left alone, updated with a comment only for what is new, calm after 48 hours, closed', async () => {
  const { issues, log, body } = tracker();
  const calm = flood({ alarms: [], began: null });
  const at = (hours: number, ...matters: Matter[]) => warn(look(matters, { hour: NOON + hours }), issues);
  expect(await at(0, calm)).toBe('nothing');
  expect(await at(0, flood())).toBe('opened');
  expect(await at(0, flood())).toBe('nothing');
  expect(await at(1, flood({ began: NOON - 2 }))).toBe('updated');
  expect(log).toEqual(['create', 'update']);
  // When it began stays as first reported.
  expect(body()).toContain('Mulai sekitar 22 Nov 2026, 09.00 WIB.');
  expect(await at(2, flood({ alarms: ['negative'] }))).toBe('updated');
  expect(log.at(-1)).toBe(
    'Baru: Banjir dan genangan (lebih negatif dari biasanya, lebih ramai dari biasanya)\nNew: Floods (more negative than usual, busier than usual)',
  );
  expect(await at(3, calm, { ...flood(), of: 'all', id: undefined, name: undefined } as Matter)).toBe('updated');
  expect(log.at(-1)).toContain('Baru: Semua komentar (lebih ramai dari biasanya)');
  expect(body()).toContain('Terakhir tidak biasa pada 22 Nov 2026, 15.00 WIB');
  expect(await at(49, calm)).toBe('updated');
  expect(body()).toContain('### Banjir');
  expect(await at(50, calm)).toBe('updated');
  expect(body()).not.toContain('### Banjir');
  expect(await at(51, calm)).toBe('closed');
  expect(await at(52, calm)).toBe('nothing');
  expect(await at(53, flood())).toBe('opened');
});

test('an account that can’t be read is no calm, and none at all changes nothing', async () => {
  const { issues, log } = tracker();
  const calm = flood({ alarms: [], began: null });
  await warn(look([flood()]), issues);
  const at = (hours: number, read: string[]) => warn(look([calm], { hour: NOON + hours, read }), issues);
  expect(await at(1, [])).toBe('nothing');
  expect(await at(60, ['facebook'])).toBe('updated');
  expect(await at(170, ['facebook'])).toBe('closed');
  expect(log).toEqual(['create', 'update', 'close']);
});

test('the issue remembers in a line that nobody sees, and a changed one does no harm', () => {
  const standing = [{ of: 'term' as const, id: 'a--> <b> & c', alarms: ['volume' as const], began: 1, last: 2, read: ['x'] }];
  const line = inscribe(standing);
  expect(line.match(/-->/g)).toHaveLength(1);
  expect(line.slice(4, -3)).not.toMatch(/[<>]|--/);
  expect(recall(`text\n${line}\n`)).toEqual(standing);
  for (const text of ['', '<!-- terang {} -->', '<!-- terang {"standing": -->', '<!-- terang {"standing":[{"of":"x"}]} -->'])
    expect(recall(text)).toEqual([]);
});

test('the guides have the part that the issue names', () => {
  const text = preview(look([flood()])) ?? '';
  for (const [guide, heading] of [...text.matchAll(/`(docs\/guide\.\w+\.md)`[^"]*"([^"]+)"/g)].map(([, file = '', part = '']) => [
    file,
    part,
  ]))
    expect(fs.readFileSync(guide as string, 'utf8')).toContain(`\n## ${heading}\n`);
  expect(text.match(/docs\/guide/g)).toHaveLength(2);
});

test('two agencies have two issues', async () => {
  const { issues, log } = tracker();
  await warn(look([flood()]), issues);
  await warn(look([flood()], { agency: 'dinas-air' }), issues);
  expect(log).toEqual(['create', 'create']);
});

test('what is handed to the job that writes fits, and is read back by its own schema', () => {
  const said = new Map<string, string>();
  const set = (name: string, value: string) => void said.set(name, value);
  handOver([look([flood()])], {}, set);
  handOver([], { GITHUB_OUTPUT: '/x' }, set);
  expect(said.size).toBe(0);
  handOver([look([flood()])], { GITHUB_OUTPUT: '/x' }, set);
  expect(takeOver(said.get('lookouts') ?? '')).toEqual([look([flood()])]);
  const posts = Array.from({ length: 2 }, () => ({ text: 'x'.repeat(200), hour: NOON }));
  const many = Array.from({ length: 200 }, (_, index) =>
    flood({ id: `t${index}`, posts, alarms: index === 0 ? ['volume'] : [] }),
  );
  handOver([look(many)], { GITHUB_OUTPUT: '/x' }, set);
  expect(said.get('lookouts')?.length).toBeLessThan(60_000);
  expect(takeOver(said.get('lookouts') ?? '')[0]?.matters[0]?.posts).toEqual(posts);
});

test('the issue is opened and closed through the real client', async () => {
  const calls: { call: string; body: string }[] = [];
  let open: unknown[] = [];
  const server = http.createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += String(chunk)));
    request.on('end', () => {
      calls.push({ call: `${request.method} ${request.url}`, body: text });
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(request.method === 'GET' ? open : {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const env = {
    PATH: process.env['PATH'] ?? '',
    GITHUB_TOKEN: 'canary-token',
    GITHUB_REPOSITORY: 'office/terang',
    GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  };
  const run = (looks: Lookout[]) =>
    promisify(execFile)(process.execPath, ['scripts/warn.ts'], { env: { ...env, LOOKOUTS: JSON.stringify(looks) } });
  try {
    expect((await run([look([flood()])])).stdout).toBe('tirtaraya: opened\n');
    expect(calls.map(({ call }) => call)).toEqual([
      'GET /repos/office/terang/issues?state=open&creator=github-actions%5Bbot%5D&per_page=100',
      'POST /repos/office/terang/issues',
    ]);
    const { title, body } = JSON.parse(calls[1]?.body ?? '') as { title: string; body: string };
    open = [{ number: 5, title, body }];
    calls.length = 0;
    expect((await run([look([flood({ alarms: [] })], { hour: NOON + 48 })])).stdout).toBe('tirtaraya: closed\n');
    expect(calls.map(({ call }) => call).slice(1)).toEqual([
      'POST /repos/office/terang/issues/5/comments',
      'PATCH /repos/office/terang/issues/5',
    ]);
  } finally {
    server.close();
  }
});
