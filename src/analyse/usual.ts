import { kpi as kpiOf } from '#kpis/index.ts';
import { daysBetween } from '#model/day.ts';
import type { Comparison, KpiFigure } from '#model/kpi-figure.ts';
import { previous, type Period } from '#model/period.ts';
import { byName, nameOf, otherwise, youth, type Earlier } from './compare.ts';
import { nextOn, withoutExceptions, type Place } from './line.ts';

/** How far back the line is drawn: a year of months. */
const BACK = 12;
/** With fewer earlier periods nobody can tell what is usual. */
const LEAST = 8;
/** Of the standard normal distribution: 98 of 100 values lie within so much of its middle. */
const NORMAL = 2.326;
/** A count that is off by one is no news, whatever the line says. */
const ONE = 1.5;

type Usual = NonNullable<Comparison['usual']>;

/** The periods before one, the newest first, as far as the line goes back; undefined where there was none. */
export function before(of: Period, done: ReadonlyMap<string, Omit<Earlier, 'period'>>): (Earlier | undefined)[] {
  let current = of;
  return Array.from({ length: BACK }, () => {
    current = previous(current);
    return earlierOf(current.id, done);
  });
}

/** The same period of the year before; undefined where there was none, or it is the period before itself. */
export function yearBefore({ id, kind }: Period, done: ReadonlyMap<string, Omit<Earlier, 'period'>>): Earlier | undefined {
  return kind === 'year' ? undefined : earlierOf(`${Number(id.slice(0, 4)) - 1}${id.slice(4)}`, done);
}

function earlierOf(id: string, done: ReadonlyMap<string, Omit<Earlier, 'period'>>): Earlier | undefined {
  const found = done.get(id);
  return found && { period: id, ...found };
}

/**
 * Puts beside each comparison where the figure would lie had nothing changed. `past`: the periods `before`. Nothing is said of figures that are young, uncorrected or not comparable, nor where fewer than eight earlier periods are comparable.
 */
export function withUsual(
  comparisons: readonly Comparison[],
  figures: readonly KpiFigure[],
  past: readonly (Earlier | undefined)[],
): Comparison[] {
  if (past.filter((earlier) => earlier).length < LEAST) return [...comparisons];
  const now = byName(figures);
  const named = past.map((earlier) => earlier && { ...earlier, by: byName(earlier.figures) });
  return comparisons.map((comparison) => {
    const name = nameOf(comparison);
    const figure = now.get(name);
    // What nobody has checked may have moved with the program's errors.
    if (!figure || figure.uncorrected || comparison.difference === null || comparison.note) return comparison;
    const places = named.flatMap((earlier, index): Place[] => {
      const other = earlier?.by.get(name);
      if (!earlier || !other || other.value === null || earlier.begun.has(figure.scope)) return [];
      const isYoung = youth(other, figure, earlier.provisional) !== undefined;
      return isYoung || otherwise(figure, other) ? [] : [{ at: -1 - index, value: other.value * stretch(figure, other) }];
    });
    const usual = usualOf(figure, places);
    return usual ? { ...comparison, usual } : comparison;
  });
}

/** February is shorter: what is counted over days is put on as many as the present period has. */
function stretch({ kpi, unit, window }: KpiFigure, other: KpiFigure): number {
  const isFlow = unit === 'count' || (unit === 'money' && kpiOf(kpi).rollUp === 'sum');
  const days = ({ from, to }: KpiFigure['window']) => daysBetween(from, to) + 1;
  return isFlow ? days(window) / days(other.window) : 1;
}

/** A state, such as followers, is judged by how it grew since the period before. */
function usualOf(figure: KpiFigure, places: readonly Place[]): Usual | undefined {
  const { rollUp, families, needs } = kpiOf(figure.kpi);
  const { unit, value, interval, numerator = -1, denominator = 0 } = figure;
  if (value === null) return undefined;
  if (rollUp === 'last, summed over accounts') {
    const last = places[0];
    const steps = places.flatMap((place, index): Place[] => {
      const former = places[index + 1];
      return former && former.at === place.at - 1 ? [{ at: place.at, value: place.value - former.value }] : [];
    });
    const growth = last?.at === -1 ? usualIn(value - last.value, steps, ONE) : undefined;
    return growth && last && { ...growth, from: rounded(last.value + growth.from), to: rounded(last.value + growth.to) };
  }
  const isShare = unit === 'ratio' && rollUp === 'sum then divide' && !families.includes('social');
  const sampled = needs && interval ? (interval.to - interval.from) / 2 : 0;
  const least = unit === 'count' || unit === 'people' ? ONE : isShare ? chance(numerator, denominator) : sampled;
  const usual = usualIn(value, places, least);
  if (!usual || value < 0 || places.some((place) => place.value < 0)) return usual;
  const most = unit === 'ratio' && value <= 1 && places.every((place) => place.value <= 1) ? 1 : Infinity;
  return { ...usual, from: Math.max(0, usual.from), to: Math.min(most, usual.to) };
}

/** How far a share of so many cases can lie off by chance alone. */
function chance(part: number, of: number): number {
  if (of <= 0 || part < 0 || part > of) return 0;
  const share = (part + 1) / (of + 2);
  return NORMAL * Math.sqrt((share * (1 - share)) / of);
}

/** Where the line through the earlier values goes on, at least `least` either way. Undefined with too few, or where nothing ever differed. */
export function usualIn(value: number, places: readonly Place[], least: number): Usual | undefined {
  if (places.length < LEAST) return undefined;
  const kept = withoutExceptions(places);
  const { centre, error } = nextOn(kept);
  const half = Math.max(error, least);
  // Nine digits are kept of a figure: what is smaller than that is no difference.
  if (half <= Math.abs(centre) * 1e-8) return undefined;
  return {
    from: rounded(centre - half),
    to: rounded(centre + half),
    n: kept.length,
    beyond: Math.abs(value - centre) > half,
  };
}

function rounded(value: number): number {
  return Number(value.toPrecision(9));
}
