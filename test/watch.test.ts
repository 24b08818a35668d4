import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { handOver } from '#github/lookouts.ts';
import { preview } from '#github/warning.ts';
import { Private, type Comment } from '#model/comment.ts';
import { dayOf } from '#model/day.ts';
import { SecretError, SourceError } from '#model/error.ts';
import type { Label } from '#model/label.ts';
import { Lookout } from '#model/lookout.ts';
import { Topic } from '#model/topic.ts';
import { emerging } from '#opinion/topic/emerging.ts';
import { topicsOf } from '#opinion/topic/topics.ts';
import { vocabulary } from '#opinion/topic/vocabulary.ts';
import { openData } from '#store/read.ts';
import type { Readers } from '../scripts/hearing.ts';
import { lookOut } from '../scripts/lookout.ts';
import { readWritten } from '../scripts/opinion/corpus.ts';
import type { Means } from '../scripts/pull.ts';
import { account, agency, means, virtual } from './platform.ts';

const ZONE = 'Asia/Makassar';
const DAY = '2026-09-14';
/** 12:00 UTC, 20:00 in Makassar, as `means` has it. */
const NOW = Date.parse(`${DAY}T12:00:00Z`) / 3_600_000;
const root = fs.mkdtempSync(path.join(os.tmpdir(), 'terang-watch-'));
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

const topic = Topic.parse({
  id: 'banjir',
  kind: 'topic',
  name: { id: 'Banjir', en: 'Floods' },
  words: ['banjir', 'pejabat'],
  since: '2026-09-01',
  rumours: [{ since: '2026-09-10', claim: { id: 'Pintu air dijual' } }],
});

const readers = (label: (text: string) => Label = (text) => (text.includes('parah') ? 'negative' : 'neutral')): Readers => ({
  versions: ['1'],
  classifier: () => ({ sha256: '', label }),
  topics: [topic],
  matcher: topicsOf([topic]),
  emerging: (since, windows) =>
    emerging({
      vocabulary: vocabulary({ corpus: ['ada keracunan makanan', 'air', 'biasa'], topics: [topic], posts: [] }),
      refused: [],
      smallest: 10,
      since,
      salt: 'x',
      ...windows,
    }),
});

/** A comment of so many hours ago. */
const comment = (back: number, text: string, who: string, change: Partial<Comment> = {}): Comment => {
  const hour = NOW - back;
  return {
    words: new Private(text),
    author: new Private(who),
    id: new Private(`${who} ${back}`),
    day: dayOf(new Date(hour * 3_600_000), ZONE),
    hour,
    post: `post-${dayOf(new Date((hour - 24) * 3_600_000), ZONE)}`,
    own: false,
    reply: false,
    ...change,
  };
};
const crowd = (count: number, back: number, text: string, name = 'orang') =>
  Array.from({ length: count }, (_, index) => comment(back, text, `${name} ${index}`));
/** Another word each time: a text that many copy counts once, and digits are cut out. */
const filler = (index: number) => `${'bcdfghjk'[index % 8]}a${'lmnprstw'[index >> 3] ?? `zu${'bcdfghjk'[(index >> 3) % 8]}`}i`;
/** Eight days on which 15 people say this each noon. */
const usual = (text = 'air biasa') =>
  Array.from({ length: 8 }, (_, day) => crowd(15, day * 24 + 8, text, `harian ${day}`)).flat();

const spoken = (comments: readonly Comment[]) =>
  async function* () {
    for (const one of comments) {
      await Promise.resolve();
      yield one;
    }
  };

const look = async (comments: readonly Comment[], change: Partial<Means> = {}, using = readers()): Promise<Lookout> => {
  const { source } = virtual({ comments: spoken(comments) });
  const config = agency([account({ comments: true })]);
  return Lookout.parse(await lookOut(openData(root), config, using, means(DAY, source, change)));
};
const of = ({ matters }: Lookout, id?: string) => matters.find((matter) => matter.id === id);

const shown: string[] = [];
beforeEach(() => {
  shown.length = 0;
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => shown.push(String(text)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
  expect(fs.readdirSync(root), 'a look writes nothing').toEqual([]);
});

test('a burst is seen with what the agency itself said on it, and rounded', async () => {
  const flood = crowd(63, 2, 'banjir parah lagi di sini');
  const found = await look([...usual('banjir'), ...flood, comment(3, 'banjir sedang kami tangani', 'kantor', { own: true })]);
  expect(of(found, 'banjir')).toMatchObject({
    alarms: ['volume', 'negative'],
    people: 60,
    usual: null,
    hours: 6,
    began: NOW - 2,
    spoke: NOW - 3,
    negative: { now: 0.8 },
    rumours: [{ since: '2026-09-10' }],
  });
  expect(of(found, 'banjir')?.posts[0]).toMatchObject({ text: 'Kata-kata pejabat' });
  expect(of(found)?.alarms).toContain('volume');
  expect(found).toMatchObject({ read: ['one'], unread: [], agency: 'kantor', hour: NOW });
});

test('the same each day is nothing', async () => {
  const found = await look(usual('banjir parah'));
  expect(found.matters.flatMap(({ alarms }) => alarms)).toEqual([]);
  expect(preview(found)).toBeNull();
});

test('comments under posts of another age are not counted on any day, so that old posts lack on none', async () => {
  // Under posts that were young a week ago and are not read today, and under the newest ones.
  const late = crowd(40, 2, 'banjir').map((one): Comment => ({ ...one, post: 'post-2026-09-05' }));
  expect(of(await look([...usual(), ...late]), 'banjir')).toMatchObject({ alarms: [], people: null });
  const early = crowd(40, 2, 'banjir').map((one): Comment => ({ ...one, post: 'post-2026-09-08' }));
  expect(of(await look([...usual(), ...early]), 'banjir')).toMatchObject({ alarms: ['volume'], people: 40 });
});

test('a public word without a topic is named, another one only counted', async () => {
  const everyday = usual().map((one, index) => ({ ...one, words: new Private(`air biasa ${filler(index)}`) }));
  const said = [
    ...everyday,
    ...crowd(40, 2, 'ada keracunan', 'a').map((one, index) => ({
      ...one,
      words: new Private(`keracunan ${filler(index)}`),
    })),
  ];
  const secret = crowd(40, 1, 'x', 'b').map((one, index) => ({
    ...one,
    words: new Private(`sodetan ${filler(index)}`),
  }));
  const found = await look([...said, ...secret]);
  expect(found.matters.filter((matter) => matter.of === 'term').map(({ id, people }) => [id, people])).toEqual([
    ['keracunan', 40],
  ]);
  expect(JSON.stringify(found)).not.toContain('sodetan');
  expect(found.waiting).toBeGreaterThan(0);
});

test.each([
  ['a page that can’t be read', new SourceError('https://platform.example: answered 500'), 'failed'],
  ['a secret that is missing', new SecretError('A_TOKEN', 'A_TOKEN is not set'), 'secret-missing'],
  ['a fault that quotes a comment', new TypeError('kenari is no function\n    at kenari (file.ts:1:1)'), 'failed'],
])('%s costs its account alone, of which nothing is counted', async (_name, error, reason) => {
  const good = virtual({ comments: spoken([...usual('banjir'), ...crowd(63, 2, 'banjir')]) });
  const bad = virtual({
    declaration: { id: 'broken' },
    comments: async function* () {
      yield* crowd(500, 1, 'kenari banjir', 'lain');
      await Promise.resolve();
      throw error;
    },
  });
  const config = agency([account({ id: 'two', source: 'broken', comments: true }), account({ comments: true })]);
  const find = (id: string) => [good.source, bad.source].find(({ declaration }) => declaration.id === id);
  const found = await lookOut(openData(root), config, readers(), means(DAY, good.source, { find }));
  expect([found.read, found.unread]).toEqual([['one'], [{ account: 'two', reason }]]);
  expect(of(found, 'banjir')).toMatchObject({ alarms: ['volume'], people: 60 });
  expect(shown.join('')).not.toContain('kenari');
});

test('a platform that charges, and an account that does not ask, are not looked at', async () => {
  const { source, asked } = virtual({
    comments: spoken([]),
    declaration: { price: { usd: 1, per: { en: 'x', id: 'x' } } as never },
  });
  const config = agency([account({ comments: true }), account({ id: 'two' })]);
  expect((await lookOut(openData(root), config, readers(), means(DAY, source))).read).toEqual([]);
  expect(asked).toEqual([]);
});

test('no word, name or number of a thousand comments comes out, whole or broken', async () => {
  const canaries = Array.from({ length: 1000 }, (_, index) =>
    comment(index % 190, `kenari-teks-${index} banjir parah kenariparah`, `kenari-nama-${index}`, {
      id: new Private(`kenari-id-${index}`),
    }),
  );
  const all = [...canaries, ...crowd(300, 1, 'kenarisama banjir')];
  const found = await look(all);
  const output: string[] = [];
  handOver([found], { GITHUB_OUTPUT: '/x' }, (_name, value) => void output.push(value));
  const told = JSON.stringify(found) + (preview(found) ?? '') + output.join('') + shown.join('');
  expect(told).toContain('banjir');
  expect(told).not.toMatch(/kenari/i);
  for (const breaks of [
    readers((text) => {
      throw new TypeError(`can't label ${text}\n    at ${text}`);
    }),
    {
      ...readers(),
      matcher: (text: string) => {
        throw new RangeError(text);
      },
    },
    {
      ...readers(),
      emerging: () => ({
        hear: (text: string) => {
          throw new Error(text);
        },
        weeks: () => ({ named: [] }),
      }),
    },
    {
      ...readers(),
      emerging: () => ({
        hear: () => undefined,
        weeks: () => {
          throw new Error('kenari');
        },
      }),
    },
  ]) {
    const error: unknown = await look(all, {}, breaks).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(SourceError);
    expect(`${(error as Error).message} ${(error as Error).stack}`).not.toMatch(/kenari/i);
  }
  expect(shown.join('')).toContain('a fault while looking at comments');
  expect(shown.join('')).not.toMatch(/kenari/i);
});

test(
  'the command prints the issue of the sample agency, through the real sources, and keeps nothing',
  { timeout: 120_000 },
  async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'terang-watch-sample-'));
    try {
      const office = path.join(folder, 'agencies', 'tirtaraya');
      fs.mkdirSync(office, { recursive: true });
      for (const file of ['agency.json', 'topics.json', 'terms.json'])
        fs.copyFileSync(`data/agencies/tirtaraya/${file}`, path.join(office, file));
      for (const shelf of ['classifier', 'corpus']) fs.symlinkSync(path.resolve('data', shelf), path.join(folder, shelf));
      const run = async (...args: string[]) =>
        (
          await promisify(execFile)(process.execPath, ['scripts/watch.ts', '--data', folder, ...args], {
            env: { PATH: process.env['PATH'] ?? '' },
          })
        ).stdout;
      // The lights went out in the sample's world that day; whether that many people say so is the world's matter.
      const issue = await run('--dry-run', '--now', '2026-08-19');
      expect(issue).toContain('Peringatan dini / Early warning: tirtaraya');
      expect(issue).toContain('### Listrik dan air bersih: lebih ramai dari biasanya');
      const written = readWritten('data/corpus').filter(({ text }) => text.length > 20);
      expect(written.length).toBeGreaterThan(1000);
      expect(written.filter(({ text }) => issue.includes(text))).toEqual([]);
      expect(await run()).toBe('');
      expect(fs.readdirSync(office).sort()).toEqual(['agency.json', 'terms.json', 'topics.json']);
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  },
);
