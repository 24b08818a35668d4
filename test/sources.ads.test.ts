import { describe, expect, test } from 'vitest';
import { ConfigError, SecretError } from '#model/error.ts';
import { add, amount, fromMicros, isMoney, whole } from '#sources/figure/amount.ts';
import { gather } from '#sources/figure/gather.ts';
import { googleAds } from '#sources/google/google-ads.ts';
import { metaAds } from '#sources/meta/meta-ads.ts';
import { groupOf } from '#sources/figure/group.ts';
import { createHttp } from '#sources/http/http.ts';
import { replay } from '#sources/http/replay.ts';
import { tiktokAds } from '#sources/tiktok/tiktok-ads.ts';
import { answers, collect } from './conformance.ts';
import { asking, instead, values } from './sources.asking.ts';

describe('money', () => {
  test.each([
    ['150000', 'IDR', 150000],
    ['99500.5', 'IDR', 99500.5],
    ['0.1234', 'USD', 0.12],
    ['1.2345', 'KWD', 1.235],
    ['-1', 'USD', undefined],
    ['1e5', 'USD', undefined],
    ['1,000', 'USD', undefined],
    ['', 'USD', undefined],
    [undefined, 'USD', undefined],
  ])('"%s" %s is %s', (text, currency, value) => {
    expect(amount(text, currency)).toBe(value);
  });

  test('millionths, sums without noise, and what is none', () => {
    expect(fromMicros('1234567', 'USD')).toBe(1.23);
    expect(fromMicros('9', 'USD')).toBe(0);
    expect(fromMicros('150000500000', 'IDR')).toBe(150000.5);
    expect(fromMicros('-5', 'USD')).toBeUndefined();
    expect(add(0.1, 0.2, 'USD')).toBe(0.3);
    expect(add(1, 2, undefined)).toBe(3);
    expect([0, 12.5, -1, Number.NaN, 1e16].map(isMoney)).toEqual([true, true, false, false, false]);
    expect(['12', '9007199254740993', '-1', '1.5', '', undefined].map(whole)).toEqual([
      12,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('gathering', () => {
  test('adds up counts of what became one, never people, and never a known one with an unknown', () => {
    const figures = gather('s', '1', '2026-11-03');
    const clicks = { measure: 'clicks', window: 'day', metric: 'clicks', dimensions: { campaign: 'a' } } as const;
    figures.put(clicks, '2026-11-01', 2);
    figures.put(clicks, '2026-11-01', 3);
    figures.put(clicks, '2026-11-02', 2);
    figures.put(clicks, '2026-11-02', undefined);
    figures.put({ ...clicks, measure: 'reach' }, '2026-11-01', 2);
    figures.put({ ...clicks, measure: 'reach' }, '2026-11-01', 2);
    expect(figures.series().map((one) => one.values.map((value) => value.value ?? value.reason))).toEqual([
      [5, 'partial'],
      ['not-additive'],
    ]);
    expect(figures.gaps()).toEqual([]);
  });
});

describe('meta ads', () => {
  const exchanges = answers('meta-ads');
  const account = {
    handle: '1029384756',
    token: 'META_ADS_TOKEN',
    currency: 'IDR',
    tax: 'excluded',
    settings: { conversion: 'lead' },
  } as const;
  const refusal = (code: number, message: string): { status: number; headers: Record<string, string>; body: unknown } => ({
    status: 400,
    headers: {},
    body: { error: { message, type: 'OAuthException', code, fbtrace_id: 'A' } },
  });

  test('one deed is counted once, by the kind that is named, and not at all where none is', async () => {
    const { pull } = await collect(metaAds, replay(exchanges));
    expect(values(pull, 'conversions', 'day')).toEqual(['empty', 'empty', 9, 0, 0, 'not-yet', 0]);
    const other = await collect(metaAds, replay(exchanges), { account: { settings: { conversion: 'omni_lead' } } });
    expect(values(other.pull, 'conversions', 'day', { goal: 'omni_lead' })).toContain(9);
    const none = instead(exchanges, (one) => one.includes('%2Cactions') || one.includes('insights'), { body: { data: [] } });
    const without = await collect(metaAds, replay(none), { account: { settings: {} } }).catch((error: unknown) => error);
    expect(without).not.toBeInstanceOf(Error);
    expect((without as Awaited<ReturnType<typeof collect>>).pull.gaps).toContainEqual(
      expect.objectContaining({ measure: 'conversions', reason: 'not-collected' }),
    );
  });

  test('people of two campaigns that became one name are not added up, their money is', async () => {
    const { pull } = await collect(metaAds, replay(exchanges));
    expect(values(pull, 'reach', 'day', { campaign: '(withheld)' })).toEqual(['not-additive']);
    expect(values(pull, 'spend', 'day', { campaign: '(withheld)' })).toEqual([49999.9]);
    expect(JSON.stringify(pull)).not.toMatch(/canary|0812/i);
  });

  test('another currency than the stated one is an error that says which', async () => {
    for (const currency of ['USD', undefined]) {
      const failure = await metaAds
        .collect(asking(metaAds, exchanges, { ...account, currency }))
        .catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(ConfigError);
      expect(String(failure)).toMatch(/IDR/);
    }
    const mixed = instead(exchanges, (one) => one.includes('level=account&time_increment=1&'), {
      body: { data: [{ date_start: '2026-10-30', date_stop: '2026-10-30', account_currency: 'USD', spend: '1' }] },
    });
    const { pull } = await collect(metaAds, replay(mixed));
    expect(values(pull, 'spend', 'day')).toEqual([]);
    expect(pull.gaps).toContainEqual(expect.objectContaining({ measure: 'spend', reason: 'failed' }));
  });

  test('a refused token names its variable; a missing permission and a withdrawn metric cost only themselves', async () => {
    const refused = await collect(metaAds, replay(instead(exchanges, () => true, refusal(190, 'expired')))).catch(
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(SecretError);
    expect(refused).toMatchObject({ variable: 'META_ADS_TOKEN' });
    const some = instead(
      exchanges,
      (one) => one.includes('breakdowns=age'),
      refusal(100, '(#100) breakdowns must be one of the following values'),
    );
    const { pull } = await collect(metaAds, replay(some));
    expect(pull.series.some((one) => 'age' in one.dimensions)).toBe(false);
    expect(pull.series.some((one) => 'gender' in one.dimensions)).toBe(true);
    expect(pull.gaps).toContainEqual(expect.objectContaining({ measure: 'reach', reason: 'withdrawn' }));
  });

  test('reach that Meta leaves out of groups is not known', async () => {
    const text = JSON.stringify(exchanges).replaceAll(/"reach":"9000",/g, '');
    const { pull } = await collect(metaAds, replay(JSON.parse(text) as typeof exchanges));
    expect(values(pull, 'reach', 'month', { age: '18-24' })).toEqual(['not-offered']);
    expect(values(pull, 'clicks', 'month', { age: '18-24' })).toEqual([150]);
  });

  test('reach by who people are is asked apart for the months that are not too old for it', async () => {
    const transport = replay(exchanges.filter((one) => !one.request.url.includes('/insights')));
    const asked: URLSearchParams[] = [];
    const none = { status: 200, headers: {}, body: { data: [] } };
    const http = createHttp({
      now: () => new Date('2026-11-03T02:00:00Z'),
      sleep: async () => undefined,
      random: () => 0,
      transport: (wire) => {
        if (!wire.url.includes('/insights')) return transport(wire);
        asked.push(new URL(wire.url).searchParams);
        return replay([{ request: { method: 'GET', url: wire.url }, response: none }])(wire);
      },
    });
    const days = { from: '2024-01-01', to: '2026-11-02' };
    await metaAds.collect(asking(metaAds, exchanges, account, { days, http }));
    const ages = asked.filter((one) => one.get('breakdowns') === 'age');
    expect(ages.map((one) => [JSON.parse(one.get('time_range') ?? ''), one.get('fields')?.includes('reach')])).toEqual([
      [{ since: '2024-01-01', until: '2024-12-31' }, false],
      [{ since: '2025-01-01', until: '2025-10-31' }, false],
      [{ since: '2025-11-01', until: '2026-10-31' }, true],
    ]);
  });

  test('a pager without an end loses the campaigns, not the totals', async () => {
    const endless = instead(exchanges, (one) => one.includes('after=QVFIUjE'), {
      body: { data: [], paging: { cursors: { after: 'QVFIUjE' }, next: 'https://graph.facebook.com/x?after=QVFIUjE' } },
    });
    const { pull } = await collect(metaAds, replay(endless));
    expect(values(pull, 'spend', 'day', { campaign: 'Vaksin 2026' })).toEqual([]);
    expect(values(pull, 'spend', 'day')).toContain(150000);
    expect(pull.gaps).toContainEqual(expect.objectContaining({ measure: 'spend', reason: 'failed' }));
  });

  test('link clicks are 0 without clicks, and else not known where they are left out', async () => {
    const text = JSON.stringify(exchanges).replaceAll('"inline_link_clicks":"212",', '');
    const { pull } = await collect(metaAds, replay(JSON.parse(text) as typeof exchanges));
    expect(values(pull, 'link-clicks', 'day')).toEqual(['empty', 'empty', 'not-offered', 0, 0, 'not-yet', 8]);
  });

  test('is looked at for --doctor', async () => {
    expect(await metaAds.examine?.(asking(metaAds, exchanges, account))).toEqual({
      works: true,
      expires: '2026-12-31',
      permissions: ['ads_read', 'public_profile'],
      lacks: [],
    });
    const bare = { handle: 'act_1029384756', token: 'META_ADS_TOKEN' };
    const found = await metaAds.examine?.(asking(metaAds, exchanges, bare, { zone: 'Asia/Makassar' }));
    expect(found?.works).toBe(false);
    expect(found?.lacks).toHaveLength(4);
  });
});

describe('google ads', () => {
  const exchanges = answers('google-ads');
  const account = {
    handle: '123-456-7890',
    token: 'GOOGLE_ADS_DEVELOPER_TOKEN',
    secrets: { 'client-id': 'A', 'client-secret': 'B', 'refresh-token': 'GOOGLE_ADS_REFRESH' },
    currency: 'IDR',
    tax: 'excluded',
    settings: { manager: '999-888-7777' },
  } as const;
  const refusal = (
    status: number,
    code: string,
    message = 'no',
  ): { status: number; headers: Record<string, string>; body: unknown } => ({
    status,
    headers: {},
    body: {
      error: {
        code: status,
        message,
        status: 'PERMISSION_DENIED',
        details: [{ errors: [{ errorCode: { authorizationError: code }, message }] }],
      },
    },
  });
  const ads = (request: string): boolean => request.includes('googleAds:search');

  test('the manager and the developer token stand in headers, the number of the account in the address', async () => {
    const { wires } = await collect(googleAds, replay(exchanges));
    const asked = wires.filter((wire) => wire.url.includes('googleads'));
    expect(asked.every((wire) => wire.url === 'https://googleads.googleapis.com/v26/customers/1234567890/googleAds:search')).toBe(
      true,
    );
    expect(asked.every((wire) => wire.headers['login-customer-id'] === '9998887777' && 'developer-token' in wire.headers)).toBe(
      true,
    );
  });

  test('an answer with fewer rows than Google says that there are is not used', async () => {
    const cut = exchanges.map((one) => {
      const body = one.response.body as { nextPageToken?: string };
      const { nextPageToken: _, ...rest } = body;
      return { ...one, response: { ...one.response, body: rest } };
    });
    const { pull } = await collect(googleAds, replay(cut));
    expect(pull.series.filter((one) => 'campaign' in one.dimensions)).toEqual([]);
    expect(values(pull, 'spend', 'day')).toContain(150000.5);
    expect(pull.gaps).toContainEqual(expect.objectContaining({ measure: 'spend', reason: 'failed' }));
  });

  test('a pager without an end is given up', async () => {
    const endless = instead(exchanges, (one) => one.includes('campaign.id'), {
      body: { nextPageToken: 'CAoQAhoB', totalResultsCount: '4' },
    });
    const { pull, wires } = await collect(googleAds, replay(endless));
    expect(wires.length).toBeLessThan(120);
    expect(pull.series.filter((one) => 'campaign' in one.dimensions)).toEqual([]);
  });

  test.each([
    ['DEVELOPER_TOKEN_NOT_APPROVED', 'GOOGLE_ADS_DEVELOPER_TOKEN'],
    ['USER_PERMISSION_DENIED', 'GOOGLE_ADS_REFRESH'],
    ['CUSTOMER_NOT_ENABLED', 'GOOGLE_ADS_REFRESH'],
  ])('%s blames %s', async (code, variable) => {
    const { pull } = await collect(googleAds, replay(instead(exchanges, ads, refusal(403, code))), { account });
    expect(pull.series).toEqual([]);
    expect(pull.gaps).toContainEqual(expect.objectContaining({ measure: 'spend', reason: 'secret-missing' }));
    expect(pull.gaps[0]?.detail).toMatch(new RegExp(`^${variable}.*${code}`));
  });

  test('an account in another currency is refused before anything is stored', async () => {
    await expect(googleAds.collect(asking(googleAds, exchanges, { ...account, currency: 'USD' }))).rejects.toThrow(ConfigError);
  });

  test('parts of a conversion are kept, and groups of several ad groups added up', async () => {
    const { pull } = await collect(googleAds, replay(exchanges));
    expect(values(pull, 'conversions', 'day', { campaign: '(withheld)' })).toEqual([2.25]);
    expect(values(pull, 'conversions', 'month', { age: '18-24' })).toEqual([41]);
    expect(values(pull, 'spend', 'month', { age: '65+' })).toEqual([50000]);
    expect(JSON.stringify(pull)).not.toMatch(/canary|0812/i);
  });

  test('is looked at for --doctor', async () => {
    expect(await googleAds.examine?.(asking(googleAds, exchanges, account))).toEqual({
      works: true,
      permissions: ['https://www.googleapis.com/auth/adwords'],
      lacks: [],
    });
    const found = await googleAds.examine?.(
      asking(googleAds, exchanges, { ...account, tax: undefined, currency: 'USD' }, { zone: 'UTC' }),
    );
    expect(found).toMatchObject({ works: false });
    expect(found?.lacks).toHaveLength(3);
  });
});

test('groups of people stand under one set of names, and an unknown name is an error', () => {
  const names = ['AGE_RANGE_18_24', 'AGE_RANGE_65_UP', 'AGE_55_100', 'FEMALE', 'MALE', 'UNDETERMINED', 'NONE', 'None', 'ID'];
  expect(names.map(groupOf)).toEqual(['18-24', '65+', '55+', 'female', 'male', 'unknown', 'unknown', 'unknown', 'ID']);
  for (const name of ['', 'SOMETHING', '7']) expect(() => groupOf(name)).toThrow(/group of people/);
});

describe('tiktok ads', () => {
  const exchanges = answers('tiktok-ads');
  const account = { handle: '7100000000000000001', token: 'TIKTOK_ADS_TOKEN', currency: 'IDR', tax: 'excluded' } as const;
  const fault = (code: number): { body: unknown } => ({ body: { code, message: 'no', request_id: '1', data: {} } });

  test('asks for at most 30 days of a kind at once, with the token in its own header', async () => {
    const long = { days: { from: '2026-08-01', to: '2026-10-15' } };
    const urls: string[] = [];
    const ask = asking(tiktokAds, exchanges, account, long);
    const http = {
      ...ask.http,
      json: (request: { url: string; keys?: object }) => {
        urls.push(request.url);
        expect(request.keys).toEqual({ 'Access-Token': 'CANARYTOKEN-1f8b' });
        return ask.http.json(request as never);
      },
    };
    await tiktokAds.collect({ ...ask, http: http as never });
    const asked = urls.filter((url) => url.includes('stat_time_day')).map((url) => new URL(url).searchParams);
    expect(asked.length).toBe(6);
    for (const one of asked)
      expect(Date.parse(one.get('end_date') ?? '') - Date.parse(one.get('start_date') ?? '')).toBeLessThan(30 * 86_400_000);
  });

  test.each([40_105, 40_001])('a token that is refused with status 200 and code %i names its variable', async (code) => {
    const failure = await collect(tiktokAds, replay(instead(exchanges, () => true, fault(code)))).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(SecretError);
    expect(failure).toMatchObject({ variable: 'TIKTOK_ADS_TOKEN' });
  });

  test('waits where it is told with status 200 that there were too many calls', async () => {
    const busy = exchanges.map((one) => ({ ...one, response: { ...one.response, ...fault(40_100) } }));
    const { pull, waits } = await collect(tiktokAds, replay([...busy, ...exchanges]));
    expect(waits.length).toBe(new Set(exchanges.map((one) => one.request.url)).size);
    expect(values(pull, 'spend', 'day')).toContain(76730);
  });

  test('another fault costs only its report', async () => {
    const { pull } = await collect(tiktokAds, replay(instead(exchanges, (one) => one.includes('gender'), fault(40_002))));
    expect(pull.series.some((one) => 'gender' in one.dimensions)).toBe(false);
    expect(pull.series.some((one) => 'age' in one.dimensions)).toBe(true);
    expect(pull.gaps).toContainEqual(expect.objectContaining({ measure: 'clicks', reason: 'failed' }));
  });

  test('"116.0" is 116, "-" is not known, and half a click is none', async () => {
    const { pull } = await collect(tiktokAds, replay(exchanges));
    expect(values(pull, 'clicks', 'day').slice(3, 5)).toEqual([116, 134]);
    expect(values(pull, 'conversions', 'day')[4]).toBe('not-offered');
    const text = JSON.stringify(exchanges).replaceAll('"116.0"', '"116.5"');
    const half = await collect(tiktokAds, replay(JSON.parse(text) as typeof exchanges));
    expect(values(half.pull, 'clicks', 'day')[3]).toBe('not-offered');
  });

  test('a report with fewer rows than TikTok says is not used', async () => {
    const text = JSON.stringify(exchanges).replaceAll('"total_page":2', '"total_page":1');
    const { pull } = await collect(tiktokAds, replay(JSON.parse(text) as typeof exchanges));
    expect(pull.series.some((one) => 'campaign' in one.dimensions)).toBe(false);
    expect(values(pull, 'reach', 'day')).toContain(9400);
  });

  test('is looked at for --doctor, and refuses another currency', async () => {
    expect(await tiktokAds.examine?.(asking(tiktokAds, exchanges, account))).toEqual({ works: true, lacks: [] });
    const other = { ...account, currency: 'USD', tax: undefined } as const;
    expect(await tiktokAds.examine?.(asking(tiktokAds, exchanges, other, { zone: 'UTC' }))).toMatchObject({ works: false });
    await expect(tiktokAds.collect(asking(tiktokAds, exchanges, other))).rejects.toThrow(ConfigError);
  });
});
