import type { AccountFacts, OpinionFacts } from '#kpis/kpi.ts';
import type { Reason } from '#model/figure.ts';
import type { OpinionMonth } from '#model/opinion.ts';
import type { Period } from '#model/period.ts';
import type { Counted } from '#opinion/share/share.ts';
import type { Ledger } from './input.ts';
import { countedOf, first, type Kinds } from './opinion-cells.ts';

/** A month that should be counted, with what was written of it; undefined where nothing was. */
export interface Expected {
  readonly month: Period;
  readonly file: OpinionMonth | undefined;
  /** Why there is nothing, if so. */
  readonly reason: Reason;
}

/** What KPIs may know of people's comments over some months: of each account, and of all together. `accounts`: those on which people write. */
export function opinionFactsOf(
  expected: readonly Expected[],
  accounts: readonly Ledger[],
  kinds: Kinds,
): ReadonlyMap<string, NonNullable<AccountFacts['opinion']>> {
  const each = accounts.map((ledger) => ({ ledger, own: ownOf(ledger, expected, kinds) }));
  const all = allOf(expected, each, kinds);
  return new Map(
    each.map(({ ledger, own: { expected: _, ...own } }) => [
      ledger.account.id,
      { own: { ...own, over: [ledger.account.id], without: [] }, all },
    ]),
  );
}

/** `expected`: months that should hold it. */
type Own = Pick<OpinionFacts, 'months' | 'reason' | 'window' | 'grounds'> & { readonly expected: number };

function ownOf(ledger: Ledger, expected: readonly Expected[], kinds: Kinds): Own {
  const { id, source, since, until } = ledger.account;
  const present = expected.filter(({ month }) => since <= month.to && (until ?? month.to) >= month.from);
  const found = present.map((one) => ({
    lost: lostOf(ledger, one),
    counted: one.file && countedOf(one.file, { of: 'account', id }, kinds),
  }));
  const months = found.flatMap(({ lost, counted = [] }) => (lost ? [] : counted.length > 0 ? counted : [HIDDEN]));
  const lost = found.flatMap((one) => one.lost ?? []);
  return {
    months,
    ...reasonOf(lost, months.length),
    window: windowOf(present.length > 0 ? present : expected),
    grounds: [{ account: id, source, metric: 'comments', api: ledger.declaration.api }],
    expected: present.length,
  };
}

function allOf(expected: readonly Expected[], each: readonly { ledger: Ledger; own: Own }[], kinds: Kinds): OpinionFacts {
  const months = expected.flatMap(({ file }) => (file ? countedOf(file, { of: 'all' }, kinds) : []));
  // What was read of an account in some of its months is in the counts of all, and it is named so.
  const read = each.filter(({ own }) => own.months.length > 0);
  const partly = read.flatMap(({ ledger, own }) =>
    own.reason === undefined ? [] : [{ account: ledger.account.id, known: own.months.length, expected: own.expected }],
  );
  return {
    months,
    ...reasonOf(
      expected.flatMap(({ file, reason }) => (file && first(file).cells.some(({ of }) => of === 'all') ? [] : [reason])),
      months.length,
    ),
    window: windowOf(expected),
    over: read.map(({ ledger }) => ledger.account.id),
    without: each.flatMap(({ ledger, own }) =>
      own.months.length > 0 ? [] : [{ account: ledger.account.id, reason: own.reason ?? 'not-collected' }],
    ),
    ...(partly.length > 0 ? { partly } : {}),
    grounds: read.flatMap(({ own }) => own.grounds),
  };
}

/** Why an account is not in a month; undefined where it is. */
function lostOf({ account }: Ledger, { file, reason }: Expected): Reason | undefined {
  if (account.comments !== true && !file?.accounts.includes(account.id)) return 'not-read';
  if (!file) return reason;
  if (file.accounts.includes(account.id)) return undefined;
  return file.without.find((one) => one.account === account.id)?.reason ?? 'not-collected';
}

/** What lacks some of its months speaks of no period. */
function reasonOf(lost: readonly Reason[], known: number): Pick<OpinionFacts, 'reason'> {
  const [reason = 'not-collected'] = lost;
  if (lost.length === 0) return known > 0 ? {} : { reason };
  return { reason: known > 0 ? 'partial' : reason };
}

function windowOf(expected: readonly Expected[]): OpinionFacts['window'] {
  const months = expected.map(({ month }) => month);
  return { from: months[0]?.from ?? '', to: months.at(-1)?.to ?? '' };
}

/** An account that was read and has no cell of its own: too few people wrote there. */
const HIDDEN: Counted = { comments: null, labels: { positive: null, neutral: null, negative: null }, classifier: '' };
