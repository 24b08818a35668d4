import { isKnown, known, missing, type Figure, type Reason } from '#model/figure.ts';
import type { Measure } from '#model/measure.ts';
import type { Ground } from '#model/kpi-figure.ts';
import type { AccountFacts, Early, Outcome, PostFacts } from './kpi.ts';

/** One account's part of a total. */
export interface Part {
  readonly account: string;
  readonly figure: Figure;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly n?: number;
  readonly days?: { readonly known: number; readonly expected: number };
  readonly early?: Early;
  readonly grounds: readonly Ground[];
}

/** The sum over the accounts that give the figure. Unknown only where none does, then with the first account's reason. */
export function sumOf(parts: readonly Part[]): Outcome {
  const have = parts.filter((part) => isKnown(part.figure));
  const value = have.reduce((total, part) => total + (part.figure.value ?? 0), 0);
  return {
    figure: have.length > 0 ? known(value) : missing(firstReason(parts)),
    ...rest(have.length > 0 ? have : parts),
    ...members(parts),
  };
}

/** Sum the numerators, sum the denominators, then divide: never a mean of ratios. */
export function ratioOf(parts: readonly Part[]): Outcome {
  const have = parts.filter((part) => isKnown(part.figure));
  if (have.length === 0) return { figure: missing(firstReason(parts)), ...coverage(parts), ...members(parts) };
  const numerator = addUp(have.map((part) => part.numerator)) ?? 0;
  const denominator = addUp(have.map((part) => part.denominator)) ?? 0;
  return {
    figure: denominator === 0 ? missing('zero-denominator') : known(numerator / denominator),
    ...rest(have),
    numerator,
    denominator,
    ...members(parts),
  };
}

/** A count of what was read too early, where there is any. Figures of posts grow for weeks. */
export function early(of: Early['of'], count: number | undefined, grows = of === 'posts'): { readonly early?: Early } {
  return count === undefined || count === 0 ? {} : { early: { count, of, ...(grows ? { grows } : {}) } };
}

/** Who is in a total and who is not, with what it rests on. */
export function members(parts: readonly Part[]): Pick<Outcome, 'over' | 'without' | 'grounds' | 'early'> {
  const young = parts.flatMap((part) => (isKnown(part.figure) ? (part.early ?? []) : []));
  return {
    ...early(
      young[0]?.of ?? 'days',
      addUp(young.map(({ count }) => count)),
      young.some(({ grows }) => grows),
    ),
    over: parts.filter((part) => isKnown(part.figure)).map((part) => part.account),
    without: parts.flatMap((part) => (isKnown(part.figure) ? [] : [{ account: part.account, reason: part.figure.reason }])),
    grounds: parts.flatMap((part) => (isKnown(part.figure) ? part.grounds : [])),
  };
}

/** One number from each post of an account, those that don't give it left out; `reason` says why where none does. */
export interface PostValues {
  readonly account: string;
  readonly values: readonly number[];
  readonly reason: Reason;
  readonly days?: { readonly known: number; readonly expected: number };
  readonly early?: Early;
  readonly grounds: readonly Ground[];
}

/** The days whose posts were read; nothing where the account has no posts to read. */
export function postCoverage({ postDays }: AccountFacts): Pick<Part, 'days'> {
  return postDays.expected === 0 ? {} : { days: postDays };
}

export function postValues(
  accounts: readonly AccountFacts[],
  measures: (facts: AccountFacts) => readonly Measure[],
  pick: (post: PostFacts) => Figure,
): PostValues[] {
  return accounts.map((facts) => {
    const whole = {
      account: facts.account,
      ...postCoverage(facts),
      grounds: measures(facts).flatMap((measure) => facts.grounds[measure] ?? []),
    };
    // Posts that were not read may be the loud ones: what is left of them gives no rate.
    if (!isKnown(facts.postsRead)) return { ...whole, values: [], reason: facts.postsRead.reason };
    const figures = facts.posts.map(pick);
    const values = figures.filter(isKnown).map((figure) => figure.value);
    const lost = figures.find((figure) => !isKnown(figure));
    const young = facts.posts.filter((post, index) => post.early && figures[index]?.value !== null).length;
    return { ...whole, ...early('posts', young), values, reason: lost && !isKnown(lost) ? lost.reason : 'no-posts' };
  });
}

/** The days behind some parts, added up. */
export function coverage(parts: readonly Pick<Part, 'days'>[]): Pick<Outcome, 'days'> {
  const days = parts.flatMap((part) => part.days ?? []);
  if (days.length === 0) return {};
  return { days: { known: total(days.map((day) => day.known)), expected: total(days.map((day) => day.expected)) } };
}

function rest(parts: readonly Part[]): Pick<Outcome, 'n' | 'days' | 'numerator'> {
  const n = addUp(parts.map((part) => part.n));
  const numerator = addUp(parts.map((part) => part.numerator));
  return { ...(n === undefined ? {} : { n }), ...(numerator === undefined ? {} : { numerator }), ...coverage(parts) };
}

function firstReason(parts: readonly Part[]): Reason {
  return parts.flatMap((part) => (isKnown(part.figure) ? [] : [part.figure.reason]))[0] ?? 'empty';
}

function addUp(values: readonly (number | undefined)[]): number | undefined {
  const given = values.filter((value) => value !== undefined);
  return given.length === 0 ? undefined : total(given);
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
