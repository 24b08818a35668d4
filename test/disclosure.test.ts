import { describe, expect, test } from 'vitest';
import { attack } from '#disclosure/attack.ts';
import { Leeway, type Equation } from '#disclosure/simplex.ts';
import type { Growth } from '#disclosure/ripe.ts';
import { suppress as suppressed } from '#disclosure/suppress.ts';
import { declaration as lapor } from '#sources/register/sp4n-lapor-declaration.ts';
import { keyOf, tablesOf, WITHHELD, type Count, type Row } from '#disclosure/table.ts';
import { mergeSeries } from '#store/merge.ts';
import { checkData } from '#gate/data.ts';
import { checkSmallParts } from '#gate/small.ts';
import type { Dimension } from '#model/dimension.ts';
import type { Measure } from '#model/measure.ts';
import type { Series, Value } from '#model/observation.ts';
import type { Report } from '#model/report.ts';

const PROVE = process.env['TERANG_PROVE'] === '1';
const TABLES = PROVE ? 20_000 : 500;
const SMALLEST = 10;
const DAY = '2026-09-30';

type Dimensions = Partial<Record<Dimension, string>>;

function series(
  measure: Measure,
  dimensions: Dimensions,
  value: number | null,
  extra: Partial<Series> & { day?: string; observed?: string } = {},
): Series {
  const { day = DAY, observed = '2026-10-02', ...rest } = extra;
  const one: Value = value === null ? { day, value, reason: 'suppressed', observed } : { day, value, observed };
  return { measure, window: 'month', dimensions, source: 'ours', metric: measure, api: '1', values: [one], ...rest };
}

const classes = (counts: Readonly<Record<string, number | null>>, measure: Measure = 'complaints-received'): Series[] =>
  Object.entries(counts).map(([name, value]) => series(measure, { class: name }, value));

/** The same as seen on a later day. */
const later = (all: readonly Series[], observed = '2026-10-30'): Series[] =>
  all.map((one) => ({ ...one, values: one.values.map((value) => ({ ...value, observed })) }));

const suppress = (pulled: readonly Series[], stored: readonly Series[], smallest: number, growth?: Growth) =>
  suppressed(pulled, (month) => stored.filter((one) => one.values.some(({ day }) => day.startsWith(month))), smallest, growth);

/** What is published, by its dimensions. */
const shown = (all: readonly Series[], measure?: Measure) =>
  Object.fromEntries(
    all
      .filter((one) => measure === undefined || one.measure === measure)
      .map((one) => [Object.values(one.dimensions).join(' ') || 'all', one.values[0]?.value]),
  );

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

describe('counts of people', () => {
  test('a small one is hidden, with another one so that nobody can subtract', () => {
    const { series: out, hid } = suppress(
      [series('complaints-received', {}, 103), ...classes({ a: 50, b: 30, c: 20, d: 3 })],
      [],
      SMALLEST,
    );
    expect(shown(out)).toEqual({ all: 103, a: 50, b: 30, c: null, d: null });
    expect(out.at(-1)?.values[0]).toMatchObject({ value: null, reason: 'suppressed', observed: '2026-10-02' });
    expect(hid).toBe(true);
  });

  test('nothing is hidden where nothing is small; a zero is counted, none', () => {
    const given = [series('complaints-received', {}, 80), ...classes({ a: 50, b: 30, c: 0 })];
    expect(suppress(given, [], SMALLEST)).toEqual({ series: given, gaps: [], hid: false });
  });

  test('a zero is hidden where two attributes are crossed: it says what none of a known few is', () => {
    const cells = [
      ['a', 'x', 12],
      ['a', 'y', 0],
      ['b', 'x', 40],
      ['b', 'y', 30],
    ] as const;
    const out = suppress(
      cells.map(([one, two, value]) => series('complaints-received', { class: one, service: two }, value)),
      [],
      SMALLEST,
    );
    expect(shown(out.series)).toMatchObject({ 'a y': null });
    expect(Object.values(shown(out.series)).filter((value) => value === null).length).toBeGreaterThan(1);
  });

  test('several small ones of a small sum are not enough', () => {
    const { series: out } = suppress(
      [series('complaints-received', {}, 82), ...classes({ a: 50, b: 30, c: 1, d: 1 })],
      [],
      SMALLEST,
    );
    expect(shown(out)).toEqual({ all: 82, a: 50, b: null, c: null, d: null });
  });

  test('what cannot be protected is not written at all, not even the names of the parts', () => {
    const { series: out } = suppress([series('complaints-received', {}, 3), ...classes({ korupsi: 3 })], [], SMALLEST);
    expect(shown(out)).toEqual({ all: 3, [WITHHELD]: null });
    expect(JSON.stringify(out)).not.toContain('korupsi');
  });

  test('of a breakdown that is not written no part is counted either', () => {
    const given = [
      series('complaints-received', {}, 4),
      series('complaints-closed', {}, 0),
      ...classes({ korupsi: 4 }),
      ...classes({ korupsi: 0 }, 'complaints-closed'),
    ];
    expect(JSON.stringify(suppress(given, [], SMALLEST).series)).not.toContain('korupsi');
  });

  test('measures without persons are left alone, small or not', () => {
    const given = [
      series('views', { country: 'ID' }, 3),
      series('sessions', { campaign: 'a' }, 2),
      series('complaints-answered', { wait: '0-1h' }, 1),
    ];
    expect(suppress(given, [], SMALLEST)).toEqual({ series: given, gaps: [], hid: false });
  });

  test('what is left of a whole is a count too: two not closed', () => {
    const given = [
      series('complaints-received', {}, 150),
      series('complaints-closed', {}, 118),
      ...classes({ a: 50, b: 60, c: 40 }),
      ...classes({ a: 48, b: 40, c: 30 }, 'complaints-closed'),
    ];
    const { series: out } = suppress(given, [], SMALLEST);
    expect(shown(out, 'complaints-closed')).toEqual({ all: 118, a: null, b: 40, c: null });
    expect(shown(out, 'complaints-received')).toEqual({ all: 150, a: 50, b: 60, c: 40 });
  });

  test('messages that did not arrive tell nothing of people; their small groups are hidden all the same', () => {
    const segments = (measure: Measure, counts: Readonly<Record<string, number>>) =>
      Object.entries(counts).map(([segment, value]) => series(measure, { segment }, value));
    const given = [
      ...segments('messages-sent', { a: 100, b: 50, c: 20, d: 4 }),
      ...segments('messages-delivered', { a: 98, b: 49, c: 20, d: 4 }),
    ];
    const { series: out } = suppress(given, [], SMALLEST);
    expect(shown(out, 'messages-sent')).toEqual({ a: 100, b: 50, c: null, d: null });
    expect(shown(out, 'messages-delivered')).toEqual({ a: 98, b: 49, c: null, d: null });
  });

  test('a mean is hidden with the count of those who gave it, in every breakdown of the same people', () => {
    const of = (measure: Measure, factor: number) =>
      Object.entries({ a: 40, b: 30, c: 4 }).map(([service, value]) =>
        series(measure, measure === 'survey-respondents' ? { service } : { service, element: 'u1' }, value * factor),
      );
    const { series: out } = suppress(
      [...of('survey-respondents', 1), ...of('survey-answers', 1), ...of('score-sum', 3)],
      [],
      SMALLEST,
    );
    expect(shown(out, 'survey-respondents')).toEqual({ a: 40, b: null, c: null });
    expect(shown(out, 'score-sum')).toEqual({ 'a u1': 120, 'b u1': null, 'c u1': null });
  });

  test('the part of a breakdown that the platform does not give leaves room, and is not invented', () => {
    const cities = { Bandung: 400, Bogor: 120, Cianjur: 6 };
    const given = [
      series('followers', {}, 900),
      ...Object.entries(cities).map(([city, value]) => series('followers', { city }, value)),
    ];
    expect(shown(suppress(given, [], SMALLEST).series)).toEqual({ all: 900, Bandung: 400, Bogor: 120, Cianjur: null });
  });

  test('no city of a register is shown where something of a province or city is hidden: they could be subtracted', () => {
    const provinces = [
      ['Bali', 12],
      ['Papua', 5],
      ['Jawa Barat', 90],
    ] as const;
    const cities = [
      ['Denpasar', 12],
      ['Jayapura', 5],
      ['Bandung', 60],
      ['Bogor', 20],
    ] as const;
    const given = (last: number) => [
      ...provinces.map(([province, value]) => series('complaints-received', { province }, value)),
      ...cities.map(([city, value]) => series('complaints-received', { city }, value)),
      series('complaints-received', { city: 'Depok' }, last),
    ];
    const some = shown(suppress([series('complaints-received', {}, 107), ...given(0)], [], SMALLEST).series);
    expect(some).toMatchObject({ Bali: 12, Papua: null, 'Jawa Barat': null, [WITHHELD]: null });
    expect(some).not.toHaveProperty('Denpasar');
    const whole = shown(suppress([series('complaints-received', {}, 107), ...given(10)], [], SMALLEST).series);
    expect(whole).toMatchObject({ Bali: 12, [WITHHELD]: null });
    expect(whole).not.toHaveProperty('Bandung');
  });

  test('the same whatever the order they come in', () => {
    const given = [series('complaints-received', {}, 103), ...classes({ a: 50, b: 30, c: 20, d: 3 })];
    expect(shown(suppress([...given].reverse(), [], SMALLEST).series)).toEqual(shown(suppress(given, [], SMALLEST).series));
  });
});

describe('the gate', () => {
  const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const check = (value: number | null, smallest?: number) =>
    checkData([
      {
        path: 'agencies/kota/observations/lapor/2026-09.json',
        bytes: encode({
          $schema: 'x',
          account: 'lapor',
          month: '2026-09',
          series: [series('complaints-received', { class: 'a' }, value)],
        }),
      },
      { path: 'agencies/kota/agency.json', bytes: encode({ smallest }) },
    ])
      .filter((one) => one.rule === 'small')
      .map((one) => one.file);

  test('lets no small count into data, by the number that the agency has set', () => {
    expect(check(9)).toEqual(['data/agencies/kota/observations/lapor/2026-09.json']);
    expect([check(10), check(0), check(null), check(7, 6), check(7, 3)]).toEqual([[], [], [], [], check(9)]);
  });

  test('nor into the tables of a report, nor the two counts of a rate', () => {
    const rows = [{ dimensions: { segment: 'a' }, value: 3, numerator: 3, denominator: 40 }];
    const channels = [{ ...rows[0], dimensions: { channel: 'sms' } }];
    const places = (parts: readonly unknown[], byPart: readonly unknown[], smallest = SMALLEST) =>
      checkSmallParts('{}', { parts, byPart } as unknown as Report, smallest).length;
    const table = { measure: 'messages-opened', by: ['segment'], rows };
    const rate = { kpi: 'messages-opened', by: ['segment'], rows };
    expect([places([table], []), places([], [rate]), places([table], [rate], 3)]).toEqual([1, 1, 0]);
    expect(places([{ ...table, rows: channels }], [{ ...rate, rows: channels }])).toBe(0);
    expect(places([], [{ ...rate, rows: [{ ...rows[0], numerator: 30, denominator: 4 }] }])).toBe(1);
    // What an advertisement cost is no number of people.
    expect(places([], [{ ...rate, kpi: 'cpm', rows: [{ ...rows[0], denominator: 5 }] }])).toBe(0);
    expect(places([], [{ ...rate, kpi: 'not-known' }])).toBe(1);
  });
});

describe('what is published already', () => {
  const first = suppress(
    [series('complaints-received', {}, 103), ...classes({ a: 50, b: 30, c: 20, d: 3 })],
    [],
    SMALLEST,
  ).series;
  const again = (whole: number, counts: Readonly<Record<string, number>>, stored = first) =>
    suppress(later([series('complaints-received', {}, whole), ...classes(counts)]), stored, SMALLEST);
  const withheld = (all: number) => ({ all, a: null, b: null });

  test('a table of a register in which one report came in late is written once, when its month has settled', () => {
    const reports = (counts: Readonly<Record<string, number>>, observed: string) =>
      later(
        [
          series(
            'complaints-received',
            {},
            Object.values(counts).reduce((sum, one) => sum + one, 0),
          ),
          ...Object.entries(counts).map(([service, value]) => series('complaints-received', { service }, value)),
        ],
        observed,
      );
    const soon = suppress(reports({ a: 14, b: 11, c: 29, d: 19 }, '2026-10-03'), [], SMALLEST, lapor);
    expect(shown(soon.series)).toEqual({ all: 73 });
    expect(soon.gaps).toMatchObject([{ measure: 'complaints-received', reason: 'not-yet' }]);
    const settled = suppress(reports({ a: 14, b: 12, c: 29, d: 19 }, '2026-10-30'), soon.series, SMALLEST, lapor);
    expect(shown(settled.series)).toEqual({ all: 74, a: 14, b: 12, c: 29, d: 19 });
  });

  test('the same again is the same', () => {
    expect(again(103, { a: 50, b: 30, c: 20, d: 3 }).series).toEqual(later(first));
  });

  test('is taken out where a hidden count has grown past the smallest', () => {
    expect(shown(again(111, { a: 50, b: 30, c: 20, d: 11 }).series)).toEqual(withheld(111));
  });

  test('is taken out where the change itself is small: no part stands at a state older than its whole', () => {
    expect(shown(again(105, { a: 52, b: 30, c: 20, d: 3 }).series)).toEqual(withheld(105));
    expect(shown(again(104, { a: 50, b: 30, c: 21, d: 3 }).series)).toEqual(withheld(104));
    expect(shown(again(104, { a: 50, b: 30, c: 20, d: 3, e: 1 }).series)).toEqual(withheld(104));
  });

  test('what was taken out stays so, though the next change is large', () => {
    const gone = mergeSeries(first, again(105, { a: 52, b: 30, c: 20, d: 3 }).series, 28).records;
    expect(gone.find((one) => one.dimensions.class === 'a')?.values[0]).toMatchObject({ value: null, observed: '2026-10-30' });
    expect(shown(again(305, { a: 152, b: 130, c: 20, d: 3 }, gone).series)).toEqual({ ...withheld(305), c: null, d: null });
  });

  test('the same day again leaves what it brought first', () => {
    const small = [series('complaints-received', {}, 105), ...classes({ a: 52, b: 30, c: 20, d: 3 })];
    expect(shown(suppress(small, first, SMALLEST).series)).toEqual({ all: 105 });
  });

  test('is taken out where the whole comes again, and is another, without its parts', () => {
    expect(shown(suppress(later([series('complaints-received', {}, 133)]), first, SMALLEST).series)).toEqual({
      all: 133,
      a: null,
      b: null,
    });
    expect(shown(suppress(later([series('complaints-received', {}, 103)]), first, SMALLEST).series)).toEqual({ all: 103 });
  });

  test('a breakdown that comes later is hidden around what is published, which stays', () => {
    const received = [series('complaints-received', {}, 150), ...classes({ a: 50, b: 60, c: 40 })];
    const stored = suppress([...received, series('complaints-closed', {}, 20)], [], SMALLEST).series;
    const closed = [series('complaints-closed', {}, 118), ...classes({ a: 48, b: 40, c: 30 }, 'complaints-closed')];
    const { series: out } = suppress(later([...received, ...closed]), stored, SMALLEST);
    expect(shown(out, 'complaints-received')).toEqual({ all: 150, a: 50, b: 60, c: 40 });
    expect(shown(out, 'complaints-closed')).toEqual({ all: 118, a: null, b: 40, c: null });
  });

  test('is renewed where every change is large, with the same counts hidden', () => {
    expect(shown(again(133, { a: 70, b: 40, c: 20, d: 3 }).series)).toEqual({ all: 133, a: 70, b: 40, c: null, d: null });
    expect(shown(again(165, { a: 70, b: 40, c: 40, d: 15 }).series)).toEqual({ all: 165, a: 70, b: 40, c: null, d: null });
  });

  test('a table that was withheld stays withheld', () => {
    const gone = suppress([series('complaints-received', {}, 3), ...classes({ a: 3 })], [], SMALLEST).series;
    const out = suppress([series('complaints-received', {}, 90), ...classes({ a: 60, b: 30 })], gone, SMALLEST);
    expect(shown(out.series)).toEqual({ all: 90, [WITHHELD]: null });
  });

  test('another table of the same day is added without touching it', () => {
    const age = [
      series('followers', {}, 100),
      series('followers', { age: '18-24' }, 60),
      series('followers', { age: '25-34' }, 40),
    ];
    const gender = [series('followers', { gender: 'female' }, 70), series('followers', { gender: 'male' }, 30)];
    expect(shown(suppress(gender, age, SMALLEST).series)).toEqual({ female: 70, male: 30 });
  });

  test('one snapshot a month, and no daily counts by attribute: from two near days anybody could subtract', () => {
    const on = (day: string, value: number) => series('followers', { age: '18-24' }, value, { window: 'day', day });
    expect(suppress([on('2026-09-12', 61)], [on('2026-09-02', 60)], SMALLEST).series).toEqual([]);
    expect(suppress([on('2026-10-02', 61)], [on('2026-09-02', 60)], SMALLEST).series).toHaveLength(1);
    const daily = suppress([on('2026-09-01', 60), on('2026-09-02', 61)], [], SMALLEST);
    expect(daily.series).toEqual([]);
    expect(daily.gaps).toMatchObject([{ measure: 'followers', from: '2026-09-01', to: '2026-09-02', reason: 'suppressed' }]);
  });
});

/** A made-up month: one breakdown, two crossed with their margins, several sharing a whole, or parts of parts. */
function invent(roll: (below: number) => number): Series[] {
  const size = () => (roll(3) === 0 ? roll(4) : roll(3) === 0 ? roll(30) : roll(200));
  const kind = roll(5);
  const names = (count: number, letter: string) => Array.from({ length: count }, (_, index) => `${letter}${index}`);
  const received = 'complaints-received';
  if (kind === 0) {
    const counts = names(1 + roll(8), 'c').map((name) => [name, size()] as const);
    const more = roll(3) === 0 ? roll(60) : 0;
    const all = counts.reduce((sum, [, value]) => sum + value, 0) + more;
    return [
      ...(roll(4) === 0 ? [] : [series(received, {}, all)]),
      ...counts.map(([name, value]) => series(received, { class: name }, value)),
    ];
  }
  if (kind === 1 || kind === 2) {
    const [rows, columns] = [names(1 + roll(5), 'c'), names(1 + roll(5), 's')];
    const second: Dimension = kind === 1 ? 'service' : 'channel';
    const cells = rows.flatMap((row) => columns.map((column) => [row, column, size()] as const));
    const sum = (pick: (cell: (typeof cells)[number]) => boolean) =>
      cells.filter(pick).reduce((all, [, , value]) => all + value, 0);
    return [
      series(
        received,
        {},
        sum(() => true),
      ),
      ...rows.map((row) =>
        series(
          received,
          { class: row },
          sum((cell) => cell[0] === row),
        ),
      ),
      ...columns.map((column) =>
        series(
          received,
          { [second]: column },
          sum((cell) => cell[1] === column),
        ),
      ),
      ...cells.map(([row, column, value]) => series(received, { class: row, [second]: column }, value)),
    ];
  }
  const counts = names(1 + roll(6), 'c').map((name) => [name, size()] as const);
  const all = counts.reduce((sum, [, value]) => sum + value, 0);
  if (kind === 3) {
    const closed = counts.map(
      ([name, value]) => [name, value - Math.min(value, roll(4) === 0 ? roll(value + 1) : roll(4))] as const,
    );
    return [
      series(received, {}, all),
      series(
        'complaints-closed',
        {},
        closed.reduce((sum, [, value]) => sum + value, 0),
      ),
      ...counts.map(([name, value]) => series(received, { class: name }, value)),
      ...closed.map(([name, value]) => series('complaints-closed', { class: name }, value)),
    ];
  }
  let left = all;
  const services = names(1 + roll(5), 's').map((name, index, every) => {
    const value = index === every.length - 1 ? left : Math.min(left, size());
    left -= value;
    return [name, value] as const;
  });
  return [
    ...(roll(2) === 0 ? [] : [series(received, {}, all)]),
    ...counts.map(([name, value]) => series(received, { class: name }, value)),
    ...services.map(([name, value]) => series(received, { service: name }, value)),
  ];
}

const countsOf = (all: readonly Series[]): Count[] =>
  all.flatMap(({ measure, metric, dimensions, values }) => values.map(({ value }) => ({ measure, metric, dimensions, value })));

/** Another way to attack: bounds that follow from bounds, round and round, in floating point. Weaker than ours, and written apart from it. */
function shuttle(rows: readonly Row[], published: ReadonlyMap<string, number>): Map<string, [number, number]> {
  const bounds = new Map<string, [number, number]>();
  const of = (cell: Row['whole']): [number, number] => {
    const value = cell.personal && !cell.rest ? published.get(cell.key) : cell.rest ? undefined : cell.value;
    if (value !== undefined) return [value, value];
    return bounds.get(cell.key) ?? [cell.rest ? 0 : Math.min(1, cell.value), Number.POSITIVE_INFINITY];
  };
  for (let round = 0, moved = true; moved && round < 200; round += 1) {
    moved = false;
    const set = (cell: Row['whole'], from: number, to: number) => {
      const [low, high] = of(cell);
      const next: [number, number] = [Math.max(low, from), Math.min(high, to)];
      if (next[0] > low || next[1] < high) {
        bounds.set(cell.key, next);
        moved = true;
      }
    };
    for (const { whole, parts, slack } of rows) {
      const low = parts.reduce((sum, part) => sum + of(part)[0], 0);
      const high = parts.reduce((sum, part) => sum + of(part)[1], 0);
      set(whole, low, slack ? Number.POSITIVE_INFINITY : high);
      for (const part of parts) {
        const others = parts.filter((one) => one !== part);
        set(
          part,
          slack ? 0 : of(whole)[0] - others.reduce((sum, one) => sum + of(one)[1], 0),
          of(whole)[1] - others.reduce((sum, one) => sum + of(one)[0], 0),
        );
      }
    }
  }
  return bounds;
}

/** What most do: hide the small ones, and where one stands alone in its row the next smallest with it. */
function greedy(rows: readonly Row[]): void {
  const isSmall = (cell: Row['whole']) => cell.personal && !cell.rest && cell.value > 0 && cell.value < SMALLEST;
  for (const { parts } of rows) for (const part of parts) if (isSmall(part)) part.hidden = true;
  for (const { parts } of rows) {
    const real = parts.filter((part) => !part.rest);
    if (real.filter((part) => part.hidden).length !== 1) continue;
    const next = real.filter((part) => !part.hidden && part.personal && part.value > 0).sort((a, b) => a.value - b.value)[0];
    if (next) next.hidden = true;
  }
}

describe('the attack', () => {
  test('finds the very bounds that trying everything finds', () => {
    const roll = dice(7);
    for (let turn = 0; turn < (PROVE ? 3_000 : 150); turn += 1) {
      const unknowns = 2 + roll(4);
      const truth = Array.from({ length: unknowns }, () => roll(5));
      const equations = Array.from({ length: 1 + roll(3) }, (): Equation => {
        const terms = new Map(truth.flatMap((_, index) => (roll(3) === 0 ? [] : [[index, 1] as const])));
        return { terms, is: [...terms.keys()].reduce((sum, index) => sum + (truth[index] ?? 0), 0) };
      });
      const limit = 16;
      const found = truth.map(() => [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as [number, number]);
      const free = truth.map((_, index) => !equations.some(({ terms }) => terms.has(index)));
      const walk = (values: number[]): void => {
        if (values.length < unknowns) {
          const at = values.length;
          for (let value = 0; value <= (free[at] ? 0 : limit); value += 1) {
            const next = [...values, value];
            if (
              equations.every(({ terms, is }) => next.reduce((sum, one, index) => sum + (terms.get(index) ?? 0) * one, 0) <= is)
            )
              walk(next);
          }
          return;
        }
        if (
          !equations.every(({ terms, is }) => values.reduce((sum, one, index) => sum + (terms.get(index) ?? 0) * one, 0) === is)
        )
          return;
        values.forEach((value, index) => {
          const bound = found[index] as [number, number];
          bound[0] = Math.min(bound[0], value);
          bound[1] = Math.max(bound[1], value);
        });
      };
      walk([]);
      const leeway = new Leeway(unknowns, equations);
      truth.forEach((_, index) => {
        if (free[index]) expect(leeway.most(index)).toBe(Number.POSITIVE_INFINITY);
        else {
          // Three rows of ones can have corners between whole numbers: no reader gets further than we do by rounding them inward.
          expect(Math.ceil(leeway.least(index))).toBeLessThanOrEqual(found[index]?.[0] ?? 0);
          expect(Math.floor(leeway.most(index))).toBeGreaterThanOrEqual(found[index]?.[1] ?? 0);
        }
      });
    }
  });

  test(`recovers nothing from ${TABLES} made-up months, and hides not much more than the greedy way, which leaks`, () => {
    const roll = dice(2026);
    const tally = { cells: 0, hidden: 0, withheld: 0, greedy: 0, leaks: 0, plain: 0, ours: 0, theirs: 0 };
    for (let turn = 0; turn < TABLES; turn += 1) {
      const given = invent(roll);
      const truth = countsOf(given);
      const out = suppress(given, [], SMALLEST);
      expect(
        out.series.some(
          (one) =>
            Object.keys(one.dimensions).some((name) => ['class', 'service'].includes(name)) &&
            (one.values[0]?.value ?? 0) > 0 &&
            (one.values[0]?.value ?? 0) < SMALLEST,
        ),
      ).toBe(false);
      const published = new Map(
        countsOf(out.series).flatMap((count) =>
          count.value === null
            ? []
            : [[JSON.stringify([count.measure, count.metric, Object.entries(count.dimensions).sort()]), count.value] as const],
        ),
      );
      const named = new Set(
        out.series.map((one) => JSON.stringify([one.measure, one.metric, Object.entries(one.dimensions).sort()])),
      );
      const tables = tablesOf(truth);
      const people = tables.cells.filter((cell) => cell.personal && !cell.rest);
      tally.cells += people.length;
      tally.withheld += people.filter((cell) => !named.has(cell.key)).length;
      tally.hidden += people.filter((cell) => !published.has(cell.key)).length;
      for (const cell of people) cell.hidden = !published.has(cell.key);
      // Of what is not written a reader knows not even the names of its parts, so that there is nothing to tell the numbers of.
      const read = {
        cells: tables.cells.filter((cell) => !cell.personal || named.has(cell.key)),
        rows: tables.rows.filter((row) =>
          [row.whole, ...row.parts].every((cell) => !cell.personal || cell.rest || named.has(cell.key)),
        ),
      };
      const found = attack(read, SMALLEST);
      tally.ours += found.length;
      const bounds = shuttle(read.rows, published);
      for (const cell of read.cells.filter(
        (one) => one.hidden && one.personal && !(one.rest && (one.value === 0 || one.value >= SMALLEST)),
      )) {
        const [low, high] = bounds.get(cell.key) ?? [0, Number.POSITIVE_INFINITY];
        if (high - low < SMALLEST - 1) tally.theirs += 1;
      }
      const lazy = tablesOf(truth);
      for (const cell of lazy.cells)
        if (cell.personal && !cell.rest && cell.value > 0 && cell.value < SMALLEST) cell.hidden = true;
      if (attack(lazy, SMALLEST).some(({ from, to }) => from === to)) tally.plain += 1;
      greedy(lazy.rows);
      tally.greedy += lazy.cells.filter((cell) => cell.personal && !cell.rest && cell.hidden).length;
      if (attack(lazy, SMALLEST).some(({ from, to }) => from === to)) tally.leaks += 1;
    }
    process.stdout.write(`disclosure: ${JSON.stringify(tally)}\n`);
    expect(tally.ours).toBe(0);
    expect(tally.theirs).toBe(0);
    expect(tally.plain).toBeGreaterThan(TABLES / 4);
    expect(tally.hidden / tally.cells).toBeLessThan(0.75);
  }, 600_000);

  test('two states of one month, both published, tell nothing either', () => {
    const roll = dice(11);
    const tally = { renewed: 0, kept: 0 };
    const isPersonal = (one: Series) => 'class' in one.dimensions || 'service' in one.dimensions;
    for (let turn = 0; turn < TABLES; turn += 1) {
      const [steps, rate] = [[1, 2, 30][roll(3)] as number, 1 + roll(6)];
      const counts = Array.from(
        { length: 2 + roll(6) },
        (_, index) => [`c${index}`, roll(3) === 0 ? roll(12) : roll(200)] as const,
      );
      const grown = counts.map(([name, value]) => [name, value + (roll(rate) === 0 ? roll(steps * 3) + steps - 1 : 0)] as const);
      const month = (some: typeof counts) => [
        series(
          'complaints-received',
          {},
          some.reduce((sum, [, value]) => sum + value, 0),
        ),
        ...some.map(([name, value]) => series('complaints-received', { class: name }, value)),
      ];
      const first = suppress(month(counts), [], SMALLEST).series;
      const second = suppress(later(month(grown)), first, SMALLEST).series;
      if (!second.some((one) => isPersonal(one) && one.values[0]?.value !== null) && WITHHELD in shown(first) === false) {
        tally.kept += 1;
        continue;
      }
      tally.renewed += 1;
      if (WITHHELD in shown(second)) continue;
      const [then, now] = [shown(first), shown(second)];
      const unknown: string[] = [];
      for (const [name] of counts) {
        expect([name, now[name] === null]).toEqual([name, then[name] === null]);
        const change = Math.abs((now[name] ?? 0) - (then[name] ?? 0));
        expect(change === 0 || change >= SMALLEST).toBe(true);
        if (then[name] === null) unknown.push(name);
      }
      // A reader who also knows that counts only grow: before, after, and what came between.
      const left = (state: Readonly<Record<string, number | null | undefined>>) =>
        counts.reduce((sum, [name]) => sum - (state[name] ?? 0), state['all'] ?? 0) - unknown.length;
      const all = unknown.length;
      const leeway = new Leeway(all * 3, [
        { terms: new Map(unknown.map((_, index) => [index, 1])), is: left(then) },
        { terms: new Map(unknown.map((_, index) => [all + index, 1])), is: left(now) },
        ...unknown.map((_, index) => ({
          terms: new Map([
            [index, 1],
            [2 * all + index, 1],
            [all + index, -1],
          ]),
          is: 0,
        })),
      ]);
      for (let index = 0; index < all * 2; index += 1)
        expect(leeway.most(index) - leeway.least(index)).toBeGreaterThanOrEqual(SMALLEST - 1);
    }
    process.stdout.write(`disclosure over time: ${JSON.stringify(tally)}\n`);
    expect(Math.min(tally.renewed, tally.kept)).toBeGreaterThan(TABLES / 20);
  }, 600_000);

  test('received at once and closed once it has settled tell nothing together, whatever came in between', () => {
    const roll = dice(5);
    const growth: Growth = {
      gives: [
        {
          measure: 'complaints-closed',
          level: 'account',
          window: 'month',
          dimensions: ['class'],
          metric: 'x',
          snapshot: false,
          grows: true,
        },
      ],
      settles: 28,
    };
    const tally = { whole: 0, closed: 0, gone: 0, found: 0 };
    for (let turn = 0; turn < TABLES; turn += 1) {
      const counts = Array.from(
        { length: 2 + roll(6) },
        (_, index) => [`c${index}`, roll(3) === 0 ? roll(12) : roll(200)] as const,
      );
      const late = counts.map(([name, value]) => [name, value + (roll(12) === 0 ? 1 + roll(30) : 0)] as const);
      const month = (some: typeof counts, share: number) => {
        const closed = some.map(
          ([name, value]) => [name, share === 0 ? roll(value + 1) : value - Math.min(value, roll(share))] as const,
        );
        const sum = (all: typeof counts) => all.reduce((total, [, value]) => total + value, 0);
        return [
          series('complaints-received', {}, sum(some)),
          series('complaints-closed', {}, sum(closed)),
          ...some.map(([name, value]) => series('complaints-received', { class: name }, value)),
          ...closed.map(([name, value]) => series('complaints-closed', { class: name }, value)),
        ];
      };
      const first = suppress(month(counts, 0), [], SMALLEST, growth).series;
      expect(first.some((one) => one.measure === 'complaints-closed' && 'class' in one.dimensions)).toBe(false);
      const given = month(late, 1 + roll(40));
      const second = suppress(later(given), first, SMALLEST, growth).series;
      const published = new Map(
        second.flatMap((one) => (one.values[0]?.value === null ? [] : [keyOf(one)])).map((key) => [key, true]),
      );
      const of = (measure: Measure) => second.filter((one) => one.measure === measure && 'class' in one.dimensions);
      const names = new Set(second.map(keyOf));
      if (of('complaints-received').every((one) => !published.has(keyOf(one)))) tally.gone += 1;
      else tally.whole += 1;
      if (of('complaints-closed').some((one) => published.has(keyOf(one)))) tally.closed += 1;
      // What is shown is true: the second state, nowhere the first.
      for (const one of second.filter((each) => published.has(keyOf(each))))
        expect(one.values[0]?.value).toBe(given.find((each) => keyOf(each) === keyOf(one))?.values[0]?.value);
      const tables = tablesOf(countsOf(given));
      for (const cell of tables.cells) if (!cell.rest) cell.hidden = cell.personal && !published.has(cell.key);
      tally.found += attack(
        {
          cells: tables.cells.filter((cell) => !cell.personal || cell.rest || names.has(cell.key)),
          rows: tables.rows.filter((row) =>
            [row.whole, ...row.parts].every((cell) => !cell.personal || cell.rest || names.has(cell.key)),
          ),
        },
        SMALLEST,
      ).length;
    }
    process.stdout.write(`disclosure as it grows: ${JSON.stringify(tally)}\n`);
    expect(tally.found).toBe(0);
    expect(Math.min(tally.whole, tally.closed)).toBeGreaterThan(TABLES / 10);
  }, 600_000);
});
