import type { Agency } from '#model/agency.ts';
import type { Reason } from '#model/figure.ts';
import type { Comparison, Ground, KpiFigure, Unit } from '#model/kpi-figure.ts';
import type { Report } from '#model/report.ts';
import type { History } from '#model/series.ts';
import type { Declaration } from '#model/source.ts';
import type { Cache } from './render.ts';
import type { Words } from './words.ts';

/** What every chart of a page is made from. */
export interface Context {
  readonly agency: Agency;
  readonly declarations: readonly Declaration[];
  readonly words: Words;
  /** Names of the topics and policies that staff follow, by id. */
  readonly topics?: ReadonlyMap<string, string>;
  readonly cache?: Cache;
}

/** A report with the accounts that a page speaks of, and `"agency"` or the one account as its scope. */
export interface Page extends Context {
  readonly report: Report;
  readonly scope: string;
  readonly accounts: readonly { readonly id: string; readonly name: string }[];
}

/**
 * The page of a whole agency, or of one account. Accounts are those with a state in the report, in the agency's order. A profile is
 * called by its platform where the agency has one there, else by platform and name; a site or a register by its own name.
 */
export function pageOf(report: Report, context: Context, scope = 'agency'): Page {
  const { agency, declarations } = context;
  const platformOf = (source: string) => declarations.find(({ id }) => id === source)?.name;
  const own = agency.accounts.map(({ id, name, source }) => ({ id, name, platform: platformOf(source) }));
  const known = report.accounts.map(({ account }) => account);
  const gone = known
    .filter((id) => !own.some((account) => account.id === id))
    .map((id) => ({ id, name: id, platform: undefined }));
  const accounts = [...own, ...gone]
    .filter(({ id }) => known.includes(id) && (scope === 'agency' || id === scope))
    .map(({ id, name, platform }) => {
      const social = report.accounts.some(({ account, family }) => account === id && family === 'social');
      if (platform === undefined || !social) return { id, name };
      const single = own.filter((other) => other.platform === platform).length === 1;
      return { id, name: single ? platform : `${platform} · ${name}` };
    });
  return { ...context, report, scope, accounts };
}

export function figureOf(page: Page, kpi: string, scope: string = page.scope): KpiFigure | undefined {
  return page.report.figures.find((figure) => figure.kpi === kpi && figure.scope === scope);
}

export function comparisonOf(page: Page, kpi: string, scope: string = page.scope): Comparison | undefined {
  return page.report.comparisons.find((comparison) => comparison.kpi === kpi && comparison.scope === scope);
}

/** The page with those of its accounts that give one of some KPIs, now or before, or could: others have nothing to miss there. */
export function about(page: Page, kpis: readonly string[]): Page {
  const speaks = (account: string) =>
    [...page.report.figures, ...page.report.history].some(({ kpi, scope }) => scope === account && kpis.includes(kpi));
  return { ...page, accounts: page.accounts.filter(({ id }) => speaks(id)) };
}

/** The currency of one account's KPI; undefined where it is no money. */
export function currencyOf(page: Page, kpi: string, account: string): string | undefined {
  return figureOf(page, kpi, account)?.currency ?? page.agency.accounts.find(({ id }) => id === account)?.currency;
}

export function historyOf(page: Page, kpi: string, scope: string): History['points'] {
  return page.report.history.find((history) => history.kpi === kpi && history.scope === scope)?.points ?? [];
}

/** A reason as part of a sentence: no full stop, no capital. */
export function phrase(page: Page, reason: Reason): string {
  const text = page.words.reason(reason).replace(/\.$/, '');
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** The value in the page's language, or why there is none. */
export function cell(page: Page, value: number | null, unit: Unit, reason?: Reason, currency?: string): string {
  if (value === null) return reason ? phrase(page, reason) : page.words.t('charts.unknown');
  return amount(page, value, unit, currency);
}

/** Units that are words around a number. */
const SAID: ReadonlySet<Unit> = new Set<Unit>(['money', 'hours', 'working-hours', 'days-behind', 'score']);

/** A known value in the page's language. */
export function amount(page: Page, value: number, unit: Unit, currency?: string): string {
  if (SAID.has(unit)) return page.words.figure({ value, unit, currency });
  if (unit === 'ratio') return page.words.percent(value);
  return page.words.number(value, { digits: unit === 'per-post' || !Number.isInteger(value) ? 1 : 0 });
}

/** As short as fits into a picture. */
export function brief(page: Page, value: number, unit: Unit, currency?: string): string {
  return unit !== 'ratio' && Math.abs(value) >= 10_000 ? page.words.compact(value) : amount(page, value, unit, currency);
}

/**
 * "Facebook: page_media_view, page_follows (v26.0)", a line for each account and API. `drawn` adds the metrics of panels whose
 * account has no figure in this period; their API is the source's newest.
 */
export function sourcesOf(
  page: Page,
  grounds: readonly Ground[],
  drawn: readonly { readonly account: string; readonly metrics: readonly string[] }[] = [],
): string[] {
  const older = drawn.flatMap(({ account, metrics }) => {
    const source = page.report.accounts.find((state) => state.account === account)?.source ?? account;
    const api = page.declarations.find(({ id }) => id === source)?.api ?? '';
    const named = grounds.filter((ground) => ground.account === account).map(({ metric }) => metric);
    return [...new Set(metrics)].filter((metric) => !named.includes(metric)).map((metric) => ({ account, source, metric, api }));
  });
  const lines = new Map<string, Set<string>>();
  for (const { account, source, metric, api } of [...grounds, ...older]) {
    const who = page.accounts.find(({ id }) => id === account)?.name ?? source;
    const key = JSON.stringify([who, api]);
    lines.set(key, (lines.get(key) ?? new Set()).add(metric));
  }
  return [...lines].map(([key, metrics]) => {
    const [who, api] = JSON.parse(key) as [string, string];
    return `${who}: ${[...metrics].join(', ')}${api ? ` (${api})` : ''}`;
  });
}

/** What the chart speaks of: the account's name, or the agency's. */
export function scopeName(page: Page): string {
  return page.scope === 'agency'
    ? page.agency.short
    : (page.agency.accounts.find(({ id }) => id === page.scope)?.name ?? page.scope);
}
