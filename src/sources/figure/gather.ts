import type { Day } from '#model/day.ts';
import { SecretError, SourceError } from '#model/error.ts';
import type { Reason } from '#model/figure.ts';
import type { Measure } from '#model/measure.ts';
import type { Series, Value } from '#model/observation.ts';
import type { Gap, Span } from '#model/run.ts';
import { stretches } from './figures.ts';
import { add, isMoney } from './amount.ts';

/** What a figure is, all but its day. */
export interface What {
  readonly measure: Measure;
  readonly window: Series['window'];
  readonly metric: string;
  readonly dimensions?: Series['dimensions'];
  /** Currency, for money alone. */
  readonly unit?: string;
  /** For what a platform splits between several: a conversion that two ads share is half a one of each. */
  readonly fractions?: true;
}

/** Figures as they come in, in any order, until they are series. */
export interface Gathering {
  /**
   * One figure. What is none (absent, negative, a fraction of a count) is not known. Two of the same series and day are added up: tags
   * that were cleaned may have become one.
   */
  put(what: What, day: Day, value: number | null | undefined, reason?: Reason): void;
  /** By what they are, values by day. */
  series(): Series[];
  /** Days on which a whole is not known, by measure and reason. */
  gaps(): Gap[];
}

export function gather(source: string, api: string, observed: Day): Gathering {
  const found = new Map<string, { what: What; values: Map<Day, Value> }>();
  const ordered = (): { what: What; values: Value[] }[] =>
    [...found]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { what, values }]) => ({ what, values: [...values.values()].sort((a, b) => (a.day < b.day ? -1 : 1)) }));
  return {
    put(what, day, number, reason = 'not-offered') {
      const key = JSON.stringify([what.measure, what.window, Object.entries(what.dimensions ?? {}).sort(), what.metric]);
      const { values } = found.get(key) ?? { values: new Map<Day, Value>() };
      found.set(key, { what, values });
      const before = values.get(day);
      const value: Value =
        before !== undefined
          ? joined(before, what, number)
          : fits(what, number)
            ? { day, value: number, observed }
            : { day, value: null, reason, observed };
      values.set(day, value);
    },
    series: () =>
      ordered().map(({ what, values }) => ({
        measure: what.measure,
        window: what.window,
        dimensions: what.dimensions ?? {},
        ...(what.unit === undefined ? {} : { unit: what.unit }),
        source,
        metric: what.metric,
        api,
        values,
      })),
    gaps: () =>
      ordered()
        .filter(({ what }) => Object.keys(what.dimensions ?? {}).length === 0)
        .flatMap(({ what, values }) =>
          [...new Set(values.flatMap((value) => value.reason ?? []))].flatMap((reason) =>
            stretches(values.filter((value) => value.reason === reason).map((value) => value.day)).map((span) => ({
              measure: what.measure,
              ...span,
              reason,
              detail: `${what.metric} (${what.window}): no value given`,
            })),
          ),
        ),
  };
}

/** Different people: those of two tags that became one may be the same. */
const UNIQUE: ReadonlySet<Measure> = new Set(['reach', 'visitors', 'people-contacted']);

function joined(before: Value, what: What, number: number | null | undefined): Value {
  const { day, observed, value } = before;
  if (value === null) return before;
  if (UNIQUE.has(what.measure)) return { day, value: null, reason: 'not-additive', observed };
  const sum = fits(what, number) ? add(value, number, what.unit) : undefined;
  return fits(what, sum) ? { day, value: sum, observed } : { day, value: null, reason: 'partial', observed };
}

/** What an error costs. Anything but a platform's refusal is a fault of ours and goes on up. */
export function lost(error: unknown, measure: Measure, span: Span): Gap {
  if (!(error instanceof SourceError || error instanceof SecretError)) throw error;
  const reason = error instanceof SecretError ? 'secret-missing' : 'failed';
  return { measure, ...span, reason, detail: error.message.slice(0, 300) };
}

/** Asks, and lets what a platform refuses cost only these measures. */
export async function attempt<T>(
  gaps: Gap[],
  measures: readonly Measure[],
  span: Span,
  question: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await question();
  } catch (error) {
    gaps.push(...measures.map((measure) => lost(error, measure, span)));
    return undefined;
  }
}

function fits(what: What, value: number | null | undefined): value is number {
  if (value === null || value === undefined) return false;
  if (what.unit !== undefined) return isMoney(value);
  return (what.fractions ? Number.isFinite(value) : Number.isSafeInteger(value)) && value >= 0;
}
