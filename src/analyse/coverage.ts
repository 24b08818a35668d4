import { addDays, eachDay, type Day } from '#model/day.ts';
import type { Measure } from '#model/measure.ts';
import type { AccountState } from '#model/account-state.ts';
import type { Span } from '#model/run.ts';
import { monthEnds } from './due.ts';
import { dailyMeasures, figureOn, gapOn, givesOn, givesPosts, isEarly, monthlyMeasures, type Ledger } from './input.ts';

/**
 * How complete an account's figures are: of each daily measure that its source gives, and of its posts, the days that are there; of what
 * comes by month alone, the months. What is not due yet is not expected.
 * What was last read before it had settled counts, and is named in `early`.
 * A withdrawn metric is not expected after its last day; what was expected and is not there is a gap with its reason.
 */
export function stateOf(ledger: Ledger, span: Span, withDays: boolean, settled: boolean): AccountState {
  const found = last.get(ledger);
  const whole = found?.from === span.from && found.to === span.to ? found.state : look(ledger, span);
  last.set(ledger, { ...span, state: whole });
  const { early, ...state } = whole;
  return { ...state, daily: withDays ? state.daily : [], ...(settled && early ? { early } : {}) };
}

/** A report asks twice of the same days: for its KPIs, and to tell of its accounts. */
const last = new WeakMap<Ledger, Span & { readonly state: AccountState }>();

function look(ledger: Ledger, span: Span): AccountState {
  const from = ledger.account.since > span.from ? ledger.account.since : span.from;
  const to = ledger.account.until !== undefined && ledger.account.until < span.to ? ledger.account.until : span.to;
  const daily: AccountState['daily'] = [];
  const gaps = new Gaps();
  const early = new Gaps();
  const within = ledger.posts.filter(({ day }) => from <= day && day <= to);
  const young = new Set(within.filter((post) => isEarly(ledger, post)).map(({ day }) => day));
  let through: Day | null = null;
  const days = dailyMeasures(ledger);
  const months = ledger.declaration.family === 'social' ? [] : monthlyMeasures(ledger).filter((one) => !days.includes(one));
  const ends = new Set(monthEnds({ from, to }));
  for (const day of eachDay(from, to)) {
    let known = 0;
    let expected = 0;
    if (givesPosts(ledger)) {
      expected += 1;
      if (ledger.read.has(day)) known += 1;
      else gaps.add(null, day, unread(ledger, day));
    }
    if (young.has(day)) early.add(null, day, EARLY);
    const seen = [seenOn(ledger, day, 'day', days), ...(ends.has(day) ? [seenOn(ledger, day, 'month', months)] : [])];
    for (const one of seen) {
      known += one.known;
      expected += one.known + one.lost.length;
      for (const { measure, ...cause } of one.lost) gaps.add(measure, day, cause);
      for (const measure of one.early) early.add(measure, day, EARLY);
    }
    if (known > 0) through = day;
    daily.push({ day, known, expected });
  }
  return {
    account: ledger.account.id,
    source: ledger.account.source,
    family: ledger.declaration.family,
    known: daily.reduce((sum, day) => sum + day.known, 0),
    expected: daily.reduce((sum, day) => sum + day.expected, 0),
    through,
    outside: within.some((post) => post.file?.startsWith('outside/') === true),
    daily,
    gaps: gaps.list(),
    ...(early.list().length > 0 ? { early: early.list().map(({ measure, from, to }) => ({ measure, from, to })) } : {}),
  };
}

/** What of the measures of a day, or of the month that ends on it, is there. */
interface Seen {
  readonly known: number;
  readonly lost: readonly (Cause & { readonly measure: Measure })[];
  /** Known, and last read before it had settled. */
  readonly early: readonly Measure[];
}

/** A day is looked at for its month, its quarter and its year. */
const looked = new WeakMap<Ledger, Map<string, Seen>>();

function seenOn(ledger: Ledger, day: Day, window: 'day' | 'month', measures: readonly Measure[]): Seen {
  const key = `${day} ${window}`;
  const all = looked.get(ledger) ?? new Map<string, Seen>();
  const found = all.get(key) ?? lookOn(ledger, day, window, measures);
  looked.set(ledger, all.set(key, found));
  return found;
}

function lookOn(ledger: Ledger, day: Day, window: 'day' | 'month', measures: readonly Measure[]): Seen {
  let known = 0;
  const lost: Seen['lost'][number][] = [];
  const early: Measure[] = [];
  for (const measure of measures) {
    if (!givesOn(ledger, measure, day, window)) continue;
    const figure = figureOn(ledger, measure, day, window);
    // An office that has set no deadline owes no count of those kept.
    if (figure.value === null && (figure.reason === 'not-due' || figure.reason === 'no-deadline')) continue;
    // What was hidden for concerning too few people has come: nothing of it is lacking.
    if (figure.value !== null || figure.reason === 'suppressed') known += 1;
    else lost.push({ measure, reason: figure.reason, detail: gapOn(ledger, measure, day)?.detail });
    if (figure.value !== null && ledger.at(measure, window, day)?.early) early.push(measure);
  }
  return { known, lost, early };
}

/** Why a figure that was read too early is named; `early` says it of all of them. */
const EARLY = { reason: 'not-yet' } as const;

type Cause = Pick<AccountState['gaps'][number], 'reason'> & { detail?: string | undefined };

function unread(ledger: Ledger, day: Day): Cause {
  const gap = gapOn(ledger, null, day);
  if (gap) return { reason: gap.reason, detail: gap.detail };
  return { reason: ledger.declaration.kind === 'export' ? 'not-imported' : 'not-collected' };
}

/** Joins missing days that follow each other, by measure and reason. */
class Gaps {
  readonly #open = new Map<string, AccountState['gaps'][number]>();
  readonly #closed: AccountState['gaps'] = [];

  add(measure: Measure | null, day: Day, { reason, detail }: Cause): void {
    const key = `${measure}`;
    const open = this.#open.get(key);
    if (open && open.reason === reason && addDays(open.to, 1) === day) {
      open.to = day;
      return;
    }
    const gap = { measure, from: day, to: day, reason, ...(detail ? { detail } : {}) };
    this.#open.set(key, gap);
    this.#closed.push(gap);
  }

  list(): AccountState['gaps'] {
    return this.#closed;
  }
}
