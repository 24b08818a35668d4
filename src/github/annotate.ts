import * as core from '@actions/core';
import type { Finding } from '#model/error.ts';
import { outcomeNote, shortfall, type Outcome } from './outcome.ts';
import { line } from './line.ts';

/** One message, on one place of one file where there is one. Lines and columns count from 1. */
export interface Annotation {
  readonly level: 'error' | 'warning';
  readonly title: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** Where annotations go. `core` is `@actions/core` on GitHub and absent elsewhere. */
export interface Outlet {
  readonly core?: Pick<typeof core, 'error' | 'warning'> | undefined;
  print(text: string): void;
}

/** GitHub shows ten errors and ten warnings a step and drops the rest without a word. Source: docs.github.com, "Usage limits". */
const SHOWN = 10;

/** The outlet of this process: lines on the error stream, and annotations where this is GitHub. */
export function outlet(env: Readonly<Record<string, string | undefined>>): Outlet {
  return {
    core: env['GITHUB_ACTIONS'] === 'true' ? core : undefined,
    print: (text) => process.stderr.write(`${text}\n`),
  };
}

/** What a gate found, as errors. `folder` is what stands before `file` seen from the repository's root, such as `data/`. */
export function ofFindings(findings: readonly Finding[], folder = ''): Annotation[] {
  return findings.map((finding) => ({
    level: 'error',
    title: finding.rule,
    message: finding.message,
    file: folder + finding.file,
    line: finding.line,
    column: finding.column,
  }));
}

/** A run's accounts that are not complete, as warnings; coverage under the floor, as an error; what will end soon. Each on the agency's file. */
export function ofOutcome(outcome: Outcome): Annotation[] {
  const file = `data/agencies/${outcome.agency}/agency.json`;
  const short = shortfall(outcome);
  const accounts = [...outcome.accounts, ...(outcome.peers ?? [])]
    .filter((account) => account.outcome !== 'complete')
    .map<Annotation>((account) => ({
      level: 'warning',
      title: `${outcome.agency}/${account.account}`,
      message: outcomeNote(account),
      file,
    }));
  const told = (outcome.notices ?? []).map<Annotation>(({ account, level, message }) => ({
    level,
    title: `${outcome.agency}/${account}`,
    message,
    file,
  }));
  return [
    ...(short === null ? [] : [{ level: 'error' as const, title: outcome.agency, message: short, file }]),
    ...told,
    ...accounts,
  ];
}

/** As one line for a terminal: `file:line:column rule message`. Foreign text can't start a command in it. */
export function plain({ file, line: row, column, title, message }: Annotation): string {
  const place = [file, row, column].filter((part) => part !== undefined).join(':');
  return line(`${place} ${title} ${message}`);
}

/** Prints every annotation as a plain line, errors first, and on GitHub sends those that it will show. */
export function annotate(annotations: readonly Annotation[], { core: actions, print }: Outlet): void {
  for (const level of ['error', 'warning'] as const) {
    const chosen = annotations.filter((annotation) => annotation.level === level);
    for (const annotation of chosen) print(plain(annotation));
    for (const { title, message, file, line: row, column } of actions ? chosen.slice(0, SHOWN) : []) {
      actions?.[level](line(message), {
        title: line(title),
        ...(file === undefined ? {} : { file: line(file) }),
        ...(row === undefined ? {} : { startLine: row }),
        ...(column === undefined ? {} : { startColumn: column }),
      });
    }
  }
}
