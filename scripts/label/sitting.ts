import { Draw } from '#opinion/share/draw.ts';
import { classifier } from '#opinion/label/classifier.ts';
import {
  cellOf,
  isIn,
  MORE,
  mostOf,
  refusalOf,
  sittingsOf,
  standingOf,
  withSittings,
  type Placed,
  type Refusal,
} from '#opinion/share/sitting.ts';
import { dated } from '#opinion/hear/tally.ts';
import { topicsOf } from '#opinion/topic/topics.ts';
import type { Agency } from '#model/agency.ts';
import type { Private } from '#model/comment.ts';
import { ConfigError } from '#model/error.ts';
import type { Label } from '#model/label.ts';
import { DRIFT, ENOUGH, type CellName, type OpinionMonth, type Sitting } from '#model/opinion.ts';
import { quotas } from '#sources/http/quota.ts';
import type { Data } from '#store/read.ts';
import { sha256 } from '#store/write.ts';
import { hearMonth, type Ears } from './hear.ts';

/** What a sitting is held with. */
export interface Seat extends Ears {
  readonly data: Pick<Data, 'topics' | 'weights'>;
  readonly agency: Agency;
  readonly scope: CellName;
  /** How many comments to label; left out, 300, or as many as may be. */
  readonly n?: number | undefined;
  /** Of the draw: numbers from 0 up to 1. Who knew them could tell whose comments were labelled. */
  readonly chance: () => number;
  /** Is given the words with their labels once the sums are made, to learn from them in memory. */
  readonly learn?: (labelled: readonly Labelled[]) => void;
}

export interface Labelled {
  readonly words: Private;
  readonly label: Label;
}

/** A person who is shown comments in this order, and labels the first so many of them. With fewer than `least` nothing is kept. */
export type Person = (drawn: readonly Private[], least: number) => Promise<readonly Label[]>;

const USUAL = 300;

interface Drawn extends Placed {
  readonly words: Private;
}

/**
 * Reads a month's comments afresh, draws from them, has them labelled and puts the sums beside the month's counts, into the book. Returns them; or
 * nothing, where fewer than 100 were labelled. Throws a `ConfigError` that says why, before anybody labels, where they could not stand there.
 */
export async function sit(seat: Seat, person: Person): Promise<Sitting[]> {
  const { book, scope } = seat;
  const month = book.opinion(seat.month);
  if (!month)
    throw new ConfigError(
      `Bulan ${seat.month} belum dihitung; itu terjadi sendiri mulai hari ke-7 sesudah bulan berakhir. / ${seat.month} is not counted yet; collecting counts it from 7 days after its end.`,
    );
  const name = scope.id === undefined ? scope.of : `${scope.of}:${scope.id}`;
  const counted = month.readings.map((reading) => cellOf(reading, scope)?.comments ?? 0);
  const n = seat.n ?? Math.min(USUAL, mostOf(month, scope, Math.min(...counted)));
  refuse(refusalOf(month, scope, counted[0] ?? 0, n), name);
  const draw = await drawn(seat, month, new Draw<Drawn>(seat.chance, n));
  // A few comments fewer than were counted are no reason to refuse a number that nobody asked for.
  const size = seat.n ?? Math.min(n, mostOf(month, scope, draw.passed));
  refuse(refusalOf(month, scope, draw.passed, size), name);
  const sample = draw.drawn().slice(0, size);
  const standing = standingOf(month, scope);
  const least = standing > 0 ? standing + MORE : ENOUGH;
  const labels = await person(
    sample.map(({ words }) => words),
    least,
  );
  const labelled = sample.slice(0, labels.length).map((one, at) => ({ ...one, label: labels[at] as Label }));
  if (labelled.length < least) return [];
  const judged = labelled.map(({ words: _, ...rest }) => rest);
  const sittings = sittingsOf(month, { scope, on: seat.day, of: draw.passed, judged });
  book.putOpinion(withSittings(month, sittings));
  seat.learn?.(labelled.map(({ words, label }) => ({ words, label })));
  return sittings;
}

/** Lets the comments of the scope pass by the draw, each with what the classifier of each reading says of it. */
async function drawn(seat: Seat, month: OpinionMonth, draw: Draw<Drawn>): Promise<Draw<Drawn>> {
  const { data, agency, scope } = seat;
  const classifiers = month.readings.map((reading) => {
    const bytes = data.weights(reading.classifier);
    if (sha256(bytes) === reading.sha256) return classifier(bytes);
    throw new ConfigError(
      `data/classifier/${reading.classifier}/weights.bin is not the one that counted ${month.month}; take that version from git again`,
    );
  });
  const known = data.topics(agency.id).filter(({ id }) => month.readings.some((one) => cellOf(one, { of: 'topic', id })));
  const topicsIn = dated(known, topicsOf(known));
  const ears = { ...seat, quotas: seat.quotas ?? seat.means.quotas ?? quotas() };
  for (const id of month.accounts) {
    if (scope.of === 'account' && scope.id !== id) continue;
    const account = agency.accounts.find((one) => one.id === id);
    if (!account) throw new ConfigError(`agency.json: account "${id}" is gone, whose comments were counted in ${month.month}`);
    await hearMonth(ears, account, (comment, tags) => {
      const words = comment.words.read();
      const topics = topicsIn(words, tags, comment.day);
      if (!isIn(scope, { account: id, topics })) return;
      const said = classifiers.map((one) => one.label(words));
      draw.offer({ words: comment.words, account: id, topics, said });
    });
  }
  return draw;
}

function refuse(refusal: Refusal | undefined, scope: string): void {
  if (!refusal) return;
  const sentence = {
    'no-cell': () => `"${scope}" tidak dihitung pada bulan itu / "${scope}" was not counted in that month`,
    hidden: () =>
      `jumlah untuk "${scope}" terlalu kecil dan disembunyikan; sampelnya akan membukanya / the counts of "${scope}" are small and hidden; a sample would tell them`,
    few: ({ most }: Refusal & { why: 'few' }) =>
      `sampel paling sedikit ${ENOUGH} dan paling banyak separuh komentar, di sini ${most}; lebih dari itu membuka label orang perorangan / a sample has at least ${ENOUGH} comments and at most half of them, here ${most}; more would tell what single people said`,
    beside: ({ most }: Refusal & { why: 'beside' }) =>
      `bersama sampel yang sudah ada, lebih dari separuh komentar ini akan berlabel; masih boleh ${most}, dan sampel paling sedikit ${ENOUGH} / with the sample that stands already, more than half of these comments would be labelled; ${most} may still be, and a sample has at least ${ENOUGH}`,
    drifted: ({ counted, found }: Refusal & { why: 'drifted' }) =>
      `${counted} komentar dihitung, ${found} masih terbaca: bedanya lebih dari ${DRIFT * 100} %, sampel tidak mewakilinya lagi / ${counted} comments were counted and ${found} are there now: over ${DRIFT * 100} % apart, so a sample no longer stands for them`,
    standing: ({ n }: Refusal & { why: 'standing' }) =>
      `sudah ada ${n} label; sampel baru butuh paling sedikit ${n + MORE}, agar tak seorang pun mengulang sampai hasilnya disukai / ${n} labels stand already; a new sample has at least ${n + MORE}, so that nobody repeats it until they like the outcome`,
  }[refusal.why] as (one: Refusal) => string;
  throw new ConfigError(sentence(refusal));
}
