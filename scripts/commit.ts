import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Commits `data/` and pushes it. Others may push meanwhile: then fetch, rebase and try again. Two changes of the same data are never
 * merged as text (each rewrites the manifest, so git sees the conflict): the run gives up and the figures are to be computed again
 * from the new base. Never forces. Uses Node alone, so that no package runs beside a token that may write.
 *
 *   node scripts/commit.ts [--branch main] [--message TEXT]
 *
 * Exit: 0 pushed, or nothing new; 2 wrong state, nothing pushed; 3 recompute: somebody else changed the same data.
 */
const BRANCH = option('--branch') ?? 'main';
const MESSAGE = option('--message') ?? 'Data: new figures';
const ATTEMPTS = 40;
const STUCK = 4;

/** All but reports, which are computed: once committed, the job never deletes it. */
const RECORD = /^data\/agencies\/[^/]+\/(?!reports\/)/;

process.exitCode = await commit();

async function commit(): Promise<number> {
  git('add', '--all', '--', 'data', ':(exclude,glob)data/**/*.tmp');
  const lost = lines(git('diff', '--cached', '--name-only', '--no-renames', '--diff-filter=D', '--', 'data')).filter((file) =>
    RECORD.test(file),
  );
  if (lost.length > 0)
    return fail(2, `refused: this would delete ${lost.join(', ')}; the record only grows. Delete by a pull request.`);
  const isNew = git('diff', '--cached', '--name-only', '--', 'data') !== '';
  if (isNew) git('commit', '--quiet', '--message', MESSAGE, '--', 'data');
  // A commit of an earlier run that did not get through goes along.
  else if (attemptOf('rev-parse', `origin/${BRANCH}`) !== null || git('rev-list', `origin/${BRANCH}..HEAD`) === '')
    return say('nothing new');
  return push();
}

async function push(): Promise<number> {
  let stuck = 0;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const refused = attemptOf('push', '--quiet', 'origin', `HEAD:refs/heads/${BRANCH}`);
    if (refused === null) return say('pushed');
    // Before fetching, so that nothing goes stale while we wait; whoever has tried longest waits shortest.
    await sleep(Math.random() * (stuck > 0 ? 150 * 2 ** stuck : 600 / attempt));
    const unreachable = attemptOf('fetch', '--quiet', 'origin', BRANCH);
    if (unreachable !== null || attemptOf('merge-base', '--is-ancestor', 'FETCH_HEAD', 'HEAD') === null) {
      // Nobody was faster: the branch is protected, the server is away, or a writer holds the lock and has not finished.
      stuck += 1;
      if (stuck < STUCK) continue;
      return fail(2, `push refused: ${refused}\nIf the branch is protected, let this workflow write: docs/guide.en.md.`);
    }
    stuck = 0;
    if (attemptOf('rebase', '--quiet', '--autostash', 'FETCH_HEAD') === null) continue;
    attemptOf('rebase', '--abort');
    return fail(3, 'recompute: somebody else changed the same data meanwhile. Run the workflow again; nothing was overwritten.');
  }
  return fail(2, `gave up after ${ATTEMPTS} attempts; nothing was overwritten. Run the workflow again.`);
}

/** Runs git; throws with what git said. */
function git(...words: string[]): string {
  return execFileSync('git', words, {
    encoding: 'utf8',
    stdio: 'pipe',
    env: { ...process.env, GIT_TERMINAL_PROMPT: '0', ...credentials() },
  }).trim();
}

/** What git said where it failed; null where it went well. */
function attemptOf(...words: string[]): string | null {
  try {
    git(...words);
    return null;
  } catch (error) {
    if (error instanceof Error && 'stderr' in error) return String(error.stderr).trim() || error.message;
    throw error;
  }
}

/** The token as git's own configuration: not on a command line, not in a file. */
function credentials(): Record<string, string> {
  const token = process.env['GITHUB_TOKEN'];
  if (!token) return {};
  const server = process.env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${server}/.extraheader`,
    GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`,
  };
}

function option(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

function lines(text: string): string[] {
  return text.split('\n').filter(Boolean);
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

function fail(code: number, text: string): number {
  process.stderr.write(`${text}\n`);
  return code;
}
