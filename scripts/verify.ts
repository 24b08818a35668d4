import { revisionsOf } from '#analyse/edition.ts';
import { reportsOf, type Draft } from '#analyse/report.ts';
import { formatFinding, type Finding } from '#model/error.ts';
import { canonical } from '#store/json.ts';
import { describe } from '#store/manifest.ts';
import { paths } from '#store/paths.ts';
import { openData, type Data } from '#store/read.ts';
import { bytes, isText, sha256 } from '#store/write.ts';
import { load, reportOf, revisionsCsv } from './analyse.ts';
import { chain } from './chain.ts';
import { chosen, main, options, UsageError } from './options.ts';

/** Recomputes every report of an agency from its collected figures and holds files, editions and manifest against each other. */
export function verify(root: string, id: string): Finding[] {
  const data = openData(root);
  const drafts = reportsOf(load(data, id));
  return [
    ...reports(data, root, id, drafts),
    ...editions(data, root, id, drafts),
    ...revisions(data, root, id),
    ...manifest(data, root, id),
  ];
}

function reports(data: Data, root: string, id: string, drafts: readonly Draft[]): Finding[] {
  const stored = new Set(data.periods(id));
  const wrong = drafts.flatMap((draft): Finding[] => {
    const file = paths(root).report(id, draft.period);
    if (!stored.delete(draft.period))
      return [finding(file, 'missing', 'the data give this report and it is not there; run "npm run analyse"')];
    const report = data.report(id, draft.period);
    if (canonical(report) === canonical(reportOf(draft, data.editions(id, draft.period).at(-1)))) return [];
    const differing = draft.figures.filter((figure, index) => canonical(figure) !== canonical(report.figures[index] ?? null));
    const what = differing.slice(0, 3).map((figure) => `${figure.kpi} of ${figure.scope}`);
    return [
      finding(file, 'differs', `is not what the data give (${what.join(', ') || 'not in its figures'}); run "npm run analyse"`),
    ];
  });
  return [
    ...wrong,
    ...[...stored].map((period) =>
      finding(
        paths(root).report(id, period),
        'stray',
        'the data do not give this report; where an account was closed give it "until" in agency.json, else delete the report',
      ),
    ),
  ];
}

function editions(data: Data, root: string, id: string, drafts: readonly Draft[]): Finding[] {
  return drafts.flatMap((draft) => {
    const all = data.editions(id, draft.period);
    const found: Finding[] = [];
    all.forEach((edition, index) => {
      const file = paths(root).edition(id, draft.period, edition.edition);
      if (edition.edition !== index + 1) found.push(finding(file, 'edition', `edition ${index + 1} is missing before it`));
      const before = index === 0 ? null : sha256(bytes(paths(root).edition(id, draft.period, index)));
      if (edition.before !== before)
        found.push(finding(file, 'chain', 'does not name the edition before it: that one was changed after publication'));
    });
    const newest = all.at(-1);
    if (draft.status === 'final' && !newest)
      found.push(
        finding(paths(root).report(id, draft.period), 'edition', 'is settled and has no edition; run "npm run analyse"'),
      );
    if (newest && newest.published > draft.asOf)
      found.push(finding(paths(root).edition(id, draft.period, newest.edition), 'edition', 'was published after the newest run'));
    for (const figure of newest?.figures ?? []) {
      const now = draft.figures.find((one) => one.kpi === figure.kpi && one.scope === figure.scope);
      if (newest && (now?.value ?? null) !== figure.value) {
        const file = paths(root).edition(id, draft.period, newest.edition);
        found.push(
          finding(
            file,
            'figure',
            `${figure.kpi} of ${figure.scope} is ${figure.value} there and ${now?.value ?? 'not known'} by the data`,
          ),
        );
      }
    }
    return found;
  });
}

/** The table of revisions is what the editions say, to the byte: a line that was dropped or changed shows. */
function revisions(data: Data, root: string, id: string): Finding[] {
  const all = revisionsOf(data.periods(id).flatMap((period) => data.editions(id, period)));
  const file = paths(root).revisions(id);
  const holds = all.length === 0 ? data.revisions(id).length === 0 : isText(file, revisionsCsv(all));
  return holds ? [] : [finding(file, 'revisions', 'is not what the editions tell of; run "npm run analyse"')];
}

/** Every file as the manifest lists it. Staff edit agency.json by hand, so its hash is no promise; before the first run there is no list. */
function manifest(data: Data, root: string, id: string): Finding[] {
  const file = paths(root).manifest(id);
  const own = `agencies/${id}/agency.json`;
  const found = describe(root, id).filter((one) => one.path !== own);
  const listed = new Map((data.manifest(id)?.files ?? []).filter((one) => one.path !== own).map((one) => [one.path, one.sha256]));
  const wrong = found.flatMap((one): Finding[] => {
    const hash = listed.get(one.path);
    listed.delete(one.path);
    if (hash === one.sha256) return [];
    return [
      finding(
        `${root}/${one.path}`,
        'manifest',
        hash ? 'was changed since the manifest was written' : 'is not listed in the manifest',
      ),
    ];
  });
  return [...wrong, ...[...listed.keys()].map((path) => finding(file, 'manifest', `lists ${path}, which is not there`))];
}

function finding(file: string, rule: string, message: string): Finding {
  return { file, line: 1, column: 1, rule, message };
}

if (import.meta.main) {
  await main(() => {
    const { root, agency, positionals } = options({}, true);
    const data = openData(root);
    const ids = chosen(data.agencies(), agency).map((one) => one.id);
    const [period, kpi, scope = 'agency'] = positionals;
    if (period !== undefined) {
      if (kpi === undefined) throw new UsageError('name a period and a KPI: npm run verify -- 2026-09 followers [account]');
      for (const id of ids) process.stdout.write(chain(root, id, period, kpi, scope));
      return 0;
    }
    const findings = ids.flatMap((id) => verify(root, id));
    for (const one of findings) process.stdout.write(`${formatFinding(one)}\n`);
    const count = ids.reduce((sum, id) => sum + data.periods(id).length, 0);
    process.stdout.write(
      findings.length === 0 ? `verified: ${count} reports recomputed, every file as listed\n` : `${findings.length} findings\n`,
    );
    return findings.length === 0 ? 0 : 1;
  });
}
