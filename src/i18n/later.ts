import type { Reason } from '#model/figure.ts';
import type { KpiFigure } from '#model/kpi-figure.ts';
import type { Report } from '#model/report.ts';
import type { Names } from './answer.ts';
import type { I18n } from './index.ts';
import { opinionAnswer } from './opinion.ts';

/** KPIs that answer questions 3 to 6, the most telling first, with the text that says it. */
const LEADS: Readonly<Record<number, readonly (readonly [kpi: string, key: string])[]>> = {
  3: [['conversation-volume', 'volume']],
  4: [
    ['complaints-answered', 'answered'],
    ['complaints-closed', 'closed'],
    ['complaints-received', 'received'],
    ['information-requests', 'requests'],
  ],
  5: [
    ['sessions', 'visits'],
    ['messages-sent', 'messages'],
    ['link-clicks', 'clicks'],
  ],
  6: [['spend', 'spend']],
};

/** What an account never gives, or not now: nobody left it out. */
const NOBODY: ReadonlySet<Reason> = new Set<Reason>([
  'not-offered',
  'not-in-export',
  'withdrawn',
  'not-yet',
  'not-due',
  'not-begun',
  'not-comparable',
  'too-few-peers',
  'no-posts',
  'not-read',
  'not-closed',
]);

/** The KPI that the answer to a question names with its change. */
export function saidOf(report: Report, question: number): string | undefined {
  const first = { 1: 'views', 2: 'engagements' }[question];
  return first ?? (LEADS[question] ?? []).map(([kpi]) => kpi).find((kpi) => figureOf(report, kpi)?.value != null);
}

/** The answer to one of the questions 3 to 6 in one to three short sentences, what is missing first. Undefined where nothing speaks of it. */
export function later(report: Report, question: number, words: I18n, names: Names): string | undefined {
  const at = `question.${question}`;
  const leads = LEADS[question] ?? [];
  const figures = leads.flatMap(([kpi, key]) => {
    const figure = figureOf(report, kpi);
    return figure ? [{ figure, key }] : [];
  });
  const first = figures.find(({ figure }) => figure.value !== null);
  const beside = [...satisfied(report, words, at, question, names), ...reached(report, words, at, question, names)];
  const late = lateOf(first ? [first.figure] : figures.map(({ figure }) => figure));
  if (!first && beside.length === 0 && late.length === 0) return undefined;
  return [
    ...(late.length > 0 ? [words.t('question.late', { accounts: words.list(late.map(names.account)) })] : []),
    ...(first ? [said(report, words, at, first.key, first.figure, names)] : []),
    ...beside,
  ].join(' ');
}

/** The figures of questions 4 and 6 for the opening of a report, a short sentence each, but for those that its narrative names. */
export function outcomes(report: Report, words: I18n, names: Names, mark: (text: string) => string): string[] {
  const isTold = (kpi: string) =>
    report.narrative.some(({ says, scope, kpis }) => says !== 'as-usual' && scope === 'agency' && kpis.includes(kpi));
  const [answered, spend] = ['complaints-answered', 'spend'].map((kpi) => (isTold(kpi) ? undefined : figureOf(report, kpi)));
  return [
    ...(answered?.value == null || answered.denominator === undefined
      ? []
      : [
          words.t(answered.without.length > 0 ? 'answer.answered-some' : 'answer.answered', {
            received: words.number(answered.denominator),
            share: mark(words.figure(answered)),
            accounts: words.list(answered.over.map(names.account)),
          }),
          ...unknownOf(report, answered, words, names),
        ]),
    ...(spend?.value ? [words.t('answer.spend', { value: mark(words.figure(spend)) })] : []),
  ];
}

function said(report: Report, words: I18n, of: string, lead: string, figure: KpiFigure, names: Names): string {
  if (figure.value === 0 && words.has(`${of}.none`)) return words.t(`${of}.none`, { agency: names.agency });
  const key = `${of}.${lead}`;
  const values = {
    agency: names.agency,
    value: words.figure(figure),
    received: words.number(figure.denominator ?? figure.value ?? 0),
    accounts: words.list(figure.over.map(names.account)),
  };
  const comparison = report.comparisons.find((one) => one.kpi === figure.kpi && one.scope === 'agency');
  const change = words.change(comparison, figure.unit);
  const some = figure.without.length > 0 && words.has(`${key}-some`) ? '-some' : '';
  return change.direction === 'unknown'
    ? words.t(`${key}${some}-plain`, values)
    : words.t(`${key}${some}`, { ...values, change: change.text });
}

/** How many complaints came in elsewhere, of which nobody knows whether they were answered. */
function unknownOf(report: Report, { without }: KpiFigure, words: I18n, names: Names): string[] {
  const received = without.map(({ account }) => ({
    account,
    count: report.figures.find(({ kpi, scope }) => kpi === 'complaints-received' && scope === account)?.value ?? null,
  }));
  const lost = received.filter(({ count }) => count !== 0);
  if (lost.length === 0) return [];
  const others = words.list(lost.map(({ account }) => names.account(account)));
  const counts = lost.flatMap(({ count }) => count ?? []);
  return [
    counts.length < lost.length
      ? words.t('answer.answered-unknown-all', { others })
      : words.t('answer.answered-unknown', { others, lost: counts.reduce((sum, count) => sum + count, 0) }),
  ];
}

/** How long people waited, of which complaints that is not known, and how satisfied people said they were where they were asked. */
function satisfied(report: Report, words: I18n, at: string, question: number, names: Names): string[] {
  if (question !== 4) return [];
  const [answered, median, ikm, csat] = ['complaints-answered', 'first-response-median', 'ikm', 'csat'].map((kpi) =>
    figureOf(report, kpi),
  );
  return [
    ...(median?.value == null ? [] : [words.t(`${at}.within`, { value: words.figure(median) })]),
    ...(answered?.value == null ? [] : unknownOf(report, answered, words, names)),
    ...(ikm?.value != null
      ? [words.t(`${at}.score`, { value: words.figure(ikm), count: ikm.n ?? 0 })]
      : csat?.value != null
        ? [words.t(`${at}.satisfied`, { value: words.figure(csat), count: csat.n ?? 0 })]
        : []),
  ];
}

/** Whose talk it is among named peers; what people did in the end: goals reached, account by account, since two counters of them are two things; what one of them cost. */
function reached(report: Report, words: I18n, at: string, question: number, names: Names): string[] {
  if (question === 3) {
    const share = figureOf(report, 'share-of-voice');
    const opinion = opinionAnswer(report, words, names);
    return [
      ...(opinion === undefined ? [] : [opinion]),
      ...(share?.value == null ? [] : [words.t(`${at}.share`, { value: words.figure(share) })]),
    ];
  }
  if (question === 6) {
    const each = figureOf(report, 'cost-per-conversion');
    return each?.value == null ? [] : [words.t(`${at}.each`, { value: words.figure(each) })];
  }
  if (question !== 5) return [];
  const goals = report.figures.filter(({ kpi, scope, value }) => kpi === 'conversions' && scope !== 'agency' && value !== null);
  if (goals.length === 0) return [];
  const each = goals.map((figure) =>
    words.t(`${at}.goal`, { value: words.figure(figure), account: names.account(figure.scope) }),
  );
  return [words.t(`${at}.goals`, { list: words.list(each) })];
}

/** Accounts whose figures somebody could still hand in or fetch. */
function lateOf(figures: readonly KpiFigure[]): string[] {
  const late = figures.flatMap(({ without }) =>
    without.filter(({ reason }) => !NOBODY.has(reason)).map(({ account }) => account),
  );
  return [...new Set(late)];
}

function figureOf(report: Report, kpi: string) {
  return report.figures.find((figure) => figure.kpi === kpi && figure.scope === 'agency');
}
