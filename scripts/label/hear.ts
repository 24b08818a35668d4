import type { Account } from '#model/agency.ts';
import { addDays, type Day } from '#model/day.ts';
import { ConfigError, SourceError } from '#model/error.ts';
import { period, periodsWithin } from '#model/period.ts';
import { converse, UNDER } from '#sources/conversation.ts';
import { createDiscreetHttp } from '#sources/http/discreet.ts';
import { quotas, type Quotas } from '#sources/http/quota.ts';
import { find, isApi } from '#sources/index.ts';
import type { AskComments } from '#sources/source.ts';
import type { Book } from '#store/book.ts';
import { logFault, type Hear } from '../overhear.ts';
import type { Means } from '../pull.ts';
import { secretsOf } from '../secrets.ts';

/** What a month's comments are read with. */
export interface Ears {
  readonly book: Book;
  readonly zone: string;
  readonly month: string;
  readonly day: Day;
  readonly means: Means;
  readonly quotas?: Quotas;
}

/**
 * Reads a month's comments of one account afresh, and lets those that other people wrote pass by with the hashtags of the post above each. Throws a
 * `SourceError` where a page can't be read, and a `ConfigError` where the account's comments can't be read at all; no message holds a word of theirs.
 */
export async function hearMonth(ears: Ears, account: Account, hear: Hear): Promise<void> {
  const { book, month, day, means } = ears;
  const source = (means.find ?? find)(account.source);
  if (!source || !isApi(source) || !source.comments)
    throw new ConfigError(`agency.json: the source of account "${account.id}" reads no comments`);
  const { declaration } = source;
  const written = period(month);
  const oldest = addDays(written.from, -UNDER);
  const under = periodsWithin(oldest, written.to, 'month')
    .flatMap(({ id }) => book.posts(account.id, id))
    .filter((post) => oldest <= post.day && post.day <= written.to)
    .reverse();
  const tags = new Map(under.map((post) => [post.id, post.tags]));
  const http = createDiscreetHttp({
    now: means.now,
    sleep: means.sleep,
    random: means.random,
    budget: { requests: 5_000, waiting: 1_800_000 },
    quota: (ears.quotas ?? means.quotas ?? quotas())(declaration, account),
    ...(means.transport ? { transport: means.transport } : {}),
    progress: (event) => means.progress?.(account.id, event),
  });
  const ask: AskComments = {
    account,
    http,
    zone: ears.zone,
    today: day,
    api: account.api ?? declaration.api,
    ...secretsOf(account, declaration, means.env),
    allowance: Infinity,
    written: { from: written.from, to: written.to },
    under,
  };
  let heard: Awaited<ReturnType<typeof converse>>;
  try {
    heard = await converse(source, ask, [{ window: 'month', ...ask.written }], (comment) => {
      if (!comment.own) hear(comment, tags.get(comment.post) ?? []);
    });
  } catch (error) {
    logFault(`${account.id}: a fault while reading comments`, error);
    throw new SourceError(`${account.id}: a fault in Terang itself; its place in the code stands above`);
  }
  const [gap] = heard.gaps;
  if (gap) throw new SourceError(`${account.id}: ${gap.detail ?? gap.reason}`);
}
