import type { Comparison } from '#model/kpi-figure.ts';
import type { I18n } from './index.ts';

/** ", within its usual range": how a figure lies to what is usual for it, behind its change. Empty where that can't be told. */
export function usualTail(words: Pick<I18n, 't'>, { usual, value, difference }: Partial<Comparison> = {}): string {
  if (!usual || value == null || difference == null) return '';
  if (!usual.beyond) return words.t('targets.usual.inside');
  const side = value + difference > usual.to ? 'above' : 'below';
  // What went half the way back to the usual has not left it by this step.
  const isStill = side === 'above' ? difference <= 0 : difference >= 0;
  return words.t(`targets.usual.${isStill ? 'still-' : ''}${side}`);
}
