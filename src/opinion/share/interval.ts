/** Of the standard normal distribution: 95 of 100 values lie within so much of its middle. */
export const Z = 1.959963985;

/** An interval at 95 %. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/**
 * The interval of Wilson (1927) at 95 % for a share that was found in a random sample of n: it stays within 0 and 1, is honest for few and does
 * not collapse at 0 or 1. n may be a broken number: what a sample is worth by another reckoning.
 */
export function wilson(share: number, n: number): Interval {
  const centre = share + (Z * Z) / (2 * n);
  const spread = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  const scale = 1 + (Z * Z) / n;
  return { from: Math.max(0, (centre - spread) / scale), to: Math.min(1, (centre + spread) / scale) };
}
