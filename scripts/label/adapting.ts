import path from 'node:path';
import { ClassifierCard } from '#model/classifier.ts';
import type { Day } from '#model/day.ts';
import { ConfigError, DataError } from '#model/error.ts';
import type { CellName } from '#model/opinion.ts';
import { adapt, type Answer, type Reach } from '#opinion/label/adapt.ts';
import { classifier } from '#opinion/label/classifier.ts';
import { leakOf, type Leak } from '#opinion/label/leak.ts';
import { canonical } from '#store/json.ts';
import { schemaOf } from '#store/paths.ts';
import type { Data } from '#store/read.ts';
import { list, sha256, write } from '#store/write.ts';
import { logFault } from '../overhear.ts';
import { UsageError } from '../options.ts';
import type { Labelled } from './sitting.ts';

export interface Wish {
  readonly reach: Reach;
  /** Where to put weights that passed the leak test and agree more often, such as data/classifier/2; left out, they stay in .cache, as others do. */
  readonly out?: string | undefined;
}

/** What the adapted weights are of. */
interface Of {
  readonly data: Pick<Data, 'weights' | 'card' | 'classifiers'>;
  readonly agency: string;
  readonly month: string;
  readonly day: Day;
}

/** Parts that the labels are cut into, to measure each with weights that learnt from the others. */
const FOLDS = 5;

/** Reads what `--adapt` and `--out` ask for, before anybody labels. */
export function wishOf(
  reach: string | undefined,
  out: string | undefined,
  scope: CellName,
  { classifiers }: Pick<Data, 'classifiers'>,
): Wish | undefined {
  if (reach === undefined && out === undefined) return undefined;
  if (reach !== 'common' && reach !== 'words') throw new UsageError(`--adapt takes common or words, not "${String(reach)}"`);
  if (scope.of !== 'all') throw new UsageError('--adapt learns from a sample of all comments; leave out --of');
  const next = Number(classifiers().at(-1) ?? 0) + 1;
  if (out === undefined) return { reach };
  if (path.basename(out) !== String(next))
    throw new UsageError(`--out takes the folder of the next version, such as data/classifier/${next}`);
  if (list(out).length > 0) throw new UsageError(`${out} is not empty`);
  return { reach, out };
}

/**
 * Adapts the newest weights to what a person labelled, tests whether a comment can be told from them, and writes them: where a wish names, if they
 * passed and are better, else below .cache, which git never takes up. Returns what became of it, in sums.
 */
export function adapting(labelled: readonly Labelled[], { reach, out }: Wish, of: Of): string {
  try {
    const version = of.data.classifiers().at(-1) ?? '';
    const shipped = of.data.weights(version);
    const answers = labelled.map(({ words, label }): Answer => ({ text: words.read(), label }));
    const learn = (some: readonly Answer[]) => adapt(shipped, some, String(Number(version) + 1), reach);
    const bytes = learn(answers);
    const leak = leakOf(shipped, answers, learn);
    const gain = { before: agreement(answers, () => shipped), after: agreement(answers, learn) };
    const folder =
      out !== undefined && leak.passes && gain.after > gain.before
        ? out
        : `.cache/adapted/${of.agency}/classifier/${Number(version) + 1}`;
    write(`${folder}/weights.bin`, bytes);
    if (folder === out) write(`${folder}/card.json`, canonical(cardOf(bytes, of, answers.length, version, leak)));
    return told(leak, gain, folder, out);
  } catch (error) {
    if (error instanceof ConfigError || error instanceof DataError) throw error;
    logFault('a fault while adapting', error);
    throw new ConfigError('the weights were not adapted: a fault in Terang itself; its place in the code stands above');
  }
}

/** Share of the answers that weights agree with which learnt from the other parts. */
function agreement(answers: readonly Answer[], learn: (some: readonly Answer[]) => Uint8Array): number {
  let right = 0;
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const by = classifier(learn(answers.filter((_, at) => at % FOLDS !== fold)));
    right += answers.filter(({ text, label }, at) => at % FOLDS === fold && by.label(text) === label).length;
  }
  return right / answers.length;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

function told(
  { attacks, alone, passes }: Leak,
  { before, after }: { before: number; after: number },
  folder: string,
  out: string | undefined,
): string {
  const lines = attacks.map(
    ({ attack, auc, interval: { from, to } }) =>
      `  ${attack.padEnd(14)} ${auc.toFixed(3)} (${from.toFixed(3)} – ${to.toFixed(3)})`,
  );
  const verdict = passes
    ? 'lulus / passed'
    : 'tidak lulus: bobot ini mengingat komentar dan tidak boleh masuk git / not passed: these weights remember comments and must not enter git';
  const why = !passes
    ? 'di luar git / outside git'
    : after <= before
      ? 'tidak lebih baik; di luar git / no better; outside git'
      : 'di luar git; --out data/classifier/N menyimpannya / outside git; --out data/classifier/N keeps them';
  const place = `${folder}: ${folder === out ? 'dipakai mulai bulan berikutnya yang dihitung / in use from the next month that is counted' : why}`;
  return [
    `Sepakat dengan label yang tidak dipelajari / agrees with labels it did not learn from: ${percent(before)} → ${percent(after)}`,
    'Uji bocor, 0,5 = menebak / leak test, 0.5 = a guess:',
    ...lines,
    `  bobot dari satu komentar saja / weights of one comment alone: ${alone}`,
    `  ${verdict}`,
    place,
    'Label ini tidak mengoreksi bobot yang mempelajarinya; itu tugas sampel bulan berikutnya. / These labels do not correct the weights that learnt from them; the next month’s sample does.',
    '',
  ].join('\n');
}

function cardOf(bytes: Uint8Array, { data, month, day }: Of, rows: number, version: string, { attacks }: Leak): ClassifierCard {
  const shipped = data.card(version);
  if (!shipped) throw new ConfigError(`data/classifier/${version}/card.json is not there; take it from git again`);
  const most = Math.max(...attacks.map(({ auc }) => auc)).toFixed(2);
  return ClassifierCard.parse({
    ...shipped,
    $schema: schemaOf('classifier', 2),
    version: String(Number(version) + 1),
    made: day,
    sha256: sha256(bytes),
    bytes: bytes.length,
    trained: [
      ...shipped.trained,
      {
        file: `classifier/${version}/weights.bin`,
        sha256: shipped.sha256,
        rows,
        licence: shipped.trained[0]?.licence ?? { en: '-' },
        about: {
          id: `Bobot versi ${version}, disesuaikan dengan ${rows} label petugas atas sampel acak ${month}: hanya bobot dari hal-hal yang ada di sedikitnya dua perlima komentar. Komentarnya tidak disimpan; uji bocor terkuat menebak ${most} (0,5 = menebak buta)`,
          en: `The weights of version ${version}, adapted by ${rows} labels of staff on a random sample of ${month}: only weights of what at least two fifths of the comments have. The comments are kept nowhere; the strongest leak test guesses ${most} (0.5 is a coin)`,
        },
        open: false,
      },
    ],
    rebuild: {
      id: 'Tidak seorang pun: komentar yang dipelajari tidak disimpan. Bobot asalnya dapat dibuat lagi seperti tertulis di kartunya.',
      en: 'Nobody: the comments that it learnt from are kept nowhere. The weights it started from can be made again as their card says.',
    },
    measured: [],
    topics: null,
    groups: [],
    examples: [],
  });
}
