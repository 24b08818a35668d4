import { addDays, eachDay, weekday, type Day } from '#model/day.ts';

/** Days of the world: a month before the first report (so that older posts still draw views) to the sample's fixed clock. */
const FIRST: Day = '2024-08-01';
export const SINCE: Day = '2024-09-01';
export const CLOCK: Day = '2026-11-10';
export const DAYS: readonly Day[] = eachDay(FIRST, CLOCK);

/** The server room lost power: the daily job did not run. */
export const OUTAGE = { from: '2025-06-10', to: '2025-06-18' } as const;
/** A day on which nobody posted anything anywhere. */
export const SILENT: Day = '2025-08-31';
/** The days on which Meta withdrew metrics: first day that answers "invalid metric". */
export const WITHDRAWN = { impressions: '2025-11-15', unique: '2026-06-15' } as const;
/** A week in which X removed fake accounts. */
export const PURGE = { from: '2025-10-06', to: '2025-10-12' } as const;
/** The corrected YouTube export arrives. */
export const RESTATED: Day = '2026-02-16';

const index = new Map(DAYS.map((day, position) => [day, position]));

/** Position of a day in the world; before its start negative, after its end beyond the last. */
export function at(day: Day): number {
  const position = index.get(day);
  if (position !== undefined) return position;
  return day < FIRST ? -1 : DAYS.length;
}

export function dayAt(position: number): Day {
  return DAYS[position] ?? addDays(FIRST, position);
}

/** The days on which the daily job ran, in order. */
export function runDays(): Day[] {
  return DAYS.filter((day) => day > SINCE && !(day >= OUTAGE.from && day <= OUTAGE.to));
}

const RAMADAN = [
  ['2025-03-01', '2025-03-29'],
  ['2026-02-18', '2026-03-19'],
] as const;
const LEBARAN = [
  ['2025-03-30', '2025-04-07'],
  ['2026-03-20', '2026-03-27'],
] as const;
const MONTHS = [1.05, 1.02, 1, 0.98, 0.97, 1.02, 1.03, 1.08, 1, 0.98, 1.03, 1.06];
const WEEK = [1.06, 1.1, 1.08, 1.06, 0.98, 0.9, 0.82];
const OFFICE = [1.2, 1.2, 1.22, 1.15, 1.08, 0.62, 0.42];

export function inRamadan(day: Day): boolean {
  return RAMADAN.some(([from, to]) => day >= from && day <= to);
}

function inLebaran(day: Day): boolean {
  return LEBARAN.some(([from, to]) => day >= from && day <= to);
}

/** How much of the January 2026 flood is on people's minds: 0 none, 1 at its height; the water rises fast and sinks slowly. */
export function flood(day: Day): number {
  const since = at(day) - at('2026-01-09');
  if (since < 0 || since > 60) return 0;
  if (since < 5) return (since + 1) / 6;
  if (since < 14) return 1;
  return 12 / (12 + (since - 13) * (since - 13) * 0.35);
}

/** Attention that a post or page finds on this day, around 1. */
export function attention(day: Day): number {
  const base = (MONTHS[Number(day.slice(5, 7)) - 1] as number) * (WEEK[weekday(day) - 1] as number);
  const feast = inRamadan(day) ? 1.12 : inLebaran(day) ? 0.84 : 1;
  return base * feast * (1 + 1.9 * flood(day));
}

/** How busy the office posts on this day, around 1. */
export function business(day: Day): number {
  const rest = inLebaran(day) || day.endsWith('-12-25') || day.endsWith('-01-01') ? 0.45 : 1;
  return (OFFICE[weekday(day) - 1] as number) * rest * (1 + 1.5 * flood(day));
}

/** First and last day of a month `yyyy-mm`. */
export function span(month: string): { from: Day; to: Day } {
  const from = `${month}-01`;
  return { from, to: addDays(`${following(month)}-01`, -1) };
}

export function following(month: string): string {
  return addDays(`${month}-28`, 7).slice(0, 7);
}
