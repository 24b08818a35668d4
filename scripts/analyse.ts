import { publish } from '#analyse/edition.ts';
import type { Collected } from '#analyse/input.ts';
import { reportsOf } from '#analyse/report.ts';
import { Edition, type Revision } from '#model/edition.ts';
import { Report } from '#model/report.ts';
import { canonical } from '#store/json.ts';
import { writeManifest } from '#store/manifest.ts';
import { paths, schemaOf } from '#store/paths.ts';
import { openData, type Data } from '#store/read.ts';
import { toCsv } from '#store/table.ts';
import { bytes, sha256, write } from '#store/write.ts';
import { chosen, main, options } from './options.ts';

const REVISION_COLUMNS = ['period', 'edition', 'kpi', 'scope', 'from', 'to', 'seen', 'cause', 'reason'] as const;

/** Reads everything that was collected of one agency. */
export function load(data: Data, id: string): Collected {
  const agency = data.agency(id);
  const accounts = agency.accounts.map((account) => account.id);
  return {
    agency,
    declarations: data.sources(),
    series: new Map(accounts.map((account) => [account, data.observations(id, account).flatMap((file) => file.series)])),
    posts: new Map(accounts.map((account) => [account, data.posts(id, account).flatMap((file) => file.posts)])),
    runs: data.runs(id).flatMap((file) => file.runs),
  };
}

/** Computes an agency's reports, writes new editions with their revisions, and lists all files. Returns what it wrote. */
export function analyse(root: string, id: string, collected: Collected, flush = true) {
  const at = paths(root);
  const data = openData(root);
  const revisions: Revision[] = data.revisions(id);
  const drafts = reportsOf(collected);
  let editions = 0;
  let reports = 0;
  for (const draft of drafts) {
    const newest = data.editions(id, draft.period).at(-1);
    const publication = publish(draft, newest, collected);
    if (publication) {
      const before = newest ? sha256(bytes(at.edition(id, draft.period, newest.edition))) : null;
      const edition = Edition.parse({ $schema: schemaOf('edition', 4), before, ...publication.edition });
      // Revisions first: after a kill between the two files the next run finds them written and adds none twice.
      const fresh = publication.revisions.filter((one) => !revisions.some((old) => same(old, one)));
      revisions.push(...fresh);
      if (fresh.length > 0) writeRevisions(at.revisions(id), revisions, flush);
      write(at.edition(id, draft.period, edition.edition), canonical(edition), flush);
      editions += 1;
    }
    const number = publication?.edition.edition ?? newest?.edition ?? null;
    const report = Report.parse({ $schema: schemaOf('report', 3), ...draft, edition: number });
    if (write(at.report(id, draft.period), canonical(report), flush)) reports += 1;
  }
  return { reports, editions, periods: drafts.length, revisions: revisions.length };
}

function writeRevisions(file: string, revisions: readonly Revision[], flush: boolean): void {
  write(
    file,
    toCsv(
      REVISION_COLUMNS,
      revisions.map((one) => REVISION_COLUMNS.map((column) => one[column])),
    ),
    flush,
  );
}

function same(a: Revision, b: Revision): boolean {
  return a.period === b.period && a.edition === b.edition && a.kpi === b.kpi && a.scope === b.scope;
}

if (import.meta.main) {
  await main(() => {
    const { root, agency } = options({});
    const data = openData(root);
    for (const { id } of chosen(data.agencies(), agency)) {
      const done = analyse(root, id, load(data, id));
      writeManifest(root, id);
      process.stdout.write(
        `${id}: ${done.periods} reports (${done.reports} changed), ${done.editions} new editions, ${done.revisions} revisions in all\n`,
      );
    }
    return 0;
  });
}
