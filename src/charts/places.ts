import type { TopLevelSpec } from 'vega-lite';
import { part } from '#i18n/part.ts';
import type { Measure } from '#model/measure.ts';
import type { Parts } from '#model/parts.ts';
import { regionAt } from '#model/region.ts';
import { ticks } from './axis.ts';
import type { Chart } from './chart.ts';
import { amount, brief, phrase, sourcesOf, type Page } from './context.ts';
import { fit, measure as widthOf } from './measure.ts';
import { panelCount } from './notes.ts';
import { render } from './render.ts';
import { rowsPanel } from './rows.ts';
import { INK, SIZE, WIDTH } from './theme.ts';

/** The finest first that every reader knows; a city's own table would need all cities of the country to be read as a ranking of them. */
const BY = ['province', 'city', 'country'] as const;
const MOST = 8;

interface Place {
  readonly name: string;
  readonly raw: string;
  readonly code?: string;
  readonly value: number | null;
  readonly said: string;
}

interface Ranking {
  readonly account: string;
  readonly name: string;
  readonly table: Parts;
  readonly places: readonly Place[];
}

/**
 * Counts by province, else by city, else by country, the largest first: for each account that gives one of the measures, the first that it gives.
 * Never a rate: how many people live there is not known here. Undefined where no account has two places to compare.
 */
export async function placesChart(
  page: Page,
  id: string,
  question: Chart['question'],
  measures: readonly Measure[],
): Promise<Chart | undefined> {
  const { words, report } = page;
  const rankings = page.accounts.flatMap(({ id: account, name }) => rankingOf(page, account, name, measures));
  const first = rankings[0];
  if (!first) return undefined;
  const period = words.period(report.period);
  const title = words.t('peers.places-finding', {
    measure: capital(words.t(`measure.${first.table.measure}`)),
    account: first.name,
    place: first.places[0]?.name ?? '',
    value: first.places[0]?.said ?? '',
  });
  const panels = await Promise.all(
    rankings.map(async (ranking) => ({
      label: headOf(page, ranking),
      svg: await render(placePanel(page, ranking), page.cache),
    })),
  );
  const shown = rankings.flatMap((ranking) => ranking.places.map((place) => ({ ranking, place })));
  return {
    id,
    question,
    title,
    subtitle: words.t('charts.dots.single', {
      measure: words.t('peers.places-measure', {
        measures: words.list(distinct(rankings.map((one) => words.t(`measure.${one.table.measure}`)))),
      }),
      period,
      scope: words.list(rankings.map(({ name }) => name)),
    }),
    description: `${panelCount(page, rankings.length)}${rankings
      .map(
        (ranking) =>
          `${headOf(page, ranking)}: ${top(ranking)
            .map(({ name, said }) => `${name} ${said}`)
            .join('; ')}`,
      )
      .join('. ')}.`,
    panels,
    table: {
      columns: [words.t('charts.account'), words.t('peers.place'), words.t('peers.code'), words.t('report.value')],
      rows: shown.map(({ ranking, place }) => [ranking.name, place.name, place.code ?? '', place.said]),
    },
    data: shown.map(({ ranking: { account, name, table }, place: { raw, code, value } }) => ({
      time: report.period,
      account,
      name,
      measure: table.measure,
      part: raw,
      ...(code === undefined ? {} : { code }),
      value,
      ...(value === null ? { reason: 'suppressed' as const } : {}),
      ...(report.status === 'provisional' && value !== null ? { provisional: true } : {}),
      metric: value === null ? '' : table.metric,
    })),
    notes: [
      words.t('peers.places-note'),
      ...(rankings.some(({ table }) => table.by[0] === 'province') ? [words.t('peers.code-note')] : []),
      ...rankings
        .filter(({ places }) => known(places).length > MOST)
        .map((one) => words.t('peers.places-more', { name: one.name, most: MOST, count: known(one.places).length })),
    ],
    sources: sourcesOf(
      page,
      rankings.map(({ account, table: { metric, api } }) => ({ account, source: account, metric, api })),
    ),
    spec: explore(title, first),
  };
}

function rankingOf(page: Page, account: string, name: string, measures: readonly Measure[]): Ranking[] {
  const tables = measures.flatMap((measure) =>
    BY.flatMap((by) =>
      page.report.parts.filter((one) => one.account === account && one.measure === measure && one.by.join() === by),
    ),
  );
  const table = tables.find(({ rows }) => rows.filter(({ value }) => value !== null).length > 1);
  if (!table) return [];
  const by = table.by[0] as (typeof BY)[number];
  const places = table.rows.map(({ dimensions, value, reason }): Place => {
    const raw = dimensions[by] ?? '';
    const region = regionAt(dimensions);
    const text = part(page.words, by, raw);
    return {
      raw,
      name: region && by === 'province' ? `${text} (${region.code})` : text,
      ...(region ? { code: region.code } : {}),
      value,
      said: value === null ? phrase(page, reason ?? 'empty') : amount(page, value, unitOf(table), table.currency),
    };
  });
  return [{ account, name, table, places }];
}

function unitOf({ currency }: Parts): 'money' | 'count' {
  return currency === undefined ? 'count' : 'money';
}

function known(places: readonly Place[]): (Place & { readonly value: number })[] {
  return places.flatMap((place) => (place.value === null ? [] : [{ ...place, value: place.value }]));
}

function top({ places }: Ranking) {
  return known(places).slice(0, MOST);
}

function headOf({ words, scope }: Page, { name, table }: Ranking): string {
  const measure = words.t('part.title', {
    measure: capital(words.t(`measure.${table.measure}`)),
    by: words.t(`dimension.${table.by[0] ?? ''}`),
  });
  return scope === 'agency' ? words.t('part.account', { title: measure, account: name }) : measure;
}

/** Each place's name over its own bar, which starts at zero. */
function placePanel(page: Page, ranking: Ranking): TopLevelSpec {
  const { table } = ranking;
  const rows = top(ranking).map(({ name, value, said }) => ({
    value,
    name: fit(name, SIZE, WIDTH - 20 - widthOf(said, SIZE)),
    text: said,
    tip: `${name}: ${said}`,
  }));
  const scale = ticks(Math.max(...rows.map(({ value }) => value)));
  const named = new Map(scale.map((value) => [value, value === 0 ? '0' : brief(page, value, unitOf(table), table.currency)]));
  return rowsPanel({ label: headOf(page, ranking), rows, domain: [0, scale.at(-1) ?? 0], ticks: named, ruled: false }, (x, y) => [
    {
      data: { values: rows.map(({ value: at, tip }, row) => ({ row, at, zero: 0, tip })) },
      mark: { type: 'rule', color: INK.mark, strokeWidth: 8 },
      encoding: { x, x2: { field: 'zero' }, y, description: { field: 'tip' } },
    },
  ]);
}

function explore(title: string, ranking: Ranking): TopLevelSpec {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title,
    width: 560,
    height: top(ranking).length * 28,
    autosize: { type: 'fit-x', contains: 'padding' },
    data: { values: top(ranking).map(({ name, value }) => ({ name, value })) },
    mark: { type: 'bar', color: INK.mark },
    encoding: {
      x: { field: 'value', type: 'quantitative', title: null, axis: { tickCount: 4 } },
      y: { field: 'name', type: 'nominal', title: null, sort: null },
      tooltip: [{ field: 'name' }, { field: 'value' }],
    },
  } as unknown as TopLevelSpec;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
