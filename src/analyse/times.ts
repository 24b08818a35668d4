import { weekday, type Day } from '#model/day.ts';
import { isKnown, median } from '#model/figure.ts';
import { periodOf, previous, type Period } from '#model/period.ts';
import type { Times } from '#model/posting.ts';
import type { Span } from '#model/run.ts';
import { postsOf } from './facts.ts';
import { sinceBegun, type Ledger } from './input.ts';
import { medianInterval } from './interval.ts';

/** Posts under which an hour has no figure: from nine on, the interval no longer hangs on the single best and the single worst post. */
const LEAST = 10;
/** Posts of an account and type under which nobody can say what is usual there. */
const GROUP = 10;
/** Posts under which the whole is not told. */
const ALL = 50;
const MONTHS = 12;
/** Five working days or two: the hours of the week that are looked at together. */
const DAYS = { weekdays: [1, 2, 3, 4, 5], weekend: [6, 7] } as const;

interface Timed {
  readonly weekday: number;
  readonly hour: number;
  readonly index: number;
}

/**
 * When posts were published, over the twelve months that end with the period, and how they did beside the median of their own account and
 * type: an account with more followers would else own the hours at which it happens to publish, and so would videos (normalised by account
 * as Buffer does, 2025; by type is our own addition). Null under 50 posts that have a time.
 */
export function timesOf(ledgers: readonly Ledger[], one: Period, through: Day, zone: string): Times | null {
  const to = one.to < through ? one.to : through;
  const window = sinceBegun({ from: yearBefore(to), to }, ledgers);
  const by = ledgers.map((ledger) => ({ account: ledger.account.id, posts: timed(ledger, window) }));
  const posts = by.flatMap((one) => one.posts);
  if (posts.length < ALL) return null;
  const moments = Map.groupBy(posts, (post) => post.weekday * 24 + post.hour);
  const cells = [...moments]
    .sort(([a], [b]) => a - b)
    .map(([key, some]) => ({ weekday: Math.floor(key / 24), hour: key % 24, ...momentOf(some) }));
  const groups = (Object.keys(DAYS) as (keyof typeof DAYS)[]).flatMap((days) => {
    const hours = Map.groupBy(
      posts.filter((post) => (DAYS[days] as readonly number[]).includes(post.weekday)),
      ({ hour }) => hour,
    );
    return [...hours].sort(([a], [b]) => a - b).map(([hour, some]) => ({ days, hour, some }));
  });
  // All of these intervals hold together with 95 % (Bonferroni): of eighty hours looked at one by one, four would stand out by chance.
  const looked = groups.filter(({ some }) => some.length >= LEAST).length;
  const sure = 1 - 0.05 / Math.max(1, looked);
  return {
    window,
    zone,
    least: LEAST,
    over: by.filter((one) => one.posts.length > 0).map(({ account }) => account),
    posts: posts.length,
    cells,
    bands: groups.map(({ days, hour, some }) => ({ days, hour, ...momentOf(some, sure) })),
    online: ledgers.flatMap((ledger) => onlineOf(ledger, window)),
  };
}

/** The first day of the twelve months of which this day's is the last. */
function yearBefore(day: Day): Day {
  let month = periodOf(day, 'month');
  for (let turn = 1; turn < MONTHS; turn += 1) month = previous(month);
  return month.from;
}

/** The posts of the window that have a time and settled figures, each beside the median of its account and type. */
function timed(ledger: Ledger, window: Span): Timed[] {
  const posts = postsOf(ledger, window).flatMap(({ day, type, hour, engagements, early }) =>
    hour === undefined || early || !isKnown(engagements) ? [] : [{ type, weekday: weekday(day), hour, value: engagements.value }],
  );
  return [...Map.groupBy(posts, ({ type }) => type).values()].flatMap((same) => {
    const usual = median(same.map(({ value }) => value)).value ?? 0;
    if (same.length < GROUP || usual === 0) return [];
    return same.map(({ weekday: on, hour, value }) => ({ weekday: on, hour, index: value / usual }));
  });
}

function momentOf(posts: readonly Timed[], sure?: number): Pick<Times['bands'][number], 'n' | 'index' | 'from' | 'to'> {
  const values = posts.map(({ index }) => index);
  if (values.length < LEAST) return { n: values.length, index: null, from: null, to: null };
  const { from, to } = medianInterval(values, sure) ?? { from: null, to: null };
  const middle = median(values).value ?? 0;
  return { n: values.length, index: rounded(middle), from: from && rounded(from), to: to && rounded(to) };
}

/** Followers online at each hour, as the platform counts hours: the mean of the days of the window that it gave. */
function onlineOf(ledger: Ledger, { from, to }: Span): Times['online'] {
  const hours = new Map<number, number[]>();
  for (const { dimensions, values } of ledger.broken('followers-online', 'day')) {
    if (dimensions.hour === undefined) continue;
    const known = [...values].flatMap(([day, { value }]) => (from <= day && day <= to && value !== null ? [value] : []));
    const hour = Number(dimensions.hour);
    hours.set(hour, [...(hours.get(hour) ?? []), ...known]);
  }
  return [...hours]
    .filter(([, values]) => values.length > 0)
    .sort(([a], [b]) => a - b)
    .map(([hour, values]) => ({
      account: ledger.account.id,
      hour,
      value: rounded(values.reduce((sum, value) => sum + value, 0) / values.length),
    }));
}

function rounded(value: number): number {
  return Number(value.toPrecision(9));
}
