import type { Report } from '#model/report.ts';
import type { Chart } from '#charts/chart.ts';
import { kpi, kpis } from '#kpis/index.ts';
import { page } from './address.ts';
import { figureOf, type View } from './view.ts';

/** The seven questions as page addresses name them, in their order: the first is question 1. */
export const questions = ['reach', 'participation', 'voice', 'answers', 'results', 'cost', 'quality'] as const;

/** Most figures of one question on the report itself. */
const MOST = 4;
/** The chart that shows what the answer of a question says. */
const LEADS: Readonly<Record<number, string>> = {
  1: 'views',
  2: 'engagements',
  3: 'sentiment',
  4: 'answered',
  5: 'sessions',
  6: 'spend',
};

/** Address of the page that has everything on one question (1 to 7) of a report. */
export function questionPage({ words, agency, report }: View, question: number): string {
  return page(words.lang, agency.id, report.period, questions[question - 1] ?? '');
}

/** The KPIs of a question that the report has, in their order. */
export function kpisOf(report: Report, question: number): readonly string[] {
  return kpis.filter((one) => one.question === question && figureOf(report, one.id)).map(({ id }) => id);
}

/** Those of them that stand on the report itself; where none of a question is meant to, its first ones. */
export function leadingOf(report: Report, question: number): readonly string[] {
  const own = kpisOf(report, question);
  const leading = own.filter((id) => kpi(id).leading);
  return (leading.length > 0 ? leading : own).slice(0, MOST);
}

/** The one chart of a question that stands on the report itself; undefined where it has none. */
export function leadChart(view: View, question: number): Chart | undefined {
  const charts = view.charts.filter((chart) => chart.question === question);
  return charts.find(({ id }) => id === LEADS[question]) ?? charts[0];
}

/** Where the row of a KPI's figure of a report stands: on the report, if it leads there, else on its question's page. */
export function figureAddress(view: View, id: string): string {
  const { question } = kpi(id);
  return `${leadingOf(view.report, question).includes(id) ? reportPage(view) : questionPage(view, question)}#kpi-${id}`;
}

/** Where a chart of a report stands. */
export function chartAddress(view: View, { id, question }: Chart): string {
  return `${leadChart(view, question)?.id === id ? reportPage(view) : questionPage(view, question)}#${id}`;
}

function reportPage({ words, agency, report }: View): string {
  return page(words.lang, agency.id, report.period);
}
