import { z } from 'zod';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** `agencies/<agency>/manifest.json`: every data file of the agency. It names the manifest before it, so rewritten history shows. */
export const Manifest = z.strictObject({
  $schema: z.string(),
  before: Sha256.nullable().describe('sha256 of the manifest before this one'),
  files: z.array(
    z.strictObject({
      path: z.string(),
      sha256: Sha256,
      bytes: z.int().nonnegative(),
      rows: z.int().nonnegative().nullable().describe('Records in the file, where it holds records'),
      schema: z.string().nullable(),
    }),
  ),
});
export type Manifest = z.infer<typeof Manifest>;
