import type { KpiFigure } from '#model/kpi-figure.ts';
import { LABELS, type Label } from '#model/label.ts';
import type { Confusion, OpinionMonth } from '#model/opinion.ts';
import { periodsWithin } from '#model/period.ts';
import { paths } from '#store/paths.ts';
import type { Data } from '#store/read.ts';
import { bytes, sha256 } from '#store/write.ts';

/** What stands behind a figure of what comments say, as text, and whether the months' counts come to it when they are added by hand. */
export interface Voices {
  readonly lines: readonly string[];
  readonly checks: readonly { readonly holds: boolean; readonly text: string }[];
}

/** What a figure without correction is made of, by its KPI: numerator and denominator. */
const SUMS: Readonly<Record<string, (of: Readonly<Record<Label, number>>) => readonly [number, number]>> = {
  'net-sentiment': ({ positive, neutral, negative }) => [positive - negative, positive + neutral + negative],
  'comment-score': ({ positive, negative }) => [positive, positive + negative],
};

/** Reads the months' files themselves, past all that computes reports: counts by label, who counted them, and what staff labelled. */
export function voicesOf(data: Data, agency: string, figure: KpiFigure): Voices {
  const months = periodsWithin(figure.window.from, figure.window.to, 'month').flatMap(
    ({ id }) => data.opinionOf(agency, id) ?? [],
  );
  const own = ({ of, id }: { of: string; id?: string | undefined }) =>
    figure.scope === 'agency' ? of === 'all' : of === 'account' && id === figure.scope;
  const counted = months.map(({ readings }) => readings[0]?.cells.find(own)?.labels);
  const sum = { positive: 0, neutral: 0, negative: 0 };
  let isWhole = counted.length > 0;
  for (const labels of counted)
    for (const label of LABELS) {
      const count = labels?.[label] ?? null;
      if (count === null) isWhole = false;
      else sum[label] += count;
    }
  const [numerator, denominator] = SUMS[figure.kpi]?.(sum) ?? [];
  const hasSum = isWhole && figure.uncorrected === true && numerator !== undefined && figure.denominator !== undefined;
  const holds = figure.numerator === numerator && figure.denominator === denominator;
  return {
    lines: months.flatMap((month) => linesOf(data, agency, month, own)),
    checks: hasSum
      ? [{ holds, text: `${figure.numerator} / ${figure.denominator} = ${numerator} / ${denominator}, its months added up` }]
      : [],
  };
}

function linesOf(
  data: Data,
  agency: string,
  month: OpinionMonth,
  own: (cell: { of: string; id?: string | undefined }) => boolean,
): string[] {
  const file = paths(data.root).opinion(agency, month.month);
  const readings = month.readings.map(({ classifier, sha256: hash, counted, cells }) => {
    const cell = cells.find(own);
    const counts = LABELS.map((label) => `${label} ${cell?.labels[label] ?? 'not told'}`).join(', ');
    return `  ${counts} of ${cell?.comments ?? 'not told'}, counted ${counted} by classifier ${classifier} (sha256 ${hash})`;
  });
  const sittings = month.sittings.flatMap(({ on, of, classifier, cells }) =>
    cells
      .filter(own)
      .map(({ n, confusion }) => `  ${n} of ${of} labelled by staff on ${on}, against ${classifier}: ${crossed(confusion)}`),
  );
  return [`${file}  sha256 ${sha256(bytes(file))}`, ...readings, ...sittings];
}

function crossed(confusion: Confusion): string {
  return LABELS.map((person) => `${person} as ${LABELS.map((label) => `${label} ${confusion[person][label]}`).join(', ')}`).join(
    '; ',
  );
}
