import { LABELS } from '#model/label.ts';
import { ENOUGH, type OpinionMonth, type Sitting } from '#model/opinion.ts';
import { correctedShare } from '#opinion/share/correct.ts';
import { wilson, type Interval } from '#opinion/share/interval.ts';
import { cellOf } from '#opinion/share/sitting.ts';

const NAMES = { positive: 'positif / positive', neutral: 'netral / neutral', negative: 'negatif / negative' } as const;
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const within = ({ from, to }: Interval): string => `${percent(from)} – ${percent(to)}`;

/** What a sitting comes to, as sums alone: how often the classifier agreed, and the shares of each cell with enough labels, before and after. */
export function outcome(month: OpinionMonth, sittings: readonly Sitting[]): string {
  return sittings.map((sitting) => ofSitting(month, sitting)).join('');
}

function ofSitting(month: OpinionMonth, { classifier, scope, cells }: Sitting): string {
  const reading = month.readings.find((one) => one.classifier === classifier);
  const lines: string[] = [];
  for (const { of, id, n, confusion } of cells.filter((cell) => cell.n >= ENOUGH)) {
    const cell = reading && cellOf(reading, { of, id });
    if (!cell || cell.comments === null) continue;
    const { comments, labels: predicted } = cell;
    const agreed = LABELS.reduce((sum, label) => sum + confusion[label][label], 0) / n;
    lines.push(
      `${month.month} ${id === undefined ? of : `${of}:${id}`}: ${n} label dari ${comments} komentar / ${n} labels of ${comments} comments`,
      ...LABELS.map((label) => {
        const { value, interval } = correctedShare(label, [{ comments, predicted, sample: confusion }]);
        const raw = percent((predicted[label] ?? 0) / comments);
        return `  ${NAMES[label].padEnd(20)} ${percent(value)} (${within(interval)}); mesin / machine: ${raw}`;
      }),
      `  pengklasifikasi ${classifier} sepakat / classifier ${classifier} agreed: ${percent(agreed)} (${within(wilson(agreed, n))})`,
    );
  }
  const thin = cells.filter((cell) => cell.n < ENOUGH && (cell.of !== scope.of || cell.id !== scope.id)).length;
  if (thin > 0)
    lines.push(
      `  ${thin} akun atau topik mendapat kurang dari ${ENOUGH} label dan belum dikoreksi; --of memberinya sampel sendiri / ${thin} accounts or topics have under ${ENOUGH} labels and stay uncorrected; --of gives one a sample of its own`,
    );
  return `${lines.join('\n')}\n`;
}
