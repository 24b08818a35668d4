import type { Finding } from '#model/error.ts';
import { namesBelow } from '#store/content.ts';

/** Folders in which tables are no accident: the data have their own gate, tests their invented fixtures; the rest is made or fetched. */
const ELSEWHERE = new Set(['data', 'test', 'node_modules', 'dist', '.git', '.cache', '.astro']);
const TABLE = /\.(csv|tsv|xlsx?|xlsm|ods|zip|gz|7z|rar)$/i;

/** Exports and registers that lie somewhere in the repository, where a commit would keep their names and texts for ever. */
export function strays(repository: string): Finding[] {
  return namesBelow(repository, ELSEWHERE)
    .filter((file) => TABLE.test(file))
    .map((file) => ({
      file,
      line: 1,
      column: 1,
      rule: 'stray',
      message:
        'an export or register lies in the repository, and git never forgets; move it to a folder of the office and import it from there',
    }));
}
