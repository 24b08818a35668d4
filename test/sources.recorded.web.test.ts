import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createHttp } from '#sources/http/http.ts';
import { matomo } from '#sources/web/matomo.ts';
import { plausible } from '#sources/web/plausible.ts';
import { replay, type Exchange } from '#sources/http/replay.ts';

// Real recordings stand beside the repository on some machines; none is kept here.
const FOLDER = join(import.meta.dirname, '../../shared/recorded');
const present = existsSync(FOLDER);
if (!present) console.log('skipped: no real recordings in ../shared/recorded');

const Recorded = z.object({ status: z.number(), headers: z.record(z.string(), z.string()), body: z.unknown() });
const recorded = (...parts: string[]): z.infer<typeof Recorded> =>
  Recorded.parse(JSON.parse(readFileSync(join(FOLDER, ...parts), 'utf8')));

describe.skipIf(!present)('matomo 5.3.1, recorded', () => {
  const server = 'http://127.0.0.1:8099';
  const question = (method: string, fields: object, response: Exchange['response']): Exchange => ({
    request: {
      method: 'POST',
      url: `${server}/index.php`,
      body: { module: 'API', method, format: 'JSON', idSite: '1', ...fields },
    },
    response,
  });

  test('visits and goals are read as the server gave them', async () => {
    const days = { from: '2026-11-16', to: '2026-11-22' };
    const fields = { period: 'day', date: `${days.from},${days.to}` };
    const pull = await matomo.collect({
      account: {
        id: 'situs',
        name: 'Situs',
        platform: 'matomo',
        source: 'matomo',
        handle: '1',
        server,
        token: 'T',
        since: '2026-01-01',
      },
      http: createHttp({
        now: () => new Date('2026-11-23T00:00:00Z'),
        sleep: async () => undefined,
        random: () => 0,
        transport: replay([
          question(
            'SitesManager.getSiteFromId',
            {},
            { status: 200, headers: {}, body: { timezone: 'Asia/Jakarta', ts_created: '2026-11-17 00:00:00' } },
          ),
          question('VisitsSummary.get', fields, recorded('matomo/local-server/VisitsSummary.get_day_last7.json')),
          question('Goals.getGoals', {}, recorded('matomo/local-server/Goals.getGoals.json')),
        ]),
      }),
      zone: 'Asia/Jakarta',
      today: '2026-11-23',
      days,
      posts: { from: '2026-11-23', to: '2026-11-23' },
      audience: false,
      api: '5',
      allowance: 0,
      token: () => 'CANARYTOKEN-1f8b',
      secret: () => '',
      has: () => false,
    });
    const of = (measure: string): unknown[] =>
      pull.series
        .filter((one) => one.measure === measure && one.window === 'day')
        .flatMap((one) => one.values.map((value) => value.value ?? value.reason));
    expect(of('sessions')).toEqual(['empty', 12, 12, 12, 12, 12, 'not-yet']);
    expect(of('bounces')).toEqual(['empty', 6, 6, 6, 6, 6, 'not-yet']);
    expect(of('visitors')).toEqual(['empty', 12, 12, 12, 12, 12, 'not-yet']);
    const { nb_visits, bounce_count } = recorded('matomo/local-server/VisitsSummary.get_range.json').body as Record<
      string,
      number
    >;
    const sum = (measure: string): number =>
      of(measure).reduce((total: number, value) => total + (typeof value === 'number' ? value : 0), 0);
    expect([sum('sessions'), sum('bounces')]).toEqual([nb_visits, bounce_count]);
  });
});

describe.skipIf(!present)('plausible, as its own documentation shows it', () => {
  const example = (name: string): unknown =>
    JSON.parse(readFileSync(join(FOLDER, `plausible/plausible+docs/src__js__apiv2-examples__${name}.json`), 'utf8'));

  test('days and tags are read from answers in that shape', async () => {
    const Shown = z.object({
      results: z.array(z.object({ metrics: z.array(z.number()), dimensions: z.array(z.string()) })),
      query: z.object({ date_range: z.tuple([z.string(), z.string()]) }),
    });
    const series = Shown.parse(example('timeseries-response'));
    const tags = Shown.parse(example('utm-response'));
    const days = { from: '2024-09-04', to: '2024-09-10' };
    const answer = (metrics: string[], dimensions: string[], results: (typeof series)['results']): Exchange => ({
      request: {
        method: 'POST',
        url: 'https://plausible.io/api/v2/query',
        body: {
          site_id: 'dummy.site',
          metrics,
          date_range: [days.from, days.to],
          dimensions,
          include: { total_rows: true },
          pagination: { limit: 10_000, offset: 0 },
        },
      },
      response: {
        status: 200,
        headers: {},
        body: { results, meta: { total_rows: results.length }, query: { ...series.query, metrics, dimensions } },
      },
    });
    const wholes = series.results.map(({ metrics: [visitors = 0, events = 0], dimensions }) => ({
      metrics: [visitors + 1, visitors, events, 50],
      dimensions,
    }));
    const tagged = new Map(tags.results.map(({ metrics, dimensions }) => [dimensions[1] ?? '', metrics[0] ?? 0]));
    const pull = await plausible.collect({
      account: {
        id: 'situs',
        name: 'Situs',
        platform: 'plausible',
        source: 'plausible',
        handle: 'dummy.site',
        token: 'T',
        since: '2024-01-01',
      },
      http: createHttp({
        now: () => new Date('2024-09-11T00:00:00Z'),
        sleep: async () => undefined,
        random: () => 0,
        transport: replay([
          answer(['visits'], [], [{ metrics: [430], dimensions: [] }]),
          answer(['visits', 'visitors', 'pageviews', 'bounce_rate'], ['time:day'], wholes),
          answer(
            ['visits'],
            ['time:day', 'visit:utm_campaign'],
            [...tagged].map(([tag, count]) => ({ metrics: [count], dimensions: ['2024-09-04', tag] })),
          ),
        ]),
      }),
      zone: 'UTC',
      today: '2024-09-12',
      days,
      posts: days,
      audience: false,
      api: 'v2',
      allowance: 0,
      token: () => 'CANARYTOKEN-1f8b',
      secret: () => '',
      has: () => false,
    });
    const visitors = pull.series.find((one) => one.measure === 'visitors' && one.window === 'day');
    expect(visitors?.values.map(({ day, value }) => [day, value])).toEqual(
      series.results.map(({ metrics, dimensions }) => [dimensions[0], metrics[0]]),
    );
    const campaigns = pull.series.filter((one) => one.measure === 'sessions' && one.dimensions.campaign !== undefined);
    expect(campaigns.map((one) => one.dimensions.campaign).sort()).toEqual(
      [...tagged.keys()].filter((tag) => tag !== '(not set)').sort(),
    );
    expect(pull.gaps.filter((gap) => gap.reason === 'not-comparable')).toEqual([]);
  });
});
