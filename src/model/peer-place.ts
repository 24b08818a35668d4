import { z } from 'zod';
import { Reason } from './figure.ts';
import { Slug } from './text.ts';

/** An account among public accounts of other bodies, on the same platform and of similar size. */
export const PeerPlace = z.strictObject({
  kpi: Slug,
  account: Slug,
  value: z.number().nullable(),
  reason: Reason.optional().describe('Why there is no value or no percentile'),
  band: z
    .strictObject({ from: z.number(), to: z.number() })
    .nullable()
    .describe("Followers that a peer may have to count as of similar size; null where the account's own are not known"),
  n: z.int().nonnegative().describe('Peers of similar size that have the figure'),
  below: z.int().nonnegative().describe('How many of them lie below'),
  percentile: z
    .number()
    .nullable()
    .describe('Share of the peers that lie below, those that are equal counted half; null under the minimum of peers'),
  low: z.number().nullable().describe('First quartile of the peers'),
  middle: z.number().nullable(),
  high: z.number().nullable(),
  peers: z.array(Slug).describe('Which they are, by name: never ranked'),
});
export type PeerPlace = z.infer<typeof PeerPlace>;
