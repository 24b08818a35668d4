import { ofHundred, shareText, TOLD, wholeOf } from '#i18n/opinion.ts';
import type { Label } from '#model/label.ts';
import type { Estimate, Opinion, OpinionReport } from '#model/opinion.ts';
import { periodLabels } from './axis.ts';
import type { Chart, Datum } from './chart.ts';
import { comparisonOf, type Page } from './context.ts';
import { estimatesPanel, short } from './estimates.ts';
import { panelCount } from './notes.ts';
import { margin, timePanel, type Point } from './panel.ts';
import { render } from './render.ts';
import { scalesOf } from './scale.ts';
import { exploreShares } from './sentiment-explore.ts';
import { INK } from './theme.ts';

type Told = OpinionReport['history'][number]['points'][number];

/** Whose comments: all, or those on one topic or policy. */
export interface Subject {
  readonly of: 'all' | 'topic' | 'policy';
  readonly id?: string;
  readonly name: string;
}

export const LABEL_INK: Readonly<Record<Label, string>> = {
  positive: INK.mark,
  neutral: INK.neutral,
  negative: INK.negative,
};

/**
 * The three shares of a period with their intervals, then each over the periods. Undefined where the report reads no comments, or where neither
 * this period nor two before it have a share to show.
 */
export async function sentimentChart(page: Page, subject?: Subject): Promise<Chart | undefined> {
  const { report, words } = page;
  const { opinion } = report;
  if (!opinion || page.scope !== 'agency') return undefined;
  const { of, id, name }: Subject = subject ?? { of: 'all', name: page.agency.short };
  const now = of === 'all' ? wholeOf(opinion) : opinion.cells.find((cell) => cell.of === of && cell.id === id);
  const told = opinion.history.find((one) => one.of === of && one.id === id)?.points ?? [];
  const points = told.slice(Math.max(0, told.findIndex(isKnown)));
  // A report without a history still has its own period.
  const here = now ? [{ ...now, period: report.period, classifier: opinion.classifier }] : [];
  const listed: readonly Told[] = points.length > 0 ? points : here;
  const course = points.filter(isKnown).length >= 2;
  if (!(now && isKnown(now)) && !course) return undefined;
  const tops = [now, ...points].flatMap((one) =>
    one ? TOLD.flatMap((label) => one.shares[label].interval?.to ?? one.shares[label].value ?? []) : [],
  );
  const [scale] = scalesOf(page, [tops], 'ratio', 'zero') as [ReturnType<typeof scalesOf>[number]];
  const measure = words.t('opinion.chart.measure');
  const panels = [
    ...(now
      ? [
          {
            label: words.period(report.period),
            svg: await render(
              estimatesPanel(
                words.t('charts.panel', { name: words.period(report.period), measure }),
                TOLD.map((label) => ({
                  name: words.t(`opinion.label.${label}`),
                  text: shareText(words, now.shares[label]),
                  tip: `${words.t(`opinion.label.${label}`)}: ${shareText(words, now.shares[label])}`,
                  ink: LABEL_INK[label],
                  estimate: now.shares[label],
                })),
                scale,
              ),
              page.cache,
            ),
          },
        ]
      : []),
    ...(course ? await Promise.all(TOLD.map((label) => coursePanel(page, label, points, scale))) : []),
  ];
  const title = finding(page, now, points, { of, name });
  return {
    id: 'sentiment',
    question: 3,
    title,
    subtitle: words.t('opinion.chart.subtitle', { measure, period: words.period(report.period), scope: name }),
    description: `${panelCount(page, panels.length)}${describe(page, now, points)}`,
    panels,
    table: {
      columns: [words.t('charts.period'), words.t('opinion.comments'), ...TOLD.map((label) => words.t(`opinion.label.${label}`))],
      rows: listed.map((one) => [
        periodOf(page, one),
        one.comments === null ? words.t('opinion.hidden') : words.number(one.comments),
        ...TOLD.map((label) => shareText(words, one.shares[label])),
      ]),
    },
    data: listed.flatMap((point) => dataOf(name, point)),
    notes: notesOf(page, opinion, now, points, of === 'all'),
    sources: [
      words.t('opinion.chart.source', {
        accounts: words.list(
          opinion.accounts.map((account) => page.accounts.find(({ id: one }) => one === account)?.name ?? account),
        ),
        version: words.list(opinion.classifier),
      }),
    ],
    spec: exploreShares(page, title, listed, LABEL_INK),
  };
}

/** A period; with how many of its months are counted, where not all are. */
function periodOf({ words }: Page, { period, months }: Told): string {
  return months ? words.t('opinion.chart.partly', { period: words.period(period), ...months }) : words.period(period);
}

function isKnown({ shares }: Pick<Opinion, 'shares'>): boolean {
  return TOLD.some((label) => shares[label].value !== null);
}

function textOf(words: Page['words'], point: Point | undefined): string {
  if (point?.value == null) return '';
  const share = words.percent(point.value, 0);
  return point.uncorrected ? words.t('opinion.raw', { share }) : share;
}

async function coursePanel(
  page: Page,
  label: Label,
  told: readonly Told[],
  { domain, ticks }: ReturnType<typeof scalesOf>[number],
): Promise<Chart['panels'][number]> {
  const { words } = page;
  const name = words.t(`opinion.label.${label}`);
  const points = told.map((one): Point => {
    const { shares, classifier } = one;
    const { value, interval, reason } = shares[label];
    const said = shareText(words, shares[label]);
    return {
      value: value === null ? null : short(value),
      said,
      tip: `${periodOf(page, one)}: ${said}`,
      metric: value === null ? '' : classifier.join(', '),
      ...(value === null ? { reason: reason ?? ('not-collected' as const) } : {}),
      ...(value !== null && !interval ? { uncorrected: true } : {}),
      ...(interval ? { interval: { from: short(interval.from), to: short(interval.to) } } : {}),
    };
  });
  // Of an earlier period it would look like this one's.
  const at = points.length - 1;
  const spec = timePanel({
    label: words.t('charts.panel', { name, measure: words.t('opinion.chart.measure') }),
    mark: 'line',
    points,
    text: textOf(words, points[at]),
    at,
    domain,
    ticks,
    labels: periodLabels(
      told.map(({ period }) => period),
      words,
    ),
    broken: words.t('opinion.chart.broken'),
    ink: LABEL_INK[label],
    left: margin(ticks.values()),
  });
  return { label: words.t('opinion.chart.course', { label: name, count: told.length }), svg: await render(spec, page.cache) };
}

/**
 * What share is negative; beside the period before only where both are corrected, by one machine and of the same accounts (which the comparison of
 * net sentiment knows), and their intervals lie apart.
 */
function finding(page: Page, now: Opinion | undefined, points: readonly Told[], { of, name }: Omit<Subject, 'id'>): string {
  const { words } = page;
  const share = now?.shares.negative;
  const about = of === 'all' ? '' : '-topic';
  if (!share || share.value === null) return words.t(`opinion.finding.unknown${about}`, { name });
  const number = ofHundred(words, share);
  if (!share.interval) return words.t(`opinion.finding.raw${about}`, { name, number });
  const before = points.at(-2);
  const other = before?.shares.negative;
  const apart =
    other?.interval &&
    before &&
    isWhole(before, points.at(-1)) &&
    sameClassifier(before, points.at(-1)) &&
    [undefined, 'uncertain'].includes(comparisonOf(page, 'net-sentiment')?.note)
      ? share.interval.from > other.interval.to
        ? 'up'
        : share.interval.to < other.interval.from
          ? 'down'
          : undefined
      : undefined;
  if (!apart || !before || !other) return words.t(`opinion.finding.corrected${about}`, { name, number });
  const than = words.period(before.period, 'in');
  return words.t(`opinion.finding.${apart}${about}`, { name, number, than, former: ofHundred(words, other) });
}

/** Corrected shares do not depend on which machine read first, but a break is a break: nothing is compared across it in a title. */
function sameClassifier(before: Told, now: Told | undefined): boolean {
  return before.classifier.join() === now?.classifier.join();
}

/** Whether all months of both are counted. */
function isWhole(before: Told, now: Told | undefined): boolean {
  return !before.months && !now?.months;
}

function describe(page: Page, now: Opinion | undefined, points: readonly Told[]): string {
  const { words } = page;
  const say = (shares: Readonly<Record<Label, Estimate>>) =>
    TOLD.map((label) => `${words.t(`opinion.label.${label}`)} ${shareText(words, shares[label])}`).join(', ');
  const first = points.find(isKnown);
  return [
    ...(now ? [`${words.period(page.report.period)}: ${say(now.shares)}.`] : []),
    ...(first && first.period !== page.report.period ? [`${words.period(first.period)}: ${say(first.shares)}.`] : []),
  ].join(' ');
}

function notesOf(
  page: Page,
  opinion: OpinionReport,
  now: Opinion | undefined,
  points: readonly Told[],
  whole: boolean,
): string[] {
  const { words } = page;
  const each = [...(now ? [now.shares] : []), ...points.map(({ shares }) => shares)].flatMap((shares) =>
    TOLD.map((label) => shares[label]),
  );
  const corrected = each.some(({ interval }) => interval);
  const raw = each.some(({ value, interval }) => value !== null && !interval);
  return [
    ...(corrected ? [words.t('opinion.note.interval')] : []),
    ...(raw ? [words.t('opinion.note.raw')] : []),
    ...(each.some(({ value }) => value === null) ? [words.t('opinion.note.hole')] : []),
    ...(points.some(({ months }) => months)
      ? [
          words.t('opinion.note.partly', {
            periods: words.list(points.flatMap((point) => (point.months ? periodOf(page, point) : []))),
          }),
        ]
      : []),
    ...(whole ? opinion.breaks : []).map(({ month, from, to, before, after }) =>
      words.t('opinion.note.break', {
        month: words.period(month),
        from,
        to,
        before: partOf(page, before),
        after: partOf(page, after),
      }),
    ),
    words.t('opinion.note.public'),
  ];
}

/** Share of the negative, as the machine alone has it. */
function partOf({ words }: Page, { positive, neutral, negative }: Opinion['labels']): string {
  return positive === null || neutral === null || negative === null || positive + neutral + negative === 0
    ? words.t('opinion.hidden')
    : words.percent(negative / (positive + neutral + negative), 0);
}

function dataOf(name: string, { period, comments, shares, classifier }: Omit<Told, 'labels'>): Datum[] {
  const base = { time: period, account: 'agency', name };
  const metric = classifier.length > 0 ? `classifier ${classifier.join(', ')}` : '';
  return [
    {
      ...base,
      measure: 'comments',
      value: comments,
      ...(comments === null ? { reason: 'suppressed' as const } : {}),
      metric: '',
    },
    ...TOLD.flatMap((label): Datum[] => {
      const { value, reason, raw, interval } = shares[label];
      const one = (what: string, of: number | null): Datum => ({
        ...base,
        measure: `${label}-${what}`,
        value: of,
        ...(of === null ? { reason: reason ?? ('not-collected' as const) } : {}),
        metric: of === null ? '' : metric,
      });
      return [
        one(interval ? 'corrected' : 'uncorrected', value),
        ...(interval ? [one('from', interval.from), one('to', interval.to), one('uncorrected', raw)] : []),
      ];
    }),
  ];
}
