import { ofHundred, shareText, TOLD } from '#i18n/opinion.ts';
import type { TopLevelSpec } from 'vega-lite';
import type { Opinion } from '#model/opinion.ts';
import type { Chart, Datum } from './chart.ts';
import type { Page } from './context.ts';
import { estimatesPanel } from './estimates.ts';
import { fit } from './measure.ts';
import { panelCount } from './notes.ts';
import { render } from './render.ts';
import { scalesOf } from './scale.ts';
import { LABEL_INK } from './sentiment.ts';
import { INK, SIZE, WIDTH } from './theme.ts';

/** Most rows of a panel; the table has all. */
const MOST = 12;
const KINDS = ['topic', 'policy'] as const;

/** How negative the comments on each topic and policy are, the most talked of first; a kind of which most are hidden is left to the table. Undefined where none is left. */
export async function topicsChart(page: Page): Promise<Chart | undefined> {
  const { report, words } = page;
  if (!report.opinion || page.scope !== 'agency') return undefined;
  const groups = KINDS.map((of) => ({ of, cells: topicCells(report.opinion, of) })).filter(
    ({ cells }) => cells.some(isKnown) && cells.filter(isKnown).length * 2 >= cells.length,
  );
  const each = groups.flatMap(({ cells }) => cells);
  if (!each.some(isKnown)) return undefined;
  const nameOf = (cell: Opinion) => page.topics?.get(cell.id ?? '') ?? cell.id ?? '';
  const tops = each.flatMap(({ shares: { negative } }) => negative.interval?.to ?? negative.value ?? []);
  const [scale] = scalesOf(page, [tops], 'ratio', 'zero') as [ReturnType<typeof scalesOf>[number]];
  const measure = words.t('opinion.topics.measure');
  const panels = await Promise.all(
    groups.map(async ({ of, cells }) => {
      const label = words.t(`opinion.topics.${of}`);
      const marks = cells.slice(0, MOST).map((cell) => {
        const share = shareText(words, cell.shares.negative);
        return {
          name: fit(nameOf(cell), SIZE, WIDTH - 130),
          text: share,
          tip: words.t('opinion.topics.tip', { name: nameOf(cell), share, comments: commentsOf(page, cell) }),
          ink: LABEL_INK.negative,
          estimate: cell.shares.negative,
        };
      });
      return {
        label: groups.length > 1 ? label : null,
        svg: await render(estimatesPanel(words.t('charts.panel', { name: label, measure }), marks, scale), page.cache),
      };
    }),
  );
  const title = finding(
    page,
    KINDS.flatMap((of) => topicCells(report.opinion, of)),
    nameOf,
  );
  const raw = each.some(({ shares: { negative } }) => negative.value !== null && !negative.interval);
  return {
    id: 'topics',
    question: 3,
    title,
    subtitle: words.t('opinion.chart.subtitle', { measure, period: words.period(report.period), scope: page.agency.short }),
    description: `${panelCount(page, panels.length)}${each.map((cell) => `${nameOf(cell)}: ${shareText(words, cell.shares.negative)}`).join('; ')}.`,
    panels,
    table: {
      columns: [
        words.t('opinion.topics.name'),
        words.t('opinion.comments'),
        ...TOLD.map((label) => words.t(`opinion.label.${label}`)),
      ],
      rows: each.map((cell) => [
        nameOf(cell),
        commentsOf(page, cell),
        ...TOLD.map((label) => shareText(words, cell.shares[label])),
      ]),
    },
    data: each.flatMap((cell) => dataOf(page, cell, nameOf(cell))),
    notes: [
      words.t('opinion.note.topics'),
      ...(each.some(({ shares: { negative } }) => negative.interval) ? [words.t('opinion.note.interval')] : []),
      ...(raw ? [words.t('opinion.note.raw')] : []),
      ...(each.every(isKnown) ? [] : [words.t('opinion.note.hole')]),
      ...(groups.some(({ cells }) => cells.length > MOST) ? [words.t('opinion.note.most', { count: MOST })] : []),
    ],
    sources: [],
    spec: explore(title, measure, each.filter(isKnown), nameOf),
  };
}

/** Topics or policies, those with most comments first; hidden ones last. */
export function topicCells(opinion: { readonly cells: readonly Opinion[] } | null, of: (typeof KINDS)[number]): Opinion[] {
  return (opinion?.cells ?? [])
    .filter((cell) => cell.of === of)
    .sort((a, b) => (b.comments ?? -1) - (a.comments ?? -1) || ((a.id ?? '') < (b.id ?? '') ? -1 : 1));
}

function isKnown({ shares: { negative } }: Opinion): boolean {
  return negative.value !== null;
}

function commentsOf({ words }: Page, { comments }: Opinion): string {
  return comments === null ? words.t('opinion.hidden') : words.number(comments);
}

/** The topic with the largest share that is negative, where its interval lies above all others; else the most talked of. Nothing that a hidden one could belie. */
function finding({ words }: Page, cells: readonly Opinion[], nameOf: (cell: Opinion) => string): string {
  const sure = cells.filter(({ shares: { negative } }) => negative.interval);
  const worst = [...sure].sort((a, b) => (b.shares.negative.value ?? 0) - (a.shares.negative.value ?? 0));
  const [first, second] = worst;
  const apart =
    first &&
    second &&
    (first.shares.negative.interval?.from ?? 0) >
      Math.max(...worst.slice(1).map(({ shares }) => shares.negative.interval?.to ?? 1));
  if (first && apart && sure.length === cells.length)
    return words.t('opinion.topics.worst', { name: nameOf(first), number: ofHundred(words, first.shares.negative) });
  const hidden = cells.filter(({ comments }) => comments === null).length;
  if (hidden > 0) return words.t('opinion.topics.some', { count: cells.length, hidden });
  const most = [...cells].sort((a, b) => (b.comments ?? 0) - (a.comments ?? 0))[0];
  return most
    ? words.t('opinion.topics.most', { name: nameOf(most), count: most.comments ?? 0 })
    : words.t('opinion.topics.measure');
}

function dataOf({ report }: Page, cell: Opinion, name: string): Datum[] {
  const base = { time: report.period, account: 'agency', name, part: `${cell.of}=${cell.id ?? ''}`, metric: '' };
  return [
    {
      ...base,
      measure: 'comments',
      value: cell.comments,
      ...(cell.comments === null ? { reason: cell.reason ?? 'suppressed' } : {}),
    },
    ...TOLD.flatMap((label): Datum[] => {
      const { value, reason, interval } = cell.shares[label];
      const one = (what: string, of: number | null): Datum => ({
        ...base,
        measure: `${label}-${what}`,
        value: of,
        ...(of === null ? { reason: reason ?? 'suppressed' } : {}),
      });
      return [
        one(interval ? 'corrected' : 'uncorrected', value),
        ...(interval ? [one('from', interval.from), one('to', interval.to)] : []),
      ];
    }),
  ];
}

function explore(title: string, measure: string, cells: readonly Opinion[], nameOf: (cell: Opinion) => string): TopLevelSpec {
  const values = cells.map((cell) => ({
    topic: nameOf(cell),
    value: cell.shares.negative.value,
    from: cell.shares.negative.interval?.from ?? null,
    to: cell.shares.negative.interval?.to ?? null,
    comments: cell.comments,
  }));
  const x = { field: 'value', type: 'quantitative', title: null, scale: { zero: true }, axis: { format: '.0%', tickCount: 4 } };
  const y = { field: 'topic', type: 'nominal', title: null, sort: null };
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title,
    width: 560,
    height: cells.length * 28,
    autosize: { type: 'fit-x', contains: 'padding' },
    data: { values },
    layer: [
      {
        mark: { type: 'rule', color: INK.negative, strokeWidth: 2 },
        encoding: { x: { ...x, field: 'from' }, x2: { field: 'to' }, y },
      },
      {
        mark: { type: 'point', filled: true, size: 80, opacity: 1, color: INK.negative },
        encoding: {
          x,
          y,
          tooltip: [
            { field: 'topic' },
            { field: 'value', title: measure, format: '.1%' },
            { field: 'from', format: '.1%' },
            { field: 'to', format: '.1%' },
            { field: 'comments' },
          ],
        },
      },
    ],
  } as unknown as TopLevelSpec;
}
