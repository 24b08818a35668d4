import type { Column } from '#model/columns.ts';
import type { Cell } from '#store/table.ts';

/** A line of a report's CSV, as far as it is filled. */
export type Line = Readonly<Partial<Record<Column, Cell>>>;
