import { z } from 'zod';
import { SourceError } from '#model/error.ts';
import type { Transport } from './http.ts';
import { isSecret, shown } from './redact.ts';

/**
 * One recorded exchange. `--replay DIR` reads every `*.json` below DIR in the order of their names; a file holds one exchange or a list.
 * A request is answered by the first exchange of the same method and address that has not been used; the last one of an address
 * answers again and again. Query parameters and the fields of a form are compared in any order, and those that carry tokens are left
 * out of the comparison; a form stands in `request.body` as an object.
 */
export const Exchange = z.strictObject({
  request: z.strictObject({ method: z.enum(['GET', 'POST']).default('GET'), url: z.url(), body: z.unknown().optional() }),
  response: z.strictObject({
    status: z.int().min(100).max(599),
    headers: z.record(z.string(), z.string()).default({}),
    body: z.unknown().describe('JSON, or a text for anything else'),
  }),
});
export type Exchange = z.infer<typeof Exchange>;

/** What one replay file may hold. */
export const Exchanges = z.union([Exchange.transform((exchange) => [exchange]), z.array(Exchange)]);

/** A transport that answers from exchanges. A request that none of them answers is a `SourceError` that names its address. */
export function replay(exchanges: readonly Exchange[]): Transport {
  const queues = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    const { method, url, body } = exchange.request;
    const key = keyOf(method, url, body);
    queues.set(key, [...(queues.get(key) ?? []), exchange]);
  }
  return async ({ method, url: wire, veiled, body }) => {
    const url = veiled ?? wire;
    const queue =
      queues.get(keyOf(method, url, body === undefined ? undefined : contentOf(body))) ??
      queues.get(keyOf(method, url, undefined));
    const exchange = queue && queue.length > 1 ? queue.shift() : queue?.[0];
    if (!exchange)
      throw new SourceError(
        `${method} ${shown(url)}: no exchange answers this request; record one, or see docs/sources/replay.md`,
      );
    const { status, headers, body: content } = exchange.response;
    return {
      status,
      headers: new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
      body: once(typeof content === 'string' ? content : JSON.stringify(content ?? null)),
    };
  };
}

/** What a request's body says: JSON, else the fields of a form. */
function contentOf(body: string): unknown {
  if (/^\s*[[{"]/.test(body)) return JSON.parse(body);
  return Object.fromEntries([...new URLSearchParams(body)].filter(([name]) => !isSecret(name)));
}

function keyOf(method: string, address: string, body: unknown): string {
  const url = new URL(address);
  const query = [...url.searchParams].filter(([name]) => !isSecret(name)).map(([name, value]) => JSON.stringify([name, value]));
  return [method, url.origin + url.pathname, ...query.sort(), body === undefined ? '' : JSON.stringify(sorted(body))].join(' ');
}

/** The same content with keys in order, so that bodies compare by what they say. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => [key, sorted(item)]);
}

async function* once(text: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(text);
}
