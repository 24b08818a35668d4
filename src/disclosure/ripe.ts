import { addDays, type Day } from '#model/day.ts';
import { exposes } from '#model/dimension.ts';
import type { Series } from '#model/observation.ts';
import type { Gap } from '#model/run.ts';
import type { Declaration } from '#model/source.ts';

/** What a source says of its figures, as far as it matters here. */
export type Growth = Pick<Declaration, 'gives' | 'settles'>;

/**
 * Leaves out the parts by people's attributes of figures that go on growing, until they have settled. What is published once stays readable,
 * so that two states could be subtracted; and a first state beside a whole that has moved on would be false.
 */
export function ripe(pulled: readonly Series[], { gives, settles }: Growth): { series: Series[]; gaps: Gap[] } {
  const growing = new Set(gives.flatMap((given) => (given.grows ? [subjectOf(given)] : [])));
  if (growing.size === 0) return { series: [...pulled], gaps: [] };
  const early = new Map<string, { one: Series; days: Set<Day> }>();
  const series = pulled.flatMap((one): Series[] => {
    const subject = subjectOf(one);
    if (!growing.has(subject) || !exposes(one.measure, one.dimensions)) return [one];
    const values = one.values.filter(({ day, observed }) => {
      if (observed >= addDays(day, settles)) return true;
      const { days } = early.get(subject) ?? { days: new Set() };
      early.set(subject, { one, days: days.add(day) });
      return false;
    });
    return values.length > 0 ? [{ ...one, values }] : [];
  });
  const gaps = [...early.values()].map(({ one, days }): Gap => {
    const [first, last] = [[...days].sort()[0] as Day, [...days].sort().at(-1) as Day];
    const by = Object.keys(one.dimensions).sort().join(', ');
    const detail = `${one.measure} by ${by} goes on growing: its parts are written from ${settles} days after the month, when the month is asked for or handed in again`;
    return { measure: one.measure, from: `${first.slice(0, 7)}-01`, to: last, reason: 'not-yet', detail };
  });
  return { series, gaps };
}

function subjectOf({
  measure,
  window,
  dimensions = {},
}: Pick<Growth['gives'][number], 'measure' | 'window' | 'dimensions'> | Series): string {
  const names = Array.isArray(dimensions) ? dimensions : Object.keys(dimensions);
  return JSON.stringify([measure, window, [...names].sort()]);
}
