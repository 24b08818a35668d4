import type { TargetState, Unit } from '#model/kpi-figure.ts';
import type { I18n } from './index.ts';

/** "Target at least 85%: missed". `currency` belongs to money. */
export function targetLine(words: I18n, state: TargetState, unit: Unit, currency?: string): string {
  return words.t(state.unsure ? 'target.unsure' : 'target.line', {
    aim: words.t(`targets.aim.${state.direction}`, { value: words.figure({ value: state.target, unit, currency }) }),
    status: words.t(`target.status.${state.status}`),
  });
}
