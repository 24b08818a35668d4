import type { Layout } from '#model/layout.ts';

/** The names and texts of a table's two files in `data/templates`: its header alone, and with the rows of its examples. */
export function templatesOf(id: string, layouts: readonly Layout[], layout: Layout): [name: string, text: string][] {
  const name = layouts.length > 1 ? `${id}-${layout.id}` : id;
  const header = layout.columns.map((column) => column.name).join(',');
  const count = Math.min(...layout.columns.map((column) => column.examples.length));
  const rows = Array.from({ length: count }, (_, row) => layout.columns.map((column) => column.examples[row] ?? '').join(','));
  return [
    [`${name}.csv`, `${header}\n`],
    [`${name}.sample.csv`, `${[header, ...rows].join('\n')}\n`],
  ];
}
