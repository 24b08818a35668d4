import type { PartFacts } from '#kpis/kpi.ts';
import { eachDay, type Day } from '#model/day.ts';
import type { Dimension } from '#model/dimension.ts';
import { isKnown, known, missing, type Figure, type Reason } from '#model/figure.ts';
import type { Measure } from '#model/measure.ts';
import type { Parts } from '#model/parts.ts';
import type { Span } from '#model/run.ts';
import { monthEnds } from './due.ts';
import { figureOn, givesOn, type Broken, type Ledger } from './input.ts';

/** Rows of one table in a report; a table of thousands of campaigns is in the data files. */
const ROWS = 100;

/** Counts of different people, and states: never added up over days. */
export const UNIQUE: ReadonlySet<Measure> = new Set<Measure>([
  'reach',
  'visitors',
  'followers',
  'followers-online',
  'viewer-share',
  'bounce-rate',
  'voters',
  'participants',
  'people-contacted',
]);
const NOT_ADDED = missing('not-additive');

/** One measure by one set of dimensions, as a source declares it. */
interface Given {
  readonly measure: Measure;
  readonly by: readonly Dimension[];
  readonly window: 'day' | 'month';
  readonly snapshot: boolean;
}

/** A breakdown with all of its rows. */
export interface Table extends Parts {
  /** Why some of the month is not in it, where that is so: its rows are then less than they were. */
  readonly gap?: Reason;
}

/** Every breakdown of a month: the month's own values, else its days added up, else the latest snapshot. */
export function tablesOf(ledger: Ledger, span: Span): Table[] {
  return givens(ledger).flatMap((given): Table[] => {
    const days = daysOf(ledger, given, span);
    const series = seriesOf(ledger, given);
    const used = series.filter((one) => days.some((day) => one.values.has(day)));
    const newest = used.at(-1);
    const last = days.at(-1);
    if (!newest || last === undefined) return [];
    const rows = rowsOf(used, days);
    // A column that the office leaves empty breaks nothing down.
    if (rows.every(({ figure }) => !isKnown(figure) && figure.reason !== 'suppressed')) return [];
    const observed = used.flatMap((one) => days.flatMap((day) => one.values.get(day)?.observed ?? []));
    const gap = given.snapshot ? undefined : gapIn(ledger, given, days);
    return [
      {
        account: ledger.account.id,
        family: ledger.declaration.family,
        measure: given.measure,
        by: [...given.by],
        day: last,
        snapshot: given.snapshot,
        ...(newest.unit === undefined ? {} : { currency: newest.unit }),
        metric: newest.ground.metric,
        api: newest.ground.api,
        observed: observed.sort().at(-1) as Day,
        rows: rows
          .map(({ dimensions, figure }) => ({ dimensions, ...figure }))
          .sort((a, b) => (b.value ?? -1) - (a.value ?? -1) || order(JSON.stringify(a.dimensions), JSON.stringify(b.dimensions))),
        ...(gap === undefined ? {} : { gap }),
      },
    ];
  });
}

/** A breakdown as a report shows it. */
export function partsOf({ gap: _, ...table }: Table): Parts {
  return { ...table, rows: table.rows.slice(0, ROWS) };
}

/**
 * What KPIs may know of a measure's parts: those that come by month, added up over the months of the span; and of a register, whose file
 * states its days whole, those by day. Different people of several months are never added up.
 */
export function partFactsOf(ledger: Ledger, span: Span): Partial<Record<Measure, PartFacts[]>> {
  const parts: Partial<Record<Measure, PartFacts[]>> = {};
  const isWhole = ({ window, snapshot }: Given) => window === 'month' || (ledger.declaration.family === 'register' && !snapshot);
  for (const given of givens(ledger).filter(isWhole)) {
    const days = daysOf(ledger, given, span);
    const rows = rowsOf(seriesOf(ledger, given), days);
    const own =
      UNIQUE.has(given.measure) && days.length > 1 ? rows.map(({ each: _, ...row }) => ({ ...row, figure: NOT_ADDED })) : rows;
    parts[given.measure] = [...(parts[given.measure] ?? []), ...own];
  }
  return parts;
}

/** Why a day or month that the account gives of the whole measure has not come. What a source counts of some parts alone is no gap. */
function gapIn(ledger: Ledger, { measure, window }: Given, days: readonly Day[]): Reason | undefined {
  const { since, until } = ledger.account;
  return days
    .filter((day) => since <= day && day <= (until ?? day) && givesOn(ledger, measure, day, window))
    .map((day) => figureOn(ledger, measure, day, window))
    .flatMap((figure) => (isKnown(figure) ? [] : [figure.reason]))
    .find((reason) => reason !== 'empty' && reason !== 'suppressed' && reason !== 'not-due');
}

function givens({ declaration }: Ledger): Given[] {
  const found = new Map<string, Given>();
  for (const { measure, level, window, dimensions = [], snapshot } of declaration.gives) {
    if (level !== 'account' || dimensions.length === 0 || (window !== 'day' && window !== 'month')) continue;
    if (window === 'day' && !snapshot && UNIQUE.has(measure)) continue;
    const by = [...dimensions].sort();
    const key = `${measure} ${by.join(' ')}`;
    if (window === 'month' || !found.has(key)) found.set(key, { measure, by, window, snapshot });
  }
  return [...found.values()];
}

function seriesOf(ledger: Ledger, { measure, window, by }: Given): Broken[] {
  return ledger.broken(measure, window).filter(({ dimensions }) => Object.keys(dimensions).sort().join() === by.join());
}

function daysOf(ledger: Ledger, given: Given, span: Span): Day[] {
  if (given.window === 'month') return monthEnds(span);
  const days = eachDay(span.from, span.to);
  if (!given.snapshot) return days;
  const series = seriesOf(ledger, given);
  return days.filter((day) => series.some(({ values }) => values.has(day))).slice(-1);
}

/**
 * Each part's sum over the days. A part that a day lacks is none there, where the day has other parts; a part that is hidden or unknown on one
 * day is unknown as a whole.
 */
function rowsOf(series: readonly Broken[], days: readonly Day[]): PartFacts[] {
  const rows = Map.groupBy(series, ({ dimensions }) => JSON.stringify(Object.entries(dimensions).sort()));
  return [...rows.values()].flatMap((same): PartFacts[] => {
    const each = days.flatMap((on) => {
      const values = same.flatMap((one) => one.values.get(on) ?? []);
      return values.length === 0 ? [] : [{ on, figure: added(values) }];
    });
    if (each.length === 0) return [];
    const figure = added(each.map((one) => one.figure));
    const first = same[0] as Broken;
    return [{ dimensions: first.dimensions, figure, each, ground: first.ground }];
  });
}

/** One that is hidden or unknown hides the sum. */
function added(values: readonly { readonly value: number | null; readonly reason?: Reason | undefined }[]): Figure {
  const lost = values.find(({ value }) => value === null);
  if (lost) return missing(lost.reason ?? 'empty');
  return known(Number(values.reduce((sum, { value }) => sum + (value ?? 0), 0).toPrecision(12)));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
