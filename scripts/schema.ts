import { z } from 'zod';
import { columns } from '#model/columns.ts';
import { jsonSchema, schemas, type SchemaName } from '#model/schemas.ts';
import { Sources } from '#model/source.ts';
import { page } from '#sources/page.ts';
import { isApi, sources } from '#sources/index.ts';
import { shelf } from '#sources/shelf.ts';
import { templatesOf } from '#sources/register/template.ts';
import { canonical } from '#store/json.ts';
import { paths } from '#store/paths.ts';
import { isText, read, write } from '#store/write.ts';
import { main, options } from './options.ts';
import { WATCH, WORKFLOW, withSecrets } from './workflow.ts';

/** Every file that is generated from the code: path below the repository, or below the data folder, and its text. */
export function generated(root: string): Map<string, string> {
  const at = paths(root);
  const files = new Map<string, string>();
  for (const name of Object.keys(schemas) as SchemaName[]) files.set(at.schema(name), canonical(jsonSchema(name)));
  const declarations = sources.map((source) => source.declaration).sort((a, b) => (a.id < b.id ? -1 : 1));
  files.set(at.sources, canonical(Sources.parse({ $schema: 'schema/sources.json', sources: declarations })));
  files.set(at.dictionary, dictionary());
  files.set('docs/sources/README.md', shelf(declarations));
  for (const declaration of declarations) files.set(`docs/sources/${declaration.id}.md`, page(declaration));
  for (const { id, layouts = [] } of declarations) {
    for (const [name, text] of layouts.flatMap((layout) => templatesOf(id, layouts, layout))) files.set(at.template(name), text);
  }
  const heard = declarations.filter(({ id }) => sources.some((one) => one.declaration.id === id && isApi(one) && one.comments));
  for (const [file, some] of [
    [WORKFLOW, declarations],
    [WATCH, heard],
  ] as const) {
    const workflow = read(file);
    if (workflow !== undefined) files.set(file, withSecrets(workflow, some));
  }
  return files;
}

/** The data dictionary: every field of every kind of file, with the sentence that its schema carries. */
function dictionary(): string {
  const parts = Object.entries(schemas).map(([name, { model, path, title }]) => {
    const rows = fields(z.toJSONSchema(model as z.ZodType, { io: 'input', unrepresentable: 'any' }) as Schema, '');
    const table = rows.map(([field, type, text]) => `| \`${field}\` | ${type} | ${text} |`).join('\n');
    return `## \`${path}\`\n\n${title} Schema: [\`schema/${name}.json\`](schema/${name}.json)\n\n| field | type | meaning |\n| --- | --- | --- |\n${table}\n`;
  });
  const cells = Object.entries(columns).map(([name, text]) => `| \`${name}\` | ${text} |`);
  return `# The data, field by field\n\nGenerated from the models in \`src/model\` by \`npm run schema\`; do not edit.\n\n\`null\` is "not known" and has a reason; \`0\` is "counted, none". Days are days in the agency's own time zone. Figures of one series\nhave one definition: a platform's new metric is a new series.\n\n\`templates/\` holds the tables that an office may hand in of its own registers: the header alone, and a sample with invented rows.\n\n${parts.join('\n')}\n## The CSV of a report\n\n\`<agency>/<period>.csv\` on the site: every figure of the report, one a line, then every part of its breakdowns.\n\n| column | meaning |\n| --- | --- |\n${cells.join('\n')}\n`;
}

interface Schema {
  readonly type?: string | string[];
  readonly description?: string;
  readonly properties?: Record<string, Schema>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly required?: readonly string[];
  readonly allOf?: readonly Schema[];
}

function fields(schema: Schema, prefix: string): [string, string, string][] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, child]): [string, string, string][] => {
    if (name === '$schema') return [];
    const field = prefix + name;
    const optional = schema.required?.includes(name) ? '' : ', optional';
    const item = child.items?.properties ? child.items : undefined;
    const record = typeof child.additionalProperties === 'object' ? child.additionalProperties : undefined;
    const nested = child.properties
      ? fields(child, `${field}.`)
      : item
        ? fields(item, `${field}[].`)
        : record?.properties
          ? fields(record, `${field}.*.`)
          : [];
    const own = (child.description ?? '').replaceAll('|', '\\|');
    return [[field, typeOf(child) + optional, own], ...nested];
  });
}

function typeOf(schema: Schema): string {
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.enum) return schema.enum.map((one) => `\`${String(one)}\``).join(' \\| ');
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' \\| ');
  if (schema.type === 'array') return `list of ${schema.items ? typeOf(schema.items) : 'anything'}`;
  return String(schema.type ?? 'object');
}

if (import.meta.main) {
  await main(() => {
    const { root, values } = options({ check: { type: 'boolean' } });
    const stale = [...generated(root)].filter(([file, content]) => !isText(file, content));
    if (!values['check']) for (const [file, content] of stale) write(file, content);
    process.stdout.write(
      stale
        .map(
          ([file]) =>
            `${file}:1:1 generated ${values['check'] ? 'is not what the code gives; run "npm run schema"' : 'written'}\n`,
        )
        .join(''),
    );
    return values['check'] && stale.length > 0 ? 1 : 0;
  });
}
