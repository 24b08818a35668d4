import { amplification } from './amplification.ts';
import { audienceGrowth } from './audience-growth.ts';
import { conversation } from './conversation.ts';
import { engagementRateFollowers } from './engagement-rate-followers.ts';
import { engagementRateReach } from './engagement-rate-reach.ts';
import { engagements } from './engagements.ts';
import { followers } from './followers.ts';
import { impressions } from './impressions.ts';
import type { Kpi } from './kpi.ts';
import { postsPublished } from './posts-published.ts';
import { reach } from './reach.ts';
import { views } from './views.ts';

export type { Kpi } from './kpi.ts';

/** Every KPI, in the order in which reports show them. */
export const kpis: readonly Kpi[] = [
  followers,
  audienceGrowth,
  postsPublished,
  reach,
  views,
  impressions,
  engagements,
  engagementRateFollowers,
  engagementRateReach,
  amplification,
  conversation,
];

/** The KPI of that id. Throws where there is none. */
export function kpi(id: string): Kpi {
  const found = kpis.find((one) => one.id === id);
  if (!found) throw new RangeError(`there is no KPI "${id}"; there are ${kpis.map((one) => one.id).join(', ')}`);
  return found;
}
