import { Agency } from '#model/agency.ts';
import { exposes } from '#model/dimension.ts';
import type { Observations } from '#model/observation.ts';
import type { Remark } from './bytes.ts';
import { placeOf } from './json.ts';

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
      const isSmall = (one: number | null) => one !== null && one > 0 && one < smallest;
      if (![value, ...was.map((former) => former.value)].some(isSmall)) return [];
      const message = `counts fewer than ${smallest} people by ${Object.keys(dimensions).join(', ')}; write null with the reason "suppressed", or import the file again`;
      return [{ ...placeOf(text, ['series', index, 'values', place]), rule: 'small', message }];
    });
  });
}
