import { isMarked, postsOf } from '#analyse/campaign-facts.ts';
import type { Kpi } from '#kpis/index.ts';
import type { Campaign } from '#model/campaign.ts';
import { addDays } from '#model/day.ts';
import type { KpiFigure } from '#model/kpi-figure.ts';
import type { Measure } from '#model/measure.ts';
import type { Series } from '#model/observation.ts';
import { periodOf, periodsWithin } from '#model/period.ts';
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

/** Reads them from the data files themselves, past all that computes reports; of a campaign's figure those of the campaign alone. */
export function recordsOf(
  data: Data,
  agency: string,
  account: string,
  figure: KpiFigure,
  kpi: Kpi,
  campaign: Campaign | undefined,
): Records {
  const lines: string[] = [];
  const runs = new Set<string>();
  const sums = new Map<string, number>();
  const measures = new Set([...kpi.measures, ...(kpi.byPart ? [kpi.byPart.numerator, kpi.byPart.denominator] : [])]);
  const parts: Row[] = [];
  const add = (name: string, value: number) => sums.set(name, (sums.get(name) ?? 0) + value);
  const { from, to } = figure.window;
  const own = figure.grounds.filter((one) => one.account === account);
  const posted = own.some(({ metric }) => metric.startsWith('posts ('));
  // What grew is told by the state of the day before, too.
  const first = kpi.measures.includes('followers') ? addDays(from, -1) : from;
  // The month that holds a campaign ends after it.
  const last = campaign ? periodOf(to, 'month').to : to;
  for (const { id: month } of periodsWithin(first, last, 'month')) {
    const file = paths(data.root).observations(agency, account, month);
    const series = (data.observationsOf(agency, account, month)?.series ?? [])
      .filter(({ measure }) => measures.has(measure))
      .filter(({ metric, source }) => own.length === 0 || own.some((one) => one.metric === metric && one.source === source))
      .filter(({ dimensions }) => !campaign || isMarked(campaign, dimensions))
      .map((one) => ({
        ...one,
        values: one.values.filter(({ day }) => first <= day && day <= (one.window === 'month' ? last : to)),
      }))
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
        if (day >= from && !campaign) parts.push({ measure, window, dimensions, value });
        if (value !== null && (campaign || part.length === 0) && day >= from) add(`${measure} by ${window}`, value);
      }
    }
    const all = (data.postsOf(agency, account, month)?.posts ?? []).filter(({ day }) => from <= day && day <= to);
    const posts = campaign ? postsOf({ account: { id: account }, posts: all }, campaign) : all;
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
  for (const [name, sum] of sharedOf(kpi, parts)) if (!sums.has(name)) sums.set(name, sum);
  return { lines, runs, sums };
}

type Row = Pick<Series, 'measure' | 'window' | 'dimensions'> & { readonly value: number | null };

/** Both counts of a rate over those parts alone that give both: an event without registration has no turnout of the registered. */
function sharedOf({ byPart }: Kpi, rows: readonly Row[]): Map<string, number> {
  const sums = new Map<string, number>();
  if (!byPart) return sums;
  const both = [byPart.numerator, byPart.denominator];
  const kinds = Map.groupBy(rows, ({ dimensions, window }) => `by ${window}, by ${Object.keys(dimensions).join(' and ')}`);
  for (const [kind, all] of kinds) {
    const named = [...Map.groupBy(all, ({ dimensions }) => JSON.stringify(dimensions)).values()];
    const shared = named.filter((own) => {
      return own.every(({ value }) => value !== null) && both.every((measure) => own.some((row) => row.measure === measure));
    });
    if (shared.length === 0 || all.some(({ dimensions }) => Object.keys(dimensions).length !== 1)) continue;
    for (const measure of both) {
      const sum = shared.flat().reduce((total, row) => total + (row.measure === measure ? (row.value ?? 0) : 0), 0);
      sums.set(`${measure} ${kind} where it has both`, sum);
    }
  }
  return sums;
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
