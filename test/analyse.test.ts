import { describe, expect, test } from 'vitest';
import { publish, revisionsOf } from '#analyse/edition.ts';
import type { Collected } from '#analyse/input.ts';
import { reportsOf, type Draft } from '#analyse/report.ts';
import type { Agency } from '#model/agency.ts';
import { addDays, eachDay } from '#model/day.ts';
import type { Edition } from '#model/edition.ts';
import type { Measure } from '#model/measure.ts';
import type { Series, Window } from '#model/observation.ts';
import type { Post } from '#model/post.ts';
import { Report } from '#model/report.ts';
import type { AccountRun, Run } from '#model/run.ts';
import type { Declaration } from '#model/source.ts';

const words = { id: 'kata', en: 'words' };

function declare(id: string, extra: Partial<Declaration> = {}): Declaration {
  return {
    id,
    platform: id,
    family: 'social',
    name: id,
    title: words,
    kind: 'api',
    api: 'v1',
    secrets: [],
    gives: [
      { measure: 'followers', level: 'account', window: 'day', metric: 'f', snapshot: true },
      { measure: 'views', level: 'account', window: 'day', metric: 'v', snapshot: false },
      { measure: 'likes', level: 'post', metric: 'l', snapshot: false },
    ],
    lacks: [{ measure: 'impressions', level: 'account', reason: 'not-offered' }],
    engagement: ['likes', 'comments', 'shares'],
    settles: 2,
    freezes: 28,
    limits: words,
    how: [],
    tried: 'never',
    fixture: 'ours',
    ...extra,
  };
}

const agency = (accounts: string[]): Agency => ({
  $schema: 'x',
  id: 'a',
  name: 'A',
  short: 'A',
  place: 'P',
  contact: 'a@example.org',
  zone: 'Asia/Jayapura',
  languages: ['id', 'en'],
  licence: { name: 'CC0', url: 'https://example.org/' },
  floor: 0.8,
  smallest: 10,
  accounts: accounts.map((id) => ({
    id,
    name: id,
    platform: id,
    source: id,
    handle: id,
    url: 'https://example.org/',
    since: '2026-08-01',
  })),
});

function series(
  measure: Measure,
  from: string,
  to: string,
  value: (index: number) => number | null,
  metric = measure[0] as string,
  window: Window = 'day',
): Series {
  return {
    measure,
    window,
    dimensions: {},
    source: 's',
    metric,
    api: 'v1',
    values: eachDay(from, to).map((day, index) => {
      const number = value(index);
      return number === null
        ? { day, value: null, reason: 'failed' as const, observed: day }
        : { day, value: number, observed: day };
    }),
  };
}

function post(id: string, day: string, likes: number, comments: number, shares: number | null): Post {
  return {
    id,
    day,
    type: 'text',
    text: '',
    tags: [],
    figures: {
      likes: { value: likes, metric: 'l' },
      comments: { value: comments, metric: 'c' },
      shares: shares === null ? { value: null, reason: 'failed', metric: 's' } : { value: shares, metric: 's' },
    },
    source: 's',
    api: 'v1',
    observed: addDays(day, 28),
  };
}

function run(day: string, account: string, from: string, extra: Partial<AccountRun> = {}): Run {
  return {
    day,
    accounts: [
      {
        account,
        source: account,
        api: 'v1',
        outcome: 'complete',
        requests: 1,
        posts: { from, to: addDays(day, -1) },
        gaps: [],
        ...extra,
      },
    ],
  };
}

const whole: Collected = {
  agency: agency(['a']),
  declarations: [declare('a')],
  series: new Map([
    [
      'a',
      [
        series('followers', '2026-07-31', '2026-11-20', (index) => 1000 + index),
        series('views', '2026-08-01', '2026-11-20', () => 10),
      ],
    ],
  ]),
  campaigns: [],
  posts: new Map([['a', [post('1', '2026-09-01', 5, 3, 2), post('2', '2026-09-30', 1, 1, 0), post('3', '2026-10-01', 9, 9, 9)]]]),
  runs: [run('2026-11-20', 'a', '2026-08-01')],
};

const report = (collected: Collected, period: string): Draft => {
  const found = reportsOf(collected).find((one) => one.period === period);
  if (!found) throw new Error(`no report ${period}`);
  return found;
};
const figure = (draft: Draft, kpi: string, scope = 'agency') =>
  draft.figures.find((one) => one.kpi === kpi && one.scope === scope);

describe('a report', () => {
  test('holds what was computed by hand', () => {
    const september = report(whole, '2026-09');
    expect(figure(september, 'followers')?.value).toBe(1061);
    expect(figure(september, 'audience-growth')).toMatchObject({
      numerator: 30,
      denominator: 1031,
      value: Number((30 / 1031).toPrecision(9)),
    });
    expect(figure(september, 'posts-published')?.value).toBe(2);
    expect(figure(september, 'views')?.value).toBe(300);
    expect(figure(september, 'engagements')?.value).toBe(12);
    expect(figure(september, 'conversation')?.value).toBe(2);
    expect(figure(september, 'amplification')?.value).toBe(1);
    expect(figure(september, 'impressions')).toMatchObject({ value: null, reason: 'not-offered' });
    expect(Report.safeParse({ $schema: 'x', edition: null, ...september }).success).toBe(true);
  });

  test('covers months that are over, and the quarters and years of those months', () => {
    expect(reportsOf(whole).map((one) => one.period)).toEqual(['2026-08', '2026-09', '2026-10', '2026-q3', '2026-q4', '2026']);
    expect(report(whole, '2026')).toMatchObject({ through: '2026-10-31', status: 'provisional' });
  });

  test('is final 28 days after its end, and not before', () => {
    const at = (day: string) => ({ ...whole, runs: [run(day, 'a', '2026-08-01')] });
    expect(report(at('2026-10-28'), '2026-09').status).toBe('provisional');
    expect(report(at('2026-10-29'), '2026-09').status).toBe('final');
  });

  test('a quarter is made from its days and posts, never from the figures of months', () => {
    const quarter = report(whole, '2026-q3');
    expect(figure(quarter, 'views')?.value).toBe(610);
    expect(figure(quarter, 'audience-growth')).toMatchObject({ value: null, reason: 'no-previous' });
    expect(figure(quarter, 'engagements')?.n).toBe(2);
  });

  test('compares with the period before, and not where the period is not over', () => {
    const of = (period: string, kpi: string) =>
      report(whole, period).comparisons.find((one) => one.kpi === kpi && one.scope === 'agency');
    expect(of('2026-09', 'views')).toMatchObject({ with: '2026-08', value: 310, difference: -10 });
    expect(of('2026-08', 'views')).toMatchObject({ value: null, reason: 'no-previous', difference: null });
    expect(of('2026-q4', 'views')).toMatchObject({ value: 610, difference: null, note: 'period-not-over' });
    // A state goes on growing, too, until the period is over.
    expect(of('2026-q4', 'followers')).toMatchObject({ difference: null, note: 'period-not-over' });
  });
});

describe('what is missing', () => {
  const without = (change: Partial<Collected>): Draft => report({ ...whole, ...change }, '2026-09');

  test('a day without a figure makes a sum unknown, with what was counted', () => {
    const views = series('views', '2026-08-01', '2026-11-20', (index) => (index === 40 ? null : 10));
    const september = without({ series: new Map([['a', [series('followers', '2026-07-31', '2026-11-20', () => 5), views]]]) });
    expect(figure(september, 'views')).toMatchObject({
      value: null,
      reason: 'partial',
      numerator: 290,
      days: { known: 29, expected: 30 },
    });
    expect(september.accounts[0]).toMatchObject({ known: 89, expected: 90 });
    expect(september.accounts[0]?.gaps).toEqual([{ measure: 'views', from: '2026-09-10', to: '2026-09-10', reason: 'failed' }]);
  });

  test('followers are never carried over from another day', () => {
    const followers = series('followers', '2026-07-31', '2026-09-29', () => 5);
    const september = without({ series: new Map([['a', [followers]]]) });
    expect(figure(september, 'followers')).toMatchObject({ value: null, reason: 'not-collected' });
  });

  test('stories count nowhere, since those of a day without a run are gone', () => {
    const story: Post = { ...post('4', '2026-09-02', 50, 50, 50), type: 'story' };
    const september = without({ posts: new Map([['a', [...(whole.posts.get('a') ?? []), story]]]) });
    expect(figure(september, 'posts-published')).toEqual(figure(report(whole, '2026-09'), 'posts-published'));
    expect(figure(september, 'engagements')).toEqual(figure(report(whole, '2026-09'), 'engagements'));
  });

  test('posts of a day that nobody read make their count unknown, not smaller', () => {
    const september = without({ runs: [run('2026-09-15', 'a', '2026-08-01'), run('2026-11-20', 'a', '2026-09-17')] });
    expect(figure(september, 'posts-published')).toMatchObject({ value: null, reason: 'partial' });
    expect(september.accounts[0]?.gaps.filter((gap) => gap.measure === null)).toEqual([
      { measure: null, from: '2026-09-15', to: '2026-09-16', reason: 'not-collected' },
    ]);
  });

  test('a post without one of its actions makes their sum unknown, with what was counted', () => {
    const posts = new Map([['a', [post('1', '2026-09-01', 5, 3, 2), post('2', '2026-09-30', 1, 1, null)]]]);
    expect(figure(without({ posts }), 'engagements')).toMatchObject({
      value: null,
      reason: 'partial',
      numerator: 10,
      n: 1,
      counted: { of: 'posts', known: 1, expected: 2 },
    });
  });

  test('a withdrawn metric is a break: no sum over it, no comparison across it', () => {
    const declaration = declare('a', {
      gives: [
        { measure: 'reach', level: 'account', window: '28-days', metric: 'old', snapshot: false, until: '2026-09-14' },
        { measure: 'reach', level: 'account', window: '28-days', metric: 'new', snapshot: false, since: '2026-09-15' },
        { measure: 'impressions', level: 'account', window: 'day', metric: 'i', snapshot: false, until: '2026-09-14' },
        { measure: 'likes', level: 'post', metric: 'l', snapshot: false },
      ],
    });
    const given = new Map([
      [
        'a',
        [
          series('reach', '2026-08-28', '2026-09-14', () => 100, 'old', '28-days'),
          series('reach', '2026-09-15', '2026-10-31', () => 70, 'new', '28-days'),
          series('impressions', '2026-08-01', '2026-09-14', () => 4, 'i'),
        ],
      ],
    ]);
    const september = without({ declarations: [declaration], series: given });
    expect(figure(september, 'impressions')).toMatchObject({ value: null, reason: 'partial', days: { known: 14, expected: 30 } });
    expect(figure(september, 'reach', 'a')).toMatchObject({ value: 70, window: { from: '2026-09-03', to: '2026-09-30' } });
    expect(september.comparisons.find((one) => one.kpi === 'reach' && one.scope === 'a')).toMatchObject({
      difference: null,
      note: 'metric-changed',
    });
    const october = report({ ...whole, declarations: [declaration], series: given }, '2026-10');
    expect(figure(october, 'impressions', 'a')).toMatchObject({ value: null, reason: 'withdrawn' });
    expect(september.accounts[0]).toMatchObject({ expected: 30 + 14, known: 30 + 14 });
  });

  test('a period that the account does not cover from its first day is not compared, and draws no bar', () => {
    const since = { ...agency(['a']), accounts: agency(['a']).accounts.map((one) => ({ ...one, since: '2026-08-11' })) };
    const september = without({ agency: since });
    const of = (kpi: string) => september.comparisons.find((one) => one.kpi === kpi && one.scope === 'agency');
    expect(of('views')).toMatchObject({ difference: null, note: 'period-not-covered' });
    expect(of('followers')?.difference).toBe(30);
    expect(september.history.find((one) => one.kpi === 'views' && one.scope === 'agency')?.points).toMatchObject([
      { period: '2026-08', value: null, reason: 'partial' },
      { period: '2026-09', value: 300 },
    ]);
    const august = report({ ...whole, agency: since }, '2026-08');
    expect(august.begins).toBe('2026-08-11');
    expect(figure(august, 'views')).toMatchObject({ window: { from: '2026-08-11', to: '2026-08-31' }, value: 210 });
  });

  test('a total is made from the accounts that give it, and says which', () => {
    const two: Collected = {
      ...whole,
      agency: agency(['a', 'b']),
      declarations: [
        declare('a'),
        declare('b', {
          gives: [{ measure: 'likes', level: 'post', metric: 'l', snapshot: false }],
          lacks: [{ measure: 'followers', level: 'account', reason: 'not-in-export' }],
          kind: 'export',
        }),
      ],
    };
    expect(figure(report(two, '2026-09'), 'followers')).toMatchObject({
      value: 1061,
      over: ['a'],
      without: [{ account: 'b', reason: 'not-in-export' }],
    });
    expect(figure(report(two, '2026-09'), 'posts-published')).toMatchObject({
      value: 2,
      without: [{ account: 'b', reason: 'not-imported' }],
    });
    expect(figure(report(two, '2026-09'), 'reach')).toMatchObject({ value: null, reason: 'not-offered' });
  });

  test.each([
    ['nothing was collected', { runs: [] }],
    ['there are no accounts', { agency: agency([]) }],
    ['the first month is not over', { runs: [run('2026-08-02', 'a', '2026-08-01')] }],
  ])('there is no report where %s', (_, change) => expect(reportsOf({ ...whole, ...change })).toEqual([]));
});

describe('editions and revisions', () => {
  const first = publish(report(whole, '2026-09'), undefined, whole);
  const edition = { $schema: 'x', before: null, ...first?.edition } as Edition;
  const changed = (extra: Partial<Collected>): Collected => ({
    ...whole,
    posts: new Map([
      [
        'a',
        [
          { ...post('1', '2026-09-01', 4, 3, 2), was: [{ observed: '2026-09-29', figures: {} }], observed: '2026-11-21' },
          post('2', '2026-09-30', 1, 1, 0),
        ],
      ],
    ]),
    runs: [...whole.runs, run('2026-11-21', 'a', '2026-08-01')],
    ...extra,
  });

  test('the first edition has no revisions; the same figures make no second', () => {
    expect(first?.edition.edition).toBe(1);
    expect(first?.edition.revisions).toEqual([]);
    expect(publish(report(whole, '2026-09'), edition, whole)).toBeUndefined();
  });

  test('nothing is published while provisional', () => {
    expect(publish(report(whole, '2026-10'), undefined, whole)).toBeUndefined();
  });

  test('every changed figure is a line, with its cause', () => {
    const collected = changed({});
    const second = publish(report(collected, '2026-09'), edition, collected);
    expect(second?.edition.edition).toBe(2);
    expect(second?.edition.revisions.filter((one) => one.scope === 'agency')).toEqual([
      {
        kpi: 'engagements',
        scope: 'agency',
        from: 12,
        to: 11,
        cause: 'source restated',
        reason: '',
      },
      expect.objectContaining({ kpi: 'engagement-rate-followers' }),
      expect.objectContaining({ kpi: 'applause' }),
    ]);
  });

  test('a corrected file brings the reason that staff stated of that very file', () => {
    const collected = changed({
      posts: new Map([
        [
          'a',
          [
            {
              ...post('1', '2026-09-01', 4, 3, 2),
              was: [{ observed: '2026-09-29', figures: {} }],
              observed: '2026-11-21',
              file: 'imports/x.csv',
            },
            post('2', '2026-09-30', 1, 1, 0),
          ],
        ],
      ]),
      runs: [
        ...whole.runs,
        run('2026-11-21', 'a', '2026-08-01', { file: 'imports/x.csv', reason: 'Salah unggah' }),
        run('2026-11-22', 'a', '2026-08-01', { file: 'imports/other.csv', reason: 'Bukan ini' }),
      ],
    });
    const second = publish(report(collected, '2026-09'), edition, collected);
    expect(second?.edition.revisions[0]).toMatchObject({ cause: 'file corrected', reason: 'Salah unggah' });
  });

  test('the last figures of young posts, handed in after publication, arrived late', () => {
    const young = { ...post('1', '2026-09-01', 4, 3, 2), observed: '2026-11-21', file: 'outside/x.csv' };
    const collected = changed({ posts: new Map([['a', [young, post('2', '2026-09-30', 1, 1, 0)]]]) });
    const second = publish(report(collected, '2026-09'), edition, collected);
    expect(second?.unexplained).toEqual([]);
    expect(new Set(second?.edition.revisions.map((one) => one.cause))).toEqual(new Set(['arrived late']));
  });

  test('a change that nothing explains is not published until a person says why', () => {
    const draft = report(whole, '2026-09');
    const figures = draft.figures.map((one) => (one.kpi === 'views' ? { ...one, value: 301 } : one));
    const silent = publish({ ...draft, figures }, edition, whole);
    expect(silent?.unexplained.map((one) => [one.kpi, one.scope, one.from, one.to])).toEqual([
      ['views', 'agency', 300, 301],
      ['views', 'a', 300, 301],
    ]);
    const said = publish({ ...draft, figures }, edition, whole, 'Salah hitung');
    expect(said?.unexplained).toEqual([]);
    expect(said?.edition.revisions[0]).toMatchObject({ cause: 'explained by staff', reason: 'Salah hitung' });
  });

  test('nothing arrived late where nothing arrived: code that counts what it did not count is explained by a person', () => {
    const lacking = (extra: object) => ({
      ...edition,
      figures: edition.figures.map((one) => (one.kpi === 'views' ? { ...one, ...extra } : one)),
    });
    for (const extra of [
      { value: null, reason: 'partial' as const },
      { value: 200, over: [] },
    ]) {
      const found = publish(report(whole, '2026-09'), lacking(extra), whole);
      expect(found?.unexplained.map(({ kpi, scope }) => [kpi, scope])).toEqual([
        ['views', 'agency'],
        ['views', 'a'],
      ]);
    }
  });

  test('a run that reads days that nobody had read explains a count, though it found no post; one that reads them again does not', () => {
    const lacking = {
      ...edition,
      figures: edition.figures.map((one) =>
        one.kpi === 'posts-published' ? { ...one, value: null, reason: 'partial' as const } : one,
      ),
    };
    const day = addDays(edition.published, 1);
    const again = { ...whole, runs: [...whole.runs, run(day, 'a', '2026-08-01')] };
    expect(publish(report(again, '2026-09'), lacking, again)?.unexplained).toHaveLength(2);
    const first = { ...whole, runs: again.runs.slice(-1) };
    expect(publish(report(first, '2026-09'), lacking, first)?.edition.revisions[0]).toMatchObject({
      kpi: 'posts-published',
      cause: 'arrived late',
    });
  });

  test('the table of revisions is made from the editions alone, oldest first', () => {
    const collected = changed({});
    const second = {
      $schema: 'x',
      before: null,
      ...publish(report(collected, '2026-09'), edition, collected)?.edition,
    } as Edition;
    const lines = revisionsOf([second, edition]);
    expect(lines.map((one) => [one.edition, one.kpi, one.scope])).toEqual([
      [2, 'applause', 'a'],
      [2, 'applause', 'agency'],
      [2, 'engagement-rate-followers', 'a'],
      [2, 'engagement-rate-followers', 'agency'],
      [2, 'engagements', 'a'],
      [2, 'engagements', 'agency'],
    ]);
    expect(revisionsOf([edition, second])).toEqual(lines);
  });

  test('a new definition is a change of method', () => {
    const draft = report(whole, '2026-09');
    const figures = draft.figures.map((one) => (one.kpi === 'engagements' ? { ...one, method: one.method + 1, value: 99 } : one));
    expect(publish({ ...draft, figures }, edition, whole)?.edition.revisions.map((one) => one.cause)).toEqual([
      'method changed',
      'method changed',
    ]);
  });

  test('a figure that comes for the first time arrived late; a new account or KPI is no revision', () => {
    const lacking = {
      ...edition,
      figures: edition.figures.map((one) => (one.kpi === 'views' ? { ...one, value: null, reason: 'partial' as const } : one)),
    };
    const late = new Map(
      [...whole.series].map(([account, all]) => [
        account,
        all.map((one) => ({
          ...one,
          values: one.values.map((value) => (one.measure === 'views' ? { ...value, observed: lacking.published } : value)),
        })),
      ]),
    );
    const collected = { ...whole, series: late };
    expect(publish(report(collected, '2026-09'), lacking, collected)?.edition.revisions[0]).toMatchObject({
      kpi: 'views',
      from: null,
      to: 300,
      cause: 'arrived late',
    });
    const fewer = { ...edition, figures: edition.figures.filter((one) => one.kpi !== 'views') };
    expect(publish(report(whole, '2026-09'), fewer, whole)).toBeUndefined();
  });
});

test('the same data give the same reports, whatever the order they lie in', () => {
  const turned: Collected = {
    ...whole,
    series: new Map([['a', [...(whole.series.get('a') ?? [])].reverse()]]),
    posts: new Map([['a', [...(whole.posts.get('a') ?? [])].reverse()]]),
  };
  expect(JSON.stringify(reportsOf(turned))).toBe(JSON.stringify(reportsOf(whole)));
});
