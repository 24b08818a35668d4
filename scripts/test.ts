import { spawnSync } from 'node:child_process';
import { browser } from './browser.ts';
import { openData } from '#store/read.ts';
import { main } from './options.ts';

/** Everything that CI runs, one step after the other; each says how long it took. All steps run, so that one run shows all that is wrong. */
const STEPS: readonly (readonly [name: string, command: string, ...words: string[]])[] = [
  ['lint', 'npm', 'run', '--silent', 'lint'],
  ['generated files', 'node', 'scripts/schema.ts', '--check'],
  // An office that has put its own agency here keeps the gates, the verification and the tests that need no sample.
  ...(openData()
    .agencies()
    .some((agency) => agency.sample)
    ? [['sample agency', 'node', 'scripts/sample.ts'] as const]
    : []),
  ['gate', 'npm', 'run', '--silent', 'check'],
  ['verify', 'npm', 'run', '--silent', 'verify'],
  ['types', 'npm', 'run', '--silent', 'types'],
  ['build', 'npm', 'run', '--silent', 'build'],
  ['tests', 'vitest', 'run'],
];

await main(async () => {
  const env = { ...process.env, CHROME_PATH: await browser(), ASTRO_TELEMETRY_DISABLED: '1' };
  const failed: string[] = [];
  for (const [name, command, ...words] of STEPS) {
    process.stdout.write(`\n── ${name}\n`);
    const start = performance.now();
    const { status } = spawnSync(command, words, { stdio: 'inherit', env });
    process.stdout.write(
      `── ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${Math.round((performance.now() - start) / 1000)} s\n`,
    );
    if (status !== 0) failed.push(name);
  }
  if (failed.length > 0) process.stdout.write(`\nFailed: ${failed.join(', ')}\n`);
  process.stdout.write(`\n${STEPS.length - failed.length} passed, ${failed.length} failed\n`);
  return failed.length === 0 ? 0 : 1;
});
