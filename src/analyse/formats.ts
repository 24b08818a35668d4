import type { PostFacts } from '#kpis/kpi.ts';
import { eachDay } from '#model/day.ts';
import { divide, isKnown, median, missing, type Figure, type Reason } from '#model/figure.ts';
import { periodOf, previous, type Period } from '#model/period.ts';
import { PostType } from '#model/post.ts';
import type { Formats } from '#model/posting.ts';
import type { Span } from '#model/run.ts';
import { postsOf, postsRead } from './facts.ts';
import { givesPosts, sinceBegun, type Ledger } from './input.ts';

/** Posts of one type under which their middle and spread say more of single posts than of the type: a quartile of four is one post. */
const LEAST = 5;

const RATES: Readonly<Record<string, (post: PostFacts) => Figure>> = {
  'engagement-rate-reach': (post) => divide(post.engagements, post.figures.reach ?? missing('not-offered')),
  'engagement-rate-followers': (post) => divide(post.engagements, post.followers),
};

/** One account's posts of the window by the rates that they give. */
interface Read {
  readonly account: string;
  readonly posts: readonly PostFacts[];
  readonly reason: Reason | undefined;
}

/**
 * How posts of each type did: for each account, and for all accounts together, by the rate by reach where the posts give reach, else by
 * followers; never by both in one table. A month has too few posts of a type, so that its table looks back over three.
 */
export function formatsOf(ledgers: readonly Ledger[], one: Period, through: string): Formats[] {
  const window = sinceBegun(windowOf(one, through), ledgers);
  const read = ledgers.filter(givesPosts).map((ledger): Read => {
    const { id, since, until } = ledger.account;
    const span = {
      from: since > window.from ? since : window.from,
      to: until !== undefined && until < window.to ? until : window.to,
    };
    const whole = postsRead(ledger, eachDay(span.from, span.to));
    return { account: id, posts: postsOf(ledger, span), reason: isKnown(whole) ? undefined : whole.reason };
  });
  const tables = [['agency', read] as const, ...read.map((one) => [one.account, [one]] as const)];
  return tables.flatMap(([scope, some]) => {
    const table = tableOf(scope, some, window);
    return table.rows.length > 0 ? [table] : [];
  });
}

function windowOf(one: Period, through: string): Span {
  const to = one.to < through ? one.to : through;
  if (one.kind === 'quarter' || one.kind === 'year') return { from: one.from, to };
  const month = periodOf(to, 'month');
  return { from: previous(previous(month)).from, to };
}

function tableOf(scope: string, accounts: readonly Read[], window: Span): Formats {
  const kpi = accounts.some((one) => rateOf(one) === 'engagement-rate-reach')
    ? 'engagement-rate-reach'
    : 'engagement-rate-followers';
  const values = new Map<PostType, number[]>();
  const over: string[] = [];
  const without: Formats['without'] = [];
  for (const { account, posts, reason } of accounts) {
    const figures = posts.map((post) => ({ type: post.type, figure: (RATES[kpi] as (typeof RATES)[string])(post) }));
    const known = figures.flatMap(({ type, figure }) => (isKnown(figure) ? [{ type, value: figure.value }] : []));
    // Posts that were not read may be the loud ones: what is left of them gives no rate.
    if (reason !== undefined || known.length === 0) {
      const lost = figures.flatMap(({ figure }) => (isKnown(figure) ? [] : [figure.reason]))[0];
      without.push({ account, reason: reason ?? lost ?? 'no-posts' });
      continue;
    }
    over.push(account);
    for (const { type, value } of known) values.set(type, [...(values.get(type) ?? []), value]);
  }
  const rows = PostType.options.flatMap((type) => {
    const some = values.get(type);
    return some ? [{ type, ...spreadOf(some) }] : [];
  });
  return { scope, kpi, window, least: LEAST, over, without, rows };
}

/** The rate by which an account's posts are told: by reach where at least as many posts give that as the other. */
function rateOf({ posts }: Read): string {
  const count = (kpi: string) => posts.filter((post) => isKnown((RATES[kpi] as (typeof RATES)[string])(post))).length;
  const [reach, followers] = [count('engagement-rate-reach'), count('engagement-rate-followers')];
  return reach > 0 && reach >= followers ? 'engagement-rate-reach' : 'engagement-rate-followers';
}

function spreadOf(values: readonly number[]): Omit<Formats['rows'][number], 'type'> {
  const n = values.length;
  if (n < LEAST) return { n, median: null, low: null, high: null, reason: 'too-few' };
  const sorted = [...values].sort((a, b) => a - b);
  return { n, median: rounded(median(sorted).value ?? 0), low: quartile(sorted, 0.25), high: quartile(sorted, 0.75) };
}

/** The value below which that part of the posts lies, between its two neighbours in proportion (Hyndman and Fan 1996, type 7). */
function quartile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] as number;
  const above = sorted[Math.ceil(place)] as number;
  return rounded(below + (above - below) * (place - Math.floor(place)));
}

function rounded(value: number): number {
  return Number(value.toPrecision(9));
}
