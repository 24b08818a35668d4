import type { z } from 'zod';
import { jsonSchema, schemas, type SchemaName } from '#model/schemas.ts';
import type { Remark } from './bytes.ts';
import { placeOf, type Path } from './json.ts';
import { hint, quote } from './names.ts';

type Node = Readonly<Record<string, unknown>>;

/** Checks valid JSON against the schema of its kind of file. Each remark stands at the field and says what to write. */
export function checkSchema(text: string, value: unknown, kind: SchemaName): Remark[] {
  const result = (schemas[kind].model as z.ZodType).safeParse(value);
  if (result.success) return [];
  const schema = jsonSchema(kind);
  return result.error.issues.slice(0, 50).flatMap((issue) => explain(issue, text, value, schema));
}

function explain(issue: z.core.$ZodIssue, text: string, value: unknown, schema: Node): Remark[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  const name = path.length === 0 ? 'the file' : `"${path.map((part) => String(part).slice(0, 40)).join('.')}"`;
  const node = schemaAt(schema, path);
  if (issue.code === 'unrecognized_keys') {
    const fields = Object.keys((node['properties'] ?? {}) as object);
    return issue.keys.slice(0, 10).map((key) => ({
      ...placeOf(text, [...path, key], 'key'),
      rule: 'schema',
      message: `there is no field ${quote(key)} in ${name}${hint(key, fields)}`,
    }));
  }
  const about = typeof node['description'] === 'string' ? ` (${node['description']})` : '';
  const isMissing = valueAt(value, path) === undefined;
  const message = isMissing ? `${name} is missing; add it${about}` : `${name}: ${plain(issue)}${about}`;
  return [{ ...placeOf(text, path), rule: 'schema', message }];
}

function plain(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `must be ${issue.expected}`;
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.slice(0, 20).map(String).join(', ')}`;
  if (issue.code === 'invalid_format' && issue.format === 'date') return 'must be a real day written as 2026-09-30';
  if (issue.code === 'invalid_format' && issue.format === 'url') return 'must be a whole address that starts with https://';
  if (issue.code === 'invalid_format' && issue.message.startsWith('Invalid'))
    return `must look like ${String(issue.pattern ?? issue.format)}`;
  return issue.message;
}

/** The part of a JSON Schema that speaks of a path; empty where it says nothing. */
function schemaAt(schema: Node, path: Path): Node {
  let node = schema;
  for (const part of path) {
    const properties = (node['properties'] ?? {}) as Record<string, Node>;
    node =
      (typeof part === 'number'
        ? (node['items'] as Node | undefined)
        : Object.hasOwn(properties, part)
          ? properties[part]
          : undefined) ?? {};
  }
  return node;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, part) => {
    return typeof inner === 'object' && inner !== null && Object.hasOwn(inner, part)
      ? (inner as Record<string | number, unknown>)[part]
      : undefined;
  }, value);
}
