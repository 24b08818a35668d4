import type { Outcome } from '#github/outcome.ts';
import type { Account, Agency } from '#model/agency.ts';
import { addDays, type Day } from '#model/day.ts';
import { ConfigError, SecretError, SourceError } from '#model/error.ts';
import { periodsWithin } from '#model/period.ts';
import type { AccountRun, Gap, Span } from '#model/run.ts';
import type { Declaration } from '#model/source.ts';
import { createHttp, type Budget, type Http, type Progress, type Transport } from '#sources/http.ts';
import { find, isApi } from '#sources/index.ts';
import type { ApiSource, Ask } from '#sources/source.ts';
import { LOOK_BACK, wanted } from '#sources/wanted.ts';
import type { Book } from '#store/book.ts';

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
    if (!source)
      throw new ConfigError(`agency.json: account "${account.id}" names the source "${account.source}", which there is not`);
    if (!isApi(source) || (means.only !== undefined && means.only !== account.source)) continue;
    if (day < account.since || (account.until !== undefined && account.until < day)) continue;
    const { result, share } = await pull(book, agency, account, source, day, means, budget);
    book.addRun(day, result);
    accounts.push(result);
    known += share.known;
    expected += share.expected;
  }
  return { agency: agency.id, day, coverage: expected === 0 ? null : known / expected, floor: agency.floor, accounts };
}

async function pull(book: Book, agency: Agency, account: Account, source: ApiSource, day: Day, means: Means, budget: Budget) {
  const { declaration } = source;
  const http = createHttp({
    now: means.now,
    sleep: means.sleep,
    random: means.random,
    budget,
    ...(means.transport ? { transport: means.transport } : {}),
    progress: (event) => means.progress?.(account.id, event),
  });
  const months = periodsWithin(addDays(day, -LOOK_BACK), day, 'month').map((one) => one.id);
  const span = wanted(
    {
      account,
      declaration,
      series: months.flatMap((month) => book.series(account.id, month)),
      runs: months.flatMap((month) => book.runs(month)),
      today: day,
    },
    means.since,
  );
  const ask: Ask = { account, http, zone: agency.zone, today: day, ...span, token: () => tokenOf(account, means.env) };
  const result = await answered(source, ask, book, http);
  return { result, share: shareOf(declaration, ask, result) };
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
    const expected = error instanceof SecretError || error instanceof SourceError;
    if (!expected) process.stderr.write(`${given.account.id}: ${error instanceof Error ? error.stack : String(error)}\n`);
    const gap: Gap = {
      from: given.days?.from ?? given.today,
      to: given.today,
      reason: error instanceof SecretError ? 'secret-missing' : 'failed',
      detail: expected ? error.message.slice(0, 300) : 'a fault in Terang itself; the log of the run has it',
    };
    const lost = declaration.gives.filter(
      (one) => one.level === 'account' && one.window === 'day' && (one.until ?? gap.from) >= gap.from,
    );
    const gaps = [gap, ...lost.map((one): Gap => ({ ...gap, measure: one.measure }))];
    return { ...base, api: declaration.api, outcome: 'failed', requests: http.requests, posts: null, gaps: distinct(gaps) };
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

function tokenOf(account: Account, env: Means['env']): string {
  if (!account.token)
    throw new ConfigError(`agency.json: account "${account.id}" needs "token": the name of the variable that holds it`);
  const token = env[account.token]?.trim();
  if (!token)
    throw new SecretError(account.token, `${account.token} is not set; add it as a secret of the repository (docs/guide.en.md)`);
  return token;
}
