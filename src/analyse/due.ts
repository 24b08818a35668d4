import { addDays, type Day } from '#model/day.ts';
import { periodOf, type Period } from '#model/period.ts';
import type { Span } from '#model/run.ts';
import type { Ledger } from './input.ts';

/** The months that lie whole within a span, each by its last day: the day on which a month's value stands. */
export function monthEnds({ from, to }: { readonly from: Day; readonly to: Day }): Day[] {
  const ends: Day[] = [];
  for (let month = periodOf(from, 'month'); month.to <= to; month = periodOf(addDays(month.to, 1), 'month')) {
    if (month.from >= from) ends.push(month.to);
  }
  return ends;
}

/**
 * Whether a file should have brought a figure of that day by now. A register whose file comes each half-year lacks nothing before the
 * half-year is over; and one survey in it is enough, so that months without one are no gaps where `found` says that another month has it.
 */
export function isDue({ account, asOf }: Ledger, day: Day, found: (from: Day, to: Day) => boolean): boolean {
  if (account.every === undefined) return true;
  const { from, to } = stretch(day, account.every);
  return to < asOf && !found(from, to);
}

/** Whether a span lies within one round of a survey: who uses the services in a round is no measure of those who answered in two. */
export function isOneRound({ every }: Pick<Ledger['account'], 'every'>, { from, to }: Span): boolean {
  return to <= (every === undefined ? periodOf(from, 'month') : stretch(from, every)).to;
}

function stretch(day: Day, every: NonNullable<Ledger['account']['every']>): Pick<Period, 'from' | 'to'> {
  if (every !== 'half-year') return periodOf(day, every);
  const year = day.slice(0, 4);
  return day.slice(5) < '07-01' ? { from: `${year}-01-01`, to: `${year}-06-30` } : { from: `${year}-07-01`, to: `${year}-12-31` };
}
