import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PERSONAL, type Dimension } from '#model/dimension.ts';
import { Observations } from '#model/observation.ts';
import { Report } from '#model/report.ts';

const FOLDER = `${process.env['TERANG_DATA'] ?? 'data'}/agencies/tirtaraya`;
const isMade = existsSync(`${FOLDER}/reports`);
const json = (file: string): unknown => JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8'));

/** What a reader can sum up of one month of an account: by part, the total of each measure and window of which all is published. */
function sums(account: string, month: string): Map<string, number[]> {
  const { series } = Observations.parse(json(`observations/${account}/${month}.json`));
  const found = Map.groupBy(series, ({ dimensions }) => partOf(dimensions));
  return new Map(
    [...found].map(([part, some]) => [
      part,
      [...Map.groupBy(some, ({ window, measure }) => `${window} ${measure}`).values()].flatMap((same) => {
        const values = same.flatMap((one) => one.values.map(({ value }) => value));
        return values.every((value) => value !== null) ? [values.reduce((all, value) => all + value, 0)] : [];
      }),
    ]),
  );
}

const partOf = (dimensions: Readonly<Record<string, string>>) => JSON.stringify(Object.entries(dimensions).sort());

test.skipIf(!isMade)(
  'what reports say of parts of people is made of counts that are published themselves (needs `node scripts/sample.ts`)',
  () => {
    const tally = { rows: 0, hidden: 0, numbers: 0 };
    for (const file of readdirSync(`${FOLDER}/reports`).filter((name) => /^\d{4}-\d\d\.json$/.test(name))) {
      const report = Report.parse(json(`reports/${file}`));
      for (const { account, by, rows, kpi } of report.byPart) {
        if (!by.some((name) => PERSONAL.has(name as Dimension))) continue;
        const published = sums(account, report.period);
        for (const row of rows) {
          tally.rows += 1;
          if (row.value === null) tally.hidden += 1;
          const part = published.get(partOf(row.dimensions)) ?? [];
          for (const number of [row.numerator, row.denominator].filter((one) => one !== undefined)) {
            tally.numbers += 1;
            expect(part, `${file} ${account} ${kpi} ${JSON.stringify(row)}`).toContain(number);
          }
        }
      }
    }
    console.log(`disclosure of reports: ${JSON.stringify(tally)}`);
    expect(Math.min(tally.hidden, tally.numbers)).toBeGreaterThan(0);
  },
);
