import { isKnown, known, missing, type Figure, type Missing, type Reason } from '#model/figure.ts';
import type { Measure } from '#model/measure.ts';
import type { Ground } from '#model/kpi-figure.ts';
import type { AccountFacts, Counted, Early, Outcome, PostFacts } from '../kpi.ts';

/** One account's part of a total. */
export interface Part {
  readonly account: string;
  readonly figure: Figure;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly n?: number;
  readonly days?: { readonly known: number; readonly expected: number };
  readonly early?: Early;
  readonly counted?: Counted;
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
  if (have.length === 0)
    return { figure: missing(firstReason(parts)), ...coverage(parts), ...countedOf(parts), ...members(parts) };
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
  /** Of the posts that carry the figure at all: a photo has no views to miss. */
  readonly counted: Counted;
  readonly grounds: readonly Ground[];
}

/** The days whose posts were read; nothing where the account has no posts to read. */
export function postCoverage({ postDays }: AccountFacts): Pick<Part, 'days'> {
  return postDays.expected === 0 ? {} : { days: postDays };
}

/** `pick` gives undefined for a post that does not carry the figure. */
export function postValues(
  accounts: readonly AccountFacts[],
  measures: (facts: AccountFacts) => readonly Measure[],
  pick: (post: PostFacts) => Figure | undefined,
): PostValues[] {
  return accounts.map((facts) => {
    const whole = {
      account: facts.account,
      ...postCoverage(facts),
      grounds: measures(facts).flatMap((measure) => facts.grounds[measure] ?? []),
    };
    const none: Counted = { of: 'posts', known: 0, expected: 0 };
    // Posts that were not read may be the loud ones: what is left of them gives no rate.
    if (!isKnown(facts.postsRead)) return { ...whole, values: [], reason: facts.postsRead.reason, counted: none };
    const figures = facts.posts.map(pick);
    const carried = figures.filter((figure) => figure !== undefined);
    const values = carried.filter(isKnown).map((figure) => figure.value);
    const lost = carried.find((figure) => !isKnown(figure));
    const young = facts.posts.filter((post, index) => post.early && typeof figures[index]?.value === 'number').length;
    const reason = lost && !isKnown(lost) ? lost.reason : facts.posts.length > 0 ? 'not-offered' : 'no-posts';
    const counted: Counted = { of: 'posts', known: values.length, expected: carried.length };
    return { ...whole, ...early('posts', young), values, reason, counted };
  });
}

/** What a reader has to know of every figure that is made over posts and needs no sum of all. */
export const LEFT_OUT = {
  id: 'Kiriman tanpa angka yang diperlukan tidak ikut dihitung, dan disebut berapa yang ikut; bila kurang dari separuhnya, angkanya tidak diberikan.',
  en: 'Posts that lack what it takes are left out, and it is said how many are counted; where fewer than half have it, no figure is given.',
} as const;

/** Why an account's posts give no rate, if so: none has the figure, or fewer than half of those that carry it. */
export function tooFew({ counted, reason }: Pick<PostValues, 'counted' | 'reason'>): Missing | undefined {
  if (counted.known === 0) return missing(reason);
  return counted.known * 2 < counted.expected ? missing('partial') : undefined;
}

/** The days behind some parts, added up. */
export function coverage(parts: readonly Pick<Part, 'days'>[]): Pick<Outcome, 'days'> {
  const days = parts.flatMap((part) => part.days ?? []);
  if (days.length === 0) return {};
  return { days: { known: total(days.map((day) => day.known)), expected: total(days.map((day) => day.expected)) } };
}

/** How many give the figure of those that should, added up; nothing where all do, or none. */
export function countedOf(parts: readonly Pick<Part, 'counted'>[]): Pick<Outcome, 'counted'> {
  const all = parts.flatMap((part) => part.counted ?? []);
  const [known, expected] = [total(all.map((one) => one.known)), total(all.map((one) => one.expected))];
  return all[0] === undefined || known === 0 || known === expected ? {} : { counted: { of: all[0].of, known, expected } };
}

function rest(parts: readonly Part[]): Pick<Outcome, 'n' | 'days' | 'numerator' | 'counted'> {
  const n = addUp(parts.map((part) => part.n));
  const numerator = addUp(parts.map((part) => part.numerator));
  return {
    ...(n === undefined ? {} : { n }),
    ...(numerator === undefined ? {} : { numerator }),
    ...coverage(parts),
    ...countedOf(parts),
  };
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
