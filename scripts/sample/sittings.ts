import type { Private } from '#model/comment.ts';
import type { Day } from '#model/day.ts';
import type { Label } from '#model/label.ts';
import type { CellName } from '#model/opinion.ts';
import { following } from './calendar.ts';
import { labelOf } from './corpus.ts';
import { random, type Random } from './random.ts';

/** A staff member's hour before the screen. */
interface Hour {
  readonly on: Day;
  readonly month: string;
  readonly scope: CellName;
  readonly n?: number;
}

/** The office began to label in 2026; what was said before stays as the classifier has it. */
const LABELLED = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'].map((month) => `2026-${month}`);
const ALL = LABELLED.map((month): Hour => ({ on: `${following(month)}-10`, month, scope: { of: 'all' } }));

export const HOURS: readonly Hour[] = [
  ...ALL,
  { on: '2026-02-10', month: '2026-01', scope: { of: 'topic', id: 'banjir' }, n: 200 },
  { on: '2026-02-10', month: '2026-01', scope: { of: 'topic', id: 'bansos' }, n: 200 },
];

/** Lots that are the same each time, for comments that nobody wrote. In an office nobody can have them again. */
export function lots(month: string, { of, id = '' }: CellName): Random {
  return random(`${month} ${of} ${id}`);
}

/** Somebody who says of each comment what the corpus says of it. */
export function person(drawn: readonly Private[]): Promise<Label[]> {
  return Promise.resolve(drawn.map((words) => labelOf(words.read()) ?? 'neutral'));
}
