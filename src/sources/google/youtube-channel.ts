import { z } from 'zod';
import { SourceError } from '#model/error.ts';
import { blamed, judge } from './google.ts';
import { address } from '../http/http.ts';
import type { Ask } from '../source.ts';
import { declaration } from './youtube-declaration.ts';

const Channel = z.object({
  id: z.string().regex(/^UC[\w-]{5,60}$/),
  // All counts are texts of digits; one that is not public is left out.
  statistics: z.object({
    subscriberCount: z.string().optional(),
    hiddenSubscriberCount: z.boolean().optional(),
    videoCount: z.string().optional(),
  }),
  contentDetails: z.object({ relatedPlaylists: z.object({ uploads: z.string().regex(/^[\w-]{3,80}$/) }) }),
});
export type Channel = z.infer<typeof Channel>;
/** YouTube leaves `items` out where there is no such channel. */
const Channels = z.object({ items: z.array(Channel).default([]) });

/** One call of the Data API, a unit of the day's quota each. */
export type Data = <T>(path: string, parameters: Record<string, string | number | undefined>, schema: z.ZodType<T>) => Promise<T>;

/** The Data API with the key in a header: an address with a key would end in logs. A refused key is a `SecretError`. */
export function connect(ask: Pick<Ask, 'account' | 'http' | 'api' | 'token'>): Data {
  const keys = { 'x-goog-api-key': ask.token() };
  const server = ask.account.server ?? declaration.server ?? '';
  return async (path, parameters, schema) => {
    try {
      const url = address(server, `/youtube/${ask.api}${path}`, parameters);
      return (await ask.http.json({ url, schema, keys, judge })).body;
    } catch (error) {
      throw blamed(error, ask.account.token ?? '', declaration.id);
    }
  };
}

/** The account's channel, by its id ("UC…") or its name ("@…"). */
export async function channelOf(data: Data, handle: string): Promise<Channel> {
  const id = /^UC[\w-]{20,}$/.test(handle);
  const part = 'statistics,contentDetails';
  const { items } = await data(
    '/channels',
    { part, ...(id ? { id: handle } : { forHandle: `@${handle.replace(/^@/, '')}` }) },
    Channels,
  );
  const channel = items.find((one) => !id || one.id === handle);
  if (channel) return channel;
  throw new SourceError(`YouTube knows no channel "${handle}"; write its id ("UC…") or name ("@…") as "handle" in agency.json`);
}

/** A count that YouTube sends as a text of digits; undefined for anything else. */
export function digits(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,20}$/.test(text) ? Number(text) : undefined;
}
