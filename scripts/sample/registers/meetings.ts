import { eachDay, weekday, type Day } from '#model/day.ts';
import { flood } from '../calendar.ts';
import type { Cell } from '../csv.ts';
import { pick } from '../random.ts';
import { around, draws, table } from './rows.ts';

/** What is held on which day of the month: its code, who is invited, and whether one registers. */
const EVENTS: readonly { readonly at: string; readonly event: string; readonly invited: number; readonly registers: boolean }[] =
  [
    { at: '07', event: 'dialog-warga', invited: 90, registers: true },
    { at: '16', event: 'kelas-digital-umkm', invited: 0, registers: true },
    { at: '24', event: 'posyandu-keliling', invited: 0, registers: false },
  ];

/** Events of the office: invited, registered, came, and shares of the announcement. Empty where nobody counted. */
export function events(from: Day, to: Day): Uint8Array {
  const rows = eachDay(from, to).flatMap((day): Cell[][] =>
    EVENTS.filter((one) => day.endsWith(`-${one.at}`) && flood(day) < 0.5).map((one) => {
      const draw = draws(one.event, day);
      const registered = one.registers ? around(draw, one.invited > 0 ? 74 : 130) : '';
      const attended = registered === '' ? around(draw, 210) : Math.round(registered * (0.62 + draw() * 0.22));
      return [day, one.event, one.invited > 0 ? one.invited : '', registered, attended, around(draw, 24)];
    }),
  );
  return table('date,event,invited,registered,attended,shared', rows);
}

const POLLS: Readonly<Record<string, { readonly poll: string; readonly options: readonly (readonly [string, number])[] }>> = {
  '02': {
    poll: 'jam-layanan',
    options: [
      ['sore', 0.46],
      ['sabtu-pagi', 0.37],
      ['tetap', 0.17],
    ],
  },
  '05': {
    poll: 'rute-angkutan',
    options: [
      ['pasar-terminal', 0.52],
      ['kampus-alun-alun', 0.44],
      ['tidak-tahu', 0.04],
    ],
  },
  '08': {
    poll: 'tema-hari-jadi',
    options: [
      ['sungai', 0.41],
      ['petani-muda', 0.35],
      ['budaya', 0.24],
    ],
  },
  '11': {
    poll: 'nama-taman',
    options: [
      ['taman-teratai', 0.5],
      ['taman-melati', 0.485],
      ['abstain', 0.015],
    ],
  },
};

/** A poll every quarter, on the account of the office; some options are hardly chosen. */
export function polls(from: Day): Uint8Array {
  const found = POLLS[from.slice(5, 7)];
  const day = `${from.slice(0, 7)}-12`;
  const draw = draws('poll', day);
  const people = around(draw, 780);
  const rows = (found?.options ?? []).map(([option, share]): Cell[] => [
    day,
    `${found?.poll ?? ''}-${day.slice(0, 4)}`,
    option,
    Math.floor(people * share * (0.97 + draw() * 0.03)),
    people,
  ]);
  return table('date,poll,option,votes,participants', rows);
}

const SESSIONS = ['tanya-dinas-kesehatan', 'siaran-langsung-pajak', 'tanya-bupati', 'tanya-dukcapil'];

/** Questions and answers, live, every second Thursday. */
export function questions(from: Day, to: Day): Uint8Array {
  const rows = eachDay(from, to)
    .filter(
      (day) => weekday(day) === 4 && (Number(day.slice(8)) <= 7 || (Number(day.slice(8)) > 14 && Number(day.slice(8)) <= 21)),
    )
    .map((day): Cell[] => {
      const draw = draws('qa', day);
      const asked = around(draw, 38 * (1 + flood(day)));
      const answered = Math.min(asked, Math.round(asked * (0.78 + draw() * 0.2)));
      return [day, pick(draw, SESSIONS), asked, answered, around(draw, 310)];
    });
  return table('date,session,questions,answered,participants', rows);
}
