import type { Chart } from '#charts/chart.ts';

/** The light theme, since a picture leaves the page. */
const COLOURS: Readonly<Record<string, string>> = {
  paper: '#fcfbf7',
  ink: '#1a2129',
  quiet: '#434d57',
  grid: '#e2dfd4',
  mark: '#0b5f82',
  'mark-soft': '#6b92a7',
  'mark-second': '#b0521a',
  gap: '#857f72',
  neutral: '#70777e',
  negative: '#bf3b12',
};
const WIDTH = 720;
const EDGE = 24;

/** A chart as a picture of its own: title, panels, source; no page needed. `origin` says whose it is. */
export function picture(chart: Chart, lang: string, origin: string): string {
  const many = chart.panels.length > 1;
  const wide = (WIDTH - EDGE * 3) / 2;
  let y = EDGE;
  const parts: string[] = [];
  const write = (text: string, size: number, weight: number, ink: string, most: number) => {
    for (const line of wrap(text, most)) {
      y += size * 1.35;
      parts.push(
        `<text x="${EDGE}" y="${round(y)}" font-size="${size}" font-weight="${weight}" fill="var(--${ink})">${escape(line)}</text>`,
      );
    }
  };
  write(chart.title, 20, 700, 'ink', 62);
  write(chart.subtitle, 14, 400, 'quiet', 92);
  y += 20;
  let tallest = 0;
  chart.panels.forEach((panel, index) => {
    const [, boxWidth = 320, boxHeight = 130] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(panel.svg)?.map(Number) ?? [];
    const x = EDGE + (many && index % 2 === 1 ? wide + EDGE : 0);
    const height = (boxHeight * wide) / boxWidth;
    const label = panel.label === null ? 0 : 20;
    if (panel.label !== null) {
      parts.push(
        `<text x="${x}" y="${round(y + 14)}" font-size="14" font-weight="600" fill="var(--ink)">${escape(panel.label)}</text>`,
      );
    }
    const inner = panel.svg.replace(/ (?:width|height)="[\d.]+"/, '').replace(/ (?:width|height)="[\d.]+"/, '');
    parts.push(inner.replace('<svg', `<svg x="${x}" y="${round(y + label)}" width="${wide}" height="${round(height)}"`));
    tallest = Math.max(tallest, height + label + 12);
    if (!many || index % 2 === 1 || index === chart.panels.length - 1) {
      y += tallest;
      tallest = 0;
    }
  });
  for (const note of chart.notes) write(note, 12, 400, 'quiet', 108);
  write(origin, 12, 400, 'quiet', 108);
  const height = Math.ceil(y + EDGE);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" lang="${lang}" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="'Plus Jakarta Sans',Arial,sans-serif"><title>${escape(chart.title)}</title><desc>${escape(chart.description)}</desc><rect width="${WIDTH}" height="${height}" fill="var(--paper)"/>${parts.join('')}</svg>\n`;
  return svg.replace(/var\(--([a-z-]+)\)/g, (whole, name: string) => COLOURS[name] ?? whole);
}

function wrap(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length < most) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
