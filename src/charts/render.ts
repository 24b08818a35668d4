import { createHash } from 'node:crypto';
import * as vega from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile, version, type TopLevelSpec } from 'vega-lite';
import { measure } from './measure.ts';
import { slim } from './slim.ts';
import { THEME, SIZE } from './theme.ts';

/** Where drawn pictures are kept between builds; the caller owns the disk. */
export interface Cache {
  get(key: string): string | undefined;
  set(key: string, svg: string): void;
}

// Vega would ask a canvas where one is installed, and guess where none is: the same chart would differ by machine.
const metrics = (vega as unknown as { textMetrics: { width: (item: { fontSize?: number }, text: unknown) => number } })
  .textMetrics;
metrics.width = (item, text) => measure(Array.isArray(text) ? String(text[0] ?? '') : String(text ?? ''), item.fontSize ?? SIZE);

/** The key of a picture: library versions, theme and specification. */
export function keyOf(spec: TopLevelSpec): string {
  return createHash('sha256')
    .update(JSON.stringify([vega.version, version, THEME, spec]))
    .digest('hex');
}

/** Draws a Vega-Lite specification as a small SVG whose colours are the page's CSS variables. No canvas, no DOM, no eval. */
export async function render(spec: TopLevelSpec, cache?: Cache): Promise<string> {
  const key = cache ? keyOf(spec) : '';
  const kept = cache?.get(key);
  if (kept !== undefined) return kept;
  const view = new vega.View(vega.parse(compile(spec).spec, undefined, { ast: true }), {
    renderer: 'none',
    expr: expressionInterpreter,
    logLevel: vega.Warn,
  } as vega.ViewOptions);
  const svg = slim(await view.toSVG(), spec.description ?? '', spec.usermeta?.['rows'] === true);
  view.finalize();
  cache?.set(key, svg);
  return svg;
}
