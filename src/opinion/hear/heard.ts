import type { Candidate } from '../topic/terms.ts';

/** How people used one term in one window. Counts alone. */
export class Use {
  /** Distinct people. */
  people = 0;
  /** Comments in which it was a word, and of these, in which it followed a title as a name would. */
  plain = 0;
  called = 0;
  /** Comments in which a capital would tell a name, and in which it had one. */
  told = 0;
  capital = 0;
  /** Comments in which it was likely part of a name, and is not counted. */
  hidden = 0;
}

/** How people used one term, window by window. */
export class Usage {
  readonly size: number;
  readonly uses: (Use | undefined)[] = [];
  comments = 0;

  constructor(size: number) {
    this.size = size;
  }

  in(window: number): Use {
    this.comments += 1;
    return (this.uses[window] ??= new Use());
  }

  /** Distinct people in a window. */
  people(window: number): number {
    return this.uses[window]?.people ?? 0;
  }

  /** People of all windows; one who spoke in two counts twice. */
  get total(): number {
    return this.uses.reduce((all, use) => all + (use?.people ?? 0), 0);
  }
}

/** Adds one comment's use of a term. */
export function hear(use: Use, { isCalled, isTold, isCapital }: Candidate): void {
  use.plain += 1;
  if (isCalled) use.called += 1;
  if (isTold) use.told += 1;
  if (isCapital) use.capital += 1;
}

/** Terms that are kept at a time. Where more come, those that fewest used are forgotten: no more than these few are lacking from a count. */
const MOST = 300_000;

/** Terms and how they were used: no more than so many, however many comments pass. */
export class Usages {
  readonly all = new Map<string, Usage>();
  #least = 1;

  of(term: string, size: number): Usage {
    let usage = this.all.get(term);
    if (!usage) {
      if (this.all.size >= MOST) this.#forget();
      this.all.set(term, (usage = new Usage(size)));
    }
    return usage;
  }

  #forget(): void {
    for (; this.all.size > MOST / 2; this.#least += 1)
      for (const [term, { comments }] of this.all) if (comments <= this.#least) this.all.delete(term);
  }
}
