import type { AccountFacts, DailyFacts, PostFacts } from '#kpis/kpi.ts';
import { addDays, daysBetween, eachDay, hourOf, type Day } from '#model/day.ts';
import { known, missing, type Figure } from '#model/figure.ts';
import type { Measure } from '#model/measure.ts';
import { periodsWithin, type PeriodKind } from '#model/period.ts';
import type { Post } from '#model/post.ts';
import type { Ground } from '#model/kpi-figure.ts';
import type { Span } from '#model/run.ts';
import { budgetOf } from './budget.ts';
import { partFactsOf } from './breakdown.ts';
import { stateOf } from './coverage.ts';
import { isOneRound, monthEnds } from './due.ts';
import {
  dailyMeasures,
  engagementsOf,
  figureOn,
  givesOn,
  givesPosts,
  growsOn,
  isEarly,
  monthlyMeasures,
  whyNot,
  type Ledger,
} from './input.ts';

/** All that KPIs may know of one account over a stretch of days. */
export function factsOf(ledger: Ledger, span: Span, kind: PeriodKind): AccountFacts {
  const { account } = ledger;
  const window: Span = {
    from: account.since > span.from ? account.since : span.from,
    to: account.until !== undefined && account.until < span.to ? account.until : span.to,
  };
  const days = eachDay(window.from, window.to);
  const posts = postsWithin(ledger, window);
  const grounds = new Map<Measure, Ground[]>();
  const daily: Partial<Record<Measure, DailyFacts>> = {};
  for (const measure of new Set<Measure>([...dailyMeasures(ledger), 'impressions', 'views'])) {
    daily[measure] = dailyOf(ledger, measure, days, window);
  }
  for (const post of posts) collectGrounds(grounds, account.id, post);
  const followers = ledger.at('followers', 'day', window.to)?.ground;
  if (followers) grounds.set('followers', [followers]);
  const reach = reachOf(ledger, window, kind);
  const monthly: Partial<Record<Measure, DailyFacts>> = {};
  for (const { measure, level, reason } of ledger.declaration.lacks) {
    if (level === 'account') monthly[measure] = { known: 0, expected: 0, total: 0, reason, grounds: [] };
  }
  for (const measure of monthlyMeasures(ledger)) monthly[measure] = monthlyOf(ledger, measure, window);
  return {
    account: account.id,
    family: ledger.declaration.family,
    declared: [...ledger.declaration.gives, ...ledger.declaration.lacks].map((one) => one.measure),
    ...(account.currency === undefined ? {} : { currency: account.currency }),
    budget: budgetOf(ledger, span, kind),
    ...(account.population === undefined || !isOneRound(account, window) ? {} : { population: account.population.people }),
    window,
    posts: posts.map((post) => postFacts(ledger, post)),
    postsRead: postsRead(ledger, days),
    postDays: givesPosts(ledger)
      ? { known: days.filter((day) => ledger.read.has(day)).length, expected: days.length }
      : { known: 0, expected: 0 },
    postGrounds: postGrounds(ledger, posts),
    followersAtStart: window.from === account.since ? missing('no-previous') : stock(ledger, addDays(window.from, -1), window),
    followersAtEnd: stock(ledger, window.to, window),
    daily,
    monthly,
    parts: partFactsOf(ledger, window),
    reach: {
      ...reach.figure,
      ...(reach.window ? { window: reach.window } : {}),
      ...(reach.ground ? { ground: reach.ground } : {}),
      ...(reach.early ? { early: reach.early } : {}),
    },
    actions: ledger.declaration.engagement,
    grounds: Object.fromEntries(grounds),
    peers: ledger.peers
      .filter(({ account: peer }) => peer.since <= span.from && (peer.until ?? span.to) >= span.to)
      .map((peer) => factsOf(peer, span, kind)),
    quality: qualityOf(ledger, span),
  };
}

function qualityOf(ledger: Ledger, span: Span): AccountFacts['quality'] {
  const { known, expected, through, early = [] } = stateOf(ledger, span, false, true);
  return {
    known,
    expected,
    open: early.reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0),
    ...(through === null ? {} : { behind: daysBetween(through, span.to) }),
  };
}

function dailyOf(ledger: Ledger, measure: Measure, days: readonly Day[], window: Span): DailyFacts {
  if (!days.some((day) => givesOn(ledger, measure, day))) {
    return { known: 0, expected: 0, total: 0, reason: whyNot(ledger, measure, window), grounds: [] };
  }
  let count = 0;
  let early = 0;
  let total = 0;
  let reason: DailyFacts['reason'];
  const grounds = new Map<string, Ground>();
  for (const day of days) {
    const observed = ledger.at(measure, 'day', day);
    if (observed && observed.value.value !== null) {
      count += 1;
      if (observed.early) early += 1;
      total += observed.value.value;
      grounds.set(observed.ground.metric + observed.ground.api, observed.ground);
      continue;
    }
    const figure = givesOn(ledger, measure, day)
      ? figureOn(ledger, measure, day)
      : missing(whyNot(ledger, measure, { from: day, to: day }));
    // A cell left empty says less than a file that never came.
    if (figure.value === null && (reason === undefined || reason === 'empty')) reason = figure.reason;
  }
  return {
    known: count,
    expected: days.length,
    total,
    early,
    grounds: [...grounds.values()],
    ...(reason ? { reason } : {}),
  };
}

/** A measure over the months that lie whole within the window: `known` and `expected` count months. */
function monthlyOf(ledger: Ledger, measure: Measure, window: Span): DailyFacts {
  const ends = monthEnds(window).filter((day) => givesOn(ledger, measure, day, 'month'));
  const found = ends.map((day) => ({
    observed: ledger.at(measure, 'month', day),
    figure: figureOn(ledger, measure, day, 'month'),
  }));
  const have = found.flatMap(({ figure }) => (figure.value === null ? [] : [figure.value]));
  const lost = found.flatMap(({ figure }) => (figure.value === null ? [figure.reason] : []));
  const due = lost.filter((reason) => reason !== 'not-due');
  const grounds = found.flatMap(({ observed, figure }) => (figure.value === null || !observed ? [] : [observed.ground]));
  const reason =
    due.find((one) => one !== 'empty') ?? due[0] ?? lost[0] ?? (ends.length === 0 ? whyNot(ledger, measure, window) : undefined);
  return {
    known: have.length,
    expected: have.length + due.length,
    total: have.reduce((sum, value) => sum + value, 0),
    early: found.filter(({ observed, figure }) => figure.value !== null && observed?.early).length,
    ...(ends.some((day) => growsOn(ledger, measure, day)) ? { grows: true as const } : {}),
    grounds: [...new Map(grounds.map((ground) => [ground.metric + ground.api, ground])).values()],
    ...(reason === undefined ? {} : { reason }),
  };
}

/** Followers at the end of a day; never carried over from another day. */
function stock(ledger: Ledger, day: Day, window: Span): Figure {
  if (!givesOn(ledger, 'followers', day)) return missing(whyNot(ledger, 'followers', window));
  return figureOn(ledger, 'followers', day);
}

/** Unique reach, as the platform counted it for a window that ends with the period: a month, else 28 days; a week for weeks. */
function reachOf(
  ledger: Ledger,
  window: Span,
  kind: PeriodKind,
): { figure: Figure; window?: Span; ground?: Ground; early?: true } {
  const offered = ledger.declaration.gives.some(
    (given) => given.measure === 'reach' && given.level === 'account' && !given.dimensions?.length,
  );
  if (!offered) return { figure: missing(whyNot(ledger, 'reach', window)) };
  if (kind === 'quarter' || kind === 'year') return { figure: missing('not-additive') };
  const options = kind === 'week' ? (['week'] as const) : (['month', '28-days'] as const);
  for (const option of options) {
    const observed = ledger.at('reach', option, window.to);
    if (observed?.value.value == null) continue;
    const from = option === 'month' ? window.from : addDays(window.to, option === 'week' ? -6 : -27);
    const early = observed.early ? { early: true as const } : {};
    return { figure: known(observed.value.value), window: { from, to: window.to }, ground: observed.ground, ...early };
  }
  const asked = options.find((option) => givesOn(ledger, 'reach', window.to, option));
  return { figure: asked ? figureOn(ledger, 'reach', window.to, asked) : missing(whyNot(ledger, 'reach', window)) };
}

/** Whether the posts of all those days were read; else why not. */
export function postsRead(ledger: Ledger, days: readonly Day[]): Figure {
  if (!givesPosts(ledger)) return missing('not-offered');
  const unread = days.filter((day) => !ledger.read.has(day));
  if (unread.length === 0) return known(1);
  if (unread.length < days.length) return missing('partial');
  return missing(ledger.declaration.kind === 'export' ? 'not-imported' : 'not-collected');
}

/** One ground for each source that brought posts; where there were none, the one that found none. */
function postGrounds({ account, declaration: { id, api } }: Ledger, posts: readonly Post[]): Ground[] {
  const brought = posts.map((post) => [post.source, post.api] as const);
  const sources = new Map(brought.length > 0 ? brought : [[id, api]]);
  return [...sources].sort().map(([source, version]) => ({
    account: account.id,
    source,
    metric: `posts (${source})`,
    api: version,
  }));
}

/** Stories are gone after a day: those of a day without a run are missing, and nobody can tell how many there were. */
function postsWithin(ledger: Ledger, { from, to }: Span): Post[] {
  return periodsWithin(from, to, 'month').flatMap(({ id, ...month }) => {
    const posts = postsByMonth(ledger).get(id) ?? [];
    return from <= month.from && month.to <= to ? posts : posts.filter(({ day }) => from <= day && day <= to);
  });
}

/** Each period looks for its own among the posts of years. */
const months = new WeakMap<Ledger, Map<string, Post[]>>();

function postsByMonth(ledger: Ledger): Map<string, Post[]> {
  let found = months.get(ledger);
  if (!found) {
    const told = ledger.posts.filter(({ type }) => type !== 'story');
    months.set(ledger, (found = Map.groupBy(told, ({ day }) => day.slice(0, 7))));
  }
  return found;
}

/** The posts of a stretch of days as KPIs see them. */
export function postsOf(ledger: Ledger, span: Span): PostFacts[] {
  return postsWithin(ledger, span).map((post) => postFacts(ledger, post));
}

/** A post counts in a month, a quarter, a year and in what looks further back: it is looked at once. */
const made = new WeakMap<Ledger, Map<Post, PostFacts>>();

function postFacts(ledger: Ledger, post: Post): PostFacts {
  let all = made.get(ledger);
  if (!all) made.set(ledger, (all = new Map()));
  let facts = all.get(post);
  if (!facts) all.set(post, (facts = makePostFacts(ledger, post)));
  return facts;
}

function makePostFacts(ledger: Ledger, post: Post): PostFacts {
  const figures = Object.fromEntries(
    Object.entries(post.figures).map(([measure, figure]): [string, Figure] => [
      measure,
      figure.value === null ? missing(figure.reason ?? 'empty') : known(figure.value),
    ]),
  );
  const span = { from: post.day, to: post.day };
  return {
    day: post.day,
    type: post.type,
    ...(post.at === undefined ? {} : { hour: hourOf(new Date(post.at), ledger.zone) }),
    figures,
    engagements: engagementsOf(post, ledger),
    followers: stock(ledger, post.day, span),
    ...(isEarly(ledger, post) ? { early: true as const } : {}),
  };
}

function collectGrounds(grounds: Map<Measure, Ground[]>, account: string, post: Post): void {
  for (const [name, figure] of Object.entries(post.figures)) {
    if (figure.value === null) continue;
    const measure = name as Measure;
    const known = grounds.get(measure) ?? [];
    if (known.some((one) => one.metric === figure.metric && one.api === post.api)) continue;
    grounds.set(measure, [...known, { account, source: post.source, metric: figure.metric, api: post.api }]);
  }
}
