import { z } from 'zod';
import { Private, type Comment } from '#model/comment.ts';
import { SourceError } from '#model/error.ts';
import { faultOf } from './google.ts';
import { instant, written } from '../figure/moment.ts';
import type { AskComments } from '../source.ts';
import { channelOf, connect, type Data } from './youtube-channel.ts';

const Entry = z.object({
  id: z.string().min(1),
  snippet: z.object({
    textDisplay: z.string(),
    // Left out where the writer's channel is gone.
    authorChannelId: z.object({ value: z.string() }).optional(),
    authorDisplayName: z.string().optional(),
    publishedAt: z.string(),
  }),
});
type Entry = z.infer<typeof Entry>;
const Thread = z.object({
  snippet: z.object({ totalReplyCount: z.number(), topLevelComment: Entry }),
  replies: z.object({ comments: z.array(Entry) }).optional(),
});
const next = { nextPageToken: z.string().optional() };
const Threads = z.object({ items: z.array(Thread), ...next });
const Replies = z.object({ items: z.array(Entry), ...next });

/** Videos whose comments can't be there: closed, or the video itself is gone. */
const CLOSED = new Set(['commentsDisabled', 'videoNotFound']);
const PAGE = { maxResults: 100, textFormat: 'plainText' };

/**
 * Comments and replies under the channel's videos. All threads of a video are read, since an old one may have a new reply; a thread
 * brings up to five replies itself, and more are asked for apart.
 */
export async function* comments(ask: AskComments): AsyncIterable<Comment> {
  const data = connect(ask);
  const { id: channel } = await channelOf(data, ask.account.handle);
  for (const { id: post } of ask.under) {
    // Pages may overlap: ids are known for one video long.
    const seen = new Set<string>();
    for await (const { entry, reply } of under(data, post)) {
      const when = written(instant(entry.snippet.publishedAt), ask.zone);
      if (when.day < ask.written.from || when.day > ask.written.to || seen.has(entry.id)) continue;
      seen.add(entry.id);
      const author = entry.snippet.authorChannelId?.value;
      yield {
        words: new Private(entry.snippet.textDisplay),
        author: new Private(author ?? entry.snippet.authorDisplayName ?? ''),
        id: new Private(entry.id),
        ...when,
        post,
        own: author === channel,
        reply,
      };
    }
  }
}

async function* under(data: Data, videoId: string): AsyncIterable<{ readonly entry: Entry; readonly reply: boolean }> {
  const query = { part: 'snippet,replies', videoId, order: 'time', ...PAGE };
  try {
    for await (const { snippet, replies } of paged((pageToken) => data('/commentThreads', { ...query, pageToken }, Threads))) {
      yield { entry: snippet.topLevelComment, reply: false };
      const held = replies?.comments ?? [];
      const parentId = snippet.topLevelComment.id;
      const all =
        held.length >= snippet.totalReplyCount
          ? held
          : paged((pageToken) => data('/comments', { part: 'snippet', parentId, ...PAGE, pageToken }, Replies));
      for await (const entry of all) yield { entry, reply: true };
    }
  } catch (error) {
    if (!faultOf(error)?.reasons.some((reason) => CLOSED.has(reason))) throw error;
  }
}

/** The entries of all pages, one page at a time. */
async function* paged<T>(
  page: (token: string | undefined) => Promise<{ readonly items: readonly T[]; readonly nextPageToken?: string | undefined }>,
): AsyncIterable<T> {
  const seen = new Set<string | undefined>();
  let token: string | undefined;
  do {
    if (seen.has(token)) throw new SourceError('YouTube gives the same page of comments again and again');
    seen.add(token);
    const { items, nextPageToken } = await page(token);
    yield* items;
    token = nextPageToken;
  } while (token !== undefined);
}
