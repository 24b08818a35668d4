import { kpis } from '#kpis/index.ts';
import { addDays, eachDay, type Day } from '#model/day.ts';
import { missing } from '#model/figure.ts';
import type { Measure } from '#model/measure.ts';
import { period, periodOf, periodsWithin, previous, type Period, type PeriodKind } from '#model/period.ts';
import type { KpiFigure, Scope } from '#model/kpi-figure.ts';
import type { NotedPost } from '#model/posting.ts';
import type { Report } from '#model/report.ts';
import type { DailySeries, History } from '#model/series.ts';
import { partsOf } from './breakdown.ts';
import { compare, type Earlier } from './compare.ts';
import { stateOf } from './coverage.ts';
import { factsOf } from './facts.ts';
import { figuresOf } from './figures.ts';
import { targetsOf } from './targets.ts';
import { engagementsOf, figureOn, givesOn, givesPosts, ledgers, type Collected, type Ledger } from './input.ts';

const KINDS: readonly PeriodKind[] = ['month', 'quarter', 'year'];
const HISTORY = 13;
const POSTS = 10;
/** Days that a person has for handing in the last export of a period. */
const GRACE = 7;
const CHARTED: readonly Measure[] = ['followers', 'reach', 'views', 'impressions'];

interface Done {
  readonly figures: KpiFigure[];
  readonly provisional: boolean;
  readonly begun: ReadonlySet<Scope>;
}

/** A report before it has editions. */
export type Draft = Omit<Report, 'edition' | '$schema'>;

/**
 * Every report that the collected data allow: each month that is over, and each quarter and year with such a month.
 * The same data always give the same reports. An agency that has collected nothing has none.
 */
export function reportsOf(collected: Collected): Draft[] {
  const asOf = collected.runs.at(-1)?.day;
  const accounts = ledgers(collected);
  const since = accounts.map((one) => one.account.since).sort()[0];
  if (asOf === undefined || since === undefined) return [];
  const through = addDays(periodOf(asOf, 'month').from, -1);
  if (through < since) return [];
  const wait = Math.max(...accounts.map(waitOf));
  return KINDS.flatMap((kind) => {
    const done = new Map<string, Done>();
    return periodsWithin(since, through, kind).map((one) => {
      const draft = reportOf(collected, accounts, one, through, asOf, wait, done);
      const begun = begunWithin(accounts, one);
      done.set(one.id, { figures: draft.figures, provisional: draft.status === 'provisional', begun });
      draft.history = historyOf(one, done);
      return draft;
    });
  });
}

/** Days after a period in which an account's figures may still change. */
function waitOf(ledger: Ledger): number {
  const { settles, freezes, kind } = ledger.declaration;
  return Math.max(settles, givesPosts(ledger) ? freezes : 0) + (kind === 'export' ? GRACE : 0);
}

/** What may still change a period: platforms that correct their figures, registers in which matters are still being dealt with. */
function openOf(accounts: readonly Ledger[], { to }: Period, asOf: Day): NonNullable<Report['open']> {
  const open = accounts.filter((ledger) => asOf <= addDays(to, waitOf(ledger)));
  const registers = open.some(({ declaration }) => declaration.family === 'register');
  const platforms = open.some(({ declaration }) => declaration.family !== 'register');
  return [...(platforms ? ['platforms' as const] : []), ...(registers ? ['registers' as const] : [])];
}

function reportOf(
  { agency }: Collected,
  accounts: readonly Ledger[],
  one: Period,
  lastDay: Day,
  asOf: Day,
  wait: number,
  done: ReadonlyMap<string, Done>,
): Draft {
  const span = { from: one.from, to: one.to < lastDay ? one.to : lastDay };
  const present = accounts.filter(({ account }) => account.since <= span.to && (account.until ?? span.from) >= span.from);
  const figures = figuresOf(
    present.map((ledger) => factsOf(ledger, span, one.kind)),
    span,
    kpis,
  );
  const finalFrom = addDays(one.to, wait + 1);
  const before = previous(one);
  const found = done.get(before.id);
  const status = asOf >= finalFrom ? 'final' : 'provisional';
  const earlier: Earlier | undefined = found && { period: before.id, ...found };
  const isOpen = one.to > lastDay;
  const targets = targetsOf(agency.targets ?? [], one, figures, isOpen);
  return {
    agency: agency.id,
    period: one.id,
    kind: one.kind,
    from: one.from,
    to: one.to,
    zone: agency.zone,
    asOf,
    begins: present.map(({ account }) => account.since).reduce((last, day) => (day > last ? day : last), one.from),
    through: span.to,
    status,
    finalFrom,
    ...(status === 'final' ? {} : { open: openOf(present, one, asOf) }),
    figures,
    comparisons: compare(figures, earlier, one.to <= lastDay, begunWithin(accounts, one), before.id, status === 'provisional'),
    yearAgo: [],
    targets,
    narrative: [],
    accounts: present.map((ledger) => stateOf(ledger, span, one.kind === 'month', status === 'final')),
    daily:
      one.kind === 'month'
        ? present
            .filter(({ declaration }) => declaration.family === 'social')
            .flatMap((ledger) => dailyOf(ledger, eachDay(span.from, span.to)))
        : [],
    history: [],
    parts: one.kind === 'month' ? present.flatMap((ledger) => partsOf(ledger, span)) : [],
    byPart: [],
    formats: [],
    times: null,
    peers: [],
    posts: notedPosts(present, span.from, span.to),
  };
}

/** The accounts whose reporting begins within the period, after its first day; the agency with them. */
function begunWithin(accounts: readonly Ledger[], { from, to }: Period): Set<Scope> {
  const late = accounts.filter(({ account }) => from < account.since && account.since <= to).map(({ account }) => account.id);
  return new Set(late.length > 0 ? ['agency', ...late] : []);
}

function dailyOf(ledger: Ledger, days: readonly Day[]): DailySeries[] {
  return CHARTED.flatMap((measure) => {
    const runs = new Map<string, DailySeries>();
    const before: DailySeries['points'] = [];
    let current: DailySeries | undefined;
    for (const day of days) {
      const ground = ledger.at(measure, 'day', day)?.ground;
      if (ground && current?.metric !== ground.metric) {
        current = { account: ledger.account.id, measure, window: 'day', metric: ground.metric, api: ground.api, points: [] };
        if (runs.size === 0) current.points.push(...before);
        runs.set(ground.metric, current);
      }
      const figure = givesOn(ledger, measure, day)
        ? figureOn(ledger, measure, day)
        : missing(current ? 'withdrawn' : 'not-begun');
      (current?.points ?? before).push({ day, ...figure });
    }
    return [...runs.values()].filter((series) => series.points.some((point) => point.value !== null));
  });
}

function historyOf(one: Period, done: ReadonlyMap<string, Done>): History[] {
  const ids: string[] = [];
  for (let current = one; ids.length < HISTORY && done.has(current.id); current = previous(current)) ids.unshift(current.id);
  const now = done.get(one.id)?.figures ?? [];
  const found = ids.map((id) => {
    const { figures, provisional, begun } = done.get(id) as Done;
    return { id, provisional, begun, by: new Map(figures.map((figure) => [`${figure.kpi} ${figure.scope}`, figure])) };
  });
  return now.map(({ kpi, scope }): History => ({
    kpi,
    scope,
    points: found.flatMap(({ id, provisional, begun, by }) => {
      const figure = by.get(`${kpi} ${scope}`);
      if (!figure) return [];
      // A count of fewer days beside whole periods would draw a rise that nobody saw.
      if (begun.has(scope) && (figure.unit === 'count' || figure.unit === 'money'))
        return { period: period(id).id, value: null, reason: 'partial' as const, metrics: [] };
      return {
        period: period(id).id,
        value: figure.value,
        ...(figure.reason ? { reason: figure.reason } : {}),
        ...(provisional ? { provisional: true as const } : {}),
        metrics: [...new Set(figure.grounds.map((ground) => ground.metric))].sort(),
      };
    }),
  }));
}

function notedPosts(accounts: readonly Ledger[], from: Day, to: Day): NotedPost[] {
  const posts = accounts.flatMap((ledger) =>
    ledger.posts
      .filter((post) => from <= post.day && post.day <= to)
      .flatMap((post): NotedPost[] => {
        const engagements = engagementsOf(post, ledger).value;
        if (engagements === null) return [];
        const { id, day, type, url, text } = post;
        return [
          {
            account: ledger.account.id,
            id,
            day,
            type,
            ...(url ? { url } : {}),
            text,
            engagements,
            reach: post.figures.reach?.value ?? null,
          },
        ];
      }),
  );
  return posts.sort((a, b) => b.engagements - a.engagements || (a.account + a.id < b.account + b.id ? -1 : 1)).slice(0, POSTS);
}
