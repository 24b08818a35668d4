import { opinions } from '#disclosure/opinions.ts';
import { dated, nestedTopics, tally, type DatedMatcher, type Tally } from '#opinion/hear/tally.ts';
import type { Matcher } from '#opinion/topic/topics.ts';
import type { Account, Agency } from '#model/agency.ts';
import { Private } from '#model/comment.ts';
import { addDays, type Day } from '#model/day.ts';
import { DataError } from '#model/error.ts';
import type { Reason } from '#model/figure.ts';
import type { Label } from '#model/label.ts';
import type { Options } from '#opinion/topic/emerging.ts';
import type { EmergingWeek, OpinionCell, OpinionMonth, Reading } from '#model/opinion.ts';
import { periodsWithin, previous, type Period } from '#model/period.ts';
import type { AccountRun, Gap, Span } from '#model/run.ts';
import type { Topic } from '#model/topic.ts';
import { closingMonths, type Closing } from '#sources/conversation.ts';
import type { Book } from '#store/book.ts';
import { schemaOf } from '#store/paths.ts';
import { FAULT, logFault, type Hear } from './overhear.ts';

/** Words that came up in weeks, found while comments pass. */
export interface Ears {
  hear(text: string, author: Private, day: Day): void;
  weeks(weeks: readonly { readonly week: string; readonly from: Day; readonly to: Day }[]): { readonly named: EmergingWeek[] };
}

/** What an agency's comments are read with. */
export interface Readers {
  /** Versions of the classifier, oldest first; the last one is the one in use. */
  readonly versions: readonly string[];
  readonly classifier: (version: string) => { readonly sha256: string; readonly label: (text: string) => Label };
  readonly topics: readonly Topic[];
  readonly matcher: Matcher;
  /** One for each month, of which all is heard from a day on; left out, no words are looked for. Windows are weeks where nothing else is said. */
  readonly emerging?: (since: Day, windows?: Pick<Options, 'days' | 'trailing' | 'sure'>) => Ears;
}

/** Listens to one account. */
export interface Ear {
  /** Days that have to be heard, beyond what is counted. */
  readonly also: Span | null;
  readonly hear: Hear;
  /** Takes what could not be read, and returns it with what could not be understood. */
  end(gaps: readonly Gap[]): Gap[];
}

/** Weeks before a week with which its words are compared. */
const BASELINE = 8;
/** Months back in which the version that counted last is looked for. */
const BACK = 24;

/**
 * Hears the comments of the months that close, account by account in one run, and then writes what they say, as sums: a month's comments are
 * counted once, so that no two counts can be subtracted from each other. A month of which an account can't be read waits for it until
 * 35 days after its end, and is then written without it. `reads` says whether an account's source reads comments at all.
 */
export function hearing(
  book: Book,
  agency: Agency,
  day: Day,
  readers: Readers | undefined,
  reads: (account: Account) => boolean,
) {
  const newest = readers?.versions.at(-1);
  const due = closingMonths((month) => book.opinion(month)?.readings[0]?.counted, day);
  const months = readers && newest !== undefined ? readable(() => openMonths(book, agency, due, readers, newest)) : [];
  const heard = new Map<string, readonly Gap[]>();
  return {
    of(account: Account): Ear {
      const own = months.filter(({ period }) => account.since <= period.from);
      const [first] = own;
      const tallies = own.map((month) => ({ month, add: month.open(account.id) }));
      let isBroken = false;
      return {
        also: first
          ? { from: first.from, to: own.reduce((last, { period }) => (period.to > last ? period.to : last), first.period.to) }
          : null,
        hear: (comment, tags) => {
          if (comment.own || isBroken || !first || comment.day < first.from) return;
          try {
            const text = comment.words.read();
            for (const { month, add } of tallies) if (month.from <= comment.day) add(text, comment.author, comment.day, tags);
          } catch (error) {
            isBroken = true;
            logFault(`${account.id}: a fault while labelling comments`, error);
          }
        },
        end(gaps) {
          const fault: Gap = {
            measure: 'comments',
            from: first?.from ?? day,
            to: day,
            reason: 'failed',
            detail: `what comments say was not counted: ${FAULT}`,
          };
          const all = isBroken ? [...gaps, fault] : [...gaps];
          heard.set(account.id, all);
          return all;
        },
      };
    },

    /** Writes the months of which every account has been heard whole, or is waited for no longer. */
    close(results: readonly AccountRun[]): void {
      for (const month of months) {
        const { period, last } = month;
        const without: OpinionMonth['without'] = [];
        const whole: string[] = [];
        let isWaitedFor = false;
        for (const account of agency.accounts.filter((one) => one.comments === true && reads(one) && isOpen(one, period))) {
          const fixed = reasonOf(account, period, day);
          const gaps = heard.get(account.id) ?? results.find((one) => one.account === account.id)?.gaps ?? [];
          const reason = fixed ?? (heard.has(account.id) ? gaps[0]?.reason : (gaps[0]?.reason ?? 'failed'));
          if (reason === undefined) whole.push(account.id);
          else without.push({ account: account.id, reason });
          if (reason !== undefined && fixed === undefined) isWaitedFor = !last;
        }
        if (whole.length === 0 || isWaitedFor || book.opinion(period.id)) continue;
        try {
          book.putOpinion(month.written(whole, without, day));
        } catch (error) {
          logFault(`${agency.id}: a fault while writing what comments of ${period.id} say`, error);
        }
      }
    },
  };
}

export type Hearing = ReturnType<typeof hearing>;

/** Without months, where the weights can't be read: their own check says so, and figures come all the same. */
function readable(open: () => OpenMonth[]): OpenMonth[] {
  try {
    return open();
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return [];
  }
}

/** Whether an account stood open on any day of a month. */
function isOpen({ since, until }: Account, { from, to }: Period): boolean {
  return since <= to && (until === undefined || from <= until);
}

/** Why an account can't be read of a month, on whatever day. */
function reasonOf({ since, until }: Account, { from }: Period, day: Day): Reason | undefined {
  if (since > from) return 'not-begun';
  return until !== undefined && until < day ? 'not-collected' : undefined;
}

interface OpenMonth extends Pick<Closing, 'last'> {
  readonly period: Period;
  /** The first day of the weeks with which its words are compared. */
  readonly from: Day;
  open(account: string): (text: string, author: Private, day: Day, tags: readonly string[]) => void;
  written(accounts: readonly string[], without: OpinionMonth['without'], day: Day): OpinionMonth;
}

function openMonths(book: Book, agency: Agency, due: readonly Closing[], readers: Readers, newest: string): OpenMonth[] {
  let before = due[0] ? lastVersion(book, due[0].month) : undefined;
  return due.map(({ month, last }) => {
    // In the month in which the classifier changes, the old one reads too, so that the break can be seen.
    const versions = before !== undefined && before !== newest && readers.versions.includes(before) ? [before, newest] : [newest];
    before = newest;
    return openMonth(agency, month, last, versions, readers);
  });
}

function lastVersion(book: Book, month: Period): string | undefined {
  for (let [step, at] = [0, previous(month)]; step < BACK; step += 1, at = previous(at)) {
    const found = book.opinion(at.id);
    if (found) return found.readings.at(-1)?.classifier;
  }
  return undefined;
}

function openMonth(agency: Agency, period: Period, last: boolean, versions: readonly string[], readers: Readers): OpenMonth {
  const topics = readers.topics.filter(({ since, until = period.to }) => since <= period.to && period.from <= until);
  const matcher: DatedMatcher = dated(topics, readers.matcher);
  const labellers = versions.map((version) => ({ version, ...readers.classifier(version) }));
  const accounts = new Map<string, Tally[]>();
  const weeks = periodsWithin(period.from, period.to, 'week').filter(({ to }) => period.from <= to && to <= period.to);
  const from = readers.emerging ? addDays(weeks[0]?.from ?? period.from, -7 * BASELINE) : period.from;
  // An account that came later would make its words look new.
  const since = agency.accounts
    .filter((one) => one.comments === true && one.since <= period.from)
    .reduce((last, one) => (one.since > last ? one.since : last), from);
  const words = readers.emerging?.(since);
  const partly = new Set<string>();
  const found = (): EmergingWeek[] => {
    try {
      return words?.weeks(weeks.map((week) => ({ week: week.id, from: week.from, to: week.to }))).named ?? [];
    } catch (error) {
      logFault(`${agency.id}: a fault while looking for words that came up in ${period.id}`, error);
      return [];
    }
  };
  return {
    period,
    last,
    from,
    open(account) {
      const tallies = labellers.map(({ label }) => tally(account, { label, topics, matcher, enough: agency.smallest }));
      accounts.set(account, tallies);
      return (text, author, day, tags) => {
        if (day > period.to) return;
        partly.add(account);
        words?.hear(text, new Private(`${account} ${author.read()}`), day);
        if (day >= period.from) for (const one of tallies) one.add(text, author, day, tags);
      };
    },
    written(whole, without, day) {
      const ids = topics.map(({ id }) => id);
      const nested = nestedTopics(topics);
      const told = labellers.map((_, index) => {
        const counts = whole.flatMap((id) => accounts.get(id)?.[index]?.counts() ?? []);
        return opinions(counts, ids, nested, agency.smallest);
      });
      const [first] = told;
      const few = new Set(first?.few);
      const readings = labellers.map(({ version, sha256 }, index): Reading => {
        const cells = index === 0 ? first?.cells : again(first?.cells ?? [], told[index]?.cells ?? []);
        return { classifier: version, sha256, counted: day, cells: cells ?? [] };
      });
      return {
        $schema: schemaOf('opinion', 3),
        month: period.id,
        accounts: whole.filter((id) => !few.has(id)),
        without: [
          ...without,
          ...whole.filter((id) => few.has(id)).map((account) => ({ account, reason: 'too-few' as const })),
        ].sort((a, b) => (a.account < b.account ? -1 : 1)),
        readings,
        sittings: [],
        // Of an account that broke off some words were heard and some not: then none are told.
        emerging: [...partly].every((id) => whole.includes(id)) ? found() : [],
      };
    },
  };
}

/** Of a second reading of the same comments the whole alone, and that only where both tell all of it: no group is told twice. */
function again(first: readonly OpinionCell[], second: readonly OpinionCell[]): OpinionCell[] {
  const isTold = [first, second].every((cells) =>
    cells.some(({ of, labels }) => of === 'all' && Object.values(labels).every((count) => count !== null)),
  );
  return second
    .filter(({ of }) => of === 'all')
    .map((cell) => (isTold ? cell : { ...cell, labels: { positive: null, neutral: null, negative: null } }));
}
