import { describe, expect, test } from 'vitest';
import { narrativeOf } from '#analyse/narrative.ts';
import { answer, questionAnswer } from '#i18n/answer.ts';
import { usualTail } from '#i18n/usual.ts';
import { i18n } from '#i18n/index.ts';
import { tellings } from '#i18n/told.ts';
import type { AccountState } from '#model/account-state.ts';
import type { Comparison, KpiFigure, TargetState, Unit } from '#model/kpi-figure.ts';
import type { Report } from '#model/report.ts';

const LEADS = ['followers', 'posts-published', 'engagements', 'complaints-answered', 'sessions', 'spend'];
const names = { agency: 'Diskominfo', account: (id: string) => id.toUpperCase() };

/** All sentences of an opening. */
const opening = (...given: Parameters<typeof answer>) => Object.values(answer(...given)).flat();
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

const figure = (kpi: string, value: number | null, unit: Unit = 'count', extra: Partial<KpiFigure> = {}): KpiFigure => ({
  kpi,
  scope: 'agency',
  value,
  ...(value === null ? { reason: 'failed' as const } : {}),
  unit,
  stage: 'outcome',
  ...(unit === 'money' ? { currency: 'IDR' } : {}),
  method: 1,
  window: { from: '2026-09-01', to: '2026-09-30' },
  over: ['a'],
  without: [],
  grounds: [],
  ...extra,
});

/** A figure with its comparison: usual from 90 to 110 unless said. */
const pair = (
  kpi: string,
  was: number,
  value: number,
  usual: readonly [number, number] | null = [90, 110],
  extra: Partial<Comparison> = {},
) => ({
  figure: figure(kpi, value, kpi === 'complaints-answered' ? 'ratio' : kpi === 'spend' ? 'money' : 'count'),
  comparison: {
    kpi,
    scope: 'agency',
    with: '2026-08',
    value: was,
    difference: value - was,
    ratio: null,
    ...(usual ? { usual: { from: usual[0], to: usual[1], n: 12, beyond: value < usual[0] || value > usual[1] } } : {}),
    ...extra,
  } as Comparison,
});

const state = (account: string, reason?: 'failed' | 'not-offered'): AccountState => ({
  account,
  source: 's',
  family: 'social',
  known: 1,
  expected: 1,
  through: '2026-09-30',
  outside: false,
  daily: [],
  gaps: reason ? [{ measure: null, from: '2026-09-01', to: '2026-09-03', reason }] : [],
});

const aim = (kpi: string, status: TargetState['status'], extra: Partial<TargetState> = {}): TargetState => ({
  kpi,
  scope: 'agency',
  direction: 'at-least',
  target: 0.9,
  near: 0.05,
  basis: { id: 'r', en: 'p' },
  status,
  value: 0.8,
  ...extra,
});

const found = (
  pairs: ReturnType<typeof pair>[],
  targets: TargetState[] = [],
  accounts: AccountState[] = [state('a')],
  isOpen = false,
) => ({
  figures: pairs.map((one) => one.figure),
  comparisons: pairs.map((one) => one.comparison),
  targets,
  accounts,
  isOpen,
});

const report = (of: ReturnType<typeof found>, extra: Partial<Report> = {}): Report =>
  ({
    agency: 'd',
    period: '2026-09',
    kind: 'month',
    from: '2026-09-01',
    to: '2026-09-30',
    through: '2026-09-30',
    status: 'final',
    figures: of.figures,
    comparisons: of.comparisons,
    targets: of.targets,
    accounts: of.accounts,
    narrative: narrativeOf(of, LEADS),
    ...extra,
  }) as Report;

const calm = pair('posts-published', 98, 100);
const says = (pairs: ReturnType<typeof pair>[]) => narrativeOf(found(pairs), LEADS).map((one) => [one.says, one.kpis]);

describe('a narrative', () => {
  test('gaps first, then targets from the worst, then changes, then the rest', () => {
    const narrative = narrativeOf(
      found(
        [calm, pair('engagements', 100, 300), pair('sessions', 100, 20)],
        [aim('csat', 'met'), aim('ikm', 'open'), aim('complaints-answered', 'missed'), aim('reach', 'near', { scope: 'a' })],
        [state('b', 'failed'), state('a', 'not-offered')],
      ),
      LEADS,
    );
    expect(narrative).toEqual([
      { says: 'gap', kpis: [], scope: 'agency', accounts: ['b'] },
      { says: 'missed', kpis: ['complaints-answered'], scope: 'agency' },
      { says: 'near', kpis: ['reach'], scope: 'a' },
      { says: 'met', kpis: ['csat'], scope: 'agency' },
      { says: 'rose', kpis: ['engagements'], scope: 'agency' },
      { says: 'fell', kpis: ['sessions'], scope: 'agency' },
      { says: 'as-usual', kpis: ['posts-published'], scope: 'agency' },
    ]);
  });

  test('a gap is what a leading total has to do without and somebody could have brought', () => {
    const lack = (reason: 'not-imported' | 'not-offered', kpi = 'sessions') =>
      narrativeOf(found([{ ...calm, figure: figure(kpi, 1, 'count', { without: [{ account: 'c', reason }] }) }]), LEADS)[0];
    expect(lack('not-imported')).toEqual({ says: 'gap', kpis: [], scope: 'agency', accounts: ['c'] });
    expect(lack('not-offered')?.says).not.toBe('gap');
    expect(lack('not-imported', 'bounce-rate')?.says).not.toBe('gap');
  });

  test('tells the change first that lies farthest outside for what is usual there', () => {
    const wide = pair('engagements', 100, 400, [0, 300]);
    const narrow = pair('sessions', 100, 130, [95, 105]);
    expect(says([wide, narrow])).toEqual([['rose', ['sessions', 'engagements']]]);
  });

  test('says that it is too early where nothing can be judged, and nothing at all of changes while the period runs', () => {
    expect(says([pair('sessions', 100, 300, null)])).toEqual([['too-early', []]]);
    expect(says([])).toEqual([]);
    expect(narrativeOf(found([pair('sessions', 100, 300)], [], [state('a')], true), LEADS)).toEqual([]);
  });

  test('calls no rise what came half the way back down to the usual', () =>
    expect(says([calm, pair('sessions', 300, 150)])).toEqual([['as-usual', ['posts-published']]]));

  test('tells of no change that is too small to speak of: a point of a share, two per cent of a count', () => {
    const share = (was: number, value: number) => pair('complaints-answered', was, value, [was - 0.001, was + 0.001]);
    expect(says([share(0.45, 0.4442)])).toEqual([['as-usual', ['complaints-answered']]]);
    expect(says([share(0.45, 0.4399)])).toEqual([['fell', ['complaints-answered']]]);
    // A small share by a tenth of what it was.
    expect(says([share(0.02, 0.0225)])).toEqual([['rose', ['complaints-answered']]]);
    expect(says([pair('sessions', 1000, 1019, [990, 1010])])).toEqual([['as-usual', ['sessions']]]);
    expect(says([pair('sessions', 1000, 1020, [990, 1010])])).toEqual([['rose', ['sessions']]]);
    expect(says([pair('followers', 50_000, 50_300, [50_000, 50_100])])).toEqual([['rose', ['followers']]]);
    expect(says([pair('followers', 50_000, 50_200, [50_000, 50_100])])).toEqual([['as-usual', ['followers']]]);
  });

  test.each(['provisional', 'counted-early', 'accounts-differ', 'metric-changed'] as const)(
    'mentions no figure that is %s',
    (note) => expect(says([calm, pair('sessions', 100, 300, [90, 110], { note })])).toEqual([['as-usual', ['posts-published']]]),
  );

  test('of leading figures of the whole agency alone', () => {
    const own = pair('sessions', 100, 300);
    const account = { figure: { ...own.figure, scope: 'a' }, comparison: { ...own.comparison, scope: 'a' } };
    expect(says([calm, account, pair('bounce-rate', 1, 9, [0, 2])])).toEqual([['as-usual', ['posts-published']]]);
  });

  test('is the same in whatever order the figures come, turns with their sign, and tells of known figures alone', () => {
    let seed = 7;
    const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
    for (let run = 0; run < 300; run += 1) {
      const values = LEADS.map((kpi) => ({ kpi, by: Math.round((random() - 0.5) * 80), isKnown: random() > 0.2 }));
      const make = (sign: number) =>
        values.map(({ kpi, by, isKnown }) => {
          const made = pair(kpi, 100, 100 + sign * by);
          return isKnown ? made : { ...made, figure: { ...made.figure, value: null, reason: 'failed' as const } };
        });
      const narrative = narrativeOf(found(make(1)), LEADS);
      const shuffled = make(1).sort(() => random() - 0.5);
      expect(narrativeOf(found(shuffled), LEADS)).toEqual(narrative);
      const told = (of: typeof narrative, what: string) => of.find((one) => one.says === what)?.kpis ?? [];
      const turned = narrativeOf(found(make(-1)), LEADS);
      expect(told(turned, 'fell')).toEqual(told(narrative, 'rose'));
      expect(told(turned, 'rose')).toEqual(told(narrative, 'fell'));
      const known = values.filter(({ isKnown }) => isKnown).map(({ kpi }) => kpi);
      for (const kpi of narrative.flatMap((one) => one.kpis)) expect(known).toContain(kpi);
    }
  });
});

describe('in words', () => {
  test('the answer to a question names its figure that left the usual by most, but for the one it begins with', () => {
    const one = pair('engagements', 100, 300);
    const rate = pair('event-registration', 0.867, 0.656, [0.8, 0.9]);
    const near = pair('poll-votes', 100, 115);
    const small = pair('save-rate', 0.4, 0.405, [0.39, 0.404]);
    const ratio = { ...rate, figure: figure('event-registration', 0.656, 'ratio') };
    const said = (extra: Partial<Report> = {}, lang = 'en') =>
      plain(questionAnswer(report(found([one, near, ratio, small]), extra), 2, i18n(lang), names));
    expect(said()).toContain('Out of the ordinary: invited who registered from 86.7% to 65.6%, below the usual range.');
    expect(said({}, 'id')).toContain('Di luar kebiasaan: undangan yang mendaftar dari 86,7 %');
    expect(said().match(/Out of the ordinary/g)).toHaveLength(1);
    expect(said({ through: '2026-09-20' })).not.toContain('Out of the ordinary');
    const alone = questionAnswer(report(found([one])), 2, i18n('en'), names);
    expect(alone).not.toContain('Out of the ordinary');
    expect(alone).toContain('above its usual range');
  });

  test('a row calls a little what is too small to speak of', () => {
    const tail = (was: number, value: number, usual: readonly [number, number]) =>
      usualTail(i18n('en'), pair('complaints-answered', was, value, usual).comparison);
    expect(tail(0.45, 0.4442, [0.449, 0.451])).toBe(', a little below its usual range');
    expect(tail(0.45, 0.42, [0.449, 0.451])).toBe(', below its usual range');
    expect(tail(0.4, 0.42, [0.449, 0.451])).toBe(', still below its usual range');
    expect(tail(0.45, 0.42, [0.3, 0.5])).toBe(', within its usual range');
  });

  const spoken = (of: Report, lang: string) => tellings(of, i18n(lang), names, (text) => text).map(({ text }) => plain(text));

  test('changes beyond the usual, with a total over some accounts named', () => {
    const some = pair('engagements', 100, 3000);
    const part = { ...some, figure: { ...some.figure, without: [{ account: 'b', reason: 'not-offered' as const }] } };
    const of = report(found([calm, part, pair('spend', 0, 5_000_000, [0, 10]), pair('sessions', 100, 20)]));
    expect(spoken(of, 'en')).toEqual([
      'Up on August 2026 by more than usual: ad spend from IDR 0 to IDR 5,000,000 and engagements from 100 to 3,000 (A alone).',
      'Down on August 2026 by more than usual: site visits from 100 to 20.',
      'One other main figure shows nothing unusual: posts published.',
    ]);
    expect(spoken(of, 'id')).toEqual([
      'Naik melebihi kebiasaan dibanding Agustus 2026: belanja iklan dari Rp 0 menjadi Rp 5.000.000 dan keterlibatan dari 100 menjadi 3.000 (hanya A).',
      'Turun melebihi kebiasaan dibanding Agustus 2026: kunjungan situs dari 100 menjadi 20.',
      '1 angka utama lainnya tidak di luar kebiasaan: kiriman terbit.',
    ]);
  });

  test('three changes are named, the others counted', () => {
    const of = report(
      found(['followers', 'posts-published', 'engagements', 'sessions', 'spend'].map((kpi) => pair(kpi, 100, 300))),
    );
    expect(spoken(of, 'en')[0]).toMatch(/ and 2 more figures\.$/);
  });

  test('targets, with those of accounts in the same sentence, and what is unsure', () => {
    const of = report(
      found(
        [calm],
        [
          aim('complaints-answered', 'missed'),
          aim('ikm', 'missed', { target: 88.31, value: 70 }),
          aim('reach', 'not-measurable', { scope: 'ig', target: 5000, value: null, reason: 'not-in-export' }),
          aim('csat', 'met', { value: 0.91, unsure: true }),
        ],
      ),
    );
    expect(spoken(of, 'en').slice(0, 3)).toEqual([
      'Targets missed: complaints answered 80.0% (at least 90%) and public satisfaction index (IKM) 70.00 (at least 88.31).',
      'Target that can’t be measured for lack of figures: reach on IG (at least 5,000).',
      'Target met: satisfied citizens (CSAT) 91.0% (at least 90%; too close to be sure).',
    ]);
    expect(spoken(of, 'id')[2]).toBe(
      'Target yang tercapai: warga yang puas (CSAT) 91,0 % (minimal 90 %; selisihnya terlalu tipis untuk dipastikan).',
    );
  });

  test('nothing out of the ordinary, and too early to say', () => {
    expect(spoken(report(found([calm, pair('sessions', 100, 101)])), 'en')).toEqual([
      'None of the 2 main figures that can be judged shows anything unusual: posts published and site visits.',
    ]);
    expect(spoken(report(found([pair('sessions', 1, 2, null)])), 'id')).toEqual([
      'Masih terlalu dini untuk mengatakan perubahan mana yang di luar kebiasaan.',
    ]);
  });

  test('a whole opening: gap first, what a target tells not told twice, provisional last', () => {
    const rate = figure('complaints-answered', 0.8, 'ratio', { numerator: 80, denominator: 100 });
    const of = found([calm, pair('sessions', 100, 300)], [aim('complaints-answered', 'missed')], [state('b', 'failed')]);
    const whole = report(
      { ...of, figures: [...of.figures, rate, figure('views', 5000), figure('engagements', 70)] },
      { status: 'provisional' },
    );
    expect(opening(whole, i18n('en'), names).map(plain)).toEqual([
      'Figures of B are incomplete.',
      'In September 2026, Diskominfo published 100 posts on one account. Together they were viewed 5,000 times.',
      'They drew 70 responses.',
      'Target missed: complaints answered 80.0% (at least 90%).',
      'Up on August 2026 by more than usual: site visits from 100 to 300.',
      'One other main figure shows nothing unusual: posts published.',
      'These figures are still provisional.',
    ]);
  });

  test('a change says how it lies to what is usual', () => {
    const said = (was: number, value: number, lang = 'en') =>
      i18n(lang).change(pair('sessions', was, value, [90, 110], { ratio: (value - was) / was }).comparison, 'count');
    expect(said(100, 105)).toMatchObject({ text: 'up 5.0% on August, within its usual range', brief: 'up 5.0% on August' });
    expect(said(100, 150).text).toBe('up 50.0% on August, above its usual range');
    expect(said(300, 150).text).toBe('down 50.0% on August, still above its usual range');
    expect(said(100, 50).text).toBe('down 50.0% on August, below its usual range');
    expect(plain(said(20, 50, 'id').text)).toBe('naik 150 % dari Agustus, tetap di bawah kisaran biasanya');
    const lastYear = { ...pair('sessions', 100, 105, null, { ratio: 0.05 }).comparison, with: '2025-09' };
    expect(i18n('en').change(lastYear, 'count', 'in').text).toBe('up 5.0% on September 2025');
  });
});
