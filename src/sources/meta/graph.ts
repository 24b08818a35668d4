import { z } from 'zod';
import { SecretError, SourceError } from '#model/error.ts';
import type { Reason } from '#model/figure.ts';
import { dayOf, type Day } from '#model/day.ts';
import { address, Refused, type Verdict } from '../http/http.ts';
import { epoch } from '../figure/moment.ts';
import type { Ask } from '../source.ts';

/** What Facebook, Instagram and Threads share: addresses with a version, one shape of errors, pages by cursor. */
interface Site {
  /** Id of the source, which is also its page in docs/sources. */
  readonly id: string;
  readonly name: string;
  readonly server: string;
}

/** One GET by its path below the version. Throws a `SecretError` where the token is refused, a `SourceError` for all else. */
export type Graph = <T>(path: string, parameters: Parameters, schema: z.ZodType<T>) => Promise<T>;
type Parameters = Readonly<Record<string, string | number | undefined>>;
type Asking = Pick<Ask, 'account' | 'http' | 'api' | 'token' | 'zone'>;

const Fault = z.object({ error: z.object({ message: z.string(), code: z.number(), error_subcode: z.number().optional() }) });
type Fault = z.infer<typeof Fault>['error'];

/** The share of the platform's allowance, in per cent, at which a run stops asking. */
const ENOUGH = 80;

/** The token goes in the header: an address with a token would end in logs. */
export function connect(ask: Asking, site: Site): Graph {
  const token = ask.token();
  const server = ask.account.server ?? site.server;
  let used = 0;
  return async (path, parameters, schema) => {
    if (used >= ENOUGH) {
      throw new SourceError(`${site.name}: ${used} % of the calls that it allows are used up; the rest follows in the next run`);
    }
    try {
      const url = address(server, `/${ask.api}${path}`, parameters);
      const { body, headers } = await ask.http.json({ url, schema, token, judge });
      used = usage(headers);
      return body;
    } catch (error) {
      throw refusal(error, ask, site) ?? error;
    }
  };
}

const CAUSES: ReadonlyMap<number, string> = new Map([
  [458, 'the app was removed'],
  [459, 'the person who made it has to log in again'],
  [460, 'the password of the person who made it was changed'],
  [463, 'it is expired'],
]);

function refusal(error: unknown, { account }: Asking, site: Site): SecretError | undefined {
  const fault = faultOf(error);
  if (fault?.code !== 190) return undefined;
  const why = CAUSES.get(fault.error_subcode ?? 0) ?? 'it is expired or withdrawn';
  return new SecretError(
    account.token ?? '',
    `${account.token}: ${site.name} refuses the token (${why}); make a new one, see docs/sources/${site.id}.md`,
  );
}

const Load = z.object({ call_count: z.number(), total_time: z.number(), total_cputime: z.number() }).partial();

/** How much of the allowance is used, in per cent: the largest number in the headers, which come only once there were many calls. */
function usage(headers: ReadonlyMap<string, string>): number {
  const loads = [
    ...read(
      headers.get('x-app-usage'),
      Load.transform((load) => [load]),
    ),
    ...read(
      headers.get('x-business-use-case-usage'),
      z.record(z.string(), z.array(Load)).transform((all) => Object.values(all).flat()),
    ),
  ];
  return Math.max(
    0,
    ...loads.flatMap(({ call_count = 0, total_time = 0, total_cputime = 0 }) => [call_count, total_time, total_cputime]),
  );
}

function read<T>(header: string | undefined, schema: z.ZodType<T[]>): T[] {
  if (header === undefined || !header.startsWith('{')) return [];
  try {
    return schema.safeParse(JSON.parse(header)).data ?? [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

/** The platform's own account of a refusal, where there is one. */
function faultOf(error: unknown): Fault | undefined {
  return error instanceof Refused ? Fault.safeParse(error.body).data?.error : undefined;
}

/** Codes that pass by themselves: 1, 2 outage; 4, 17, 32, 341, 368, 613 and 80000 to 80014 too many calls. */
function judge(status: number, body: unknown): Verdict | undefined {
  const fault = Fault.safeParse(body).data?.error;
  if (!fault) return undefined;
  const busy = [1, 2, 4, 17, 32, 341, 368, 613].includes(fault.code) || (fault.code >= 80_000 && fault.code <= 80_014);
  return { again: busy || status === 429 || status >= 500, code: [fault.code, fault.error_subcode].filter(Boolean).join('/') };
}

/** What an error costs, in the words of a gap. */
export interface Cost {
  readonly reason: Reason;
  readonly detail: string;
}

/**
 * What an error costs. Anything but a platform's refusal is a fault of ours and goes on up. Messages as seen in documentation and in
 * public reports of 2025 and 2026; the code 100 alone says too little.
 */
export function costOf(error: unknown, metric: string): Cost {
  if (!(error instanceof SourceError || error instanceof SecretError)) throw error;
  const { code = 0, error_subcode: subcode = 0, message = '' } = faultOf(error) ?? {};
  const cost = (reason: Reason, detail = error.message): Cost => ({ reason, detail: detail.slice(0, 300) });
  if (error instanceof SecretError) return cost('secret-missing');
  if (/not enough (viewers|followers|data)|fewer than \d+ followers/i.test(message)) {
    return cost('below-threshold', `${metric}: too few people for the platform to give it`);
  }
  // Media from before the account became a professional one has no insights.
  if (subcode === 2_108_006 || (code === 100 && /nonexisting field|incompatible|\bperiod\b|for this media/i.test(message)))
    return cost('not-offered', `${metric}: the platform does not give it here (${[code, subcode].filter(Boolean).join('/')})`);
  if (code === 100 && /valid insights metric|invalid metric|deprecated|no longer supported|must be one of/i.test(message)) {
    return cost('withdrawn', `${metric}: the platform no longer gives this metric`);
  }
  if (code === 10 || (code >= 200 && code < 300))
    return cost('secret-missing', `${metric}: the token lacks a permission (${code})`);
  return cost('failed');
}

/** Whether a call was refused for what it asked, so that asking for less may be answered. */
export function isRefused(error: unknown): boolean {
  const code = faultOf(error)?.code ?? 0;
  return code === 10 || code === 100 || (code >= 200 && code < 300);
}

/** Whether what was asked for is not there (any more), or is not to be seen with this token: Meta does not tell these apart. */
export function isGone(error: unknown): boolean {
  const fault = faultOf(error);
  return fault?.code === 100 && fault.error_subcode === 33;
}

const Paging = z
  .object({ cursors: z.object({ after: z.string().optional() }).optional(), next: z.string().optional() })
  .optional();

/**
 * `paging.next` holds the token, so only its cursor is taken: `after`, or what older edges page by. The examples of Threads show lists
 * without `next`: there a full page is followed by its cursor.
 */
function nextOf(paging: z.infer<typeof Paging>, full: boolean): string | undefined {
  const next = paging?.next === undefined ? undefined : URL.parse(paging.next)?.searchParams;
  if (!next) return full && paging?.cursors?.after ? JSON.stringify({ after: paging.cursors.after }) : undefined;
  const after = paging?.cursors?.after ?? next.get('after');
  if (after) return JSON.stringify({ after });
  const rest = ['until', '__paging_token'].flatMap((name) => (next.get(name) ? [[name, next.get(name)]] : []));
  return rest.length > 0 ? JSON.stringify(Object.fromEntries(rest)) : undefined;
}

/** One page of a list, and the cursor of the next one. */
export async function pageOf<T>(
  graph: Graph,
  path: string,
  parameters: Parameters,
  entry: z.ZodType<T>,
  cursor: string | undefined,
): Promise<{ entries: T[]; next: string | undefined }> {
  const from = cursor === undefined ? {} : z.record(z.string(), z.string()).parse(JSON.parse(cursor));
  const list = z.object({ data: z.array(entry), paging: Paging });
  const { data, paging } = await graph(path, { ...parameters, ...from }, list);
  return { entries: data, next: nextOf(paging, data.length >= Number(parameters['limit'])) };
}

/** A whole list, page by page; nothing is kept. Throws where a page can't be read or the same one comes again. */
export async function* every<T>(graph: Graph, path: string, parameters: Parameters, entry: z.ZodType<T>): AsyncIterable<T> {
  const seen = new Set<string | undefined>();
  for (let cursor: string | undefined; !seen.has(cursor);) {
    seen.add(cursor);
    const { entries, next } = await pageOf(graph, path, parameters, entry, cursor);
    yield* entries;
    if (next === undefined) return;
    cursor = next;
  }
  throw new SourceError('the platform gives the same page again and again');
}

/** Each entry once, since pages that shift while they are read overlap. Ids are held for as long as the list lasts. */
export async function* once<T extends { readonly id: string }>(entries: AsyncIterable<T>): AsyncIterable<T> {
  const seen = new Set<string>();
  for await (const entry of entries) {
    if (seen.has(entry.id)) continue;
    seen.add(entry.id);
    yield entry;
  }
}

const Inspected = z.object({
  data: z.object({
    is_valid: z.boolean(),
    expires_at: z.number().optional(),
    data_access_expires_at: z.number().optional(),
    scopes: z.array(z.string()).optional(),
  }),
});

/** What the platform says of the token itself. */
interface Inspection {
  /** Last day on which it is valid; absent where it never ends. */
  readonly expires?: Day;
  readonly permissions?: readonly string[];
}

/**
 * Asks the platform about the token: `/debug_token`, sent as a form so that the token stands in no address. 0 means that it never ends.
 * Where it is not answered (graph.instagram.com has no such call), nothing is known and nothing is lost.
 */
export async function inspect(ask: Asking, site: Site): Promise<Inspection> {
  const token = ask.token();
  const url = address(ask.account.server ?? site.server, `/${ask.api}/debug_token`);
  try {
    const form = { method: 'get', input_token: token };
    const { body } = await ask.http.json({ url, schema: Inspected, token, form, judge });
    const ends = [body.data.expires_at, body.data.data_access_expires_at].filter((end) => end !== undefined && end > 0);
    return {
      ...(ends.length > 0 ? { expires: dayOf(epoch(Math.min(...(ends as number[])) * 1000), ask.zone) } : {}),
      ...(body.data.scopes ? { permissions: [...new Set(body.data.scopes)].sort() } : {}),
    };
  } catch (error) {
    if (error instanceof SourceError) return {};
    throw error;
  }
}
