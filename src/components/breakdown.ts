import { PERSONAL, type Dimension } from '#model/dimension.ts';
import type { Measure } from '#model/measure.ts';
import type { PartFigures, Parts } from '#model/parts.ts';
import type { Report } from '#model/report.ts';
import { kpi, kpis } from '#kpis/index.ts';
import { WAITS } from '#model/wait.ts';

type Row = Parts['rows'][number];
type Rate = PartFigures['rows'][number];

/** One table: an account's figures by the same dimensions, one measure a column, and the rates that are made of them. */
export interface Breakdown {
  readonly account: string;
  readonly by: readonly Dimension[];
  readonly question: number;
  readonly columns: readonly Parts[];
  readonly rates: readonly PartFigures[];
  /** Measures that found no room. */
  readonly left: number;
  readonly rows: readonly {
    readonly dimensions: Row['dimensions'];
    readonly cells: readonly (Row | undefined)[];
    readonly rates: readonly (Rate | undefined)[];
  }[];
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
  'requests-decided',
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
const ORDERED: ReadonlySet<Dimension> = new Set<Dimension>(['age', 'wait', 'working-wait', 'hour', 'score', 'contacts']);
const COLUMNS = 3;
/** Counts and rates together: of the counts, as many as then find room, but one. */
const WIDE = 6;
/** Groups of people that an office can tell apart: who was reached, and who responded. */
const GROUPS: ReadonlySet<Dimension> = new Set<Dimension>([
  'age',
  'gender',
  'country',
  'province',
  'city',
  'interest',
  'segment',
]);
const RESULTS = 5;
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
    tables: [...tables.values()]
      .flatMap((same) => tablesOf(same, ratesOf(report, same)))
      .filter(({ by, rows }) => rows.length > 1 || !by.every((one) => PERSONAL.has(one))),
    hidden: own.filter(({ by, rows }) => by.length === 1 && rows.every(({ reason }) => reason === 'suppressed')),
  };
}

/** Whether a table says of groups of people how many were reached, and how many of them responded. */
export function isOfGroups({ question, by, rates }: Breakdown): boolean {
  return question === RESULTS && rates.length > 0 && by.every((one) => GROUPS.has(one));
}

/** The rates of the same account and dimensions of which anything is known. */
function ratesOf(report: Report, [first]: readonly Parts[]): PartFigures[] {
  const name = (by: readonly Dimension[] = []) => by.toSorted().join();
  return report.byPart.filter(
    ({ account, by, rows }) =>
      account === first?.account && !first.snapshot && name(by) === name(first.by) && rows.some(({ value }) => value !== null),
  );
}

/** The table of its leading measure; and one more for rates that answer another question, with the counts that they are made of. */
function tablesOf(parts: readonly Parts[], rates: readonly PartFigures[]): Breakdown[] {
  const sorted = parts.toSorted((a, b) => rank(a.measure) - rank(b.measure));
  const question: number = questionOf(sorted[0] as Parts);
  const byQuestion = Map.groupBy(rates, (one): number => kpi(one.kpi).question);
  const others = [...byQuestion].filter(([other]) => other !== question);
  return [
    tableOf(sorted, byQuestion.get(question) ?? [], question),
    ...others.map(([other, own]) => {
      const above = new Set(own.map((one) => kpi(one.kpi).byPart?.numerator));
      const below = new Set(own.map((one) => kpi(one.kpi).byPart?.denominator));
      const counts = [
        ...sorted.filter(({ measure }) => measure === 'reach' || above.has(measure)),
        ...sorted.filter(({ measure }) => below.has(measure) && !above.has(measure)),
      ];
      return { ...tableOf(counts, own, other), left: 0 };
    }),
  ];
}

/** The counts that find room beside the rates; a rate that goes by the name of its count takes its place. */
function columnsOf(sorted: readonly Parts[], rates: readonly PartFigures[]): Parts[] {
  const named = new Set<string>(rates.map((one) => one.kpi));
  const counts = sorted.filter(({ measure }, index) => index === 0 || !named.has(measure));
  return counts.slice(0, Math.max(1, Math.min(COLUMNS, WIDE - rates.length)));
}

function tableOf(sorted: readonly Parts[], rates: readonly PartFigures[], question: number): Breakdown {
  const columns = columnsOf(sorted, rates);
  const lead = columns[0] as Parts;
  const keys = new Map<string, Row['dimensions']>();
  for (const { rows } of columns) for (const { dimensions } of rows) keys.set(keyOf(dimensions), dimensions);
  const rows = [...keys].map(([key, dimensions]) => ({
    dimensions,
    cells: columns.map((column) => column.rows.find((row) => keyOf(row.dimensions) === key)),
    rates: rates.map((rate) => rate.rows.find((row) => keyOf(row.dimensions) === key)),
  }));
  const scale = lead.by.length === 1 && lead.by[0] !== undefined && ORDERED.has(lead.by[0]) ? lead.by[0] : undefined;
  if (scale) rows.sort((a, b) => place(a.dimensions[scale]) - place(b.dimensions[scale]));
  return { account: lead.account, by: lead.by, question, columns, rates, left: sorted.length - columns.length, rows };
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
