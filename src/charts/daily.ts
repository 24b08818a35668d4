import { kpi } from '#kpis/index.ts';
import { eachDay, type Day } from '#model/day.ts';
import type { Reason } from '#model/figure.ts';
import type { Measure } from '#model/measure.ts';
import type { Ground } from '#model/kpi-figure.ts';
import { dayLabels, shortDay, ticks } from './axis.ts';
import type { Chart } from './chart.ts';
import { brief, cell, figureOf, phrase, scopeName, sourcesOf, type Page } from './context.ts';
import { exploreTime } from './explore.ts';
import { caveats, finding } from './finding.ts';
import { breakNotes, panelCount, undrawn } from './notes.ts';
import { margin, timePanel, type Point } from './panel.ts';
import { render } from './render.ts';
import { SHARED } from './scale.ts';

interface Fact {
  readonly day: Day;
  readonly value: number | null;
  readonly reason: Reason;
  readonly metric: string;
}

interface Row {
  readonly account: string;
  readonly name: string;
  readonly facts: readonly Fact[];
  readonly top: number;
}

/** Under this many known days a picture of days says nothing. */
const LEAST = 3;

/** A measure by day, a panel for each account. Undefined where no account has three known days, or the report has no days. */
export async function dailyChart(
  page: Page,
  measure: Measure,
  id: string,
  question: Chart['question'],
): Promise<Chart | undefined> {
  const { words, report } = page;
  const days = eachDay(report.from, report.through);
  const { families } = kpi(id);
  const asked = page.accounts.filter((one) =>
    report.accounts.some(({ account, family }) => account === one.id && families.includes(family)),
  );
  const each = asked.map(({ id: account, name }): Row => {
    const facts = factsOf(page, account, measure, days);
    return { account, name, facts, top: Math.max(0, ...facts.map(({ value }) => value ?? 0)) };
  });
  const rows = each.filter(({ facts }) => facts.some(({ value }) => value !== null));
  if (!rows.some(({ facts }) => facts.filter(({ value }) => value !== null).length >= LEAST)) return undefined;
  const tops = rows.map(({ top }) => top);
  const own = Math.max(...tops) / Math.max(1e-9, Math.min(...tops.filter((top) => top > 0))) > SHARED;
  const scales = tops.map((top) => ticks(own ? top : Math.max(...tops), true));
  const named = scales.map(
    (values) => new Map(values.map((value) => [value, value >= 10_000 ? words.compact(value) : words.number(value)])),
  );
  const left = margin(named.flatMap((labels) => [...labels.values()]));
  const labels = dayLabels(days, words);
  const measureName = words.t(`charts.measure.${id}-daily`);
  const panels = await Promise.all(
    rows.map(async ({ name, facts, top }, index) => {
      const peak = facts.findIndex(({ value }) => value === top);
      const spec = timePanel({
        label: words.t('charts.panel', { name, measure: measureName }),
        mark: 'bar',
        points: facts.map((fact) => pointOf(page, fact)),
        text: brief(page, top, 'count'),
        at: peak,
        domain: [0, scales[index]?.at(-1) ?? 1],
        ticks: named[index] ?? new Map(),
        labels,
        broken: words.t('charts.broken'),
        left,
      });
      return { label: page.scope === 'agency' ? name : null, svg: await render(spec, page.cache) };
    }),
  );
  const title = finding(page, id);
  return {
    id,
    question,
    title,
    subtitle: words.t('charts.daily.subtitle', {
      measure: measureName,
      span: words.span(report.from, report.through),
      scope: scopeName(page),
    }),
    description: `${panelCount(page, rows.length)}${rows.map((row) => describe(page, row)).join('; ')}.`,
    panels,
    table: {
      columns: [words.t('charts.date'), ...rows.map(({ name }) => name)],
      rows: days.map((day, index) => [
        words.day(day, 'plain'),
        ...rows.map(({ facts }) => cell(page, facts[index]?.value ?? null, 'count', facts[index]?.reason)),
      ]),
    },
    data: each.flatMap(({ account, name, facts }) =>
      facts.map(({ day, value, reason, metric }) => ({
        time: day,
        account,
        name,
        measure,
        value,
        ...(value === null ? { reason } : {}),
        ...(value !== null && report.status === 'provisional' ? { provisional: true } : {}),
        metric,
      })),
    ),
    notes: [
      ...caveats(page, id),
      ...(own && rows.length > 1 ? [words.t('charts.note.own')] : []),
      ...rows.flatMap((row) => [
        ...gapNotes(page, row),
        ...breakNotes(
          page,
          row.name,
          row.facts.map((fact) => pointOf(page, fact)),
        ),
      ]),
      ...undrawn({ ...page, accounts: asked }, id, new Set(rows.map(({ account }) => account))),
    ],
    sources: sourcesOf(
      page,
      rows.flatMap(({ account, facts }) => groundsOf(page, account, measure, facts)),
    ),
    spec: exploreTime(page, {
      title,
      mark: 'bar',
      measure: measureName,
      percent: false,
      zero: true,
      order: days.map((day) => shortDay(day, words)),
      rows: rows.flatMap(({ name, facts }) =>
        facts.map(({ day, value, metric }) => ({ account: name, time: shortDay(day, words), value, metric })),
      ),
    }),
  };
}

/**
 * One account's days. Where the platform's metric changed, the newer one counts from its first known day on; a missing day
 * keeps its reason.
 */
function factsOf(page: Page, account: string, measure: Measure, days: readonly Day[]): Fact[] {
  const series = page.report.daily
    .filter((one) => one.account === account && one.measure === measure && one.window === 'day')
    .map((one) => ({ ...one, first: one.points.find(({ value }) => value !== null)?.day ?? '9999-12-31' }))
    .sort((a, b) => (a.first < b.first ? -1 : 1));
  const none = series.length > 0 ? 'not-collected' : (figureOf(page, measure, account)?.reason ?? 'not-collected');
  return days.map((day): Fact => {
    let fact: Fact = { day, value: null, reason: none, metric: '' };
    for (const one of series) {
      const point = one.points.find((candidate) => candidate.day === day);
      if (!point || (fact.value !== null && day < one.first)) continue;
      // That a metric had ended or not begun says less than why the other one has no figure.
      const outside = point.reason === 'withdrawn' || point.reason === 'not-begun';
      if (point.value !== null || (fact.value === null && (fact.reason === none || !outside))) {
        fact = {
          day,
          value: point.value,
          reason: point.reason ?? 'not-collected',
          metric: point.value === null ? '' : one.metric,
        };
      }
    }
    return fact;
  });
}

/** The metrics and APIs of the days that a panel draws. */
function groundsOf(page: Page, account: string, measure: Measure, facts: readonly Fact[]): Ground[] {
  const source = page.report.accounts.find((state) => state.account === account)?.source ?? account;
  return page.report.daily
    .filter((one) => one.account === account && one.measure === measure && facts.some(({ metric }) => metric === one.metric))
    .map(({ metric, api }) => ({ account, source, metric, api }));
}

function pointOf(page: Page, { day, value, reason, metric }: Fact): Point {
  const said = cell(page, value, 'count', reason);
  return { value, metric, said, tip: `${page.words.day(day, 'plain')}: ${said}` };
}

function describe(page: Page, { name, facts, top }: Row): string {
  const { words } = page;
  const known = facts.filter(({ value }) => value !== null);
  const peak = known.find(({ value }) => value === top);
  return words.t('charts.describe.days', {
    name,
    total: words.number(known.reduce((sum, { value }) => sum + (value ?? 0), 0)),
    known: known.length,
    top: words.number(top),
    day: words.day(peak?.day ?? page.report.from, 'plain'),
  });
}

function gapNotes(page: Page, { name, facts }: Row): string[] {
  const { words } = page;
  const notes: string[] = [];
  const gaps = new Map<string, Fact[][]>();
  facts.forEach((fact, index) => {
    if (fact.value !== null) return;
    const before = facts[index - 1];
    const runs = gaps.get(fact.reason) ?? [];
    if (before?.value === null && before.reason === fact.reason) runs.at(-1)?.push(fact);
    else runs.push([fact]);
    gaps.set(fact.reason, runs);
  });
  for (const [reason, runs] of gaps) {
    const spans = runs.map((run) => words.span(run[0]?.day ?? '', run.at(-1)?.day ?? ''));
    const span = spans.length > 3 ? words.t('charts.note.days', { count: runs.flat().length }) : words.list(spans);
    notes.push(words.t('charts.note.gap', { name, span, reason: phrase(page, reason as Reason) }));
  }
  return notes;
}
