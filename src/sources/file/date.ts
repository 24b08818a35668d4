import { addDays, instantOf, type Day } from '#model/day.ts';
import { moment } from '../figure/moment.ts';

/** Whether the month or the day stands first in 01/02/2026. */
export type Order = 'month-first' | 'day-first';

/** A day, with its instant where the cell has a time; nothing at all; or why the cell is neither. */
export type DateReading =
  { readonly day: Day; readonly at?: string } | { readonly day: null } | { readonly rule: string; readonly message: string };

// English, Indonesian and German by their first three letters, accents taken off: March, Maret and März are all "mar".
const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    'jan',
    'feb',
    'mar mrz',
    'apr',
    'may mei mai',
    'jun',
    'jul',
    'aug agu ags agt',
    'sep',
    'oct okt',
    'nov nop',
    'dec des dez',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);
const WEEKDAY = /^(?:[\p{L}’']{2,10}\.?,?\s+)(?=[\p{L}\d])/u;
const TIME = /[T,\s]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?\s*(am|pm)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i;
const EARLIEST = '2004-01-01';

/** The order that a cell proves by itself: 13/01/2026 can only be day-first. */
export function orderIn(text: string): Order | undefined {
  const match = /^(\d{1,2})\/(\d{1,2})\/\d{4}/.exec(bare(text));
  if (!match) return undefined;
  if (Number(match[1]) > 12) return 'day-first';
  return Number(match[2]) > 12 ? 'month-first' : undefined;
}

/** A month and a day, `04-12`, where that is all that a cell has. */
export type MonthDay = string;

/** Reads `April 12`, `12 April`, `12. Apr`; undefined where it is none of them, or there is no such day in any year. */
export function readMonthDay(text: string): MonthDay | undefined {
  const cell = bare(text);
  const date = named(`${cell} 2024`);
  if (!date || !exists(...date)) return undefined;
  return date
    .slice(1)
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

/**
 * Reads the dates of exports: `2026-09-01`, `Dec 15, 2023`, `Fri, Mar 21, 2025`, `Thu Mar 20 2025`, `15 Des 2023`, `01.09.2026`, `2026/09/01`, `09/01/2026`, each
 * with or without a time. A time without an offset is the zone's. Impossible days, days after tomorrow and days before 2004 are refused.
 */
export function readDate(text: string, zone: string, today: Day, order: Order | undefined): DateReading {
  const cell = bare(text);
  if (['', '-', '–', 'n/a', 'N/A', 'undefined'].includes(cell)) return { day: null };
  const time = TIME.exec(cell);
  const date = calendar(time ? cell.slice(0, time.index) : cell, order);
  if (date === 'ambiguous') {
    return {
      rule: 'ambiguous-date',
      message: `"${cell}" may be two days; say --locale en (month first) or --locale id (day first)`,
    };
  }
  if (date === undefined) return { rule: 'date', message: `"${cell.slice(0, 40)}" is no date that is known here` };
  const [year, month, number] = date;
  const day = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(number).padStart(2, '0')].join('-');
  if (!exists(year, month, number)) return { rule: 'date', message: `"${cell.slice(0, 40)}": there is no such day` };
  if (day < EARLIEST)
    return { rule: 'date', message: `"${cell.slice(0, 40)}": before ${EARLIEST}; the export has lost its year` };
  if (day > addDays(today, 1)) return { rule: 'date', message: `"${cell.slice(0, 40)}" lies in the future` };
  if (!time) return { day };
  const clock = hours(time);
  if (clock === undefined) return { rule: 'date', message: `"${cell.slice(0, 40)}": there is no such time` };
  const offset = time[5]
    ?.toUpperCase()
    .replace('UTC', 'Z')
    .replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  return moment(offset === undefined ? instantOf(`${day}T${clock}`, zone) : new Date(`${day}T${clock}${offset}`), zone);
}

function hours([, hour, minute, second = '00', half]: RegExpExecArray): string | undefined {
  const twelve = Number(hour) % 12;
  const number = half === undefined ? Number(hour) : half.toLowerCase() === 'pm' ? twelve + 12 : twelve;
  if (number > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return `${String(number).padStart(2, '0')}:${minute}:${second}`;
}

function calendar(text: string, order: Order | undefined): readonly [number, number, number] | 'ambiguous' | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/.exec(text);
  if (iso) return [Number(iso[1]), Number(iso[2]), Number(iso[3])];
  const dots = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  if (dots) return [Number(dots[3]), Number(dots[2]), Number(dots[1])];
  const slashes = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (slashes) {
    const [first, second, year] = [Number(slashes[1]), Number(slashes[2]), Number(slashes[3])];
    const used = order ?? orderIn(text) ?? (first === second ? 'day-first' : undefined);
    if (used === undefined) return 'ambiguous';
    return used === 'day-first' ? [year, second, first] : [year, first, second];
  }
  return named(text) ?? named(text.replace(WEEKDAY, ''));
}

function named(text: string): readonly [number, number, number] | undefined {
  const monthFirst = /^(\p{L}{3,10})\.?\s+(\d{1,2}),?\s+(\d{4})$/u.exec(text);
  if (monthFirst) return withMonth(monthFirst[3], monthFirst[1], monthFirst[2]);
  const dayFirst = /^(\d{1,2})\.?\s+(\p{L}{3,10})\.?,?\s+(\d{4})$/u.exec(text);
  return dayFirst ? withMonth(dayFirst[3], dayFirst[2], dayFirst[1]) : undefined;
}

function withMonth(
  year: string | undefined,
  name: string | undefined,
  day: string | undefined,
): readonly [number, number, number] | undefined {
  const plain = (name ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().slice(0, 3);
  const month = MONTHS.get(plain);
  return month === undefined ? undefined : [Number(year), month, Number(day)];
}

function exists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function bare(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
}
