import { PERSONAL, type Dimension } from '#model/dimension.ts';
import type { Measure } from '#model/measure.ts';
import type { Parts } from '#model/parts.ts';
import type { Report } from '#model/report.ts';
import { kpis } from '#kpis/index.ts';
import { WAITS } from '#model/wait.ts';

type Row = Parts['rows'][number];

/** One table: an account's figures by the same dimensions, one measure a column. */
export interface Breakdown {
  readonly account: string;
  readonly by: readonly Dimension[];
  readonly question: number;
  readonly columns: readonly Parts[];
  /** Measures that found no room. */
  readonly left: number;
  readonly rows: readonly { readonly dimensions: Row['dimensions']; readonly cells: readonly (Row | undefined)[] }[];
}

/** The measure that a table leads with comes first; those not named follow in the report's order. */
const FIRST: readonly Measure[] = [
  'followers',
  'viewer-share',
  'spend',
  'reach',
  'sessions',
  'complaints-received',
  'complaints-answered',
  'complaints-closed',
  'requests-granted',
  'requests-partly',
  'requests-refused',
  'survey-respondents',
  'csat-answers',
  'csat-satisfied',
  'messages-sent',
  'messages-delivered',
  'messages-opened',
  'attended',
  'registered',
  'invited',
  'conversions',
  'link-clicks',
];
/** Sums that say nothing without the answers that they are divided by. */
const BARE: ReadonlySet<Measure> = new Set<Measure>(['score-sum', 'rating-sum', 'survey-answers']);
/** Where neither the rows' order by size nor a sum helps: these are read along their own scale. */
const ORDERED: ReadonlySet<Dimension> = new Set<Dimension>(['age', 'wait', 'hour', 'score', 'contacts']);
const COLUMNS = 3;
/** Measures without a KPI that belong to another question than the rest of their kind. */
const OTHER: Readonly<Partial<Record<Measure, number>>> = { 'people-contacted': 5, voters: 2, participants: 2 };
/** Where no KPI of its family has the measure: what that kind of account is mostly about. */
const USUAL = { social: 1, web: 5, ads: 6, register: 4 } as const;

/**
 * The tables of a report, or of one of its accounts, and what can't be shown at all. Two dimensions at once are shown only where the account gives
 * neither alone.
 */
export function breakdowns(report: Report, account?: string): { tables: Breakdown[]; hidden: Parts[] } {
  const own = report.parts.filter((one) => (account === undefined || one.account === account) && !BARE.has(one.measure));
  const some = own.filter(({ rows }) => rows.some(({ value }) => value !== null));
  const alone = new Set(
    some.flatMap(({ account: of, measure, by }) => (by.length === 1 ? [`${of} ${measure} ${by[0] ?? ''}`] : [])),
  );
  const shown = some.filter(
    (one) => one.by.length === 1 || !one.by.some((by) => alone.has(`${one.account} ${one.measure} ${by}`)),
  );
  const tables = Map.groupBy(shown, ({ account: of, by, snapshot }) => JSON.stringify([of, by, snapshot]));
  return {
    // All citizens in the one province tells nothing; the one campaign that ran does.
    tables: [...tables.values()].map(tableOf).filter(({ by, rows }) => rows.length > 1 || !by.every((one) => PERSONAL.has(one))),
    hidden: own.filter(({ by, rows }) => by.length === 1 && rows.every(({ reason }) => reason === 'suppressed')),
  };
}

function tableOf(parts: readonly Parts[]): Breakdown {
  const sorted = parts.toSorted((a, b) => rank(a.measure) - rank(b.measure));
  const columns = sorted.slice(0, COLUMNS);
  const lead = columns[0] as Parts;
  const keys = new Map<string, Row['dimensions']>();
  for (const { rows } of columns) for (const { dimensions } of rows) keys.set(keyOf(dimensions), dimensions);
  const rows = [...keys].map(([key, dimensions]) => ({
    dimensions,
    cells: columns.map((column) => column.rows.find((row) => keyOf(row.dimensions) === key)),
  }));
  const scale = lead.by.length === 1 && lead.by[0] !== undefined && ORDERED.has(lead.by[0]) ? lead.by[0] : undefined;
  if (scale) rows.sort((a, b) => place(a.dimensions[scale]) - place(b.dimensions[scale]));
  return { account: lead.account, by: lead.by, question: questionOf(lead), columns, left: sorted.length - columns.length, rows };
}

function rank(measure: Measure): number {
  const at = FIRST.indexOf(measure);
  return at === -1 ? FIRST.length : at;
}

/** Which question a breakdown belongs to: that of the first KPI of such accounts which is made from its measure. */
export function questionOf({ family, measure }: Parts): number {
  const kpi = kpis.find((one) => one.families.includes(family) && one.measures.includes(measure));
  return kpi?.question ?? OTHER[measure] ?? USUAL[family];
}

/** Along its own scale: a waiting time by its bin, all else by its first number; what has none ("not stated") last. */
function place(value = ''): number {
  const bin = WAITS.findIndex(({ id }) => id === value);
  return bin === -1 ? Number(/\d+/.exec(value)?.[0] ?? Infinity) : bin;
}

function keyOf(dimensions: Row['dimensions']): string {
  return JSON.stringify(Object.entries(dimensions).sort());
}
