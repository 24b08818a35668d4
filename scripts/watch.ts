import { randomUUID } from 'node:crypto';
import { handOver } from '#github/lookouts.ts';
import { preview } from '#github/warning.ts';
import type { Agency } from '#model/agency.ts';
import { addDays, dayOf, instantOf, type Day } from '#model/day.ts';
import { ConfigError, DataError, formatFinding, SourceError } from '#model/error.ts';
import type { Lookout } from '#model/lookout.ts';
import { openData } from '#store/read.ts';
import { quotas } from '#sources/http/quota.ts';
import { listened, lookOut } from './lookout.ts';
import { chosen, main, options, present } from './options.ts';
import type { Means } from './pull.ts';
import { readersOf } from './readers.ts';
import { sampleMeans } from './sample.ts';
import { build, CLOCK, server } from './sample/index.ts';

/**
 * Looks at the newest comments of every account that asks for them, and hands what is unusual to the job that keeps the issue. Writes nothing to
 * `data/`. `--dry-run` prints the issue instead; `--now` looks back to the end of a day. The sample agency is only ever printed.
 */
await main(async () => {
  const { root, agency: wanted, values } = options({ 'dry-run': { type: 'boolean' } });
  const data = openData(root);
  const isDry = values['dry-run'] === true;
  const shared = quotas();
  const clock = () => new Date();
  const dayOfLook = (agency: Agency, otherwise?: Day): Day => present(values['now'] ?? otherwise, agency.zone, clock);
  const live = (agency: Agency): Means => ({
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    random: Math.random,
    now: () => (values['now'] === undefined ? clock() : endOf(dayOfLook(agency), agency.zone)),
    env: process.env,
    quotas: shared,
  });
  const looks: Lookout[] = [];
  let isBroken = false;
  for (const agency of chosen(data.agencies(), wanted)) {
    const isSample = agency.sample === true;
    if (isSample && !isDry) continue;
    const means = isSample ? sampleMeans(agency, server(build()), dayOfLook(agency, CLOCK)) : live(agency);
    if (listened(agency, dayOf(means.now(), agency.zone), means).length === 0) {
      process.stdout.write(`${agency.id}: no account asks for comments that can be read each hour\n`);
      continue;
    }
    try {
      const { readers, findings } = readersOf(data, agency, randomUUID());
      if (findings.length > 0) throw new DataError(findings);
      if (!readers) throw new ConfigError(`${root}/classifier has no weights; they are part of the repository: put them back`);
      const look = await lookOut(data, agency, readers, means);
      looks.push(look);
      if (isDry) process.stdout.write(`${preview(look) ?? `${agency.id}: nothing unusual`}\n`);
      else process.stdout.write(`${agency.id}: ${look.read.length} accounts read, ${look.unread.length} not\n`);
    } catch (error) {
      // A file that can't be read, or a fault on the way, is that agency's trouble alone.
      if (![DataError, ConfigError, SourceError].some((kind) => error instanceof kind)) throw error;
      process.stderr.write(
        `${error instanceof DataError ? error.findings.map(formatFinding).join('\n') : (error as Error).message}\n`,
      );
      isBroken = true;
    }
  }
  if (!isDry) handOver(looks, process.env);
  return isBroken ? 1 : 0;
});

/** The last hour of a day. */
function endOf(day: Day, zone: string): Date {
  return new Date(instantOf(`${addDays(day, 1)}T00:00`, zone).getTime() - 60_000);
}
