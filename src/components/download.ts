import type { CampaignStep } from '#model/campaign.ts';
import { columns, type Column } from '#model/columns.ts';
import type { Comparison, KpiFigure, TargetState } from '#model/kpi-figure.ts';
import type { PeerPlace } from '#model/peer-place.ts';
import { regionAt } from '#model/region.ts';
import type { Report } from '#model/report.ts';
import { toCsv } from '#store/table.ts';
import type { Line } from './csv-line.ts';
import { opinionLines } from './opinion/opinion-lines.ts';
import { postLines } from './post-lines.ts';

/**
 * Every figure of a report, one a line, with the period before, the year before, its target, what it rests on, and why it is missing where it
 * is; then every part of its breakdowns, a rate of a part under its KPI, any other figure under its measure; between them how posts of each
 * type and of each hour did, and what comments say.
 */
export function reportCsv(report: Report, steps: readonly CampaignStep[] = []): string {
  const names = Object.keys(columns) as Column[];
  const { agency, period, status, edition, asOf, zone } = report;
  const base: Line = { agency, period, status, edition, as_of: asOf, zone };
  const lines: Line[] = [
    ...report.figures.map((figure) => {
      const same = (one: { readonly kpi: string; readonly scope: string }) =>
        one.kpi === figure.kpi && one.scope === figure.scope;
      return {
        ...figureLine(figure),
        ...before(report.comparisons.find(same)),
        ...yearAgo(report.yearAgo.find(same)),
        ...target(report.targets.find(same)),
        ...among(report.peers.find((place) => place.kpi === figure.kpi && place.account === figure.scope)),
      };
    }),
    ...steps.map(({ account, stage, counts, value, reason, least, currency, channels }) => ({
      ...{ scope: account, stage, measure: counts, value, reason, currency, numerator: least },
      channels: channels?.join('; '),
      from: report.from,
      to: report.through,
    })),
    ...report.byPart.flatMap(({ kpi, account, unit, currency, rows }) =>
      rows.map(({ dimensions, value, reason, numerator, denominator }) => ({
        kpi,
        scope: account,
        value,
        reason,
        unit,
        currency,
        from: report.from,
        to: report.to,
        numerator,
        denominator,
        part: partOf(dimensions),
        province_code: regionAt(dimensions)?.code,
      })),
    ),
    ...postLines(report),
    ...opinionLines(report),
    ...report.parts.flatMap((table) =>
      table.rows.map(({ dimensions, value, reason }) => ({
        scope: table.account,
        value,
        reason,
        from: table.snapshot ? table.day : report.from,
        to: table.day,
        platform_metrics: `${table.account}: ${table.metric} (${table.api})`,
        currency: table.currency,
        measure: table.measure,
        observed: table.observed,
        part: partOf(dimensions),
        province_code: regionAt(dimensions)?.code,
      })),
    ),
  ];
  return toCsv(
    names,
    lines.map((line) => names.map((name) => line[name] ?? base[name])),
    { bom: true },
  );
}

function figureLine(figure: KpiFigure): Line {
  const { kpi, scope, value, reason, unit, stage, method, numerator, denominator, n, currency, grade } = figure;
  return {
    ...{ kpi, scope, value, reason, unit, stage, method, numerator, denominator, n, currency, grade },
    from: figure.window.from,
    to: figure.window.to,
    days_known: figure.days?.known,
    days_expected: figure.days?.expected,
    platform_metrics: [...new Set(figure.grounds.map(({ account, metric, api }) => `${account}: ${metric} (${api})`))].join('; '),
    interval_from: figure.interval?.from,
    interval_to: figure.interval?.to,
    uncorrected: figure.uncorrected ? 'true' : undefined,
    early: figure.early?.count,
    early_of: figure.early?.of,
    over: figure.over.map((id) => coveredOf(id, figure.partly)).join('; '),
    without: figure.without.map((one) => `${one.account}: ${one.reason}`).join('; '),
    channels: figure.channels?.map(channelOf).join('; '),
    counted_known: figure.counted?.known,
    counted_expected: figure.counted?.expected,
    counted_of: figure.counted?.of,
    also: figure.also?.map((one) => `${one.how}: ${[one.value, ...(one.grade ? [one.grade] : [])].join(' ')}`).join('; '),
  };
}

/** An account; with how many of its months are in the figure, where not all are. */
function coveredOf(id: string, partly: KpiFigure['partly']): string {
  const some = partly?.find(({ account }) => account === id);
  return some ? `${id} (${some.known}/${some.expected} months)` : id;
}

function channelOf({ channel, numerator, denominator, months }: NonNullable<KpiFigure['channels']>[number]): string {
  return `${channel}: ${numerator}/${denominator}${months ? ` (${months.known}/${months.expected})` : ''}`;
}

function before(other: Comparison | undefined): Line {
  return {
    compared_with: other?.with,
    other_value: other?.value,
    difference: other?.difference,
    ratio: other?.ratio,
    note: other?.note,
    usual_from: other?.usual?.from,
    usual_to: other?.usual?.to,
    usual_n: other?.usual?.n,
    usual_beyond: other?.usual && String(other.usual.beyond),
  };
}

function yearAgo(other: Comparison | undefined): Line {
  return {
    year_ago_with: other?.with,
    year_ago_value: other?.value,
    year_ago_difference: other?.difference,
    year_ago_ratio: other?.ratio,
    year_ago_note: other?.note,
  };
}

function target(state: TargetState | undefined): Line {
  return { target: state?.target, target_direction: state?.direction, target_status: state?.status };
}

function among(place: PeerPlace | undefined): Line {
  return {
    peers: place?.peers.join('; '),
    peers_n: place?.n,
    peers_below: place?.percentile == null ? undefined : place.below,
    peers_percentile: place?.percentile,
    peers_from: place?.low,
    peers_middle: place?.middle,
    peers_to: place?.high,
    peers_note: place?.reason,
  };
}

function partOf(dimensions: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(dimensions)
    .map(([dimension, name]) => `${dimension}=${name ?? ''}`)
    .join('; ');
}
