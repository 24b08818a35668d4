import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exposes } from '#model/dimension.ts';
import type { Account, Agency } from '#model/agency.ts';
import { find, isExport } from '#sources/index.ts';
import { replay } from '#sources/http/replay.ts';
import { openBook } from '#store/book.ts';
import { take } from '../scripts/import.ts';
import { collect } from '../scripts/pull.ts';
import { answers } from './conformance.ts';

const given = (source: string) =>
  JSON.parse(fs.readFileSync(`test/input/sources/${source}/ask.json`, 'utf8')) as { account: Account; today: string };

const agencyOf = (account: Account): Agency => ({
  $schema: 'x',
  id: 'kota',
  name: 'Kota',
  short: 'Kota',
  place: 'Kota',
  contact: 'a@example.org',
  zone: 'Asia/Jakarta',
  languages: ['id', 'en'],
  licence: { name: 'CC0', url: 'https://example.org/' },
  floor: 0.8,
  smallest: 10,
  accounts: [account],
});

let root = '';
beforeEach(() => void (root = fs.mkdtempSync(path.join(os.tmpdir(), 'terang-'))));
afterEach(() => fs.rmSync(root, { recursive: true }));

const written = () =>
  fs.readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => fs.statSync(path.join(root, file)).isFile());

/** Counts of people by what they are, as they stand in the files. */
const persons = (account: string, month: string) =>
  openBook(root, 'kota')
    .series(account, month)
    .filter((one) => exposes(one.measure, one.dimensions))
    .flatMap((one) => one.values.map((value) => [Object.values(one.dimensions).join(' '), value.value] as const));

describe('what enters data', () => {
  test('through an API holds no small count', async () => {
    const { account, today } = given('instagram');
    const agency = agencyOf(account);
    const book = openBook(root, 'kota');
    await collect(book, agency, today, {
      transport: replay(answers('instagram')),
      sleep: () => Promise.resolve(),
      random: () => 0.5,
      now: () => new Date(`${today}T03:15:27Z`),
      env: { [account.token ?? '']: 'canary' },
    });
    book.commit(false);
    const counts = persons(account.id, today.slice(0, 7));
    expect(counts.length).toBeGreaterThan(5);
    expect(counts.filter(([, value]) => value !== null && value > 0 && value < 10)).toEqual([]);
    expect(counts).toContainEqual(['TW', null]);
    expect(counts).toContainEqual(['MY', 301]);
  });

  const rows = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .flatMap(([name, count]) => Array.from({ length: count }, (_, index) => [name, index] as const))
      .map(
        ([name, index], at) => `${at + 1},2026-08-${String((index % 28) + 1).padStart(2, '0')} 09:00,,,${name},jalan,website,,,`,
      );
  const hand = (counts: Readonly<Record<string, number>>, day: string, reason?: string, id?: string) => {
    const account = { ...given('complaints').account, ...(id ? { id } : {}) };
    const source = find('complaints');
    if (!source || !isExport(source)) throw new Error('there is no such source any more');
    const text = `no,received,answered,closed,class,service,channel,province,city,rating\n${rows(counts).join('\n')}\n`;
    const book = openBook(root, 'kota');
    const result = take(book, agencyOf(account), {
      account,
      source,
      name: 'pengaduan.csv',
      bytes: Buffer.from(text),
      day,
      reason,
      span: { from: '2026-08-01', to: '2026-08-31' },
    });
    book.commit(false);
    return {
      result,
      counts: persons(account.id, '2026-08').filter(([name]) => ['normatif', 'biasa', 'berat', 'lain', 'other'].includes(name)),
    };
  };

  test('through a file holds no small count, and the file is not kept', () => {
    const { result, counts } = hand({ normatif: 40, biasa: 30, berat: 20, lain: 3 }, '2026-09-05');
    // A class of three complaints is not even named: it is one of the others.
    expect(Object.fromEntries(counts)).toMatchObject({ normatif: null, biasa: 30, berat: 20, other: null });
    expect(result.file).toMatch(/^outside\//);
    expect(written().filter((file) => file.includes('imports'))).toEqual([]);
  });

  test('a later file tells nothing of what the first one hid, and leaves nothing that is no longer so', () => {
    const first = { normatif: 40, biasa: 30, berat: 20, lain: 3 };
    hand(first, '2026-09-05');
    expect(
      Object.fromEntries(hand({ ...first, normatif: 70, berat: 40 }, '2026-09-20', 'Terlambat dicatat').counts),
    ).toMatchObject({
      normatif: null,
      biasa: 30,
      berat: 40,
      other: null,
    });
    const small = hand({ ...first, normatif: 70, berat: 41 }, '2026-10-05', 'Terlambat dicatat');
    expect(small.counts.map(([, value]) => value)).toEqual([null, null, null, null]);
    const later = hand({ ...first, normatif: 170, berat: 141 }, '2026-11-05', 'Kelas diperbaiki');
    expect(later.counts.map(([, value]) => value)).toEqual([null, null, null, null]);
  });

  test('one account is hidden around what another of the agency has published', () => {
    const own = { berat: 21, biasa: 12, lain: 17 };
    expect(Object.fromEntries(hand(own, '2026-09-05', undefined, 'alone').counts)).toMatchObject(own);
    fs.rmSync(root, { recursive: true });
    const national = hand({ berat: 16, biasa: 7, lain: 17 }, '2026-09-05', undefined, 'national').counts;
    expect(Object.fromEntries(national)).toMatchObject({ berat: 16, biasa: null, lain: null });
    // Of 24 in both, no more than 12 and 17: that would tell the national seven to within six numbers.
    const beside = Object.fromEntries(hand(own, '2026-09-06', undefined, 'own').counts);
    expect(Object.values(beside).filter((value) => value === null).length).toBeGreaterThan(0);
  });

  const lines = (done: number) =>
    Array.from({ length: 60 }, (_, at) => {
      const name = at < 35 ? 'biasa' : 'berat';
      const closed = (at < 35 ? at : at - 35) < (at < 35 ? 20 : 11) * done ? '2026-09-02' : '';
      return `${at + 1},2026-08-${String((at % 28) + 1).padStart(2, '0')} 09:00,,${closed},${name},jalan,website,,,`;
    });
  const closedBy = (done: number, day: string, reason?: string) => {
    const { account } = given('complaints');
    const source = find('complaints');
    if (!source || !isExport(source)) throw new Error('there is no such source any more');
    const text = `no,received,answered,closed,class,service,channel,province,city,rating\n${lines(done).join('\n')}\n`;
    const book = openBook(root, 'kota');
    const span = { from: '2026-08-01', to: '2026-08-31' };
    const handed = { account, source, name: 'pengaduan.csv', bytes: Buffer.from(text), day, reason, span };
    const { gaps } = take(book, agencyOf(account), handed);
    book.commit(false);
    const closed = book.series(account.id, '2026-08').filter((one) => one.measure === 'complaints-closed');
    return { gaps, closed: closed.map((one) => [one.dimensions.class ?? 'all', one.values[0]?.value]) };
  };

  test('what goes on growing has its parts only once it has settled: no nought of the first file beside a later whole', () => {
    const early = closedBy(0, '2026-09-03');
    expect(early.closed).toEqual([['all', 0]]);
    expect(early.gaps).toContainEqual(
      expect.objectContaining({ measure: 'complaints-closed', reason: 'not-yet', to: '2026-08-31' }),
    );
    const settled = closedBy(1, '2026-09-28');
    expect(settled.closed).toEqual([
      ['berat', 11],
      ['biasa', 20],
      ['all', 31],
    ]);
    expect(settled.gaps.filter((gap) => gap.reason === 'not-yet')).toEqual([]);
  });
});
