import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CorpusRow, CorpusTopic, WITHHELD } from '#model/corpus.ts';

const ROWS = CorpusTopic.options.flatMap((topic) =>
  fs
    .readFileSync(`data/corpus/${topic}.jsonl`, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => ({ topic, row: CorpusRow.parse(JSON.parse(line)) })),
);

const words = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(.)\1{2,}/gu, '$1')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const WORDS = ROWS.map(({ row }) => words(row.text));

describe('the corpus', () => {
  test('has 250 comments on each topic, each with an id of its own', () => {
    expect(ROWS).toHaveLength(4000);
    for (const topic of CorpusTopic.options) expect(ROWS.filter((one) => one.topic === topic)).toHaveLength(250);
    expect(new Set(ROWS.map(({ row }) => row.id)).size).toBe(ROWS.length);
    for (const { topic, row } of ROWS) expect([row.topic, row.id.slice(0, -4)]).toEqual([topic, topic]);
  });

  test('is split by topic', () => {
    const withheld = ROWS.filter(({ topic }) => WITHHELD.includes(topic)).length;
    expect([withheld, ROWS.length - withheld]).toEqual([1000, 3000]);
  });

  test('has no comment twice', () => {
    const texts = WORDS.map((some, index) => some.join(' ') || ROWS[index]?.row.text);
    expect(texts.filter((text, index) => texts.indexOf(text) < index)).toEqual([]);
  });

  test('fills no template: no two comments share a run of six words, or most of their words in the same order', () => {
    expect(shared(6)).toEqual([]);
    expect(alike(0.7)).toEqual([]);
  });

  test('a template would be found', () => {
    const twins = ['jalan depan pasar rusak parah sejak bulan lalu', 'jalan depan kantor rusak parah sejak tahun lalu'].map(
      words,
    );
    expect(inOrder(twins[0] as string[], twins[1] as string[])).toBeGreaterThanOrEqual(0.7 * 8);
  });

  test('openings do not repeat', () => {
    const openings = Map.groupBy(
      WORDS.flatMap((some, index) => (some.length > 3 ? [`${ROWS[index]?.topic}: ${some.slice(0, 2).join(' ')}`] : [])),
      (opening) => opening,
    );
    expect([...openings].flatMap(([opening, all]) => (all.length > 5 ? [opening] : []))).toEqual([]);
  });

  test('names nobody: no long numbers, addresses, plates or mentions but of roles', () => {
    const PERSONAL =
      /\d[\d\s-]{7,}\d|\S@\S+\.\w|https?:|www\.|\b[A-Z]{1,2} ?\d{3,4} ?[A-Z]{2,3}\b|@(?!(?:user|admin|min|dinas|pemkab|akun)\b)/u;
    expect(ROWS.filter(({ row }) => PERSONAL.test(row.text)).map(({ row }) => row.id)).toEqual([]);
  });

  test('its datasheet says how often the two passes agree', () => {
    const agreed = ROWS.filter(({ row }) => row.label === row.second).length / ROWS.length;
    expect(fs.readFileSync('data/corpus/README.md', 'utf8')).toContain(`${(agreed * 100).toFixed(1)} %`);
  });
});

/** Pairs with a common run of so many words. */
function shared(length: number): string[] {
  const first = new Map<string, number>();
  return WORDS.flatMap((some, index) =>
    some.flatMap((_, start) => {
      const run = some.slice(start, start + length).join(' ');
      if (start + length > some.length) return [];
      const before = first.get(run) ?? index;
      first.set(run, before);
      return before === index ? [] : [`${ROWS[before]?.row.id} ${ROWS[index]?.row.id}: ${run}`];
    }),
  );
}

/** Pairs of similar length of which the shorter has this part of its words, in the same order, in the longer one. */
function alike(part: number): string[] {
  const holders = new Map<string, number[]>();
  WORDS.forEach((some, index) => new Set(some).forEach((word) => holders.set(word, [...(holders.get(word) ?? []), index])));
  return WORDS.flatMap((some, index) => {
    const common = new Map<number, number>();
    for (const word of new Set(some)) {
      const list = holders.get(word) as number[];
      if (list.length <= 400) for (const other of list) if (other < index) common.set(other, (common.get(other) ?? 0) + 1);
    }
    return [...common].flatMap(([other, count]) => {
      const theirs = WORDS[other] as string[];
      const shorter = Math.min(some.length, theirs.length);
      if (shorter < 5 || count < part * 0.6 * shorter || Math.max(some.length, theirs.length) >= 2 * shorter) return [];
      return inOrder(some, theirs) >= part * shorter ? [`${ROWS[other]?.row.id} ${ROWS[index]?.row.id}`] : [];
    });
  });
}

/** How many words two comments have in common in the same order. */
function inOrder(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    b.forEach((other, index) =>
      next.push(word === other ? (row[index] as number) + 1 : Math.max(next[index] as number, row[index + 1] as number)),
    );
    row = next;
  }
  return row[b.length] as number;
}
