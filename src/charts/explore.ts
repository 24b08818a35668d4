import type { TopLevelSpec } from 'vega-lite';
import type { Page } from './context.ts';
import { INK } from './theme.ts';

interface Plan {
  readonly title: string;
  readonly mark: 'line' | 'bar';
  readonly measure: string;
  readonly percent: boolean;
  readonly zero: boolean;
  /** Periods or days as readers see them, oldest first. */
  readonly order: readonly string[];
  readonly rows: readonly {
    readonly account: string;
    readonly time: string;
    readonly value: number | null;
    readonly metric: string;
  }[];
}

/** A whole chart with its data, for vega-embed: a row for each account, its own scale, a tooltip on each mark. */
export function exploreTime(page: Page, plan: Plan): TopLevelSpec {
  const { words } = page;
  const time = {
    field: 'time',
    type: 'ordinal',
    sort: plan.order,
    title: null,
    axis: { labelOverlap: true, labelBound: true, labelAngle: 0 },
  };
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: plan.title,
    data: { values: plan.rows },
    facet: {
      row: {
        field: 'account',
        type: 'nominal',
        title: null,
        sort: [...new Set(plan.rows.map(({ account }) => account))],
        header: { labelAngle: 0, labelAnchor: 'start', labelOrient: 'top' },
      },
    },
    resolve: { scale: { y: 'independent' } },
    spec: {
      width: 560,
      height: 110,
      layer: [
        {
          mark:
            plan.mark === 'bar'
              ? { type: 'bar', color: INK.mark }
              : { type: 'line', point: { color: INK.mark, size: 40 }, color: INK.mark },
          encoding: {
            x: time,
            y: {
              field: 'value',
              type: 'quantitative',
              title: null,
              scale: { zero: plan.zero },
              axis: { tickCount: 4, ...(plan.percent ? { format: '.1%' } : {}) },
            },
            ...(plan.mark === 'line' ? { detail: { field: 'metric', type: 'nominal' } } : {}),
            tooltip: [
              { field: 'account', type: 'nominal', title: words.t('charts.account') },
              { field: 'time', type: 'nominal', title: words.t('charts.time') },
              { field: 'value', type: 'quantitative', title: plan.measure, format: plan.percent ? '.2%' : ',' },
              { field: 'metric', type: 'nominal', title: words.t('charts.metric') },
            ],
          },
        },
      ],
    },
  } as unknown as TopLevelSpec;
}
