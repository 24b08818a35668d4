import type { KpiFigure, TargetState, Unit } from '#model/kpi-figure.ts';
import type { Names } from './answer.ts';
import type { I18n } from './index.ts';
import { coverOf, partOf } from './told.ts';

/** "Target at least 85%: missed (Loket aduan alone)". `figure`: the one that it is about, if there is one. */
export function targetLine(
  words: I18n,
  state: TargetState,
  unit: Unit,
  figure: Pick<KpiFigure, 'value' | 'currency' | 'over' | 'without'> | undefined,
  names: Names,
): string {
  const part = state.value === null ? partOf(figure, words, names) : undefined;
  const said = {
    aim: words.t(`targets.aim.${state.direction}`, {
      value: words.figure({ value: state.target, unit, currency: figure?.currency }),
    }),
    status: words.t(`target.status.${state.status}`),
  };
  if (part !== undefined) return words.t('target.partial', { ...said, accounts: part });
  return words.t(state.unsure ? 'target.unsure' : 'target.line', said) + coverOf(state, figure, words, names, '-apart');
}
