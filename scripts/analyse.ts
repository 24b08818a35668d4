import os from 'node:os';
import { campaignsOf, publishable, type CampaignDraft } from '#analyse/campaign.ts';
import { publish, revisionsOf, type Publishable, type Unexplained } from '#analyse/edition.ts';
import type { Collected } from '#analyse/input.ts';
import { reportsOf, type Draft } from '#analyse/report.ts';
import { CampaignResult } from '#model/campaign.ts';
import { Edition, type Revision } from '#model/edition.ts';
import { ConfigError, DataError, type Finding } from '#model/error.ts';
import { Report } from '#model/report.ts';
import { canonical } from '#store/json.ts';
import { writeManifest } from '#store/manifest.ts';
import { paths, schemaOf } from '#store/paths.ts';
import { openData, type Data } from '#store/read.ts';
import { toCsv } from '#store/table.ts';
import { bytes, list, sha256, write } from '#store/write.ts';
import { crew, type Done, type Task } from './crew.ts';
import { chosen, main, options, text } from './options.ts';
import { stated } from './reason.ts';
import { stamps } from './stamp.ts';

/** Stamps of what is computed: safe to delete at any time. */
const STAMPS = '.cache/analyse';

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
    opinions: data.opinions(id),
    topics: data.topics(id),
  };
}

/** A report as it is written: a settled one speaks of the day of its newest edition, so that a new day of data leaves it as it is. */
export function reportOf(draft: Draft, newest: Pick<Edition, 'edition' | 'published'> | undefined): Report {
  const asOf = newest?.published ?? draft.asOf;
  return Report.parse({ $schema: schemaOf('report', 3), ...draft, asOf, edition: newest?.edition ?? null });
}

/** A campaign's result as it is written, likewise. */
export function resultOf(draft: CampaignDraft, newest: Pick<Edition, 'edition' | 'published'> | undefined): CampaignResult {
  const asOf = newest?.published ?? draft.asOf;
  return CampaignResult.parse({ $schema: schemaOf('result', 3), ...draft, asOf, edition: newest?.edition ?? null });
}

type Newest = Parameters<typeof reportOf>[1];

/** What is computed of an agency, as editions see it, with its file: its reports, then what came of its campaigns. */
export function computed(data: Data, id: string, collected: Collected) {
  const at = paths(data.root);
  const reports = reportsOf(collected).map((draft) => ({
    draft: draft as Publishable,
    file: at.report(id, draft.period),
    stored: (): Pick<Report, 'figures'> => data.report(id, draft.period),
    content: (newest: Newest): object => reportOf(draft, newest),
  }));
  const results = campaignsOf(collected).map((draft) => ({
    draft: publishable(draft),
    file: at.result(id, draft.campaign),
    stored: (): Pick<Report, 'figures'> | undefined => data.result(id, draft.campaign),
    content: (newest: Newest): object => resultOf(draft, newest),
  }));
  return [...reports, ...results];
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
  const drafts = computed(data, id, collected).map((one) => {
    const editions = data.editions(id, one.draft.period);
    return { ...one, editions, publication: publish(one.draft, editions.at(-1), collected, reason) };
  });
  const findings = drafts.flatMap(({ file, publication }) =>
    (publication?.unexplained ?? []).map((one) => unexplained(file, one)),
  );
  if (findings.length > 0) throw new DataError(findings);
  let published = 0;
  let reports = 0;
  const all: Edition[] = [];
  for (const { draft, file, content, editions, publication } of drafts) {
    const newest = editions.at(-1);
    all.push(...editions);
    if (publication) {
      const before = newest ? sha256(bytes(at.edition(id, draft.period, newest.edition))) : null;
      const edition = Edition.parse({ $schema: schemaOf('edition', 4), before, ...publication.edition });
      write(at.edition(id, draft.period, edition.edition), canonical(edition), flush);
      all.push(edition);
      published += 1;
    }
    if (write(file, canonical(content(publication?.edition ?? newest)), flush)) reports += 1;
  }
  const revisions = revisionsOf(all);
  if (revisions.length > 0) write(at.revisions(id), revisionsCsv(revisions), flush);
  return { reports, editions: published, periods: drafts.length, revisions: revisions.length };
}

/** Computes one agency's reports and lists its files, unless they and the code are those of the last time. */
export function renew(agency: string, { root, reason, again = false, flush = true, stamps: folder }: Task): Done {
  const stamp = stamps(folder, root);
  if (!again && stamp.holds(agency)) return { agency, skipped: true };
  try {
    const done = analyse(root, agency, load(openData(root), agency), { reason, flush });
    writeManifest(root, agency);
    stamp.set(agency);
    const said = `${done.periods} reports (${done.reports} changed), ${done.editions} new editions, ${done.revisions} revisions in all`;
    return { agency, said };
  } catch (error) {
    if (error instanceof DataError || error instanceof ConfigError) return { agency, error: error.message };
    throw error;
  }
}

function unexplained(file: string, { kpi, scope, from, to, outcome }: Unexplained): Finding {
  if (outcome !== undefined) {
    const said = `${kpi} of ${scope}: ${outcome}, though neither the figure nor the target changed. Say why with --reason "…", and it is published as a revision`;
    return finding(file, 'unexplained', said);
  }
  const message = `${kpi} of ${scope} was published as ${from ?? 'not known'} and would become ${to ?? 'not known'}, and nothing says why. Put the changed data file back; or say why with --reason "…", and it is published as a revision`;
  return finding(file, 'unexplained', message);
}

function finding(file: string, rule: string, message: string): Finding {
  return { file, line: 1, column: 1, rule, message };
}

if (import.meta.main) {
  await main(async () => {
    const { root, agency, values } = options({
      reason: { type: 'string' },
      again: { type: 'boolean' },
      cores: { type: 'string' },
    });
    const ids = chosen(openData(root).agencies(), agency).map(({ id }) => id);
    const task = { root, reason: stated(values['reason']), again: values['again'] === true, stamps: STAMPS };
    const cores = Math.min(ids.length, Number(text(values['cores']) ?? os.availableParallelism()));
    const done = await crew(ids, task, cores, renew);
    for (const { agency: id, said } of done) if (said) process.stdout.write(`${id}: ${said}\n`);
    for (const { error } of done) if (error) process.stderr.write(`${error}\n`);
    const skipped = done.filter((one) => one.skipped).length;
    if (skipped > 0) process.stdout.write(`${skipped} of ${ids.length} unchanged since their reports were computed\n`);
    return done.some(({ error }) => error !== undefined) ? 1 : 0;
  });
}
