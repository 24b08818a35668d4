import widths from './widths.json' with { type: 'json' };

/** Advance widths of Plus Jakarta Sans (weight 400, per 1000 em), so that a chart is the same on a machine without the font. */
const table = new Map<string, number>();
for (const [width, characters] of Object.entries(widths)) {
  for (const character of characters) table.set(character, Number(width));
}
/** For characters that are not in the table: wide enough for most scripts. */
const OTHER = 700;

/** Width of a line of text in pixels. */
export function measure(text: string, size: number): number {
  let sum = 0;
  for (const character of text) sum += table.get(character) ?? OTHER;
  return (sum * size) / 1000;
}

/** The text, cut with an ellipsis where it is wider than `limit` pixels. */
export function fit(text: string, size: number, limit: number): string {
  if (measure(text, size) <= limit) return text;
  const characters = [...text];
  while (characters.length > 1 && measure(`${characters.join('')}…`, size) > limit) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
