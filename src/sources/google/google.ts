import { importPKCS8, SignJWT } from 'jose';
import { z } from 'zod';
import { dayOf, type Day } from '#model/day.ts';
import { SecretError, SourceError } from '#model/error.ts';
import { Refused, type Verdict } from '../http/http.ts';
import { epoch } from '../figure/moment.ts';
import type { Ask } from '../source.ts';

/** Google's one address for access tokens; also the audience of what a service account signs. */
const TOKENS = 'https://oauth2.googleapis.com/token';
/** Seconds for which a signed request may be used: the most that Google allows. */
const HOUR = 3600;

/** What opens Google's doors for an hour. */
export interface Access {
  readonly token: string;
  /** What it may be used for, where Google says so. */
  readonly scopes: readonly string[];
  /** Last day of the refresh token, where Google says so: seven days while the app stands on "Testing". */
  readonly expires?: Day;
}

type Asking = Pick<Ask, 'account' | 'http' | 'zone' | 'token' | 'secret'>;

const Token = z.object({
  access_token: z.string().min(1),
  scope: z.string().optional(),
  refresh_token_expires_in: z.number().positive().optional(),
});
const TokenFault = z.object({ error: z.string().regex(/^[a-z_]{1,40}$/) });
const Fault = z.object({
  error: z.object({
    message: z.string().default(''),
    status: z.string().optional(),
    errors: z.array(z.object({ reason: z.string().optional() })).default([]),
    details: z.array(z.object({ reason: z.string().optional() })).default([]),
  }),
});
const Key = z.object({ client_email: z.string().min(1), private_key: z.string().min(1), private_key_id: z.string().optional() });

/** An access token for the secrets "client-id", "client-secret" and "refresh-token" of the account. */
export async function refreshed(ask: Asking): Promise<Access> {
  const form = {
    grant_type: 'refresh_token',
    client_id: ask.secret('client-id'),
    client_secret: ask.secret('client-secret'),
    refresh_token: ask.secret('refresh-token'),
  };
  return exchange(ask, form, (error) => {
    const purpose = error === 'invalid_grant' ? 'refresh-token' : 'client-secret';
    return [
      ask.account.secrets?.[purpose] ?? '',
      error === 'invalid_grant' ? 'the refresh token is expired or withdrawn' : 'the client is unknown or its secret is wrong',
    ];
  });
}

/** An access token for the JSON key of a service account, which is the account's token. */
export async function signed(ask: Asking, scope: string): Promise<Access> {
  const variable = ask.account.token ?? '';
  const key = keyOf(ask.token(), variable);
  const now = Math.floor(ask.http.now().getTime() / 1000);
  const assertion = await new SignJWT({ scope })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', ...(key.private_key_id === undefined ? {} : { kid: key.private_key_id }) })
    .setIssuer(key.client_email)
    .setAudience(TOKENS)
    .setIssuedAt(now)
    .setExpirationTime(now + HOUR)
    .sign(await imported(key.private_key, variable));
  const form = { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion };
  return exchange(ask, form, () => [variable, 'the key is withdrawn, or the clock of this machine is wrong']);
}

async function exchange(
  ask: Asking,
  form: Readonly<Record<string, string>>,
  blame: (error: string) => [variable: string, why: string],
): Promise<Access> {
  try {
    const { body } = await ask.http.json({ url: TOKENS, schema: Token, form, judge: judgeToken });
    const { access_token: token, scope = '', refresh_token_expires_in: seconds } = body;
    const scopes = scope.split(' ').filter((one) => one !== '');
    if (seconds === undefined) return { token, scopes };
    return { token, scopes, expires: dayOf(epoch(ask.http.now().getTime() + seconds * 1000), ask.zone) };
  } catch (error) {
    const final = error instanceof Refused && (error.status === 400 || error.status === 401);
    const fault = final ? TokenFault.safeParse(error.body).data : undefined;
    if (!fault) throw error;
    const [variable, why] = blame(fault.error);
    throw new SecretError(
      variable,
      `${variable}: Google refuses it (${fault.error}: ${why}); make a new one, see docs/sources/${ask.account.source}.md`,
    );
  }
}

function judgeToken(status: number, body: unknown): Verdict | undefined {
  const fault = TokenFault.safeParse(body).data;
  return fault && { again: status === 429 || status >= 500, code: fault.error };
}

/** The two fields of a key file that are needed. No message shows any of it. */
function keyOf(text: string, variable: string): z.infer<typeof Key> {
  const key = Key.safeParse(parsed(text)).data;
  if (key) return key;
  throw new SecretError(
    variable,
    `${variable} holds no service account key: store the whole JSON file that Google gave, from "{" to "}"`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function imported(pem: string, variable: string): ReturnType<typeof importPKCS8> {
  try {
    return await importPKCS8(pem, 'RS256');
  } catch (error) {
    // jose and the platform name what is wrong, at times with a piece of the text: none of it goes on.
    if (!(error instanceof Error)) throw error;
    throw new SecretError(variable, `${variable}: its "private_key" can't be read; store the JSON file again as Google gave it`);
  }
}

/** What one of Google's APIs says about a request that it refused. */
export interface GoogleFault {
  /** Of both generations: `errors[].reason` (quotaExceeded), `details[].reason` (API_KEY_INVALID) and `status` (PERMISSION_DENIED). */
  readonly reasons: readonly string[];
  readonly message: string;
}

/** Google's own words for an error; undefined where there are none. */
export function faultOf(error: unknown): GoogleFault | undefined {
  return error instanceof Refused ? read(error.body) : undefined;
}

function read(body: unknown): GoogleFault | undefined {
  const fault = Fault.safeParse(body).data?.error;
  if (!fault) return undefined;
  const reasons = [...fault.errors, ...fault.details].flatMap(({ reason }) => reason ?? []);
  // YouTube puts links into its messages.
  return {
    reasons: [...reasons, ...(fault.status === undefined ? [] : [fault.status])],
    message: fault.message.replace(/<[^>]*>/g, ''),
  };
}

const SPENT = new Set(['quotaExceeded', 'dailyLimitExceeded']);
const BUSY = new Set([
  'rateLimitExceeded',
  'userRateLimitExceeded',
  'concurrentLimitExceeded',
  'backendError',
  'RATE_LIMIT_EXCEEDED',
]);
const UNKNOWN = new Set(['keyInvalid', 'keyExpired', 'API_KEY_INVALID', 'API_KEY_EXPIRED', 'authError', 'UNAUTHENTICATED']);

/** Too many calls at once pass by themselves; a day's or an hour's quota that is used up does not within a run. */
export function judge(status: number, body: unknown): Verdict | undefined {
  const fault = read(body);
  if (!fault) return undefined;
  const tokens = fault.reasons.includes('RESOURCE_EXHAUSTED') && /\btokens?\b/i.test(fault.message);
  const spent = tokens || fault.reasons.some((reason) => SPENT.has(reason));
  const busy = status === 429 || status >= 500 || fault.reasons.some((reason) => BUSY.has(reason));
  const why = spent ? 'the quota is used up; the next run goes on, a day’s is filled up at midnight Pacific time' : undefined;
  return { again: busy && !spent, code: fault.reasons[0], why };
}

/** A refused key or token as a `SecretError` that names the variable; every other error as it is. */
export function blamed(error: unknown, variable: string, source: string): unknown {
  const fault = faultOf(error);
  const refused = fault?.reasons.some((reason) => UNKNOWN.has(reason)) || (error instanceof Refused && error.status === 401);
  if (!refused) return error;
  return new SecretError(variable, `${variable}: Google refuses the key or token; make a new one, see docs/sources/${source}.md`);
}

/** Why something did not come: a fault of ours goes on up. */
export function reasonOf(error: unknown): { readonly reason: 'secret-missing' | 'failed'; readonly detail: string } {
  if (!(error instanceof SourceError || error instanceof SecretError)) throw error;
  return { reason: error instanceof SecretError ? 'secret-missing' : 'failed', detail: error.message.slice(0, 300) };
}
