import { z } from 'zod';
import { daysBetween, eachDay, type Day } from '#model/day.ts';
import { ConfigError, SecretError } from '#model/error.ts';
import type { Reason } from '#model/figure.ts';
import type { Gap, Span } from '#model/run.ts';
import { attempt, gather, type Gathering, type What } from '../figure/gather.ts';
import { address, Refused, type Verdict } from '../http/http.ts';
import { declaration } from './matomo-declaration.ts';
import type { ApiSource, Ask, Examination, Pull } from '../source.ts';
import { months, pieces, weeks } from '../figure/spans.ts';
import { tagOf } from '../figure/tag.ts';
import { otherZone } from '../figure/zone.ts';

/** Days asked for at once: a server that has to count them first answers within the time of one request. */
const AT_ONCE = 92;
/** A server that counts once a night has nothing of yesterday yet, and says so in the same way as "no visits". */
const DELAY = 2;

const Site = z.object({ timezone: z.string(), ts_created: z.string().regex(/^\d{4}-\d{2}-\d{2}/) });
const Goal = z.object({ idgoal: z.union([z.int(), z.string().regex(/^\d+$/)]), name: z.string() });
/** A list, or an object by id where the ids do not count from 1. */
const Goals = z.union([z.array(Goal), z.record(z.string(), Goal).transform((goals) => Object.values(goals))]);
const Count = z.number().optional();
const Visits = z.object({ nb_visits: Count, bounce_count: Count, nb_uniq_visitors: Count });
const Actions = z.object({ nb_pageviews: Count });
const Conversions = z.object({ nb_conversions: Count });
const Campaign = z.object({ label: z.string(), nb_visits: Count, nb_conversions: Count, nb_visits_converted: Count });
/** Errors come with status 200 (seen on 5.3.1). */
const Fault = z.object({ result: z.literal('error'), message: z.string() });
/** By day, week (`2026-11-09,2026-11-15`) or month (`2026-11`); a stretch without visits is an empty list (seen on 5.3.1). */
const none = z.array(z.never());
const byTime = <T>(schema: z.ZodType<T>): z.ZodType<Record<string, T | never[]>> => z.record(z.string(), z.union([none, schema]));

const NOT_WHOLE = [null, 'empty'] as const;

type Question = Readonly<Record<string, string>>;
type Matomo = <T>(method: string, schema: z.ZodType<T>, question?: Question) => Promise<T>;

async function collect(ask: Ask): Promise<Pull> {
  const { days } = ask;
  if (days === null) return { api: ask.api, series: [], posts: [], span: null, gaps: [] };
  const matomo = connect(ask);
  const site = await matomo('SitesManager.getSiteFromId', Site);
  const figures = gather(declaration.id, ask.api, ask.today);
  const gaps: Gap[] = [];
  const pull: Reading = { ask, matomo, figures, created: site.ts_created.slice(0, 10) };
  for (const span of pieces(days, AT_ONCE)) gaps.push(...(await readDays(pull, span)));
  gaps.push(...(await readVisitors(pull, 'week', weeks(days))), ...(await readVisitors(pull, 'month', months(days))));
  const zone = otherZone(site.timezone, ask.zone, 'sessions', days);
  return {
    api: ask.api,
    series: figures.series(),
    posts: [],
    span: null,
    gaps: [...gaps, ...figures.gaps(), ...(zone ? [zone] : [])],
  };
}

interface Reading {
  readonly ask: Ask;
  readonly matomo: Matomo;
  readonly figures: Gathering;
  /** The day on which the site was set up. */
  readonly created: Day;
}

/** Days of visits, page views, goals and campaign tags: each report by itself, so that one that fails costs only itself. */
async function readDays(pull: Reading, span: Span): Promise<Gap[]> {
  const { matomo, figures } = pull;
  const gaps: Gap[] = [];
  const question = { period: 'day', date: `${span.from},${span.to}` };
  const put = <T extends object>(answer: Record<string, T | never[]> | undefined, wanted: [What, keyof T & string][]): void => {
    for (const day of answer ? eachDay(span.from, span.to) : [])
      for (const [what, field] of wanted) figures.put(what, day, ...valueOf(pull, day, answer?.[day], field));
  };
  const visits = await attempt(gaps, ['sessions', 'bounces', 'visitors'], span, () =>
    matomo('VisitsSummary.get', byTime(Visits), question),
  );
  put(visits, [
    [{ measure: 'sessions', window: 'day', metric: 'nb_visits' }, 'nb_visits'],
    [{ measure: 'bounces', window: 'day', metric: 'bounce_count' }, 'bounce_count'],
    [{ measure: 'visitors', window: 'day', metric: 'nb_uniq_visitors' }, 'nb_uniq_visitors'],
  ]);
  const actions = await attempt(gaps, ['pageviews'], span, () => matomo('Actions.get', byTime(Actions), question));
  put(actions, [[{ measure: 'pageviews', window: 'day', metric: 'nb_pageviews' }, 'nb_pageviews']]);
  const goals = await attempt(gaps, ['conversions'], span, () => matomo('Goals.getGoals', Goals));
  const conversions: What = { measure: 'conversions', window: 'day', metric: 'nb_conversions' };
  if (goals?.length === 0) {
    gaps.push({ measure: 'conversions', ...span, reason: 'not-offered', detail: 'no goal is set up for this site in Matomo' });
  }
  if (goals && goals.length > 0) {
    const all = await attempt(gaps, ['conversions'], span, () => matomo('Goals.get', byTime(Conversions), question));
    put(all, [[conversions, 'nb_conversions']]);
  }
  for (const [id, goal] of named(goals ?? [])) {
    const own = { ...question, idGoal: id };
    const found = await attempt(gaps, ['conversions'], span, () => matomo('Goals.get', byTime(Conversions), own));
    put(found, [[{ ...conversions, dimensions: { goal } }, 'nb_conversions']]);
  }
  const rows = { ...question, filter_limit: '-1' };
  const campaigns = await attempt(gaps, ['sessions'], span, () =>
    matomo('Referrers.getCampaigns', z.record(z.string(), z.array(Campaign)), rows),
  );
  for (const day of eachDay(span.from, span.to)) putCampaigns(figures, day, campaigns?.[day] ?? []);
  return gaps;
}

/** Visitors of whole weeks or months, which only Matomo can count; none where it began within one. */
async function readVisitors(pull: Reading, window: 'week' | 'month', spans: readonly Span[]): Promise<Gap[]> {
  const first = spans[0];
  const last = spans.at(-1);
  if (!first || !last) return [];
  const gaps: Gap[] = [];
  const all = { from: first.from, to: last.to };
  const question = { period: window, date: `${all.from},${all.to}` };
  const answer = await attempt(gaps, ['visitors'], { from: first.to, to: last.to }, () =>
    pull.matomo('VisitsSummary.get', byTime(Visits), question),
  );
  for (const { from, to } of answer ? spans : []) {
    const found = answer?.[window === 'month' ? to.slice(0, 7) : `${from},${to}`];
    const [value, reason] = from < pull.created ? NOT_WHOLE : valueOf(pull, to, found, 'nb_uniq_visitors');
    pull.figures.put({ measure: 'visitors', window, metric: 'nb_uniq_visitors' }, to, value, reason);
  }
  return gaps;
}

/** Goals by id, each with a name of its own. */
function named(goals: z.infer<typeof Goals>): Map<string, string> {
  const names = goals.map((goal) => tagOf(goal.name));
  return new Map(
    goals.map((goal, index) => {
      const name = names[index] as string;
      const isShared = goals.some((other, at) => names[at] === name && String(other.idgoal) !== String(goal.idgoal));
      return [String(goal.idgoal), isShared ? `${name.slice(0, 80)} (${goal.idgoal})` : name];
    }),
  );
}

/** A tag without a visit on a day has no row and no value. Matomo leaves conversions out of rows in which no visit had any. */
function putCampaigns(figures: Gathering, day: Day, rows: readonly z.infer<typeof Campaign>[]): void {
  for (const row of new Map(rows.map((one) => [one.label, one])).values()) {
    const dimensions = { campaign: tagOf(row.label) };
    figures.put({ measure: 'sessions', window: 'day', metric: 'nb_visits', dimensions }, day, row.nb_visits);
    const converted = row.nb_conversions ?? (row.nb_visits_converted === 0 ? 0 : undefined);
    figures.put({ measure: 'conversions', window: 'day', metric: 'nb_conversions', dimensions }, day, converted);
  }
}

/**
 * The number of a stretch, or why there is none. Without visits Matomo gives `[]` for one of several days and zeros for one asked alone:
 * it has counted none, but for days before the site was set up, and days that it may not have counted yet.
 */
function valueOf<T extends object>(
  { ask, created }: Reading,
  day: Day,
  found: T | never[] | undefined,
  field: keyof T & string,
): [number | null, Reason?] {
  if (found === undefined) return [null, 'failed'];
  if (!Array.isArray(found)) return [(found[field] as number | undefined) ?? null];
  if (day < created) return [null, 'empty'];
  return daysBetween(day, ask.today) <= DELAY ? [null, 'not-yet'] : [0];
}

/** Questions go by POST with the token in the body: in an address it would end in the server's log. */
function connect(ask: Ask): Matomo {
  const { account } = ask;
  const token = ask.token();
  if (account.server === undefined) {
    throw new ConfigError(`account "${account.id}": write the address of the Matomo server as "server" in agency.json`);
  }
  const url = address(account.server, '/index.php');
  const refused = (why: string): SecretError =>
    new SecretError(account.token ?? '', `${account.token}: Matomo refuses the token (${why}); see docs/sources/matomo.md`);
  const segment = account.settings?.['segment'];
  return async (method, schema, question) => {
    const form = {
      module: 'API',
      method,
      format: 'JSON',
      idSite: account.handle,
      ...question,
      ...(segment === undefined ? {} : { segment }),
      token_auth: token,
    };
    const within = (body: unknown): Verdict | undefined => {
      const fault = Fault.safeParse(body).data;
      return fault && { again: false, why: method };
    };
    try {
      return (await ask.http.json({ url, schema, form, within })).body;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const message = Fault.safeParse(error.body).data?.message ?? '';
      if (/access/i.test(message)) throw refused(`it may not read site ${account.handle}`);
      // A wrong token is answered with 401 and a page of HTML (seen on 5.3.1).
      const isUnknown = error.status === 401 || error.status === 403 || /authenticate|token_auth/i.test(message);
      throw isUnknown ? refused('it is unknown or was deleted') : error;
    }
  };
}

async function examine(ask: Ask): Promise<Examination> {
  const lacks: string[] = [];
  const matomo = connect(ask);
  const { timezone } = await matomo('SitesManager.getSiteFromId', Site);
  const { value: version } = await matomo('API.getMatomoVersion', z.object({ value: z.string() }));
  const goals = await matomo('Goals.getGoals', Goals);
  const zone = otherZone(timezone, ask.zone, 'sessions', { from: ask.today, to: ask.today });
  if (zone) lacks.push(zone.detail);
  if (!version.startsWith('5.')) lacks.push(`the server runs Matomo ${version.slice(0, 20)}; this was written for Matomo 5`);
  if (goals.length === 0) lacks.push('no goal is set up for this site, so that there are no conversions; add one in Matomo');
  return { works: true, lacks };
}

export const matomo: ApiSource = { declaration, collect, examine };
