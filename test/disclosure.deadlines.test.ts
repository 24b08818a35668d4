import { describe, expect, test } from 'vitest';
import { suppress } from '#disclosure/suppress.ts';
import type { Measure } from '#model/measure.ts';
import type { Series } from '#model/observation.ts';

const TABLES = process.env['TERANG_PROVE'] === '1' ? 20_000 : 200;
const SMALLEST = 10;
const CLASSES = ['normative', 'non-supervision', 'supervision', 'other'];
/** What is a part of what. A reader knows the rules, and so that what was in time was dealt with, and was due. */
const WITHIN: readonly (readonly [part: Measure, whole: Measure])[] = [
  ['complaints-answered', 'complaints-received'],
  ['complaints-closed', 'complaints-received'],
  ['complaints-due', 'complaints-received'],
  ['complaints-on-time', 'complaints-due'],
  ['complaints-on-time', 'complaints-closed'],
  ['complaints-on-time', 'complaints-answered'],
];
const MEASURES = ['received', 'answered', 'closed', 'due', 'on-time'].map((name) => `complaints-${name}` as Measure);

function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

type Table = Readonly<Record<string, Readonly<Partial<Record<Measure, number>>>>>;

/** Complaints of a month by class: few of one class, many of another; nearly all, or hardly any, dealt with. */
function drawn(roll: (below: number) => number): Table {
  return Object.fromEntries(
    CLASSES.slice(0, 2 + roll(3)).map((name) => {
      const received = roll([12, 40, 160][roll(3)] as number);
      const most = (of: number): number => (roll(3) === 0 ? roll(of + 1) : Math.max(0, of - roll(Math.min(of, 12) + 1)));
      const [answered, due] = [most(received), most(received)];
      const closed = most(answered);
      const counts = { received, answered, closed, due, 'on-time': most(Math.min(due, closed)) };
      return [name, Object.fromEntries(Object.entries(counts).map(([what, count]) => [`complaints-${what}`, count]))];
    }),
  );
}

function series(table: Table): Series[] {
  const one = (measure: Measure, dimensions: Series['dimensions'], value: number): Series => ({
    ...{ measure, window: 'month', dimensions, source: 'complaints', metric: measure, api: '1' },
    values: [{ day: '2026-09-30', value, observed: '2026-11-02' }],
  });
  return MEASURES.flatMap((measure) => [
    one(
      measure,
      {},
      Object.values(table).reduce((sum, counts) => sum + (counts[measure] ?? 0), 0),
    ),
    ...Object.entries(table).map(([name, counts]) => one(measure, { class: name }, counts[measure] ?? 0)),
  ]);
}

/** What a reader can tell of each count by class, by narrowing bounds alone: parts in wholes, and classes in all. */
function bounds(table: Table, published: readonly Series[]): Map<string, [from: number, to: number]> {
  const shown = (measure: Measure, name?: string) =>
    published.find((one) => one.measure === measure && one.dimensions.class === name)?.values[0]?.value ?? undefined;
  const known = new Map<string, [number, number]>();
  const at = (measure: Measure, name: string) => known.get(`${measure} ${name}`) as [number, number];
  for (const measure of MEASURES)
    for (const name of Object.keys(table)) {
      const value = shown(measure, name);
      const least = (table[name]?.[measure] ?? 0) > 0 ? 1 : 0;
      known.set(`${measure} ${name}`, value === undefined ? [least, 1e6] : [value, value]);
    }
  for (let turn = 0; turn < 20; turn += 1) {
    for (const name of Object.keys(table))
      for (const [part, whole] of WITHIN) {
        at(part, name)[1] = Math.min(at(part, name)[1], at(whole, name)[1]);
        at(whole, name)[0] = Math.max(at(whole, name)[0], at(part, name)[0]);
      }
    for (const measure of MEASURES) {
      const all = shown(measure) ?? 0;
      for (const name of Object.keys(table)) {
        const others = Object.keys(table).filter((other) => other !== name);
        const sum = (end: 0 | 1) => others.reduce((total, other) => total + at(measure, other)[end], 0);
        const own = at(measure, name);
        own[0] = Math.max(own[0], all - sum(1));
        own[1] = Math.min(own[1], all - sum(0));
      }
    }
  }
  return known;
}

describe('complaints by class, with those that were due and in time', () => {
  test('the whole of a breakdown that is withheld still tells of the others', () => {
    // 14 were in time, at most 10 of them of the second class and none of the last two: no hidden count may be told by that.
    const counts = { normative: [22, 18, 15, 10, 5], 'non-supervision': [87, 66, 10, 79, 9], supervision: [5, 3, 1, 0, 0] };
    const table: Table = Object.fromEntries(
      Object.entries({ ...counts, other: [1, 1, 0, 1, 0] }).map(([name, each]) => [
        name,
        Object.fromEntries(MEASURES.map((measure, at) => [measure, each[at]])),
      ]),
    );
    const { series: published } = suppress(series(table), () => [], SMALLEST);
    const known = bounds(table, published);
    const hidden = published.filter((one) => one.values[0]?.value === null && one.dimensions.class !== '(withheld)');
    const told = hidden.filter(({ measure, dimensions }) => {
      const [from, to] = known.get(`${measure} ${dimensions.class}`) as [number, number];
      return to - from < SMALLEST - 1;
    });
    expect(told.map(({ measure, dimensions }) => `${measure} ${dimensions.class}`)).toEqual([]);
  });

  test('no hidden count can be told, and no few that were late', () => {
    const roll = dice(20261122);
    let [hidden, shown] = [0, 0];
    for (let index = 0; index < TABLES; index += 1) {
      const table = drawn(roll);
      const { series: published } = suppress(series(table), () => [], SMALLEST);
      // Tables that are withheld whole leave nothing to tell.
      const there = new Set(
        published.flatMap((one) => (one.dimensions.class === '(withheld)' ? [] : [`${one.measure} ${one.dimensions.class}`])),
      );
      const known = bounds(table, published);
      for (const name of Object.keys(table)) {
        for (const measure of MEASURES.filter((one) => there.has(`${one} ${name}`))) {
          const value = published.find((one) => one.measure === measure && one.dimensions.class === name)?.values[0]?.value;
          if (value !== null) shown += 1;
          else {
            const [from, to] = known.get(`${measure} ${name}`) as [number, number];
            hidden += 1;
            expect(to - from, `${measure} ${name} ${JSON.stringify(table)}`).toBeGreaterThanOrEqual(SMALLEST - 1);
          }
        }
        for (const [part, whole] of WITHIN.filter(([part]) => part === 'complaints-on-time')) {
          const [some, all] = [part, whole].map(
            (measure) => published.find((one) => one.measure === measure && one.dimensions.class === name)?.values[0]?.value,
          );
          if (some == null || all == null) continue;
          expect(all - some === 0 || all - some >= SMALLEST, `${whole} less ${part} ${name}`).toBe(true);
        }
      }
    }
    console.log(`disclosure of deadlines: ${JSON.stringify({ tables: TABLES, hidden, shown, told: 0 })}`);
    expect(hidden).toBeGreaterThan(TABLES);
    expect(shown).toBeGreaterThan(TABLES);
  }, 900_000);
});
