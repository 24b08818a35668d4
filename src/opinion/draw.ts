/**
 * A simple random sample without replacement of what passes by: the `size` things whose hash with the seed is smallest. Nothing else is held, and
 * the order of passing does not matter. The same seed and ids give the same sample in the same order, and a larger sample of that seed holds the
 * smaller one. Whoever may read the same ids can draw it again; nobody can choose it, but by trying seeds, and the seed is published.
 */
export class Draw<T> {
  private readonly seed: string;
  private readonly size: number;
  private readonly held: { readonly key: number; readonly thing: T }[] = [];
  /** Things that passed. */
  passed = 0;

  constructor(seed: string, size: number) {
    this.seed = seed;
    this.size = size;
  }

  /** `id` tells a thing from all others; of two with one id both may be drawn. */
  offer(id: string, thing: T): void {
    this.passed += 1;
    const key = keyOf(`${this.seed}\n${id}`);
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

/** 53 bits of hash: two rounds over the text with other constants, each finished as in MurmurHash3. */
function keyOf(text: string): number {
  let [high, low] = [0x9747_b28c, 0x1b87_3593];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0xcc9e_2d51);
    high = (high << 15) | (high >>> 17);
    low = Math.imul(low ^ unit, 0x0100_0193);
    low = (low << 13) | (low >>> 19);
  }
  return (finished(high ^ text.length) & 0x1f_ffff) * 0x1_0000_0000 + finished(low ^ high);
}

function finished(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
