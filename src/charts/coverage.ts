import type { TopLevelSpec } from 'vega-lite';
import type { AccountState } from '#model/account-state.ts';
import { dayLabels, shortDay } from './axis.ts';
import type { Chart } from './chart.ts';
import { phrase, scopeName, type Page } from './context.ts';
import { fit } from './measure.ts';
import { render } from './render.ts';
import { CONFIG, INK, SIZE, WIDTH } from './theme.ts';

type State = 'all' | 'part' | 'none';

/** Days next to each other in the same state. */
interface Run {
  readonly row: number;
  readonly state: State;
  readonly from: number;
  end: number;
  tip: string;
}

const ROW = 34;
/** Gaps of one account that the chart names itself. */
const NAMED = 3;
const MARGIN = 1;

/** Days by account: which figures came in. Undefined where nothing was due. */
export async function coverageChart(page: Page): Promise<Chart | undefined> {
  const { words, report } = page;
  const states = page.accounts.flatMap(({ id, name }) => {
    const state = report.accounts.find(({ account }) => account === id);
    return state && state.daily.length > 0 && state.expected > 0 ? [{ id, name, state }] : [];
  });
  if (states.length === 0) return undefined;
  const days = [...new Set(states.flatMap(({ state }) => state.daily.map(({ day }) => day)))].sort();
  const known = states.reduce((sum, { state }) => sum + state.known, 0);
  const expected = states.reduce((sum, { state }) => sum + state.expected, 0);
  const runs = states.flatMap(({ name, state }, row) => runsOf(page, name, state, days, row));
  const measure = words.t('charts.measure.coverage');
  const label = words.t('charts.panel', { name: scopeName(page), measure });
  const names = states.map(({ name, state }) => ({
    name: fit(name, SIZE, WIDTH - 70),
    share: share(page, state.known, state.expected),
  }));
  const open = report.status === 'provisional' ? { provisional: true } : {};
  const title =
    known === expected
      ? words.t('charts.coverage.full')
      : words.t('charts.coverage.title', { share: share(page, known, expected) });
  return {
    id: 'coverage',
    question: 7,
    title,
    subtitle: words.t('charts.daily.subtitle', {
      measure,
      span: words.span(days[0] ?? report.from, days.at(-1) ?? report.through),
      scope: scopeName(page),
    }),
    description: `${states.map(({ name, state }) => words.t('charts.describe.coverage', { name, share: share(page, state.known, state.expected) })).join('; ')}.`,
    panels: [{ label: null, svg: await render(tilePanel(label, names, runs, days.length, dayLabels(days, words)), page.cache) }],
    table: {
      columns: ['account', 'coverage.known', 'coverage.expected', 'coverage.share', 'coverage.through'].map((key) =>
        words.t(`charts.${key}`),
      ),
      rows: states.map(({ name, state }) => [
        name,
        words.number(state.known),
        words.number(state.expected),
        share(page, state.known, state.expected),
        state.through === null ? words.t('charts.coverage.none') : words.day(state.through, 'plain'),
      ]),
    },
    data: states.flatMap(({ id: account, name, state }) =>
      state.daily.flatMap(({ day: time, known: received, expected: due }) => [
        { time, account, name, measure: 'figures-received', value: received, ...open, metric: '' },
        { time, account, name, measure: 'figures-due', value: due, ...open, metric: '' },
      ]),
    ),
    notes: [
      words.t('charts.note.tiles'),
      ...states.flatMap(({ name, state }) => {
        if (state.gaps.length > NAMED) return [words.t('charts.note.gaps', { name, count: state.gaps.length })];
        return state.gaps.map(({ measure: what, from, to, reason }) => {
          const who = what === null ? name : `${name} (${words.t(`measure.${what}`)})`;
          return words.t('charts.note.gap', { name: who, span: words.span(from, to), reason: phrase(page, reason) });
        });
      }),
    ],
    sources: [],
    spec: explore(page, title, states, days),
  };
}

/** Rounded down, so that 99.96 % is never called all. */
function share(page: Page, known: number, expected: number): string {
  const ratio = known / expected;
  return page.words.percent(ratio < 1 ? Math.floor(ratio * 1000) / 1000 : 1, ratio === 1 ? 0 : 1);
}

function runsOf(page: Page, name: string, state: AccountState, days: readonly string[], row: number): Run[] {
  const { words } = page;
  const byDay = new Map(state.daily.map((one) => [one.day, one]));
  const runs: (Run & { say: string; first: string })[] = [];
  days.forEach((day, index) => {
    const one = byDay.get(day);
    if (!one || one.expected === 0) return;
    const kind: State = one.known >= one.expected ? 'all' : one.known > 0 ? 'part' : 'none';
    const say =
      kind === 'part'
        ? words.t('charts.coverage.part', { known: one.known, expected: one.expected })
        : words.t(`charts.coverage.${kind}`);
    const last = runs.at(-1);
    if (last && last.end === index && last.say === say) {
      last.end = index + 1;
      last.tip = `${name}, ${words.span(last.first, day)}: ${say}`;
    } else
      runs.push({
        row,
        state: kind,
        from: index,
        end: index + 1,
        say,
        first: day,
        tip: `${name}, ${words.span(day, day)}: ${say}`,
      });
  });
  return runs.map(({ say: _say, first: _first, ...run }) => run);
}

/** Tiles are dashes of a thick line, one dash a day: a day stays countable and a whole month is one short path. */
export function tilePanel(
  label: string,
  names: readonly { name: string; share: string }[],
  runs: readonly Run[],
  count: number,
  labels: ReadonlyMap<number, string>,
): TopLevelSpec {
  const width = WIDTH - 2 * MARGIN;
  const step = width / count;
  const tiles = step >= 4 ? [Math.round((step - 1.2) * 100) / 100, 1.2] : [1, 0];
  const y = {
    field: 'row',
    type: 'quantitative',
    scale: { domain: [names.length - 0.5, -0.5], nice: false, zero: false },
    axis: null,
  };
  const x = {
    field: 'from',
    type: 'quantitative',
    scale: { domain: [0, count], nice: false },
    axis: {
      values: [...labels.keys()],
      labelExpr: `(${JSON.stringify(Object.fromEntries([...labels].map(([at, text]) => [`v${at}`, text])))})["v" + datum.value]`,
      labelAlign: 'left',
    },
  };
  const look: Record<State, Record<string, unknown>> = {
    all: { strokeWidth: 12, strokeDash: [step * 1 - (tiles[1] ?? 0), tiles[1]], color: INK.mark, yOffset: 4 },
    part: { strokeWidth: 5, strokeDash: [step * 1 - (tiles[1] ?? 0), tiles[1]], color: INK.mark, yOffset: 7.5 },
    none: { strokeWidth: 12, strokeDash: [1, 3], color: INK.gap, yOffset: 4 },
  };
  const layer = [
    {
      data: { values: names.map(({ name }, row) => ({ row, name })) },
      mark: { type: 'text', align: 'left', x: 0, dy: -11, aria: false },
      encoding: { y, text: { field: 'name' } },
    },
    {
      data: { values: names.map(({ share: text }, row) => ({ row, text })) },
      mark: { type: 'text', align: 'right', x: width, dy: -11, fontWeight: 600, aria: false },
      encoding: { y, text: { field: 'text' } },
    },
    ...(['all', 'part', 'none'] as const).flatMap((state) => {
      const values = runs.filter((run) => run.state === state).map(({ state: _, ...run }) => run);
      return values.length === 0
        ? []
        : [
            {
              data: { values },
              mark: { type: 'rule', ...look[state] },
              encoding: { x, x2: { field: 'end' }, y, description: { field: 'tip' } },
            },
          ];
    }),
  ];
  return {
    description: label,
    usermeta: { rows: true },
    width,
    height: names.length * ROW,
    padding: { left: MARGIN, right: MARGIN, top: 6, bottom: 20 },
    autosize: 'none',
    config: CONFIG,
    layer,
  } as unknown as TopLevelSpec;
}

function explore(
  page: Page,
  title: string,
  states: readonly { name: string; state: AccountState }[],
  days: readonly string[],
): TopLevelSpec {
  const { words } = page;
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title,
    width: 560,
    height: states.length * 28,
    autosize: { type: 'fit-x', contains: 'padding' },
    data: {
      values: states.flatMap(({ name, state }) =>
        state.daily.map(({ day, known, expected }) => ({
          account: name,
          day: shortDay(day, words),
          share: expected === 0 ? null : known / expected,
          known,
          expected,
        })),
      ),
    },
    mark: { type: 'rect' },
    encoding: {
      x: {
        field: 'day',
        type: 'ordinal',
        sort: days.map((day) => shortDay(day, words)),
        title: null,
        axis: { labelOverlap: true, labelAngle: 0 },
      },
      y: { field: 'account', type: 'nominal', sort: null, title: null },
      color: {
        field: 'share',
        type: 'quantitative',
        scale: { domain: [0, 1], range: [INK.grid, INK.mark] },
        title: words.t('charts.coverage.share'),
        legend: { format: '%', orient: 'top', gradientLength: 120 },
      },
      tooltip: [
        { field: 'account', title: words.t('charts.account') },
        { field: 'day', title: words.t('charts.date') },
        { field: 'known', title: words.t('charts.coverage.known') },
        { field: 'expected', title: words.t('charts.coverage.expected') },
      ],
    },
  } as unknown as TopLevelSpec;
}
