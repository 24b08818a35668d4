import { z } from 'zod';
import { declaration } from './bluesky-declaration.ts';
import { address, Refused, type Verdict } from '../http/http.ts';
import type { Ask } from '../source.ts';

const Fault = z.object({ error: z.string(), message: z.string().optional() });

type Query = Readonly<Record<string, string | number | undefined>>;

/** Asks one of the network's methods, by its name. */
export type Server = <T>(method: string, query: Query, schema: z.ZodType<T>) => Promise<T>;

export function connect({ account, http }: Pick<Ask, 'account' | 'http'>): Server {
  const server = account.server ?? declaration.server ?? '';
  return async (method, query, schema) =>
    (await http.json({ judge, schema, url: address(server, `/xrpc/${method}`, query) })).body;
}

/** The name of the error that the server answered, if that is what it is. */
export function faultOf(error: unknown): string | undefined {
  return error instanceof Refused ? Fault.safeParse(error.body).data?.error : undefined;
}

function judge(status: number, body: unknown): Verdict | undefined {
  const fault = Fault.safeParse(body);
  if (!fault.success) return undefined;
  return { again: status === 429 || status >= 500, code: fault.data.error };
}
