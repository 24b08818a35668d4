import { expect, test } from 'vitest';
import { OpinionReport } from '#model/opinion.ts';
import { opinionLines } from '../src/components/opinion/opinion-lines.ts';
import opinionJson from './input/charts/opinion.json' with { type: 'json' };

const opinion = OpinionReport.parse(opinionJson);
const lines = opinionLines({ opinion, from: '2026-09-01', to: '2026-09-30' });
const of = (measure: string, part: string | undefined, scope = 'agency') =>
  lines.find((line) => line.measure === measure && line.part === part && line.scope === scope);

test('each cell has a line for its comments and one for each label', () => {
  expect(lines.filter(({ measure }) => measure !== 'emerging-term')).toHaveLength(opinion.cells.length * 4);
  expect(of('comments-read', undefined)).toMatchObject({
    value: 400,
    unit: 'count',
    over: 'warta; kanal',
    without: 'baru: failed',
  });
  expect(of('comments-read', undefined, 'kanal')?.value).toBe(50);
});

test('a corrected share has its interval and its labels, and the uncorrected one beside it', () => {
  expect(of('comments-negative', undefined)).toMatchObject({
    ...{ value: 0.5, uncorrected: undefined, interval_from: 0.4401, interval_to: 0.5599, n: 300 },
    ...{ numerator: 196, denominator: 400, also: 'uncorrected: 0.49', platform_metrics: 'classifier 2' },
  });
});

test('an uncorrected share says so and has no interval', () => {
  const line = of('comments-negative', 'policy=tarif');
  expect(line).toMatchObject({ value: 0.6, uncorrected: 'true', n: 0 });
  expect([line?.interval_from, line?.interval_to]).toEqual([undefined, undefined]);
});

test('a hidden share is empty with its reason, and no count beside it tells it', () => {
  for (const label of ['positive', 'neutral', 'negative']) {
    expect(of(`comments-${label}`, 'topic=vaksin')).toMatchObject({ value: null, reason: 'suppressed' });
    const { numerator, denominator, also, uncorrected } = of(`comments-${label}`, 'topic=vaksin') ?? {};
    expect([numerator, denominator, also, uncorrected]).toEqual([undefined, undefined, undefined, undefined]);
  }
});

test('words that came up stand in their own week, with what is usual', () => {
  expect(of('emerging-term', 'term=tarif baru')).toMatchObject({
    value: 31,
    other_value: 2.5,
    from: '2026-09-07',
    to: '2026-09-13',
  });
});

test('what hardly anybody wrote before has an empty field beside it, and no 0', () => {
  const emerging = opinion.emerging.map((week) => ({ ...week, terms: week.terms.map((term) => ({ ...term, usual: null })) }));
  const all = opinionLines({ opinion: { ...opinion, emerging }, from: '2026-09-01', to: '2026-09-30' });
  const line = all.find(({ measure }) => measure === 'emerging-term');
  expect(line).toMatchObject({ value: 31 });
  expect(line?.other_value).toBeUndefined();
});

test('a report that reads no comments has no lines', () => {
  expect(opinionLines({ opinion: null, from: '2026-09-01', to: '2026-09-30' })).toEqual([]);
});
