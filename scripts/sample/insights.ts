import { addDays, weekday, type Day } from '#model/day.ts';
import { DAYS, WITHDRAWN, at } from './calendar.ts';
import { NAMES } from './profiles.ts';
import { figure, type Count, type Item, type World } from './world.ts';

/** Why an insights call is refused: the message of Meta's error 100. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly subcode: number | undefined;

  constructor(message: string, subcode?: number) {
    super(message);
    this.subcode = subcode;
  }
}

const INVALID = '(#100) The value must be a valid insights metric';
const PERIODS = ['day', 'week', 'days_28'] as const;
type Length = (typeof PERIODS)[number];
const LENGTHS: Readonly<Record<Length, number>> = { day: 1, week: 7, days_28: 28 };

interface PageMetric {
  /** First day that answers "invalid metric". */
  readonly until?: Day;
  /** First day that the metric speaks of. */
  readonly since?: Day;
  readonly periods: readonly Length[];
  value(world: World, day: number, length: Length): number;
}

const unique = (factor: number): Pick<PageMetric, 'periods' | 'value'> => ({
  periods: PERIODS,
  value: (world, day, length) => Math.floor(people(world, day, length) * factor),
});
const flow = (...counts: Count[]): Pick<PageMetric, 'periods' | 'value'> => ({
  periods: PERIODS,
  value: (world, day, length) => counts.reduce((sum, count) => sum + total(world.facebook.daily[count], day, LENGTHS[length]), 0),
});

const PAGE: Readonly<Record<string, PageMetric>> = {
  page_impressions: { ...flow('impressions'), until: WITHDRAWN.impressions },
  page_impressions_unique: { ...unique(1), until: WITHDRAWN.unique },
  page_media_view: { ...flow('views'), since: WITHDRAWN.impressions },
  page_total_media_view_unique: { ...unique(1.04), since: WITHDRAWN.unique },
  page_post_engagements: flow('likes', 'comments', 'shares', 'clicks'),
  page_follows: { periods: ['day'], value: (world, day) => world.facebook.followers[day] ?? 0 },
  page_daily_follows_unique: { periods: ['day'], value: (world, day) => world.facebook.gained[day] ?? 0 },
  page_daily_unfollows_unique: { periods: ['day'], value: (world, day) => world.facebook.lost[day] ?? 0 },
  page_views_total: {
    periods: PERIODS,
    value: (world, day, length) => Math.floor(total(world.facebook.daily.impressions, day, LENGTHS[length]) * 0.021),
  },
};

/** Where followers live: the largest places alone, as Meta lists them; invented ones beside real ones. */
const PLACES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  page_follows_country: { ID: 0.961, MY: 0.017, SA: 0.004, TW: 0.003 },
  page_follows_city: {
    'Tirtaraya, South Sulawesi, Indonesia': 0.412,
    'Muarajati, South Sulawesi, Indonesia': 0.128,
    'Makassar, South Sulawesi, Indonesia': 0.104,
    'Batuombak, South Sulawesi, Indonesia': 0.087,
    'Parepare, South Sulawesi, Indonesia': 0.036,
    'Jakarta, Jakarta, Indonesia': 0.024,
    'Palu, Central Sulawesi, Indonesia': 0.018,
    'Surabaya, East Java, Indonesia': 0.011,
    'Balikpapan, East Kalimantan, Indonesia': 0.009,
    'Kendari, Southeast Sulawesi, Indonesia': 0.007,
    'Kota Kinabalu, Sabah, Malaysia': 0.005,
  },
};

/** A table as it stood on the day before, or on each day that was asked for. */
function placesOf(world: World, name: string, today: Day, since: number, until: number): unknown {
  const day = at(today) - 1;
  const end = ENDS[day] ?? 0;
  const followers = world.facebook.followers[day] ?? 0;
  const value = Object.fromEntries(
    Object.entries(PLACES[name] ?? {}).map(([place, share]) => [place, Math.round(followers * share)]),
  );
  const values = end > since && end <= until ? [{ value, end_time: stamp(end) }] : [];
  return {
    name,
    period: 'day',
    values,
    title: name,
    description: `${name} (sample)`,
    id: `${NAMES.facebook.id}/insights/${name}/day`,
  };
}

function total(series: readonly number[], day: number, length: number): number {
  let sum = 0;
  for (let back = Math.max(0, day - length + 1); back <= day; back += 1) sum += series[back] ?? 0;
  return sum;
}

/** Different people: the longer the window, the more of them are seen again; never fewer than on its best day or by its best post. */
function people(world: World, day: number, length: Length): number {
  const { daily, items } = world.facebook;
  if (length === 'day') return daily.reach[day] ?? 0;
  const first = Math.max(0, day - LENGTHS[length] + 1);
  let best = Math.max(...daily.reach.slice(first, day + 1));
  for (const item of items) if (item.day >= first && item.day <= day) best = Math.max(best, figure(item, 'reach', day));
  return Math.max(best, Math.floor(total(daily.reach, day, LENGTHS[length]) * (length === 'week' ? 0.34 : 0.16)));
}

/** Yesterday's and the day before's figures are not yet whole. */
function settled(age: number): number {
  return age <= 1 ? 0.958 : age === 2 ? 0.991 : 1;
}

/** `GET /{page}/insights` */
export function pageInsights(world: World, today: Day, query: URLSearchParams): unknown {
  const names = (query.get('metric') ?? '').split(',').filter((name) => name !== '');
  if (names.length === 0)
    throw new Refused(
      '(#3001) No metric was specified to be fetched. Please specify one or more metrics to be fetched and try again.',
    );
  const since = bound(query.get('since')) ?? pacific(addDays(today, -1));
  const until = bound(query.get('until')) ?? pacific(addDays(today, 1));
  if (until - since > 90 * 86_400_000)
    throw new Refused('(#100) There cannot be more than 90 days (7776000 s) between since and until');
  const asked = query.get('period');
  const [place = ''] = names;
  if (place in PLACES && asked === 'day') return { data: [placesOf(world, place, today, since, until)] };
  const data = names.flatMap((name) => {
    const metric = PAGE[name];
    if (!metric || (metric.until && today >= metric.until) || (metric.since && today < metric.since)) throw new Refused(INVALID);
    const periods = asked === null ? metric.periods : metric.periods.filter((period) => period === asked);
    return periods.map((period) => ({
      name,
      period,
      values: values(world, metric, period, today, since, until),
      title: name,
      description: `${name} (sample)`,
      id: `${NAMES.facebook.id}/insights/${name}/${period}`,
    }));
  });
  return { data: data.filter((each) => each.values.length > 0) };
}

function values(
  world: World,
  metric: PageMetric,
  period: Length,
  today: Day,
  since: number,
  until: number,
): { value: number; end_time: string }[] {
  const found: { value: number; end_time: string }[] = [];
  const now = at(today);
  const first = Math.max(0, now - 730, metric.since ? at(metric.since) : 0);
  for (let day = first; day < now; day += 1) {
    const end = ENDS[day] as number;
    if (end <= since || end > until) continue;
    const share = metric === PAGE['page_follows'] ? 1 : settled(now - day);
    found.push({ value: Math.floor(metric.value(world, day, period) * share), end_time: stamp(end) });
  }
  return found;
}

/** Midnight in California, where Meta's days begin: 08:00 in UTC, 07:00 in summer. */
export function pacific(day: Day): number {
  const year = day.slice(0, 4);
  const march = `${year}-03-01`;
  const november = `${year}-11-01`;
  const starts = addDays(march, ((7 - weekday(march)) % 7) + 7);
  const ends = addDays(november, (7 - weekday(november)) % 7);
  const summer = day > starts && day <= ends;
  return Date.parse(`${day}T0${summer ? 7 : 8}:00:00Z`);
}

/** `since` and `until` are days or seconds since 1970. */
export function bound(text: string | null): number | null {
  if (text === null || text === '') return null;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? pacific(text) : Date.parse(text);
}

/** Meta's time stamps have an offset without colon. */
export function stamp(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}+0000`;
}

/** By position in DAYS: the instant at which Meta closes that day. */
const ENDS: readonly number[] = DAYS.map((day) => pacific(addDays(day, 1)));

const POST: Readonly<Record<string, { count: Count; factor?: number; until?: Day; since?: Day }>> = {
  post_impressions: { count: 'impressions', until: WITHDRAWN.impressions },
  post_impressions_unique: { count: 'reach', until: WITHDRAWN.unique },
  post_media_view: { count: 'views', since: WITHDRAWN.impressions },
  post_total_media_view_unique: { count: 'reach', since: WITHDRAWN.unique },
  post_clicks: { count: 'clicks' },
  post_reactions_like_total: { count: 'likes', factor: 0.86 },
};

/** A post's lifetime insights, for `GET /{post}/insights` and `insights.metric(…)` among the fields. */
export function postInsights(item: Item, today: Day, names: readonly string[]): { data: unknown[] } {
  const data = names.map((name) => {
    const frame = {
      name,
      period: 'lifetime',
      title: name,
      description: `${name} (sample)`,
      id: `${item.id}/insights/${name}/lifetime`,
    };
    if (name === 'post_reactions_by_type_total') {
      const all = figure(item, 'likes', at(today));
      const like = Math.floor(all * 0.86);
      const love = Math.floor((all - like) * 0.6);
      const types = { like, love, wow: all - like - love };
      return { ...frame, values: [{ value: Object.fromEntries(Object.entries(types).filter(([, value]) => value > 0)) }] };
    }
    if (name === 'post_clicks_by_type') {
      const all = figure(item, 'clicks', at(today));
      const links = item.type === 'link' ? Math.floor(all * 0.7) : 0;
      const kinds = { 'link clicks': links, 'other clicks': all - links };
      return { ...frame, values: [{ value: Object.fromEntries(Object.entries(kinds).filter(([, value]) => value > 0)) }] };
    }
    const metric = POST[name];
    if (!metric || (metric.until && today >= metric.until) || (metric.since && today < metric.since)) throw new Refused(INVALID);
    return { ...frame, values: [{ value: Math.floor(figure(item, metric.count, at(today)) * (metric.factor ?? 1)) }] };
  });
  return { data };
}
