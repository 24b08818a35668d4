import { z } from 'zod';
import { ConfigError } from '#model/error.ts';
import { address, type Verdict } from '../http/http.ts';
import type { Ask } from '../source.ts';

const Profile = z.object({
  id: z.string().regex(/^\d{1,30}$/),
  followers_count: z.number(),
  // The account that took its place, on whatever server.
  moved: z.unknown().nullish(),
});
export type Profile = z.infer<typeof Profile>;
const Fault = z.object({ error: z.string() });

type Query = Readonly<Record<string, string | number | undefined>>;

/** Asks the account's own server; with its token, where there is one. */
export type Server = <T>(
  path: string,
  query: Query,
  schema: z.ZodType<T>,
) => Promise<{ readonly body: T; readonly headers: ReadonlyMap<string, string> }>;

export function connect(ask: Pick<Ask, 'account' | 'http' | 'token' | 'has'>): Server {
  const server = serverOf(ask.account);
  const request = { judge, ...(ask.has('token') ? { token: ask.token() } : {}) };
  return (path, query, schema) => ask.http.json({ ...request, url: address(server, path, query), schema });
}

/** The account, by its name alone or with its server. */
export async function profileOf(server: Server, { handle }: Ask['account']): Promise<Profile> {
  return (await server('/api/v1/accounts/lookup', { acct: handle.replace(/^@/, '') }, Profile)).body;
}

/** Throws a `ConfigError` where the account says neither its server nor its address. */
export function serverOf({ id, server, url }: Ask['account']): string {
  if (server !== undefined) return server;
  if (url !== undefined) return new URL(url).origin;
  throw new ConfigError(`agency.json: account "${id}" needs "server": the address of its Mastodon server`);
}

function judge(status: number, body: unknown): Verdict | undefined {
  const fault = Fault.safeParse(body);
  return fault.success ? { again: status === 429 || status >= 500 } : undefined;
}
