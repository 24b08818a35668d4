import type { Outcome } from '#github/outcome.ts';
import type { Account, Agency } from '#model/agency.ts';
import { addDays, type Day } from '#model/day.ts';
import { ConfigError, DataError, SecretError, SourceError } from '#model/error.ts';
import { periodsWithin } from '#model/period.ts';
import type { AccountRun, Gap, Span } from '#model/run.ts';
import type { Declaration } from '#model/source.ts';
import { createHttp, type Budget, type Http, type Progress, type Transport } from '#sources/http.ts';
import { find, isApi } from '#sources/index.ts';
import type { ApiSource, Ask } from '#sources/source.ts';
import { earliest, wanted } from '#sources/wanted.ts';
import type { Book } from '#store/book.ts';
import type { Asked } from '#store/merge.ts';

/** What a run of one agency may use. */
export interface Means {
  readonly transport?: Transport;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly random: () => number;
  readonly now: () => Date;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly progress?: (account: string, event: Progress) => void;
  readonly only?: string | undefined;
  readonly since?: Day | undefined;
}

/** Pulls every account of an agency that has an API into its book. One account's failure costs only itself. */
export async function collect(book: Book, agency: Agency, day: Day, means: Means): Promise<Outcome> {
  const accounts: AccountRun[] = [];
  const budget: Budget = { requests: 5_000, waiting: 1_800_000 };
  let known = 0;
  let expected = 0;
  for (const account of agency.accounts) {
    const source = find(account.source);
    if ((source && !isApi(source)) || (means.only !== undefined && means.only !== account.source)) continue;
    if (day < account.since || (account.until !== undefined && account.until < day)) continue;
    const { result, share, asked } = source
      ? await pull(book, agency, account, source, day, means, budget)
      : unknown(account, day);
    book.addRun(day, result, asked);
    accounts.push(result);
    known += share.known;
    expected += share.expected;
  }
  return { agency: agency.id, day, coverage: expected === 0 ? null : known / expected, floor: agency.floor, accounts };
}

/** What became of one account: its record, how much of what was asked came, and which days were asked for. */
interface Pulled {
  readonly result: AccountRun;
  readonly share: { readonly known: number; readonly expected: number };
  readonly asked?: Asked;
}

/** An account whose source nobody knows, such as one with a typing error: its own failure, and no reason to leave out the others. */
function unknown(account: Account, day: Day): Pulled {
  const detail = `agency.json: account "${account.id}" names the source "${account.source}", which there is not`;
  return { result: failed(account, '', 0, [{ from: day, to: day, reason: 'failed', detail }]), share: { known: 0, expected: 1 } };
}

function failed(account: Account, api: string, requests: number, gaps: Gap[]): AccountRun {
  return { account: account.id, source: account.source, api, outcome: 'failed', requests, posts: null, gaps };
}

/**
 * The day before which an account lacks nothing, by book. Found by reading everything once, and remembered for as long as the process
 * lives, so that one that lives through many days (the sample) need not read all months on each. Never on disk: it could be wrong there.
 */
const done = new WeakMap<Book, Map<string, Day>>();

function spanOf(book: Book, account: Account, declaration: Declaration, day: Day, since: Day | undefined) {
  const known = done.get(book) ?? new Map<string, Day>();
  const from = known.get(account.id) ?? earliest(account, declaration, day);
  const months = periodsWithin(from, day, 'month').map((one) => one.id);
  const series = months.flatMap((month) => book.series(account.id, month));
  const runs = months.flatMap((month) => book.runs(month));
  const span = wanted({ account, declaration, series, runs, today: day, from }, since);
  const first = span.days && span.days.from < span.posts.from ? span.days.from : span.posts.from;
  if (since === undefined) done.set(book, known.set(account.id, first));
  return span;
}

async function pull(
  book: Book,
  agency: Agency,
  account: Account,
  source: ApiSource,
  day: Day,
  means: Means,
  budget: Budget,
): Promise<Pulled> {
  const { declaration } = source;
  const http = createHttp({
    now: means.now,
    sleep: means.sleep,
    random: means.random,
    budget,
    ...(means.transport ? { transport: means.transport } : {}),
    progress: (event) => means.progress?.(account.id, event),
  });
  let span: ReturnType<typeof wanted>;
  try {
    span = spanOf(book, account, declaration, day, means.since);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    // A stored file of this account that can't be read: a person has to look, and the other accounts go on.
    const gap: Gap = { from: day, to: day, reason: 'failed', detail: error.message.slice(0, 300) };
    return { result: failed(account, declaration.api, 0, [gap]), share: { known: 0, expected: 1 } };
  }
  const ask: Ask = {
    account,
    http,
    zone: agency.zone,
    today: day,
    ...span,
    audience: true,
    api: account.api ?? declaration.api,
    ...secretsOf(account, declaration, means.env),
    allowance: Number.POSITIVE_INFINITY,
  };
  const result = await answered(source, ask, book, http);
  const asked = { days: { from: ask.days?.from ?? day, to: day }, posts: ask.posts };
  return { result, share: shareOf(declaration, ask, result), asked };
}

/** Adds what came to the book and says what did not. */
async function answered({ declaration, collect: ask }: ApiSource, given: Ask, book: Book, http: Http): Promise<AccountRun> {
  const base = { account: given.account.id, source: declaration.id };
  try {
    const { api, series, posts, span, gaps } = await ask(given);
    book.addSeries(given.account.id, series, declaration.settles);
    book.addPosts(given.account.id, posts, declaration.freezes);
    const hard = gaps.some((gap) => gap.reason === 'failed' || gap.reason === 'secret-missing' || gap.reason === 'withdrawn');
    return {
      ...base,
      api,
      outcome: hard ? 'partial' : 'complete',
      requests: http.requests,
      posts: whole(span, given.today),
      gaps: [...gaps],
    };
  } catch (error) {
    // Without the name of its variable there is no token either; the sentence says which key agency.json lacks.
    const unnamed = error instanceof ConfigError;
    const expected = unnamed || [SecretError, SourceError, DataError].some((kind) => error instanceof kind);
    if (!expected) process.stderr.write(`${given.account.id}: ${error instanceof Error ? error.stack : String(error)}\n`);
    const gap: Gap = {
      from: given.days?.from ?? given.today,
      to: given.today,
      reason: unnamed || error instanceof SecretError ? 'secret-missing' : 'failed',
      detail: expected ? (error as Error).message.slice(0, 300) : 'a fault in Terang itself; the log of the run has it',
    };
    const lost = declaration.gives.filter(
      (one) => one.level === 'account' && one.window === 'day' && (one.until ?? gap.from) >= gap.from,
    );
    const gaps = [gap, ...lost.map((one): Gap => ({ ...gap, measure: one.measure }))];
    return failed(given.account, declaration.api, http.requests, distinct(gaps));
  }
}

function distinct(gaps: readonly Gap[]): Gap[] {
  return [...new Map(gaps.map((gap) => [JSON.stringify(gap), gap])).values()];
}

/** Posts of today may still come: a day counts as read only when it is over. */
function whole(span: Span | null, day: Day): Span | null {
  if (!span) return null;
  const to = span.to < day ? span.to : addDays(day, -1);
  return span.from <= to ? { from: span.from, to } : null;
}

/** How much of what was asked came: each measure once, and the posts. What the platform has not counted yet is not expected. */
function shareOf(declaration: Declaration, ask: Ask, result: AccountRun): { known: number; expected: number } {
  const day = ask.days?.from ?? ask.today;
  const measures = new Set(
    declaration.gives
      .filter(
        (given) =>
          given.level === 'account' && (given.snapshot || ask.days) && (given.since ?? day) <= day && (given.until ?? day) >= day,
      )
      .map((given) => given.measure),
  );
  if (result.outcome === 'failed') return { known: 0, expected: measures.size + 1 };
  const lost = new Set(
    result.gaps.filter((gap) => gap.reason === 'failed' || gap.reason === 'secret-missing').map((gap) => gap.measure ?? 'posts'),
  );
  const missed = [...measures, 'posts' as const].filter((measure) => lost.has(measure)).length;
  return { known: measures.size + 1 - missed, expected: measures.size + 1 };
}

/** An account's secrets, out of the environment, by their purpose. */
function secretsOf(account: Account, declaration: Declaration, env: Means['env']): Pick<Ask, 'token' | 'secret' | 'has'> {
  const nameOf = (purpose: string): string | undefined =>
    purpose === declaration.secrets[0]?.purpose ? account.token : account.secrets?.[purpose];
  const valueOf = (name: string | undefined): string | undefined => (name === undefined ? undefined : env[name]?.trim());
  const given = (name: string | undefined, key: string): string => {
    if (name === undefined)
      throw new ConfigError(`agency.json: account "${account.id}" needs ${key}: the name of the variable that holds it`);
    const value = valueOf(name);
    if (!value) throw new SecretError(name, `${name} is not set; add it as a secret of the repository (docs/guide.en.md)`);
    return value;
  };
  return {
    token: () => given(account.token, '"token"'),
    secret: (purpose) =>
      given(nameOf(purpose), purpose === declaration.secrets[0]?.purpose ? '"token"' : `"secrets"."${purpose}"`),
    has: (purpose) => Boolean(valueOf(nameOf(purpose))),
  };
}
