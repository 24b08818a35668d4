import type { TopLevelSpec } from 'vega-lite';
import type { Reason } from '#model/figure.ts';
import { ticks } from './axis.ts';
import type { Chart } from './chart.ts';
import { about, amount, cell, comparisonOf, figureOf, historyOf, scopeName, sourcesOf, type Page } from './context.ts';
import { caveats, finding } from './finding.ts';
import { fit } from './measure.ts';
import { undrawn } from './notes.ts';
import { render } from './render.ts';
import { rowsPanel } from './rows.ts';
import { INK, SIZE, WIDTH } from './theme.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly now: number;
  readonly former: number | null;
}

/** A KPI by account, this period beside the one before. Undefined where no account gives it. */
export async function dotChart(whole: Page, kpi: string, question: Chart['question']): Promise<Chart | undefined> {
  const page = about(whole, [kpi]);
  const { words, report } = page;
  const rows = page.accounts.flatMap(({ id, name }): Row[] => {
    const now = figureOf(page, kpi, id)?.value ?? null;
    if (now === null) return [];
    const other = comparisonOf(page, kpi, id);
    const comparable = !['metric-changed', 'method-changed', 'accounts-differ'].includes(other?.note ?? '');
    return [{ id, name, now, former: comparable ? (other?.value ?? null) : null }];
  });
  if (rows.length < 2) return undefined;
  const unit = figureOf(page, kpi, rows[0]?.id)?.unit ?? 'per-post';
  const than = comparisonOf(page, kpi, rows.find(({ former }) => former !== null)?.id)?.with;
  const before = than === undefined ? '' : words.period(than, 'in');
  const title = finding(page, kpi);
  const name = words.t(`charts.measure.${kpi}`);
  const label = words.t('charts.panel', { name: scopeName(page), measure: name });
  const provisional = (time: string, account: string) =>
    time === report.period
      ? report.status === 'provisional'
      : historyOf(page, kpi, account).some((point) => point.period === time && point.provisional);
  const tip = (row: Row, value: number, period: string) =>
    words.t('charts.dots.tip', { name: row.name, period, value: amount(page, value, unit) });
  const marks = rows.map((row, index) => ({
    index,
    now: row.now,
    former: row.former,
    name: fit(row.name, SIZE, WIDTH - 90),
    text: amount(page, row.now, unit),
    tip: tip(row, row.now, words.period(report.period)),
    formerTip: row.former === null ? '' : tip(row, row.former, before),
  }));
  const scale = ticks(Math.max(...rows.flatMap(({ now, former }) => [now, former ?? 0])));
  return {
    id: kpi,
    question,
    title,
    subtitle: words.t(than === undefined ? 'charts.dots.single' : 'charts.dots.subtitle', {
      measure: name,
      period: words.period(report.period),
      than: before,
      scope: scopeName(page),
    }),
    description: `${rows
      .map((row) =>
        words.t(row.former === null ? 'charts.dots.tip' : 'charts.describe.dots', {
          name: row.name,
          period: words.period(report.period),
          value: amount(page, row.now, unit),
          now: amount(page, row.now, unit),
          former: row.former === null ? '' : amount(page, row.former, unit),
        }),
      )
      .join('; ')}.`,
    panels: [
      {
        label: null,
        svg: await render(
          dotPanel(label, marks, scale, (value) => (Number.isInteger(value) ? words.number(value) : amount(page, value, unit))),
          page.cache,
        ),
      },
    ],
    table: {
      columns: [words.t('charts.account'), words.period(report.period), ...(than === undefined ? [] : [words.period(than)])],
      rows: page.accounts.map(({ id, name: account }) => {
        const figure = figureOf(page, kpi, id);
        const other = comparisonOf(page, kpi, id);
        return [
          account,
          cell(page, figure?.value ?? null, unit, figure?.reason ?? 'not-collected'),
          ...(than === undefined ? [] : [cell(page, other?.value ?? null, unit, other?.reason ?? 'no-previous')]),
        ];
      }),
    },
    data: page.accounts.flatMap(({ id: account, name: who }) => {
      const figure = figureOf(page, kpi, account);
      const other = comparisonOf(page, kpi, account);
      const metric = [...new Set(figure?.grounds.map((ground) => ground.metric))].join(', ');
      const one = (time: string, value: number | null, reason: Reason | undefined, known: string) => ({
        time,
        account,
        name: who,
        measure: kpi,
        value,
        ...(value === null ? { reason: reason ?? ('not-collected' as const) } : {}),
        ...(value !== null && provisional(time, account) ? { provisional: true } : {}),
        metric: value === null ? '' : known,
      });
      return [
        ...(than === undefined ? [] : [one(than, other?.value ?? null, other?.reason ?? 'no-previous', '')]),
        one(report.period, figure?.value ?? null, figure?.reason, metric),
      ];
    }),
    notes: [
      ...(than === undefined ? [] : [words.t('charts.note.dots', { than: before, period: words.period(report.period) })]),
      ...caveats(page, kpi),
      ...undrawn(page, kpi, new Set(rows.map(({ id }) => id))),
    ],
    sources: sourcesOf(
      page,
      rows.flatMap(({ id }) => figureOf(page, kpi, id)?.grounds ?? []),
    ),
    spec: explore(title, rows, name, words.period(report.period), before),
  };
}

interface Mark {
  readonly index: number;
  readonly now: number;
  readonly former: number | null;
  readonly name: string;
  readonly text: string;
  readonly tip: string;
  readonly formerTip: string;
}

/** Each account's name over its own line: an open dot for the period before, a filled one for this. */
export function dotPanel(
  label: string,
  marks: readonly Mark[],
  scale: readonly number[],
  say: (value: number) => string,
): TopLevelSpec {
  const ticks = new Map(scale.map((value) => [value, value === 0 ? '0' : say(value)]));
  const both = marks.filter((mark) => mark.former !== null);
  return rowsPanel({ label, rows: marks, domain: [0, scale.at(-1) ?? 0], ticks, ruled: true }, (x, y) => [
    ...(both.length === 0
      ? []
      : [
          {
            data: { values: both.map(({ index: row, now: at, former }) => ({ row, at, former })) },
            mark: { type: 'rule', color: INK.mark, strokeWidth: 2, aria: false },
            encoding: { x, x2: { field: 'former' }, y },
          },
          {
            data: { values: both.map(({ index: row, former: at, formerTip: tip }) => ({ row, at, tip })) },
            mark: { type: 'point', opacity: 1, fill: INK.paper, stroke: INK.mark, strokeWidth: 1.5, size: 50 },
            encoding: { x, y, description: { field: 'tip' } },
          },
        ]),
    {
      data: { values: marks.map(({ index: row, now: at, tip }) => ({ row, at, tip })) },
      mark: { type: 'point', opacity: 1, filled: true, color: INK.mark, size: 60 },
      encoding: { x, y, description: { field: 'tip' } },
    },
  ]);
}

function explore(title: string, rows: readonly Row[], name: string, now: string, before: string): TopLevelSpec {
  const values = rows.flatMap((row) => [
    ...(row.former === null ? [] : [{ account: row.name, time: before, value: row.former }]),
    { account: row.name, time: now, value: row.now },
  ]);
  const legend = { orient: 'top', direction: 'vertical' };
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title,
    width: 560,
    height: rows.length * 28,
    autosize: { type: 'fit-x', contains: 'padding' },
    data: { values },
    mark: { type: 'point', filled: true, size: 80, opacity: 1 },
    encoding: {
      x: { field: 'value', type: 'quantitative', title: null, axis: { tickCount: 4 } },
      y: { field: 'account', type: 'nominal', title: null, sort: null },
      color: { field: 'time', type: 'nominal', title: null, sort: null, scale: { range: [INK.second, INK.mark] }, legend },
      shape: { field: 'time', type: 'nominal', title: null, sort: null, legend },
      tooltip: [{ field: 'account' }, { field: 'time' }, { field: 'value', title: name }],
    },
  } as unknown as TopLevelSpec;
}
