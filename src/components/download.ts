import type { Report } from '#model/report.ts';
import { toCsv } from '#store/table.ts';

/** Every figure of a report, one a line, with the period before, what it rests on, and why it is missing where it is. */
export function reportCsv(report: Report): string {
  const columns =
    'agency period status edition as_of kpi scope value reason unit from to numerator denominator posts days_known days_expected compared_with other_value difference ratio note platform_metrics'.split(
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
    ];
  });
  return toCsv(columns, rows, { bom: true });
}
