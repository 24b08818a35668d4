import { describe, expect, test } from 'vitest';
import { publish } from '#analyse/edition.ts';
import type { Collected } from '#analyse/input.ts';
import { reportsOf, type Draft } from '#analyse/report.ts';
import { Agency } from '#model/agency.ts';
import { addDays, eachDay, type Day } from '#model/day.ts';
import { Edition } from '#model/edition.ts';
import { LABELS } from '#model/label.ts';
import type { CellName, Confusion, OpinionCell, OpinionMonth, Sitting } from '#model/opinion.ts';
import { period, periodOf } from '#model/period.ts';
import { Report } from '#model/report.ts';
import type { Declaration } from '#model/source.ts';
import { Topic } from '#model/topic.ts';

const words = { id: 'kata', en: 'words' };
const declarationOf = (id: string): Declaration => ({
  ...{ id, platform: id, family: 'social', name: id, title: words, kind: 'api', api: '1', secrets: [] },
  gives: [{ measure: 'followers', level: 'account', window: 'day', metric: 'followers', snapshot: true }],
  ...{ lacks: [], engagement: [], settles: 1, freezes: 28, limits: words, how: [], tried: 'never', fixture: 'ours' },
});
const account = (id: string, source: string, comments = true) => ({
  ...{ id, name: id, platform: source, source, handle: id, since: '2026-01-01' },
  ...(comments ? { comments: true } : {}),
});
const agency = Agency.parse({
  ...{ $schema: '', id: 'dinas', name: 'Dinas', short: 'Dinas', place: 'Kota', contact: 'a@dinas.example', zone: 'Asia/Jakarta' },
  ...{ languages: ['id'], licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' } },
  accounts: [account('satu', 'jejaring'), account('dua', 'jejaring'), account('tiga', 'lain'), account('diam', 'lain', false)],
});
const topic = (id: string, kind: 'topic' | 'policy') => Topic.parse({ id, kind, name: words, words: [id], since: '2026-01-01' });

const labels = (positive: number | null, neutral: number | null, negative: number | null) => ({ positive, neutral, negative });
const cell = (of: CellName['of'], id: string | undefined, ...counts: [number, number, number]): OpinionCell => ({
  ...{ of, ...(id === undefined ? {} : { id }) },
  comments: counts.reduce((sum, count) => sum + count, 0),
  labels: labels(...counts),
});
const CELLS = [
  cell('all', undefined, 400, 350, 250),
  cell('account', 'satu', 200, 150, 150),
  cell('account', 'dua', 150, 100, 50),
  cell('account', 'tiga', 50, 100, 50),
  cell('topic', 'banjir', 20, 80, 100),
  cell('topic', 'perda', 60, 20, 40),
];
const reading = (id: string, classifier = '1', cells = CELLS) => ({
  ...{ classifier, sha256: '0'.repeat(64), counted: addDays(period(id).to, 8), cells },
});
const month = (id: string, given: Partial<OpinionMonth> = {}, classifier = '1'): OpinionMonth => ({
  $schema: '',
  month: id,
  accounts: ['dua', 'satu', 'tiga'],
  without: [],
  readings: [reading(id, classifier)],
  sittings: [],
  emerging: [],
  ...given,
});
const crossed = (rows: readonly (readonly number[])[]): Confusion =>
  Object.fromEntries(
    LABELS.map((label, row) => [label, Object.fromEntries(LABELS.map((said, at) => [said, rows[row]?.[at] ?? 0]))]),
  ) as Confusion;
const SAMPLE = crossed([
  [60, 4, 6],
  [8, 48, 4],
  [14, 16, 40],
]);
const sitting = (on: Day, scope: CellName = { of: 'all' }): Sitting => ({
  ...{ classifier: '1', on, scope, of: 1000 },
  cells: [{ ...scope, n: 200, confusion: SAMPLE }],
});

function collectedOf(opinions: readonly OpinionMonth[], asOf: Day, given: Partial<Collected> = {}): Collected {
  const ids = agency.accounts.map(({ id }) => id);
  const days = eachDay('2025-12-31', addDays(asOf, -1));
  return {
    agency,
    declarations: [declarationOf('jejaring'), declarationOf('lain')],
    series: new Map(
      agency.accounts.map(({ id, source }) => [
        id,
        [
          {
            ...{ measure: 'followers' as const, window: 'day' as const, dimensions: {}, source, metric: 'followers', api: '1' },
            values: days.map((day) => ({ day, value: 100, observed: addDays(day, 1) })),
          },
        ],
      ]),
    ),
    posts: new Map(ids.map((id) => [id, []])),
    runs: [{ day: asOf, accounts: [] }],
    campaigns: [],
    opinions,
    topics: [topic('banjir', 'topic'), topic('perda', 'policy')],
    ...given,
  };
}
const all = (opinions: readonly OpinionMonth[], asOf: Day, given: Partial<Collected> = {}) =>
  reportsOf(collectedOf(opinions, asOf, given));
const only = (drafts: readonly Draft[], id: string): Draft => {
  const found = drafts.find((one) => one.period === id);
  if (!found) throw new Error(`no report ${id}`);
  return found;
};
const figure = (draft: Draft, kpi: string, scope = 'agency') =>
  draft.figures.find((one) => one.kpi === kpi && one.scope === scope);
const QUARTER = ['2026-01', '2026-02', '2026-03'];

describe('a month', () => {
  const draft = only(all([month('2026-01', { sittings: [sitting('2026-02-12')] })], '2026-03-10'), '2026-01');

  test('tells of all, each platform, account, topic and policy, and keeps its schema', () => {
    expect(Report.safeParse({ $schema: '', edition: null, ...draft }).error).toBeUndefined();
    expect(draft.opinion?.cells.map(({ of, id, comments }) => [of, id, comments])).toEqual([
      ['all', undefined, 1000],
      ['platform', 'jejaring', 800],
      ['platform', 'lain', 200],
      ['account', 'dua', 300],
      ['account', 'satu', 500],
      ['account', 'tiga', 200],
      ['topic', 'banjir', 200],
      ['policy', 'perda', 120],
    ]);
    expect(draft.opinion).toMatchObject({
      months: ['2026-01'],
      missing: [],
      accounts: ['dua', 'satu', 'tiga'],
      classifier: ['1'],
    });
  });

  test('corrects the cells that labels were drawn from, and no other', () => {
    const [first, ...others] = draft.opinion?.cells ?? [];
    expect(first).toMatchObject({ n: 200, shares: { negative: { value: 0.35, raw: 0.25 } }, net: { raw: 0.15 } });
    expect(first?.shares.negative.interval?.from).toBeLessThan(0.35);
    for (const { n, shares } of others) {
      expect(n).toBe(0);
      expect(Object.keys(shares.negative)).toEqual(['value', 'raw']);
    }
  });

  test('says how often the classifier agreed with staff', () => {
    expect(draft.opinion?.accuracy).toMatchObject({
      ...{ n: 200, share: 0.74, confusion: SAMPLE },
      sittings: [{ month: '2026-01', on: '2026-02-12', n: 200, of: 1000 }],
    });
    const { from = 1, to = 0 } = draft.opinion?.accuracy?.interval ?? {};
    expect([from < 0.74, to > 0.74]).toEqual([true, true]);
    expect(only(all([month('2026-01')], '2026-03-10'), '2026-01').opinion?.accuracy).toBeNull();
  });

  test('gives the agency a corrected figure and its accounts uncorrected ones', () => {
    const net = figure(draft, 'net-sentiment');
    expect(net).toMatchObject({ value: -0.00630517024, n: 200, also: [{ how: 'raw', value: 0.15 }] });
    expect(net?.interval).toBeDefined();
    expect(net?.uncorrected).toBeUndefined();
    expect(net).toMatchObject({ over: ['satu', 'dua', 'tiga'], without: [{ account: 'diam', reason: 'not-read' }] });
    expect(figure(draft, 'net-sentiment', 'dua')).toMatchObject({ uncorrected: true, numerator: 100, denominator: 300 });
    expect(figure(draft, 'comment-score', 'tiga')).toMatchObject({ value: 0.5, numerator: 50, denominator: 100 });
    expect(figure(draft, 'net-sentiment', 'diam')).toMatchObject({ value: null, reason: 'not-read' });
  });

  test('has no word of comments before reading began, nor where nobody reads them', () => {
    expect(only(all([month('2026-02')], '2026-04-20'), '2026-01').opinion).toBeNull();
    const mute = { ...agency, accounts: agency.accounts.map(({ comments: _, ...rest }) => rest) };
    const silent = only(all([], '2026-04-20', { agency: mute }), '2026-01');
    expect(silent.opinion).toBeNull();
    expect(figure(silent, 'net-sentiment')).toBeUndefined();
  });

  test('names an account that could not be read, and says nothing of it', () => {
    const lost = month('2026-01', {
      accounts: ['dua', 'satu'],
      without: [{ account: 'tiga', reason: 'failed' }],
    });
    const told = only(all([lost], '2026-03-10'), '2026-01');
    expect(told.opinion?.without).toEqual([{ account: 'tiga', reason: 'failed' }]);
    expect(figure(told, 'net-sentiment')?.without).toContainEqual({ account: 'tiga', reason: 'failed' });
    expect(figure(told, 'net-sentiment', 'tiga')).toMatchObject({ value: null, reason: 'failed' });
  });

  test('hides what the data hide', () => {
    const cells = CELLS.map((one) =>
      one.id === 'tiga' || one.id === 'dua' ? { ...one, comments: null, labels: labels(null, null, null) } : one,
    );
    const hidden = month('2026-01', { readings: [reading('2026-01', '1', cells)] });
    const told = only(all([hidden], '2026-03-10'), '2026-01');
    const cellOf = (of: string, id: string) => told.opinion?.cells.find((one) => one.of === of && one.id === id);
    for (const [of, id] of [
      ['account', 'tiga'],
      ['platform', 'lain'],
      ['platform', 'jejaring'],
    ] as const)
      expect(cellOf(of, id)).toMatchObject({ comments: null, reason: 'suppressed', net: { value: null, reason: 'suppressed' } });
    expect(figure(told, 'comment-score', 'tiga')).toMatchObject({ value: null, reason: 'suppressed' });
  });
});

describe('samples', () => {
  const cellsOf = (given: Partial<OpinionMonth>) =>
    only(all([month('2026-01', given)], '2026-03-10'), '2026-01').opinion?.cells ?? [];
  const nOf = (given: Partial<OpinionMonth>, of: string, id?: string) =>
    cellsOf(given).find((one) => one.of === of && one.id === id)?.n;

  test('two that may hold the same comments are not added up: the larger one counts', () => {
    const own = sitting('2026-02-13', { of: 'topic', id: 'banjir' });
    const some = crossed([
      [30, 5, 5],
      [5, 20, 5],
      [5, 5, 20],
    ]);
    const over = {
      ...sitting('2026-02-12'),
      cells: [...sitting('2026-02-12').cells, { of: 'topic' as const, id: 'banjir', n: 100, confusion: some }],
    };
    expect(nOf({ sittings: [over] }, 'topic', 'banjir')).toBe(100);
    expect(nOf({ sittings: [over, own] }, 'topic', 'banjir')).toBe(200);
    expect(nOf({ sittings: [over, own] }, 'all')).toBe(200);
  });

  test('one of each account stands for all, and for its platform; one of some stands for those alone', () => {
    const each = ['satu', 'dua', 'tiga'].map((id) => sitting('2026-02-12', { of: 'account', id }));
    expect(nOf({ sittings: each }, 'all')).toBe(600);
    expect(nOf({ sittings: each }, 'platform', 'jejaring')).toBe(400);
    expect(nOf({ sittings: each.slice(0, 2) }, 'all')).toBe(0);
    expect(nOf({ sittings: each.slice(0, 2) }, 'platform', 'jejaring')).toBe(400);
    expect(nOf({ sittings: each.slice(0, 2) }, 'platform', 'lain')).toBe(0);
    expect(nOf({ sittings: each }, 'topic', 'banjir')).toBe(0);
  });

  test('one that another classifier was put beside is not used', () => {
    expect(nOf({ sittings: [{ ...sitting('2026-02-12'), classifier: '2' }] }, 'all')).toBe(0);
  });
});

describe('a new classifier', () => {
  const young = reading('2026-02', '2', [cell('all', undefined, 300, 300, 400)]);
  const both = month('2026-02', { readings: [reading('2026-02'), young] });
  const months = [month('2026-01'), both, month('2026-03', {}, '2')];

  test('leaves what the month of the change shows as the old one has it; the break tells both', () => {
    const drafts = all(months, '2026-05-10');
    const february = only(drafts, '2026-02').opinion;
    expect(february).toMatchObject({
      classifier: ['1'],
      cells: [{ labels: labels(400, 350, 250) }, ...Array.from({ length: 7 }, () => ({}))],
    });
    const change = { month: '2026-02', from: '1', to: '2', before: labels(400, 350, 250), after: labels(300, 300, 400) };
    expect(february?.breaks).toEqual([change]);
    expect(only(drafts, '2026-03').opinion?.breaks).toEqual([change]);
    expect(only(drafts, '2026-01').opinion?.breaks).toEqual([]);
  });

  test('its raw shares are neither added to nor compared with those of the old one', () => {
    const drafts = all(months, '2026-05-10');
    expect(figure(only(drafts, '2026-q1'), 'net-sentiment')).toMatchObject({ value: null, reason: 'not-comparable' });
    const comparison = only(drafts, '2026-03').comparisons.find((one) => one.kpi === 'net-sentiment' && one.scope === 'agency');
    expect(comparison).toMatchObject({ difference: null, note: 'uncorrected' });
    expect(only(drafts, '2026-q1').opinion?.history[0]?.points.at(-1)?.classifier).toEqual(['1', '2']);
  });

  test('corrected ones are, since people gave the labels', () => {
    const drawn = months.map((one) => ({
      ...one,
      sittings: [{ ...sitting('2026-04-20'), classifier: one.readings[0]?.classifier ?? '' }],
    }));
    const drafts = all(drawn, '2026-05-10');
    expect(figure(only(drafts, '2026-q1'), 'net-sentiment')).toMatchObject({ n: 600 });
    const comparison = only(drafts, '2026-03').comparisons.find((one) => one.kpi === 'net-sentiment' && one.scope === 'agency');
    expect(comparison?.difference).toBe(0);
  });

  test('a sample beside the new one corrects the month as well', () => {
    const drawn = { ...both, sittings: [{ ...sitting('2026-04-20'), classifier: '2' }] };
    const [first] = only(all([month('2026-01'), drawn], '2026-05-10'), '2026-02').opinion?.cells ?? [];
    expect(first).toMatchObject({ n: 200, labels: labels(400, 350, 250), shares: { positive: { raw: 0.4 } } });
  });
});

describe('a quarter', () => {
  test('adds up its months, and is corrected where each of them is', () => {
    const drawn = QUARTER.map((id) => month(id, { sittings: [sitting('2026-04-20')] }));
    expect(only(all(drawn, '2026-05-10'), '2026-q1').opinion?.cells[0]).toMatchObject({ comments: 3000, n: 600 });
    const some = [...drawn.slice(0, 2), month('2026-03')];
    expect(only(all(some, '2026-05-10'), '2026-q1').opinion?.cells[0]).toMatchObject({ n: 0, net: { value: 0.15 } });
  });

  test('that lacks a month tells of the others and names it; its figure is not known', () => {
    const lacking = only(all([month('2026-01'), month('2026-03')], '2026-06-10'), '2026-q1');
    expect(lacking.opinion).toMatchObject({ months: ['2026-01', '2026-03'], missing: ['2026-02'] });
    expect(lacking.opinion?.cells[0]?.comments).toBe(2000);
    expect(figure(lacking, 'net-sentiment')).toMatchObject({ value: null, reason: 'partial' });
    expect(lacking.opinion?.history[0]?.points).toHaveLength(1);
    expect(lacking.opinion?.history[0]?.points[0]?.months).toEqual({ known: 2, expected: 3 });
  });

  test('names an account that is in some of its months, and says nothing of it or its platform', () => {
    const cells = CELLS.filter(({ id }) => id !== 'tiga');
    const lost = { accounts: ['dua', 'satu'], without: [{ account: 'tiga', reason: 'failed' as const }] };
    const months = QUARTER.map((id, at) => month(id, at === 1 ? { ...lost, readings: [reading(id, '1', cells)] } : {}));
    const told = only(all(months, '2026-05-10'), '2026-q1');
    expect(told.opinion).toMatchObject({
      ...{ accounts: ['dua', 'satu', 'tiga'], without: [] },
      partly: [{ account: 'tiga', known: 2, expected: 3 }],
    });
    const net = figure(told, 'net-sentiment');
    expect(net).toMatchObject({
      ...{ value: 0.15, over: ['satu', 'dua', 'tiga'], without: [{ account: 'diam', reason: 'not-read' }] },
      partly: [{ account: 'tiga', known: 2, expected: 3 }],
    });
    expect(net?.numerator).toBeUndefined();
    const hole = { comments: null, reason: 'partial', shares: { negative: { value: null, reason: 'partial' } } };
    expect(told.opinion?.cells.filter(({ id }) => id === 'tiga' || id === 'lain')).toMatchObject([hole, hole]);
    expect(told.opinion?.cells.find(({ id }) => id === 'jejaring')?.comments).toBe(2400);
  });

  test('weighs the accuracy of each month by its comments', () => {
    const perfect = crossed([
      [60, 0, 0],
      [0, 40, 0],
      [0, 0, 100],
    ]);
    const drawn = QUARTER.map((id, at) => {
      const one = sitting('2026-04-20');
      const many = { ...one, of: 8000, cells: [{ of: 'all' as const, n: 200, confusion: perfect }] };
      return month(id, { sittings: [at === 0 ? many : one] });
    });
    const { accuracy } = only(all(drawn, '2026-05-10'), '2026-q1').opinion ?? {};
    expect(accuracy).toMatchObject({ n: 600, share: 0.948 });
    expect(accuracy?.interval.from).toBeLessThan(0.948);
  });

  test('in which reading began speaks of the days since', () => {
    const begun = only(all([month('2026-02'), month('2026-03')], '2026-06-10'), '2026-q1');
    expect(begun.opinion).toMatchObject({ months: ['2026-02', '2026-03'], missing: [] });
    expect(figure(begun, 'net-sentiment')).toMatchObject({ value: 0.15, window: { from: '2026-02-01', to: '2026-03-31' } });
  });
});

test('history is drawn period by period; a month that was not counted is a gap', () => {
  const drafts = all([month('2026-01'), month('2026-03')], '2026-06-10');
  const [whole, ...topics] = only(drafts, '2026-03').opinion?.history ?? [];
  expect(whole?.points.map(({ period: id, comments }) => [id, comments])).toEqual([
    ['2026-01', 1000],
    ['2026-02', null],
    ['2026-03', 1000],
  ]);
  expect(whole?.points[1]?.shares.negative).toEqual({ value: null, reason: 'not-collected', raw: null });
  expect(topics.map(({ of, id }) => [of, id])).toEqual([
    ['topic', 'banjir'],
    ['policy', 'perda'],
  ]);
});

describe('a figure that nobody has checked', () => {
  const long = (sittings: boolean) =>
    Array.from({ length: 14 }, (_, index) => {
      const id = periodOf(addDays('2026-01-15', index * 30 + 2), 'month').id;
      const shift = index === 13 ? 200 : ((index * 7) % 5) * 10;
      const cells = CELLS.map((one) => {
        const { positive = 0, neutral = 0, negative = 0 } = one.labels as Record<string, number>;
        const moved = one.of === 'topic' ? 0 : (shift * (one.comments ?? 0)) / 1000;
        return cell(one.of, one.id, positive - moved, neutral, negative + moved);
      });
      return month(id, { readings: [reading(id, '1', cells)], sittings: sittings ? [sitting(addDays(period(id).to, 12))] : [] });
    });

  test('is never said to lie beyond what is usual', () => {
    const usualOf = (sittings: boolean) => {
      const months = long(sittings);
      const last = months.at(-1)?.month ?? '';
      const draft = only(all(months, addDays(period(last).to, 40)), last);
      const comparison = draft.comparisons.find((one) => one.kpi === 'net-sentiment' && one.scope === 'agency');
      return { comparison, draft };
    };
    const raw = usualOf(false);
    expect(raw.comparison).toMatchObject({ difference: null, note: 'uncorrected' });
    expect(raw.comparison?.usual).toBeUndefined();
    expect(raw.draft.narrative.flatMap(({ kpis }) => kpis)).not.toContain('net-sentiment');
    expect(usualOf(true).comparison?.usual).toMatchObject({ beyond: true });
  });

  test('neither meets nor misses a target', () => {
    const target = {
      kpi: 'net-sentiment',
      scope: 'agency',
      direction: 'at-least' as const,
      value: 0.1,
      near: 0.05,
      basis: words,
    };
    const aimed = { ...agency, targets: [{ ...target, every: 'month' as const, since: '2026-01-01' }] };
    const of = (sittings: Sitting[]) =>
      only(all([month('2026-01', { sittings })], '2026-03-10', { agency: aimed }), '2026-01').targets[0];
    expect(of([])).toMatchObject({ status: 'not-measurable', value: null, reason: 'too-few' });
    expect(of([sitting('2026-02-12')])).toMatchObject({ status: 'missed' });
    const { unsure } = of([sitting('2026-02-12')]) ?? {};
    expect(unsure).toBeUndefined();
  });
});

describe('an edition', () => {
  const editionOf = (draft: Draft, collected: Collected): Edition => {
    const made = publish(draft, undefined, collected)?.edition;
    if (!made) throw new Error('not published');
    return Edition.parse({ $schema: '', before: null, ...made });
  };

  test('waits for the month to be counted, and no longer than 35 days', () => {
    const of = (opinions: readonly OpinionMonth[], asOf: Day) => only(all(opinions, asOf), '2026-02');
    const january = month('2026-01');
    expect(of([january], '2026-03-30')).toMatchObject({ status: 'provisional', finalFrom: '2026-04-05', open: ['platforms'] });
    expect(figure(of([january], '2026-03-30'), 'net-sentiment')).toMatchObject({ value: null, reason: 'not-closed' });
    expect(of([january, month('2026-02')], '2026-03-30')).toMatchObject({ status: 'final', finalFrom: '2026-03-02' });
    const never = of([january], '2026-04-05');
    expect(never).toMatchObject({ status: 'final', finalFrom: '2026-04-05', opinion: { missing: ['2026-02'] } });
    expect(figure(never, 'net-sentiment')).toMatchObject({ value: null, reason: 'not-collected' });
  });

  test('is followed by another when staff label a sample, which says so', () => {
    const before = collectedOf([month('2026-01')], '2026-04-10');
    const first = editionOf(only(reportsOf(before), '2026-01'), before);
    const after = collectedOf([month('2026-01', { sittings: [sitting('2026-03-12')] })], '2026-04-11');
    const next = publish(only(reportsOf(after), '2026-01'), first, after);
    expect(next?.unexplained).toEqual([]);
    expect(next?.edition.revisions).toEqual([
      {
        ...{ kpi: 'net-sentiment', scope: 'agency', from: 0.15, to: -0.00630517024 },
        ...{ cause: 'labelled', reason: '2026-01 (2026-03-12)' },
      },
      expect.objectContaining({ kpi: 'comment-score', scope: 'agency', cause: 'labelled' }),
    ]);
    const held = editionOf(only(reportsOf(after), '2026-01'), after);
    expect(publish(only(reportsOf(after), '2026-01'), held, after)).toBeUndefined();
  });

  test('is followed by another when the month is counted late', () => {
    const before = collectedOf([month('2026-01')], '2026-04-10');
    const first = editionOf(only(reportsOf(before), '2026-02'), before);
    const after = collectedOf([month('2026-01'), month('2026-02')], '2026-04-12');
    const next = publish(only(reportsOf(after), '2026-02'), first, after);
    expect(next?.unexplained).toEqual([]);
    expect(new Set(next?.edition.revisions.map(({ cause }) => cause))).toEqual(new Set(['arrived late']));
  });

  test.each([
    ['uncorrected', []],
    ['corrected', [sitting('2026-02-12')]],
  ])('refuses %s counts that were changed in silence', (_, sittings) => {
    const before = collectedOf([month('2026-01', { sittings })], '2026-04-10');
    const first = editionOf(only(reportsOf(before), '2026-01'), before);
    const cells = [cell('all', undefined, 500, 350, 150), ...CELLS.slice(1)];
    const after = collectedOf([month('2026-01', { sittings, readings: [reading('2026-01', '1', cells)] })], '2026-04-11');
    expect(publish(only(reportsOf(after), '2026-01'), first, after)?.unexplained.map(({ kpi }) => kpi)).toEqual([
      'net-sentiment',
      'comment-score',
    ]);
  });
});
