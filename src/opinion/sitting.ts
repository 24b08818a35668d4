import type { Day } from '#model/day.ts';
import { LABELS, type Label } from '#model/label.ts';
import type { CellName, Confusion, OpinionCell, OpinionMonth, Reading, Sitting } from '#model/opinion.ts';

/** So many labels correct a share; fewer are not kept. */
export const ENOUGH = 100;
/** Share of a month's comments that may have gone or come since it was counted. */
const DRIFT = 0.1;

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
  | { readonly why: 'few'; readonly most: number }
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
  if (n < ENOUGH || n > found / 2) return { why: 'few', most: Math.floor(found / 2) };
  const standing = month.sittings.filter(isOf(scope)).map((one) => sizeOf(one));
  const most = Math.max(0, ...standing);
  return n <= most ? { why: 'standing', n: most } : undefined;
}

export interface Sat {
  readonly scope: CellName;
  readonly on: Day;
  readonly seed: string;
  /** Comments that were there to draw from. */
  readonly of: number;
  readonly judged: readonly Judged[];
}

/**
 * The sums of a sitting, for each reading of the month: of its scope and, where that is all comments, of each account and topic as well. Left out:
 * cells whose counts are hidden, and those of which the sample holds more than half. Those of all accounts but one would tell that one's, so that
 * then the one with the fewest comments goes too. `of` counts comments that may have been deleted since, in the proportion of the cell.
 */
export function sittingsOf(month: OpinionMonth, { scope, on, seed, of, judged }: Sat): Sitting[] {
  return month.readings.map((reading, index) => {
    const whole = cellOf(reading, scope)?.comments ?? 0;
    const cells = [scope, ...(scope.of === 'all' ? reading.cells.filter((cell) => cell.of !== 'all') : [])].flatMap((name) => {
      const cell = cellOf(reading, name);
      const own = judged.filter((one) => isIn(name, one));
      const there = name === scope ? of : ((cell?.comments ?? 0) * of) / Math.max(1, whole);
      if (!cell || !isShown(cell) || own.length === 0 || own.length > there / 2) return [];
      return [{ of: name.of, ...(name.id === undefined ? {} : { id: name.id }), n: own.length, confusion: crossed(own, index) }];
    });
    const told = reading.cells.filter((cell) => cells.some(({ of, id }) => of === 'account' && of === cell.of && id === cell.id));
    const read = reading.cells.filter((cell) => cell.of === 'account' && judged.some((one) => one.account === cell.id));
    const fewest = told.toSorted((a, b) => (a.comments ?? 0) - (b.comments ?? 0) || (a.id ?? '').localeCompare(b.id ?? ''))[0];
    const beside = read.length - told.length === 1 ? fewest?.id : undefined;
    return {
      classifier: reading.classifier,
      on,
      seed,
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
