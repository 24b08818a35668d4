import { z } from 'zod';
import { SecretError, SourceError } from '#model/error.ts';
import { Refused, type Verdict } from '../http/http.ts';
import { declaration } from './linkedin-declaration.ts';
import type { Ask } from '../source.ts';

const Fault = z.object({ message: z.string().optional(), code: z.string().optional(), serviceErrorCode: z.number().optional() });

/** Reads one address below `/rest`. The query is written by hand: its brackets and commas must stay, its URNs must not. */
export type LinkedIn = <T>(path: string, query: string, schema: z.ZodType<T>) => Promise<T>;

/** A page of a list, and where the next one begins. */
export const Paging = z
  .object({
    start: z.int().nonnegative().optional(),
    count: z.int().nonnegative().optional(),
    links: z.array(z.object({ rel: z.string(), href: z.string() })).optional(),
  })
  .optional();

/** The token travels as Bearer, the version as a header. A refused token is a `SecretError`. */
export function connect(ask: Ask): LinkedIn {
  const token = ask.token();
  const headers = { 'linkedin-version': ask.api, 'x-restli-protocol-version': '2.0.0' };
  return async (path, query, schema) => {
    const url = `${(ask.account.server ?? declaration.server ?? '').replace(/\/+$/, '')}/rest${path}?${query}`;
    try {
      return (await ask.http.json({ url, schema, token, headers, judge })).body;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const code = Fault.safeParse(error.body).data?.code;
      if (error.status === 426 || code === 'NONEXISTENT_VERSION') {
        const what = `LinkedIn no longer answers version ${ask.api}; write a newer one (year and month) as "api" of the account`;
        throw new SourceError(`${error.message}: ${what}`.slice(0, 400), error.status);
      }
      if (error.status !== 401) throw error;
      const name = ask.account.token ?? '';
      const why =
        code === 'EXPIRED_ACCESS_TOKEN'
          ? 'it is over 60 days old'
          : code === 'REVOKED_ACCESS_TOKEN'
            ? 'it was withdrawn'
            : 'it is expired or wrong';
      throw new SecretError(name, `${name}: LinkedIn refuses the token (${why}); make a new one, see docs/sources/linkedin.md`);
    }
  };
}

/** Where the next page begins: by its link, else, where there are no links, after a page that is full. */
export function nextOf(paging: z.infer<typeof Paging>, length: number): string | undefined {
  const { start = 0, count, links = [] } = paging ?? {};
  if (links.length === 0) return count === length && length > 0 ? String(start + length) : undefined;
  const href = links.find((link) => link.rel === 'next')?.href ?? '';
  const next = URL.parse(href, 'https://api.linkedin.com')?.searchParams.get('start');
  return next && /^\d{1,9}$/.test(next) ? next : undefined;
}

function judge(status: number, body: unknown): Verdict | undefined {
  const fault = Fault.safeParse(body).data;
  if (!fault?.message && !fault?.code) return undefined;
  return { again: status === 429 || status >= 500, code: fault.code };
}
