import { campaignsOf } from '#analyse/campaign.ts';
import { reportsOf } from '#analyse/report.ts';
import { kpi as find, type Kpi } from '#kpis/index.ts';
import type { Campaign } from '#model/campaign.ts';
import type { Comparison, KpiFigure, TargetState } from '#model/kpi-figure.ts';
import { canonical } from '#store/json.ts';
import { paths } from '#store/paths.ts';
import { openData, type Data } from '#store/read.ts';
import { bytes, sha256 } from '#store/write.ts';
import { load } from './analyse.ts';
import { UsageError } from './options.ts';
import { pulls, recordsOf } from './records.ts';
import { voicesOf } from './voices.ts';

/** One number's whole chain as text, and whether it holds: what its records come to, and what the data give when it is computed again. */
export interface Chain {
  readonly text: string;
  readonly holds: boolean;
}

/** What a report and a campaign's result have in common. */
interface Told {
  readonly file: string;
  readonly campaign?: Campaign;
  readonly zone: string;
  readonly status: string;
  readonly figures: readonly KpiFigure[];
  readonly targets: readonly TargetState[];
  readonly comparisons: readonly (readonly [string, Comparison])[];
  /** As the data give them now. */
  readonly again: readonly KpiFigure[];
}

/**
 * From one number to the ground: formula, inputs, each account, each record with its day and file, the pull, the platform's own metric
 * name, former values, editions. `of` is a period or a campaign; a KPI may be named by its beginning, where only one begins so.
 */
export function chain(root: string, agency: string, of: string, name: string, scope: string): Chain {
  return chains(root, agency, of)(name, scope);
}

/** The same of every number of one period or campaign: the data are computed again once. */
export function chains(root: string, agency: string, of: string): (name: string, scope: string) => Chain {
  const data = openData(root);
  const told = toldOf(data, agency, of);
  return (name, scope) => chainOf(data, agency, of, told, name, scope);
}

function chainOf(data: Data, agency: string, of: string, told: Told, name: string, scope: string): Chain {
  const kpi = resolve(name, told.figures);
  const figure = told.figures.find((one) => one.kpi === kpi.id && one.scope === scope);
  if (!figure) {
    const scopes = told.figures.filter((one) => one.kpi === kpi.id).map((one) => one.scope);
    throw new UsageError(`${agency} ${of} has no ${kpi.id} of ${scope}; it is there of ${scopes.join(', ')}`);
  }
  const text = kpi.texts['en'];
  const editions = data.editions(agency, of);
  const target = told.targets.find((one) => one.kpi === kpi.id && one.scope === scope);
  const sums = figure.over.map((account) => accountOf(data, agency, account, figure, kpi, told));
  const computed = told.again.find((one) => one.kpi === kpi.id && one.scope === scope);
  const said = kpi.needs === 'opinion' ? voicesOf(data, agency, figure) : { lines: [], checks: [] };
  const same = canonical(computed ?? null) === canonical(figure);
  const checks = [
    ...sums.flatMap((one) => one.checks),
    ...said.checks,
    ...(scope === 'agency' ? overAccounts(figure, kpi, told.figures) : []),
    { holds: same, text: `computed again from the data files: ${computed?.value ?? computed?.reason ?? 'no such figure'}` },
  ];
  const lines = [
    `${text?.name} · ${scope} · ${agency} · ${of} (${told.status})`,
    line('value', `${figure.value ?? `not known: ${figure.reason}`} ${unitOf(figure)}`),
    line('formula', `${text?.formula} (definition version ${figure.method}; ${kpi.rollUp})`),
    line('window', `${figure.window.from} to ${figure.window.to}, days in ${told.zone}`),
    ...optional('numerator', figure.numerator),
    ...optional('denominator', figure.denominator),
    ...optional('n', figure.n),
    ...(figure.days ? [line('coverage', `${figure.days.known} of ${figure.days.expected} days`)] : []),
    ...(figure.early ? [line('early', `${figure.early.count} ${figure.early.of} were last read before they had settled`)] : []),
    line('stage', figure.stage),
    ...told.comparisons.flatMap(([label, list]) => compared(label, figure, [list])),
    ...(target ? [line('target', `${target.direction} ${target.target}: ${target.status}`)] : []),
    line('covers', figure.over.join(', ') || 'no account'),
    ...figure.without.map((one) => line('without', `${one.account}: ${one.reason}`)),
    line('report', told.file),
    ...editions.flatMap(({ edition, published, before, figures }) => {
      const file = paths(data.root).edition(agency, of, edition);
      const then = figures.find((one) => one.kpi === kpi.id && one.scope === scope);
      const value = then ? (then.value ?? then.reason) : 'not in it';
      return [
        line('edition', `${file}  sha256 ${sha256(bytes(file))}`),
        line('', `edition ${edition} of ${published}: ${value}; before it ${before ?? 'none'}`),
      ];
    }),
    '',
    ...sums.flatMap((one) => [...one.lines, '']),
    ...(said.lines.length > 0 ? [...said.lines.map((one) => `  ${one}`), ''] : []),
    ...checks.map((one) => `  ${one.holds ? 'holds' : 'DOES NOT HOLD'}: ${one.text}`),
  ];
  return { text: `${lines.join('\n')}\n\n`, holds: checks.every((one) => one.holds) };
}

function toldOf(data: Data, agency: string, of: string): Told {
  const editions = data.editions(agency, of);
  const newest = editions.at(-1);
  const status = (one: string) => `${one}${newest ? `, edition ${newest.edition} of ${newest.published}` : ''}`;
  const campaign = data.campaigns(agency).find(({ id }) => id === of);
  const result = campaign && data.result(agency, of);
  if (result) {
    const again = campaignsOf(load(data, agency)).find((one) => one.campaign === of)?.figures ?? [];
    const file = paths(data.root).result(agency, of);
    return { ...result, campaign, file, status: status(result.status), targets: result.goals, comparisons: [], again };
  }
  const all = [...data.periods(agency), ...data.campaigns(agency).map(({ id }) => id)];
  if (!data.periods(agency).includes(of))
    throw new UsageError(`${agency} has no report ${of}; there are ${all.join(', ') || 'none'}`);
  const report = data.report(agency, of);
  return {
    ...report,
    file: paths(data.root).report(agency, of),
    status: status(report.status),
    comparisons: [
      ...report.comparisons.map((one) => ['previous', one] as const),
      ...report.yearAgo.map((one) => ['year ago', one] as const),
    ],
    again: reportsOf(load(data, agency)).find(({ period }) => period === of)?.figures ?? [],
  };
}

/** The KPI of that id, or the only one whose id begins so. */
function resolve(name: string, figures: readonly KpiFigure[]): Kpi {
  const ids = [...new Set(figures.map((one) => one.kpi))];
  const found = ids.includes(name) ? [name] : ids.filter((id) => id.startsWith(name));
  if (found.length === 1) return find(found[0] ?? '');
  throw new UsageError(
    found.length > 1
      ? `"${name}" may be ${found.join(', ')}; name one of them`
      : `there is no KPI "${name}" here; there are ${ids.join(', ')}`,
  );
}

interface Check {
  readonly holds: boolean;
  readonly text: string;
}

/** One account of the figure: its own value, records and pulls, and whether the records come to it. */
function accountOf(data: Data, agency: string, account: string, figure: KpiFigure, kpi: Kpi, { figures, campaign }: Told) {
  const own = figures.find((one) => one.kpi === kpi.id && one.scope === account) ?? figure;
  const { lines, runs, sums } = recordsOf(data, agency, account, own, kpi, campaign);
  const wanted: [string, string, number | undefined][] =
    own.value === null
      ? []
      : kpi.byPart
        ? [
            ['numerator', kpi.byPart.numerator, own.numerator],
            ['denominator', kpi.byPart.denominator, own.denominator],
          ]
        : kpi.rollUp === 'sum' && kpi.measures.length === 1
          ? [['value', kpi.measures[0] ?? '', own.value]]
          : [];
  const checks = wanted.flatMap(([name, measure, value]): Check[] => {
    const candidates = [...sums].filter(([of]) => of.startsWith(`${measure} `));
    const equal = candidates.find(
      ([, sum]) => value !== undefined && Math.abs(sum - value) < 1e-6 * Math.max(1, Math.abs(value)),
    );
    if (value === undefined || candidates.length === 0) return [];
    const [of, sum] = equal ?? candidates[0] ?? ['', 0];
    return [{ holds: equal !== undefined, text: `${account}: ${name} ${value} = ${sum}, its records of ${of} added up` }];
  });
  return {
    checks,
    lines: [
      `  ${account}: ${own.value ?? own.reason}${own.numerator === undefined || own.denominator === undefined ? '' : ` (${own.numerator} / ${own.denominator})`}`,
      ...lines.map((one) => `    ${one}`),
      ...[...sums].map(([of, sum]) => `    adds up to ${sum}: ${of}`),
      ...pulls(data, agency, account, runs).map((one) => `    ${one}`),
    ],
  };
}

/** What the accounts' own figures come to, where the definition adds them up. */
function overAccounts(figure: KpiFigure, { rollUp }: Kpi, figures: readonly KpiFigure[]): Check[] {
  const parts = figure.over.flatMap((account) => figures.filter((one) => one.kpi === figure.kpi && one.scope === account));
  const added = (name: 'value' | 'numerator' | 'denominator'): Check[] => {
    const whole = figure[name] ?? undefined;
    const values = parts.map((one) => one[name] ?? undefined);
    if (whole === undefined || values.length === 0 || values.some((value) => value === undefined)) return [];
    const sum = values.reduce((all: number, value) => all + (value ?? 0), 0);
    const holds = Math.abs(sum - whole) < 1e-6 * Math.max(1, Math.abs(whole));
    return [{ holds, text: `${name} ${whole} = ${values.join(' + ')}, its accounts added up` }];
  };
  if (rollUp === 'sum' || rollUp === 'last, summed over accounts') return added('value');
  return rollUp === 'sum then divide' ? [...added('numerator'), ...added('denominator')] : [];
}

function compared(label: string, { kpi, scope }: KpiFigure, list: readonly Comparison[]): string[] {
  return list
    .filter((one) => one.kpi === kpi && one.scope === scope)
    .map((one) => {
      const difference = one.difference === null ? `no difference given${one.note ? `: ${one.note}` : ''}` : one.difference;
      return line(label, `${one.with}: ${one.value ?? one.reason} (${difference})`);
    });
}

function unitOf({ unit, currency }: KpiFigure): string {
  return unit === 'ratio' ? '(1 = 100 %)' : (currency ?? unit);
}

function line(name: string, content: string): string {
  return `  ${name.padEnd(12)} ${content}`;
}

function optional(name: string, value: number | undefined): string[] {
  return value === undefined ? [] : [line(name, String(value))];
}
