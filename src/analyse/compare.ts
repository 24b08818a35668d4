import type { PeriodId } from '#model/period.ts';
import type { Comparison, KpiFigure, Scope } from '#model/kpi-figure.ts';

/** A period's figures as far as they were computed, for comparing with. */
export interface Earlier {
  readonly period: PeriodId;
  readonly figures: readonly KpiFigure[];
  readonly provisional: boolean;
  /** Scopes that the period does not cover from its first day. */
  readonly begun: ReadonlySet<Scope>;
}

/** Figures are rounded to nine digits. */
const NEAR = 1e-6;

/**
 * Each figure beside the one of another period. The difference is given only between comparables: the same accounts, the same platform
 * metrics, the same definition, a period that is over.
 */
export function compare(
  figures: readonly KpiFigure[],
  earlier: Earlier | undefined,
  over: boolean,
  begun: ReadonlySet<Scope>,
  withPeriod: PeriodId,
  provisional: boolean,
): Comparison[] {
  const [own, others] = [byName(figures), byName(earlier?.figures ?? [])];
  const weight = (figure: KpiFigure, other: KpiFigure) => (isWeighed(figure, other, own, others) ? 'accounts-weigh' : undefined);
  return figures.map((figure): Comparison => {
    const other = others.get(nameOf(figure));
    const base = { kpi: figure.kpi, scope: figure.scope, with: withPeriod };
    if (!other || other.value === null) {
      return { ...base, value: null, reason: other?.reason ?? 'no-previous', difference: null, ratio: null };
    }
    const short = begun.has(figure.scope) || earlier?.begun.has(figure.scope) === true;
    const note =
      hindrance(figure, other, over, short) ??
      weight(figure, other) ??
      youth(figure, other, provisional) ??
      (isUncertain(figure, other) ? 'uncertain' : undefined);
    if (figure.value === null || note) {
      return { ...base, value: other.value, difference: null, ratio: null, ...(note ? { note } : {}) };
    }
    const difference = Number((figure.value - other.value).toPrecision(9));
    const ratio = figure.unit === 'ratio' || other.value === 0 ? null : Number((difference / other.value).toPrecision(9));
    const isYoung = figure.early !== undefined || other.early !== undefined;
    const care = !isYoung ? undefined : provisional || earlier?.provisional ? 'provisional' : 'counted-early';
    return { ...base, value: other.value, difference, ratio, ...(care ? { note: care } : {}) };
  });
}

/** A period's figures by KPI and scope. */
export function byName(figures: readonly KpiFigure[]): ReadonlyMap<string, KpiFigure> {
  let named = names.get(figures);
  if (!named) names.set(figures, (named = new Map(figures.map((figure) => [nameOf(figure), figure]))));
  return named;
}

/** A period's figures are compared with those of a dozen later ones. */
const names = new WeakMap<readonly KpiFigure[], ReadonlyMap<string, KpiFigure>>();

/** What names a figure within its period. */
export function nameOf({ kpi, scope }: Pick<KpiFigure, 'kpi' | 'scope'>): string {
  return `${kpi} ${scope}`;
}

/**
 * Posts and registers grow for weeks: a young month beside an old one would always show a fall that nobody saw. What a platform only corrects
 * moves either way, by days or by months alike, and is compared with a note.
 */
export function youth(figure: KpiFigure, other: KpiFigure, provisional: boolean): Comparison['note'] {
  const grows = ({ early }: KpiFigure) => early?.grows === true;
  if (provisional) return grows(figure) ? 'provisional' : undefined;
  const isOnce = (one: KpiFigure) => grows(one) && one.early?.of === 'months';
  return isOnce(figure) === isOnce(other) ? undefined : 'counted-early';
}

function hindrance(figure: KpiFigure, other: KpiFigure, over: boolean, short: boolean): Comparison['note'] {
  // Counts and growth need as many days on both sides, and so does a state that grows, such as followers; a rate does not.
  const counted = figure.unit === 'count' || figure.unit === 'money' || figure.kpi === 'audience-growth';
  if ((counted || figure.unit === 'people') && !over) return 'period-not-over';
  if (counted && short) return 'period-not-covered';
  return otherwise(figure, other) ?? (isMixed(figure, other) ? 'channels-differ' : undefined);
}

/** In what two figures of one KPI do not speak of the same: definition, accounts, channels, platform metrics. */
export function otherwise(figure: KpiFigure, other: KpiFigure): Comparison['note'] {
  if (figure.method !== other.method || figure.currency !== other.currency) return 'method-changed';
  if (figure.over.join() !== other.over.join() || figure.partly || other.partly) return 'accounts-differ';
  if (channelsOf(figure) !== channelsOf(other)) return 'channels-differ';
  // Nobody knows how far a program is off, so nobody knows which of the two is the larger.
  if (figure.uncorrected) return 'uncorrected';
  if (other.uncorrected) return 'uncorrected-then';
  return metricsOf(figure) === metricsOf(other) ? undefined : 'metric-changed';
}

/** Whether the interval of the difference of two shares or scores holds 0 (Newcombe 1998, of two intervals; the samples are drawn apart). */
function isUncertain(figure: KpiFigure, other: KpiFigure): boolean {
  const [now, then] = [figure.interval, other.interval];
  if (!now || !then || figure.value === null || other.value === null) return false;
  const difference = figure.value - other.value;
  const below = Math.hypot(figure.value - now.from, then.to - other.value);
  const above = Math.hypot(now.to - figure.value, other.value - then.from);
  return difference !== 0 && difference - below <= 0 && difference + above >= 0;
}

function channelsOf({ channels }: KpiFigure): string | undefined {
  return channels?.map(({ channel }) => channel).join();
}

/** Each figure is compared with a dozen others. */
const metrics = new WeakMap<KpiFigure, string>();

function metricsOf(figure: KpiFigure): string {
  let named = metrics.get(figure);
  if (named === undefined) {
    named = [...new Set(figure.grounds.map((ground) => `${ground.account} ${ground.metric}`))].sort().join();
    metrics.set(figure, named);
  }
  return named;
}

/** Whether a rate over channels moves as none of its parts does: one that weighs more than before can raise the whole while each falls (Simpson). */
function isMixed(figure: KpiFigure, other: KpiFigure): boolean {
  if (!figure.channels || figure.value === null || other.value === null) return false;
  const rate = (one: KpiFigure, index: number): number => {
    const { numerator = 0, denominator = 0 } = one.channels?.[index] ?? {};
    return denominator === 0 ? 0 : numerator / denominator;
  };
  return isOutside(
    figure.value - other.value,
    figure.channels.map((_, index) => rate(figure, index) - rate(other, index)),
  );
}

/** Units in which several accounts together are no sum, but lie among them. */
const AMONG: ReadonlySet<KpiFigure['unit']> = new Set<KpiFigure['unit']>([
  'ratio',
  'per-post',
  'hours',
  'working-hours',
  'score',
]);

/** The same of a figure over several accounts: one with more posts, or more followers, than before weighs more in it. */
function isWeighed(
  figure: KpiFigure,
  other: KpiFigure,
  own: ReadonlyMap<string, KpiFigure>,
  others: ReadonlyMap<string, KpiFigure>,
): boolean {
  if (figure.scope !== 'agency' || figure.over.length < 2 || !AMONG.has(figure.unit)) return false;
  if (figure.value === null || other.value === null) return false;
  const changes = figure.over.flatMap((scope) => {
    const [now, then] = [own, others].map((some) => some.get(nameOf({ kpi: figure.kpi, scope })));
    // What nobody has checked is no measure of what was corrected.
    const isAlike = now?.uncorrected === figure.uncorrected && then?.uncorrected === other.uncorrected;
    return now?.value == null || then?.value == null || !isAlike ? [] : [now.value - then.value];
  });
  return changes.length === figure.over.length && isOutside(figure.value - other.value, changes);
}

function isOutside(change: number, changes: readonly number[]): boolean {
  return change < Math.min(...changes) - NEAR || Math.max(...changes) + NEAR < change;
}
