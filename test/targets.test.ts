import { describe, expect, test } from 'vitest';
import { publish, revisionsOf, targetsMoved } from '#analyse/edition.ts';
import { stateOf, targetsOf } from '#analyse/targets.ts';
import { checkTargets } from '#gate/targets.ts';
import { targetLine } from '#i18n/target.ts';
import { aimOf, targetsAnswer } from '#i18n/told.ts';
import { i18n } from '#i18n/index.ts';
import { Agency } from '#model/agency.ts';
import type { Edition } from '#model/edition.ts';
import type { KpiFigure, TargetState } from '#model/kpi-figure.ts';
import { period } from '#model/period.ts';
import type { Report } from '#model/report.ts';
import type { Target } from '#model/target.ts';

const basis = { id: 'rencana', en: 'plan' };
const target = (extra: Partial<Target> = {}): Target => ({
  kpi: 'complaints-answered',
  scope: 'agency',
  direction: 'at-least',
  value: 0.8,
  near: 0.05,
  basis,
  every: 'month',
  since: '2026-01-01',
  ...extra,
});
const figure = (kpi: string, value: number | null, extra: Partial<KpiFigure> = {}): KpiFigure => ({
  kpi,
  scope: 'agency',
  value,
  ...(value === null ? { reason: 'failed' as const } : {}),
  unit: 'ratio',
  stage: 'outcome',
  method: 1,
  window: { from: '2026-09-01', to: '2026-09-30' },
  over: ['a'],
  without: [],
  grounds: [],
  ...extra,
});
const answered = (value: number | null, extra: Partial<KpiFigure> = {}) => figure('complaints-answered', value, extra);
const SETTLED = { isOpen: false, isProvisional: false };

describe('what became of a target', () => {
  const status = (value: number | null, extra: Partial<Target> = {}, more: Partial<KpiFigure> = {}) =>
    stateOf(target(extra), [answered(value, more)], false);

  test('met, near and missed, to the very edge', () => {
    expect(status(0.8).status).toBe('met');
    expect(status(0.7999).status).toBe('near');
    expect(status(0.76).status).toBe('near');
    expect(status(0.7599).status).toBe('missed');
    expect(status(0.79, { near: 0 }).status).toBe('missed');
  });

  test('at most is the other way round, below zero too', () => {
    const most = { direction: 'at-most' as const };
    expect(status(0.8, most).status).toBe('met');
    expect(status(0.84, most).status).toBe('near');
    expect(status(0.85, most).status).toBe('missed');
    expect(status(-0.104, { value: -0.1 }).status).toBe('near');
    expect(status(-0.11, { value: -0.1 }).status).toBe('missed');
  });

  test('is not measurable without a figure, and says why', () => {
    expect(status(null)).toMatchObject({ status: 'not-measurable', value: null, reason: 'failed' });
    expect(stateOf(target({ scope: 'x' }), [answered(0.9)], false)).toMatchObject({ reason: 'not-collected' });
    expect(stateOf(target(), [answered(0)], false).status).toBe('missed');
  });

  test('a sum of which accounts say nothing is decided only where the others have reached it, or gone beyond it, alone', () => {
    const lack = { over: ['a', 'b'], without: [{ account: 'c', reason: 'not-in-export' as const }] };
    const of = (kpi: string, value: number, extra: Partial<Target>, more: Partial<KpiFigure> = lack) =>
      stateOf(target({ kpi, value: 100, ...extra }), [figure(kpi, value, { unit: 'count', ...more })], false);
    for (const kpi of ['followers', 'spend', 'views']) {
      expect(of(kpi, 99, {})).toMatchObject({ status: 'not-measurable', value: null, reason: 'partial' });
      expect(of(kpi, 100, {})).toMatchObject({ status: 'met', value: 100, over: ['a', 'b'] });
      expect(of(kpi, 100, { direction: 'at-most' })).toMatchObject({ status: 'not-measurable', reason: 'partial' });
      // It is past already, and nobody knows by how much: never narrowly.
      expect(of(kpi, 101, { direction: 'at-most' })).toMatchObject({ status: 'missed', value: 101 });
      expect(of(kpi, 99, {}, { without: [] })).toMatchObject({ status: 'near' });
      // What had not begun, or had no posts, has nothing to add.
      expect(of(kpi, 99, {}, { without: [{ account: 'c', reason: 'not-begun' }] })).toMatchObject({ status: 'near' });
    }
  });

  test('a rate of which accounts say nothing is judged by the others, and names them', () => {
    const lack = { over: ['loket'], without: [{ account: 'lapor', reason: 'not-in-export' as const }] };
    expect(status(0.7, {}, lack)).toMatchObject({ status: 'missed', over: ['loket'] });
    expect(status(0.7)).not.toHaveProperty('over');
    const figures = [answered(0.7, lack)];
    const report = { figures, targets: [stateOf(target(), figures, false)] } as unknown as Report;
    const names = { agency: 'D', account: (one: string) => one.toUpperCase() };
    expect(targetsAnswer(report, 4, i18n('en'), names).replaceAll('\u00a0', ' ')).toBe(
      'The target for complaints answered, at least 80% (LOKET alone), was missed.',
    );
    const [state] = report.targets;
    if (!state) throw new Error('no target');
    expect(targetLine(i18n('id'), state, 'ratio', figures[0], names).replaceAll('\u00a0', ' ')).toBe(
      'Target minimal 80,0 %: meleset (hanya LOKET)',
    );
    expect(targetLine(i18n('en'), { ...state, value: null, status: 'not-measurable' }, 'ratio', figures[0], names)).toContain(
      ': not measurable, with the figure of LOKET alone',
    );
    const followers = [figure('followers', 46_610, { unit: 'people', ...lack, over: ['a', 'b', 'c'] })];
    const aim = stateOf(target({ kpi: 'followers', value: 50_000 }), followers, false);
    expect(targetsAnswer({ figures: followers, targets: [aim] } as unknown as Report, 1, i18n('en'), names)).toBe(
      'The target for followers, at least 50,000, can’t be measured with the figure of 3 of 4 accounts alone.',
    );
  });

  test('is unsure where the target lies within the interval', () => {
    expect(status(0.82, {}, { interval: { from: 0.77, to: 0.86 } })).toMatchObject({ status: 'met', unsure: true });
    expect(status(0.7, {}, { interval: { from: 0.65, to: 0.81 } })).toMatchObject({ status: 'missed', unsure: true });
    expect(status(0.9, {}, { interval: { from: 0.85, to: 0.95 } }).unsure).toBeUndefined();
  });

  test('is open until the period is over, but for a sum that has already reached it or gone beyond', () => {
    const of = (kpi: string, value: number, extra: Partial<Target>) =>
      stateOf(target({ kpi, ...extra }), [figure(kpi, value, { unit: 'count' })], true).status;
    expect(of('complaints-answered', 0.9, {})).toBe('open');
    expect(of('posts-published', 99, { value: 100 })).toBe('open');
    expect(of('posts-published', 100, { value: 100 })).toBe('met');
    expect(of('spend', 90, { value: 100, direction: 'at-most' })).toBe('open');
    expect(of('spend', 104, { value: 100, direction: 'at-most' })).toBe('open');
    expect(of('spend', 106, { value: 100, direction: 'at-most' })).toBe('missed');
    // Costs per click are money too, and fall again.
    expect(of('cpc', 106, { value: 100, direction: 'at-most' })).toBe('open');
  });

  test('is open while its own figure still grows, and only then', () => {
    const young = answered(0.5, { early: { count: 1, of: 'months' } });
    const state = (figures: KpiFigure[], isProvisional: boolean) =>
      targetsOf([target()], period('2026-09'), figures, { isOpen: false, isProvisional })[0]?.status;
    expect(state([young], true)).toBe('open');
    expect(state([young], false)).toBe('missed');
    expect(state([answered(0.5)], true)).toBe('missed');
  });

  test('holds for the periods of its kind that lie whole within its days', () => {
    const holds = (id: string, extra: Partial<Target>) => targetsOf([target(extra)], period(id), [], SETTLED).length === 1;
    expect(holds('2026-01', {})).toBe(true);
    expect(holds('2025-12', {})).toBe(false);
    expect(holds('2026-01', { since: '2026-01-02' })).toBe(false);
    expect(holds('2026-03', { until: '2026-03-31' })).toBe(true);
    expect(holds('2026-03', { until: '2026-03-30' })).toBe(false);
    expect(holds('2026-q1', {})).toBe(false);
    expect(holds('2026-q1', { every: 'quarter' })).toBe(true);
  });
});

describe('the gate', () => {
  const check = (...targets: object[]) => {
    const text = JSON.stringify(
      {
        $schema: 'x',
        id: 'a',
        name: 'A',
        short: 'A',
        place: 'P',
        contact: 'a@example.org',
        zone: 'Asia/Jakarta',
        languages: ['id'],
        licence: { name: 'CC0', url: 'https://example.org/' },
        targets: targets.map((one) => ({ ...target(), ...one })),
        accounts: [{ id: 'aduan', name: 'A', platform: 'p', source: 's', handle: 'h', since: '2025-01-01' }],
      },
      null,
      2,
    );
    return { text, remarks: checkTargets(text, Agency.parse(JSON.parse(text))) };
  };
  const lineOf = (text: string, part: string, from = 0) => text.slice(0, text.indexOf(part, from)).split('\n').length;

  test('lets honest targets pass: a successor, a corridor, another kind, one account beside all', () => {
    expect(
      check(
        { until: '2026-06-30' },
        { since: '2026-07-01', value: 0.9 },
        { kpi: 'spend', value: 5, direction: 'at-most' },
        { kpi: 'spend', value: 1 },
        { every: 'quarter' },
        { scope: 'aduan' },
      ).remarks,
    ).toEqual([]);
  });

  test('names an unknown KPI and an unknown account, with what was meant, at their lines', () => {
    const { text, remarks } = check({ kpi: 'complaints-anwsered' }, { scope: 'adaun' });
    expect(remarks).toMatchObject([
      { line: lineOf(text, '"complaints-anwsered"'), rule: 'target', message: expect.stringContaining('"complaints-answered"?') },
      { line: lineOf(text, '"adaun"'), rule: 'target', message: expect.stringContaining('did you mean "aduan"?') },
    ]);
  });

  test('takes 85 of a share for 85 %', () => {
    const { text, remarks } = check({ value: 85, baseline: { value: 70, period: '2025' } });
    expect(remarks.map(({ line }) => line)).toEqual([lineOf(text, '85'), lineOf(text, '70')]);
    expect(remarks[0]?.message).toContain('write 0.85 for 85 %');
    expect(check({ kpi: 'posts-published', value: 85 }).remarks).toEqual([]);
    expect(check({ value: 1 }).remarks).toEqual([]);
  });

  test('refuses two for the same time, and one that holds for no whole period', () => {
    expect(check({}, { value: 0.9, since: '2026-05-01' }).remarks).toMatchObject([
      { message: expect.stringContaining('number 1 of the list') },
    ]);
    expect(check({ until: '2026-06-30' }, { since: '2026-06-30' }).remarks).toHaveLength(1);
    expect(check({ since: '2026-06-30' }, { until: '2026-06-30' }).remarks).toHaveLength(1);
    expect(check({ every: 'year', since: '2026-02-01', until: '2026-12-31' }).remarks).toMatchObject([
      { message: expect.stringContaining('no whole year') },
    ]);
    expect(check({ every: 'year', since: '2026-01-01', until: '2026-12-31' }).remarks).toEqual([]);
  });
});

describe('a target that changes after publication', () => {
  const state = (value: number, extra: Partial<TargetState> = {}): TargetState => ({
    ...stateOf(target({ value }), [answered(0.9)], false),
    ...extra,
  });
  const draft = (targets: TargetState[]) => ({
    agency: 'a',
    period: '2026-08',
    status: 'final' as const,
    asOf: '2026-11-10',
    figures: [answered(0.9)],
    targets,
  });
  const none = { series: new Map(), posts: new Map(), runs: [] } as never;
  const published = (targets: TargetState[]): Edition => {
    const { edition } = publish(draft(targets), undefined, none) ?? {};
    if (!edition) throw new Error('nothing published');
    return { $schema: 'x', before: null, ...edition };
  };
  const changed = (before: TargetState[], now: TargetState[]) => publish(draft(now), published(before), none);

  test('is a new edition with its line: moved, set and given up', () => {
    expect(changed([state(0.8)], [state(0.8)])).toBeUndefined();
    const line = { kpi: 'complaints-answered', scope: 'agency', cause: 'target changed', reason: 'plan' };
    expect(changed([state(0.8)], [state(0.7)])?.edition.revisions).toEqual([{ ...line, from: 0.8, to: 0.7 }]);
    expect(changed([], [state(0.7)])?.edition.revisions).toEqual([{ ...line, from: null, to: 0.7 }]);
    expect(changed([state(0.8)], [])?.edition.revisions).toEqual([{ ...line, from: 0.8, to: null }]);
    expect(changed([state(0.8)], [state(0.7)])?.unexplained).toEqual([]);
  });

  test('what else was changed of it is told too: how near is near, and where it started from', () => {
    const line = { kpi: 'complaints-answered', scope: 'agency', from: 0.8, to: 0.8, cause: 'target changed' };
    const lines = (now: Partial<TargetState>) => changed([state(0.8)], [state(0.8, now)])?.edition.revisions;
    expect(lines({ near: 0.001 })).toEqual([{ ...line, reason: 'near 0.05 -> 0.001; plan' }]);
    expect(lines({ baseline: { value: 0.5, period: '2025' } })).toEqual([
      { ...line, reason: 'baseline none -> 0.5 (2025); plan' },
    ]);
    expect(lines({ near: 0.001, target: 0.9 })).toMatchObject([{ to: 0.9, reason: 'near 0.05 -> 0.001; plan' }]);
  });

  test('what becomes of it is not changed alone without a reason', () => {
    const [before, now] = [[state(0.8, { status: 'near' })], [state(0.8, { status: 'missed' })]] as const;
    expect(changed([...before], [...now])?.unexplained).toMatchObject([
      { kpi: 'complaints-answered', from: 0.9, to: 0.9, outcome: 'target near -> missed' },
    ]);
    expect(publish(draft([...now]), published([...before]), none, 'Salah hitung')).toMatchObject({
      unexplained: [],
      edition: { revisions: [{ cause: 'explained by staff', reason: 'target near -> missed. Salah hitung' }] },
    });
    expect(targetsMoved(published([...before]), [...now])).toEqual(['complaints-answered of agency: target near -> missed']);
    expect(targetsMoved(published([state(0.8)]), [state(0.8, { near: 0.001 })])).toHaveLength(1);
    expect(targetsMoved(published([...before]), [...before])).toEqual([]);
  });

  test('is told with the basis of the new one, once for each direction', () => {
    const other = { id: 'b', en: 'a later plan' };
    expect(changed([state(0.8)], [state(0.9, { basis: other })])?.edition.revisions[0]?.reason).toBe('a later plan');
    const most = state(0.95, { direction: 'at-most' });
    expect(changed([state(0.8), most], [state(0.8), { ...most, target: 0.99 }])?.edition.revisions).toMatchObject([
      { from: 0.95, to: 0.99 },
    ]);
  });

  test('stands in the table of revisions', () => {
    const second = changed([state(0.8)], [state(0.7)])?.edition;
    if (!second) throw new Error('nothing published');
    expect(revisionsOf([published([state(0.8)]), { $schema: 'x', before: 'x', ...second }])).toMatchObject([
      { period: '2026-08', edition: 2, seen: '2026-11-10', cause: 'target changed', from: 0.8, to: 0.7 },
    ]);
  });
});

describe('in words', () => {
  const [id, en] = [i18n('id'), i18n('en')];
  const plain = (text: string) => text.replaceAll('\u00a0', ' ');
  const names = { agency: 'A', account: (account: string) => account };
  const report = (targets: TargetState[]) => ({ targets, figures: [answered(0.7)], comparisons: [] }) as unknown as Report;

  test('a target has as many digits as were set', () => {
    const aim = (kpi: string, value: number) => plain(aimOf({ kpi, direction: 'at-least', target: value }, 'IDR', id));
    expect(aim('complaints-answered', 0.9)).toBe('minimal 90 %');
    expect(aim('complaints-answered', 0.905)).toBe('minimal 90,5 %');
    expect(aim('ikm', 88.31)).toBe('minimal 88,31');
    expect(aim('spend', 15_000_000)).toBe('minimal Rp 15.000.000');
    expect(plain(aimOf({ kpi: 'first-response-median', direction: 'at-most', target: 8 }, undefined, en))).toBe(
      'at most 8 hours',
    );
  });

  test('the answer to a question names its targets, the worst first, and says where it is unsure', () => {
    const missed = stateOf(target(), [answered(0.7)], false);
    const met = stateOf(target({ kpi: 'csat' }), [figure('csat', 0.82, { interval: { from: 0.7, to: 0.9 } })], false);
    const said = targetsAnswer(report([met, missed]), 4, en, names);
    expect(said).toMatch(/^The target for complaints answered, at least 80%, was missed\. .* was met, too closely to be sure\.$/);
    expect(targetsAnswer(report([met, missed]), 1, en, names)).toBe('');
    expect(targetsAnswer(report([{ ...met, status: 'open' }]), 4, en, names)).toBe('');
  });
});
