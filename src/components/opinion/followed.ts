import { addDays, daysBetween } from '#model/day.ts';
import type { Opinion } from '#model/opinion.ts';
import type { Report } from '#model/report.ts';
import type { Span } from '#model/run.ts';
import type { Deed, Rumour, Topic } from '#model/topic.ts';
import { page } from '../address.ts';
import { comparisonOf } from '../view.ts';

/** Days after a period in which what was done still belongs to what people said in it. */
const AFTER = 60;

/** Something that was done, with the topic that it was done about. */
export interface Done {
  readonly topic: Topic;
  readonly deed: Deed;
  /** Whether it was done after the last day of the period. */
  readonly later: boolean;
}

/** Address of the page of a topic or policy. */
export function topicPage(lang: string, agency: string, topic: string): string {
  return page(lang, agency, 'topics', topic);
}

/** What was done in a period and soon after it, oldest first. */
export function doneIn(topics: readonly Topic[], { from, to }: Span): Done[] {
  const end = addDays(to, AFTER);
  return topics
    .flatMap((topic) => topic.done.map((deed) => ({ topic, deed, later: deed.on > to })))
    .filter(({ deed }) => deed.on >= from && deed.on <= end)
    .sort((a, b) => (a.deed.on < b.deed.on ? -1 : a.deed.on > b.deed.on ? 1 : 0));
}

/** Rumours that went round in a period: seen by its end, and not answered before it began. */
export function rumoursIn(topics: readonly Topic[], { from, to }: Span): { readonly topic: Topic; readonly rumour: Rumour }[] {
  return topics
    .flatMap((topic) => topic.rumours.map((rumour) => ({ topic, rumour })))
    .filter(({ rumour: { since, answered } }) => since <= to && (answered === undefined || answered.on >= from))
    .sort((a, b) => (a.rumour.since < b.rumour.since ? -1 : 1));
}

/** Days from the first sight of a rumour to its answer; undefined where there is none. */
export function waited({ since, answered }: Rumour): number | undefined {
  return answered && Math.max(0, daysBetween(since, answered.on));
}

/** How the negative share has moved since the period before, where both are corrected and of the same accounts: `unsure` where their intervals touch; else undefined. */
export function movedOf(report: Report, cell: Opinion): 'up' | 'down' | 'unsure' | undefined {
  const points = report.opinion?.history.find(({ of, id }) => of === cell.of && id === cell.id)?.points ?? [];
  const [before, now] = [points.at(-2)?.shares.negative.interval, cell.shares.negative.interval];
  const note = comparisonOf(report, 'net-sentiment')?.note;
  if (!before || !now || (note && note !== 'uncertain')) return undefined;
  return now.from > before.to ? 'up' : now.to < before.from ? 'down' : 'unsure';
}
