import path from 'node:path';
import { chartIds } from '#charts/ids.ts';
import { checkData } from '#gate/data.ts';
import { checkAll, COMMENTARY } from '#gate/files.ts';
import type { Registry } from '#gate/components.ts';
import { annotate, ofFindings, outlet } from '#github/annotate.ts';
import { formatFinding, type Finding } from '#model/error.ts';
import { dayOf } from '#model/day.ts';
import { kpis } from '#kpis/index.ts';
import { hasContact, isPersonal } from '#sources/figure/personal.ts';
import { sources } from '#sources/index.ts';
import { filesBelow } from '#store/content.ts';
import { parseFile } from '#store/parse.ts';
import { Agency } from '#model/agency.ts';
import { paths } from '#store/paths.ts';
import { checkConfig } from './config.ts';
import { exportsOf } from './keep.ts';
import { main, options, today } from './options.ts';
import { generated } from './schema.ts';
import { strays } from './stray.ts';

/** The tables that an office keeps itself, as the sources declare them. */
const registers = new Map(sources.flatMap(({ declaration: { id, layouts } }) => (layouts ? [[id, layouts] as const] : [])));

const wording = { label: isPersonal, sentence: hasContact };

/** Every gate over configuration, data and commentary; all findings at once. */
export function check(root: string, now?: string): Finding[] {
  // The manifest vouches for what the pipeline wrote; the gate reads it all the same, since a pull request can change both.
  const files = filesBelow(root, '');
  const latest = now ?? dayOf(new Date(), 'Pacific/Kiritimati');
  const made = new Map([...generated(root)].map(([file, text]) => [path.relative(root, file).split(path.sep).join('/'), text]));
  const findings = checkData(files, {
    folder: root,
    today: latest,
    registers,
    generated: made,
    exports: exportsOf(root),
    wording,
  });
  if (findings.some((one) => one.file.endsWith('/agency.json'))) return findings;
  const ids = files.flatMap(({ path }) => /^agencies\/([^/]+)\/agency\.json$/.exec(path)?.[1] ?? []);
  const agencies = ids.flatMap((id) => parseFile(paths(root).agency(id), Agency) ?? []);
  return [
    ...findings,
    ...agencies.flatMap((agency) => checkConfig(root, agency)),
    ...checkAll(filesBelow(COMMENTARY, `${COMMENTARY}/`), registries(agencies)),
  ];
}

function registries(agencies: readonly Agency[]): Map<string, Registry> {
  return new Map(
    agencies.map((agency) => [
      agency.id,
      { kpis: kpis.map((kpi) => kpi.id), charts: chartIds, scopes: agency.accounts.map((account) => account.id) },
    ]),
  );
}

if (import.meta.main) {
  await main(() => {
    const { root, values } = options({});
    const now = values['now'] === undefined ? undefined : today(values['now'], 'UTC', () => new Date());
    const findings = [...strays('.'), ...check(root, now)];
    for (const finding of findings) process.stdout.write(`${formatFinding(finding)}\n`);
    if (process.env['GITHUB_ACTIONS']) annotate(ofFindings(findings), outlet(process.env));
    process.stdout.write(findings.length === 0 ? 'checked: nothing to complain about\n' : `${findings.length} findings\n`);
    return findings.length === 0 ? 0 : 1;
  });
}
