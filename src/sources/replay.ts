import { z } from 'zod';

/**
 * One recorded exchange. `--replay DIR` reads every `*.json` below DIR in the order of their names; a file holds one exchange or a list.
 * A request is answered by the first exchange of the same method and address that has not been used; the last one of an address
 * answers again and again. Query parameters are compared in any order, and those that carry tokens are left out of the comparison.
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
