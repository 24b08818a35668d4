/**
 * Canonical JSON: keys sorted, two spaces, one record a line while it fits, a newline at the end. The same value always gives the same
 * bytes, and a changed figure is one changed line in git. Throws on what JSON can't hold (NaN, Infinity, undefined in a list).
 */
export function canonical(value: unknown): string {
  return `${isObject(value) ? written(value, '').text : scalar(value)}\n`;
}

const WIDTH = 240;

/** A list or object as it stands in its place, and on one line, as it may stand within its parent's; undefined where that is too long. */
interface Written {
  readonly text: string;
  readonly line: string | undefined;
}

/** Each part is written once, from the inside out. */
function written(value: object, indent: string): Written {
  const isList = Array.isArray(value);
  const inner = `${indent}  `;
  const rows: string[] = [];
  // The same as rows until a part is another on a line of its own than within its parent's.
  let parts: string[] | undefined = rows;
  let room = WIDTH;
  let isFlat = indent !== '';
  const add = (name: string, item: unknown): void => {
    let [text, line]: [string, string | undefined] = ['', undefined];
    if (isObject(item)) {
      ({ text, line } = written(item, inner));
      // A list of records has one a line.
      if (isList) isFlat = false;
    } else text = line = scalar(item);
    if (parts) {
      room -= name.length + (line?.length ?? WIDTH) + 2;
      if (line === undefined || room < 0) parts = undefined;
      else if (line !== text && parts === rows) parts = [...rows, name + line];
      else if (parts !== rows) parts.push(name + line);
    }
    rows.push(name + text);
  };
  if (isList) for (const item of value) add('', item);
  else
    for (const key of Object.keys(value).sort()) {
      const item = (value as Readonly<Record<string, unknown>>)[key];
      if (item !== undefined) add(`${JSON.stringify(key)}: `, item);
    }
  const [open, close] = isList ? '[]' : '{}';
  const line = parts && `${open}${parts.join(', ')}${close}`;
  if (line !== undefined && (rows.length === 0 || (isFlat && line.length <= WIDTH - indent.length))) return { text: line, line };
  return { text: `${open}\n${inner}${rows.join(`,\n${inner}`)}\n${indent}${close}`, line };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function scalar(value: unknown): string {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${value} can't be written as JSON; use null with a reason`);
    return String(value === 0 ? 0 : value);
  }
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  throw new TypeError(`${typeof value} can't be written as JSON`);
}
