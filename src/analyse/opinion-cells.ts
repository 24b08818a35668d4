import { missing, type Reason } from '#model/figure.ts';
import { LABELS } from '#model/label.ts';
import type {
  CellName,
  Confusion,
  Estimate,
  Opinion,
  OpinionCell,
  OpinionMonth,
  OpinionReport,
  Reading,
} from '#model/opinion.ts';
import type { Topic } from '#model/topic.ts';
import { sizeOf } from '#opinion/share/correct.ts';
import { toldOf, type Counted } from '#opinion/share/share.ts';
import { rounded } from './figures.ts';

/** What a report tells of: a cell of the data, all accounts of one platform, or a topic of which staff say that it is a policy. */
export type Told = Pick<Opinion, 'of' | 'id'>;

/** Which account is on which platform, and which topics are policies. */
export interface Kinds {
  readonly platforms: ReadonlyMap<string, string>;
  readonly topics: readonly Topic[];
}

const ORDER: readonly Told['of'][] = ['all', 'platform', 'account', 'topic', 'policy'];

/** What some months say together: of all, then by platform, account, topic and policy. */
export function cellsOf(months: readonly OpinionMonth[], kinds: Kinds): Opinion[] {
  const some = partlyIn(months).map(({ account }) => account);
  const named = new Map(months.flatMap((month) => toldIn(month, kinds)).map((one) => [nameOf(one), one]));
  return [...named.values()]
    .sort((a, b) => ORDER.indexOf(a.of) - ORDER.indexOf(b.of) || (nameOf(a) < nameOf(b) ? -1 : 1))
    .map((one): Opinion => {
      if (lacksMonth(one, some, kinds)) return { ...one, ...PARTIAL };
      const { shares, net, score, ...told } = toldOf(months.flatMap((month) => countedOf(month, one, kinds)));
      const { positive, neutral, negative } = shares;
      const rest = { net: short(net), score: short(score) };
      return {
        ...one,
        ...told,
        shares: { positive: short(positive), neutral: short(neutral), negative: short(negative) },
        ...rest,
      };
    });
}

/** What stands for months of which nothing was counted. */
export const notCounted: Pick<Opinion, 'comments' | 'labels' | 'shares'> = {
  comments: null,
  labels: { positive: null, neutral: null, negative: null },
  shares: { positive: unknown(), neutral: unknown(), negative: unknown() },
};

function unknown(reason: Reason = 'not-collected'): Estimate {
  return { ...missing(reason), raw: null };
}

/** What stands for accounts of which only some months were read: that is said of no period. */
const PARTIAL: Omit<Opinion, 'of' | 'id'> = {
  ...{ comments: null, reason: 'partial', labels: notCounted.labels, n: 0 },
  shares: { positive: unknown('partial'), neutral: unknown('partial'), negative: unknown('partial') },
  ...{ net: unknown('partial'), score: unknown('partial') },
};

/** Accounts that are in some of these months, and should be in others: in how many, of how many. */
export function partlyIn(months: readonly OpinionMonth[]): NonNullable<OpinionReport['partly']> {
  const read = [...new Set(months.flatMap(({ accounts }) => accounts))].sort();
  return read.flatMap((account) => {
    const known = months.filter(({ accounts }) => accounts.includes(account)).length;
    const lost = months.filter(({ without }) => without.some((one) => one.account === account)).length;
    return lost > 0 ? [{ account, known, expected: known + lost }] : [];
  });
}

function lacksMonth({ of, id = '' }: Told, some: readonly string[], { platforms }: Kinds): boolean {
  return some.some((account) => (of === 'account' && account === id) || (of === 'platform' && platforms.get(account) === id));
}

/** Versions of the classifier by which months were counted, in their order. */
export function versionsOf(months: readonly OpinionMonth[]): string[] {
  return [...new Set(months.map((month) => first(month).classifier))];
}

function short({ value, raw, interval, ...rest }: Estimate): Estimate {
  return {
    value: value === null ? null : rounded(value),
    ...rest,
    raw: raw === null ? null : rounded(raw),
    ...(interval ? { interval: { from: rounded(interval.from), to: rounded(interval.to) } } : {}),
  };
}

function nameOf({ of, id = '' }: Told): string {
  return `${of} ${id}`;
}

/** All that a month tells of. A topic that staff no longer follow stays one. */
function toldIn(month: OpinionMonth, { platforms, topics }: Kinds): Told[] {
  const cells = first(month).cells;
  const ids = (of: CellName['of']) => cells.flatMap((cell) => (cell.of === of && cell.id !== undefined ? [cell.id] : []));
  const policies = new Set(topics.flatMap(({ id, kind }) => (kind === 'policy' ? [id] : [])));
  const named = (of: Told['of'], list: readonly string[]): Told[] => list.map((id) => ({ of, id }));
  return [
    ...cells.flatMap((cell): Told[] => (cell.of === 'all' ? [{ of: 'all' }] : [])),
    ...named(
      'platform',
      ids('account').flatMap((id) => platforms.get(id) ?? []),
    ),
    ...named('account', ids('account')),
    ...ids('topic').map((id): Told => ({ of: policies.has(id) ? 'policy' : 'topic', id })),
  ];
}

/** What a month says of it; empty where it was not counted then. A platform is made of its accounts. */
export function countedOf(month: OpinionMonth, { of, id = '' }: Told, { platforms }: Kinds): Counted[] {
  if (of === 'platform') return accountsOf(month, (account) => platforms.get(account) === id);
  const name: CellName = of === 'all' ? { of } : { of: of === 'account' ? of : 'topic', id };
  const whole = cellOf(month, name);
  if (of !== 'all' || !whole[0] || whole[0].sample) return whole;
  // Each account may have a sample of its own instead: then they stand for all, each by its comments.
  const each = accountsOf(month, () => true).filter(({ comments }) => comments !== 0);
  const isSame = each.reduce((sum, { comments }) => sum + (comments ?? 0), 0) === whole[0].comments;
  const isKnown = each.every(({ sample, labels }) => sample && LABELS.every((label) => labels[label] !== null));
  return isSame && isKnown && each.length > 0 ? each : whole;
}

function accountsOf(month: OpinionMonth, isWanted: (account: string) => boolean): Counted[] {
  return first(month)
    .cells.filter(({ of, id = '' }) => of === 'account' && isWanted(id))
    .flatMap(({ of, id }) => cellOf(month, { of, ...(id === undefined ? {} : { id }) }));
}

/**
 * A cell as the month's first classifier counted it, so that nothing that was published is labelled anew, with the random samples that were
 * drawn from these comments. In a month with two readings, the one of which more comments were labelled corrects.
 */
function cellOf(month: OpinionMonth, name: CellName): Counted[] {
  const shown = first(month);
  const cell = find(shown, name);
  if (!cell) return [];
  const samples = month.readings
    .flatMap((reading) => {
      const [found, confusion] = [find(reading, name), sampleOf(month, reading, name)];
      return found && confusion ? [{ predicted: found.labels, confusion }] : [];
    })
    .sort((a, b) => sizeOf(b.confusion) - sizeOf(a.confusion));
  const [sample] = samples;
  return [{ comments: cell.comments, labels: cell.labels, classifier: shown.classifier, ...(sample ? { sample } : {}) }];
}

/**
 * Labels of a cell: of sittings that drew from all comments and from just these, those of the one with most. Two draws may hold the same comments,
 * which would count as two, so that they are never added up.
 */
function sampleOf({ sittings }: OpinionMonth, { classifier }: Reading, name: CellName): Confusion | undefined {
  const own = sittings.filter((one) => one.classifier === classifier && (one.scope.of === 'all' || isSame(one.scope, name)));
  return own.flatMap(({ cells }) => cells.filter((cell) => isSame(cell, name))).sort((a, b) => b.n - a.n)[0]?.confusion;
}

/** Several samples as one. */
export function together(samples: readonly Confusion[]): Confusion {
  const row = (truth: (typeof LABELS)[number]) =>
    Object.fromEntries(LABELS.map((said) => [said, samples.reduce((sum, sample) => sum + sample[truth][said], 0)]));
  return Object.fromEntries(LABELS.map((label) => [label, row(label)])) as Confusion;
}

/** The reading that a month shows. */
export function first({ readings }: OpinionMonth): Reading {
  return readings[0] as Reading;
}

function find({ cells }: Reading, name: CellName): OpinionCell | undefined {
  return cells.find((cell) => isSame(cell, name));
}

function isSame(one: CellName, other: CellName): boolean {
  return one.of === other.of && one.id === other.id;
}
