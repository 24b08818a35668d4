import type { Day } from '#model/day.ts';
import type { Cause, Edition, Revision } from '#model/edition.ts';
import type { KpiFigure } from '#model/report.ts';
import type { Collected } from './input.ts';
import type { Draft } from './report.ts';

/** What is published anew: an edition where there is none or a figure changed, with a line for each changed figure. */
export interface Publication {
  readonly edition: Omit<Edition, '$schema' | 'before'>;
  readonly revisions: readonly Revision[];
}

/** Undefined where the period is not settled, or its newest edition still holds. */
export function publish(draft: Draft, newest: Edition | undefined, collected: Collected): Publication | undefined {
  if (draft.status === 'provisional') return undefined;
  const edition = {
    agency: draft.agency,
    period: draft.period,
    edition: (newest?.edition ?? 0) + 1,
    published: draft.asOf,
    figures: draft.figures,
  };
  if (!newest) return { edition, revisions: [] };
  const revisions = changes(newest, draft).map(([before, now]): Revision => {
    const figure = now ?? before;
    return {
      period: draft.period,
      edition: edition.edition,
      kpi: figure.kpi,
      scope: figure.scope,
      from: before.value,
      to: now?.value ?? null,
      seen: draft.asOf,
      ...why(before, now, newest.published, collected),
    };
  });
  return revisions.length > 0 ? { edition, revisions } : undefined;
}

/** Figures whose value is another now, or that are gone. A figure of a KPI or account that is new since is no revision. */
function changes(newest: Edition, draft: Draft): [KpiFigure, KpiFigure | undefined][] {
  const now = new Map(draft.figures.map((figure) => [`${figure.kpi} ${figure.scope}`, figure]));
  return newest.figures
    .map((before): [KpiFigure, KpiFigure | undefined] => [before, now.get(`${before.kpi} ${before.scope}`)])
    .filter(([before, figure]) => before.value !== (figure?.value ?? null));
}

function why(
  before: KpiFigure,
  now: KpiFigure | undefined,
  published: Day,
  collected: Collected,
): { cause: Cause; reason: string } {
  if (!now || now.method !== before.method) return { cause: 'method changed', reason: now ? '' : 'no longer computed' };
  const touched = new Set([...before.over, ...now.over]);
  const files = collected.runs
    .filter((run) => run.day >= published)
    .flatMap((run) => run.accounts)
    .filter((result) => touched.has(result.account) && result.reason !== undefined);
  const stated = files.at(-1)?.reason;
  if (stated !== undefined) return { cause: 'file corrected', reason: stated };
  if (before.over.length < now.over.length || before.value === null) return { cause: 'arrived late', reason: '' };
  return { cause: restated(touched, before, published, collected) ? 'source restated' : 'unknown', reason: '' };
}

/** Whether a source replaced a settled figure of these accounts within the figure's days since the edition before. */
function restated(accounts: ReadonlySet<string>, figure: KpiFigure, published: Day, collected: Collected): boolean {
  return [...accounts].some((account) => {
    const series = collected.series.get(account) ?? [];
    const posts = collected.posts.get(account) ?? [];
    const within = (day: Day) => figure.window.from <= day && day <= figure.window.to;
    return (
      series.some((one) => one.values.some((value) => value.was && value.observed >= published && within(value.day))) ||
      posts.some((post) => post.was && post.observed >= published && within(post.day))
    );
  });
}
