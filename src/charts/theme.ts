import type { Config } from 'vega-lite';

/** Part of every cache key; raise it when the look changes without the spec changing. */
export const THEME = 'terang-2';

/**
 * Inks are sentinels: Vega draws with these hex values and the SVG gets the page's CSS variables in their place, so that one
 * picture serves the light theme, the dark one and paper.
 */
export const INK = {
  text: '#00000a',
  quiet: '#00000b',
  grid: '#00000c',
  mark: '#00000d',
  soft: '#00000e',
  second: '#00000f',
  gap: '#00001a',
  paper: '#00001b',
  neutral: '#00001c',
  negative: '#00001d',
} as const;

/** The CSS variables a page has to set. */
export const VARIABLES: Readonly<Record<string, string>> = {
  [INK.text]: '--ink',
  [INK.quiet]: '--quiet',
  [INK.grid]: '--grid',
  [INK.mark]: '--mark',
  [INK.soft]: '--mark-soft',
  [INK.second]: '--mark-second',
  [INK.gap]: '--gap',
  [INK.paper]: '--paper',
  [INK.neutral]: '--neutral',
  [INK.negative]: '--negative',
};

/** Size of text in a panel that is 320 wide; a page may scale it from 280 to 380. */
export const SIZE = 12;
/** Intrinsic width of every panel. */
export const WIDTH = 320;

export const CONFIG: Config = {
  background: null as never,
  font: 'inherit',
  view: { stroke: null, fill: null as never },
  axis: {
    domain: false,
    ticks: false,
    grid: false,
    labelColor: INK.quiet,
    labelFontSize: SIZE,
    labelOverlap: false,
    labelBound: false,
    labelPadding: 6,
    title: null,
    aria: false,
  },
  axisY: { grid: true, gridColor: INK.grid, gridWidth: 1 },
  text: { fontSize: SIZE, color: INK.text },
};
