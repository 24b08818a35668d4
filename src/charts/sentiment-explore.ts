import type { TopLevelSpec } from 'vega-lite';
import { TOLD } from '#i18n/opinion.ts';
import type { Label } from '#model/label.ts';
import type { OpinionReport } from '#model/opinion.ts';
import { shortPeriod } from './axis.ts';
import type { Page } from './context.ts';
import { INK } from './theme.ts';

/** The shares over the periods for vega-embed: a row for each label; corrected ones filled on their interval, the others open. */
export function exploreShares(
  { words }: Page,
  title: string,
  points: Readonly<OpinionReport['history'][number]['points']>,
  inks: Readonly<Record<Label, string>>,
): TopLevelSpec {
  const name = (label: Label) => words.t(`opinion.label.${label}`);
  const values = TOLD.flatMap((label) =>
    points.map(({ period, shares, comments, classifier }) => ({
      label: name(label),
      time: shortPeriod(period, words, true),
      value: shares[label].value,
      from: shares[label].interval?.from ?? null,
      to: shares[label].interval?.to ?? null,
      corrected: shares[label].interval !== undefined,
      comments,
      classifier: classifier.join(', '),
    })),
  );
  const x = {
    field: 'time',
    type: 'ordinal',
    sort: points.map(({ period }) => shortPeriod(period, words, true)),
    title: null,
    axis: { labelOverlap: true, labelBound: true, labelAngle: 0 },
  };
  const y = {
    field: 'value',
    type: 'quantitative',
    title: null,
    scale: { zero: true },
    axis: { tickCount: 4, format: '.0%' },
  };
  const color = {
    field: 'label',
    type: 'nominal',
    legend: null,
    scale: { domain: TOLD.map(name), range: TOLD.map((label) => inks[label]) },
  };
  const tooltip = [
    { field: 'label', type: 'nominal', title: words.t('opinion.title') },
    { field: 'time', type: 'nominal', title: words.t('charts.time') },
    { field: 'value', type: 'quantitative', title: words.t('opinion.share'), format: '.1%' },
    { field: 'from', type: 'quantitative', title: words.t('opinion.from'), format: '.1%' },
    { field: 'to', type: 'quantitative', title: words.t('opinion.to'), format: '.1%' },
    { field: 'comments', type: 'quantitative', title: words.t('opinion.comments'), format: ',' },
  ];
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title,
    data: { values },
    facet: {
      row: {
        field: 'label',
        type: 'nominal',
        title: null,
        sort: TOLD.map(name),
        header: { labelAngle: 0, labelAnchor: 'start', labelOrient: 'top' },
      },
    },
    spec: {
      width: 560,
      height: 110,
      layer: [
        { mark: { type: 'rule', strokeWidth: 2 }, encoding: { x, y: { ...y, field: 'from' }, y2: { field: 'to' }, color } },
        {
          transform: [{ filter: 'datum.corrected' }],
          mark: { type: 'point', filled: true, size: 60, opacity: 1 },
          encoding: { x, y, color, tooltip },
        },
        {
          transform: [{ filter: '!datum.corrected && datum.value !== null' }],
          mark: { type: 'point', fill: INK.paper, size: 60, opacity: 1 },
          encoding: { x, y, color, tooltip: tooltip.filter(({ field }) => field !== 'from' && field !== 'to') },
        },
      ],
    },
  } as unknown as TopLevelSpec;
}
