import { known, missing, type Figure } from '#model/figure.ts';
import { LABELS } from '#model/label.ts';
import type { Confusion, Labelled } from '#model/opinion.ts';
import type { Counted } from '#opinion/share/share.ts';
import type { AccountFacts, DailyFacts, OpinionFacts, PartFacts, PostFacts } from './kpi.ts';

/** Facts of one account for a worked example: what is not said is not known, or empty. */
export function facts(account: string, given: Partial<AccountFacts> = {}): AccountFacts {
  return {
    account,
    family: 'social',
    declared: [],
    window: { from: '2026-09-01', to: '2026-09-30' },
    posts: [],
    postsRead: known(1),
    postGrounds: [],
    followersAtStart: missing('not-offered'),
    followersAtEnd: missing('not-offered'),
    daily: {},
    monthly: {},
    parts: {},
    postDays: { known: 30, expected: 30 },
    reach: missing('not-offered'),
    actions: ['likes', 'comments', 'shares'],
    grounds: {},
    peers: [],
    quality: { known: 0, expected: 0, open: 0 },
    ...given,
  };
}

const POSTED = ['reach', 'impressions', 'views', 'likes', 'comments', 'shares', 'saves', 'link-clicks'] as const;

/** A post for a worked example. */
export function post(given: {
  engagements?: number;
  followers?: number;
  reach?: number;
  shares?: number;
  comments?: number;
  impressions?: number;
  views?: number;
  likes?: number;
  saves?: number;
  'link-clicks'?: number;
  type?: PostFacts['type'];
  hour?: number;
}): PostFacts {
  const figure = (value: number | undefined): Figure => (value === undefined ? missing('not-offered') : known(value));
  return {
    day: '2026-09-10',
    type: given.type ?? 'image',
    ...(given.hour === undefined ? {} : { hour: given.hour }),
    figures: Object.fromEntries(POSTED.map((measure) => [measure, figure(given[measure])])),
    engagements: figure(given.engagements),
    followers: figure(given.followers),
  };
}

/** A daily measure for a worked example. */
export function days(total: number, known = 30, expected = 30): DailyFacts {
  return { total, known, expected, grounds: [], ...(known < expected ? { reason: 'not-collected' } : {}) };
}

/** A part of a measure for a worked example. */
export function part(dimensions: PartFacts['dimensions'], value: number): PartFacts {
  return { dimensions, figure: known(value), ground: { account: 'a', source: 'example', metric: 'example', api: '1' } };
}

/** A part of a measure for a worked example, by the last days of its months, or by its days. */
export function partBy(dimensions: PartFacts['dimensions'], values: Readonly<Record<string, number>>): PartFacts {
  const each = Object.entries(values).map(([on, value]) => ({ on, figure: known(value) }));
  return {
    ...part(
      dimensions,
      Object.values(values).reduce((sum, value) => sum + value, 0),
    ),
    each,
  };
}

/** Facts of an account for a worked example. `sample`: rows are what staff said, columns what the program said, positive, neutral, negative. */
export function said(
  account: string,
  labels: Labelled,
  sample?: readonly (readonly [positive: number, neutral: number, negative: number])[],
): Pick<AccountFacts, 'opinion'> {
  const comments = labels.positive + labels.neutral + labels.negative;
  const month: Counted = {
    comments,
    labels,
    classifier: '1',
    ...(sample ? { sample: { predicted: labels, confusion: crossed(sample) } } : {}),
  };
  const own: OpinionFacts = {
    months: [month],
    window: { from: '2026-09-01', to: '2026-09-30' },
    over: [account],
    without: [],
    grounds: [{ account, source: 'example', metric: 'comments', api: '1' }],
  };
  return { opinion: { own, all: own } };
}

function crossed(sample: readonly (readonly number[])[]): Confusion {
  const row = (index: number) => Object.fromEntries(LABELS.map((label, at) => [label, sample[index]?.[at] ?? 0]));
  return Object.fromEntries(LABELS.map((label, index) => [label, row(index)])) as Confusion;
}
