import type { TopLevelSpec } from 'vega-lite';
import type { Estimate } from '#model/opinion.ts';
import { rowsPanel } from './rows.ts';
import type { Scale } from './scale.ts';
import { INK } from './theme.ts';

/** One share: a dot on its interval where it is corrected, an open dot where it is not, stripes where it is not known. */
export interface EstimateMark {
  readonly name: string;
  readonly text: string;
  readonly tip: string;
  readonly ink: string;
  readonly estimate: Estimate;
}

/** Each name over its own line, with its share. */
export function estimatesPanel(
  label: string,
  marks: readonly EstimateMark[],
  { domain, ticks }: Pick<Scale, 'domain' | 'ticks'>,
): TopLevelSpec {
  const known = marks.flatMap((mark, row) =>
    mark.estimate.value === null ? [] : [{ ...mark, row, at: short(mark.estimate.value) }],
  );
  const holes = marks.flatMap((mark, row) =>
    mark.estimate.value === null ? [{ row, at: domain[0], end: domain[1], tip: mark.tip }] : [],
  );
  return rowsPanel({ label, rows: marks, domain, ticks, ruled: true }, (x, y) => [
    ...(holes.length === 0
      ? []
      : [
          {
            data: { values: holes },
            mark: { type: 'rule', strokeWidth: 8, strokeDash: [1, 3], color: INK.gap },
            encoding: { x, x2: { field: 'end' }, y, description: { field: 'tip' } },
          },
        ]),
    ...[...Map.groupBy(known, ({ ink }) => ink)].flatMap(([ink, some]) => {
      const spans = some.flatMap(({ row, estimate: { interval } }) =>
        interval ? [{ row, at: short(interval.from), end: short(interval.to) }] : [],
      );
      const spots = (values: typeof some, look: object) =>
        values.length === 0
          ? []
          : [
              {
                data: { values: values.map(({ row, at, tip }) => ({ row, at, tip })) },
                mark: { type: 'point', opacity: 1, ...look },
                encoding: { x, y, description: { field: 'tip' } },
              },
            ];
      return [
        ...(spans.length === 0
          ? []
          : [
              {
                data: { values: spans },
                mark: { type: 'rule', color: ink, strokeWidth: 2, aria: false },
                encoding: { x, x2: { field: 'end' }, y },
              },
            ]),
        ...spots(
          some.filter(({ estimate }) => estimate.interval),
          { filled: true, color: ink, size: 80 },
        ),
        ...spots(
          some.filter(({ estimate }) => !estimate.interval),
          { fill: INK.paper, stroke: ink, strokeWidth: 1.5, size: 70 },
        ),
      ];
    }),
  ]);
}

/** Specifications keep no more of a number than a picture shows. */
export function short(value: number): number {
  return Number(value.toPrecision(5));
}
