import type { Account } from '#model/agency.ts';
import { addDays, eachDay, weekday, type Day } from '#model/day.ts';
import { APART, PERSONAL, type Dimension } from '#model/dimension.ts';
import type { Reason } from '#model/figure.ts';
import type { Series, Window } from '#model/observation.ts';
import type { Gap, Run } from '#model/run.ts';
import type { Declaration } from '#model/source.ts';
import type { Ask } from './source.ts';

/** How many days back a run looks for what it still lacks, where the source does not say for how long it keeps figures: two years. */
const HISTORY = 736;

/** What a platform has said is not there, or what agency.json does not ask for; neither is asked again but by `--since`. */
const ANSWERED: ReadonlySet<Reason> = new Set([
  'empty',
  'withdrawn',
  'not-offered',
  'not-collected',
  'below-threshold',
  'not-additive',
]);

/** What is known of one account so far: all series and runs of the months from `from` on; all days before it are known to be done. */
export interface Known {
  readonly account: Account;
  readonly declaration: Declaration;
  readonly series: readonly Series[];
  readonly runs: readonly Run[];
  readonly today: Day;
  readonly from: Day;
}

/** The first day that a source could still give: reports begin with the account's `since`, and a platform forgets. */
export function earliest(account: Account, declaration: Declaration, today: Day): Day {
  return later(account.since, addDays(today, -(declaration.retention ?? HISTORY)));
}

/**
 * What a run has to ask for: days that lack a figure or may still be corrected, and posts whose figures still grow. Worked out from the
 * committed data alone; there is no bookmark that could be lost. `since` asks again from that day.
 */
export function wanted(known: Known, since?: Day): Pick<Ask, 'days' | 'posts' | 'older' | 'audience'> {
  const { account, declaration, today } = known;
  const yesterday = addDays(today, -1);
  // As the data stood before today: a second run of the day asks the same as the first, and so writes the same.
  const runs = known.runs
    .filter((run) => run.day < today)
    .map((run) => ({
      day: run.day,
      results: [...run.accounts, ...(run.peers ?? [])].filter((one) => one.account === account.id && one.outcome !== 'failed'),
    }))
    .filter((run) => run.results.length > 0);
  const results = runs.flatMap((run) => run.results);
  const last = runs.at(-1)?.day ?? addDays(today, -1);
  // All the way back, not some weeks: a first run that broke off half-way leaves old days open, and nobody would ask for them again.
  const floor = later(known.from, earliest(account, declaration, today));
  const gone = results.flatMap((one) => one.gaps.filter((gap) => gap.measure === undefined && ANSWERED.has(gap.reason)));
  const read = new Set(
    [...results.flatMap((one) => one.posts ?? []), ...gone].flatMap((one) => eachDay(later(one.from, floor), one.to)),
  );
  const unread = eachDay(floor, yesterday).find((day) => !read.has(day)) ?? today;
  // Posts that came of age while nothing ran are asked for once more, so that their last figures are not those of an early age.
  const growing = later(account.since, addDays(last, 1 - declaration.freezes));
  const from =
    since ??
    missingFrom(
      known,
      results.flatMap((one) => one.gaps),
      floor,
      addDays(last, 1 - declaration.settles),
      yesterday,
    );
  return {
    days: from === undefined || from > yesterday ? null : { from: later(from, account.since), to: yesterday },
    ...stretches(read, later(unread, account.since), growing, known, since),
    audience: lacksAudience(known),
  };
}

/**
 * Posts to read: back to the oldest day that nobody has read, or whose posts still grow. Where a source can start below what was read,
 * the newest posts and the oldest unread stretch are two: a first reading that broke off would else begin at the newest post each time.
 */
function stretches(
  read: ReadonlySet<Day>,
  unread: Day,
  growing: Day,
  { declaration, today, account }: Known,
  since: Day | undefined,
): Pick<Ask, 'posts' | 'older'> {
  const all = { posts: { from: later(since ?? earlier(unread, growing), account.since), to: today } };
  const reached = eachDay(unread, addDays(today, -1)).find((day) => read.has(day));
  if (!declaration.resumes || since !== undefined || reached === undefined) return all;
  const hole = eachDay(reached, addDays(today, -1)).find((day) => !read.has(day)) ?? today;
  const from = earlier(hole, growing);
  return unread < from && unread < reached
    ? { posts: { from, to: today }, older: { from: unread, to: addDays(earlier(reached, from), -1) } }
    : all;
}

/**
 * Whether the make-up of the audience is still to be asked for this month: no run before today has brought any of it, nor one of the days
 * just before, beside which it could not be written. One that was hidden
 * for being small was there all the same; to ask until it is large enough would let it be told from the others.
 */
function lacksAudience({ declaration, series, today }: Known): boolean {
  const isAbout = (dimensions: readonly Dimension[]): boolean => dimensions.some((one) => PERSONAL.has(one));
  if (!declaration.gives.some((given) => given.level === 'account' && isAbout(given.dimensions ?? []))) return false;
  return !series.some(
    ({ window, dimensions, values }) =>
      isAbout(Object.keys(dimensions) as Dimension[]) &&
      values.some(
        (value) =>
          (value.value !== null || value.reason === 'suppressed') &&
          value.observed < today &&
          (value.observed.slice(0, 7) === today.slice(0, 7) || (window !== 'month' && value.day > addDays(today, -APART))),
      ),
  );
}

/** The first day with a figure missing, or still settling when it was last asked for; undefined where the source gives no daily history. */
function missingFrom(known: Known, gaps: readonly Gap[], floor: Day, unsettled: Day, yesterday: Day): Day | undefined {
  const daily = known.declaration.gives.filter(
    (given) => given.level === 'account' && given.window !== undefined && !given.snapshot && !given.dimensions?.length,
  );
  if (daily.length === 0) return undefined;
  const have = new Set(
    known.series.flatMap(({ measure, window, dimensions, values }) =>
      values.flatMap((value) =>
        Object.keys(dimensions).length === 0 &&
        value.observed < known.today &&
        (value.value !== null || (value.reason !== undefined && ANSWERED.has(value.reason)))
          ? [`${measure} ${window} ${value.day}`]
          : [],
      ),
    ),
  );
  // Where a platform has given a week that ends on another day than Sunday, one ends on each day.
  const rolling = new Set(
    known.series.flatMap(({ measure, window, values }) =>
      window === 'week' && values.some((value) => value.observed < known.today && weekday(value.day) !== 7) ? [measure] : [],
    ),
  );
  const answered = gaps.filter((gap) => gap.measure !== undefined && ANSWERED.has(gap.reason));
  const settling = later(floor, unsettled);
  for (const day of eachDay(floor, earlier(settling, yesterday))) {
    const lacking = daily.some(
      (given) =>
        (given.since ?? day) <= day &&
        (given.until ?? day) >= day &&
        (isLast(day, given.window) || (given.window === 'week' && rolling.has(given.measure))) &&
        !have.has(`${given.measure} ${given.window} ${day}`) &&
        !answered.some((gap) => gap.measure === given.measure && gap.from <= day && day <= gap.to),
    );
    if (lacking) return day;
  }
  return settling;
}

/** Whether a value of that window has to stand on the day: a month's on its last alone, a week's on Sunday. */
function isLast(day: Day, window: Window | undefined): boolean {
  if (window === 'week') return weekday(day) === 7;
  return window !== 'month' || addDays(day, 1).endsWith('-01');
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}
