import { kpis } from '#kpis/index.ts';
import type { Reason } from '#model/figure.ts';
import type { Period } from '#model/period.ts';
import type { KpiFigure, TargetState } from '#model/kpi-figure.ts';
import type { Goal, Target } from '#model/target.ts';

/** What becomes of a period. `isOpen`: it is not over. `isProvisional`: figures that were read early may still grow. */
export interface Progress {
  readonly isOpen: boolean;
  readonly isProvisional: boolean;
}

/** What became of each target that holds for the period: it lies whole between since and until. */
export function targetsOf(
  targets: readonly Target[],
  { kind, from, to }: Period,
  figures: readonly KpiFigure[],
  progress: Progress,
): TargetState[] {
  return targets
    .filter((one) => one.every === kind && one.since <= from && to <= (one.until ?? to))
    .map((one) => stateOf(one, figures, progress.isOpen, progress.isProvisional));
}

/** A goal or target beside its figure. Too close to call is said so: the target lies within the interval of the figure. */
export function stateOf(
  { kpi, scope, direction, value: target, near, baseline, basis }: Goal,
  figures: readonly KpiFigure[],
  isOpen: boolean,
  isProvisional = false,
): TargetState {
  const base = { kpi, scope, direction, target, near, ...(baseline ? { baseline } : {}), basis };
  const figure = figures.find((one) => one.kpi === kpi && one.scope === scope);
  if (figure?.value == null) return { ...base, status: 'not-measurable', value: null, reason: figure?.reason ?? 'not-collected' };
  // What a program says and nobody has checked neither meets nor misses anything.
  if (figure.uncorrected) return { ...base, status: 'not-measurable', value: null, reason: 'too-few' };
  const { value, interval } = figure;
  const lacking = figure.without.filter(({ reason }) => !NOTHING.has(reason));
  const of = lacking.length > 0 ? { ...base, over: figure.over } : base;
  const [reached, within] =
    direction === 'at-least'
      ? [value >= target, value >= target - Math.abs(target) * near]
      : [value <= target, value <= target + Math.abs(target) * near];
  if (isOpen || (isProvisional && figure.early)) {
    // A sum only grows: what it has reached, or gone beyond, stays so. All else is told once it is settled.
    const isDecided = growsOnly(kpi) && (direction === 'at-least' ? reached : !within);
    if (!isDecided) return { ...of, status: 'open', value };
  }
  // Accounts that do not tell can only add to a sum: it is decided where it has been reached, or gone beyond, without them.
  if (lacking.length > 0 && isSum(kpi) && (direction === 'at-least') !== reached)
    return { ...base, status: 'not-measurable', value: null, reason: 'partial' };
  const unsure = interval && interval.from < target && target < interval.to ? { unsure: true as const } : {};
  const isNear = within && !(lacking.length > 0 && isSum(kpi));
  return { ...of, status: reached ? 'met' : isNear ? 'near' : 'missed', value, ...unsure };
}

/** Why an account has nothing to add. */
const NOTHING: ReadonlySet<Reason> = new Set<Reason>(['not-begun', 'no-posts', 'not-due']);

function isSum(id: string): boolean {
  const rollUp = kpis.find((kpi) => kpi.id === id)?.rollUp;
  return rollUp === 'sum' || rollUp === 'last, summed over accounts';
}

function growsOnly(id: string): boolean {
  return kpis.find((kpi) => kpi.id === id)?.rollUp === 'sum';
}
