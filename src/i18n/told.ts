import { kpi as kpiOf } from '#kpis/index.ts';
import { isSizeable } from '#kpis/sizeable.ts';
import type { Comparison, KpiFigure, TargetState } from '#model/kpi-figure.ts';
import type { Report } from '#model/report.ts';
import type { Statement } from '#model/statement.ts';
import type { Names } from './answer.ts';
import { saidOf } from './later.ts';
import type { I18n, Shown } from './index.ts';
import { leavesUsual } from './usual.ts';

/** Accounts that a total covers are named up to so many, then counted. */
const NAMED = 2;
/** Changes are named up to so many, then counted. */
const CHANGES = 3;
/** Figures that were judged and lie as usual: so many are named. */
const JUDGED = 5;
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
    const [list, count] = [each.map((one) => nameOf(one, words, names)), each.length];
    const more = count - JUDGED;
    if (more > 1) list.splice(JUDGED, more, words.t('targets.told.more', { count: more }));
    return words.t(`targets.told.${isRest ? 'rest' : 'as-usual'}`, { count, list: words.list(list) });
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
    const figure = figureOf(report, state);
    const value = state.value ?? figure?.value;
    const aim = aimOf(state, figure?.currency, words);
    const said = { name: nameOf(state, words, names), aim: aim + coverOf(state, figure, words, names) };
    if (value == null) return `${said.name} (${said.aim})`;
    const shown = mark(words.figure({ value, unit: kpiOf(state.kpi).unit, currency: figure?.currency }));
    return words.t(`targets.told.state${state.unsure ? '-unsure' : ''}`, { ...said, value: shown });
  });
  return words.t(`targets.told.${says}`, { count: states.length, list: words.list(list) });
}

/** What became of an agency's targets for one question, the worst first; empty where there are none. */
export function targetsAnswer(report: Report, question: number, words: I18n, names: Names): string {
  const own = report.targets.filter(({ kpi, scope }) => scope === 'agency' && kpiOf(kpi).question === question);
  return WORST.flatMap((status) => own.filter((state) => state.status === status))
    .slice(0, AIMS)
    .map((state) => {
      const figure = figureOf(report, state);
      const part = state.value === null ? partOf(figure, words, names) : undefined;
      if (part)
        return words.t('targets.answer.partial', {
          name: nameOf(state, words, names),
          aim: aimOf(state, figure?.currency, words),
          accounts: part,
        });
      return words.t(`targets.answer.${state.status}${state.unsure ? '-unsure' : ''}`, {
        name: nameOf(state, words, names),
        aim: aimOf(state, figure?.currency, words) + coverOf(state, figure, words, names, '-apart'),
      });
    })
    .join(' ');
}

/** "; Loket aduan alone": which accounts a target was judged by, where others do not tell. `form`: '' within the bracket of the aim, or in its own. */
export function coverOf(
  { over, value }: Pick<TargetState, 'over' | 'value'>,
  figure: Covered | undefined,
  words: Pick<I18n, 't' | 'list'>,
  names: Pick<Names, 'account'>,
  form: '' | '-apart' = '',
): string {
  const accounts = over || value === null ? partOf(figure, words, names) : undefined;
  return accounts === undefined ? '' : words.t(`targets.told.cover${form}`, { accounts });
}

/** The accounts that give a figure which others lack; undefined where there is none, or all give it. */
export function partOf(
  figure: Covered | undefined,
  words: Pick<I18n, 't' | 'list'>,
  names: Pick<Names, 'account'>,
): string | undefined {
  if (figure?.value == null || figure.without.length === 0) return undefined;
  return someOf(figure.over, figure.over.length + figure.without.length, words, names);
}

type Covered = Pick<KpiFigure, 'value' | 'over' | 'without'>;

/** Accounts by their names, or counted where they are many. */
function someOf(some: readonly string[], all: number, words: Pick<I18n, 't' | 'list'>, names: Pick<Names, 'account'>): string {
  const count = some.length;
  return count <= NAMED ? words.list(some.map(names.account)) : words.t('targets.told.some', { count, all });
}

/** The figure of a question that has left its usual range by most, as a sentence; what its answer names with its change is left out. */
export function beyondAnswer(report: Report, question: number, words: I18n, names: Names): string {
  const said = saidOf(report, question);
  if (report.through < report.to) return '';
  const out = report.comparisons
    .filter((one) => one.scope === 'agency' && !one.note && kpiOf(one.kpi).question === question && one.kpi !== said)
    .filter((one) => leavesUsual(one) && isSizeable(one))
    .map((one) => ({ one, away: awayOf(one) }))
    .sort((a, b) => b.away - a.away)[0]?.one;
  if (!out) return '';
  const [list] = moved(report, out.kpi, out.scope, words, names, (text) => text);
  return list === undefined ? '' : words.t(`targets.told.${(out.difference ?? 0) > 0 ? 'beyond' : 'under'}`, { list });
}

/** How far outside its usual range a figure lies, for how wide that is. */
function awayOf({ usual, value, difference }: Comparison): number {
  if (!usual || value === null || difference === null) return 0;
  const now = value + difference;
  return Math.max(now - usual.to, usual.from - now) / (usual.to - usual.from || 1);
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
  const all = figure.over.length + figure.without.length;
  return [
    words.t(`targets.told.move${isSome ? '-some' : ''}`, {
      name: nameOf({ kpi, scope }, words, names),
      former: words.figure({ ...figure, value: former, grade: undefined }),
      value: mark(words.figure(figure)),
      accounts: someOf(figure.over, all, words, names),
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
