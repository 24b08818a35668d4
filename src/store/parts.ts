import type { Day } from '#model/day.ts';
import type { Series, Value } from '#model/observation.ts';

/**
 * Series of a register together with a 0 for every part that stands stored on a day which they cover and that they no longer have: a complaint
 * that was moved from one class to another must not count in both. A file of a register speaks of its days as a whole.
 */
export function withGone(pulled: readonly Series[], stored: (month: string) => readonly Series[]): Series[] {
  const groups = Map.groupBy(
    pulled.filter((one) => Object.keys(one.dimensions).length > 0),
    groupOf,
  );
  const gone = [...groups].flatMap(([group, parts]): Series[] => {
    const [first] = parts as [Series, ...Series[]];
    const whole = pulled.find(
      (one) => one.measure === first.measure && one.window === first.window && Object.keys(one.dimensions).length === 0,
    );
    const covered = new Map((whole ? [whole] : parts).flatMap((one) => one.values.map((value) => [value.day, value] as const)));
    const has = new Set(parts.flatMap((one) => one.values.map((value) => `${value.day} ${partOf(one)}`)));
    const months = new Set([...covered.keys()].map((day) => day.slice(0, 7)));
    const lost = [...months].flatMap((month) => stored(month).filter((one) => groupOf(one) === group));
    return lost.flatMap((one): Series[] => {
      const values = one.values.flatMap(({ day }) => zero(covered.get(day), has.has(`${day} ${partOf(one)}`)));
      return values.length > 0 ? [{ ...one, metric: first.metric, api: first.api, values }] : [];
    });
  });
  const all = new Map(pulled.map((one) => [`${groupOf(one)} ${partOf(one)}`, one]));
  for (const one of gone) {
    const key = `${groupOf(one)} ${partOf(one)}`;
    const before = all.get(key);
    const values = [...(before?.values ?? []), ...one.values].sort((a, b) => (a.day < b.day ? -1 : 1));
    all.set(key, { ...(before ?? one), values });
  }
  return [...all.values()];
}

function zero(covering: Value | undefined, isThere: boolean): Value[] {
  if (!covering || isThere) return [];
  const { day, observed, file }: { day: Day; observed: Day; file?: string | undefined } = covering;
  return [{ day, value: 0, observed, ...(file === undefined ? {} : { file }) }];
}

function groupOf({ measure, window, dimensions, source }: Series): string {
  return JSON.stringify([measure, window, Object.keys(dimensions).sort(), source]);
}

function partOf({ dimensions }: Series): string {
  return JSON.stringify(Object.entries(dimensions).sort());
}
