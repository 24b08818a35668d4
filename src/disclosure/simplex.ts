/** One equation: the weighted sum of unknowns (by number) is `is`. */
export interface Equation {
  readonly terms: ReadonlyMap<number, number>;
  readonly is: number;
}

const LARGEST = Number.MAX_SAFE_INTEGER;

/**
 * All that equations in whole numbers leave open of unknowns that are not negative: how small and how large each can be.
 * A simplex that pivots in whole numbers over one common denominator (Edmonds, 1967), so that no bound is ever rounded. Throws a
 * `RangeError` where a number grows past what is exact, or where the equations contradict each other.
 */
export class Leeway {
  readonly #rows: number[][];
  readonly #basis: number[];
  #width: number;
  #denominator = 1;

  constructor(unknowns: number, equations: readonly Equation[]) {
    // An unknown of one equation alone can carry it from the start; the others begin with a stand-in.
    const uses = new Map<number, number>();
    for (const { terms } of equations) for (const unknown of terms.keys()) uses.set(unknown, (uses.get(unknown) ?? 0) + 1);
    const carriers = equations.map(({ terms, is }) => {
      const sign = is < 0 ? -1 : 1;
      return [...terms].find(([unknown, weight]) => weight === sign && uses.get(unknown) === 1)?.[0];
    });
    const standIns = carriers.filter((carrier) => carrier === undefined).length;
    this.#width = unknowns + standIns;
    let next = unknowns;
    this.#basis = carriers.map((carrier) => carrier ?? next++);
    this.#rows = equations.map(({ terms, is }, index) => {
      const row = new Array<number>(this.#width + 1).fill(0);
      const sign = is < 0 ? -1 : 1;
      for (const [unknown, weight] of terms) row[unknown] = weight * sign;
      row[this.#basis[index] as number] = 1;
      row[this.#width] = is * sign;
      return row;
    });
    this.#begin(unknowns);
  }

  /** The least value of an unknown; stops early, at any smaller-or-equal one, once it is at most `enough`. */
  least(unknown: number, enough = Number.NEGATIVE_INFINITY): number {
    let row = this.#basis.indexOf(unknown);
    while (row >= 0 && this.#value(row) > enough) {
      const entering = this.#first((column) => (this.#rows[row]?.[column] ?? 0) > 0 && column !== unknown);
      if (entering < 0) return this.#value(row);
      this.#pivot(this.#leaving(entering), entering);
      row = this.#basis.indexOf(unknown);
    }
    return row < 0 ? 0 : this.#value(row);
  }

  /** The largest value of an unknown, or `Infinity`; stops early once it is at least `enough`. */
  most(unknown: number, enough = Number.POSITIVE_INFINITY): number {
    let row = this.#basis.indexOf(unknown);
    if (row < 0) {
      const leaving = this.#leaving(unknown);
      if (leaving < 0) return Number.POSITIVE_INFINITY;
      this.#pivot(leaving, unknown);
      row = leaving;
    }
    while (this.#value(row) < enough) {
      const entering = this.#first((column) => (this.#rows[row]?.[column] ?? 0) < 0);
      if (entering < 0) return this.#value(row);
      const leaving = this.#leaving(entering);
      if (leaving < 0) return Number.POSITIVE_INFINITY;
      this.#pivot(leaving, entering);
    }
    return this.#value(row);
  }

  /** Finds a first solution: drives out the stand-ins of the equations, then forgets them. */
  #begin(unknowns: number): void {
    const cost = () => {
      const sums = new Array<number>(this.#width + 1).fill(0);
      this.#rows.forEach((row, index) => {
        if ((this.#basis[index] ?? 0) >= unknowns) row.forEach((value, column) => (sums[column] = (sums[column] ?? 0) + value));
      });
      return sums;
    };
    for (let sums = cost(); (sums[this.#width] ?? 0) > 0; sums = cost()) {
      const entering = sums.findIndex((value, column) => column < unknowns && value > 0);
      if (entering < 0) throw new RangeError('the equations contradict each other');
      this.#pivot(this.#leaving(entering), entering);
    }
    for (let row = this.#rows.length - 1; row >= 0; row -= 1) {
      if ((this.#basis[row] ?? 0) < unknowns) continue;
      const found = (this.#rows[row] ?? []).findIndex((value, column) => column < unknowns && value !== 0);
      if (found < 0) {
        this.#rows.splice(row, 1);
        this.#basis.splice(row, 1);
        continue;
      }
      // The stand-in is zero here, so that the row may be turned round for its pivot to be positive.
      if ((this.#rows[row]?.[found] ?? 0) < 0) this.#rows[row] = (this.#rows[row] ?? []).map((value) => -value);
      this.#pivot(row, found);
    }
    for (const row of this.#rows) row.splice(unknowns, this.#width - unknowns);
    this.#width = unknowns;
  }

  #value(row: number): number {
    return (this.#rows[row]?.[this.#width] ?? 0) / this.#denominator;
  }

  /** The first column that may enter: always the first, so that no circle is walked (Bland, 1977). */
  #first(may: (column: number) => boolean): number {
    for (let column = 0; column < this.#width; column += 1) if (may(column)) return column;
    return -1;
  }

  #leaving(column: number): number {
    let found = -1;
    let least = Number.POSITIVE_INFINITY;
    this.#rows.forEach((row, index) => {
      const step = row[column] ?? 0;
      if (step <= 0) return;
      const ratio = (row[this.#width] ?? 0) / step;
      if (ratio < least || (ratio === least && (this.#basis[index] ?? 0) < (this.#basis[found] ?? 0))) {
        found = index;
        least = ratio;
      }
    });
    return found;
  }

  #pivot(at: number, column: number): void {
    const source = this.#rows[at] as number[];
    const pivot = source[column] as number;
    this.#rows.forEach((row, index) => {
      const factor = row[column] as number;
      if (index === at || (factor === 0 && pivot === this.#denominator)) return;
      for (let place = 0; place <= this.#width; place += 1) {
        const left = (row[place] as number) * pivot;
        const right = factor * (source[place] as number);
        if (Math.abs(left) > LARGEST || Math.abs(right) > LARGEST || Math.abs(left - right) > LARGEST)
          throw new RangeError('the table is too large to be attacked exactly');
        row[place] = (left - right) / this.#denominator;
      }
    });
    this.#basis[at] = column;
    this.#denominator = pivot;
  }
}
