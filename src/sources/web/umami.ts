import { z } from 'zod';
import { addDays, dayOf, eachDay, instantOf } from '#model/day.ts';
import { SecretError } from '#model/error.ts';
import type { Gap, Span } from '#model/run.ts';
import { attempt, gather, type What } from '../figure/gather.ts';
import { address, Refused } from '../http/http.ts';
import { instant } from '../figure/moment.ts';
import type { ApiSource, Ask, Examination, Pull } from '../source.ts';
import { months, weeks } from '../figure/spans.ts';
import { declaration, METRICS } from './umami-declaration.ts';

const Website = z.object({ createdAt: z.string() });
/** A number since version 3, before that one with that of the days before. */
const Count = z.union([z.number(), z.object({ value: z.number() }).transform(({ value }) => value)]).optional();
const Stats = z.object({ pageviews: Count, visitors: Count, visits: Count, bounces: Count });

type Umami = <T>(path: string, question: Readonly<Record<string, number>>, schema: z.ZodType<T>) => Promise<T>;

const NOTHING: z.infer<typeof Stats> = {};

type Counted = keyof typeof METRICS;
const ALL = Object.keys(METRICS) as Counted[];

async function collect(ask: Ask): Promise<Pull> {
  const { days } = ask;
  if (days === null) return { api: ask.api, series: [], posts: [], span: null, gaps: [] };
  const umami = connect(ask);
  const { createdAt } = await umami('', {}, Website);
  const created = dayOf(instant(createdAt), ask.zone);
  const figures = gather(declaration.id, ask.api, ask.today);
  const gaps: Gap[] = [];
  const read = async (window: What['window'], spans: readonly Span[], measures: readonly Counted[]): Promise<void> => {
    for (const span of spans) {
      // One that fails ends it: the server would be asked in vain for each of the others.
      const rest = { from: span.to, to: spans.at(-1)?.to ?? span.to };
      const isWhole = span.from >= created;
      const stats = isWhole
        ? await attempt(gaps, measures, rest, () => umami('/stats', between(span, ask.zone), Stats))
        : NOTHING;
      if (!stats) return;
      for (const measure of measures) {
        const metric = METRICS[measure];
        figures.put({ measure, window, metric }, span.to, stats[metric], isWhole ? 'not-offered' : 'empty');
      }
    }
  };
  const each = eachDay(days.from, days.to).map((day) => ({ from: day, to: day }));
  await read('day', each, ALL);
  await read('week', weeks(days), ['visitors']);
  await read('month', months(days), ['visitors']);
  return { api: ask.api, series: figures.series(), posts: [], span: null, gaps: [...gaps, ...figures.gaps()] };
}

/** Umami takes instants, so that the days are those of the agency's own zone. The last millisecond belongs to the day. */
function between({ from, to }: Span, zone: string): { startAt: number; endAt: number } {
  return {
    startAt: instantOf(`${from}T00:00`, zone).getTime(),
    endAt: instantOf(`${addDays(to, 1)}T00:00`, zone).getTime() - 1,
  };
}

/** Umami's own service has its paths below /v1 and a header of its own; a server of one's own has them below /api and takes a bearer. */
function connect(ask: Ask): Umami {
  const { account } = ask;
  const server = (account.server ?? declaration.server ?? '').replace(/\/+$/, '');
  const token = ask.token();
  const [base, secret] = /\/v1(\/\w+)?$/.test(server)
    ? [server, { keys: { 'x-umami-api-key': token } }]
    : [`${server}/api`, { token }];
  return async (path, question, schema) => {
    try {
      const url = address(base, `/websites/${encodeURIComponent(account.handle)}${path}`, question);
      return (await ask.http.json({ url, schema, ...secret })).body;
    } catch (error) {
      if (!(error instanceof Refused) || (error.status !== 401 && error.status !== 403)) throw error;
      const why = error.status === 401 ? 'it is unknown, or the server has a new secret' : 'it may not see this website';
      throw new SecretError(account.token ?? '', `${account.token}: Umami refuses the token (${why}); see docs/sources/umami.md`);
    }
  };
}

async function examine(ask: Ask): Promise<Examination> {
  const umami = connect(ask);
  await umami('', {}, Website);
  const yesterday = addDays(ask.today, -1);
  const stats = await umami('/stats', between({ from: yesterday, to: yesterday }, ask.zone), Stats);
  const lacks = ALL.filter((measure) => stats[METRICS[measure]] === undefined);
  return { works: true, lacks: lacks.map((measure) => `this version of Umami does not give "${METRICS[measure]}"`) };
}

export const umami: ApiSource = { declaration, collect, examine };
