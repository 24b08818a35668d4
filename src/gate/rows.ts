/** One row of a table with the places of its cells. */
export interface Row {
  readonly line: number;
  readonly cells: readonly { readonly column: number; readonly text: string }[];
}

/**
 * The rows of a CSV or TSV text for looking at, never for figures: tolerant, with true places, delimiter guessed from the first lines.
 * The strict reader of exports is `src/sources/file/csv.ts`.
 */
export function rowsOf(text: string): Row[] {
  const delimiter = delimiterOf(text.slice(0, 10_000));
  const rows: Row[] = [];
  let cells: { column: number; text: string }[] = [];
  let [line, lineStart, rowLine] = [1, 0, 1];
  let at = 0;
  while (at < text.length) {
    const column = at - lineStart + 1;
    let words = '';
    if (text[at] === '"') {
      const end = closing(text, at);
      words = text.slice(at + 1, end).replaceAll('""', '"');
      for (let next = text.indexOf('\n', at); next !== -1 && next < end; next = text.indexOf('\n', next + 1)) {
        line += 1;
        lineStart = next + 1;
      }
      at = end + 1;
    }
    const rest = /[^\n,;\t|]*/y;
    let stop = at;
    do {
      rest.lastIndex = stop;
      stop += (rest.exec(text)?.[0].length ?? 0) + 1;
    } while (stop <= text.length && text[stop - 1] !== delimiter && text[stop - 1] !== '\n' && stop - 1 < text.length);
    words += text.slice(at, stop - 1);
    cells.push({ column, text: words.replace(/\r$/, '') });
    at = stop;
    if (text[stop - 1] === delimiter) continue;
    rows.push({ line: rowLine, cells });
    cells = [];
    line += 1;
    [lineStart, rowLine] = [at, line];
  }
  if (cells.length > 0) rows.push({ line: rowLine, cells });
  return rows;
}

function closing(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return text.length;
}

function delimiterOf(head: string): string {
  const count = (sign: string) => head.split(sign).length;
  return [',', ';', '\t', '|'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
