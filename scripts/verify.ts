import { isRevisable, revisionsOf, targetsMoved } from '#analyse/edition.ts';
import { formatFinding, type Finding } from '#model/error.ts';
import { canonical } from '#store/json.ts';
import { describe } from '#store/manifest.ts';
import { paths } from '#store/paths.ts';
import { openData, type Data } from '#store/read.ts';
import { bytes, isText, sha256 } from '#store/write.ts';
import { computed, load, revisionsCsv } from './analyse.ts';
import { chain } from './chain.ts';
import { chosen, main, options, UsageError } from './options.ts';

type Drafts = ReturnType<typeof computed>;

/** Recomputes every report and campaign result of an agency from its collected figures and holds files, editions and manifest against each other. */
export function verify(root: string, id: string): Finding[] {
  const data = openData(root);
  const drafts = computed(data, id, load(data, id));
  return [
    ...reports(data, root, id, drafts),
    ...editions(data, root, id, drafts),
    ...revisions(data, root, id),
    ...manifest(data, root, id),
  ];
}

function reports(data: Data, root: string, id: string, drafts: Drafts): Finding[] {
  const at = paths(root);
  const all = [
    ...data.periods(id).map((period) => at.report(id, period)),
    ...data.results(id).map((campaign) => at.result(id, campaign)),
  ];
  const left = new Set(all);
  const wrong = drafts.flatMap(({ draft, file, stored, content }): Finding[] => {
    if (!left.delete(file)) return [finding(file, 'missing', 'the data give it and it is not there; run "npm run analyse"')];
    const report = stored();
    if (canonical(report) === canonical(content(data.editions(id, draft.period).at(-1)))) return [];
    const differing = draft.figures.filter((figure, index) => canonical(figure) !== canonical(report?.figures[index] ?? null));
    const what = differing.slice(0, 3).map((figure) => `${figure.kpi} of ${figure.scope}`);
    return [
      finding(file, 'differs', `is not what the data give (${what.join(', ') || 'not in its figures'}); run "npm run analyse"`),
    ];
  });
  return [
    ...wrong,
    ...[...left].map((file) =>
      finding(
        file,
        'stray',
        'the data do not give it; where an account was closed give it "until" in agency.json, put a deleted campaign back, else delete the file',
      ),
    ),
  ];
}

function editions(data: Data, root: string, id: string, drafts: Drafts): Finding[] {
  return drafts.flatMap(({ draft, file: own }) => {
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
      found.push(finding(own, 'edition', 'is settled and has no edition; run "npm run analyse"'));
    if (newest && newest.published > draft.asOf)
      found.push(finding(paths(root).edition(id, draft.period, newest.edition), 'edition', 'was published after the newest run'));
    for (const figure of newest?.figures ?? []) {
      const now = draft.figures.find((one) => one.kpi === figure.kpi && one.scope === figure.scope);
      if (newest && isRevisable(figure.kpi) && (now?.value ?? null) !== figure.value) {
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
    if (newest) {
      const file = paths(root).edition(id, draft.period, newest.edition);
      const moved = targetsMoved(newest, draft.targets);
      found.push(...moved.map((what) => finding(file, 'target', `the target is another by now: ${what}; run "npm run analyse"`)));
    }
    return found;
  });
}

/** The table of revisions is what the editions say, to the byte: a line that was dropped or changed shows. */
function revisions(data: Data, root: string, id: string): Finding[] {
  const all = revisionsOf([...data.periods(id), ...data.results(id)].flatMap((name) => data.editions(id, name)));
  const file = paths(root).revisions(id);
  const holds = all.length === 0 ? data.revisions(id).length === 0 : isText(file, revisionsCsv(all));
  return holds ? [] : [finding(file, 'revisions', 'is not what the editions tell of; run "npm run analyse"')];
}

/** Every file as the manifest lists it. Staff edit agency.json, topics, terms and campaigns by hand, so their hashes are no promise; before the first run there is no list. */
function manifest(data: Data, root: string, id: string): Finding[] {
  const file = paths(root).manifest(id);
  const isMade = ({ path }: { path: string }) =>
    !new RegExp(`^agencies/${id}/(agency|topics|terms|campaigns/[^/]+)\\.json$`).test(path);
  const found = describe(root, id).filter(isMade);
  const listed = new Map((data.manifest(id)?.files ?? []).filter(isMade).map((one) => [one.path, one.sha256]));
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
      const chains = ids.map((id) => chain(root, id, period, kpi, scope));
      for (const one of chains) process.stdout.write(one.text);
      return chains.every((one) => one.holds) ? 0 : 1;
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
