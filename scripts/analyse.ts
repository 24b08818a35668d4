import { publish, revisionsOf, type Unexplained } from '#analyse/edition.ts';
import type { Collected } from '#analyse/input.ts';
import { reportsOf, type Draft } from '#analyse/report.ts';
import { Edition, type Revision } from '#model/edition.ts';
import { DataError, type Finding } from '#model/error.ts';
import { Report } from '#model/report.ts';
import { canonical } from '#store/json.ts';
import { writeManifest } from '#store/manifest.ts';
import { paths, schemaOf } from '#store/paths.ts';
import { openData, type Data } from '#store/read.ts';
import { toCsv } from '#store/table.ts';
import { bytes, list, sha256, write } from '#store/write.ts';
import { chosen, main, options } from './options.ts';
import { stated } from './reason.ts';

const REVISION_COLUMNS = ['period', 'edition', 'kpi', 'scope', 'from', 'to', 'seen', 'cause', 'reason'] as const;

/** Reads everything that was collected of one agency. Throws where figures lie there of an account that agency.json no longer has. */
export function load(data: Data, id: string): Collected {
  const agency = data.agency(id);
  const everyone = [...agency.accounts, ...(agency.peers ?? [])].map((account) => account.id);
  const orphans = [
    ...new Set(
      ['observations', 'posts'].flatMap((room) =>
        list(`${paths(data.root).folder(id)}/${room}`).map((file) => file.split('/')[0] ?? ''),
      ),
    ),
  ]
    .filter((name) => !everyone.includes(name))
    .map((name) =>
      finding(
        paths(data.root).agency(id),
        'account',
        `lacks the account "${name}", of which there are figures; put it back, with "until" where it was closed`,
      ),
    );
  if (orphans.length > 0) throw new DataError(orphans);
  return {
    agency,
    declarations: data.sources(),
    series: new Map(everyone.map((account) => [account, data.observations(id, account).flatMap((file) => file.series)])),
    posts: new Map(everyone.map((account) => [account, data.posts(id, account).flatMap((file) => file.posts)])),
    runs: data.runs(id).flatMap((file) => file.runs),
    campaigns: data.campaigns(id),
  };
}

/** A report as it is written: a settled one speaks of the day of its newest edition, so that a new day of data leaves it as it is. */
export function reportOf(draft: Draft, newest: Pick<Edition, 'edition' | 'published'> | undefined): Report {
  const asOf = newest?.published ?? draft.asOf;
  return Report.parse({ $schema: schemaOf('report', 3), ...draft, asOf, edition: newest?.edition ?? null });
}

/** The text of `revisions.csv`: made from the editions alone. */
export function revisionsCsv(revisions: readonly Revision[]): string {
  return toCsv(
    REVISION_COLUMNS,
    revisions.map((one) => REVISION_COLUMNS.map((column) => one[column])),
  );
}

/**
 * Computes an agency's reports and writes new editions. Throws a `DataError`, and writes nothing, where a published figure would change
 * and neither the data nor `reason` say why. Returns what it wrote.
 */
export function analyse(
  root: string,
  id: string,
  collected: Collected,
  { flush = true, reason }: { flush?: boolean; reason?: string | undefined } = {},
) {
  const at = paths(root);
  const data = openData(root);
  const drafts = reportsOf(collected).map((draft) => {
    const editions = data.editions(id, draft.period);
    return { draft, editions, publication: publish(draft, editions.at(-1), collected, reason) };
  });
  const findings = drafts.flatMap(({ draft, publication }) =>
    (publication?.unexplained ?? []).map((one) => unexplained(at.report(id, draft.period), one)),
  );
  if (findings.length > 0) throw new DataError(findings);
  let published = 0;
  let reports = 0;
  const all: Edition[] = [];
  for (const { draft, editions, publication } of drafts) {
    const newest = editions.at(-1);
    all.push(...editions);
    if (publication) {
      const before = newest ? sha256(bytes(at.edition(id, draft.period, newest.edition))) : null;
      const edition = Edition.parse({ $schema: schemaOf('edition', 4), before, ...publication.edition });
      write(at.edition(id, draft.period, edition.edition), canonical(edition), flush);
      all.push(edition);
      published += 1;
    }
    const report = reportOf(draft, publication?.edition ?? newest);
    if (write(at.report(id, draft.period), canonical(report), flush)) reports += 1;
  }
  const revisions = revisionsOf(all);
  if (revisions.length > 0) write(at.revisions(id), revisionsCsv(revisions), flush);
  return { reports, editions: published, periods: drafts.length, revisions: revisions.length };
}

function unexplained(file: string, { kpi, scope, from, to }: Unexplained): Finding {
  const message = `${kpi} of ${scope} was published as ${from ?? 'not known'} and would become ${to ?? 'not known'}, and nothing says why. Put the changed data file back; or say why with --reason "…", and it is published as a revision`;
  return finding(file, 'unexplained', message);
}

function finding(file: string, rule: string, message: string): Finding {
  return { file, line: 1, column: 1, rule, message };
}

if (import.meta.main) {
  await main(() => {
    const { root, agency, values } = options({ reason: { type: 'string' } });
    const data = openData(root);
    for (const { id } of chosen(data.agencies(), agency)) {
      const done = analyse(root, id, load(data, id), { reason: stated(values['reason']) });
      writeManifest(root, id);
      process.stdout.write(
        `${id}: ${done.periods} reports (${done.reports} changed), ${done.editions} new editions, ${done.revisions} revisions in all\n`,
      );
    }
    return 0;
  });
}
