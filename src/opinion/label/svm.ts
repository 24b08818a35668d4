/** Rows of features: those of row i lie from `starts[i]` to `starts[i + 1]`, each bucket once. */
export interface Rows {
  readonly starts: Int32Array;
  readonly buckets: Int32Array;
  readonly values: Float32Array;
}

export interface Task {
  /** 1 or -1 of each row, 0 where the row says nothing of this question. */
  readonly sides: Int8Array;
  /** What a mistake in each row costs. */
  readonly costs: Float64Array;
  readonly buckets: number;
  readonly passes: number;
  /** Without one, nothing speaks for either side before the features do. */
  readonly bias: boolean;
  /** What each row scores already: the weights are learnt that are added to it. */
  readonly offsets?: Float64Array;
}

/**
 * A linear classifier with squared hinge loss by dual coordinate descent (Hsieh et al. 2008, the solver of LIBLINEAR). Rows are visited in an
 * order that comes of a fixed seed, so that the same rows give the same weights. The last weight is the bias.
 */
export function fit(rows: Rows, task: Task): Float64Array {
  const { starts, buckets, values } = rows;
  const weights = new Float64Array(task.buckets + 1);
  const order = Int32Array.from([...task.sides.keys()].filter((row) => task.sides[row] !== 0));
  const alpha = new Float64Array(task.sides.length);
  const diagonal = new Float64Array(task.sides.length);
  for (const row of order) {
    let sum = task.bias ? 1 : 0;
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at += 1) sum += (values[at] as number) ** 2;
    diagonal[row] = sum + 0.5 / (task.costs[row] as number);
  }
  let seed = 42;
  for (let pass = 0; pass < task.passes; pass += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      const other = Math.floor((seed / 0x1_0000_0000) * (at + 1));
      const held = order[at] as number;
      order[at] = order[other] as number;
      order[other] = held;
    }
    for (const row of order) {
      const side = task.sides[row] as number;
      const [from, to] = [starts[row] as number, starts[row + 1] as number];
      let margin = (weights[task.buckets] as number) + (task.offsets?.[row] ?? 0);
      for (let at = from; at < to; at += 1) margin += (weights[buckets[at] as number] as number) * (values[at] as number);
      const old = alpha[row] as number;
      const gradient = side * margin - 1 + (old * 0.5) / (task.costs[row] as number);
      const next = Math.max(0, old - gradient / (diagonal[row] as number));
      const step = (next - old) * side;
      if (step === 0) continue;
      alpha[row] = next;
      for (let at = from; at < to; at += 1) {
        const bucket = buckets[at] as number;
        weights[bucket] = (weights[bucket] as number) + step * (values[at] as number);
      }
      if (task.bias) weights[task.buckets] = (weights[task.buckets] as number) + step;
    }
  }
  return weights;
}
