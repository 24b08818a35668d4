import type { Report } from '#model/report.ts';
import { toCsv, type Cell } from '#store/table.ts';

/**
 * Every figure of a report, one a line, with the period before, what it rests on, and why it is missing where it is; then every part of
 * its breakdowns, which have a measure and a part in the place of a KPI.
 */
export function reportCsv(report: Report): string {
  const columns =
    'agency period status edition as_of kpi scope value reason unit from to numerator denominator n days_known days_expected compared_with other_value difference ratio note platform_metrics currency grade interval_from interval_to measure part observed'.split(
      ' ',
    );
  const rows = report.figures.map((figure) => {
    const other = report.comparisons.find((one) => one.kpi === figure.kpi && one.scope === figure.scope);
    return [
      report.agency,
      report.period,
      report.status,
      report.edition,
      report.asOf,
      figure.kpi,
      figure.scope,
      figure.value,
      figure.reason,
      figure.unit,
      figure.window.from,
      figure.window.to,
      figure.numerator,
      figure.denominator,
      figure.n,
      figure.days?.known,
      figure.days?.expected,
      other?.with,
      other?.value,
      other?.difference,
      other?.ratio,
      other?.note,
      [...new Set(figure.grounds.map(({ account, metric, api }) => `${account}: ${metric} (${api})`))].join('; '),
      figure.currency,
      figure.grade,
      figure.interval?.from,
      figure.interval?.to,
      undefined,
      undefined,
      undefined,
    ];
  });
  const parts = report.parts.flatMap((table) =>
    table.rows.map(({ dimensions, value, reason }) => {
      const cells: Readonly<Record<string, Cell>> = {
        agency: report.agency,
        period: report.period,
        status: report.status,
        edition: report.edition,
        as_of: report.asOf,
        scope: table.account,
        value,
        reason,
        from: table.snapshot ? table.day : report.from,
        to: table.day,
        platform_metrics: `${table.account}: ${table.metric} (${table.api})`,
        currency: table.currency,
        measure: table.measure,
        observed: table.observed,
        part: Object.entries(dimensions)
          .map(([dimension, name]) => `${dimension}=${name}`)
          .join('; '),
      };
      return columns.map((column) => cells[column]);
    }),
  );
  return toCsv(columns, [...rows, ...parts], { bom: true });
}
