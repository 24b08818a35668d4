/** How many people used a term in a window, and in each of those before it, of how many who spoke at all. */
export interface Use {
  readonly now: number;
  readonly before: readonly number[];
}

export interface Burst {
  /** Log-odds against the windows before, in standard errors. */
  readonly z: number;
  /** Chance of as many people or more, had nothing changed. */
  readonly p: number;
  /** People to expect by the windows before. */
  readonly usual: number;
}

/**
 * Holds a window against those before it. `z` is the log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008), the
 * prior as heavy as one of the windows before and with the term's share of all windows. `p` is the upper tail of a negative binomial: the mean
 * is what the prior and the windows before let expect, the spread is how much this term and all others went up and down in those.
 *
 * @param people who spoke in each of the windows before, and in this one at last
 */
export function bursts(uses: readonly Use[], people: readonly number[]): Burst[] {
  const spoke = people.at(-1) ?? 0;
  const earlier = people.slice(0, -1);
  const all = sum(earlier);
  const weight = all / earlier.length;
  const swings = uses.map(({ before }) => swing(before, earlier));
  const usually = { over: sum(swings.map((one) => one.over)), square: sum(swings.map((one) => one.square)) };
  const common = usually.square > 0 ? Math.max(0, usually.over / usually.square) : 0;
  return uses.map(({ now, before }, index) => {
    const been = sum(before);
    const prior = (weight * (been + now)) / (all + spoke);
    const logOdds = (count: number, of: number) => Math.log((count + prior) / (of + weight - count - prior));
    const z = (logOdds(now, spoke) - logOdds(been, all)) / Math.sqrt(1 / (now + prior) + 1 / (been + prior));
    const mean = (spoke * (been + prior)) / (all + weight);
    const { over, square } = swings[index] as Swing;
    const own = Math.max(common, (over + common * KNOWN) / (square + KNOWN));
    return { z, p: upperTail(now, mean, own + 1 / (been + prior)), usual: (spoke * been) / all };
  });
}

/** A term's own ups and downs count as much as those of all terms where it was used by so many people a window, squared and added up. */
const KNOWN = 50;

interface Swing {
  readonly over: number;
  readonly square: number;
}

/** How far a term's counts stray from what a steady share would give, beyond chance, and the squares that this is measured by. */
function swing(before: readonly number[], people: readonly number[]): Swing {
  const share = sum(before) / sum(people);
  const means = people.map((of) => of * share);
  const over = sum(
    before.map(
      (count, at) => (count - (means[at] as number)) ** 2 * (people.length / (people.length - 1)) - (means[at] as number),
    ),
  );
  return { over, square: sum(means.map((mean) => mean * mean)) };
}

/** Chance of `count` or more in a negative binomial with that mean and the variance mean + spread * mean². */
export function upperTail(count: number, mean: number, spread: number): number {
  if (count <= mean) return 1;
  const shape = 1 / Math.max(spread, 1e-6);
  const odds = mean / (shape + mean);
  let term = Math.exp(
    logGamma(count + shape) - logGamma(shape) - logGamma(count + 1) + shape * Math.log(1 - odds) + count * Math.log(odds),
  );
  let tail = 0;
  for (let at = count; term > tail * 1e-13 && term > 0; at += 1) {
    tail += term;
    term *= ((at + shape) / (at + 1)) * odds;
  }
  return Math.min(1, tail);
}

/** Stirling's series, after moving the argument past 8. */
function logGamma(x: number): number {
  let [moved, product] = [x, 1];
  for (; moved < 8; moved += 1) product *= moved;
  const inverse = 1 / (moved * moved);
  const series = (1 / 12 - inverse * (1 / 360 - inverse / 1260)) / moved;
  return (moved - 0.5) * Math.log(moved) - moved + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product);
}

/** Of each chance, the share of false alarms among those as small or smaller (Benjamini and Hochberg 1995). */
export function falseShares(chances: readonly number[]): number[] {
  const order = chances.map((_, index) => index).sort((a, b) => (chances[b] as number) - (chances[a] as number));
  const shares = chances.map(() => 1);
  let least = 1;
  order.forEach((index, place) => {
    least = Math.min(least, ((chances[index] as number) * chances.length) / (chances.length - place));
    shares[index] = least;
  });
  return shares;
}

export function sum(counts: readonly number[]): number {
  return counts.reduce((all, one) => all + one, 0);
}
