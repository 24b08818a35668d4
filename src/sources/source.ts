import type { Account } from '#model/agency.ts';
import type { Office } from '#model/calendar.ts';
import type { Comment } from '#model/comment.ts';
import type { Day } from '#model/day.ts';
import type { Series } from '#model/observation.ts';
import type { Post } from '#model/post.ts';
import type { Gap, Span } from '#model/run.ts';
import type { Declaration } from '#model/source.ts';
import type { Grid } from './file/csv.ts';
import type { Http } from './http/http.ts';

/** What one account yielded. A source returns what it got together with what it did not; it throws only where nothing came. */
export interface Pull {
  /** API version, or export format, that answered. */
  readonly api: string;
  readonly series: readonly Series[];
  readonly posts: readonly Post[];
  /** Days whose posts were all read; null where none were. */
  readonly span: Span | null;
  readonly gaps: readonly Gap[];
  /** Last day on which the token is valid, where the platform tells. */
  readonly expires?: Day;
  /** What the platform charges for what was read, in US dollars, where it charges. */
  readonly cost?: number;
  /** For exports: whether the file may be kept in the repository as received, since it can hold nobody's name but the agency's. */
  readonly keep?: boolean;
}

/** What a pull is asked for: only what is missing or still settling, worked out from the committed data. */
export interface Ask {
  readonly account: Account;
  readonly http: Http;
  /** The agency's IANA zone. */
  readonly zone: string;
  /** The data day of this run. Snapshots belong to this day. */
  readonly today: Day;
  /** Days whose daily figures are wanted; ends yesterday. Null where none are missing. */
  readonly days: Span | null;
  /** Days of publication of the posts that are wanted; ends today. */
  readonly posts: Span;
  /** Older days whose posts no run has reached yet, to be read after those; only where the source `resumes`. */
  readonly older?: Span;
  /** Whether the make-up of the audience is wanted: a snapshot, once a month. */
  readonly audience: boolean;
  /** API version to ask for: the account's, else the declared one. */
  readonly api: string;
  /** The account's token. Throws a `SecretError` that names the variable. */
  token(): string;
  /** A further secret, by its declared purpose. Throws a `SecretError` that names the variable, or says that the account names none. */
  secret(purpose: string): string;
  /** Whether a further secret is named and set. */
  has(purpose: string): boolean;
  /** US dollars that this run may still cost. Infinite where the platform charges nothing. */
  readonly allowance: number;
}

/** What a pull of comments is asked for: those written on these days, under the account's own posts. */
export interface AskComments extends Omit<Ask, 'days' | 'posts' | 'older' | 'audience'> {
  readonly written: Span;
  /** The account's posts that may have been commented on, newest first. */
  readonly under: readonly Post[];
}

/** What a look at one account found, for `--doctor`. Never a secret, never a person's name. */
export interface Examination {
  /** Whether the token was accepted and the account is there. */
  readonly works: boolean;
  readonly expires?: Day;
  readonly permissions?: readonly string[];
  /** What is lacking, and what to do about it: sentences in English. */
  readonly lacks: readonly string[];
}

export interface ApiSource {
  readonly declaration: Declaration;
  collect(ask: Ask): Promise<Pull>;
  /** Only the public figures of somebody else's account, where the source declares `peers`. Posts come without their words. */
  peer?(ask: Ask): Promise<Pull>;
  /** Comments one by one, in memory alone; never more than a page is held. Throws where a page can't be read: the window is then not whole. */
  comments?(ask: AskComments): AsyncIterable<Comment>;
  /** Asks as little as tells whether the account can be read. */
  examine?(ask: Ask): Promise<Examination>;
}

/** An export as received. */
export interface Export {
  /** As the platform named it, without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Of a workbook: its sheets, as `worksheets` gave them. */
  readonly sheets?: readonly Grid[];
  readonly account: Account;
  readonly zone: string;
  readonly today: Day;
  /** Where to keep it, below the agency folder; stands as `file` with each figure. */
  readonly file: string;
  /** Language of numbers and dates, where the person who imports has said so. */
  readonly locale?: string;
  /** Where the person who imports has said so; else UTF-8 or UTF-16 with its mark. */
  readonly encoding?: 'windows-1252';
  /** Days that the export covers, where the person who imports has said so. */
  readonly span?: Span;
  /** The year of the last day in the file, where the person who imports has said so and the file's dates have none. */
  readonly year?: number;
  /** When the office works and what it promises; left out, nothing of that is known. */
  readonly office?: Office;
}

export interface ExportSource {
  readonly declaration: Declaration;
  /** Reads the whole file or throws a `DataError` with every finding. */
  read(file: Export): Pull;
}
