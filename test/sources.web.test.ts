import { describe, expect, test } from 'vitest';
import { ConfigError, SecretError, SourceError } from '#model/error.ts';
import { matomo } from '#sources/web/matomo.ts';
import { plausible } from '#sources/web/plausible.ts';
import { replay, type Exchange } from '#sources/http/replay.ts';
import { months, pieces, weeks } from '#sources/figure/spans.ts';
import { byPart, partOf } from '#sources/figure/part.ts';
import { tagOf } from '#sources/figure/tag.ts';
import { otherZone } from '#sources/figure/zone.ts';
import { umami } from '#sources/web/umami.ts';
import { answers, collect } from './conformance.ts';
import { asking, instead, values } from './sources.asking.ts';

describe('campaign tags', () => {
  test.each([
    ['vaksin-2026', 'vaksin-2026'],
    ['Pajak 50%', 'Pajak 50%'],
    ['hari_ini_120210123456780001', '(withheld)'],
    ['vaksin-20260917', 'vaksin-20260917'],
    ['vaksin 2026-09-17', 'vaksin 2026-09-17'],
    ['APBD 2025-2026', 'APBD 2025-2026'],
    ['COVID19Booster2Jateng2026', 'COVID19Booster2Jateng2026'],
    ['KEPENDUDUKANDANCATATANSIPIL', 'KEPENDUDUKANDANCATATANSIPIL'],
    ['pasar murah at balai kota', 'pasar murah at balai kota'],
    ['Greater Jakarta Area, Indonesia', 'Greater Jakarta Area, Indonesia'],
    ['budi%2540mail.com', '(withheld)'],
    ['budi%25252540mail.com', '(withheld)'],
    ['budi%FF%40mail.com', '(withheld)'],
    ['budi&#64;mail.com', '(withheld)'],
    ['budi_at_mail_com', '(withheld)'],
    ['budi(at)mail.com', '(withheld)'],
    ['budi at mail dot com', '(withheld)'],
    ['hp_8123456789', '(withheld)'],
    ['021-5551234', '(withheld)'],
    ['+1 202 555 0147', '(withheld)'],
    ['17081945', '(withheld)'],
    ['YnVkaUBtYWlsLmNvbQ==', '(withheld)'],
    ['MDgxMjM0NTY3OA==', '(withheld)'],
    ['5f4dcc3b5aa765d61d8327deb882cf99', '(withheld)'],
    ['pekan%20vaksin', 'pekan vaksin'],
    ['%E0%A4%A', '%E0%A4%A'],
    ['', '(not set)'],
    ['budi%40example.com', '(withheld)'],
    ['surat+budi@example.com', '(withheld)'],
    ['wa_0812_3456_7890', '(withheld)'],
    ['6281234567890', '(withheld)'],
    ['nik_3174012501900001', '(withheld)'],
    ['dari @budi', '(withheld)'],
  ])('"%s" stands as "%s"', (raw, kept) => {
    expect(tagOf(raw)).toBe(kept);
  });

  test('are read in no time, however they were made', () => {
    const begin = performance.now();
    for (const text of ['%25', '%', '25', 'a_at', 'A1', 'a.at.b ', '1 ', '2026-09-']) tagOf(text.repeat(50_000));
    expect(performance.now() - begin).toBeLessThan(2000);
  });

  test('are cut at 100 without half a sign at the end', () => {
    expect(tagOf('x'.repeat(300))).toHaveLength(100);
    expect(tagOf(`${'x'.repeat(99)}😀`)).toBe('x'.repeat(99));
  });
});

describe('groups of people', () => {
  test.each([
    ['country', 'ID', 'ID'],
    ['country', 'id', 'ID'],
    ['country', 'Indonesia', 'ID'],
    ['country', 'Amerika Serikat', 'US'],
    ['country', 'UK', 'GB'],
    ['country', 'Hong Kong', 'HK'],
    ['country', 'Budi Santoso 081234567890 budi@mail.com', 'other'],
    ['country', '__proto__', 'other'],
    ['country', '', 'unknown'],
    ['gender', 'F', 'female'],
    ['gender', 'Unknown', 'unknown'],
    ['gender', 'Budi', 'other'],
    ['age', '65+', '65+'],
    ['age', '17 Agustus 1945', 'other'],
    ['city', 'Makassar, South Sulawesi', 'Makassar, South Sulawesi'],
    ['city', 'Budi, 0812-3456-7890', 'other'],
    ['segment', 'budi%2540mail.com', 'other'],
  ] as const)('%s "%s" stands as "%s"', (dimension, name, part) => expect(partOf(dimension, name)).toBe(part));

  test('whose names became one are added up, and not known where one of them is not', () => {
    const counts = [
      ['ID', 5],
      ['budi@mail.com', 2],
      ['siti@mail.com', 3],
    ] as const;
    expect(byPart('country', counts)).toEqual([
      ['ID', 5],
      ['other', 5],
    ]);
    expect(byPart('country', [...counts, ['x@mail.com', undefined]])).toEqual([
      ['ID', 5],
      ['other', null],
    ]);
    expect(byPart('country', [['x@mail.com', undefined], ...counts])).toEqual([
      ['ID', 5],
      ['other', null],
    ]);
  });
});

describe('stretches of days', () => {
  test('in pieces, weeks and months', () => {
    expect(pieces({ from: '2026-01-01', to: '2026-01-07' }, 3).map((one) => one.to)).toEqual([
      '2026-01-03',
      '2026-01-06',
      '2026-01-07',
    ]);
    expect(weeks({ from: '2026-10-25', to: '2026-11-07' })).toEqual([
      { from: '2026-10-19', to: '2026-10-25' },
      { from: '2026-10-26', to: '2026-11-01' },
    ]);
    expect(months({ from: '2026-01-31', to: '2026-03-30' })).toEqual([
      { from: '2026-01-01', to: '2026-01-31' },
      { from: '2026-02-01', to: '2026-02-28' },
    ]);
    expect(months({ from: '2026-02-01', to: '2026-02-27' })).toEqual([]);
  });

  test.each([
    ['Asia/Jakarta', true],
    ['Asia/Bangkok', true],
    ['UTC+7', true],
    ['GMT+07:00', true],
    ['UTC+6.5', false],
    ['UTC', false],
    ['Asia/Makassar', false],
    ['Mars/Olympus', false],
  ])('the days of %s are those of Jakarta: %s', (zone, same) => {
    expect(otherZone(zone, 'Asia/Jakarta', 'sessions', { from: '2026-10-01', to: '2026-10-02' }) === undefined).toBe(same);
  });
});

describe('matomo', () => {
  const exchanges = answers('matomo');
  const account = { server: 'https://statistik.example.go.id', token: 'MATOMO_TOKEN' };

  test('an error that comes with status 200 costs only its report, and shows no token', async () => {
    const body = { result: 'error', message: 'Something is wrong with CANARYTOKEN-1f8b' };
    const { pull } = await collect(matomo, replay(instead(exchanges, (one) => one.includes('Actions.get'), { body })));
    expect(values(pull, 'pageviews', 'day')).toEqual([]);
    expect(values(pull, 'sessions', 'day')).toContain(120);
    expect(pull.gaps).toContainEqual(expect.objectContaining({ measure: 'pageviews', reason: 'failed' }));
    expect(JSON.stringify(pull)).not.toMatch(/canary/i);
  });

  test.each([
    [401, '<html><body>Unable to log in</body></html>'],
    [200, { result: 'error', message: 'Unable to authenticate with the provided token. It is either invalid, or expired.' }],
    [200, { result: 'error', message: "You can't access this resource as it requires 'view' access for the website id = 1." }],
  ])('a refused token (%i) names its variable', async (status, body) => {
    const failure = await collect(matomo, replay(instead(exchanges, () => true, { status, body }))).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(SecretError);
    expect(failure).toMatchObject({ variable: 'MATOMO_TOKEN' });
  });

  test('HTML, half an answer and a list in place of an object are errors, never figures', async () => {
    for (const body of ['<!doctype html><title>Maintenance</title>', '{"2026-10-24":', [1, 2], null]) {
      const { pull } = await collect(matomo, replay(instead(exchanges, (one) => one.includes('"VisitsSummary.get'), { body })));
      expect(pull.series.filter((one) => one.measure === 'sessions' && !('campaign' in one.dimensions))).toEqual([]);
      expect(pull.gaps).toContainEqual(expect.objectContaining({ measure: 'sessions', reason: 'failed' }));
    }
  });

  test('what is no count is not known', async () => {
    const text = JSON.stringify(exchanges)
      .replaceAll('"nb_visits":120', '"nb_visits":9007199254740993')
      .replaceAll('"nb_visits":88', '"nb_visits":-1');
    const { pull } = await collect(matomo, replay(JSON.parse(text) as Exchange[]));
    expect(values(pull, 'sessions', 'day').slice(-5)).toEqual([0, 'not-offered', 0, 'not-offered', 'not-yet']);
  });

  test('a month is what Matomo counts for it, never its days added up', async () => {
    const old = instead(exchanges, (one) => one.includes('getSiteFromId'), {
      body: { timezone: 'Asia/Jakarta', ts_created: '2020-01-01 00:00:00' },
    });
    const { pull } = await collect(matomo, replay(old));
    expect(values(pull, 'visitors', 'month')).toEqual([101]);
    expect(values(pull, 'visitors', 'day')[0]).toBe(0);
  });

  test('says where the site counts by other days', async () => {
    const utc = instead(exchanges, (one) => one.includes('getSiteFromId'), {
      body: { timezone: 'UTC', ts_created: '2020-01-01 00:00:00' },
    });
    const { pull } = await collect(matomo, replay(utc));
    expect(pull.gaps).toContainEqual(expect.objectContaining({ measure: 'sessions', reason: 'not-comparable' }));
  });

  test('a site without goals has no conversions, which is not 0; two goals of one name are told apart', async () => {
    const none = await collect(matomo, replay(instead(exchanges, (one) => one.includes('getGoals'), { body: [] })));
    expect(none.pull.gaps).toContainEqual(expect.objectContaining({ measure: 'conversions', reason: 'not-offered' }));
    expect(values(none.pull, 'conversions', 'day')).toEqual([]);
    const body = [2, 5].map((idgoal) => ({ idgoal, name: 'Unduh' }));
    const { pull } = await collect(matomo, replay(instead(exchanges, (one) => one.includes('getGoals'), { body })));
    expect(values(pull, 'conversions', 'day', { goal: 'Unduh (2)' })).toContain(9);
    expect(values(pull, 'conversions', 'day', { goal: 'Unduh (5)' })).toContain(2);
  });

  test('asks nothing where nothing is wanted, and for a server where none is named', async () => {
    expect(await matomo.collect(asking(matomo, [], account, { days: null }))).toMatchObject({ series: [], gaps: [] });
    await expect(matomo.collect(asking(matomo, [], { token: 'MATOMO_TOKEN' }))).rejects.toThrow(ConfigError);
    await expect(matomo.collect(asking(matomo, [], account))).rejects.toThrow(SourceError);
  });

  test('is looked at for --doctor', async () => {
    const version: Exchange = {
      request: {
        method: 'POST',
        url: 'https://statistik.example.go.id/index.php',
        body: { module: 'API', method: 'API.getMatomoVersion', format: 'JSON', idSite: '1' },
      },
      response: { status: 200, headers: {}, body: { value: '5.3.1' } },
    };
    expect(await matomo.examine?.(asking(matomo, [...exchanges, version], account))).toEqual({ works: true, lacks: [] });
    const other = await matomo.examine?.(
      asking(matomo, [...exchanges, { ...version, response: { ...version.response, body: { value: '3.14.1' } } }], account, {
        zone: 'Asia/Jayapura',
      }),
    );
    expect(other?.lacks).toHaveLength(2);
  });
});

describe('plausible', () => {
  const exchanges = answers('plausible');
  const account = { handle: 'dinas.example.go.id', token: 'PLAUSIBLE_TOKEN' };
  const days = { days: { from: '2026-10-29', to: '2026-11-02' } };

  test.each([
    [401, /unknown, or may not read/],
    [402, /plan does not hold/],
  ])('a refused key (%i) names its variable and says why', async (status, why) => {
    const refused = instead(exchanges, () => true, { status, body: { error: 'Invalid API key' } });
    const failure = await collect(plausible, replay(refused)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SecretError);
    expect(failure).toMatchObject({ variable: 'PLAUSIBLE_TOKEN' });
    expect((failure as Error).message).toMatch(why);
  });

  test('numbers in another order than was asked are refused', async () => {
    const text = JSON.stringify(exchanges).replaceAll(
      '"metrics":["visits","visitors","pageviews","bounce_rate"],"date_range":["2026-10-29T',
      '"metrics":["visitors","visits","pageviews","bounce_rate"],"date_range":["2026-10-29T',
    );
    const { pull } = await collect(plausible, replay(JSON.parse(text) as Exchange[]));
    expect(values(pull, 'visitors', 'day')).toEqual([]);
    expect(pull.gaps).toContainEqual(expect.objectContaining({ measure: 'visitors', reason: 'failed' }));
  });

  test('an answer with fewer rows than Plausible says is not used', async () => {
    const text = JSON.stringify(exchanges).replaceAll('"total_rows":5', '"total_rows":6');
    const { pull } = await collect(plausible, replay(JSON.parse(text) as Exchange[]));
    expect(pull.series.some((one) => one.measure === 'sessions' && 'campaign' in one.dimensions)).toBe(false);
    expect(values(pull, 'sessions', 'day')).toContain(120);
  });

  test('a day without a row is not known, one with visits and no goal reached has none, and a rate beyond 100 is none', async () => {
    const text = JSON.stringify(exchanges).replaceAll('[133,110,300,0]', '[133,110,300,101]');
    const { pull } = await collect(plausible, replay(JSON.parse(text) as Exchange[]));
    expect(values(pull, 'sessions', 'day')).toEqual([120, 88, 'empty', 133, 'not-yet']);
    expect(values(pull, 'conversions', 'day')).toEqual([11, 0, 'empty', 4, 'not-yet']);
    expect(values(pull, 'bounce-rate', 'day')).toEqual([0.5, 0.466, 'empty', 'not-offered', 'not-yet']);
  });

  test('without a goal reached conversions are not known', async () => {
    const none = exchanges.map((one) => {
      const body = one.response.body as { query: { dimensions: string[] }; meta: object };
      if (!body.query.dimensions.includes('event:goal')) return one;
      return { ...one, response: { ...one.response, body: { ...body, results: [], meta: { total_rows: 0 } } } };
    });
    const { pull } = await collect(plausible, replay(none));
    expect(values(pull, 'conversions', 'day')).toEqual([]);
    expect(pull.gaps).toContainEqual(expect.objectContaining({ measure: 'conversions', reason: 'empty' }));
  });

  test('says where the site counts by other days', async () => {
    for (const [offset, found] of [
      ['+07:00', 0],
      ['+00:00', 1],
      ['+08:00', 1],
    ] as const) {
      const text = JSON.stringify(exchanges).replaceAll('+07:00', offset);
      const pull = await plausible.collect(asking(plausible, JSON.parse(text) as Exchange[], account, days));
      expect(pull.gaps.filter((gap) => gap.reason === 'not-comparable')).toHaveLength(found);
    }
  });

  test('is looked at for --doctor', async () => {
    const answer = (metrics: string[], dimensions: string[], results: unknown[]): Exchange => ({
      request: { method: 'POST', url: 'https://plausible.io/api/v2/query' },
      response: {
        status: 200,
        headers: {},
        body: {
          results,
          meta: { total_rows: results.length },
          query: { metrics, dimensions, date_range: ['2026-10-06T00:00:00Z', '2026-11-02T23:59:59Z'] },
        },
      },
    });
    const found = await plausible.examine?.(
      asking(
        plausible,
        [answer(['visits'], [], [{ metrics: [1], dimensions: [] }]), answer(['events'], ['event:goal'], [])],
        account,
      ),
    );
    expect(found?.works).toBe(true);
    expect(found?.lacks).toHaveLength(2);
  });
});

describe('umami', () => {
  const exchanges = answers('umami');
  const account = { handle: '4fb7fa4c-5b46-438d-94b3-3a8fb9bc2e8b', server: 'https://umami.example.go.id', token: 'UMAMI_TOKEN' };
  const ask = { zone: 'Asia/Makassar', days: { from: '2026-10-30', to: '2026-11-02' } };

  test('asks for the days of the agency, not of the server', async () => {
    const { wires } = await collect(umami, replay(exchanges));
    const { startAt, endAt } = Object.fromEntries(new URL(wires[1]?.url ?? '').searchParams);
    expect([Number(startAt), Number(endAt)]).toEqual([
      Date.parse('2026-10-29T16:00:00Z'),
      Date.parse('2026-10-30T16:00:00Z') - 1,
    ]);
  });

  test('a week and a month are what Umami counts for them', async () => {
    const old = instead(exchanges, (one) => !one.includes('/stats'), { body: { createdAt: '2020-01-01T00:00:00Z' } });
    const stats = (from: string, to: string, visitors: number): Exchange => ({
      request: {
        method: 'GET',
        url: `https://umami.example.go.id/api/websites/${account.handle}/stats?startAt=${Date.parse(`${from}T00:00+08:00`)}&endAt=${Date.parse(`${to}T00:00+08:00`) - 1}`,
      },
      response: { status: 200, headers: {}, body: { visitors } },
    });
    const more = [...old, stats('2026-10-26', '2026-11-02', 150), stats('2026-10-01', '2026-11-01', 700)];
    const pull = await umami.collect(asking(umami, more, account, ask));
    expect([values(pull, 'visitors', 'week'), values(pull, 'visitors', 'month')]).toEqual([[150], [700]]);
    expect(values(pull, 'visitors', 'day')).toEqual([101, 0, 80, 40]);
  });

  test('Umami’s own service is asked below /v1, with a header of its own', async () => {
    const urls: unknown[] = [];
    const cloud = asking(umami, [], { ...account, server: undefined }, ask);
    const http = {
      ...cloud.http,
      json: (request: { url: string; keys?: object; token?: string }) =>
        Promise.reject(urls.push(request) && new SourceError('x')),
    };
    await umami.collect({ ...cloud, http: http as never }).catch((error: unknown) => expect(error).toBeInstanceOf(SourceError));
    expect(urls).toMatchObject([
      { url: `https://api.umami.is/v1/websites/${account.handle}`, keys: { 'x-umami-api-key': 'CANARYTOKEN-1f8b' } },
    ]);
    expect(urls[0]).not.toHaveProperty('token');
  });

  test('a day that fails ends the days, and keeps those before it', async () => {
    const dead = instead(exchanges, (one) => one.includes(String(Date.parse('2026-11-01T00:00+08:00'))), {
      status: 404,
      body: { error: 'no' },
    });
    const { pull, wires } = await collect(umami, replay(dead));
    expect(values(pull, 'sessions', 'day')).toEqual(['empty', 120, 0]);
    expect(pull.gaps).toContainEqual(
      expect.objectContaining({ measure: 'sessions', from: '2026-11-01', to: '2026-11-02', reason: 'failed' }),
    );
    expect(wires).toHaveLength(4);
  });

  test('a refused token names its variable; a version that lacks visits is said by --doctor', async () => {
    const refused = instead(exchanges, () => true, { status: 401, body: 'Unauthorized' });
    const failure = await collect(umami, replay(refused)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SecretError);
    expect(failure).toMatchObject({ variable: 'UMAMI_TOKEN' });
    expect(await umami.examine?.(asking(umami, exchanges, account, ask))).toEqual({ works: true, lacks: [] });
    const old = instead(exchanges, (one) => one.includes('/stats'), { body: { pageviews: { value: 1 }, uniques: { value: 1 } } });
    expect((await umami.examine?.(asking(umami, old, account, ask)))?.lacks).toHaveLength(3);
  });
});
