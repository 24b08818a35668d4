import type { Words } from './words.ts';

/** Round steps from zero to at least `top`, three to five of them. */
export function ticks(top: number, integer = false): number[] {
  if (top <= 0) return [0, 1];
  const raw = top / 3;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step =
    [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => top / size <= 3.0001 && (!integer || size % 1 === 0)) ?? 1;
  const count = Math.max(1, Math.ceil(top / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, index) => clean(index * step));
}

/** Two or three round values between two that need not include zero. */
export function between(low: number, high: number): number[] {
  const span = high - low;
  if (span <= 0) return [low];
  for (const share of [2, 3, 4, 6, 10]) {
    const power = 10 ** Math.floor(Math.log10(span / share));
    for (const factor of [5, 2, 1]) {
      const step = factor * power;
      const first = Math.ceil(low / step);
      const values = Array.from({ length: Math.max(0, Math.floor(high / step) - first + 1) }, (_, index) =>
        clean((first + index) * step),
      );
      if (values.length === 2 || values.length === 3) return values;
    }
  }
  return [clean(low), clean(high)];
}

function clean(value: number): number {
  return Number(value.toPrecision(12));
}

/** Short name of a period for an axis: "Sep ’26", "Sep", "Tw 3 ’26", "2026". With the year at the ends and in January. */
export function shortPeriod(id: string, words: Words, withYear: boolean): string {
  const [year = '', rest = ''] = id.split('-');
  if (rest === '') return year;
  const part = rest.startsWith('q')
    ? words.t('charts.quarter', { number: rest.slice(1) })
    : rest.startsWith('w')
      ? words.t('charts.week', { number: Number(rest.slice(1)) })
      : month(Number(rest), words);
  return withYear ? `${part} ’${year.slice(2)}` : part;
}

/** "Sep", "Agu" */
function month(number: number, words: Words): string {
  return words.t('charts.months').split(' ')[number - 1] ?? String(number);
}

/** "3 Sep" */
export function shortDay(day: string, words: Words): string {
  return words.t('charts.day', { day: Number(day.slice(8)), month: month(Number(day.slice(5, 7)), words) });
}

/** Labels of a row of periods: the last, then every so many before it. */
export function periodLabels(ids: readonly string[], words: Words): Map<number, string> {
  const step = ids.length > 9 ? 4 : ids.length > 5 ? 3 : ids.length > 3 ? 2 : 1;
  const labels = new Map<number, string>();
  for (let index = ids.length - 1; index >= 0; index -= step) labels.set(index, shortPeriod(ids[index] ?? '', words, true));
  return labels;
}

/** Labels of a row of days: every seventh of a month, the first of each month of a longer stretch. */
export function dayLabels(days: readonly string[], words: Words): Map<number, string> {
  const labels = new Map<number, string>();
  if (days.length > 45) {
    const firsts = days.flatMap((day, index) => (day.endsWith('-01') ? [index] : []));
    const step = Math.ceil(firsts.length / 6);
    firsts
      .filter((_, place) => place % step === 0)
      .forEach((index) => labels.set(index, month(Number(days[index]?.slice(5, 7)), words)));
    return labels;
  }
  for (let index = 0; index < days.length; index += 7) {
    const day = days[index] ?? '';
    labels.set(index, index === 0 ? shortDay(day, words) : String(Number(day.slice(8))));
  }
  return labels;
}
