import { describe, expect, test } from 'vitest';
import { attack } from '#disclosure/attack.ts';
import { suppress } from '#disclosure/suppress.ts';
import { keyOf, tablesOf, WITHHELD, type Count, type Row } from '#disclosure/table.ts';
import type { Measure } from '#model/measure.ts';
import type { Series, Window } from '#model/observation.ts';

const TURNS = process.env['TERANG_PROVE'] === '1' ? 2_000 : 200;
const SMALLEST = 10;
const DAY = '2026-09-30';

function series(measure: Measure, dimensions: Series['dimensions'], value: number, day = DAY, window: Window = 'month'): Series {
  return {
    measure,
    window,
    dimensions,
    source: 'ours',
    metric: measure,
    api: '1',
    values: [{ day, value, observed: '2026-11-05' }],
  };
}

const publish = (pulled: readonly Series[], others: readonly (readonly Series[])[] = []) =>
  suppress(
    pulled,
    () => [],
    SMALLEST,
    undefined,
    () => others,
  ).series;

const nameOf = (one: Pick<Series, 'dimensions'>) => Object.values(one.dimensions).join(' ') || 'all';

const shown = (all: readonly Series[], measure: Measure) =>
  Object.fromEntries(all.filter((one) => one.measure === measure).map((one) => [nameOf(one), one.values[0]?.value]));

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** Numbers that come the same each time (mulberry32). */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/** All ways to share a whole among parts, of which some are known and the others at least one. */
function worlds(whole: number, parts: readonly (number | null)[]): number[][] {
  const [first, ...others] = parts;
  if (first === undefined) return whole === 0 ? [[]] : [];
  const values = first === null ? Array.from({ length: Math.max(0, whole) }, (_, index) => index + 1) : [first];
  return values
    .filter((value) => value <= whole)
    .flatMap((value) => worlds(whole - value, others).map((rest) => [value, ...rest]));
}

describe('a reader who knows which city lies where', () => {
  const followers = (name: 'country' | 'city', counts: Readonly<Record<string, number>>) =>
    Object.entries(counts).map(([place, value]) => series('followers', { [name]: place }, value));

  test('can not take the large cities of a country from it; of large countries all stays', () => {
    const cities = { Semarang: 6000, Demak: 900, 'Kuala Lumpur': 44, 'Johor Bahru': 1, Singapore: 30 };
    const out = publish([
      series('followers', {}, 9000),
      ...followers('country', { ID: 8600, MY: 45, SG: 30 }),
      ...followers('city', cities),
    ]);
    expect(shown(out, 'followers')).toEqual({
      ...{ all: 9000, ID: 8600, MY: null, SG: null },
      ...{ ...cities, 'Johor Bahru': null },
    });
  });

  test('finds nothing in made-up lists of the largest cities', () => {
    const roll = dice(5);
    const tally = { cities: 0, hidden: 0, withheld: 0 };
    for (let turn = 0; turn < TURNS; turn += 1) {
      const isWhole = roll(4) === 0;
      const countries = Array.from({ length: 2 + roll(3) }, (_, index) => ({
        name: `L${index}`,
        cities: Array.from({ length: 1 + roll(4) }, () => [roll(12), roll(60), roll(900)][roll(3)] as number),
        elsewhere: isWhole ? 0 : ([roll(5), roll(80)][roll(2)] as number),
      }));
      const listed = countries.flatMap((one) =>
        one.cities.flatMap((value, index) =>
          value > 0 && (isWhole || roll(6) > 0) ? [[`${one.name}-${index}`, value] as const] : [],
        ),
      );
      const wide = countries.map((one) => [one.name, sum(one.cities) + one.elsewhere] as const).filter(([, value]) => value > 0);
      const all = sum(wide.map(([, value]) => value)) + (isWhole ? 0 : roll(30));
      const given = [
        series('followers', {}, all),
        ...followers('country', Object.fromEntries(wide)),
        ...followers('city', Object.fromEntries(listed)),
      ];
      const out = publish(given);
      const published = new Map(out.map((one) => [keyOf(one), one.values[0]?.value]));
      const truth = given.map(({ measure, metric, dimensions, values }): Count => ({
        measure,
        metric,
        dimensions,
        value: values[0]?.value ?? null,
      }));
      const { cells, rows } = tablesOf(truth);
      for (const cell of cells) cell.hidden = cell.personal && typeof published.get(cell.key) !== 'number';
      const isWritten = (cell: Row['whole']) => !cell.personal || published.has(cell.key);
      const inside = cells
        .filter((cell) => cell.dimensions.country !== undefined)
        .map((whole): Row => {
          const parts = cells.filter((cell) => cell.dimensions.city?.startsWith(`${whole.dimensions.country}-`));
          return { whole, parts, slack: !isWhole };
        });
      const read = {
        cells: cells.filter(isWritten),
        rows: [...rows, ...inside].filter((row) => [row.whole, ...row.parts].every(isWritten)),
      };
      expect(attack(read, SMALLEST).map(({ cell, from, to }) => [cell.key, from, to])).toEqual([]);
      const cities = out.filter((one) => one.dimensions.city !== undefined);
      tally.cities += listed.length;
      tally.withheld += cities.some((one) => nameOf(one) === WITHHELD) ? listed.length : 0;
      tally.hidden += cities.filter((one) => nameOf(one) !== WITHHELD && one.values[0]?.value === null).length;
    }
    process.stdout.write(`disclosure by place: ${JSON.stringify(tally)}\n`);
    expect(tally.withheld).toBeLessThan(tally.cities);
  }, 600_000);
});

describe('what people thought', () => {
  test('of fewer than the smallest is not told, on the whole or by channel', () => {
    const survey = ['u1', 'u2', 'u9'].flatMap((element) => [
      series('survey-answers', { element }, 1),
      series('score-sum', { element }, 4),
    ]);
    const one = publish([series('survey-respondents', {}, 1), ...survey]);
    expect(Object.values(shown(one, 'score-sum')).filter((value) => value !== null)).toEqual([]);
    const ratings = publish([series('ratings', {}, 1), series('rating-sum', {}, 5), series('complaints-received', {}, 40)]);
    expect([shown(ratings, 'ratings'), shown(ratings, 'rating-sum')]).toEqual([{ all: 1 }, { all: null }]);
    const csat = publish([
      series('csat-answers', {}, 105),
      series('csat-satisfied', {}, 88),
      ...Object.entries({ counter: 60, whatsapp: 40, website: 5 }).map(([channel, value]) =>
        series('csat-answers', { channel }, value),
      ),
      ...Object.entries({ counter: 53, whatsapp: 30, website: 5 }).map(([channel, value]) =>
        series('csat-satisfied', { channel }, value),
      ),
    ]);
    expect(shown(csat, 'csat-answers')).toEqual({ all: 105, counter: 60, whatsapp: 40, website: 5 });
    // Taken from the whole, both together are 45 people of whom 35 were satisfied.
    expect(shown(csat, 'csat-satisfied')).toEqual({ all: 88, counter: 53, whatsapp: null, website: null });
  });

  test('one element that few answered hides no other', () => {
    const given = Object.entries({ u1: 40, u2: 40, u9: 8 }).flatMap(([element, value]) => [
      series('survey-answers', { element }, value),
      series('score-sum', { element }, value * 3),
    ]);
    const out = publish([series('survey-respondents', {}, 40), ...given]);
    expect(shown(out, 'score-sum')).toEqual({ u1: 120, u2: 120, u9: null });
  });

  test('nobody can tell that all of a hidden group gave the best or the worst mark', () => {
    const roll = dice(9);
    const tally = { surveys: 0, groups: 0, hidden: 0, told: 0 };
    for (let turn = 0; turn < TURNS; turn += 1) {
      const bias = 1 + roll(30);
      const services = Array.from({ length: 2 + roll(5) }, (_, index) => {
        const people = [1 + roll(12), 10 + roll(40)][roll(2)] as number;
        const best = roll(2);
        return {
          name: `s${index}`,
          people,
          points: sum(Array.from({ length: people }, () => (roll(bias) === 0 ? 2 + best : 1 + best * 3))),
        };
      });
      const [people, points] = [sum(services.map((one) => one.people)), sum(services.map((one) => one.points))];
      const out = publish([
        series('survey-respondents', {}, people),
        series('survey-answers', { element: 'u1' }, people),
        series('score-sum', { element: 'u1' }, points),
        ...services.flatMap((one) => [
          series('survey-respondents', { service: one.name }, one.people),
          series('survey-answers', { service: one.name, element: 'u1' }, one.people),
          series('score-sum', { service: one.name, element: 'u1' }, one.points),
        ]),
      ]);
      const marks = shown(out, 'score-sum');
      const hidden = services.filter((one) => typeof marks[`${one.name} u1`] !== 'number');
      tally.surveys += 1;
      tally.groups += services.length;
      tally.hidden += hidden.length;
      if (hidden.length === 0 || hidden.length === services.length || marks['u1'] === null) continue;
      // Whoever takes what is shown from the whole holds the points of the hidden ones together.
      const [left, all] = [sum(hidden.map((one) => one.points)), sum(hidden.map((one) => one.people))];
      if (left - all < 3 || all * 4 - left < 3 || all < SMALLEST) tally.told += 1;
    }
    process.stdout.write(`disclosure of marks: ${JSON.stringify(tally)}\n`);
    expect(tally.told).toBe(0);
    expect(tally.hidden / tally.groups).toBeLessThan(0.8);
  }, 600_000);
});

test('what was shown to hidden people, and what it cost, is hidden with them', () => {
  const groups = {
    '18-24': [5000, 2300, 140, 70_000],
    '25-34': [9000, 4000, 260, 130_000],
    '55-64': [2400, 800, 30, 15_000],
    '65+': [1, 1, 1, 500],
  };
  const measures = ['impressions', 'reach', 'clicks', 'spend'] as const;
  const given = measures.flatMap((measure, at): Series[] => [
    series(measure, {}, sum(Object.values(groups).map((one) => one[at] as number))),
    ...Object.entries(groups).map(([age, one]) => series(measure, { age }, one[at] as number)),
  ]);
  const out = publish(given);
  for (const measure of measures) expect(shown(out, measure)).toMatchObject({ '55-64': null, '65+': null });
  expect(shown(out, 'impressions')).toMatchObject({ '18-24': 5000, '25-34': 9000 });
  // Where nobody is hidden, nothing of it is.
  const large = given.filter(
    (one) => !['65+', '55-64'].includes(one.dimensions.age ?? '') && Object.keys(one.dimensions).length > 0,
  );
  expect(publish(large)).toEqual(large);
});

describe('two accounts of one agency', () => {
  const register = (counts: readonly number[], extra = 0) => [
    series('complaints-received', {}, sum(counts) + extra),
    ...counts.map((value, index) => series('complaints-received', { city: 'abcd'[index] as string }, value)),
  ];
  const numbers = (out: readonly Series[], length: number) => {
    const all = shown(out, 'complaints-received');
    if (Object.hasOwn(all, WITHHELD)) return null;
    return { whole: all['all'] as number, parts: [...'abcd'.slice(0, length)].map((name) => all[name] ?? null) };
  };

  test('that may count the same matters tell nothing together, whichever came first', () => {
    const roll = dice(31);
    const tally = { pairs: 0, withheld: 0, cells: 0, hidden: 0, alone: 0, told: 0 };
    for (let turn = 0; turn < TURNS; turn += 1) {
      const national = Array.from({ length: 3 }, () => roll(25));
      const own = national.map((value) => value + (roll(5) < 2 ? 0 : roll(12)));
      const [first, second] = roll(2) === 0 ? [national, own] : [own, national];
      const one = publish(register(first));
      const two = publish(register(second), [one]);
      const [left, right] = [numbers(one, 3), numbers(two, 3)];
      tally.pairs += 1;
      tally.cells += 3;
      tally.alone += numbers(publish(register(second)), 3)?.parts.filter((value) => value === null).length ?? 3;
      tally.hidden += right?.parts.filter((value) => value === null).length ?? 3;
      if (!left || !right) {
        tally.withheld += 1;
        continue;
      }
      const some = first === national ? 1 : -1;
      const both = worlds(left.whole, left.parts).flatMap((x) =>
        worlds(right.whole, right.parts).flatMap((y) =>
          x.every((value, at) => ((y[at] ?? 0) - value) * some >= 0) ? [[x, y] as const] : [],
        ),
      );
      for (const [which, { parts }] of [left, right].entries())
        for (const [at, value] of parts.entries()) {
          if (value !== null) continue;
          const found = both.map((world) => world[which as 0 | 1][at] ?? 0);
          if (Math.max(...found) - Math.min(...found) < SMALLEST - 1 && (which === 0 ? first : second)[at] !== 0) tally.told += 1;
        }
    }
    process.stdout.write(`disclosure by two accounts: ${JSON.stringify(tally)}\n`);
    expect(tally.told).toBe(0);
    expect(tally.withheld).toBeLessThan(tally.pairs / 3);
  }, 600_000);

  test('that count other things leave each other alone', () => {
    const lists = [
      series('followers', {}, 90),
      series('followers', { country: 'ID' }, 60),
      series('followers', { country: 'MY' }, 30),
    ];
    expect(
      publish(lists, [
        publish([
          series('followers', {}, 30),
          series('followers', { country: 'ID' }, 27),
          series('followers', { country: 'MY' }, 3),
        ]),
      ]),
    ).toEqual(lists);
  });
});

test('which count was hidden for the sake of another tells nothing of its size', () => {
  const classes = ['aspiration', 'complaint', 'information', 'whistleblowing'];
  const table = (counts: readonly number[]) =>
    publish([
      series('complaints-received', {}, sum(counts)),
      ...counts.map((value, at) => series('complaints-received', { class: classes[at] as string }, value)),
    ]);
  const written = (out: readonly Series[]) => JSON.stringify(shown(out, 'complaints-received'));
  const roll = dice(77);
  const tally = { tables: 0, told: 0, narrowed: 0 };
  for (let turn = 0; turn < TURNS / 4; turn += 1) {
    const counts = Array.from({ length: 3 + roll(2) }, () => 1 + roll(16));
    const out = table(counts);
    const all = shown(out, 'complaints-received');
    if (Object.hasOwn(all, WITHHELD) || !Object.values(all).includes(null)) continue;
    const possible = worlds(
      sum(counts),
      counts.map((_, at) => all[classes[at] as string] ?? null),
    );
    if (possible.length > 400) continue;
    // Whoever runs this very program over every world that fits keeps those that would have been published like this.
    const same = possible.filter((world) => written(table(world)) === written(out));
    tally.tables += 1;
    for (const [at] of counts.entries()) {
      const found = new Set(same.map((world) => world[at]));
      if (found.size === 1 && all[classes[at] as string] === null) tally.told += 1;
      if (found.size > 1 && found.size < SMALLEST / 2) tally.narrowed += 1;
    }
  }
  process.stdout.write(`disclosure by the choice: ${JSON.stringify(tally)}\n`);
  expect([tally.told, tally.narrowed]).toEqual([0, 0]);
}, 600_000);

test('snapshots on both sides of the turn of a month are two near days all the same', () => {
  const on = (day: string) => [
    series('followers', { age: '18-24' }, 60, day, 'day'),
    series('followers', { age: '25-34' }, 40, day, 'day'),
  ];
  const days = (pulled: readonly Series[], stored: readonly Series[]) =>
    suppress(pulled, (month) => stored.filter((one) => one.values[0]?.day.startsWith(month)), SMALLEST).series.map(
      (one) => one.values[0]?.day,
    );
  expect(days(on('2026-10-01'), on('2026-09-30'))).toEqual([]);
  expect(days(on('2026-09-30'), on('2026-10-01'))).toEqual([]);
  expect(days([...on('2026-09-30'), ...on('2026-10-01')], [])).toEqual(['2026-09-30', '2026-09-30']);
  expect(days(on('2026-10-21'), on('2026-09-30'))).toEqual(['2026-10-21', '2026-10-21']);
});
