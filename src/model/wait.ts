/**
 * How long people waited, in bins: from `from` (included) to `to` (not included; null is open), in clock hours, in calendar days, where 0
 * is the same day, or in hours in which the office was open. A bin's name is the value of the dimension `wait` ("6-8h", "over-2160h",
 * "3-4d") or `working-wait` ("6-8wh"). A median or a ninetieth per cent that is read out of bins lies in the same bin as the true one: it is
 * wrong by less than the bin's width, at most an hour below 4 hours, a day below 10 days (in days), and else half of the bin's lower edge.
 */
export interface Wait {
  readonly id: string;
  readonly unit: 'h' | 'd' | 'wh';
  readonly from: number;
  readonly to: number | null;
}

const EDGES = {
  h: [0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 36, 48, 72, 96, 120, 144, 168, 192, 216, 240, 336, 504, 720, 1080, 1440, 2160],
  d: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 14, 21, 30, 45, 60, 90],
  wh: [0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 40, 60, 80, 120, 160, 240, 480],
} as const;

/** Every bin, hours first, shortest first. One account and month has bins of one unit in each dimension. */
export const WAITS: readonly Wait[] = (['h', 'd', 'wh'] as const).flatMap((unit) =>
  EDGES[unit].map((from, index): Wait => {
    const to = EDGES[unit][index + 1] ?? null;
    return { id: to === null ? `over-${from}${unit}` : `${from}-${to}${unit}`, unit, from, to };
  }),
);

/** The bin of a waiting time that is not negative. */
export function waitOf(unit: Wait['unit'], amount: number): string {
  const bin = WAITS.find((one) => one.unit === unit && amount >= one.from && (one.to === null || amount < one.to));
  if (!bin) throw new RangeError(`no waiting time: ${amount}`);
  return bin.id;
}
