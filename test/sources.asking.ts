import type { Account } from '#model/agency.ts';
import { createHttp } from '#sources/http/http.ts';
import { replay, type Exchange } from '#sources/http/replay.ts';
import type { ApiSource, Ask, Pull } from '#sources/source.ts';

type Changes = { [Key in keyof Account]?: Account[Key] | undefined };

/** An ask as a run makes it, with everything virtual. */
export function asking(source: ApiSource, exchanges: readonly Exchange[], account: Changes, more: Partial<Ask> = {}): Ask {
  return {
    account: {
      id: 'situs',
      name: 'Situs',
      platform: 'x',
      source: source.declaration.id,
      handle: '1',
      since: '2026-01-01',
      ...account,
    } as Account,
    http: createHttp({
      now: () => new Date('2026-11-03T02:00:00Z'),
      sleep: async () => undefined,
      random: () => 0,
      transport: replay(exchanges),
    }),
    zone: 'Asia/Jakarta',
    today: '2026-11-03',
    days: { from: '2026-10-30', to: '2026-11-02' },
    posts: { from: '2026-11-03', to: '2026-11-03' },
    audience: false,
    api: source.declaration.api,
    allowance: 0,
    token: () => 'CANARYTOKEN-1f8b',
    secret: () => 'CANARYTOKEN-1f8b',
    has: () => true,
    ...more,
  };
}

/** The same answers, but for those to one kind of question. */
export function instead(
  exchanges: readonly Exchange[],
  asked: (request: string) => boolean,
  response: Partial<Exchange['response']>,
): Exchange[] {
  return exchanges.map((one) =>
    asked(JSON.stringify(one.request)) ? { ...one, response: { status: 200, headers: {}, body: null, ...response } } : one,
  );
}

export function values(
  pull: Pull,
  measure: string,
  window: string,
  dimensions: object = {},
): (number | string | null | undefined)[] {
  const found = pull.series.find(
    (one) => one.measure === measure && one.window === window && JSON.stringify(one.dimensions) === JSON.stringify(dimensions),
  );
  return (found?.values ?? []).map((value) => value.value ?? value.reason);
}
