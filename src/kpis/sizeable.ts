import type { Comparison } from '#model/kpi-figure.ts';
import { kpi as kpiOf } from './index.ts';

/** Of a share: one percentage point; of small shares a tenth of what they were. */
const POINT = 0.01;
const TENTH = 0.1;
/** Of all else: so much of what it was. */
const PART = 0.02;
/** Of a state such as followers, which hardly moves in a month. */
const STATE = 0.005;

/**
 * Whether a change is large enough to be spoken of. What hardly ever moves leaves its usual range by very little; that is no news (bounce rate down
 * by half a point).
 */
export function isSizeable({ kpi, value, difference }: Pick<Comparison, 'kpi' | 'value' | 'difference'>): boolean {
  if (value === null || difference === null) return false;
  const { unit, rollUp } = kpiOf(kpi);
  const was = Math.abs(value);
  if (unit === 'ratio') return Math.abs(difference) >= Math.min(POINT, was * TENTH);
  return Math.abs(difference) >= was * (rollUp === 'last, summed over accounts' ? STATE : PART);
}
