/** One field of a Graph API `fields` parameter: `comments.limit(0).summary(true).as(talk){id}`. */
export interface Field {
  readonly name: string;
  readonly alias: string;
  readonly modifiers: Readonly<Record<string, string>>;
  readonly fields: readonly Field[];
}

/** Reads a `fields` parameter; brackets and braces may nest. */
export function readFields(text: string): Field[] {
  return split(text, ',').map((part) => {
    const brace = part.indexOf('{');
    const head = brace < 0 ? part : part.slice(0, brace);
    const inner = brace < 0 ? '' : part.slice(brace + 1, part.lastIndexOf('}'));
    const [name = '', ...rest] = split(head, '.');
    const modifiers: Record<string, string> = {};
    for (const each of rest) {
      const open = each.indexOf('(');
      modifiers[open < 0 ? each : each.slice(0, open)] = open < 0 ? '' : each.slice(open + 1, each.lastIndexOf(')'));
    }
    return { name: name.trim(), alias: modifiers['as'] ?? name.trim(), modifiers, fields: inner ? readFields(inner) : [] };
  });
}

function split(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index <= text.length; index += 1) {
    const sign = text[index];
    if (sign === '(' || sign === '{') depth += 1;
    else if (sign === ')' || sign === '}') depth -= 1;
    else if (sign === undefined || (sign === separator && depth === 0)) {
      if (index > start) parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return parts;
}
