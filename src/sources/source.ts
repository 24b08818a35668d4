import type { Account } from '#model/agency.ts';
import type { Day } from '#model/day.ts';
import type { Series } from '#model/observation.ts';
import type { Post } from '#model/post.ts';
import type { Gap, Span } from '#model/run.ts';
import type { Declaration } from '#model/source.ts';
import type { Http } from './http.ts';

/** What one account yielded. A source returns what it got together with what it did not; it throws only where nothing came. */
export interface Pull {
  /** API version, or export format, that answered. */
  readonly api: string;
  readonly series: readonly Series[];
  readonly posts: readonly Post[];
  /** Days whose posts were all read; null where none were. */
  readonly span: Span | null;
  readonly gaps: readonly Gap[];
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
  /** The account's token. Throws a `SecretError` that names the variable. */
  token(): string;
}

export interface ApiSource {
  readonly declaration: Declaration;
  collect(ask: Ask): Promise<Pull>;
}

/** An export as received. */
export interface Export {
  /** As the platform named it, without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
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
}

export interface ExportSource {
  readonly declaration: Declaration;
  /** Reads the whole file or throws a `DataError` with every finding. */
  read(file: Export): Pull;
}
