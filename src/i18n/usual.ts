import { isSizeable } from '#kpis/sizeable.ts';
import type { Comparison } from '#model/kpi-figure.ts';
import type { I18n } from './index.ts';

/** ", within its usual range": how a figure lies to what is usual for it, behind its change. Empty where that can't be told. */
export function usualTail(words: Pick<I18n, 't'>, comparison: Comparison): string {
  const { usual, value, difference } = comparison;
  if (!usual || value == null || difference == null) return '';
  if (!usual.beyond) return words.t('targets.usual.inside');
  if (!leavesUsual(comparison)) return words.t(`targets.usual.still-${value + difference > usual.to ? 'above' : 'below'}`);
  const side = difference > 0 ? 'above' : 'below';
  return words.t(`targets.usual.${isSizeable(comparison) ? '' : 'little-'}${side}`);
}

/** Whether it left its usual range by this very step: what went half the way back has not. */
export function leavesUsual({ usual, value, difference }: Comparison): boolean {
  if (!usual?.beyond || value === null || difference === null) return false;
  return value + difference > usual.to ? difference > 0 : difference < 0;
}
