import { kpis } from '#kpis/index.ts';
import { Agency } from '#model/agency.ts';
import { exposes, type Dimension } from '#model/dimension.ts';
import type { Measure } from '#model/measure.ts';
import type { Observations } from '#model/observation.ts';
import type { Report } from '#model/report.ts';
import type { Remark } from './bytes.ts';
import { placeOf, type Path } from './json.ts';

/** From which number on counts of people may be shown, as an agency's file says; the usual one where it can't be read. */
export function smallestIn(text: string): number {
  try {
    const { smallest } = JSON.parse(text) as { smallest?: unknown };
    return Agency.shape.smallest.parse(smallest);
  } catch {
    return Agency.shape.smallest.parse(undefined);
  }
}

/** Counts by what people are that are small enough to show who they were. The pipeline hides them; a person's hand may not have. */
export function checkSmall(text: string, { series }: Observations, smallest: number): Remark[] {
  return series.flatMap(({ measure, dimensions, values }, index) => {
    if (!exposes(measure, dimensions)) return [];
    return values.flatMap(({ value, was = [] }, place) => {
      if (![value, ...was.map((former) => former.value)].some((one) => isSmall(one, smallest))) return [];
      const message = `counts fewer than ${smallest} people by ${Object.keys(dimensions).join(', ')}; write null with the reason "suppressed", or import the file again`;
      return [{ ...placeOf(text, ['series', index, 'values', place]), rule: 'small', message }];
    });
  });
}

/** The same in a report, whose tables by parts are computed from the observations and could be written over by hand. */
export function checkSmallParts(text: string, { parts, byPart }: Report, smallest: number): Remark[] {
  const remark = (path: Path, by: readonly Dimension[]): Remark => {
    const message = `counts fewer than ${smallest} people by ${by.join(', ')}; delete the report and run "npm run analyse"`;
    return { ...placeOf(text, path), rule: 'small', message };
  };
  return [
    ...parts.flatMap(({ measure, by, rows }, index) =>
      rows.flatMap(({ dimensions, value }, place) =>
        exposes(measure, dimensions) && isSmall(value, smallest) ? [remark(['parts', index, 'rows', place], by)] : [],
      ),
    ),
    ...byPart.flatMap(({ kpi, by, rows }, index) => {
      const pair = kpis.find(({ id }) => id === kpi)?.byPart;
      // Of a KPI that is not known here both counts are taken to be of people.
      const tells = (measure: Measure = 'voters', row: (typeof rows)[number]) => exposes(measure, row.dimensions);
      return rows.flatMap((row, place) =>
        (tells(pair?.numerator, row) && isSmall(row.numerator, smallest)) ||
        (tells(pair?.denominator, row) && isSmall(row.denominator, smallest))
          ? [remark(['byPart', index, 'rows', place], by)]
          : [],
      );
    }),
  ];
}

function isSmall(value: number | null | undefined, smallest: number): boolean {
  return typeof value === 'number' && value > 0 && value < smallest;
}
