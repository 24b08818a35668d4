import { describe, expect, test } from 'vitest';
import { LABELS, type Label } from '#model/label.ts';
import { OpinionMonth, type LabelCounts, type OpinionCell } from '#model/opinion.ts';
import { Draw } from '#opinion/share/draw.ts';
import { refusalOf, sittingsOf, withSittings, type Judged } from '#opinion/share/sitting.ts';
import { Queue } from '../scripts/label/queue.ts';
import { random } from '../scripts/sample/random.ts';

describe('a draw', () => {
  const ids = Array.from({ length: 2000 }, (_, index) => `facebook ${index}`);
  const drawn = (seed: string, size: number, some: readonly string[]) => {
    const draw = new Draw<string>(random(seed), size);
    for (const id of some) draw.offer(id);
    return draw.drawn();
  };

  test('holds each once, other ones by other lots, and begins as a smaller one would', () => {
    const small = drawn('one', 100, ids);
    expect(drawn('one', 300, ids).slice(0, 100)).toEqual(small);
    expect(new Set(small).size).toBe(100);
    expect(drawn('another', 100, ids)).not.toEqual(small);
    expect(drawn('one', 300, ids.slice(0, 50))).toHaveLength(50);
  });

  test('gives each comment, and each pair of neighbours, the same chance', () => {
    const rounds = 3000;
    const some = ids.slice(0, 100);
    const hits = new Map(some.map((id) => [id, 0]));
    let [pairs, first] = [0, 0];
    for (let round = 0; round < rounds; round += 1) {
      const sample = drawn(`seed ${round}`, 20, some);
      for (const id of sample) hits.set(id, (hits.get(id) ?? 0) + 1);
      const set = new Set(sample);
      pairs += some.filter((id, at) => at > 0 && set.has(id) && set.has(some[at - 1] as string)).length;
      first += some.indexOf(sample[0] as string);
    }
    const expected = rounds * 0.2;
    const chi = [...hits.values()].reduce((sum, one) => sum + (one - expected) ** 2 / (expected * 0.8), 0);
    // 99 degrees of freedom: between 57 and 154 in 999 of 1,000.
    expect(chi).toBeGreaterThan(57);
    expect(chi).toBeLessThan(154);
    expect(pairs / (rounds * 99)).toBeCloseTo((20 / 100) * (19 / 99), 2);
    expect(first / rounds / 49.5).toBeCloseTo(1, 1);
  });
});

describe('a queue', () => {
  test('brings a comment that was put off again, takes steps back, and counts up to the first gap alone', () => {
    const queue = new Queue(4);
    queue.label('positive');
    queue.putOff();
    queue.label('negative');
    expect([queue.current, queue.done, queue.counted()]).toEqual([3, 2, ['positive']]);
    queue.undo();
    expect(queue.current).toBe(2);
    queue.label('neutral');
    queue.label('neutral');
    expect(queue.current).toBe(1);
    queue.label('positive');
    expect([queue.current, queue.counted()]).toEqual([undefined, ['positive', 'positive', 'neutral', 'neutral']]);
    for (let step = 0; step < 9; step += 1) queue.undo();
    expect([queue.current, queue.done, queue.counted()]).toEqual([0, 0, []]);
  });
});

const counts = (positive: number | null, neutral: number | null, negative: number | null): LabelCounts => ({
  positive,
  neutral,
  negative,
});
const cell = (name: Pick<OpinionCell, 'of' | 'id'>, comments: number | null, labels: LabelCounts): OpinionCell => ({
  ...name,
  comments,
  labels,
});
const CELLS = [
  cell({ of: 'all' }, 600, counts(200, 300, 100)),
  cell({ of: 'account', id: 'facebook' }, 400, counts(150, 180, 70)),
  cell({ of: 'account', id: 'mastodon' }, 150, counts(40, 85, 25)),
  cell({ of: 'account', id: 'bluesky' }, 50, counts(10, 35, 5)),
  cell({ of: 'topic', id: 'banjir' }, 200, counts(50, 50, 100)),
  cell({ of: 'topic', id: 'pajak' }, 40, counts(null, null, 30)),
];
const month = (cells: OpinionCell[] = CELLS): OpinionMonth =>
  OpinionMonth.parse({
    $schema: '../../../schema/opinion.json',
    month: '2026-09',
    accounts: ['bluesky', 'facebook', 'mastodon'],
    without: [],
    readings: [{ classifier: '1', sha256: 'a'.repeat(64), counted: '2026-10-08', cells }],
    sittings: [],
    emerging: [],
  });

/** `n` judged comments, three quarters of them on Facebook. */
const judged = (n: number, change: (index: number) => Partial<Judged> = () => ({})): Judged[] =>
  Array.from({ length: n }, (_, index) => ({
    account: ['facebook', 'facebook', 'facebook', 'mastodon'][index % 4] as string,
    topics: index % 3 === 0 ? ['banjir', 'pajak'] : [],
    said: [LABELS[index % 3] as Label],
    label: LABELS[index % 2] as Label,
    ...change(index),
  }));
const sat = { scope: { of: 'all' as const }, on: '2026-10-09', of: 600 };

describe('sums of a sitting', () => {
  test('cross what the person said with what the classifier said', () => {
    const [one] = sittingsOf(month(), { ...sat, judged: judged(120) });
    const [all] = one?.cells ?? [];
    expect(all?.n).toBe(120);
    // Of six in a row: person + o + o + o, classifier + o - + o -.
    expect(all?.confusion).toEqual({
      positive: { positive: 20, neutral: 20, negative: 20 },
      neutral: { positive: 20, neutral: 20, negative: 20 },
      negative: { positive: 0, neutral: 0, negative: 0 },
    });
    expect(one?.cells.map(({ of, id }) => id ?? of)).toEqual(['all', 'facebook', 'mastodon', 'banjir']);
    expect(one).toMatchObject({ classifier: '1', on: '2026-10-09', of: 600 });
    const again = OpinionMonth.parse(withSittings(month(), one ? [one] : []));
    expect(again.sittings).toHaveLength(1);
  });

  test('leave out hidden cells, and those of which the sample holds more than half', () => {
    const accounts = ['facebook', 'facebook', 'facebook', 'facebook', 'mastodon', 'mastodon', 'mastodon', 'bluesky'];
    const [one] = sittingsOf(month(), { ...sat, judged: judged(240, (index) => ({ account: accounts[index % 8] as string })) });
    // 120 of 400, but 90 of 150 and 30 of 50.
    expect(one?.cells.map(({ of, id }) => id ?? of)).toEqual(['all', 'facebook', 'banjir']);
  });

  test('never leave out one account alone, which the others would tell', () => {
    const cells = CELLS.map((one) =>
      one.id === 'mastodon' ? cell({ of: 'account', id: 'mastodon' }, 150, counts(null, 85, null)) : one,
    );
    const [one] = sittingsOf(month(cells), {
      ...sat,
      judged: judged(120, (index) => (index % 10 === 1 ? { account: 'bluesky' } : {})),
    });
    const accounts = one?.cells.filter(({ of }) => of === 'account').map(({ id }) => id);
    expect(accounts).toEqual(['facebook']);
  });

  test('come once for each reading, with what its own classifier said', () => {
    const two = month();
    const both = { ...two, readings: [...two.readings, { ...two.readings[0], classifier: '2' } as (typeof two.readings)[0]] };
    const sittings = sittingsOf(both, {
      ...sat,
      judged: judged(120, () => ({ said: ['positive', 'negative'], label: 'negative' })),
    });
    expect(sittings.map((one) => [one.classifier, one.cells[0]?.confusion.negative])).toEqual([
      ['1', { positive: 120, neutral: 0, negative: 0 }],
      ['2', { positive: 0, neutral: 0, negative: 120 }],
    ]);
  });

  test('of one topic stand beside those of all, and take the place of smaller ones of their scope', () => {
    const topic = { of: 'topic' as const, id: 'banjir' };
    const put = (into: OpinionMonth, scope: typeof sat.scope | typeof topic, n: number) =>
      withSittings(
        into,
        sittingsOf(into, {
          ...sat,
          scope,
          of: scope.of === 'all' ? 600 : 200,
          judged: judged(n, () => ({ topics: ['banjir'] })),
        }),
      );
    const twice = put(put(put(month(), topic, 100), { of: 'all' }, 120), { of: 'all' }, 220);
    expect(twice.sittings.map(({ scope, cells }) => [scope.of, cells[0]?.n])).toEqual([
      ['all', 220],
      ['topic', 100],
    ]);
    expect(twice.sittings[1]?.cells).toHaveLength(1);
  });

  test('of one scope stand until there are a hundred labels more', () => {
    const stood = withSittings(month(), sittingsOf(month(), { ...sat, judged: judged(120) }));
    expect(refusalOf(stood, { of: 'all' }, 600, 219)).toEqual({ why: 'standing', n: 120 });
    expect(refusalOf(stood, { of: 'all' }, 600, 220)).toBeUndefined();
  });

  test('of a part and of all together label no more than half of it', () => {
    const topic = { of: 'topic' as const, id: 'banjir' };
    const wide = month(CELLS.map((one) => (one.id === 'banjir' ? cell(topic, 300, counts(100, 100, 100)) : one)));
    const stood = withSittings(wide, sittingsOf(wide, { ...sat, judged: judged(120) }));
    // A fifth of all is labelled, and so of these 300 about 60.
    expect(refusalOf(wide, topic, 300, 150)).toBeUndefined();
    expect(refusalOf(stood, topic, 300, 100)).toEqual({ why: 'beside', most: 90 });
    const alone = withSittings(
      wide,
      sittingsOf(wide, { ...sat, scope: topic, of: 300, judged: judged(100, () => ({ topics: ['banjir'] })) }),
    );
    // 50 more of the 300 are 100 more of the 600.
    expect(refusalOf(alone, { of: 'all' }, 600, 101)).toEqual({ why: 'beside', most: 100 });
    expect(refusalOf(alone, { of: 'all' }, 600, 100)).toBeUndefined();
  });

  test('leave out cells with too few labels to correct anything', () => {
    const [one] = sittingsOf(month(), { ...sat, judged: judged(120, (index) => ({ topics: index < 29 ? ['banjir'] : [] })) });
    expect(one?.cells.map(({ of, id }) => id ?? of)).toEqual(['all', 'facebook', 'mastodon']);
    const [two] = sittingsOf(month(), { ...sat, judged: judged(120, (index) => ({ topics: index < 30 ? ['banjir'] : [] })) });
    expect(two?.cells.at(-1)).toMatchObject({ id: 'banjir', n: 30 });
  });
});

test('a sample is refused where it would tell what is hidden, would be too few or too many, or no longer fits', () => {
  const of = (id: string) => ({ of: 'topic' as const, id });
  expect(refusalOf(month(), { of: 'all' }, 600, 300)).toBeUndefined();
  expect(refusalOf(month(), { of: 'all' }, 600, 301)).toEqual({ why: 'few', most: 300 });
  expect(refusalOf(month(), { of: 'all' }, 600, 99)).toEqual({ why: 'few', most: 300 });
  expect(refusalOf(month(), { of: 'all' }, 582, 200)).toBeUndefined();
  expect(refusalOf(month(), { of: 'all' }, 581, 200)).toEqual({ why: 'drifted', counted: 600, found: 581 });
  expect(refusalOf(month(), of('pajak'), 40, 100)).toEqual({ why: 'hidden' });
  expect(refusalOf(month(), of('gempa'), 40, 100)).toEqual({ why: 'no-cell' });
});
