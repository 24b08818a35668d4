/**
 * Canonical JSON: keys sorted, two spaces, one record a line while it fits, a newline at the end. The same value always gives the same
 * bytes, and a changed figure is one changed line in git. Throws on what JSON can't hold (NaN, Infinity, undefined in a list).
 */
export function canonical(value: unknown): string {
  return `${pretty(value, '')}\n`;
}

const WIDTH = 240;

function pretty(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return scalar(value);
  const inner = `${indent}  `;
  const nested = Array.isArray(value) && value.some((item) => typeof item === 'object' && item !== null);
  const flat = indent === '' || nested ? undefined : compact(value, WIDTH - indent.length);
  if (flat !== undefined) return flat;
  const items = Array.isArray(value)
    ? value.map((item) => inner + pretty(item, inner))
    : entriesOf(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${pretty(item, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return items.length === 0 ? `${open}${close}` : `${open}\n${items.join(',\n')}\n${indent}${close}`;
}

/** On one line; undefined where that takes more than `room` characters. */
function compact(value: unknown, room: number): string | undefined {
  if (typeof value !== 'object' || value === null) return scalar(value);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const entries = Array.isArray(value) ? value.map((item): [string, unknown] => ['', item]) : entriesOf(value);
  let text = open as string;
  for (const [key, item] of entries) {
    const part = compact(item, room - text.length);
    if (part === undefined) return undefined;
    text += `${text.length > 1 ? ', ' : ''}${Array.isArray(value) ? '' : `${JSON.stringify(key)}: `}${part}`;
    if (text.length >= room) return undefined;
  }
  return text + close;
}

function scalar(value: unknown): string {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${value} can't be written as JSON; use null with a reason`);
    return JSON.stringify(value === 0 ? 0 : value);
  }
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  throw new TypeError(`${typeof value} can't be written as JSON`);
}

function entriesOf(value: object): [string, unknown][] {
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
