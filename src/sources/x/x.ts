import { z } from 'zod';
import { addDays, daysBetween, instantOf, type Day } from '#model/day.ts';
import { SecretError, SourceError } from '#model/error.ts';
import type { Reason } from '#model/figure.ts';
import type { Gap } from '#model/run.ts';
import { Bill, OverBudget } from '../http/bill.ts';
import { dated } from '../figure/figures.ts';
import { address, Refused, type Signer, type Verdict } from '../http/http.ts';
import { oauth1 } from '../http/oauth1.ts';
import { readPages, type Page, type Pages } from '../http/pages.ts';
import { wordless } from '../peer.ts';
import type { ApiSource, Ask, Examination, Pull } from '../source.ts';
import { declaration, PRICES } from './x-declaration.ts';
import { Entry, FIELDS, isOwn, post } from './x-post.ts';

const KEYS = ['consumer-key', 'consumer-secret', 'access-token', 'access-secret'] as const;
/** Private figures end at an age of 30 days; one less, since their clock need not be the agency's. */
const PRIVATE_DAYS = 29;
/** X lets one page hold 5 to 100 posts, and shows the newest 3,200 only; some of them may have been deleted. */
const PAGE = { least: 5, most: 100 };
const SHOWN = 3_200;
const NEWEST = 3_100;

const Count = z.number().optional();
const Digits = z
  .string()
  .regex(/^\d{1,15}$/)
  .optional();
const Profile = z.object({
  id: z.string().regex(/^\d{1,19}$/),
  username: z.string(),
  public_metrics: z.object({ followers_count: Count }).optional(),
});
const Problem = z.object({
  type: z.string().optional(),
  title: z.string().optional(),
  detail: z.string().optional(),
  resource_id: z.string().optional(),
});
const Problems = z.array(Problem).optional();
const Lookup = z.object({ data: Profile.optional(), errors: Problems });
const Usage = z.object({ data: z.object({ project_usage: Digits, project_cap: Digits }) });
const Timeline = z.object({
  data: z.array(Entry).optional(),
  errors: Problems,
  meta: z.object({ result_count: z.number(), next_token: z.string().optional() }),
});

async function collect(ask: Ask): Promise<Pull> {
  return pull(ask, signerOf(ask), 'secret-missing');
}

/** Public figures of somebody else's account. */
async function peer(ask: Ask): Promise<Pull> {
  return wordless(await pull(ask, undefined, 'not-offered'));
}

/** `unsigned` says why private figures are not known where nobody signs. */
async function pull(ask: Ask, signer: Signer | undefined, unsigned: Reason): Promise<Pull> {
  const bill = new Bill(ask.allowance);
  let profile: z.infer<typeof Profile>;
  try {
    profile = await readProfile(ask, bill);
  } catch (error) {
    if (!(error instanceof OverBudget)) throw error;
    const gap: Gap = { ...ask.posts, reason: 'over-budget', detail: error.message };
    const followers: Gap = { ...gap, measure: 'followers', from: ask.today, to: ask.today };
    return { api: ask.api, series: [], posts: [], span: null, gaps: [followers, gap], cost: bill.cost };
  }
  const { posts, span, gaps } = await readPosts(ask, profile, signer, bill, unsigned);
  return {
    api: ask.api,
    series: [
      {
        measure: 'followers',
        window: 'day',
        dimensions: {},
        source: declaration.id,
        metric: 'public_metrics.followers_count',
        api: ask.api,
        values: [dated(ask.today, ask.today, profile.public_metrics?.followers_count)],
      },
    ],
    posts,
    span,
    gaps,
    cost: bill.cost,
  };
}

/** Signs as the account itself, where all four keys are given. */
function signerOf(ask: Ask): Signer | undefined {
  if (!KEYS.every((purpose) => ask.has(purpose))) return undefined;
  const [consumerKey, consumerSecret, accessToken, accessSecret] = KEYS.map((purpose) => ask.secret(purpose));
  return oauth1({ consumerKey, consumerSecret, accessToken, accessSecret } as Parameters<typeof oauth1>[0]);
}

async function request<T>(
  ask: Ask,
  path: string,
  parameters: Parameters<typeof address>[2],
  schema: z.ZodType<T>,
  signer?: Signer,
) {
  const url = address(ask.account.server ?? declaration.server ?? '', `/${ask.api}${path}`, parameters);
  try {
    return (await ask.http.json({ url, schema, judge, ...(signer ? { signer } : { token: ask.token() }) })).body;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (capped(error.status, error.body))
      throw new OverBudget(`${error.message}; buy credits or wait for the next month`, error.status);
    if (error.status !== 401) throw error;
    const name = (signer ? ask.account.secrets?.['access-token'] : ask.account.token) ?? '';
    const what = signer ? 'the four keys' : 'the token';
    throw new SecretError(name, `${name}: X refuses ${what} (${error.message}); make new ones, see docs/sources/x.md`);
  }
}

async function readProfile(ask: Ask, bill: Bill): Promise<z.infer<typeof Profile>> {
  bill.affordable(PRICES.user, 1);
  const name = ask.account.handle.replace(/^@/, '');
  const path = `/users/by/username/${encodeURIComponent(name)}`;
  const { data, errors } = await request(ask, path, { 'user.fields': 'public_metrics' }, Lookup);
  if (!data)
    throw new SourceError(
      `X knows no account "${name}" (${kindOf(errors?.[0]) ?? 'without a reason'}); check "handle" in agency.json`,
    );
  bill.add(PRICES.user, 1);
  return data;
}

/**
 * Newest first: posts young enough for private figures, with them where the account signs; then the older ones, where the budget bears
 * all of them, since a part would be read and paid again by the next run.
 */
async function readPosts(
  ask: Ask,
  profile: z.infer<typeof Profile>,
  signer: Signer | undefined,
  bill: Bill,
  unsigned: Reason,
): Promise<Pages> {
  const price = signer && ask.account.settings?.['owned'] === 'yes' ? PRICES.owned : PRICES.post;
  const young = later(addDays(ask.today, 1 - PRIVATE_DAYS), ask.posts.from);
  const midnight = (day: Day): string => instantOf(`${day}T00:00`, ask.zone).toISOString().replace('.000Z', 'Z');
  const problems: Gap[] = [];
  const read = new Set<string>();
  let upkeep: { readonly posts: number; readonly dollars: number } | undefined;

  const page = async (cursor: string | undefined): Promise<Page> => {
    const { part, token } = cursor === undefined ? { part: 'young', token: undefined } : Cursor.parse(JSON.parse(cursor));
    const isYoung = part === 'young';
    if (!isYoung) upkeep ??= { posts: read.size, dollars: daysLeft(ask.today) * (PRICES.user + price * read.size) };
    const least = upkeep && token === undefined ? expected(upkeep.posts, daysBetween(ask.posts.from, young)) : PAGE.least;
    const most = Math.min(PAGE.most, bill.affordable(price, least, upkeep?.dollars));
    const parameters = {
      max_results: most,
      exclude: 'retweets',
      start_time: midnight(isYoung ? young : ask.posts.from),
      end_time: isYoung ? undefined : midnight(young),
      'tweet.fields': isYoung && signer ? `${FIELDS},non_public_metrics` : FIELDS,
      pagination_token: token,
    };
    const body = await request(ask, `/users/${profile.id}/tweets`, parameters, Timeline, signer);
    if (!body.data && body.meta.result_count !== 0)
      throw new SourceError(`X gave no posts (${kindOf(body.errors?.[0]) ?? 'without a reason'})`);
    const entries = body.data ?? [];
    const before = read.size;
    for (const { id } of entries) read.add(id);
    bill.add(price, read.size - before);
    const refused = new Map(
      (body.errors ?? []).flatMap((one) => (one.resource_id === undefined ? [] : [[one.resource_id, one]])),
    );
    const posts = entries
      .filter((entry) => isOwn(entry, profile.id))
      .map((entry) => {
        const problem = refused.get(entry.id);
        const hidden = problem ? 'failed' : 'empty';
        const made = post(entry, ask, profile.username, !signer ? unsigned : isYoung ? hidden : 'not-collected');
        if (isYoung && problem) {
          const detail = `non_public_metrics: ${kindOf(problem) ?? 'without a reason'}`;
          problems.push({ measure: 'link-clicks', from: made.day, to: made.day, reason: 'failed', detail });
        }
        return made;
      });
    const next = body.meta.next_token;
    if (next !== undefined) return { posts, next: JSON.stringify({ part, token: next }) };
    return { posts, next: isYoung && young > ask.posts.from ? JSON.stringify({ part: 'old' }) : undefined };
  };

  const pages = await readPages(ask.posts, page);
  const { span, gaps } = borders(pages, ask, young, read.size, upkeep?.posts === read.size);
  return { ...pages, span, gaps: distinct([...gaps, ...problems]) };
}

/** Days that were read whole, and why others were not. `isYoungAlone`: all young posts were read, and no older one. */
function borders(pages: Pages, ask: Ask, young: Day, read: number, isYoungAlone: boolean): Pick<Pages, 'span' | 'gaps'> {
  const over = pages.error instanceof OverBudget;
  const gaps = pages.gaps.map((gap): Gap => (over ? { ...gap, reason: 'over-budget' } : gap));
  if (pages.error && isYoungAlone)
    return { span: { from: young, to: ask.posts.to }, gaps: gaps.map((gap) => ({ ...gap, to: addDays(young, -1) })) };
  return read >= NEWEST && !pages.error ? cutOff(pages, ask) : { span: pages.span, gaps };
}

/** Posts that so many older days may hold, seen from the young ones: twice their pace and a page, or all that X shows. */
function expected(posts: number, days: number): number {
  return Math.min(SHOWN, Math.ceil((2 * posts * days) / PRIVATE_DAYS) + PAGE.most);
}

/** Days of the month that are still to come; what they cost is kept back, since a day's followers can't be had later. */
function daysLeft(today: Day): number {
  const next = `${addDays(`${today.slice(0, 7)}-28`, 4).slice(0, 7)}-01`;
  return daysBetween(today, next) - 1;
}

const Cursor = z.object({ part: z.enum(['young', 'old']), token: z.string().optional() });

/** Days before the oldest of the newest 3,200 posts: X does not give them. */
function cutOff({ posts }: Pages, { posts: wanted }: Ask): Pick<Pages, 'span' | 'gaps'> {
  const oldest = posts[0]?.day ?? wanted.to;
  const span = oldest < wanted.to ? { from: addDays(oldest, 1), to: wanted.to } : null;
  return {
    span,
    gaps: [{ from: wanted.from, to: oldest, reason: 'not-offered', detail: 'X gives the newest 3,200 posts only' }],
  };
}

/** Asks what the app has used, which X lists no price for; the account itself is not looked at, since that is charged. */
async function examine(ask: Ask): Promise<Examination> {
  const { data } = await request(ask, '/usage/tweets', {}, Usage);
  const { project_usage: used, project_cap: cap } = data;
  const lacks = [`Whether "${ask.account.handle}" is there was not looked at, since X charges for it; collecting will tell.`];
  if (!KEYS.every((purpose) => ask.has(purpose)))
    lacks.push('The four keys of the account are not all given: link clicks and profile visits stay unknown.');
  if (used !== undefined && cap !== undefined && Number(used) >= Number(cap))
    lacks.push(`X's own cap of ${Number(cap)} posts is reached: nothing can be read until the next month.`);
  return { works: true, lacks };
}

function judge(status: number, body: unknown): Verdict | undefined {
  const problem = Problem.safeParse(body).data;
  if (!problem?.title && !problem?.detail) return undefined;
  return { again: !capped(status, body) && (status === 429 || status >= 500), code: kindOf(problem) };
}

/** 402 without credits, or X's own monthly cap: no waiting helps. */
function capped(status: number | undefined, body: unknown): boolean {
  return status === 402 || /\/usage-capped$/.test(Problem.safeParse(body).data?.type ?? '');
}

/** The end of the address that names a kind of problem, such as `resource-not-found`: title and detail are sentences. */
function kindOf(problem: z.infer<typeof Problem> | undefined): string | undefined {
  return /\/([a-z]+(?:-[a-z]+){0,5})$/.exec(problem?.type ?? '')?.[1];
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

function distinct(gaps: readonly Gap[]): Gap[] {
  return [...new Map(gaps.map((gap) => [JSON.stringify(gap), gap])).values()];
}

export const x: ApiSource = { declaration, collect, peer, examine };
