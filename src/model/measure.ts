import { z } from 'zod';

/**
 * What a source reports, in one vocabulary for all platforms. Impressions, views and reach are three things and are
 * never put into one series. A platform's own name for the measure stands with each figure.
 */
export const Measure = z.enum([
  'followers',
  'followers-gained',
  'followers-lost',
  'reach',
  'impressions',
  'views',
  'engagements',
  'reactions',
  'likes',
  'comments',
  'shares',
  'quotes',
  'saves',
  'clicks',
  'profile-visits',
  'watch-hours',
]);
export type Measure = z.infer<typeof Measure>;
