import type { Deadline, Office } from '#model/calendar.ts';
import { addDays, daysBetween, type Day } from '#model/day.ts';
import type { Reason } from '#model/figure.ts';
import type { Measure } from '#model/measure.ts';
import { periodsWithin } from '#model/period.ts';
import type { Gap, Span } from '#model/run.ts';
import { workingDaysBetween } from '#model/working.ts';
import type { Export } from '../source.ts';
import type { tally } from './tally.ts';

/** A complaint or a request, with the days on which it was dealt with. */
export interface Matter {
  readonly received: Day;
  readonly class?: string;
  /** By what a deadline may be of: null is "not yet"; a key that lacks is in no column of the file. */
  readonly dealt: Readonly<Partial<Record<Deadline['of'], Day | null>>>;
}

/** What is said of deadlines by one file: what each matter adds, and the months of which nothing can be said. */
export interface Kept {
  readonly amounts: readonly Readonly<Partial<Record<Measure, number>>>[];
  readonly gaps: readonly Gap[];
}

type Answer = { readonly due: number; readonly kept: number } | Reason;

/**
 * Counts, by the month in which matters were received, those whose deadline had passed before the day of the file, and those of them that
 * were dealt with by the end of its last day. What is not due yet is left out of both, also where it was dealt with already: else a young
 * month would show the quick ones alone. What was never dealt with counts as missed. A matter that no rule holds for is left out.
 */
export function deadlines(
  { account, today, office }: Pick<Export, 'account' | 'today' | 'office'>,
  matter: Deadline['matter'],
  [due, kept]: readonly [due: Measure, kept: Measure],
  matters: readonly Matter[],
  span: Span,
): Kept {
  const rules = (office?.deadlines ?? []).filter(
    (one) => one.matter === matter && (one.account === undefined || one.account === account.id),
  );
  const answers = matters.map((one): Answer | undefined => {
    const rule = ruleFor(rules, one);
    return rule && answerOf(rule, one, today, office?.calendar);
  });
  const months = periodsWithin(span.from, span.to, 'month').filter(({ from, to }) => span.from <= from && to <= span.to);
  const gaps = months.flatMap(({ from, to }): Gap[] => {
    const own = answers.filter((_, index) => isWithin(matters[index] as Matter, from, to));
    const lost = own.find((one) => typeof one === 'string');
    const holds = own.length > 0 ? own.some((one) => one !== undefined) : rules.some((rule) => overlaps(rule, from, to));
    const reason = holds ? lost : 'no-deadline';
    if (reason === undefined) return [];
    return [due, kept].map((measure) => ({ measure, from, to, reason, detail: DETAIL[reason] ?? DETAIL['no-deadline'] }));
  });
  const amounts = answers.map((one) =>
    typeof one === 'object' ? { [due]: one.due, [kept]: one.kept } : { [due]: 0, [kept]: 0 },
  );
  return { amounts, gaps };
}

const DETAIL: Readonly<Partial<Record<Reason, string>>> & { 'no-deadline': string } = {
  'no-deadline': 'agency.json states no deadline for what was received in this month; add one under "deadlines"',
  'no-calendar':
    'the working days of this time are not known: name the "calendar" in agency.json, and add the year to data/calendars',
  'not-in-export': 'the deadline is of a day that the file has no column for',
};

/** Leaves out of a count the months that have gaps of their own, and says those instead of what the tally found. */
export function withGaps(counted: ReturnType<typeof tally>, gaps: readonly Gap[], measures: readonly Measure[]) {
  const lost = (measure: Measure, day: Day) => gaps.some((gap) => gap.measure === measure && gap.from <= day && day <= gap.to);
  return {
    series: counted.series.flatMap((one) => {
      const values = one.values.filter(({ day }) => !lost(one.measure, day));
      return values.length > 0 ? [{ ...one, values }] : [];
    }),
    gaps: [...gaps, ...counted.gaps.filter(({ measure }) => measure === undefined || !measures.includes(measure))],
  };
}

/** The rule of the matter's own class before one for all, that of the account before one for all, the newest before an older one. */
function ruleFor(rules: readonly Deadline[], one: Matter): Deadline | undefined {
  const rank = (rule: Deadline) => (rule.class === undefined ? 0 : 2) + (rule.account === undefined ? 0 : 1);
  return rules
    .filter((rule) => rule.since <= one.received && one.received <= (rule.until ?? one.received))
    .filter((rule) => rule.class === undefined || rule.class === one.class)
    .toSorted((a, b) => rank(b) - rank(a) || (a.since < b.since ? 1 : -1))[0];
}

function answerOf(rule: Deadline, { received, dealt }: Matter, today: Day, calendar: Office['calendar']): Answer {
  const day = dealt[rule.of];
  if (day === undefined) return 'not-in-export';
  /** Whether the deadline's last day lies before a day: all its days are over then. */
  const isPast = (at: Day): boolean | undefined => {
    const last = addDays(at, -1);
    const count = rule.unit === 'days' ? daysBetween(received, last) : calendar && workingDaysBetween(received, last, calendar);
    return count === undefined ? undefined : count >= rule.within;
  };
  const [over, late] = [isPast(today), day === null ? true : isPast(day)];
  if (over === undefined || (over && late === undefined)) return 'no-calendar';
  return { due: over ? 1 : 0, kept: over && !late ? 1 : 0 };
}

function isWithin({ received }: Matter, from: Day, to: Day): boolean {
  return from <= received && received <= to;
}

function overlaps({ since, until }: Deadline, from: Day, to: Day): boolean {
  return since <= to && from <= (until ?? to);
}
