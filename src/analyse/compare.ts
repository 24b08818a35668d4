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
  return figures.map((figure): Comparison => {
    const other = earlier?.figures.find((one) => one.kpi === figure.kpi && one.scope === figure.scope);
    const base = { kpi: figure.kpi, scope: figure.scope, with: withPeriod };
    if (!other || other.value === null) {
      return { ...base, value: null, reason: other?.reason ?? 'no-previous', difference: null, ratio: null };
    }
    const short = begun.has(figure.scope) || earlier?.begun.has(figure.scope) === true;
    const note = hindrance(figure, other, over, short) ?? youth(figure, other, provisional);
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
  // Counts and growth need as many days on both sides; a rate or a state does not.
  const counted = figure.unit === 'count' || figure.unit === 'money' || figure.kpi === 'audience-growth';
  if (counted && !over) return 'period-not-over';
  if (counted && short) return 'period-not-covered';
  return otherwise(figure, other) ?? (isMixed(figure, other) ? 'channels-differ' : undefined);
}

/** In what two figures of one KPI do not speak of the same: definition, accounts, channels, platform metrics. */
export function otherwise(figure: KpiFigure, other: KpiFigure): Comparison['note'] {
  if (figure.method !== other.method || figure.currency !== other.currency) return 'method-changed';
  if (figure.over.join() !== other.over.join()) return 'accounts-differ';
  if (channelsOf(figure) !== channelsOf(other)) return 'channels-differ';
  return metricsOf(figure) === metricsOf(other) ? undefined : 'metric-changed';
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
  const changes = figure.channels.map((_, index) => rate(figure, index) - rate(other, index));
  const change = figure.value - other.value;
  return change < Math.min(...changes) - NEAR || Math.max(...changes) + NEAR < change;
}
