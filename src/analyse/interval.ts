/**
 * Where a median lies, whatever the shape of what it is the median of: from the k-th smallest to the k-th largest of `values`, with k the
 * largest for which fewer than k of n lie on either side of the true median in at most `1 - sure` of all samples, each as likely above as
 * below (the sign test; Conover, Practical Nonparametric Statistics, 3.2). Undefined where even all the values are too few: under 6 for 95 %.
 */
export function medianInterval(values: readonly number[], sure = 0.95): { from: number; to: number } | undefined {
  const n = values.length;
  let probability = 0.5 ** n;
  let tail = probability;
  let k = 0;
  while (tail <= (1 - sure) / 2 && k < n / 2) {
    k += 1;
    probability *= (n - k + 1) / k;
    tail += probability;
  }
  if (k === 0) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  return { from: sorted[k - 1] as number, to: sorted[n - k] as number };
}
