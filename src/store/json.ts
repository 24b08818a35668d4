/**
 * Canonical JSON: keys sorted, two spaces, one record a line while it fits, a newline at the end. The same value always gives the same
 * bytes, and a changed figure is one changed line in git. Throws on what JSON can't hold (NaN, Infinity, undefined in a list).
 */
export function canonical(value: unknown): string {
  return `${pretty(value, '')}\n`;
}

const WIDTH = 240;

function pretty(value: unknown, indent: string): string {
  const flat = compact(value);
  if (typeof value !== 'object' || value === null) return flat;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0 || (flat.length + indent.length <= WIDTH && !value.some(isContainer))) return flat;
    return `[\n${value.map((item) => inner + pretty(item, inner)).join(',\n')}\n${indent}]`;
  }
  if (flat.length + indent.length <= WIDTH && indent !== '') return flat;
  const entries = entriesOf(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${pretty(item, inner)}`);
  return entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n${indent}}`;
}

function compact(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${value} can't be written as JSON; use null with a reason`);
    return JSON.stringify(value === 0 ? 0 : value);
  }
  if (Array.isArray(value)) return `[${value.map(compact).join(', ')}]`;
  if (typeof value === 'object') return `{${entriesOf(value).map(([key, item]) => `${JSON.stringify(key)}: ${compact(item)}`).join(', ')}}`;
  throw new TypeError(`${typeof value} can't be written as JSON`);
}

function entriesOf(value: object): [string, unknown][] {
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function isContainer(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
