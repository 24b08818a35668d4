import { addDays, type Day } from '#model/day.ts';
import { SecretError, SourceError } from '#model/error.ts';
import type { Post } from '#model/post.ts';
import type { Gap, Span } from '#model/run.ts';

/** One page of posts, newest first, and where the next one begins. */
export interface Page {
  readonly posts: readonly Post[];
  readonly next: string | undefined;
}

export interface Pages {
  readonly posts: Post[];
  /** Days whose posts were all read. */
  readonly span: Span | null;
  readonly gaps: Gap[];
  /** Why reading stopped early. */
  readonly error?: SourceError | SecretError;
}

const MOST = 1_000;

/**
 * Reads pages from the newest post back to the first wanted day. A page that fails ends the reading and keeps what came before it: the
 * days after the oldest post read are whole. Posts come by day and id, each once, whatever the order and overlap of the pages.
 */
export async function readPages(wanted: Span, page: (cursor: string | undefined) => Promise<Page>): Promise<Pages> {
  const posts = new Map<string, Post>();
  const seen = new Set<string | undefined>();
  let cursor: string | undefined;
  let oldest: Day | undefined;
  const stop = (error: SourceError | SecretError): Pages => {
    const from = oldest === undefined ? undefined : addDays(oldest, 1);
    const whole = from !== undefined && from <= wanted.to;
    const gap: Gap = {
      from: wanted.from,
      to: whole ? addDays(from, -1) : wanted.to,
      reason: error instanceof SecretError ? 'secret-missing' : 'failed',
      detail: error.message.slice(0, 300),
    };
    return { posts: sorted(posts, wanted), span: whole ? { from, to: wanted.to } : null, gaps: [gap], error };
  };
  do {
    if (seen.has(cursor) || seen.size >= MOST)
      return stop(new SourceError('the platform gives the same page of posts again and again'));
    seen.add(cursor);
    try {
      const { posts: found, next } = await page(cursor);
      for (const post of found) {
        posts.set(post.id, post);
        if (oldest === undefined || post.day < oldest) oldest = post.day;
      }
      cursor = next;
    } catch (error) {
      if (error instanceof SourceError || error instanceof SecretError) return stop(error);
      throw error;
    }
  } while (cursor !== undefined && (oldest === undefined || oldest >= wanted.from));
  return { posts: sorted(posts, wanted), span: wanted, gaps: [] };
}

/**
 * Posts of the wanted days; then, where those are whole, of older ones that no run has reached yet. The days between the two were read
 * by earlier runs, so that what is whole reaches from the one to the other.
 */
export async function readStretches(
  { posts: recent, older }: { readonly posts: Span; readonly older?: Span },
  read: (stretch: Span) => Promise<Pages>,
): Promise<Pages> {
  const first = await read(recent);
  if (!older || first.error || first.span?.from !== recent.from) return first;
  const rest = await read(older);
  return {
    ...rest,
    posts: [...rest.posts, ...first.posts],
    span: { from: rest.span?.from ?? first.span.from, to: first.span.to },
    gaps: [...rest.gaps, ...first.gaps],
  };
}

/** By day, then id; only the wanted days. */
export function sorted(posts: ReadonlyMap<string, Post>, wanted: Span): Post[] {
  return [...posts.values()]
    .filter((post) => post.day >= wanted.from && post.day <= wanted.to)
    .sort((a, b) => (a.day === b.day ? order(a.id, b.id) : order(a.day, b.day)));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
