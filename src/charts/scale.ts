import { DAYS } from '#i18n/index.ts';
import type { Unit } from '#model/kpi-figure.ts';
import { between, ticks } from './axis.ts';
import type { Page } from './context.ts';

/** The value axis of one panel. */
export interface Scale {
  readonly domain: readonly [number, number];
  readonly ticks: ReadonlyMap<number, string>;
  /** Whether the panels of the chart differ in it. */
  readonly own: boolean;
}

/** Over this ratio between the accounts' tops a shared scale would flatten the small ones; each panel then has its own. */
export const SHARED = 4;
/** A panel that does not start at zero spans at least this ratio, so that noise does not look like an event. */
const LEAST = 1.1;
/** Room above and below the outermost points of such a panel. */
const ROOM = 1.04;

/**
 * The value axes of a chart's panels. `zero`: from zero, shared unless one account would dwarf another. `level`: each panel
 * about its own values, all spanning the same ratio, so that an equal rise is an equal percentage.
 */
export function scalesOf(page: Page, rows: readonly (readonly number[])[], unit: Unit, kind: 'level' | 'zero'): Scale[] {
  const named = (values: readonly number[]) => new Map(values.map((value) => [value, tick(page, value, values, unit)]));
  if (kind === 'level' && rows.every((values) => Math.min(...values) > 0)) {
    const span = Math.max(LEAST, ...rows.map((values) => Math.max(...values) / Math.min(...values))) ** ROOM;
    return rows.map((values) => {
      const centre = Math.sqrt(Math.max(...values) * Math.min(...values));
      const domain = [round(centre / Math.sqrt(span)), round(centre * Math.sqrt(span))] as const;
      return { domain, ticks: named(between(...domain)), own: true };
    });
  }
  const tops = rows.map((values) => Math.max(...values));
  const top = Math.max(...tops);
  const own = top > SHARED * Math.min(...tops.filter((one) => one > 0));
  return tops.map((one) => {
    const values = steps(own ? one : top, unit);
    return { domain: [0, values.at(-1) ?? 1], ticks: named(values), own };
  });
}

/** Hours that are told as days have steps of whole or half days. */
function steps(top: number, unit: Unit): number[] {
  if (unit === 'hours' && top >= DAYS) return ticks(top / 24).map((days) => days * 24);
  return ticks(top, unit === 'count' || unit === 'people');
}

function tick(page: Page, value: number, all: readonly number[], unit: Unit): string {
  const { words } = page;
  if (value === 0) return '0';
  // Days on the one hand and hours on the other would not be told apart by their numbers.
  if (unit === 'hours' && Math.max(...all) >= DAYS) return words.t('figure.days', { count: value / 24 });
  if (unit === 'hours' || unit === 'working-hours') return words.t('figure.hours', { count: value });
  if (unit === 'ratio') return words.percent(value, digits(all.map((one) => one * 100)));
  return value >= 10_000 ? words.compact(value) : words.number(value, { digits: digits(all) });
}

/** Decimals that all of some round values need, at most two. */
function digits(values: readonly number[]): number {
  const whole = (factor: number) => values.every((value) => Math.abs(value * factor - Math.round(value * factor)) < 1e-6);
  return whole(1) ? 0 : whole(10) ? 1 : 2;
}

/** Specifications keep no more of a number than a picture shows. */
function round(value: number): number {
  return Number(value.toPrecision(6));
}
