import { isMark, SCALES, type Scale } from './links.ts';
import { marginsOf, subjectOf, total, within, type Cell, type Tables } from './table.ts';

/** So many points have to be open either way, or nearly everybody of a hidden group is known to have answered alike. */
const OPEN = 3;

/**
 * Hides sums of marks beside those that are hidden, until the answers of those whom they leave out could still be others: they are at least
 * `smallest`, and their sum is neither the least nor the most that it can be, nor close to it. What is published already stays.
 */
export function weigh({ cells }: Tables, smallest: number, shown: ReadonlySet<string>): void {
  const mine = cells.filter((cell) => !cell.fixed && !cell.rest);
  const answers = new Map(mine.map((cell) => [subjectOf(cell.measure, cell.dimensions), cell.value]));
  const marks = mine.filter((cell) => isMark(cell.measure, cell.dimensions));
  const byTable = Map.groupBy(marks, (cell) => cell.table);
  const count = (scale: Scale, cell: Cell) => answers.get(subjectOf(scale.of, cell.dimensions)) ?? 0;
  for (let moved = true; moved;) {
    moved = false;
    for (const parts of byTable.values()) {
      const [first] = parts as [Cell];
      const scale = SCALES[first.measure] as Scale;
      for (const whole of marginsOf(first, byTable).flatMap((margin) => margin ?? [])) {
        const own = parts.filter((part) => part !== whole && within(whole, part));
        const hidden = own.filter((part) => part.hidden);
        if (whole.hidden || hidden.length === 0) continue;
        const open = own.filter((part) => !part.hidden);
        const left = whole.value - total(open);
        const people = count(scale, whole) - open.reduce((sum, part) => sum + count(scale, part), 0);
        const isOpen = left - scale.least * people >= OPEN && scale.most * people - left >= OPEN && people >= smallest;
        const next = open
          .filter((part) => count(scale, part) > 0 && !shown.has(part.key))
          .sort((a, b) => (a.key < b.key ? 1 : -1))[0];
        if (isOpen || !next) continue;
        // With a part of it, what it is made of: that would add up to it.
        for (const mark of marks) if (mark === next || (mark.measure === next.measure && within(next, mark))) mark.hidden = true;
        moved = true;
      }
    }
  }
}
