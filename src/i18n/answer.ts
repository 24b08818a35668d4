import { period } from '#model/period.ts';
import type { Report } from '#model/report.ts';
import { later, outcomes } from './later.ts';
import { targetsAnswer, tellings } from './told.ts';
import type { I18n, Params } from './index.ts';

/** Names that sentences need and a report does not hold. */
export interface Names {
  readonly agency: string;
  readonly account: (id: string) => string;
}

/** Accounts whose figures have holes that somebody could have filled: a thing a platform never offers is no gap. */
export function gapped(report: Report): readonly string[] {
  const permanent = new Set(['not-offered', 'not-in-export', 'not-additive', 'not-yet', 'not-due']);
  return report.accounts.filter((state) => state.gaps.some((gap) => !permanent.has(gap.reason))).map((state) => state.account);
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
  const results = outcomes(report, words, mark);
  if (posts === null && views === null && engagements === null && followers === null)
    return results.length + rest.length > 0
      ? { lead: [...gaps, words.t('answer.unsocial', { period: name }), ...results], told: rest }
      : { lead: [words.t('answer.none', { period: name })], told: [] };

  const running = report.through < period(report.period).to;
  const accounts = figureOf(report, 'posts-published')?.over.length ?? report.accounts.length;
  const sentences = [...gaps];
  if (posts === null) sentences.push(words.t('answer.posts-unknown', { period: name, agency: names.agency }));
  else {
    const some = figureOf(report, 'views')?.over.length ?? 0;
    const end = views === null ? '-no-views' : some < accounts ? '-some' : '';
    const key = `answer.${running ? 'so-far' : 'reached'}${end}`;
    sentences.push(
      words.t(key, {
        count: some,
        period: name,
        through: words.day(report.through),
        agency: names.agency,
        posts: lit(posts),
        accounts,
        views: lit(views ?? 0),
      }),
    );
  }
  if (engagements !== null) sentences.push(words.t('answer.part', { engagements: lit(engagements) }));
  else if (followers !== null) sentences.push(words.t('answer.followers', { followers: lit(followers) }));
  sentences.push(...results);
  return { lead: sentences, told: report.status === 'provisional' ? [...rest, words.t('answer.provisional')] : rest };
}

/** A few sentences for one of the seven questions: its figure, and the targets for it. */
export function questionAnswer(report: Report, question: number, words: I18n, names: Names): string {
  const targets = targetsAnswer(report, question, words, names);
  const figures = figuresAnswer(report, question, words, names);
  return targets === '' ? figures : `${figures} ${targets}`;
}

function figuresAnswer(report: Report, question: number, words: I18n, names: Names): string {
  const { agency } = names;
  const at = `question.${question}`;
  if (question === 1) {
    const views = valueOf(report, 'views');
    const followers = valueOf(report, 'followers');
    if (views !== null) return withChange(report, words, 'views', `${at}.answer`, { agency, views });
    return followers === null ? words.t(`${at}.unknown`) : words.t(`${at}.answer-part`, { agency, followers });
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
