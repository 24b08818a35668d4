import type { Reason } from '#model/figure.ts';
import { figureOf, phrase, type Page } from './context.ts';
import type { Point } from './panel.ts';

interface Row {
  readonly name: string;
  readonly points: readonly Point[];
}

/** "6 small charts …", where there are several. */
export function panelCount(page: Page, count: number): string {
  return count < 2 ? '' : `${page.words.t('charts.describe.panels', { count })} `;
}

/** A sentence for each place where the platform changed what it counts; a period that holds both metrics is one change, not two. */
export function breakNotes(page: Page, name: string, points: readonly Point[]): string[] {
  const notes: string[] = [];
  let before: readonly string[] = [];
  let mixed: { from: readonly string[]; day: string } | undefined;
  for (const point of points) {
    if (point.value === null || point.metric === '') continue;
    const now = point.metric.split(', ');
    const day = point.tip.slice(0, point.tip.length - point.said.length - 2);
    const gone = before.filter((one) => !now.includes(one));
    const added = now.filter((one) => !before.includes(one));
    if (before.length > 0 && gone.length === 0 && added.length > 0) {
      mixed = { from: before, day };
    } else if (gone.length > 0) {
      const from = mixed?.from ?? before;
      const only = (these: readonly string[], others: readonly string[]) =>
        page.words.list(these.filter((one) => !others.includes(one)));
      notes.push(page.words.t('charts.note.break', { name, day: mixed?.day ?? day, from: only(from, now), to: only(now, from) }));
      mixed = undefined;
    }
    before = now;
  }
  return notes;
}

/** What the stripes are, and in whose panel. */
export function holeNote(page: Page, rows: readonly Row[]): string[] {
  const names = rows.filter(({ points }) => points.some(({ value }) => value === null)).map(({ name }) => name);
  return names.length === 0 ? [] : [page.words.t('charts.note.hole', { name: page.words.list(names) })];
}

/** Accounts without a panel, those with the same reason in one sentence. */
export function undrawn(page: Page, kpi: string, drawn: ReadonlySet<string>): string[] {
  const byReason = new Map<Reason, string[]>();
  for (const { id, name } of page.accounts) {
    if (drawn.has(id)) continue;
    const reason = figureOf(page, kpi, id)?.reason ?? 'not-collected';
    byReason.set(reason, [...(byReason.get(reason) ?? []), name]);
  }
  return [...byReason].map(([reason, names]) =>
    page.words.t('charts.note.without', { name: page.words.list(names), reason: phrase(page, reason) }),
  );
}
