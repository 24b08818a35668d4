import { kpi as kpiOf } from '#kpis/index.ts';
import { breakdowns, isOfGroups } from './breakdown.ts';
import { ranIn } from './campaign.ts';
import { kpisOf } from './question.ts';
import type { View } from './view.ts';

/** A part of a question's page: its anchor, and the key of its heading's text. */
export interface PageSection {
  readonly id: string;
  readonly title: string;
}

const [VOICE, RESULTS, QUALITY] = [3, 5, 7];
/** Charts that stand in sections of their own. */
export const APART: ReadonlySet<string> = new Set(['sentiment', 'topics']);

/** What stands on the page of a question, from top to bottom. */
export function sectionsOf(view: View, number: number): readonly PageSection[] {
  const { report, charts } = view;
  const own = kpisOf(report, number);
  const { tables } = breakdowns(report);
  const has = (kpi: string, needs: boolean) =>
    report.figures.some((one) => one.kpi === kpi && one.scope !== 'agency' && (!needs || one.denominator !== undefined));
  const opinion = number === VOICE ? report.opinion : null;
  const counted = opinion !== null && opinion.months.length > 0;
  const spoken = counted && opinion.cells.some(({ of }) => of === 'topic' || of === 'policy');
  const all: readonly (readonly [string, string, boolean])[] = [
    ['opinion', 'opinion.title', opinion !== null],
    ['topics-table', 'opinion.topics.title', spoken],
    ['emerging', 'opinion.emerging.title', counted],
    ['done', 'opinion.done.title', spoken],
    ['measured', 'opinion.measured.title', counted],
    ['opinion-accounts', 'opinion.by.title', counted],
    ['figures', 'report.figures', own.length > 0],
    ['coverage-table', 'quality.coverage', number === QUALITY && report.accounts.length > 0],
    ['gaps', 'quality.gaps', number === QUALITY],
    ['editions', 'quality.editions', number === QUALITY],
    ['charts', 'report.charts', charts.some(({ id, question }) => question === number && !APART.has(id))],
    ['top-posts', 'report.posts', number === 2 && report.posts.length > 0],
    ['peers', 'peers.title', report.peers.some((place) => kpiOf(place.kpi).question === number)],
    ['voice-peers', 'peers.voice', number === VOICE && has('share-of-voice', true)],
    ['accounts', 'report.by-account', own.some((kpi) => has(kpi, false))],
    ['campaigns', 'campaigns.ran', number === RESULTS && ranIn(view).length > 0],
    ['segments', 'part.segments', number === RESULTS && tables.some(isOfGroups)],
    ['breakdowns', 'report.breakdowns', tables.some((one) => one.question === number && !isOfGroups(one))],
    ['cite', 'report.cite', true],
  ];
  return all.filter(([, , there]) => there).map(([id, title]) => ({ id, title }));
}
