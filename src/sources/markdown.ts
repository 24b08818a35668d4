/** A table in Markdown. A column in which no row says anything is left out. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const used = head.map((_, column) => rows.some((row) => row[column]));
  const line = (cells: readonly string[]): string =>
    `| ${cells
      .filter((_, column) => used[column])
      .map((cell) => cell.replaceAll('|', '\\|'))
      .join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(used.filter(Boolean).length)}`, ...rows.map(line)].join('\n');
}

/** A numbered list. */
export function list(steps: readonly string[]): string {
  return steps.map((step, index) => `${index + 1}. ${step}`).join('\n');
}

/** A text in English, then in Indonesian. */
export function both(text: Readonly<Record<string, string>>, between = ' · '): string {
  return ['en', 'id'].flatMap((language) => text[language] ?? []).join(between);
}

/** Notes of a table's rows: each text once, below the table, and its number in the rows. */
export function footnotes() {
  const texts: string[] = [];
  return {
    mark(text: string | undefined): string {
      if (text === undefined) return '';
      if (!texts.includes(text)) texts.push(text);
      return String(texts.indexOf(text) + 1);
    },
    below: (): string[] => (texts.length === 0 ? [] : [list(texts)]),
  };
}
