import { kpi as find } from '#kpis/index.ts';
import type { Measure } from '#model/measure.ts';
import { periodsWithin } from '#model/period.ts';
import type { Ground, KpiFigure } from '#model/kpi-figure.ts';
import { openData, type Data } from '#store/read.ts';
import { UsageError } from './options.ts';

/** One number's whole chain as text: formula, inputs, file, record, run, and the platform's own metric name. */
export function chain(root: string, agency: string, period: string, kpiId: string, scope: string): string {
  const data = openData(root);
  if (!data.periods(agency).includes(period))
    throw new UsageError(`${agency} has no report ${period}; there are ${data.periods(agency).join(', ') || 'none'}`);
  const report = data.report(agency, period);
  const figure = report.figures.find((one) => one.kpi === kpiId && one.scope === scope);
  if (!figure) {
    const kpis = [...new Set(report.figures.map((one) => one.kpi))].join(', ');
    throw new UsageError(
      `${agency} ${period} has no ${kpiId} of ${scope}; KPIs: ${kpis}; scopes: agency, ${report.accounts.map((one) => one.account).join(', ')}`,
    );
  }
  const text = find(kpiId).texts['en'];
  const edition = data.editions(agency, period).at(-1);
  const lines = [
    `${text?.name} · ${scope} · ${agency} · ${period} (${report.status}${edition ? `, edition ${edition.edition} of ${edition.published}` : ''})`,
    `  value        ${figure.value ?? `not known: ${figure.reason}`}${figure.unit === 'ratio' ? ' (1 = 100 %)' : ''}`,
    `  formula      ${text?.formula} (definition version ${figure.method})`,
    `  window       ${figure.window.from} to ${figure.window.to}`,
    ...optional('numerator', figure.numerator),
    ...optional('denominator', figure.denominator),
    ...optional('posts', figure.n),
    ...(figure.days ? [`  days         ${figure.days.known} of ${figure.days.expected}`] : []),
    `  covers       ${figure.over.join(', ') || 'no account'}`,
    ...figure.without.map((one) => `  without      ${one.account}: ${one.reason}`),
    `  report       ${root}/agencies/${agency}/reports/${period}.json`,
    ...(edition ? [`  edition      ${root}/agencies/${agency}/editions/${period}/${edition.edition}.json`] : []),
    ...figure.over.flatMap((account) => inputs(data, agency, account, figure)),
  ];
  return `${lines.join('\n')}\n\n`;
}

function optional(name: string, value: number | undefined): string[] {
  return value === undefined ? [] : [`  ${name.padEnd(12)} ${value}`];
}

function inputs(data: Data, agency: string, account: string, figure: KpiFigure): string[] {
  const measures = find(figure.kpi).measures;
  const grounds = figure.grounds.filter((one) => one.account === account);
  const months = periodsWithin(figure.window.from, figure.window.to, 'month').map((month) => month.id);
  const lines = [`  ${account}`];
  for (const ground of grounds) lines.push(`    ${ground.metric} (${ground.source} ${ground.api})`);
  for (const month of months) {
    lines.push(
      ...observations(data, agency, account, month, figure, measures, grounds),
      ...posts(data, agency, account, month, figure),
    );
  }
  return lines;
}

function observations(
  data: Data,
  agency: string,
  account: string,
  month: string,
  figure: KpiFigure,
  measures: readonly Measure[],
  grounds: readonly Ground[],
): string[] {
  const file = `${data.root}/agencies/${agency}/observations/${account}/${month}.json`;
  return (data.observationsOf(agency, account, month)?.series ?? [])
    .filter(
      (series) =>
        measures.includes(series.measure) &&
        grounds.some((ground) => ground.metric === series.metric && ground.api === series.api),
    )
    .flatMap((series) => {
      const within = series.values.filter((value) => figure.window.from <= value.day && value.day <= figure.window.to);
      const [first, last] = [within[0], within.at(-1)];
      if (!first || !last) return [];
      const files = [...new Set(within.flatMap((value) => value.file ?? []))];
      return [
        `    ${file}: ${series.measure} by ${series.window}, ${within.length} values, ${first.day} = ${first.value} … ${last.day} = ${last.value}`,
        ...(files.length > 0
          ? files.map((one) => `      read from ${one}`)
          : [`      pulled in the runs of ${first.observed} to ${last.observed}: runs/${last.observed.slice(0, 7)}.json`]),
      ];
    });
}

function posts(data: Data, agency: string, account: string, month: string, figure: KpiFigure): string[] {
  if (figure.n === undefined) return [];
  const within = (data.postsOf(agency, account, month)?.posts ?? []).filter(
    (post) => figure.window.from <= post.day && post.day <= figure.window.to,
  );
  if (within.length === 0) return [];
  const files = [...new Set(within.flatMap((post) => post.file ?? []))];
  return [
    `    ${data.root}/agencies/${agency}/posts/${account}/${month}.json: ${within.length} posts`,
    ...files.map((one) => `      read from ${one}`),
  ];
}
