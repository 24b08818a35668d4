import type { Day } from '#model/day.ts';
import { exportPath } from '#model/run.ts';
import type { Remark } from './bytes.ts';

/** A file in `imports/`, with the run that says it was handed in. */
export interface Kept {
  readonly agency: string;
  readonly account: string;
  readonly source: string;
  /** The data day of its import. */
  readonly day: Day;
  readonly bytes: Uint8Array;
}

/** What this room can't do itself: it knows no source. */
export interface Exports {
  /** Hex SHA-256. */
  hash(bytes: Uint8Array): string;
  /** Reads a kept file again as its source does; says why it may not be kept, without anything of a cell, or nothing where it may. */
  reread(kept: Kept): string | undefined;
}

/** The files that runs name, by path below the data folder. */
export type Imported = ReadonlyMap<string, readonly (Omit<Kept, 'bytes'> & { readonly sha256: string })[]>;

interface Named {
  readonly day: Day;
  readonly accounts?: readonly { account?: string; source?: string; file?: string; sha256?: string }[];
}

/** Every file that the runs of all agencies name. Runs that are no runs name none: their own check says what is wrong with them. */
export function importedOf(files: readonly { readonly path: string; readonly bytes: Uint8Array }[]): Imported {
  const found = files.flatMap(({ path, bytes }) => {
    const agency = /^agencies\/([^/]+)\/runs\/[\d-]+\.json$/.exec(path)?.[1];
    return agency === undefined
      ? []
      : runsIn(bytes).flatMap(({ day, accounts = [] }) =>
          accounts.flatMap(({ account = '', source = '', file, sha256 }) =>
            file === undefined || sha256 === undefined
              ? []
              : [{ path: `agencies/${agency}/${file}`, agency, account, source, day, sha256 }],
          ),
        );
  });
  return Map.groupBy(found, (one) => one.path);
}

function runsIn(bytes: Uint8Array): readonly Named[] {
  try {
    const { runs } = JSON.parse(new TextDecoder().decode(bytes)) as { runs?: unknown };
    return Array.isArray(runs) ? (runs as Named[]).filter((run) => Array.isArray(run.accounts)) : [];
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return [];
    throw error;
  }
}

const AWAY = 'take it out of the repository, and out of its history where it holds anything of a person';

/**
 * Why a file may not lie in `imports/`. An allow-list: an import has put it there under this name, its bytes are still those that were handed
 * in, and its source reads it again without a finding as a file that holds figures alone.
 */
export function checkKept(path: string, bytes: Uint8Array, imported: Imported, exports: Exports | undefined): Remark[] {
  const refuse = (rule: string, message: string): Remark[] => [{ line: 1, column: 1, rule, message }];
  if (bytes.includes(0)) return refuse('nul', `holds NUL bytes, as no kept export does: ${AWAY}`);
  const named = imported.get(path) ?? [];
  if (named.length === 0 || !exports)
    return refuse('not-imported', `no run says that this file was imported: ${AWAY}, then hand it in with "npm run import"`);
  const sha256 = exports.hash(bytes);
  const run = named.findLast((one) => one.sha256 === sha256);
  if (!run) return refuse('changed', 'is not the file that was imported: put back the one that was, or import this one anew');
  if (!path.endsWith(`/${exportPath('imports', run.source, run.account, sha256)}`))
    return refuse('path', `is not named after its source, account and content: ${AWAY}, then import it anew`);
  const why = exports.reread({ ...run, bytes });
  return why === undefined ? [] : refuse('unread', `${why}: ${AWAY}, then import it anew`);
}
