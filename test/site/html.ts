/** A start tag with its attributes, entities decoded. */
export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Where the tag ends in the text. */
  readonly end: number;
}

const TAG = /<([a-zA-Z][\w:-]*)((?:\s+[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/g;
const ATTRIBUTE = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** Every start tag of a page. The pages are machine-written; html-validate has seen to it that they are well formed. */
export function tags(html: string): readonly Tag[] {
  const source = html
    .replace(/<!--[\s\S]*?-->/g, (comment) => ' '.repeat(comment.length))
    .replace(/(<script[^>]*>)([\s\S]*?)(?=<\/script>)/g, (_, open: string, code: string) => open + ' '.repeat(code.length));
  return [...source.matchAll(TAG)].map(([whole, name = '', attributes = ''], index, all) => ({
    name: name.toLowerCase(),
    attributes: new Map(
      [...attributes.matchAll(ATTRIBUTE)].map(([, key = '', double, single, bare]) => [
        key.toLowerCase(),
        decode(double ?? single ?? bare ?? ''),
      ]),
    ),
    end: (all[index]?.index ?? 0) + whole.length,
  }));
}

/** What a reader sees or hears of a page: its text and the texts of attributes, one piece a line. */
export function visible(html: string): string {
  const spoken = tags(html).flatMap(({ attributes }) =>
    ['aria-label', 'title', 'alt', 'data-tip'].flatMap((name) => attributes.get(name) ?? []),
  );
  const body = html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '').replace(/<!--[\s\S]*?-->/g, '');
  return [decode(body.replace(/<[^>]*>/g, '\n')), ...spoken].join('\n');
}

/** Replaces character references. */
export function decode(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return ENTITIES[name ?? ''] ?? whole;
    },
  );
}
