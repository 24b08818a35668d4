import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { addDays, Day, dayOf } from '#model/day.ts';
import { ConfigError, DataError, SecretError, SourceError } from '#model/error.ts';

/** Options that every command takes. */
const COMMON = { agency: { type: 'string' }, data: { type: 'string' }, now: { type: 'string' } } as const;

/** A command used in a way that it can't be: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Reads a command line, this process's own where none is handed in; what is not declared is refused. */
export function options<T extends ParseArgsOptionsConfig>(own: T, allowPositionals = false, args = process.argv.slice(2)) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: { ...COMMON, ...own }, allowPositionals });
    const named = values as Record<string, string | boolean | undefined>;
    return {
      values: named,
      positionals,
      root: text(named['data']) ?? process.env['TERANG_DATA'] ?? 'data',
      agency: text(named['agency']),
    };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** The data day: `--now 2026-11-10`, or today in the agency's zone. */
export function today(now: unknown, zone: string, clock: () => Date): Day {
  if (now === undefined) return dayOf(clock(), zone);
  const day = Day.safeParse(now);
  if (!day.success) throw new UsageError(`a day is written such as 2026-11-10, not "${String(now)}"`);
  return day.data;
}

/** As `today`, for what is asked of the world: a day later than tomorrow there is refused, since its figures would stand as the newest for good. */
export function present(now: unknown, zone: string, clock: () => Date): Day {
  const [day, latest] = [today(now, zone, clock), addDays(dayOf(clock(), zone), 1)];
  if (day > latest) throw new UsageError(`--now ${day} has not come yet in ${zone}; the latest is ${latest}`);
  return day;
}

/** The agency of that id, or all where none is named. A folder without any is a wrong `--data`, never "all is well". */
export function chosen<T extends { readonly id: string }>(agencies: readonly T[], id: string | undefined): readonly T[] {
  if (agencies.length === 0)
    throw new UsageError(
      'Tidak ada instansi di folder data ini; periksa --data. / There is no agency in this data folder; check --data, or begin with npm run new.',
    );
  if (id === undefined) return agencies;
  const found = agencies.filter((one) => one.id === id);
  if (found.length === 0)
    throw new UsageError(`there is no agency "${id}"; there are ${agencies.map((one) => one.id).join(', ')}`);
  return found;
}

/** Runs a command's body and turns what it throws into a message and an exit code: 2 for wrong use, 1 for anything else. */
export async function main(body: () => Promise<number> | number): Promise<void> {
  // `npm run verify | head`: the reader has gone, and that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  try {
    process.exitCode = await body();
  } catch (error) {
    const expected = [UsageError, ConfigError, DataError, SecretError, SourceError].some((kind) => error instanceof kind);
    process.stderr.write(
      `${error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error)}\n`,
    );
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
