import { adsClickThroughRate } from './ads-click-through-rate.ts';
import { adsConversionRate } from './ads-conversion-rate.ts';
import { adsResponseRate } from './ads-response-rate.ts';
import { amplificationFollowers } from './amplification-followers.ts';
import { amplification } from './amplification.ts';
import { applause } from './applause.ts';
import { audienceGrowth } from './audience-growth.ts';
import { bounceRate } from './bounce-rate.ts';
import { budgetUsed } from './budget-used.ts';
import { clickThroughRate } from './click-through-rate.ts';
import { commentScore } from './comment-score.ts';
import { complaintsAnswered } from './complaints-answered.ts';
import { complaintsClosed } from './complaints-closed.ts';
import { complaintsOnTime } from './complaints-on-time.ts';
import { complaintsOpen } from './complaints-open.ts';
import { complaintsReceived } from './complaints-received.ts';
import { conversationVolume } from './conversation-volume.ts';
import { conversation } from './conversation.ts';
import { conversionRate } from './conversion-rate.ts';
import { conversions } from './conversions.ts';
import { costPerConversion } from './cost-per-conversion.ts';
import { coverage } from './coverage.ts';
import { cpc } from './cpc.ts';
import { cpm } from './cpm.ts';
import { csat } from './csat.ts';
import { engagementRateFollowers } from './engagement-rate-followers.ts';
import { engagementRateImpressions } from './engagement-rate-impressions.ts';
import { engagementRateReach } from './engagement-rate-reach.ts';
import { engagementRateViews } from './engagement-rate-views.ts';
import { engagements } from './engagements.ts';
import { eventAttendance } from './event-attendance.ts';
import { eventRegistration } from './event-registration.ts';
import { eventTurnout } from './event-turnout.ts';
import { firstResponseMedianWorking } from './first-response-median-working.ts';
import { firstResponseMedian } from './first-response-median.ts';
import { firstResponseP90Working } from './first-response-p90-working.ts';
import { firstResponseP90 } from './first-response-p90.ts';
import { followersGained } from './followers-gained.ts';
import { followers } from './followers.ts';
import { freshness } from './freshness.ts';
import { ikm } from './ikm.ts';
import { impressions } from './impressions.ts';
import { informationRequests } from './information-requests.ts';
import { linkClicks } from './link-clicks.ts';
import { messagesAnswered } from './messages-answered.ts';
import { messagesClicked } from './messages-clicked.ts';
import { messagesDelivered } from './messages-delivered.ts';
import { messagesOpened } from './messages-opened.ts';
import { messagesReplied } from './messages-replied.ts';
import { messagesSent } from './messages-sent.ts';
import { netSentiment } from './net-sentiment.ts';
import { pollVotes } from './poll-votes.ts';
import { postingFrequency } from './posting-frequency.ts';
import { postsPublished } from './posts-published.ts';
import { provisionalShare } from './provisional-share.ts';
import { questionsAnswered } from './questions-answered.ts';
import { reach } from './reach.ts';
import { requestsGranted } from './requests-granted.ts';
import { requestsOnTime } from './requests-on-time.ts';
import { requestsPartly } from './requests-partly.ts';
import { requestsRefused } from './requests-refused.ts';
import { requestsTimeMedian } from './requests-time-median.ts';
import { requestsTimeP90 } from './requests-time-p90.ts';
import { returningAudience } from './returning-audience.ts';
import { saveRate } from './save-rate.ts';
import { sessions } from './sessions.ts';
import { shareOfVoice } from './share-of-voice.ts';
import { spend } from './spend.ts';
import { views } from './views.ts';
import type { Kpi } from './kpi.ts';

export type { Kpi } from './kpi.ts';

/** Every KPI, in the order in which reports show them. */
export const kpis: readonly Kpi[] = [
  followers,
  audienceGrowth,
  followersGained,
  postsPublished,
  postingFrequency,
  reach,
  views,
  impressions,
  engagements,
  engagementRateFollowers,
  engagementRateReach,
  engagementRateImpressions,
  engagementRateViews,
  applause,
  amplification,
  amplificationFollowers,
  conversation,
  saveRate,
  clickThroughRate,
  eventRegistration,
  eventAttendance,
  eventTurnout,
  pollVotes,
  conversationVolume,
  netSentiment,
  commentScore,
  shareOfVoice,
  complaintsReceived,
  complaintsAnswered,
  complaintsClosed,
  complaintsOnTime,
  complaintsOpen,
  firstResponseMedian,
  firstResponseP90,
  firstResponseMedianWorking,
  firstResponseP90Working,
  ikm,
  csat,
  questionsAnswered,
  informationRequests,
  requestsOnTime,
  requestsTimeMedian,
  requestsTimeP90,
  requestsGranted,
  requestsPartly,
  requestsRefused,
  sessions,
  bounceRate,
  linkClicks,
  adsClickThroughRate,
  adsResponseRate,
  conversions,
  conversionRate,
  adsConversionRate,
  messagesSent,
  messagesDelivered,
  messagesOpened,
  messagesClicked,
  messagesReplied,
  messagesAnswered,
  returningAudience,
  spend,
  cpc,
  cpm,
  costPerConversion,
  budgetUsed,
  coverage,
  freshness,
  provisionalShare,
];

/** The KPI of that id. Throws where there is none. */
export function kpi(id: string): Kpi {
  const found = kpis.find((one) => one.id === id);
  if (!found) throw new RangeError(`there is no KPI "${id}"; there are ${kpis.map((one) => one.id).join(', ')}`);
  return found;
}
