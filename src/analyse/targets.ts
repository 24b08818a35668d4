import type { Period } from '#model/period.ts';
import type { KpiFigure, TargetState } from '#model/kpi-figure.ts';
import type { Goal, Target } from '#model/target.ts';

/** What became of each target that holds for the period. `isOpen`: the period is not over. */
export function targetsOf(
  targets: readonly Target[],
  { kind, from, to }: Period,
  figures: readonly KpiFigure[],
  isOpen: boolean,
): TargetState[] {
  return targets
    .filter((one) => one.every === kind && one.since <= from && to <= (one.until ?? to))
    .map((one) => stateOf(one, figures, isOpen));
}

/** A goal or target beside its figure. Too close to call is said so: the target lies within the interval of the figure. */
export function stateOf(
  { kpi, scope, direction, value: target, near, baseline, basis }: Goal,
  figures: readonly KpiFigure[],
  isOpen: boolean,
): TargetState {
  const base = { kpi, scope, direction, target, near, ...(baseline ? { baseline } : {}), basis };
  const figure = figures.find((one) => one.kpi === kpi && one.scope === scope);
  if (figure?.value == null) return { ...base, status: 'not-measurable', value: null, reason: figure?.reason ?? 'not-collected' };
  const { value, interval } = figure;
  const unsure = interval && interval.from < target && target < interval.to ? { unsure: true as const } : {};
  // What only grows and has reached its target has reached it; all else is told when the period is over.
  const grows = direction === 'at-least' && (figure.unit === 'count' || figure.unit === 'money');
  const reached = direction === 'at-least' ? value >= target : value <= target;
  if (isOpen && !(grows && reached)) return { ...base, status: 'open', value };
  const within = direction === 'at-least' ? value >= target - Math.abs(target) * near : value <= target + Math.abs(target) * near;
  return { ...base, status: reached ? 'met' : within ? 'near' : 'missed', value, ...unsure };
}
