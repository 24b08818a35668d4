import { suppress } from '#disclosure/suppress.ts';
import { notices, type Notice } from '#github/notice.ts';
import type { Outcome } from '#github/outcome.ts';
import type { Account, Agency } from '#model/agency.ts';
import type { Comment } from '#model/comment.ts';
import { addDays, type Day } from '#model/day.ts';
import { ConfigError, DataError, SecretError, SourceError } from '#model/error.ts';
import { periodsWithin } from '#model/period.ts';
import type { AccountRun, Gap, Span } from '#model/run.ts';
import type { Declaration } from '#model/source.ts';
import { createDiscreetHttp } from '#sources/http/discreet.ts';
import { createHttp, type Budget, type HttpOptions, type Progress, type Transport } from '#sources/http/http.ts';
import { find, isApi, type Source } from '#sources/index.ts';
import { wordless } from '#sources/peer.ts';
import { quotas, type Quotas } from '#sources/http/quota.ts';
import { sound } from '#sources/sound.ts';
import type { ApiSource, Ask, Pull } from '#sources/source.ts';
import { earliest, wanted } from '#sources/wanted.ts';
import type { Book } from '#store/book.ts';
import type { Asked } from '#store/merge.ts';
import { allowanceOf } from './allowance.ts';
import { hearing, type Hearing, type Readers } from './hearing.ts';
import { FAULT, overhear, type Hear } from './overhear.ts';
import { secretsOf } from './secrets.ts';
import { shareOf } from './share.ts';

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
  /** A source by its id; the registry's own where left out. */
  readonly find?: (id: string) => Source | undefined;
  /** Shared where a run has several agencies. */
  readonly quotas?: Quotas;
  /** Hears each comment while it passes. Must neither keep, log nor throw what people wrote. */
  readonly listen?: (account: Account, comment: Comment) => void;
  /** What the agency's comments are read with when a month closes; left out, they are counted and no more. */
  readonly readers?: Readers | undefined;
}

/** One run of one agency. */
interface Round {
  readonly book: Book;
  readonly agency: Agency;
  readonly day: Day;
  readonly means: Means;
  readonly budget: Budget;
  readonly quotas: Quotas;
  readonly hearing: Hearing;
}

/** Pulls every account of an agency that has an API into its book, then its peers. One account's failure costs only itself. */
export async function collect(book: Book, agency: Agency, day: Day, means: Means): Promise<Outcome> {
  const budget: Budget = { requests: 5_000, waiting: 1_800_000 };
  // A month is written of all accounts in one run, so one that asks a single source hears none.
  const heard = hearing(book, agency, day, means.only === undefined ? means.readers : undefined, (account) => {
    const source = (means.find ?? find)(account.source);
    return source !== undefined && isApi(source) && source.comments !== undefined;
  });
  const round: Round = { book, agency, day, means, budget, quotas: means.quotas ?? quotas(), hearing: heard };
  const results = { accounts: [] as AccountRun[], peers: [] as AccountRun[] };
  const told: Notice[] = [];
  let known = 0;
  let expected = 0;
  for (const list of ['accounts', 'peers'] as const) {
    for (const account of agency[list] ?? []) {
      const source = (means.find ?? find)(account.source);
      if ((source && !isApi(source)) || (means.only !== undefined && means.only !== account.source)) continue;
      if (day < account.since || (account.until !== undefined && account.until < day)) continue;
      const pulled = source ? await pull(round, account, source, list === 'peers') : unknown(account, day);
      if (!pulled.again) book.addRun(day, pulled.result, pulled.asked, list);
      results[list].push(pulled.result);
      if (source) told.push(...notices(account, source.declaration, pulled.result, day));
      if (list === 'peers') continue;
      known += pulled.share.known;
      expected += pulled.share.expected;
    }
  }
  heard.close(results.accounts);
  return {
    agency: agency.id,
    day,
    coverage: expected === 0 ? null : known / expected,
    floor: agency.floor,
    accounts: results.accounts,
    ...(results.peers.length > 0 ? { peers: results.peers } : {}),
    ...(told.length > 0 ? { notices: told } : {}),
  };
}

/** What became of one account: its record, how much of what was asked came, and which days were asked for. */
interface Pulled {
  readonly result: AccountRun;
  readonly share: { readonly known: number; readonly expected: number };
  readonly asked?: Asked;
  /** The record is the one that stands for this day already. */
  readonly again?: true;
}

/** An account whose source nobody knows, such as one with a typing error: its own failure, and no reason to leave out the others. */
function unknown(account: Account, day: Day): Pulled {
  return refused(account, '', day, `names the source "${account.source}", which there is not`);
}

/** An account that was not asked, since agency.json says something that can't be. */
function refused(account: Account, api: string, day: Day, why: string): Pulled {
  const detail = `agency.json: account "${account.id}" ${why}`;
  return {
    result: failed(account, api, 0, [{ from: day, to: day, reason: 'failed', detail }]),
    share: { known: 0, expected: 1 },
  };
}

function failed(account: Account, api: string, requests: number, gaps: Gap[]): AccountRun {
  return { account: account.id, source: account.source, api, outcome: 'failed', requests, posts: null, gaps };
}

/**
 * The day before which an account lacks nothing, by book. Found by reading everything once, and remembered for as long as the process
 * lives, so that one that lives through many days (the sample) need not read all months on each. Never on disk: it could be wrong there.
 */
const done = new WeakMap<Book, Map<string, Day>>();

function spanOf({ book, day, means: { since } }: Round, account: Account, declaration: Declaration) {
  const known = done.get(book) ?? new Map<string, Day>();
  const from = known.get(account.id) ?? earliest(account, declaration, day);
  const months = periodsWithin(from, day, 'month').map((one) => one.id);
  const series = months.flatMap((month) => book.series(account.id, month));
  const runs = months.flatMap((month) => book.runs(month));
  const span = wanted({ account, declaration, series, runs, today: day, from }, since);
  const posts = span.older?.from ?? span.posts.from;
  const first = span.days && span.days.from < posts ? span.days.from : posts;
  if (since === undefined) done.set(book, known.set(account.id, first));
  return span;
}

/** What of a source somebody else's account gives: its public state, never a history that only its owner sees. */
function ofOthers(declaration: Declaration): Declaration {
  return { ...declaration, gives: declaration.gives.filter((given) => given.level === 'post' || given.snapshot) };
}

async function pull(round: Round, account: Account, source: ApiSource, isPeer: boolean): Promise<Pulled> {
  const { book, agency, day, means, budget } = round;
  const ask = isPeer ? source.peer?.bind(source) : source.collect.bind(source);
  const declaration = isPeer ? ofOthers(source.declaration) : source.declaration;
  const api = account.api ?? declaration.api;
  if (!ask) return refused(account, api, day, `stands under "peers", and the source "${account.source}" gives nothing of others`);
  const options: HttpOptions = {
    now: means.now,
    sleep: means.sleep,
    random: means.random,
    budget,
    quota: round.quotas(declaration, account),
    ...(means.transport ? { transport: means.transport } : {}),
    progress: (event) => means.progress?.(account.id, event),
  };
  const http = createHttp(options);
  let span: ReturnType<typeof wanted>;
  try {
    span = spanOf(round, account, declaration);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    // A stored file of this account that can't be read: a person has to look, and the other accounts go on.
    const gap: Gap = { from: day, to: day, reason: 'failed', detail: error.message.slice(0, 300) };
    return { result: failed(account, api, 0, [gap]), share: { known: 0, expected: 1 } };
  }
  const runs = book.runs(day.slice(0, 7));
  const allowance = allowanceOf(account, declaration, runs, day);
  const given: Ask = {
    account,
    http,
    zone: agency.zone,
    today: day,
    ...span,
    audience: !isPeer && span.audience,
    api,
    ...secretsOf(account, declaration, means.env),
    allowance: allowance.usd,
  };
  const asked = {
    days: { from: given.days?.from ?? day, to: day },
    posts: { from: given.older?.from ?? given.posts.from, to: given.posts.to },
  };
  const today = runs.find((run) => run.day === day);
  const before = [...(today?.accounts ?? []), ...(today?.peers ?? [])].find((one) => one.account === account.id);
  if (declaration.price && before && isPaid(declaration, before) && means.since === undefined)
    // Asked a second time, it would cost a second time.
    return { result: before, share: shareOf(declaration, given, before), again: true };
  if (allowance.refusal !== undefined) {
    const gaps = lost(declaration, given, 'over-budget', allowance.refusal);
    const share = { known: 0, expected: account.budget === undefined ? 1 : 0 };
    return { result: failed(account, api, 0, gaps), share, asked };
  }
  const result = await answered(round, source, given, isPeer ? async () => wordless(await ask(given)) : () => ask(given));
  const share = shareOf(declaration, given, result);
  if (isPeer || account.comments !== true || !source.comments || result.outcome === 'failed') return { result, share, asked };
  const quiet = createDiscreetHttp(options);
  const ear = round.hearing.of(account);
  const hear: Hear = (comment, tags) => {
    means.listen?.(account, comment);
    ear.hear(comment, tags);
  };
  const gaps = ear.end(await overhear(book, source, { ...given, http: quiet }, hear, ear.also));
  return {
    result: {
      ...result,
      outcome: gaps.length > 0 ? 'partial' : result.outcome,
      requests: http.requests + quiet.requests,
      gaps: [...result.gaps, ...gaps],
    },
    share: { known: share.known + (gaps.length > 0 ? 0 : 1), expected: share.expected + 1 },
    asked,
  };
}

/** Whether all came that could: nothing is left but figures that the platform refused of single posts. */
function isPaid({ gives }: Declaration, { outcome, gaps }: AccountRun): boolean {
  const isOfPosts = (measure: Gap['measure']): boolean =>
    measure !== undefined && !gives.some((given) => given.measure === measure && given.level === 'account');
  return outcome !== 'failed' && gaps.every((gap) => !HARD.has(gap.reason) || isOfPosts(gap.measure));
}

/** Adds what came to the book and says what did not. */
async function answered(
  { book, agency, day }: Round,
  { declaration }: ApiSource,
  given: Ask,
  ask: () => Promise<Pull>,
): Promise<AccountRun> {
  const { account, http } = given;
  try {
    const came = sound(await ask(), day, (of) => book.followers(account.id, of));
    const { api, series, posts, span, gaps, expires = account.expires, cost } = came;
    const safe = suppress(
      series,
      (month) => book.series(account.id, month),
      agency.smallest,
      declaration,
      book.beside(account.id),
    );
    book.addSeries(account.id, safe.series, declaration.settles);
    book.addPosts(account.id, posts, declaration.freezes);
    return {
      account: account.id,
      source: declaration.id,
      api,
      outcome: gaps.some((gap) => HARD.has(gap.reason)) ? 'partial' : 'complete',
      requests: http.requests,
      posts: whole(span, day),
      ...(expires === undefined ? {} : { expires }),
      ...(cost === undefined ? {} : { cost }),
      gaps: [...gaps, ...safe.gaps],
    };
  } catch (error) {
    // Without the name of its variable there is no token either; the sentence says which key agency.json lacks.
    const unnamed = error instanceof ConfigError;
    const expected = unnamed || [SecretError, SourceError, DataError].some((kind) => error instanceof kind);
    if (!expected) process.stderr.write(`${account.id}: ${error instanceof Error ? error.stack : String(error)}\n`);
    const reason = unnamed || error instanceof SecretError ? 'secret-missing' : 'failed';
    const detail = expected ? (error as Error).message.slice(0, 300) : FAULT;
    const expires = account.expires ?? (reason === 'secret-missing' ? lastExpiry(book, account, day) : undefined);
    return {
      ...failed(account, given.api, http.requests, lost(declaration, given, reason, detail)),
      ...(expires === undefined ? {} : { expires }),
    };
  }
}

const HARD: ReadonlySet<Gap['reason']> = new Set(['failed', 'secret-missing', 'withdrawn', 'over-budget']);

/** Everything that was asked for, as not there. */
function lost(declaration: Declaration, { days, today }: Ask, reason: Gap['reason'], detail: string): Gap[] {
  const gap: Gap = { from: days?.from ?? today, to: today, reason, detail: detail.slice(0, 300) };
  const daily = declaration.gives.filter(
    (one) => one.level === 'account' && one.window === 'day' && !one.dimensions?.length && (one.until ?? gap.from) >= gap.from,
  );
  const gaps = [gap, ...daily.map((one): Gap => ({ ...gap, measure: one.measure }))];
  return [...new Map(gaps.map((each) => [JSON.stringify(each), each])).values()];
}

/** Until when a token that is now refused was said to be valid, where a run of the last two months recorded it. */
function lastExpiry(book: Book, { id }: Account, day: Day): Day | undefined {
  return periodsWithin(addDays(day, -60), day, 'month')
    .flatMap((month) => book.runs(month.id))
    .flatMap((run) => run.accounts)
    .findLast((one) => one.account === id && one.expires !== undefined)?.expires;
}

/** Posts of today may still come: a day counts as read only when it is over. */
function whole(span: Span | null, day: Day): Span | null {
  if (!span) return null;
  const to = span.to < day ? span.to : addDays(day, -1);
  return span.from <= to ? { from: span.from, to } : null;
}
