import { isSizeable } from '#kpis/sizeable.ts';
import type { AccountState } from '#model/account-state.ts';
import type { Reason } from '#model/figure.ts';
import type { Comparison, KpiFigure, TargetState } from '#model/kpi-figure.ts';
import type { Statement } from '#model/statement.ts';

/** What nobody left out: a platform never offers it, or it is not due yet. */
const NOBODY: ReadonlySet<Reason> = new Set<Reason>(['not-offered', 'not-in-export', 'not-additive', 'not-yet', 'not-due']);
/** What somebody could have fetched or handed in, so that a total lacks it. */
const LOST: ReadonlySet<Reason> = new Set<Reason>([
  'failed',
  'not-collected',
  'not-imported',
  'partial',
  'secret-missing',
  'over-budget',
]);
const TOLD = ['missed', 'near', 'not-measurable', 'met'] as const;

/** What a narrative is made of. */
interface Found {
  readonly figures: readonly KpiFigure[];
  readonly comparisons: readonly Comparison[];
  readonly targets: readonly TargetState[];
  readonly accounts: readonly AccountState[];
  /** The period is not over. */
  readonly isOpen: boolean;
}

/**
 * What the opening says: gaps, what became of targets, then the changes beyond what is usual, the largest first, of the whole agency alone; never of a
 * figure that is still young or compares with care, nor of a change too small to speak of. `leads`: the KPIs of which changes are told.
 */
export function narrativeOf(found: Found, leads: readonly string[]): Statement[] {
  return [...gaps(found, leads), ...aims(found.targets), ...(found.isOpen ? [] : changes(found, leads))];
}

/** Accounts of which whole days of posts, or all that a register holds, are missing; or that a leading total has to do without. */
function gaps({ accounts, figures }: Found, leads: readonly string[]): Statement[] {
  const holed = accounts.filter((state) => state.gaps.some((gap) => gap.measure === null && !NOBODY.has(gap.reason)));
  const lost = figures
    .filter(({ kpi, scope }) => scope === 'agency' && leads.includes(kpi))
    .flatMap(({ without, partly = [] }) => [
      ...without.flatMap(({ account, reason }) => (LOST.has(reason) ? [account] : [])),
      ...partly.map(({ account }) => account),
    ]);
  const all = [...new Set([...holed.map(({ account }) => account), ...lost])].sort();
  return all.length === 0 ? [] : [{ says: 'gap', kpis: [], scope: 'agency', accounts: all }];
}

/** Targets by what became of them, worst first; those that are still open are not told. */
function aims(targets: readonly TargetState[]): Statement[] {
  return TOLD.flatMap((says) => {
    const scopes = Map.groupBy(
      targets.filter(({ status }) => status === says),
      ({ scope }) => scope,
    );
    return [...scopes].map(([scope, states]): Statement => ({ says, kpis: [...new Set(states.map(({ kpi }) => kpi))], scope }));
  });
}

function changes({ figures, comparisons }: Found, leads: readonly string[]): Statement[] {
  const known = new Map(figures.flatMap(({ kpi, scope, value }) => (scope === 'agency' ? [[kpi, value] as const] : [])));
  const judged = leads.flatMap((kpi) => {
    const comparison = comparisons.find((one) => one.kpi === kpi && one.scope === 'agency' && !one.note);
    const value = known.get(kpi);
    const { usual, difference } = comparison ?? {};
    if (!comparison || !usual || difference == null || value == null) return [];
    // Only what left the usual by this very step: what comes half the way back from afar has not risen out of it.
    const away = difference > 0 ? value - usual.to : usual.from - value;
    const isOut = usual.beyond && away > 0;
    const isReal = isOut && isSizeable(comparison);
    return [
      { kpi, difference, isReal, isUsual: !usual.beyond || (isOut && !isReal), distance: away / (usual.to - usual.from || 1) },
    ];
  });
  if (judged.length === 0) return figures.some(({ value }) => value !== null) ? [say('too-early', [])] : [];
  const real = judged.filter(({ isReal }) => isReal).sort((a, b) => b.distance - a.distance);
  const told = (says: 'rose' | 'fell', isIt: (difference: number) => boolean) => {
    const kpis = real.filter(({ difference }) => isIt(difference)).map(({ kpi }) => kpi);
    return kpis.length > 0 ? [say(says, kpis)] : [];
  };
  const usual = judged.filter(({ isUsual }) => isUsual).map(({ kpi }) => kpi);
  return [
    ...told('rose', (difference) => difference > 0),
    ...told('fell', (difference) => difference < 0),
    ...(usual.length > 0 ? [say('as-usual', usual)] : []),
  ];
}

function say(says: Statement['says'], kpis: string[]): Statement {
  return { says, kpis, scope: 'agency' };
}
