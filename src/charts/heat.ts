import type { TopLevelSpec } from 'vega-lite';
import { CONFIG, INK, SIZE, WIDTH } from './theme.ts';
import { measure } from './measure.ts';

/** One hour of one weekday. */
export interface Tile {
  /** 0 is Monday. */
  readonly row: number;
  readonly hour: number;
  /** 1 is as usual; null where too few posts tell. */
  readonly index: number | null;
  /** Whether the tile's own interval leaves out 1. */
  readonly apart: boolean;
  readonly tip: string;
}

const ROW = 20;
const SIDE = 16;
/** Steps of the size of a tile: much less than usual, less, as usual, more, much more. Each bound has its inverse on the other side of 1. */
const BOUNDS = [2 / 3, 0.85, 1 / 0.85, 1.5];
const SIDES = [4, 7, 10, 13, SIDE];

/**
 * Weekdays by hours. A tile's size tells how posts of that hour did and its ink whether that can be chance, so that it reads in both themes,
 * in grey and by every eye; too few posts are stripes, and no post is nothing.
 */
export function heatPanel(
  label: string,
  tiles: readonly Tile[],
  days: readonly string[],
  hours: readonly [first: number, last: number],
  key: { readonly less: string; readonly more: string },
): TopLevelSpec {
  const left = Math.ceil(Math.max(...days.map((day) => measure(day, SIZE)))) + 6;
  const width = WIDTH - left - 1;
  const [first, last] = hours;
  const column = width / (last - first + 1);
  const scale = Math.min(1, (column - 1.5) / SIDE);
  const rows = days.length + 1.4;
  const x = {
    field: 'x',
    type: 'quantitative',
    scale: { domain: [first - 0.5, last + 0.5], nice: false, zero: false },
    axis: {
      orient: 'top',
      values: Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((hour) => hour % 3 === 0),
      labelExpr: 'datum.value',
    },
  };
  const y = {
    field: 'row',
    type: 'quantitative',
    scale: { domain: [rows - 0.5, -0.5], nice: false, zero: false },
    axis: null,
  };
  const squares = (some: readonly Tile[], side: number, ink: string) => {
    const half = (side * scale) / 2 / column;
    return some.length === 0
      ? []
      : [
          {
            data: { values: some.map(({ row, hour, tip }) => ({ row, x: hour - half, end: hour + half, tip })) },
            mark: { type: 'rule', strokeWidth: side * scale, color: ink },
            encoding: { x, x2: { field: 'end' }, y, description: { field: 'tip' } },
          },
        ];
  };
  const told = tiles.flatMap((tile) => (tile.index === null ? [] : [{ ...tile, step: stepOf(tile.index) }]));
  const few = tiles.filter(({ index }) => index === null);
  const place = { y, x: { ...x, field: 'at' }, text: { field: 'text' } };
  const centre = (first + last) / 2;
  const apart = (SIDE + 6) / column;
  const samples = SIDES.map((side, index) => ({ side, at: centre + (index - 2) * apart }));
  const beside = 2.6 * apart;
  const layer = [
    {
      data: { values: days.map((text, row) => ({ row, text })) },
      mark: { type: 'text', align: 'right', x: -6, color: INK.quiet, aria: false },
      encoding: { y, text: { field: 'text' } },
    },
    ...SIDES.flatMap((side, step) => [
      ...squares(
        told.filter((tile) => tile.step === step && !tile.apart),
        side,
        INK.soft,
      ),
      ...squares(
        told.filter((tile) => tile.step === step && tile.apart),
        side,
        INK.text,
      ),
    ]),
    ...(few.length === 0
      ? []
      : [
          {
            data: { values: few.map(({ row, hour, tip }) => ({ row, x: hour - 0.4, end: hour + 0.4, tip })) },
            mark: { type: 'rule', strokeWidth: 10, strokeDash: [1, 3], color: INK.gap },
            encoding: { x, x2: { field: 'end' }, y, description: { field: 'tip' } },
          },
        ]),
    ...samples.map(({ side, at }) => ({
      data: { values: [{ row: rows - 1, x: at - (side * scale) / 2 / column, end: at + (side * scale) / 2 / column }] },
      mark: { type: 'rule', strokeWidth: side * scale, color: INK.soft, aria: false },
      encoding: { x, x2: { field: 'end' }, y },
    })),
    {
      data: { values: [{ row: rows - 1, at: centre - beside, text: key.less }] },
      mark: { type: 'text', align: 'right', color: INK.quiet, aria: false },
      encoding: place,
    },
    {
      data: { values: [{ row: rows - 1, at: centre + beside, text: key.more }] },
      mark: { type: 'text', align: 'left', color: INK.quiet, aria: false },
      encoding: place,
    },
  ];
  return {
    description: label,
    width,
    height: Math.round(rows * ROW),
    padding: { left, right: 1, top: 20, bottom: 2 },
    autosize: 'none',
    config: CONFIG,
    layer,
  } as unknown as TopLevelSpec;
}

function stepOf(index: number): number {
  return BOUNDS.filter((bound) => index >= bound).length;
}
