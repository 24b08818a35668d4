import { exposes, PERSONAL, type Dimension } from '#model/dimension.ts';
import type { Measure } from '#model/measure.ts';
import type { Series } from '#model/observation.ts';

/** Counts of which one is a part of the other: whoever knows the whole and what is left of it knows the part. */
export const PARTS: Readonly<Partial<Record<Measure, Measure>>> = {
  'complaints-answered': 'complaints-received',
  'complaints-closed': 'complaints-received',
  'complaints-due': 'complaints-received',
  'complaints-on-time': 'complaints-due',
  ratings: 'complaints-received',
  'csat-satisfied': 'csat-answers',
  'messages-delivered': 'messages-sent',
  'messages-opened': 'messages-delivered',
  'messages-clicked': 'messages-delivered',
  'messages-replied': 'messages-delivered',
  'messages-answered': 'messages-sent',
  registered: 'invited',
  attended: 'registered',
  'questions-answered': 'questions',
  'requests-decided': 'requests-received',
  'requests-granted': 'requests-decided',
  'requests-partly': 'requests-decided',
  'requests-refused': 'requests-decided',
  'requests-due': 'requests-received',
  'requests-on-time': 'requests-due',
};

/**
 * Further wholes of a part: what was dealt with in time was answered or closed, whichever the deadline is of, and what is closed a reader
 * takes to be answered, also where a register may hold some that are not.
 */
const ALSO: Readonly<Partial<Record<Measure, readonly Measure[]>>> = {
  'complaints-closed': ['complaints-answered'],
  'complaints-on-time': ['complaints-answered', 'complaints-closed'],
};

/** What a count is a part of, by itself. */
export function aboveOf(measure: Measure): Measure[] {
  const whole = PARTS[measure];
  return [...(whole === undefined ? [] : [whole]), ...(ALSO[measure] ?? [])];
}

/**
 * Parts of which the rest says something of people as well: not answered, not opened, not satisfied, not on this topic. Messages that did not
 * arrive do not.
 */
export const TELLING: ReadonlySet<Measure> = new Set<Measure>([
  'comments',
  'complaints-answered',
  'complaints-closed',
  'complaints-on-time',
  'csat-satisfied',
  'messages-opened',
  'messages-clicked',
  'messages-replied',
  'messages-answered',
  'requests-granted',
  'requests-partly',
  'requests-refused',
]);

/** Measures that tell of the same people and of nearly as many: where one is hidden, the others are. */
export const TOGETHER: readonly (readonly Measure[])[] = [
  ['survey-respondents', 'survey-answers', 'score-sum'],
  ['ratings', 'rating-sum'],
];

/** Sums of marks: no counts themselves, they are hidden where the count of those who gave them is. */
export const SUMS: ReadonlySet<Measure> = new Set(['score-sum', 'rating-sum']);

/** A sum of what people thought: of which answers, and from where to where one answer goes. */
export interface Scale {
  readonly of: Measure;
  readonly least: number;
  readonly most: number;
}

/** Measures that say what people thought: of how few they may be told hangs on the answers, not on themselves. */
export const SCALES: Readonly<Partial<Record<Measure, Scale>>> = {
  'score-sum': { of: 'survey-answers', least: 1, most: 4 },
  'rating-sum': { of: 'ratings', least: 1, most: 5 },
  'csat-satisfied': { of: 'csat-answers', least: 0, most: 1 },
};

/** How often an advertisement was shown to some people and what that cost tells how many they were: hidden where these are. */
export const TRACES: Readonly<Partial<Record<Measure, readonly Measure[]>>> = {
  reach: ['impressions', 'spend'],
  clicks: ['impressions', 'spend'],
  'link-clicks': ['impressions', 'spend'],
  conversions: ['impressions', 'spend'],
  impressions: ['spend'],
};

/** Measures that registers count, so that what one account of an agency counts another may count as well. */
export const SHARED: ReadonlySet<Measure> = new Set<Measure>([
  ...(Object.entries(PARTS).flat() as Measure[]),
  'rating-sum',
  'survey-respondents',
  'survey-answers',
  'score-sum',
]);

/** Places that lie within each other, the widest first. Which city lies where is common knowledge, and stands in no table. */
export const PLACES: readonly Dimension[] = ['country', 'province', 'city'];

/** What a measure is a part of, and what that is a part of. */
export function wholesOf(measure: Measure): Measure[] {
  return [...new Set(aboveOf(measure).flatMap((whole) => [whole, ...wholesOf(whole)]))];
}

/** Every measure that is tied to this one, itself included: their tables are protected, and renewed, together. */
export function familyOf(measure: Measure): ReadonlySet<Measure> {
  const family = new Set([measure]);
  const bound = [...TOGETHER, ...Object.entries(TRACES).map(([first, others]) => [first as Measure, ...others])];
  const ties = [...Object.entries(PARTS), ...bound.flatMap(([first, ...others]) => others.map((one) => [first, one]))] as [
    Measure,
    Measure,
  ][];
  for (let size = 0; size < family.size;) {
    size = family.size;
    for (const tie of ties) if (tie.some((one) => family.has(one))) for (const one of tie) family.add(one);
  }
  return family;
}

/** Whether a measure and those that it leaves traces in, or is one of, are hidden together. */
export function isTraced(measure: Measure): boolean {
  return TRACES[measure] !== undefined || Object.values(TRACES).some((traces) => traces.includes(measure));
}

/** Whether parts by what people are could expose them, by themselves or through what was shown to them. */
export function isByPeople(measure: Measure, dimensions: Series['dimensions']): boolean {
  return (
    exposes(measure, dimensions) ||
    (isTraced(measure) && (Object.keys(dimensions) as Dimension[]).some((one) => PERSONAL.has(one)))
  );
}

/** Whether a value may have to be hidden: it is by what people are, or says what they thought. */
export function isGuarded(measure: Measure, dimensions: Series['dimensions']): boolean {
  return isByPeople(measure, dimensions) || SCALES[measure] !== undefined;
}

/** Whether a value is a sum of answers that is weighed against their number (marks.ts), and not counted out. */
export function isMark(measure: Measure, dimensions: Series['dimensions']): boolean {
  return SUMS.has(measure) || (SCALES[measure] !== undefined && !exposes(measure, dimensions));
}
