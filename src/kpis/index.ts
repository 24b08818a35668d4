import { amplification } from './amplification.ts';
import { audienceGrowth } from './audience-growth.ts';
import { bounceRate } from './bounce-rate.ts';
import { complaintsAnswered } from './complaints-answered.ts';
import { complaintsClosed } from './complaints-closed.ts';
import { complaintsReceived } from './complaints-received.ts';
import { conversation } from './conversation.ts';
import { conversions } from './conversions.ts';
import { costPerConversion } from './cost-per-conversion.ts';
import { cpc } from './cpc.ts';
import { cpm } from './cpm.ts';
import { csat } from './csat.ts';
import { engagementRateFollowers } from './engagement-rate-followers.ts';
import { engagementRateReach } from './engagement-rate-reach.ts';
import { engagements } from './engagements.ts';
import { eventAttendance } from './event-attendance.ts';
import { firstResponseMedian } from './first-response-median.ts';
import { firstResponseP90 } from './first-response-p90.ts';
import { followers } from './followers.ts';
import { ikm } from './ikm.ts';
import { impressions } from './impressions.ts';
import { informationRequests } from './information-requests.ts';
import { linkClicks } from './link-clicks.ts';
import { messagesDelivered } from './messages-delivered.ts';
import { messagesOpened } from './messages-opened.ts';
import { messagesSent } from './messages-sent.ts';
import { pollVotes } from './poll-votes.ts';
import { postsPublished } from './posts-published.ts';
import { reach } from './reach.ts';
import { sessions } from './sessions.ts';
import { spend } from './spend.ts';
import { views } from './views.ts';
import type { Kpi } from './kpi.ts';

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
  eventAttendance,
  pollVotes,
  complaintsReceived,
  complaintsAnswered,
  complaintsClosed,
  firstResponseMedian,
  firstResponseP90,
  ikm,
  csat,
  informationRequests,
  sessions,
  bounceRate,
  linkClicks,
  conversions,
  messagesSent,
  messagesDelivered,
  messagesOpened,
  spend,
  cpc,
  cpm,
  costPerConversion,
];

/** The KPI of that id. Throws where there is none. */
export function kpi(id: string): Kpi {
  const found = kpis.find((one) => one.id === id);
  if (!found) throw new RangeError(`there is no KPI "${id}"; there are ${kpis.map((one) => one.id).join(', ')}`);
  return found;
}
