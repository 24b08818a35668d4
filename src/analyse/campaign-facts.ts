import type { AccountFacts, DailyFacts } from '#kpis/kpi.ts';
import type { Campaign } from '#model/campaign.ts';
import { addDays, eachDay, type Day } from '#model/day.ts';
import type { Dimension } from '#model/dimension.ts';
import { known, missing } from '#model/figure.ts';
import type { Ground } from '#model/kpi-figure.ts';
import type { Measure } from '#model/measure.ts';
import type { Post } from '#model/post.ts';
import type { Span } from '#model/run.ts';
import { UNIQUE } from './breakdown.ts';
import { monthEnds } from './due.ts';
import { factsOf } from './facts.ts';
import { figureOn, givesPosts, type Broken, type Ledger } from './input.ts';

/** What of an account can be a campaign's: the measures that come by campaign or by event. */
const BY: readonly Dimension[] = ['campaign', 'event'];

/** Whether anything of the account can belong to a campaign at all. */
export function carries({ declaration }: Ledger): boolean {
  return declaration.gives.some(({ level, dimensions = [] }) => level === 'post' || isMark(dimensions));
}

/**
 * What KPIs may know of one account, of the campaign alone, as far as `through`. Posts count from publication; what a profile counts by the
 * day (followers, views) is not the campaign's. Undefined where the account has no part in it.
 */
export function campaignFactsOf(ledger: Ledger, campaign: Campaign, through: Day): AccountFacts | undefined {
  return givesPosts(ledger) ? postedFor(ledger, campaign, through) : countedFor(ledger, campaign, through);
}

/** The posts of a campaign, by hashtag or by id, however their hashtags are written. */
export function postsOf(
  { account, posts }: { readonly account: Pick<Ledger['account'], 'id'>; readonly posts: readonly Post[] },
  { from, to, hashtags, posts: named }: Campaign,
): Post[] {
  const tags = new Set(hashtags.map(plain));
  const ids = new Set(named.filter((one) => one.account === account.id).map(({ id }) => id));
  return posts.filter(
    (post) => from <= post.day && post.day <= to && (ids.has(post.id) || post.tags.some((tag) => tags.has(plain(tag)))),
  );
}

function postedFor(ledger: Ledger, campaign: Campaign, through: Day): AccountFacts | undefined {
  const span = within(ledger, { from: campaign.from, to: campaign.to }, through);
  if (!span) return undefined;
  const own = { ...ledger, peers: [], budgets: [], posts: postsOf(ledger, campaign) };
  const days = eachDay(span.from, span.to);
  const isSought = campaign.hashtags.length > 0 || campaign.posts.some(({ account }) => account === ledger.account.id);
  // Of an account of which nothing was read nobody can tell whether it took part.
  if (own.posts.length === 0 && (!isSought || days.some((day) => ledger.read.has(day)))) return undefined;
  const facts = factsOf(own, span, 'month');
  // Who follows follows the account, whatever post it was that won them.
  const measures = [...new Set(facts.posts.flatMap(({ figures }) => Object.keys(figures) as Measure[]))].filter(
    (measure) => !measure.startsWith('followers'),
  );
  return {
    ...facts,
    ...NOTHING,
    declared: measures,
    daily: Object.fromEntries(measures.map((measure) => [measure, summed(ledger, facts, measure, days)])),
    reach: missing(measures.includes('reach') ? 'not-additive' : 'not-offered'),
  };
}

/**
 * The figures of posts by the day on which they were published; a day is known where its posts were read and all of them give the figure.
 * Where not one post gives it, days without a post say nothing.
 */
function summed(ledger: Ledger, { posts, grounds }: AccountFacts, measure: Measure, days: readonly Day[]): DailyFacts {
  let [count, early, total] = [0, 0, 0];
  let reason: DailyFacts['reason'];
  const unread = ledger.declaration.kind === 'export' ? 'not-imported' : 'not-collected';
  // A photo has no views: what a post does not carry is not missing.
  const carried = posts.flatMap(({ figures }) => figures[measure] ?? []);
  const [none] = carried.every(({ value }) => value === null) ? carried : [];
  if (none?.value === null) return { known: 0, expected: days.length, total: 0, early: 0, reason: none.reason, grounds: [] };
  for (const day of days) {
    const own = posts.filter((post) => post.day === day);
    const figures = own.flatMap(({ figures }) => figures[measure] ?? []);
    const lost = ledger.read.has(day) ? figures.find(({ value }) => value === null) : missing(unread);
    if (lost?.value === null) {
      reason ??= lost.reason;
      continue;
    }
    count += 1;
    if (figures.length > 0 && own.some((post) => post.early)) early += 1;
    total += figures.reduce((sum, { value }) => sum + (value ?? 0), 0);
  }
  const found = reason === undefined ? {} : { reason };
  return { known: count, expected: days.length, total, early, grounds: grounds[measure] ?? [], ...found };
}

function countedFor(ledger: Ledger, campaign: Campaign, through: Day): AccountFacts | undefined {
  const end = addDays(campaign.to, campaign.results);
  const span = within(ledger, { from: campaign.from, to: end }, through);
  if (!span) return undefined;
  const days = eachDay(span.from, span.to);
  const own = marked(ledger, campaign).filter(({ parts }) => parts.some(({ values }) => days.some((day) => values.has(day))));
  if (own.length === 0) return undefined;
  const { account, declaration } = ledger;
  return {
    ...NOTHING,
    account: account.id,
    family: declaration.family,
    declared: own.map(({ measure }) => measure),
    ...(account.currency === undefined ? {} : { currency: account.currency }),
    window: span,
    posts: [],
    postsRead: missing('not-offered'),
    postDays: { known: 0, expected: 0 },
    postGrounds: [],
    daily: Object.fromEntries(own.map((one) => [one.measure, counted(ledger, one, own, days)])),
    reach: reachOf(ledger, campaign, span),
    actions: [],
    grounds: {},
  };
}

/** One measure of the campaign, and of all others beside it. */
interface Marked {
  readonly measure: Measure;
  readonly by: Dimension;
  readonly parts: readonly Broken[];
  readonly all: readonly Broken[];
}

/** Whether a count that is broken down by these is the campaign's: it bears its name, or that of one of its events, and nothing else. */
export function isMarked({ id, tags, events }: Campaign, dimensions: Broken['dimensions']): boolean {
  const [[by, name] = [], ...others] = Object.entries(dimensions);
  const names = by === 'campaign' ? (tags.length > 0 ? tags : [id]) : by === 'event' ? events : [];
  return name !== undefined && others.length === 0 && names.some((one) => plain(one) === plain(name));
}

function marked(ledger: Ledger, campaign: Campaign): Marked[] {
  return ledger.declaration.gives.flatMap(({ measure, level, window, dimensions = [] }): Marked[] => {
    if (level !== 'account' || window !== 'day' || !isMark(dimensions) || UNIQUE.has(measure)) return [];
    const by = dimensions[0] as 'campaign' | 'event';
    const all = ledger.broken(measure, 'day').filter((one) => Object.keys(one.dimensions).join() === by);
    return [{ measure, by, all, parts: all.filter((one) => isMarked(campaign, one.dimensions)) }];
  });
}

/** A day on which the campaign has no figure is none where others have one, or the whole of that day is known; else it is missing. */
function counted(ledger: Ledger, { measure, by, parts, all }: Marked, own: readonly Marked[], days: readonly Day[]): DailyFacts {
  let [count, early, total] = [0, 0, 0];
  let reason: DailyFacts['reason'];
  let any = false;
  const grounds = new Map<string, Ground>();
  for (const day of days) {
    const values = parts.flatMap((one) => one.values.get(day) ?? []);
    const lost = values.find(({ value }) => value === null);
    // An event that was held and of which this was not counted.
    const uncounted = by === 'event' && values.length === 0 && own.some((one) => one.parts.some((part) => part.values.has(day)));
    const isNone = all.some((one) => one.values.has(day)) || ledger.at(measure, 'day', day)?.value.value != null;
    if (lost || uncounted || (values.length === 0 && !isNone)) {
      const why = lost ? lost : uncounted ? missing('empty') : figureOn(ledger, measure, day);
      reason ??= (why.value === null ? why.reason : undefined) ?? 'not-collected';
      continue;
    }
    count += 1;
    if (values.length > 0) any = true;
    if (values.some(({ observed }) => isYoung(ledger, day, observed))) early += 1;
    total += values.reduce((sum, { value }) => sum + (value ?? 0), 0);
    for (const one of parts) if (one.values.has(day)) grounds.set(one.ground.metric + one.ground.api, one.ground);
  }
  return {
    // Where not one of its own days has it, days without it say nothing.
    known: any ? count : 0,
    expected: days.length,
    total: Number(total.toPrecision(12)),
    early,
    grounds: [...grounds.values()],
    ...(reason === undefined ? {} : { reason }),
  };
}

function isYoung({ declaration: { family, settles } }: Ledger, day: Day, observed: Day): boolean {
  return family !== 'register' && observed < addDays(day, settles);
}

/** People reached, where the platform counted them for a month that holds the whole campaign: reach is never added up. */
function reachOf(ledger: Ledger, campaign: Campaign, span: Span): AccountFacts['reach'] {
  const [month, ...others] = reached(ledger, campaign, span);
  if (!month) return missing('not-offered');
  if (others.length > 0 || month.day.slice(0, 7) !== span.from.slice(0, 7) || span.to > month.day) return missing('not-additive');
  return { ...known(month.value), window: span, ground: month.ground };
}

/** The people whom the platform counted in each month of the campaign, for the campaign alone. */
export function reached(ledger: Ledger, campaign: Campaign, { to }: Span): { day: Day; value: number; ground: Ground }[] {
  const own = ledger
    .broken('reach', 'month')
    .filter(({ dimensions }) => 'campaign' in dimensions && isMarked(campaign, dimensions));
  // Different people by each name of the campaign are not added up either.
  const ends = monthEnds({ from: `${campaign.from.slice(0, 7)}-01`, to: addDays(`${to.slice(0, 7)}-28`, 4) });
  return ends.flatMap((day) =>
    own.flatMap(({ values, ground }) => {
      const value = values.get(day)?.value;
      return value == null ? [] : [{ day, value, ground }];
    }),
  );
}

/** Nothing of an account's stocks, months and breakdowns is a campaign's. */
const NOTHING = {
  followersAtStart: missing('not-offered'),
  followersAtEnd: missing('not-offered'),
  monthly: {},
  parts: {},
  peers: [],
  quality: { known: 0, expected: 0, open: 0 },
} as const;

function within({ account }: Ledger, span: Span, through: Day): Span | undefined {
  const from = account.since > span.from ? account.since : span.from;
  const to = [span.to, through, ...(account.until === undefined ? [] : [account.until])].sort()[0] as Day;
  return from <= to ? { from, to } : undefined;
}

function isMark(dimensions: readonly Dimension[]): boolean {
  return dimensions.length === 1 && BY.includes(dimensions[0] as Dimension);
}

/** Names as people write them are one name: letter case and forms of the same sign make no difference. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
