import { kpis } from '#kpis/index.ts';
import type { Day } from '#model/day.ts';
import type { Cause, Edition, Revision } from '#model/edition.ts';
import type { Value } from '#model/observation.ts';
import type { Post } from '#model/post.ts';
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

/** A published figure that changes though nothing in the data says why. */
export interface Unexplained {
  readonly kpi: string;
  readonly scope: string;
  readonly from: number | null;
  readonly to: number | null;
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
    targets: draft.targets.map(({ kpi, scope, direction, target, basis }) => ({ kpi, scope, direction, target, basis })),
    revisions: [],
  };
  if (!newest) return { edition, unexplained: [] };
  const unexplained: Unexplained[] = [];
  const revisions = changes(newest, draft).map(([before, now]): Edition['revisions'][number] => {
    const { kpi, scope } = now ?? before;
    const change = { kpi, scope, from: before.value, to: now?.value ?? null };
    const found = why(before, now, newest.published, collected);
    if (!found && reason === undefined) unexplained.push(change);
    return { ...change, ...(found ?? { cause: 'explained by staff', reason: reason ?? '' }) };
  });
  revisions.push(...retargeted(newest.targets, edition.targets));
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

/** Targets that were set, moved or given up after the period was published. */
function retargeted(before: Edition['targets'], now: Edition['targets']): Edition['revisions'] {
  const key = (one: Edition['targets'][number]) => `${one.kpi} ${one.scope} ${one.direction}`;
  const all = new Map([...before, ...now].map((one) => [key(one), one]));
  return [...all].flatMap(([name, { kpi, scope, basis }]) => {
    const [from, to] = [before, now].map((list) => list.find((one) => key(one) === name)?.target ?? null);
    if (from === undefined || to === undefined || from === to) return [];
    return [{ kpi, scope, from, to, cause: 'target changed' as const, reason: basis['en'] ?? basis['id'] ?? '' }];
  });
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
  published: Day,
  collected: Collected,
): { cause: Cause; reason: string } | undefined {
  if (!now || now.method !== before.method) return { cause: 'method changed', reason: now ? '' : 'no longer computed' };
  const brought = broughtSince(new Set([...before.over, ...now.over]), before, published, collected);
  const replaced = brought.filter(({ was }) => was !== undefined);
  const files = new Set(replaced.flatMap(({ file }) => file ?? []));
  const stated = collected.runs
    .flatMap((run) => run.accounts)
    .filter(({ file, reason }) => file !== undefined && files.has(file) && reason !== undefined);
  const reason = stated.at(-1)?.reason;
  if (reason !== undefined) return { cause: 'file corrected', reason };
  if (replaced.length > 0) return { cause: 'source restated', reason: '' };
  const late = brought.length > 0 || before.value === null || before.over.length < now.over.length;
  return late ? { cause: 'arrived late', reason: '' } : undefined;
}

/** What runs and imports brought since the edition before, of these accounts and within the figure's days; `was` where it replaced a settled one. */
function broughtSince(
  accounts: ReadonlySet<string>,
  { window }: KpiFigure,
  published: Day,
  { series, posts }: Collected,
): (Value | Post)[] {
  const fresh = (day: Day, observed: Day) => observed >= published && window.from <= day && day <= window.to;
  return [...accounts].flatMap((account) => [
    ...(series.get(account) ?? []).flatMap((one) => one.values.filter((value) => fresh(value.day, value.observed))),
    ...(posts.get(account) ?? []).filter((post) => fresh(post.day, post.observed)),
  ]);
}
