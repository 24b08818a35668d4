import { daysBetween, eachDay, type Day } from '#model/day.ts';
import { ConfigError, SourceError } from '#model/error.ts';
import type { Reason } from '#model/figure.ts';
import type { Measure } from '#model/measure.ts';
import { periodOf } from '#model/period.ts';
import type { Gap, Span } from '#model/run.ts';
import { CAMPAIGN, declaration, GOAL, timerOf, VISITORS, WHOLES, WINDOWS } from './ga4-declaration.ts';
import { Answer, report, spentOf, type Door, type Report } from './ga4-report.ts';
import { gather, type Gathering } from '../figure/gather.ts';
import { blamed, judge, reasonOf, signed } from './google.ts';
import { address, Refused } from '../http/http.ts';
import type { ApiSource, Ask, Examination, Pull } from '../source.ts';
import { months, pieces, weeks } from '../figure/spans.ts';
import { tagOf } from '../figure/tag.ts';
import { otherZone } from '../figure/zone.ts';

const SCOPE = 'https://www.googleapis.com/auth/analytics.readonly';
/** Days asked for at once: the fewer events, the less Google samples or folds. */
const AT_ONCE = 31;
/** Google works up to two days on a day's events. */
const DELAY = 2;

interface Reading {
  readonly ask: Ask;
  readonly door: Door;
  readonly figures: Gathering;
  readonly gaps: Gap[];
  /** Reports that Google has refused: they are not asked again in this run. */
  readonly refused: Map<string, unknown>;
  /** The property's zone, once an answer has told it. */
  zone: string | undefined;
}

async function collect(ask: Ask): Promise<Pull> {
  const { days } = ask;
  if (days === null) return { api: ask.api, series: [], posts: [], span: null, gaps: [] };
  const door = await connect(ask);
  const figures = gather(declaration.id, ask.api, ask.today);
  const reading: Reading = { ask, door, figures, gaps: [], refused: new Map(), zone: undefined };
  const timer = timerOf(ask.account);
  if (timer === undefined) {
    const detail = `agency.json: account "${ask.account.id}" has to state "settings"."timer", the seconds after which a session counts as engaged; without it bounces have no meaning`;
    reading.gaps.push({ measure: 'engaged-sessions', ...days, reason: 'not-collected', detail });
  }
  const wholes = WHOLES.filter(([measure]) => measure !== 'engaged-sessions' || timer !== undefined);
  for (const span of pieces(days, AT_ONCE)) {
    await readWholes(reading, wholes, span);
    for (const part of [GOAL, CAMPAIGN]) await readParts(reading, part, span);
  }
  await readWindows(reading, 'week', weeks(days));
  await readWindows(reading, 'month', months(days));
  const zone = reading.zone === undefined ? undefined : otherZone(reading.zone, ask.zone, 'sessions', days);
  const gaps = [...reading.gaps, ...figures.gaps(), ...(zone ? [zone] : [])];
  return { api: ask.api, series: figures.series(), posts: [], span: null, gaps };
}

/** Each day's whole. Where Google refuses the metrics together, each is asked alone, so that one that was withdrawn costs only itself. */
async function readWholes(reading: Reading, some: typeof WHOLES, span: Span): Promise<void> {
  const metrics = some.map(([, metric]) => metric);
  const found = await attempt(reading, 'date', metrics, span);
  if (found instanceof Error) {
    if (found instanceof Refused && found.status === 400 && some.length > 1) {
      for (const one of some) await readWholes(reading, [one], span);
      return;
    }
    for (const [measure, metric] of some) reading.gaps.push(lost(found, measure, span, metric));
    return;
  }
  reading.zone ??= found.zone;
  const byDay = new Map(found.rows.map(({ by, counts }) => [dayOf(by[0]), counts]));
  for (const day of eachDay(span.from, span.to)) {
    const counts = byDay.get(day);
    some.forEach(([measure, metric], index) =>
      reading.figures.put(
        { measure, window: 'day', metric },
        day,
        counts?.[index],
        counts ? 'failed' : absence(reading, found, day),
      ),
    );
  }
}

/**
 * A day that has no row: Google gives none for a day without any event, and the same for one on which nothing was counted (a missing
 * tag), also where rows of zeros are asked for (seen by others; not tried). So it is not known, and not 0.
 */
function absence({ ask }: Reading, { isThresholded }: Pick<Report, 'isThresholded'>, day: Day): Reason {
  if (daysBetween(day, ask.today) <= DELAY) return 'not-yet';
  return isThresholded ? 'below-threshold' : 'empty';
}

/** Goals or campaigns of each day. One without a session on a day has no row and no value. */
async function readParts(reading: Reading, { dimension, by, counts: wanted }: typeof GOAL, span: Span): Promise<void> {
  const metrics = wanted.map(([, metric]) => metric);
  const found = await attempt(reading, `date,${dimension}`, metrics, span);
  if (found instanceof Error) {
    for (const [measure] of wanted) reading.gaps.push(lost(found, measure, span, `by ${by}`));
    return;
  }
  for (const { by: of, counts } of found.rows) {
    const [day, name = ''] = [dayOf(of[0]), of[1]];
    // Google's own names for what has none: (not set), (direct), (organic), (referral), (other).
    if (day === undefined || day < span.from || day > span.to || /^\(.*\)$|^$/.test(name)) continue;
    wanted.forEach(([measure, metric], index) => {
      const dimensions = { [by]: tagOf(name) };
      reading.figures.put({ measure, window: 'day', metric, dimensions }, day, counts[index], 'failed');
    });
  }
  const why = found.isThresholded
    ? 'Google leaves out what speaks of too few people'
    : found.isFolded && 'Google has put some together as "(other)"';
  if (why) for (const [measure] of wanted) reading.gaps.push({ measure, ...span, reason: 'partial', detail: `by ${by}: ${why}` });
}

/** Visitors of whole weeks or months, which only Google can count; a value stands on the last day. */
async function readWindows(reading: Reading, window: keyof typeof WINDOWS, spans: readonly Span[]): Promise<void> {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return;
  const [measure, metric] = VISITORS;
  const found = await attempt(reading, WINDOWS[window], [metric], { from: first.from, to: last.to });
  if (found instanceof Error) {
    reading.gaps.push(lost(found, measure, { from: first.to, to: last.to }, `${metric} (${window})`));
    return;
  }
  const byName = new Map(found.rows.map(({ by, counts }) => [by[0], counts[0]]));
  for (const { to } of spans) {
    // 2026-09 and 2026-w37 are 202609 and 202637 there.
    const count = byName.get(periodOf(to, window).id.replace(/\D/g, ''));
    reading.figures.put({ measure, window, metric }, to, count, count === undefined ? absence(reading, found, to) : 'failed');
  }
}

/** One report, or the error of it. What Google has once refused is not asked again for other days. */
async function attempt({ door, refused }: Reading, by: string, metrics: readonly string[], span: Span): Promise<Report | Error> {
  const key = `${by} ${metrics.join()}`;
  const before = refused.get(key);
  if (before instanceof Error) return before;
  try {
    return await report(door, { dimensions: by.split(','), metrics, span });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error instanceof Refused) refused.set(key, error);
    return error;
  }
}

function lost(error: Error, measure: Measure, span: Span, what: string): Gap {
  const { reason, detail } = reasonOf(error);
  return { measure, ...span, reason, detail: `${what}: ${detail}`.slice(0, 300) };
}

/** `20170130` as a day. */
function dayOf(text = ''): Day | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  return match ? `${match[1]}-${match[2]}-${match[3]}` : undefined;
}

/** The Data API with a token that the service account has signed for; it keeps to 80 % of the property's quota. */
async function connect(ask: Ask): Promise<Door> {
  const { account } = ask;
  const { token } = await signed(ask, SCOPE);
  if (!/^\d{1,20}$/.test(account.handle)) {
    throw new ConfigError(
      `account "${account.id}": write the property's number (Admin > Property details) as "handle" in agency.json`,
    );
  }
  const url = address(account.server ?? declaration.server ?? '', `/${ask.api}/properties/${account.handle}:runReport`);
  let spent: string | undefined;
  return async (post) => {
    if (spent !== undefined)
      throw new SourceError(`80 % of the property's quota (${spent}) is used up; the rest follows in the next run`);
    try {
      const { body } = await ask.http.json({ url, schema: Answer, token, post, judge });
      spent = spentOf(body.propertyQuota);
      return body;
    } catch (error) {
      throw blamed(error, account.token ?? '', declaration.id);
    }
  };
}

/** One report of the newest days. */
async function examine(ask: Ask): Promise<Examination> {
  const lacks: string[] = [];
  if (timerOf(ask.account) === undefined) lacks.push('"settings"."timer" is lacking: engaged sessions are not collected.');
  const span = pieces(ask.days ?? { from: ask.today, to: ask.today }, 1)[0] ?? { from: ask.today, to: ask.today };
  try {
    const { zone } = await report(await connect(ask), { dimensions: ['date'], metrics: ['sessions', 'keyEvents'], span });
    const other = zone === undefined ? undefined : otherZone(zone, ask.zone, 'sessions', span);
    return { works: true, lacks: [...lacks, ...(other ? [other.detail] : [])], permissions: [SCOPE] };
  } catch (error) {
    const { detail } = reasonOf(error);
    if (error instanceof Refused && error.status === 403)
      lacks.push('Give the service account\'s address the role "Viewer" of the property (Admin > Property access management).');
    return { works: false, lacks: [...lacks, detail] };
  }
}

export const ga4: ApiSource = { declaration, collect, examine };
