import type { Report } from '#model/report.ts';
import { bandOf, LEAST, standingOf } from '#kpis/standing.ts';
import { figureOf } from './view.ts';

/** Agencies under which none is placed: each needs the least number of others. */
export const ENOUGH = LEAST + 1;
/** Rates and waits, which an office of any means can have; no counts, which are made by size. */
const COMPARED = ['engagement-rate-followers', 'conversation', 'complaints-answered', 'first-response-median'];

/** Where one agency lies among those of similar size: a quarter of them, or the half between. */
export interface Lot {
  readonly agency: string;
  readonly places: readonly { readonly kpi: string; readonly n: number; readonly part: 'upper' | 'middle' | 'lower' }[];
}

/**
 * Each agency among those with a third to three times its followers, by its final figures of one period. Never ranked and without values: in the
 * order in which the agencies were given. A KPI counts where both it and at least five others of similar size have it.
 */
export function lots(reports: readonly Report[]): Lot[] {
  const sized = reports.flatMap((report) => {
    const followers = figureOf(report, 'followers')?.value;
    return report.status !== 'final' || followers == null ? [] : [{ report, followers }];
  });
  if (sized.length < ENOUGH) return [];
  return sized.map(({ report, followers }): Lot => {
    const band = bandOf(followers);
    const similar = sized.filter(
      (other) => other.report !== report && band.from <= other.followers && other.followers <= band.to,
    );
    const places = COMPARED.flatMap((kpi): Lot['places'] => {
      const own = figureOf(report, kpi)?.value;
      if (own == null) return [];
      const others = similar.flatMap((other) => figureOf(other.report, kpi)?.value ?? []);
      const { percentile, n } = standingOf(own, others);
      if (percentile === null) return [];
      return [{ kpi, n, part: percentile >= 0.75 ? 'upper' : percentile <= 0.25 ? 'lower' : 'middle' }];
    });
    return { agency: report.agency, places };
  });
}
