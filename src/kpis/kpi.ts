import type { Day } from '#model/day.ts';
import type { Dimension } from '#model/dimension.ts';
import type { Figure, Reason } from '#model/figure.ts';
import type { Measure } from '#model/measure.ts';
import type { PostType } from '#model/post.ts';
import type { Ground, KpiFigure, Stage, Unit } from '#model/kpi-figure.ts';
import type { Span } from '#model/run.ts';
import type { Family } from '#model/source.ts';
import type { Counted as CountedComments } from '#opinion/share/share.ts';

/** How much of what stands behind a figure was last read before it had settled. */
export type Early = NonNullable<KpiFigure['early']>;

/** How many of the posts, months or events that should stand in a figure give it. */
export type Counted = NonNullable<KpiFigure['counted']>;

/** One post as KPIs see it. Each figure counts since publication. */
export interface PostFacts {
  readonly day: Day;
  readonly type: PostType;
  /** Hour of publication, 0 to 23, in the agency's zone; undefined where the source gives no time. */
  readonly hour?: number;
  readonly figures: Readonly<Partial<Record<Measure, Figure>>>;
  /** The sum of the actions that the platform counts as engagement. */
  readonly engagements: Figure;
  /** The account's followers at the end of the day of publication. */
  readonly followers: Figure;
  /** Whether it was last read before the age at which its figures are final. */
  readonly early?: true;
}

/** A daily measure over the period's days. */
export interface DailyFacts {
  readonly known: number;
  readonly expected: number;
  /** Over the days that are known. */
  readonly total: number;
  /** How many of the known ones were last read before they had settled. */
  readonly early?: number;
  /** Whether what has not settled goes on growing, by the source's own declaration, and is not corrected alone. */
  readonly grows?: true;
  /** Why days are missing, where some are. */
  readonly reason?: Reason;
  readonly grounds: readonly Ground[];
}

/** One part of a measure over the period. */
export interface PartFacts {
  readonly dimensions: Readonly<Partial<Record<Dimension, string>>>;
  readonly figure: Figure;
  /** The same by the months, or the days, of which it is made, named by their last day; those on which the part has no value are not among them. */
  readonly each?: readonly { readonly on: Day; readonly figure: Figure }[];
  readonly ground: Ground;
}

/** What the comments under the posts of one account, or of all, were counted to say, month by month. */
export interface OpinionFacts {
  /** Empty where it is not known; then with its reason. */
  readonly months: readonly CountedComments[];
  readonly reason?: Reason;
  /** From the first month on of which any were counted. */
  readonly window: Span;
  readonly over: readonly string[];
  readonly without: readonly { readonly account: string; readonly reason: Reason }[];
  /** Accounts among `over` of which only some months are in it. */
  readonly partly?: NonNullable<KpiFigure['partly']>;
  readonly grounds: readonly Ground[];
}

/** All that KPIs may know of one account in one period. */
export interface AccountFacts {
  readonly account: string;
  readonly family: Family;
  /** Measures that the account's source speaks of, as given or as lacking. */
  readonly declared: readonly Measure[];
  /** Of the account's money. */
  readonly currency?: string;
  /** What may be spent in the window, where the office has said so for just this stretch. */
  readonly budget?: Figure;
  /** Of a survey: how many people use the services that it asks about, where the office has said so and the window is no longer than one round. */
  readonly population?: number;
  readonly window: Span;
  readonly posts: readonly PostFacts[];
  /** Whether the posts of every day of the window were read; else why not. */
  readonly postsRead: Figure;
  /** Days whose posts were read, of the window's. */
  readonly postDays: { readonly known: number; readonly expected: number };
  /** How the posts came in: a post that one source counts another may leave out. */
  readonly postGrounds: readonly Ground[];
  readonly followersAtStart: Figure;
  readonly followersAtEnd: Figure;
  readonly daily: Readonly<Partial<Record<Measure, DailyFacts>>>;
  /** The same of what comes by month: `known` and `expected` count months. */
  readonly monthly: Readonly<Partial<Record<Measure, DailyFacts>>>;
  /** Parts that come by month, of every breakdown, over the period's months. */
  readonly parts: Readonly<Partial<Record<Measure, readonly PartFacts[]>>>;
  /** People reached, for a window that the platform itself counted, with that window. */
  readonly reach: Figure & { readonly window?: Span; readonly ground?: Ground; readonly early?: true };
  /** The actions that the platform counts as engagement. */
  readonly actions: readonly Measure[];
  /** Grounds of post figures, and of followers, by measure. */
  readonly grounds: Readonly<Partial<Record<Measure, readonly Ground[]>>>;
  /** Public accounts of other bodies on the same platform, as far as a peer's figures go. */
  readonly peers: readonly AccountFacts[];
  /** How whole and how fresh the account's figures are. */
  readonly quality: QualityFacts;
  /** What people's comments say, of an office that reads them: under this account's posts, and under those of all its accounts together. */
  readonly opinion?: { readonly own: OpinionFacts; readonly all: OpinionFacts };
}

/** How good one account's figures of the window are. */
export interface QualityFacts {
  /** Day figures that are there, of those that should be; see `AccountState`. */
  readonly known: number;
  readonly expected: number;
  /** Days from the last day with a figure to the last that there could be one of; undefined where there is none at all. */
  readonly behind?: number;
  /** Day figures that may still be corrected, among the known. */
  readonly open: number;
}

/** What a KPI computes for one account, or for several together. */
export interface Outcome {
  readonly figure: Figure;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly n?: number;
  readonly days?: { readonly known: number; readonly expected: number };
  readonly early?: Early;
  readonly counted?: Counted;
  readonly channels?: NonNullable<KpiFigure['channels']>;
  readonly partly?: NonNullable<KpiFigure['partly']>;
  readonly window?: Span;
  readonly currency?: string;
  readonly grade?: string;
  readonly interval?: { readonly from: number; readonly to: number };
  readonly also?: readonly { readonly how: string; readonly value: number; readonly grade?: string; readonly unit?: Unit }[];
  readonly uncorrected?: true;
  readonly over: readonly string[];
  readonly without: readonly { readonly account: string; readonly reason: Reason }[];
  readonly grounds: readonly Ground[];
}

/** Words about a KPI in one language, as the methodology page, the glossary and the report show them. */
export interface KpiText {
  /** In a table head. */
  readonly name: string;
  /** What it says to a citizen, one sentence, before any jargon. */
  readonly plain: string;
  readonly formula: string;
  /** What it does not say; the traps. */
  readonly limits: string;
}

/** A worked example: a test of the KPI and a line of the methodology page. */
export interface Example {
  readonly title: Readonly<Record<string, string>>;
  readonly facts: readonly AccountFacts[];
  readonly expect: {
    readonly figure: Figure;
    readonly numerator?: number;
    readonly denominator?: number;
    readonly n?: number;
  } & Pick<Outcome, 'currency' | 'grade' | 'interval' | 'also' | 'uncorrected'>;
}

export interface Kpi {
  readonly id: string;
  /** Raised when the definition changes; older figures keep the version that made them. */
  readonly version: number;
  /** Which of the six questions it answers; see i18n `questions`. */
  readonly question: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  readonly unit: Unit;
  /** Which kinds of account it is about; it knows nothing of the others. */
  readonly families: readonly Family[];
  /** Speaks only of accounts whose source gives one of its measures, or says that it lacks it: a survey has no complaints to miss. */
  readonly declared?: true;
  /** Speaks only of the accounts of an office that reads what people write. */
  readonly needs?: 'opinion';
  /** How several accounts or smaller periods become one figure. */
  readonly rollUp:
    'sum' | 'sum then divide' | 'bins added up' | 'last, summed over accounts' | 'median over posts' | 'largest' | 'none';
  /** Step of the AMEC evaluation chain. */
  readonly stage: Stage;
  /** Stands on the report itself; the others on the page of their question. */
  readonly leading?: true;
  /** Can be computed for each part of a breakdown: this part of that, times so many; `within` a dimension of which not every part has both. */
  readonly byPart?: {
    readonly numerator: Measure;
    readonly denominator: Measure;
    readonly times?: number;
    readonly within?: Dimension;
  };
  readonly measures: readonly Measure[];
  readonly texts: Readonly<Record<string, KpiText>>;
  /** Where the definition comes from. */
  readonly basis: readonly { readonly title: string; readonly url?: string }[];
  readonly examples: readonly Example[];
  compute(accounts: readonly AccountFacts[]): Outcome;
}
