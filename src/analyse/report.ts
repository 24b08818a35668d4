import { kpis } from '#kpis/index.ts';
import { addDays, eachDay, type Day } from '#model/day.ts';
import { missing } from '#model/figure.ts';
import type { Measure } from '#model/measure.ts';
import { AWAITED } from '#model/opinion.ts';
import { periodOf, periodsWithin, previous, type Period, type PeriodKind } from '#model/period.ts';
import type { KpiFigure, Scope } from '#model/kpi-figure.ts';
import type { NotedPost } from '#model/posting.ts';
import type { Report } from '#model/report.ts';
import type { DailySeries, History } from '#model/series.ts';
import { partsOf, tablesOf } from './breakdown.ts';
import { compare } from './compare.ts';
import { stateOf } from './coverage.ts';
import { factsOf } from './facts.ts';
import { figuresOf } from './figures.ts';
import { formatsOf } from './formats.ts';
import { narrativeOf } from './narrative.ts';
import { opinionsOf, type Opinions } from './opinion.ts';
import { peersOf } from './peers.ts';
import { targetsOf } from './targets.ts';
import { timesOf } from './times.ts';
import { ratesOf } from './rates.ts';
import { engagementsOf, figureOn, givesOn, givesPosts, ledgers, type Collected, type Ledger } from './input.ts';
import { before, withUsual, yearBefore } from './usual.ts';

const KINDS: readonly PeriodKind[] = ['month', 'quarter', 'year'];
const HISTORY = 13;
const POSTS = 10;
/** Days that a person has for handing in the last export of a period. */
const GRACE = 7;
const CHARTED: readonly Measure[] = ['followers', 'reach', 'views', 'impressions'];

const LEADS = kpis.flatMap(({ id, leading }) => (leading ? [id] : []));

interface Done {
  readonly figures: KpiFigure[];
  readonly provisional: boolean;
  readonly begun: ReadonlySet<Scope>;
  readonly points: ReadonlyMap<string, History['points'][number]>;
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
  const opinions = opinionsOf(collected, asOf);
  return KINDS.flatMap((kind) => {
    const done = new Map<string, Done>();
    return periodsWithin(since, through, kind).map((one) => {
      const draft = reportOf(collected, accounts, opinions, one, through, asOf, wait, done);
      const begun = begunWithin(accounts, one);
      done.set(one.id, {
        figures: draft.figures,
        provisional: draft.status === 'provisional',
        begun,
        points: pointsOf(draft, begun),
      });
      draft.history = historyOf(one, done);
      return draft;
    });
  });
}

/** Days after a period in which an account's figures may still change. */
export function waitOf(ledger: Ledger): number {
  const { settles, freezes, kind } = ledger.declaration;
  return Math.max(settles, givesPosts(ledger) ? freezes : 0) + (kind === 'export' ? GRACE : 0);
}

/** What may still change a period: platforms that correct their figures, registers in which matters are still being dealt with. */
function openOf(accounts: readonly Ledger[], { to }: Period, asOf: Day, isAwaited: boolean): NonNullable<Report['open']> {
  const open = accounts.filter((ledger) => asOf <= addDays(to, waitOf(ledger)));
  const registers = open.some(({ declaration }) => declaration.family === 'register');
  const platforms = isAwaited || open.some(({ declaration }) => declaration.family !== 'register');
  return [...(platforms ? ['platforms' as const] : []), ...(registers ? ['registers' as const] : [])];
}

function reportOf(
  { agency }: Collected,
  accounts: readonly Ledger[],
  opinions: Opinions,
  one: Period,
  lastDay: Day,
  asOf: Day,
  wait: number,
  done: ReadonlyMap<string, Done>,
): Draft {
  const span = { from: one.from, to: one.to < lastDay ? one.to : lastDay };
  const present = accounts.filter(({ account }) => account.since <= span.to && (account.until ?? span.from) >= span.from);
  const heard = opinions.factsOf(span, present);
  const facts = present.map((ledger) => {
    const opinion = heard.get(ledger.account.id);
    return { ...factsOf(ledger, span, one.kind), ...(opinion ? { opinion } : {}) };
  });
  const figures = figuresOf(facts, span, kpis);
  const isAwaited = opinions.isAwaited(one);
  const finalFrom = addDays(one.to, Math.max(wait, isAwaited ? AWAITED : 0) + 1);
  const status = asOf >= finalFrom ? 'final' : 'provisional';
  const isOpen = one.to > lastDay;
  const past = before(one, done);
  const lastYear = yearBefore(one, done);
  const beside = (earlier: (typeof past)[number], id: string) =>
    compare(figures, earlier, !isOpen, begunWithin(accounts, one), id, status === 'provisional');
  const comparisons = withUsual(beside(past[0], previous(one).id), figures, isOpen ? [] : past);
  const tables = one.kind === 'month' ? present.flatMap((ledger) => tablesOf(ledger, span)) : [];
  const targets = targetsOf(agency.targets ?? [], one, figures, { isOpen, isProvisional: status === 'provisional' });
  const states = present.map((ledger) => stateOf(ledger, span, one.kind === 'month', status === 'final'));
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
    ...(status === 'final' ? {} : { open: openOf(present, one, asOf, isAwaited) }),
    figures,
    comparisons,
    yearAgo: lastYear ? beside(lastYear, lastYear.period) : [],
    targets,
    narrative: narrativeOf({ figures, comparisons, targets, accounts: states, isOpen }, LEADS),
    accounts: states,
    daily:
      one.kind === 'month'
        ? present
            .filter(({ declaration }) => declaration.family === 'social')
            .flatMap((ledger) => dailyOf(ledger, eachDay(span.from, span.to)))
        : [],
    history: [],
    parts: tables.map(partsOf),
    byPart: ratesOf(tables, kpis),
    formats: formatsOf(present, one, span.to),
    times: timesOf(present, one, span.to, agency.zone),
    opinion: opinions.reportOf(one, span),
    peers: peersOf(facts),
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
  return (done.get(one.id)?.figures ?? []).map(({ kpi, scope }): History => ({
    kpi,
    scope,
    points: ids.flatMap((id) => done.get(id)?.points.get(`${kpi} ${scope}`) ?? []),
  }));
}

/** What each figure of a period is in the history of later ones. */
function pointsOf({ period: id, figures, status }: Draft, begun: ReadonlySet<Scope>): Done['points'] {
  return new Map(
    figures.map((figure) => {
      const { kpi, scope, unit, value, reason, grounds } = figure;
      const name = `${kpi} ${scope}`;
      // A count of fewer days beside whole periods would draw a rise that nobody saw.
      if (begun.has(scope) && (unit === 'count' || unit === 'money'))
        return [name, { period: id, value: null, reason: 'partial', metrics: [] }];
      const open = status === 'provisional' ? { provisional: true as const } : {};
      const metrics = [...new Set(grounds.map((ground) => ground.metric))].sort();
      return [name, { period: id, value, ...(reason ? { reason } : {}), ...open, metrics }];
    }),
  );
}

/** The posts of these days that drew most engagements. */
export function notedPosts(accounts: readonly Ledger[], from: Day, to: Day): NotedPost[] {
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
