import type { Kpi } from '#kpis/kpi.ts';
import type { Dimension } from '#model/dimension.ts';
import { divide, known, missing, type Figure, type Reason } from '#model/figure.ts';
import type { PartFigures } from '#model/parts.ts';
import { rounded } from './figures.ts';
import type { Table } from './breakdown.ts';

type Rate = PartFigures['rows'][number];
type Count = Pick<Table['rows'][number], 'dimensions' | 'value' | 'reason'>;
type ByPart = NonNullable<Kpi['byPart']>;

/** The counts of both measures by part; `reason` where no rate of them is known at all. */
interface Pair {
  readonly above: readonly Count[];
  readonly below: readonly Count[];
  readonly reason?: Reason;
}

/** Of fewer, one more or less moves a share by over three points, and chance alone makes one part look better than another. */
export const FEWEST = 30;
/** Rows of one table in a report. */
const ROWS = 100;

/**
 * Each KPI that can be computed for the parts of a breakdown, for each account and breakdown of which both of its measures are given. From the
 * published counts alone, so that nothing that is hidden shows through.
 */
export function ratesOf(tables: readonly Table[], kpis: readonly Kpi[]): PartFigures[] {
  const counted = tables.filter(({ snapshot }) => !snapshot);
  const byKey = new Map(counted.map((table) => [keyOf(table.account, table.measure, table.by), table]));
  return kpis.flatMap((kpi): PartFigures[] => {
    const { byPart } = kpi;
    if (!byPart) return [];
    const own = counted.filter(({ measure, family }) => measure === byPart.numerator && kpi.families.includes(family));
    return own.flatMap((above): PartFigures[] => {
      const { account, by, currency } = above;
      const pair = pairOf(above, byPart, (measure, dimensions) => byKey.get(keyOf(account, measure, dimensions)));
      if (!pair) return [];
      const money = kpi.unit === 'money' && currency !== undefined ? { currency } : {};
      return [{ kpi: kpi.id, account, by, unit: kpi.unit, ...money, rows: rowsOf(pair, byPart.times ?? 1) }];
    });
  });
}

function pairOf(
  above: Table,
  { denominator, numerator, within }: ByPart,
  find: (measure: Table['measure'], by: readonly Dimension[]) => Table | undefined,
): Pair | undefined {
  const below = find(denominator, above.by);
  if (!below) return undefined;
  const gap = above.gap ?? below.gap;
  const reason = gap === undefined ? {} : { reason: 'partial' as const };
  if (within === undefined || above.by.includes(within)) return { above: above.rows, below: below.rows, ...reason };
  // What one channel never counts, such as opened SMS, must not stand in the denominator of a campaign that used two.
  const crossing = [...above.by, within];
  const [fine, whole] = [find(numerator, crossing), find(denominator, crossing)];
  if (fine && whole) {
    const names = new Set(fine.rows.map(nameOf));
    const both = whole.rows.filter((row) => names.has(nameOf(row)));
    return { above: addedUp(fine.rows, within), below: addedUp(both, within), ...reason };
  }
  const named = new Set(find(numerator, [within])?.rows.map(nameOf));
  const all = find(denominator, [within])?.rows ?? [];
  const isWhole = named.size > 0 && all.every((row) => row.value === 0 || named.has(nameOf(row)));
  return { above: above.rows, below: below.rows, ...(isWhole ? reason : { reason: 'not-comparable' }) };
}

/** Parts without one of their dimensions; one that is hidden or unknown hides the sum. */
function addedUp(rows: readonly Count[], without: Dimension): Count[] {
  const groups = Map.groupBy(rows, ({ dimensions }) => nameOf({ dimensions: { ...dimensions, [without]: '' } }));
  return [...groups.values()].map((same): Count => {
    const { [without]: _, ...dimensions } = same[0]?.dimensions ?? {};
    const lost = same.find(({ value }) => value === null);
    if (lost) return { dimensions, value: null, ...(lost.reason ? { reason: lost.reason } : {}) };
    return { dimensions, value: same.reduce((sum, { value }) => sum + (value ?? 0), 0) };
  });
}

function rowsOf({ above, below, reason }: Pair, times: number): Rate[] {
  if (isWithheld(above) && isWithheld(below)) return above.map(({ dimensions }) => ({ dimensions, ...missing('suppressed') }));
  const [over, under] = [byName(above), byName(below)];
  // A part that stands in one table alone: nobody said that it was none in the other.
  const names = [...under.of.keys(), ...[...over.of.keys()].filter((name) => !under.of.has(name))];
  return names.slice(0, ROWS).map((name) => {
    const [numerator, denominator] = [figureOf(over, name), figureOf(under, name)];
    const few = denominator.value !== null && denominator.value > 0 && denominator.value < FEWEST;
    const share = divide(numerator, denominator);
    const figure = reason !== undefined ? missing(reason) : few && share.value !== null ? missing('too-few') : share;
    return {
      dimensions: (under.of.get(name) ?? over.of.get(name))?.dimensions ?? {},
      ...(figure.value === null ? figure : { value: rounded(figure.value * times) }),
      ...(numerator.value === null ? {} : { numerator: numerator.value }),
      ...(denominator.value === null ? {} : { denominator: denominator.value }),
    };
  });
}

/** A table's rows by name, and why one that is not among them is not: a table that is withheld whole does not even name its parts. */
function byName(rows: readonly Count[]): { of: ReadonlyMap<string, Count>; absent: Reason } {
  return isWithheld(rows)
    ? { of: new Map(), absent: 'suppressed' }
    : { of: new Map(rows.map((row) => [nameOf(row), row])), absent: 'empty' };
}

function isWithheld(rows: readonly Count[]): boolean {
  return rows.length === 1 && rows[0]?.reason === 'suppressed';
}

function figureOf({ of, absent }: ReturnType<typeof byName>, name: string): Figure {
  const count = of.get(name);
  if (!count) return missing(absent);
  return count.value === null ? missing(count.reason ?? 'empty') : known(count.value);
}

function keyOf(account: string, measure: string, by: readonly Dimension[]): string {
  return `${account} ${measure} ${by.toSorted().join(' ')}`;
}

function nameOf({ dimensions }: Pick<Count, 'dimensions'>): string {
  return JSON.stringify(Object.entries(dimensions).sort());
}
