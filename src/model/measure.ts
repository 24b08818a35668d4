import { z } from 'zod';

/**
 * What a source reports, in one vocabulary for all platforms and registers. Impressions, views and reach are three things and are
 * never put into one series. A platform's own name for the measure stands with each figure.
 */
export const Measure = z.enum([
  // Profiles and posts.
  'followers',
  'followers-gained',
  'followers-lost',
  'followers-online',
  'viewer-share',
  'reach',
  'impressions',
  'views',
  // Views that went on past the first moment.
  'engaged-views',
  'engagements',
  'reactions',
  'likes',
  'comments',
  'shares',
  'quotes',
  'saves',
  'clicks',
  'link-clicks',
  'profile-visits',
  'watch-hours',
  // Web properties.
  'sessions',
  'engaged-sessions',
  'bounces',
  'bounce-rate',
  'visitors',
  'pageviews',
  'conversions',
  // Advertising.
  'spend',
  // Complaints, by the day or month in which they were received.
  'complaints-received',
  'complaints-answered',
  'complaints-closed',
  'ratings',
  'rating-sum',
  // Of those received in the month: whose deadline had passed when the file was made, and which of these had been dealt with by then.
  'complaints-due',
  'complaints-on-time',
  // Of those received in the month: not closed by its end.
  'complaints-open',
  // All that came in the same way, complaints among it.
  'reports-received',
  // Surveys.
  'survey-respondents',
  'survey-answers',
  'score-sum',
  'csat-answers',
  'csat-satisfied',
  // Messages that the agency sends: e-mail, SMS, WhatsApp, calls.
  'messages-sent',
  'messages-delivered',
  'messages-opened',
  'messages-clicked',
  'messages-replied',
  'messages-answered',
  'people-contacted',
  // Events.
  'invited',
  'registered',
  'attended',
  // Polls, and questions and answers.
  'votes',
  'voters',
  'questions',
  'questions-answered',
  'participants',
  // Information requests, by the month in which they were received.
  'requests-received',
  'requests-decided',
  'requests-granted',
  'requests-partly',
  'requests-refused',
  // Of those received in the month: whose deadline had passed when the file was made, and which of these had been answered by then.
  'requests-due',
  'requests-on-time',
]);
export type Measure = z.infer<typeof Measure>;

/** What people also take back: on a day on which more is taken back than given, a platform that counts by day says less than none. */
export const NET: ReadonlySet<Measure> = new Set(['likes', 'reactions', 'comments', 'shares', 'engagements', 'followers-gained']);
