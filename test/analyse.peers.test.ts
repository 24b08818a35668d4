import { describe, expect, test } from 'vitest';
import { peersOf } from '#analyse/peers.ts';
import { facts, post } from '#kpis/example.ts';
import type { AccountFacts } from '#kpis/kpi.ts';
import { known, missing } from '#model/figure.ts';
import { PeerPlace } from '#model/peer-place.ts';

const posting = (account: string, followers: number, posts: number, more: Partial<AccountFacts> = {}): AccountFacts =>
  facts(account, {
    followersAtEnd: known(followers),
    posts: Array.from({ length: posts }, () => post({ comments: 2 })),
    ...more,
  });
const own = (peers: readonly AccountFacts[], posts = 12): AccountFacts => posting('kami', 900, posts, { peers });
const place = (one: AccountFacts, kpi = 'posts-published') => {
  const found = peersOf([one]).find((each) => each.kpi === kpi);
  if (!found) throw new Error(`no place for ${kpi}`);
  return PeerPlace.parse(found);
};
const six = [3, 8, 12, 15, 20, 40].map((posts, index) => posting(`lain-${index}`, 600 + 100 * index, posts));

describe('an account among others', () => {
  test('is placed by the share below it, equals counted half, with the quartiles of the others', () => {
    expect(place(own(six))).toEqual({
      kpi: 'posts-published',
      account: 'kami',
      value: 12,
      band: { from: 300, to: 2700 },
      n: 6,
      below: 2,
      percentile: 0.416666667,
      low: 8,
      middle: 13.5,
      high: 20,
      peers: ['lain-0', 'lain-1', 'lain-2', 'lain-3', 'lain-4', 'lain-5'],
    });
  });

  test('the band is a third to three times its followers, both included', () => {
    const edges = [299, 300, 2700, 2701].map((followers) => posting(`p${followers}`, followers, 1));
    expect(place(own(edges)).peers).toEqual(['p2700', 'p300']);
  });

  test('five are the least; under that only who they are is told', () => {
    expect(place(own(six.slice(1))).percentile).not.toBeNull();
    expect(place(own(six.slice(2)))).toMatchObject({ n: 4, percentile: null, low: null, reason: 'too-few-peers', value: 12 });
  });

  test('a peer that lacks the figure, or whose size is not known, is none', () => {
    const unread = posting('buta', 900, 3, { postsRead: missing('partial') });
    const sizeless = posting('tanpa-ukuran', 900, 3, { followersAtEnd: missing('not-collected') });
    expect(place(own([...six, unread, sizeless])).n).toBe(6);
  });

  test('its own missing figure or size is not made up for', () => {
    expect(place({ ...own(six), postsRead: missing('partial') })).toMatchObject({
      value: null,
      reason: 'partial',
      percentile: null,
    });
    expect(place({ ...own(six), followersAtEnd: missing('not-collected') })).toMatchObject({
      band: null,
      reason: 'not-collected',
      peers: [],
    });
  });

  test('names are in the order of the alphabet, whatever their figures, and no order of peers changes anything', () => {
    expect(peersOf([own(six.toReversed())])).toEqual(peersOf([own(six)]));
  });

  test('an account without peers is not spoken of', () => expect(peersOf([own([])])).toEqual([]));

  test('the KPI is computed on the peer as on the account itself', () => {
    const talk = [1, 2, 3, 4, 5].map((comments) =>
      facts(`t${comments}`, { followersAtEnd: known(900), posts: [post({ comments })] }),
    );
    expect(place(own(talk), 'conversation')).toMatchObject({
      value: 2,
      below: 1,
      percentile: 0.3,
      low: 1.5,
      middle: 3,
      high: 4.5,
    });
  });
});
