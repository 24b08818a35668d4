import { period } from '#model/period.ts';
import type { Unit } from '#model/kpi-figure.ts';
import { periodLabels, shortPeriod } from './axis.ts';
import { boundNotes, boundsOf, type Bounds } from './bounds.ts';
import type { Chart } from './chart.ts';
import { about, amount, brief, cell, currencyOf, figureOf, historyOf, scopeName, sourcesOf, type Page } from './context.ts';
import { exploreTime } from './explore.ts';
import { caveats, finding } from './finding.ts';
import { breakNotes, holeNote, panelCount, undrawn } from './notes.ts';
import { margin, timePanel, type Point } from './panel.ts';
import { render } from './render.ts';
import { scalesOf, type Scale } from './scale.ts';

interface Plan {
  readonly id: string;
  readonly question: Chart['question'];
  /** One KPI, or several of the same unit, each with panels of its own. */
  readonly kpis: readonly string[];
  readonly mark: 'line' | 'bar';
  /** `level`: each panel at its own level, the same span in per cent; `zero`: from zero. */
  readonly scale: 'level' | 'zero';
}

/** One account's KPI over the periods. */
interface Row {
  readonly account: string;
  readonly kpi: string;
  /** The account's name, with the KPI's short name where a chart has several. */
  readonly name: string;
  readonly currency: string | undefined;
  readonly points: readonly Point[];
  readonly values: readonly number[];
  readonly bounds: Bounds | undefined;
}

/** A chart of KPIs over the periods, a panel for each account. Undefined where no account has two periods to show. */
export async function historyChart(whole: Page, plan: Plan): Promise<Chart | undefined> {
  const page = about(whole, plan.kpis);
  const { words } = page;
  const kpis = plan.kpis.filter((kpi) =>
    page.accounts.some(({ id }) => historyOf(page, kpi, id).some((point) => point.value !== null)),
  );
  const main = kpis[0];
  if (main === undefined) return undefined;
  const all = periodsOf(page, kpis);
  const unit = page.report.figures.find((figure) => figure.kpi === main)?.unit ?? 'count';
  const each = kpis.flatMap((kpi) => page.accounts.map((account) => rowOf(page, account, kpi, kpis.length > 1, all, unit)));
  const rows = each.filter((row) => row.values.length > 0);
  if (!rows.some((row) => row.values.length >= 2)) return undefined;
  const alike = Map.groupBy(rows, ({ kpi, currency }) => JSON.stringify([unit === 'hours' || kpi, currency]));
  const scaled = [...alike.values()].flatMap((same) => {
    const each = scalesOf(
      page,
      same.map(({ values, bounds }) => [...values, ...(bounds?.targets.filter((target) => target !== null) ?? [])]),
      unit,
      plan.scale,
    );
    return same.map((row, index) => [row, each[index] as Scale] as const);
  });
  const scaleOf = new Map(scaled);
  const scales = rows.map((row) => scaleOf.get(row) as Scale);
  const labels = periodLabels(all, words);
  const left = margin(scales.flatMap(({ ticks }) => [...ticks.values()]));
  const measure = words.t(`charts.measure.${plan.id}`);
  const panels = await Promise.all(
    rows.map(async ({ name, points, currency, bounds }, index) => {
      const { domain, ticks } = scales[index] as Scale;
      const at = points.findLastIndex(({ value }) => value !== null);
      const text = brief(page, points[at]?.value ?? 0, unit, currency);
      const label = words.t('charts.panel', { name, measure });
      const spec = timePanel({
        label,
        mark: plan.mark,
        points,
        text,
        at,
        domain,
        ticks,
        labels,
        broken: words.t('charts.broken'),
        bounds,
        left,
      });
      return { label: page.scope === 'agency' || kpis.length > 1 ? name : null, svg: await render(spec, page.cache) };
    }),
  );
  const title = finding(page, main);
  const between = { from: words.period(all[0] ?? ''), to: words.period(all.at(-1) ?? '', 'in') };
  return {
    id: plan.id,
    question: plan.question,
    title,
    subtitle: words.t('charts.subtitle', { measure, ...between, scope: scopeName(page) }),
    description: `${panelCount(page, rows.length)}${rows.map((row) => describe(page, row, all, unit)).join('; ')}.`,
    panels,
    table: tableOf(page, each, all, unit),
    data: each.flatMap(({ account, kpi, points }) =>
      points.map(({ value, reason, provisional, metric }, index) => ({
        time: all[index] ?? '',
        account,
        name: page.accounts.find(({ id }) => id === account)?.name ?? account,
        measure: kpi,
        value,
        ...(value === null ? { reason: reason ?? ('not-collected' as const) } : {}),
        ...(provisional ? { provisional } : {}),
        metric: value === null ? '' : metric,
      })),
    ),
    notes: [...caveats(page, main), ...notesOf(page, plan, rows, scales, main)],
    sources: sourcesOf(
      page,
      kpis.flatMap((kpi) => page.accounts.flatMap(({ id }) => figureOf(page, kpi, id)?.grounds ?? [])),
      rows.map(({ account, points }) => ({
        account,
        metrics: points.flatMap(({ metric }) => (metric ? metric.split(', ') : [])),
      })),
    ),
    spec: exploreTime(page, {
      title,
      mark: plan.mark,
      measure,
      percent: unit === 'ratio',
      zero: plan.scale === 'zero',
      order: all.map((id) => shortPeriod(id, words, true)),
      rows: rows.flatMap(({ name, points }) =>
        points.map(({ value, metric }, index) => ({
          account: name,
          time: shortPeriod(all[index] ?? '', words, true),
          value,
          metric,
        })),
      ),
    }),
  };
}

/** The periods from the first with a figure, or the one in which reporting began, oldest first. */
function periodsOf(page: Page, kpis: readonly string[]): string[] {
  const seen = new Map<string, boolean>();
  for (const kpi of kpis) {
    for (const { id } of page.accounts) {
      for (const point of historyOf(page, kpi, id))
        seen.set(point.period, (seen.get(point.period) ?? false) || point.value !== null);
    }
  }
  const all = [...seen.keys()].sort();
  return all.slice(all.findIndex((id) => seen.get(id) || page.accounts.some((account) => begun(page, account.id, id))));
}

/** The day on which an account's reporting began, where that is within the period. */
function begun(page: Page, account: string, id: string): string | undefined {
  const since = page.agency.accounts.find((one) => one.id === account)?.since;
  const { from, to } = period(id);
  return since !== undefined && since > from && since <= to ? since : undefined;
}

function rowOf(
  page: Page,
  account: { id: string; name: string },
  kpi: string,
  several: boolean,
  all: readonly string[],
  unit: Unit,
): Row {
  const { words } = page;
  const currency = unit === 'money' ? currencyOf(page, kpi, account.id) : undefined;
  const known = new Map(historyOf(page, kpi, account.id).map((point) => [point.period, point]));
  const points = all.map((id): Point => {
    const point = known.get(id);
    const value = point?.value ?? null;
    const provisional = point?.provisional === true && value !== null;
    const since = point?.reason === 'partial' ? begun(page, account.id, id) : undefined;
    const figure = since
      ? words.t('charts.begun', { day: words.day(since, 'plain') })
      : cell(page, value, unit, point?.reason ?? 'not-collected', currency);
    const said = provisional ? words.t('charts.open', { value: figure }) : figure;
    return {
      value,
      said,
      tip: `${words.period(id)}: ${said}`,
      metric: point?.metrics.join(', ') ?? '',
      ...(value === null ? { reason: point?.reason ?? ('not-collected' as const) } : {}),
      ...(provisional ? { provisional } : {}),
    };
  });
  const name = several ? `${account.name} · ${words.t(`charts.short.${kpi}`)}` : account.name;
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  return { account: account.id, kpi, name, currency, points, values, bounds: boundsOf(page, kpi, account.id, all, currency) };
}

function describe(page: Page, { name, points, currency }: Row, all: readonly string[], unit: Unit): string {
  const { words } = page;
  const first = points.findIndex(({ value }) => value !== null);
  const last = points.findLastIndex(({ value }) => value !== null);
  return words.t(first === last ? 'charts.describe.one' : 'charts.describe.row', {
    name,
    from: amount(page, points[first]?.value ?? 0, unit, currency),
    first: words.period(all[first] ?? ''),
    to: amount(page, points[last]?.value ?? 0, unit, currency),
    last: words.period(all[last] ?? ''),
  });
}

function tableOf(page: Page, rows: readonly Row[], all: readonly string[], unit: Unit): Chart['table'] {
  const drawn = rows.filter(({ values }) => values.length > 0);
  return {
    columns: [page.words.t('charts.period'), ...drawn.map(({ name }) => name)],
    rows: all.map((period, index) => [
      page.words.period(period),
      ...drawn.map(({ points }) => points[index]?.said ?? cell(page, null, unit)),
    ]),
  };
}

function notesOf(page: Page, plan: Plan, rows: readonly Row[], scales: readonly Scale[], main: string): string[] {
  const { words } = page;
  const several = rows.length > 1;
  return [
    ...(plan.scale === 'level' && scales.some(({ domain }) => domain[0] > 0)
      ? [words.t(several ? 'charts.note.level' : 'charts.note.cut')]
      : []),
    ...(plan.scale === 'zero' && several && scales.some(({ own }) => own) ? [words.t('charts.note.own')] : []),
    ...(plan.id === 'reach' ? [words.t('charts.note.unique'), ...windows(page)] : []),
    ...rows.flatMap(({ name, points }) => breakNotes(page, name, points)),
    ...holeNote(page, rows),
    ...beginNotes(page, rows),
    ...(rows.some(({ points }) => points.some(({ provisional }) => provisional)) ? [words.t('charts.note.provisional')] : []),
    ...boundNotes(page, rows),
    ...undrawn(page, main, new Set(rows.map(({ account }) => account))),
  ];
}

/** Periods in which reporting began: their figures would be of a part only. */
function beginNotes(page: Page, rows: readonly Row[]): string[] {
  const { words } = page;
  const notes = rows.flatMap(({ account, kpi }) =>
    historyOf(page, kpi, account).flatMap((point) => {
      const since = point.value === null && point.reason === 'partial' ? begun(page, account, point.period) : undefined;
      return since ? [words.t('charts.note.begun', { period: words.period(point.period), day: words.day(since, 'plain') })] : [];
    }),
  );
  return [...new Set(notes)];
}

/** The days for which a platform itself counted people, where they are not the report's own. */
function windows(page: Page): string[] {
  const { words, report } = page;
  return page.accounts.flatMap(({ id, name }) => {
    const figure = figureOf(page, 'reach', id);
    if (!figure || figure.value === null || (figure.window.from === report.from && figure.window.to === report.to)) return [];
    return [words.t('charts.note.window', { name, span: words.span(figure.window.from, figure.window.to) })];
  });
}
