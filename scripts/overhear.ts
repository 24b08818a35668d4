import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { addDays, type Day } from '#model/day.ts';
import { periodsWithin } from '#model/period.ts';
import type { Comment } from '#model/comment.ts';
import type { Gap, Span } from '#model/run.ts';
import { CLOSES, converse, openStretches, UNDER } from '#sources/conversation.ts';
import type { ApiSource, Ask, AskComments } from '#sources/source.ts';
import type { Book } from '#store/book.ts';
import { list } from '#store/write.ts';

/** What an account is told of that failed for a reason which only the log of the run may hold. */
export const FAULT = 'a fault in Terang itself; the log of the run has it';

/** Hears each comment with the hashtags of the post that it stands under. Must neither keep, log nor throw what people wrote. */
export type Hear = (comment: Comment, tags: readonly string[]) => void;

/**
 * Lets the comments of the weeks and months that are due pass by, and adds their counts to the book; `also` are days that have to be heard besides,
 * for what comments of a month say. Returns what could not be read. Never throws, so that the figures which came before stay.
 */
export async function overhear(book: Book, source: ApiSource, given: Ask, hear: Hear, also: Span | null = null): Promise<Gap[]> {
  const { account, today } = given;
  const stretches = openStretches(account, seriesSince(book, account.id, addDays(today, -62), today), today);
  const spans: readonly Span[] = also ? [...stretches, also] : stretches;
  const [first] = spans;
  if (!first) return [];
  const written = {
    from: spans.reduce((least, { from }) => (from < least ? from : least), first.from),
    to: spans.reduce((last, { to }) => (to > last ? to : last), first.to),
  };
  const oldest = addDays(written.from, -UNDER);
  const under = periodsWithin(oldest, written.to, 'month')
    .flatMap((month) => book.posts(account.id, month.id))
    .filter((post) => oldest <= post.day && post.day <= written.to)
    .reverse();
  const tags = new Map(under.map((post) => [post.id, post.tags]));
  const { days: _days, posts: _posts, older: _older, audience: _audience, ...rest } = given;
  const ask: AskComments = { ...rest, written, under };
  try {
    const heard = await converse(source, ask, stretches, (comment) => hear(comment, tags.get(comment.post) ?? []));
    book.addSeries(account.id, heard.series, CLOSES);
    return heard.gaps;
  } catch (error) {
    logFault(`${account.id}: a fault while reading comments`, error);
    return [{ measure: 'comments', ...written, reason: 'failed', detail: FAULT }];
  }
}

/** Where this repository lies, as frames of a stack name it. */
const HOME = fileURLToPath(new URL('..', import.meta.url));

/**
 * Says where in our own code something broke, and nothing else of it. A message could quote what it stumbled over, which here is what somebody
 * wrote, and that could look like a frame: shown are only the path, line and column of files that there are.
 */
export function logFault(what: string, error: unknown): void {
  const frames = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  const places = frames.flatMap((frame) => {
    const [, file = '', place = ''] = /^\s+at .*?(\/[^:()]*):(\d{1,5}:\d{1,5})\)?$/.exec(frame.replace('file://', '')) ?? [];
    const isOurs = file.startsWith(HOME) && !file.includes('..') && list(path.dirname(file)).includes(path.basename(file));
    return isOurs ? [`    at ${file.slice(HOME.length)}:${place}`] : [];
  });
  process.stderr.write(`${[what, ...places].join('\n')}\n`);
}

function seriesSince(book: Book, account: string, from: Day, to: Day) {
  return periodsWithin(from, to, 'month').flatMap((month) => book.series(account, month.id));
}
