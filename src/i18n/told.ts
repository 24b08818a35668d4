import { kpi as kpiOf } from '#kpis/index.ts';
import type { KpiFigure, TargetState } from '#model/kpi-figure.ts';
import type { Report } from '#model/report.ts';
import type { Statement } from '#model/statement.ts';
import type { Names } from './answer.ts';
import type { I18n, Shown } from './index.ts';

/** Accounts that a total covers are named up to so many, then counted. */
const NAMED = 2;
/** Changes are named up to so many, then counted. */
const CHANGES = 3;
/** Targets that the answer to one question names. */
const AIMS = 2;
const WORST = ['missed', 'near', 'not-measurable', 'met'] as const;

/** A report's narrative in sentences, in its order; what is said alike of several accounts in one. `mark` sets figures apart. */
export function tellings(
  report: Report,
  words: I18n,
  names: Names,
  mark: (text: string) => string,
): { says: Statement['says']; text: string }[] {
  return [...Map.groupBy(report.narrative, ({ says }) => says)].map(([says, alike]) => ({
    says,
    text: telling(says, alike, report, words, names, mark),
  }));
}

function telling(
  says: Statement['says'],
  alike: readonly Statement[],
  report: Report,
  words: I18n,
  names: Names,
  mark: (text: string) => string,
): string {
  const each = alike.flatMap(({ kpis, scope }) => kpis.map((kpi) => ({ kpi, scope })));
  if (says === 'gap') {
    const accounts = alike.flatMap((one) => one.accounts ?? []);
    return words.t('targets.told.gap', { accounts: words.list(accounts.map(names.account)) });
  }
  if (says === 'too-early') return words.t('targets.told.too-early');
  if (says === 'as-usual') {
    const isRest = report.narrative.some((one) => one.says === 'rose' || one.says === 'fell');
    return words.t(`targets.told.${isRest ? 'rest' : 'as-usual'}`, { count: each.length });
  }
  if (says === 'rose' || says === 'fell') {
    const than = report.comparisons[0]?.with ?? report.period;
    const all = each.flatMap(({ kpi, scope }) => moved(report, kpi, scope, words, names, mark));
    const more = all.length - CHANGES;
    const list = [...all.slice(0, CHANGES), ...(more > 0 ? [words.t('targets.told.more', { count: more })] : [])];
    return words.t(`targets.told.${says}`, { than: words.period(than, 'in'), list: words.list(list) });
  }
  const states = report.targets.filter((state) => state.status === says && each.some((one) => isOf(state, one)));
  const list = states.map((state) => {
    const { value, unsure } = state;
    const said = { name: nameOf(state, words, names), aim: aimOf(state, figureOf(report, state)?.currency, words) };
    if (value === null) return `${said.name} (${said.aim})`;
    const { currency } = figureOf(report, state) ?? {};
    const shown = mark(words.figure({ value, unit: kpiOf(state.kpi).unit, currency }));
    return words.t(`targets.told.state${unsure ? '-unsure' : ''}`, { ...said, value: shown });
  });
  return words.t(`targets.told.${says}`, { count: states.length, list: words.list(list) });
}

/** What became of an agency's targets for one question, the worst first; empty where there are none. */
export function targetsAnswer(report: Report, question: number, words: I18n, names: Names): string {
  const own = report.targets.filter(({ kpi, scope }) => scope === 'agency' && kpiOf(kpi).question === question);
  return WORST.flatMap((status) => own.filter((state) => state.status === status))
    .slice(0, AIMS)
    .map((state) =>
      words.t(`targets.answer.${state.status}${state.unsure ? '-unsure' : ''}`, {
        name: nameOf(state, words, names),
        aim: aimOf(state, figureOf(report, state)?.currency, words),
      }),
    )
    .join(' ');
}

/** "at least 85%" */
export function aimOf(
  { kpi, direction, target }: Pick<TargetState, 'kpi' | 'direction' | 'target'>,
  currency: string | undefined,
  words: Pick<I18n, 't' | 'percent' | 'number'> & { figure(figure: Pick<Shown, 'value' | 'unit' | 'currency'>): string },
): string {
  const { unit } = kpiOf(kpi);
  const value =
    unit === 'ratio'
      ? words.percent(target, digitsOf(target * 100))
      : unit === 'score'
        ? words.number(target, { digits: digitsOf(target) })
        : words.figure({ value: target, unit, currency });
  return words.t(`targets.aim.${direction}`, { value });
}

/** As many digits as were set: 90, not 90.0. */
function digitsOf(value: number): number {
  return [0, 1].find((digits) => Number(value.toFixed(digits)) === Number(value.toFixed(6))) ?? 2;
}

function moved(report: Report, kpi: string, scope: string, words: I18n, names: Names, mark: (text: string) => string): string[] {
  const figure = figureOf(report, { kpi, scope });
  const former = report.comparisons.find((one) => one.kpi === kpi && one.scope === scope)?.value;
  if (figure?.value == null || former == null) return [];
  const isSome = scope === 'agency' && figure.without.length > 0;
  const [count, all] = [figure.over.length, figure.over.length + figure.without.length];
  return [
    words.t(`targets.told.move${isSome ? '-some' : ''}`, {
      name: nameOf({ kpi, scope }, words, names),
      former: words.figure({ ...figure, value: former, grade: undefined }),
      value: mark(words.figure(figure)),
      accounts: count <= NAMED ? words.list(figure.over.map(names.account)) : words.t('targets.told.some', { count, all }),
    }),
  ];
}

/** In running text: "complaints answered", but "Indeks Kepuasan Masyarakat". */
function nameOf({ kpi, scope }: { kpi: string; scope: string }, words: I18n, names: Names): string {
  const { name } = words.kpi(kpi);
  // What has a second capital before any bracket is a name.
  const inside = /^\p{Lu}\p{Ll}[^\p{Lu}(]*(?:\(|$)/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
  return scope === 'agency' ? inside : words.t('targets.told.at', { name: inside, account: names.account(scope) });
}

function figureOf(report: Report, of: { kpi: string; scope: string }): KpiFigure | undefined {
  return report.figures.find((figure) => isOf(figure, of));
}

function isOf(one: { kpi: string; scope: string }, other: { kpi: string; scope: string }): boolean {
  return one.kpi === other.kpi && one.scope === other.scope;
}
