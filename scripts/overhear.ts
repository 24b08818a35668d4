import { addDays, type Day } from '#model/day.ts';
import { periodsWithin } from '#model/period.ts';
import type { Comment } from '#model/comment.ts';
import type { Gap } from '#model/run.ts';
import { CLOSES, converse, openStretches, UNDER } from '#sources/conversation.ts';
import type { ApiSource, Ask, AskComments } from '#sources/source.ts';
import type { Book } from '#store/book.ts';

/** What an account is told of that failed for a reason which only the log of the run may hold. */
export const FAULT = 'a fault in Terang itself; the log of the run has it';

/**
 * Lets the comments of the weeks and months that are still open pass by, and adds their counts to the book. Returns what could not be read.
 * Never throws, so that the figures which came before stay.
 */
export async function overhear(book: Book, source: ApiSource, given: Ask, hear: (comment: Comment) => void): Promise<Gap[]> {
  const { account, today } = given;
  const stretches = openStretches(account, seriesSince(book, account.id, addDays(today, -62), today), today);
  const [first] = stretches;
  if (!first) return [];
  const written = { from: first.from, to: stretches.reduce((last, one) => (one.to > last ? one.to : last), first.to) };
  const oldest = addDays(written.from, -UNDER);
  const under = periodsWithin(oldest, written.to, 'month')
    .flatMap((month) => book.posts(account.id, month.id))
    .filter((post) => oldest <= post.day && post.day <= written.to)
    .reverse();
  const { days: _days, posts: _posts, older: _older, audience: _audience, ...rest } = given;
  const ask: AskComments = { ...rest, written, under };
  try {
    const heard = await converse(source, ask, stretches, hear);
    book.addSeries(account.id, heard.series, CLOSES);
    return heard.gaps;
  } catch (error) {
    // A message of ours could quote what it stumbled over, which here is what somebody wrote: only the places in the code are shown.
    const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((row) => /^\s+at /.test(row)) : [];
    process.stderr.write(`${account.id}: a fault while reading comments\n${frames.join('\n')}\n`);
    return [{ measure: 'comments', ...written, reason: 'failed', detail: FAULT }];
  }
}

function seriesSince(book: Book, account: string, from: Day, to: Day) {
  return periodsWithin(from, to, 'month').flatMap((month) => book.series(account, month.id));
}
