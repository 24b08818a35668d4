import { LABELS, type Label } from '#model/label.ts';
import {
  DRIFT,
  EACH,
  type CellName,
  type Confusion,
  type Emerging,
  type OpinionCell,
  type OpinionMonth,
  type Reading,
  type Sitting,
} from '#model/opinion.ts';
import { periodOf } from '#model/period.ts';
import type { Remark } from './bytes.ts';
import { placeOf, type Path } from './json.ts';
import { quote } from './names.ts';
import { PERSON, type Wording } from './wording.ts';

type Fault = readonly [path: Path, rule: string, message: string];

/**
 * What a schema can't say of what comments of a month said: counts small enough to show who it was, or told by the others; sums that do not
 * fit; samples that hold most of a group. The pipeline writes none of these; a person's hand may.
 */
export function checkOpinion(text: string, month: OpinionMonth, smallest: number, wording?: Wording): Remark[] {
  const { accounts, without, readings, sittings, emerging } = month;
  const faults = [
    ...without.flatMap(({ account }, index): Fault[] =>
      accounts.includes(account)
        ? [[['without', index], 'twice', `${quote(account)} stands under "accounts" too; keep one`]]
        : [],
    ),
    ...readings.flatMap((reading, index) => readingIn(reading, ['readings', index], month, smallest)),
    ...readings
      .slice(1)
      .flatMap(({ cells }, index): Fault[] =>
        cells.some(({ of }) => of !== 'all')
          ? [
              [
                ['readings', index + 1, 'cells'],
                'small',
                'tells parts of what the reading before told; of a second one only the whole may stand',
              ],
            ]
          : [],
      ),
    ...sittings.flatMap((sitting, index) => sittingIn(sitting, ['sittings', index], readings)),
    ...sittings.flatMap((sitting, index): Fault[] =>
      sittings.findIndex((one) => drawOf(one) === drawOf(sitting)) < index
        ? [
            [
              ['sittings', index],
              'twice',
              `a sitting of ${quote(nameOf(sitting.scope))} stands already; keep the one with more labels`,
            ],
          ]
        : [],
    ),
    ...emerging.flatMap(({ terms, weeks }, index) =>
      terms.flatMap((one, place) => termIn(one, ['emerging', index, 'terms', place], weeks, smallest, wording)),
    ),
  ];
  return faults.slice(0, 60).map(([path, rule, message]) => ({ ...placeOf(text, path), rule, message }));
}

function termIn({ term, people, usual, z }: Emerging, path: Path, weeks: number, smallest: number, wording?: Wording): Fault[] {
  const faults: Fault[] = wording?.label(term) ? [[path, 'personal', PERSON]] : [];
  if (people < smallest) faults.push([path, 'small', `fewer than ${smallest} people wrote it; take it out`]);
  if (usual !== null && usual * weeks < smallest)
    faults.push([
      [...path, 'usual'],
      'small',
      `tells of fewer than ${smallest} people in the weeks before; write null, and "z" as a whole number`,
    ]);
  if (usual === null && !Number.isInteger(z))
    faults.push([[...path, 'z'], 'small', 'would tell what "usual" hides; round it to a whole number']);
  return faults;
}

const nameOf = ({ of, id }: CellName): string => (id === undefined ? of : `${of} ${id}`);
const drawOf = ({ scope, classifier }: Sitting): string => `${nameOf(scope)} by ${classifier}`;
const known = (labels: Readonly<Record<Label, number | null>>) => LABELS.flatMap((label) => labels[label] ?? []);
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

function readingIn({ cells, counted }: Reading, path: Path, { month, accounts }: OpinionMonth, smallest: number): Fault[] {
  const at = (index: number, ...more: Path) => [...path, 'cells', index, ...more];
  const names = cells.map(nameOf);
  const own = cells.flatMap((cell, index): Fault[] => [
    ...(names.indexOf(nameOf(cell)) < index
      ? [[at(index), 'twice', `${quote(nameOf(cell))} stands twice; keep one`] as const]
      : []),
    ...((cell.of === 'all') === (cell.id === undefined)
      ? []
      : [[at(index), 'schema', 'has an "id" exactly where it is of an account or topic'] as const]),
    ...(cell.of === 'account' && !accounts.includes(cell.id ?? '')
      ? [[at(index, 'id'), 'account', `${quote(cell.id ?? '')} does not stand under "accounts"`] as const]
      : []),
    ...smallIn(cell, smallest).map((message): Fault => [at(index), 'small', message]),
    ...sumOf(cell).map((message): Fault => [at(index), 'sum', message]),
  ]);
  const whole = cells.find(({ of }) => of === 'all');
  const parts = cells.filter(({ of }) => of === 'account');
  const told = whole && parts.length > 0 ? LABELS.flatMap((label) => acrossIn(whole, parts, label)) : [];
  const early: Fault[] =
    counted <= periodOf(`${month}-01`, 'month').to
      ? [[[...path, 'counted'], 'day', `${counted} lies before the end of ${month}, which could not be counted then`]]
      : [];
  return [...own, ...told.map(([rule, message]): Fault => [path, rule, message]), ...early];
}

/** How many comments an account has is public; how many are on a topic, or bear a label, is not. */
function smallIn({ of, comments, labels }: OpinionCell, smallest: number): string[] {
  const counts = [...known(labels), ...(of === 'topic' && comments !== null ? [comments] : [])];
  if (counts.some((count) => count > 0 && count < smallest)) return [`counts fewer than ${smallest} comments; write null`];
  const shown = known(labels).length;
  return shown > 0 && shown < LABELS.length ? ['some labels are hidden and some are told; write null for all three'] : [];
}

function sumOf({ comments, labels }: OpinionCell): string[] {
  const all = known(labels);
  if (comments === null || all.length < LABELS.length || sum(all) === comments) return [];
  return ['the labels do not add up to its comments'];
}

function acrossIn(whole: OpinionCell, parts: readonly OpinionCell[], label: Label): (readonly [rule: string, message: string])[] {
  const counts = parts.flatMap(({ labels }) => labels[label] ?? []);
  const all = whole.labels[label];
  if (all === null) return [];
  if (counts.length === parts.length && sum(counts) !== all)
    return [['sum', `the accounts do not add up to all that is ${label}`]];
  if (sum(counts) > all) return [['sum', `the accounts have more that is ${label} than there is`]];
  return counts.length === parts.length - 1 && parts.length > 1
    ? [['small', `what is ${label} is hidden of one account and told by the others; write null for another too`]]
    : [];
}

function sittingIn({ classifier, scope, of, cells }: Sitting, path: Path, readings: readonly Reading[]): Fault[] {
  const reading = readings.find((one) => one.classifier === classifier);
  if (!reading) return [[[...path, 'classifier'], 'reading', `no reading of the month is by version ${quote(classifier)}`]];
  const cellOf = (name: CellName) => reading.cells.find((cell) => nameOf(cell) === nameOf(name));
  const counted = cellOf(scope)?.comments ?? 0;
  const own = cells.flatMap((cell, index): Fault[] => {
    const at = [...path, 'cells', index];
    const beside = cellOf(cell);
    if (beside?.comments == null || known(beside.labels).length < LABELS.length)
      return [[at, 'small', 'its counts are hidden in the reading, and a sample of it would tell of them; take it out']];
    if (crossed(cell.confusion) !== cell.n) return [[at, 'sum', 'its confusion does not add up to "n"']];
    if (cell.n < EACH) return [[at, 'few', `fewer than ${EACH} labels correct nothing; take it out`]];
    const there = counted === 0 ? 0 : (beside.comments * of) / counted;
    return cell.n * 2 > there ? [[at, 'small', 'the sample holds more than half of these comments; take it out']] : [];
  });
  const drifted: Fault[] =
    Math.abs(of - counted) > DRIFT * counted
      ? [[[...path, 'of'], 'drifted', `${of} comments do not stand for the ${counted} that were counted; take the sitting out`]]
      : [];
  const sampled = cells.filter((cell) => cell.of === 'account');
  const left = reading.cells.filter(
    (cell) => cell.of === 'account' && (cell.comments ?? 0) > 0 && !sampled.some(({ id }) => id === cell.id),
  );
  const all = cells.find((cell) => cell.of === 'all');
  const isTold = all && sampled.length > 0 && left.length === 1 && all.n > sum(sampled.map(({ n }) => n));
  return isTold
    ? [...own, ...drifted, [[...path, 'cells'], 'small', 'one account is left out and told by the others; take out another too']]
    : [...own, ...drifted];
}

function crossed(confusion: Confusion): number {
  return sum(LABELS.flatMap((person) => LABELS.map((label) => confusion[person][label])));
}
