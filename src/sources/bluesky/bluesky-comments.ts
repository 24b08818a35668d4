import { z } from 'zod';
import { Private, type Comment } from '#model/comment.ts';
import { SourceError } from '#model/error.ts';
import { connect, faultOf } from './bluesky-server.ts';
import { fitting } from '../http/body.ts';
import { instant, written } from '../figure/moment.ts';
import type { AskComments } from '../source.ts';
import { answersUnder, type Answer, type Branch } from '../http/thread.ts';

/**
 * Levels of answers in one request: the public server gives no more, whatever is asked for (atproto issue 3147; measured by others in
 * August 2026).
 */
const DEPTH = 10;
/** Answers that a fork's server gives at most (its issue of August 2026). Whether Bluesky's own has a limit is not known. */
const MOST = 200;

const Thread = z.object({ thread: z.unknown() });
const Kind = z.object({ $type: z.string() });
const Node = z.object({
  post: z.object({
    uri: z.string().min(1),
    author: z.object({ did: z.string().min(1) }),
    // An app may write any time into a record: where it is none, the server's own has to do.
    record: z.object({ text: z.string().default(''), createdAt: z.iso.datetime({ offset: true }).optional().catch(undefined) }),
    replyCount: z.number(),
    indexedAt: z.string(),
  }),
  replies: z.array(z.unknown()).default([]),
});
type Node = z.infer<typeof Node>;

/** Answers in the threads of the account's posts. */
export async function* comments(ask: AskComments): AsyncIterable<Comment> {
  const server = connect(ask);
  yield* answersUnder(ask, {
    most: MOST,
    cut: `a thread here has about ${MOST} answers, and some did not come: the server may have cut it short`,
    async read(uri) {
      try {
        const query = { uri, depth: DEPTH, parentHeight: 0 };
        return branchOf((await server('app.bsky.feed.getPostThread', query, Thread)).thread, ask);
      } catch (error) {
        if (faultOf(error) === 'NotFound') return undefined;
        throw error;
      }
    },
  });
}

/** A tree, read without recursion: whoever answers deepest decides how deep it is. */
function branchOf(thread: unknown, ask: AskComments): Branch | undefined {
  const root = nodeOf(thread);
  if (root === 'gone') return undefined;
  if (root === 'blocked')
    throw new SourceError('Bluesky does not show a post of the account to visitors; its answers can’t be read');
  const answers: Answer[] = [];
  const open: { readonly node: Node; readonly parent?: string }[] = [{ node: root }];
  let straight = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, parent } = next;
    const nodes = node.replies.map(nodeOf).filter((one) => typeof one !== 'string');
    const countable = node.post.replyCount - (node.replies.length - nodes.length);
    if (parent === undefined) straight = countable;
    else answers.push(answerOf(node.post, parent, countable, ask));
    open.push(...nodes.map((one) => ({ node: one, parent: node.post.uri })));
  }
  return { answers, straight };
}

/** A post with what stands under it, or why it is not shown. */
function nodeOf(given: unknown): Node | 'gone' | 'blocked' {
  const { $type } = fitting(Kind, given, 'an answer in a thread');
  if ($type.endsWith('#notFoundPost')) return 'gone';
  return $type.endsWith('#blockedPost') ? 'blocked' : fitting(Node, given, 'an answer in a thread');
}

function answerOf(post: Node['post'], parent: string, answers: number, { under, zone }: AskComments): Answer {
  const seen = instant(post.indexedAt);
  const made = post.record.createdAt === undefined ? seen : instant(post.record.createdAt);
  return {
    id: post.uri,
    parent,
    answers,
    isPublic: true,
    words: new Private(post.record.text),
    author: new Private(post.author.did),
    // The address of a record begins with whose it is.
    own: under.some(({ id }) => id.startsWith(`at://${post.author.did}/`)),
    ...written(made < seen ? made : seen, zone),
  };
}
