import { LABELS } from '#model/label.ts';
import type { Opinion } from '#model/opinion.ts';
import type { Report } from '#model/report.ts';
import type { Line } from '../csv-line.ts';

/** What comments say, cell by cell: how many there are, then the share of each label; then the words that came up, week by week. */
export function opinionLines({ opinion, from, to }: Pick<Report, 'opinion' | 'from' | 'to'>): Line[] {
  if (!opinion) return [];
  const shared: Line = {
    from,
    to,
    over: opinion.accounts.join('; '),
    without: opinion.without.map((one) => `${one.account}: ${one.reason}`).join('; '),
    platform_metrics: opinion.classifier.map((version) => `classifier ${version}`).join('; '),
  };
  return [
    ...opinion.cells.flatMap((cell) => ofCell(cell).map((line) => ({ ...shared, ...line }))),
    ...opinion.emerging.flatMap(({ from: monday, to: sunday, terms }) =>
      terms.map(({ term, people, usual }) => ({
        ...{
          scope: 'agency',
          measure: 'emerging-term',
          unit: 'people',
          value: people,
          part: `term=${term}`,
          other_value: usual ?? undefined,
        },
        from: monday,
        to: sunday,
      })),
    ),
  ];
}

function ofCell({ of, id, comments, reason, labels, shares, n }: Opinion): Line[] {
  const where: Line = {
    scope: of === 'account' ? id : 'agency',
    part: of === 'all' || of === 'account' ? undefined : `${of}=${id ?? ''}`,
  };
  return [
    { ...where, measure: 'comments-read', unit: 'count', value: comments, reason: comments === null ? reason : undefined },
    ...LABELS.map((label) => {
      const { value, reason: why, raw, interval } = shares[label];
      return {
        ...where,
        measure: `comments-${label}`,
        unit: 'ratio',
        value,
        reason: value === null ? why : undefined,
        numerator: labels[label] ?? undefined,
        denominator: comments ?? undefined,
        n,
        uncorrected: value !== null && !interval ? 'true' : undefined,
        interval_from: interval?.from,
        interval_to: interval?.to,
        also: raw === null ? undefined : `uncorrected: ${raw}`,
      };
    }),
  ];
}
