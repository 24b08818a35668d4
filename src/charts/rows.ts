import type { TopLevelSpec } from 'vega-lite';
import { CONFIG, INK, WIDTH } from './theme.ts';

const ROW = 34;
/** Room for half a dot at zero; the names stand at the left edge, as over other charts' panels. */
const MARGIN = 5;

/** A panel of rows, each with its name and its figure over its own line, along one value axis. */
export interface Rows {
  readonly label: string;
  readonly rows: readonly { readonly name: string; readonly text: string }[];
  readonly domain: readonly [number, number];
  /** What each tick of the axis is called. */
  readonly ticks: ReadonlyMap<number, string>;
  /** Whether each row has a quiet line from end to end. */
  readonly ruled: boolean;
}

/** Draws the frame; `marks` draws what stands on the rows: `at` is the value of a datum, `row` the number of its row. */
export function rowsPanel(
  { label, rows, domain, ticks, ruled }: Rows,
  marks: (x: object, y: object) => readonly object[],
): TopLevelSpec {
  const width = WIDTH - 2 * MARGIN;
  const y = {
    field: 'row',
    type: 'quantitative',
    scale: { domain: [rows.length - 0.5, -0.5], nice: false, zero: false },
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
  const lines = {
    data: { values: rows.map((_, row) => ({ row, at: domain[0], end: domain[1] })) },
    mark: { type: 'rule', color: INK.grid, aria: false },
    encoding: { x, x2: { field: 'end' }, y },
  };
  const layer = [
    ...(ruled ? [lines] : []),
    {
      data: { values: rows.map(({ name }, row) => ({ row, name })) },
      mark: { type: 'text', align: 'left', x: 0, dy: -13, aria: false },
      encoding: { y, text: { field: 'name' } },
    },
    {
      data: { values: rows.map(({ text }, row) => ({ row, text })) },
      mark: { type: 'text', align: 'right', x: width, dy: -13, fontWeight: 600, aria: false },
      encoding: { y, text: { field: 'text' } },
    },
    ...marks(x, y),
  ];
  return {
    description: label,
    usermeta: { rows: true },
    width,
    height: rows.length * ROW,
    padding: { left: MARGIN, right: MARGIN, top: 6, bottom: 20 },
    autosize: 'none',
    config: CONFIG,
    layer,
  } as unknown as TopLevelSpec;
}
