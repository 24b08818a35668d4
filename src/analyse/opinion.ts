import type { AccountFacts } from '#kpis/kpi.ts';
import { addDays, type Day } from '#model/day.ts';
import { AWAITED, type Opinion, type OpinionMonth, type OpinionReport } from '#model/opinion.ts';
import { periodOf, periodsWithin, type Period } from '#model/period.ts';
import type { Span } from '#model/run.ts';
import type { Collected, Ledger } from './input.ts';
import { cellsOf, partlyIn, versionsOf, type Kinds } from './opinion-cells.ts';
import { opinionFactsOf, type Expected } from './opinion-facts.ts';
import { accuracyOf, breaksIn, historyOf, periodsUntil } from './opinion-history.ts';

/** What people's comments say, period by period. */
export interface Opinions {
  /** Null where no month of the period is counted, nor was to be. `span`: its days as far as they are over. */
  reportOf(one: Period, span: Span): OpinionReport | null;
  /** What KPIs may know, by account; empty where `reportOf` has nothing. */
  factsOf(span: Span, present: readonly Ledger[]): ReadonlyMap<string, NonNullable<AccountFacts['opinion']>>;
  /** Whether the period's last month lacks its count, so that it is waited for: `AWAITED` days at most. */
  isAwaited(one: Period): boolean;
}

/**
 * Indexes what was counted of an agency's comments. Months before the first that was counted lack nothing, since reading had not begun; nor do
 * those after the last, where nobody reads any more.
 */
export function opinionsOf({ agency, opinions = [], topics = [] }: Collected, asOf: Day): Opinions {
  const files = new Map(opinions.map((month) => [month.month, month]));
  const ids = [...files.keys()].sort();
  const [begun, last] = [ids[0], ids.at(-1)];
  const isReading = agency.accounts.some(({ comments }) => comments === true);
  const kinds: Kinds = { platforms: new Map(agency.accounts.map(({ id, platform }) => [id, platform])), topics };
  const isOpen = ({ to }: Period) => isReading && asOf <= addDays(to, AWAITED);
  const isExpected = (month: Period): boolean => {
    if (begun === undefined || last === undefined || month.id < begun) return isOpen(month);
    return isReading || month.id <= last;
  };
  const expectedIn = ({ from, to }: Span): Expected[] =>
    periodsWithin(from, to, 'month')
      .filter(isExpected)
      .map((month) => ({ month, file: files.get(month.id), reason: isOpen(month) ? 'not-closed' : 'not-collected' }));
  const known = new Map<string, readonly Opinion[]>();
  // A period stands in the history of a dozen later ones.
  const toldBy = (months: readonly OpinionMonth[]): readonly Opinion[] => {
    const key = months.map(({ month }) => month).join();
    const found = known.get(key) ?? cellsOf(months, kinds);
    known.set(key, found);
    return found;
  };
  return {
    reportOf(one, span) {
      const expected = expectedIn(span);
      if (expected.length === 0) return null;
      const months = expected.flatMap(({ file }) => file ?? []);
      const past = periodsUntil(one, begun).map((period) => {
        const own = expectedIn({ from: period.from, to: period.to < span.to ? period.to : span.to }).flatMap(
          ({ file }) => file ?? [],
        );
        const expected = periodsWithin(period.from, period.to, 'month').length;
        return { period: period.id, months: own, expected, cells: toldBy(own) };
      });
      const read = new Set(months.flatMap(({ accounts }) => accounts));
      const partly = partlyIn(months);
      return {
        months: months.map(({ month }) => month),
        missing: expected.flatMap(({ month, file }) => (file ? [] : [month.id])),
        accounts: [...read].sort(),
        without: [
          ...new Map(
            months.flatMap(({ without }) =>
              without.flatMap((lost) => (read.has(lost.account) ? [] : [[lost.account, lost] as const])),
            ),
          ).values(),
        ],
        ...(partly.length > 0 ? { partly } : {}),
        classifier: versionsOf(months),
        cells: [...toldBy(months)],
        accuracy: accuracyOf(months),
        emerging: [...new Map(months.flatMap(({ emerging }) => emerging).map((week) => [week.week, week])).values()],
        history: historyOf(past),
        breaks: past.flatMap((each) => breaksIn(each.months)),
      };
    },
    factsOf(span, present) {
      const expected = expectedIn(span);
      const social = present.filter(({ declaration }) => declaration.family === 'social');
      return expected.length === 0 ? new Map() : opinionFactsOf(expected, social, kinds);
    },
    isAwaited(one) {
      const month = periodOf(one.to, 'month');
      return isReading && !files.has(month.id) && isExpected(month);
    },
  };
}
