import { z } from 'zod';
import { Private, type Comment } from '#model/comment.ts';
import { Refused } from '../http/http.ts';
import { connect, profileOf, type Server } from './mastodon-server.ts';
import { instant, written } from '../figure/moment.ts';
import type { AskComments } from '../source.ts';
import { fromHtml } from '../figure/text.ts';
import { answersUnder, type Answer, type Branch } from '../http/thread.ts';

/** Answers that a thread shows to visitors, and to an account of the server (Mastodon's own source, read 2026-11). */
const VISITORS = 60;
const MEMBERS = 4096;

const Status = z.object({
  // Stands in an address later; letters on servers of another make.
  id: z.string().regex(/^[\w-]{1,64}$/),
  created_at: z.string(),
  in_reply_to_id: z.string(),
  visibility: z.string(),
  spoiler_text: z.string().nullish(),
  content: z.string(),
  replies_count: z.number(),
  account: z.object({ id: z.string().min(1) }),
});
const Context = z.object({ descendants: z.array(Status) });
const Counted = z.object({ replies_count: z.number() });

/** Public answers in the threads of the account's posts, as far as the account's own server knows them. Boosts are none. */
export async function* comments(ask: AskComments): AsyncIterable<Comment> {
  const server = connect(ask);
  const { id: self } = await profileOf(server, ask.account);
  const isMember = ask.has('token');
  const most = isMember ? MEMBERS : VISITORS;
  yield* answersUnder(ask, {
    most,
    read: (id) => read(server, id, most, (status) => answer(status, self, ask.zone)),
    cut: isMember
      ? `Mastodon gives no more than ${MEMBERS} answers of a thread, and one here is longer`
      : `Mastodon shows visitors no more than ${VISITORS} answers of a thread, and one here may be longer; name a token of the account as "token" in agency.json`,
  });
}

async function read(
  server: Server,
  id: string,
  most: number,
  made: (status: z.infer<typeof Status>) => Answer,
): Promise<Branch | undefined> {
  const path = `/api/v1/statuses/${encodeURIComponent(id)}`;
  try {
    const { descendants } = (await server(`${path}/context`, {}, Context)).body;
    // The context does not hold the post itself: its count is only asked for where the thread could be cut short.
    const straight = descendants.length * 2 < most ? 0 : (await server(path, {}, Counted)).body.replies_count;
    return { answers: descendants.map(made), straight };
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return undefined;
    throw error;
  }
}

function answer(status: z.infer<typeof Status>, self: string, zone: string): Answer {
  return {
    id: status.id,
    parent: status.in_reply_to_id,
    answers: status.replies_count,
    isPublic: status.visibility === 'public' || status.visibility === 'unlisted',
    words: new Private([status.spoiler_text, fromHtml(status.content)].filter(Boolean).join('\n\n')),
    author: new Private(status.account.id),
    own: status.account.id === self,
    ...written(instant(status.created_at), zone),
  };
}
