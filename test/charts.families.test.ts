import { describe, expect, test } from 'vitest';
import type { Chart } from '#charts/chart.ts';
import { accountCharts, charts } from '#charts/index.ts';
import { i18n } from '#i18n/index.ts';
import { kpi as kpiOf } from '#kpis/index.ts';
import { Agency } from '#model/agency.ts';
import { type KpiFigure } from '#model/kpi-figure.ts';
import { Report } from '#model/report.ts';
import { type History } from '#model/series.ts';
import agencyJson from './input/charts/agency.json' with { type: 'json' };
import reportJson from './input/charts/report.json' with { type: 'json' };

const window = { from: '2026-09-01', to: '2026-09-30' };
const PERIODS = ['2026-06', '2026-07', '2026-08', '2026-09'];

const figure = (kpi: string, scope: string, value: number | null, parts: Partial<KpiFigure> = {}): KpiFigure => ({
  kpi,
  scope,
  value,
  ...(value === null ? { reason: 'not-offered' as const } : {}),
  unit: kpiOf(kpi).unit,
  stage: kpiOf(kpi).stage,
  method: 1,
  window,
  over: value === null ? [] : [scope],
  without: [],
  grounds: scope === 'agency' ? [] : [{ account: scope, source: 'catatan', metric: 'rows', api: '1' }],
  ...parts,
});
const history = (kpi: string, scope: string, values: readonly (number | null)[]): History => ({
  kpi,
  scope,
  points: values.map((value, index) => ({
    period: PERIODS[index] ?? '',
    value,
    ...(value === null ? { reason: 'not-imported' as const } : {}),
    metrics: value === null ? [] : ['rows'],
  })),
});

/** The fixture with a complaints desk, a second one that says less, a survey and an ad account beside its three profiles. */
function whole(): { agency: Agency; report: Report } {
  const given = Report.parse(reportJson);
  const account = (id: string, name: string) => ({ ...agencyJson.accounts[0], id, name, platform: 'catatan', source: 'catatan' });
  const state = (id: string, family: 'register' | 'ads') => ({
    ...given.accounts[0],
    account: id,
    source: 'catatan',
    family,
    gaps: [],
    daily: [],
  });
  const report = Report.parse({
    ...given,
    accounts: [...given.accounts, ...['loket', 'lapor', 'skm'].map((id) => state(id, 'register')), state('iklan', 'ads')],
    figures: [
      ...given.figures,
      ...(['loket', 'lapor'] as const).map((scope, index) => figure('complaints-received', scope, 200 - index * 121, { n: 200 })),
      figure('complaints-received', 'agency', 279, { over: ['loket', 'lapor'] }),
      figure('complaints-answered', 'loket', 0.75, { n: 4 }),
      figure('complaints-answered', 'lapor', null),
      figure('complaints-answered', 'agency', 0.75, {
        n: 4,
        over: ['loket'],
        without: [{ account: 'lapor', reason: 'not-offered' }],
      }),
      figure('first-response-median', 'loket', 8),
      figure('first-response-median', 'agency', 8, { over: ['loket'], n: 200 }),
      figure('spend', 'iklan', 5_395_851, { currency: 'IDR' }),
      figure('spend', 'agency', 5_395_851, { currency: 'IDR', over: ['iklan'] }),
    ],
    comparisons: [
      ...given.comparisons,
      { kpi: 'first-response-median', scope: 'agency', with: '2026-08', value: 72, difference: -64, ratio: -0.889 },
    ],
    history: [
      ...given.history,
      history('complaints-received', 'loket', [100, 120, 150, 200]),
      history('complaints-received', 'lapor', [60, null, 70, 79]),
      history('complaints-answered', 'loket', [0.9, 0.8, 0.7, 0.75]),
      history('first-response-median', 'loket', [6, 8, 72, 8]),
      history('spend', 'iklan', [0, 0, 9_129_233, 5_395_851]),
    ],
    parts: (['score-sum', 'survey-answers'] as const).map((measure, index) => ({
      account: 'skm',
      family: 'register',
      measure,
      by: ['element'],
      day: '2026-09-30',
      snapshot: false,
      metric: 'u1…u9',
      api: '1',
      observed: '2026-10-03',
      rows: ['u2', 'u1', 'u3'].map((element, row) => ({
        dimensions: { element },
        value: index === 1 ? (row === 2 ? 0 : 100) : 350 - row * 40,
      })),
    })),
  });
  const accounts = [
    account('loket', 'Loket aduan'),
    account('lapor', 'LAPOR'),
    account('skm', 'SKM'),
    account('iklan', 'Iklan kami'),
  ];
  return { report, agency: Agency.parse({ ...agencyJson, accounts: [...agencyJson.accounts, ...accounts] }) };
}

const { agency, report } = whole();
const context = (lang: string) => ({ agency, declarations: [], words: i18n(lang) });
const named = (list: readonly Chart[], id: string) => {
  const chart = list.find((one) => one.id === id);
  if (!chart) throw new Error(`no chart "${id}"; there are ${list.map((one) => one.id).join(', ')}`);
  return chart;
};

describe('charts of registers and ads', async () => {
  const [id, en] = [await charts(report, context('id')), await charts(report, context('en'))];

  test('speak of the accounts that have something to say there, and of no others', () => {
    expect(named(en, 'complaints').panels.map(({ label }) => label)).toEqual(['Loket aduan', 'LAPOR']);
    expect(named(en, 'complaints').notes.join(' ')).not.toContain('Not drawn');
    expect(named(en, 'answered').notes.join(' ')).toContain('Not drawn: LAPOR (the platform does not give this figure).');
    for (const chart of ['followers', 'engagements'])
      expect(JSON.stringify(named(en, chart).data)).not.toMatch(/loket|lapor|iklan|skm/);
  });

  test('name money with its currency, hours with their unit, cases as cases', () => {
    expect(named(id, 'spend').title.replaceAll('\u00a0', ' ')).toBe('Belanja iklan, September 2026: Rp 5.395.851');
    expect(named(id, 'spend').table.rows[0]?.[1]?.replaceAll('\u00a0', ' ')).toBe('Rp 0');
    expect(named(id, 'spend').panels[0]?.svg).toContain('5,4');
    expect(named(en, 'first-response').title.replaceAll('\u00a0', ' ')).toBe(
      'Half of the complaints answered within: 8 hours, against 3 days in August 2026',
    );
    // As long a wait as is told in days has an axis of days, not of bare hours.
    const ticks = [...(named(en, 'first-response').panels[0]?.svg ?? '').matchAll(/>([^<>]+)<\/text>/g)].map(([, text]) => text);
    expect(ticks.map((text) => text?.replaceAll('\u00a0', ' '))).toEqual(expect.arrayContaining(['0', '1 day', '3 days']));
    expect(ticks).not.toContain('50');
    expect(named(en, 'answered').notes).toContain('Based on only 4 cases; a single one can change it a lot.');
  });

  test('a month whose file is missing is a hole with its reason, not none', () => {
    const row = named(en, 'complaints').data.find(({ account, time }) => account === 'lapor' && time === '2026-07');
    expect(row).toMatchObject({ value: null, reason: 'not-imported' });
  });

  test('elements are marks: a sum over its answers, in their own order; without answers it is not known', () => {
    const chart = named(en, 'elements');
    expect(chart.title).toBe('Lowest mark: requirements (3.10); highest: procedure (3.50)');
    expect(chart.table.rows).toEqual([
      ['requirements', '3.10'],
      ['procedure', '3.50'],
      ['time to completion', expect.not.stringMatching(/^\d/)],
    ]);
    expect(chart.data.map(({ measure, value }) => [measure, value])).toEqual([
      ['mark-u1', 3.1],
      ['mark-u2', 3.5],
      ['mark-u3', null],
    ]);
    expect(chart.panels[0]?.svg.match(/<circle/g)).toHaveLength(2);
  });

  test('without a survey there is no chart of its elements', async () =>
    expect((await charts({ ...report, parts: [] }, context('en'))).map((one) => one.id)).not.toContain('elements'));

  test("an account's page shows its own alone", async () => {
    const own = await accountCharts(report, 'iklan', context('en'));
    expect(own.map((one) => one.id).filter((one) => one !== 'coverage')).toEqual(['spend']);
  });
});
