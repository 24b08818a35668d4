import { SIZE, VARIABLES } from './theme.ts';

interface Node {
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly children: (Node | string)[];
}

const INHERITED = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'text-anchor',
  'font-size',
  'font-weight',
  'fill-opacity',
];
const KEPT = new Set([...INHERITED, 'd', 'transform', 'aria-label', 'x1', 'x2', 'y1', 'y2', 'opacity']);
/** What a mark has where nothing is written. */
const DEFAULTS: Readonly<Record<string, string>> = {
  fill: '#000',
  stroke: 'none',
  'stroke-width': '1',
  'text-anchor': 'start',
  opacity: '1',
  'font-weight': 'normal',
};

/**
 * Rewrites Vega's SVG: sentinel inks become CSS variables, a mark's label becomes `data-tip` (the picture is one `img` to
 * assistive technology, which has the table), classes, roles, styles, fonts and empty groups go, numbers keep one
 * decimal, attributes that all children share move to their group. Text stays escaped as Vega wrote it.
 */
export function slim(svg: string, label = '', rows = false): string {
  const root = parse(svg);
  const box = root.attributes.get('viewBox') ?? '0 0 320 120';
  const [, , width, height] = box.split(' ');
  const drawing = root.children.flatMap((child) => (typeof child === 'string' ? [] : tidy(child)));
  const group: Node = { name: 'g', attributes: new Map(), children: joined(drawing) };
  hoist(group);
  group.attributes.delete('fill');
  group.attributes.delete('font-size');
  const head = [
    `class="chart${rows ? ' rows' : ''}"`,
    'role="img"',
    `aria-label="${escape(label)}"`,
    `viewBox="${box}"`,
    `width="${width}"`,
    `height="${height}"`,
    `font-size="${SIZE}"`,
  ];
  const own = [...group.attributes].map(([name, value]) => `${name}="${value}"`);
  return `<svg xmlns="http://www.w3.org/2000/svg" ${[...head, ...own].join(' ')}>${group.children.map(write).join('')}</svg>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Vega writes well-formed tags with double-quoted attributes and no comments; anything else is a fault here. */
function parse(svg: string): Node {
  const root: Node = { name: '', attributes: new Map(), children: [] };
  const open: Node[] = [root];
  for (const [, close, name, list, empty, text] of svg.matchAll(/<(\/?)([\w:]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g)) {
    const top = open.at(-1);
    if (!top) throw new Error('Vega wrote an SVG whose tags do not match; the drawing can not be trusted');
    if (text !== undefined) top.children.push(text);
    else if (close) open.pop();
    else {
      const pairs = [...(list ?? '').matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [key ?? '', value ?? ''] as const);
      const node: Node = { name: name ?? '', attributes: new Map(pairs), children: [] };
      top.children.push(node);
      if (!empty) open.push(node);
    }
  }
  const first = root.children.find((child) => typeof child !== 'string');
  if (open.length !== 1 || !first) throw new Error('Vega wrote an SVG whose tags do not match; the drawing can not be trusted');
  return first;
}

/** The node without what a reader never sees; a group that only wraps gives its children. */
function tidy(node: Node): (Node | string)[] {
  const attributes = new Map<string, string>();
  const marks = node.name !== 'g' && node.attributes.get('aria-label');
  for (const [name, value] of node.attributes) {
    if (!KEPT.has(name) || (name === 'aria-label' && !marks)) continue;
    if (name === 'font-size' && value === `${SIZE}px`) continue;
    if (node.name === 'g' && name === 'fill' && value === 'none') continue;
    if (DEFAULTS[name] === value && name !== 'fill') continue;
    if (marks && name === 'aria-label') {
      attributes.set('data-tip', value);
      continue;
    }
    attributes.set(name, VARIABLES[value] ? `var(${VARIABLES[value]})` : round(name, value));
  }
  if (node.name === 'g') {
    const children = node.children.flatMap((child) => (typeof child === 'string' ? [] : tidy(child)));
    if (children.length === 0) return [];
    const shift = translation(attributes.get('transform'));
    if (shift) attributes.delete('transform');
    const moved = shift ? children.map((child) => (typeof child === 'string' ? child : move(child, shift))) : children;
    const group: Node = { name: 'g', attributes, children: joined(moved) };
    hoist(group);
    return group.attributes.size === 0 || group.children.length === 1
      ? group.children.map((child) => (typeof child === 'string' ? child : inherit(child, group.attributes)))
      : [group];
  }
  if (node.name === 'text') {
    if (node.children.join('').trim() === '') return [];
    if (attributes.has('stroke')) attributes.set('paint-order', 'stroke').set('stroke-linejoin', 'round');
    return [{ name: 'text', attributes: place(attributes), children: node.children }];
  }
  if (node.name === 'line' || node.name === 'path') {
    const shift = translation(attributes.get('transform')) ?? [0, 0];
    const path = node.name === 'line' ? ruled(attributes, shift) : (attributes.get('d') ?? '');
    const seen = attributes.get('fill') !== 'none' || (attributes.get('stroke') ?? 'none') !== 'none';
    if (path === '' || !seen || (!attributes.get('fill') && !attributes.get('stroke'))) return [];
    for (const name of ['x1', 'x2', 'y1', 'y2']) attributes.delete(name);
    if (node.name === 'line') attributes.delete('transform');
    if (!attributes.get('fill')) attributes.set('fill', 'none');
    if ((attributes.get('stroke') ?? 'none') === 'none')
      for (const name of ['stroke-width', 'stroke-dasharray']) attributes.delete(name);
    const ring = node.name === 'path' && circle(path, shift, attributes);
    if (ring) return [ring];
    attributes.set('d', attributes.get('stroke') ? path : path.replace(/Z$/, ''));
    return [{ name: 'path', attributes, children: [] }];
  }
  return [];
}

/** Vega draws dots as two arcs about its own origin. */
function circle(path: string, [x, y]: readonly [number, number], attributes: Map<string, string>): Node | undefined {
  const radius = /^M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0Z?$/.exec(path)?.[1];
  if (!radius) return undefined;
  const rest = new Map([...attributes].filter(([name]) => name !== 'd' && name !== 'transform'));
  return {
    name: 'circle',
    attributes: new Map([['cx', short(x)], ['cy', short(y)], ['r', short(Number(radius))], ...rest]),
    children: [],
  };
}

/** A rule as a path: from its own place to `x2`, `y2`, which Vega writes relative to it. */
function ruled(attributes: Map<string, string>, [x, y]: readonly [number, number]): string {
  const dx = Number(attributes.get('x2') ?? 0);
  const dy = Number(attributes.get('y2') ?? 0);
  return `M${short(x)},${short(y)}${dy === 0 ? `h${short(dx)}` : dx === 0 ? `v${short(dy)}` : `l${short(dx)},${short(dy)}`}`;
}

/** `transform="translate(x,y)"` of a text as the shorter x and y. */
function place(attributes: Map<string, string>): Map<string, string> {
  const shift = translation(attributes.get('transform'));
  if (!shift) return attributes;
  const rest = [...attributes].filter(([name]) => name !== 'transform');
  return new Map([['x', short(shift[0])], ['y', short(shift[1])], ...rest]);
}

function translation(transform: string | undefined): readonly [number, number] | undefined {
  const match = /^translate\((-?[\d.]+),(-?[\d.]+)\)$/.exec(transform ?? '');
  return match ? [Number(match[1]), Number(match[2])] : undefined;
}

/** Moves what stands at a place; only groups of a whole drawing have one, and paths keep theirs as a transform. */
function move(node: Node, [dx, dy]: readonly [number, number]): Node {
  const attributes = new Map(node.attributes);
  const add = (name: string, by: number) => attributes.set(name, short(Number(attributes.get(name) ?? 0) + by));
  if (node.name === 'text' || node.name === 'circle') {
    const centre = node.name === 'circle' ? 'c' : '';
    add(`${centre}x`, dx);
    add(`${centre}y`, dy);
  } else if (node.name === 'path') {
    const own = translation(attributes.get('transform')) ?? [0, 0];
    attributes.delete('transform');
    attributes.set('d', shifted(attributes.get('d') ?? '', dx + own[0], dy + own[1]));
  } else return { ...node, children: node.children.map((child) => (typeof child === 'string' ? child : move(child, [dx, dy]))) };
  return { ...node, attributes };
}

/** A path with its absolute commands moved. Vega writes M, L, A, C and Z absolute, h, v and l relative. */
function shifted(path: string, dx: number, dy: number): string {
  return path.replace(/([MLHVACZmlhvacz])([^MLHVACZmlhvacz]*)/g, (_, command: string, rest: string) => {
    const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/g) ?? []).map(Number);
    const arc = command === 'A' || command === 'a';
    const moved = numbers.map((number, index) => {
      if (command === 'H') return number + dx;
      if (command === 'V') return number + dy;
      if (command === 'A') return index % 7 === 5 ? number + dx : index % 7 === 6 ? number + dy : number;
      return command === command.toUpperCase() ? number + (index % 2 === 0 ? dx : dy) : number;
    });
    return (
      command +
      moved
        .map((number, index) => (arc && index % 7 < 5 ? String(number) : short(number)))
        .join(' ')
        .replaceAll(' -', '-')
    );
  });
}

function inherit(node: Node, from: Map<string, string>): Node {
  return { ...node, attributes: new Map([...from, ...node.attributes]) };
}

/** Neighbouring paths that differ only in their course and speak of no figure become one. */
function joined(children: (Node | string)[]): (Node | string)[] {
  const all: (Node | string)[] = [];
  for (const child of children) {
    const last = all.at(-1);
    if (typeof child !== 'string' && last && typeof last !== 'string' && mergeable(child) && look(child) === look(last)) {
      last.attributes.set('d', `${last.attributes.get('d')}${child.attributes.get('d')}`);
    } else all.push(child);
  }
  return all;
}

function mergeable(node: Node): boolean {
  return node.name === 'path' && !node.attributes.has('data-tip') && !node.attributes.has('transform');
}

function look(node: Node): string {
  return [node.name, ...[...node.attributes].filter(([name]) => name !== 'd').flat()].join(' ');
}

/** Moves attributes that every child shares to their group. A default that only some write is written out first. */
function hoist(group: Node): void {
  const children = group.children.filter((child): child is Node => typeof child !== 'string');
  for (const name of INHERITED) {
    const first = children[0]?.attributes.get(name);
    if (first === undefined || children.length < 2 || children.some((child) => child.attributes.get(name) !== first)) continue;
    for (const child of children) child.attributes.delete(name);
    if (DEFAULTS[name] !== first || group.attributes.has(name)) group.attributes.set(name, first);
  }
}

function write(node: Node | string): string {
  if (typeof node === 'string') return node;
  const attributes = [...node.attributes].map(([name, value]) => ` ${name}="${value}"`).join('');
  const inside = node.children.map(write).join('');
  return inside === '' ? `<${node.name}${attributes}/>` : `<${node.name}${attributes}>${inside}</${node.name}>`;
}

function round(name: string, value: string): string {
  if (name === 'aria-label' || name === 'd' || name === 'transform') return value;
  // Dashes are laid one after the other, so that a tenth too much in each adds up over a month.
  if (name === 'stroke-dasharray')
    return value.replace(/-?\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100));
  return value.replace(/-?\d+\.\d{2,}/g, (number) => short(Number(number)));
}

/** At most one decimal, no trailing zero, no leading one. */
function short(number: number): string {
  const text = (Math.round(number * 10) / 10).toString();
  return text === '-0' ? '0' : text.replace(/^(-?)0\./, '$1.');
}
