import { issuesOf } from '#github/issue.ts';
import { takeOver } from '#github/lookouts.ts';
import { warn } from '#github/warning.ts';

/** Opens, updates or closes each agency's early warning. Run by the workflow "Early warning" alone: `LOOKOUTS` is the output of its job Watch. */
const { GITHUB_TOKEN: token, GITHUB_REPOSITORY: repository, LOOKOUTS: lookouts } = process.env;
if (!token || !repository || !lookouts) {
  process.stderr.write('scripts/warn.ts runs in the workflow "Early warning" only\n');
  process.exitCode = 2;
} else {
  try {
    const issues = issuesOf(token, repository);
    for (const look of takeOver(lookouts)) process.stdout.write(`${look.agency}: ${await warn(look, issues)}\n`);
  } catch (error) {
    // 410: the repository has its issues switched off.
    if (!(error instanceof Error && 'status' in error && error.status === 410)) throw error;
    process.stdout.write('issues are switched off here\n');
  }
}
