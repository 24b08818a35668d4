import { kpis } from '#kpis/index.ts';
import type { Kpi } from '#kpis/kpi.ts';
import type { Measure } from '#model/measure.ts';
import { period } from '#model/period.ts';
import type { Report } from '#model/report.ts';
import { later, outcomes } from './later.ts';
import { beyondAnswer, targetsAnswer, tellings } from './told.ts';
import type { I18n, Params } from './index.ts';

/** Names that sentences need and a report does not hold. */
export interface Names {
  readonly agency: string;
  readonly account: (id: string) => string;
}

/**
 * Accounts whose figures have holes that somebody could have filled: a thing a platform never offers is no gap. Of one question, those with
 * holes in what its KPIs are made of; how good the data are, the seventh, is a question of all.
 */
export function gapped(report: Report, question?: number): readonly string[] {
  const permanent = new Set(['not-offered', 'not-in-export', 'not-additive', 'not-yet', 'not-due']);
  const own = question === undefined || question === 7 ? undefined : kpis.filter((one): boolean => one.question === question);
  return report.accounts
    .filter(({ account, gaps }) =>
      gaps.some(({ measure, reason }) => !permanent.has(reason) && (!own || concerns(report, own, account, measure))),
    )
    .map(({ account }) => account);
}

/** Whether a hole in a measure of an account, or in all of them (null), is one in what some KPIs are made of. */
function concerns(report: Report, own: readonly Kpi[], account: string, measure: Measure | null): boolean {
  return own.some(
    ({ id, measures }) =>
      (measure === null || measures.includes(measure)) &&
      report.figures.some(({ kpi, scope }) => kpi === id && scope === account),
  );
}

/** Share of the daily figures that arrived, of all accounts together; null where none were expected. */
export function coverage(report: Report): number | null {
  const expected = report.accounts.reduce((total, state) => total + state.expected, 0);
  return expected === 0 ? null : report.accounts.reduce((total, state) => total + state.known, 0) / expected;
}

/** How a report opens, in sentences. */
interface Opening {
  /** What is missing, then what was reached, answered and spent. */
  readonly lead: readonly string[];
  /** What became of targets, what has changed, and whether figures are provisional: each stands for itself. */
  readonly told: readonly string[];
}

/** The report in a few short sentences, built from its figures. `mark` may set the figures apart, so that a page can light them up. */
export function answer(report: Report, words: I18n, names: Names, mark = (text: string) => text): Opening {
  const lit = (value: number) => mark(words.number(value));
  const known = (kpi: string) => valueOf(report, kpi);
  const posts = known('posts-published');
  const views = known('views');
  const engagements = known('engagements');
  const followers = known('followers');
  const name = words.period(report.period, 'in');
  const told = tellings(report, words, names, mark);
  const gaps = told.flatMap(({ says, text }) => (says === 'gap' ? [text] : []));
  const rest = told.flatMap(({ says, text }) => (says === 'gap' ? [] : [text]));
  const results = outcomes(report, words, names, mark);
  if (posts === null && views === null && engagements === null && followers === null)
    return results.length + rest.length > 0
      ? { lead: [...gaps, words.t('answer.unsocial', { period: name }), ...results], told: rest }
      : { lead: [words.t('answer.none', { period: name })], told: [] };

  const running = report.through < period(report.period).to;
  const accounts = figureOf(report, 'posts-published')?.over.length ?? report.accounts.length;
  const viewed = figureOf(report, 'views')?.over.length ?? 0;
  const sentences = [...gaps];
  if (posts === null) sentences.push(words.t('answer.posts-unknown', { period: name, agency: names.agency }));
  else {
    const end = views === null ? '-no-views' : viewed < accounts ? '-some' : '';
    const key = `answer.${running ? 'so-far' : 'reached'}${end}`;
    sentences.push(
      words.t(key, {
        count: viewed,
        period: name,
        through: words.day(report.through),
        agency: names.agency,
        posts: lit(posts),
        accounts: words.t('answer.accounts', { count: accounts }),
        views: lit(views ?? 0),
      }),
    );
  }
  if (engagements !== null) {
    const { over = [], without = [] } = figureOf(report, 'engagements') ?? {};
    // "They" are the posts of the sentence before: each figure is said of the accounts that it covers.
    const isSame = posts !== null && (views === null || viewed === accounts) && over.length === accounts;
    const scope = isSame ? '' : without.length > 0 ? '-some' : over.length > 1 ? '-all' : '-some';
    sentences.push(words.t(`answer.part${scope}`, { engagements: lit(engagements), count: over.length }));
  } else if (followers !== null) sentences.push(words.t(...scoped(report, 'followers', 'answer.followers', lit(followers))));
  sentences.push(...results);
  return { lead: sentences, told: report.status === 'provisional' ? [...rest, words.t('answer.provisional')] : rest };
}

/** A figure of which some accounts say nothing is said of those that do. */
function scoped(report: Report, kpi: string, key: string, shown: string, more: Params = {}): [key: string, params: Params] {
  const { over = [], without = [] } = figureOf(report, kpi) ?? {};
  return [without.length > 0 ? `${key}-some` : key, { ...more, [kpi]: shown, count: over.length }];
}

/** A few sentences for one of the seven questions: its figure, and the targets for it. */
export function questionAnswer(report: Report, question: number, words: I18n, names: Names): string {
  return [
    figuresAnswer(report, question, words, names),
    beyondAnswer(report, question, words, names),
    targetsAnswer(report, question, words, names),
  ]
    .filter((text) => text !== '')
    .join(' ');
}

function figuresAnswer(report: Report, question: number, words: I18n, names: Names): string {
  const { agency } = names;
  const at = `question.${question}`;
  if (question === 1) {
    const views = valueOf(report, 'views');
    const followers = valueOf(report, 'followers');
    if (views !== null) return withChange(report, words, 'views', `${at}.answer`, { agency, views });
    return followers === null
      ? words.t(`${at}.unknown`)
      : words.t(...scoped(report, 'followers', `${at}.answer-part`, words.number(followers), { agency }));
  }
  if (question === 2) {
    const engagements = valueOf(report, 'engagements');
    return engagements === null
      ? words.t(`${at}.unknown`)
      : withChange(report, words, 'engagements', `${at}.answer`, { agency, engagements });
  }
  if (question === 7) {
    const share = coverage(report);
    return share === null
      ? words.t(`${at}.unknown`)
      : words.t(`${at}.answer`, { coverage: words.percent(Math.floor(share * 1000) / 1000) });
  }
  return later(report, question, words, names) ?? words.t(`${at}.unknown`);
}

function figureOf(report: Report, kpi: string) {
  return report.figures.find((figure) => figure.kpi === kpi && figure.scope === 'agency');
}

function valueOf(report: Report, kpi: string): number | null {
  return figureOf(report, kpi)?.value ?? null;
}

/** The sentence with its change, or its plain twin where there is no change to speak of. */
function withChange(report: Report, words: I18n, kpi: string, key: string, values: Params): string {
  const figure = figureOf(report, kpi);
  const some = figure?.over.length ?? 0;
  // A sum that not every account gives says so in the same sentence.
  const part = key.startsWith('question.') && some > 0 && (figure?.without.length ?? 0) > 0 ? '-some' : '';
  const comparison = report.comparisons.find((one) => one.kpi === kpi && one.scope === 'agency');
  const change = words.change(comparison, figure?.unit ?? 'count');
  return change.direction === 'unknown'
    ? words.t(`${key}${part}-plain`, { ...values, count: some })
    : words.t(`${key}${part}`, { ...values, count: some, change: change.text });
}
