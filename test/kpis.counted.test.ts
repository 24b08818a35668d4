import { describe, expect, test } from 'vitest';
import { known, missing } from '#model/figure.ts';
import { facts, part, partBy, post } from '#kpis/example.ts';
import { kpi } from '#kpis/index.ts';
import type { AccountFacts, PartFacts, PostFacts } from '#kpis/kpi.ts';

const of = (id: string, ...accounts: AccountFacts[]) => kpi(id).compute(accounts);
const clicked = (above: readonly PartFacts[], below: readonly PartFacts[]) =>
  of('messages-clicked', facts('a', { parts: { 'messages-clicked': above, 'messages-delivered': below } }));

describe('a rate over channels', () => {
  const sms = partBy({ channel: 'sms' }, { '2026-01-31': 120_000, '2026-02-28': 1_000, '2026-03-31': 1_000 });

  test('leaves out a month in which one of the two was not counted, and says so by channel and over all', () => {
    const outcome = clicked(
      [part({ channel: 'email' }, 50), partBy({ channel: 'sms' }, { '2026-02-28': 60, '2026-03-31': 40 })],
      [part({ channel: 'email' }, 1_000), sms],
    );
    expect(outcome).toMatchObject({ figure: known(0.05), numerator: 150, denominator: 3_000 });
    expect(outcome.counted).toEqual({ of: 'channel-months', known: 3, expected: 4 });
    expect(outcome.channels).toEqual([
      { channel: 'email', numerator: 50, denominator: 1_000 },
      { channel: 'sms', numerator: 100, denominator: 2_000, months: { known: 2, expected: 3 } },
    ]);
  });

  test('a month of which one count is hidden or unknown is left out alike; the others stand', () => {
    const hidden = { on: '2026-02-28', figure: missing('suppressed') };
    const row = { ...partBy({ channel: 'sms' }, { '2026-03-31': 40 }), figure: missing('suppressed') };
    const outcome = clicked(
      [{ ...row, each: [hidden, ...(row.each ?? [])] }],
      [sms].map((one) => ({ ...one, each: one.each?.slice(1) ?? [] })),
    );
    expect(outcome).toMatchObject({ figure: known(0.04), counted: { known: 1, expected: 2 } });
  });

  test('of a month without a message nothing is lacking; a channel that never counts the one is no part of it', () => {
    const outcome = clicked(
      [partBy({ channel: 'sms' }, { '2026-02-28': 60 })],
      [partBy({ channel: 'sms' }, { '2026-01-31': 0, '2026-02-28': 1_000 }), part({ channel: 'call' }, 500)],
    );
    expect(outcome).toMatchObject({ figure: known(0.06), denominator: 1_000 });
    expect(outcome.counted).toBeUndefined();
  });
});

test('a rate over events pairs them day by day: no share of more than all since a count was lost', () => {
  const outcome = of(
    'event-registration',
    facts('a', {
      parts: {
        registered: [
          partBy({ event: 'dialog' }, { '2026-07-02': 70, '2026-08-06': 75 }),
          partBy({ event: 'pameran' }, { '2026-07-09': 300 }),
        ],
        invited: [partBy({ event: 'dialog' }, { '2026-07-02': 100 })],
      },
    }),
  );
  expect(outcome).toMatchObject({ figure: known(0.7), counted: { of: 'event-days', known: 1, expected: 3 } });
});

describe('figures over posts', () => {
  const posts = (some: number, without: number): PostFacts[] => [
    ...Array.from({ length: some }, () => post({ engagements: 20, followers: 1_000, likes: 8, impressions: 400, shares: 2 })),
    ...Array.from({ length: without }, () => post({})),
  ];
  const RATES = [
    ['engagement-rate-followers', 0.02],
    ['engagement-rate-impressions', 0.05],
    ['amplification-followers', 2],
    ['applause', 8],
  ] as const;

  test.each(RATES)('%s says of how many of the posts it is', (id, value) => {
    const outcome = of(id, facts('a', { posts: posts(15, 7) }));
    expect(outcome).toMatchObject({ figure: known(value), n: 15, counted: { of: 'posts', known: 15, expected: 22 } });
    expect(of(id, facts('a', { posts: posts(22, 0) })).counted).toBeUndefined();
  });

  test.each(RATES)("%s is not known where fewer than half of an account's posts give it", (id, value) => {
    expect(of(id, facts('a', { posts: posts(5, 6) }))).toMatchObject({
      figure: missing('partial'),
      counted: { known: 5, expected: 11 },
      without: [{ account: 'a', reason: 'partial' }],
    });
    expect(of(id, facts('a', { posts: posts(5, 6) }), facts('b', { posts: posts(3, 1) }))).toMatchObject({
      figure: known(value),
      n: 3,
      over: ['b'],
      counted: { known: 3, expected: 4 },
    });
  });

  test('a post that does not carry the figure at all lacks nothing', () => {
    const photo: PostFacts = { ...post({ engagements: 9, followers: 100 }), figures: {} };
    const outcome = of('engagement-rate-impressions', facts('a', { posts: [...posts(1, 0), photo, photo] }));
    expect(outcome).toMatchObject({ figure: known(0.05), n: 1 });
    expect(outcome.counted).toBeUndefined();
  });

  test('a sum needs every post: of the others it is a lower bound, and the account stands beside the total', () => {
    expect(of('engagements', facts('a', { posts: posts(16, 15) }))).toMatchObject({
      figure: missing('partial'),
      numerator: 320,
      counted: { of: 'posts', known: 16, expected: 31 },
    });
    expect(of('engagements', facts('a', { posts: posts(16, 15) }), facts('b', { posts: posts(2, 0) }))).toMatchObject({
      figure: known(40),
      over: ['b'],
      without: [{ account: 'a', reason: 'partial' }],
    });
    expect(of('conversation-volume', facts('a', { posts: [post({ comments: 3 }), post({})] }))).toMatchObject({
      figure: missing('partial'),
      counted: { known: 1, expected: 2 },
    });
  });
});
