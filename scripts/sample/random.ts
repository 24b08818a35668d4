/** A seeded stream of numbers in [0, 1): mulberry32, integer arithmetic alone, so every machine draws the same. */
export type Random = () => number;

export function random(seed: string): Random {
  let state = hash(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** FNV-1a, 32 bits. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

/** One of the list. */
export function pick<Item>(draw: Random, items: readonly Item[]): Item {
  return items[Math.floor(draw() * items.length)] as Item;
}

/** One of the list, by weight. */
export function weigh<Item>(draw: Random, items: readonly (readonly [Item, number])[]): Item {
  const total = items.reduce((sum, [, weight]) => sum + weight, 0);
  let rest = draw() * total;
  for (const [item, weight] of items) {
    rest -= weight;
    if (rest < 0) return item;
  }
  return (items[items.length - 1] as readonly [Item, number])[0];
}

/** Identifiers in a platform's alphabet that no real object has been given on purpose. */
export function code(draw: Random, alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[Math.floor(draw() * alphabet.length)]).join('');
}
