import { LABELS, type Label } from '#model/label.ts';
import type { CellName, LabelCounts, Labelled, OpinionCell } from '#model/opinion.ts';
import { protect } from './protect.ts';
import type { Cell, Row, Tables } from './table.ts';

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
/** From so many times `smallest` comments on an account is a large one. Of several smaller ones all is hidden before anything of a large one is. */
const LARGE = 10;

/**
 * Hides counts of comments by label that are small, or that few people wrote, with as many others as it takes, until nobody can tell one of
 * them. How many comments an account has is public (`comments` by month) and taken as known. `within` are topics of which one is a part of
 * the other by their words. First the whole is protected, then accounts beside it, then topics one by one, so that no detail costs what is
 * above it; what can't be protected is hidden whole.
 */
export function opinions(
  accounts: readonly AccountVoices[],
  topics: readonly string[],
  within: readonly (readonly [part: string, whole: string])[],
  smallest: number,
): Opinions {
  const least = smallest * (accounts.some(({ labels }) => total(labels) >= LARGE * smallest) ? BESIDE : ALONE);
  const isFew = ({ labels }: Voices) => total(labels) > 0 && total(labels) < least;
  // The last by name is hidden first: the neutral before others, and those of accounts with fewer comments, as how many these are is known.
  const told = accounts.filter((one) => !isFew(one)).sort((a, b) => total(b.labels) - total(a.labels) || (a.id < b.id ? -1 : 1));
  const few = accounts.filter(isFew).map(({ id }) => id);
  const all = grid('1', undefined, sum(told), smallest);
  const settled: Tables[] = [];
  const add = (tables: Tables): boolean => {
    const hidden = new Set(tables.cells.filter((cell) => cell.hidden).map((cell) => cell.key));
    const before = settled.flatMap(({ cells }) => cells);
    const rows = settled.flatMap((one) => one.rows);
    const done = protect({ cells: [...before, ...tables.cells], rows: [...rows, ...tables.rows] }, smallest, {
      shown: new Set(),
      hidden,
      tables: new Set(),
    });
    if (done.size > 0) return false;
    for (const cell of tables.cells) if (!cell.rest) Object.assign(cell, { fixed: true });
    settled.push(tables);
    return true;
  };
  const hasAll = (told.length > 0 || few.length === 0) && add({ cells: all.cells, rows: [all.row] });
  const parts = told.map((one, index) =>
    grid(`2 ${String(index).padStart(3, '0')}`, { of: 'account', id: one.id }, one, smallest),
  );
  const minor = parts.filter(
    ({ whole, cells }) => whole.value < LARGE * smallest && cells.some((cell) => isSmall(cell, smallest)),
  );
  // Two that hide everything cost a large one less than two that hide a little.
  if (minor.length > 1) for (const cell of minor.flatMap(({ cells }) => cells)) cell.hidden = true;
  const hasParts =
    hasAll &&
    add({
      cells: parts.flatMap((one) => one.cells),
      rows: [
        ...parts.map((one) => one.row),
        ...LABELS.map((label) => ({ whole: all.of[label], parts: parts.map((one) => one.of[label]), slack: false })),
      ],
    });
  const subjects = new Map<string, Grid>();
  for (const id of topics) {
    const one = grid(`3 ${id}`, { of: 'topic', id }, sum(told.flatMap((account) => account.topics.get(id) ?? [])), smallest);
    const near = within.flatMap(([part, whole]): [Grid, Grid][] => {
      const other = subjects.get(part === id ? whole : whole === id ? part : '');
      return other ? [part === id ? [other, one] : [one, other]] : [];
    });
    const rows = [[all, one] as const, ...near].flatMap(([whole, part]) => remainders(whole, part));
    const cells = [...one.cells, one.whole, ...rows.flatMap((row) => row.parts.slice(1))];
    if (hasAll && add({ cells, rows: [one.row, ...rows] })) subjects.set(id, one);
  }
  return {
    few,
    cells: [
      { of: 'all', comments: told.length > 0 || few.length === 0 ? all.whole.value : null, labels: shown(all, hasAll) },
      ...parts.map((one, index) => ({
        of: 'account' as const,
        id: told[index]?.id ?? '',
        comments: one.whole.value,
        labels: shown(one, hasParts),
      })),
      ...topics.map((id) => {
        const one = subjects.get(id);
        const comments = one && !one.whole.hidden ? one.whole.value : null;
        return { of: 'topic' as const, id, comments, labels: one ? shown(one, true) : NOTHING };
      }),
    ],
  };
}

const NOTHING: LabelCounts = { positive: null, neutral: null, negative: null };

function isSmall({ value, hidden }: Cell, smallest: number): boolean {
  return hidden || (value > 0 && value < smallest);
}

/** The labels of one group, and their sum. */
interface Grid {
  readonly of: Readonly<Record<Label, Cell>>;
  readonly whole: Cell;
  readonly cells: readonly Cell[];
  readonly row: Row;
}

/** The order in which labels are given up last: of what is hidden for another's sake the neutral go first. */
const RANK: Readonly<Record<Label, number>> = { negative: 1, positive: 2, neutral: 3 };

function grid(key: string, name: CellName | undefined, { labels, people, anybody }: Voices, smallest: number): Grid {
  const of = name === undefined ? {} : { [name.of === 'topic' ? 'event' : 'channel']: name.id ?? '' };
  const make = (option: string, rank: number, value: number, who: number, personal: boolean): Cell => ({
    key: `${key} ${rank}`,
    table: `${key.slice(0, 1)} ${name?.of === 'topic' ? key : ''}`,
    measure: 'comments',
    dimensions: { ...of, option },
    value,
    personal,
    rest: false,
    // What few people wrote is hidden, however often they did.
    hidden: personal && who > 0 && who < smallest,
  });
  const cells = Object.fromEntries(
    LABELS.map((label) => [label, make(label, RANK[label], labels[label], people[label], true)]),
  ) as Record<Label, Cell>;
  // How many comments there are at all, and on each account, is public; how many on a topic is not.
  const whole = make('any', 4, total(labels), anybody, name?.of === 'topic');
  const own = LABELS.map((label) => cells[label]);
  return { of: cells, whole, cells: own, row: { whole, parts: own, slack: false } };
}

/** What is left of a whole when a topic is taken from it: those who wrote of something else. */
function remainders(whole: Grid, part: Grid): Row[] {
  const pairs = [[whole.whole, part.whole] as const, ...LABELS.map((label) => [whole.of[label], part.of[label]] as const)];
  return pairs
    .filter(([all, some]) => all.value >= some.value)
    .map(([all, some]) => {
      const left = { ...some, key: `rest ${all.key} ${some.key}`, value: all.value - some.value, rest: true, hidden: true };
      return { whole: all, parts: [some, left], slack: false };
    });
}

function shown(one: Grid, isThere: boolean): LabelCounts {
  const value = (label: Label) => (!isThere || one.of[label].hidden ? null : one.of[label].value);
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
