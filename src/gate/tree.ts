import type { Nodes, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { hiddenIn, hiddenMessage, type Remark } from './bytes.ts';
import { checkComponent, start, type Registry } from './components.ts';
import { badLink, pictureName } from './links.ts';
import { quote } from './names.ts';

export const DEEPEST = 24;
const NODES = 20_000;

/** Nodes that are text and nothing else. What stands neither here nor in `checkNode` is refused, whatever future parsers call it. */
const PLAIN = new Set(
  'root paragraph emphasis strong list listItem blockquote thematicBreak inlineCode text break table tableRow tableCell linkReference'.split(
    ' ',
  ),
);

const REFUSED: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['mdxjsEsm', ['no-esm', 'a line that starts with "import" or "export" is program code; begin the sentence with another word']],
  ['mdxFlowExpression', ['no-expression', 'curly braces start program code; write \\{ for a brace, or leave the comment out']],
  ['mdxTextExpression', ['no-expression', 'curly braces start program code; write \\{ for a brace, or leave the comment out']],
  ['html', ['no-html', 'HTML is not allowed; write Markdown']],
  ['code', ['no-code', 'a code block is not allowed; write `words` for a few words as they stand']],
  ['imageReference', ['image', 'write the picture as ![what it shows](./name.png)']],
  ['footnoteReference', ['no-footnote', 'footnotes are not supported; put it into the sentence or a <Note>']],
  ['footnoteDefinition', ['no-footnote', 'footnotes are not supported; put it into the sentence or a <Note>']],
]);

export interface Surroundings {
  readonly registry?: Registry | undefined;
  /** Names of the pictures that lie beside the commentary; left out where they are not known. */
  readonly pictures?: ReadonlySet<string> | undefined;
}

/** Everything in a Markdown tree that is not on the allow-list, with its place. Nothing is evaluated, nothing is changed. */
export function checkTree(root: Root, surroundings: Surroundings = {}): Remark[] {
  const remarks: Remark[] = [];
  let [count, heading] = [0, 2];
  const walk = (node: Nodes, depth: number, inSentence: boolean): void => {
    count += 1;
    if (count > NODES) return;
    if (depth > DEEPEST) {
      remarks.push({ ...start(node), rule: 'too-deep', message: `is nested more than ${DEEPEST} levels; write it flatter` });
      return;
    }
    remarks.push(...checkNode(node, inSentence, surroundings));
    if (node.type === 'heading' && node.depth >= 3) {
      const message = `skips a level; write ${'#'.repeat(heading + 1)}, so that a screen reader announces what is there`;
      if (node.depth > heading + 1) remarks.push({ ...start(node), rule: 'heading', message });
      heading = node.depth;
    }
    if (!('children' in node)) return;
    const sentence = node.type === 'paragraph' ? !node.children.every(standsAlone) : inSentence && !isComponent(node);
    for (const child of node.children) walk(child, depth + 1, sentence || HOLDS_WORDS.has(node.type));
  };
  walk(root, 0, false);
  if (count > NODES)
    remarks.push({ ...start(root), rule: 'too-many', message: `has more than ${NODES} parts; make two commentaries of it` });
  return remarks;
}

/** Inside these, a block can't stand. */
const HOLDS_WORDS = new Set(['heading', 'emphasis', 'strong', 'link', 'linkReference', 'tableCell']);

function isComponent(node: Nodes): node is MdxJsxFlowElement | MdxJsxTextElement {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** MDX takes a paragraph of nothing but components and blanks for blocks, not for a sentence. */
function standsAlone(node: Nodes): boolean {
  return isComponent(node) || (node.type === 'text' && node.value.trim() === '');
}

function checkNode(node: Nodes, inSentence: boolean, { registry, pictures }: Surroundings): Remark[] {
  const at = start(node);
  const remarks = wordsOf(node).flatMap((words) => {
    const character = hiddenIn(words);
    return character === undefined ? [] : [{ ...at, rule: 'hidden-char', message: hiddenMessage(character) }];
  });
  const add = (rule: string, message: string) => remarks.push({ ...at, rule, message });
  if (isComponent(node)) {
    remarks.push(...checkComponent(node, inSentence, registry));
  } else if (node.type === 'heading') {
    if (node.depth < 3)
      add('heading', 'the page itself has the headings of levels 1 and 2; write ### and a blank before the words');
  } else if (node.type === 'link' || node.type === 'definition') {
    const reason = badLink(node.url);
    if (reason) add('bad-url', `the link ${quote(node.url)} ${reason}`);
    if (node.type === 'link' && node.children.length === 0)
      add('empty-link', 'the link has no words; write [where it leads](address)');
  } else if (node.type === 'image') {
    const name = pictureName(node.url);
    if (name === undefined)
      add('image', `the picture ${quote(node.url)} must be a png, jpg, webp or avif file beside the commentary: ./name.png`);
    else if (pictures && !pictures.has(name))
      add('image', `there is no picture ${quote(name)} beside the commentary; add the file`);
    if ((node.alt ?? '').trim() === '')
      add('alt-text', "the picture needs words for those who can't see it: ![what it shows](./name.png)");
  } else if (!PLAIN.has(node.type)) {
    const [rule, message] = REFUSED.get(node.type) ?? ['no-node', `${quote(node.type)} is not allowed in a commentary`];
    add(rule, message);
  }
  return remarks;
}

/** Texts as a reader will see them: a hidden character may be written as an entity. */
function wordsOf(node: Nodes): string[] {
  const texts: unknown[] = [];
  if (node.type === 'text' || node.type === 'inlineCode') texts.push(node.value);
  if (node.type === 'image') texts.push(node.alt, node.title);
  if (node.type === 'link' || node.type === 'definition') texts.push(node.title);
  if (node.type === 'linkReference' || node.type === 'definition') texts.push(node.label);
  return texts.filter((text) => typeof text === 'string');
}
