import { addDays, eachDay, type Day } from '#model/day.ts';
import { ok, refuse, type Request, type Response } from './answer.ts';
import { attention } from './calendar.ts';
import { running } from './campaigns.ts';
import { around, draws } from './registers/rows.ts';

/** The website and its Matomo came with the new year. */
const CREATED = '2025-01-01';
const GOALS = [
  { idgoal: 1, name: 'Unduh formulir', share: 0.028 },
  { idgoal: 2, name: 'Permohonan layanan daring', share: 0.013 },
];
/** The tracking code was lost in a redesign: three days look like days without a visit. */
const LOST = { from: '2026-04-20', to: '2026-04-22' } as const;

/** Reporting API of a Matomo 5: visits, pages, goals and campaign tags. Errors come with status 200, a wrong token as a page of HTML. */
export function matomo(day: Day, { body }: Request): Response {
  const form = new URLSearchParams(String(body));
  if (form.get('token_auth') !== 'sample')
    return refuse(401, '<!DOCTYPE html><title>Error</title>', { 'content-type': 'text/html' });
  const method = form.get('method') ?? '';
  if (method === 'API.getMatomoVersion') return ok({ value: '5.3.1' });
  if (method === 'SitesManager.getSiteFromId')
    return ok({
      idsite: 1,
      name: 'Tirtaraya',
      main_url: 'https://tirtaraya.example',
      ts_created: `${CREATED} 01:00:00`,
      timezone: 'Asia/Makassar',
    });
  if (method === 'Goals.getGoals') return ok(GOALS.map(({ idgoal, name }) => ({ idsite: 1, idgoal, name, deleted: 0 })));
  const [from = day, to = from] = (form.get('date') ?? '').split(',');
  const report = REPORTS[method];
  if (!report) return ok({ result: 'error', message: `The method '${method}' does not exist or is not available.` });
  const goal = form.get('idGoal');
  return ok(
    Object.fromEntries(
      stretches(form.get('period') ?? 'day', from, to).map(([name, days]) => {
        const counted = days.filter((one) => one < day && one >= CREATED && (one < LOST.from || one > LOST.to));
        return [name, counted.length === 0 ? [] : report(counted, goal)];
      }),
    ),
  );
}

/** The days of each stretch by the name that Matomo gives it. */
function stretches(period: string, from: Day, to: Day): [string, Day[]][] {
  const days = eachDay(from, to);
  if (period === 'day') return days.map((day) => [day, [day]]);
  const nameOf = (day: Day): string => {
    if (period === 'month') return day.slice(0, 7);
    const monday = addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
    return `${monday},${addDays(monday, 6)}`;
  };
  return [...Map.groupBy(days, nameOf)];
}

const REPORTS: Readonly<Record<string, (days: readonly Day[], goal: string | null) => unknown>> = {
  'VisitsSummary.get': (days) => {
    const visits = sum(days, visitsOn);
    return {
      // Who comes twice in a month is one visitor: the longer the stretch, the fewer of its visits.
      nb_uniq_visitors: Math.floor(visits * (days.length > 20 ? 0.61 : days.length > 1 ? 0.72 : 0.87)),
      nb_visits: visits,
      bounce_count: sum(days, (day) => Math.floor(visitsOn(day) * (0.44 + draws('bounce', day)() * 0.09))),
      bounce_rate: '47%',
    };
  },
  'Actions.get': (days) => ({
    nb_pageviews: sum(days, (day) => Math.floor(visitsOn(day) * (2.2 + draws('pages', day)() * 0.5))),
  }),
  'Goals.get': (days, goal) => {
    const goals = GOALS.filter(({ idgoal }) => goal === null || String(idgoal) === goal);
    return { nb_conversions: sum(days, (day) => goals.reduce((total, one) => total + reached(day, one), 0)) };
  },
  'Referrers.getCampaigns': ([day]) =>
    day === undefined
      ? []
      : tagged(day).map(({ tag, visits }) => ({ label: tag, nb_visits: visits, nb_conversions: Math.floor(visits * 0.07) })),
};

function visitsOn(day: Day): number {
  return around(draws('visits', day), 430 * attention(day)) + tagged(day).reduce((total, { visits }) => total + visits, 0);
}

function tagged(day: Day): { tag: string; visits: number }[] {
  return running(day)
    .map(({ tag, visits }) => ({ tag, visits: around(draws(`visits ${tag}`, day), visits * attention(day)) }))
    .filter(({ visits }) => visits > 0);
}

function reached(day: Day, { idgoal, share }: (typeof GOALS)[number]): number {
  return around(draws(`goal ${idgoal}`, day), visitsOn(day) * share);
}

function sum(days: readonly Day[], of: (day: Day) => number): number {
  return days.reduce((total, day) => total + of(day), 0);
}
