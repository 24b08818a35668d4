import { describe, expect, test } from 'vitest';
import { attack } from '#disclosure/attack.ts';
import { opinions, type AccountVoices, type Voices } from '#disclosure/opinions.ts';
import type { Cell, Row } from '#disclosure/table.ts';
import { LABELS, type Label } from '#model/label.ts';
import type { OpinionCell } from '#model/opinion.ts';

const TURNS = process.env['TERANG_PROVE'] === '1' ? 20_000 : 2_000;
const SMALLEST = 10;

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

type Three = readonly [positive: number, neutral: number, negative: number];

/** Comments of as many people, unless said otherwise. */
const voices = ([positive, neutral, negative]: Three, people: Three = [positive, neutral, negative]): Voices => ({
  labels: { positive, neutral, negative },
  people: { positive: people[0], neutral: people[1], negative: people[2] },
  anybody: people[0] + people[1] + people[2],
});

const account = (id: string, three: Three, topics: Readonly<Record<string, Three>> = {}): AccountVoices => ({
  id,
  ...voices(three),
  topics: new Map(Object.entries(topics).map(([name, counts]) => [name, voices(counts)])),
});

const told = (cells: readonly OpinionCell[]) =>
  Object.fromEntries(
    cells.map(({ of, id, comments, labels }) => [id ?? of, [comments, labels.positive, labels.neutral, labels.negative]]),
  );

describe('what may be written', () => {
  test('is all of it where nothing is small', () => {
    const out = opinions(
      [account('a', [200, 400, 300], { jalan: [20, 30, 40] }), account('b', [100, 90, 80])],
      ['jalan'],
      [],
      SMALLEST,
    );
    expect(told(out.cells)).toEqual({
      all: [1170, 300, 490, 380],
      a: [900, 200, 400, 300],
      b: [270, 100, 90, 80],
      jalan: [90, 20, 30, 40],
    });
    expect(out.few).toEqual([]);
  });

  test('is no label where few bear one of them: which one it is, nobody learns', () => {
    const out = opinions([account('a', [200, 400, 4])], [], [], SMALLEST);
    expect(told(out.cells)).toEqual({ all: [604, null, null, null], a: [604, null, null, null] });
  });

  test('a zero stays: it counts nobody', () => {
    const out = opinions([account('a', [200, 400, 0], { jalan: [20, 0, 0], air: [0, 0, 0] })], ['jalan', 'air'], [], SMALLEST);
    expect(told(out.cells)).toEqual({ all: [600, 200, 400, 0], a: [600, 200, 400, 0], jalan: [20, 20, 0, 0], air: [0, 0, 0, 0] });
  });

  test('is not what few people wrote, however often they did', () => {
    const loud = {
      id: 'a',
      ...voices([200, 400, 90], [150, 300, 3]),
      topics: new Map([['jalan', voices([0, 50, 90], [0, 2, 3])]]),
    };
    expect(told(opinions([loud], ['jalan'], [], SMALLEST).cells)).toEqual({
      all: [690, null, null, null],
      a: [690, null, null, null],
      jalan: [null, null, null, null],
    });
  });

  test('small accounts hide all of theirs, and a large one keeps its own', () => {
    const out = opinions([account('a', [200, 400, 300]), account('b', [30, 20, 7]), account('c', [32, 22, 6])], [], [], SMALLEST);
    expect(told(out.cells)).toEqual({
      all: [1017, 262, 442, 313],
      a: [900, 200, 400, 300],
      c: [60, null, null, null],
      b: [57, null, null, null],
    });
  });

  test('an account of so few comments that its total tells them is left out of every sum', () => {
    const out = opinions(
      [account('a', [200, 400, 300], { air: [30, 30, 30] }), account('b', [3, 5, 2], { air: [3, 0, 0] })],
      ['air'],
      [],
      SMALLEST,
    );
    expect(out.few).toEqual(['b']);
    expect(told(out.cells)).toEqual({ all: [900, 200, 400, 300], a: [900, 200, 400, 300], air: [90, 30, 30, 30] });
  });

  test('and a small one beside a large one, whose labels it would hide; among small ones it is counted', () => {
    expect(opinions([account('a', [200, 400, 300]), account('b', [20, 19, 10])], [], [], SMALLEST).few).toEqual(['b']);
    expect(opinions([account('a', [30, 30, 30]), account('b', [20, 19, 10])], [], [], SMALLEST).few).toEqual([]);
  });

  test('where that is all there is, nothing is said, and none is not said either', () => {
    const out = opinions([account('a', [3, 5, 2], { air: [3, 0, 0] })], ['air'], [], SMALLEST);
    expect(told(out.cells)).toEqual({ all: [null, null, null, null], air: [null, null, null, null] });
    expect(told(opinions([account('a', [0, 0, 0])], [], [], SMALLEST).cells)).toEqual({ all: [0, 0, 0, 0], a: [0, 0, 0, 0] });
  });

  test('a topic costs neither the whole nor another topic', () => {
    const topics = { banyak: [198, 20, 11], sedikit: [7, 3, 0], satu: [0, 1, 0], hampir: [200, 398, 300] } as const;
    const out = opinions([account('a', [200, 400, 300], topics)], Object.keys(topics), [], SMALLEST);
    expect(told(out.cells)).toMatchObject({
      all: [900, 200, 400, 300],
      sedikit: [null, null, null, null],
      satu: [null, null, null, null],
      // All but two of the positive are on it: who is not on it would be told.
      banyak: [229, null, null, null],
      hampir: [null, null, null, null],
    });
  });

  test('a topic whose words are all another’s is a part of it', () => {
    const topics = { jalan: [60, 50, 40], berlubang: [57, 30, 20] } as const;
    const all = [account('a', [200, 400, 300], topics)];
    const apart = opinions(all, ['jalan', 'berlubang'], [], SMALLEST);
    expect(told(apart.cells)).toMatchObject({ jalan: [150, 60, 50, 40], berlubang: [107, 57, 30, 20] });
    const nested = opinions(all, ['jalan', 'berlubang'], [['berlubang', 'jalan']], SMALLEST);
    expect(told(nested.cells)['berlubang']).toEqual([107, null, null, null]);
  });
});

describe('a reader who adds up all that is written', () => {
  /** The tables as a reader has them: built anew from the true counts, with nothing shown but what was written. */
  function tablesOf(
    accounts: readonly AccountVoices[],
    cells: readonly OpinionCell[],
    within: readonly (readonly [string, string])[],
  ) {
    const made: Cell[] = [];
    const rows: Row[] = [];
    // Where no account shows anything, nobody knows that one has any.
    const withheld = cells
      .filter(({ of }) => of === 'account')
      .every(({ labels }) => LABELS.every((label) => labels[label] === null));
    const cell = (key: string, value: number, hidden: boolean, rest = withheld && key.startsWith('account')): Cell => {
      const one: Cell = {
        key,
        table: key,
        measure: 'comments',
        dimensions: { option: key },
        value,
        personal: true,
        rest,
        hidden,
      };
      made.push(one);
      return one;
    };
    const sum = (voice: readonly (Voices | undefined)[], label: Label) =>
      voice.reduce((all, one) => all + (one?.labels[label] ?? 0), 0);
    const grid = (written: OpinionCell, voice: readonly (Voices | undefined)[]) => {
      const parts = LABELS.map((label) =>
        cell(`${written.of} ${written.id} ${label}`, sum(voice, label), written.labels[label] === null),
      );
      const value = parts.reduce((all, part) => all + part.value, 0);
      // What is written is the truth.
      LABELS.forEach((label, at) => expect(written.labels[label] ?? parts[at]?.value).toBe(parts[at]?.value));
      expect(written.comments ?? value).toBe(value);
      const whole = cell(`${written.of} ${written.id}`, value, written.comments === null);
      rows.push({ whole, parts, slack: false });
      return [whole, ...parts];
    };
    const [all, ...others] = cells as [OpinionCell, ...OpinionCell[]];
    const kept = accounts.filter(({ id }) => others.some((one) => one.id === id));
    const whole = grid(all, kept);
    const grids = others.map((one) => ({
      ...one,
      cells: grid(
        one,
        one.of === 'account' ? [kept.find(({ id }) => id === one.id)] : kept.map(({ topics }) => topics.get(one.id ?? '')),
      ),
    }));
    whole.forEach((one, at) => {
      const parts = grids.filter(({ of }) => of === 'account').map((grid) => grid.cells[at] as Cell);
      if (parts.length > 0) rows.push({ whole: one, parts, slack: false });
    });
    const remainder = (one: Cell, part: Cell) => {
      if (one.value >= part.value)
        rows.push({
          whole: one,
          parts: [part, cell(`rest ${one.key} ${part.key}`, one.value - part.value, true, true)],
          slack: false,
        });
    };
    for (const topic of grids.filter(({ of }) => of === 'topic')) {
      whole.forEach((one, at) => remainder(one, topic.cells[at] as Cell));
      for (const [part, wide] of within)
        if (part === topic.id)
          grids.find(({ id }) => id === wide)?.cells.forEach((one, at) => remainder(one, topic.cells[at] as Cell));
    }
    return { cells: made, rows };
  }

  const roll = dice(2026);
  const pick = <T>(all: readonly T[]): T => all[roll(all.length)] as T;
  const count = () => roll(pick([1, 3, 12, 40, 90, 900]));
  const topicsOf = ([positive, neutral, negative]: Three): Three => {
    const near = (most: number) => pick([0, roll(most + 1), Math.max(0, most - roll(12)), most]);
    return [near(positive), near(neutral), near(negative)];
  };

  test(`of ${TURNS} made-up months learns of no small count`, { timeout: 1_200_000 }, () => {
    const seen = { hidden: 0, shown: 0, few: 0, months: 0 };
    for (let turn = 0; turn < TURNS; turn += 1) {
      const ids = ['jalan', 'air', 'pajak', 'ktp'].slice(0, roll(5));
      const accounts = ['a', 'b', 'c', 'd'].slice(0, 1 + roll(4)).map((id) => {
        const three: Three = [count(), count(), count()];
        const wide = topicsOf(three);
        const topics = Object.fromEntries(
          ids.map((topic, at): [string, Three] => [topic, at === 1 ? topicsOf(wide) : at === 0 ? wide : topicsOf(three)]),
        );
        return account(id, three, topics);
      });
      const within = ids.length > 1 ? [['air', 'jalan'] as const] : [];
      const out = opinions(accounts, ids, within, SMALLEST);
      seen.months += 1;
      seen.few += out.few.length;
      for (const { of, comments, labels } of out.cells) {
        const small = [...Object.values(labels), ...(of === 'topic' ? [comments] : [])].filter(
          (one) => one !== null && one > 0 && one < SMALLEST,
        );
        expect([turn, small]).toEqual([turn, []]);
        // All three of a row, or none.
        expect(new Set(LABELS.map((label) => labels[label] === null)).size).toBe(1);
        for (const label of LABELS) seen[labels[label] === null ? 'hidden' : 'shown'] += 1;
      }
      const tables = tablesOf(accounts, out.cells, within);
      // A zero counts nobody.
      for (const cell of tables.cells) if (cell.value === 0) cell.gone = true;
      const found = attack(tables, SMALLEST).map(({ cell, from, to }) => `${turn}: ${cell.key} lies from ${from} to ${to}`);
      expect(found).toEqual([]);
    }
    // What is made up is no easy case, and most of it can be told all the same.
    expect(seen.hidden).toBeGreaterThan(TURNS);
    expect(seen.shown).toBeGreaterThan(TURNS * 3);
    expect(seen.few).toBeGreaterThan(TURNS / 10);
  });

  test('would find one', () => {
    const accounts = [account('a', [200, 400, 300]), account('b', [50, 40, 3])];
    const open = opinions(accounts, [], [], SMALLEST).cells;
    const careless = open.map((cell) =>
      cell.id === 'a' ? { ...cell, labels: { positive: 200, neutral: 400, negative: 300 } } : cell,
    );
    expect(attack(tablesOf(accounts, careless, []), SMALLEST).map(({ cell }) => cell.key)).toContain('account b negative');
  });

  test('and who knows how it is chosen what is shown learns no more from that', { timeout: 120_000 }, () => {
    /** Worlds between which a reader can't tell: what stands there, and what of it is hidden. */
    const worlds = new Map<string, number[][]>();
    const note = (
      cells: readonly OpinionCell[],
      cell: OpinionCell | undefined,
      counts: readonly number[],
      open: readonly number[],
    ) => {
      if (!cell || cell.labels.positive !== null) return;
      const key = JSON.stringify([cells.filter(({ of }) => of !== 'topic'), cell]);
      const known =
        worlds.get(key) ??
        worlds
          .set(
            key,
            open.map(() => []),
          )
          .get(key);
      open.forEach((at, index) => known?.[index]?.push(counts[at] as number));
    };
    const each = (most: Three, see: (three: Three) => void) => {
      for (let p = 0; p <= most[0]; p += 1)
        for (let q = 0; q <= most[1]; q += 1) for (let r = 0; r <= most[2]; r += 1) see([p, q, r]);
    };
    for (const comments of [20, 30]) {
      each([comments, comments, 0], ([p, q]) => {
        if (p + q > comments) return;
        const three: Three = [p, q, comments - p - q];
        const { cells } = opinions([account('a', three)], [], [], SMALLEST);
        note(cells, cells[1], three, [0, 1, 2]);
      });
    }
    for (const whole of [
      [20, 15, 12],
      [40, 11, 10],
      [35, 0, 13],
    ] as const) {
      const open = [0, 1, 2].filter((at) => (whole[at] as number) > 0);
      each(whole, (three) => {
        const { cells } = opinions([account('a', whole, { air: three })], ['air'], [], SMALLEST);
        note(cells, cells[2], three, open);
      });
      each(whole, (three) => {
        if (three[0] + three[1] + three[2] !== 25) return;
        const left: Three = [whole[0] - three[0], whole[1] - three[1], whole[2] - three[2]];
        const { cells } = opinions([account('a', three), account('b', left)], [], [], SMALLEST);
        note(
          cells,
          cells.find(({ id }) => id === 'a'),
          three,
          open,
        );
      });
    }
    const ranges = [...worlds.values()].flatMap((known) => known.map((all) => Math.max(...all) - Math.min(...all) + 1));
    expect(ranges.length).toBeGreaterThan(50);
    expect(Math.min(...ranges)).toBeGreaterThanOrEqual(SMALLEST);
  });
});
