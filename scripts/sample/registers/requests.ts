import { eachDay, weekday, type Day } from '#model/day.ts';
import type { Cell } from '../csv.ts';
import { weigh } from '../random.ts';
import { around, clock, draws, table, waiting } from './rows.ts';

/** Information requests under the law on public information, as the register stands on the day it is handed in. */
export function requests(from: Day, to: Day, seen: Day): Uint8Array {
  const rows = eachDay(from, to).flatMap((day) => {
    const draw = draws('requests', day);
    return Array.from({ length: weekday(day) > 5 ? 0 : around(draw, 1.4) }, (): Cell[] => {
      const decided = clock(day, 24 + waiting(draw, 130, 0.7)).slice(0, 10);
      const decision = weigh(draw, [
        ['granted', 78],
        ['partly', 12],
        ['refused', 10],
      ] as const);
      const refusal =
        decision === 'granted'
          ? ''
          : weigh(draw, [
              ['17-h', 3],
              ['17-a', 1],
              ['not-held', 4],
            ] as const);
      return decided < seen ? [day, decided, decision, refusal] : [day, '', '', ''];
    });
  });
  return table(
    'no,received,decided,decision,refusal',
    rows.map((row, index) => [index + 1, ...row]),
  );
}
