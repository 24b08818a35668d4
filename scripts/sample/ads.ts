import { addDays, eachDay, type Day } from '#model/day.ts';
import { ok, refuse, type Response } from './answer.ts';
import { CAMPAIGNS, running, type Campaign } from './campaigns.ts';
import { hash } from './random.ts';
import { draws } from './registers/rows.ts';

/** Who saw the advertisements, by the platform's estimate; the rest is unknown. */
const SPLITS: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  age: [
    ['13-17', 0.004],
    ['18-24', 0.21],
    ['25-34', 0.36],
    ['35-44', 0.25],
    ['45-54', 0.115],
    ['55-64', 0.045],
    ['65+', 0.016],
  ],
  gender: [
    ['female', 0.58],
    ['male', 0.405],
    ['unknown', 0.015],
  ],
  country: [
    ['ID', 0.9998],
    ['MY', 0.0002],
  ],
  region: [
    ['South Sulawesi', 0.996],
    ['Central Sulawesi', 0.004],
  ],
};

interface Counts {
  spend: number;
  impressions: number;
  reach: number;
  clicks: number;
  links: number;
  leads: number;
}

/** Marketing API: the ad account and its insights, a row a stretch in which something ran. All numbers are texts. */
export function ads(day: Day, url: URL): Response {
  const query = url.searchParams;
  if (!url.pathname.endsWith('/insights'))
    return ok({
      id: url.pathname.split('/')[2],
      currency: 'IDR',
      timezone_name: 'Asia/Makassar',
      created_time: '2025-01-01T08:00:00+0800',
    });
  const range = JSON.parse(query.get('time_range') ?? '{}') as { since?: Day; until?: Day };
  if (!range.since || !range.until)
    return refuse(400, { error: { message: '(#100) param time_range must be non-empty', type: 'OAuthException', code: 100 } });
  const fields = new Set((query.get('fields') ?? '').split(','));
  const split = query.get('breakdowns');
  const rows = stretches(query.get('time_increment') ?? 'all_days', range.since, range.until).flatMap(({ from, to }) => {
    const days = eachDay(from, to).filter((one) => one < day);
    const own = CAMPAIGNS.filter(({ daily }) => daily > 0).flatMap((campaign) => {
      const counts = together(days.filter((one) => running(one).includes(campaign)).map((one) => countsOf(campaign, one)));
      return counts.spend > 0 ? [{ campaign, counts }] : [];
    });
    const groups =
      query.get('level') === 'campaign'
        ? own.map(({ campaign, counts }) => ({
            head: { campaign_id: String(120_000_000_000 + (hash(campaign.tag) % 1e9)), campaign_name: campaign.tag },
            counts,
          }))
        : own.length > 0
          ? [{ head: {}, counts: together(own.map(({ counts }) => counts)) }]
          : [];
    return groups.flatMap(({ head, counts }) =>
      (split === null ? [['', 1] as const] : (SPLITS[split] ?? [])).map(([part], index, parts) => ({
        ...head,
        ...(split === null ? {} : { [split]: part }),
        ...shown(counts, bounds(parts, index), fields),
        date_start: from,
        date_stop: to,
      })),
    );
  });
  return ok({ data: rows, paging: { cursors: { before: 'MA', after: 'MQ' } } });
}

function stretches(increment: string, since: Day, until: Day): { from: Day; to: Day }[] {
  if (increment === 'monthly')
    return [...Map.groupBy(eachDay(since, until), (day) => day.slice(0, 7)).values()].map((days) => ({
      from: days[0] as Day,
      to: days.at(-1) as Day,
    }));
  const found: { from: Day; to: Day }[] = [];
  const step = Number(increment);
  for (let from = since; from <= until; from = addDays(from, step)) {
    const to = addDays(from, step - 1);
    found.push({ from, to: to < until ? to : until });
  }
  return found;
}

function countsOf({ tag, daily }: Campaign, day: Day): Counts {
  const draw = draws(`ads ${tag}`, day);
  const spend = Math.round(daily * (0.82 + draw() * 0.36));
  const impressions = Math.round((spend / (8_600 + draw() * 2_400)) * 1_000);
  const links = Math.floor(impressions * (0.009 + draw() * 0.005));
  return {
    spend,
    impressions,
    reach: Math.floor(impressions * (0.7 + draw() * 0.1)),
    clicks: Math.floor(links * 1.45),
    links,
    leads: Math.floor(links * (0.03 + draw() * 0.03)),
  };
}

/** Money and views add up; people do not: most of those reached on one day are reached on another. */
function together(days: readonly Counts[]): Counts {
  const sum = (of: keyof Counts): number => days.reduce((total, one) => total + one[of], 0);
  const most = Math.max(0, ...days.map((one) => one.reach));
  return {
    spend: sum('spend'),
    impressions: sum('impressions'),
    reach: Math.floor(most + (sum('reach') - most) * 0.35),
    clicks: sum('clicks'),
    links: sum('links'),
    leads: sum('leads'),
  };
}

/** Where a part of the whole begins and ends, from 0 to 1. */
function bounds(parts: readonly (readonly [string, number])[], index: number): readonly [number, number] {
  const until = (last: number): number => parts.slice(0, last).reduce((sum, [, share]) => sum + share, 0);
  return [until(index), index === parts.length - 1 ? 1 : until(index + 1)];
}

/** A part's counts. Its ends are rounded, not itself, so that all parts add up to the whole. */
function shown(counts: Counts, [from, to]: readonly [number, number], fields: ReadonlySet<string>): Record<string, unknown> {
  const part = (count: number): string => String(Math.floor(count * to) - Math.floor(count * from));
  const all: Record<string, unknown> = {
    account_currency: 'IDR',
    spend: part(counts.spend),
    impressions: part(counts.impressions),
    reach: part(counts.reach),
    clicks: part(counts.clicks),
    inline_link_clicks: part(counts.links),
    // One deed under three kinds, as Meta lists it.
    actions: ['lead', 'onsite_conversion.lead_grouped', 'omni_lead'].map((kind) => ({
      action_type: kind,
      value: part(counts.leads),
    })),
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => fields.has(name)));
}
