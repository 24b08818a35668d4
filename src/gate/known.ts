import { CorpusTopic } from '#model/corpus.ts';
import { Published } from '#model/edition.ts';
import { EXPORT_PATH } from '#model/run.ts';
import { schemas, type SchemaName } from '#model/schemas.ts';
import { Slug } from '#model/text.ts';

/** What kind of file a path below `data/` stands for, with the names that the path holds. */
export interface Known {
  readonly kind: SchemaName | 'schema' | 'dictionary' | 'template' | 'import' | 'weights' | 'corpus' | 'datasheet';
  readonly names: Readonly<Record<string, string>>;
}

const PARTS: Readonly<Record<string, string>> = {
  agency: '[a-z0-9-]+',
  account: '[a-z0-9-]+',
  campaign: '[a-z0-9-]+',
  version: '[1-9]\\d{0,3}',
  calendar: '[a-z0-9-]+',
  'yyyy-mm': '\\d{4}-(?:0[1-9]|1[0-2])',
  period: '[a-z0-9-]+',
  n: '[1-9]\\d{0,5}',
};

const PATHS = Object.entries(schemas).map(([kind, { path }]) => {
  const names: string[] = [];
  const form = path.replaceAll('.', '\\.').replace(/<([^>]+)>/g, (_, name: string) => {
    names.push(name);
    return `(${PARTS[name] ?? '[a-z0-9-]+'})`;
  });
  return { kind: kind as SchemaName, form: new RegExp(`^${form}$`), names };
});

/** Exports lie below their source, named after the account and the content: their own names may tell of a person. */
const IMPORT = /^agencies\/([a-z0-9-]+)\/(imports\/.+\.csv)$/;

/** Reads a path below `data/`; undefined where no file of ours lies there. */
export function known(path: string): Known | undefined {
  if (path === 'README.md') return { kind: 'dictionary', names: {} };
  if (/^templates\/[a-z0-9-]{1,60}(\.sample)?\.csv$/.test(path)) return { kind: 'template', names: {} };
  const version = /^classifier\/([1-9]\d{0,3})\/weights\.bin$/.exec(path)?.[1];
  if (version !== undefined) return { kind: 'weights', names: { version } };
  if (path === 'corpus/README.md') return { kind: 'datasheet', names: {} };
  const topic = /^corpus\/([a-z-]+)\.jsonl$/.exec(path)?.[1];
  if (topic !== undefined) return CorpusTopic.safeParse(topic).success ? { kind: 'corpus', names: { topic } } : undefined;
  const schema = /^schema\/([a-z]+)\.json$/.exec(path)?.[1];
  if (schema !== undefined) return Object.hasOwn(schemas, schema) ? { kind: 'schema', names: {} } : undefined;
  const [, agency, below = ''] = IMPORT.exec(path) ?? [];
  if (agency !== undefined)
    return EXPORT_PATH.test(below) && Slug.safeParse(agency).success ? { kind: 'import', names: { agency } } : undefined;
  for (const { kind, form, names } of PATHS) {
    const match = form.exec(path);
    if (!match) continue;
    const found = Object.fromEntries(names.map((name, index) => [name, match[index + 1] ?? '']));
    return Object.entries(found).every(([name, value]) => fits(name, value)) ? { kind, names: found } : undefined;
  }
  return undefined;
}

function fits(name: string, value: string): boolean {
  if (name === 'period') return Published.safeParse(value).success;
  return !['agency', 'account', 'campaign', 'calendar'].includes(name) || Slug.safeParse(value).success;
}
