import { describe, expect, test } from 'vitest';
import { suppress } from '#disclosure/suppress.ts';
import { isWithheld } from '#disclosure/table.ts';
import { Leeway, type Equation } from '#disclosure/simplex.ts';
import type { Measure } from '#model/measure.ts';
import type { Series } from '#model/observation.ts';

const TABLES = process.env['TERANG_PROVE'] === '1' ? 20_000 : 200;
const SMALLEST = 10;

type Counts = Readonly<Record<string, number>>;
type Given = readonly [measure: Measure, dimensions: Series['dimensions'], value: number];
type Rule = readonly [part: Measure, whole: Measure];

const MESSAGES: readonly Rule[] = [['messages-delivered', 'messages-sent']];
const COMPLAINTS: readonly Rule[] = [
  ['complaints-answered', 'complaints-received'],
  ['complaints-closed', 'complaints-received'],
  ['complaints-closed', 'complaints-answered'],
  ['complaints-due', 'complaints-received'],
  ['complaints-on-time', 'complaints-due'],
  ['complaints-on-time', 'complaints-answered'],
  ['complaints-on-time', 'complaints-closed'],
];

const publish = (given: readonly Given[]): Series[] =>
  suppress(
    given.map(([measure, dimensions, value]) => ({
      ...{ measure, window: 'month', dimensions, source: 'ours', metric: measure, api: '1' },
      values: [{ day: '2026-09-30', value, observed: '2026-11-02' }],
    })),
    () => [],
    SMALLEST,
  ).series;

const keyOf = (measure: Measure, dimensions: Series['dimensions']) =>
  JSON.stringify([measure, Object.entries(dimensions).sort()]);

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/**
 * What a reader can tell of hidden counts, with no code of ours but the solver: each count of the month is an unknown, also in tables that
 * are withheld; whoever knows the form knows that they are counted, that nothing is less than none and which counts are parts of which.
 * `watched` are those that stand in the tables as hidden.
 */
function told(given: readonly Given[], rules: readonly Rule[], published: readonly Series[]): string[] {
  const shown = new Map(published.map((one) => [keyOf(one.measure, one.dimensions), one.values[0]?.value ?? null]));
  const names = given.map(([measure, dimensions]) => keyOf(measure, dimensions));
  const at = new Map(names.map((name, index) => [name, index]));
  const [equations, slack]: [Equation[], { next: number }] = [[], { next: given.length }];
  // A hidden count that is not none is at least one; a withheld one may be none.
  const least = given.map(([, , value], index) => (shown.get(names[index] as string) === null ? Math.min(1, value) : 0));
  const equation = (terms: readonly (readonly [number, number])[], is: number): void => {
    const moved = sum(terms.map(([index, weight]) => weight * (least[index] ?? 0)));
    equations.push({ terms: new Map(terms), is: is - moved });
  };
  for (const [index, name] of names.entries()) {
    const value = shown.get(name);
    if (typeof value === 'number') equation([[index, 1]], value);
  }
  for (const [index, [measure, dimensions]] of given.entries()) {
    for (const [, whole] of rules.filter(([one]) => one === measure)) {
      const above = at.get(keyOf(whole, dimensions));
      if (above === undefined) continue;
      equation(
        [
          [index, 1],
          [slack.next, 1],
          [above, -1],
        ],
        0,
      );
      slack.next += 1;
    }
    const finer = given.flatMap(([one, others], part) =>
      one === measure &&
      Object.keys(others).length === Object.keys(dimensions).length + 1 &&
      Object.entries(dimensions).every(([name, value]) => others[name as 'class'] === value)
        ? [[part, Object.keys(others).find((name) => !(name in dimensions)) as string] as const]
        : [],
    );
    for (const parts of Map.groupBy(finer, ([, name]) => name).values())
      equation([...parts.map(([part]) => [part, 1] as const), [index, -1]], 0);
  }
  const leeway = new Leeway(slack.next, equations);
  return given.flatMap((_, index) => {
    if (shown.get(names[index] as string) !== null) return [];
    const [from, to] = [leeway.least(index), leeway.most(index, SMALLEST + 1e6)];
    return Math.floor(to) - Math.ceil(from) < SMALLEST - 1 ? [`${names[index]} ${from}-${to}`] : [];
  });
}

const by = (measure: Measure, name: 'class' | 'segment' | 'channel', counts: Counts): Given[] =>
  Object.entries(counts).map(([value, count]) => [measure, { [name]: value }, count]);

function crossed(measure: Measure, table: Readonly<Record<string, Counts>>): Given[] {
  const rows = Object.entries(table);
  const segments = [...new Set(rows.flatMap(([, counts]) => Object.keys(counts)))];
  const all = rows.map(([, counts]) => sum(Object.values(counts)));
  return [
    [measure, {}, sum(all)],
    ...by(measure, 'channel', Object.fromEntries(rows.map(([name], index) => [name, all[index] as number]))),
    ...by(
      measure,
      'segment',
      Object.fromEntries(segments.map((name) => [name, sum(rows.map(([, counts]) => counts[name] ?? 0))])),
    ),
    ...rows.flatMap(([channel, counts]) =>
      Object.entries(counts).map(([segment, count]): Given => [measure, { channel, segment }, count]),
    ),
  ];
}

const classed = (counts: Readonly<Record<string, readonly number[]>>, measures: readonly Measure[]): Given[] =>
  measures.flatMap((measure, index): Given[] => {
    const own = Object.fromEntries(Object.entries(counts).map(([name, each]) => [name, each[index] ?? 0]));
    return [[measure, {}, sum(Object.values(own))], ...by(measure, 'class', own)];
  });

const DEALT = ['received', 'answered', 'closed', 'due', 'on-time'].map((name) => `complaints-${name}` as Measure);

function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

describe('what is left of a whole', () => {
  /** Remainders that can be read off two published counts of the same people. */
  const left = (given: readonly Given[], rules: readonly Rule[]): number[] => {
    const shown = new Map(publish(given).map((one) => [keyOf(one.measure, one.dimensions), one.values[0]?.value ?? null]));
    return given.flatMap(([measure, dimensions]) =>
      rules.flatMap(([part, whole]) => {
        if (part !== measure || Object.keys(dimensions).length === 0) return [];
        const [some, all] = [shown.get(keyOf(part, dimensions)), shown.get(keyOf(whole, dimensions))];
        return typeof some === 'number' && typeof all === 'number' ? [all - some] : [];
      }),
    );
  };
  const few = (rest: number) => rest > 0 && rest < SMALLEST;

  test('answered and not closed is a count of people too', () => {
    const given = classed({ a: [80, 35, 32], b: [90, 35, 30], c: [70, 35, 25], d: [95, 60, 20] }, DEALT.slice(0, 3));
    expect(left(given, COMPLAINTS).filter(few)).toEqual([]);
  });

  test('one of a segment who was not answered is not told; one whom a message did not reach says nothing of a person', () => {
    const given = (['messages-sent', 'messages-delivered', 'messages-answered'] as const).flatMap((measure, at) => [
      ...crossed(measure, { call: { a: [150, 149, 149][at] ?? 0, b: [200, 200, 120][at] ?? 0, c: [90, 90, 50][at] ?? 0 } }),
    ]);
    expect(left(given, [['messages-answered', 'messages-sent']]).filter(few)).toEqual([]);
    expect(left(given, [['messages-delivered', 'messages-sent']]).filter(few)).toContain(1);
  });
});

describe('a table that is withheld bounds what others hide', () => {
  test('no message of a channel went to a segment, and few arrived by the other', () => {
    const given = [
      ...crossed('messages-sent', { e: { a: 10, b: 9, c: 5 }, s: { a: 45, b: 0, c: 5 } }),
      ...crossed('messages-delivered', { e: { a: 1, b: 3, c: 1 }, s: { a: 30, b: 0, c: 5 } }),
    ];
    const published = publish(given);
    expect(told(given, MESSAGES, published)).toEqual([]);
  });

  test('those in time are all of one class, as the rest was not dealt with', () => {
    // Twelve were in time, all of b: none of a, c or d is closed. So b has twelve due or more, and d three or fewer.
    const given = classed({ a: [25, 0, 0, 23, 0], b: [47, 34, 29, 12, 12], c: [8, 8, 0, 0, 0], d: [7, 0, 0, 4, 0] }, DEALT);
    expect(told(given, COMPLAINTS, publish(given))).toEqual([]);
  });

  test(`${TABLES} made-up months of either kind tell nothing`, () => {
    const roll = dice(404);
    const tally = { months: 0, withheld: 0, hidden: 0, shown: 0 };
    for (let turn = 0; turn < TABLES; turn += 1) {
      const isMessages = turn % 2 === 0;
      const few = () => [0, roll(12), roll(60)][roll(3)] as number;
      const names = ['a', 'b', 'c', 'd'].slice(0, 2 + roll(3));
      const some = (of: number) => [0, of, roll(of + 1), Math.max(0, of - roll(6))][roll(4)] as number;
      const sent = {
        e: Object.fromEntries(names.map((name) => [name, few()])),
        s: Object.fromEntries(names.map((name) => [name, few()])),
      };
      const arrived = (counts: Counts) => Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, some(count)]));
      const complaint = (): number[] => {
        const received = few();
        const [answered, due] = [some(received), some(received)];
        const closed = some(answered);
        return [received, answered, closed, due, some(Math.min(due, closed))];
      };
      const given = isMessages
        ? [...crossed('messages-sent', sent), ...crossed('messages-delivered', { e: arrived(sent.e), s: arrived(sent.s) })]
        : classed(Object.fromEntries(names.map((name) => [name, complaint()])), DEALT);
      const published = publish(given);
      tally.months += 1;
      tally.withheld += published.some(isWithheld) ? 1 : 0;
      const parts = published.filter((one) => Object.keys(one.dimensions).length > 0 && !isWithheld(one));
      tally.hidden += parts.filter((one) => one.values[0]?.value === null).length;
      tally.shown += parts.filter((one) => one.values[0]?.value !== null).length;
      expect(told(given, isMessages ? MESSAGES : COMPLAINTS, published), JSON.stringify(given)).toEqual([]);
    }
    process.stdout.write(`disclosure of what is withheld: ${JSON.stringify(tally)}\n`);
    expect(tally.withheld).toBeGreaterThan(TABLES / 20);
  }, 900_000);
});
