import { total, type Cell, type Tables } from './table.ts';

/**
 * Rows of which all that is hidden is small. Since it is known which count would have been hidden for another's sake, and is shown, a
 * reader knows that they are small, and so that none is far below what they come to together. Gives those where each could be fewer than
 * half of `smallest` numbers, as the counts that are open in them.
 */
export function tight({ rows }: Tables, smallest: number): Cell[][] {
  return rows.flatMap(({ parts, slack }) => {
    const hidden = parts.filter((part) => part.hidden && part.value > 0);
    if (slack || hidden.length < 2 || parts.some((part) => part.rest || part.fixed)) return [];
    if (hidden.some((part) => part.value >= smallest)) return [];
    const [all, others] = [total(hidden), hidden.length - 1];
    const [least, most] = [Math.max(1, all - others * (smallest - 1)), Math.min(smallest - 1, all - others)];
    return most - least + 1 < smallest / 2 ? [parts.filter((part) => part.personal && !part.hidden && part.value > 0)] : [];
  });
}
