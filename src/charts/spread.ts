import type { TopLevelSpec } from 'vega-lite';
import { rowsPanel } from './rows.ts';
import type { Scale } from './scale.ts';
import { INK } from './theme.ts';

/** One line of a panel: the middle of some values, and the stretch in which their middle half lies; null where there are too few. */
export interface SpreadMark {
  readonly name: string;
  readonly text: string;
  readonly tip: string;
  readonly middle: { readonly at: number; readonly low: number; readonly high: number } | null;
}

/** Each name over its own line: a dot for the median, a thick rule from the first quartile to the third. */
export function spreadPanel(label: string, marks: readonly SpreadMark[], { domain, ticks }: Scale): TopLevelSpec {
  const known = marks.flatMap(({ middle, tip }, row) => (middle ? [{ row, ...middle, tip }] : []));
  return rowsPanel({ label, rows: marks, domain, ticks, ruled: true }, (x, y) => [
    {
      data: { values: known.map(({ row, low, high }) => ({ row, at: low, end: high })) },
      mark: { type: 'rule', color: INK.soft, strokeWidth: 5, aria: false },
      encoding: { x, x2: { field: 'end' }, y },
    },
    {
      data: { values: known.map(({ row, at, tip }) => ({ row, at, tip })) },
      mark: { type: 'point', opacity: 1, filled: true, color: INK.mark, size: 70 },
      encoding: { x, y, description: { field: 'tip' } },
    },
  ]);
}
