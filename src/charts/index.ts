/**
 * Report -> charts, in one language.
 *
 *   await charts(report, { agency, declarations, words, cache? }): Chart[]              every chart of a report page
 *   await accountCharts(report, accountId, { … }): Chart[]                              the same for one account
 *
 * `words` is `i18n(lang)`; `cache` is `svgCache(folder)` of the store or nothing. Charts with too little to draw are left out.
 * Chart ids stand in `ids.ts`.
 *
 * The page sets these CSS variables (both themes and print); text takes the page's font:
 *   --ink (labels) --quiet (axis text) --grid (grid lines) --mark (this period) --mark-soft (periods before; still 3:1)
 *   --mark-second (explore: the period before) --gap (stripes where a figure is missing) --paper (behind open dots and labels)
 *   --neutral --negative (comments; the positive are --mark)
 * A panel is `<svg class="chart" role="img" aria-label viewBox="0 0 320 h" font-size="12">`, legible from 280 to 380 px: give it
 * `width: 100%; height: auto` in a grid of `minmax(min(280px, 100%), 1fr)`, at most 22rem, a single one too: one size of text. Panel.label stands above.
 *
 * Marks with a figure carry `data-tip`. `import '#charts/browser/index.ts'` on pages with charts: it shows them in one
 * `<div class="tip" role="status">` (position: fixed; pointer-events: none) at the end of <body>, marks the one shown with `data-on`
 * (change its `stroke` or `fill`, never its `stroke-width`: stripes and tiles are drawn with it), makes the first picture of each
 * <figure> focusable for the arrow keys, and unhides `<button type="button" hidden data-explore="…json">` inside a <figure>; pressed,
 * that draws Chart.spec into a `<div class="explore">` after `.panels` (give it `overflow-x: auto`) and gives the figure `exploring`.
 */
import type { Report } from '#model/report.ts';
import type { Chart } from './chart.ts';
import { pageOf, type Context, type Page } from './context.ts';
import { coverageChart } from './coverage.ts';
import { dailyChart } from './daily.ts';
import { dotChart } from './dots.ts';
import { elementsChart } from './elements.ts';
import { formatsChart } from './formats.ts';
import { historyChart } from './history.ts';
import { placesChart } from './places.ts';
import { sentimentChart } from './sentiment.ts';
import { timesChart } from './times.ts';
import { topicsChart } from './topics.ts';

/** Every chart of a report page, in the order of the six questions. */
export function charts(report: Report, context: Context): Promise<Chart[]> {
  return draw(pageOf(report, context));
}

/** The charts of one account's page. Empty for an account that the report does not have. */
export function accountCharts(report: Report, account: string, context: Context): Promise<Chart[]> {
  return draw(pageOf(report, context, account));
}

async function draw(page: Page): Promise<Chart[]> {
  const drawn = [
    await historyChart(page, { id: 'followers', question: 1, kpis: ['followers'], mark: 'line', scale: 'level' }),
    await historyChart(page, { id: 'posts', question: 1, kpis: ['posts-published'], mark: 'bar', scale: 'zero' }),
    await shown(page, 'views'),
    await shown(page, 'impressions'),
    await historyChart(page, { id: 'reach', question: 1, kpis: ['reach'], mark: 'bar', scale: 'zero' }),
    await placesChart(page, 'places', 1, ['followers', 'reach', 'views']),
    await historyChart(page, { id: 'engagements', question: 2, kpis: ['engagements'], mark: 'bar', scale: 'zero' }),
    await historyChart(page, {
      id: 'engagement-rate',
      question: 2,
      kpis: ['engagement-rate-followers', 'engagement-rate-reach'],
      mark: 'line',
      scale: 'zero',
    }),
    await dotChart(page, 'amplification', 2),
    await dotChart(page, 'conversation', 2),
    await formatsChart(page),
    await timesChart(page),
    await sentimentChart(page),
    await topicsChart(page),
    await historyChart(page, { id: 'complaints', question: 4, kpis: ['complaints-received'], mark: 'bar', scale: 'zero' }),
    await historyChart(page, {
      id: 'answered',
      question: 4,
      kpis: ['complaints-answered', 'complaints-closed'],
      mark: 'line',
      scale: 'zero',
    }),
    await historyChart(page, {
      id: 'first-response',
      question: 4,
      kpis: ['first-response-median', 'first-response-p90'],
      mark: 'line',
      scale: 'zero',
    }),
    await elementsChart(page),
    await placesChart(page, 'complaint-places', 4, ['complaints-received', 'reports-received']),
    await historyChart(page, { id: 'sessions', question: 5, kpis: ['sessions'], mark: 'bar', scale: 'zero' }),
    await historyChart(page, { id: 'spend', question: 6, kpis: ['spend'], mark: 'bar', scale: 'zero' }),
    await placesChart(page, 'spend-places', 6, ['spend']),
    await coverageChart(page),
  ];
  return drawn.filter((chart) => chart !== undefined);
}

/** Views and impressions are two measures and two charts: by day where the report has days, else by period. */
async function shown(page: Page, kpi: 'views' | 'impressions'): Promise<Chart | undefined> {
  const daily = await dailyChart(page, kpi, kpi, 1);
  return daily ?? historyChart(page, { id: kpi, question: 1, kpis: [kpi], mark: 'bar', scale: 'zero' });
}
