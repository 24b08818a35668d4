import { addDays, type Day } from '#model/day.ts';
import type { Measure } from '#model/measure.ts';
import type { Series } from '#model/observation.ts';
import { reasonOf } from './google.ts';
import type { Cells, Found, Query } from './youtube-analytics.ts';
import { ANALYTICS, declaration, DELAY } from './youtube-declaration.ts';
import { viewsOver } from './youtube-views.ts';

type Dimensions = Series['dimensions'];

interface Part {
  readonly measure: Measure;
  readonly metric: string;
  /** What the report is asked by, and in which order. */
  readonly by: Readonly<Record<string, string | number>>;
  /** What a row speaks of; undefined for a row that is left out. */
  of(row: Cells): Dimensions | undefined;
}

const GENDERS: ReadonlyMap<unknown, string> = new Map([
  ['female', 'female'],
  ['male', 'male'],
  ['user_specified', 'other'],
]);

const PARTS: readonly Part[] = [
  { measure: 'views', metric: 'views', by: {}, of: () => ({}) },
  {
    measure: 'views',
    metric: 'views',
    // The countries with the most views.
    by: { dimensions: 'country', sort: '-views', maxResults: 25 },
    of: ({ country }) => (typeof country === 'string' && /^[A-Z]{2}$/.test(country) ? { country } : undefined),
  },
  {
    measure: 'viewer-share',
    metric: 'viewerPercentage',
    by: { dimensions: 'ageGroup,gender' },
    of(row) {
      const [age, gender] = [ageOf(row['ageGroup']), GENDERS.get(row['gender'])];
      return age !== undefined && gender !== undefined ? { age, gender } : undefined;
    },
  },
];

/** `age18-24` as 18-24, `age65-` as 65+. */
function ageOf(group: unknown): string | undefined {
  const match = /^age(\d{1,2})-(\d{1,2})?$/.exec(String(group));
  return match ? (match[2] === undefined ? `${match[1]}+` : `${match[1]}-${match[2]}`) : undefined;
}

/**
 * The make-up of the audience over the newest 28 days that YouTube has counted up; each value stands on the last of them. Shares are per
 * cent of the viewers who were signed in.
 */
export async function readAudience(query: Query, today: Day): Promise<Found> {
  const day = addDays(today, -DELAY);
  const span = { from: addDays(day, -27), to: day };
  const found: Found = { series: [], gaps: [] };
  for (const { measure, metric, by, of } of PARTS) {
    try {
      const parts = new Map<string, Series>();
      for (const row of await query({ metrics: metric, ...by, startDate: span.from, endDate: span.to })) {
        const [dimensions, value] = [of(row), row[metric] as number];
        if (!dimensions || value < 0) continue;
        const values = [{ day, value, observed: today }];
        const name = measure === 'views' ? viewsOver(metric, span.from, span.to) : metric;
        const base = { source: declaration.id, metric: name, api: ANALYTICS };
        const series: Series = { measure, window: '28-days', dimensions, ...base, values };
        parts.set(JSON.stringify(dimensions), series);
      }
      if (parts.size === 0) {
        const detail = `${metric} over 28 days: none given; YouTube hides what is too small`;
        found.gaps.push({ measure, ...span, reason: 'below-threshold', detail });
      }
      found.series.push(...[...parts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, series]) => series));
    } catch (error) {
      found.gaps.push({ measure, ...span, ...reasonOf(error) });
    }
  }
  return found;
}
