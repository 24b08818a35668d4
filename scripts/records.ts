import type { Kpi } from '#kpis/index.ts';
import { addDays } from '#model/day.ts';
import type { KpiFigure } from '#model/kpi-figure.ts';
import type { Measure } from '#model/measure.ts';
import { periodsWithin } from '#model/period.ts';
import type { AccountRun } from '#model/run.ts';
import { paths } from '#store/paths.ts';
import type { Data } from '#store/read.ts';
import { bytes, sha256 } from '#store/write.ts';

/** The records of one account that stand behind a figure, as text, and what they come to when they are added by hand. */
export interface Records {
  readonly lines: readonly string[];
  /** Days of the runs that brought them. */
  readonly runs: ReadonlySet<string>;
  /** Sums by what was added: "views by day", "likes of posts", "posts". */
  readonly sums: ReadonlyMap<string, number>;
}

/** Reads them from the data files themselves, past all that computes reports. */
export function recordsOf(data: Data, agency: string, account: string, figure: KpiFigure, kpi: Kpi): Records {
  const lines: string[] = [];
  const runs = new Set<string>();
  const sums = new Map<string, number>();
  const add = (name: string, value: number) => sums.set(name, (sums.get(name) ?? 0) + value);
  const { from, to } = figure.window;
  const own = figure.grounds.filter((one) => one.account === account);
  const posted = own.some(({ metric }) => metric.startsWith('posts ('));
  // What grew is told by the state of the day before, too.
  const first = kpi.measures.includes('followers') ? addDays(from, -1) : from;
  for (const { id: month } of periodsWithin(first, to, 'month')) {
    const file = paths(data.root).observations(agency, account, month);
    const series = (data.observationsOf(agency, account, month)?.series ?? [])
      .filter(({ measure }) => kpi.measures.includes(measure))
      .filter(({ metric, source }) => own.length === 0 || own.some((one) => one.metric === metric && one.source === source))
      .map((one) => ({ ...one, values: one.values.filter(({ day }) => first <= day && day <= to) }))
      .filter(({ values }) => values.length > 0);
    if (series.length > 0) lines.push(`${file}  sha256 ${sha256(bytes(file))}`);
    for (const { measure, window, dimensions, metric, source, api, values } of series) {
      const part = Object.entries(dimensions).map(([name, value]) => `${name} ${value}`);
      lines.push(`  ${[measure, ...part].join(', ')} by ${window}: ${metric} (${source} ${api})`);
      for (const { day, value, reason, observed, file: exported, was = [] } of values) {
        const former = was.map((one) => `, was ${one.value ?? one.reason} (seen ${one.observed})`).join('');
        lines.push(
          `    ${day}  ${value ?? `not known: ${reason}`}  seen ${observed}${exported ? ` in ${exported}` : ''}${former}`,
        );
        runs.add(observed);
        if (value !== null && part.length === 0 && day >= from) add(`${measure} by ${window}`, value);
      }
    }
    const posts = (data.postsOf(agency, account, month)?.posts ?? []).filter(({ day }) => from <= day && day <= to);
    const wanted = (measure: string, metric: string) =>
      kpi.measures.includes(measure as Measure) && own.some((one) => one.metric === metric);
    const used = posts.map((post) => ({
      post,
      figures: Object.entries(post.figures).filter(([measure, { metric }]) => wanted(measure, metric)),
    }));
    if (!posted && used.every(({ figures }) => figures.length === 0)) continue;
    const postFile = paths(data.root).posts(agency, account, month);
    lines.push(`${postFile}  sha256 ${sha256(bytes(postFile))}`);
    for (const { post, figures } of used) {
      const values = figures.map(([measure, { value, reason, metric }]) => `${measure} ${value ?? reason} (${metric})`);
      lines.push(
        `    ${post.day}  post ${post.id}  ${[...values, `seen ${post.observed}`].join(', ')}${post.file ? ` in ${post.file}` : ''}`,
      );
      runs.add(post.observed);
      if (post.type === 'story') continue;
      add('posts', 1);
      for (const [measure, { value }] of figures) if (value !== null) add(`${measure} of posts`, value);
    }
  }
  return { lines, runs, sums };
}

/** What the runs of those days did for the account, with the export files and their hashes. */
export function pulls(data: Data, agency: string, account: string, days: ReadonlySet<string>): string[] {
  const months = [...new Set([...days].map((day) => day.slice(0, 7)))].sort();
  const runs = months.flatMap((month) => data.runsOf(agency, month)?.runs ?? []).filter(({ day }) => days.has(day));
  return runs.flatMap(({ day, accounts }) =>
    accounts
      .filter((run) => run.account === account)
      .map((run) => `${paths(data.root).runs(agency, day.slice(0, 7))}  ${day}: ${outcome(run)}`),
  );
}

function outcome({ source, api, outcome: what, requests, file, sha256: hash, reason }: AccountRun): string {
  const from = file ? `read from ${file} sha256 ${hash}` : `${requests} requests answered`;
  return `${source} ${api}, ${what}, ${from}${reason ? `, because: ${reason}` : ''}`;
}
