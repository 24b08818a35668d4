import type { Dimension } from '#model/dimension.ts';
import type { Measure } from '#model/measure.ts';

/** Counts of which one is a part of the other: whoever knows the whole and what is left of it knows the part. */
export const PARTS: Readonly<Partial<Record<Measure, Measure>>> = {
  'complaints-answered': 'complaints-received',
  'complaints-closed': 'complaints-received',
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
  'requests-granted': 'requests-received',
  'requests-partly': 'requests-received',
  'requests-refused': 'requests-received',
};

/** Parts of which the rest says something of people as well: not answered, not satisfied. Messages that did not arrive do not. */
export const TELLING: ReadonlySet<Measure> = new Set<Measure>([
  'complaints-answered',
  'complaints-closed',
  'csat-satisfied',
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

/** Places that lie within each other, the widest first. Which city lies where is common knowledge, and stands in no table. */
export const PLACES: readonly Dimension[] = ['country', 'province', 'city'];

/** What a measure is a part of, and what that is a part of. */
export function wholesOf(measure: Measure): Measure[] {
  const whole = PARTS[measure];
  return whole === undefined ? [] : [whole, ...wholesOf(whole)];
}

/** Every measure that is tied to this one, itself included: their tables are protected, and renewed, together. */
export function familyOf(measure: Measure): ReadonlySet<Measure> {
  const family = new Set([measure]);
  const ties = [...Object.entries(PARTS), ...TOGETHER.flatMap(([first, ...others]) => others.map((one) => [first, one]))] as [
    Measure,
    Measure,
  ][];
  for (let size = 0; size < family.size;) {
    size = family.size;
    for (const tie of ties) if (tie.some((one) => family.has(one))) for (const one of tie) family.add(one);
  }
  return family;
}
