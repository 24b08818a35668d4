import { median } from '#model/figure.ts';

/** A value of an earlier period. */
export interface Place {
  /** Periods from the present one: -1 is the one before. */
  readonly at: number;
  readonly value: number;
}

/** Student's t by degrees of freedom: 98 of 100 next values lie within so many standard errors of the line. */
const STUDENT: Readonly<Record<number, number>> = { 5: 3.365, 6: 3.143, 7: 2.998, 8: 2.896, 9: 2.821, 10: 2.764 };
/** A period that lies more than so many standard deviations off the others' course was an exception, such as a flood. */
const FAR = 5;
/** From the median of distances to the standard deviation, where they are normal. */
const TO_DEVIATION = 1.4826;
/** More exceptions than these are none. */
const EXCEPTIONS = 2;
/** So many are kept all the same. */
const LEAST = 7;

/**
 * The straight line through 7 to 12 earlier values (least squares) at the present period, and how far either way 98 of 100 next values would lie
 * (its prediction interval). Why a line, and how often it is wrong: decision 0013.
 */
export function nextOn(places: readonly Place[]): { centre: number; error: number } {
  const n = places.length;
  const middle = sum(places.map(({ at }) => at)) / n;
  const mean = sum(places.map(({ value }) => value)) / n;
  const spread = sum(places.map(({ at }) => (at - middle) ** 2));
  const slope = sum(places.map(({ at, value }) => (at - middle) * (value - mean))) / spread;
  const rest = sum(places.map(({ at, value }) => (value - mean - slope * (at - middle)) ** 2)) / (n - 2);
  const error = Math.sqrt(rest * (1 + 1 / n + middle ** 2 / spread));
  return { centre: mean - slope * middle, error: (STUDENT[n - 2] ?? Infinity) * error };
}

/** The values without at most two exceptions: one flood would otherwise make everything look usual for a year. */
export function withoutExceptions(places: readonly Place[]): readonly Place[] {
  // Theil and Sen: the median of the slopes between any two, which two exceptions can't tilt.
  const slopes = places.flatMap((one, index) =>
    places.slice(index + 1).map((other) => (other.value - one.value) / (other.at - one.at)),
  );
  const slope = middleOf(slopes);
  const level = middleOf(places.map(({ at, value }) => value - slope * at));
  const off = places.map((place) => ({ place, by: Math.abs(place.value - level - slope * place.at) }));
  const deviation = middleOf(off.map(({ by }) => by)) * TO_DEVIATION;
  if (deviation === 0) return places;
  const most = Math.min(EXCEPTIONS, places.length - LEAST);
  const far = off
    .filter(({ by }) => by > FAR * deviation)
    .sort((a, b) => b.by - a.by)
    .slice(0, most)
    .map(({ place }) => place);
  return places.filter((place) => !far.includes(place));
}

function middleOf(values: readonly number[]): number {
  return median(values).value ?? 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
