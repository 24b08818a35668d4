import type { Ask, Pull } from './source.ts';

/** Reads somebody else's public account in the same way as one's own, and leaves their words out. */
export function publicly(collect: (ask: Ask) => Promise<Pull>): (ask: Ask) => Promise<Pull> {
  return async (ask) => wordless(await collect(ask));
}

/** Posts without what stands in them: of others only figures are kept. */
export function wordless(pull: Pull): Pull {
  return { ...pull, posts: pull.posts.map((post) => ({ ...post, text: '', tags: [] })) };
}
