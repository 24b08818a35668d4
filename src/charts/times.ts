import type { TopLevelSpec } from 'vega-lite';
import type { Times } from '#model/posting.ts';
import type { Chart, Datum } from './chart.ts';
import { scopeName, sourcesOf, type Page } from './context.ts';
import { heatPanel } from './heat.ts';
import { hourName, onlinePanels } from './online.ts';
import { render } from './render.ts';
import { INK } from './theme.ts';

type Band = Times['bands'][number];
type Moment = Pick<Band, 'n' | 'index' | 'from' | 'to'>;

/** Hours that the title names; the table has all. */
const NAMED = 3;

/** When posts were published and how they did, with the hours at which followers are online. For the agency alone; undefined where too few posts have a time. */
export async function timesChart(page: Page): Promise<Chart | undefined> {
  const { words, report } = page;
  const { times } = report;
  if (times === null || page.scope !== 'agency' || !times.cells.some(({ index }) => index !== null)) return undefined;
  const days = words.t('posts.times.days').split(' ');
  const label = words.t('charts.panel', { name: scopeName(page), measure: words.t('posts.times.measure') });
  const hours = times.cells.map(({ hour }) => hour);
  const tiles = times.cells.map((cell) => ({
    row: cell.weekday - 1,
    hour: cell.hour,
    index: cell.index,
    apart: sideOf(cell) !== undefined,
    tip: `${days[cell.weekday - 1]} ${hourName(page, cell.hour)}: ${said(page, cell)}`,
  }));
  const key = { less: words.t('posts.times.less'), more: words.t('posts.times.more') };
  const online = await onlinePanels(page, times.online);
  const title = finding(page, times);
  return {
    id: 'times',
    question: 2,
    title,
    subtitle: words.t('charts.daily.subtitle', {
      measure: words.t('posts.times.measure'),
      span: words.span(times.window.from, times.window.to),
      scope: scopeName(page),
    }),
    description: describe(page, times),
    panels: [
      {
        label: online.length === 0 ? null : words.t('posts.times.panel'),
        svg: await render(heatPanel(label, tiles, days, [Math.min(...hours), Math.max(...hours)], key), page.cache),
      },
      ...online,
    ],
    table: {
      columns: [
        words.t('posts.times.column.hour'),
        ...(['weekdays', 'weekend'] as const).flatMap((when) => [
          words.t(`posts.times.when.${when}`),
          words.t('posts.formats.column.posts'),
        ]),
      ],
      rows: [...new Set(times.bands.map(({ hour }) => hour))]
        .sort((a, b) => a - b)
        .map((hour) => [
          hourName(page, hour),
          ...(['weekdays', 'weekend'] as const).flatMap((when) => {
            const band = times.bands.find((one) => one.hour === hour && one.days === when);
            return band ? [amount(page, band), words.number(band.n)] : ['', words.number(0)];
          }),
        ]),
    },
    data: dataOf(page, times),
    notes: notesOf(page, times, online.length > 0),
    sources: sourcesOf(
      page,
      report.figures
        .filter(({ kpi, scope }) => kpi === 'engagements' && times.over.includes(scope))
        .flatMap(({ grounds }) => grounds),
    ),
    spec: explore(page, title, times, days),
  };
}

/** On which side of the usual an hour lies as a whole interval. */
function sideOf({ from, to }: Moment): 'above' | 'below' | undefined {
  if (from !== null && from > 1) return 'above';
  return to !== null && to < 1 ? 'below' : undefined;
}

/** The hours that stand out, by the intervals that hold all together; that none does where none does. Never a cause, never advice. */
function finding(page: Page, { bands }: Times): string {
  const { words } = page;
  for (const side of ['above', 'below'] as const) {
    const found = bands.filter((band) => sideOf(band) === side);
    const far = found.sort((a, b) => ((b.index ?? 1) - (a.index ?? 1)) * (side === 'above' ? 1 : -1));
    const first = far[0];
    if (!first) continue;
    const same = far.filter(({ days }) => days === first.days).slice(0, NAMED);
    return words.t(`posts.times.finding.${side}`, {
      hours: words.list(same.map(({ hour }) => hourName(page, hour)).sort()),
      when: words.t(`posts.times.on.${first.days}`),
    });
  }
  return words.t('posts.times.finding.none');
}

function describe(page: Page, times: Times): string {
  const { words } = page;
  const apart = times.bands.filter((band) => sideOf(band) !== undefined);
  const named = apart.map((band) =>
    words.t('posts.times.describe.hour', {
      hour: hourName(page, band.hour),
      when: words.t(`posts.times.on.${band.days}`),
      value: amount(page, band),
    }),
  );
  const most = [...times.bands].sort((a, b) => b.n - a.n)[0];
  return [
    words.t('posts.times.describe.posts', {
      posts: times.posts,
      hour: most ? hourName(page, most.hour) : '',
      when: words.t(`posts.times.on.${most?.days ?? 'weekdays'}`),
    }),
    named.length === 0 ? words.t('posts.times.describe.none') : `${words.list(named)}.`,
  ].join(' ');
}

/** "1,4 (1,1–1,8)" */
function amount({ words }: Page, { index, from, to }: Moment): string {
  if (index === null) return words.t('posts.times.few');
  const value = words.number(index, { digits: 2 });
  return from === null || to === null
    ? value
    : `${value} (${words.number(from, { digits: 2 })}–${words.number(to, { digits: 2 })})`;
}

function said(page: Page, moment: Moment): string {
  const { words } = page;
  return moment.index === null
    ? words.t('posts.formats.few', { count: moment.n })
    : words.t('posts.formats.value', { value: amount(page, moment), count: moment.n });
}

function notesOf(page: Page, times: Times, online: boolean): string[] {
  const { words, declarations, report } = page;
  const social = page.accounts.filter(({ id }) => report.accounts.some((one) => one.account === id && one.family === 'social'));
  const left = social.filter(({ id }) => !times.over.includes(id)).map(({ name }) => name);
  const looked = times.bands.filter(({ from }) => from !== null).length;
  const cells = times.cells.filter(({ index }) => index !== null);
  const sources = new Set(
    report.accounts.filter(({ account }) => times.online.some((one) => one.account === account)).map(({ source }) => source),
  );
  return [
    words.t('posts.times.note.index'),
    words.t('posts.times.note.tiles', { least: times.least }),
    words.t('posts.times.note.chance', {
      cells: cells.length,
      apart: cells.filter((cell) => sideOf(cell) !== undefined).length,
      chance: Math.round(cells.length / 20),
      looked,
    }),
    words.t('posts.times.note.used', { zone: times.zone }),
    ...(left.length > 0 ? [words.t('posts.times.note.left', { name: words.list(left) })] : []),
    ...(online ? [words.t('posts.times.note.online')] : []),
    ...declarations
      .filter(({ id }) => sources.has(id))
      .flatMap(({ name, gives }) => {
        const note = gives.find(({ measure }) => measure === 'followers-online')?.note;
        const text = note?.[words.lang] ?? note?.['en'];
        return text === undefined ? [] : [`${name}: ${text}`];
      }),
  ];
}

function dataOf({ report, agency }: Page, times: Times): Datum[] {
  const base = { time: report.period, account: 'agency', name: agency.short, metric: '' };
  const moment = (at: string, { n, index, from, to }: Moment): Datum[] => {
    const one = (what: string, value: number | null): Datum => ({
      ...base,
      measure: `${at}-${what}`,
      value,
      ...(value === null ? { reason: 'too-few' as const } : {}),
      ...(value !== null && report.status === 'provisional' ? { provisional: true } : {}),
    });
    return [one('posts', n), one('index', index), one('from', from), one('to', to)];
  };
  const hour = (value: number) => String(value).padStart(2, '0');
  return [
    ...times.bands.flatMap((band) => moment(`${band.days}-${hour(band.hour)}`, band)),
    ...times.cells.flatMap((cell) => moment(`day-${cell.weekday}-${hour(cell.hour)}`, cell)),
    ...times.online.map(({ account, hour: at, value }) => ({
      ...base,
      account,
      name: account,
      measure: `online-${hour(at)}`,
      value,
    })),
  ];
}

function explore({ words }: Page, title: string, { cells, least }: Times, days: readonly string[]): TopLevelSpec {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title,
    width: 560,
    height: 200,
    autosize: { type: 'fit-x', contains: 'padding' },
    data: {
      values: cells.map(({ weekday, ...cell }) => ({ ...cell, weekday: days[weekday - 1], told: cell.n >= least })),
    },
    transform: [{ filter: 'datum.told' }],
    mark: { type: 'square', color: INK.mark, opacity: 1 },
    encoding: {
      x: { field: 'hour', type: 'ordinal', title: null, axis: { labelAngle: 0 } },
      y: { field: 'weekday', type: 'nominal', sort: days, title: null },
      size: { field: 'index', type: 'quantitative', title: words.t('posts.times.measure'), legend: { orient: 'top' } },
      tooltip: [
        { field: 'weekday' },
        { field: 'hour', title: words.t('posts.times.column.hour') },
        { field: 'n', title: words.t('posts.formats.column.posts') },
        { field: 'index', title: words.t('posts.times.measure'), format: '.2f' },
        { field: 'from', format: '.2f' },
        { field: 'to', format: '.2f' },
      ],
    },
  } as unknown as TopLevelSpec;
}
