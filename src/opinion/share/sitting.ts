import type { Day } from '#model/day.ts';
import { LABELS, type Label } from '#model/label.ts';
import {
  DRIFT,
  EACH,
  ENOUGH,
  type CellName,
  type Confusion,
  type OpinionCell,
  type OpinionMonth,
  type Reading,
  type Sitting,
} from '#model/opinion.ts';

/** So many labels more than the standing ones a later sitting of a scope has: repeating until it pleases is work, and each is in git. */
export const MORE = 100;

/** Where a comment belongs and what the classifier of each of the month's readings says of it. None of its words. */
export interface Placed {
  readonly account: string;
  readonly topics: readonly string[];
  readonly said: readonly Label[];
}

/** What a person answered to the first comments of a sample, in its order. */
export interface Judged extends Placed {
  readonly label: Label;
}

/** Whether a comment belongs to a cell. */
export function isIn({ of, id = '' }: CellName, { account, topics }: Pick<Placed, 'account' | 'topics'>): boolean {
  return of === 'all' || (of === 'account' ? account === id : topics.includes(id));
}

/** The cell of that name in a reading. */
export function cellOf({ cells }: Reading, { of, id }: CellName): OpinionCell | undefined {
  return cells.find((cell) => cell.of === of && cell.id === id);
}

/** Why a sample of a month can't be put beside its counts; undefined where it can. Asked before anybody labels a comment. */
export type Refusal =
  | { readonly why: 'no-cell' | 'hidden' }
  | { readonly why: 'few' | 'beside'; readonly most: number }
  | { readonly why: 'drifted'; readonly counted: number; readonly found: number }
  | { readonly why: 'standing'; readonly n: number };

/** `found`: comments that are there to draw from. `n`: how many would be labelled. */
export function refusalOf(month: OpinionMonth, scope: CellName, found: number, n: number): Refusal | undefined {
  for (const reading of month.readings) {
    const cell = cellOf(reading, scope);
    if (!cell) return { why: 'no-cell' };
    if (!isShown(cell)) return { why: 'hidden' };
    const counted = cell.comments ?? 0;
    if (Math.abs(found - counted) > DRIFT * counted) return { why: 'drifted', counted, found };
  }
  const [half, most] = [Math.floor(found / 2), mostOf(month, scope, found)];
  if (n < ENOUGH || n > most) return { why: most < half ? 'beside' : 'few', most };
  const standing = standingOf(month, scope);
  return standing > 0 && n < standing + MORE ? { why: 'standing', n: standing } : undefined;
}

/** Labels of the standing sitting of a scope; 0 where there is none. */
export function standingOf({ sittings }: OpinionMonth, scope: CellName): number {
  return Math.max(0, ...sittings.filter(isOf(scope)).map((one) => sizeOf(one)));
}

/**
 * The most that may be labelled of the comments that were found: half, less what a standing sitting over all is expected to have labelled of
 * them. One over all may label no more of each account or topic with a sample of its own than half of it, that sample counted in.
 */
export function mostOf({ readings, sittings }: OpinionMonth, scope: CellName, found: number): number {
  const rooms = sittings
    .filter((one) => (one.scope.of === 'all') !== (scope.of === 'all'))
    .flatMap((one) => {
      const reading = readings.find(({ classifier }) => classifier === one.classifier);
      const part = reading && cellOf(reading, scope.of === 'all' ? one.scope : scope)?.comments;
      const all = reading && cellOf(reading, { of: 'all' })?.comments;
      if (!part || !all) return [];
      return scope.of === 'all' ? ((part / 2 - sizeOf(one)) * all) / part : found / 2 - (sizeOf(one) * part) / all;
    });
  return Math.max(0, Math.floor(Math.min(found / 2, ...rooms)));
}

export interface Sat {
  readonly scope: CellName;
  readonly on: Day;
  /** Comments that were there to draw from. */
  readonly of: number;
  readonly judged: readonly Judged[];
}

/**
 * The sums of a sitting, for each reading of the month: of its scope and, where that is all comments, of each account and topic as well. Left out:
 * cells whose counts are hidden, those of which the sample holds under 30, which correct nothing, and those of which it holds more than half. Those of all accounts but one would tell that one's, so that
 * then the one with the fewest comments goes too. `of` counts comments that may have been deleted since, in the proportion of the cell.
 */
export function sittingsOf(month: OpinionMonth, { scope, on, of, judged }: Sat): Sitting[] {
  return month.readings.map((reading, index) => {
    const whole = cellOf(reading, scope)?.comments ?? 0;
    const cells = [scope, ...(scope.of === 'all' ? reading.cells.filter((cell) => cell.of !== 'all') : [])].flatMap((name) => {
      const cell = cellOf(reading, name);
      const own = judged.filter((one) => isIn(name, one));
      const there = name === scope ? of : ((cell?.comments ?? 0) * of) / Math.max(1, whole);
      if (!cell || !isShown(cell) || own.length < EACH || own.length > there / 2) return [];
      return [{ of: name.of, ...(name.id === undefined ? {} : { id: name.id }), n: own.length, confusion: crossed(own, index) }];
    });
    const told = reading.cells.filter((cell) => cells.some(({ of, id }) => of === 'account' && of === cell.of && id === cell.id));
    const read = reading.cells.filter((cell) => cell.of === 'account' && judged.some((one) => one.account === cell.id));
    const fewest = told.toSorted((a, b) => (a.comments ?? 0) - (b.comments ?? 0) || (a.id ?? '').localeCompare(b.id ?? ''))[0];
    const beside = read.length - told.length === 1 ? fewest?.id : undefined;
    return {
      classifier: reading.classifier,
      on,
      scope: { of: scope.of, ...(scope.id === undefined ? {} : { id: scope.id }) },
      of,
      cells: cells.filter((cell) => cell.of !== 'account' || beside === undefined || cell.id !== beside),
    };
  });
}

/** The month with these sittings in it, in the place of smaller ones of the same scope. */
export function withSittings(month: OpinionMonth, sittings: readonly Sitting[]): OpinionMonth {
  const [first] = sittings;
  const kept = first ? month.sittings.filter((one) => !isOf(first.scope)(one)) : month.sittings;
  const key = ({ scope, classifier }: Sitting) =>
    `${scope.of === 'all' ? '' : scope.of} ${scope.id ?? ''} ${classifier.padStart(4, '0')}`;
  return { ...month, sittings: [...kept, ...sittings].sort((a, b) => (key(a) < key(b) ? -1 : 1)) };
}

/** Labels of a sitting, on all that it was drawn from. */
export function sizeOf({ scope, cells }: Sitting): number {
  return cells.find((cell) => cell.of === scope.of && cell.id === scope.id)?.n ?? 0;
}

function isOf(scope: CellName) {
  return (one: Sitting): boolean => one.scope.of === scope.of && one.scope.id === scope.id;
}

function isShown({ comments, labels }: OpinionCell): boolean {
  return comments !== null && LABELS.every((label) => labels[label] !== null);
}

function crossed(judged: readonly Judged[], reading: number): Confusion {
  const row = (person: Label) => {
    const of = (label: Label) => judged.filter((one) => one.label === person && one.said[reading] === label).length;
    return { positive: of('positive'), neutral: of('neutral'), negative: of('negative') };
  };
  return { positive: row('positive'), neutral: row('neutral'), negative: row('negative') };
}
