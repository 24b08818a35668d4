import type { TopLevelSpec } from 'vega-lite';
import type { Reason } from '#model/figure.ts';

/** One picture of a chart. Small multiples are several, with shared scales, that a page can flow beside or under each other. */
export interface Panel {
  /** What the panel shows, where a chart has several (the account's name). */
  readonly label: string | null;
  readonly svg: string;
}

/** One figure of a chart as machines read it. */
export interface Datum {
  /** A day or a period's id: `2026-01-09`, `2026-01`, `2026-q1`. */
  readonly time: string;
  readonly account: string;
  /** The account as readers know it. */
  readonly name: string;
  /** A KPI's id, or the measure of days. */
  readonly measure: string;
  /** Of a part of the measure: which, as the source names it, and the code of its province where it is one. */
  readonly part?: string;
  readonly code?: string;
  readonly value: number | null;
  readonly reason?: Reason;
  readonly provisional?: boolean;
  /** The platforms' names for it; empty where nothing is known. */
  readonly metric: string;
}

/** A chart with all that stands around it, in one language. */
export interface Chart {
  /** Anchor on the page and file name of its data: `reach`, `engagements`. */
  readonly id: string;
  readonly question: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  /** The finding, as a sentence. */
  readonly title: string;
  /** Measure, unit, period, scope. */
  readonly subtitle: string;
  /** What a reader who can't see the picture needs; one to four sentences. */
  readonly description: string;
  readonly panels: readonly Panel[];
  /** The same figures as a table; cells are already formatted for the language. */
  readonly table: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
  /** Every figure of the chart, those of accounts without a panel too. */
  readonly data: readonly Datum[];
  /** Breaks, gaps and intervals, a sentence each. */
  readonly notes: readonly string[];
  /** "Facebook: page_media_view (v26.0)" */
  readonly sources: readonly string[];
  /** For exploring: the whole chart with its data, for vega-embed. */
  readonly spec: TopLevelSpec;
}
