import { aimOf } from '#i18n/told.ts';
import { period } from '#model/period.ts';
import { comparisonOf, figureOf, type Page } from './context.ts';
import { INK } from './theme.ts';

/** What a figure is measured by: the target of each period, and where the last one would usually lie. */
export interface Bounds {
  /** One for each point; null where no target holds. */
  readonly targets: readonly (number | null)[];
  /** "target at least 85%", of the newest. */
  readonly text: string;
  readonly usual: { readonly from: number; readonly to: number } | undefined;
}

type Layer = Record<string, unknown>;

/** The bounds of one account's KPI over some periods; undefined where there are none. */
export function boundsOf(
  page: Page,
  kpi: string,
  account: string,
  all: readonly string[],
  currency?: string,
): Bounds | undefined {
  const { report, agency, words } = page;
  const whole = figureOf(page, kpi, 'agency');
  // What is meant of all accounts together is drawn only where all is this one.
  const scopes = whole?.over.length === 1 && whole.over[0] === account ? ['agency', account] : [account];
  const own = (agency.targets ?? []).filter((one) => one.kpi === kpi && one.every === report.kind && scopes.includes(one.scope));
  const held = all.map((id) => {
    const { from, to } = period(id);
    return own.find((one) => one.since <= from && to <= (one.until ?? to));
  });
  const last = held.findLast((one) => one !== undefined);
  const usual = all.at(-1) === report.period ? comparisonOf(page, kpi, account)?.usual : undefined;
  if (!last && !usual) return undefined;
  return {
    targets: held.map((one) => one?.value ?? null),
    text: last ? words.t('targets.chart.target', { aim: aimOf({ ...last, target: last.value }, currency, words) }) : '',
    usual,
  };
}

/** The range that is usual, softly behind the last mark; targets as a broken line with a word above the picture. */
export function boundLayers(
  { targets, text, usual }: Bounds,
  [low, high]: readonly [number, number],
  x: Layer,
  y: Layer,
): Layer[] {
  const end = targets.length - 1;
  const inside = (value: number) => Math.min(high, Math.max(low, value));
  const steps = targets.flatMap((value, index) => (value === null ? [] : [{ x: index - 0.5, end: index + 0.5, y: value }]));
  const first = steps[0];
  return [
    ...(usual && inside(usual.from) < inside(usual.to)
      ? [
          {
            data: { values: [{ x: end - 0.5, end: end + 0.5, y: inside(usual.from), to: inside(usual.to) }] },
            mark: { type: 'rect', color: INK.grid, aria: false },
            encoding: { x, x2: { field: 'end' }, y, y2: { field: 'to' } },
          },
        ]
      : []),
    ...(first
      ? [
          {
            data: { values: steps },
            mark: { type: 'rule', color: INK.quiet, strokeWidth: 1, strokeDash: [2, 2], aria: false },
            encoding: { x, x2: { field: 'end' }, y },
          },
          {
            data: { values: [{ x: first.x, text }] },
            mark: { type: 'text', align: 'left', y: -11, color: INK.quiet, aria: false },
            encoding: { x, text: { field: 'text' } },
          },
        ]
      : []),
  ];
}

/** What the soft range means, where some panel has one. */
export function boundNotes({ words }: Page, rows: readonly { readonly bounds: Bounds | undefined }[]): string[] {
  return rows.some(({ bounds }) => bounds?.usual) ? [words.t('targets.chart.usual')] : [];
}
