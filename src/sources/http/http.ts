import nodeFetch from 'node-fetch';
import type { z } from 'zod';
import { SourceError } from '#model/error.ts';
import type { Quota } from './quota.ts';
import { bodyOf, fitting, parsed, read } from './body.ts';
import { codeOf, isSecret, redactor, shown } from './redact.ts';
import { backoff, waitOf } from './wait.ts';

/** One request on the wire, and what came back. The body is read piece by piece, so that a limit can stop it. */
export interface Wire {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** The address as people may see it, where `url` holds a token in its path. */
  readonly veiled?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
}
export interface Reply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: AsyncIterable<Uint8Array>;
}
export type Transport = (wire: Wire) => Promise<Reply>;

/** Shared by all doors of a run; counted down. */
export interface Budget {
  requests: number;
  /** Milliseconds that the run may still wait for platforms. */
  waiting: number;
}

/** What a platform says about a refused request. `again` asks for another try. Messages are published: they hold its `code` and our own
 * words `why`, never its sentence, which may repeat a token or what a person wrote. */
export interface Verdict {
  readonly again: boolean;
  readonly code?: string | number | undefined;
  readonly why?: string | undefined;
  /** Milliseconds to wait before that, where the body says so and the headers do not. */
  readonly wait?: number | undefined;
}

/** Signs each try anew (OAuth 1.0a): its headers go to the first host only. `nonce` differs from try to try. */
export interface Signer {
  readonly secrets: readonly string[];
  headers(method: Wire['method'], url: string, at: Date, nonce: string): Promise<Readonly<Record<string, string>>>;
}

interface Request<T> {
  readonly url: string;
  readonly schema: z.ZodType<T>;
  /** Sent as `Authorization: Bearer`, to the first host only, never in the address. */
  readonly token?: string;
  /** Headers that hold secrets, for platforms that have their own; to the first host only. */
  readonly keys?: Readonly<Record<string, string>>;
  /** For a platform that wants its token in the address: takes the place of `:token` in the path, on the wire alone. Redirects are refused. */
  readonly inPath?: string;
  readonly signer?: Signer;
  /** Headers that hold none, such as a version. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sends a POST with this as JSON. */
  readonly post?: unknown;
  /** Sends a POST with these as a form. Fields named like secrets are kept out of every message. */
  readonly form?: Readonly<Record<string, string>>;
  /** Reads the platform's own error codes; undefined leaves it to the HTTP status. */
  readonly judge?: (status: number, body: unknown) => Verdict | undefined;
  /** For platforms that put errors into an answer of status 200: a verdict makes it a refusal. */
  readonly within?: (body: unknown) => Verdict | undefined;
}

interface Answer<T> {
  readonly body: T;
  readonly headers: ReadonlyMap<string, string>;
}

export interface Http {
  /**
   * JSON that fits the schema. Throws `SourceError` (`Refused` where the platform answered an error) after the last try; no message
   * holds a token.
   */
  json<T>(request: Request<T>): Promise<Answer<T>>;
  /** Answered requests so far. */
  readonly requests: number;
  now(): Date;
}

export type Progress =
  | { readonly kind: 'request'; readonly url: string; readonly turn: number }
  | { readonly kind: 'answer'; readonly url: string; readonly status: number }
  | { readonly kind: 'wait'; readonly url: string; readonly milliseconds: number; readonly why: string };

export interface HttpOptions {
  readonly now: () => Date;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** From 0 up to 1, as Math.random gives. */
  readonly random: () => number;
  readonly transport?: Transport;
  readonly budget?: Budget;
  /** The platform's own limit on calls, shared with the other doors to it. */
  readonly quota?: Quota | undefined;
  readonly progress?: (event: Progress) => void;
  readonly tries?: number;
  /** Longest single wait, in milliseconds; a platform that asks for more is given up for this run. */
  readonly patience?: number;
  /** Milliseconds for one request, its body included. */
  readonly timeout?: number;
  /** Bytes of one answer, after decompression. */
  readonly limit?: number;
  /** Gives the signal that ends a request; for tests. */
  readonly deadline?: (milliseconds: number) => AbortSignal;
}

/** The platform answered, and the answer is an error. Its body can be read by the source, but is neither shown nor serialised. */
export class Refused extends SourceError {
  readonly #body: unknown;

  constructor(message: string, status: number, body: unknown) {
    super(message, status);
    this.#body = body;
  }

  get body(): unknown {
    return this.#body;
  }
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const TRANSIENT = new Set([408, 425, 429, 500, 502, 503, 504]);
const HOPS = 3;

/** node-fetch as a transport: redirects are left to the door, compressed answers come decompressed. */
export const network: Transport = async ({ method, url, headers, body, signal }) => {
  const reply = await nodeFetch(url, { method, headers, redirect: 'manual', signal, ...(body === undefined ? {} : { body }) });
  return { status: reply.status, headers: new Map(reply.headers), body: chunks(reply.body) };
};

/** The one door to the network. Everything that could differ between two runs is handed in. */
export function createHttp(options: HttpOptions): Http {
  const { now, sleep, random, transport = network, progress = () => undefined } = options;
  const { tries = 4, patience = 900_000, timeout = 30_000, limit = 10_000_000, deadline = AbortSignal.timeout } = options;
  const budget = options.budget ?? { requests: 2_000, waiting: 1_800_000 };
  const secrets = redactor();
  let answered = 0;

  async function once(request: Request<unknown>): Promise<Reply & { text: string }> {
    const signal = deadline(timeout);
    let url = permitted(request.url);
    const home = url.origin;
    for (let hop = 0; ; hop += 1) {
      if (budget.requests <= 0) {
        throw new SourceError(`${shown(url)}: the run's budget of requests is used up; the rest follows in the next run`);
      }
      budget.requests -= 1;
      options.quota?.spend(now());
      const body = bodyOf(request);
      const near = url.origin === home;
      const method = body ? 'POST' : 'GET';
      const signed = near ? await request.signer?.headers(method, url.href, now(), nonce(random)) : undefined;
      const { inPath } = request;
      const reply = await transport({
        method,
        url: inPath === undefined ? url.href : url.href.replace(':token', () => inPath),
        ...(inPath === undefined ? {} : { veiled: url.href }),
        signal,
        headers: {
          accept: 'application/json',
          'user-agent': 'terang (public report of a public body)',
          ...request.headers,
          ...(body ? { 'content-type': body.type } : {}),
          ...(near ? request.keys : {}),
          ...signed,
          ...(request.token !== undefined && near ? { authorization: `Bearer ${request.token}` } : {}),
        },
        ...(body ? { body: body.text } : {}),
      });
      answered += 1;
      const target = REDIRECTS.has(reply.status) ? reply.headers.get('location') : undefined;
      if (target === undefined || body) return { ...reply, text: await read(reply.body, limit, shown(url)) };
      if (inPath !== undefined)
        throw new SourceError(`${shown(url)}: redirected elsewhere, where the token must not go`, reply.status);
      if (hop === HOPS) throw new SourceError(`${shown(request.url)}: redirected more than ${HOPS} times`, reply.status);
      url = permitted(target, url);
    }
  }

  async function attempt<T>(request: Request<T>): Promise<Answer<T> | Failure> {
    try {
      const reply = await once(request);
      progress({ kind: 'answer', url: shown(request.url), status: reply.status });
      const body = parsed(reply.text);
      const isGood = reply.status >= 200 && reply.status < 300;
      const judged = isGood ? request.within?.(body) : request.judge?.(reply.status, body);
      if (isGood && !judged) return { body: fitting(request.schema, body, shown(request.url)), headers: reply.headers };
      const verdict: Verdict = judged ?? { again: TRANSIENT.has(reply.status) };
      const why = [codeOf(secrets.clean(String(verdict.code ?? ''))), secrets.clean(verdict.why ?? '')]
        .filter(Boolean)
        .join(': ');
      const message = `${shown(request.url)}: answered ${reply.status}${why && ` (${why})`}`;
      return {
        error: new Refused(message, reply.status, body),
        again: verdict.again,
        asked: waitOf(reply.headers, now()) ?? verdict.wait,
      };
    } catch (error) {
      if (error instanceof SourceError || !(error instanceof Error)) throw error;
      const code = 'code' in error ? String(error.code) : '';
      const timed = error.name === 'AbortError' || error.name === 'TimeoutError';
      if (!timed && code === '' && error.name !== 'FetchError') throw error;
      const why = timed ? `no answer within ${timeout / 1000} s` : `no connection${/^[A-Z_]+$/.test(code) ? ` (${code})` : ''}`;
      return { error: new SourceError(`${shown(request.url)}: ${why}`), again: true, asked: undefined };
    }
  }

  /** Waits until the platform's quota has room; gives up where that takes too long, as it does for a quota by the day. */
  async function pace(url: string): Promise<void> {
    const milliseconds = options.quota?.wait(now()) ?? 0;
    if (milliseconds === 0) return;
    const why = 'the calls that the platform allows are used up for now';
    if (milliseconds > patience || milliseconds > budget.waiting)
      throw new SourceError(`${shown(url)}: ${why} (at most 80 % of them are made); the rest follows in a later run`);
    await pause(url, milliseconds, why);
  }

  async function pause(url: string, milliseconds: number, why: string): Promise<void> {
    budget.waiting -= milliseconds;
    progress({ kind: 'wait', url: shown(url), milliseconds, why });
    await sleep(milliseconds);
  }

  return {
    async json(request) {
      for (const [name, value] of Object.entries(request.form ?? {})) if (isSecret(name)) secrets.add(value);
      const { token = [], keys = {}, inPath = [], signer } = request;
      for (const secret of [token, Object.values(keys), inPath, signer?.secrets ?? []].flat()) {
        secrets.add(secret);
        if (!/^[\x21-\x7e]+$/.test(secret)) {
          throw new SourceError(
            `${shown(request.url)}: the token holds spaces, line ends or other characters that no token has; store it again`,
          );
        }
      }
      for (let turn = 1; ; turn += 1) {
        await pace(request.url);
        progress({ kind: 'request', url: shown(request.url), turn });
        const outcome = await attempt(request);
        if (!('error' in outcome)) return outcome;
        const milliseconds = outcome.asked === undefined ? backoff(turn, random) : Math.ceil(outcome.asked + random() * 1000);
        if (!outcome.again || turn >= tries || milliseconds > patience || milliseconds > budget.waiting) throw outcome.error;
        await pause(request.url, milliseconds, outcome.error.message);
      }
    },
    get requests() {
      return answered;
    },
    now,
  };
}

interface Failure {
  readonly error: SourceError;
  readonly again: boolean;
  /** Milliseconds that the platform asked to wait. */
  readonly asked: number | undefined;
}

/** An address on a server: the parameters in their order, undefined ones left out. */
export function address(
  server: string,
  path: string,
  parameters: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const url = new URL(server.replace(/\/+$/, '') + path);
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(name, String(value));
  return url.href;
}

/** 32 hexadecimal digits. */
function nonce(random: () => number): string {
  return Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('');
}

/** https, or plain http to this machine alone. */
function permitted(target: string, base?: URL): URL {
  const url = URL.parse(target, base?.href);
  if (!url)
    throw new SourceError(
      `${base ? `${shown(base)}: redirects to an` : 'an'} address that can't be read; check "server" in agency.json`,
    );
  const loopback = url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(\.\d+){3}$/.test(url.hostname);
  if (url.protocol === 'https:' || (url.protocol === 'http:' && loopback)) return url;
  throw new SourceError(`${shown(url)}: only https is used, so that nobody can read or change the figures on their way`);
}

async function* chunks(body: NodeJS.ReadableStream | null): AsyncIterable<Uint8Array> {
  if (!body) return;
  for await (const chunk of body) yield typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
}
