import { gzipSync } from 'node:zlib';
import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { describe, expect, test } from 'vitest';
import { pageOf } from '#charts/context.ts';
import { formatsChart } from '#charts/formats.ts';
import { accountCharts, charts } from '#charts/index.ts';
import { timesChart } from '#charts/times.ts';
import { i18n } from '#i18n/index.ts';
import { Agency } from '#model/agency.ts';
import type { Formats, Times } from '#model/posting.ts';
import { Report } from '#model/report.ts';
import agencyJson from './input/charts/agency.json' with { type: 'json' };
import reportJson from './input/charts/report.json' with { type: 'json' };

const agency = Agency.parse(agencyJson);
const [one = '', two = '', three = ''] = agency.accounts.map(({ id }) => id);
const window = { from: '2026-07-01', to: '2026-09-30' };

type Row = Formats['rows'][number];
const row = (type: Row['type'], median: number, half = 0.005, n = 20): Row => ({
  type,
  n,
  median,
  low: median - half,
  high: median + half,
});
const few = (type: Row['type']): Row => ({ type, n: 3, median: null, low: null, high: null, reason: 'too-few' });
const table = (scope: string, rows: Row[], more: Partial<Formats> = {}): Formats => ({
  scope,
  kpi: 'engagement-rate-reach',
  window,
  least: 5,
  over: scope === 'agency' ? [one, two] : [scope],
  without: [],
  rows,
  ...more,
});

type Cell = Times['cells'][number];
const cell = (weekday: number, hour: number, index: number | null, half = 0.5): Cell => ({
  weekday,
  hour,
  n: index === null ? 4 : 21,
  index,
  from: index === null ? null : index - half,
  to: index === null ? null : index + half,
});
const band = (days: 'weekdays' | 'weekend', hour: number, index: number | null, half = 0.5) => {
  const { weekday: _, ...moment } = cell(1, hour, index, half);
  return { days, ...moment };
};
const timesOf = (cells: Cell[], bands: Times['bands'], online: Times['online'] = []): Times => ({
  window: { from: '2025-10-01', to: '2026-09-30' },
  zone: agency.zone,
  least: 10,
  over: [one],
  posts: 240,
  cells,
  bands,
  online,
});

const report = (formats: Formats[], times: Times | null = null) => Report.parse({ ...reportJson, formats, times });
const page = (of: Report, lang = 'en', scope = 'agency') => pageOf(of, { agency, declarations: [], words: i18n(lang) }, scope);
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

describe('the chart of formats', () => {
  const both = [row('image', 0.02), row('video', 0.06), few('link')];

  test('says which type drew most and least where the middle halves lie apart', async () => {
    const of = report([table('agency', both), table(one, both), table(two, [row('image', 0.03), row('video', 0.05)])]);
    const chart = await formatsChart(page(of));
    expect(plain(chart?.title)).toBe('By type of post, video drew most from those it reached (6.0%), photo least (2.0%)');
    expect(chart?.panels).toHaveLength(3);
    expect(chart?.notes.join(' ')).toContain('association, not a cause');
    expect(plain((await formatsChart(page(of, 'id')))?.title)).toBe(
      'Menurut jenis kiriman, video paling banyak ditanggapi orang yang melihatnya (6,0 %), foto paling sedikit (2,0 %)',
    );
  });

  test('says that none stands out where the halves overlap, or where one account shows it the other way round', async () => {
    const wide = [row('image', 0.05, 0.02), row('video', 0.06, 0.02)];
    expect((await formatsChart(page(report([table('agency', wide)]))))?.title).toContain('No type of post clearly stands out');
    const turned = report([table('agency', both), table(two, [row('image', 0.05), row('video', 0.03)])]);
    expect((await formatsChart(page(turned)))?.title).toContain('No type of post clearly stands out');
  });

  test('too few posts are said in words: no dot, no nought', async () => {
    const chart = await formatsChart(page(report([table('agency', both)])));
    const said = chart?.table.rows.find(([, type]) => type === 'link');
    expect(said?.slice(2)).toEqual(['3', 'there are too few to compute this honestly', '']);
    expect(chart?.panels[0]?.svg.match(/<circle/g)).toHaveLength(2);
    expect(chart?.data.find(({ measure }) => measure === 'engagement-rate-reach-link-median')).toMatchObject({
      value: null,
      reason: 'too-few',
    });
  });

  test('a panel by another rate says by which, and accounts left out say why', async () => {
    const other = table(three, [row('text', 0.004), row('image', 0.002)], { kpi: 'engagement-rate-followers' });
    const main = table('agency', both, { without: [{ account: three, reason: 'not-offered' }] });
    const chart = await formatsChart(page(report([main, table(one, [row('image', 0.02)]), table(two, both), other])));
    expect(chart?.panels.at(-1)?.label).toContain('Engagement rate by followers');
    expect(chart?.notes.join(' ')).not.toContain('the platform does not give this figure');
    expect(chart?.notes.join(' ')).toContain('Not drawn: ');
  });

  test('is not drawn where there is nothing to compare', async () => {
    expect(await formatsChart(page(report([])))).toBeUndefined();
    expect(await formatsChart(page(report([table('agency', [row('image', 0.02), few('video')])])))).toBeUndefined();
  });

  test('an account has its own on its page', async () => {
    const of = report([table('agency', both), table(one, both)]);
    const drawn = await accountCharts(of, one, { agency, declarations: [], words: i18n('en') });
    expect(drawn.find(({ id }) => id === 'formats')?.panels).toHaveLength(1);
    expect(drawn.some(({ id }) => id === 'times')).toBe(false);
  });
});

describe('the chart of hours', () => {
  const cells = [cell(1, 8, 1.1), cell(1, 19, 1.9), cell(2, 8, 0.6, 0.2), cell(6, 9, null)];

  test('names the hour whose interval leaves out the usual, on the days on which it does', async () => {
    const of = report([], timesOf(cells, [band('weekdays', 8, 1), band('weekdays', 19, 1.9, 0.4), band('weekend', 19, null)]));
    expect((await timesChart(page(of)))?.title).toBe(
      'Posts at 19:00 on weekdays drew more than usual: an association, not a cause',
    );
    expect((await timesChart(page(of, 'id')))?.title).toBe(
      'Kiriman pukul 19.00 pada hari Senin–Jumat ditanggapi lebih banyak dari biasanya: hubungan, bukan sebab',
    );
  });

  test('says less where less was drawn, and that nothing stands out where nothing does', async () => {
    const title = async (...bands: Times['bands']) => (await timesChart(page(report([], timesOf(cells, bands)))))?.title;
    expect(await title(band('weekend', 9, 0.5, 0.3), band('weekdays', 8, 1))).toBe(
      'Posts at 09:00 at the weekend drew less than usual: an association, not a cause',
    );
    expect(await title(band('weekdays', 8, 1.4, 0.5), band('weekend', 9, null))).toBe(
      'No hour of publication stands out: the differences can be chance',
    );
  });

  test('too few posts are stripes, an hour without posts is blank, and the table and the data have the same', async () => {
    const of = report([], timesOf(cells, [band('weekdays', 8, 1), band('weekend', 9, null)]));
    const chart = await timesChart(page(of));
    const svg = chart?.panels[0]?.svg ?? '';
    expect(svg.match(/data-tip="/g)).toHaveLength(cells.length);
    expect(svg.match(/stroke-dasharray/g)).toHaveLength(1);
    expect(svg).toContain('data-tip="Sat 09:00: 4 posts, too few"');
    expect(chart?.table.rows).toEqual([
      ['08:00', '1.00 (0.50–1.50)', '21', '', '0'],
      ['09:00', '', '0', 'too few posts', '4'],
    ]);
    expect(chart?.data.find(({ measure }) => measure === 'day-6-09-index')).toMatchObject({ value: null, reason: 'too-few' });
  });

  test('the hours of followers have a panel of their own, with whose hours they are', async () => {
    const online = [7, 20].map((hour) => ({ account: one, hour, value: 100 * hour }));
    const of = report([], timesOf(cells, [band('weekdays', 8, 1)], online));
    const chart = await timesChart(page(of));
    expect(chart?.panels).toHaveLength(2);
    expect(chart?.panels[1]?.svg).toContain('20:00: 2,000 followers online');
    expect(chart?.notes.join(' ')).toContain('as the platform names them');
    expect(chart?.data.filter(({ measure }) => measure.startsWith('online-')).map(({ value }) => value)).toEqual([700, 2000]);
  });

  test('a whole week of hours stays small', async () => {
    const all = Array.from({ length: 168 }, (_, at) =>
      cell(Math.floor(at / 24) + 1, at % 24, at % 9 === 0 ? null : 0.4 + (at % 17) / 10, 0.3),
    );
    const chart = await timesChart(page(report([], timesOf(all, [band('weekdays', 8, 1)])), 'id'));
    expect(gzipSync(chart?.panels[0]?.svg ?? '').byteLength).toBeLessThan(6000);
  });

  test('what a reader explores has as many marks as hours and types that are told', async () => {
    const of = report(
      [table('agency', [row('image', 0.02), row('video', 0.06), few('link')])],
      timesOf(cells, [band('weekdays', 8, 1)]),
    );
    for (const chart of [await formatsChart(page(of)), await timesChart(page(of))]) {
      const view = new vega.View(vega.parse(compile(chart?.spec as TopLevelSpec).spec), { renderer: 'none' });
      const svg = await view.toSVG();
      expect(svg.match(/aria-roledescription="(?:point|square)"/g)).toHaveLength(chart?.id === 'formats' ? 2 : 3);
    }
  });

  test('is not drawn without posts that have a time', async () => {
    expect(await timesChart(page(report([], null)))).toBeUndefined();
    const drawn = await charts(report([], null), { agency, declarations: [], words: i18n('en') });
    expect(drawn.some(({ id }) => id === 'times' || id === 'formats')).toBe(false);
  });
});
