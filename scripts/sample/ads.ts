import { addDays, eachDay, type Day } from '#model/day.ts';
import { ok, refuse, type Response } from './answer.ts';
import { CAMPAIGNS, running, type Campaign } from './campaigns.ts';
import { hash } from './random.ts';
import { draws } from './registers/rows.ts';

/** Who saw the advertisements, by the platform's estimate, and who clicked: groups that see the same do not respond alike. */
interface Group {
  readonly name: string;
  readonly seen: number;
  readonly clicked: number;
}
const group = (name: string, seen: number, clicked: number): Group => ({ name, seen, clicked });
const SPLITS: Readonly<Record<string, readonly Group[]>> = {
  age: [
    group('13-17', 0.004, 0.003),
    group('18-24', 0.21, 0.158),
    group('25-34', 0.36, 0.347),
    group('35-44', 0.25, 0.291),
    group('45-54', 0.115, 0.142),
    group('55-64', 0.045, 0.046),
    group('65+', 0.016, 0.013),
  ],
  gender: [group('female', 0.58, 0.655), group('male', 0.405, 0.331), group('unknown', 0.015, 0.014)],
  // The advertisements are shown in the regency and where its people work.
  country: [group('ID', 1, 1)],
  region: [group('South Sulawesi', 0.964, 0.971), group('Central Sulawesi', 0.021, 0.016), group('West Sulawesi', 0.015, 0.013)],
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
      (split === null ? [group('', 1, 1)] : (SPLITS[split] ?? [])).map(({ name }, index, parts) => ({
        ...head,
        ...(split === null ? {} : { [split]: name }),
        ...shown(counts, bounds(parts, index, 'seen'), bounds(parts, index, 'clicked'), fields),
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

/** Where a group of the whole begins and ends, from 0 to 1. */
function bounds(groups: readonly Group[], index: number, of: 'seen' | 'clicked'): readonly [number, number] {
  const until = (last: number): number => groups.slice(0, last).reduce((sum, one) => sum + one[of], 0);
  return [until(index), index === groups.length - 1 ? 1 : until(index + 1)];
}

/** A group's counts. Its ends are rounded, not itself, so that all groups add up to the whole. */
function shown(
  counts: Counts,
  seen: readonly [number, number],
  clicked: readonly [number, number],
  fields: ReadonlySet<string>,
): Record<string, unknown> {
  const part = (count: number, [from, to]: readonly [number, number]): string =>
    String(Math.floor(count * to) - Math.floor(count * from));
  const all: Record<string, unknown> = {
    account_currency: 'IDR',
    spend: part(counts.spend, seen),
    impressions: part(counts.impressions, seen),
    reach: part(counts.reach, seen),
    clicks: part(counts.clicks, clicked),
    inline_link_clicks: part(counts.links, clicked),
    // One deed under three kinds, as Meta lists it.
    actions: ['lead', 'onsite_conversion.lead_grouped', 'omni_lead'].map((kind) => ({
      action_type: kind,
      value: part(counts.leads, clicked),
    })),
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => fields.has(name)));
}
