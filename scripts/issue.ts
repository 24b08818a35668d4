import { issuesOf, report } from '#github/issue.ts';
import { unpack } from '#github/outcome.ts';

/**
 * Opens, updates or closes the issue "Collection failed". Run by the workflow alone: `OUTCOMES` is the output of the job Collect, empty
 * where that stopped before its end.
 */
const env = process.env;
const { GITHUB_TOKEN: token, GITHUB_REPOSITORY: repository, GITHUB_SERVER_URL: server, GITHUB_RUN_ID: run } = env;
if (!token || !repository || !server || !run) {
  process.stderr.write('scripts/issue.ts runs in the workflow "Collect and publish" only\n');
  process.exitCode = 2;
} else {
  try {
    const url = `${server}/${repository}/actions/runs/${run}`;
    process.stdout.write(`${await report({ runs: unpack(env['OUTCOMES']), url }, issuesOf(token, repository))}\n`);
  } catch (error) {
    // 410: the repository has its issues switched off; the red job says the same.
    if (!(error instanceof Error && 'status' in error && error.status === 410)) throw error;
    process.stdout.write('issues are switched off here\n');
  }
}
