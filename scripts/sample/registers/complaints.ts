import { addDays, eachDay, weekday, type Day } from '#model/day.ts';
import { flood } from '../calendar.ts';
import { weigh } from '../random.ts';
import { around, clock, draws, table, waiting } from './rows.ts';

const HEADER = 'no,received,answered,closed,class,service,channel,rating';
const CLASSES = [
  ['normative', 45],
  ['non-supervision', 40],
  ['supervision', 15],
] as const;
/** Of each class: the share that is answered on an ordinary day, and the hours that it takes to close half of them. */
const WORK = {
  normative: { answered: 0.99, hours: 80 },
  'non-supervision': { answered: 0.985, hours: 235 },
  supervision: { answered: 0.92, hours: 700 },
} as const;
const SERVICES = [
  ['jalan-rusak', 22],
  ['sampah', 17],
  ['air-bersih', 15],
  ['kependudukan', 14],
  ['lampu-jalan', 12],
  ['perizinan', 8],
  ['kesehatan', 7],
  ['sekolah', 5],
  // So few that a month of it can hardly be told.
  ['pungutan-liar', 1],
] as const;
const CHANNELS = [
  ['whatsapp', 55],
  ['counter', 22],
  ['website', 15],
  ['call', 8],
] as const;

/** Complaints at the office's own counters: one row each, as the register stands on the day it is handed in. */
export function complaints(from: Day, to: Day, seen: Day): Uint8Array {
  const rows = eachDay(from, to).flatMap((day) => {
    const draw = draws('complaints', day);
    return Array.from({ length: around(draw, 28 * (1 + 3.2 * flood(day))) }, () => {
      const kind = weigh(draw, CLASSES);
      const service = flood(day) > 0.3 && draw() < 0.6 ? 'banjir' : weigh(draw, SERVICES);
      const channel = weigh(draw, CHANNELS);
      const received = 7 + draw() * 7.5;
      const { answered: rate, hours } = WORK[kind];
      const strain = strainOn(day);
      const answered = draw() < rate - 0.05 * strain ? atWork(day, received + waiting(draw, 2 * strain, 1.1)) : undefined;
      const closed =
        answered !== undefined && draw() < 0.93 - 0.05 * strain
          ? atWork(day, answered + waiting(draw, hours * strain, 0.9))
          : undefined;
      const rating = closed !== undefined && draw() < 0.3 ? 1 + Math.floor(Math.min(4.99, (draw() + draw()) * 3.1)) : undefined;
      const until = (hours: number | undefined): string => {
        const text = hours === undefined ? '' : clock(day, hours);
        return text.slice(0, 10) < seen ? text : '';
      };
      return [clock(day, received), until(answered), until(closed), kind, service, channel, until(closed) && (rating ?? '')];
    });
  });
  return table(
    HEADER,
    rows.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)).map((row, index) => [index + 1, ...row]),
  );
}

/** How far behind the counter is: 1 on an ordinary day. */
function strainOn(day: Day): number {
  // After the flood for months: the backlog that the reports of that spring show.
  const backlog = day >= '2026-01-09' && day < '2026-04-15' ? 1.4 : 0;
  // Two of its people were away in the dry season of that year.
  const away = day >= '2026-06-08' && day < '2026-08-20' ? 0.4 : 0;
  return 1 + 5 * flood(day) + backlog + away;
}

/** What would be done in the evening, at night or on a week-end is done when the counter opens next; hours after the beginning of a day. */
function atWork(day: Day, hours: number): number {
  const clock = hours % 24;
  let moved = hours + (clock < 7.5 ? 7.5 - clock + (clock % 1) : clock >= 16 ? 31.5 - clock + (clock % 1) : 0);
  while (weekday(addDays(day, Math.floor(moved / 24))) > 5) moved += 24;
  return moved;
}
