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

/**
 * How figures of a measure add up. `flow`: counts of events, days may be added. `stock`: a state at the end of a day, the last
 * one counts. `unique`: different people, never added, asked for per window.
 */
export type MeasureKind = 'flow' | 'stock' | 'unique';

export function kindOf(measure: Measure): MeasureKind {
  if (measure === 'followers') return 'stock';
  if (measure === 'reach') return 'unique';
  return 'flow';
}
