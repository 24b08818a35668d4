import { z } from 'zod';
import type { Measure } from './measure.ts';

/** Who: dimensions that say something of persons, so that small counts are hidden before they are written. */
const WHO = [
  'age',
  'gender',
  'country',
  'province',
  'city',
  'segment',
  'interest',
  'class',
  'service',
  // What few respondents thought of one element is what each of them thought.
  'element',
  'score',
  'option',
  'contacts',
  'refusal',
] as const;

/** What, when and where on the agency's side. */
const WHAT = ['campaign', 'channel', 'medium', 'goal', 'event', 'poll', 'session', 'hour', 'wait', 'working-wait'] as const;

/** What a figure may be broken down by. */
export const Dimension = z.enum([...WHO, ...WHAT]);
export type Dimension = z.infer<typeof Dimension>;

/** Dimensions that say something of persons. */
export const PERSONAL: ReadonlySet<Dimension> = new Set(WHO);

/** Two snapshots of people by what they are stand at least so many days apart: from two near ones anybody could subtract. */
export const APART = 21;

/** Measures that count no people and nothing that single people did or said: a small one exposes nobody. */
const IMPERSONAL: ReadonlySet<Measure> = new Set([
  'impressions',
  'views',
  'engaged-views',
  'viewer-share',
  'watch-hours',
  'pageviews',
  'spend',
]);

/** Whether a small value of this series could expose persons: it counts people, or their acts, by what they are or said. */
export function exposes(measure: Measure, dimensions: Readonly<Partial<Record<Dimension, string>>>): boolean {
  if (IMPERSONAL.has(measure)) return false;
  return (Object.keys(dimensions) as Dimension[]).some((one) => PERSONAL.has(one));
}
