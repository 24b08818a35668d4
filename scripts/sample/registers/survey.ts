import { eachDay, weekday, type Day } from '#model/day.ts';
import { flood } from '../calendar.ts';
import { weigh, type Random } from '../random.ts';
import { around, draws, table } from './rows.ts';

/** The months in which people were asked the nine questions, with the mean score that they gave. 2026-05 lies where the two weights give two grades. */
const ROUNDS: Readonly<Record<string, number>> = { '2025-05': 3.38, '2025-11': 3.47, '2026-05': 3.555, '2026-10': 3.6 };
/** How the nine elements differ from the mean: complaints handling and speed are the weak ones. */
const ELEMENTS = [0.06, -0.02, -0.14, 0.22, 0.03, 0.05, 0.11, -0.2, -0.11];
const SERVICES = [
  ['kependudukan', 50],
  ['perizinan', 22],
  ['kesehatan', 20],
  ['sekolah', 8],
] as const;
const AGES = [
  ['18-24', 14],
  ['25-34', 30],
  ['35-44', 27],
  ['45-54', 18],
  ['55-64', 9],
  ['65+', 2],
] as const;

export function hasRound(month: string): boolean {
  return Object.hasOwn(ROUNDS, month);
}

/** The nine elements of service, one row a respondent, in the months in which the office asked. */
export function nineElements(from: Day, to: Day): Uint8Array {
  const mean = ROUNDS[from.slice(0, 7)] ?? 3.5;
  const rows = eachDay(from, to).flatMap((day) => {
    const draw = draws('ikm', day);
    return Array.from({ length: weekday(day) > 5 ? 0 : around(draw, 19) }, () => {
      const mood = (draw() + draw() - 1) * 0.5;
      const scores = ELEMENTS.map((shift) => (draw() < 0.012 ? '' : score(draw, mean + shift + mood)));
      const gender = draw() < 0.04 ? '' : draw() < 0.56 ? 'female' : 'male';
      return [day, ...scores, weigh(draw, SERVICES), weigh(draw, AGES), gender];
    });
  });
  return table(
    'no,date,u1,u2,u3,u4,u5,u6,u7,u8,u9,service,age,gender',
    rows.map((row, index) => [index + 1, ...row]),
  );
}

/** A score of 1 to 4 whose mean is what it is asked to be, as far as 4 allows. */
function score(draw: Random, mean: number): number {
  const low = Math.floor(Math.min(3.999, Math.max(1, mean)));
  return draw() < mean - low ? low + 1 : low;
}

/** The card at the counter: how content were you, 1 to 5. */
export function satisfaction(from: Day, to: Day): Uint8Array {
  const rows = eachDay(from, to).flatMap((day) => {
    const draw = draws('csat', day);
    return Array.from({ length: weekday(day) > 5 ? 0 : around(draw, 9) }, () => {
      const luck = draw() + draw() * 0.5 - 0.55 * flood(day);
      const points = luck > 0.62 ? 5 : luck > 0.3 ? 4 : luck > 0.17 ? 3 : luck > 0.08 ? 2 : 1;
      return [day, points, weigh(draw, SERVICES), draw() < 0.7 ? 'counter' : 'whatsapp'];
    });
  });
  return table(
    'no,date,score,service,channel',
    rows.map((row, index) => [index + 1, ...row]),
  );
}
