import { kpi as kpiOf, kpis } from '#kpis/index.ts';
import { addDays, eachDay, type Day } from '#model/day.ts';
import type { Cause, Edition, Revision } from '#model/edition.ts';
import type { Value } from '#model/observation.ts';
import type { Post } from '#model/post.ts';
import type { Span } from '#model/run.ts';
import type { KpiFigure, TargetState } from '#model/kpi-figure.ts';
import type { Collected } from './input.ts';

/** What editions are made of: a period's report, or a campaign's result under the campaign's id. */
export interface Publishable {
  readonly agency: string;
  readonly period: string;
  readonly status: 'provisional' | 'final';
  readonly asOf: Day;
  readonly figures: KpiFigure[];
  readonly targets: readonly TargetState[];
}

/** A published figure that changes though nothing in the data says why; `outcome`: what became of its target changes, and not the figure. */
export interface Unexplained {
  readonly kpi: string;
  readonly scope: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly outcome?: string;
}

/** What is published anew: an edition where there is none or a figure changed, with a line for each changed figure. */
export interface Publication {
  readonly edition: Omit<Edition, '$schema' | 'before'>;
  /** Must be empty, or explained by a person, before the edition may be written. */
  readonly unexplained: readonly Unexplained[];
}

/**
 * Undefined where the period is not settled, or its newest edition still holds. `reason` is what staff say of changes that nothing in the
 * data explains.
 */
export function publish(
  draft: Publishable,
  newest: Edition | undefined,
  collected: Collected,
  reason?: string,
): Publication | undefined {
  if (draft.status === 'provisional') return undefined;
  const edition = {
    agency: draft.agency,
    period: draft.period,
    edition: (newest?.edition ?? 0) + 1,
    published: draft.asOf,
    figures: draft.figures,
    targets: draft.targets.map(stated),
    revisions: [],
  };
  if (!newest) return { edition, unexplained: [] };
  const unexplained: Unexplained[] = [];
  const revisions = changes(newest, draft).map(([before, now]): Edition['revisions'][number] => {
    const { kpi, scope } = now ?? before;
    const change = { kpi, scope, from: before.value, to: now?.value ?? null };
    const found = why(before, now, { published: newest.published, asOf: draft.asOf }, collected);
    if (!found && reason === undefined) unexplained.push(change);
    return { ...change, ...(found ?? { cause: 'explained by staff', reason: reason ?? '' }) };
  });
  revisions.push(...retargeted(newest.targets, edition.targets));
  const moved = new Set(revisions.map(keyOfFigure));
  for (const { outcome, value, ...one } of judgedAnew(newest.targets, draft.targets)) {
    if (moved.has(keyOfFigure(one))) continue;
    const change = { ...one, from: value, to: value };
    if (reason === undefined) unexplained.push({ ...change, outcome });
    revisions.push({ ...change, cause: 'explained by staff', reason: `${outcome}. ${reason ?? ''}` });
  }
  return revisions.length > 0 ? { edition: { ...edition, revisions }, unexplained } : undefined;
}

/** The revisions that editions tell of, oldest first: the lines of `revisions.csv`, which can always be made again. */
export function revisionsOf(editions: readonly Edition[]): Revision[] {
  return editions
    .flatMap(({ period, edition, published, revisions }) =>
      revisions.map((one) => ({ ...one, period, edition, seen: published })),
    )
    .sort((a, b) => order(keyOf(a), keyOf(b)));
}

/** A target as an edition keeps it. */
function stated({ kpi, scope, direction, target, near, baseline, basis, status }: TargetState): Edition['targets'][number] {
  return { kpi, scope, direction, target, near, ...(baseline ? { baseline } : {}), basis, status };
}

type Stated = Edition['targets'][number];

/** Targets by KPI, scope and direction, as published and as they stand now. */
function paired(before: Edition['targets'], now: Edition['targets']): [Stated | undefined, Stated | undefined][] {
  const key = (one: Stated) => `${one.kpi} ${one.scope} ${one.direction}`;
  const [was, is] = [before, now].map((list) => new Map(list.map((one) => [key(one), one]))) as [
    Map<string, Stated>,
    Map<string, Stated>,
  ];
  return [...new Set([...was.keys(), ...is.keys()])].map((name) => [was.get(name), is.get(name)]);
}

/** Targets that were set, moved or given up after the period was published; what else of them was changed, the reason names. */
function retargeted(before: Edition['targets'], now: Edition['targets']): Edition['revisions'] {
  return paired(before, now).flatMap(([was, is]) => {
    const { kpi, scope, basis } = is ?? (was as Stated);
    const [from, to] = [was?.target ?? null, is?.target ?? null];
    const beside = was && is ? besides(was, is) : [];
    if (from === to && beside.length === 0) return [];
    const reason = [...beside, basis['en'] ?? basis['id'] ?? ''].join('; ');
    return [{ kpi, scope, from, to, cause: 'target changed' as const, reason }];
  });
}

/** What was changed of a target beside its value, each as "near 0.05 -> 0.1". Editions of before 23 November 2026 keep neither. */
function besides(was: Stated, is: Stated): string[] {
  if (was.near === undefined) return [];
  const start = ({ baseline }: Stated) => (baseline ? `${baseline.value} (${baseline.period})` : 'none');
  return [
    ['near', String(was.near), String(is.near)],
    ['baseline', start(was), start(is)],
  ].flatMap(([field, from, to]) => (from === to ? [] : [`${field} ${from} -> ${to}`]));
}

/** Targets that stand as they were published, of which something else is said now. Those of how good the data are move with the data. */
function judgedAnew(before: Edition['targets'], now: readonly TargetState[]) {
  return paired(before, now.map(stated)).flatMap(([was, is]) => {
    if (!was?.status || !is || was.status === is.status || !isRevisable(is.kpi)) return [];
    const value = now.find((one) => one.kpi === is.kpi && one.scope === is.scope)?.value ?? null;
    return [{ kpi: is.kpi, scope: is.scope, value, outcome: `target ${was.status} -> ${is.status}` }];
  });
}

/** How the targets of an edition differ from those that the data and agency.json give now, each in words; empty where they are the same. */
export function targetsMoved({ targets }: Pick<Edition, 'targets'>, now: readonly TargetState[]): string[] {
  return [
    ...retargeted(targets, now.map(stated)).map((one) => `${one.kpi} of ${one.scope}: ${one.from} -> ${one.to} (${one.reason})`),
    ...judgedAnew(targets, now).map((one) => `${one.kpi} of ${one.scope}: ${one.outcome}`),
  ];
}

function keyOfFigure({ kpi, scope }: { readonly kpi: string; readonly scope: string }): string {
  return `${kpi} ${scope}`;
}

function keyOf({ seen, period, edition, kpi, scope }: Revision): string {
  return [seen, period, String(edition).padStart(4, '0'), kpi, scope].join(' ');
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Figures whose value is another now, or that are gone. A figure of a KPI or account that is new since is no revision. */
function changes(newest: Edition, draft: Pick<Publishable, 'figures'>): [KpiFigure, KpiFigure | undefined][] {
  const now = new Map(draft.figures.map((figure) => [`${figure.kpi} ${figure.scope}`, figure]));
  return newest.figures
    .filter(({ kpi }) => isRevisable(kpi))
    .map((before): [KpiFigure, KpiFigure | undefined] => [before, now.get(`${before.kpi} ${before.scope}`)])
    .filter(([before, figure]) => before.value !== (figure?.value ?? null));
}

const OF_DATA = new Set(kpis.filter(({ question }) => question === 7).map(({ id }) => id));

/** How whole and fresh the data are moves with each that comes: an edition says it as it was then, and a change of it is no revision. */
export function isRevisable(kpi: string): boolean {
  return !OF_DATA.has(kpi);
}

function why(
  before: KpiFigure,
  now: KpiFigure | undefined,
  { published, asOf }: Readonly<Record<'published' | 'asOf', Day>>,
  collected: Collected,
): { cause: Cause; reason: string } | undefined {
  if (!now || now.method !== before.method) return { cause: 'method changed', reason: now ? '' : 'no longer computed' };
  if (kpiOf(now.kpi).needs === 'opinion') return labelled(before, now, collected);
  const accounts = new Set([...before.over, ...now.over, ...now.grounds.map(({ account }) => account)]);
  const brought = broughtSince(accounts, before, { published, asOf }, collected);
  const replaced = brought.filter(({ was }) => was !== undefined);
  const files = new Set(replaced.flatMap(({ file }) => file ?? []));
  const stated = collected.runs
    .flatMap((run) => run.accounts)
    .filter(({ file, reason }) => file !== undefined && files.has(file) && reason !== undefined);
  const reason = stated.at(-1)?.reason;
  if (reason !== undefined) return { cause: 'file corrected', reason };
  if (replaced.length > 0) return { cause: 'source restated', reason: '' };
  const isLate = brought.length > 0 || readSince(accounts, before, published, collected);
  return isLate ? { cause: 'arrived late', reason: '' } : undefined;
}

/**
 * What comments say is counted once, and never anew: it changes where they were counted late, or where staff have labelled a sample since. The
 * samples of the figure's months are then named with their days, whenever they were handed in.
 */
function labelled(before: KpiFigure, now: KpiFigure, { opinions = [] }: Collected): { cause: Cause; reason: string } | undefined {
  if (before.value === null) return { cause: 'arrived late', reason: '' };
  if (now.value === null || now.uncorrected || before.n === now.n) return undefined;
  const { from, to } = now.window;
  const sittings = opinions
    .filter(({ month }) => from.slice(0, 7) <= month && month <= to.slice(0, 7))
    .flatMap(({ month, sittings: drawn }) => drawn.map(({ on }) => `${month} (${on})`));
  return { cause: 'labelled', reason: [...new Set(sittings)].join(', ') };
}

/**
 * What runs and imports brought since the edition before, of these accounts and within the figure's days; `was` where it replaced a settled
 * one. What bears the day of publication can have come after it only while that day is the newest: the last posts of a period bear it too.
 */
function broughtSince(
  accounts: ReadonlySet<string>,
  { window }: KpiFigure,
  { published, asOf }: Readonly<Record<'published' | 'asOf', Day>>,
  { series, posts }: Collected,
): (Value | Post)[] {
  // Growth begins with the followers of the day before.
  const from = addDays(window.from, -1);
  const fresh = (day: Day, observed: Day) => (observed > published || observed === asOf) && from <= day && day <= window.to;
  return [...accounts].flatMap((account) => [
    ...(series.get(account) ?? []).flatMap((one) => one.values.filter((value) => fresh(value.day, value.observed))),
    ...(posts.get(account) ?? []).filter((post) => fresh(post.day, post.observed)),
  ]);
}

/** Whether runs since the edition before read posts of days that nobody had read until then: that there were none is news too. */
function readSince(accounts: ReadonlySet<string>, { window }: KpiFigure, published: Day, { runs }: Collected): boolean {
  return [...accounts].some((account) => {
    const read = (isSince: boolean) =>
      runs
        .filter(({ day }) => day > published === isSince)
        .flatMap((run) => [...run.accounts, ...(run.peers ?? [])])
        .flatMap((one) => (one.account === account && one.posts ? [one.posts] : []));
    const [before, since] = [read(false), read(true)];
    return eachDay(window.from, window.to).some((day) => {
      const has = ({ from, to }: Span) => from <= day && day <= to;
      return since.some(has) && !before.some(has);
    });
  });
}
