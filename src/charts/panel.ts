import type { TopLevelSpec } from 'vega-lite';
import type { Reason } from '#model/figure.ts';
import { boundLayers, type Bounds } from './bounds.ts';
import { measure } from './measure.ts';
import { CONFIG, INK, SIZE, WIDTH } from './theme.ts';

/** One place on the time axis. */
export interface Point {
  readonly value: number | null;
  /** Shown when the reader points at it: "September 2026: 1.234". */
  readonly tip: string;
  /** The figure alone, or why there is none. */
  readonly said: string;
  readonly provisional?: boolean;
  /** As a machine has it, with nobody's correction: open, like what is provisional. */
  readonly uncorrected?: boolean;
  readonly interval?: { readonly from: number; readonly to: number } | undefined;
  readonly reason?: Reason;
  /** What the platform calls the measure; a change is a break. Empty where nothing is known. */
  readonly metric: string;
}

export interface Time {
  /** Says what the picture shows, for those who can't see it. */
  readonly label: string;
  readonly mark: 'line' | 'bar';
  readonly points: readonly Point[];
  /** Written at point `at`: the last known one, or the highest. */
  readonly text: string;
  readonly at: number;
  readonly domain: readonly [number, number];
  readonly ticks: ReadonlyMap<number, string>;
  readonly labels: ReadonlyMap<number, string>;
  /** Word beside a break: "new definition". */
  readonly broken: string;
  readonly bounds?: Bounds | undefined;
  /** Of lines; the page's mark unless said. */
  readonly ink?: string;
  /** Left margin, the same in all panels of a chart. */
  readonly left: number;
}

const TOP = 20;
const BOTTOM = 22;
const RIGHT = 12;
const HEIGHT = 88;

type Layer = Record<string, unknown>;

/** The left margin that the widest of some axis labels needs. */
export function margin(labels: Iterable<string>): number {
  return Math.ceil(Math.max(16, ...[...labels].map((label) => measure(label, SIZE)))) + 7;
}

/** A specification of points over time. A hole is a hole, a new definition is a new line, what is provisional is open. */
export function timePanel(time: Time): TopLevelSpec {
  const count = time.points.length;
  const width = WIDTH - time.left - RIGHT;
  const step = width / count;
  const x = {
    field: 'x',
    type: 'quantitative',
    scale: { domain: [-0.5, count - 0.5], nice: false, zero: false },
    axis: { values: [...time.labels.keys()], labelExpr: lookup(time.labels) },
  };
  const y = {
    field: 'y',
    type: 'quantitative',
    scale: { domain: time.domain, nice: false, zero: false },
    axis: { values: [...time.ticks.keys()], labelExpr: lookup(time.ticks) },
  };
  const layer: Layer[] = [
    ...holes(time, x, y),
    ...(time.bounds ? boundLayers(time.bounds, time.domain, x, y) : []),
    ...(time.mark === 'bar' ? bars(time.points, x, y, step) : lines(time, x, y)),
    ...breaks(time, x, y),
    ...direct(time, x, y, width),
  ];
  return {
    description: time.label,
    width,
    height: HEIGHT,
    padding: { left: time.left, right: RIGHT, top: TOP, bottom: BOTTOM },
    autosize: 'none',
    config: CONFIG,
    layer,
  } as unknown as TopLevelSpec;
}

/** Stretches without a figure: stripes over the whole height, never a mark at zero. */
function holes(time: Time, x: Layer, y: Layer): Layer[] {
  const values: Layer[] = [];
  time.points.forEach((point, index) => {
    if (point.value !== null) return;
    const last = values.at(-1);
    if (last && last['end'] === index - 0.5 && last['why'] === point.said) last['end'] = index + 0.5;
    else
      values.push({
        x: index - 0.5,
        end: index + 0.5,
        y: middle(time.domain),
        why: point.said,
        first: point.tip.slice(0, -point.said.length - 2),
        tip: point.tip,
      });
    const now = values.at(-1) as Layer;
    if (now['end'] !== (now['x'] as number) + 1) now['tip'] = `${String(now['first'])} – ${point.tip}`;
  });
  if (values.length === 0) return [];
  return [
    {
      data: { values: values.map(({ why: _why, first: _first, ...value }) => value) },
      mark: { type: 'rule', strokeWidth: HEIGHT, strokeDash: [1, 3], color: INK.gap },
      encoding: { x, x2: { field: 'end' }, y, description: { field: 'tip' } },
    },
  ];
}

function middle([low, high]: readonly [number, number]): number {
  return (low + high) / 2;
}

function bars(points: readonly Point[], x: Layer, y: Layer, step: number): Layer[] {
  const size = Math.max(2, Math.round(step * 0.72));
  // The report's own period; where that is not known, no bar is this period's.
  const end = points.length - 1;
  const all = points.flatMap((point, index) =>
    point.value === null ? [] : [{ x: index, y: point.value, tip: point.tip, point }],
  );
  const firm = all.filter(({ point }) => !point.provisional);
  const open = all.filter(({ point }) => point.provisional);
  const daily = points.length > 13;
  const layer = (rows: typeof all, mark: Layer): Layer[] =>
    rows.length === 0
      ? []
      : [
          {
            data: { values: rows.map(({ point: _, ...row }) => row) },
            mark: { orient: 'vertical', ...mark },
            encoding: { x, y, description: { field: 'tip' } },
          },
        ];
  return [
    ...layer(
      firm.filter((row) => !daily && row.x !== end),
      { type: 'bar', width: size, color: INK.soft },
    ),
    ...layer(
      firm.filter((row) => daily || row.x === end),
      { type: 'bar', width: size, color: INK.mark },
    ),
    ...layer(open, { type: 'bar', width: size - 1, fill: INK.paper, stroke: INK.mark }),
    ...(open.length === 0
      ? []
      : [
          {
            data: { values: open.map((row) => ({ x: row.x, y: row.y, zero: 0 })) },
            mark: { type: 'rule', strokeWidth: size - 1, strokeDash: [1, 3], color: INK.mark, aria: false },
            encoding: { x, y: { ...y, field: 'zero' }, y2: { field: 'y' } },
          },
        ]),
  ];
}

function lines({ points, ink = INK.mark }: Time, x: Layer, y: Layer): Layer[] {
  const isOpen = (point: Point | undefined) => point?.provisional === true || point?.uncorrected === true;
  const firm: Layer[] = [];
  const open: Layer[] = [];
  const dots: Layer[] = [];
  let part = 0;
  points.forEach((point, index) => {
    if (point.value === null) return;
    const before = points[index - 1];
    const joined = before?.value != null && before.metric === point.metric;
    if (!joined || isOpen(before)) part += 1;
    // What nobody corrected and what was corrected are no course.
    const alike = before?.uncorrected === point.uncorrected;
    if (joined && alike && (isOpen(point) || isOpen(before)))
      open.push({ x: index - 1, y: before.value, part: index }, { x: index, y: point.value, part: index });
    if (!isOpen(point)) firm.push({ x: index, y: point.value, part });
    dots.push({ x: index, y: point.value, tip: point.tip, ...(isOpen(point) ? { open: true } : {}) });
  });
  const course = (values: Layer[], dash: Layer): Layer[] =>
    values.length < 2
      ? []
      : [
          {
            data: { values },
            mark: { type: 'line', color: ink, strokeWidth: 2, aria: false, ...dash },
            encoding: { x, y, detail: { field: 'part', type: 'nominal' } },
          },
        ];
  const spots = (values: Layer[], look: Layer): Layer[] =>
    values.length === 0
      ? []
      : [{ data: { values }, mark: { type: 'point', opacity: 1, ...look }, encoding: { x, y, description: { field: 'tip' } } }];
  const spans = points.flatMap(({ interval }, index) => (interval ? [{ x: index, y: interval.from, end: interval.to }] : []));
  return [
    ...(spans.length === 0
      ? []
      : [
          {
            data: { values: spans },
            mark: { type: 'rule', color: ink, strokeWidth: 1.5, aria: false },
            encoding: { x, y, y2: { field: 'end' } },
          },
        ]),
    ...course(firm, {}),
    ...course(open, { strokeDash: [3, 3] }),
    ...spots(
      dots.filter((dot) => !dot['open']),
      { filled: true, size: spans.length > 0 ? 40 : 20, color: ink },
    ),
    ...spots(
      dots.filter((dot) => dot['open']).map(({ open: _, ...dot }) => dot),
      { fill: INK.paper, stroke: ink, strokeWidth: 1.5, size: 40 },
    ),
  ];
}

/** Where the platform changed what it counts: a rule with a word beside it. */
function breaks(time: Time, x: Layer, y: Layer): Layer[] {
  const places = new Set<number>();
  let metric = '';
  time.points.forEach((point, index) => {
    if (point.value === null || point.metric === '') return;
    if (metric !== '' && metric !== point.metric) places.add(index - 0.5);
    metric = point.metric;
  });
  if (places.size === 0) return [];
  const left = (place: number) => place > time.points.length / 2;
  // Rules that stand close together share one word: a month that holds both metrics has one before and one behind it.
  const named = [...places].filter((place, index, all) => index === 0 || place - (all[index - 1] ?? 0) > time.points.length / 4);
  const words = (side: boolean): Layer[] => {
    const values = named.filter((place) => left(place) === side).map((place) => ({ x: place, text: time.broken }));
    if (values.length === 0) return [];
    return [
      {
        data: { values },
        mark: { type: 'text', align: side ? 'right' : 'left', dx: side ? -4 : 4, y: -11, color: INK.quiet, aria: false },
        encoding: { x, text: { field: 'text' } },
      },
    ];
  };
  return [
    {
      data: { values: [...places].map((place) => ({ x: place, y: time.domain[0], end: time.domain[1] })) },
      mark: { type: 'rule', color: INK.quiet, strokeWidth: 1, aria: false },
      encoding: { x, y, y2: { field: 'end' } },
    },
    ...words(true),
    ...words(false),
  ];
}

/** The figure written at its mark, clear of its neighbours and inside the picture. */
function direct({ mark, points, text, at, domain }: Time, x: Layer, y: Layer, width: number): Layer[] {
  const value = points[at]?.value;
  if (value == null || text === '') return [];
  const step = width / points.length;
  const centre = (at + 0.5) * step;
  const half = measure(text, SIZE) / 2 + 1;
  const align = centre + half > width + RIGHT ? 'right' : centre - half < 0 ? 'left' : 'center';
  const dx = align === 'right' ? width + RIGHT - 2 - centre : align === 'left' ? -centre : 0;
  const near = points
    .filter((_, index) => Math.abs(index - at) * step < half + step / 2)
    .map((point) => point.value ?? domain[0]);
  const before = points[at - 1]?.value ?? value;
  const below = mark === 'line' && before > value && (value - domain[0]) / (domain[1] - domain[0]) > 0.3;
  return [
    {
      data: { values: [{ x: at, y: mark === 'bar' ? Math.max(...near) : value, text }] },
      mark: {
        type: 'text',
        align,
        dx: Math.round(dx * 10) / 10,
        dy: below ? 15 : mark === 'bar' ? -8 : -11,
        fontWeight: 600,
        stroke: INK.paper,
        strokeWidth: 3,
        aria: false,
      },
      encoding: { x, y, text: { field: 'text' } },
    },
  ];
}

/** A Vega expression that gives an axis label by its value. */
function lookup(labels: ReadonlyMap<number, string>): string {
  return `(${JSON.stringify(Object.fromEntries([...labels].map(([value, label]) => [`v${value}`, label])))})["v" + datum.value]`;
}
