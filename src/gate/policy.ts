import type { Root } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { DataError, type Finding } from '#model/error.ts';
import { inOrder, type Remark } from './bytes.ts';
import { badFields } from './front.ts';
import { checkTree } from './tree.ts';

/** The parts of unified's processor and of a vfile that a remark plugin meets. */
interface Processor {
  data(): object;
}
interface File {
  readonly path: string;
  readonly data: { readonly astro?: { readonly frontmatter?: Readonly<Record<string, unknown>> } };
}
interface Extensions {
  micromarkExtensions?: unknown[];
  fromMarkdownExtensions?: unknown[];
}

/**
 * The second layer: the gate's tree policy as a remark plugin, for `markdown.processor: unified({ gfm: false, remarkPlugins: [policy] })`.
 * It brings tables itself, so that with `gfm: false` Astro reads the very grammar that the gate has checked. Throws a located error that names
 * all that is refused. Astro 7's default engine and `mdx({ remarkPlugins })` without `unified` would leave it out with a mere warning.
 */
export function policy(this: Processor): (tree: Root, file: File) => void {
  const data = this.data() as Extensions;
  (data.micromarkExtensions ??= []).push(gfmTable());
  (data.fromMarkdownExtensions ??= []).push(gfmTableFromMarkdown());
  return (tree, file) => {
    const fields: Remark[] = badFields(file.data.astro?.frontmatter ?? {}).map((message) => ({
      line: 1,
      column: 1,
      rule: 'frontmatter',
      message,
    }));
    const findings = inOrder(file.path, [...fields, ...checkTree(tree)]);
    const [first] = findings;
    if (first) throw Object.assign(new DataError(findings), { line: first.line, column: first.column });
  };
}

/** An Astro integration that runs a check before Astro reads any content, and stops the build or the server where it finds something. */
export function gate(check: () => readonly Finding[]) {
  return {
    name: 'terang:gate',
    hooks: {
      'astro:config:setup': (): void => {
        const findings = check();
        if (findings.length > 0) throw new DataError(findings);
      },
    },
  };
}
