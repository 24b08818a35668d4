import { describe, expect, test } from 'vitest';
import { isKnown } from '#model/figure.ts';
import { WAITS, waitOf } from '#model/wait.ts';
import { days, facts, part } from '#kpis/example.ts';
import { kpi } from '#kpis/index.ts';
import type { AccountFacts } from '#kpis/kpi.ts';
import { sampleNeeded } from '#kpis/formula/sample-size.ts';

const value = (id: string, accounts: readonly AccountFacts[]) => kpi(id).compute(accounts).figure;

describe('published worked examples', () => {
  // rumus_perhitungan_ikm_lengkap.md of the public repository rennn9/GASPUL_BACKEND: 29 respondents, a quarter's survey.
  test('IKM: one survey that was published as 91.48 and as 90.56, by its two weights', () => {
    const sums = [105, 101, 100, 116, 102, 105, 106, 105, 115];
    const rows = (counts: readonly number[]) => counts.map((count, index) => part({ element: `u${index + 1}` }, count));
    const { figure, grade, also, n } = kpi('ikm').compute([
      facts('skm', {
        monthly: { 'survey-respondents': days(29, 1, 1) },
        parts: { 'survey-answers': rows(sums.map(() => 29)), 'score-sum': rows(sums) },
      }),
    ]);
    expect([figure.value?.toFixed(2), grade, n]).toEqual(['91.48', 'A', 29]);
    expect([also?.[0]?.how, also?.[0]?.value.toFixed(2), also?.[0]?.grade]).toEqual(['weight-0-11', '90.56', 'A']);
    // Without a population nothing is said of how many would have to be asked.
    expect(also).toHaveLength(1);
  });

  // Krejcie and Morgan (1970), table 1, as many manuals print it.
  test.each([
    [10, 10],
    [50, 44],
    [100, 80],
    [220, 140],
    [500, 217],
    [1000, 278],
    [1200, 291],
    [1500, 306],
    [2800, 338],
    [9000, 368],
    [1_000_000, 384],
  ])('Krejcie and Morgan: of %i people, %i', (population, sample) => expect(sampleNeeded(population)).toBe(sample));

  // Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("Wilson's interval of %i of %i", (satisfied, answers, from, to) => {
    const { interval } = kpi('csat').compute([
      facts('a', { monthly: { 'csat-answers': days(answers, 1, 1), 'csat-satisfied': days(satisfied, 1, 1) } }),
    ]);
    expect([interval?.from, interval?.to].map((end) => end?.toFixed(4))).toEqual([from, to].map((end) => end.toFixed(4)));
  });
});

describe('waiting in working hours', () => {
  const waited = (parts: AccountFacts['parts'][keyof AccountFacts['parts']]) =>
    facts('a', {
      monthly: { 'complaints-received': days(10, 1, 1), 'complaints-answered': days(10, 1, 1) },
      parts: { 'complaints-answered': parts ?? [] },
    });

  test('is never taken from the hours of the clock', () => {
    const both = waited([part({ wait: '24-36h' }, 10), part({ 'working-wait': '3-4wh' }, 10)]);
    expect(value('first-response-median', [both])).toEqual({ value: 36 });
    expect(value('first-response-median-working', [both])).toEqual({ value: 4 });
  });
  test('is not known without a calendar, or without the clock', () => {
    expect(value('first-response-median-working', [waited([part({ wait: '24-36h' }, 10)])])).toMatchObject({
      reason: 'no-calendar',
    });
    expect(value('first-response-median-working', [waited([part({ wait: '1-2d' }, 10)])])).toMatchObject({
      reason: 'not-in-export',
    });
  });
  test('has bins of its own, without a gap', () => {
    const bins = WAITS.filter(({ unit }) => unit === 'wh');
    expect(bins.map(({ from }) => from).slice(1)).toEqual(bins.map(({ to }) => to).slice(0, -1));
    expect(new Set(WAITS.map(({ id }) => id)).size).toBe(WAITS.length);
    expect([waitOf('wh', 0), waitOf('wh', 7.99), waitOf('wh', 9999)]).toEqual(['0-1wh', '6-8wh', 'over-480wh']);
  });
});

describe('information requests', () => {
  const register = (granted: number, partly: number, refused: number, received = granted + partly + refused) =>
    facts(`ppid-${granted}`, {
      monthly: {
        'requests-received': days(received, 1, 1),
        'requests-decided': days(granted + partly + refused, 1, 1),
        'requests-granted': days(granted, 1, 1),
        'requests-partly': days(partly, 1, 1),
        'requests-refused': days(refused, 1, 1),
      },
      parts: {
        'requests-decided': [part({ wait: '3-4d' }, granted), part({ wait: '6-7d' }, partly), part({ wait: '9-10d' }, refused)],
      },
    });

  test('the three decisions share all that was decided', () => {
    const accounts = [register(12, 3, 5, 24), register(30, 0, 10)];
    const shares = ['granted', 'partly', 'refused'].map((name) => kpi(`requests-${name}`).compute(accounts));
    expect(shares.map(({ numerator }) => numerator)).toEqual([42, 3, 15]);
    expect(shares.reduce((sum, { figure }) => sum + (isKnown(figure) ? figure.value : 0), 0)).toBeCloseTo(1, 12);
    expect(shares.every(({ denominator }) => denominator === 60)).toBe(true);
  });
  test('their waits are those of every decision together, the undecided as the longest', () => {
    expect(value('requests-time-median', [register(10, 6, 4)])).toEqual({ value: 3 * 24 });
    expect(value('requests-time-p90', [register(10, 6, 4)])).toEqual({ value: 9 * 24 });
    expect(value('requests-time-p90', [register(10, 6, 4, 30)])).toMatchObject({ reason: 'unanswered' });
  });
  test('one decision that is not known makes the shares unknown', () => {
    const one = register(10, 6, 4);
    const lost = {
      ...one,
      monthly: { ...one.monthly, 'requests-refused': { ...days(0, 0, 1), reason: 'not-imported' as const } },
    };
    expect(value('requests-granted', [lost])).toMatchObject({ reason: 'not-imported' });
  });
});
