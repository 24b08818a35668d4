import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { compile } from 'vega-lite';
import { describe, expect, test } from 'vitest';
import type { Chart } from '#charts/chart.ts';
import { tilePanel } from '#charts/coverage.ts';
import { dotPanel } from '#charts/dots.ts';
import { accountCharts, charts } from '#charts/index.ts';
import { fit, measure } from '#charts/measure.ts';
import { timePanel, type Point, type Time } from '#charts/panel.ts';
import { keyOf, render } from '#charts/render.ts';
import { ticks } from '#charts/axis.ts';
import { i18n } from '#i18n/index.ts';
import { Agency } from '#model/agency.ts';
import { Report } from '#model/report.ts';
import agencyJson from './input/charts/agency.json' with { type: 'json' };
import reportJson from './input/charts/report.json' with { type: 'json' };

const agency = Agency.parse(agencyJson);
const report = Report.parse(reportJson);
const draw = (lang: string, of: Report = report) => charts(of, { agency, declarations: [], words: i18n(lang) });
const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;
const named = (list: readonly Chart[], id: string): Chart => {
  const chart = list.find((one) => one.id === id);
  if (!chart) throw new Error(`no chart "${id}"`);
  return chart;
};

const point = (value: number | null, metric = 'old', provisional = false): Point => {
  const said = value === null ? 'not known' : String(value);
  return { value, said, tip: `Month: ${said}`, metric: value === null ? '' : metric, ...(provisional ? { provisional } : {}) };
};
const time: Time = {
  label: 'Account: views',
  mark: 'line',
  points: [point(4), point(0), point(null), point(6), point(7, 'new'), point(8, 'new', true)],
  text: '8',
  at: 5,
  domain: [0, 10],
  ticks: new Map([
    [0, '0'],
    [5, '5'],
    [10, '10'],
  ]),
  labels: new Map([
    [0, 'Jan'],
    [5, 'Jun'],
  ]),
  broken: 'new definition',
  left: 30,
};
const dots = dotPanel(
  'Shares',
  [
    { index: 0, now: 2, former: 1, name: 'A', text: '2', tip: 'A: 2', formerTip: 'A: 1' },
    { index: 1, now: 3, former: null, name: 'B', text: '3', tip: 'B: 3', formerTip: '' },
  ],
  [0, 2, 4],
  String,
);
const tiles = tilePanel(
  'Days',
  [{ name: 'A', share: '75%' }],
  [
    { row: 0, state: 'all', from: 0, end: 2, tip: 'complete' },
    { row: 0, state: 'part', from: 2, end: 3, tip: 'partial' },
    { row: 0, state: 'none', from: 3, end: 4, tip: 'none' },
  ],
  4,
  new Map([[0, '1 Jan']]),
);

describe('panels', () => {
  test.each([
    ['line', timePanel(time)],
    ['bar', timePanel({ ...time, mark: 'bar' })],
    ['dots', dots],
    ['tiles', tiles],
  ])('%s compiles to its golden', async (name, spec) => {
    await expect(json(compile(spec).spec)).toMatchFileSnapshot(`output/charts/${name}.vega.json`);
  });

  test('a missing point has no mark of its own, a zero has one at the base', async () => {
    const svg = await render(timePanel({ ...time, mark: 'bar' }));
    const base = 108;
    expect(svg).toContain('data-tip="Month: 0" d="M');
    const zero = /data-tip="Month: 0" d="M[\d.]+ ([\d.]+)h[\d.]+v([\d.]+)/.exec(svg);
    expect([Number(zero?.[1]), Number(zero?.[2])]).toEqual([base, 0]);
    const holes = [...svg.matchAll(/<path[^>]*data-tip="Month: not known"[^>]*>/g)].map(([mark]) => mark);
    expect(holes).toHaveLength(1);
    expect(holes[0]).toMatch(/stroke-dasharray="1,3"/);
    expect(holes[0]).toMatch(/stroke="var\(--gap\)"/);
  });

  test('only the last place is the period of the report: where it is not known, no bar is dark', async () => {
    const dark = async (points: readonly Point[]) =>
      (await render(timePanel({ ...time, mark: 'bar', points }))).match(/<path[^>]*fill="var\(--mark\)"/g)?.length ?? 0;
    expect(await dark([point(1), point(2), point(3)])).toBe(1);
    expect(await dark([point(1), point(2), point(null)])).toBe(0);
  });

  test('no line passes over a hole or a new definition', async () => {
    const svg = await render(
      timePanel({ ...time, points: [point(1), point(2), point(null), point(3), point(4), point(5, 'new'), point(6, 'new')] }),
    );
    const line = [...svg.matchAll(/d="([^"]*L[^"]*)"/g)].map(([, d]) => d ?? '').join('');
    expect(line.match(/M/g)).toHaveLength(3);
    expect(line.match(/L/g)).toHaveLength(3);
    expect(svg).toContain('>new definition</text>');
  });

  test('a provisional point is open and its way there is dashed', async () => {
    const svg = await render(timePanel(time));
    expect(svg).toMatch(/<circle[^>]*data-tip="Month: 8"[^>]*fill="var\(--paper\)"/);
    expect(svg).toContain('stroke-dasharray="3,3"');
    expect(await render(timePanel({ ...time, points: time.points.map(({ provisional: _, ...rest }) => rest) }))).not.toContain(
      'stroke-dasharray="3,3"',
    );
  });

  test('a change of one figure changes the key of the cache, and a kept picture is used', async () => {
    const other = timePanel({ ...time, text: '9' });
    expect(keyOf(other)).not.toBe(keyOf(timePanel(time)));
    const kept = new Map([[keyOf(other), 'kept']]);
    expect(await render(other, kept as never)).toBe('kept');
    await render(timePanel(time), kept as never);
    expect(kept.get(keyOf(timePanel(time)))).toBe(await render(timePanel(time)));
  });
});

const ATTRIBUTES =
  'xmlns class role aria-label data-tip viewBox width height font-size font-weight text-anchor x y d cx cy r fill stroke stroke-width stroke-dasharray stroke-linejoin paint-order'.split(
    ' ',
  );

describe('a report', () => {
  test.each(['id', 'en'])('in %s: words, table, notes and specification are the golden', async (lang) => {
    const drawn = (await draw(lang)).map(({ panels, data, ...rest }) => ({
      ...rest,
      panels: panels.map(({ label }) => label),
      data: data.map((one) => Object.values(one).join(' ')),
    }));
    await expect(json(drawn)).toMatchFileSnapshot(`output/charts/report.${lang}.json`);
    for (const { spec } of drawn) expect(() => compile(spec)).not.toThrow();
  });

  test('names of accounts can not break out of a picture', async () => {
    for (const chart of await draw('id')) {
      for (const { svg } of chart.panels) {
        const bare = svg
          .replace(/="[^"]*"/g, '=')
          .match(/<[^>]*>/g)
          ?.join('') as string;
        for (const [, name] of bare.matchAll(/<\/?([^\s/>]*)/g)) expect(['svg', 'g', 'path', 'circle', 'text']).toContain(name);
        for (const [, name] of bare.matchAll(/\s([\w-]+)=/g)) expect(ATTRIBUTES).toContain(name);
      }
    }
    expect(named(await draw('id'), 'coverage').panels[0]?.svg).toContain('&lt;script');
  });

  test('a null cell says why, never 0; a counted 0 is 0', async () => {
    const drawn = await draw('en');
    expect(named(drawn, 'followers').table.rows[2]?.[1]).toMatch(/[a-z]{4}/);
    expect(named(drawn, 'posts').table.rows[1]?.[1]).toBe('0');
    const views = named(drawn, 'views').table.rows;
    expect(views[2]?.[1]).toBe('0');
    expect(views[5]?.[1]).toMatch(/[a-z]{4}/);
  });

  test('data for machines: ids and plain numbers, a hole is null with the code of its reason', async () => {
    for (const chart of await draw('id')) {
      expect(chart.data.length).toBeGreaterThan(0);
      for (const { time: when, account, value, reason, metric } of chart.data) {
        expect(when).toMatch(/^\d{4}(-\d\d(-\d\d)?|-q\d|-w\d\d)?$/);
        expect(agency.accounts.map(({ id }) => id)).toContain(account);
        expect(value === null ? reason : (reason ?? 'none')).toMatch(value === null ? /^[a-z-]+$/ : /^none$/);
        if (value === null) expect(metric).toBe('');
      }
    }
    const views = named(await draw('id'), 'views').data;
    const series = report.daily.find(({ measure }) => measure === 'views');
    const known = series?.points.find(({ value }) => value !== null);
    expect(views.find(({ time: when, account }) => when === known?.day && account === series?.account)).toMatchObject({
      measure: 'views',
      value: known?.value,
      metric: series?.metric,
    });
  });

  test('days outside the life of a metric say so, and the panel names the source it draws', async () => {
    const daily = report.daily.map((series) =>
      series.measure === 'views'
        ? {
            ...series,
            points: series.points.map((one, index) =>
              index < 5 ? { day: one.day, value: null, reason: 'not-begun' as const } : one,
            ),
          }
        : series,
    );
    const figures = report.figures.map((figure) =>
      figure.kpi === 'views' ? { ...figure, value: null, reason: 'not-comparable' as const, grounds: [] } : figure,
    );
    const views = named(await draw('en', { ...report, daily, figures }), 'views');
    const holes = views.data.filter(({ reason }) => reason === 'not-begun');
    expect(holes.length).toBeGreaterThanOrEqual(5);
    expect(views.notes.join(' ')).toContain('did not give this figure yet');
    for (const { label } of views.panels) expect(views.sources.some((line) => line.startsWith(`${label}:`))).toBe(true);
  });

  test('what is not added up is named by its largest account, never as a sum', async () => {
    const figures = report.figures.map((figure) =>
      figure.kpi === 'engagements' && figure.scope === 'agency'
        ? { ...figure, value: null, reason: 'not-comparable' as const, over: [] }
        : figure,
    );
    const { title } = named(await draw('en', { ...report, figures }), 'engagements');
    expect(title).toMatch(/most by/);
  });

  test('a period in which reporting began is a hole with its own reason', async () => {
    const since = '2026-08-15';
    const history = report.history.map((one) => ({
      ...one,
      points: one.points.map((spot) =>
        spot.period === '2026-08' ? { period: spot.period, value: null, reason: 'partial' as const, metrics: [] } : spot,
      ),
    }));
    const begun = { ...agency, accounts: agency.accounts.map((account) => ({ ...account, since })) };
    const drawn = await charts({ ...report, history }, { agency: begun, declarations: [], words: i18n('en') });
    const { notes } = named(drawn, 'engagements');
    expect(notes.filter((note) => note.includes('reporting began only on 15 August'))).toHaveLength(1);
  });

  test('views and impressions are never one chart', async () => {
    const daily = report.daily.map((series) =>
      series.metric === 'new_views' ? { ...series, account: 'kanal', measure: 'impressions' as const } : series,
    );
    const drawn = await draw('en', { ...report, daily });
    expect(named(drawn, 'views').panels).toHaveLength(1);
    expect(named(drawn, 'impressions').panels).toHaveLength(1);
  });

  test('a chart with too little to show is left out', async () => {
    const empty: Report = { ...report, figures: [], comparisons: [], accounts: [], daily: [], history: [] };
    expect(await draw('id', empty)).toEqual([]);
    const one = {
      ...report,
      daily: [],
      history: report.history.map((history) => ({ ...history, points: history.points.slice(-1) })),
    };
    expect((await draw('id', one)).map(({ id }) => id)).toEqual(['amplification', 'coverage']);
    expect(await accountCharts(report, 'nobody', { agency, declarations: [], words: i18n('id') })).toEqual([]);
  });

  test("an account's page shows that account alone", async () => {
    const drawn = await accountCharts(report, 'warta', { agency, declarations: [], words: i18n('en') });
    expect(drawn.map(({ id }) => id)).toContain('followers');
    expect(drawn.every(({ panels }) => panels.length === 1)).toBe(true);
    expect(JSON.stringify(drawn)).not.toContain('kanal');
  });

  test('an unfinished period is not compared with a whole one', async () => {
    const title = named(await draw('en', { ...report, through: '2026-09-15' }), 'engagements').title;
    expect(named(await draw('en'), 'engagements').title).toContain('down');
    expect(title).not.toMatch(/down|from August/);
    expect(title).toContain('15 September');
  });

  test('a change under one per cent, or one that analyse did not compare, is not called a change', async () => {
    const with_ = (change: object) => ({
      ...report,
      comparisons: report.comparisons.map((one) =>
        one.kpi === 'followers' && one.scope === 'agency' ? { ...one, ...change } : one,
      ),
    });
    expect(named(await draw('en', with_({ ratio: 0.0099 })), 'followers').title).toContain('hardly changed');
    expect(named(await draw('en', with_({ ratio: 0.0101 })), 'followers').title).toContain('up 1.0');
    expect(named(await draw('en', with_({ difference: null, ratio: null, note: 'metric-changed' })), 'followers').title).toBe(
      'Followers in September 2026: 1,148',
    );
  });

  test('same bytes in every time zone, without eval', () => {
    const script = fileURLToPath(new URL('input/charts/draw.ts', import.meta.url));
    const run = (TZ: string) =>
      execFileSync(process.execPath, ['--disallow-code-generation-from-strings', script], {
        encoding: 'utf8',
        env: { ...process.env, TZ },
      });
    expect(run('UTC')).toMatch(/^[0-9a-f]{64}\n$/);
    expect(run('Asia/Jakarta')).toBe(run('UTC'));
  });

  test('six accounts and thirteen periods stay under 28 KB gzip of pictures, a panel under 1.3 KB', async () => {
    const drawn = await draw('id', large());
    expect(drawn).toHaveLength(9);
    const all = drawn.flatMap(({ panels }) => panels.map(({ svg }) => svg));
    expect(Math.max(...all.map((svg) => gzipSync(svg).length))).toBeLessThan(1300);
    expect(gzipSync(all.join('')).length).toBeLessThan(28_000);
  });
});

test('axis steps are round, start at zero and cover the top', () => {
  expect(ticks(83)).toEqual([0, 50, 100]);
  expect(ticks(1, true)).toEqual([0, 1]);
  expect(ticks(0)).toEqual([0, 1]);
  for (const top of [3, 7, 12, 99, 101, 2500, 0.013]) {
    const steps = ticks(top);
    expect(steps.at(-1)).toBeGreaterThanOrEqual(top);
    expect(steps.length).toBeLessThan(5);
  }
});

test('text is measured by the table and cut with an ellipsis', () => {
  expect(measure('00', 10)).toBeGreaterThan(measure('11', 10));
  expect(measure(fit('Dinas Komunikasi dan Informatika', 12, 80), 12)).toBeLessThanOrEqual(80);
  expect(fit('Dinas', 12, 80)).toBe('Dinas');
});

/** The small report's shapes, repeated over six accounts and thirteen periods with changing figures. */
function large(): Report {
  const accounts = ['a', 'b', 'c', 'd', 'e', 'f'];
  const state = report.accounts[0];
  const periods = ['2025-09', '2025-10', '2025-11', '2025-12', ...Array.from({ length: 9 }, (_, index) => `2026-0${index + 1}`)];
  const kpis = [...new Set(report.history.map(({ kpi }) => kpi))];
  const value = (kpi: string, seed: number) => (kpi.includes('rate') ? ((seed * 7919) % 89) / 4000 : (seed * 7919) % 4001);
  return {
    ...report,
    figures: kpis.flatMap((kpi) => {
      const model = report.figures.find((figure) => figure.kpi === kpi && figure.scope === 'warta');
      return model ? [...accounts, 'agency'].map((scope) => ({ ...model, scope, over: [scope] })) : [];
    }),
    comparisons: kpis.flatMap((kpi) =>
      accounts.map((scope) => ({ kpi, scope, with: '2026-08', value: 2, difference: 1, ratio: 0.5 })),
    ),
    accounts: state ? accounts.map((account) => ({ ...state, account })) : [],
    daily: accounts.flatMap((account, row) =>
      (['views', 'impressions'] as const).map((measure) => ({
        account,
        measure,
        window: 'day' as const,
        metric: measure,
        api: 'v1',
        points: (state?.daily ?? []).map(({ day }, index) => ({ day, value: value('views', (row + 1) * 31 + index) })),
      })),
    ),
    history: kpis.flatMap((kpi) =>
      accounts.map((scope, row) => ({
        kpi,
        scope,
        points: periods.map((period, index) => ({ period, value: value(kpi, (row + 1) * 17 + index) + 0.001, metrics: [kpi] })),
      })),
    ),
  };
}
