import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import type { Remark } from './bytes.ts';
import { hint, nearest, quote } from './names.ts';

/** The names that a commentary may use; worked out by the caller from the KPIs, the charts and the agency's accounts. */
export interface Registry {
  readonly kpis: readonly string[];
  readonly charts: readonly string[];
  readonly scopes: readonly string[];
  /** The agency's languages; left out, a commentary may be in any. */
  readonly languages?: readonly string[];
}

interface Attribute {
  readonly needed?: true;
  /** The list of the registry that the value must stand in, or the values themselves. */
  readonly from: keyof typeof WHAT | readonly string[];
}

interface Component {
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly children: boolean;
  /** Whether it is a block of its own, which no sentence can hold. */
  readonly block: boolean;
}

const figure: Component = {
  attributes: new Map<string, Attribute>([
    ['id', { needed: true, from: 'kpis' }],
    ['scope', { from: 'scopes' }],
  ]),
  children: false,
  block: false,
};

/** All components of a commentary. A Map, since an object already has a `constructor`. */
const COMPONENTS: ReadonlyMap<string, Component> = new Map([
  ['Kpi', figure],
  ['Change', figure],
  ['Chart', { attributes: new Map<string, Attribute>([['id', { needed: true, from: 'charts' }]]), children: false, block: true }],
  ['Note', { attributes: new Map<string, Attribute>([['kind', { from: ['context', 'caution'] }]]), children: true, block: true }],
]);

const WHAT = { kpis: 'KPI', charts: 'chart', scopes: 'account' } as const;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Checks one tag. Without a registry, ids need only be well formed: the second layer runs where no registry is at hand.
 * `inSentence` is true where other text stands in the same paragraph.
 */
export function checkComponent(
  node: MdxJsxFlowElement | MdxJsxTextElement,
  inSentence: boolean,
  registry: Registry | undefined,
): Remark[] {
  const at = start(node);
  if (node.name === null) return [{ ...at, rule: 'no-fragment', message: 'an empty tag <> is not allowed; delete it' }];
  const component = COMPONENTS.get(node.name);
  if (!component) return [{ ...at, ...unknown(node.name) }];
  const remarks = checkAttributes(node, component, registry);
  if (!component.children && node.children.length > 0) {
    remarks.push({
      ...at,
      rule: 'no-children',
      message: `<${node.name}> holds no text; write <${node.name} … /> and the text after it`,
    });
  }
  if (component.block && inSentence) {
    remarks.push({ ...at, rule: 'own-line', message: `<${node.name}> can't stand inside a sentence; give it a line of its own` });
  }
  return remarks;
}

function unknown(name: string): Omit<Remark, 'line' | 'column'> {
  const names = [...COMPONENTS.keys()];
  const like = nearest(name, names);
  const advice = like ? `did you mean <${like}>?` : `there are ${names.map((each) => `<${each}>`).join(', ')}`;
  if (/^[A-Z]\w*$/.test(name)) return { rule: 'no-component', message: `there is no component ${quote(name)}; ${advice}` };
  return { rule: 'no-tag', message: `the tag ${quote(name)} is not allowed, a commentary is text; ${advice}` };
}

function checkAttributes(
  node: MdxJsxFlowElement | MdxJsxTextElement,
  component: Component,
  registry: Registry | undefined,
): Remark[] {
  const remarks: Remark[] = [];
  const seen = new Set<string>();
  for (const given of node.attributes) {
    const at = given.position ? start(given) : start(node);
    if (given.type !== 'mdxJsxAttribute') {
      remarks.push({
        ...at,
        rule: 'no-spread',
        message: 'braces are not allowed inside a tag; write each field as name="value"',
      });
      continue;
    }
    const attribute = component.attributes.get(given.name);
    if (!attribute) {
      const fields = [...component.attributes.keys()];
      remarks.push({
        ...at,
        rule: 'no-attr',
        message: `<${node.name}> has no field ${quote(given.name)}${hint(given.name, fields)}`,
      });
    } else if (seen.has(given.name)) {
      remarks.push({ ...at, rule: 'attr-twice', message: `"${given.name}" stands twice; keep one` });
    } else if (typeof given.value !== 'string') {
      const rule = given.value ? 'no-expression' : 'attr-value';
      remarks.push({ ...at, rule, message: `write ${given.name}="…" with the name in quotation marks` });
    } else {
      const message = badValue(given.value, attribute, registry);
      if (message) remarks.push({ ...at, rule: 'unknown-id', message });
    }
    seen.add(given.name);
  }
  for (const [name, { needed }] of component.attributes) {
    if (!needed || seen.has(name)) continue;
    remarks.push({ ...start(node), rule: 'attr-missing', message: `<${node.name}> needs ${name}="…"` });
  }
  return remarks;
}

function badValue(value: string, { from }: Attribute, registry: Registry | undefined): string | undefined {
  if (typeof from !== 'string') return from.includes(value) ? undefined : `${quote(value)} is none of ${from.join(', ')}`;
  if (!registry) return SLUG.test(value) ? undefined : `${quote(value)} is no name of a ${WHAT[from]}`;
  return registry[from].includes(value) ? undefined : `there is no ${WHAT[from]} ${quote(value)}${hint(value, registry[from])}`;
}

/** Where a node begins; the file's beginning for one that was made up by a plugin. */
export function start(node: { position?: { start: { line: number; column: number } } | undefined }): {
  line: number;
  column: number;
} {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  return { line, column };
}
