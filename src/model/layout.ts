import { z } from 'zod';
import { nik } from './nik.ts';
import { Slug, Text } from './text.ts';

/** What a cell of a register may hold: closed patterns alone, so that no name and no free text fits anywhere. */
const KINDS = {
  number: /^[1-9]\d{0,6}$/,
  // As written by us, or as a spreadsheet in Indonesian or English writes it over; whether there is such a day is asked later.
  day: /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/\d{4})$/,
  time: /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/\d{4})(?:[T ]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)?$/,
  month: /^\d{4}-(?:0[1-9]|1[0-2])$/,
  count: /^(?:0|[1-9]\d{0,14})$/,
  // Six digits are room for a month or a year, and for no telephone number.
  code: /^(?=.{2,40}$)(?!(?:\D*\d){7})[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
  choice: /^/,
} as const;

export const Column = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]{0,30}$/),
  kind: z
    .enum(['number', 'day', 'time', 'month', 'count', 'code', 'choice'])
    .describe('number: of the row; code: small letters, digits, single hyphens; choice: one of the values'),
  values: z
    .array(z.string())
    .optional()
    .describe('Of a choice: all that it may hold. Of a code: those that stay, however rare they are in a table of persons'),
  optional: z.literal(true).optional().describe('The column may be left out, and its cells may be empty: not known, never 0'),
  note: Text,
  examples: z.array(z.string()).min(3).describe('One a row of the sample file'),
});
export type Column = z.infer<typeof Column>;

/** A table that an office keeps itself, column by column: what its header must be, and what each cell may hold. */
export const Layout = z.strictObject({
  id: Slug,
  title: Text,
  persons: z.literal(true).optional().describe('One row is one person or one matter of a person: the file is never kept'),
  key: z.array(z.string()).min(1).describe('The columns that tell one row from another'),
  columns: z.array(Column),
});
export type Layout = z.infer<typeof Layout>;

/** Whether a cell, trimmed, holds what its column may hold. */
export function fits(column: Column, cell: string): boolean {
  if (cell === '') return column.optional === true;
  return column.kind === 'choice' ? (column.values ?? []).includes(cell) : KINDS[column.kind].test(cell);
}

/** What is wrong with a cell that does not fit, in words that hold nothing of it. */
export function fault(column: Column, cell: string): { readonly rule: 'personal' | 'empty' | 'cell'; readonly message: string } {
  const name = `"${column.name}"`;
  const personal = PERSONAL.find(([, form]) => form.test(cell))?.[0];
  if (personal !== undefined)
    return { rule: 'personal', message: `${name} holds what looks like ${personal}; take it out: nothing personal is read` };
  if (cell === '') return { rule: 'empty', message: `${name} is empty; each row needs it` };
  return { rule: 'cell', message: `${name} takes ${EXPECTED[column.kind](column)}` };
}

const PERSONAL: readonly (readonly [string, RegExp])[] = [
  ['an e-mail address', /[^\s@]@[^\s@]/],
  ['a NIK', new RegExp(`(?<!\\d)${nik}(?!\\d)`, 'u')],
  ['a telephone number', /(?<!\d)(?:\+|00)?\d(?:[ ./()-]?\d){8,}(?!\d)/],
  ['a name or free text', /\p{L}{2,}[\s,.]+\p{L}{2,}/u],
];

const EXPECTED: Readonly<Record<Column['kind'], (column: Column) => string>> = {
  number: () => 'the number of the row: 1, 2, 3 …',
  day: () => 'a day written as 2026-09-30',
  time: () => 'a day, with or without its time: 2026-09-30 or 2026-09-30 14:05',
  month: () => 'a month written as 2026-09',
  count: () => 'a whole number without dots, or nothing where it is not known',
  code: () => 'a code of small letters, digits and single hyphens, at most 40 and at most 6 of them digits: jalan-rusak',
  choice: (column) => scale(column.values ?? []) ?? `one of ${(column.values ?? []).join(', ')}`,
};

/** Of choices 1, 2, 3 … as the scale that they are. */
function scale(values: readonly string[]): string | undefined {
  if (values.length === 0 || values.some((value, index) => value !== String(index + 1))) return undefined;
  return `whole points; the scale is 1 to ${values.length}`;
}
