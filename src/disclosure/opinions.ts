import { LABELS, type Label } from '#model/label.ts';
import type { LabelCounts, Labelled, OpinionCell } from '#model/opinion.ts';
import { attack } from './attack.ts';
import type { Cell, Row } from './table.ts';

/** True counts of a group of comments by label, and of the people who wrote them, told up to `smallest` at least. */
export interface Voices {
  readonly labels: Labelled;
  readonly people: Labelled;
  readonly anybody: number;
}

/** True counts of one account, and of its comments on each topic. */
export interface AccountVoices extends Voices {
  readonly id: string;
  readonly topics: ReadonlyMap<string, Voices>;
}

export interface Opinions {
  /** All, each account, each topic: what may be written. */
  readonly cells: OpinionCell[];
  /** Accounts left out of everything, since so few comments stand there that the others would tell theirs. */
  readonly few: string[];
}

/**
 * An account is counted with the others from so many times `smallest` comments on; beside a large one from more, since what has to be hidden of
 * a small one would hide the large one's as well. How many comments an account has is public, so that this tells nothing.
 */
const [ALONE, BESIDE] = [2, 5];
/** From so many times `smallest` comments on an account is a large one. */
const LARGE = 10;
/** So many numbers of what a hidden count could be are ruled out by who knows with which of them the row would be shown, or which labels somebody bears. */
const ENDS = 4;

/**
 * Shows the three labels of a row, or none of them: of all comments, of an account, of a topic. None where one of them is small, or few people
 * wrote it, or where they would tell another row's; which of the three it was is told to nobody. How many comments an account has is public
 * (`comments` by month) and taken as known. `within` are topics of which one is a part of the other by their words. First comes the whole, then
 * accounts beside it, then topics one by one, so that no detail costs what is above it.
 */
export function opinions(
  accounts: readonly AccountVoices[],
  topics: readonly string[],
  within: readonly (readonly [part: string, whole: string])[],
  smallest: number,
): Opinions {
  const least = smallest * (accounts.some(({ labels }) => total(labels) >= LARGE * smallest) ? BESIDE : ALONE);
  const isFew = ({ labels }: Voices) => total(labels) > 0 && total(labels) < least;
  const told = accounts.filter((one) => !isFew(one)).sort((a, b) => total(b.labels) - total(a.labels) || (a.id < b.id ? -1 : 1));
  const few = accounts.filter(isFew).map(({ id }) => id);
  const hasAll = told.length > 0 || few.length === 0;
  const all = grid('all', sum(told), smallest);
  const parts = told.map((one) => grid(`account ${one.id}`, one, smallest));
  for (const one of parts) know(all, one);
  const rows: Row[] = [
    ...[all, ...parts].map(({ row }) => row),
    ...LABELS.map((label) => ({ whole: all.of[label], parts: parts.map((one) => one.of[label]), slack: false })),
  ];
  // Those with the fewest comments first: how many these are is known, so that the choice tells nothing.
  for (const one of parts.toReversed()) if (!isSafe(rows, smallest)) hide(one.cells);
  // Where hiding all of them is not enough, nobody can tell that any of them has a label.
  if (!isSafe(rows, smallest)) for (const cell of parts.flatMap(({ cells }) => cells)) cell.gone = true;
  const subjects = new Map<string, Grid>();
  for (const id of topics) {
    const one = grid(`topic ${id}`, sum(told.flatMap((account) => account.topics.get(id) ?? [])), smallest, true);
    const near = within.flatMap(([part, whole]): [Grid, Grid][] => {
      const other = subjects.get(part === id ? whole : whole === id ? part : '');
      return other ? [part === id ? [other, one] : [one, other]] : [];
    });
    const pairs = [[all, one] as const, ...near];
    for (const [whole, part] of pairs) know(whole, part);
    const tied = pairs.flatMap(([whole, part]) => remainders(whole, part));
    const own = [one.row, ...tied];
    const isTold = () => !isSafe([...rows, ...own], smallest) || tied.some((row) => tellsRest(row, smallest));
    if (isTold()) hide(one.cells);
    if (isTold()) hide([one.whole]);
    rows.push(...own);
    subjects.set(id, one);
  }
  return {
    few,
    cells: [
      { of: 'all', comments: hasAll ? all.whole.value : null, labels: hasAll ? shown(all) : NOTHING },
      ...parts.map((one, index) => ({
        of: 'account' as const,
        id: told[index]?.id ?? '',
        comments: one.whole.value,
        labels: shown(one),
      })),
      ...[...subjects].map(([id, one]) => ({
        of: 'topic' as const,
        id,
        comments: hasAll && !one.whole.hidden ? one.whole.value : null,
        labels: hasAll ? shown(one) : NOTHING,
      })),
    ],
  };
}

const NOTHING: LabelCounts = { positive: null, neutral: null, negative: null };

function hide(cells: readonly Cell[]): void {
  for (const cell of cells) cell.hidden = true;
}

/** What none of a whole bears, none of its part does: that may be known. */
function know(whole: Grid, part: Grid): void {
  for (const label of LABELS) if (!whole.of[label].hidden && whole.of[label].value === 0) part.of[label].gone = true;
}

/** Whether nothing hidden can be told to within fewer numbers than `smallest`, once `ENDS` of them are ruled out. */
function isSafe(rows: readonly Row[], smallest: number): boolean {
  const cells = [...new Set(rows.flatMap(({ whole, parts }) => [whole, ...parts]))];
  return attack({ cells, rows }, smallest + ENDS).length === 0;
}

/** Whether a whole and its part are both shown, and what is left of it is small. */
function tellsRest({ whole, parts: [part, left] }: Row, smallest: number): boolean {
  return !whole.hidden && part?.hidden === false && left !== undefined && left.value > 0 && left.value < smallest;
}

/** The labels of one group, and their sum. */
interface Grid {
  readonly of: Readonly<Record<Label, Cell>>;
  readonly whole: Cell;
  readonly cells: readonly Cell[];
  readonly row: Row;
}

/** `isTopic`: how many comments there are at all, and on each account, is public; how many on a topic is not. */
function grid(key: string, { labels, people, anybody }: Voices, smallest: number, isTopic = false): Grid {
  const isHidden = LABELS.some((label) => labels[label] > 0 && Math.min(labels[label], people[label]) < smallest);
  const make = (option: string, value: number, personal: boolean, hidden: boolean): Cell => ({
    key: `${key} ${option}`,
    table: key,
    measure: 'comments',
    dimensions: { option },
    value,
    personal,
    rest: false,
    hidden,
    blind: true,
  });
  const cells = Object.fromEntries(LABELS.map((label) => [label, make(label, labels[label], true, isHidden)])) as Record<
    Label,
    Cell
  >;
  const count = total(labels);
  const whole = make('any', count, isTopic, isTopic && count > 0 && Math.min(count, anybody) < smallest);
  const own = LABELS.map((label) => cells[label]);
  return { of: cells, whole, cells: own, row: { whole, parts: own, slack: false } };
}

/** What is left of a whole when a topic is taken from it: those who wrote of something else. */
function remainders(whole: Grid, part: Grid): Row[] {
  const pairs = [[whole.whole, part.whole] as const, ...LABELS.map((label) => [whole.of[label], part.of[label]] as const)];
  return pairs
    .filter(([all, some]) => all.value >= some.value)
    .map(([all, some]) => {
      const left = {
        ...some,
        key: `rest ${all.key} ${some.key}`,
        value: all.value - some.value,
        rest: true,
        hidden: true,
        gone: true,
      };
      return { whole: all, parts: [some, left], slack: false };
    });
}

function shown({ of }: Grid): LabelCounts {
  const value = (label: Label) => (of[label].hidden ? null : of[label].value);
  return { positive: value('positive'), neutral: value('neutral'), negative: value('negative') };
}

function sum(all: readonly Voices[]): Voices {
  const add = (field: 'labels' | 'people') => (label: Label) => all.reduce((whole, one) => whole + one[field][label], 0);
  const [labels, people] = [add('labels'), add('people')];
  const each = (of: (label: Label) => number): Labelled => ({
    positive: of('positive'),
    neutral: of('neutral'),
    negative: of('negative'),
  });
  return { labels: each(labels), people: each(people), anybody: all.reduce((whole, one) => whole + one.anybody, 0) };
}

function total(labels: Labelled): number {
  return LABELS.reduce((whole, label) => whole + labels[label], 0);
}
