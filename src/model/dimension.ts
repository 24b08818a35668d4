import { z } from 'zod';
import type { Measure } from './measure.ts';

/** What a figure may be broken down by. */
export const Dimension = z.enum([
  // Who: people, so that small counts are hidden before they are written.
  'age',
  'gender',
  'country',
  'province',
  'city',
  'segment',
  'interest',
  'class',
  'service',
  'score',
  'option',
  'contacts',
  'refusal',
  // What, when and where on the agency's side.
  'campaign',
  'channel',
  'medium',
  'goal',
  'event',
  'poll',
  'session',
  'element',
  'hour',
  'wait',
]);
export type Dimension = z.infer<typeof Dimension>;

/** Dimensions that say something of persons. */
export const PERSONAL: ReadonlySet<Dimension> = new Set([
  'age',
  'gender',
  'country',
  'province',
  'city',
  'segment',
  'interest',
  'class',
  'service',
  'score',
  'option',
  'contacts',
  'refusal',
]);

/** Measures that count no people and nothing that single people did or said: a small one exposes nobody. */
const IMPERSONAL: ReadonlySet<Measure> = new Set(['impressions', 'views', 'viewer-share', 'watch-hours', 'pageviews', 'spend']);

/** Whether a small value of this series could expose persons: it counts people, or their acts, by what they are or said. */
export function exposes(measure: Measure, dimensions: Readonly<Partial<Record<Dimension, string>>>): boolean {
  if (IMPERSONAL.has(measure)) return false;
  return (Object.keys(dimensions) as Dimension[]).some((one) => PERSONAL.has(one));
}
