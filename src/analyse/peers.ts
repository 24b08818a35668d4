import { kpi } from '#kpis/index.ts';
import type { AccountFacts, Kpi } from '#kpis/kpi.ts';
import { bandOf, standingOf } from '#kpis/standing.ts';
import { isKnown } from '#model/figure.ts';
import type { PeerPlace } from '#model/peer-place.ts';
import { rounded } from './figures.ts';

/** What anybody can see of another body's account. Followers themselves are left out: they make the band. */
const PLACED = ['posts-published', 'audience-growth', 'engagement-rate-followers', 'amplification', 'conversation'].map(kpi);

/**
 * Where each account with peers stands among those of similar size, for each KPI that peers give. Peers are named and never ranked, and their
 * own values are not told. Nothing of an account without peers.
 */
export function peersOf(facts: readonly AccountFacts[]): PeerPlace[] {
  return facts.filter(({ peers }) => peers.length > 0).flatMap((one) => PLACED.map((each) => placeOf(each, one)));
}

function placeOf(kpi: Kpi, one: AccountFacts): PeerPlace {
  const size = one.followersAtEnd;
  const own = kpi.compute([one]).figure;
  const value = isKnown(own) ? rounded(own.value) : null;
  const base = { kpi: kpi.id, account: one.account, value };
  const none = { below: 0, percentile: null, low: null, middle: null, high: null };
  // An account whose own size is not known has no peers of similar size.
  if (!isKnown(size)) return { ...base, ...none, reason: size.reason, band: null, n: 0, peers: [] };
  const band = bandOf(size.value);
  const similar = one.peers.flatMap((peer) => {
    const { followersAtEnd: followers, account } = peer;
    if (!isKnown(followers) || followers.value < band.from || band.to < followers.value) return [];
    const { figure } = kpi.compute([peer]);
    return isKnown(figure) ? [{ account, value: rounded(figure.value) }] : [];
  });
  const rest = { ...base, band, n: similar.length, peers: similar.map(({ account }) => account).sort() };
  if (value === null) return { ...rest, ...none, ...(isKnown(own) ? {} : { reason: own.reason }) };
  const standing = standingOf(
    value,
    similar.map((peer) => peer.value),
  );
  const numbers = Object.fromEntries(
    Object.entries(standing).map(([name, number]: [string, number | null]) => [name, number === null ? null : rounded(number)]),
  ) as typeof none & { n: number };
  return { ...rest, ...numbers, ...(standing.percentile === null ? { reason: 'too-few-peers' as const } : {}) };
}
