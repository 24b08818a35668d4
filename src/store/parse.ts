import fs from 'node:fs';
import { z } from 'zod';
import { DataError } from '#model/error.ts';

/** Reads and checks one JSON file; undefined where there is none. Throws a `DataError` that names the file and what is wrong. */
export function parseFile<T>(file: string, model: z.ZodType<T>): T | undefined {
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new DataError([{ file, line: 1, column: 1, rule: 'json', message: `is no valid JSON: ${error.message}` }]);
  }
  const result = model.safeParse(json);
  if (result.success) return result.data;
  throw new DataError(
    result.error.issues.slice(0, 20).map((issue) => ({
      file,
      line: 1,
      column: 1,
      rule: 'schema',
      message: `${issue.path.join('.') || 'the file'}: ${issue.message}`,
    })),
  );
}
