import fs from 'node:fs';
import { expect, test } from 'vitest';
import { WITHHELD } from '#model/corpus.ts';
import { adapt, type Answer } from '#opinion/label/adapt.ts';
import { classifier } from '#opinion/label/classifier.ts';
import { leakOf } from '#opinion/label/leak.ts';
import { rowsOf } from '#opinion/label/rows.ts';
import { decode, encode, type Table } from '#opinion/label/weights.ts';

const shipped = fs.readFileSync('data/classifier/1/weights.bin');
/** Comments on matters that the shipped weights have never met. */
const rows: Answer[] = WITHHELD.flatMap((topic) =>
  fs
    .readFileSync(`data/corpus/${topic}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer),
);
/** An office whose people complain more than most: every positive comment but each third has gone. */
const angry = rows.filter(({ label }, at) => label !== 'positive' || at % 3 === 0);
const answers: Answer[] = angry.filter((_, at) => at % 4 === 0).slice(0, 160);
const others: Answer[] = angry.filter((_, at) => at % 4 !== 0);
const right = (bytes: Uint8Array, some: readonly Answer[]) => {
  const by = classifier(bytes);
  return some.filter(({ text, label }) => by.label(text) === label).length / some.length;
};

test('weights that learnt words can be asked whether they learnt from a comment, and do not pass', () => {
  const leak = leakOf(shipped, answers, (some) => adapt(shipped, some, '2', 'words'));
  const auc = Object.fromEntries(leak.attacks.map((one) => [one.attack, one.auc]));
  expect(auc['sure']).toBeGreaterThan(0.7);
  expect(auc['touched']).toBeGreaterThan(0.8);
  expect(auc['against-others']).toBeGreaterThan(0.9);
  expect(leak.alone).toBeGreaterThan(100);
  expect(leak.passes).toBe(false);
});

test('weights that learnt what many comments have in common pass', () => {
  const leak = leakOf(shipped, answers, (some) => adapt(shipped, some, '2', 'common'));
  for (const { attack, interval } of leak.attacks)
    expect([attack, interval.to < 0.6, interval.from > 0.4]).toEqual([attack, true, true]);
  expect(leak).toMatchObject({ alone: 0, passes: true });
});

test('weights that learnt nothing look like a coin; one byte that one comment alone moved is found', () => {
  expect(leakOf(shipped, answers, () => shipped)).toMatchObject({ alone: 0, passes: true });
  const { version, tables } = decode(shipped);
  const [table] = tables as [Table];
  const texts = answers.map(({ text }) => text);
  const { starts, buckets } = rowsOf(texts, table.buckets, true, table.rarity);
  const of = (row: number) => [...buckets.subarray(starts[row], starts[row + 1])];
  const rest = new Set(texts.flatMap((_, row) => (row === 0 ? [] : of(row))));
  const own = of(0).find((bucket) => !rest.has(bucket)) as number;
  const nudge = (some: readonly Answer[]) => {
    const weights = Int8Array.from(table.weights);
    if (some.includes(answers[0] as Answer))
      weights[own * table.classes.length] = (weights[own * table.classes.length] as number) + 1;
    return encode({ version, tables: [{ ...table, weights }, ...tables.slice(1)] });
  };
  // No attack that ranks all comments sees this one.
  const leak = leakOf(shipped, answers, nudge);
  for (const { auc } of leak.attacks) expect(auc).toBeCloseTo(0.5, 1);
  expect(leak).toMatchObject({ alone: 1, passes: false });
});

test('adapting pays on comments that it did not learn from, changes nothing else, and gives the same bytes again', () => {
  const before = right(shipped, others);
  for (const reach of ['common', 'words'] as const) {
    const bytes = adapt(shipped, answers, '2', reach);
    expect(right(bytes, others)).toBeGreaterThan(before - 0.005);
    expect(Buffer.from(adapt(shipped, answers, '2', reach)).equals(Buffer.from(bytes))).toBe(true);
    const [old, now] = [decode(shipped), decode(bytes)];
    expect(now.version).toBe('2');
    expect(now.tables.find(({ name }) => name === 'router')).toEqual(old.tables.find(({ name }) => name === 'router'));
    const moved = now.tables.map(
      (table, index) => table.weights.filter((one, at) => one !== old.tables[index]?.weights[at]).length,
    );
    expect((moved[0] ?? 0) > 20_000).toBe(reach === 'words');
  }
  expect(right(adapt(shipped, answers, '2', 'words'), answers)).toBeGreaterThan(before + 0.1);
  // With too few comments nothing moves.
  expect(shipped.equals(adapt(shipped, answers.slice(0, 20), decode(shipped).version, 'words'))).toBe(true);
});
