import { Private, type Comment } from '#model/comment.ts';
import type { Day } from '#model/day.ts';
import { SourceError } from '#model/error.ts';
import type { AskComments } from '../source.ts';

/** One answer in a thread, as a platform gives it. */
export interface Answer {
  readonly id: string;
  /** What it answers. */
  readonly parent: string;
  /** How many answers it has itself, by the platform's count. */
  readonly answers: number;
  /** False for what was not written for everybody: it is never read. */
  readonly isPublic: boolean;
  readonly words: Private;
  readonly author: Private;
  readonly own: boolean;
  readonly day: Day;
  readonly hour: number;
}

/** What a platform gives below one post or answer, at one request. */
export interface Branch {
  /** In any order, each with those below it. */
  readonly answers: readonly Answer[];
  /** How many stand straight under the one that was asked for, by the platform's count, blocked ones left out. */
  readonly straight: number;
}

interface Threads {
  /** Answers that the platform gives at one request. */
  readonly most: number;
  /** Undefined where what was asked for is gone. */
  readonly read: (id: string) => Promise<Branch | undefined>;
  /** What to say, and to do, where a thread is longer than can be read. */
  readonly cut: string;
}

/**
 * The answers below the account's posts, of platforms that give a thread as a tree without pages. One that counts more answers than came
 * is asked for itself. What is missing then is hidden (a blocked or closed account), unless it would make the answer as long as the
 * platform lets one be: then the thread may be cut short, and a `SourceError` says so.
 */
export async function* answersUnder(ask: AskComments, { most, read, cut }: Threads): AsyncIterable<Comment> {
  const posts = new Set(ask.under.map(({ id }) => id));
  const asked = new Set(posts);
  const seen = new Set<string>();
  for (const { id: post } of ask.under) {
    const open = [post];
    for (let id = open.shift(); id !== undefined; id = open.shift()) {
      const branch = await read(id);
      if (!branch) continue;
      const came = countByParent(branch.answers);
      const missing = branch.straight - (came.get(id) ?? 0);
      const shown = new Set(branch.answers.map((answer) => answer.id)).size;
      if (missing > 0 && shown <= most && shown + missing >= most) throw new SourceError(cut);
      for (const answer of branch.answers) {
        if (answer.answers > (came.get(answer.id) ?? 0) && !asked.has(answer.id)) {
          asked.add(answer.id);
          open.push(answer.id);
        }
        const isWanted = answer.isPublic && answer.day >= ask.written.from && answer.day <= ask.written.to;
        // A post that answers another one of the account is a post, and what stands under both stands there once.
        if (!isWanted || posts.has(answer.id) || seen.has(answer.id)) continue;
        seen.add(answer.id);
        yield commentOf(answer, post, posts);
      }
    }
  }
}

/** How many different answers came straight under each. */
function countByParent(answers: readonly Answer[]): ReadonlyMap<string, number> {
  const parents = new Map(answers.map(({ id, parent }) => [id, parent]));
  const counts = new Map<string, number>();
  for (const parent of parents.values()) counts.set(parent, (counts.get(parent) ?? 0) + 1);
  return counts;
}

function commentOf({ id, parent, words, author, day, hour, own }: Answer, post: string, posts: ReadonlySet<string>): Comment {
  return { words, author, id: new Private(id), day, hour, post, own, reply: !posts.has(parent) };
}
