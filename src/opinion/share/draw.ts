/**
 * A simple random sample without replacement of what passes by, of `size` things at most: each draws a number, and those with the smallest are
 * the sample. Nothing else is held. `chance` gives numbers from 0 up to 1; what they were is kept nowhere, so that nobody can draw it again.
 */
export class Draw<T> {
  private readonly chance: () => number;
  private readonly size: number;
  private readonly held: { readonly key: number; readonly thing: T }[] = [];
  /** Things that passed. */
  passed = 0;

  constructor(chance: () => number, size: number) {
    this.chance = chance;
    this.size = size;
  }

  offer(thing: T): void {
    this.passed += 1;
    const key = this.chance();
    const { held, size } = this;
    if (held.length === size && key >= (held.at(-1)?.key ?? 0)) return;
    let [from, to] = [0, held.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((held[middle]?.key ?? 0) <= key) from = middle + 1;
      else to = middle;
    }
    held.splice(from, 0, { key, thing });
    if (held.length > size) held.pop();
  }

  /** The sample, in an order as random as itself: the first of it are a smaller sample. */
  drawn(): T[] {
    return this.held.map(({ thing }) => thing);
  }
}
