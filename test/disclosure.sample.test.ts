import { expect, test } from 'vitest';
import { attack } from '#disclosure/attack.ts';
import { beside } from '#disclosure/beside.ts';
import { familyOf, isByPeople } from '#disclosure/links.ts';
import { isWithheld, keyOf, subjectOf, tablesOf, type Count, type Tables } from '#disclosure/table.ts';
import { officeOf } from '../scripts/office.ts';
import { Agency } from '#model/agency.ts';
import type { Series } from '#model/observation.ts';
import { find, isExport } from '#sources/index.ts';
import { openData } from '#store/read.ts';
import { read } from '#store/write.ts';
import { suppress } from '#disclosure/suppress.ts';
import { imports, build } from '../scripts/sample/index.ts';

const MONTHS = process.env['TERANG_PROVE'] === '1' ? 22 : 4;
const agency = Agency.parse(JSON.parse(read('data/agencies/tirtaraya/agency.json') ?? ''));
const office = officeOf(openData('data'), agency);

interface Handed {
  readonly truth: readonly Series[];
  readonly published: readonly Series[];
}

/** What the registers of the sample hold of one month, and what is published of it, in the order in which they are handed in last. */
function month(of: string): Handed[] {
  const newest = new Map(files.filter(({ from }) => from.startsWith(of)).map((one) => [`${one.account} ${one.name}`, one]));
  const done: Handed[] = [];
  for (const { account: id, source: by, ...file } of newest.values()) {
    const account = agency.accounts.find((one) => one.id === id);
    const source = find(by);
    if (!account || !source || !isExport(source) || source.declaration.family !== 'register') continue;
    const span = { from: file.from, to: file.to };
    const { series: truth } = source.read({
      ...file,
      file: file.name,
      account,
      zone: agency.zone,
      today: file.day,
      span,
      office,
    });
    const others = () => done.map(({ published }) => published);
    const { series: published } = suppress(truth, () => [], agency.smallest, source.declaration, others);
    done.push({ truth, published });
  }
  return done;
}

const files = imports(build());

/** A reader's view: true counts, hidden where no number is published, beside what the other registers have published. */
function view({ truth, published }: Handed, others: readonly Handed[]): Tables[] {
  const written = new Map(published.map((one) => [keyOf(one), one.values[0]?.value ?? null]));
  const gone = new Set(published.filter(isWithheld).map((one) => JSON.stringify([one.measure, Object.keys(one.dimensions)])));
  const counts = countsOf(truth);
  const families = [...new Set(counts.map(({ measure }) => [...familyOf(measure)].sort().join()))];
  return families.map((family) => {
    const isIn = ({ measure }: Pick<Count, 'measure'>) => family.split(',').includes(measure);
    const theirs = others.map((other) => countsOf(other.published).filter((one) => isIn(one) && !isWithheld(one)));
    const tables = tablesOf(counts.filter(isIn));
    for (const cell of tables.cells) {
      const isPart = isByPeople(cell.measure, cell.dimensions);
      if (!isPart) continue;
      cell.hidden = cell.rest || typeof written.get(cell.key) !== 'number';
      const isGone = gone.has(JSON.stringify([cell.measure, Object.keys(cell.dimensions)]));
      // A table that is not ripe yet is not written either.
      if (isGone || (!cell.rest && !written.has(cell.key))) cell.gone = true;
    }
    for (const cell of tables.cells.filter((one) => one.rest)) {
      const part = tables.cells.find(
        (one) => !one.rest && subjectOf(one.measure, one.dimensions) === subjectOf(cell.measure, cell.dimensions),
      );
      if (part?.gone === true) cell.gone = true;
    }
    return beside(tables, theirs);
  });
}

function countsOf(all: readonly Series[]): Count[] {
  const monthly = all.filter((one) => one.window === 'month');
  return monthly.map(({ measure, metric, dimensions, values }) => ({
    measure,
    metric,
    dimensions,
    value: values[0]?.value ?? null,
  }));
}

test('nobody works out a hidden count of the sample agency from what its registers publish', () => {
  const tally = { months: 0, shown: 0, hidden: 0, withheld: 0, recovered: 0 };
  const months = [...new Set(files.filter(({ account }) => account === 'aduan').map(({ from }) => from.slice(0, 7)))].sort();
  for (const of of months.slice(-MONTHS)) {
    tally.months += 1;
    const registers = month(of);
    for (const [index, handed] of registers.entries()) {
      for (const one of handed.published.filter(({ measure, dimensions }) => isByPeople(measure, dimensions))) {
        if (isWithheld(one)) tally.withheld += 1;
        else if (one.values[0]?.value === null) tally.hidden += 1;
        else tally.shown += 1;
      }
      for (const tables of view(handed, registers.slice(0, index))) tally.recovered += attack(tables, agency.smallest).length;
    }
  }
  console.log(`disclosure of the sample: ${JSON.stringify(tally)}`);
  expect(tally.recovered).toBe(0);
  expect(Math.min(tally.shown, tally.hidden, tally.withheld)).toBeGreaterThan(0);
});
