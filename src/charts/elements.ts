import type { TopLevelSpec } from 'vega-lite';
import type { Parts } from '#model/parts.ts';
import type { Chart } from './chart.ts';
import { phrase, sourcesOf, type Page } from './context.ts';
import { dotPanel } from './dots.ts';
import { fit } from './measure.ts';
import { panelCount } from './notes.ts';
import { render } from './render.ts';
import { INK, SIZE, WIDTH } from './theme.ts';

interface Mark {
  readonly element: string;
  readonly name: string;
  /** Null where the sum or the number of answers is not known. */
  readonly mean: number | null;
  readonly said: string;
}

interface Survey {
  readonly account: string;
  readonly name: string;
  readonly scores: Parts;
  readonly marks: readonly Mark[];
}

/** Marks run from 1 to 4; the axis shows the zero that dots are measured from. */
const SCALE = [0, 1, 2, 3, 4];

/** The mean mark of each element of a survey, where one was held: the sum of the marks over the answers. Undefined where none was. */
export async function elementsChart(page: Page): Promise<Chart | undefined> {
  const { words, report } = page;
  const surveys = page.accounts.flatMap(({ id, name }) => surveyOf(page, id, name));
  const first = surveys[0];
  if (!first) return undefined;
  const measure = words.t('charts.measure.elements');
  const title = finding(page, first);
  const panels = await Promise.all(
    surveys.map(async ({ name, marks }) => {
      const label = words.t('charts.panel', { name, measure });
      const drawn = marks.flatMap((mark) => (mark.mean === null ? [] : [{ ...mark, mean: mark.mean }]));
      const dots = drawn.map((mark, index) => ({
        index,
        now: Number(mark.mean.toPrecision(6)),
        former: null,
        name: fit(mark.name, SIZE, WIDTH - 60),
        text: mark.said,
        tip: words.t('charts.dots.tip', { name: mark.name, period: words.period(report.period), value: mark.said }),
        formerTip: '',
      }));
      return {
        label: page.scope === 'agency' ? name : null,
        svg: await render(
          dotPanel(label, dots, SCALE, (value) => words.number(value)),
          page.cache,
        ),
      };
    }),
  );
  const columns = [words.t('charts.element'), ...surveys.map(({ name }) => name)];
  return {
    id: 'elements',
    question: 4,
    title,
    subtitle: words.t('charts.dots.single', {
      measure,
      period: words.period(report.period),
      scope: words.list(surveys.map(({ name }) => name)),
    }),
    description: `${panelCount(page, surveys.length)}${first.marks.map(({ name, said }) => `${name}: ${said}`).join('; ')}.`,
    panels,
    table: {
      columns,
      rows: first.marks.map(({ element, name }) => [
        name,
        ...surveys.map(({ marks }) => marks.find((mark) => mark.element === element)?.said ?? words.t('charts.unknown')),
      ]),
    },
    data: surveys.flatMap(({ account, name, scores, marks }) =>
      marks.map(({ element, mean }) => ({
        time: report.period,
        account,
        name,
        measure: `mark-${element}`,
        value: mean,
        ...(mean === null ? { reason: 'empty' as const } : {}),
        ...(report.status === 'provisional' && mean !== null ? { provisional: true } : {}),
        metric: mean === null ? '' : scores.metric,
      })),
    ),
    notes: [words.t('charts.note.elements')],
    sources: sourcesOf(
      page,
      surveys.map(({ account, scores: { metric, api } }) => ({ account, source: account, metric, api })),
    ),
    spec: explore(title, measure, first.marks),
  };
}

function surveyOf(page: Page, account: string, name: string): Survey[] {
  const { words, report } = page;
  const table = (measure: Parts['measure']) =>
    report.parts.find((one) => one.account === account && one.measure === measure && one.by.join() === 'element');
  const [scores, answers] = [table('score-sum'), table('survey-answers')];
  if (!scores || !answers) return [];
  const marks = scores.rows
    .map(({ dimensions: { element = '' }, value, reason }): Mark => {
      const n = answers.rows.find(({ dimensions }) => dimensions.element === element)?.value ?? null;
      const mean = value === null || n === null || n === 0 ? null : value / n;
      const said = mean === null ? phrase(page, reason ?? 'empty') : words.number(mean, { digits: 2 });
      return { element, name: words.t(`part.element.${element}`), mean, said };
    })
    .sort((a, b) => (a.element < b.element ? -1 : 1));
  return marks.some(({ mean }) => mean !== null) ? [{ account, name, scores, marks }] : [];
}

/** Which element has the lowest mark, since that is where work is left, and which the highest. */
function finding(page: Page, { marks }: Survey): string {
  const known = marks.flatMap((mark) => (mark.mean === null ? [] : [{ ...mark, mean: mark.mean }]));
  const ranked = known.sort((a, b) => a.mean - b.mean);
  const [low, high] = [ranked[0], ranked.at(-1)];
  return page.words.t('charts.finding.elements', {
    low: low?.name ?? '',
    lowest: low?.said ?? '',
    high: high?.name ?? '',
    highest: high?.said ?? '',
  });
}

function explore(title: string, measure: string, marks: readonly Mark[]): TopLevelSpec {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title,
    width: 560,
    height: marks.length * 28,
    autosize: { type: 'fit-x', contains: 'padding' },
    data: { values: marks.map(({ name, mean }) => ({ name, value: mean })) },
    mark: { type: 'point', filled: true, size: 80, opacity: 1, color: INK.mark },
    encoding: {
      x: { field: 'value', type: 'quantitative', title: null, scale: { domain: [0, 4] }, axis: { tickCount: 4 } },
      y: { field: 'name', type: 'nominal', title: null, sort: null },
      tooltip: [{ field: 'name' }, { field: 'value', title: measure }],
    },
  } as unknown as TopLevelSpec;
}
