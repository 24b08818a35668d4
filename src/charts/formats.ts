import type { TopLevelSpec } from 'vega-lite';
import type { Formats } from '#model/posting.ts';
import type { Chart, Datum } from './chart.ts';
import { phrase, scopeName, sourcesOf, type Page } from './context.ts';
import { fit } from './measure.ts';
import { panelCount } from './notes.ts';
import { render } from './render.ts';
import { scalesOf } from './scale.ts';
import { spreadPanel, type SpreadMark } from './spread.ts';
import { INK, SIZE, WIDTH } from './theme.ts';

type Row = Formats['rows'][number];
interface Told extends Row {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** A table with the name of what it is about. */
interface Named {
  readonly name: string;
  readonly table: Formats;
}

/** How posts of each type did: the middle post and the middle half, all together and by account. Undefined where nothing can be compared. */
export async function formatsChart(page: Page): Promise<Chart | undefined> {
  const { words, report } = page;
  const main = report.formats.find(({ scope }) => scope === page.scope);
  if (!main || told(main).length < 2) return undefined;
  const own = page.scope === 'agency' ? accountsOf(page) : [];
  const drawn: Named[] = [
    ...(own.length === 1 && main.over.length === 1 ? [] : [{ name: nameOf(page, main), table: main }]),
    ...own.filter(({ table }) => told(table).length >= 2),
  ];
  const measure = words.t(`posts.formats.measure.${main.kpi}`);
  const scales = scalesOf(
    page,
    drawn.map(({ table }) => told(table).map(({ high }) => high)),
    'ratio',
    'zero',
  );
  const panels = await Promise.all(
    drawn.map(async ({ name, table }, index) => ({
      label: drawn.length > 1 ? labelOf(page, name, table, main) : null,
      svg: await render(
        spreadPanel(
          words.t('charts.panel', { name, measure: words.t(`posts.formats.measure.${table.kpi}`) }),
          table.rows.map((row) => markOf(page, row)),
          scales[index] as (typeof scales)[number],
        ),
        page.cache,
      ),
    })),
  );
  const title = finding(page, main, own);
  return {
    id: 'formats',
    question: 2,
    title,
    subtitle: words.t('charts.daily.subtitle', {
      measure,
      span: words.span(main.window.from, main.window.to),
      scope: scopeName(page),
    }),
    description: `${panelCount(page, drawn.length)}${drawn.map(({ name, table }) => words.t('posts.formats.describe', { name, rows: table.rows.map((row) => `${typeOf(page, row)} ${said(page, row)}`).join('; ') })).join(' ')}`,
    panels,
    table: {
      columns: ['scope', 'type', 'posts', 'median', 'half'].map((key) => words.t(`posts.formats.column.${key}`)),
      rows: drawn.flatMap(({ name, table }) =>
        table.rows.map((row) => [
          labelOf(page, name, table, main),
          typeOf(page, row),
          words.number(row.n),
          row.median === null ? phrase(page, row.reason ?? 'too-few') : words.percent(row.median),
          row.low === null || row.high === null ? '' : `${words.percent(row.low)}–${words.percent(row.high)}`,
        ]),
      ),
    },
    data: drawn.flatMap(({ name, table }) => dataOf(page, name, table)),
    notes: notesOf(page, main, drawn, scales[0]?.own === true),
    sources: sourcesOf(
      page,
      report.figures.find((figure) => figure.kpi === main.kpi && figure.scope === page.scope)?.grounds ?? [],
    ),
    spec: explore(page, title, drawn),
  };
}

function told({ rows }: Formats): Told[] {
  return rows.filter((row): row is Told => row.median !== null);
}

function accountsOf({ accounts, report }: Page): Named[] {
  return accounts.flatMap(({ id, name }) => {
    const table = report.formats.find(({ scope }) => scope === id);
    return table ? [{ name, table }] : [];
  });
}

function nameOf(page: Page, { over }: Formats): string {
  return page.words.list(over.map((id) => page.accounts.find((account) => account.id === id)?.name ?? id));
}

/** A panel by another rate than the chart's says so. */
function labelOf({ words }: Page, name: string, table: Formats, main: Formats): string {
  const label = table === main ? words.t('posts.formats.together', { name }) : name;
  return table.kpi === main.kpi ? label : words.t('posts.formats.other', { name, rate: words.kpi(table.kpi).name });
}

function typeOf({ words }: Page, { type }: Row): string {
  return words.t(`type.${type}`);
}

function said({ words }: Page, { n, median, reason }: Row): string {
  return median === null
    ? words.t(reason === 'too-few' ? 'posts.formats.few' : 'charts.unknown', { count: n })
    : words.t('posts.formats.value', { value: words.percent(median), count: n });
}

function markOf(page: Page, row: Row): SpreadMark {
  const { words } = page;
  const text = said(page, row);
  const half =
    row.low === null || row.high === null
      ? text
      : words.t('posts.formats.tip', { value: text, low: words.percent(row.low), high: words.percent(row.high) });
  return {
    name: fit(typeOf(page, row), SIZE, WIDTH - 130),
    text,
    tip: `${typeOf(page, row)}: ${half}`,
    middle:
      row.median === null
        ? null
        : { at: short(row.median), low: short(row.low ?? row.median), high: short(row.high ?? row.median) },
  };
}

/** Specifications keep no more of a number than a picture shows. */
function short(value: number): number {
  return Number(value.toPrecision(5));
}

/**
 * Which type drew most and which least, said only where the middle halves of the two lie apart, and where no account shows them the other way
 * round: what holds of all posts together may hold of no account, since accounts differ in what they publish (Simpson).
 */
function finding(page: Page, main: Formats, own: readonly Named[]): string {
  const { words } = page;
  const ranked = told(main).sort((a, b) => b.median - a.median);
  const [best, worst] = [ranked[0], ranked.at(-1)];
  if (!best || !worst) return words.t('charts.unknown');
  const turned = own.some(({ table }) => {
    const [high, low] = [best, worst].map(({ type }) => told(table).find((row) => row.type === type));
    return main.over.includes(table.scope) && high && low && high.median <= low.median;
  });
  const key = best.low > worst.high && !turned ? main.kpi : 'close';
  return words.t(`posts.formats.finding.${key}`, {
    best: typeOf(page, best),
    high: words.percent(best.median),
    worst: typeOf(page, worst),
    low: words.percent(worst.median),
  });
}

function notesOf(page: Page, main: Formats, drawn: readonly Named[], ownScale: boolean): string[] {
  const { words, report } = page;
  const shown = new Set(drawn.flatMap(({ table }) => (table === main && drawn.length > 1 ? [] : table.over)));
  const single = page.accounts.filter(({ id }) => {
    const table = report.formats.find(({ scope }) => scope === id);
    return table !== undefined && !shown.has(id);
  });
  const others = main.without.flatMap(({ account, reason }) => {
    const name = page.accounts.find(({ id }) => id === account)?.name;
    const said = shown.has(account) || single.some(({ id }) => id === account);
    return said || name === undefined ? [] : [{ name, reason }];
  });
  return [
    words.t('posts.formats.note.marks', { least: main.least }),
    words.t('posts.formats.note.rule'),
    ...(report.kind === 'month' ? [words.t('posts.formats.note.window')] : []),
    ...(main.over.length > 1 ? [words.t('posts.formats.note.together', { name: nameOf(page, main) })] : []),
    ...(ownScale && drawn.length > 1 ? [words.t('charts.note.own')] : []),
    ...(single.length > 0
      ? [words.t('posts.formats.note.single', { name: words.list(single.map(({ name }) => name)), least: main.least })]
      : []),
    ...[...Map.groupBy(others, ({ reason }) => reason)].map(([reason, some]) =>
      words.t('charts.note.without', { name: words.list(some.map(({ name }) => name)), reason: phrase(page, reason) }),
    ),
  ];
}

function dataOf({ report }: Page, name: string, { scope, kpi, rows }: Formats): Datum[] {
  return rows.flatMap(({ type, n, median, low, high, reason }) => {
    const one = (what: string, value: number | null): Datum => ({
      time: report.period,
      account: scope,
      name,
      measure: `${kpi}-${type}-${what}`,
      value,
      ...(value === null ? { reason: reason ?? 'too-few' } : {}),
      ...(value !== null && report.status === 'provisional' ? { provisional: true } : {}),
      metric: '',
    });
    return [one('posts', n), one('median', median), one('first-quartile', low), one('third-quartile', high)];
  });
}

function explore(page: Page, title: string, drawn: readonly Named[]): TopLevelSpec {
  const { words } = page;
  const column = (key: string) => words.t(`posts.formats.column.${key}`);
  const values = drawn.flatMap(({ name, table }) =>
    told(table).map((row) => ({
      account: name,
      type: typeOf(page, row),
      n: row.n,
      median: row.median,
      low: row.low,
      high: row.high,
    })),
  );
  const y = { field: 'type', type: 'nominal', title: null, sort: null };
  const x = { field: 'median', type: 'quantitative', title: null, axis: { format: '.1%', tickCount: 4 } };
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title,
    data: { values },
    facet: { row: { field: 'account', type: 'nominal', title: null, sort: null, header: { labelAngle: 0, labelOrient: 'top' } } },
    resolve: { scale: { x: 'independent', y: 'independent' } },
    spec: {
      width: 560,
      layer: [
        {
          mark: { type: 'rule', color: INK.soft, strokeWidth: 5 },
          encoding: { x: { ...x, field: 'low' }, x2: { field: 'high' }, y },
        },
        {
          mark: { type: 'point', filled: true, color: INK.mark, size: 80, opacity: 1 },
          encoding: {
            x,
            y,
            tooltip: [
              { field: 'type', title: column('type') },
              { field: 'n', title: column('posts') },
              { field: 'median', title: column('median'), format: '.2%' },
              { field: 'low', format: '.2%' },
              { field: 'high', format: '.2%' },
            ],
          },
        },
      ],
    },
  } as unknown as TopLevelSpec;
}
