import { addDays, type Day } from '#model/day.ts';
import { random, type Random } from '../random.ts';
import { csv, type Cell } from '../csv.ts';

/** A table as an office keeps it, with its header. */
export function table(header: string, rows: readonly (readonly Cell[])[]): Uint8Array {
  return csv([header.split(','), ...rows]);
}

/** The draws of one day of one register: the same on whatever day the table is written. */
export function draws(register: string, day: Day): Random {
  return random(`tirtaraya ${register} ${day}`);
}

/** A whole number around a mean: the sum of many small chances, near enough to what a counter sees. */
export function around(draw: Random, mean: number): number {
  const spread = draw() + draw() + draw() - 1.5;
  return Math.max(0, Math.round(mean + spread * Math.sqrt(mean) * 1.6));
}

/** A waiting time in hours: most are short, some are very long. */
export function waiting(draw: Random, median: number, spread: number): number {
  const normal = draw() + draw() + draw() + draw() - 2;
  return median * Math.exp(normal * spread);
}

/** `2026-09-01 08:15`, so many hours after a day's beginning. */
export function clock(day: Day, hours: number): string {
  const minutes = Math.floor(hours * 60);
  const date = addDays(day, Math.floor(minutes / 1440));
  const rest = ((minutes % 1440) + 1440) % 1440;
  return `${date} ${String(Math.floor(rest / 60)).padStart(2, '0')}:${String(rest % 60).padStart(2, '0')}`;
}
