import { weekday, type Day } from '#model/day.ts';
import type { PostType } from '#model/post.ts';
import { DAYS, PURGE, SILENT, at, attention, business, dayAt, flood, inRamadan } from './calendar.ts';
import { noticed } from './notices.ts';
import { NAMES, PROFILES, type AccountId, type Profile } from './profiles.ts';
import { code, hash, random, weigh, type Random } from './random.ts';
import { writer, type Words } from './texts.ts';

/** Figures that a post ends with, 28 days after publication. */
interface Totals {
  readonly reach: number;
  readonly impressions: number;
  readonly views: number;
  readonly likes: number;
  readonly comments: number;
  readonly shares: number;
  readonly quotes: number;
  readonly saves: number;
  readonly clicks: number;
}
export type Count = keyof Totals;

/** One invented post. `day` is a position in DAYS, `minute` counts from midnight in the agency's zone. */
export interface Item extends Words {
  readonly account: AccountId;
  readonly id: string;
  readonly day: number;
  readonly minute: number;
  readonly type: PostType;
  readonly seconds: number;
  readonly totals: Totals;
  readonly half: number;
  readonly images: number;
  /** Position of the first day on which it is deleted. */
  readonly gone: number;
  /** The odd ones, each once. */
  readonly odd: 'hidden' | 'unreached' | 'silent' | 'deleted' | 'inflated' | null;
}

/** What happened around one account. Arrays count by position in DAYS. */
export interface Life {
  readonly profile: Profile;
  /** By time of publication. */
  readonly items: readonly Item[];
  readonly followers: readonly number[];
  readonly gained: readonly number[];
  readonly lost: readonly number[];
  /** What all posts together and the profile itself drew on each day. */
  readonly daily: Readonly<Record<Count, readonly number[]>>;
}

export type World = Readonly<Record<AccountId, Life>>;

/** The whole invented world: the same seed, the same world, on every machine. */
export function build(seed = 'tirtaraya-1'): World {
  return Object.fromEntries(PROFILES.map((profile) => [profile.id, live(profile, seed)])) as Record<AccountId, Life>;
}

/** The part of a post's totals that is there `age` days after publication, 0 to 1; whole from 28 days on. */
export function grown(half: number, age: number): number {
  if (age < 0) return 0;
  if (age >= 28) return 1;
  const elapsed = age + 0.35;
  return (elapsed * (28.35 + half)) / (28.35 * (elapsed + half));
}

/** A post's figure as it stands on a day. Comments are whole from the half on: the only one of a post does not wait four weeks. */
export function figure(item: Item, count: Count, day: number): number {
  const there = item.totals[count] * grown(item.half, day - item.day);
  return count === 'comments' ? Math.round(there) : Math.floor(there);
}

/** The minute of the day at which the job asks: 20:37. */
export const ASKED = 1237;

/** Posts that a visitor sees on a day, newest first. What is posted after the job has asked comes the day after. */
export function visible(life: Life, day: number): readonly Item[] {
  const kept = seen.get(life);
  if (kept?.day === day) return kept.items;
  const items = life.items
    .filter((item) => (item.day < day || (item.day === day && item.minute < ASKED)) && item.gone > day)
    .reverse();
  seen.set(life, { day, items });
  return items;
}
const seen = new WeakMap<Life, { day: number; items: readonly Item[] }>();

/** What happens around one account. */
export function live(profile: Profile, seed: string): Life {
  const draw = random(`${seed}/${nameOf(profile)}`);
  const write = writer(profile.id, random(`${seed}/${nameOf(profile)}/words`));
  const items: Item[] = [];
  let due = 0;
  DAYS.forEach((day, position) => {
    due += (profile.posts / 30.4) * business(day) * mood(profile, day, 'posts');
    const count = day === SILENT ? 0 : Math.max(0, Math.floor(due + 0.9 * (draw() - 0.5)));
    due -= count;
    const minutes = Array.from({ length: count }, () => moment(draw)).sort((a, b) => a - b);
    minutes.forEach((minute, rank) => items.push(post(profile, draw, position, minute, rank, write(day, rank === 0))));
  });
  const marked = profile.peer === undefined ? odd(profile.id, noticed(profile.id, items)) : items;
  return { profile, items: marked, ...audience(profile, draw), daily: daily(profile, marked, draw) };
}

function nameOf({ id, peer }: Profile): string {
  return peer === undefined ? id : `${id}/${peer}`;
}

/** Months differ for reasons that nobody wrote down: 0.86 to 1.14. */
function mood(profile: Profile, day: Day, what: string): number {
  return 0.86 + (hash(`${nameOf(profile)}/${day.slice(0, 7)}/${what}`) % 1000) * 0.00028;
}

function moment(draw: Random): number {
  const hour = weigh(draw, [
    [7, 6],
    [8, 14],
    [9, 13],
    [10, 11],
    [11, 9],
    [12, 8],
    [13, 7],
    [14, 8],
    [15, 9],
    [16, 8],
    [17, 5],
    [18, 5],
    [19, 8],
    [20, 4],
    [21, 2],
  ] as const);
  return hour * 60 + Math.floor(draw() * 60);
}

function post(profile: Profile, draw: Random, day: number, minute: number, rank: number, words: Words): Item {
  const name = dayAt(day);
  const type = weigh(draw, profile.types);
  const years = day / 365;
  const spread = 0.52 + 0.5 * draw() + 1.7 * draw() * draw() * draw();
  const format = type === 'short-video' ? 1.45 : type === 'video' ? 1.15 : type === 'link' ? 0.72 : type === 'text' ? 0.86 : 1;
  const crowd = 1 / (1 + 0.16 * rank);
  const evening = inRamadan(name) && minute > 16 * 60 ? 1.15 : 1;
  // After work, on working days, more people look: the one hour that stands out.
  const home = weekday(name) <= 5 && Math.floor(minute / 60) === 19 ? 1.5 : 1;
  const reach =
    profile.reach *
    (1 + profile.trend * years) *
    spread *
    format *
    crowd *
    evening *
    home *
    words.pull *
    attention(name) *
    mood(profile, name, 'reach');
  const warmth =
    (0.65 + 0.7 * draw()) * (type === 'link' ? 0.6 : 1) * (1 + 0.35 * flood(name)) * (words.topic === 'partisipasi' ? 1.2 : 1);
  const impressions = reach * (profile.repeat - 0.1 + 0.2 * draw());
  const clip = type === 'short-video' ? 35 + Math.floor(draw() * 25) : 120 + Math.floor(draw() * 540);
  const some = (rate: number): number => Math.floor(reach * rate * warmth * (0.7 + 0.6 * draw()));
  const totals = {
    reach: Math.floor(reach),
    impressions: Math.floor(impressions),
    // YouTube's impressions are thumbnails shown; only some of them are clicked. Elsewhere a view is at least an impression.
    views: Math.floor(
      profile.id === 'youtube'
        ? impressions * (type === 'short-video' ? 0.34 : 0.12) * (0.8 + 0.4 * draw())
        : impressions * (1.03 + 0.09 * draw()),
    ),
    likes: some(profile.likes),
    comments: some(profile.comments * (words.topic === 'partisipasi' || words.topic === 'jalan' ? 1.8 : 1)),
    shares: some(profile.shares * (words.topic === 'banjir' || words.topic === 'hoaks' ? 1.7 : 1)),
    quotes: some(profile.quotes),
    saves: some(profile.saves),
    clicks: some(profile.clicks * (type === 'link' ? 2.4 : 1)),
  };
  return {
    ...words,
    account: profile.id,
    id: identify(profile.id, day, minute, rank),
    day,
    minute,
    type,
    totals,
    seconds: type === 'video' || type === 'short-video' ? clip : 0,
    half: profile.half * (0.75 + 0.5 * draw()),
    images: type === 'album' ? 2 + Math.floor(draw() * 4) : 1,
    gone: DAYS.length + 1,
    odd: null,
  };
}

/** Identifiers in each platform's own form; an older post always sorts before a newer one. */
function identify(account: AccountId, day: number, minute: number, rank: number): string {
  const order = (day * 1440 + minute) * 10 + rank;
  const draw = random(`${account}/${order}`);
  if (account === 'facebook') return `${NAMES.facebook.id}_${122_100_000_000_000_000n + BigInt(order) * 1009n}`;
  if (account === 'instagram') return String(18_010_000_000_000_000n + BigInt(order) * 977n);
  // X builds the time into its ids, in milliseconds since 4 November 2010.
  if (account === 'x') return String((BigInt(instant(day, minute) + rank - 1_288_834_974_657) << 22n) + 7n);
  if (account === 'mastodon') return String(BigInt(instant(day, minute) + rank) << 16n);
  // An eleventh character that YouTube never gives: such a video cannot exist.
  if (account === 'youtube') return `${code(draw, 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789_', 10)}b`;
  const alphabet = '234567abcdefghijklmnopqrstuvwxyz';
  let rest = order;
  let key = '';
  for (let turn = 0; turn < 7; turn += 1) {
    key = (alphabet[rest % 32] as string) + key;
    rest = Math.floor(rest / 32);
  }
  return `3l${key}${code(draw, alphabet, 4)}`;
}

/** Milliseconds since 1970 of a minute in the agency's zone (UTC+8, no summer time). */
export function instant(day: number, minute: number): number {
  return Date.parse(`${dayAt(day)}T00:00:00Z`) + (minute - 480) * 60_000 + (hash(`${day}/${minute}`) % 60) * 1000;
}

/** Marks the pieces that prove that odd input survives. */
function odd(account: AccountId, items: readonly Item[]): Item[] {
  const nth = (day: string, number = 0): Item | undefined => items.filter((item) => item.day >= at(day))[number];
  const marks = new Map<Item | undefined, Partial<Item>>();
  const zero = { reach: 0, impressions: 0, views: 0, likes: 0, comments: 0, shares: 0, quotes: 0, saves: 0, clicks: 0 };
  if (account === 'facebook') {
    const deleted = nth('2026-03-10');
    marks.set(deleted, { odd: 'deleted', gone: (deleted?.day ?? 0) + 8 });
    const quiet = nth('2025-09-14');
    marks.set(quiet, { odd: 'silent', totals: { ...zero, reach: 412, impressions: 466, views: 481 } });
  }
  if (account === 'mastodon') {
    marks.set(nth('2026-05-05'), { odd: 'hidden' });
    marks.set(nth('2025-02-11'), { odd: 'silent', totals: zero });
    const deleted = nth('2026-08-12');
    marks.set(deleted, { odd: 'deleted', gone: (deleted?.day ?? 0) + 3 });
  }
  if (account === 'instagram') marks.set(nth('2026-06-09'), { odd: 'unreached' });
  if (account === 'youtube') for (const number of [1, 3]) marks.set(nth('2025-11-03', number), { odd: 'inflated' });
  return items.map((item) => ({ ...item, ...marks.get(item) }));
}

function audience(profile: Profile, draw: Random): Pick<Life, 'followers' | 'gained' | 'lost'> {
  let followers = profile.followers;
  const gained: number[] = [];
  const lost: number[] = [];
  const levels = DAYS.map((day) => {
    const rush = 1 + 9 * flood(day);
    const won = Math.floor(
      profile.gain * rush * mood(profile, day, 'gain') * (WEEKLY[weekday(day) - 1] as number) * (0.45 + 1.1 * draw()) + draw(),
    );
    const purged = profile.id === 'x' && day >= PURGE.from && day <= PURGE.to ? 90 + Math.floor(draw() * 130) : 0;
    const left = Math.floor(profile.loss * (1 + 1.5 * flood(day)) * (0.4 + 1.2 * draw()) + draw()) + purged;
    followers += won - left;
    gained.push(won);
    lost.push(left);
    return followers;
  });
  return { followers: levels, gained, lost };
}
const WEEKLY = [1.08, 1.1, 1.06, 1.04, 0.98, 0.92, 0.82];

function daily(profile: Profile, items: readonly Item[], draw: Random): Record<Count, number[]> {
  const counts = ['reach', 'impressions', 'views', 'likes', 'comments', 'shares', 'quotes', 'saves', 'clicks'] as const;
  const result = Object.fromEntries(counts.map((count) => [count, DAYS.map(() => 0)])) as Record<Count, number[]>;
  const best = DAYS.map(() => 0);
  for (const item of items) {
    for (let age = 0; age <= 28 && item.day + age < DAYS.length; age += 1) {
      const day = item.day + age;
      for (const count of counts) {
        const series = result[count];
        const more = figure(item, count, day) - (age === 0 ? 0 : figure(item, count, day - 1));
        series[day] = (series[day] as number) + more;
        if (count === 'reach') best[day] = Math.max(best[day] as number, more);
      }
    }
  }
  // Beside the posts of the month, people look at the profile and at older posts.
  DAYS.forEach((day, position) => {
    const background = Math.floor(profile.reach * 0.16 * attention(day) * (0.85 + 0.3 * draw()));
    const share = 0.66 + 0.08 * draw();
    const impressions = (result.impressions[position] as number) + Math.floor(background * 1.2);
    result.impressions[position] = impressions;
    result.views[position] = (result.views[position] as number) + Math.floor(background * (profile.id === 'youtube' ? 0.2 : 1.3));
    // The same person sees several posts; but a day reaches at least those whom its strongest post reached.
    result.reach[position] = Math.max(best[position] as number, Math.floor(impressions * share));
  });
  return result;
}
