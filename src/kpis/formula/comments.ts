import { known, missing, type Reason } from '#model/figure.ts';
import type { Estimate, Labelled } from '#model/opinion.ts';
import { toldOf, type Told } from '#opinion/share/share.ts';
import type { AccountFacts, OpinionFacts, Outcome } from '../kpi.ts';

/** Fewer comments say more about who happened to write than about what people think. A convention of ours. */
const LEAST = 30;

/** What a figure is of the counts, as the classifier has them. */
interface Division {
  readonly estimate: (told: Told) => Estimate;
  readonly numerator: (labels: Labelled) => number;
  readonly denominator: (labels: Labelled) => number;
}

/**
 * A figure of what comments say: of one account, or of all together, which is no sum of theirs, as the sample is drawn from all. Corrected with its
 * interval where enough of these very comments were labelled; else as the program has it, which is said.
 */
export function saidIn(accounts: readonly AccountFacts[], { estimate, numerator, denominator }: Division): Outcome {
  const [first] = accounts;
  const facts = accounts.length === 1 ? first?.opinion?.own : first?.opinion?.all;
  if (!facts) return { figure: missing('not-read'), over: [], without: [], grounds: [] };
  const { over, without, partly, window } = facts;
  const unknown = (reason: Reason): Outcome => ({
    figure: missing(reason),
    over: [],
    without: [...over.map((account) => ({ account, reason })), ...without],
    grounds: [],
  });
  if (facts.reason !== undefined) return unknown(facts.reason);
  const told = toldOf(facts.months);
  if (told.comments !== null && told.comments < LEAST) return unknown('too-few');
  const { value, reason = 'suppressed', raw, interval } = estimate(told);
  if (value === null) return unknown(reason);
  const base = { figure: known(value), window, over, without, ...(partly ? { partly } : {}) };
  if (interval) {
    const also = raw === null ? {} : { also: [{ how: 'raw', value: raw }] };
    return { ...base, n: told.n, interval, ...also, grounds: grounds(facts, 'PPI++') };
  }
  const versions = [...new Set(facts.months.map(({ classifier }) => classifier))].join(' + ');
  const labels = whole(told);
  // What was read of an account in some of its months is in the figure, and in no figure of its own that could be added up.
  const isWhole = labels && !partly;
  return {
    ...base,
    uncorrected: true,
    ...(isWhole ? { numerator: numerator(labels), denominator: denominator(labels) } : {}),
    grounds: grounds(facts, `classifier ${versions}`),
  };
}

function grounds({ grounds }: OpinionFacts, how: string): Outcome['grounds'] {
  return grounds.map((ground) => ({ ...ground, metric: `${ground.metric}, ${how}` }));
}

function whole({ labels: { positive, neutral, negative } }: Told): Labelled | undefined {
  return positive === null || neutral === null || negative === null ? undefined : { positive, neutral, negative };
}
