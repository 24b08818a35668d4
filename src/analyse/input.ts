import type { Account, Agency } from '#model/agency.ts';
import type { Campaign } from '#model/campaign.ts';
import { addDays, eachDay, type Day } from '#model/day.ts';
import { known, missing, type Figure, type Reason } from '#model/figure.ts';
import type { Measure } from '#model/measure.ts';
import type { Series, Value, Window } from '#model/observation.ts';
import type { OpinionMonth } from '#model/opinion.ts';
import type { Post } from '#model/post.ts';
import type { Ground } from '#model/kpi-figure.ts';
import type { Gap, Run, Span } from '#model/run.ts';
import type { Declaration } from '#model/source.ts';
import type { Topic } from '#model/topic.ts';
import { isDue, monthEnds } from './due.ts';

/** Everything that was collected of one agency, as read from its data files. */
export interface Collected {
  readonly agency: Agency;
  readonly declarations: readonly Declaration[];
  readonly series: ReadonlyMap<string, readonly Series[]>;
  readonly posts: ReadonlyMap<string, readonly Post[]>;
  readonly runs: readonly Run[];
  readonly campaigns: readonly Campaign[];
  /** What was counted of comments, month by month; left out where none are read. */
  readonly opinions?: readonly OpinionMonth[];
  /** What staff follow through comments. */
  readonly topics?: readonly Topic[];
}

/** One stored value with the series it came in. */
export interface Observed {
  readonly value: Value;
  readonly ground: Ground;
  /** Whether it was last read before it had settled. */
  readonly early: boolean;
}

/** One part of a measure, day by day. */
export interface Broken {
  readonly dimensions: Series['dimensions'];
  readonly unit?: string | undefined;
  readonly ground: Ground;
  readonly values: ReadonlyMap<Day, Value>;
}

/** One account's figures, ready to be asked by measure, window and day. */
export interface Ledger {
  readonly account: Account;
  readonly zone: string;
  readonly budgets: NonNullable<Agency['budgets']>;
  /** Of public accounts of other bodies on the same platform; a peer has none. */
  readonly peers: readonly Ledger[];
  readonly declaration: Declaration;
  /** Of any source: an account may have come in another way before. */
  readonly declared: (source: string) => Declaration | undefined;
  readonly posts: readonly Post[];
  /** Day of the newest run of the agency. */
  readonly asOf: Day;
  /** Days whose posts were read. */
  readonly read: ReadonlySet<Day>;
  readonly runs: readonly { readonly day: Day; readonly result: Run['accounts'][number] }[];
  /** What runs recorded as missing, by measure (null: the posts, or everything), the newest run's first. */
  readonly gaps: ReadonlyMap<Measure | null, readonly Gap[]>;
  at(measure: Measure, window: Window, day: Day): Observed | undefined;
  /** The parts of a measure, those of all its breakdowns. */
  broken(measure: Measure, window: Window): readonly Broken[];
}

/** Indexes what was collected, once for all periods. Accounts whose source is not declared are left out: `check` names them. */
export function ledgers(collected: Collected): Ledger[] {
  const { accounts, peers = [] } = collected.agency;
  const declarationOf = ({ source }: Account) => collected.declarations.find((one) => one.id === source);
  const peered = peers.flatMap((account) => {
    const declaration = declarationOf(account);
    return declaration ? [ledger(collected, account, declaration, [])] : [];
  });
  return accounts.flatMap((account) => {
    const declaration = declarationOf(account);
    return declaration
      ? [
          ledger(
            collected,
            account,
            declaration,
            peered.filter((peer) => peer.account.platform === account.platform),
          ),
        ]
      : [];
  });
}

function ledger(collected: Collected, account: Account, declaration: Declaration, peers: readonly Ledger[]): Ledger {
  const values = new Map<Measure, Map<Window, Map<Day, Observed>>>();
  const parts = new Map<string, Broken[]>();
  for (const series of collected.series.get(account.id) ?? []) {
    const ground = { account: account.id, source: series.source, metric: series.metric, api: series.api };
    if (Object.keys(series.dimensions).length > 0) {
      const key = `${series.measure} ${series.window}`;
      const byDay = new Map(series.values.map((value) => [value.day, value]));
      const part = { dimensions: series.dimensions, unit: series.unit, ground, values: byDay };
      parts.set(key, [...(parts.get(key) ?? []), part]);
      continue;
    }
    const settles = settlesOf(collected.declarations.find((one) => one.id === series.source) ?? declaration, series);
    const byWindow = values.get(series.measure) ?? new Map<Window, Map<Day, Observed>>();
    const byDay = byWindow.get(series.window) ?? new Map<Day, Observed>();
    for (const value of series.values) {
      const early = settles > 0 && value.observed < addDays(value.day, settles);
      byDay.set(value.day, { value, ground, early });
    }
    values.set(series.measure, byWindow.set(series.window, byDay));
  }
  const runs = collected.runs.flatMap((run) =>
    [...run.accounts, ...(run.peers ?? [])]
      .filter((result) => result.account === account.id)
      .map((result) => ({ day: run.day, result })),
  );
  // Of a file that the office has never handed in nothing is expected: what the source lacks then, its `lacks` say.
  const seen = new Set((collected.series.get(account.id) ?? []).map((series) => series.measure));
  const gives = [
    ...declaration.gives.filter((given) => !given.optional || seen.has(given.measure)),
    ...heardOf(collected.series.get(account.id) ?? []),
  ];
  return {
    account,
    zone: collected.agency.zone,
    budgets: (collected.agency.budgets ?? []).filter((budget) => budget.account === account.id),
    peers,
    declaration: { ...declaration, gives },
    declared: (source) => collected.declarations.find((one) => one.id === source),
    posts: collected.posts.get(account.id) ?? [],
    asOf: collected.runs.at(-1)?.day ?? account.since,
    read: new Set(runs.flatMap(({ result }) => (result.posts ? eachDay(result.posts.from, result.posts.to) : []))),
    runs,
    gaps: Map.groupBy(
      runs.toReversed().flatMap(({ result }) => result.gaps),
      ({ measure = null }) => measure,
    ),
    at: (measure, window, day) => values.get(measure)?.get(window)?.get(day),
    broken: (measure, window) => parts.get(`${measure} ${window}`) ?? [],
  };
}

/** Comments that were counted one by one by the month of writing: no declaration has them, since an account asks for them itself. */
function heardOf(series: readonly Series[]): Declaration['gives'] {
  const found = series.find(
    (one) => one.measure === 'comments' && one.window === 'month' && Object.keys(one.dimensions).length === 0,
  );
  return found ? [{ measure: 'comments', level: 'account', window: 'month', metric: found.metric, snapshot: false }] : [];
}

/** For how long a figure is corrected. A state is as it was when it was seen; so is what a register counts that does not go on growing. */
function settlesOf({ gives, family, settles }: Declaration, { measure, window, metric }: Series): number {
  const own = gives.filter((one) => one.level === 'account' && one.measure === measure && one.window === window && isWhole(one));
  const given = own.find((one) => one.metric === metric) ?? own[0];
  return given?.snapshot || (family === 'register' && !given?.grows) ? 0 : settles;
}

/** Whether a post was last read before the age at which its figures are final; stories are gone by then, and no figure counts them. */
export function isEarly({ declaration, declared }: Ledger, post: Post): boolean {
  const { freezes } = declared(post.source) ?? declaration;
  return post.type !== 'story' && post.observed < addDays(post.day, freezes);
}

/** Whether the source gives a daily account measure on that day. */
export function givesOn({ declaration }: Ledger, measure: Measure, day: Day, window: Window = 'day'): boolean {
  return wholes(declaration, window, measure).some((given) => (given.since ?? day) <= day && (given.until ?? day) >= day);
}

/** What a source gives of a measure as a whole, for each day or for longer. */
function wholes(declaration: Declaration, window: Window, measure: Measure): Declaration['gives'] {
  let known = given.get(declaration);
  if (!known) {
    const whole = declaration.gives.filter((one) => one.level === 'account' && isWhole(one));
    given.set(declaration, (known = Map.groupBy(whole, (one) => `${one.window} ${one.measure}`)));
  }
  return known.get(`${window} ${measure}`) ?? [];
}

/** Each measure is asked for on each day of each period. */
const given = new WeakMap<Declaration, Map<string, Declaration['gives']>>();

/** Whether a month's figure goes on growing until it settles, as the source declares it. */
export function growsOn({ declaration }: Ledger, measure: Measure, day: Day): boolean {
  return wholes(declaration, 'month', measure).some(
    (one) => one.grows === true && (one.since ?? day) <= day && (one.until ?? day) >= day,
  );
}

function isWhole({ dimensions = [] }: Declaration['gives'][number]): boolean {
  return dimensions.length === 0;
}

/** Daily account measures that the source gives at some time. */
export function dailyMeasures(ledger: Ledger): Measure[] {
  return measuresBy(ledger, 'day');
}

/** Account measures that the source gives once a month. */
export function monthlyMeasures(ledger: Ledger): Measure[] {
  return measuresBy(ledger, 'month');
}

function measuresBy({ declaration }: Ledger, window: Window): Measure[] {
  const given = declaration.gives.filter((one) => one.level === 'account' && one.window === window && isWhole(one));
  return [...new Set(given.map(({ measure }) => measure))];
}

/** Whether the source gives posts at all: a register has none. */
export function givesPosts({ declaration }: Ledger): boolean {
  return declaration.gives.some(({ level }) => level === 'post');
}

/** Why a measure is not there at all: as the source declares it, or because it is withdrawn or not yet begun. */
export function whyNot(ledger: Ledger, measure: Measure, span: Span): Reason {
  const given = ledger.declaration.gives.filter((one) => one.measure === measure && one.level === 'account' && isWhole(one));
  if (given.length > 0 && given.every((one) => one.until !== undefined && one.until < span.from)) return 'withdrawn';
  if (given.some((one) => one.since !== undefined && one.since > span.to)) return 'not-begun';
  const lacking = ledger.declaration.lacks.find((one) => one.measure === measure && one.level === 'account');
  return lacking?.reason ?? 'not-offered';
}

/** A day's figure, or why it is missing: what the run recorded, else that nothing was collected or imported. */
export function figureOn(ledger: Ledger, measure: Measure, day: Day, window: Window = 'day'): Figure {
  const observed = ledger.at(measure, window, day);
  if (observed) {
    return observed.value.value === null ? missing(observed.value.reason ?? 'empty') : known(observed.value.value);
  }
  if (!isExpected(ledger, measure, day, window)) return missing('not-due');
  const gap = gapOn(ledger, measure, day);
  return missing(gap?.reason ?? (ledger.declaration.kind === 'export' ? 'not-imported' : 'not-collected'));
}

/** Whether a figure that is not there should be: see `isDue`. */
function isExpected(ledger: Ledger, measure: Measure, day: Day, window: Window): boolean {
  return isDue(
    ledger,
    day,
    (from, to) => window === 'month' && monthEnds({ from, to }).some((end) => ledger.at(measure, window, end)),
  );
}

/** The newest gap that a run recorded for a measure (or the posts: null) on a day. */
export function gapOn(ledger: Ledger, measure: Measure | null, day: Day): Gap | undefined {
  return ledger.gaps.get(measure)?.find((one) => one.from <= day && day <= one.to);
}

/** The sum of the actions that the platform counts as engagement; known only where every one that the post carries is. */
export function engagementsOf(post: Post, ledger: Ledger): Figure {
  const figures = (ledger.declared(post.source) ?? ledger.declaration).engagement.flatMap(
    (measure) => post.figures[measure] ?? [],
  );
  const have = figures.flatMap((figure) => (figure.value === null ? [] : [figure.value]));
  if (have.length < figures.length || have.length === 0) {
    const lost = figures.find((figure) => figure.value === null);
    return missing(lost?.reason ?? 'empty');
  }
  return known(have.reduce((total, value) => total + value, 0));
}

/** A stretch of days that looks back no further than to the day on which reporting began. */
export function sinceBegun({ from, to }: Span, accounts: readonly Ledger[]): Span {
  const begun = accounts.map(({ account }) => account.since).sort()[0];
  return { from: begun !== undefined && begun > from ? begun : from, to };
}
