import { EventEmitter } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Private, type Comment } from '#model/comment.ts';
import { addDays, eachDay } from '#model/day.ts';
import { renderSummary } from '#github/summary.ts';
import type { AskComments } from '#sources/source.ts';
import { openData } from '#store/read.ts';
import { list, write } from '#store/write.ts';
import { UsageError } from '../scripts/options.ts';
import { terms } from '../scripts/terms.ts';
import { account, agency, means, virtual } from './platform.ts';

const base = fs.mkdtempSync(path.join(os.tmpdir(), 'terang-terms-'));
afterAll(() => fs.rmSync(base, { recursive: true, force: true }));

const NOW = '2026-10-05';
const CANARY = 'kenari';
/** A Monday in the last weeks. */
const BURST = '2026-09-21';
const TALK = ['jalan rusak di pasar', 'lampu mati lagi', 'air keruh sejak kemarin', 'terima kasih petugas', 'sampah menumpuk'];

/** Thirty people a day say what they always say; in one week three new words come up, one of which is a name. */
async function* comments({ written }: AskComments): AsyncIterable<Comment> {
  await Promise.resolve();
  for (const day of eachDay(written.from, written.to < NOW ? written.to : addDays(NOW, -1)))
    for (let one = 0; one < 30; one += 1) {
      const isNew = day >= BURST && day < addDays(BURST, 7);
      const more = isNew ? (['soal zubrowka', 'ada wexford', 'pak slamet korupsi'][one % 3] ?? '') : '';
      yield {
        words: new Private(
          `${TALK[one % 5] ?? ''} ${TALK[(one * 7 + Number(day.slice(8))) % 5] ?? ''} ${day.slice(5)} ${more}, ${CANARY}${one}x${day}`,
        ),
        author: new Private(`${CANARY}-${one}-${isNew ? day : ''}`),
        id: new Private(`${CANARY}-id-${day}-${one}`),
        day,
        post: 'post',
        own: false,
        reply: false,
      };
    }
}

function office(listens = true): string {
  const root = fs.mkdtempSync(path.join(base, 'data-'));
  write(`${root}/agencies/kantor/agency.json`, JSON.stringify(agency([account(listens ? { comments: true } : {})])));
  return root;
}

/** A terminal at which somebody sits who presses a key for each screen. */
function seat(press: (screen: string) => string, isTTY = true) {
  const keyboard = Object.assign(new EventEmitter(), {
    isTTY,
    setRawMode: () => undefined,
    resume: () => undefined,
    pause: () => undefined,
  });
  const said: string[] = [];
  const output = {
    isTTY,
    columns: 80,
    rows: 24,
    write(text: string) {
      said.push(text);
      if (text.includes('[1]')) setImmediate(() => keyboard.emit('data', press(text)));
      return true;
    },
  };
  return { keyboard, output, said };
}

const hold = (root: string, at: ReturnType<typeof seat>) =>
  terms(['--data', root, '--agency', 'kantor', '--now', NOW, '--language', 'en'], {
    input: at.keyboard as never,
    output: at.output as never,
    clock: () => new Date(`${NOW}T04:00:00Z`),
    means: () => means(NOW, virtual({ comments }).source),
  });

const files = (root: string) => list(root).filter((file) => file !== 'agencies/kantor/agency.json');

let errors: string[] = [];
beforeEach(() => {
  errors = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => errors.push(String(text)) > 0);
});
afterEach(() => vi.restoreAllMocks());

describe('a run that counted a month', () => {
  const outcome = { agency: 'kantor', day: NOW, coverage: 1, floor: 0.8, accounts: [] };
  test('says how many words wait, and which command shows them', () => {
    expect(renderSummary([{ ...outcome, waiting: 3 }])).toMatch(/^3 kata .*npm run terms.* words /m);
    expect(renderSummary([{ ...outcome, waiting: 0 }])).not.toContain('npm run terms');
  });
});

describe('deciding on words', () => {
  test('what waits is shown; a yes and a never are written, and nothing else', async () => {
    const root = office();
    const asked: string[] = [];
    const at = seat((screen) => {
      const term = /\n {2}(.+)\r\n/.exec(screen)?.[1];
      if (!screen.includes('Word ')) return ' ';
      asked.push(String(term));
      return term === 'zubrowka' ? '1' : term === 'wexford' ? '2' : '3';
    });
    expect(await hold(root, at)).toBe(0);
    expect(asked.toSorted()).toEqual(['wexford', 'zubrowka']);
    expect(openData(root).terms('kantor')).toMatchObject({
      accepted: [{ term: 'zubrowka', on: NOW }],
      refused: [{ term: 'wexford', on: NOW }],
    });
    expect(files(root)).toEqual(['agencies/kantor/terms.json']);
    expect([fs.readFileSync(`${root}/agencies/kantor/terms.json`, 'utf8'), ...errors].join()).not.toContain(CANARY);
    expect(at.said.at(-1)).toContain('1 may be named, 1 never');
    // Decided is decided: neither is asked again.
    const again: string[] = [];
    await hold(
      root,
      seat((screen) => (again.push(screen), 'q')),
    );
    expect(again.join()).not.toMatch(/zubrowka|wexford|slamet/);
  });

  test('a word about a person is written nowhere', async () => {
    const root = office();
    expect(
      await hold(
        root,
        seat(() => '3'),
      ),
    ).toBe(0);
    expect(files(root)).toEqual([]);
  });

  test('who breaks off keeps nothing', async () => {
    const root = office();
    let at = 0;
    expect(
      await hold(
        root,
        seat(() => ['1', '1', '\u0003'][at++] ?? '\u0003'),
      ),
    ).toBe(0);
    expect(files(root)).toEqual([]);
  });

  test('without a terminal, or without accounts to listen to, nothing is read', async () => {
    await expect(
      hold(
        office(),
        seat(() => '1', false),
      ),
    ).rejects.toThrow(UsageError);
    await expect(
      hold(
        office(false),
        seat(() => '1'),
      ),
    ).rejects.toThrow(/"comments": true/);
  });
});
