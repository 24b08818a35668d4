import { describe, expect, test } from 'vitest';
import { LABELS, type Label } from '#model/label.ts';
import type { Confusion, LabelCounts } from '#model/opinion.ts';
import { correctedNet, correctedScore, correctedShare, type Sampled } from '#opinion/share/correct.ts';
import { coverageOf } from '#opinion/share/coverage.ts';
import { wilson } from '#opinion/share/interval.ts';
import { toldOf, type Counted } from '#opinion/share/share.ts';

type Rows = readonly (readonly [positive: number, neutral: number, negative: number])[];

/** Rows are what people say, columns what the classifier says. */
function crossed(rows: Rows): Confusion {
  const row = (index: number) => Object.fromEntries(LABELS.map((label, at) => [label, rows[index]?.[at] ?? 0]));
  return Object.fromEntries(LABELS.map((label, index) => [label, row(index)])) as Confusion;
}

const labels = (positive: number | null, neutral: number | null, negative: number | null): LabelCounts => ({
  positive,
  neutral,
  negative,
});
const of = (predicted: LabelCounts, rows: Rows): Sampled => ({
  comments: LABELS.reduce((sum, label) => sum + (predicted[label] ?? 0), 0),
  predicted,
  sample: crossed(rows),
});
const SAMPLE: Rows = [
  [60, 4, 6],
  [8, 48, 4],
  [14, 16, 40],
];
const COUNTS = labels(400, 350, 250);

/** The formula as it was published, over one number a comment: f over those that nobody has labelled, N of them. */
function plain(marks: Record<Label, number>, { predicted, sample }: Sampled, power?: number) {
  const pairs = LABELS.flatMap((truth) =>
    LABELS.flatMap((said) => Array.from({ length: sample[truth][said] }, () => [marks[truth], marks[said]] as const)),
  );
  const labelled = (said: Label) => LABELS.reduce((sum, truth) => sum + sample[truth][said], 0);
  const rest = LABELS.flatMap((said) => Array.from({ length: (predicted[said] ?? 0) - labelled(said) }, () => marks[said]));
  const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
  const [y, f] = [pairs.map(([one]) => one), pairs.map(([, one]) => one)];
  const variance = (list: readonly number[]) => mean(list.map((one) => (one - mean(list)) ** 2));
  const cov = mean(pairs.map(([a, b]) => (a - mean(y)) * (b - mean(f))));
  const by = power ?? cov / (variance(f) * (1 + pairs.length / rest.length));
  const residual = pairs.map(([a, b]) => a - by * b);
  return {
    by,
    value: mean(y) + by * (mean(rest) - mean(f)),
    error: Math.sqrt(variance(residual) / pairs.length + (by ** 2 * variance(rest)) / rest.length),
  };
}

describe('a share that a random sample corrects', () => {
  test.each(LABELS)('%s is what the published formula gives, one comment at a time', (label) => {
    const sampled = of(COUNTS, SAMPLE);
    const marks = { positive: 0, neutral: 0, negative: 0, [label]: 1 };
    const { value, interval } = correctedShare(label, [sampled]);
    const expected = plain(marks, sampled);
    expect(value).toBeCloseTo(expected.value, 12);
    expect((interval.to - interval.from) / (2 * 1.96 * expected.error)).toBeCloseTo(1, 1);
  });

  test('the net and the score are too', () => {
    const sampled = of(COUNTS, SAMPLE);
    const net = plain({ positive: 1, neutral: 0, negative: -1 }, sampled);
    expect(correctedNet([sampled]).value).toBeCloseTo(net.value, 12);
    // The ratio is linearised at the share of the labels alone, 70 of 140.
    const { by } = plain({ positive: 0.5, neutral: 0, negative: -0.5 }, sampled);
    const [positive, negative] = (['positive', 'negative'] as const).map(
      (label) => plain({ positive: 0, neutral: 0, negative: 0, [label]: 1 }, sampled, by).value,
    ) as [number, number];
    expect(correctedScore([sampled])?.value).toBeCloseTo(positive / (positive + negative), 12);
  });

  test('a classifier that is always right is believed, one that guesses is not', () => {
    const right = of(labels(5000, 3000, 2000), [
      [80, 0, 0],
      [0, 70, 0],
      [0, 0, 50],
    ]);
    const { value, interval } = correctedShare('positive', [right]);
    expect(value).toBeCloseTo(0.5, 12);
    expect(interval.to - interval.from).toBeLessThan(0.35 * widthOf(wilson(0.4, 200)));
    const guess = of(labels(9000, 500, 500), [
      [20, 20, 20],
      [20, 20, 20],
      [20, 20, 20],
    ]);
    expect(correctedShare('positive', [guess]).value).toBeCloseTo(1 / 3, 12);
  });

  test('a label that the sample does not hold is not held to be absent', () => {
    const { value, interval } = correctedShare('negative', [
      of(labels(500, 500, 0), [
        [60, 0, 0],
        [0, 60, 0],
        [0, 0, 0],
      ]),
    ]);
    expect([value, interval.from]).toEqual([0, 0]);
    expect(interval.to).toBeGreaterThanOrEqual(wilson(0, 120).to);
    expect(
      correctedScore([
        of(labels(0, 500, 0), [
          [0, 0, 0],
          [0, 120, 0],
          [0, 0, 0],
        ]),
      ]),
    ).toBeUndefined();
  });

  test('a sample that is all of one label does not make the net certain', () => {
    const { value, interval } = correctedNet([
      of(labels(0, 2000, 0), [
        [0, 0, 0],
        [0, 200, 0],
        [0, 0, 0],
      ]),
    ]);
    expect(value).toBe(0);
    expect(widthOf(interval)).toBeGreaterThan(0.015);
  });

  test('months are weighed by their comments, not by their labels', () => {
    const many = of(labels(0, 9000, 0), [
      [0, 0, 0],
      [0, 100, 0],
      [0, 0, 0],
    ]);
    const few = of(labels(1000, 0, 0), [
      [400, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect(correctedShare('positive', [many, few]).value).toBeCloseTo(0.1, 12);
    expect(correctedNet([many, few]).value).toBeCloseTo(0.1, 12);
  });

  test('twice the same month is as much as one with twice the labels of twice the comments', () => {
    const one = correctedShare('negative', [of(COUNTS, SAMPLE), of(COUNTS, SAMPLE)]);
    const doubled = of(labels(800, 700, 500), SAMPLE.map((row) => row.map((count) => 2 * count)) as unknown as Rows);
    expect(one.value).toBeCloseTo(correctedShare('negative', [doubled]).value, 12);
    expect(widthOf(one.interval)).toBeCloseTo(widthOf(correctedShare('negative', [doubled]).interval), 3);
  });
});

describe('what is told of counts', () => {
  const counted = (one: Partial<Counted> = {}): Counted => ({ comments: 1000, labels: COUNTS, classifier: '1', ...one });
  const sample = { predicted: COUNTS, confusion: crossed(SAMPLE) };

  test('without labels, or with fewer than 100, the raw share stands without an interval', () => {
    const small = crossed([
      [40, 0, 0],
      [0, 40, 0],
      [0, 0, 19],
    ]);
    for (const told of [toldOf([counted()]), toldOf([counted({ sample: { predicted: COUNTS, confusion: small } })])]) {
      expect(told).toMatchObject({ comments: 1000, n: 0, shares: { positive: { value: 0.4, raw: 0.4 } }, net: { value: 0.15 } });
      expect(Object.keys({ ...told.shares.negative, ...told.net, ...told.score })).not.toContain('interval');
    }
    const enough = crossed([
      [40, 0, 0],
      [0, 40, 0],
      [0, 0, 20],
    ]);
    expect(toldOf([counted({ sample: { predicted: COUNTS, confusion: enough } })])).toMatchObject({ n: 100 });
  });

  test('a corrected one keeps the raw one beside it', () => {
    const { shares, net, score, n } = toldOf([counted({ sample })]);
    expect(n).toBe(200);
    for (const [{ value, raw, interval }, was] of [
      [shares.negative, 0.25],
      [net, 0.15],
      [score, 400 / 650],
    ] as const) {
      expect(raw).toBeCloseTo(was, 12);
      expect(interval?.from).toBeLessThan(value ?? 0);
      expect(interval?.to).toBeGreaterThan(value ?? 0);
    }
    expect(shares.negative.value).toBeCloseTo(0.35, 9);
  });

  test('nothing is said of a row that is hidden', () => {
    const hidden = labels(null, null, null);
    const told = toldOf([counted({ labels: hidden, sample: { ...sample, predicted: hidden } })]);
    for (const estimate of [told.shares.positive, told.shares.neutral, told.shares.negative, told.net, told.score])
      expect(estimate).toEqual({ value: null, reason: 'suppressed', raw: null });
    const all = toldOf([counted({ comments: null, labels: labels(null, null, null), sample })]);
    expect(all).toMatchObject({ comments: null, reason: 'suppressed', n: 0, net: { value: null, reason: 'suppressed' } });
    // One hidden month hides the quarter: the others would tell it by subtraction from a quarter that is told.
    expect(toldOf([counted(), counted({ labels: hidden })])).toMatchObject({
      labels: hidden,
      net: { value: null },
    });
  });

  test('no comments are no share, and no neutral opinion', () => {
    const told = toldOf([counted({ comments: 0, labels: labels(0, 0, 0) })]);
    expect(told).toMatchObject({ comments: 0, net: { value: null, reason: 'zero-denominator' } });
    expect(told.shares.positive).toEqual({ value: null, reason: 'zero-denominator', raw: null });
    expect(toldOf([counted({ comments: 50, labels: labels(0, 50, 0) })]).score).toMatchObject({ reason: 'zero-denominator' });
  });

  test('what two classifiers counted is added up only where labels correct both', () => {
    const other = counted({ classifier: '2', labels: labels(300, 300, 400) });
    const raw = toldOf([counted(), other]);
    expect(raw).toMatchObject({ comments: 2000, reason: 'not-comparable', labels: labels(null, null, null), n: 0 });
    expect(raw.net).toEqual({ value: null, reason: 'not-comparable', raw: null });
    const both = toldOf([counted({ sample }), { ...other, sample: { predicted: other.labels, confusion: crossed(SAMPLE) } }]);
    expect(both.n).toBe(400);
    expect(both.shares.negative).toMatchObject({ raw: null });
    expect(both.shares.negative.interval).toBeDefined();
  });

  test('one month without labels leaves the quarter uncorrected; one without comments does not', () => {
    expect(toldOf([counted({ sample }), counted()])).toMatchObject({ n: 0, net: { raw: 0.15 } });
    expect(toldOf([counted({ sample }), counted({ comments: 0, labels: labels(0, 0, 0) })]).n).toBe(200);
    const thin = {
      predicted: COUNTS,
      confusion: crossed([
        [10, 0, 0],
        [0, 10, 0],
        [0, 0, 9],
      ]),
    };
    expect(toldOf([counted({ sample }), counted({ sample: thin })]).n).toBe(0);
  });
});

describe('the published intervals hold the truth', () => {
  /** What people said of the three development sets, crossed with what the first classifier said; and how wide an interval may be beside one from the labels alone. */
  const POOLS: [name: string, rows: Rows, widest: number][] = [
    [
      'reviews',
      [
        [691, 17, 24],
        [11, 101, 14],
        [37, 18, 338],
      ],
      0.8,
    ],
    [
      'posts on one policy',
      [
        [292, 178, 72],
        [230, 810, 184],
        [58, 162, 424],
      ],
      1,
    ],
    [
      'everyday posts',
      [
        [137, 79, 57],
        [73, 239, 184],
        [35, 55, 222],
      ],
      1,
    ],
    [
      'a classifier that hardly knows better',
      [
        [170, 80, 80],
        [100, 150, 90],
        [80, 80, 170],
      ],
      1,
    ],
  ];

  test.each(POOLS.flatMap(([name, rows, widest]) => [200, 400].map((n) => ({ name, rows, widest, n }))))(
    '$name, $n labels: between 93 and 97 of 100, narrower than by the labels alone',
    ({ rows, widest, n }) => {
      for (const { covered, ofAlone } of coverageOf(crossed(rows), { all: 2000, n, runs: 2000 }, seeded(n))) {
        expect(covered).toBeGreaterThan(0.93);
        expect(covered).toBeLessThan(0.97);
        if (ofAlone !== null) expect(ofAlone).toBeLessThan(widest);
      }
    },
  );

  test.each([
    [
      0.05,
      [
        [40, 5, 5],
        [20, 600, 60],
        [10, 50, 210],
      ],
    ],
    [
      0.02,
      [
        [12, 4, 4],
        [30, 600, 60],
        [10, 70, 210],
      ],
    ],
    [
      0.01,
      [
        [4, 3, 3],
        [30, 500, 80],
        [10, 70, 300],
      ],
    ],
  ] as [number, Rows][])('a share of %f is never held to be surer than it is', (_share, rows) => {
    for (const n of [100, 200, 400]) {
      const [rare] = coverageOf(crossed(rows), { all: 1500, n, runs: 2000 }, seeded(n));
      expect(rare?.covered).toBeGreaterThan(0.925);
    }
  });
});

function widthOf({ from, to }: { from: number; to: number }): number {
  return to - from;
}

/** Mulberry32: the same numbers each time. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
