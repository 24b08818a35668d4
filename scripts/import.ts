import path from 'node:path';
import { suppress } from '#disclosure/suppress.ts';
import { Day } from '#model/day.ts';
import type { Account, Agency } from '#model/agency.ts';
import type { Office } from '#model/calendar.ts';
import { ConfigError, DataError } from '#model/error.ts';
import { exportPath, type AccountRun, type Span } from '#model/run.ts';
import { find, isExport } from '#sources/index.ts';
import { contradictions, leaps } from '#sources/file/doubt.ts';
import type { Export, ExportSource, Pull } from '#sources/source.ts';
import { worksheets } from '#sources/file/xlsx.ts';
import { openBook, type Book } from '#store/book.ts';
import { withGone } from '#store/parts.ts';
import { openData } from '#store/read.ts';
import { bytes, sha256 } from '#store/write.ts';
import { mayStay } from './keep.ts';
import { officeOf } from './office.ts';
import { chosen, main, options, present, text, today, UsageError } from './options.ts';
import { stated } from './reason.ts';

/** An export as a person hands it in. */
export interface Handed {
  readonly account: Account;
  readonly source: ExportSource;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Of a workbook: its sheets. */
  readonly sheets?: Export['sheets'];
  readonly day: Day;
  readonly locale?: string | undefined;
  readonly encoding?: 'windows-1252' | undefined;
  readonly span?: Span | undefined;
  readonly year?: number | undefined;
  readonly reason?: string | undefined;
  /** Left out, the agency has no calendar, hours or deadlines. */
  readonly office?: Office;
  /** Told of figures that can't all be right, and that are kept as they came. */
  readonly warn?: (message: string) => void;
}

/**
 * Reads an export into the book. Throws a `DataError` where the file can't be read, or where it would replace settled figures or lower
 * what posts have gathered and nobody has said why; the caller then discards what was added.
 */
export function take(book: Book, agency: Agency, handed: Handed): AccountRun {
  const { account, source, name, day, reason } = handed;
  const { declaration } = source;
  const hash = sha256(handed.bytes);
  const label = (place: 'imports' | 'outside') =>
    exportPath(place, declaration.id, account.id, hash, handed.sheets ? 'xlsx' : 'csv');
  const { locale, encoding, span, sheets, year, office } = handed;
  const said = {
    ...(locale ? { locale } : {}),
    ...(encoding ? { encoding } : {}),
    ...(span ? { span } : {}),
    ...(year ? { year } : {}),
    ...(office ? { office } : {}),
  };
  const given = { name, bytes: handed.bytes, ...(sheets ? { sheets } : {}), account, zone: agency.zone, today: day, ...said };
  const stored = (month: string) => book.series(account.id, month);
  const read = (file: string): Pull => {
    const pull = source.read({ ...given, file });
    return declaration.family === 'register' ? { ...pull, series: withGone(pull.series, stored) } : pull;
  };
  // Whether a file may be kept shows when it is read. One that may hold somebody's name stays with the office: the public chain ends at its
  // hash, and the figures name it as a file outside the repository.
  const harmless = read(label('imports'));
  const publish = ({ series }: Pull) => suppress(series, stored, agency.smallest, declaration, book.beside(account.id));
  // A file with counts that are too small to be published must not lie beside the figures from which they were taken out.
  const kept = { agency: agency.id, account: account.id, source: declaration.id, day, bytes: handed.bytes };
  const keep = harmless.keep === true && sheets === undefined && mayStay(kept, agency) === undefined && !publish(harmless).hid;
  const file = label(keep ? 'imports' : 'outside');
  const pull = keep ? harmless : read(file);
  const shown = publish(pull);
  const leapt = leaps(pull.series, (of) => book.followers(account.id, of));
  if (leapt.length > 0 && !reason) {
    const message = `followers go from ${leapt.slice(0, 3).join(', from ')}: is this the file of another account? If it is right, say why with --reason "…"`;
    throw new DataError([{ file: name, line: 1, column: 1, rule: 'leap', message }]);
  }
  const odd = contradictions(pull.posts);
  if (odd.length > 0)
    handed.warn?.(`${odd.length} posts have figures that can't all be right, kept as they came (${odd.slice(0, 3).join('; ')})`);
  const lowered = lower(book, account.id, pull);
  if (lowered.length > 0 && !reason) {
    const message = `lowers what ${lowered.length} posts have gathered since publication (${lowered.slice(0, 3).join(', ')}): is this an older export than the last one? If it is right, say why with --reason "…"`;
    throw new DataError([{ file: name, line: 1, column: 1, rule: 'lowered', message }]);
  }
  const replaced = [
    ...book.addSeries(account.id, shown.series, declaration.settles),
    ...book.addPosts(account.id, pull.posts, declaration.freezes),
  ];
  if (replaced.length > 0 && !reason) {
    const some = replaced
      .slice(0, 3)
      .map((one) => `${one.what} of ${one.day}`)
      .join(', ');
    const message = `changes ${replaced.length} settled figures (${some}); say why with --reason "…", and the change is published as a revision`;
    throw new DataError([{ file: name, line: 1, column: 1, rule: 'settled', message }]);
  }
  if (keep) book.addFile(file, handed.bytes);
  // The figures are written before the record. Where a run was killed between the two they are as the file has them, and the reason
  // would be lost: so it is kept too where the file stands as the one that replaced settled figures.
  const counts = [...shown.series.flatMap((one) => one.values), ...pull.posts].map((one) => one.day.slice(0, 7));
  const changed = replaced.length > 0 || lowered.length > 0 || book.corrected(account.id, [...new Set(counts)], file);
  const result: AccountRun = {
    account: account.id,
    source: declaration.id,
    api: pull.api,
    outcome: 'complete',
    requests: 0,
    posts: pull.span,
    file,
    sha256: hash,
    ...(reason && changed ? { reason } : {}),
    gaps: [...pull.gaps, ...shown.gaps],
  };
  book.addRun(day, result);
  return result;
}

/** Counts since publication: they hardly ever fall, so that a file which lowers them is likely an older one. */
const LIFETIME = ['likes', 'comments', 'shares', 'views', 'reach', 'saves'] as const;

/** Posts of which an export lowers such a count by more than 5 %, and by more than the two or three people who think again. */
function lower(book: Book, account: string, pull: Pull): string[] {
  return pull.posts.flatMap((post) => {
    const before = book.post(account, post.id);
    if (!before || post.observed < before.observed) return [];
    const measure = LIFETIME.find((one) => {
      const [old, next] = [before.figures[one]?.value ?? null, post.figures[one]?.value ?? null];
      return old !== null && next !== null && next < old * 0.95 && old - next > 3;
    });
    if (!measure) return [];
    return [`${post.id} of ${post.day}: ${measure} ${before.figures[measure]?.value} to ${post.figures[measure]?.value}`];
  });
}

/** Refuses a file that holds names or one row a person where git could take it up: git never forgets. */
function stayOutside(file: string, root: string): void {
  const isIn = (folder: string): boolean => {
    const way = path.relative(path.resolve(folder), path.resolve(file));
    return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
  };
  if (!isIn('.') && !isIn(root)) return;
  const message =
    'one row of this file is one person or matter: move it out of the repository, delete it there, and import it from its new place';
  throw new DataError([{ file, line: 1, column: 1, rule: 'personal', message }]);
}

/** The bytes of a file that a person names. */
function handed(file: string): Uint8Array {
  try {
    return bytes(file);
  } catch (error) {
    if (!['ENOENT', 'EISDIR', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    throw new UsageError(
      `Berkas ${file} tidak ditemukan; periksa nama dan foldernya. / There is no file ${file}; check its name and folder.`,
    );
  }
}

if (import.meta.main) {
  await main(async () => {
    const {
      root,
      agency: wantedAgency,
      values,
      positionals: files,
    } = options(
      {
        source: { type: 'string' },
        account: { type: 'string' },
        locale: { type: 'string' },
        encoding: { type: 'string' },
        reason: { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string' },
        year: { type: 'string' },
      },
      true,
    );
    if (files.length === 0) throw new UsageError('name the files: npm run import -- --agency A --source S FILE…');
    const data = openData(root);
    const agencies = chosen(data.agencies(), wantedAgency);
    const [agency] = agencies;
    if (!agency || agencies.length > 1)
      throw new UsageError(
        `name the agency with --agency: ${data
          .agencies()
          .map((one) => one.id)
          .join(', ')}`,
      );
    const source = find(text(values['source']) ?? '');
    if (!source || !isExport(source))
      throw new UsageError('name the source of the export with --source, such as youtube-studio (see docs/sources)');
    const accounts = agency.accounts.filter(
      (one) => one.source === source.declaration.id && (values['account'] === undefined || one.id === values['account']),
    );
    const [account] = accounts;
    if (!account)
      throw new ConfigError(`agency.json of ${agency.id} has no account with the source "${source.declaration.id}"; add one`);
    if (accounts.length > 1) throw new UsageError(`name the account with --account: ${accounts.map((one) => one.id).join(', ')}`);
    const book = openBook(root, agency.id);
    const office = officeOf(data, agency);
    const reason = stated(values['reason']);
    const findings: DataError['findings'][number][] = [];
    const lines: string[] = [];
    for (const file of files) {
      try {
        const name = path.basename(file);
        if (source.declaration.personal) stayOutside(file, root);
        const content = handed(file);
        const result = take(book, agency, {
          account,
          source,
          name,
          bytes: content,
          sheets: await worksheets(name, content),
          day: (agency.sample ? today : present)(values['now'], agency.zone, () => new Date()),
          locale: localeOf(text(values['locale'])),
          encoding: encodingOf(text(values['encoding'])),
          reason,
          span: spanOf(values['from'], values['to']),
          year: yearOf(text(values['year'])),
          office,
          warn: (message) => void lines.push(`${file}: ${message}`),
        });
        lines.push(
          `${file}: read as ${result.api} for ${account.id}${result.posts ? `, posts of ${result.posts.from} to ${result.posts.to}` : ''}`,
        );
      } catch (error) {
        if (!(error instanceof DataError)) throw error;
        findings.push(...error.findings.map((one) => ({ ...one, file })));
      }
    }
    // All or nothing: a person who sees an error can hand in the same files again.
    if (findings.length > 0) throw new DataError(findings);
    const changed = book.commit();
    process.stdout.write(
      `${lines.join('\n')}\n${changed === 0 ? 'nothing new' : `${changed} files changed`}; "npm run analyse" computes the reports\n`,
    );
    return 0;
  });
}

function localeOf(named: string | undefined): 'id' | 'en' | undefined {
  if (named === undefined || named === 'id' || named === 'en') return named;
  throw new UsageError(`--locale takes id or en, the language of the file's numbers and dates, not "${named}"`);
}

function encodingOf(named: string | undefined): 'windows-1252' | undefined {
  if (named === undefined || named === 'windows-1252') return named;
  throw new UsageError('--encoding takes windows-1252 alone: UTF-8 and UTF-16 are recognised by themselves');
}

function yearOf(named: string | undefined): number | undefined {
  if (named === undefined || /^20\d\d$/.test(named)) return named === undefined ? undefined : Number(named);
  throw new UsageError(`--year takes the year of the last day in the file, such as 2026, not "${named}"`);
}

function spanOf(from: unknown, to: unknown): Span | undefined {
  if (from === undefined && to === undefined) return undefined;
  const span = { from: Day.safeParse(from), to: Day.safeParse(to) };
  if (!span.from.success || !span.to.success || span.from.data > span.to.data) {
    throw new UsageError('give both --from and --to as days, such as --from 2026-09-01 --to 2026-09-30');
  }
  return { from: span.from.data, to: span.to.data };
}
