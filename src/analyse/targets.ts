import { kpis } from '#kpis/index.ts';
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
  const { value, interval } = figure;
  const [reached, within] =
    direction === 'at-least'
      ? [value >= target, value >= target - Math.abs(target) * near]
      : [value <= target, value <= target + Math.abs(target) * near];
  if (isOpen || (isProvisional && figure.early)) {
    // A sum only grows: what it has reached, or gone beyond, stays so. All else is told once it is settled.
    const isDecided = growsOnly(kpi) && (direction === 'at-least' ? reached : !within);
    if (!isDecided) return { ...base, status: 'open', value };
  }
  const unsure = interval && interval.from < target && target < interval.to ? { unsure: true as const } : {};
  return { ...base, status: reached ? 'met' : within ? 'near' : 'missed', value, ...unsure };
}

function growsOnly(id: string): boolean {
  return kpis.find((kpi) => kpi.id === id)?.rollUp === 'sum';
}
