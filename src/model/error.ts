/** Errors say what happened, to what, and what to do. Their messages are public: never a token, never a comment. */

/** The agency's configuration is wrong; a person has to edit a file. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** An environment variable with a token is missing or its token is refused. Names the variable, never its content. */
export class SecretError extends Error {
  override readonly name = 'SecretError';
  readonly variable: string;

  constructor(variable: string, message: string) {
    super(message);
    this.variable = variable;
  }
}

/** A platform did not give what was asked. `status` is the HTTP status, where there was an answer. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly status: number | undefined;

  constructor(message: string, status?: number) {
    super(message);
    this.status = status;
  }
}

/** A file holds something that can't be read. Each finding names its place; nothing was written. */
export class DataError extends Error {
  override readonly name = 'DataError';
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(findings.map(formatFinding).join('\n'));
    this.findings = findings;
  }
}

/** One thing that is wrong, at one place. Lines and columns count from 1. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  readonly message: string;
}

/** `file:line:col rule message`, the form editors and CI annotate. */
export function formatFinding(finding: Finding): string {
  return `${finding.file}:${finding.line}:${finding.column} ${finding.rule} ${finding.message}`;
}
