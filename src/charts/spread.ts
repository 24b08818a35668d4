import type { TopLevelSpec } from 'vega-lite';
import type { Scale } from './scale.ts';
import { CONFIG, INK, WIDTH } from './theme.ts';

/** One line of a panel: the middle of some values, and the stretch in which their middle half lies; null where there are too few. */
export interface SpreadMark {
  readonly name: string;
  readonly text: string;
  readonly tip: string;
  readonly middle: { readonly at: number; readonly low: number; readonly high: number } | null;
}

const ROW = 34;
const MARGIN = 5;

/** Each name over its own line: a dot for the median, a thick rule from the first quartile to the third. */
export function spreadPanel(label: string, marks: readonly SpreadMark[], { domain, ticks }: Scale): TopLevelSpec {
  const width = WIDTH - 2 * MARGIN;
  const y = {
    field: 'row',
    type: 'quantitative',
    scale: { domain: [marks.length - 0.5, -0.5], nice: false, zero: false },
    axis: null,
  };
  const x = {
    field: 'at',
    type: 'quantitative',
    scale: { domain, nice: false, zero: false },
    axis: {
      values: [...ticks.keys()],
      labelExpr: `(${JSON.stringify(Object.fromEntries([...ticks].map(([value, text]) => [`v${value}`, text])))})["v" + datum.value]`,
      labelFlush: true,
    },
  };
  const known = marks.flatMap(({ middle, tip }, row) => (middle ? [{ row, ...middle, tip }] : []));
  const layer = [
    {
      data: { values: marks.map((_, row) => ({ row, at: domain[0], end: domain[1] })) },
      mark: { type: 'rule', color: INK.grid, aria: false },
      encoding: { x, x2: { field: 'end' }, y },
    },
    {
      data: { values: marks.map(({ name }, row) => ({ row, name })) },
      mark: { type: 'text', align: 'left', x: 0, dy: -13, aria: false },
      encoding: { y, text: { field: 'name' } },
    },
    {
      data: { values: marks.map(({ text }, row) => ({ row, text })) },
      mark: { type: 'text', align: 'right', x: width, dy: -13, fontWeight: 600, aria: false },
      encoding: { y, text: { field: 'text' } },
    },
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
  ];
  return {
    description: label,
    usermeta: { rows: true },
    width,
    height: marks.length * ROW,
    padding: { left: MARGIN, right: MARGIN, top: 6, bottom: 20 },
    autosize: 'none',
    config: CONFIG,
    layer,
  } as unknown as TopLevelSpec;
}
